"""Stretches of time: how long a text says that something took, and how far apart two dates lie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefbook.frozen import dataclass
from briefbook.language.en.numbers import FoundNumber
from briefbook.values.dates import RANGES, Date, Precision, long_date

_UNITS = {
    "minute": Decimal(1) / 1440, "hour": Decimal(1) / 24, "day": Decimal(1), "week": Decimal(7), "fortnight": Decimal(14), "month": Decimal("30.44"),
    "quarter": Decimal("91.31"), "year": Decimal("365.25"), "decade": Decimal("3652.5"), "century": Decimal(36525),
    "millennium": Decimal(365250),
}  # fmt: skip
_UNIT = re.compile(
    r"[\s\xa0-]+(?:of\s)?(?:an?\s)?(?:(?:full|more|long|whole|consecutive|successive|calendar|fiscal)\s)?"
    r"(minute|hour|day|week|fortnight|quarter|month|year|decade|centur|millenni)(?:s|y|ies|um|a)?\b(?!\s*-?\s*(?:percent|%))",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:within|inside|in under|not quite|hardly|barely)\s(?:the\s)?$", re.IGNORECASE
)
_ALMOST = re.compile(r"\b(?:almost|nearly|close to|just under)\s(?:an?\s)?$", re.IGNORECASE)


_ROUNDED = Decimal("0.45")
"""How much of its unit a length of time may be off: three months of 104 days."""


@dataclass(frozen=True)
class Duration:
    """A length of time as a text says it."""

    value: Decimal
    unit: str
    bound: str
    """`+`, `-`, `~` or none, as of numbers; `<` for "almost"."""
    end: int
    """Where its words end in the text."""

    @property
    def in_days(self) -> Decimal:
        """Days of one of its unit; whole years count 365, so that they divide."""
        return (
            Decimal(365) * (int(_UNITS[self.unit] / Decimal("365.25")) or 1)
            if self.is_years
            else _UNITS[self.unit]
        )

    @property
    def is_years(self) -> bool:
        """Whether it counts years, decades or centuries."""
        return self.unit in ("year", "decade", "century", "millennium")

    @property
    def days(self) -> Decimal:
        """The whole in days."""
        return self.value * _UNITS[self.unit]

    def says(self, days: Decimal) -> bool:
        """Tell whether it says a length of time, as its words bound it."""
        told, half = self.days, _UNITS[self.unit] / 2
        match self.bound:
            case "-" | "<":
                return told * Decimal("0.7") <= days <= told * Decimal("1.02")
            case "+":
                return told <= days <= told * Decimal("1.35")
            case "~":
                return abs(days - told) <= max(half, told / 10)
            case _ if self.unit in ("minute", "hour"):
                return abs(days - told) <= told / 20
            case _:
                a_day = min(Decimal(1), half)
                return abs(days - told) <= min(
                    half, max(told / 25, _UNITS[self.unit] * _ROUNDED, a_day)
                )


_WHOLE = {"centur": "century", "millenni": "millennium"}


def told_duration(text: str, number: FoundNumber, *, is_each: bool = False) -> Duration | None:
    """Return the length of time that a number of a text begins; None if it counts something else.

    `is_each` takes “36 hours a week”, too.
    """
    match = _UNIT.match(text, number.end)
    if not match or number.unit not in ("", "/") or (number.per and not is_each):
        return None
    unit = match[1].lower()
    before = text[max(0, number.start - 16) : number.start]
    bound = "<" if _ALMOST.search(before) else "-" if _WITHIN.search(before) else number.bound
    return Duration(number.value, _WHOLE.get(unit, unit), bound, match.end())


_ONE_LATER = re.compile(
    r"(?<!half )(?<!of )\ban? (?P<a>day|week|month|year|decade|century) (?:later|earlier|after(?:wards)?|before|ago|apart|separate[sd]|passed|went by|elapsed)\b|"
    r"\bthe (?:following|next|previous|preceding|past|last|coming) (?P<the>day|week|month|year|decade|century)\b|\bthe (?P<before>day|week|month|year) (?:before|after)\b",
    re.IGNORECASE,
)


def one_later(text: str) -> Iterator[tuple[str, Duration]]:
    """Yield each length of one that a text tells from another time: “a year later”, “the following month”."""
    for match in _ONE_LATER.finditer(text):
        unit = (match["a"] or match["the"] or match["before"]).lower()
        yield match[0], Duration(Decimal(1), unit, "", match.end())


_ONE_LONG = re.compile(
    r"\b(?:one|a single|a full) (?P<unit>day|week|month|year|decade|century)\b|"
    r"(?<!half )(?<!of )(?<!than )(?<!over )(?<!about )(?<!nearly )(?<!almost )(?<!under )\ba (?P<long>decade|century)\b(?! (?:later|earlier|ago|and a))",
    re.IGNORECASE,
)


def one_long(text: str) -> Iterator[tuple[str, Duration]]:
    """Yield each length of one that a text tells in words, where “one” is no number: one year in prison, “a decade of” it."""
    for match in _ONE_LONG.finditer(text):
        unit = (match["unit"] or match["long"]).lower()
        yield match[0], Duration(Decimal(1), unit, "", match.end())


_EACH_TIME = re.compile(
    r"\s(?P<unit>annual|yearly|monthly|weekly|daily|quarterly)\s[a-z]+s\b", re.IGNORECASE
)
_EACH_UNIT = {
    "annual": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "quarterly": "quarter",
}


def in_a_row(text: str, number: FoundNumber) -> Duration | None:
    """Return how long so many of what comes once a year, month or day take: twenty annual payments."""
    match = _EACH_TIME.match(text, number.end)
    if not match or number.unit or number.to is not None:
        return None
    return Duration(number.value, _EACH_UNIT[match["unit"].lower()], "", match.end())


_AGED = re.compile(r"\b(?:aged|at the age of|age) (?P<n>\d{1,3})\b")


def age_in(text: str) -> Iterator[tuple[str, Duration]]:
    """Yield the ages that a text tells, which are so many years since a birth."""
    for match in _AGED.finditer(text):
        yield match[0], Duration(Decimal(match["n"]), "year", "", match.end())


@dataclass(frozen=True)
class Point:
    """A date as days since the year 0, from the first that it can mean to the last."""

    first: int
    last: int
    year: int
    is_day: bool
    name: str

    @property
    def is_year(self) -> bool:
        """Whether it is a year as a whole, of which no day is known."""
        return self.last - self.first > _MONTHS_LONG

    @classmethod
    def of(cls, date: Date) -> tuple[Point, ...]:
        """Return a date as a point, or the two ends of a range."""
        first, last = date.first, date.last
        if date.precision in RANGES:
            size = {Precision.YEARS: 365, Precision.MONTHS: 30}.get(date.precision, 0)
            start, end = (
                _ordinal(first.year, first.month, first.day),
                _ordinal(last.year, last.month, last.day),
            )
            return (
                cls(start, start + size, first.year, size == 0, f"{first.year}"),
                cls(end - size, end, last.year, size == 0, f"{last.year}"),
            )
        if date.precision is Precision.OPEN:
            start = _ordinal(first.year, first.month, first.day)
            return (cls(start, start, first.year, is_day=True, name=f"{first.year}"),)
        return (
            cls(
                _ordinal(first.year, first.month, first.day), _ordinal(last.year, last.month, last.day),
                first.year, date.precision is Precision.DAY, long_date(date),
            ),
        )  # fmt: skip

    @classmethod
    def over(cls, date: Date) -> Point:
        """Return a year that goes from one into the next, such as a school's, as one point."""
        ends = cls.of(date)
        return cls(ends[0].first, ends[1].last, ends[0].year, is_day=False, name=long_date(date))

    @classmethod
    def on(cls, year: int, month: int, day: int) -> Point:
        """Return a day of a year."""
        at = _ordinal(year, month, day)
        return cls(at, at, year, is_day=True, name=f"{day}/{month}/{year}")

    @classmethod
    def on_month(cls, year: int, month: int, name: str) -> Point:
        """Return a month of a year."""
        at = _ordinal(year, month, 1)
        return cls(at, at + 29, year, is_day=False, name=name)


_MONTHS_LONG = 200
_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def _ordinal(year: int, month: int, day: int) -> int:
    return int(year * Decimal("365.25")) + _BEFORE_MONTH[month - 1] + day


_LONG_AGO = 20


def _fits_years(told: Duration, years: int) -> bool:
    """Tell whether so many years are told of two bare years: 1975 to 1980 are five, or six where both are counted."""
    match told.bound:
        case "+":
            return told.value < years + 1 <= told.value * Decimal("1.35") + 1
        case "-" | "<":
            return years <= told.value <= max(Decimal(years + 1), years * Decimal("1.35"))
        case "~":
            return abs(told.value - years) <= 1
        case _:
            return years <= told.value <= years + 1


def fits(told: Duration, one: Point, other: Point) -> bool:
    """Tell whether a length of time is that between two dates."""
    early, late = sorted((one, other), key=lambda point: point.first)
    years = late.year - early.year
    if told.is_years and not told.bound and years == told.value * (told.in_days // 365):
        return True
    if told.unit == "year" and early.is_year and late.is_year and _fits_years(told, years):
        return True
    if told.unit == "year" and early.is_year and late.is_year and years < _LONG_AGO:
        return False  # 1975 to 1980 are not four
    least, most = max(0, late.first - early.last), late.last - early.first
    if most - least > _UNITS[told.unit] * 2:
        return False  # a year bears out no number of weeks
    lengths = {least, most, (least + most) // 2}
    if told.unit == "day" and one.is_day and other.is_day:
        lengths |= {most + 1}  # from the 1st to the 12th are twelve days, both counted
    return any(told.says(Decimal(days)) for days in lengths if days > 0)
