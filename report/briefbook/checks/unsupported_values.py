"""Every number and date of a statement is supported by its quotes, or worked out by its formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, permutations

from briefbook.checks.context import Context
from briefbook.checks.kept_bounds import bound_severity, is_kept, turned_limits
from briefbook.checks.names import first_few, nearest
from briefbook.errors import Problem, Severity
from briefbook.evidence.derivations import Derivation, derive_date, derive_number, evidence_of
from briefbook.evidence.derived_vague import nearest_in_size, reach_of
from briefbook.evidence.formula_grammar import Operation, parse_formula
from briefbook.evidence.readings import Evidence
from briefbook.evidence.relative_dates import day_follows
from briefbook.evidence.spans import Duration, fits, one_later
from briefbook.evidence.support import Assertion
from briefbook.evidence.value_support import (
    dates_in,
    numbers_in,
    unsupported_dates,
    unsupported_numbers,
)
from briefbook.frozen import replace
from briefbook.language.document import Document
from briefbook.language.en.clauses import sentence_bounds
from briefbook.language.en.dates import FoundDate
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.model.locations import within


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
    yield from _check_some_time(assertion, text)
    yield from _check_one_long(assertion, text)
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
    if not assertion.is_factual:
        return
    evidence = evidence_of(assertion)
    for words, told in one_later(text):
        are_known = all(point.last - point.first <= told.days for point in evidence.points)
        pairs = list(combinations(evidence.points, 2)) if are_known else []
        is_said = any(told.says(said.days) for _, said in evidence.durations)
        is_said |= told.unit == "year" and any(map(_YEAR_AGO.search, evidence.texts))
        if pairs and not is_said and not any(fits(told, *pair) for pair in pairs):
            message = f"{assertion.name}: nothing in its evidence supports “{words}”"
            hint = "the quoted dates lie otherwise apart; tell how far, or quote the passage that says so"
            place = within(text, text.find(words), assertion.place)
            yield Problem(
                place, message, hint, "unsupported-value", assertion.statement, Severity.WARNING
            )


_UNIT = r"(?P<unit>minute|hour|day|week|month|year|decade|centur)(?:s|ies)"
_SOME = re.compile(rf"\b(?:several|a few|some|many|a couple of) {_UNIT}\b", re.IGNORECASE)
_OF_TIME = re.compile(
    r"\b(?P<unit>minute|hour|day|week|month|year|decade|centur)(?:y|s|ies)?\b", re.IGNORECASE
)
_FEWEST, _MOST = Decimal("1.5"), 10
_APART = re.compile(
    r"\s(?:later|after(?:wards)?|earlier|before|apart|of each other|of one another)\b"
)


def _check_some_time(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Yield a warning for “several years” of a source that says “several months”, or whose dates lie otherwise apart."""
    told = list(_SOME.finditer(text)) if assertion.is_factual else []
    evidence = evidence_of(assertion) if told else Evidence(())
    said = [match for words in evidence.texts for match in _SOME.finditer(words)]
    units = {m["unit"].lower() for words in evidence.texts for m in _OF_TIME.finditer(words)}
    for match in told:
        unit = match["unit"].lower()
        days = Duration(Decimal(1), _WHOLE.get(unit, unit), "", 0).days
        spans = [abs(a.first - b.first) for a, b in combinations(evidence.points, 2)]
        is_near = any(_FEWEST * days <= span <= _MOST * days for span in spans)
        is_between = bool(spans) and _APART.match(text, match.end()) and not is_near
        if unit not in units and not is_near and (said or is_between):
            near = f"source says “{said[0][0]}”" if said else "the quoted dates lie otherwise apart"
            yield Problem(
                within(text, match.start(), assertion.place),
                f"{assertion.name}: nothing in its evidence supports “{match[0]}”: {near}",
                "tell the time as the source does, or quote the passage that says so",
                "unsupported-value", assertion.statement, Severity.WARNING,
            )  # fmt: skip


_LONG = re.compile(
    r"\b(?:for|last(?:s|ed|ing)?|took|takes?|spent|ran for)\s(?:about\s|almost\s|nearly\s|just\s|over\s|only\s)?(?P<words>an? (?P<unit>day|week|month|year|decade|century))"
    r"(?=[.,;]|\s(?:in|at|and|with|before|after|until|hearing|while|on|by)\b)(?! (?:and|or) (?:a half|two|more|so)\b)",
    re.IGNORECASE,
)
_NEAR_ONE = Decimal("0.7"), Decimal("1.45")


def _check_one_long(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Yield a warning for “sat for a year” where the quotes tell how long, and it was a month."""
    for match in _LONG.finditer(text) if assertion.is_factual else ():
        evidence = evidence_of(assertion)
        unit = match["unit"].lower()
        days = Duration(Decimal(1), unit, "", 0).days
        lengths = [told.days for _, told in evidence.durations]
        lengths += [Decimal(abs(a.first - b.first)) for a, b in combinations(evidence.points, 2)]
        units = {m["unit"].lower() for words in evidence.texts for m in _OF_TIME.finditer(words)}
        is_named = any(unit.startswith(other) for other in units)
        is_near = any(_NEAR_ONE[0] * days <= length <= _NEAR_ONE[1] * days for length in lengths)
        if evidence.durations and not is_named and not is_near:
            words = evidence.durations[0][0]
            yield Problem(
                within(text, match.start("words"), assertion.place),
                f"{assertion.name}: nothing in its evidence supports “{match['words']}”: source says “{words}”",
                "tell the time as the source does, or quote the passage that says so",
                "unsupported-value", assertion.statement, Severity.WARNING,
            )  # fmt: skip


_WHOLE = {"centur": "century"}
_YEAR_AGO = re.compile(
    r"\b(?:last|previous|prior|preceding) year\b|\byear[\s-](?:ago|earlier|on[\s-]year)\b",
    re.IGNORECASE,
)


def _check_numbers(documents: Documents, assertion: Assertion, text: str) -> Iterator[Problem]:
    evidence = evidence_of(assertion)
    for number, same in unsupported_numbers(assertion, text):
        words = text[number.start : number.end]
        if derived := derive_number(number, text, evidence):
            yield from _check_derived(assertion, text, number, derived)
            continue
        if _is_in_name(text, number):
            continue
        if same is None:
            there = numbers_in(assertion.supporting, number.unit)
            is_vague = reach_of(number, text) is not None
            near = nearest_in_size(number, text, evidence) if is_vague else nearest(words, there)
            problem = _unsupported(documents, assertion, text, number.start, words, near)
            if rates := _other_rates(number, evidence):
                problem = _of_other_rate(problem, assertion, words, number.per, rates)
            from briefbook.checks.value_severity import severity_of_number

            yield replace(problem, severity=severity_of_number(assertion, text, number, evidence))
        elif not is_kept(text, number, same, assertion):
            message = f"{assertion.name}: “{words}”: the evidence says {_BOUND_WORDS[same.bound]} that number"
            place = within(text, number.start, assertion.place)
            hint = f"keep the source's reservation: source says “{_with_bound(assertion, same)}”"
            severity = bound_severity(text, number, same, assertion)
            yield Problem(place, message, hint, "bound-dropped", assertion.statement, severity)


def _other_rates(number: FoundNumber, evidence: Evidence) -> list[str]:
    """Return by what the quotes tell a number that they have by another period alone: by the week, not by the month."""
    same = [
        other
        for _, other in evidence.numbers
        if number.per and replace(other, per=number.per).is_same(number)
    ]
    return list(dict.fromkeys(f"the {other.per}" for other in same if other.per))


def _of_other_rate(
    problem: Problem, assertion: Assertion, words: str, per: str, rates: list[str]
) -> Problem:
    message = (
        f"{assertion.name}: nothing in its evidence supports “{words}” by the {per}: source says “{words}” by "
        f"{' and '.join(rates)}"
    )
    return replace(problem, message=message, hint="keep the source's measure")


_OF_TWO = re.compile(r"(?P<a>[\d.]+) to (?P<b>[\d.]+)")
_MOST_FIGURES = 12


def _check_derived(
    assertion: Assertion, text: str, number: FoundNumber, derived: Derivation
) -> Iterator[Problem]:
    """Yield a warning for a share or multiple that only figures of something else make: half of Tarn's of those of Lissa."""
    match = _OF_TWO.fullmatch(derived.because) if derived.rule == "ratio" else None
    words = text[number.start : number.end]
    is_given = any(worked.literal in words for worked in assertion.computed)
    if match is None or is_given or not assertion.is_factual:
        return
    why = _misfit(assertion, text, number, f"{match['a']} / {match['b']}")
    figures = list(dict.fromkeys(n.value for n in evidence_of(assertion).plain_numbers))
    for a, b in permutations(figures, 2) if why and len(figures) <= _MOST_FIGURES else ():
        if _comes_near(number, a, b):
            why = why and _misfit(assertion, text, number, f"{a:f} / {b:f}")
    if why:
        yield Problem(
            within(text, number.start, assertion.place),
            f"{assertion.name}: “{words}” may be {derived.because}, but {why}",
            "reckon with what the statement names, as its words say",
            "formula-misfit", assertion.statement, Severity.WARNING,
        )  # fmt: skip


_HUNDRED = 100
_NEAR = {"": Decimal("0.04"), "~": Decimal("0.1")}


def _comes_near(number: FoundNumber, a: Decimal, b: Decimal) -> bool:
    """Tell whether a share or multiple may be what two figures make."""
    if not b or not number.value:
        return False
    made = a / b * (_HUNDRED if number.unit == "%" else 1)
    return abs(made / number.value - 1) <= _NEAR.get(number.bound, Decimal("0.25"))


def _misfit(assertion: Assertion, text: str, number: FoundNumber, formula: str) -> str:
    from briefbook.checks.reckoning import misfit

    tree = parse_formula(formula)
    start, end = sentence_bounds(text, number.start, number.end)
    if not isinstance(tree, Operation):
        return ""
    at = number.start - start, number.end - start
    return misfit(tree, text[start:end], *at, assertion.supporting, is_given=False)


def _is_in_name(text: str, number: FoundNumber) -> bool:
    """Tell whether a number is a word of a name, which is held as one: the Second World War."""
    return number.unit == "th" and _NAMED.match(text, number.start) is not None


_NAMED = re.compile(r"[A-Z][a-z]+\s[A-Z]")


def _check_dates(documents: Documents, assertion: Assertion, text: str) -> Iterator[Problem]:
    evidence = evidence_of(assertion)
    for found in unsupported_dates(assertion, text):
        if isinstance(found, FoundDate):
            what, follows = "the date ", derive_date(found, text, evidence) is not None
        else:
            what, follows = "the day ", bool(day_follows(found, evidence))
        if follows:
            continue
        words = text[found.start : found.end]
        there = dates_in(assertion.supporting)
        near = nearest(words, there)
        problem = _unsupported(documents, assertion, text, found.start, words, near, what)
        from briefbook.checks.value_severity import severity_of_date

        yield replace(problem, severity=severity_of_date(assertion, text, found, evidence))


_BOUND_WORDS = {"+": "more than", "-": "up to, or less than,", "~": "about", "": "exactly"}


def _unsupported(
    documents: Documents,
    assertion: Assertion,
    text: str,
    start: int,
    words: str,
    near: list[str],
    what: str = "",
) -> Problem:
    message = f"{assertion.name}: nothing in its evidence supports {what}“{words}”"
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
