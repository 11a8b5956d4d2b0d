"""What some words have to derive values from: their numbers, durations and dates, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from briefbook.evidence.spans import (
    Duration,
    Point,
    age_in,
    in_a_row,
    one_later,
    one_long,
    told_duration,
)
from briefbook.frozen import replace
from briefbook.language.en.counted import counted_after, noun_behind
from briefbook.language.en.dates import find_dates, find_days
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.language.en.related import entry_of, relatedness
from briefbook.language.en.stemmer import STOP_WORDS, are_kin
from briefbook.values.dates import MONTHS, Date, Precision, parse_date
from briefbook.values.unit_faults import SCALES
from briefbook.values.units import Unit, UnitType


class Evidence:
    """What some words have to derive values from, read once."""

    def __init__(self, texts: tuple[str, ...], years_before: tuple[int, ...] = ()) -> None:
        """Take the words that support a statement, and the years that its sources name last before them."""
        self.texts = texts
        self.years_before = years_before

    @cached_property
    def numbers(self) -> tuple[tuple[str, FoundNumber], ...]:
        """Each number with its text; a large bare one as money, too, where the passages have one currency."""
        found = tuple((text, number) for text in self.texts for number in _scaled(text))
        unit = _one_currency(found)
        if not unit:
            return found
        bare = [(t, n) for t, n in found if is_bare_sum(t, n)]
        return (*found, *((text, replace(n, unit=unit)) for text, n in bare))

    @cached_property
    def currency(self) -> str:
        """The one currency of the passages; empty where they have none or several."""
        return _one_currency(self.numbers)

    @cached_property
    def plain_numbers(self) -> tuple[FoundNumber, ...]:
        """The numbers that are no durations, ranges or ordinals, and no names or times of day."""
        return tuple(
            number
            for text, number in self.numbers
            if number.to is None and number.unit != "th" and told_duration(text, number) is None
            if not _is_label(text, number)
        )

    @cached_property
    def counts_and_times(self) -> tuple[FoundNumber, ...]:
        """The numbers that are no ranges or ordinals: plain ones, and those of lengths of time."""
        return tuple(
            n
            for text, n in self.numbers
            if n.to is None and n.unit != "th" and not _is_label(text, n)
        )

    @cached_property
    def _dated(self) -> dict[tuple[str, FoundNumber], int]:
        """The numbers that a list tells each of its year: 695,000 of “695,000 in 1956, 247,000 in 1976 and 44,000 in 1993”."""
        found = {
            (text, n): int(match["year"])
            for text, n in self.numbers
            if (match := _IN_YEAR.match(text, n.end))
        }
        return found if len(set(found.values())) > _FEW_YEARS else {}

    def within(self, text: str) -> Evidence:
        """Return this without the numbers of other years than those that a text names, where a list has each of its year."""
        if not self._dated:
            return self
        dates = [found.date for found in find_dates(text)]
        told = {year for date in dates for year in (date.first.year, date.last.year)}
        if len(told & set(self._dated.values())) <= 1:
            return self
        narrowed = Evidence(self.texts, self.years_before)
        kept = (key for key in self.numbers if self._dated.get(key, min(told)) in told)
        vars(narrowed)["numbers"] = tuple(kept)
        return narrowed

    @cached_property
    def _measures(self) -> dict[FoundNumber, Unit]:
        counted = ((n, counted_after(text, n.end)) for text, n in self.numbers if not n.unit)
        return {n: told.unit for n, told in counted if told}

    def are_unlike(self, one: FoundNumber, other: FoundNumber) -> bool:
        """Tell whether two numbers measure different things, or one measures and one counts: miles and kilometres, tons and ships."""
        mine, its = self._measures.get(one), self._measures.get(other)
        if mine is None or its is None or UnitType.PHYSICAL not in (mine.type, its.type):
            return False
        return mine != its

    @cached_property
    def _nouns(self) -> dict[FoundNumber, str]:
        return {n: noun_behind(text, n.end) for text, n in self.numbers if not n.unit}

    def are_of_others(self, text: str, number: FoundNumber, parts: Iterable[FoundNumber]) -> bool:
        """Tell whether a text tells a sum of one noun that only some parts count: 52 doctors of “12 doctors and 40 trucks”."""
        mine = noun_behind(text, number.end)
        nouns = [noun for part in parts if (noun := self._nouns.get(part, ""))]
        return any(are_kin(mine, noun) for noun in nouns if mine) and any(
            entry_of(noun).senses and not relatedness(mine, noun) for noun in nouns
        )

    @cached_property
    def durations(self) -> tuple[tuple[str, Duration], ...]:
        """Each duration with its words."""
        found = ((text, n, told_duration(text, n, is_each=True)) for text, n in self.numbers)
        told = [(text[n.start : d.end], d, n) for text, n, d in found if d]
        rows = ((text, n, in_a_row(text, n)) for text, n in self.numbers)
        told += [(text[n.start : d.end], d, n) for text, n, d in rows if d]
        ends = [(words, replace(d, value=n.to)) for words, d, n in told if n.to]
        ones = [one for text in self.texts for one in one_later(text)]
        ones += [one for text in self.texts for one in one_long(text)]
        ages = [age for text in self.texts for age in age_in(text)]
        return (*((words, d) for words, d, _ in told), *ends, *ones, *ages)

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """Every date."""
        return tuple(dict.fromkeys(f.date for text in self.texts for f in find_dates(text)))

    @cached_property
    def days(self) -> tuple[Date, ...]:
        """Every day that is written without its year, in the year that the words before it name."""
        found: list[Date] = []
        for text in self.texts:
            dated = find_dates(text)
            for day in find_days(text):
                own = [f.date.last.year for f in dated if f.end <= day.start]
                years = own[-1:] or tuple(dict.fromkeys((*self.years_before, *self.years)))
                found += [_day(year, day.month, day.day) for year in years]
        return tuple(dict.fromkeys(found))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Every year that a date names."""
        return tuple(
            dict.fromkeys(year for d in self.dates for year in (d.first.year, d.last.year))
        )

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Every date and end of a range, and every day without a year in each year that is named."""
        seasons = [date for date in self.dates if _is_season(date)]
        several = frozenset(seasons if len(seasons) > 1 else ())
        points = [
            p for d in self.dates for p in ((Point.over(d),) if d in several else Point.of(d))
        ]
        points += [point for day in self.days for point in Point.of(day)]
        if not points:  # a document that names no year: its days lie in one
            days = (day for text in self.texts for day in find_days(text))
            points = [Point.on(_SOME_YEAR, day.month, day.day) for day in days]
        if not points:
            points = _bare_months(self.texts)
        return tuple(dict.fromkeys(points))


def _one_currency(numbers: Iterable[tuple[str, FoundNumber]]) -> str:
    found = {n.unit for _, n in numbers if len(n.unit) == _CURRENCY and n.unit.isupper()}
    return next(iter(found)) if len(found) == 1 else ""


_NAMED = re.compile(
    r"(?<![.!?:]\s)(?<!^)\b(?!(?:The|In|Of|About|Some|Only|Over)\b)[A-Z][A-Za-z]+\s$"
)
_O_CLOCK = re.compile(r"(?::\d\d)?\s?(?:[ap]\.?m\b|o['’]clock\b|noon\b|midnight\b)", re.IGNORECASE)
_SMALL = 100


def _is_label(text: str, number: FoundNumber) -> bool:
    """Tell whether a number is part of a name or a time of day, with which nothing is reckoned: Voyager 2, 9 p.m."""
    if number.unit or number.value >= _SMALL:
        return False
    if _O_CLOCK.match(text, number.end):
        return True
    first = re.match(r"(?P<word>[A-Z][a-z]+)\s$", text[: number.start])
    is_first = first is not None and first["word"].lower() not in STOP_WORDS  # “At 3 of the 7 …”
    is_named = is_first or _NAMED.search(text[: number.start])
    is_figure = text[number.start].isdigit()
    return bool(is_figure and is_named and not _COUNTS.match(text, number.end))


_COUNTS = re.compile(r"(?:\s[a-z]+){0,2}\s[a-z]+s\b(?<!\bwas)(?<!\bis)(?<!\bhas)")


def _is_season(date: Date) -> bool:
    """Tell whether a date is a year that begins in one and ends in the next: 2015–2016."""
    return date.precision is Precision.YEARS and date.first.year + 1 == date.last.year


_IN_YEAR = re.compile(r"(?:\s[a-z]+){0,3}\sin (?P<year>(?:1[5-9]|20)\d\d)\b")
_FEW_YEARS = 2
_SOME_YEAR = 2001
_OF_SCALED = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s|an?\s)?\W?")


def _scaled(text: str) -> tuple[FoundNumber, ...]:
    """Return the numbers of a text; of “212 of the 230 million dollars” the first in millions, too."""
    found = find_numbers(text)
    pairs = [
        (one, other)
        for one, other in pairwise(found)
        if one.unit in ("", other.unit)
        and one.value < _HUNDREDS
        and _OF_SCALED.fullmatch(text, one.end, other.start)
    ]
    more = [
        replace(one, value=one.value * scale, unit=other.unit, precision=one.precision * scale)
        for one, other in pairs
        for word, scale in _SCALES.items()
        if re.search(rf"\b{word}\b", text[other.start : other.end])
    ]
    return (*found, *more, *_percentages(text, found), *_money(text, found))


_TO = re.compile(r"(?:\s[a-z]+){0,3}\s(?:to|and|or|then|now)\s")


def _money(text: str, found: tuple[FoundNumber, ...]) -> list[FoundNumber]:
    """Return the bare numbers behind money that are money: 3.65 of “from 2.10 euros a kilo to 3.65”."""
    return [
        replace(other, unit=one.unit)
        for one, other in pairwise(found)
        if len(one.unit) == _CURRENCY
        and other.unit == ""
        and _TO.fullmatch(text, one.end, other.start)
        and not counted_after(text, other.end)
    ]


_CURRENCY = len("EUR")
_SUM = 1_000_000


def is_bare_sum(text: str, number: FoundNumber) -> bool:
    """Tell whether a large number counts nothing, so that it may be money: 38 million of “38 million more than”."""
    if number.unit or number.value < _SUM:
        return False
    end = number.end + len(" of") * text.startswith(" of ", number.end)  # “billions of people”
    counted = counted_after(text, end)
    return counted is None or _OF_TIME.search(counted.words) is not None


_HEADED = re.compile(
    r"(?<!\d\s)\b(?P<scale>thousand|million|billion|trillion)s?\b[^:.;\d]{0,40}(?:[^:.;]{0,30}:|\))"
)


def in_scale_of_heading(text: str, number: FoundNumber) -> list[FoundNumber]:
    """Return a bare number in the scale that stands once, before a row of them: “Output, million tons: 37.5 (2023)”."""
    headed = _HEADED.search(text, 0, number.start)
    if number.unit or headed is None:
        return []
    scale = SCALES[headed["scale"]]
    return [replace(number, value=number.value * scale, precision=number.precision * scale)]


_OF_TIME = re.compile(r"\b(?:day|week|month|quarter|year)s?$", re.IGNORECASE)


_PERCENT = re.compile(r"%|\bper\s?cent\b", re.IGNORECASE)


def _percentages(text: str, found: tuple[FoundNumber, ...]) -> list[FoundNumber]:
    """Return the bare numbers behind a percentage that may be ones: 58 of “with 71 percent, in 1999 with 58”."""
    return [
        replace(number, unit="%")
        for number in found
        if number.unit == ""
        and number.value < _PERCENTAGE
        and _PERCENT.search(re.split(r"[.!?]\s", text[: number.start])[-1])
        and not counted_after(text, number.end)
    ]


_PERCENTAGE = 100


_HUNDREDS = 1000
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")


def _bare_months(texts: tuple[str, ...]) -> list[Point]:
    """Return the months that passages name without a year, in the order in which they come."""
    points: list[Point] = []
    year, before = _SOME_YEAR, 0
    for text in texts:
        for match in _MONTH.finditer(text):
            month = MONTHS.index(match[0]) + 1
            year += month < before
            before = month
            points.append(Point.on_month(year, month, match[0]))
    return points


def _day(year: int, month: int, day: int) -> Date:
    return parse_date(f"{year:04}-{month:02}-{day:02}")
