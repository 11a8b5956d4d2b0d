"""Dates in English text, with the precision that the text gives them and no more.

Patterns are tried from the most specific to the least; what one has taken, the next leaves alone.
Every pattern is anchored on a digit or a month's name, so that no text makes the search slow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefbook.source.dates import Date, parse_date


@dataclass(frozen=True)
class FoundDate:
    """A date in a text and where it stands."""

    start: int
    end: int
    date: Date
    is_fiscal: bool = False


_NAMES = (
    "Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|"
    "Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?"
)
_MONTH = rf"(?P<m>{_NAMES})"
_MONTH2 = rf"(?P<m2>{_NAMES})"
_YEAR = r"(?P<y>1[5-9]\d\d|20\d\d)"
_DAY = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"
_DAY2 = r"(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?"
_DASH = r"\s?[-–—]\s?"
_TO = r"(?:\s?[-–—]\s?|\sto\s|\sthrough\s|\sand\s)"
_S = r"(?:,\s?|\s)"

_UNITS = (
    r"\s?(?:%|million|billion|thousand|per\s?cent|km|miles?|tons?|tonnes?|dollars?|euros?|"
    r"troops|soldiers|people|vehicles|trucks|hectares|MW|megawatts?|meters?|metres?)"
)
"""What follows a number that looks like a year and is none."""


def _month(name: str) -> int:
    return "janfebmaraprmayjunjulaugsepoctnovdec".index(name[:3].lower()) // 3 + 1


def _edtf(year: str, month: str = "", day: str = "") -> str:
    text = year
    if month:
        text += f"-{_month(month):02}"
    if day:
        text += f"-{int(day):02}"
    return text


def _range_end(start: str, end: str) -> str:
    """Complete a short year: 2001–2 and 2001–02 both end in 2002."""
    return start[: 4 - len(end)] + end


def _ambiguous(match: re.Match[str]) -> str:
    a, b, year = int(match["a"]), int(match["b"]), match["y"]
    readings = [
        f"{year}-{month:02}-{day:02}"
        for month, day in sorted({(a, b), (b, a)})
        if 1 <= month <= 12  # noqa: PLR2004  a month
    ]
    return readings[0] if len(readings) == 1 else f"[{', '.join(readings)}]"


Build = Callable[[re.Match[str]], str]
_FLAGS = re.ASCII


def _rule(pattern: str, build: Build) -> tuple[re.Pattern[str], Build]:
    return re.compile(pattern, _FLAGS), build


_RULES: tuple[tuple[re.Pattern[str], Build], ...] = (
    # July 26-27, 2005
    _rule(
        rf"\b{_MONTH}\s{_DAY}{_TO}{_DAY2}\s?{_S}{_YEAR}\b",
        lambda m: f"{_edtf(m['y'], m['m'], m['d'])}/{_edtf(m['y'], m['m'], m['d2'])}",
    ),
    # July 30 - August 2, 2005
    _rule(
        rf"\b{_MONTH}\s{_DAY}{_TO}{_MONTH2}\s{_DAY2}\s?{_S}{_YEAR}\b",
        lambda m: f"{_edtf(m['y'], m['m'], m['d'])}/{_edtf(m['y'], m['m2'], m['d2'])}",
    ),
    # 17-18 June, 2008
    _rule(
        rf"\b{_DAY}{_TO}{_DAY2}\s{_MONTH}\s?{_S}?{_YEAR}\b",
        lambda m: f"{_edtf(m['y'], m['m'], m['d'])}/{_edtf(m['y'], m['m'], m['d2'])}",
    ),
    # 30 July – 2 August 2005
    _rule(
        rf"\b{_DAY}\s{_MONTH}{_TO}{_DAY2}\s{_MONTH2}\s?{_S}?{_YEAR}\b",
        lambda m: f"{_edtf(m['y'], m['m'], m['d'])}/{_edtf(m['y'], m['m2'], m['d2'])}",
    ),
    # February 14, 1992
    _rule(rf"\b{_MONTH}\s{_DAY}\s?{_S}{_YEAR}\b", lambda m: _edtf(m["y"], m["m"], m["d"])),
    # 14 February 1992; 14th of February, 1992
    _rule(
        rf"\b{_DAY}\s(?:of\s)?{_MONTH}\s?{_S}?{_YEAR}\b", lambda m: _edtf(m["y"], m["m"], m["d"])
    ),
    # 1992-02-14
    _rule(r"\b(?P<y>(?:1[5-9]|20)\d\d)-(?P<mm>[01]\d)-(?P<dd>[0-3]\d)\b", lambda m: m[0]),
    # 05-03-2013, 5/3/2013, 05.03.2013
    _rule(
        r"(?<![\d./-])(?P<a>[0-3]?\d)(?P<s>[./-])(?P<b>[0-3]?\d)(?P=s)(?P<y>(?:19|20)\d\d)(?![\d/-])",
        _ambiguous,
    ),
    # March–June 1992
    _rule(
        rf"\b{_MONTH}{_DASH}{_MONTH2}\s?{_S}{_YEAR}\b",
        lambda m: f"{_edtf(m['y'], m['m'])}/{_edtf(m['y'], m['m2'])}",
    ),
    # March 1992; November, 2002; August of 2007
    _rule(rf"\b{_MONTH}\s?{_S}(?:of\s)?{_YEAR}\b", lambda m: _edtf(m["y"], m["m"])),
    # early 2000s
    _rule(
        r"\b(?P<q>[Ee]arly|[Mm]id|[Ll]ate)[\s-]+(?:the\s)?(?P<y>(?:1[5-9]|20)\d)0['’]?s\b",
        lambda m: f"{m['q'].lower()} {m['y']}X",
    ),
    _rule(r"\b(?P<y>(?:1[5-9]|20)\d)0['’]?s\b", lambda m: f"{m['y']}X"),
    # 2001–2, FY1998–2000, 2006 to 2010
    _rule(
        rf"(?<![\d$€£.,])(?:FY\s?)?{_YEAR}(?:{_DASH}|\sto\s)(?:FY\s?)?(?P<e>(?:19|20)\d\d|\d\d?)"
        rf"(?![\d-]|{_UNITS})(?!\.\d)",
        lambda m: f"{m['y']}/{_range_end(m['y'], m['e'])}",
    ),
    # constant 2024 US dollars: the year of a price base
    _rule(rf"\b[Cc]onstant {_YEAR}\b", lambda m: m["y"]),
    # 2005, FY2005
    _rule(
        rf"(?<![\d$€£.,/№#-])(?<!\d[-–])\b(?:FY\s?|[Ff]iscal [Yy]ear )?{_YEAR}\b"
        rf"(?![.,]\d|[-–/]\d|{_UNITS}\b|['’]?s\b)",
        lambda m: m["y"],
    ),
)

_DAY_MONTH = re.compile(
    rf"\b{_DAY}\s{_MONTH}\b|\b(?P<mb>{_NAMES})\s(?P<db>[0-3]?\d)(?:st|nd|rd|th)?\b", _FLAGS
)


@dataclass(frozen=True)
class FoundDay:
    """A day of the year without a year: 19 February."""

    start: int
    end: int
    month: int
    day: int


@lru_cache(maxsize=4096)
def find_days(text: str) -> tuple[FoundDay, ...]:
    """Return every day of the year that is no part of a full date, in order."""
    taken = [(found.start, found.end) for found in find_dates(text)]
    days = (
        FoundDay(
            match.start(),
            match.end(),
            _month(match["m"] or match["mb"]),
            int(match["d"] or match["db"]),
        )
        for match in _DAY_MONTH.finditer(text)
        # "may" and "mar" in small letters are words.
        if (match["m"] or match["mb"])[0].isupper()
    )
    return tuple(
        d for d in days if not any(start < d.end and d.start < end for start, end in taken)
    )


_OPEN = re.compile(r"(?:\b[Ss]ince|\b[Ss]tarting (?:from|in)|\bfrom)\s(?:the\s)?$")
_OPEN_LOOK_BACK = 16


@lru_cache(maxsize=4096)
def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Return every date in a text, in order; impossible ones (31 February) are not dates."""
    return tuple(sorted(_found(text), key=lambda found: found.start))


def _found(text: str) -> Iterator[FoundDate]:
    taken = bytearray(len(text))
    for pattern, build in _RULES:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            try:
                date = parse_date(build(match))
            except ValueError:
                continue
            taken[start:end] = b"\1" * (end - start)
            yield FoundDate(start, end, date, match[0][:1] in "Ff" and "Y" in match[0].upper()[:9])


def is_open_ended(text: str, found: FoundDate) -> bool:
    """Tell whether the words before a date make it a beginning: "since", "starting from"."""
    return _OPEN.search(text[max(0, found.start - _OPEN_LOOK_BACK) : found.start]) is not None
