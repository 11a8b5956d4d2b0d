"""Plain text: the snapshot is the text itself, letter for letter; only its form is recognised."""

from __future__ import annotations

import hashlib
import re

from briefbook.language.document import Document
from briefbook.sources.boilerplate import guess_headings, mark_boilerplate
from briefbook.sources.source_text import About, SourceText

_SPEECH = re.compile(
    r"(?:(?:opening|closing|keynote) )?(?:statement|remarks|address|speech)(?: delivered)? (?:by|of)\s",
    re.IGNORECASE,
)
_TITLE, _HEAD = 200, 6
"""Letters of a title that says who speaks, and paragraphs at whose head it may stand."""


def read_text(text: str, name: str) -> SourceText:
    """Return a text with what its short lines show: title, headings, boilerplate, dates."""
    document = Document(name, text, hashlib.sha256(text.encode()).hexdigest())
    marked = mark_boilerplate(document, guess_headings(document))
    first = marked.headings[:1]
    title = _speech(document) or (
        text[first[0].start : first[0].end] if first and first[0].level == 1 else ""
    )
    about = About(" ".join(title.split()), published=marked.published, modified=marked.modified)
    return SourceText(
        document, "text", about=about, headings=marked.headings, boilerplate=marked.boilerplate
    )


def _speech(document: Document) -> str:
    """Return the paragraph at the head that says who speaks, STATEMENT BY THE PRESIDENT, as a title."""
    heads = (document.text[span.start : span.end].strip() for span in document.paragraphs[:_HEAD])
    return next(
        (w for w in heads if len(w) <= _TITLE and _SPEECH.match(w) and w[-1] not in ".:;,"), ""
    )
