"""Dates that follow from quoted ones: ends of ranges, the year before, so long after, by then and from then on.

Each rule takes a date and the evidence, some the text before the date, and returns the words that it follows from;
empty if it does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from briefbook.evidence.bases import ways_from
from briefbook.evidence.readings import Evidence
from briefbook.evidence.relative_dates import (
    beyond_its_start,
    first_months,
    relative_period,
    relative_season,
    relative_year,
)
from briefbook.evidence.spans import Point
from briefbook.language.en.dates import FoundDate
from briefbook.language.en.numbers import find_numbers
from briefbook.values.dates import MONTHS, RANGES, Date, Precision, long_date


def date_follows(found: FoundDate, text: str, evidence: Evidence) -> tuple[str, str] | None:
    """Return the rule by which a date of a text follows from its evidence, and from what; None if it does not."""
    return next(_rules(found, text, evidence), None)


def _rules(found: FoundDate, text: str, evidence: Evidence) -> Iterator[tuple[str, str]]:
    for name, rule in _OF_DATES.items():
        if because := rule(found.date, evidence):
            yield name, because
    before = text[: found.start]
    for words, name, behind in _BEHIND:
        if words.search(before) and (because := behind(found.date, evidence)):
            yield name, because
    if because := relative_year(found.date, evidence):
        yield "told from its own year", because
    if because := beyond_its_start(found.date, before, evidence):
        yield "beyond its start", because
    if because := _year_compared(found, text, evidence):
        yield "the year before", because
    if because := _anniversary(found, text, evidence):
        yield "anniversary", because
    side = _SIDE.search(before)
    if side and (because := _soon(found.date, evidence, is_before=bool(side["before"]))):
        yield "before or after it", because


_ANNIVERSARY = re.compile(r"\s(?:anniversary|birthday|jubilee)\b", re.IGNORECASE)


def anniversary_of(text: str, year: int, evidence: Evidence) -> str:
    """Return the quoted year whose anniversary a text tells of a year: 1961, whose fiftieth is in 2011."""
    counts = [
        n.value for n in find_numbers(text) if n.unit == "th" and _ANNIVERSARY.match(text, n.end)
    ]
    counts += [Decimal(_CENTENARIES[m[0].lower()]) for m in _CENTENARY.finditer(text)]
    return next((str(year - int(n)) for n in counts if year - int(n) in evidence.years), "")


_CENTENARIES = {
    "centenary": 100,
    "centennial": 100,
    "bicentenary": 200,
    "bicentennial": 200,
    "tercentenary": 300,
}
_CENTENARY = re.compile(rf"\b(?:{'|'.join(_CENTENARIES)})\b", re.IGNORECASE)


def _anniversary(found: FoundDate, text: str, evidence: Evidence) -> str:
    return anniversary_of(text, found.date.first.year, evidence)


_AROUND = re.compile(
    r"\b(?:around|about|circa|ca\.|approximately|roughly)(?: the year)? $", re.IGNORECASE
)


def _within(date: Date, evidence: Evidence) -> str:
    """A year within a quoted range, told as about: around 1500 of “between 1480 and 1520”."""
    for other in evidence.dates:
        is_in = other.first.year < date.first.year < other.last.year
        if is_in and date.precision is Precision.YEAR and other.precision is Precision.YEARS:
            return long_date(other)
    return ""


_FROM = re.compile(r"\b(?:from|since|as of|starting in|beginning in) $", re.IGNORECASE)
_LAST_MONTH = 12


def _year_behind(date: Date, evidence: Evidence) -> str:
    """From 2027 on, of what runs until the end of 2026."""
    for other in evidence.dates:
        is_end = other.last.month == _LAST_MONTH and other.last.year + 1 == date.first.year
        if is_end and date.precision is Precision.YEAR and other.precision is not Precision.YEAR:
            return long_date(other)
    return ""


_COMPARED = re.compile(
    r"\b(?:than|as|from|after|over|on|against|compared (?:with|to))(?: (?:those|that))?(?: (?:in|of|for|since))? $",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:increas\w+|decreas\w+|r[io]se|risen|rising|fell|fallen|fall|gr[eo]w\w*|declin\w+|drop\w*|higher|lower|more|less|"
    r"fewer|unchanged|up|down|(?:either|both|each) years?|again|still|remained|continued|a year (?:earlier|before))\b",
    re.IGNORECASE,
)


def _year_compared(found: FoundDate, text: str, evidence: Evidence) -> str:
    """The year before the one of which a change is told: “more in 2024 than in 2023” of “increased in 2024”."""
    date = found.date
    if date.precision is not Precision.YEAR or not _COMPARED.search(text[: found.start]):
        return ""
    years = set(evidence.years)
    told = str(date.first.year + 1)
    if years != {date.first.year + 1} or told not in text:
        return ""
    return next(
        (f"“{m[0]}” in {told}" for said in evidence.texts if (m := _CHANGED.search(said))), ""
    )


_BY = re.compile(r"\b(?:by|before) (?:the )?$", re.IGNORECASE)


_SIDE = re.compile(r"\b(?:(?P<before>before|prior to|ahead of)|after) (?:the )?$", re.IGNORECASE)
_SOON = {Precision.YEAR: 2 * 366, Precision.MONTH: 2 * 31, Precision.DAY: 7}


def _soon(date: Date, evidence: Evidence, *, is_before: bool) -> str:
    """“before 1967” of what happened in 1965, “after 3 May” of 4 May: true, and weaker than the source."""
    reach = _SOON.get(date.precision, 0)
    for own in Point.of(date):
        for other in evidence.points:
            apart = own.first - other.last if is_before else other.first - own.last
            if 0 < apart <= reach:
                return other.name
    return ""


def is_less_than_said(date: Date, before: str, evidence: Evidence) -> bool:
    """Tell whether “before” or “after” a date tells less than the evidence, however far that date lies from the quoted one."""
    side = _SIDE.search(before)
    return side is not None and any(
        other.last < own.first if side["before"] else other.first > own.last
        for own in Point.of(date)
        for other in evidence.points
    )


_MIDDLE = 6


def _by_its_end(date: Date, evidence: Evidence) -> str:
    """What happens in the second half of a year has happened by its end."""
    for other in evidence.dates:
        is_next = date.precision is Precision.YEAR and other.last.year + 1 == date.first.year
        if is_next and other.last.year - other.first.year >= _DECADE:
            return long_date(other)  # by 1840 what happened in the 1830s is over
        is_half = (
            date.part == "mid" and other.last.month == _MIDDLE and other.last.year == date.last.year
        )
        if is_half and other.precision is not Precision.DAY:
            return long_date(other)  # by mid-2022 the first half is over
        is_end = date.part == "late" and other.precision is Precision.YEAR
        if is_end and other.last.year == date.last.year:
            return long_date(other)  # by the end of 2006 what happened in 2006 is over
        is_part = other.precision is not Precision.YEAR and date.first.year == other.last.year
        ends = (other.last.year, other.last.month) == (date.last.year, date.last.month)
        if is_part and ends and other != date:
            return long_date(other)
    return ""


def _ends(date: Date, evidence: Evidence) -> str:
    """A range whose ends two quoted dates are."""
    if date.precision not in RANGES:
        return ""
    known = (*evidence.dates, *evidence.days)
    ends = _ends_among(date, known)
    return " … ".join(dict.fromkeys(map(long_date, ends))) if ends else ""


def is_stretch_of(date: Date, known: Sequence[Date]) -> bool:
    """Tell whether a range begins and ends where some dates do: 1933 to 1936 of June 1933 to May 1936."""
    return bool(_ends_among(date, known))


def _ends_among(date: Date, known: Sequence[Date]) -> tuple[Date, ...]:
    """Return the dates at which a range begins and ends; nothing where they have none."""
    firsts = [d for d in known if _is_at(date, d, first=True)]
    lasts = [d for d in known if _is_at(date, d, first=False)]
    for one in firsts:
        for other in lasts:
            is_range = one is other and other.precision in RANGES
            if one.last < other.last or is_range:
                return one, other
    return ()


def _is_at(date: Date, other: Date, *, first: bool) -> bool:
    """Tell whether a date lies in the year, month or day that an end of a range names."""
    end = date.first if first else date.last
    size = {Precision.YEARS: 1, Precision.MONTHS: 2}.get(date.precision, 3)
    day = other.first if first else other.last
    return (end.year, end.month, end.day)[:size] == (day.year, day.month, day.day)[:size]


_EACH_YEAR = re.compile(
    r"\b(?:each|every) year\b|\bannual(?:ly)?\b|\byearly\b|\bthroughout\b|\byear after year\b",
    re.IGNORECASE,
)


def _within_each_year(date: Date, evidence: Evidence) -> str:
    """A year or some of a stretch in which it was so each year: 1993 of “from 1990 to 1995 each year”."""
    if date.precision not in (Precision.YEAR, Precision.YEARS):
        return ""
    is_each = any(map(_EACH_YEAR.search, evidence.texts))
    return next(
        (long_date(other) for other in evidence.dates if is_each and is_inside(date, other)), ""
    )


def is_inside(date: Date, other: Date) -> bool:
    """Tell whether a date lies in a stretch of years."""
    is_stretch = other.precision is Precision.YEARS and date != other
    return is_stretch and other.first.year <= date.first.year and date.last.year <= other.last.year


def _end_of_range(date: Date, evidence: Evidence) -> str:
    """The beginning or the end of a quoted range."""
    if date.precision in RANGES:
        return ""
    for other in evidence.dates:
        if other.precision in RANGES and any(
            date.first <= end <= date.last for end in (other.first, other.last)
        ):
            return long_date(other)
    return ""


def _year_from_elsewhere(date: Date, evidence: Evidence) -> str:
    """A day, or its month, whose year stands before it: in the quote, or in the source before the quote."""
    return next((long_date(day) for day in evidence.days if date.covers(day)), "")


def _so_long_after(date: Date, evidence: Evidence) -> str:
    """A year that lies a quoted number of years from a quoted date."""
    if date.precision in (Precision.MONTH, Precision.DAY):
        return _so_long_after_a_day(date, evidence)
    is_season = date.precision is Precision.YEARS and date.first.year + 1 == date.last.year
    for words, duration in evidence.durations:
        for other in evidence.dates if is_season and duration.is_years else ():
            is_other = (
                other.precision is Precision.YEARS and other.first.year + 1 == other.last.year
            )
            apart = int(duration.value * (duration.in_days // 365))
            ways = ways_from(words, other.first.year, evidence)
            if is_other and any(other.first.year + way * apart == date.first.year for way in ways):
                return f"{long_date(other)} and “{words}”"
        for year in evidence.years if duration.is_years else ():
            apart = int(duration.value * duration.in_days / 365)
            thens = [year + way * apart for way in ways_from(words, year, evidence)]
            is_year = date.precision is Precision.YEAR and date.first.year in thens
            # “a year after” leads from no decade to the one before, unless its way is told, and the decade is another one
            is_other = len(thens) == 1 and not date.first.year <= year <= date.last.year
            is_long = apart >= _DECADE // 2 or is_other
            is_coarse = (
                is_long
                and date.last.year - date.first.year >= _DECADE
                and any(date.first.year <= then <= date.last.year for then in thens)
            )
            if is_year or (is_coarse and date.precision is not Precision.YEARS):
                return f"{year} and “{words}”"
    return ""


_DECADE = 9
"""Years from the first of a decade to its last."""


def _so_long_after_a_day(date: Date, evidence: Evidence) -> str:
    """A month or a day that lies a quoted time from a quoted one of its precision."""
    for words, duration in evidence.durations:
        for other in evidence.dates:
            is_coarser = date.precision is Precision.MONTH and other.precision is Precision.DAY
            if other.precision is not date.precision and not is_coarser:
                continue
            months = (
                12 * (date.first.year - other.first.year) + date.first.month - other.first.month
            )
            days = Point.of(date)[0].first - Point.of(other)[0].first
            is_so = {
                "year": abs(months) == 12 * duration.value and (date.precision is Precision.MONTH or date.first.day == other.first.day),
                "month": abs(months) == duration.value and (date.precision is Precision.MONTH or date.first.day == other.first.day),
                "week": abs(days) == 7 * duration.value, "day": abs(days) == duration.value,
            }.get(duration.unit)  # fmt: skip
            way = (
                1
                if (date.first.year, date.first.month, date.first.day)
                > (other.first.year, other.first.month, other.first.day)
                else -1
            )
            if is_so and way in ways_from(words, other.first.year, evidence):
                return f"{long_date(other)} and “{words}”"
    return ""


def _of_a_bare_month(date: Date, evidence: Evidence) -> str:
    """A month whose year stands elsewhere: March 1849 of “left in January 1849 and closed that March”."""
    if date.precision in (Precision.DAY, Precision.YEAR) or date.last.year - date.first.year > 1:
        return ""
    years = {*evidence.years, *evidence.years_before}
    for text in evidence.texts:
        for match in BARE_MONTH.finditer(text):
            month = MONTHS.index(match["month"]) + 1
            if any(
                (date.first.year, date.first.month)
                <= (y, month)
                <= (date.last.year, date.last.month)
                for y in years
            ):
                return f"“{match[0].strip()}”"
    return ""


BARE_MONTH = re.compile(
    rf"\b(?:in|that|this|by|until|since|early|late|mid|from|to|and|following|same)[\s-](?P<month>{'|'.join(MONTHS)})\b(?!\s\d)"
)
_OF_DATES: dict[str, Callable[[Date, Evidence], str]] = {
    "ends of a range": _ends, "in each year": _within_each_year, "end of a range": _end_of_range, "year of another date": _year_from_elsewhere,
    "so long after": _so_long_after, "period told from another": relative_period, "season told from another": relative_season, "first months of a year": first_months, "year of a bare month": _of_a_bare_month,
}  # fmt: skip


_BEHIND = (
    (_BY, "by then", _by_its_end), (_AROUND, "within a range", _within), (_FROM, "from then on", _year_behind),
)  # fmt: skip
