"""Events as entries of the model, with the exhibits and sections that they bear.

Only what the data bear is made: fewer than four events give a plain list instead of a timeline.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefbook.draft.claims import Claims
from briefbook.draft.events import Happening, lanes_of
from briefbook.draft.lexicon import OwnTitle
from briefbook.draft.parts import Limits, Names, Remarks, count_word
from briefbook.draft.trim import clipped, lower_first, starts_with_verb, upper_first
from briefbook.language.en.dates import find_dates
from briefbook.model import (
    Amount,
    Claim,
    Event,
    Exhibit,
    ExhibitPart,
    Formula,
    LaneForm,
    ParagraphPart,
    Phase,
    Section,
    TimelineForm,
)
from briefbook.text import StatementType
from briefbook.values.dates import Precision, years

LEAST_EVENTS = 4
TOLD_WHOLE = 14
"""Statements of a source that is told whole."""
_PHASES = 3
_PHASE_TEXT = 86
_LABEL = 22
"""Letters beside a mark of a timeline."""


@dataclass(frozen=True)
class Figures:
    """What the dated and counted statements add to a briefing."""

    events: tuple[Event, ...] = ()
    amounts: tuple[Amount, ...] = ()
    claims: tuple[Claim, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    sections: tuple[Section, ...] = ()
    scope: tuple[str, ...] = ()
    """Ids of the computed claims that say how much is dated and counted."""


def span_words(events: Sequence[Event]) -> str:
    """Return the years of some events in words: `1992 to 2010`, `in 1994`; empty for none."""
    told, bounded = _told(events)
    if not bounded:
        return ""
    first = min(event.date.first.year for event in told)
    last = max(event.date.last.year for event in bounded)
    return f"{first} to {last}" if first < last else f"in {first}"


def ends(events: Sequence[Event]) -> tuple[str, ...]:
    """Return the ids of the events that bear the span: the first and the last."""
    told, bounded = _told(events)
    if not bounded:
        return ()
    first = min(told, key=lambda e: (e.date.first, e.date.last))
    last = max(bounded, key=lambda e: (e.date.last, e.date.first))
    return tuple(dict.fromkeys((str(first.id), str(last.id))))


def _told(events: Sequence[Event]) -> tuple[list[Event], list[Event]]:
    """Return the events whose date can be read in one way, and those of them that have an end."""
    told = [e for e in events if e.date.precision is not Precision.ONE_OF]
    return told, [e for e in told if e.date.precision is not Precision.OPEN]


@dataclass
class Making:
    """The parts of the figures while they are made."""

    claims: Claims
    limits: Limits
    names: Names
    remarks: Remarks


# ── Events ───────────────────────────────────────────────────────────────────────────────────────


def date_figures(
    found: Sequence[Happening],
    claims: Claims,
    limits: Limits,
    names: Names,
    remarks: Remarks,
    *,
    is_plain: bool = False,
) -> Figures:
    """Return the events with a timeline, or with a plain list where they are few."""
    making = Making(claims, limits, names, remarks)
    lanes = lanes_of(found)
    pairs = [(_event(h, making, lanes[h.topic.id].id), h) for h in found]
    events = tuple(event for event, _ in pairs)
    counted = [event for event in events if not event.is_context]
    if not counted:
        return Figures(events=events)
    # A short source is told whole: what it dates would only be said twice.
    is_told = is_plain and len(counted) * 3 < len(claims.by_sentence) <= TOLD_WHOLE
    # Fewer than four stand in the text as well: a list of them would say it twice.
    if len(counted) < LEAST_EVENTS or is_told:
        return Figures(events=events)
    number, span = count_word(len(counted)), span_words(counted)
    claim = Claim(
        id=names.reserve("dated-events"), kind=StatementType.COMPUTED,
        text=f"The source dates {number} events, {span}; further dates stand in the text.",
        short=f"{number[:1].upper()}{number[1:]} dated events, {span}",
        supported_by=ends(counted), computed=counts(number, "count(events)"),
    )  # fmt: skip
    used = {event.kind for event in events}
    topics = {lane.id: lane for lane in lanes.values()}
    form = TimelineForm(
        tuple(LaneForm(id_, topics[id_].lane) for id_ in topics if id_ in used),
        _phases(pairs, topics) if limits.has_phases else (),
    )
    exhibit = Exhibit(
        id=names.reserve("timeline"), takeaway=f"What the source dates: {number} events, {span}",
        subtitle="Dated events in the source; the mark shows how exactly each is dated",
        supported_by=ends(counted), computed=counts(number, "count(events)", is_first_small=True), timeline=form,
    )  # fmt: skip
    remarks.review("exhibits", "timeline", "say in the takeaway what the events show")
    section = Section(
        id=names.reserve("chronology"), title=OwnTitle.CHRONOLOGY,
        body=(ParagraphPart((str(claim.id),)), ExhibitPart(str(exhibit.id))),
    )  # fmt: skip
    return Figures(events, (), (claim,), (exhibit,), (section,), (str(claim.id),))


def counts(number: str, formula: str, *, is_first_small: bool = False) -> tuple[Formula, ...]:
    """Return the formula for a count, as the text has it and with a capital."""
    capital = number[:1].upper() + number[1:]
    forms = (number,) if is_first_small else (number, capital)
    return tuple(Formula(form, formula) for form in dict.fromkeys(forms))


def _event(happening: Happening, making: Making, lane: str) -> Event:
    evidence, supported_by = making.claims.supporting(happening.sentence, happening.quotes)
    event = Event(
        id=making.names.name(happening.title, prefix="e-"),
        date=happening.date,
        title=happening.title,
        kind=lane,
        label=_label(happening),
        stance=making.claims.stance(happening.sentence),
        is_context=happening.is_context,
        evidence=evidence,
        supported_by=supported_by,
    )
    if happening.doubt:
        making.remarks.review("events", str(event.id), happening.doubt)
    elif happening.date.choices:
        making.remarks.review("events", str(event.id), "day or month first?")
    return event


def _label(happening: Happening) -> str:
    """Return the word beside an event's mark: what it is of, or else whom the title names first."""
    if happening.label:
        return happening.label
    words = happening.title.split()
    for count in range(1, len(words)):
        if starts_with_verb(" ".join(words[count:])):
            name = re.sub(r"^(?:The|A|An)\s", "", " ".join(words[:count]))
            name = clipped(
                re.sub(r"(?:\s(?:also|\w+ly))+$|^(?:It|They|He|She|This)$", "", name), _LABEL
            )
            return upper_first(name) if len(name) > 2 else happening.topic.lane  # noqa: PLR2004
    return happening.topic.lane


def _phases(
    pairs: list[tuple[Event, Happening]], topics: Mapping[str, object]
) -> tuple[Phase, ...]:
    """Return up to three spans of years with what each dates; () where their quotes overlap."""
    dated = [
        (e, h) for e, h in pairs if not e.is_context and e.date.precision is not Precision.OPEN
    ]
    groups = _thirds([pair for pair in dated if pair[0].date.first.year == pair[0].date.last.year])
    phases = []
    for group in groups:
        first, last = group[0][0].date.first.year, group[-1][0].date.last.year
        inside = [(e, h) for e, h in group if _dates_lie_in(h, first, last)]
        if not inside:
            return ()
        lead = _lead([str(getattr(topics[e.kind], "lane", e.kind)) for e, _ in inside])
        text = _texts([h.label or h.topic.lane for _, h in inside])
        span = years(first, last) if first < last else str(first)
        phases.append(Phase(span, lead, text, tuple(str(e.id) for e, _ in inside)))
    return tuple(phases)


def _thirds(pairs: list[tuple[Event, Happening]]) -> list[list[tuple[Event, Happening]]]:
    """Cut events into three groups of like size, never within a year."""
    by_year: dict[int, list[tuple[Event, Happening]]] = {}
    for pair in pairs:
        by_year.setdefault(pair[0].date.first.year, []).append(pair)
    if len(by_year) < _PHASES:
        return []
    groups: list[list[tuple[Event, Happening]]] = [[]]
    left = len(by_year)
    for members in by_year.values():
        wanted = len(groups) * len(pairs) / _PHASES
        done = sum(map(len, groups))
        is_full = done >= wanted or left <= _PHASES - len(groups)
        if groups[-1] and is_full and len(groups) < _PHASES:
            groups.append([])
        groups[-1] += members
        left -= 1
    return groups if len(groups) == _PHASES else []


def _dates_lie_in(happening: Happening, first: int, last: int) -> bool:
    found = [d for quote in happening.quotes for d in find_dates(str(quote.quote))]
    return all(first <= d.date.first.year <= last for d in found)


def _lead(lanes: list[str]) -> str:
    often = sorted(dict.fromkeys(lanes), key=lambda lane: (-lanes.count(lane), lanes.index(lane)))
    words = " and ".join(often[:2])
    return words[:1] + words[1:].lower() if len(often) > 1 else words


def _texts(labels: list[str]) -> str:
    """Return the words of some events as a list that fits under a timeline."""
    kept: list[str] = []
    for label in dict.fromkeys(labels):
        words = label if not kept else lower_first(label[:1].lower() + label[1:])
        if len(", ".join([*kept, words])) <= _PHASE_TEXT:
            kept.append(words)
    return ", ".join(kept)


def row_key(name: str) -> str:
    """Return what stands for a row among the things that the checks would not bear."""
    return f"row {name}"
