"""Values that a statement may say though no quote has them as they stand: each follows from what the quotes have.

Each rule is small, and says what it found: “26 years: 1980 to 2006”. `briefbook check --explain` prints
what was derived. A rule that lets an honest sentence pass lets lies pass too: each has both as tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cached_property
from itertools import combinations, permutations

from briefbook.evidence.counts import counted_in
from briefbook.evidence.spans import Duration, Point, fits, told_duration
from briefbook.evidence.support import Assertion
from briefbook.frozen import dataclass
from briefbook.language.en.dates import FoundDate, find_dates, find_days
from briefbook.language.en.numbers import FoundNumber, find_numbers, is_nearly_fraction
from briefbook.values.dates import Date, Precision, long_date


@dataclass(frozen=True)
class Derivation:
    """A value of a text, and what it was derived from."""

    words: str
    rule: str
    because: str

    def __str__(self) -> str:
        """Return it as `--explain` prints it."""
        return f"{self.words}: {self.because} ({self.rule})"


class Evidence:
    """What some words have to derive values from, read once."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        """Take the words that support a statement."""
        self.texts = texts

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
        found = ((text, n, told_duration(text, n)) for text, n in self.numbers)
        return tuple((text[n.start : d.end], d) for text, n, d in found if d)

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """Every date."""
        return tuple(dict.fromkeys(f.date for text in self.texts for f in find_dates(text)))

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
        days = {(day.month, day.day) for text in self.texts for day in find_days(text)}
        points += [Point.on(year, month, day) for month, day in sorted(days) for year in self.years]
        return tuple(dict.fromkeys(points))


def derive_number(number: FoundNumber, text: str, evidence: Evidence) -> Derivation | None:
    """Return how a number of a text follows from its evidence; None if it does not."""
    duration = told_duration(text, number)
    end = duration.end if duration else number.end
    words = text[number.start : end]
    rules = _OF_TIME if duration else _OF_NUMBERS
    for name, rule in rules.items():
        if because := rule(number, text, evidence):
            return Derivation(words, name, because)
    return None


# ── Time ────────────────────────────────────────────────────────────────────────────────────────


def _span(number: FoundNumber, text: str, evidence: Evidence) -> str:
    told = told_duration(text, number)
    if told is None:
        return ""
    for one, other in combinations(evidence.points, 2):
        if fits(told, one, other):
            return f"{one.name} to {other.name}"
    return ""


def _unit_of_time(number: FoundNumber, text: str, evidence: Evidence) -> str:
    told = told_duration(text, number)
    for words, said in evidence.durations:
        if told and said.unit != told.unit and told.says(said.days):
            return f"“{words}”"
    return ""


# ── Numbers ─────────────────────────────────────────────────────────────────────────────────────

_NEAR = Decimal("0.07")
_BELOW = Decimal("0.12")
_ALMOST = ("almost", "nearly", "close to", "nearing", "approaching", "just under", "under", "less than",
           "fewer than", "below", "just over", "over", "more than", "above", "well over", "exceeding")  # fmt: skip


def _rounded(number: FoundNumber, text: str, evidence: Evidence) -> str:
    for said_in, said in evidence.numbers:
        if (
            number.is_of(said)
            and said.to is None
            and number.precision >= said.precision
            and (number.bound != "~" or _figures(number.value) < _figures(said.value))
            and _is_rounded(number, said.value, text)
        ):
            return f"“{said_in[said.start : said.end]}”"
    return ""


def _figures(value: Decimal) -> int:
    """Return how many significant figures a value has: who says “about 41” for 40 knows more than it."""
    return len(value.normalize().as_tuple().digits)


def _is_rounded(number: FoundNumber, value: Decimal, text: str) -> bool:
    """Tell whether a number says a value: rounded to a figure or more, or on the side that its words name."""
    if not value or value == number.value or number.to is not None:
        return False
    before = text[max(0, number.start - 24) : number.start].rstrip(" $£€").lower()
    ratio = number.value / value
    if number.bound == "-":
        return before.endswith(_ALMOST) and 1 < ratio <= 1 + _BELOW
    if number.bound == "+":
        return before.endswith(_ALMOST) and 1 - _BELOW <= ratio < 1
    if number.bound == "~":
        return 1 < ratio <= 1 + _BELOW if before.endswith(_ALMOST) else abs(ratio - 1) <= _NEAR
    if max(abs(number.value), abs(value)) >= _TOO_LARGE * (number.precision or 1):
        return False
    is_coarser = number.value % number.precision == 0 if number.precision else False
    figures = number.value / number.precision if number.precision else Decimal(0)
    has_figures = figures >= 10  # noqa: PLR2004  one figure alone rounds by a half
    is_fine = value % number.precision != 0 if number.precision else False
    return (
        is_coarser and has_figures and is_fine and abs(value - number.value) <= number.precision / 2
    )


_TOO_LARGE = Decimal(10) ** 27
"""Steps above which a decimal's remainder cannot be worked out."""


def _sum(number: FoundNumber, text: str, evidence: Evidence) -> str:
    like = [n for n in evidence.plain_numbers if n.is_of(number) and n.unit == number.unit]
    if number.unit in ("%", "pp", "/", "×", "th") or number.value < 3:  # noqa: PLR2004  a pair is no sum
        return ""
    for several in (list(combinations(like, 2)), [tuple(like)] if len(like) > 2 else []):  # noqa: PLR2004
        for parts in several:
            total = sum((n.value for n in parts), Decimal(0))
            if _is_said(number, total, text):
                return " + ".join(f"{n.value.normalize():f}" for n in parts)
    for one, other in permutations(like, 2):
        if one.value > other.value and _is_said(number, one.value - other.value, text):
            return f"{one.value.normalize():f} − {other.value.normalize():f}"
    return ""


def _is_said(number: FoundNumber, value: Decimal, text: str) -> bool:
    is_exact = number.value == value and number.bound in ("", "~")
    return is_exact or _is_rounded(number, value, text)


_RATIO = Decimal("0.06")
_POINT = Decimal("0.6")


def _ratio(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A multiple, a fraction or a percentage that two quoted numbers of one unit make."""
    if number.unit not in ("×", "/", "%") and text[number.start : number.end].lower() != "twice":
        return ""
    for one, other in permutations(evidence.plain_numbers, 2):
        if one.unit != other.unit or one.unit in ("/", "×") or not other.value:
            continue
        ratio = one.value / other.value
        if number.unit == "/":
            is_made = is_nearly_fraction(number.value, ratio)
        elif number.unit == "%":
            is_made = _is_percentage(number, text, ratio, of_percentages=one.unit == "%")
        else:
            is_made = ratio > 1 and abs(ratio / number.value - 1) <= _RATIO
        if is_made:
            return f"{one.value.normalize():f} to {other.value.normalize():f}"
    return ""


_CHANGE = re.compile(
    r"\b(?:rose|risen|rise|fell|fall(?:en)?|grew|grown|growth|up|down|increas\w+|decreas\w+|declin\w+|"
    r"dropp?\w*|cut|more|less|fewer|higher|lower|larger|smaller|above|below|gain\w*|los[st]\w*|shrank|"
    r"chang\w+|reduc\w+|expand\w*)\b",
    re.IGNORECASE,
)
_AROUND = 50


def _is_percentage(number: FoundNumber, text: str, ratio: Decimal, *, of_percentages: bool) -> bool:
    """Tell whether a percentage is the share that two numbers make, or, where words of change are near, the change.

    Two percentages make no share: “23 of 62 percent” is nothing that is said as 37 percent.
    """
    reach = _POINT if number.precision >= 1 else number.precision
    near = text[max(0, number.start - _AROUND) : number.end + _AROUND]
    is_change = abs(abs(100 * ratio - 100) - number.value) <= reach
    is_share = abs(100 * ratio - number.value) <= reach and not of_percentages
    return is_share or (is_change and _CHANGE.search(near) is not None)


def _as_part(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A fraction for a percentage, a percentage for a fraction, "twice" for "doubled"."""
    is_twice = text[number.start : number.end].lower() in ("twice", "double", "doubled")
    for said_in, said in evidence.numbers:
        words = f"“{said_in[said.start : said.end]}”"
        if (
            (number.unit, said.unit) == ("%", "/")
            and number.value == 100 * said.value
            and not number.bound
        ):
            return words
        if (
            (number.unit, said.unit) == ("/", "%")
            and number.bound == "~"
            and is_nearly_fraction(number.value, said.value / 100)
        ):
            return words
        if is_twice and said.unit == "×" and said.value == number.value:
            return words
    return ""


_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}


def _rate(number: FoundNumber, _: str, evidence: Evidence) -> str:
    """A figure by the month or year for one by the day."""
    for said_in, said in evidence.numbers:
        if number.per == said.per or not {number.per, said.per} <= set(_DAYS):
            continue
        value = said.value * _DAYS[number.per] / _DAYS[said.per]
        if number.unit == said.unit and abs(number.value / value - 1) <= (
            _NEAR if number.bound else Decimal("0.04")
        ):
            return f"“{said_in[said.start : said.end]}” a {said.per}"
    return ""


def _count(number: FoundNumber, text: str, evidence: Evidence) -> str:
    return counted_in(number, text, evidence.texts)


_Rule = Callable[[FoundNumber, str, Evidence], str]
_OF_TIME: dict[str, _Rule] = {
    "span of dates": _span, "unit of time": _unit_of_time, "rounded": _rounded, "sum": _sum,
}  # fmt: skip
_OF_NUMBERS: dict[str, _Rule] = {
    "rounded": _rounded, "part": _as_part, "ratio": _ratio, "rate": _rate, "count": _count, "sum": _sum,
}  # fmt: skip


# ── Dates ───────────────────────────────────────────────────────────────────────────────────────


def derive_date(found: FoundDate, text: str, evidence: Evidence) -> Derivation | None:
    """Return how a date of a text follows from its evidence; None if it does not."""
    words = text[found.start : found.end]
    for name, rule in _OF_DATES.items():
        if because := rule(found.date, evidence):
            return Derivation(words, name, because)
    return None


def _ends(date: Date, evidence: Evidence) -> str:
    """A range whose ends two quoted dates are."""
    if date.precision not in (Precision.DAYS, Precision.MONTHS, Precision.YEARS):
        return ""
    firsts = [d for d in evidence.dates if _is_at(date, d, first=True)]
    lasts = [d for d in evidence.dates if _is_at(date, d, first=False)]
    for one in firsts:
        for other in lasts:
            if one.last < other.last:
                return f"{long_date(one)} … {long_date(other)}"
    return ""


def _is_at(date: Date, other: Date, *, first: bool) -> bool:
    """Tell whether a date lies in the year, month or day that an end of a range names."""
    end = date.first if first else date.last
    size = {Precision.YEARS: 1, Precision.MONTHS: 2}.get(date.precision, 3)
    day = other.first if first else other.last
    return (end.year, end.month, end.day)[:size] == (day.year, day.month, day.day)[:size]


def _end_of_range(date: Date, evidence: Evidence) -> str:
    """The beginning or the end of a quoted range."""
    ranges = (Precision.DAYS, Precision.MONTHS, Precision.YEARS)
    if date.precision in ranges:
        return ""
    for other in evidence.dates:
        if other.precision in ranges and any(
            date.first <= end <= date.last for end in (other.first, other.last)
        ):
            return long_date(other)
    return ""


def _year_from_elsewhere(date: Date, evidence: Evidence) -> str:
    """A day whose year another date of the quotes says, if they say only one."""
    if date.precision is not Precision.DAY or evidence.years != (date.first.year,):
        return ""
    for text in evidence.texts:
        for day in find_days(text):
            if (day.month, day.day) == (date.first.month, date.first.day):
                return f"“{text[day.start : day.end]}”, {date.first.year}"
    return ""


def _so_long_after(date: Date, evidence: Evidence) -> str:
    """A year that lies a quoted number of years from a quoted date."""
    if date.precision is not Precision.YEAR:
        return ""
    for words, duration in evidence.durations:
        for year in evidence.years:
            if (
                abs(date.first.year - year) * 365 == duration.value * duration.in_days // 1
                and duration.is_years
            ):
                return f"{year} and “{words}”"
    return ""


_OF_DATES: dict[str, Callable[[Date, Evidence], str]] = {
    "ends of a range": _ends, "end of a range": _end_of_range, "year of another date": _year_from_elsewhere,
    "so long after": _so_long_after,
}  # fmt: skip


def derivations_of(assertion: Assertion) -> Iterator[Derivation]:
    """Yield every value of an assertion's texts that was derived."""
    from briefbook.evidence.value_support import unsupported_dates, unsupported_numbers

    evidence = Evidence(assertion.supporting)
    for text in assertion.texts:
        for number, same in unsupported_numbers(assertion, text):
            if same is None and (found := derive_number(number, text, evidence)):
                yield found
        for date in unsupported_dates(assertion, text):
            if isinstance(date, FoundDate) and (found := derive_date(date, text, evidence)):
                yield found
