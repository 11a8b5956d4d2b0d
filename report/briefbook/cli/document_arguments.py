"""Arguments of the commands that check a seed, make its documents, and look at finished ones."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefbook.cli.argument_parts import (
    Commands,
    command_parser,
    entail_argument,
    format_argument,
    out_argument,
    report_format_argument,
    seed_argument,
    switches,
)
from briefbook.cli.form_arguments import add_forms, add_params, brand_arguments, fonts_argument


def add_check(commands: Commands) -> None:
    """Add the command `check`."""
    check = command_parser(commands, "check", "hold every statement of a seed against its sources")
    seed_argument(check)
    switches(check, {
        "--sentences": "list every sentence of the sources and what became of it",
        "--explain": "tell each value that no quote has as it stands, and what it follows from",
    })  # fmt: skip
    add_params(
        check, "a CSV or XLSX of values for the briefing's params: each row is checked on its own"
    )
    brand_arguments(check)
    fonts_argument(check)
    entail_argument(check)
    format_argument(check)


def add_review(commands: Commands) -> None:
    """Add the command `review`."""
    review = command_parser(
        commands, "review", "list statements beside their quotes, the riskiest first"
    )
    seed_argument(review)
    entail_argument(review)
    format_argument(review)


def add_build(commands: Commands) -> None:
    """Add the command `build`."""
    build = command_parser(commands, "build", "make the paper, the deck and the manifest of a seed")
    _which_seeds(build)
    switches(build, {
        "--pdf": "write only the paper",
        "--pptx": "write only the deck",
        "--slides-pdf": "write only the slides as PDF, with the typefaces embedded; options add up",
        "--handout": "write only a PDF of each slide above its speaker notes, on A4",
        "--html": "write only the evidence page: the paper as one HTML file, each statement with what bears it",
    })  # fmt: skip
    add_forms(build)
    out_argument(build, "folder for the outputs")
    build.add_argument(
        "--since", type=Path, metavar="OLD.json",
        help="an earlier edition's manifest: both documents then tell what changed since",
    )  # fmt: skip
    switches(build, {
        "--gate": "hold every PDF against PDF/UA-1 and PDF/A-3a first, and write nothing that fails",
    })  # fmt: skip
    build.add_argument(
        "--sign", type=Path, metavar="KEY",
        help="sign the manifest with a private SSH key, into ID.json.sig",
    )  # fmt: skip
    switches(build, {
        "--provenance": "also write an in-toto statement of where the documents come from: ID.intoto.json",
    })  # fmt: skip
    brand_arguments(build)
    fonts_argument(build)
    entail_argument(build)
    switches(build, {
        "--no-cache": "build anew whatever is there, and neither read nor write the cache folder",
        "--open": "open what was built in the system's viewer (never where CI is set)",
    })  # fmt: skip
    build.add_argument(
        "-v", "--verbose", action="store_true",
        help="also tell how much of each page of the paper is empty",
    )  # fmt: skip
    format_argument(build)


def _which_seeds(build: argparse.ArgumentParser) -> None:
    """Add what is built, and by how many processes."""
    build.add_argument(
        "seeds", type=Path, nargs="*", metavar="SEED",
        help="the seed folder, which holds briefing.yaml; several are built by several processes",
    )  # fmt: skip
    build.add_argument("--all", type=Path, metavar="DIR", help="every seed in a folder of seeds")
    build.add_argument(
        "--jobs", type=int, metavar="N", help="how many processes (default: one a processor)"
    )
    build.add_argument(
        "--cluster", metavar="ADDRESS",
        help="build several seeds on the workers of a scheduler of Dask, such as tcp://10.0.0.1:8786",
    )  # fmt: skip


def add_figures(commands: Commands) -> None:
    """Add the command `figures`."""
    figures = command_parser(
        commands, "figures", "write each exhibit of a seed as a picture of its own"
    )
    seed_argument(figures)
    figures.add_argument(
        "--format", choices=("svg", "png", "pdf"), default="svg",
        help="vectors for the web, 300 dots per inch, or vectors for print (default: svg)",
    )  # fmt: skip
    out_argument(figures, "folder for the pictures, called ID-EXHIBIT.svg")
    brand_arguments(figures)
    fonts_argument(figures)


def add_verify(commands: Commands) -> None:
    """Add the command `verify`."""
    verify = command_parser(
        commands,
        "verify",
        "read a finished paper and deck back and hold them against the ledger",
    )
    verify.add_argument(
        "files", type=Path, nargs="+", metavar="FILE",
        help="the paper, the deck, the slides as PDF, the handout, or several of them",
    )  # fmt: skip
    verify.add_argument(
        "--manifest", type=Path, metavar="JSON", help="the ledger (default: the JSON beside them)"
    )
    verify.add_argument(
        "--key", type=Path, metavar="KEY",
        help="hold the ledger to its signature: a public SSH key, or a list of allowed signers",
    )  # fmt: skip
    verify.add_argument(
        "--report", type=Path, metavar="HTML",
        help="also write what was found as one page, to be kept beside the documents",
    )  # fmt: skip
    format_argument(verify)


def add_diff(commands: Commands) -> None:
    """Add the command `diff`."""
    diff = command_parser(commands, "diff", "say what changed between two editions")
    diff.add_argument("old", type=Path, metavar="OLD.json", help="the earlier manifest")
    diff.add_argument("new", type=Path, metavar="NEW.json", help="the later manifest")
    report_format_argument(diff)
    switches(diff, {"--exit-code": "end with 1 when a reader could see a difference"})
