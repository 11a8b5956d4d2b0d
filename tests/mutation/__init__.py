"""Hundreds of small lies, each told to the checks: the proof that they bite."""
