"""What is printed: progress on stderr, problems in the form that was asked for."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from briefbook.cli.colours import say
from briefbook.errors import Problem
from briefbook.messages import Format, as_github, as_json, as_text


def progress(step: str) -> None:
    """Say what is being done: one changing line on a terminal, plain lines elsewhere."""
    if sys.stderr.isatty():
        print(f"\r\033[K{step} …", end="", file=sys.stderr, flush=True)
    else:
        print(step, file=sys.stderr)


def clear_progress() -> None:
    """Take the line of progress away."""
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def format_of(options: argparse.Namespace) -> Format:
    """Return the form in which problems are wanted."""
    # `diff` has formats of its own, and the other commands have none.
    wanted = getattr(options, "format", "")
    return Format(wanted) if wanted in tuple(Format) else Format.TEXT


def tell(
    problems: Sequence[Problem], options: argparse.Namespace, unread: str = "", **more: object
) -> None:
    """Print problems in the form that was asked for: data to stdout, words to stderr."""
    clear_progress()
    out, err = worded(problems, options, unread, **more)
    print(out, end="")
    say(err, sys.stderr)


def worded(
    problems: Sequence[Problem], options: argparse.Namespace, unread: str = "", **more: object
) -> tuple[str, str]:
    """Return problems in the form that was asked for: what belongs on stdout, and on stderr.

    `unread` says what the checks left unread: no form tells that nothing was found without it.
    """
    match format_of(options):
        case Format.TEXT:
            return "", as_text(problems) + (f"note: {unread}\n" if unread else "")
        case Format.JSON:
            told = {"statements_checked": not unread, "not_checked": unread} if unread else {}
            return as_json(problems, {**told, **more}), ""
        case Format.GITHUB:
            return as_github(problems, unread), ""
        case Format.SARIF:
            from briefbook.messages.sarif import as_sarif

            return as_sarif(problems, unread), ""
        case Format.JUNIT:
            from briefbook.messages.junit import as_junit

            return as_junit(problems, unread), ""


def print_notes(notes: Iterable[str]) -> None:
    """Print what is good to know beside a result."""
    for note in notes:
        print(f"note: {note}", file=sys.stderr)


def print_files(paths: Iterable[Path]) -> None:
    """Print files that were written, with their sizes."""
    for path in paths:
        print(file_line(path))


def file_line(path: Path) -> str:
    """Return the line that tells a file that was written."""
    return f"{path}  {path.stat().st_size:,} bytes"
