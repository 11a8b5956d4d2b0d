"""Tests mirror report/ and figures/; golden/ holds approved outputs, tools.py runs validators."""

from briefbook.patterns import use_programs

use_programs(
    installed=True
)  # as commands do: to compile all expressions in each process takes seconds
