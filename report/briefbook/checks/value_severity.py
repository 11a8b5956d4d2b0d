"""Whether the quotes contradict a value that they do not have, or only leave it open.

A number cannot be true of the quotes where they have none of its kind, or another one in its place. Where the statement uses
every number of its kind that they have, it adds one: worked out in several steps, or from another passage. Who
wrote it is warned, and not refused.
"""

from __future__ import annotations

import re
from decimal import Decimal

from briefbook.checks.addresses import masked
from briefbook.errors import Severity
from briefbook.evidence.derived_dates import is_inside, is_less_than_said, is_stretch_of
from briefbook.evidence.derived_rates import over_anothers_time
from briefbook.evidence.derived_vague import severity_of_vague
from briefbook.evidence.listed import otherwise_listed
from briefbook.evidence.quoted_sums import gives, is_of_literal
from briefbook.evidence.readings import Evidence, in_scale_of_heading
from briefbook.evidence.reckoned import is_no_multiple, may_be_reckoned
from briefbook.evidence.spans import told_duration
from briefbook.evidence.support import Assertion
from briefbook.language.en.dates import FoundDate, FoundDay, find_dates
from briefbook.language.en.numbers import FoundNumber, find_numbers, is_nearly_fraction
from briefbook.language.en.related import is_near
from briefbook.language.en.stemmer import content_words
from briefbook.values.dates import RANGES, Date

_FEW = 12
"""Up to here a number may count what the quotes name one by one."""
_NEAR = Decimal("0.1")
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_CURRENCY = len("EUR")


def severity_of_number(
    assertion: Assertion, text: str, number: FoundNumber, evidence: Evidence
) -> Severity:
    """A number that has a rival in the quotes cannot be true of them: an error; without one a warning.

    A small count in words may then count what the quotes name, and a number to which one step over the quoted ones
    comes may be worked out: reasons for a look. The second was told of 8 true statements and 26 lies over all sets,
    which is less than twice as often, since there are twice as many lies.
    """
    if not assertion.is_factual:
        return Severity.ERROR
    if vague := severity_of_vague(number, text, evidence):
        is_beside = vague is Severity.ERROR and _is_beside(assertion, number)
        return Severity.WARNING if is_beside else vague
    return _severity_of_plain(assertion, text, number, evidence)


def _severity_of_plain(
    assertion: Assertion, text: str, number: FoundNumber, evidence: Evidence
) -> Severity:
    """Return how grave it is that the quotes lack a number that is not vague."""
    is_few = number.unit in ("", "th") and number.value <= _FEW  # such stand in every paragraph
    is_small = not number.unit and number.value <= _FEW and number.to is None
    figures = _figures_of_formula(assertion, text, number)
    if not is_few and figures <= 1 and _is_beside(assertion, number):
        return Severity.WARNING
    told = in_scale_of_heading(text, number) or ([] if is_small else [number])
    if figures > 1 or any(may_be_reckoned(each, text, evidence) for each in told):
        is_of_another = over_anothers_time(number, text, evidence)
        return Severity.WARNING if is_of_another else Severity.REVIEW
    if figures:
        return severity_of_figures(figures)
    if not (is_small or _is_worded(text, number)):
        is_false = _is_contradicted(number, text, evidence)
        return Severity.ERROR if is_false else Severity.WARNING
    return _severity_of_small(text, number, evidence)


def _figures_of_formula(assertion: Assertion, text: str, number: FoundNumber) -> int:
    """Return how many quoted figures come to a number by a formula whose key has it without the unit: `2.6` for “$2.6 million”."""
    words = text[number.start : number.end]
    return max(
        (
            gives(formula.formula, number, assertion.supporting)
            for formula in assertion.computed
            if is_of_literal(formula.literal, words)
        ),
        default=0,
    )


def severity_of_figures(figures: int) -> Severity:
    """A formula that reckons with two quoted figures or more is a reason for a look, with one and a constant a warning.

    The first was told of 7 true statements and 11 lies over all sets: no more often of lies.
    """
    return Severity.REVIEW if figures > 1 else Severity.WARNING


def _severity_of_small(text: str, number: FoundNumber, evidence: Evidence) -> Severity:
    """Return how grave it is that the quotes lack a small count, or a fraction, a multiple or an ordinal in words.

    An ordinal or a multiple that stands in no other one's place is a reason for a look: over all sets the first was told
    of 14 true statements and 12 lies, the second of 5 and 15. So is a length of time without two quoted dates (6 and 3).
    """
    told = told_duration(text, number, is_each=True)
    is_span = told is not None and not number.per and len(evidence.points) > 1
    if is_span or _is_of_a_ratio(number, text, evidence):
        return Severity.WARNING  # no two quoted dates make it, but perhaps one and another
    is_first = number.unit == "th" and number.value == 1  # “was first told that …”
    if not is_first and not _is_nearly_part(number, evidence):
        rivals = _small_rivals(number, text, evidence)
        if any(_is_of_the_same(text, number, *rival) for rival in rivals):
            return Severity.ERROR
        if rivals:
            return Severity.WARNING
    is_share = _EVERY.search(text[: number.start]) is not None  # “every third household”
    is_other = is_count_of_list(number, text, evidence) or _is_other_ratio(number, text, evidence)
    if is_no_multiple(number, text, evidence) or is_other:
        return Severity.WARNING
    if (number.unit in ("th", "×") and not is_share) or told is not None:
        return Severity.REVIEW
    is_bare = not number.bound or text[: number.start].lower().endswith("at least ")
    is_count = text[number.start].isalpha() and is_bare and not number.unit
    is_sentence = text.rstrip().endswith((".", "!", "?", "”"))
    return Severity.REVIEW if is_count and is_sentence else Severity.WARNING


_FOR_EACH = re.compile(r"\b(?:for (?:each|every)|to (?:each|every|one)) [a-z]+\b", re.IGNORECASE)


def _is_other_ratio(number: FoundNumber, text: str, evidence: Evidence) -> bool:
    """Tell whether a count for each of another is one that the two quoted counts do not make: four men for every woman."""
    plain = [n for n in evidence.plain_numbers if not n.unit and n.to is None]
    return not number.unit and len(plain) > 1 and _FOR_EACH.search(text) is not None


def is_count_of_list(number: FoundNumber, text: str, evidence: Evidence) -> bool:
    """Tell whether a small count is another one than the names that the quotes list of its kind: five hospitals of four."""
    is_count = not number.unit and number.value == int(number.value) and not number.bound
    count = int(number.value) if is_count else 0
    return is_count and bool(otherwise_listed(count, text, number.end, evidence.texts))


_IN = re.compile(r"\s(?:in|out of)\s(?:every\s)?")


def _is_of_a_ratio(number: FoundNumber, text: str, evidence: Evidence) -> bool:
    """Tell whether the quotes have a count as one term of a ratio, and a text tells that one alone: nine of “nine in ten”."""
    ratios = (said[one.start : one.end] for said, one in evidence.numbers if one.unit == "/")
    terms = [
        {n.value for term in _IN.split(words) for n in find_numbers(term)}
        for words in (ratios if not number.unit else ())
        if _IN.search(words)
    ]
    told = {one.value for one in find_numbers(text)} if terms else set()
    return any(number.value in values and not values <= told for values in terms)


_EVERY = re.compile(r"\bevery\s$", re.IGNORECASE)


def _is_worded(text: str, number: FoundNumber) -> bool:
    """Tell whether a number is a fraction, a multiple or an ordinal in words: one compares, and may be worked out."""
    return number.unit in ("/", "×", "th") and not any(
        sign.isnumeric() for sign in text[number.start : number.end]
    )


def _is_beside(assertion: Assertion, number: FoundNumber) -> bool:
    """Tell whether a number stands in the paragraph of a quote: the quote may be too short, not the number false."""
    return any(
        number.is_same(other) for text in assertion.paragraphs for other in find_numbers(text)
    )


def severity_of_date(
    assertion: Assertion, text: str, found: FoundDate | FoundDay, evidence: Evidence
) -> Severity:
    """A date is an error where the quotes have another one; a warning where “before” tells less: before June of 20 March.

    Where the paragraph of a quote has it, a person looks: that was so of 9 true statements and 18 lies over all sets.
    """
    if not assertion.is_factual:
        return Severity.ERROR
    if not isinstance(found, FoundDate):
        return Severity.ERROR
    beside = [other.date for text in assertion.paragraphs for other in find_dates(text)]
    if _has_rival_range(found.date, evidence):
        return Severity.WARNING if _are_ends_in(found.date, beside) else Severity.ERROR
    if told := [date for date in beside if _is_told_by(found.date, date)]:
        is_wider = _is_wider(found.date, told) and not (
            _BETWEEN.search(text[: found.start]) and any(d.precision not in RANGES for d in told)
        )  # what began in May 2017 began between 2016 and 2018
        return Severity.WARNING if is_wider else Severity.REVIEW
    is_weaker = is_less_than_said(found.date, text[: found.start], evidence)
    # what went on from 1990 to 1995 went on in 1993, but what happened then need not have
    is_open = is_weaker or any(is_inside(found.date, other) for other in evidence.dates)
    return Severity.WARNING if is_open else Severity.ERROR


def _is_wider(date: Date, told: list[Date]) -> bool:
    """Tell whether a stretch of years says more than those that it contains: 1930 to 1940 of June 1933 to May 1936."""
    is_of_years = date.precision in RANGES and date.first.year < date.last.year and not date.part
    return is_of_years and not is_stretch_of(date, told)


_BETWEEN = re.compile(r"\bbetween $", re.IGNORECASE)


def _is_told_by(date: Date, other: Date) -> bool:
    """Tell whether a date is another one, or told more coarsely: July of 26 July; not 26–28 of 26–27 July."""
    return date.covers(other) and (date.precision is not other.precision or date == other)


def _has_rival_range(date: Date, evidence: Evidence) -> bool:
    """Tell whether the quotes have another range of a range's kind that begins or ends with it: 2014–20 for 2014 to 2021."""
    return date.precision in RANGES and any(
        other.precision is date.precision
        and (other.first == date.first) is not (other.last == date.last)
        for other in evidence.dates
    )


def _are_ends_in(date: Date, others: list[Date]) -> bool:
    """Tell whether both ends of a range stand among some dates: 2014 to 2020 of 2014 and 2020, and not of 2014–19."""
    ends = {(other.first, other.last) for other in others if other.precision not in RANGES}
    firsts, lasts = {first for first, _ in ends}, {last for _, last in ends}
    return date.precision in RANGES and date.first in firsts and date.last in lasts


def _small_rivals(
    number: FoundNumber, text: str, evidence: Evidence
) -> list[tuple[str, FoundNumber]]:
    """Return the other numbers of its kind that the quotes have, and the statement does not use.

    A time's kind has only those of its unit, a count's none of measures, a fraction's no percentages.
    """
    told = told_duration(text, number)
    is_count = not number.unit and number.value <= _FEW and text[number.start].isalpha()
    return [
        (said_in, other)
        for said_in, other in _unused(text, evidence)
        if other.unit == number.unit
        and not (is_count and told is None and (other.value > _FEW or other.value % 1))
        and not (is_count and told is None and told_duration(said_in, other))
        and (told is None or _unit_of_time(said_in, other) == told.unit)
    ]


_BEHIND = 3
_CLAUSE_END = re.compile(r"[.;:,()]\s")


def _is_of_the_same(text: str, number: FoundNumber, said_in: str, other: FoundNumber) -> bool:
    """Tell whether two numbers are told of one thing: “three posts” of “two border posts”; fractions are of any."""
    if number.unit not in ("", "th"):
        return True
    mine, its = _stems_behind(text, number), _stems_behind(said_in, other)
    return not (mine and its) or bool(mine & its) or any(is_near(stem, its) for stem in mine)


def _stems_behind(text: str, number: FoundNumber) -> frozenset[str]:
    words = content_words(_CLAUSE_END.split(text[number.end :])[0])[:_BEHIND]
    return frozenset(word.stem for word in words)


def _is_contradicted(number: FoundNumber, text: str, evidence: Evidence) -> bool:
    """Tell whether an amount, a share or a large number stands in the place of another one of the quotes.

    A fraction in figures stands in the place of any number. Of the same figures in another scale or currency one is
    false. A number that rounds a quoted one beyond what the rules for rounding allow is loose, and not another one.
    """
    if _is_like_year(number, text) and evidence.dates:
        return True
    if not number.unit and any(
        o.value == number.value and o.unit == "%" for _, o in evidence.numbers
    ):
        return False  # “wind made 18 percent, water 14”
    if _is_in_other_scale(number, text, evidence):
        return True
    told = told_duration(text, number)

    def is_like(said_in: str, other: FoundNumber) -> bool:
        is_kin = number.unit in (other.unit, "/") or _are_currencies(number, other)
        return is_kin and (told is None or _unit_of_time(said_in, other) == told.unit)

    if not any(is_like(*said) for said in evidence.numbers):
        return True  # there is nothing that it could be worked out of
    rivals = [other for said_in, other in _unused(text, evidence) if is_like(said_in, other)]
    return bool(rivals) and not any(_rounds(number, other) for other in rivals)


def _is_nearly_part(number: FoundNumber, evidence: Evidence) -> bool:
    """Tell whether a fraction without “about” is what a percentage nearly makes: two thirds of 67 percent."""
    return number.unit == "/" and any(
        said.unit == "%" and is_nearly_fraction(number.value, said.value / 100)
        for _, said in evidence.numbers
    )


def _unused(text: str, evidence: Evidence) -> list[tuple[str, FoundNumber]]:
    """Return the numbers of the quotes, with their passages, that a statement does not say."""
    own = find_numbers(masked(text))
    return [
        (said_in, other)
        for said_in, other in evidence.numbers
        if not any(mine.is_same(other) for mine in own)
    ]


def _is_like_year(number: FoundNumber, text: str) -> bool:
    is_plain = not number.unit and number.to is None and "," not in text[number.start : number.end]
    return is_plain and _FIRST_YEAR <= number.value <= _LAST_YEAR


def _is_in_other_scale(number: FoundNumber, text: str, evidence: Evidence) -> bool:
    mine = _figures(text[number.start : number.end])
    return bool(mine) and any(
        _figures(said_in[other.start : other.end]) == mine for said_in, other in evidence.numbers
    )


def _figures(words: str) -> str:
    return "".join(filter(str.isdigit, words)).strip("0")


def _are_currencies(one: FoundNumber, other: FoundNumber) -> bool:
    return len(one.unit) == len(other.unit) == _CURRENCY


def _rounds(number: FoundNumber, other: FoundNumber) -> bool:
    """Tell whether a number with “about” or “almost” is a rounder one, near a quoted one: “almost 500” of 462."""
    if not (number.bound and other.value and other.unit == number.unit and other.to is None):
        return False
    return _round_digits(number.value) < _round_digits(other.value) and (
        abs(number.value / other.value - 1) <= _NEAR
    )


def _round_digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _unit_of_time(text: str, number: FoundNumber) -> str:
    duration = told_duration(text, number)
    return duration.unit if duration else ""
