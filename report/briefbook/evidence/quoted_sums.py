"""Whether a formula of figures alone reckons with quoted ones, and comes to the number of the text.

Such a formula names no input that can be held by itself, so a person has to see that the figures belong together;
what stands in no quote, and what does not come to the number, stays refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
from briefbook.evidence.spans import told_duration
from briefbook.frozen import replace
from briefbook.language.en.dates import find_dates
from briefbook.language.en.numbers import FoundNumber, find_numbers, is_nearly_fraction
from briefbook.language.en.rates import rates_in

_FEWEST = 2
"""Constants: one alone is no reckoning."""
_BARE = Decimal(1)
_SCALES = tuple(Decimal(10**power) for power in (0, 3, 6, 9, 12))
_HUNDRED = 100


def comes_to(formula: str, literal: str, text: str, quotes: Sequence[str]) -> int:
    """Return how many figures of the quotes a formula reckons with, where it gives the number that a text has; else none."""
    number = number_in_text(literal, text)
    if number is None and _YEAR.fullmatch(literal):
        number = FoundNumber(0, len(literal), Decimal(literal), "")  # 1978: 1958 + 20
    return 0 if number is None else gives(formula, number, quotes)


_YEAR = re.compile(r"[12]\d{3}")
_SHOWN_IN = (1000, 10**6, 10**9, 10**12)
_IN_TIME = (7, 12, 24, 30, 52, 60, 360, 365, 366)


def own_factors(formula: str, text: str, quotes: Sequence[str]) -> tuple[tuple[str, ...], int]:
    """Return the constants of a formula over quoted figures that no quote has, and how many figures it has.

    What a figure is shown in (“/ million”), a percentage's hundred and the days of a figure by the day are none.
    """
    tree = parse_formula(formula)
    calls = list(calls_in(tree))
    if not calls or any(call.name != "quoted" for call in calls):
        return (), 0
    said = {number.value for quote in quotes for number in _numbers_of(quote)} | _years_of(quotes)
    by_time = any(map(rates_in, (text, *quotes)))
    factors = tuple(
        text for sign, value, text in _constants(tree, "*")
        if value not in said and not (sign == "/" and value in _SHOWN_IN)
        and value != _HUNDRED and not (by_time and value in _IN_TIME)
    )  # fmt: skip
    return factors, len(calls)


def _constants(tree: Tree, sign: str) -> Iterator[tuple[str, Decimal, str]]:
    """Yield each constant of a tree outside its calls, with the sign before it and as written."""
    match tree:
        case Number(value=value, text=text):
            yield sign, value, text
        case Negation(of=of):
            yield from _constants(of, sign)
        case Operation(sign=own, left=left, right=right):
            yield from _constants(left, sign)
            yield from _constants(right, own)
        case _:
            return


def gives(formula: str, number: FoundNumber, quotes: Sequence[str]) -> int:
    """Return how many figures of the quotes a formula reckons with, in their scales, where it comes to a number; else none.

    What else it has are the constants that measures are made of: 365 days, a thousand litres.
    """
    try:
        tree = parse_formula(formula)
        if any(calls_in(tree)):
            return 0
        constants = [constant.value for constant in numbers_in_formula(tree)]
        said = [n for quote in quotes for n in _numbers_of(quote)]
        wholes = {number.value for number in said} | _years_of(quotes)
        parts = {part for number in said if (part := _part(number))}
        scales = {value: _scales_of(value, wholes, parts) for value in constants}
        quoted = [value for value in constants if scales[value]]
        if (
            not quoted
            or len(constants) < _FEWEST
            or any(v not in quoted and v not in FACTORS for v in constants)
        ):
            return 0
        is_said = _says(number, _value(tree), {_BARE}.union(*scales.values()))
        return len(quoted) if is_said else 0
    except (BadFormula, DivisionByZero, InvalidOperation):
        return 0


def _numbers_of(quote: str) -> Iterator[FoundNumber]:
    """Yield the numbers of a quote, the ends of its ranges, and the years of its decades: 20 of “two decades”."""
    for number in find_numbers(quote):
        yield number
        if number.to is not None:
            yield replace(number, value=number.to, to=None)
        told = told_duration(quote, number)
        if told is not None and told.unit in _YEARS:
            yield replace(number, value=number.value * _YEARS[told.unit])


def _years_of(quotes: Iterable[str]) -> set[Decimal]:
    """Return the years that dates of the quotes name: a formula may reckon with them as with figures."""
    dates = [found.date for quote in quotes for found in find_dates(quote)]
    return {Decimal(day.year) for date in dates for day in (date.first, date.last)}


_YEARS = {"decade": 10, "century": 100}


def is_of_literal(literal: str, words: str) -> bool:
    """Tell whether a formula's key is a number of a text, with or without its unit: “2.6” and “$2.6 million”."""
    return (
        words in literal
        or re.search(rf"(?<![\w.,]){re.escape(literal)}(?![\w.,])", words) is not None
    )


def _part(number: FoundNumber) -> Decimal:
    """Return a percentage or a fraction as a part of one; nothing for other numbers."""
    if number.unit == "%":
        return number.value / _HUNDRED
    return number.value if number.unit == "/" else Decimal(0)


def _scales_of(value: Decimal, wholes: set[Decimal], parts: set[Decimal]) -> set[Decimal]:
    """Return the scales in which the quotes have a constant: millions for 0.7 of $700,000; none where they lack it."""
    scales = {scale for scale in _SCALES if value * scale in wholes}
    if any(value in (part, 1 - part, 1 + part, 1 / part) for part in parts):
        scales.add(_BARE)  # 0.12 of 12 percent, 1.74 of “up 74 percent”, 4,100 / 2 of “cut by half”
    return scales


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


def _says(number: FoundNumber, value: Decimal, scales: Iterable[Decimal]) -> bool:
    if number.unit == "/":
        return is_nearly_fraction(number.value, value)
    if number.unit in ("%", "pp"):
        return is_number_said(number, value) or is_number_said(number, value * _HUNDRED)
    return any(is_number_said(number, value * scale) for scale in scales)
