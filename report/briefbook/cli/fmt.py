"""The command `fmt`: briefing.yaml in one layout, its data and comments untouched."""

from __future__ import annotations

import argparse
import re

from briefbook.errors import Unwritable
from briefbook.model.reader import MODEL, model_bytes
from briefbook.model.yaml_changes import data_of
from briefbook.output import held, write_held
from briefbook.sources.read import utf8_text

_TOP = re.compile(r"[A-Za-z_][\w]*:")


def formatted(text: str) -> str:
    """Return a model's text with line feeds, no space at ends of lines, and a line before each part.

    A part is a field of the briefing that holds more than its own line, with the comment above it.
    """
    lines = [line.rstrip() for line in re.split(r"\r\n|\r|\n", text)]
    made: list[str] = []
    for number, line in enumerate(lines):
        if line or (made and made[-1]):
            if _opens(lines, number) and made and made[-1] and not made[-1].startswith("#"):
                made.append("")
            made.append(line)
    return "\n".join(made).strip("\n") + "\n"


def _opens(lines: list[str], number: int) -> bool:
    """Tell whether a part begins at a line, or the comment above it."""
    at = number
    while at < len(lines) and lines[at].startswith("#"):
        at += 1
    is_key = at < len(lines) and bool(_TOP.match(lines[at]))
    return is_key and at + 1 < len(lines) and lines[at + 1].startswith((" ", "-"))


def fmt_command(options: argparse.Namespace) -> int:
    """Format a model in place; with --check, say whether it is formatted and return 1 if not."""
    path = options.seed / MODEL
    model_bytes(options.seed)  # a missing seed is told, not made
    with held(options.seed):
        text = utf8_text(model_bytes(options.seed), path)
        new = formatted(text)
        if data_of(new) != data_of(text):
            hint = "a text in it ends its lines with spaces; write that text in quotation marks"
            raise Unwritable(f"{path}: to format it would change what it says", hint=hint)
        if new == text:
            print(f"{path}: formatted already")
            return 0
        if options.check:
            print(f"{path}: would be formatted")
            return 1
        write_held(options.seed, {MODEL: new.encode()})
    print(f"{path}: formatted; data and comments are as they were")
    return 0
