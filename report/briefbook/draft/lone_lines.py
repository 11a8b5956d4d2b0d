"""Lines that say nothing by themselves, told by what stands around them: captions, headlines, torn ends."""

from __future__ import annotations

import re
from itertools import pairwise

from briefbook.draft.trim import has_verb
from briefbook.language.document import Document
from briefbook.sources.reading import CELLS

ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
FIGURES = re.compile(r"(?<![\w.,-])[$€£]?\s?\d[\d,.]*%?(?![\w-])")
_TAIL, _NOTES = 12, "0123456789 ,[]"
"""Letters at a paragraph's end, among them the numbers of notes."""


def captions_in(document: Document, headings: frozenset[int]) -> frozenset[int]:
    """Return the numbers of the paragraphs without a full stop between two that have one, or below the number of a table."""
    ended = [
        ENDED.search(document.text[max(p.start, p.end - _TAIL) : p.end].rstrip(_NOTES)) is not None
        or p.start in headings
        for p in document.paragraphs
    ]
    inner = range(1, len(ended) - 1)
    labels = [_NUMBERED.fullmatch(document.text[p.start : p.end]) for p in document.paragraphs]
    return frozenset(
        n + 1 for n in inner if not ended[n] and (labels[n - 1] or (ended[n - 1] and ended[n + 1]))
    )


_NUMBERED = re.compile(r"(?:Table|Figure|Chart|Box|Exhibit|Graph|Map) [\dA-Z][\w.-]{0,6}[.:]?\s*")


_HEADLINE, _LEAST_HEADLINES = 140, 3
"""Letters of a headline, and how many on end are a list of them."""


def headlines_in(document: Document, headings: frozenset[int]) -> frozenset[int]:
    """Return the numbers of the paragraphs that are lines on end without a full stop and without a bullet.

    A line that counts something and has a verb is a statement all the same.
    """
    found: set[int] = set()
    run: list[int] = []
    for span in (*document.paragraphs, None):
        words = (
            document.text[span.start : min(span.end, span.start + _HEADLINE + 1)] if span else ""
        )
        is_line = span is not None and span.start not in headings and _is_headline(words)
        if span is not None and is_line:
            run.append(span.number)
            continue
        if len(run) >= _LEAST_HEADLINES:
            found |= set(run)
        run = []
    return frozenset(found)


def _is_headline(words: str) -> bool:
    is_told = has_verb(words) and FIGURES.search(words) is not None
    is_line = len(words) <= _HEADLINE and "\n" not in words and CELLS not in words
    return is_line and words[:1] != "•" and ENDED.search(words) is None and not is_told


def torn_in(document: Document) -> frozenset[int]:
    """Return the numbers of the paragraphs that end without a mark before one that begins in small letters."""
    text, spans = document.text, document.paragraphs
    return frozenset(
        span.number
        for span, after in pairwise(spans)
        if text[after.start].islower()
        and ENDED.search(text[max(span.start, span.end - _TAIL) : span.end].rstrip()) is None
    )
