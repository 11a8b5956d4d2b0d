"""The command `cache`: what builds keep to be quick."""

from __future__ import annotations

import argparse

from briefbook.cache import clear
from briefbook.stamp import cache_folder


def cache_command(options: argparse.Namespace) -> int:
    """Remove it all, or say where it is; return 0."""
    folder = cache_folder() or "no home, and so no cache folder"
    print(folder if options.action == "path" else f"{folder}: removed {clear():,} bytes")
    return 0
