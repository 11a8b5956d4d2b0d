"""Editions: what was built from what, so that two of them can be told apart."""
