"""Dates that the evidence tells from its own: last year, next month, the fourth quarter of last year.

What “this year” is, follows from the years that the quotes name, or their source before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefbook.evidence.readings import Evidence
from briefbook.evidence.spans import Duration, Point, told_duration
from briefbook.language.en.dates import FoundDay, find_days
from briefbook.language.en.numbers import find_numbers
from briefbook.values.dates import MONTHS, Date, Precision, long_date
from briefbook.values.day import Day

_YEAR_WORDS = {
    -1: r"last year|previous year|the year before|the prior year|a year (?:earlier|ago)",
    1: r"next year|(?:the )?coming year|the following year|the year after",
    0: r"this year|the (?:current |calendar )?year(?! (?:before|after|earlier))",
}
_PART = (
    r"(?:(?P<n>first|second|third|fourth|last|final) (?P<size>quarter|half) of |"
    r"(?P<end>end|close|beginning|start|middle) of |(?P<side>early|late|later|mid|earlier)[ -](?:in )?)?"
)
_TOLD = {
    way: re.compile(rf"\b{_PART}(?:{words})\b", re.IGNORECASE) for way, words in _YEAR_WORDS.items()
}
_COUNTS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_MONTHS_OF = {"quarter": 3, "half": 6}
_SIDES = {
    "end": "late",
    "close": "late",
    "beginning": "early",
    "start": "early",
    "middle": "mid",
    "later": "late",
    "earlier": "early",
}


def relative_year(date: Date, evidence: Evidence) -> str:
    """A year, or a part of it, that the evidence tells from its own: 2023 of “next year” in a quote of 2022."""
    if date.first.year != date.last.year:
        return ""
    for said in evidence.texts:
        for way, pattern in _TOLD.items():
            years = {year + way for year in (*evidence.years, *evidence.years_before)}
            matches = pattern.finditer(said) if date.first.year in years else ()
            for match in matches:
                if _is_its_part(date, match):
                    return f"“{match[0]}”"
    return ""


def _is_its_part(date: Date, match: re.Match[str]) -> bool:
    if date.precision is Precision.YEAR and not date.part:
        return True
    if match["size"]:
        months = _MONTHS_OF[match["size"].lower()]
        last = (
            12 if match["n"].lower() in ("last", "final") else months * _COUNTS[match["n"].lower()]
        )
        return (date.first.month, date.last.month) == (last - months + 1, last)
    side = (match["end"] or match["side"] or "").lower()
    return bool(side) and date.part == _SIDES.get(side, side)


_SEASON = re.compile(
    r"\b(?:the )?(?P<way>following|next|previous|preceding|same|that) (?P<name>spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)
_NEXT = {"following": (0, 1), "next": (0, 1), "previous": (-1, 0), "preceding": (-1, 0)}


def relative_season(date: Date, evidence: Evidence) -> str:
    """A season that the evidence tells from its own year: spring 2020 of “in 2019 … the following spring”."""
    if date.part not in ("spring", "summer", "autumn", "winter"):
        return ""
    for said in evidence.texts:
        for match in _SEASON.finditer(said):
            name = match["name"].lower().replace("fall", "autumn")
            ways = _NEXT.get(match["way"].lower(), (0,))
            if name == date.part and any(date.first.year - way in evidence.years for way in ways):
                return f"“{match[0]}”"
    return ""


_YEAR = 12
_MONTHS_IN = {"month": 1, "quarter": 3, "year": _YEAR}
_LAST_QUARTER = re.compile(
    r"\b(?:previous|preceding|prior|last|following|next) quarter\b|\bquarter (?:before|earlier|later)\b",
    re.IGNORECASE,
)


def relative_period(date: Date, evidence: Evidence) -> str:
    """A month, quarter or half that lies a told time from a quoted one: Q3 2022 of “the third quarter of 2023 … than a year earlier”."""
    if date.precision in (Precision.YEAR, Precision.YEARS, Precision.DAY, Precision.DAYS):
        return ""
    for other in evidence.dates:
        apart = abs(_month(date.first) - _month(other.first))
        if other.precision is not date.precision or _length(other) != _length(date) or not apart:
            continue
        for words, told in evidence.durations:
            if apart == told.value * _MONTHS_IN.get(told.unit, 0):
                return f"{long_date(other)} and “{words}”"
        quarter = next(filter(None, map(_LAST_QUARTER.search, evidence.texts)), None)
        if quarter and apart == _MONTHS_IN["quarter"]:
            return f"{long_date(other)} and “{quarter[0]}”"
    return ""


def _month(day: Day) -> int:
    return _YEAR * day.year + day.month


def _length(date: Date) -> int:
    return _month(date.last) - _month(date.first)


_FIRST_MONTHS = re.compile(
    r"\b(?P<side>first|last|final) (?P<n>\w+) months of (?:the year|this year|last year|(?P<year>\d{4}))\b",
    re.IGNORECASE,
)


def first_months(date: Date, evidence: Evidence) -> str:
    """Months that the evidence counts from an end of a year: January to April of “the first four months of the year”."""
    if date.precision is not Precision.MONTHS or date.first.year != date.last.year:
        return ""
    for said in evidence.texts:
        for match in _FIRST_MONTHS.finditer(said):
            counted = find_numbers(match["n"])
            years = (
                (int(match["year"]),)
                if match["year"]
                else (*evidence.years, *evidence.years_before)
            )
            if not counted or date.first.year not in years:
                continue
            n, is_first = int(counted[0].value), match["side"].lower() == "first"
            told = (1, n) if is_first else (_YEAR - n + 1, _YEAR)
            if (date.first.month, date.last.month) == told:
                return f"“{match[0]}”"
    return ""


_NEXT_DAY = {
    1: re.compile(r"\b(?:the (?:next|following) day|the day after|a day later|next morning)\b", re.IGNORECASE),
    -1: re.compile(r"\b(?:the (?:previous|preceding) day|the day before|a day earlier)\b", re.IGNORECASE),
}  # fmt: skip
_LATER = re.compile(r"\s(?:later|after(?:wards)?|on)\b")
_SOME_YEAR = 2023


def day_follows(found: FoundDay, evidence: Evidence) -> str:
    """A day without its year that lies so many days from a quoted one: 11 March of “on 9 March … two days later”."""
    days = [day for said in evidence.texts for day in find_days(said)]
    ways = [
        way for said in evidence.texts for way, words in _NEXT_DAY.items() if words.search(said)
    ]
    for words, told in evidence.durations:
        if told.unit in ("day", "week") and any(
            _LATER.match(said, said.find(words) + len(words))
            for said in evidence.texts
            if words in said
        ):
            ways.append(int(told.value) * (7 if told.unit == "week" else 1))
    for day in days:
        mine, its = (Point.on(_SOME_YEAR, each.month, each.day) for each in (found, day))
        if mine.first - its.first in ways:
            return f"{day.day} {MONTHS[day.month - 1]}"
    return ""


_INTO = re.compile(r"\b(?:well |far )?into (?P<year>(?:1[5-9]|20)\d\d)\b")
_BEYOND = re.compile(r"\b(?:beyond|past|after|into)\b[^.;]*$", re.IGNORECASE)


def beyond_its_start(date: Date, text_before: str, evidence: Evidence) -> str:
    """Beyond the start of 2014, of what lasts well into 2014."""
    if date.part != "early" or not _BEYOND.search(text_before):
        return ""
    found = (match for said in evidence.texts for match in _INTO.finditer(said))
    return next((f"“{m[0]}”" for m in found if int(m["year"]) == date.first.year), "")


_QUARTERS = re.compile(
    r"\b(?P<n>first|second|third|fourth|last|final) (?P<size>quarter|half)\b", re.IGNORECASE
)
_MONTHS_ON = re.compile(r"\b(?P<way>next|last|following|previous) month\b", re.IGNORECASE)


def months_told(texts: Iterable[str], months: Iterable[int]) -> Iterator[int]:
    """Yield the months that quarters and halves of a year begin and end with, and those before and after the dated ones."""
    dated = set(months)
    for text in texts:
        for match in _QUARTERS.finditer(text):
            size = _MONTHS_OF[match["size"].lower()]
            last = (
                12
                if match["n"].lower() in ("last", "final")
                else size * _COUNTS[match["n"].lower()]
            )
            if last <= 12:  # noqa: PLR2004  there is no third half
                yield from (last - size + 1, last)
        for match in _MONTHS_ON.finditer(text):
            way = 1 if match["way"].lower() in ("next", "following") else -1
            yield from (_month_after(month, way) for month in dated)
        for apart in _months_apart(text):
            yield from (_month_after(month, apart) for month in dated)


def _month_after(month: int, apart: int) -> int:
    return (month - 1 + apart) % 12 + 1


_AFTER_OR_BEFORE = re.compile(
    r"\s(?:(?P<later>later|after(?:wards)?|on)|earlier|before)\b", re.IGNORECASE
)


def _months_apart(text: str) -> Iterator[int]:
    """Yield how many months a text tells between two events, less than none for earlier ones: “three months later”."""
    for number in find_numbers(text):
        told = told_duration(text, number)
        side = _AFTER_OR_BEFORE.match(text, told.end) if told and told.unit == "month" else None
        if side and number.value == int(number.value):
            yield int(number.value) * (1 if side["later"] else -1)


_MONTH = "|".join(MONTHS)
_SEVERAL_MONTHS = re.compile(
    rf"\b(?P<first>{_MONTH})(?P<joint>(?:,\s(?:{_MONTH}))*,?\sand\s|\s(?:to|through|until)\s|[–-])(?P<last>{_MONTH})\b"
)


def months_named(told: Duration, evidence: Evidence) -> str:
    """Months that the evidence names or has a word for: two of “March and April”, three of “the first quarter”."""
    for said in evidence.texts if told.unit == "month" else ():
        for match in _QUARTERS.finditer(said):
            if told.value == _MONTHS_OF[match["size"].lower()]:
                return f"“{match[0]}”"
        for match in _SEVERAL_MONTHS.finditer(said):
            first, last = (MONTHS.index(match[end]) for end in ("first", "last"))
            listed = len(re.findall(_MONTH, match[0]))
            if told.value == (listed if "and" in match["joint"] else (last - first) % 12 + 1):
                return f"“{match[0]}”"
    return ""
