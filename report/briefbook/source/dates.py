"""Dates as far as they are known: a value, its precision, and how it prints.

A date is written in the model as EDTF (Extended Date/Time Format, ISO 8601-2), of which this is
the part that briefings need:

    1992-02-14              a day               14 February 1992
    2005-07-26/2005-07-27   days in a row       26–27 July 2005
    1992-03                 a month             March 1992
    2005                    a year              2005
    2001/2002               years               2001–02
    2001/..                 since then          since 2001
    200X                    a decade            2000s
    early 200X              part of a decade    early 2000s   (EDTF has no sign for this)
    [2013-03-05, 2013-05-03]  one of several    5 March or 3 May 2013
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    DAYS = "days"
    MONTH = "month"
    MONTHS = "months"
    YEAR = "year"
    YEARS = "years"
    DECADE_PART = "part of a decade"
    DECADE = "decade"
    OPEN = "open"
    """Since a date, with no end stated."""
    ONE_OF = "one of several"


MONTHS = tuple(calendar.month_name[1:])
_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
"""Years of a decade that its parts cover, both included; a convention, for sorting only."""


@dataclass(frozen=True)
class Date:
    """A date with its precision; `first` and `last` are the days that it can mean at most."""

    first: dt.date
    last: dt.date
    precision: Precision
    edtf: str
    part: str = ""
    """`early`, `mid` or `late`, of a decade."""
    choices: tuple[Date, ...] = ()
    """The readings of an ambiguous date."""

    def covers(self, other: Date) -> bool:
        """Tell whether the other date lies within this one, so that it bears this one out.

        26 August 2007 bears out "August 2007"; "August 2007" does not bear out 26 August.
        """
        if self.choices or other.choices:
            return self == other
        if Precision.OPEN in (self.precision, other.precision):
            return self.precision is other.precision and self.first <= other.first
        return self.first <= other.first and other.last <= self.last


def parse_date(text: str) -> Date:
    """Return the date that an EDTF text means; raises ValueError with what is wrong."""
    text = text.strip()
    if text.startswith("["):
        choices = tuple(parse_date(part) for part in text.strip("[]").split(","))
        earliest, latest = min(c.first for c in choices), max(c.last for c in choices)
        return Date(earliest, latest, Precision.ONE_OF, text, choices=choices)
    if match := re.fullmatch(r"(?:(early|mid|late) )?(\d{3})X", text):
        part, decade = match[1] or "", int(match[2]) * 10
        low, high = _PARTS.get(part, (0, 9))
        precision = Precision.DECADE_PART if part else Precision.DECADE
        return Date(
            dt.date(decade + low, 1, 1), dt.date(decade + high, 12, 31), precision, text, part
        )
    start, slash, end = text.partition("/")
    first = _simple(start)
    if not slash:
        return first
    if end == "..":
        return Date(first.first, dt.date.max, Precision.OPEN, text)
    last = _simple(end)
    if last.first < first.first or first.precision is not last.precision:
        raise ValueError(f"“{text}” does not run from an earlier to a later date of one precision")
    plural = {
        Precision.DAY: Precision.DAYS,
        Precision.MONTH: Precision.MONTHS,
        Precision.YEAR: Precision.YEARS,
    }
    return Date(first.first, last.last, plural[first.precision], text)


def _simple(text: str) -> Date:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text)
    if not match:
        raise ValueError(
            f"“{text}” is not a date; write 1992-02-14, 1992-02, 1992, 2001/2002, 2001/.., 200X, "
            "early 200X or [a, b]"
        )
    year, month, day = (int(group) if group else 0 for group in match.groups())
    try:
        if day:
            value = dt.date(year, month, day)
            return Date(value, value, Precision.DAY, text)
        if month:
            end = calendar.monthrange(year, month)[1]
            return Date(dt.date(year, month, 1), dt.date(year, month, end), Precision.MONTH, text)
        return Date(dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR, text)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise ValueError(f"“{text}” is not a date of the calendar") from error


def long_date(date: Date) -> str:
    """Return a date as running text prints it: 14 February 1992, 26–27 July 2005, since 2001."""
    return _printed(date, MONTHS)


def short_date(date: Date) -> str:
    """Return a date as tables and labels print it: 14 Feb 1992, 26–27 Jul 2005."""
    return _printed(date, tuple(name[:3] for name in MONTHS))


def _printed(date: Date, months: tuple[str, ...]) -> str:  # noqa: PLR0911  one return a precision
    first, last = date.first, date.last
    match date.precision:
        case Precision.DAY:
            return f"{first.day} {months[first.month - 1]} {first.year}"
        case Precision.MONTH:
            return f"{months[first.month - 1]} {first.year}"
        case Precision.YEAR:
            return str(first.year)
        case Precision.DAYS:
            return _days(first, last, months)
        case Precision.MONTHS:
            return _months(first, last, months)
        case Precision.YEARS:
            return years(first.year, last.year)
        case Precision.DECADE | Precision.DECADE_PART:
            return f"{date.part} {first.year // 10}0s".strip()
        case Precision.OPEN:
            since = parse_date(date.edtf.partition("/")[0])
            return f"since {_printed(since, months)}"
        case Precision.ONE_OF:
            return _choices(date, months)


def years(first: int, last: int) -> str:
    """Return years from first to last: 2001–02, 1998–2000."""
    same_century = first // 100 == last // 100
    return f"{first}–{last % 100:02}" if same_century else f"{first}–{last}"


def _days(first: dt.date, last: dt.date, months: tuple[str, ...]) -> str:
    end = f"{last.day} {months[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    if first.year == last.year:
        return f"{first.day} {months[first.month - 1]} – {end}"
    return f"{first.day} {months[first.month - 1]} {first.year} – {end}"


def _months(first: dt.date, last: dt.date, months: tuple[str, ...]) -> str:
    end = f"{months[last.month - 1]} {last.year}"
    start = months[first.month - 1]
    return f"{start}–{end}" if first.year == last.year else f"{start} {first.year} – {end}"


def _choices(date: Date, months: tuple[str, ...]) -> str:
    printed = [_printed(choice, months) for choice in date.choices]
    year = f" {date.first.year}"
    if all(text.endswith(year) for text in printed):
        return " or ".join(text.removesuffix(year) for text in printed) + year
    return " or ".join(printed)
