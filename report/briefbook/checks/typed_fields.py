"""Dates of events, sums of amounts and years of phases, which are values rather than texts."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.checks.names import nearest
from briefbook.errors import Problem, SourceLocation
from briefbook.evidence.assertions import exhibit_series
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.support import EvidenceIndex
from briefbook.evidence.value_support import are_ends_supported, dates_in, numbers_in
from briefbook.frozen import replace
from briefbook.language.en.counted import Counted, counted_after
from briefbook.language.en.dates import find_dates, is_open_ended
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.related import FAR, best_relation, entry_of
from briefbook.language.en.stemmer import content_words, words_of
from briefbook.model import Amount, Event, PeriodForm, Phase
from briefbook.model.locations import place_of
from briefbook.values.dates import Precision, long_date
from briefbook.values.formatting import prose
from briefbook.values.units import Unit, UnitType


def check_typed_fields(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each date, sum or span of years that its evidence does not have."""
    briefing, index = resolved.briefing, resolved.evidence
    for event in briefing.events:
        yield from _check_event(index, event)
    for amount in briefing.amounts:
        yield from _check_amount(index, amount)
    for exhibit in briefing.exhibits:
        for phase in exhibit.timeline.phases if exhibit.timeline else ():
            yield from _check_phase(index, phase)
        if exhibit.shares:
            is_fiscal = all(one.is_fiscal for one in exhibit_series(briefing, exhibit))
            for period in exhibit.shares.periods:
                yield from _check_period(period, exhibit.place, is_fiscal=is_fiscal)


def _check_period(
    period: PeriodForm, otherwise: SourceLocation, *, is_fiscal: bool
) -> Iterator[Problem]:
    """The label of a period of shares says the years that are added up: the fiscal year 2016/17 is 2017."""
    years = {
        year
        for found in find_dates(period.label)
        for year in (
            found.date.last.year
            if is_fiscal and "/" in period.label[found.start : found.end]
            else found.date.first.year,
            found.date.last.year,
        )
    }
    if years and years != {period.first, period.last}:
        place = place_of(period.label, otherwise)
        message = f"“{period.label}” is drawn from {period.first} to {period.last}"
        yield Problem(place, message, "correct the label or the years", "period")


def _check_event(index: EvidenceIndex, event: Event) -> Iterator[Problem]:
    quotes = [quote.text for quote in index.quotes_of(event)]
    for text in quotes:
        for found in find_dates(text):
            if event.date.precision is Precision.OPEN:
                is_same = found.date.first == event.date.first and is_open_ended(text, found)
            else:
                is_same = event.date.covers(found.date) and are_ends_supported(
                    event.date, [found.date]
                )
            if is_same:
                return
    message = f"event {event.id}: no quote of it has the date {event.date.edtf}"
    near = nearest(long_date(event.date), dates_in(tuple(quotes)))
    if near:
        message += f": source says “{near[0]}”, event says “{long_date(event.date)}”"
    hint = f"its quotes have: {', '.join(near)}" if near else "quote the passage that has the date"
    yield Problem(event.place, message, hint, "unsupported-value", str(event.id))


def _check_amount(index: EvidenceIndex, amount: Amount) -> Iterator[Problem]:
    quotes = tuple(quote.text for quote in index.quotes_of(amount))
    unit = amount.value.unit
    code = unit.name if unit.type is UnitType.CURRENCY else None
    wanted = code or _SIGNS.get(unit.type, "")
    said = [
        (n.value, n.to)
        for text in quotes
        for n in find_numbers(text)
        if (n.unit == wanted or (n.unit == "°" and "°" in unit.name))
        and (not n.per or unit.per in ("", n.per))
        and _is_counted_there(unit, counted_after(text, n.end), quotes)
    ]
    if (amount.value.number, amount.value.to) in said:
        return
    told = prose(amount.value)
    near = nearest(told, numbers_in(quotes, code))
    message = f"amount {amount.id}: no quote of it has {told}"
    if near:
        message += f": source says “{near[0]}”, amount says “{told}”"
    hint = f"its quotes have: {', '.join(near)}" if near else "quote the passage that has it"
    yield Problem(amount.place, message, hint, "unsupported-value", str(amount.id))


_SIGNS = {UnitType.PERCENT: "%", UnitType.PERCENTAGE_POINT: "pp", UnitType.MULTIPLE: "×"}


def _is_counted_there(unit: Unit, counted: Counted | None, quotes: tuple[str, ...]) -> bool:
    """Tell whether a number of a quote counts or measures what an amount does, as far as words tell.

    A counted noun may stand anywhere in the quotes, in a word that is related: “300 strong, the fleet …” of ships.
    """
    if unit.type is UnitType.PHYSICAL:
        return counted is None or counted.unit == replace(unit, per="")
    if unit.type is not UnitType.COUNT:
        return True
    nouns = [word.stem for word in content_words(unit.name)]
    if counted is not None and counted.unit.type is UnitType.PHYSICAL:
        return counted.words in unit.name
    there = {word.stem for text in quotes for word in words_of(text)}
    is_known = all(entry_of(noun).senses for noun in nouns)
    return not is_known or any(best_relation(noun, there) >= FAR for noun in nouns)


def _check_phase(index: EvidenceIndex, phase: Phase) -> Iterator[Problem]:
    """A phase's years are the briefing's own division; what it rests on must fall into them."""
    place = place_of(phase.years, SourceLocation(""))
    spans = find_dates(phase.years)
    if len(spans) != 1:
        hint = "write the years as 1992–2000"
        yield Problem(place, f"“{phase.years}” is not a span of years", hint, "phase")
        return
    span = spans[0].date
    for text in index.supporting_text(phase):
        for found in find_dates(text):
            if not span.first <= found.date.first <= span.last:
                message = f"the phase {phase.years} rests on something of {long_date(found.date)}"
                yield Problem(place, message, "move it to its phase", "phase")
