"""A very long source is read where it tells most: facts are looked for there, and nowhere else.

A draft keeps some fifty statements. Of a text of megabytes, all facts would take longer to find than
anybody waits, and hardly one of them would be used; `--facts` finds them all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from briefbook.language.document import Document, Span
from briefbook.language.en.mentions import Mention, find_facts

MOST_LETTERS = 700_000
"""Of a source in which facts are looked for; what is shorter is read whole."""
NOT_READ = "not among the passages that a draft reads of so long a source"
_EARLY = 200
"""Paragraphs at the beginning, where a text says what it is about."""
_SHORTEST = 60
_SUM = re.compile(r"[$€£]\s?\d|\b(?:million|billion|percent|per cent)\b")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def passages_read(document: Document) -> frozenset[int] | None:
    """Return the numbers of the paragraphs that are read; None where all are."""
    if len(document.text) <= MOST_LETTERS:
        return None
    ranked = sorted(document.paragraphs, key=lambda span: (-_weight(document, span), span.number))
    chosen: set[int] = set()
    letters = 0
    for span in ranked:
        letters += span.end - span.start
        if letters > MOST_LETTERS:
            break
        chosen.add(span.number)
    return frozenset(chosen)


def facts_of(document: Document, chosen: frozenset[int] | None) -> tuple[Mention, ...]:
    """Return the facts in some paragraphs of a source, by their places in the whole."""
    if chosen is None:
        return find_facts(document)
    spans = [span for span in document.paragraphs if span.number in chosen]
    parts, starts, at = [], [], 0
    for span in spans:
        words = document.text[span.start : span.end]
        parts.append(words)
        starts.append(at)
        at += len(words) + 2
    read = Document(document.name, "\n\n".join(parts) + "\n", document.sha256)
    moved = []
    for fact in find_facts(read):
        index = bisect_right(starts, fact.start) - 1
        by = spans[index].start - starts[index]
        moved.append(replace(fact, start=fact.start + by, end=fact.end + by))
    return tuple(moved)


def _weight(document: Document, span: Span) -> float:
    """Return how much a paragraph promises, by a glance at it."""
    words = document.text[span.start : min(span.end, span.start + 2_000)]
    length = span.end - span.start
    return (
        2.0 * (span.number <= _EARLY)
        + bool(_SUM.search(words))
        + bool(_YEAR.search(words))
        - 2.0 * (length < _SHORTEST)
        + min(length, 600) / 1_200
    )
