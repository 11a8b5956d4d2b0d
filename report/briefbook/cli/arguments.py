"""What the command line takes: every command with its arguments, help and examples."""

from __future__ import annotations

import argparse
import re
import sys
from importlib import import_module
from typing import Any, NoReturn

from briefbook.cli.argument_parts import EXAMPLES
from briefbook.language.phrases import did_you_mean
from briefbook.version import __version__

_COMMANDS = {
    "check": "document", "review": "document", "desk": "edit", "build": "document", "figures": "document", "doctor": "seed",
    "draft": "seed", "refresh": "seed", "regenerate": "seed", "verify": "document", "diff": "document", "brand": "form",
    "schema": "seed", "migrate": "seed", "template": "form", "index": "form", "new": "seed", "cache": "form",
}  # fmt: skip
"""In the order in which help lists them, with the neighbour that has their arguments: those of one are read alone."""


class _Parser(argparse.ArgumentParser):
    """Tells the nearest command or choice for one that is not there."""

    def _print_message(self, message: str, file: Any = None) -> None:  # noqa: ANN401  as the library
        """Print; what finds no room is told, and not passed over as the library does."""
        (file or sys.stderr).write(message)

    def error(self, message: str) -> NoReturn:
        found = re.match(r"(?:argument .*: )?invalid choice: '(.*?)' \(choose from (.*)\)", message)
        if found:
            choices = re.findall(r"[\w.-]+", found[2])
            meant = did_you_mean(found[1], choices, f"there are: {', '.join(choices)}")
            message = f"there is no “{found[1]}” here; {meant}"
        super().error(message)


def make_parser(only: str = "") -> argparse.ArgumentParser:
    """Return the parser; `command` is the name of the command that was given, or None.

    `only`: the one command whose arguments are asked for; of all where there is no command of this name.
    """
    parser: argparse.ArgumentParser = _Parser(
        prog="briefbook",
        description="Turn a source document into a briefing paper (PDF) and a slide deck (PPTX) in "
        "which every statement can be traced to the sentence it came from.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"briefbook {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command", title="commands")
    for name in (only,) if only in _COMMANDS else _COMMANDS:
        neighbour = import_module(f"briefbook.cli.{_COMMANDS[name]}_arguments")
        getattr(neighbour, f"add_{name}")(commands)
    return parser
