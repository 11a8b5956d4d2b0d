"""The command `figures`: each exhibit of a seed as a picture of its own."""

from __future__ import annotations

import argparse

from briefbook.build import draw_figures
from briefbook.cli.argument_parts import brand_choice
from briefbook.cli.terminal import print_files


def figures_command(options: argparse.Namespace) -> int:
    """Write the pictures, and tell their sizes; return 0."""
    brand = brand_choice(options)
    print_files(draw_figures(options.seed, options.out, options.format, brand, options.fonts))
    return 0
