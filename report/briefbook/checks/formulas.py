"""Every formula gives the number that the text has, and a rise is not told as a fall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from briefbook.errors import Problem
from briefbook.evidence.formulas import BadFormula, evaluate
from briefbook.evidence.support import Assertion
from briefbook.language.en.antonyms import direction_before
from briefbook.language.en.dates import find_dates
from briefbook.language.en.numbers import find_numbers
from briefbook.model import Briefing, Formula
from briefbook.model.locations import within


def check_formulas(briefing: Briefing, found: tuple[Assertion, ...]) -> Iterator[Problem]:
    """Yield a problem for each formula that fails, and each direction that its numbers deny."""
    for assertion in found:
        yield from _check_formulas(briefing, assertion)
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

_FRACTIONS = {
    "half": (1, 2), "a third": (1, 3), "two thirds": (2, 3), "a quarter": (1, 4), "three quarters": (3, 4),
    "a fifth": (1, 5), "a sixth": (1, 6), "a seventh": (1, 7), "an eighth": (1, 8), "a tenth": (1, 10),
}  # fmt: skip
_FRACTION_TOLERANCE = Decimal("0.01")
"""One percentage point: 24.9 per cent is a quarter, 13.8 about a seventh (14.3)."""


def _check_formulas(briefing: Briefing, assertion: Assertion) -> Iterator[Problem]:
    for formula in assertion.computed:
        place = getattr(formula.literal, "place", assertion.place)
        if not any(formula.literal in text for text in assertion.texts):
            message = f"{assertion.name}: “{formula.literal}” stands nowhere in its texts"
            yield Problem(
                place,
                message,
                "write the number as the text has it",
                "formula-unused",
                assertion.statement,
            )
            continue
        try:
            value = evaluate(formula.formula, briefing)
        except BadFormula as error:
            yield Problem(place, f"{assertion.name}: {error}", "", "formula", assertion.statement)
            continue
        yield from _check_change(assertion, formula, value)
        if not _says(formula, value):
            message = f"{assertion.name}: “{formula.literal}” is wrong; {formula.formula} is {_readable(value)}"
            yield Problem(
                place,
                message,
                "correct the text or the formula",
                "formula-wrong",
                assertion.statement,
            )


_CHANGE = re.compile(r"\s*change\(")
_CLAUSE = re.compile(r"[.;]\s|[.;]$")


def _check_change(assertion: Assertion, formula: Formula, value: Decimal) -> Iterator[Problem]:
    """A change told with a verb goes the way of its formula: "up 40 percent" is a rise."""
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


def _says(formula: Formula, value: Decimal) -> bool:
    """Tell whether a number as written is a formula's value, rounded as written."""
    literal = formula.literal
    if literal.lower() in _FRACTIONS:
        top, bottom = _FRACTIONS[literal.lower()]
        return abs(value / 100 - Decimal(top) / bottom) <= _FRACTION_TOLERANCE
    if dates := find_dates(literal):
        return len(dates) == 1 and dates[0].date.first.year == value
    numbers = find_numbers(literal)
    if len(numbers) != 1:
        return False
    (number,) = numbers
    rounded = (value / number.precision).quantize(Decimal(1), ROUND_HALF_UP) * number.precision
    return number.value in (rounded, -rounded if value < 0 else rounded)


def _readable(value: Decimal) -> str:
    return f"{value:,.0f}" if abs(value) >= 10_000 else f"{value.normalize():.6g}"  # noqa: PLR2004
