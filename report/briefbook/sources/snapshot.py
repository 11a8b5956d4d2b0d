"""A reading becomes the snapshot that quotes are anchored in: plain text with known offsets."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from briefbook.frozen import replace
from briefbook.language.document import Document
from briefbook.language.en.dates import find_dates
from briefbook.sources.boilerplate import mark_boilerplate
from briefbook.sources.reading import BULLET, Block, BlockKind, Reading
from briefbook.sources.source_text import Boilerplate, Heading, SourceText
from briefbook.values.dates import Precision

GAP = "\n\n"
_OF_FILE = frozenset(("docx", "odt", "pdf", "pptx", "rtf"))
"""Forms whose metadata date the file; a day that the document prints dates the document."""
_WITH_FOOTNOTES = frozenset(("docx", "odt", "pdf", "tei"))
"""Forms whose notes explain the text: they can be quoted, and say nothing of their own."""


def make_snapshot(reading: Reading, name: str, format_: str) -> SourceText:
    """Return the text of a reading, one paragraph a block, with its headings and boilerplate.

    Notes stand at the end. The text ends with a line feed, and has none but between blocks.
    """
    body = [block for block in reading.blocks if block.kind is not BlockKind.NOTE]
    notes = [block for block in reading.blocks if block.kind is BlockKind.NOTE]
    parts: list[str] = []
    headings: list[Heading] = []
    rows: set[int] = set()
    aside: list[Boilerplate] = []
    at = 0
    for block in (*body, *notes):
        words = _words(block)
        if block.aside:
            aside.append(Boilerplate(words, block.aside, at, at + len(words)))
        elif block.kind is BlockKind.HEADING:
            headings.append(Heading(at, at + len(words), max(1, block.level)))
        elif block.kind is BlockKind.ROW:
            rows.add(at)
        elif block.kind is BlockKind.NOTE and format_ in _WITH_FOOTNOTES:
            aside.append(Boilerplate(words, "footnote", at, at + len(words)))
        parts.append(words)
        at += len(words) + len(GAP)
    text = GAP.join(parts) + "\n" if parts else ""
    document = Document(name, text, hashlib.sha256(text.encode()).hexdigest())
    marked = mark_boilerplate(document, tuple(headings), frozenset(rows))
    about = reading.about
    of_file = format_ in _OF_FILE
    about = replace(
        about,
        title=about.title or _largest(text, headings, format_) or _first_line(reading),
        published=(marked.published or _running_day(reading.set_aside) if of_file else "")
        or about.published
        or marked.published,
        modified=""
        if of_file and (marked.published or _running_day(reading.set_aside))
        else about.modified or marked.modified,
    )
    return SourceText(
        document, format_, about=about, headings=marked.headings,
        boilerplate=(*_joined(marked.boilerplate, aside), *reading.set_aside), notes=reading.notes,
    )  # fmt: skip


def _joined(marked: Sequence[Boilerplate], aside: Sequence[Boilerplate]) -> list[Boilerplate]:
    """Return what was marked by its words and what its reader told, each paragraph once, in order."""
    told = {part.start for part in marked}
    both = [*marked, *(part for part in aside if part.start not in told)]
    return sorted(both, key=lambda part: part.start)


def _largest(text: str, headings: Sequence[Heading], format_: str) -> str:
    """Return the first heading of the highest rank; in a PDF, whose ranks are sizes, of those on its first page."""
    first = [h for h in headings if h.start < _FIRST_PAGE] if format_ == "pdf" else []
    rank = min((h.level for h in first), default=1)
    return next((text[h.start : h.end] for h in first or headings if h.level == rank), "")


_FIRST_PAGE = 2_500
"""Letters of a PDF's first page: larger type further in stands over a part."""


def _running_day(aside: Sequence[Boilerplate]) -> str:
    """Return the day that the running heads of all pages name, as EDTF; empty if none or several.

    Else the month at such a line's end, or the year of a journal, where they name one.
    """
    told = [
        (found, part.text)
        for part in aside
        if part.reason.startswith("running")
        for found in find_dates(part.text)
    ]
    days = {found.date.edtf for found, _ in told if found.date.precision is Precision.DAY}
    months = {
        found.date.edtf
        for found, text in told
        if found.date.precision is Precision.MONTH and not text[found.end :].strip(" .)0123456789")
    }
    years = {
        found.date.edtf
        for found, text in told
        if found.date.precision is Precision.YEAR and _OF_JOURNAL.search(text[: found.start])
    }
    named = days or months or years
    return named.pop() if len(named) == 1 else ""


_OF_JOURNAL = re.compile(r"\b(?:Journal|Bulletin|Gazette|Yearbook|Review)\s\(?$")


def _first_line(reading: Reading) -> str:
    """Return a first line that stands before the text as a title does: short, without a full stop."""
    texts = (b for b in reading.blocks if b.kind is BlockKind.PARAGRAPH and not b.aside)
    first = next(texts, None)
    is_title = (
        first is not None
        and len(reading.blocks) > 1
        and 8 <= len(first.text) <= 110  # noqa: PLR2004  a title's letters
        and first.text[-1].isalnum()
        and first is reading.blocks[0]
    )
    return first.text if first is not None and is_title else ""


def _words(block: Block) -> str:
    return BULLET + block.text if block.kind is BlockKind.ITEM else block.text
