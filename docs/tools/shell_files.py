# ruff: noqa: E402, SLF001  - argparse has no public way to walk a parser
"""What a shell and `man` know of Briefbook: completions for bash, zsh and fish, and the manual page.

    python docs/tools/shell_files.py FOLDER

Made from the command line's own parser, by shtab and in roff; the wheel brings them (build_hook.py).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT / "report") not in sys.path:  # an isolated build knows no installed Briefbook
    sys.path[:0] = [str(ROOT / "report"), str(ROOT / "figures")]

import shtab

from briefbook.cli.arguments import make_parser
from briefbook.version import __version__

COMPLETIONS = {
    "bash": "share/bash-completion/completions/briefbook",
    "zsh": "share/zsh/site-functions/_briefbook",
    "fish": "share/fish/vendor_completions.d/briefbook.fish",
}
MANUAL = "share/man/man1/briefbook.1"


def shell_files() -> dict[str, str]:
    """Return the text of each file by its place below the prefix of an environment."""
    made = {place: shtab.complete(make_parser(), shell) for shell, place in COMPLETIONS.items()}
    return {**made, MANUAL: manual()}


def manual() -> str:
    """Return the manual page in roff, section 1."""
    parser = make_parser()
    lines = [
        f'.TH BRIEFBOOK 1 "" "Briefbook {__version__}" "User Commands"',
        ".SH NAME",
        "briefbook \\- briefing papers and decks whose every statement can be traced",
        ".SH SYNOPSIS",
        ".B briefbook",
        "command [options]",
        ".SH DESCRIPTION",
        _roff(parser.description or ""),
        ".SH COMMANDS",
    ]
    for name, command in _commands(parser):
        lines += [".SS " + name, _roff(command.description or "")]
        lines += [line for action in command._actions for line in _option(action)]
        for inner, part in _commands(command):
            lines += [".TP", f".B {name} {inner}", _roff(part.description or "")]
    return "\n".join([*lines, ".SH EXIT STATUS", *_STATUS, ""])


_STATUS = (
    "0 done; 1 the briefing or the files are at fault; 2 wrong use; 3 a file cannot be read or",
    "written; 4 a fault in Briefbook.",
)


def _commands(
    parser: argparse.ArgumentParser,
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def _option(action: argparse.Action) -> Iterator[str]:
    if isinstance(action, argparse._HelpAction | argparse._SubParsersAction):
        return
    value = action.metavar or ("" if action.nargs == 0 else action.dest.upper())
    names = ", ".join(action.option_strings) if action.option_strings else ""
    shown = " ".join(
        filter(None, (names, str(value) if not isinstance(value, tuple) else " ".join(value)))
    )
    yield from (".TP", f".B {_roff(shown)}", _roff(_helped(action)))


def _helped(action: argparse.Action) -> str:
    values = {**vars(action), "prog": "briefbook"}
    return (action.help or "") % values


def _roff(text: str) -> str:
    """Return a text for roff: one line, its hyphens and leading dots escaped."""
    line = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{line}" if line.startswith((".", "'")) else line


if __name__ == "__main__":
    for place, text in shell_files().items():
        target = Path(sys.argv[1], place)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        print(target)
