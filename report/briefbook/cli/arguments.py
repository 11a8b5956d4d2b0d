"""What the command line takes: every command with its arguments, help and examples."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

from briefbook.cli.argument_parts import (
    EXAMPLES,
    command_parser,
    entail_argument,
    format_argument,
    report_format_argument,
    seed_argument,
)
from briefbook.cli.edit_arguments import add_desk
from briefbook.cli.form_arguments import (
    add_brand,
    add_cache,
    add_forms,
    add_index,
    add_params,
    add_template,
    brand_arguments,
    fonts_argument,
)
from briefbook.version import __version__


class _Parser(argparse.ArgumentParser):
    """Tells the nearest command or choice for one that is not there."""

    def _print_message(self, message: str, file: Any = None) -> None:  # noqa: ANN401  as the library
        """Print; what finds no room is told, and not passed over as the library does."""
        (file or sys.stderr).write(message)

    def error(self, message: str) -> NoReturn:
        found = re.match(r"(?:argument .*: )?invalid choice: '(.*?)' \(choose from (.*)\)", message)
        if found:
            from difflib import get_close_matches

            choices = re.findall(r"[\w.-]+", found[2])
            near = get_close_matches(found[1], choices, n=1)
            meant = f"did you mean “{near[0]}”?" if near else f"there are: {', '.join(choices)}"
            message = f"there is no “{found[1]}” here; {meant}"
        super().error(message)


def make_parser() -> argparse.ArgumentParser:
    """Return the parser; `command` is the name of the command that was given, or None."""
    parser: argparse.ArgumentParser = _Parser(
        prog="briefbook",
        description="Turn a source document into a briefing paper (PDF) and a slide deck (PPTX) in "
        "which every statement can be traced to the sentence it came from.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"briefbook {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command", title="commands")

    check = command_parser(commands, "check", "hold every statement of a seed against its sources")
    seed_argument(check)
    check.add_argument(
        "--sentences",
        action="store_true",
        help="list every sentence of the sources and what became of it",
    )

    check.add_argument(
        "--explain",
        action="store_true",
        help="tell each value that no quote has as it stands, and what it follows from",
    )

    add_params(
        check, "a CSV or XLSX of values for the briefing's params: each row is checked on its own"
    )
    brand_arguments(check)
    fonts_argument(check)
    entail_argument(check)
    format_argument(check)
    review = command_parser(
        commands, "review", "list statements beside their quotes, the riskiest first"
    )
    seed_argument(review)
    entail_argument(review)
    format_argument(review)
    add_desk(commands)
    _add_build(commands)
    figures = command_parser(
        commands, "figures", "write each exhibit of a seed as a picture of its own"
    )
    seed_argument(figures)
    figures.add_argument(
        "--format", choices=("svg", "png", "pdf"), default="svg",
        help="vectors for the web, 300 dots per inch, or vectors for print (default: svg)",
    )  # fmt: skip
    figures.add_argument(
        "--out", type=Path, default=Path("dist"), metavar="DIR",
        help="folder for the pictures, called ID-EXHIBIT.svg (default: dist)",
    )  # fmt: skip
    brand_arguments(figures)
    fonts_argument(figures)
    command_parser(commands, "doctor", "tell what this installation has and lacks")
    _add_draft(commands)
    _add_refresh(commands)
    _add_regenerate(commands)
    _add_verify(commands)
    diff = command_parser(commands, "diff", "say what changed between two editions")
    diff.add_argument("old", type=Path, metavar="OLD.json", help="the earlier manifest")
    diff.add_argument("new", type=Path, metavar="NEW.json", help="the later manifest")
    report_format_argument(diff)
    diff.add_argument(
        "--exit-code", action="store_true", help="end with 1 when a reader could see a difference"
    )

    add_brand(commands)
    _add_format(commands)
    new = command_parser(commands, "new", "make a seed folder that builds at once, to start from")
    new.add_argument(
        "folder", type=Path, metavar="NAME", help="the folder to make, such as seeds/my-briefing"
    )
    add_cache(commands)
    return parser


def _add_build(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    build = command_parser(commands, "build", "make the paper, the deck and the manifest of a seed")
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
    build.add_argument("--pdf", action="store_true", help="write only the paper")
    build.add_argument("--pptx", action="store_true", help="write only the deck")
    build.add_argument(
        "--slides-pdf", action="store_true",
        help="write only the slides as PDF, with the typefaces embedded; options add up",
    )  # fmt: skip
    build.add_argument(
        "--handout", action="store_true",
        help="write only a PDF of each slide above its speaker notes, on A4",
    )  # fmt: skip
    build.add_argument(
        "--html", action="store_true",
        help="write only the evidence page: the paper as one HTML file, each statement with what bears it",
    )  # fmt: skip
    add_forms(build)
    build.add_argument(
        "--out",
        type=Path,
        default=Path("dist"),
        metavar="DIR",
        help="folder for the outputs (default: dist)",
    )
    build.add_argument(
        "--since",
        type=Path,
        metavar="OLD.json",
        help="an earlier edition's manifest: both documents then tell what changed since",
    )

    build.add_argument(
        "--gate", action="store_true",
        help="hold every PDF against PDF/UA-1 and PDF/A-3a first, and write nothing that fails",
    )  # fmt: skip
    build.add_argument(
        "--sign", type=Path, metavar="KEY",
        help="sign the manifest with a private SSH key, into ID.json.sig",
    )  # fmt: skip
    build.add_argument(
        "--provenance", action="store_true",
        help="also write an in-toto statement of where the documents come from: ID.intoto.json",
    )  # fmt: skip
    brand_arguments(build)
    fonts_argument(build)
    entail_argument(build)
    build.add_argument(
        "--no-cache", action="store_true",
        help="build anew whatever is there, and neither read nor write the cache folder",
    )  # fmt: skip
    build.add_argument(
        "--open", action="store_true",
        help="open what was built in the system's viewer (never where CI is set)",
    )  # fmt: skip
    build.add_argument(
        "-v", "--verbose", action="store_true",
        help="also tell how much of each page of the paper is empty",
    )  # fmt: skip
    format_argument(build)


def _add_verify(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verify = command_parser(
        commands,
        "verify",
        "read a finished paper and deck back and hold them against the ledger",
    )
    verify.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="the paper, the deck, the slides as PDF, the handout, or several of them",
    )
    verify.add_argument(
        "--manifest", type=Path, metavar="JSON", help="the ledger (default: the JSON beside them)"
    )
    verify.add_argument(
        "--key", type=Path, metavar="KEY",
        help="hold the ledger to its signature: a public SSH key, or a list of allowed signers",
    )  # fmt: skip

    verify.add_argument(
        "--report",
        type=Path,
        metavar="HTML",
        help="also write what was found as one page, to be kept beside the documents",
    )
    format_argument(verify)


def _add_format(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    schema = command_parser(commands, "schema", "print the JSON Schema of a model or a manifest")
    schema.add_argument(
        "name", nargs="?", choices=("briefing", "brand", "manifest"), default="briefing",
        help="of briefing.yaml, of brand.yml, or of the manifest beside the outputs (default: briefing)",
    )  # fmt: skip
    schema.add_argument("--path", action="store_true", help="say where the file is instead")

    migrate = command_parser(
        commands, "migrate", "rewrite a seed's briefing.yaml in the newest format"
    )
    seed_argument(migrate)
    add_template(commands)
    add_index(commands)


def _add_draft(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    draft = command_parser(commands, "draft", "make a first briefing from any document, by rule")
    draft.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="the source, a file or an address (https://…); several make one briefing",
    )
    draft.add_argument(
        "-o",
        dest="folder",
        type=Path,
        metavar="NAME",
        help="the seed folder to make (default: named after the source)",
    )
    draft.add_argument("--encoding", metavar="NAME", help="of the files, where it is not UTF-8")
    draft.add_argument(
        "--edition",
        metavar="DATE",
        help="the briefing's date (default: the sources' own last day, or today)",
    )
    draft.add_argument("--facts", type=Path, metavar="OUT", help="write the facts found, as JSON")


def _add_refresh(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    refresh = command_parser(
        commands, "refresh", "fetch a seed's sources and figures again and look for every quote"
    )  # fmt: skip
    seed_argument(refresh)
    refresh.add_argument(
        "--dry-run", "--check", dest="is_dry", action="store_true", help="write nothing"
    )
    _fetch_arguments(refresh)
    refresh.add_argument(
        "--timeout", type=float, default=30.0, metavar="SECONDS",
        help="for one answer from first to last byte (default: 30)",
    )  # fmt: skip
    refresh.add_argument(
        "--max-bytes", type=int, default=50 * 1024 * 1024, metavar="N",
        help="of an answer, as sent and as unpacked (default: 50 MiB)",
    )  # fmt: skip
    report_format_argument(refresh)


def _fetch_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--update-anchors", action="store_true",
        help="rewrite quotes whose letters are the same but stand elsewhere or have other breaks",
    )  # fmt: skip
    command.add_argument(
        "--accept-edited", action="store_true",
        help="take over the new words of quotes whose facts are the same (read them first)",
    )  # fmt: skip
    command.add_argument(
        "--allow-private", action="store_true",
        help="fetch from private networks and this machine too",
    )  # fmt: skip
    command.add_argument(
        "--contact", default="", metavar="ADDRESS", help="told to the servers, beside our name"
    )


def _add_regenerate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    regenerate = command_parser(
        commands, "regenerate", "refresh, check, build, compare and verify a seed in one go"
    )
    seed_argument(regenerate)
    _fetch_arguments(regenerate)
    regenerate.add_argument(
        "--out", type=Path, default=Path("dist"), metavar="DIR",
        help="folder for the outputs, for before/ and for changes.md (default: dist)",
    )  # fmt: skip
    format_argument(regenerate)
