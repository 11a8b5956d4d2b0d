"""What differs between two editions: facts, sources, series, outputs.

Numbers of passages and pages are no facts: a statement that stands elsewhere is the same statement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from briefbook.frozen import dataclass
from briefbook.provenance.edition import Edition, Fact

_ALIKE = 0.6
"""Two texts without an id of their own are one text revised if this share of them is the same."""


class What(StrEnum):
    """What happened to something."""

    ADDED = "added"
    REMOVED = "removed"
    REVISED = "revised"
    EVIDENCE = "evidence changed"
    """The statement is the same; the words that bear it are others."""


@dataclass(frozen=True)
class FactChange:
    """One statement that is not as it was."""

    what: What
    fact: Fact
    """As it is now, or as it was when it was removed."""
    old: Fact | None = None
    """As it was before, where it is still there."""

    @property
    def pairs(self) -> Iterator[tuple[str, str]]:
        """The texts that differ, old and new; the first of each where their number differs."""
        old = self.old.texts if self.old else ()
        new = self.fact.texts
        if len(old) != len(new):
            yield self.old.text if self.old else "", self.fact.text
            return
        yield from ((was, now) for was, now in zip(old, new, strict=True) if was != now)

    @property
    def quotes(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The quotes that bear it no more, and those that bear it now."""
        old, new = self.old.quotes if self.old else (), self.fact.quotes
        gone = tuple(quote for quote in old if quote not in new)
        return gone, tuple(quote for quote in new if quote not in old)


@dataclass(frozen=True)
class InputChange:
    """A source or a series that is not as it was."""

    what: What
    id: str
    title: str
    old: str
    """Its date or edition before; empty where it has none."""
    new: str


@dataclass(frozen=True)
class ValueChange:
    """A year of a series that came, went, or was revised; values in the series' unit."""

    what: What
    series: str
    title: str
    unit: str
    year: str
    old: str
    new: str


@dataclass(frozen=True)
class OutputChange:
    """A file that holds something else than before, or the same in the same bytes or others."""

    name: str
    is_same_content: bool
    is_same_bytes: bool


@dataclass(frozen=True)
class Changes:
    """Everything that differs between two editions."""

    old: Edition
    new: Edition
    facts: tuple[FactChange, ...]
    sources: tuple[InputChange, ...]
    series: tuple[InputChange, ...]
    values: tuple[ValueChange, ...]
    outputs: tuple[OutputChange, ...]

    @property
    def is_empty(self) -> bool:
        """Nothing that a reader could see differs."""
        is_told = self.facts or self.sources or self.series or self.values
        is_named = (self.old.title, self.old.status) != (self.new.title, self.new.status)
        return not (is_told or is_named or any(not out.is_same_content for out in self.outputs))


def compare(old: Edition, new: Edition) -> Changes:
    """Return what differs: the bottom line first, what was removed last."""
    return Changes(
        old=old,
        new=new,
        facts=tuple(sorted(_facts(old.facts, new.facts), key=_is_detail)),
        sources=tuple(_inputs(old.sources, new.sources, "date")),
        series=tuple(_inputs(old.series, new.series, "edition")),
        values=tuple(_values(old.series, new.series)),
        outputs=tuple(_outputs(old, new)),
    )


def _is_detail(change: FactChange) -> bool:
    return change.fact.statement != "bottom-line"


# ── Facts ────────────────────────────────────────────────────────────────────────────────────────


def _facts(old: tuple[Fact, ...], new: tuple[Fact, ...]) -> Iterator[FactChange]:
    """Yield the changes; evidence that several facts share is told with the first of them."""
    pairs, gone = _paired(old, new)
    told: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for was, fact in pairs:
        if was is None:
            yield FactChange(What.ADDED, fact)
        elif was.texts != fact.texts or was.kind != fact.kind:
            yield FactChange(What.REVISED, fact, was)
        elif (change := FactChange(What.EVIDENCE, fact, was)).quotes not in {*told, ((), ())}:
            told.add(change.quotes)
            yield change
    yield from (FactChange(What.REMOVED, fact) for fact in gone)


def _paired(
    old: tuple[Fact, ...], new: tuple[Fact, ...]
) -> tuple[list[tuple[Fact | None, Fact]], list[Fact]]:
    """Return each new fact with what it was before, and the old ones that are no more.

    Facts that are the same find each other first, so that none is taken for another's revision.
    """
    rest: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in old:
        rest[_key(fact)].append(fact)
    partner: dict[int, Fact] = {}
    for find in (_same, _revised):
        for index, fact in enumerate(new):
            others = rest[_key(fact)]
            if index not in partner and (found := find(fact, others)):
                partner[index] = found
                others.remove(found)
    pairs = [(partner.get(index), fact) for index, fact in enumerate(new)]
    return pairs, [fact for left in rest.values() for fact in left]


def _key(fact: Fact) -> str:
    return f"{fact.name} {fact.statement}"


def _same(fact: Fact, others: list[Fact]) -> Fact | None:
    return next((was for was in others if was.texts == fact.texts), None)


def _revised(fact: Fact, others: list[Fact]) -> Fact | None:
    if fact.statement and len(others) == 1:  # all else of the same statement is as it was
        return others[0]
    best = max(others, key=lambda was: _likeness(was.text, fact.text), default=None)
    return best if best and _likeness(best.text, fact.text) >= _ALIKE else None


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


# ── Inputs and outputs ───────────────────────────────────────────────────────────────────────────

_Inputs = Mapping[str, Mapping[str, Any]]


def _inputs(old: _Inputs, new: _Inputs, dated: str) -> Iterator[InputChange]:
    for id_, entry in new.items():
        was = old.get(id_)
        if was is None:
            yield InputChange(What.ADDED, id_, entry["title"], "", str(entry.get(dated, "")))
        elif was["sha256"] != entry["sha256"]:
            dates = str(was.get(dated, "")), str(entry.get(dated, ""))
            yield InputChange(What.REVISED, id_, entry["title"], *dates)
    for id_, was in old.items():
        if id_ not in new:
            yield InputChange(What.REMOVED, id_, was["title"], str(was.get(dated, "")), "")


def _values(old: _Inputs, new: _Inputs) -> Iterator[ValueChange]:
    for id_, entry in new.items():
        if id_ not in old:
            continue
        before, now = old[id_].get("values", {}), entry.get("values", {})
        for year in sorted({*before, *now}):
            was, is_ = str(before.get(year, "")), str(now.get(year, ""))
            if was != is_:
                what = What.REVISED if was and is_ else What.ADDED if is_ else What.REMOVED
                unit = str(entry.get("unit", ""))
                yield ValueChange(what, id_, str(entry["title"]), unit, year, was, is_)


def _outputs(old: Edition, new: Edition) -> Iterator[OutputChange]:
    for name, entry in new.outputs.items():
        was = old.outputs.get(name, {})
        is_same = bool(was) and was["sha256"] == entry["sha256"]
        alike = is_same or (bool(was) and was.get("content", "") == entry.get("content"))
        yield OutputChange(name, alike, is_same)
