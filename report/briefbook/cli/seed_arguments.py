"""Arguments of the commands by which a seed comes to be and stays fresh, and of those about its form."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefbook.cli.argument_parts import (
    Commands,
    command_parser,
    format_argument,
    out_argument,
    report_format_argument,
    seed_argument,
    switches,
)


def add_new(commands: Commands) -> None:
    """Add the command `new`."""
    new = command_parser(commands, "new", "make a seed folder that builds at once, to start from")
    new.add_argument(
        "folder", type=Path, metavar="NAME", help="the folder to make, such as seeds/my-briefing"
    )


def add_draft(commands: Commands) -> None:
    """Add the command `draft`."""
    draft = command_parser(commands, "draft", "make a first briefing from any document, by rule")
    draft.add_argument(
        "files", nargs="+", metavar="FILE",
        help="the source, a file or an address (https://…); several make one briefing",
    )  # fmt: skip
    draft.add_argument(
        "-o", dest="folder", type=Path, metavar="NAME",
        help="the seed folder to make (default: named after the source)",
    )  # fmt: skip
    draft.add_argument("--encoding", metavar="NAME", help="of the files, where it is not UTF-8")
    draft.add_argument(
        "--edition", metavar="DATE",
        help="the briefing's date (default: the sources' own last day, or today)",
    )  # fmt: skip
    draft.add_argument("--facts", type=Path, metavar="OUT", help="write the facts found, as JSON")


def add_refresh(commands: Commands) -> None:
    """Add the command `refresh`."""
    refresh = command_parser(
        commands, "refresh", "fetch a seed's sources and figures again and look for every quote"
    )
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
    switches(command, {
        "--update-anchors": "rewrite quotes whose letters are the same but stand elsewhere or have other breaks",
        "--accept-edited": "take over the new words of quotes whose facts are the same (read them first)",
        "--allow-private": "fetch from private networks and this machine too",
    })  # fmt: skip
    command.add_argument(
        "--contact", default="", metavar="ADDRESS", help="told to the servers, beside our name"
    )


def add_regenerate(commands: Commands) -> None:
    """Add the command `regenerate`."""
    regenerate = command_parser(
        commands, "regenerate", "refresh, check, build, compare and verify a seed in one go"
    )
    seed_argument(regenerate)
    _fetch_arguments(regenerate)
    out_argument(regenerate, "folder for the outputs, for before/ and for changes.md")
    format_argument(regenerate)


def add_schema(commands: Commands) -> None:
    """Add the command `schema`."""
    schema = command_parser(commands, "schema", "print the JSON Schema of a model or a manifest")
    schema.add_argument(
        "name", nargs="?", choices=("briefing", "brand", "manifest"), default="briefing",
        help="of briefing.yaml, of brand.yml, or of the manifest beside the outputs (default: briefing)",
    )  # fmt: skip
    switches(schema, {"--path": "say where the file is instead"})


def add_migrate(commands: Commands) -> None:
    """Add the command `migrate`."""
    migrate = command_parser(
        commands, "migrate", "rewrite a seed's briefing.yaml in the newest format"
    )
    seed_argument(migrate)


def add_doctor(commands: Commands) -> None:
    """Add the command `doctor`."""
    command_parser(commands, "doctor", "tell what this installation has and lacks")
