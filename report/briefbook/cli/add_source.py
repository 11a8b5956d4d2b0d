"""The command `add-source`: one more document that a briefing rests on, its entry filled in."""

from __future__ import annotations

import argparse
import datetime as dt
import re

from briefbook.cli.argument_parts import fetched
from briefbook.cli.terminal import print_files, print_notes
from briefbook.desk import edits
from briefbook.desk.session import Session
from briefbook.draft import read_texts, reading_notes
from briefbook.draft.front import source_of
from briefbook.draft.parts import Remarks
from briefbook.model import Source

_WORD = re.compile(r"[a-z][a-z0-9]+")
_TO_FILL = "to be filled in"


def add_source_command(options: argparse.Namespace) -> int:
    """Read a file or an address, write its text and its entry into the seed; return 0."""
    session = Session(options.seed)
    (text,) = read_texts((options.file,), options.encoding, fetched)
    print_notes(reading_notes((text,)))
    found = source_of(text, Remarks())
    id_ = options.id or _id_of(found)
    file = f"{id_}.txt"
    entry: dict[str, object] = {
        "file": file,
        "title": str(found.title),
        "publisher": str(found.publisher),
        "sha256": text.document.sha256,
        "redistribute": "no",
        "quality": f"{_TO_FILL}: how far it can be trusted",
        "url": str(found.url),
        "date": found.date.edtf if found.date else "",
        "date_note": str(found.date_note),
        "accessed": dt.datetime.now(dt.UTC).date().isoformat() if found.url else "",
        "is_outside": "yes" if options.outside else "",
    }
    given = {name: value for name, value in entry.items() if value}
    session.apply(
        lambda data: edits.with_source(data, id_, given),
        files={file: text.document.text.encode()},
    )
    print(f"{session.path}: {id_} is a source now: “{found.title}”, {found.publisher}")
    print_files((options.seed / file,))
    print(f"next: look at its entry, then briefbook pin {options.seed} CLAIM WORDS --source {id_}")
    return 0


def _id_of(source: Source) -> str:
    """Return an id made of the first words of a source's publisher or title."""
    words = _WORD.findall(str(source.title).lower())[:2]
    return "-".join(words) or "source"
