"""What some words have to derive values from: their numbers, durations and dates, read once."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from briefbook.evidence.spans import Duration, Point, one_later, told_duration
from briefbook.language.en.dates import find_dates, find_days
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.values.dates import Date, parse_date


class Evidence:
    """What some words have to derive values from, read once."""

    def __init__(self, texts: tuple[str, ...], years_before: tuple[int, ...] = ()) -> None:
        """Take the words that support a statement, and the years that its sources name last before them."""
        self.texts = texts
        self.years_before = years_before

    @cached_property
    def numbers(self) -> tuple[tuple[str, FoundNumber], ...]:
        """Each number with its text."""
        return tuple((text, number) for text in self.texts for number in find_numbers(text))

    @cached_property
    def plain_numbers(self) -> tuple[FoundNumber, ...]:
        """The numbers that are no durations, ranges or ordinals."""
        return tuple(
            number
            for text, number in self.numbers
            if number.to is None and number.unit != "th" and told_duration(text, number) is None
        )

    @cached_property
    def durations(self) -> tuple[tuple[str, Duration], ...]:
        """Each duration with its words."""
        found = ((text, n, told_duration(text, n, is_each=True)) for text, n in self.numbers)
        told = [(text[n.start : d.end], d, n) for text, n, d in found if d]
        ends = [(words, replace(d, value=n.to)) for words, d, n in told if n.to]
        ones = [one for text in self.texts for one in one_later(text)]
        return (*((words, d) for words, d, _ in told), *ends, *ones)

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
        points = [point for date in self.dates for point in Point.of(date)]
        points += [point for day in self.days for point in Point.of(day)]
        if not points:  # a document that names no year: its days lie in one
            days = (day for text in self.texts for day in find_days(text))
            points = [Point.on(_SOME_YEAR, day.month, day.day) for day in days]
        return tuple(dict.fromkeys(points))


_SOME_YEAR = 2001


def _day(year: int, month: int, day: int) -> Date:
    return parse_date(f"{year:04}-{month:02}-{day:02}")
