"""Whether a formula of figures alone reckons with quoted ones, and comes to the number of the text.

Such a formula names no input that can be held by itself, so a person has to see that the figures belong together;
what stands in no quote, and what does not come to the number, stays refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, DivisionByZero, InvalidOperation

from briefbook.evidence.evaluation import FACTORS
from briefbook.evidence.formula_grammar import (
    BadFormula,
    Negation,
    Number,
    Operation,
    Tree,
    calls_in,
    numbers_in_formula,
    parse_formula,
)
from briefbook.evidence.literals import is_number_said, number_in_text
from briefbook.language.en.numbers import FoundNumber, find_numbers, is_nearly_fraction

_FEWEST = 2
"""Figures of the quotes: one alone is no reckoning."""
_SCALES = tuple(Decimal(10**power) for power in (0, 3, 6, 9, 12))
_HUNDRED = 100


def comes_to(formula: str, literal: str, text: str, quotes: Iterable[str]) -> bool:
    """Tell whether a formula reckons with two or more figures of the quotes, and gives the number that a text has."""
    try:
        tree = parse_formula(formula)
        number = number_in_text(literal, text)
        if number is None or any(calls_in(tree)):
            return False
        constants = [constant.value for constant in numbers_in_formula(tree)]
        said = {n.value for quote in quotes for n in find_numbers(quote)}
        quoted = [value for value in constants if any(value * scale in said for scale in _SCALES)]
        if len(quoted) < _FEWEST or any(v not in quoted and v not in FACTORS for v in constants):
            return False
        return _says(number, _value(tree))
    except (BadFormula, DivisionByZero, InvalidOperation):
        return False


def _value(tree: Tree) -> Decimal:
    match tree:
        case Number(value=value):
            return value
        case Negation(of=of):
            return -_value(of)
        case Operation(sign="+", left=left, right=right):
            return _value(left) + _value(right)
        case Operation(sign="-", left=left, right=right):
            return _value(left) - _value(right)
        case Operation(sign="*", left=left, right=right):
            return _value(left) * _value(right)
        case Operation(left=left, right=right):
            return _value(left) / _value(right)
        case _:
            raise BadFormula("a name is no figure")


def _says(number: FoundNumber, value: Decimal) -> bool:
    if number.unit == "/":
        return is_nearly_fraction(number.value, value)
    if number.unit in ("%", "pp"):
        return is_number_said(number, value) or is_number_said(number, value * _HUNDRED)
    return any(is_number_said(number, value * scale) for scale in _SCALES)
