"""The command `draft`: a first briefing from any document."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from briefbook.cli.argument_parts import fetched
from briefbook.cli.terminal import print_notes
from briefbook.draft import draft_seed, read_texts, reading_notes, write_facts
from briefbook.errors import WrongUse
from briefbook.values.dates import Date, parse_date


def draft_command(options: argparse.Namespace) -> int:
    """Write a seed folder, or the facts found, and tell what a person should know of it; return 0."""
    if not (options.folder or options.facts):
        options.folder = _named_after(str(options.files[0]))
    edition = _edition(options.edition)
    texts = read_texts(options.files, options.encoding, fetched)
    print_notes(reading_notes(texts))
    if options.facts:
        print(f"{options.facts}  {write_facts(texts, options.facts):,} facts")
    if options.folder:
        drafted = draft_seed(texts, options.folder, edition)
        print_notes(drafted.notes)
        for path in drafted.files:
            print(path)
        print(drafted.summary)
        print(f"next: briefbook build {options.folder}")
    return 0


def _named_after(source: str) -> Path:
    """Return the seed folder that a draft makes where none is named: `mali-2` of `/texts/Mali 2.txt`."""
    name = Path(source.rstrip("/").partition("?")[0]).stem
    folder = Path("-".join(re.findall(r"[a-z0-9]+", name.lower())) or "briefing")
    if folder.exists():
        raise WrongUse(f"{folder}: is there already", hint="name another seed folder with -o")
    return folder


def _edition(text: str | None) -> Date | None:
    try:
        return parse_date(text) if text else None
    except ValueError as error:
        raise WrongUse(f"--edition: {error}", hint="write it as 2026-11-23") from None
