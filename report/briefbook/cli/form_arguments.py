"""Arguments by which the form and the look of documents are chosen."""

from __future__ import annotations

import argparse
from pathlib import Path


def _add_params(build: argparse.ArgumentParser) -> None:
    build.add_argument(
        "--params", type=Path, metavar="TABLE",
        help="a CSV or XLSX of values for the briefing's params: an output of each row, ID-KEY.pdf …",
    )  # fmt: skip
    build.add_argument(
        "--only", default="", metavar="KEY", help="of the table, only the row of that key"
    )


def add_forms(build: argparse.ArgumentParser) -> None:
    """Add what chooses the form of paper and deck."""
    _add_params(build)
    build.add_argument(
        "--template", type=Path, metavar="FILE",
        help="your own PPTX or POTX that the deck is to stand on; its map, if any, lies beside it",
    )  # fmt: skip
    build.add_argument(
        "--slides", choices=("16:9", "4:3"), default="",
        help="the shape of the slides (default: the briefing's, else 16:9)",
    )  # fmt: skip
    build.add_argument(
        "--variant", choices=("brief", "short"), default="",
        help="brief: a paper of two pages, ID-brief.pdf; short: a deck of five or six slides, "
        "ID-short.pptx; each with a manifest of its own",
    )  # fmt: skip
    build.add_argument(
        "--paper", choices=("a4", "letter"), default="",
        help="the sheet of the paper (default: the briefing's, else a4)",
    )  # fmt: skip
    build.add_argument(
        "--print", nargs="?", const="colour", choices=("colour", "grey"), default="",
        help="also a file for a printer, ID-print.pdf: 3 mm bleed, crop marks, and PDF/X-4 where the "
        "brand names a printing condition",
    )  # fmt: skip
    build.add_argument(
        "--duplex", action=argparse.BooleanOptionalAction, default=None,
        help="for printing on both sides: wider inner margins, annexes begin on the right",
    )  # fmt: skip


def brand_arguments(command: argparse.ArgumentParser) -> None:
    """Add what chooses the look."""
    choice = command.add_mutually_exclusive_group()
    choice.add_argument(
        "--brand", type=Path, metavar="FILE",
        help="a brand.yml: colours, typefaces and logo of the sender (default: the nearest one in "
        "the seed folder or up to three folders above it)",
    )  # fmt: skip
    choice.add_argument("--no-brand", action="store_true", help="Briefbook's own look")
