"""What a statement says of a formula's result beyond its number: what is counted, which way it goes, in which prices.

A number is right and its words are not: “300 trucks” of an amount of ships, “fell by 8” of a rise, “in current
prices” of a series in constant ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.errors import Problem, Severity
from briefbook.evidence.evaluation import date_in
from briefbook.evidence.formula_grammar import BadFormula, Call, Operation, Tree, parse_formula
from briefbook.evidence.formulas import WorkedFormula
from briefbook.evidence.support import Assertion
from briefbook.evidence.told_units import unlike_noun
from briefbook.language.en.antonyms import direction_before
from briefbook.language.en.no_years import IN_CURRENT_PRICES, price_years
from briefbook.model.locations import within
from briefbook.values.day import Day
from briefbook.values.quantity import Quantity
from briefbook.values.units import UnitType

_CLAUSE = re.compile(r"[.;:]\s|[.;:]$")


def check_words(assertion: Assertion, worked: WorkedFormula, text: str) -> Iterator[Problem]:
    """Yield what the words around a formula's number say otherwise than its result."""
    if not isinstance(worked.result, Quantity):
        return
    at = text.find(worked.literal)
    place = within(text, max(0, at), assertion.place)
    told = f"{assertion.name}: “{worked.literal}” is {worked.formula}, "
    if noun := unlike_noun(worked.literal, text, worked.result):
        yield Problem(
            place, f"{told}which counts {worked.result.unit}; the statement says “{noun}”",
            "name what the figure counts", "formula-misfit", assertion.statement, Severity.WARNING,
        )  # fmt: skip
    if why := _other_way(worked, text, at):
        hint = "correct the word, or the formula"
        yield Problem(place, told + why, hint, "direction", assertion.statement)
    if why := _other_prices(worked.result, _clause_of(text, at)):
        hint = "name the prices of the series, or take a series in those of the statement"
        yield Problem(place, told + why, hint, "unit", assertion.statement)


def _clause_of(text: str, at: int) -> str:
    """Return the clause around an offset; the whole text where the number stands otherwise in it."""
    if at < 0:
        return text
    starts = [match.end() for match in _CLAUSE.finditer(text, 0, at)]
    ending = _CLAUSE.search(text, at)
    return text[starts[-1] if starts else 0 : ending.start() if ending else len(text)]


_GAIN_OR_LOSS = re.compile(
    r"\b(?:(?P<gain>surplus(?:es)?|profits?|gains?)|(?P<loss>deficits?|shortfalls?|loss(?:es)?))\b(?:\s[\w-]+){0,4}\s\W?$",
    re.IGNORECASE,
)
"""“the surplus of 2006 was …”, “a loss of …”"""
_BELOW_ZERO = re.compile(
    r"[-−–]\W?\d|\b(?:deficits?|shortfalls?|loss(?:es)?|los[et]|minus|negative|below|under|f[ae]ll\w*|dropp?\w*|declin\w*|decreas\w*"
    r"|shr[aiu]nk\w*|less|lower\w*|fewer|down\w*|cut\w*|reduc\w*|short|behind|worse\w*|outflow\w*|ow(?:es|ed|ing)|gaps?|contract\w*"
    r"|smaller|slump\w*|slid\w*|sank|sunk|red|deprecia\w*|weaken\w*|deflation|minuses|difference|differs?)\b",
    re.IGNORECASE,
)
"""Words with which a number below zero is told without its sign."""
_LESS = re.compile(
    r"\W{0,2}\s(?:thousand|million|billion|percent|percentage points|[a-z]+s)?\s?(?P<less>less|lower|fewer|down|below|smaller|short)\b|"
    r"\W{0,2}\s(?:thousand|million|billion|percent|percentage points|[a-z]+s)?\s?(?:more|higher|up|above|larger|greater)\b"
)
_BY = re.compile(r"\bby\s(?:[a-z]+\s){0,3}$", re.IGNORECASE)


def _other_way(worked: WorkedFormula, text: str, at: int) -> str:
    """Return how a number's words deny its sign, or the way from the earlier value to the later one."""
    value = worked.result.number if isinstance(worked.result, Quantity) else 0
    step = _step_in_time(worked.formula)
    if at < 0:
        return ""
    if not step:
        named = _GAIN_OR_LOSS.search(text[:at])
        is_denied = named is not None and value * (1 if named["gain"] else -1) < 0
        is_hidden = value < 0 and not _BELOW_ZERO.search(f"{worked.literal} {_clause_of(text, at)}")
        is_hidden = is_hidden and _difference(worked.formula) is None
        return (
            f"which is {'below' if value < 0 else 'above'} zero" if is_denied or is_hidden else ""
        )
    before, behind = text[:at], _LESS.match(text, at + len(worked.literal))
    told = direction_before(_CLAUSE.split(before)[-1]) if _BY.search(before) else 0
    if not told and behind:
        told = -1 if behind["less"] else 1
    if told * step * value < 0:
        return f"a {'rise' if told < 0 else 'fall'}"
    return ""


def _step_in_time(formula: str) -> int:
    """Return 1 for the later value of a series less the earlier one, -1 for the opposite; 0 for other formulas."""
    difference = _difference(formula)
    if difference is None:
        return 0
    one, other = _dated(difference.left), _dated(difference.right)
    if one is None or other is None or one[0] != other[0]:
        return 0
    return (one[1] > other[1]) - (one[1] < other[1])


def _difference(formula: str) -> Operation | None:
    """Return the subtraction that gives a result its sign, with or without a scale: a - b, (a - b) / million."""
    try:
        tree = parse_formula(formula)
    except BadFormula:
        return None
    if isinstance(tree, Operation) and tree.sign in "*/":
        tree = tree.left
    return tree if isinstance(tree, Operation) and tree.sign == "-" else None


def _dated(tree: Tree) -> tuple[str, Day] | None:
    """Return the series and the first day of `value(series, date)`; None of anything else."""
    if not (isinstance(tree, Call) and tree.name == "value" and len(tree.arguments) == 2):  # noqa: PLR2004
        return None
    date = date_in(tree.arguments[1])
    return (getattr(tree.arguments[0], "text", ""), date.first) if date else None


def _other_prices(result: Quantity, clause: str) -> str:
    """Return how a clause tells money in other prices than those that its series is in."""
    prices = result.basis.prices
    if result.unit.type is not UnitType.CURRENCY or prices is None:
        return ""
    years = {int(year) for year, _ in price_years(clause)}
    is_current = IN_CURRENT_PRICES.search(clause) is not None
    if prices.year is None and years and not is_current:
        return f"in current prices, and not in those of {min(years)}"
    if prices.year is not None and (is_current or (years and prices.year not in years)):
        return f"in prices of {prices.year}"
    return ""
