"""Values that a statement may say though no quote has them as they stand: each follows from what the quotes have.

Each rule is small, and says what it found: “26 years: 1980 to 2006”. `briefbook check --explain` prints
what was derived. A rule that lets an honest sentence pass lets lies pass too: each has both as tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import combinations

from briefbook.evidence.counts import counted_in
from briefbook.evidence.derived_arithmetic import (
    before_rise,
    for_each,
    half_of_a_date,
    longer_by,
    over_a_month,
    part_of_several,
    rest_of_several,
    share_of_change,
    share_of_whole,
    times_of,
)
from briefbook.evidence.derived_rates import by_period, per_count
from briefbook.evidence.derived_ratios import (
    as_part,
    compared,
    complement,
    inverse,
    ratio_of,
)
from briefbook.evidence.derived_rests import (
    before_change,
    before_percent,
    converted_range,
    in_a_series,
    majority,
    rest_of,
)
from briefbook.evidence.derived_sizes import (
    all_but,
    as_written,
    converted,
    end_of_range,
    of_each,
    points,
    rounded,
    sum_of,
    unit_left_out,
)
from briefbook.evidence.derived_words import (
    by_another_word,
    by_both,
    by_median,
    by_scale,
    named_ratio,
    signed,
    signed_change,
)
from briefbook.evidence.readings import Evidence
from briefbook.evidence.spans import Duration, Point, fits, told_duration
from briefbook.evidence.support import Assertion
from briefbook.frozen import dataclass
from briefbook.language.en.dates import FoundDate
from briefbook.language.en.numbers import FoundNumber, find_numbers
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


def _span(number: FoundNumber, text: str, evidence: Evidence) -> str:
    told = told_duration(text, number)
    if told is None:
        return ""
    for one, other in combinations(evidence.points, 2):
        if fits(told, one, other):
            return f"{one.name} to {other.name}"
    return ""


_AND_A_HALF = re.compile(
    r"(?P<n>[a-z]+|\d+)[\s-](?P<unit>hour|day|week|month|year|decade|centur)(?:s|y|ies)? and $",
    re.IGNORECASE,
)


def _with_half(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A time with its half behind it: “a century and a half” for 150 years."""
    match = _AND_A_HALF.search(text[: number.start])
    if number.unit != "/" or number.value != Decimal("0.5") or not match:
        return ""
    counted = find_numbers(match["n"])
    count = counted[0].value if counted else Decimal(1)
    unit = "century" if match["unit"].lower() == "centur" else match["unit"].lower()
    told = Duration(count + number.value, unit, "~", number.end)
    said = next((f"“{words}”" for words, said in evidence.durations if told.says(said.days)), "")
    spans = (
        f"{a.name} to {b.name}" for a, b in combinations(evidence.points, 2) if fits(told, a, b)
    )
    return said or next(spans, "")


def _unit_of_time(number: FoundNumber, text: str, evidence: Evidence) -> str:
    told = told_duration(text, number)
    for words, said in evidence.durations:
        if told and said.unit != told.unit and told.says(said.days):
            return f"“{words}”"
    return ""


_LARGER = re.compile(r"\b(?:only|just|all but)\b|\bother", re.IGNORECASE)
_THAN = re.compile(r"\b(?:more|[a-z]{3,}er)\b[^.;]*\bthan\b|\bahead\b", re.IGNORECASE)
_RANKED = re.compile(r"\s(?:[a-z]+[\s-])?(?:most|least|[a-z]{3,}est)\b", re.IGNORECASE)


def _rank(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """How many are ahead of the third largest: only two are larger."""
    if number.unit or not (
        _LARGER.search(text[: number.start]) and _THAN.search(text[number.end :])
    ):
        return ""
    for said_in, said in evidence.numbers:
        if (
            said.unit == "th"
            and said.value == number.value + 1
            and _RANKED.match(said_in, said.end)
        ):
            return f"“{said_in[said.start : said.end]}”"
    return ""


def _count(number: FoundNumber, text: str, evidence: Evidence) -> str:
    return counted_in(number, text, evidence.texts)


_Rule = Callable[[FoundNumber, str, Evidence], str]
_OF_TIME: dict[str, _Rule] = {
    "span of dates": _span, "unit of time": _unit_of_time, "rounded": rounded, "sum": sum_of,
    "longer by": longer_by, "in a row": as_part, "for each": for_each,
}  # fmt: skip
_OF_NUMBERS: dict[str, _Rule] = {
    "as written": as_written, "another unit": converted, "and a half": _with_half, "rounded": rounded, "part": as_part, "all but": all_but,
    "points": points, "complement": complement, "unit left out": unit_left_out, "each": of_each, "ratio": ratio_of, "compared": compared,
    "before a change": before_change, "other side": inverse, "rank": _rank, "another word": by_another_word, "change with its sign": signed,
    "end of a range": end_of_range, "rest": rest_of, "majority": majority, "before a percentage": before_percent, "in a series": in_a_series, "another unit of a range": converted_range,
    "share of a whole": share_of_whole, "times": times_of, "share of a change": share_of_change, "over a month": over_a_month, "for each": for_each, "before a rise": before_rise, "rest of several": rest_of_several,
    "part of several": part_of_several, "half of a date": half_of_a_date,
    "both": by_both, "scale": by_scale, "worked-out change": signed_change, "named ratio": named_ratio, "median": by_median, "rate": by_period, "per another count": per_count, "count": _count, "sum": sum_of,
}  # fmt: skip


def derive_date(found: FoundDate, text: str, evidence: Evidence) -> Derivation | None:
    """Return how a date of a text follows from its evidence; None if it does not."""
    words = text[found.start : found.end]
    for name, rule in _OF_DATES.items():
        if because := rule(found.date, evidence):
            return Derivation(words, name, because)
    if _BY.search(text[: found.start]) and (because := _by_its_end(found.date, evidence)):
        return Derivation(words, "by then", because)
    if _AROUND.search(text[: found.start]) and (because := _within(found.date, evidence)):
        return Derivation(words, "within a range", because)
    if because := _year_compared(found, text, evidence):
        return Derivation(words, "the year before", because)
    side = _SIDE.search(text[: found.start])
    if side and (because := _soon(found.date, evidence, is_before=bool(side["before"]))):
        return Derivation(words, "before or after it", because)
    return None


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


def _by_its_end(date: Date, evidence: Evidence) -> str:
    """What happens in the second half of a year has happened by its end."""
    for other in evidence.dates:
        is_next = date.precision is Precision.YEAR and other.last.year + 1 == date.first.year
        if is_next and other.last.year - other.first.year >= _DECADE:
            return long_date(other)  # by 1840 what happened in the 1830s is over
        is_part = other.precision is not Precision.YEAR and date.first.year == other.last.year
        ends = (other.last.year, other.last.month) == (date.last.year, date.last.month)
        if is_part and ends and other != date:
            return long_date(other)
    return ""


def _ends(date: Date, evidence: Evidence) -> str:
    """A range whose ends two quoted dates are."""
    if date.precision not in (Precision.DAYS, Precision.MONTHS, Precision.YEARS):
        return ""
    known = (*evidence.dates, *evidence.days)
    firsts = [d for d in known if _is_at(date, d, first=True)]
    lasts = [d for d in known if _is_at(date, d, first=False)]
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
    """A day, or its month, whose year stands before it: in the quote, or in the source before the quote."""
    return next((long_date(day) for day in evidence.days if date.covers(day)), "")


def _so_long_after(date: Date, evidence: Evidence) -> str:
    """A year that lies a quoted number of years from a quoted date."""
    if date.precision in (Precision.MONTH, Precision.DAY):
        return _so_long_after_a_day(date, evidence)
    for words, duration in evidence.durations:
        for year in evidence.years if duration.is_years else ():
            apart = int(duration.value * duration.in_days / 365)
            is_year = date.precision is Precision.YEAR and abs(date.first.year - year) == apart
            is_coarse = date.last.year - date.first.year >= _DECADE and any(
                date.first.year <= then <= date.last.year for then in (year - apart, year + apart)
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
                "month": abs(months) == duration.value and (date.precision is Precision.MONTH or date.first.day == other.first.day),
                "week": abs(days) == 7 * duration.value, "day": abs(days) == duration.value,
            }.get(duration.unit)  # fmt: skip
            if is_so:
                return f"{long_date(other)} and “{words}”"
    return ""


_OF_DATES: dict[str, Callable[[Date, Evidence], str]] = {
    "ends of a range": _ends, "end of a range": _end_of_range, "year of another date": _year_from_elsewhere,
    "so long after": _so_long_after,
}  # fmt: skip


def evidence_of(assertion: Assertion) -> Evidence:
    """Return what an assertion's values may be derived from."""
    years = tuple(dict.fromkeys(quote.year for quote in assertion.quotes if quote.year is not None))
    return Evidence(assertion.supporting, years)


def derivations_of(assertion: Assertion) -> Iterator[Derivation]:
    """Yield every value of an assertion's texts that was derived."""
    from briefbook.evidence.value_support import unsupported_dates, unsupported_numbers

    evidence = evidence_of(assertion)
    for text in assertion.texts:
        for number, same in unsupported_numbers(assertion, text):
            if same is None and (found := derive_number(number, text, evidence)):
                yield found
        for date in unsupported_dates(assertion, text):
            if isinstance(date, FoundDate) and (found := derive_date(date, text, evidence)):
                yield found
