"""Whether a number as a text writes it is what a formula gives: unit, rounding and reservation."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from briefbook.evidence.evaluation import Result
from briefbook.evidence.formula_grammar import Number, Operation, parse_formula
from briefbook.evidence.formulas import WorkedFormula
from briefbook.language.en.dates import find_dates
from briefbook.language.en.numbers import FoundNumber, find_numbers, is_nearly_fraction
from briefbook.values.dates import Date, long_date
from briefbook.values.formatting import plain_number, prose
from briefbook.values.quantity import Quantity
from briefbook.values.units import UnitType

_NEARLY = Decimal("0.05")
"""How far "about", "almost" and "just over" reach, as a part of the number said."""
_SCALES = (1_000, 1_000_000, 1_000_000_000)
"""Those in which a bare number may stand for a sum: "5.2", in millions."""


def says(worked: WorkedFormula, text: str) -> bool:
    """Tell whether a formula's literal, as it stands in a text, says what the formula gives."""
    literal = str(worked.literal)
    match worked.result:
        case None:
            return False
        case str() as category:
            return category.casefold() == literal.casefold()
        case Date() as date:
            return _says_date(literal, date)
        case Quantity() as quantity:
            return _says_quantity(literal, quantity, text, is_scaled=_is_scaled(worked.formula))


def _says_date(literal: str, date: Date) -> bool:
    """A date may be said more coarsely than it is known, never more finely or otherwise."""
    found = find_dates(literal)
    return len(found) == 1 and found[0].date.covers(date)


def _says_quantity(literal: str, quantity: Quantity, text: str, *, is_scaled: bool) -> bool:
    number = number_in_text(literal, text)
    if number is None:
        return False
    if number.unit == "/":
        part = _as_part(quantity)
        return part is not None and _is_part_said(number, part)
    value = _value_for(number.unit, quantity, is_scaled=is_scaled)
    return value is not None and is_number_said(number, value)


def number_in_text(literal: str, text: str) -> FoundNumber | None:
    """Return the literal's number with the reservation that its text has before it; None where it has not one."""
    numbers = find_numbers(literal)
    if len(numbers) != 1:
        return None
    at = text.find(literal)
    inside = [n for n in find_numbers(text) if at <= n.start and n.end <= at + len(literal)]
    return inside[0] if len(inside) == 1 else numbers[0]


def _as_part(quantity: Quantity) -> Decimal | None:
    """Return a percentage or a ratio as a part of one; None for other units."""
    if quantity.unit.type is UnitType.PERCENT:
        return quantity.number / 100
    return quantity.number if quantity.unit.type is UnitType.MULTIPLE else None


def _value_for(unit: str, quantity: Quantity, *, is_scaled: bool) -> Decimal | None:
    """Return the value that a number of a unit must say; None where the unit is another one.

    A bare number may say a count, a ratio, and a sum whose formula says its scale: value(…) / million.
    """
    kind = quantity.unit.type
    if kind is UnitType.CURRENCY:
        is_same = unit == quantity.unit.name or (unit == "" and is_scaled)
        return quantity.number if is_same else None
    if unit == "%":
        if kind is UnitType.MULTIPLE:
            return quantity.number * 100
        return quantity.number if kind in (UnitType.PERCENT, UnitType.PERCENTAGE_POINT) else None
    if unit == "pp":
        return quantity.number if kind is UnitType.PERCENTAGE_POINT else None
    if unit == "×":
        return quantity.number if kind is UnitType.MULTIPLE else None
    # In tables and beside each other the sign stands once: "33 to 60 percent".
    return quantity.number if unit in ("", "th") else None


def _is_part_said(fraction: FoundNumber, part: Decimal) -> bool:
    """Tell whether a fraction says a part of one: to a percentage point, and on the side it names."""
    if fraction.bound == "+" and part < fraction.value:
        return False
    if fraction.bound == "-" and part > fraction.value:
        return False
    return is_nearly_fraction(fraction.value, part)


def _is_scaled(formula: str) -> bool:
    """Tell whether a formula's last step divides by a thousand, a million or a billion."""
    tree = parse_formula(formula)
    match tree:
        case Operation(sign="/", right=Number(value=value)):
            return value in _SCALES
        case _:
            return False


def is_number_said(number: FoundNumber, value: Decimal) -> bool:
    """Tell whether a number says a value: rounded as written, and as its reservation allows."""
    step = number.precision or Decimal(1)
    # to_integral_value has no limit of digits, as quantize has.
    rounded = (value / step).to_integral_value(ROUND_HALF_UP) * step
    said = abs(number.value) if value < 0 and number.value > 0 else number.value
    size = abs(value) if value < 0 and number.value > 0 else value
    if said in (rounded, -rounded):
        return True
    reach = abs(said) * _NEARLY
    match number.bound:
        case "~":
            return abs(size - said) <= reach
        case "-":
            return said - reach <= size <= said
        case "+":
            return said <= size <= said + reach
        case _:
            return False


def readable(result: Result) -> str:
    """Return what a formula gives, for messages."""
    match result:
        case str():
            return f"“{result}”"
        case Date():
            return long_date(result)
        case _:
            is_long = abs(result.number) >= 10_000 or result.number == int(result.number)  # noqa: PLR2004
            number = Decimal(f"{result.number:.0f}" if is_long else f"{result.number:.6g}")
            if result.unit.type is UnitType.COUNT:
                return plain_number(number)
            return prose(Quantity(number, result.unit))
