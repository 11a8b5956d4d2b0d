"""The command `new`: a seed folder that builds at once."""

from __future__ import annotations

import argparse

from briefbook.example import make_seed


def new_command(options: argparse.Namespace) -> int:
    """Make the folder, and tell its files; return 0."""
    for path in make_seed(options.folder):
        print(path)
    print(f"next: briefbook build {options.folder}")
    return 0
