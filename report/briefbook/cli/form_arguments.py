"""Arguments by which the form and the look of documents are chosen, and the commands about them."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefbook.cli.argument_parts import Commands, command_parser, format_argument


def add_params(command: argparse.ArgumentParser, told: str) -> None:
    """Add the table of values, and the one row of it that is asked for."""
    command.add_argument("--params", type=Path, metavar="TABLE", help=told)
    command.add_argument(
        "--only", default="", metavar="KEY", help="of the table, only the row of that key"
    )


def add_forms(build: argparse.ArgumentParser) -> None:
    """Add what chooses the form of paper and deck."""
    add_params(
        build,
        "a CSV or XLSX of values for the briefing's params: an output of each row, ID-KEY.pdf …",
    )
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
        "--brand", type=Path, metavar="FILE|NAME",
        help="a brand.yml: colours, typefaces and logo of the sender, or the name of a brand that an installed package offers (default: the nearest one in "
        "the seed folder or up to three folders above it)",
    )  # fmt: skip
    choice.add_argument("--no-brand", action="store_true", help="Briefbook's own look")


def fonts_argument(command: argparse.ArgumentParser) -> None:
    """Add what lends letters."""
    command.add_argument(
        "--fonts", type=Path, metavar="DIR",
        help="a folder of .ttf or .otf files that lend letters which the paper's own faces lack "
        "(default: the folder fonts of the seed, if there is one)",
    )  # fmt: skip


def add_index(commands: Commands) -> None:
    """Add the command `index`."""
    index = command_parser(commands, "index", "write a page that lists the briefings of a folder")
    index.add_argument("folder", type=Path, metavar="DIR", help="a folder that builds wrote to")
    index.add_argument(
        "--title", default="Briefings", metavar="WORDS", help="of the page (default: Briefings)"
    )
    index.add_argument(
        "--out", type=Path, metavar="DIR",
        help="where index.html and index.pdf are written (default: there)",
    )  # fmt: skip
    index.add_argument(
        "--fonts", type=Path, metavar="DIR",
        help="a folder of .ttf or .otf files that lend letters (default: the folder fonts in that one)",
    )  # fmt: skip
    format_argument(index)


def add_template(commands: Commands) -> None:
    """Add the command `template`."""
    template = command_parser(
        commands, "template", "write our template for designers, or look at yours"
    )
    template.add_argument(
        "file", type=Path, nargs="?", metavar="FILE",
        help="a PPTX or POTX of yours: tell which of its layouts has which role",
    )  # fmt: skip
    template.add_argument(
        "-o", dest="out", type=Path, metavar="FILE",
        help="write ours there (default: briefbook.pptx)",
    )  # fmt: skip
    template.add_argument(
        "--slides", choices=("16:9", "4:3"), default="16:9", help="the shape of ours"
    )


def add_brand(commands: Commands) -> None:
    """Add the command `brand`."""
    brand = command_parser(
        commands, "brand", "tell what a brand comes to, and whether it can be read"
    )
    brand.add_argument(
        "what", type=Path, nargs="?", default=Path(), metavar="SEED|FILE",
        help="a brand.yml, or a folder whose brand is meant (default: this folder)",
    )  # fmt: skip
    brand.add_argument("--check", action="store_true", help="only check, and write nothing")
    brand.add_argument(
        "-o", "--specimen", dest="out", type=Path, metavar="DIR",
        help="write a paper and a deck that wear it: specimen.pdf and specimen.pptx",
    )  # fmt: skip
    format_argument(brand)


def add_cache(commands: Commands) -> None:
    """Add the command `cache`."""
    cache = command_parser(commands, "cache", "manage what builds keep in the cache folder")
    cache.add_argument(
        "action", choices=("clear", "path"), help="remove it all, or say where it is"
    )
