"""Dates in English text, with the precision that the text gives them and no more.

The rules are tried from the most specific to the least (`date_rules.py`); what one has taken, the
next leaves alone. Two full dates with "to" or a dash between them are then one stretch of time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from briefbook.frozen import dataclass, replace
from briefbook.language.en import date_rules as forms
from briefbook.language.en.date_rules import DAY_MONTH, NAMES, Rule
from briefbook.language.en.date_values import SHORT_MONTHS, Spanned, day_number, month_number
from briefbook.language.en.no_years import CLAUSE_GOES_ON, is_no_year
from briefbook.values.dates import Date, Precision, parse_date


@dataclass(frozen=True)
class FoundDate:
    """A date in a text and where it stands."""

    start: int
    end: int
    date: Date
    is_fiscal: bool = False


@dataclass(frozen=True)
class FoundDay:
    """A day of the year without a year: 19 February."""

    start: int
    end: int
    month: int
    day: int


@lru_cache(maxsize=1 << 12)
def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Return every date in a text, in order; impossible ones (31 February) are not dates."""
    found = sorted(_found(text), key=lambda found: found.start)
    return tuple(_joined(text, found))


@lru_cache(maxsize=1 << 12)
def find_days(text: str) -> tuple[FoundDay, ...]:
    """Return every day of the year that is no part of a full date, in order."""
    if not _MONTHS.search(text):
        return ()
    taken = [(found.start, found.end) for found in find_dates(text)]
    days = [
        FoundDay(
            match.start(),
            match.end(),
            month_number(match["m"] or match["mb"] or match["mw"]),
            day_number(match["d"] or match["db"] or match["dw"]),
        )
        for match in DAY_MONTH.finditer(text)
    ]
    found: list[FoundDay] = []
    for day in days:
        others = [*taken, *((other.start, other.end) for other in days if other is not day)]
        found += [
            each
            for each in (*_days_before(text, day), day, *_days_after(text, day))
            if 1 <= each.day <= 31  # noqa: PLR2004  the longest month
            and not any(start < each.end and each.start < end for start, end in others)
        ]
    return tuple(found)


_MONTHS = re.compile(NAMES, re.ASCII)
"""Without one, no day of a month is told."""
_DAY_OF_LIST = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_LISTED = r"(?:\s?[–—-]\s?|,\s(?:and\s)?|\s(?:and|or|to|until|till|through)\s)(?:the\s)?"
_LISTED_BEFORE = re.compile(rf"(?<![\d.,–-])(?:[0-3]?\d(?:st|nd|rd|th)?{_LISTED})+$")
"""Days before “8 March”: 6 of “between 6 and 8 March”, 5 and 6 of “5, 6 and 8 March”."""
_LISTED_AFTER = re.compile(
    rf"(?:\s\([^()\d]{{1,30}}\))?(?P<link>{_LISTED}){_DAY_OF_LIST}(?!\d|%|[.,:–-]\d|\s[ap]\.?m\b)"
)
"""A day after “March 6”: 8 of “March 6–8”, 11 of “March 10 (wife) and 11 (husband)”."""
_COUNTS_NOTHING = re.compile(rf"\s\(|(?=\s(?:and|or)\s[0-3]?\d\b)|{CLAUSE_GOES_ON}")
_FIGURES = re.compile(r"\d+")


def _days_before(text: str, day: FoundDay) -> Iterator[FoundDay]:
    """Yield the days that a list or a stretch of days has before its last: 6 March of “6–8 March”."""
    if match := _LISTED_BEFORE.search(text, max(0, day.start - 32), day.start):
        for found in _FIGURES.finditer(match[0]):
            at = match.start()
            yield FoundDay(at + found.start(), at + found.end(), day.month, int(found[0]))


def _days_after(text: str, day: FoundDay) -> Iterator[FoundDay]:
    """Yield the days that a list or a stretch has after its first: 8 March of “March 6–8”, no number that counts."""
    at = day.end
    while match := _LISTED_AFTER.match(text, at):
        at = match.end()
        if match["link"].strip() not in "–—-" and not _COUNTS_NOTHING.match(text, at):
            return
        yield FoundDay(match.start("day"), at, day.month, int(match["day"]))


_ANCHOR = re.compile(
    r"[12]\d\d\d|\d0['’]?s\b|['’‘]\d0s|\d[/.-]\d\d?[/.-]\d\d|FYs?\s?['’]?\d\d|9/11|\d\s?(?:AD|CE|A\.|C\.|BC|B\.)"
    r"|\b(?:AD|A\.\s?D\.)\s\d|centur(?:y|ies)|[a-z.]\s?['’‘]\d\d|\b(?:c|ca|circa)\.?\s?\d"
    r"|\b(?i:in|by|since|until|before|after|year)\s\d\d"
    rf"|\b(?:{'|'.join(SHORT_MONTHS)})[a-z]*\s(?:[0-3]?\d,\s)?\d\d\d\b|11(?:th)?,?\s(?:terror|attack|event|hijack|tragedy)"
    r"|events\sof\sSeptember|11\sSeptember",
    re.ASCII,
)
_MAY_BE_DATED = re.compile(r"\d|centur|events\sof", re.ASCII)
"""What each of those has: most texts have none of it, and it is quickly looked for."""
_BEFORE, _AFTER = 56, 24
"""No form of a date is longer than this to either side of what shows that there is one."""


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that can hold dates: most of a text cannot, and rules are many."""
    start, end = 0, -1
    if not _MAY_BE_DATED.search(text):
        return
    for match in _ANCHOR.finditer(text):
        if match.start() - _BEFORE > end:
            if end >= 0:
                yield start, end
            start = max(0, match.start() - _BEFORE)
        end = min(len(text), match.end() + _AFTER)
    if end >= 0:
        yield start, end


_MONTH = rf"(?i:{'|'.join(SHORT_MONTHS)})"
_DAY = r"(?<!\d)[0-3]?\d(?:st|nd|rd|th)?"
_TWO = rf"(?:the\s)?(?:{_MONTH}|{_DAY}(?!\d))"
_GROUPS: tuple[tuple[re.Pattern[str], tuple[Rule, ...]], ...] = tuple(
    (re.compile(sign), rules)
    for sign, rules in (
        (rf"(?:[-–—]\s?|\s(?:to|through|thru|until|till)\s){_TWO}", forms.STRETCHES),
        (rf"etween\s(?:\d\d?\s)?{_MONTH}", forms.BETWEEN),
        (rf"{_DAY},\s{_DAY}(?:,\s{_DAY})*,?\sand\s\d", forms.LISTS),
        (rf"(?:\s(?:and|or|&)\s|,\s(?:and\s)?){_TWO}", forms.PAIRS),
        (NAMES, forms.MONTH_DAYS),
        (r"\d[-./]\d|11", forms.FIGURES),
        (NAMES, forms.MONTHS_OF_YEARS),
        (r"pring|ummer|utumn|[Ff]all|inter|uart|half|[QH]\d|\dQ|0['’]?s|centur", forms.PARTS),
        (r"FY", forms.SHORT_FISCAL),
        (r"[12]\d\d\d(?:\s?[-–—/]|\s(?:to|through|until|till)\s)", forms.YEAR_RANGES),
        (r"etween|resent|today|onstant|dollar|euro|ound|yen|irc|c\w?\.|ca\s|arly|[Mm]id|ate|nd|inning|tart|lose", forms.YEAR_PARTS),
        (r"B\.?\s?C|A\.?\s?D|C\.?\s?E", forms.ERAS),
        (r"ear\s\d|[a-z]\s(?:\d\d\d\b|2[1-9]\d\d)", forms.CUED_YEARS),
        (r"\d\d\d\d", forms.BARE_YEARS),
    )
)  # fmt: skip
"""Groups of rules in order, each with what must be there for any of them to match."""
_PLAIN_YEARS = frozenset((*forms.YEAR_RANGES, *forms.CUED_YEARS, *forms.BARE_YEARS))


def _found(text: str) -> Iterator[FoundDate]:
    taken = bytearray(len(text))
    for start, end in _windows(text):
        groups = (rules for sign, rules in _GROUPS if sign.search(text, start, end))
        for rule in chain.from_iterable(groups):
            if rule.needs and text.find(rule.needs, start, end) < 0:
                continue
            for match in rule.pattern.finditer(text, start, end):
                if 1 in taken[match.start() : match.end()] or _is_number(text, rule, match):
                    continue
                for found in _parsed(text, match, rule.build(match)):
                    taken[found.start : found.end] = b"\1" * (found.end - found.start)
                    yield found


def _is_number(text: str, rule: Rule, match: re.Match[str]) -> bool:
    """Tell whether what has the form of a plain year is a number of something."""
    is_cued = rule in forms.CUED_YEARS
    return rule in _PLAIN_YEARS and is_no_year(text, match, is_cued=is_cued)


def _parsed(
    text: str, match: re.Match[str], built: str | tuple[Spanned, ...]
) -> tuple[FoundDate, ...]:
    """Return the dates of one match; none when one of them is not in the calendar."""
    spans = ((*match.span(), built),) if isinstance(built, str) else built
    try:
        return tuple(
            FoundDate(start, end, parse_date(edtf), _is_fiscal(text, start))
            for start, end, edtf in spans
        )
    except ValueError:
        return ()


def _is_fiscal(text: str, start: int) -> bool:
    return re.match(r"FY|[Ff]iscal", text[start : start + 6]) is not None


_JOIN = re.compile(r"\s?[-–—]\s?|\s(?:to|through|thru|until|till)\s(?:the\s)?")
_BETWEEN = re.compile(r"\b[Bb]etween\s(?:the\s)?$")
_JOINABLE = (Precision.DAY, Precision.MONTH, Precision.YEAR)


def _joined(text: str, found: list[FoundDate]) -> Iterator[FoundDate]:
    """Make "May 1992 to June 1997" and "between May 1992 and June 1997" one date each."""
    at = 0
    while at < len(found):
        here = found[at]
        at += 1
        if at < len(found) and (both := _join(text, here, found[at])):
            here = both
            at += 1
        yield here


def _join(text: str, one: FoundDate, two: FoundDate) -> FoundDate | None:
    gap = text[one.end : two.start]
    is_joined = _JOIN.fullmatch(gap) or (
        gap == " and " and _BETWEEN.search(text[max(0, one.start - 12) : one.start])
    )
    precisions = (one.date.precision, two.date.precision)
    if (
        not is_joined
        or not all(p in _JOINABLE for p in precisions)
        or one.date.part
        or two.date.part
    ):
        return None
    try:
        date = parse_date(f"{one.date.edtf}/{two.date.edtf}")
    except ValueError:
        return None
    return replace(one, end=two.end, date=date)


_OPEN = re.compile(r"(?:\b[Ss]ince|\b[Ss]tarting (?:from|in)|\bfrom)\s(?:the\s)?$")
_OPEN_LOOK_BACK = 16


def is_open_ended(text: str, found: FoundDate) -> bool:
    """Tell whether the words before a date make it a beginning: "since", "starting from"."""
    return _OPEN.search(text[max(0, found.start - _OPEN_LOOK_BACK) : found.start]) is not None
