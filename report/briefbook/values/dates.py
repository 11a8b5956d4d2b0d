"""Dates as far as they are known: a value, its precision, and how it prints.

A date is written in the model as EDTF (Extended Date/Time Format, ISO 8601-2), of which this is
the part that briefings need:

    1992-02-14              a day               14 February 1992
    2005-07-26/2005-07-27   days in a row       26–27 July 2005
    1992-03                 a month             March 1992
    2005                    a year              2005
    0800, -0043             of any age          AD 800, 44 BCE   (-9999 to 9999; 0000 is 1 BCE)
    2001/2002               years               2001–02
    2001/..                 since then          since 2001
    200X                    a decade            2000s
    early 200X              part of a decade    early 2000s   (EDTF has no sign for this)
    mid 2003                part of a year      mid-2003      (nor for this)
    late 2003-05            part of a month     late May 2003
    18XX, -04XX             a century           19th century, 5th century BCE
    2004-21                 a season            spring 2004
    2010-35                 a quarter           third quarter of 2010
    2008-40                 a half              first half of 2008
    1880~                   about then          about 1880
    1880?, 1880%            perhaps then        1880?, about 1880?
    [2013-03-05, 2013-05-03]  one of several    5 March or 3 May 2013
"""

from __future__ import annotations

import calendar
import dataclasses
import re
from enum import StrEnum
from functools import cache, lru_cache

from briefbook.frozen import dataclass
from briefbook.localization import (
    ENGLISH,
    Width,
    day_of_month,
    locale,
    month_names,
    translate,
)
from briefbook.values.day import Day, days_in_month, year_name


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
"""Tenths of a century or decade that its parts cover, both included; a convention, for sorting."""
_YEAR_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_SUBYEARS = {
    # EDTF's numbers of seasons, quarters and halves: how each prints, first and last month.
    # A winter may lie at either end of the year that it is named after.
    21: ("spring", 3, 5), 22: ("summer", 6, 8), 23: ("autumn", 9, 11), 24: ("winter", 1, 12),
    33: ("first quarter of", 1, 3), 34: ("second quarter of", 4, 6),
    35: ("third quarter of", 7, 9), 36: ("fourth quarter of", 10, 12),
    40: ("first half of", 1, 6), 41: ("second half of", 7, 12),
}  # fmt: skip
_PLURAL = {
    Precision.DAY: Precision.DAYS,
    Precision.MONTH: Precision.MONTHS,
    Precision.YEAR: Precision.YEARS,
}
"""From the finest to the coarsest: what a range of such dates is called."""
RANGES = tuple(_PLURAL.values())
"""The precisions of ranges: two days, two months or two years with what lies between them."""
_DECADE_LENGTH, _CENTURY_LENGTH = 10, 100
_LAST_DAY = Day(9999, 12, 31)
"""Where what has no end ends."""

# What parse_date reads and what the JSON Schema allows; digits are ASCII's in both.
_YEAR = r"(?:[0-9]{4}|-(?!0000)[0-9]{4})"
_SIMPLE = rf"({_YEAR})(?:-([0-9]{{2}}))?(?:-([0-9]{{2}}))?"  # -0043, 1992-02, 1992-02-14
_LONG = r"(?:(early|mid|late) )?([0-9]{3}X|-?[0-9]{2}XX)"  # 200X, early 200X, 18XX, -04XX
_PART_OF = rf"(early|mid|late) ({_YEAR}(?:-[0-9]{{2}})?)"  # mid 2003, late 2003-05
_ONE = rf"(?:{_LONG}|{_PART_OF}|{_SIMPLE}[~?%]?)"
_RANGE = rf"{_ONE}(?:/(?:\.\.|{_ONE}))?"  # 2001/2002, 2001/..
DATE_PATTERN = re.sub(r"\((?!\?)", "(?:", rf"(?:{_RANGE}|\[{_RANGE}(?:, *{_RANGE})*\])")
"""The form of every date, as a regular expression of Python and of ECMAScript alike."""
_IS_SIMPLE, _IS_LONG, _IS_PART_OF, _IS_DATE = map(
    re.compile, (_SIMPLE, _LONG, _PART_OF, DATE_PATTERN)
)


@dataclass(frozen=True)
class Date:
    """A date with its precision; `first` and `last` are the days that it can mean at most."""

    first: Day
    last: Day
    precision: Precision
    edtf: str
    part: str = ""
    """`early`, `mid` or `late`, of a longer time; `spring`, `first half of` …, of a year."""
    is_approximate: bool = False
    """“About”, “circa”."""
    is_uncertain: bool = False
    """“Perhaps”; its source is not sure of it."""
    choices: tuple[Date, ...] = ()
    """The readings of an ambiguous date."""

    def covers(self, other: Date) -> bool:
        """Tell whether the other date lies within this one, so that it bears this one out.

        26 August 2007 bears out "August 2007"; "August 2007" does not bear out 26 August.
        """
        if self.choices or other.choices:
            return self == other
        if other.is_approximate and not self.is_approximate:
            return False
        if other.is_uncertain and not self.is_uncertain:
            return False
        if Precision.OPEN in (self.precision, other.precision):
            return self.precision is other.precision and self.first <= other.first
        return self.first <= other.first and other.last <= self.last


@lru_cache(maxsize=4096)
def parse_date(text: str) -> Date:
    """Return the date that an EDTF text means; raises ValueError with what is wrong."""
    text = text.strip()
    if _IS_SIMPLE.fullmatch(text):
        return _simple(text)
    if not _IS_DATE.fullmatch(text):
        raise ValueError(
            f"“{text}” is not a date; write 1992-02-14, 1992-02, 1992, -0043 (44 BCE), 2001/2002, "
            "2001/.., 200X, early 200X, 2004-21 (spring), 1880~, 1880? or [a, b]"
        )
    if text.startswith("["):
        choices = tuple(parse_date(part) for part in text.strip("[]").split(","))
        earliest, latest = min(c.first for c in choices), max(c.last for c in choices)
        return Date(earliest, latest, Precision.ONE_OF, text, choices=choices)
    start, slash, end = text.partition("/")
    first = _single(start)
    if not slash:
        return first
    if end == "..":
        return Date(first.first, _LAST_DAY, Precision.OPEN, text)
    last = _single(end)
    if last.first < first.first or not {first.precision, last.precision} <= set(_PLURAL):
        raise ValueError(f"“{text}” does not run from an earlier to a later date")
    coarser = max(first.precision, last.precision, key=list(_PLURAL).index)
    return Date(first.first, last.last, _PLURAL[coarser], text)


def _single(text: str) -> Date:
    """Return a date that is no range."""
    if match := _IS_LONG.fullmatch(text):
        return _long_time(text, match[1] or "", match[2])
    if match := _IS_PART_OF.fullmatch(text):
        return _part(text, match[1], _simple(match[2]))
    if (sign := text[-1:]) in ("~", "?", "%"):
        is_about, is_unsure = sign in "~%", sign in "?%"
        exact = _simple(text[:-1])
        return dataclasses.replace(
            exact, edtf=text, is_approximate=is_about, is_uncertain=is_unsure
        )
    return _simple(text)


def _long_time(text: str, part: str, digits: str) -> Date:
    """Return a decade (200X), a century (19XX, -04XX) or a part of one.

    The first ones begin with the year 1, since there is no year 0 before them in the way that
    people count; -00XX, the last century before them, ends with 1 BCE.
    """
    length = _CENTURY_LENGTH if digits.endswith("XX") else _DECADE_LENGTH
    begin = int(digits.rstrip("X")) * length
    if digits.startswith("-"):
        begin -= length - 1
    low, high = _PARTS.get(part, (0, 9))
    first, last = begin + low * length // 10, begin + (high + 1) * length // 10 - 1
    precision = Precision.DECADE_PART if part else Precision.DECADE
    return Date(Day(first or 1, 1, 1), Day(last, 12, 31), precision, text, part)


def _part(text: str, part: str, whole: Date) -> Date:
    """Return the early, middle or late part of a year or a month."""
    year, month = whole.first.year, whole.first.month
    if whole.precision is Precision.YEAR:
        low, high = _YEAR_PARTS[part]
        return Date(*_month_span(year, low, high), Precision.MONTHS, text, part)
    if whole.precision is not Precision.MONTH:
        raise ValueError(f"“{text}”: only years and months have an early, middle and late part")
    low, high = _MONTH_PARTS[part]
    last = min(high, whole.last.day)
    return Date(Day(year, month, low), Day(year, month, last), Precision.MONTH, text, part)


def _month_span(year: int, first: int, last: int) -> tuple[Day, Day]:
    return Day(year, first, 1), Day(year, last, days_in_month(year, last))


def _simple(text: str) -> Date:
    match = _IS_SIMPLE.fullmatch(text)
    if not match:
        raise ValueError(f"“{text}” is not a date")
    year, month, day = (int(group) if group else 0 for group in match.groups())
    has_month, has_day = match[2] is not None, match[3] is not None
    try:
        if has_day:
            value = Day(year, month, day)
            return Date(value, value, Precision.DAY, text)
        if month in _SUBYEARS:
            name, start, finish = _SUBYEARS[month]
            return Date(*_month_span(year, start, finish), Precision.MONTHS, text, name)
        if has_month:
            return Date(*_month_span(year, month, month), Precision.MONTH, text)
        return Date(Day(year, 1, 1), Day(year, 12, 31), Precision.YEAR, text)
    except ValueError as error:
        raise ValueError(f"“{text}” is not a date of the calendar") from error


def long_date(date: Date) -> str:
    """Return a date as running text prints it: 14 February 1992, 26–27 July 2005, since 2001."""
    return _printed(date, _months_of("wide"))


def short_date(date: Date) -> str:
    """Return a date as tables and labels print it: 14 Feb 1992, 26–27 Jul 2005."""
    return _printed(date, _months_of("abbreviated"))


@dataclass(frozen=True)
class _Months:
    """The names of months: in a date, and where no day stands before them (мая, май)."""

    dated: tuple[str, ...]
    alone: tuple[str, ...]


def _months_of(width: Width) -> _Months:
    return _months_in(locale(), width)


@cache
def _months_in(name: str, width: Width) -> _Months:
    if name == ENGLISH:
        names = MONTHS if width == "wide" else tuple(month[:3] for month in MONTHS)
        return _Months(names, names)
    dated = month_names(name, width, "format")
    return _Months(dated, month_names(name, width, "stand-alone") if width == "wide" else dated)


def _part_words(part: str, time: str) -> str:
    """Return a part of a time in words: early 2001, first half of 2003."""
    return translate(part + " {time}", time=time) if part else time


def _printed(  # noqa: C901, PLR0911  one return a precision
    date: Date, months: _Months
) -> str:
    first, last = date.first, date.last
    if date.is_uncertain:
        return f"{_printed(dataclasses.replace(date, is_uncertain=False), months)}?"
    if date.is_approximate:
        dated = _Months(months.dated, months.dated)
        exact = _printed(dataclasses.replace(date, is_approximate=False), dated)
        return translate("about {time}", time=exact)
    match date.precision:
        case Precision.DAY:
            return (
                f"{day_of_month(first.day)} {months.dated[first.month - 1]} {year_name(first.year)}"
            )
        case Precision.MONTH:
            names = months.dated if date.part else months.alone
            month = f"{names[first.month - 1]} {year_name(first.year)}"
            return _part_words(date.part, month)
        case Precision.YEAR:
            return year_name(first.year)
        case Precision.DAYS | Precision.MONTHS | Precision.YEARS if _is_mixed(date):
            ends = (_single(end) for end in date.edtf.split("/"))
            return " – ".join(_printed(end, months) for end in ends)
        case Precision.DAYS:
            return _days(first, last, months.dated)
        case Precision.MONTHS:
            return _months(date, months)
        case Precision.YEARS:
            return years(first.year, last.year)
        case Precision.DECADE | Precision.DECADE_PART:
            return _long_name(date.edtf, date.part)
        case Precision.OPEN:
            return _since(parse_date(date.edtf.partition("/")[0]), months)
        case Precision.ONE_OF:
            return _choices(date, months)


def _since(since: Date, months: _Months) -> str:
    if since.precision is Precision.DECADE:
        return _long_name(since.edtf, "since")
    return translate("since {time}", time=_printed(since, _Months(months.dated, months.dated)))


def _is_mixed(date: Date) -> bool:
    """Tell whether a range's ends are known to different precision or certainty: May 1992 – 1997."""
    first, _, last = date.edtf.partition("/")
    if not last:
        return False
    ends = [_single(first), _single(last)]
    return len({(end.precision, end.is_approximate, end.is_uncertain) for end in ends}) > 1 or any(
        end.is_approximate or end.is_uncertain for end in ends
    )


def years(first: int, last: int) -> str:
    """Return years from first to last: 2001–02, 1998–2000, 44–30 BCE, 27 BCE – AD 14, AD 800–814."""
    if last <= 0:
        return f"{1 - first}–{year_name(last)}"
    if first <= 0:
        return f"{year_name(first)} – AD {last}"
    if first >= 1000 and first // 100 == last // 100:  # noqa: PLR2004  as year_name has it
        return f"{first}–{last % 100:02}"
    return f"{year_name(first)}–{last}"


def _days(first: Day, last: Day, months: tuple[str, ...]) -> str:
    begin = day_of_month(first.day)
    end = f"{day_of_month(last.day)} {months[last.month - 1]} {year_name(last.year)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{begin}–{end}"
    if first.year == last.year:
        return f"{begin} {months[first.month - 1]} – {end}"
    return f"{begin} {months[first.month - 1]} {year_name(first.year)} – {end}"


def _months(date: Date, names: _Months) -> str:
    first, last = date.first, date.last
    if date.part:
        if date.part == "mid" and year_name(first.year).isdecimal():
            return translate("mid-{time}", time=year_name(first.year))
        return _part_words(date.part, year_name(first.year))
    months = names.alone
    end = f"{months[last.month - 1]} {year_name(last.year)}"
    start = months[first.month - 1]
    if first.year == last.year:
        return f"{start}–{end}"
    return f"{start} {year_name(first.year)} – {end}"


def _long_name(edtf: str, before: str = "") -> str:
    """Return the name of a decade or century, or of a part of one: 2000s, early AD 800s, 5th century BCE."""
    digits, before = edtf.rpartition(" ")[2], f"{before} " if before else ""
    if not digits.endswith("XX"):
        if digits[:3] == "000":
            return f"{before}AD 0s"
        name = year_name(int(digits[:3]) * _DECADE_LENGTH)
        return translate(f"{before}{{decade}}s", decade=name)
    number = abs(int(digits[:-2])) + 1
    suffix = "th" if number // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    century = translate(
        f"{before}{{number}}{{suffix}} century", number=number, suffix=suffix, roman=_roman(number)
    )
    return translate("{year} BCE", year=century) if digits.startswith("-") else century


_NUMERALS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
"""Enough for centuries."""


def _roman(number: int) -> str:
    text = ""
    for value, letters in _NUMERALS:
        text += letters * (number // value)
        number %= value
    return text


def _choices(date: Date, months: _Months) -> str:
    printed = [_printed(choice, months) for choice in date.choices]
    year, joint = f" {year_name(date.first.year)}", translate(" or ")
    if all(text.endswith(year) for text in printed):
        return joint.join(text.removesuffix(year) for text in printed) + year
    return joint.join(printed)
