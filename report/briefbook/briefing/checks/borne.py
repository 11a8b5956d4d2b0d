"""Every number and date of a statement is borne by its quotes, or worked out by its formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from briefbook.briefing.checks.texts import Assertion, assertions, bearing_words
from briefbook.briefing.formulas import BadFormula, evaluate, years_of
from briefbook.briefing.model import Amount, Briefing, Event, Formula, Phase
from briefbook.errors import Place, Problem
from briefbook.source.dates import Date, Precision, long_date, parse_date
from briefbook.source.find_dates import find_dates, find_days, is_open_ended
from briefbook.source.numbers import FoundNumber, find_numbers

_LOCATOR_HEAD = re.compile(
    r"\b(?:Exhibits?|Tables?|pages?|paragraphs?|¶)\s?[\d ,–and]*$", re.IGNORECASE
)


def check_borne(briefing: Briefing) -> Iterator[Problem]:
    """Yield a problem for each number or date that nothing bears."""
    for assertion in assertions(briefing):
        yield from _check_formulas(briefing, assertion)
        for text in assertion.texts:
            yield from check_text(assertion, text)
    for event in briefing.events:
        yield from _check_event(briefing, event)
    for amount in briefing.amounts:
        yield from _check_amount(briefing, amount)
    for exhibit in briefing.exhibits:
        for phase in exhibit.timeline.phases if exhibit.timeline else ():
            yield from _check_phase(briefing, phase)


def check_text(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Yield a problem for each number or date of one text that nothing bears."""
    place = getattr(text, "place", assertion.place)
    # Words that a formula gives are taken out first; the rest must stand in the quotes.
    rest = text
    for formula in sorted(assertion.computed, key=lambda formula: -len(formula.literal)):
        rest = re.sub(rf"(?<!\w){re.escape(formula.literal)}(?!\w)", _blank, rest)
    yield from _check_dates(assertion, text, rest, place)
    borne = [number for words in assertion.bearing for number in find_numbers(words)]
    for number in find_numbers(rest):
        if _LOCATOR_HEAD.search(text[: number.start]):
            continue
        same = [
            other for other in borne if (other.value, other.unit) == (number.value, number.unit)
        ]
        words = text[number.start : number.end]
        if not same:
            yield _unborne(assertion, place, f"“{words}”", _numbers_in(assertion.bearing))
        elif not any(_is_bound_kept(number, other) for other in same):
            message = f"“{words}”: the evidence says {_BOUND_WORDS[same[0].bound]} that number"
            hint = "keep the source's reservation"
            yield Problem(
                place, f"{assertion.name}: {message}", hint, "bound-dropped", assertion.statement
            )


def _check_dates(assertion: Assertion, text: str, rest: str, place: Place) -> Iterator[Problem]:
    days = {(day.month, day.day) for day in find_days(rest)}
    dates = find_dates(rest)
    readings = days | {(found.date.first.month, found.date.first.day) for found in dates}
    for found in dates:
        if not _is_date_borne(found.date, assertion, readings):
            words = text[found.start : found.end]
            yield _unborne(assertion, place, f"the date “{words}”", _dates_in(assertion.bearing))
    borne = _borne_dates(assertion, readings)
    known = {
        (date.first.month, date.first.day) for date in borne if date.precision is Precision.DAY
    }
    for day in find_days(rest):
        if (day.month, day.day) not in known:
            words = text[day.start : day.end]
            yield _unborne(assertion, place, f"the day “{words}”", _dates_in(assertion.bearing))


_BOUND_WORDS = {"+": "more than", "-": "up to, or less than,", "~": "about", "": "exactly"}


def _blank(match: re.Match[str]) -> str:
    """Keep every offset while taking a word out."""
    return "\0" * len(match[0])


def _unborne(assertion: Assertion, place: Place, what: str, there: str) -> Problem:
    hint = (
        f"the evidence has: {there}"
        if there
        else "the evidence has none; quote the passage that says it"
    )
    message = f"{assertion.name}: nothing in its evidence bears {what}"
    return Problem(place, message, hint, "not-borne", assertion.statement)


def _dates_in(texts: tuple[str, ...]) -> str:
    return ", ".join(
        dict.fromkeys(long_date(found.date) for text in texts for found in find_dates(text))
    )


def _numbers_in(texts: tuple[str, ...]) -> str:
    return ", ".join(
        dict.fromkeys(text[n.start : n.end] for text in texts for n in find_numbers(text))
    )


def _is_bound_kept(number: FoundNumber, borne: FoundNumber) -> bool:
    """A reservation of the source stays; "about" may be added, nothing else may."""
    return number.bound == borne.bound or (borne.bound == "" and number.bound == "~")


def _borne_dates(assertion: Assertion, readings: set[tuple[int, int]]) -> list[Date]:
    """Return the dates that an assertion may state.

    The readings of an ambiguous date count only for a text that gives all of them.
    """
    borne = [found.date for text in assertion.bearing for found in find_dates(text)]
    for date in tuple(borne):
        if date.choices and {(c.first.month, c.first.day) for c in date.choices} <= readings:
            borne += date.choices
    for formula in assertion.computed:
        borne += [parse_date(str(year)) for year in years_of(formula.formula)]
    return borne


def _is_date_borne(date: Date, assertion: Assertion, readings: set[tuple[int, int]]) -> bool:
    borne = _borne_dates(assertion, readings)
    return any(date.covers(other) for other in borne) and _are_ends_borne(date, borne)


def _are_ends_borne(date: Date, borne: list[Date]) -> bool:
    """A range needs both of its ends: 2002–04 is not borne by 2003 alone."""
    if date.precision is not Precision.YEARS:
        return True
    firsts, lasts = {other.first.year for other in borne}, {other.last.year for other in borne}
    return date.first.year in firsts and date.last.year in lasts


def _check_event(briefing: Briefing, event: Event) -> Iterator[Problem]:
    quotes = [str(quote.quote) for quote in briefing.quotes_of(event)]
    for text in quotes:
        for found in find_dates(text):
            if event.date.precision is Precision.OPEN:
                is_same = found.date.first == event.date.first and is_open_ended(text, found)
            else:
                is_same = event.date.covers(found.date) and _are_ends_borne(
                    event.date, [found.date]
                )
            if is_same:
                return
    there = _dates_in(tuple(quotes))
    hint = f"its quotes have: {there}" if there else "quote the passage that has the date"
    message = f"event {event.id}: no quote of it has the date {event.date.edtf}"
    yield Problem(event.place, message, hint, "not-borne", str(event.id))


def _check_amount(briefing: Briefing, amount: Amount) -> Iterator[Problem]:
    quotes = tuple(str(quote.quote) for quote in briefing.quotes_of(amount))
    sums = [n.value for text in quotes for n in find_numbers(text) if n.unit == "USD"]
    if amount.usd not in sums:
        hint = f"its quotes have: {_numbers_in(quotes)}"
        message = f"amount {amount.id}: no quote of it has {amount.usd:,} US dollars"
        yield Problem(amount.place, message, hint, "not-borne", str(amount.id))


def _check_phase(briefing: Briefing, phase: Phase) -> Iterator[Problem]:
    """A phase's years are the briefing's own division; what it rests on must fall into them."""
    place = getattr(phase.years, "place", Place(""))
    spans = find_dates(phase.years)
    if len(spans) != 1:
        hint = "write the years as 1992–2000"
        yield Problem(place, f"“{phase.years}” is not a span of years", hint, "phase")
        return
    span = spans[0].date
    for text in bearing_words(briefing, phase):
        for found in find_dates(text):
            if not span.first <= found.date.first <= span.last:
                message = f"the phase {phase.years} rests on something of {long_date(found.date)}"
                yield Problem(place, message, "move it to its phase", "phase")


_FRACTIONS = {
    "half": (1, 2), "a third": (1, 3), "two thirds": (2, 3), "a quarter": (1, 4), "three quarters": (3, 4),
    "a fifth": (1, 5), "a sixth": (1, 6), "a seventh": (1, 7), "an eighth": (1, 8), "a tenth": (1, 10),
}  # fmt: skip
_FRACTION_TOLERANCE = Decimal("0.01")
"""One percentage point: 24.9 per cent is a quarter, 13.8 about a seventh (14.3)."""


def _check_formulas(briefing: Briefing, assertion: Assertion) -> Iterator[Problem]:
    for formula in assertion.computed:
        place = getattr(formula.literal, "place", assertion.place)
        if not any(formula.literal in text for text in assertion.texts):
            message = f"{assertion.name}: “{formula.literal}” stands nowhere in its texts"
            yield Problem(
                place,
                message,
                "write the number as the text has it",
                "formula-unused",
                assertion.statement,
            )
            continue
        try:
            value = evaluate(formula.formula, briefing)
        except BadFormula as error:
            yield Problem(place, f"{assertion.name}: {error}", "", "formula", assertion.statement)
            continue
        if not _says(formula, value):
            message = f"{assertion.name}: “{formula.literal}” is wrong; {formula.formula} is {_readable(value)}"
            yield Problem(
                place,
                message,
                "correct the text or the formula",
                "formula-wrong",
                assertion.statement,
            )


def _says(formula: Formula, value: Decimal) -> bool:
    """Tell whether a number as written is a formula's value, rounded as written."""
    literal = formula.literal
    if literal.lower() in _FRACTIONS:
        top, bottom = _FRACTIONS[literal.lower()]
        return abs(value / 100 - Decimal(top) / bottom) <= _FRACTION_TOLERANCE
    if dates := find_dates(literal):
        return len(dates) == 1 and dates[0].date.first.year == value
    numbers = find_numbers(literal)
    if len(numbers) != 1:
        return False
    (number,) = numbers
    rounded = (value / number.precision).quantize(Decimal(1), ROUND_HALF_UP) * number.precision
    return number.value in (rounded, -rounded if value < 0 else rounded)


def _readable(value: Decimal) -> str:
    return f"{value:,.0f}" if abs(value) >= 10_000 else f"{value.normalize():.6g}"  # noqa: PLR2004
