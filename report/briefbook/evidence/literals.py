"""Whether a number as a text writes it is what a formula gives: unit, rounding, reservation and way.

A text that names a unit names that of the result: kilometres of kilometres, years of years; counted nouns are
held by `told_units`, since words for one thing are many.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from briefbook.evidence.evaluation import Result
from briefbook.evidence.formula_grammar import Call, Number, Operation, Tree, parse_formula
from briefbook.evidence.formulas import WorkedFormula
from briefbook.evidence.told_units import SPANS, in_unit_told, quantity_at
from briefbook.language.en.antonyms import direction_before
from briefbook.language.en.bounds import bound_before
from briefbook.language.en.dates import find_dates
from briefbook.language.en.number_words import Form
from briefbook.language.en.numbers import FoundNumber, find_numbers, is_nearly_fraction
from briefbook.values.dates import Date, long_date
from briefbook.values.formatting import plain_number, prose
from briefbook.values.quantity import Bound, Quantity
from briefbook.values.units import UnitType

_NEARLY = Decimal("0.05")
"""How far "about" and "almost" reach, as a part of the number said."""
_VAGUE = 10
"""Up to how many times its size a vague number is told: “hundreds”, at least 200, of less than 2,000."""
_BOUNDED = Decimal("0.1")
"""How far "more than" and "up to" reach: 19 is more than 18."""
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
            return _says_quantity(literal, quantity, text, parse_formula(str(worked.formula)))


def _says_date(literal: str, date: Date) -> bool:
    """A date may be said more coarsely than it is known, never more finely or otherwise."""
    found = find_dates(literal)
    return len(found) == 1 and found[0].date.covers(date)


def _says_quantity(literal: str, quantity: Quantity, text: str, tree: Tree) -> bool:
    number = number_in_text(literal, text)
    if number is None:
        return False
    if number.unit == "/":
        part = _as_part(quantity)
        return part is not None and _is_part_said(number, part)
    told = quantity_at(literal, text)
    measured = in_unit_told(told, quantity)
    is_per = _PER.fullmatch(literal, find_numbers(literal)[0].end) is not None
    if measured is None or (is_per and literal.partition(" per ")[2] != quantity.unit.per):
        return False
    if told and told.form is Form.VAGUE and number.unit in ("", quantity.unit.name):
        size = measured.number  # hundreds of 430, not of 4,300; “worth billions” of money
        return number.value <= size < number.value * _VAGUE
    at = text.find(literal)
    value = _value_for(number.unit, measured, is_scaled=_is_scaled(tree))
    if value is None or (
        number.unit == "%" and at > 0 and _is_no_change(tree, quantity, text[:at])
    ):
        return False
    return is_number_said(number, value, _bound_of(number, literal, text))


def _bound_of(number: FoundNumber, literal: str, text: str) -> Bound:
    """Return the bound that words before a number say, in its text or in the literal that has them itself."""
    at = text.find(literal)
    where = literal if at < 0 or number.start < at else text
    bound = bound_before(where, number.start)
    told = quantity_at(literal, text)
    # “in over five years”, “over the last ten months”: in the course of them, or whole ones that have gone by
    is_span = told is not None and told.quantity.unit.name in SPANS
    return Bound.EXACT if is_span and bound is Bound.MORE_THAN else bound


def _is_no_change(tree: Tree, quantity: Quantity, before: str) -> bool:
    """Tell whether percent are told as a change (“rose by 23 percent”) that are points, a share, or a ratio of two values."""
    is_change = _BY.search(before) is not None and direction_before(before) != 0
    is_part = isinstance(tree, Operation) or (isinstance(tree, Call) and tree.name == "share")
    return is_change and (is_part or quantity.unit.type is UnitType.PERCENTAGE_POINT)


_BY = re.compile(r"\bby\s(?:[a-z]+\s){0,3}$", re.IGNORECASE)


def number_in_text(literal: str, text: str) -> FoundNumber | None:
    """Return the literal's number with the reservation that its text has before it; None where it has not one."""
    numbers = find_numbers(literal)
    if len(numbers) != 1 and not (numbers and _PER.fullmatch(literal, numbers[0].end)):
        return None
    at = text.find(literal)
    inside = [n for n in find_numbers(text) if at <= n.start and n.end <= at + len(literal)]
    return inside[0] if len(inside) == len(numbers) else numbers[0]


_PER = re.compile(r"(?:\s[a-z]+)*\sper\s[\d,]+(?:\s[a-z]+)*")
"""“9.25 deaths per 1,000” has one number and what it is told by."""


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
    of_kind = {"pp": UnitType.PERCENTAGE_POINT, "×": UnitType.MULTIPLE, "°": UnitType.PHYSICAL}
    if unit in of_kind:
        return quantity.number if kind is of_kind[unit] else None
    # In tables and beside each other the sign stands once: "33 to 60 percent".
    return quantity.number if unit in ("", "th") else None


def _is_part_said(fraction: FoundNumber, part: Decimal) -> bool:
    """Tell whether a fraction says a part of one: to a percentage point, about two, and on the side it names."""
    if fraction.bound == "+" and part < fraction.value:
        return False
    if fraction.bound == "-" and part > fraction.value:
        return False
    reach = min(_ABOUT_PART, fraction.value * _BOUNDED)
    is_about = fraction.bound == "~" and abs(part - fraction.value) <= reach
    return is_about or is_nearly_fraction(fraction.value, part)


_ABOUT_PART = Decimal("0.025")


def _is_scaled(tree: Tree) -> bool:
    """Tell whether a formula's last step divides by a thousand, a million or a billion."""
    match tree:
        case Operation(sign="/", right=Number(value=value)):
            return value in _SCALES
        case _:
            return False


def is_number_said(number: FoundNumber, value: Decimal, bound: Bound = Bound.EXACT) -> bool:
    """Tell whether a number says a value: rounded as written, and as its reservation allows.

    `bound` is that of the words before it: 19 is at least 19, and not more than 19.
    """
    said = abs(number.value) if value < 0 and number.value > 0 else number.value
    size = abs(value) if value < 0 and number.value > 0 else value
    reach = abs(said) * _BOUNDED
    if bound in (Bound.MORE_THAN, Bound.LESS_THAN):
        below, above = (said, said + reach) if bound is Bound.MORE_THAN else (said - reach, said)
        return size != said and below <= size <= above
    step = number.precision or Decimal(1)
    # to_integral_value has no limit of digits, as quantize has.
    rounded = (value / step).to_integral_value(ROUND_HALF_UP) * step
    none, near = Decimal(0), abs(said) * _NEARLY
    reaches = {"~": (-near, near), "-": (-reach, none), "+": (none, reach)}
    lower, upper = reaches.get(number.bound, (none, none))
    return said in (rounded, -rounded) or said + lower <= size <= said + upper


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
