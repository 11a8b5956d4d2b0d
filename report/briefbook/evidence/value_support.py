"""Which numbers and dates of a text its evidence supports, by value, unit, bound and precision."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from briefbook.errors import SourceLocation
from briefbook.evidence.formulas import dates_of, spans_of
from briefbook.evidence.support import Assertion, Role
from briefbook.language.en.dates import FoundDate, FoundDay, find_dates, find_days
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.text import StatementType
from briefbook.values.dates import RANGES, Date, Precision, long_date, parse_date

LOCATOR = r"\b(?:Exhibits?|Tables?|pages?|paragraphs?|¶)\s?"
"""What stands before the number of a place in the documents."""
LOCATOR_HEAD = re.compile(rf"{LOCATOR}[\d ,–and]*$", re.IGNORECASE)
_OWN_COUNTS = ("twice", "thrice")
"""What judgements and computed texts say of the briefing's own things: "told twice"."""


def is_supported(text: str, supporting: tuple[str, ...]) -> bool:
    """Tell whether some words support every number and date of a reported text."""
    place = SourceLocation("")
    assertion = Assertion("", "", StatementType.REPORTED, (text,), supporting, (), place)
    return not (
        any(True for _ in unsupported_numbers(assertion, text))
        or any(True for _ in unsupported_dates(assertion, text))
    )


_LONG = 100_000
"""Letters of a text whose numbers are kept: a whole source, which several descriptions are held against."""


def _numbers(words: str) -> Sequence[FoundNumber]:
    return _of_long(words) if len(words) > _LONG else find_numbers(words)


@lru_cache(maxsize=4)
def _of_long(words: str) -> Sequence[FoundNumber]:
    return find_numbers(words)


def unsupported_numbers(
    assertion: Assertion, text: str
) -> Iterator[tuple[FoundNumber, FoundNumber | None]]:
    """Yield each number of a text that its evidence does not support as it stands.

    With each comes the evidence's number of the same value, if only its bound differs.
    """
    told = find_numbers(without_computed(assertion, text))
    supported = (
        [number for words in assertion.supporting for number in _numbers(words)] if told else []
    )
    for number in told:
        if LOCATOR_HEAD.search(text[: number.start]):
            continue
        words = text[number.start : number.end]
        if not number.unit and words.lower() in _OWN_COUNTS and not assertion.is_factual:
            continue
        same = [o for o in supported if number.is_same(o) or number.is_fraction_of(o)]
        if not same and not _is_end_of_range(number, supported):
            yield number, None
        elif same and not any(_is_bound_kept(number, other) for other in same):
            yield number, same[0]


def unsupported_dates(assertion: Assertion, text: str) -> Iterator[FoundDate | FoundDay]:
    """Yield each date, and each day of a year, that the evidence of a text does not have."""
    rest = without_computed(assertion, text)
    dates, days = find_dates(rest), find_days(rest)
    if not dates and not days:
        return
    readings = {(day.month, day.day) for day in days}
    readings |= {(found.date.first.month, found.date.first.day) for found in dates}
    supported = _supported_dates(assertion, readings)
    for found in dates:
        # A figure at a glance may sum up several statements: five agreements, 1996 to 2009.
        is_summary = assertion.role is Role.GLANCE and not found.is_fiscal
        # What formulas work over is a span of theirs; other spans may join two statements.
        has_spans = any(spans_of(formula.formula) for formula in assertion.computed)
        is_joined = assertion.kind is StatementType.COMPUTED and not has_spans
        is_apart = assertion.kind is StatementType.JUDGEMENT or is_joined or is_summary
        is_there = any(found.date.covers(other) for other in supported)
        if not (is_there and are_ends_supported(found.date, supported, is_apart=is_apart)):
            yield found
    known = {
        (end.month, end.day)
        for date in supported
        if date.precision in (Precision.DAY, Precision.DAYS)
        for end in (date.first, date.last)
    }
    if days:
        said = (day for words in assertion.supporting for day in find_days(words))
        known |= {(day.month, day.day) for day in said}
    yield from (day for day in days if (day.month, day.day) not in known)


def without_computed(assertion: Assertion, text: str) -> str:
    """Return a text in which the words that formulas give are blank; every offset is kept."""
    for formula in sorted(assertion.computed, key=lambda formula: -len(formula.literal)):
        if formula.literal not in text:
            continue
        words = re.escape(formula.literal)
        # A formula that gives "54" gives neither "£54 billion" nor "54 percent".
        ends = _BARE if formula.literal.replace(".", "").isdigit() else ("", "")
        text = re.sub(rf"(?<!\w)(?<!\d[.,]){ends[0]}{words}(?!\w|[.,]\d){ends[1]}", _blank, text)
    return text


_BARE = (
    "(?<![$£€])",
    r"(?!\s(?:thousand|million|billion|trillion|percent|per cent|dollars|pounds|euros)\b|%)",
)
"""What does not stand around a number that has no unit."""


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


def dates_in(texts: Iterable[str]) -> list[str]:
    """Return the dates of some texts as both documents print them, once each."""
    return list(
        dict.fromkeys(long_date(found.date) for text in texts for found in find_dates(text))
    )


def numbers_in(texts: Iterable[str], unit: str | None = None) -> list[str]:
    """Return the numbers of some texts as written, those of a unit first, once each."""
    found = [(n.unit != unit, text[n.start : n.end]) for text in texts for n in find_numbers(text)]
    same = [words for is_other, words in found if not is_other]
    return list(dict.fromkeys(same or (words for _, words in found)))


def _is_bound_kept(number: FoundNumber, supported: FoundNumber) -> bool:
    """A reservation of the source stays; "about" may be added, nothing else may."""
    return number.bound == supported.bound or (supported.bound == "" and number.bound == "~")


def _is_end_of_range(number: FoundNumber, supported: list[FoundNumber]) -> bool:
    """Tell whether a number is a range of two that stand there, or the bounded end of one.

    "5–7" has the ends 5 and 7 of the evidence; "$5–7 million" is up to $7 million.
    """
    alike = [other for other in supported if number.is_of(other)]
    if number.to is not None:
        single = {other.value for other in alike if other.to is None}
        return {number.value, number.to} <= single
    ends = {"+": [o.value for o in alike if o.to], "-": [o.to for o in alike if o.to]}
    return number.value in ends.get(number.bound, [])


def _supported_dates(assertion: Assertion, readings: set[tuple[int, int]]) -> list[Date]:
    """Return the dates that an assertion may state.

    The readings of an ambiguous date count only for a text that gives all of them.
    """
    supported = [found.date for text in assertion.supporting for found in find_dates(text)]
    for date in tuple(supported):
        if date.choices and {(c.first.month, c.first.day) for c in date.choices} <= readings:
            supported += date.choices
    for formula in assertion.computed:
        supported += dates_of(formula.formula)
        spans = spans_of(formula.formula)
        supported += [
            parse_date(f"{first.edtf}/{last.edtf}")
            for first, last in spans
            if first.first < last.first and "/" not in first.edtf + last.edtf
        ]
    return supported


def are_ends_supported(date: Date, supported: list[Date], *, is_apart: bool = False) -> bool:
    """Tell whether both ends of a range stand there: 2002–04 is not borne by 2003 alone.

    `is_apart` lets one date bear the beginning and another the end.
    """
    if date.precision not in RANGES or date.part:  # “early 2014” of January 2014
        return True
    if is_apart and date.precision is Precision.YEARS:
        firsts, lasts = (
            {other.first.year for other in supported},
            {other.last.year for other in supported},
        )
        return date.first.year in firsts and date.last.year in lasts
    return any((other.first, other.last) == (date.first, date.last) for other in supported)
