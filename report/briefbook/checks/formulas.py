"""Every formula gives the number that the text has, of what the text names, and a rise is not told as a fall."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefbook.checks.context import Context
from briefbook.checks.formula_words import check_words
from briefbook.errors import Problem, Severity
from briefbook.evidence.derivations import derive_date, derive_number, evidence_of
from briefbook.evidence.formula_grammar import (
    BadFormula,
    Number,
    Operation,
    Tree,
    calls_in,
    numbers_in_formula,
    parse_formula,
    unscaled,
)
from briefbook.evidence.formulas import WorkedFormula
from briefbook.evidence.literals import readable, says
from briefbook.evidence.support import Assertion
from briefbook.evidence.value_support import unsupported_dates, unsupported_numbers
from briefbook.frozen import replace
from briefbook.language.en.antonyms import direction_before
from briefbook.language.en.bounds import BOUND_WORDS
from briefbook.language.en.clauses import sentence_bounds
from briefbook.language.en.dates import FoundDate
from briefbook.language.en.denominators import denominators_in
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.language.en.rates import rate_behind, rates_in
from briefbook.model.locations import place_of, within
from briefbook.values.quantity import Quantity


def check_formulas(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a problem for each formula that fails, and each direction that its numbers deny."""
    yield from _check_formulas(assertion)
    yield from _check_reckoning(assertion)
    for text in assertion.texts:
        yield from _check_from_to(assertion, text)


_FROM_TO = re.compile(
    rf"\bfrom\s(?:(?:{BOUND_WORDS})\s)?(?P<a>\S+(?:\s(?:million|billion|percent))?)[^.;:]{{0,40}}?\sto\s(?:(?:{BOUND_WORDS})\s)?(?=(?P<b>.*))"
)


def _check_from_to(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Hold: “rose from 2 to 52 percent” must rise."""
    for match in _FROM_TO.finditer(text):
        first, second = find_numbers(text[match.start("a") :]), find_numbers(match["b"])
        first = first[:1] if first and first[0].start <= _NEAR else ()
        up = direction_before(text[: match.start()])
        last = second[0] if second and second[0].start <= _NEAR else None
        is_none = match["b"].startswith(("none", "zero", "nothing"))
        if not (first and up and (last or is_none)):
            continue  # “to an annual high of 41 percent”
        if _step(first[0], last) * up < 0:
            word = "risen" if up > 0 else "fallen"
            message = f"{assertion.name}: “{match[0]}…” has not {word}"
            place = within(text, match.start(), assertion.place)
            yield Problem(
                place, message, "correct the verb or the numbers", "direction", assertion.statement
            )


def _step(first: FoundNumber, last: FoundNumber | None) -> Decimal:
    """Return the step from one number to another, or to none; “from 10 percent to almost 8” has one unit."""
    if last and {first.unit, last.unit} == {"%", ""}:
        return last.value - first.value
    return (_size(last) if last else Decimal(0)) - _size(first)


def _size(number: FoundNumber) -> Decimal:
    """Return a number, or a percentage as the part of one that it is: “from 40 percent to more than half”."""
    return number.value / _HUNDRED if number.unit == "%" else number.value


_HUNDRED = 100
_NEAR = 3
"""Characters between "to" and its number, for a currency sign or a fiscal year."""


def _check_formulas(assertion: Assertion) -> Iterator[Problem]:
    for worked in assertion.computed:
        place = place_of(worked.literal, assertion.place)
        where = [text for text in assertion.texts if _stands_in(worked.literal, text)]
        if not where:
            message = f"{assertion.name}: “{worked.literal}” stands nowhere in its texts"
            hint = "write the number as the text has it"
            # Over declared figures it says that a text has changed; of constants alone it says nothing.
            is_declared = any(character.isalpha() for character in worked.formula)
            severity = Severity.ERROR if is_declared else Severity.WARNING
            yield Problem(place, message, hint, "formula-unused", assertion.statement, severity)
        elif worked.result is None and _follows(assertion, worked):
            continue
        elif worked.result is None:
            yield _without_result(assertion, worked, where)
        else:
            yield from _check_change(assertion, worked)
            if not any(says(worked, text) for text in where):
                given = readable(worked.result)
                message = (
                    f"{assertion.name}: “{worked.literal}” is wrong; {worked.formula} is {given}"
                )
                hint = "correct the text or the formula"
                yield Problem(place, message, hint, "formula-wrong", assertion.statement)
            else:
                text = next(text for text in where if says(worked, text))
                yield from _check_factors(assertion, worked, text)
                yield from check_words(assertion, worked, text)


def _check_factors(assertion: Assertion, worked: WorkedFormula, text: str) -> Iterator[Problem]:
    """Hold the constants by which quoted figures are multiplied, as if the figures were written out: 340 × 2."""
    if "quoted(" not in worked.formula:
        return
    from briefbook.checks.value_severity import severity_of_figures
    from briefbook.evidence.quoted_sums import own_factors

    factors, figures = own_factors(worked.formula, text, assertion.supporting)
    if factors:
        yield Problem(
            place_of(worked.literal, assertion.place),
            f"{assertion.name}: {worked.formula} reckons with {', '.join(factors)}, which no quote has",
            "see that the sum is the source's, or quote the passage that has the factor",
            "formula", assertion.statement, severity_of_figures(figures),
        )  # fmt: skip


def _without_result(assertion: Assertion, worked: WorkedFormula, texts: list[str]) -> Problem:
    """Return what is told of a formula that gives nothing: less where it reckons with figures of the quotes alone."""
    from briefbook.checks.value_severity import severity_of_figures
    from briefbook.evidence.quoted_sums import comes_to

    place = place_of(worked.literal, assertion.place)
    message, hint, severity = worked.problem, worked.hint, Severity.ERROR
    quotes = assertion.supporting
    if figures := max(comes_to(worked.formula, worked.literal, text, quotes) for text in texts):
        what = "figures of its quotes" if figures > 1 else "one figure of its quotes and constants"
        message = f"{worked.formula} reckons with {what}"
        hint = "see that they belong together, or name them: quoted(“…”)"
        severity = severity_of_figures(figures)
    message = f"{assertion.name}: {message}"
    return Problem(place, message, hint, "formula", assertion.statement, severity)


def _stands_in(literal: str, text: str) -> bool:
    """Tell whether a text has a number as a formula's key has it, or in words: `8` for “eight”."""
    if literal in text:
        return True
    wanted = find_numbers(literal)
    return len(wanted) == 1 and any(
        number.is_same(wanted[0]) and text[number.start : number.end].isalpha()
        for number in find_numbers(text)
    )


def _follows(assertion: Assertion, worked: WorkedFormula) -> bool:
    """Tell whether a formula of constants is not needed: the quotes give its number by themselves."""
    if any(character.isalpha() for character in worked.formula):
        return False
    from briefbook.evidence.quoted_sums import is_of_literal

    bare, evidence = replace(assertion, computed=()), evidence_of(assertion)
    for text in assertion.texts:
        numbers = (number for number, _ in unsupported_numbers(bare, text))
        dates = unsupported_dates(bare, text)
        for found in (*numbers, *dates):
            if not is_of_literal(worked.literal, text[found.start : found.end]):
                continue
            is_derived = (
                derive_number(found, text, evidence)
                if isinstance(found, FoundNumber)
                else isinstance(found, FoundDate) and derive_date(found, text, evidence)
            )
            if not is_derived:
                return False
    return True


_CHANGE = re.compile(r"\s*change\(")
_CLAUSE = re.compile(r"[.;]\s|[.;]$")


def _check_change(assertion: Assertion, formula: WorkedFormula) -> Iterator[Problem]:
    """A change told with a verb goes the way of its formula: "up 40 percent" is a rise."""
    value = formula.result.number if isinstance(formula.result, Quantity) else Decimal(0)
    if not _CHANGE.match(formula.formula) or not value:
        return
    for text in assertion.texts:
        for clause in _CLAUSE.split(text):
            at = max(0, clause.find(formula.literal))
            is_meant = formula.literal in clause or formula.literal not in text
            told = direction_before(clause) if is_meant else 0
            if told * value < 0:
                word = "rose" if value > 0 else "fell"
                message = f"{assertion.name}: what changed by {formula.literal} {word}"
                place = within(text, text.find(clause) + at, assertion.place)
                yield Problem(place, message, "correct the verb", "direction", assertion.statement)


# What a formula of figures reckons with, and how


def _check_reckoning(assertion: Assertion) -> Iterator[Problem]:
    """Hold the figures of a formula as if they stood in the statement, and what joins them against its words."""
    for worked in assertion.computed if assertion.quotes else ():
        text = next((text for text in assertion.texts if worked.literal in text), "")
        tree = _tree(worked.formula) if text else None
        if tree is None:
            continue
        at = text.find(worked.literal)
        start, end = sentence_bounds(text, at, at + len(worked.literal))
        sentence, at = text[start:end], at - start
        supporting, end = assertion.supporting, at + len(worked.literal)
        from briefbook.checks.reckoning import misfit  # few formulas are of figures alone

        why = misfit(tree, sentence, at, end, supporting)
        why = why or _told_by_the_time(tree, sentence, end, supporting)
        why = why or _of_mixed_ends(tree, sentence, (at, end), supporting)
        why = why or _of_rates(tree, sentence, supporting)
        if why:
            yield Problem(
                within(text, start + at, assertion.place),
                f"{assertion.name}: “{worked.literal}” is {worked.formula}, but {why}",
                "reckon with what the statement names, as its words say",
                "formula-misfit", assertion.statement, Severity.WARNING,
            )  # fmt: skip
            return


def _told_by_the_time(tree: Operation, text: str, end: int, supporting: Sequence[str]) -> str:
    """Find a sum or difference told by the year, which no passage tells so: “0.7 million fewer every year”."""
    inner = unscaled(tree)
    is_whole = isinstance(inner, Operation) and inner.sign in "+-"
    match = _BY_THE_TIME.match(text, end) if is_whole else None
    period = rate_behind(text, match.end()) if match else ""
    if not period or any(period in rates_in(words) for words in supporting):
        return ""
    return f"it is told by the {period}, and divided by no time"


_BY_THE_TIME = re.compile(
    r"(?:\s[\w/-]+){0,3}?(?<!\bin)(?<!within)(?<!over)(?<!after)(?<!for)(?<!half)(?=\s(?:an?|every|each|per) (?:day|week|month|year)\b)"
)


_RATE = re.compile(r"\b(?:rates?|incidence|per capita)\b", re.IGNORECASE)
_MANY = 100


def _of_rates(tree: Operation, text: str, supporting: Sequence[str]) -> str:
    """Find figures per 100,000 people reckoned into what a statement tells of all of them."""
    if _RATE.search(text) or denominators_in(text):
        return ""
    constants = {constant.value for constant in numbers_in_formula(tree)}
    for told in (each for words in supporting for each in denominators_in(words)):
        if told.count >= _MANY and told.number.value in constants:
            return f"the source says “{told.number.value.normalize():f}” per {told.count.normalize():,f}"
    return ""


_CHANGED = re.compile(
    r"\b(?:rose|risen|grew|grown|increased|climbed|gained|fell|fallen|dropped|declined|decreased|shrank|went (?:up|down))\s(?:by\s)?(?:\w+\s)?\W?$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\W?(?:\s?%|\s(?:thousand|million|billion|percent))?\s(?:before|earlier|previously|until then|at first)\b"
)
_FIRST, _LAST = 0, 1


def _of_mixed_ends(
    tree: Operation, text: str, at: tuple[int, int], supporting: Sequence[str]
) -> str:
    """Find what one change began with reckoned with what another one ended with, and the ends of two told as before.

    The source: aid fell from 85 to 45, and loans from 112 to 61.
    The lie:    together 157 (112 + 45); together 106 before (45 + 61).
    """
    inner = unscaled(tree)
    if not isinstance(inner, Operation):
        return ""
    ends = [_end_of_change(unscaled(side), supporting) for side in (inner.left, inner.right)]
    if None in ends or len({end[0] for end in ends if end}) == 1:
        return ""
    which = {end[1] for end in ends if end}
    if inner.sign == "+" and len(which) > 1:
        return (
            "one of the two is what a change began with, and the other what another one ended with"
        )
    if inner.sign == "-" and _CHANGED.search(text[: at[0]]):
        return "the two are of different changes"
    if inner.sign == "+" and which == {_LAST} and _BEFORE.match(text, at[1]):
        return "both are what changes ended with"
    return ""


def _end_of_change(figure: Tree, supporting: Sequence[str]) -> tuple[int, int] | None:
    """Return which change of the quotes, and which end of it, a figure is; None where it is none, or one of several."""
    if not isinstance(figure, Number):
        return None
    from briefbook.checks.reckoning import SCALES

    changes = [match.groups() for words in supporting for match in _ENDS.finditer(words)]
    found = {
        (n, side)
        for n, ends in enumerate(changes)
        for side, words in enumerate(ends)
        for number in find_numbers(words)[:1]
        if any(number.value == figure.value * scale for scale in SCALES)
    }
    return next(iter(found)) if len(found) == 1 else None


_SUM = r"(\W?\d[\d.,]*\d?(?:\s(?:thousand|million|billion))?)"
_ENDS = re.compile(
    rf"\bfrom\s(?:(?:about|some|nearly|over)\s)?{_SUM}(?:\s[\w]+){{0,3}}\sto\s(?:(?:about|some|nearly|over)\s)?{_SUM}"
)


def _tree(formula: str) -> Operation | None:
    """Return a formula of figures; None of anything else."""
    try:
        tree = parse_formula(formula)
    except BadFormula:
        return None
    is_plain = all(call.name == "quoted" for call in calls_in(tree))
    return tree if is_plain and isinstance(tree, Operation) else None
