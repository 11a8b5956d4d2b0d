"""Every quote of a briefing looked for in the newest texts, and how to write it where it moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefbook.errors import SourceLocation
from briefbook.evidence.citations import supported_statements
from briefbook.language.document import Document
from briefbook.model import Briefing, Omission, Quote
from briefbook.model.locations import place_of
from briefbook.model.yaml_edit import Replacement
from briefbook.refresh.anchors import Found, Reading, Status, reanchor
from briefbook.refresh.report import QuoteResult
from briefbook.sources.anchoring import fold


@dataclass(frozen=True)
class Rewriting:
    """Which quotes may be written anew."""

    moved: bool = False
    """Those whose letters are the same: moved and reflowed ones."""
    edited: bool = False
    """Those whose words are others, but bear the same facts."""

    def takes(self, status: Status) -> bool:
        """Tell whether a quote of a status may be written anew."""
        if status is Status.EDITED:
            return self.edited
        return self.moved and status in (Status.MOVED, Status.REFLOWED)


def reanchor_quotes(
    briefing: Briefing, source: str, new: Document, rewriting: Rewriting
) -> tuple[list[QuoteResult], list[Replacement]]:
    """Return what became of each quote of a source in its new text, and the exchanges it takes."""
    results: list[QuoteResult] = []
    exchanges: dict[SourceLocation, Replacement] = {}
    old = briefing.texts[source]
    found: dict[Reading, Found] = {}  # a quote may bear several statements
    for statement, quote in _quotes_of(briefing, source):
        reading = Reading(str(quote.quote), str(quote.prefix), str(quote.suffix))
        became = found.setdefault(reading, reanchor(old, new, reading))
        edits = _edits(quote, became) if rewriting.takes(became.status) else []
        exchanges |= {edit.place: edit for edit in edits}
        place = place_of(quote.quote, quote.place)
        results.append(QuoteResult(place, statement, str(quote.quote), became, bool(edits)))
    for omission in _omissions_of(briefing, source):
        became = _omitted(omission, old, new)
        place = place_of(omission.sentence, omission.place)
        is_rewritten = bool(became.reading) and rewriting.takes(became.status)
        if became.reading and is_rewritten:
            exchanges[place] = Replacement(place, became.reading.exact)
        results.append(QuoteResult(place, "", str(omission.sentence), became, is_rewritten))
    return results, list(exchanges.values())


def _quotes_of(briefing: Briefing, source: str) -> Iterator[tuple[str, Quote]]:
    """Yield each quote of a source once, with its statement's id."""
    seen: set[SourceLocation] = set()
    for statement, _ in supported_statements(briefing):
        for quote in getattr(statement, "evidence", ()):
            if briefing.source_of(quote) == source and quote.place not in seen:
                seen.add(quote.place)
                yield str(getattr(statement, "id", "")), quote


def _omissions_of(briefing: Briefing, source: str) -> Iterator[Omission]:
    first = str(briefing.sources[0].id)
    return (entry for entry in briefing.omissions if (entry.source or first) == source)


def _omitted(omission: Omission, old: Document, new: Document) -> Found:
    """Return what became of a sentence left out, of which the beginning is given."""
    wanted = fold(omission.sentence)
    for span in new.sentences:
        if fold(new.text[span.start : span.end]).startswith(wanted):
            paragraph = new.paragraph_at(span.start).number
            return Found(Status.SAME, holds=True, paragraphs=(paragraph,))
    found = reanchor(old, new, Reading(str(omission.sentence)))
    if found.holds or found.status is Status.AMBIGUOUS:  # but no sentence begins with it
        return Found(Status.LOST, paragraphs=found.paragraphs)
    return found


def _edits(quote: Quote, found: Found) -> list[Replacement]:
    """Return the exchanges that make a quote hold; none where it holds or cannot be made to."""
    if found.reading is None:
        return []
    parts: Mapping[str, str] = {
        "quote": found.reading.exact, "prefix": found.reading.prefix, "suffix": found.reading.suffix,
    }  # fmt: skip
    edits = []
    for name, text in parts.items():
        was = getattr(quote, name)
        if str(was) == text:
            continue
        if not was or not text:
            return []  # a key would have to come or go: a person's work
        edits.append(Replacement(was.place, text))
    return edits
