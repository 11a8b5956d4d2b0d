"""Every passage that a briefing quotes, numbered once, so that [5] is the same on page and slide.

Passages are numbered in the order of the sources and of their place in them, not of their use:
a new statement does not renumber the rest of a paragraph's passages, and the evidence reads in the
order of the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.briefing.model import Bearing, Briefing, Quote
from briefbook.source.anchors import Anchor, find_quote
from briefbook.text import Kind


@dataclass(frozen=True)
class Passage:
    """A quoted passage: its number, the quote, and where it stands in its source."""

    number: int
    source: str
    quote: Quote
    anchor: Anchor
    is_view: bool
    """Only attributed statements rest on it: it judges rather than reports."""


class Citations:
    """The numbered passages of one briefing; it must have passed the checks."""

    def __init__(self, briefing: Briefing) -> None:
        """Anchor and number every quote in use."""
        self._briefing = briefing
        order = {str(source.id): index for index, source in enumerate(briefing.sources)}
        spans: dict[tuple[int, int, int], tuple[Quote, Anchor, set[Kind]]] = {}
        for statement, kind in bearing_statements(briefing):
            for quote in briefing.quotes_of(statement):
                source = briefing.source_of(quote)
                anchor = find_quote(briefing.texts[source], quote.quote, quote.prefix, quote.suffix)
                if isinstance(anchor, Anchor):
                    key = (order[source], anchor.start, anchor.end)
                    spans.setdefault(key, (quote, anchor, set()))[2].add(kind)
        self.passages = tuple(
            Passage(
                number,
                str(briefing.sources[key[0]].id),
                quote,
                anchor,
                is_view=Kind.ATTRIBUTED in kinds and Kind.REPORTED not in kinds,
            )
            for number, (key, (quote, anchor, kinds)) in enumerate(sorted(spans.items()), 1)
        )
        self._numbers = {
            (passage.source, passage.anchor.start, passage.anchor.end): passage
            for passage in self.passages
        }

    def passage(self, quote: Quote) -> Passage:
        """Return the passage of a quote."""
        source = self._briefing.source_of(quote)
        anchor = find_quote(
            self._briefing.texts[source], quote.quote, quote.prefix, quote.suffix
        )
        if not isinstance(anchor, Anchor):
            raise LookupError(f"not in the source: {quote.quote}")
        return self._numbers[source, anchor.start, anchor.end]

    def of(self, statement: Bearing) -> tuple[Passage, ...]:
        """Return the passages that bear a statement, in the order of their numbers."""
        found = {self.passage(quote) for quote in self._briefing.quotes_of(statement)}
        return tuple(sorted(found, key=lambda passage: passage.number))


def bearing_statements(briefing: Briefing) -> Iterator[tuple[Bearing, Kind]]:
    """Yield everything that rests on evidence, with the kind of statement that it is."""
    for claim in briefing.claims:
        yield claim, claim.kind
    for event in briefing.events:
        yield event, event.stance
    for amount in briefing.amounts:
        yield amount, Kind.REPORTED
    for exhibit in briefing.exhibits:
        for row in exhibit.table.rows if exhibit.table else ():
            for cell in row.cells:
                yield cell, cell.stance
    for group in briefing.notes_on_the_source:
        for remark in group.remarks:
            yield remark, Kind.JUDGEMENT
            yield SaysOnly(remark.says), Kind.JUDGEMENT


@dataclass(frozen=True)
class SaysOnly:
    """The quoted words of a remark, which are evidence of nothing but themselves."""

    evidence: tuple[Quote, ...]
    rests_on: tuple[str, ...] = ()
