"""`python -m briefbook`: the same as the command `briefbook`."""

from briefbook.cli import run

run()
