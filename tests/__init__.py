"""Tests mirror report/ and figures/; golden/ holds approved outputs, tools.py runs validators."""
