"""Every formula gives the number that the text has, and a rise is not told as a fall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.derivations import derive_number, evidence_of
from briefbook.evidence.formulas import WorkedFormula
from briefbook.evidence.literals import readable, says
from briefbook.evidence.support import Assertion
from briefbook.evidence.value_support import unsupported_numbers
from briefbook.frozen import replace
from briefbook.language.en.antonyms import direction_before
from briefbook.language.en.numbers import find_numbers
from briefbook.model.locations import place_of, within
from briefbook.values.quantity import Quantity


def check_formulas(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a problem for each formula that fails, and each direction that its numbers deny."""
    yield from _check_formulas(assertion)
    for text in assertion.texts:
        yield from _check_from_to(assertion, text)


_FROM_TO = re.compile(
    r"\bfrom\s(?P<a>\S+(?:\s(?:million|billion|percent))?)[^.;:]{0,40}?\sto\s(?=(?P<b>.*))"
)


def _check_from_to(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Hold: “rose from 2 to 52 percent” must rise."""
    for match in _FROM_TO.finditer(text):
        first, second = find_numbers(match["a"]), find_numbers(match["b"])
        up = direction_before(text[: match.start()])
        if not (first and up) or (
            not second and not match["b"].startswith(("none", "zero", "nothing"))
        ):
            continue
        last = second[0].value if second and second[0].start <= _NEAR else Decimal(0)
        if (last - first[0].value) * up < 0:
            word = "risen" if up > 0 else "fallen"
            message = f"{assertion.name}: “{match[0]}…” has not {word}"
            place = within(text, match.start(), assertion.place)
            yield Problem(
                place, message, "correct the verb or the numbers", "direction", assertion.statement
            )


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
            from briefbook.evidence.quoted_sums import comes_to

            message = f"{assertion.name}: {worked.problem}"
            quotes = assertion.supporting
            is_quoted = any(
                comes_to(worked.formula, worked.literal, text, quotes) for text in where
            )
            severity = Severity.WARNING if is_quoted else Severity.ERROR
            yield Problem(place, message, worked.hint, "formula", assertion.statement, severity)
        else:
            yield from _check_change(assertion, worked)
            if not any(says(worked, text) for text in where):
                given = readable(worked.result)
                message = (
                    f"{assertion.name}: “{worked.literal}” is wrong; {worked.formula} is {given}"
                )
                hint = "correct the text or the formula"
                yield Problem(place, message, hint, "formula-wrong", assertion.statement)


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
    said = [
        derive_number(number, text, evidence)
        for text in assertion.texts
        for number, _ in unsupported_numbers(bare, text)
        if is_of_literal(worked.literal, text[number.start : number.end])
    ]
    return all(said)


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
