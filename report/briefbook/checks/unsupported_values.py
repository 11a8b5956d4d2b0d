"""Every number and date of a statement is supported by its quotes, or worked out by its formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from briefbook.checks.addresses import masked
from briefbook.checks.context import Context
from briefbook.checks.nearest import first_few, nearest
from briefbook.errors import Problem, Severity
from briefbook.evidence.derivations import derive_date, derive_number, evidence_of
from briefbook.evidence.derived_rests import is_part
from briefbook.evidence.readings import Evidence
from briefbook.evidence.spans import fits, one_later, told_duration
from briefbook.evidence.support import Assertion, is_factual
from briefbook.evidence.value_support import (
    dates_in,
    numbers_in,
    unsupported_dates,
    unsupported_numbers,
)
from briefbook.language.document import Document
from briefbook.language.en.dates import FoundDate, find_dates
from briefbook.language.en.numbers import FoundNumber, find_numbers, is_nearly_fraction
from briefbook.model.locations import within
from briefbook.values.dates import Date


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
        elif not _is_nearly(text, number, same, assertion):
            message = f"{assertion.name}: “{words}”: the evidence says {_BOUND_WORDS[same.bound]} that number"
            place = within(text, number.start, assertion.place)
            hint = f"keep the source's reservation: source says “{_with_bound(assertion, same)}”"
            severity = _bound_severity(text, number, same)
            yield Problem(place, message, hint, "bound-dropped", assertion.statement, severity)


def _bound_severity(text: str, number: FoundNumber, same: FoundNumber) -> Severity:
    """Who leaves “about” out says no other number, unless in the word “exactly”; who leaves “up to” out does."""
    if (number.bound, same.bound) == ("", "+") and _MUST.search(text[: number.start]):
        return Severity.REVIEW  # what must be done at least
    if (number.bound, same.bound) != ("", "~"):
        return Severity.ERROR
    is_exact = _EXACTLY.search(text[: number.start]) is not None
    return Severity.WARNING if is_exact else Severity.REVIEW


_MUST = re.compile(r"\b(?:must|ha(?:s|ve|d) to|needs? to|required to)\b[^.;]{0,60}$", re.IGNORECASE)
_EXACTLY = re.compile(r"\b(?:exactly|precisely|no more and no less than)\s\W?$", re.IGNORECASE)


def _is_nearly(text: str, number: FoundNumber, same: FoundNumber, assertion: Assertion) -> bool:
    """Tell whether text and evidence both say “nearly” in a word of their own: “just under” for “almost”."""
    said = next((words for words in assertion.supporting if same in find_numbers(words)), "")
    if same.bound == "+" and not number.bound and told_duration(said, same):
        # “250 million over 20 years” are paid in that time, which is not more
        return _OVER.search(said[: same.start]) is not None
    if (number.bound, same.bound) == ("~", "+") and "odd" in text[number.start : number.end]:
        return True  # “fifty-odd” of more than fifty
    if same.bound in ("+", "-") and not number.bound:  # “the ceiling is 40” of “up to 40”
        return (_CEILING if same.bound == "-" else _FLOOR).search(text) is not None
    if {number.bound, same.bound} == {"+", "-"}:
        # “boats of up to 15 metres are exempt” from what applies to those that are longer
        is_spared = bool(_SPARED.search(text)) is not bool(_SPARED.search(said))
        return is_spared or _is_of_the_others(text, assertion)
    if same.bound == "" and number.bound in ("+", "-"):
        return _is_limit(text, number, same, said)
    return bool(
        _NEARLY.search(text[max(0, number.start - _WORD_BEFORE) : number.start])
        and _NEARLY.search(said[max(0, same.start - _WORD_BEFORE) : same.start])
    )


def _is_limit(text: str, number: FoundNumber, same: FoundNumber, said: str) -> bool:
    """Tell whether a bare number of the evidence is a limit that the text tells as one."""
    if number.bound == "-" and _CEILING.search(said):
        return True  # “up to 594 meters deep” of its deepest point, 594 meters
    if number.bound == "-" and _CAN.search(said[: same.start]):
        return True  # “up to three types” of what can be met with three
    if number.bound == "+" and _ELAPSED.match(said, same.end):
        return True  # “over 60 days old” of what is posted once 60 days have elapsed
    # What is exactly four is no fewer than four, and no more: true, and weaker than the source.
    if _AT_MOST.search(text[max(0, number.start - _WORD_BEFORE) : number.start]):
        return True
    # “below its neutral level of 7 percent” of which “not under 7 percent” is told
    side = _BELOW if number.bound == "-" or _BELOW.search(text[: number.start]) else _ABOVE
    return (
        side.search(said[: same.start]) is not None
        and side.search(text[: number.start]) is not None
    )


def _is_of_the_others(text: str, assertion: Assertion) -> bool:
    """Tell whether a text tells the share that a quoted one leaves: four in five under 27 weeks, 19.2 percent from 27 on."""
    evidence = evidence_of(assertion)
    shares = (n for n in find_numbers(text) if n.unit in ("/", "%") and n.to is None)
    said = [
        n.value / (_HUNDRED if n.unit == "%" else 1)
        for _, n in evidence.numbers
        if n.unit in ("/", "%")
    ]
    return any(
        is_part(share, 1 - part, text) or is_nearly_fraction(share.value, 1 - part)
        for share in shares
        for part in said
        if not any(share.is_same(n) for _, n in evidence.numbers)
    )


_HUNDRED = 100
_SPARED = re.compile(
    r"\b(?:exempt\w*|except\w*|exclud\w*|spared?|free (?:of|from)|need not|outside|escape[sd]?)\b",
    re.IGNORECASE,
)
_OVER = re.compile(r"\w\sover\s(?:the\s)?$", re.IGNORECASE)
_NEARLY = re.compile(
    r"\b(?:almost|nearly|close to|nearing|approaching|just (?:under|below|short of)|a little (?:under|less than))\s\W?$",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"\b(?:(?:no|not) (?:more|fewer|less) than|at (?:least|most))\s\W?$", re.IGNORECASE
)
_CEILING = re.compile(
    r"\b(?:in (?:places|parts|some (?:places|parts|areas))|at (?:its|their|the) \w+est|at worst|at best|peak\w*|(?:larg|long|bigg|high|wid|deep|tall|heavi|fast|old)est|ceiling|cap|capped|limit\w*|maximum|most|(?:could|might|may) (?:reach|rise to|amount to|climb to|come to))\b",
    re.IGNORECASE,
)
_FLOOR = re.compile(r"\b(?:floor|minimum|threshold|least)\b", re.IGNORECASE)
_LEVEL = r"\s(?:(?:the|its|their|an?)\s)?(?:[\w-]+\s){0,2}?(?:(?:level|limit|ceiling|floor|threshold|mark|target)\sof\s)?\W?$"
_BELOW = re.compile(rf"\b(?:below|under|beneath|less than|lower than){_LEVEL}", re.IGNORECASE)
_ABOVE = re.compile(
    rf"\b(?:above|over|beyond|exceed\w*|more than|higher than){_LEVEL}", re.IGNORECASE
)
_CAN = re.compile(r"\b(?:can|may|could|might|allowed to|entitled to)\s[^.;,]{0,60}$", re.IGNORECASE)
_ELAPSED = re.compile(r"\s[a-z]+\s(?:ha(?:s|ve|d)|will have)\s(?:elapsed|passed|gone by|expired)\b")
_WORD_BEFORE = 24

_LARGE = 12
"""Up to here a number may count what the quotes name one by one."""


def _severity(assertion: Assertion, text: str, number: FoundNumber, evidence: Evidence) -> Severity:
    """Money, a share, a large number, and any that has a rival in the quotes, cannot be true of them: an error.

    A fraction, a multiple or an ordinal in words compares, and may be worked out: without a rival a warning. A
    small count in words may then count what the quotes name: a reason for a look.
    """
    is_few = number.unit in ("", "th") and number.value <= _LARGE  # such stand in every paragraph
    if is_factual(assertion) and not is_few and _is_beside(assertion, number):
        return Severity.WARNING
    is_small = not number.unit and number.value <= _LARGE and number.to is None
    if not (is_small or _is_worded(text, number)) or not is_factual(assertion):
        return Severity.ERROR
    told = told_duration(text, number)
    if told is not None and len(evidence.points) > 1:
        return Severity.ERROR  # a span that the quoted dates do not make
    is_first = number.unit == "th" and number.value == 1  # “was first told that …”
    if (
        not is_first
        and _has_rival(number, text, evidence)
        and not _is_nearly_part(number, evidence)
    ):
        return Severity.ERROR
    is_count = text[number.start].isalpha() and told is None and not (number.bound or number.unit)
    is_sentence = text.rstrip().endswith((".", "!", "?", "”"))
    return Severity.REVIEW if is_count and is_sentence else Severity.WARNING


def _is_worded(text: str, number: FoundNumber) -> bool:
    """Tell whether a number is a fraction, a multiple or an ordinal in words: one compares, and may be worked out."""
    return number.unit in ("/", "×", "th") and not any(
        sign.isnumeric() for sign in text[number.start : number.end]
    )


def _is_nearly_part(number: FoundNumber, evidence: Evidence) -> bool:
    """Tell whether a fraction without “about” is what a percentage nearly makes: two thirds of 67 percent."""
    return number.unit == "/" and any(
        said.unit == "%" and is_nearly_fraction(number.value, said.value / 100)
        for _, said in evidence.numbers
    )


def _has_rival(number: FoundNumber, text: str, evidence: Evidence) -> bool:
    """Tell whether the quotes have another number of its kind, which the statement does not use.

    A fraction's kind has the percentages, too, and a time's only those of its unit.
    """
    own = find_numbers(masked(text))
    told = told_duration(text, number)
    kinds = ("/", "%") if number.unit == "/" else (number.unit,)
    is_count = not number.unit and number.value <= _LARGE and text[number.start].isalpha()
    return any(
        other.unit in kinds
        and not any(mine.is_same(other) for mine in own)
        and not (is_count and told is None and (other.value > _LARGE or other.value % 1))
        and (told is None or _unit_of_time(said_in, other) == told.unit)
        for said_in, other in evidence.numbers
    )


def _unit_of_time(text: str, number: FoundNumber) -> str:
    duration = told_duration(text, number)
    return duration.unit if duration else ""


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
        beside = [
            other.date for paragraph in assertion.paragraphs for other in find_dates(paragraph)
        ]
        is_beside = isinstance(found, FoundDate) and any(
            _is_told_by(found.date, other) for other in beside
        )
        severity = Severity.WARNING if is_beside and is_factual(assertion) else Severity.ERROR
        yield replace(problem, severity=severity)


def _is_told_by(date: Date, other: Date) -> bool:
    """Tell whether a date is another one, or told more coarsely: July of 26 July; not 26–28 of 26–27 July."""
    return date.covers(other) and (date.precision is not other.precision or date == other)


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
