"""Lists of a source whose items say nothing without their head: both are one statement.

    The office will provide:  • 12,000 tents for families  • clean water until September
    → The office will provide: 12,000 tents for families; clean water until September.

The words are the source's own, quoted piece by piece. Items that are sentences by themselves stay so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefbook.draft.trim import has_verb
from briefbook.language.document import Document, Span

_MARK = re.compile(
    r"(?:(?P<bullet>[•◦▪‣●○■·*–—\uff61-\uff9f\uf000-\uf8ff-])|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s*"
)
"""What stands before an item; some fonts of PDFs give a bullet the code of another letter."""
_MARKS = re.compile(rf"(?:{_MARK.pattern.replace('?P<bullet>', '?:')})+")
_HEAD = re.compile(r"(?<![:;]):$")
_AND = re.compile(r"[,;]?\s(?:and|or)$|[,;.]$")
"""What ends an item within its list."""
_MOST_LETTERS, _LONGEST_ITEM = 360, 240
"""Of a statement with all its items, and of an item that the head is said with alone."""
_FEWEST_WORDS = 3
_OPEN_VERB = re.compile(
    r"\b(?:is|are|was|were|include[sd]?|including|will|would|can|may|must|should|to|has|have|had|by|for|of|with)$",
    re.IGNORECASE,
)
"""A head that ends so cannot stand without what follows, though it has no verb that the rules know."""

Stretch = tuple[int, int]
"""First and last letter of something in its source, the last not counted."""


@dataclass(frozen=True)
class ListFound:
    """The head of a list, and its items, as spans of the source's sentences."""

    head: Span
    items: tuple[Span, ...]


def lists_in(document: Document) -> dict[int, ListFound]:
    """Return the lists of a source by where their heads start: a head that ends with a colon, two items or more."""
    paragraphs = document.paragraphs
    by_paragraph: dict[int, list[Span]] = {}
    number = 0
    for span in document.sentences:
        while number + 1 < len(paragraphs) and paragraphs[number + 1].start <= span.start:
            number += 1
        by_paragraph.setdefault(number, []).append(span)
    found = {}
    for at in range(len(paragraphs)):
        heads = by_paragraph.get(at, [])
        if not heads or not _HEAD.search(document.text[heads[-1].start : heads[-1].end].rstrip()):
            continue
        items = tuple(_items(document, by_paragraph, at + 1))
        if len(items) > 1 and _is_open(document.text[heads[-1].start : heads[-1].end]):
            found[heads[-1].start] = ListFound(heads[-1], items)
    return found


def _items(document: Document, spans: dict[int, list[Span]], at: int) -> Iterator[Span]:
    """Yield the paragraphs that begin with one kind of mark, of a sentence each."""
    kind: object = None
    while own := spans.get(at, []):
        mark = _MARK.match(document.text, own[0].start, own[0].end)
        is_like = mark is not None and kind in (None, mark["bullet"] or "")
        # The point of “a.” ends no sentence.
        words = [s for s in own if not _MARKS.fullmatch(document.text, s.start, s.end)]
        if mark is None or not is_like or len(words) != 1:
            return
        kind = mark["bullet"] or ""
        yield words[0]
        at += 1


def _is_open(head: str) -> bool:
    """Tell whether a head begins a sentence that its items go on with: “Priorities:” does not."""
    words = head.rstrip().removesuffix(":").rstrip()
    return len(words.split()) >= _FEWEST_WORDS and (
        has_verb(words) or _OPEN_VERB.search(words) is not None
    )


def told(head: str, items: Sequence[str]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return the statements of a list, each with the numbers of its items: all in one, or one for each.

    Empty where an item is too long to be said with its head.
    """
    lead = head.rstrip().removesuffix(":").rstrip()
    bare = [_AND.sub("", item.rstrip()).rstrip() for item in items]
    whole = f"{lead}: {'; '.join(bare)}."
    if len(whole) <= _MOST_LETTERS:
        return ((whole, tuple(range(len(items)))),)
    if max(map(len, bare)) > _LONGEST_ITEM:
        return ()
    return tuple((f"{lead}: {item}.", (number,)) for number, item in enumerate(bare))
