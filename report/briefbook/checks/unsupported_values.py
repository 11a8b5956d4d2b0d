"""Every number and date of a statement is supported by its quotes, or worked out by its formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from briefbook.checks.context import Context
from briefbook.checks.kept_bounds import bound_severity, is_kept, turned_limits
from briefbook.checks.nearest import first_few, nearest
from briefbook.checks.rivals import FEW, has_rival, is_contradicted, is_nearly_part
from briefbook.errors import Problem, Severity
from briefbook.evidence.derivations import derive_date, derive_number, evidence_of
from briefbook.evidence.derived_dates import is_less_than_said
from briefbook.evidence.readings import Evidence
from briefbook.evidence.reckoned import may_be_reckoned
from briefbook.evidence.spans import fits, one_later, told_duration
from briefbook.evidence.support import Assertion, is_factual
from briefbook.evidence.value_support import (
    dates_in,
    numbers_in,
    unsupported_dates,
    unsupported_numbers,
)
from briefbook.frozen import replace
from briefbook.language.document import Document
from briefbook.language.en.dates import FoundDate, FoundDay, find_dates
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.model.locations import within
from briefbook.values.dates import Date, Precision


def check_unsupported_values(assertion: Assertion, context: Context) -> Iterator[Problem]:
    """Yield a problem for each number or date that nothing bears."""
    if assertion.is_name:
        return
    for text in assertion.texts:
        yield from _check_text(assertion, text, context.documents)


Documents = tuple[tuple[str, Document], ...]
"""The sources in which a hint looks for a value: id and text of each."""


def _check_text(assertion: Assertion, text: str, documents: Documents = ()) -> Iterator[Problem]:
    """Yield a problem for each number or date of one text that nothing bears."""
    yield from _check_numbers(documents, assertion, text)
    yield from _check_dates(documents, assertion, text)
    yield from _check_one_later(assertion, text)
    for number, same in turned_limits(text, assertion):
        words, said = text[number.start : number.end], _with_bound(assertion, same)
        yield Problem(
            within(text, number.start, assertion.place),
            f"{assertion.name}: “{words}”: those on this side of the limit are spared or barred in the source: “{said}”",
            "say for which side of the limit it holds, as the source does",
            "bound-dropped", assertion.statement, Severity.WARNING,
        )  # fmt: skip


def _check_one_later(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Yield a warning for “a month later” where no two quoted dates are a month apart, and no quote says so."""
    if not is_factual(assertion):
        return
    evidence = evidence_of(assertion)
    for words, told in one_later(text):
        are_known = all(point.last - point.first <= told.days for point in evidence.points)
        pairs = list(combinations(evidence.points, 2)) if are_known else []
        is_said = any(told.says(said.days) for _, said in evidence.durations)
        if pairs and not is_said and not any(fits(told, *pair) for pair in pairs):
            message = f"{assertion.name}: nothing in its evidence supports “{words}”"
            hint = "the quoted dates lie otherwise apart; tell how far, or quote the passage that says so"
            place = within(text, text.find(words), assertion.place)
            yield Problem(
                place, message, hint, "unsupported-value", assertion.statement, Severity.WARNING
            )


def _check_numbers(documents: Documents, assertion: Assertion, text: str) -> Iterator[Problem]:
    evidence = evidence_of(assertion)
    for number, same in unsupported_numbers(assertion, text):
        words = text[number.start : number.end]
        if derive_number(number, text, evidence) or _is_in_name(text, number):
            continue
        if same is None:
            there = numbers_in(assertion.supporting, number.unit)
            problem = _unsupported(documents, assertion, text, number.start, words, there)
            yield replace(problem, severity=_severity(assertion, text, number, evidence))
        elif not is_kept(text, number, same, assertion):
            message = f"{assertion.name}: “{words}”: the evidence says {_BOUND_WORDS[same.bound]} that number"
            place = within(text, number.start, assertion.place)
            hint = f"keep the source's reservation: source says “{_with_bound(assertion, same)}”"
            severity = bound_severity(text, number, same, assertion)
            yield Problem(place, message, hint, "bound-dropped", assertion.statement, severity)


def _severity(assertion: Assertion, text: str, number: FoundNumber, evidence: Evidence) -> Severity:
    """A number that has a rival in the quotes cannot be true of them: an error; without one a warning.

    A small count in words may then count what the quotes name: a reason for a look.
    """
    if not is_factual(assertion):
        return Severity.ERROR
    is_few = number.unit in ("", "th") and number.value <= FEW  # such stand in every paragraph
    is_small = not number.unit and number.value <= FEW and number.to is None
    may_be_true = (not is_few and _is_beside(assertion, number)) or (
        not is_small and may_be_reckoned(number, text, evidence)
    )
    if may_be_true:
        return Severity.WARNING
    if not (is_small or _is_worded(text, number)):
        is_false = is_contradicted(number, text, evidence)
        return Severity.ERROR if is_false else Severity.WARNING
    return _severity_of_small(text, number, evidence)


def _severity_of_small(text: str, number: FoundNumber, evidence: Evidence) -> Severity:
    """Return how grave it is that the quotes lack a small count, or a fraction, a multiple or an ordinal in words."""
    told = told_duration(text, number, is_each=True)
    if told is not None and not number.per and len(evidence.points) > 1:
        return Severity.ERROR  # a span that the quoted dates do not make
    is_first = number.unit == "th" and number.value == 1  # “was first told that …”
    if not is_first and has_rival(number, text, evidence) and not is_nearly_part(number, evidence):
        return Severity.ERROR
    is_count = text[number.start].isalpha() and told is None and not (number.bound or number.unit)
    is_sentence = text.rstrip().endswith((".", "!", "?", "”"))
    return Severity.REVIEW if is_count and is_sentence else Severity.WARNING


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


def _is_in_name(text: str, number: FoundNumber) -> bool:
    """Tell whether a number is a word of a name, which is held as one: the Second World War."""
    return number.unit == "th" and _NAMED.match(text, number.start) is not None


_NAMED = re.compile(r"[A-Z][a-z]+\s[A-Z]")


def _check_dates(documents: Documents, assertion: Assertion, text: str) -> Iterator[Problem]:
    evidence = evidence_of(assertion)
    for found in unsupported_dates(assertion, text):
        if isinstance(found, FoundDate) and derive_date(found, text, evidence):
            continue
        what = "the date " if isinstance(found, FoundDate) else "the day "
        words = text[found.start : found.end]
        there = dates_in(assertion.supporting)
        problem = _unsupported(documents, assertion, text, found.start, words, there, what)
        severity = _severity_of_date(assertion, text, found, evidence)
        yield replace(problem, severity=severity)


def _severity_of_date(
    assertion: Assertion, text: str, found: FoundDate | FoundDay, evidence: Evidence
) -> Severity:
    """A date is an error where the quotes have another one; a warning where it may be true beside them.

    So it is where the paragraph of a quote has it, where the quotes have no date at all, and where “before” or
    “after” tells less than the quoted one: before June of 20 March.
    """
    if not is_factual(assertion):
        return Severity.ERROR
    if not evidence.points:
        return Severity.WARNING
    if not isinstance(found, FoundDate):
        return Severity.ERROR
    beside = [other.date for text in assertion.paragraphs for other in find_dates(text)]
    if _has_rival_range(found.date, evidence):
        return Severity.WARNING if _are_ends_in(found.date, beside) else Severity.ERROR
    if any(_is_told_by(found.date, date) for date in beside):
        return Severity.WARNING
    is_weaker = is_less_than_said(found.date, text[: found.start], evidence)
    return Severity.WARNING if is_weaker else Severity.ERROR


def _is_told_by(date: Date, other: Date) -> bool:
    """Tell whether a date is another one, or told more coarsely: July of 26 July; not 26–28 of 26–27 July."""
    return date.covers(other) and (date.precision is not other.precision or date == other)


def _has_rival_range(date: Date, evidence: Evidence) -> bool:
    """Tell whether the quotes have another range of a range's kind that begins or ends with it: 2014–20 for 2014 to 2021."""
    return date.precision in _RANGES and any(
        other.precision is date.precision
        and (other.first == date.first) is not (other.last == date.last)
        for other in evidence.dates
    )


def _are_ends_in(date: Date, others: list[Date]) -> bool:
    """Tell whether both ends of a range stand among some dates: 2014 to 2020 of 2014 and 2020, and not of 2014–19."""
    ends = {(other.first, other.last) for other in others if other.precision not in _RANGES}
    firsts, lasts = {first for first, _ in ends}, {last for _, last in ends}
    return date.precision in _RANGES and date.first in firsts and date.last in lasts


_RANGES = (Precision.DAYS, Precision.MONTHS, Precision.YEARS)


_BOUND_WORDS = {"+": "more than", "-": "up to, or less than,", "~": "about", "": "exactly"}


def _unsupported(
    documents: Documents,
    assertion: Assertion,
    text: str,
    start: int,
    words: str,
    there: list[str],
    what: str = "",
) -> Problem:
    message = f"{assertion.name}: nothing in its evidence supports {what}“{words}”"
    near = nearest(words, there)
    if near:
        message += f": source says “{near[0]}”, statement says “{words}”"
        hint = f"the evidence has: {first_few(near)}"
    else:
        hint = "the evidence has none; quote the passage that says it"
    if where := _paragraphs_with(documents, words):
        hint += f"; “{words}” stands in {where}: quote it, if that is meant"
    place = within(text, start, assertion.place)
    return Problem(place, message, hint, "unsupported-value", assertion.statement)


def _paragraphs_with(documents: Documents, words: str) -> str:
    """Return where in the sources these very words stand; empty if nowhere."""
    pattern = re.compile(rf"(?<![\w.,]){re.escape(words)}(?![\w%]|[.,]\d)")
    for source, document in documents:
        if match := pattern.search(document.text):
            return f"{source}, paragraph {document.paragraph_at(match.start()).number}"
    return ""


def _with_bound(assertion: Assertion, supported: FoundNumber) -> str:
    """Return a number of the evidence with the words before it that bound it."""
    for text in assertion.supporting:
        if supported in find_numbers(text):
            return (
                text[: supported.end]
                .split(". ")[-1][-_BEFORE - (supported.end - supported.start) :]
                .strip()
            )
    return ""


_BEFORE = 14
