"""Values that a statement may say though no quote has them as they stand: each follows from what the quotes have.

Each rule is small, and says what it found: “26 years: 1980 to 2006”. `briefbook check --explain` prints
what was derived. A rule that lets an honest sentence pass lets lies pass too: each has both as tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from briefbook.evidence.counts import counted_in
from briefbook.evidence.derived_alike import (
    both_ends,
    changed_by,
    part_with_its_whole,
    sum_of_alike,
    sum_of_ends,
    unit_of_its_list,
)
from briefbook.evidence.derived_arithmetic import (
    before_rise,
    for_each,
    half_of_a_date,
    longer_by,
    part_of_several,
    rest_of_several,
    share_of_change,
    share_of_whole,
    times_of,
)
from briefbook.evidence.derived_compared import compared, inverse
from briefbook.evidence.derived_complements import complement
from briefbook.evidence.derived_dates import anniversary_of, date_follows
from briefbook.evidence.derived_rates import (
    by_period,
    of_each_year,
    over_a_month,
    over_a_time,
    per_count,
)
from briefbook.evidence.derived_ratios import as_part, ratio_of
from briefbook.evidence.derived_rests import (
    after_percent,
    before_change,
    before_percent,
    converted_range,
    in_a_series,
    majority,
    others_of,
    part_beside_the_rest,
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
)
from briefbook.evidence.derived_vague import within_reach
from briefbook.evidence.derived_words import (
    by_another_word,
    by_both,
    by_median,
    by_scale,
    by_vote,
    in_its_currency,
    named_ratio,
    one_too_many,
    signed,
    signed_change,
    unit_left_out,
    unsigned,
)
from briefbook.evidence.readings import Evidence, in_scale_of_heading, is_bare_sum
from briefbook.evidence.relative_dates import months_named
from briefbook.evidence.spans import Duration, fits, told_duration
from briefbook.evidence.support import Assertion
from briefbook.frozen import dataclass, replace
from briefbook.language.en.dates import FoundDate, find_dates
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.values.dates import Precision


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
    duration = told_duration(text, number, is_each=True)
    end = duration.end if duration else number.end
    words = text[number.start : end]
    rules = (_OF_TIME | _OF_NUMBERS if number.per else _OF_TIME) if duration else _OF_NUMBERS
    evidence = evidence if duration else evidence.within(text)
    told = [number]
    if evidence.currency and is_bare_sum(text, number):
        told.append(replace(number, unit=evidence.currency))
    scaled = in_scale_of_heading(text, number)
    for each in scaled:
        for said_in, said in evidence.numbers:
            if each.is_same(said):
                return Derivation(
                    words, "scale of a heading", f"“{said_in[said.start : said.end]}”"
                )
    told += scaled
    for each in told:
        for name, rule in rules.items():
            if because := rule(each, text, evidence):
                return Derivation(words, name, because)
    return None


def _span(number: FoundNumber, text: str, evidence: Evidence) -> str:
    told = told_duration(text, number)
    if told is None:
        return ""
    for one, other in combinations(evidence.points, 2):
        if fits(told, one, other):
            return f"{one.name} to {other.name}"
    return _all_years(told, evidence)


def _all_years(told: Duration, evidence: Evidence) -> str:
    """All years of stretches, or single ones, that follow one another: six of 2013–2014, 2015–2016 and 2017–2018."""
    ranges = sorted(
        {(d.first.year, d.last.year) for d in evidence.dates if d.precision is Precision.YEARS}
    )
    if not ranges and told.value >= _FEWEST_YEARS:  # two may be the ends of a change
        years = {d.first.year for d in evidence.dates if d.precision is Precision.YEAR}
        ranges = sorted((year, year) for year in years)
    is_row = len(ranges) > 1 and all(a[1] + 1 == b[0] for a, b in pairwise(ranges))
    if is_row and told.unit == "year" and told.value == ranges[-1][1] - ranges[0][0] + 1:
        return f"{ranges[0][0]} to {ranges[-1][1]}"
    return ""


_FEWEST_YEARS = 3
_PARTS_OF_ONE = (Decimal("0.5"), Decimal("0.25"), Decimal("0.75"))
_NEAR_HALF = Decimal("0.12")
_AND_A_HALF = re.compile(
    r"(?P<n>[a-z]+|\d+)[\s-](?P<unit>hour|day|week|month|year|decade|centur)(?:s|y|ies)? and $",
    re.IGNORECASE,
)


def _with_half(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A time with its half behind it: “a century and a half” for 150 years."""
    match = _AND_A_HALF.search(text[: number.start])
    if number.unit != "/" or number.value not in _PARTS_OF_ONE or not match:
        return ""
    counted = find_numbers(match["n"])
    count = counted[0].value if counted else Decimal(1)
    unit = "century" if match["unit"].lower() == "centur" else match["unit"].lower()
    told = Duration(count + number.value, unit, "~", number.end)
    near = told.days * _NEAR_HALF  # a decade and a half is no decade
    said = next(
        (f"“{w}”" for w, said in evidence.durations if abs(told.days - said.days) <= near), ""
    )
    spans = (
        f"{a.name} to {b.name}" for a, b in combinations(evidence.points, 2) if fits(told, a, b)
    )
    return said or next(spans, "")


_YEARS_AND = re.compile(r"(?P<n>[a-z-]+|\d+)\syears?,?\sand\s$", re.IGNORECASE)
_IN_A_YEAR = 12


def _years_and_months(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """The months of a time of years and months: seven of “13 years and seven months” between March 1911 and October 1924."""
    told, match = told_duration(text, number), _YEARS_AND.search(text[: number.start])
    years = find_numbers(match["n"]) if match else ()
    if told is None or told.unit != "month" or not years:
        return ""
    months = _IN_A_YEAR * years[0].value + number.value
    whole = Duration(months, "month", number.bound or "~", told.end)
    for one, other in combinations(evidence.points, 2):
        days = abs(other.first - one.first), abs(other.last - one.last)
        if any(abs(whole.days - apart) <= whole.days / months for apart in days):
            return f"{one.name} to {other.name}"
    return ""


def _unit_of_time(number: FoundNumber, text: str, evidence: Evidence) -> str:
    told = told_duration(text, number, is_each=True)
    if told and (named := months_named(told, evidence)):
        return named
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


def _anniversary(number: FoundNumber, text: str, evidence: Evidence) -> str:
    if number.unit != "th":
        return ""
    years = (found.date.first.year for found in find_dates(text))
    return next((said for year in years if (said := anniversary_of(text, year, evidence))), "")


def _count(number: FoundNumber, text: str, evidence: Evidence) -> str:
    return counted_in(number, text, evidence.texts)


_Rule = Callable[[FoundNumber, str, Evidence], str]
_OF_TIME: dict[str, _Rule] = {
    "span of dates": _span, "years and months": _years_and_months, "unit of time": _unit_of_time, "rounded": rounded, "sum": sum_of,
    "both ends": both_ends, "longer by": longer_by, "in a row": as_part, "for each": for_each, "compared": compared,
}  # fmt: skip
_OF_NUMBERS: dict[str, _Rule] = {
    "as written": as_written, "size": within_reach, "another unit": converted, "and a half": _with_half, "rounded": rounded, "part": as_part, "all but": all_but,
    "points": points, "complement": complement, "unit left out": unit_left_out, "each": of_each, "ratio": ratio_of, "compared": compared,
    "before a change": before_change, "other side": inverse, "rank": _rank, "another word": by_another_word, "change with its sign": signed,
    "end of a range": end_of_range, "both ends": both_ends, "rest": rest_of, "part beside the rest": part_beside_the_rest, "majority": majority, "before a percentage": before_percent, "after a percentage": after_percent, "in a series": in_a_series, "another unit of a range": converted_range,
    "share of a whole": share_of_whole, "times": times_of, "share of a change": share_of_change, "over a month": over_a_month, "over a time": over_a_time, "for each": for_each, "before a rise": before_rise, "rest of several": rest_of_several, "others of a whole": others_of,
    "part of several": part_of_several, "half of a date": half_of_a_date,
    "both": by_both, "scale": by_scale, "worked-out change": signed_change, "one too many": one_too_many, "named ratio": named_ratio, "median": by_median, "rate": by_period, "each of several years": of_each_year, "per another count": per_count, "count": _count, "sum": sum_of,
    "sum of what is alike": sum_of_alike, "sum of ends": sum_of_ends, "part with its whole": part_with_its_whole, "vote": by_vote, "unit of its list": unit_of_its_list, "changed by": changed_by, "anniversary": _anniversary, "without its sign": unsigned, "in its currency": in_its_currency,
}  # fmt: skip


def derive_date(found: FoundDate, text: str, evidence: Evidence) -> Derivation | None:
    """Return how a date of a text follows from its evidence; None if it does not."""
    words = text[found.start : found.end]
    follows = date_follows(found, text, evidence)
    return Derivation(words, *follows) if follows else None


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
