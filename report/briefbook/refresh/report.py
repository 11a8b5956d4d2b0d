"""What a refresh did, as data."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from briefbook.errors import Problem, Problems, SourceLocation, Unreadable
from briefbook.language.phrases import shortened
from briefbook.refresh.anchors import Found, Status
from briefbook.refresh.figures import Laid


class Outcome(StrEnum):
    """What fetching an address came to."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    FAILED = "failed"
    NO_ADDRESS = "no address"


@dataclass(frozen=True)
class QuoteResult:
    """A quote, or the beginning of a sentence left out on purpose, and what became of it."""

    place: SourceLocation
    statement: str
    text: str
    found: Found
    is_rewritten: bool = False

    @property
    def is_problem(self) -> bool:
        """Whether the seed's check fails for it."""
        return not (self.found.holds or self.is_rewritten)


@dataclass(frozen=True)
class SourceResult:
    """A source and its quotes."""

    id: str
    title: str
    url: str
    place: SourceLocation
    outcome: Outcome
    message: str = ""
    """Why it failed; a remark otherwise."""
    hint: str = ""
    file: str = ""
    """The snapshot that the quotes are held against: the new one if there is one."""
    quotes: tuple[QuoteResult, ...] = ()

    @property
    def counts(self) -> dict[Status, int]:
        """How many quotes have each status, in the order of the statuses."""
        counts = Counter(quote.found.status for quote in self.quotes)
        return {status: counts[status] for status in Status if counts[status]}


@dataclass(frozen=True)
class SeriesResult:
    """A series and what its new edition changed."""

    id: str
    title: str
    unit: str
    url: str
    place: SourceLocation
    outcome: Outcome
    message: str = ""
    hint: str = ""
    file: str = ""
    old_edition: str = ""
    new_edition: str = ""
    laid: Laid | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """Everything that a refresh did."""

    seed: Path
    is_dry: bool
    sources: tuple[SourceResult, ...]
    series: tuple[SeriesResult, ...]
    files: tuple[Path, ...]
    """Written, or to be written when it is a dry run."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Quotes that do not hold, and addresses that failed, in the order of the model."""
        found = [
            _quote_problem(quote, source)
            for source in self.sources
            for quote in source.quotes
            if quote.is_problem
        ]
        found += [
            Problem(
                entry.place, f"{_named(entry)}: {entry.message}", entry.hint, rule="not-fetched"
            )
            for entry in self._failed
        ]
        return tuple(sorted(found))

    @property
    def exit_code(self) -> int:
        """1 when a quote does not hold, 3 when only an address failed, else 0."""
        if any(quote.is_problem for source in self.sources for quote in source.quotes):
            return Problems.exit_code
        return Unreadable.exit_code if self._failed else 0

    @property
    def _failed(self) -> list[SourceResult | SeriesResult]:
        entries: list[SourceResult | SeriesResult] = [*self.sources, *self.series]
        return [entry for entry in entries if entry.outcome is Outcome.FAILED]


def _named(entry: SourceResult | SeriesResult) -> str:
    kind = "source" if isinstance(entry, SourceResult) else "series"
    return f"{kind} {entry.id}, {entry.url}"


_SAID = {
    Status.MOVED: "stands elsewhere, between other words",
    Status.REFLOWED: "has other breaks now",
    Status.EDITED: "has other words now",
    Status.FACTS_CHANGED: "has other facts now",
    Status.AMBIGUOUS: "stands more than once now",
    Status.LOST: "is gone",
}


def _quote_problem(quote: QuoteResult, source: SourceResult) -> Problem:
    found = quote.found
    said = _SAID.get(found.status, "does not hold")
    changes = f" ({'; '.join(found.changes)})" if found.changes else ""
    message = f"this quote {said} in {source.file}{changes}: “{shortened(quote.text)}”"
    if found.status is Status.AMBIGUOUS:
        where = ", ".join(map(str, found.paragraphs))
        hint = f"it stands in paragraphs {where}: quote more words, or add `prefix:` or `suffix:`"
    elif found.status is Status.MOVED:
        hint = "--update-anchors writes the words that stand beside it now"
    elif not found.nearest:
        hint = "nothing in the source is near it: remove the statement, or find other evidence"
    else:
        hint = f"the nearest passage is “{shortened(found.nearest, 300)}”"
        if found.status is Status.REFLOWED and found.reading:
            hint += "; --update-anchors takes it over"
        elif found.status is Status.REFLOWED:
            hint += ", which runs over a paragraph's end: quote one side of it"
        elif found.status is Status.EDITED and found.reading:
            hint += "; if it still bears the statement, --accept-edited takes it over"
    return Problem(quote.place, message, hint, f"quote-{found.status}", quote.statement)
