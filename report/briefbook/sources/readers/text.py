"""Plain text: the snapshot is the text itself, letter for letter; only its form is recognised."""

from __future__ import annotations

import hashlib

from briefbook.language.document import Document
from briefbook.sources.boilerplate import guess_headings, mark_boilerplate
from briefbook.sources.source_text import About, SourceText


def read_text(text: str, name: str) -> SourceText:
    """Return a text with what its short lines show: title, headings, boilerplate, dates."""
    document = Document(name, text, hashlib.sha256(text.encode()).hexdigest())
    marked = mark_boilerplate(document, guess_headings(document))
    first = marked.headings[:1]
    title = text[first[0].start : first[0].end] if first and first[0].level == 1 else ""
    about = About(" ".join(title.split()), published=marked.published, modified=marked.modified)
    return SourceText(
        document, "text", about=about, headings=marked.headings, boilerplate=marked.boilerplate
    )
