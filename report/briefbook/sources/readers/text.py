"""Plain text: the snapshot is the text itself, letter for letter; only its form is recognised."""

from __future__ import annotations

import hashlib
import re

from briefbook.language.document import Document
from briefbook.sources.boilerplate import guess_headings, mark_boilerplate
from briefbook.sources.dateline import head_date
from briefbook.sources.readers.text_lines import part_lines
from briefbook.sources.source_text import About, SourceText

_SPEECH = re.compile(
    r"(?:(?:opening|closing|keynote) )?(?:statement|remarks|address|speech)(?: delivered)? (?:by|of)\s",
    re.IGNORECASE,
)
_TITLE, _HEAD = 240, 6
"""Letters of a title that says who speaks, and paragraphs at whose head it may stand."""


_TORN = re.compile(
    r"(?<=\w)(?P<comma>,?)[ \t]*\n[ \t]*\n[ \t]*(?=[a-z])"
    r"|\b(?P<word>the|of|and|to|for|in|by|with|from|on|at|an?|our|their|its),?[ \t]*\n[ \t]*\n[ \t]*(?=[A-Z\d])"
)
"""A blank line inside a sentence: before a small letter, or behind a word that none ends with."""
_LEAST_LINE = 30
_LEAST_TORN = 4
"""Such blank lines that a text has by its scanning, not by its author."""


def read_text(text: str, name: str) -> SourceText:
    """Return a text with what its short lines show: title, headings, boilerplate, dates."""
    text, notes = _mended(text)
    text, parted = part_lines(text)
    notes = (*notes, *parted)
    document = Document(name, text, hashlib.sha256(text.encode()).hexdigest())
    marked = mark_boilerplate(document, guess_headings(document))
    first = marked.headings[:1]
    title = (
        _speech(document)
        or _over_date(document)
        or (text[first[0].start : first[0].end] if first and first[0].level == 1 else "")
    )
    about = About(" ".join(title.split()), published=marked.published, modified=marked.modified)
    return SourceText(
        document, "text", about=about, headings=marked.headings,
        boilerplate=marked.boilerplate, notes=notes,
    )  # fmt: skip


def _mended(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without the blank lines that tear its sentences, where many do, and what to say of it."""
    torn = [match for match in _TORN.finditer(text) if _is_wrapped(text, match.start())]
    if len(torn) < _LEAST_TORN:
        return text, ()
    parts, at = [], 0
    for match in torn:
        kept = match["word"] or match["comma"] or ""
        parts += [text[at : match.start()], kept, "\n"]
        at = match.end()
    note = f"{len(torn)} blank lines inside sentences were taken out of its text, as a scan leaves them"
    return "".join((*parts, text[at:])), (note,)


def _is_wrapped(text: str, at: int) -> bool:
    """Tell whether the line before a place is one of several: a list of single words is none."""
    start = text.rfind("\n", 0, at)
    return start > 0 and text[start - 1] != "\n" and at - start > _LEAST_LINE


def _speech(document: Document) -> str:
    """Return the paragraph at the head that says who speaks, STATEMENT BY THE PRESIDENT, as a title."""
    heads = (document.text[span.start : span.end].strip() for span in document.paragraphs[:_HEAD])
    return next(
        (
            " ".join(w.split()).rpartition(", ")[0] if w[-1:] == ":" else w
            for w in heads
            if len(w) <= _TITLE and _SPEECH.match(w) and w[-1:] not in ".;,"
        ),
        "",
    )


_LEAST_TITLE = 4
"""Words of a title that stands over its date."""


def _over_date(document: Document) -> str:
    """Return the line of a paragraph at the head that stands right over a day: a title over its date."""
    for span in document.paragraphs[:_HEAD]:
        lines = document.text[span.start : span.end].split("\n")
        is_pair = len(lines) == 2 and head_date(lines[1], Document("", lines[1], "").paragraphs, 1)  # noqa: PLR2004
        if is_pair and len(lines[0].split()) >= _LEAST_TITLE and lines[0].strip()[-1:].isalnum():
            return lines[0]
    return ""
