"""Quantities: exact numbers that keep their unit, how they were said, and what they measure.

Arithmetic is defined on them and refuses unlike things with a sentence that names both sides:

    USD 36 million + EUR 4.5 million          unlike currencies
    obligations (fiscal) / net ODA (calendar)  unlike measures and calendars
    construction of 2011 + health of 2013      unlike measures

A `Conversion` bridges units, a declared reason (`across`) bridges measures, prices and calendars.
"""

from __future__ import annotations

import dataclasses
import operator
import re
from collections.abc import Callable
from dataclasses import field
from decimal import Decimal
from enum import StrEnum

from briefbook.errors import Hinted
from briefbook.frozen import dataclass
from briefbook.values.basis import UNDECLARED, Basis, Calendar, PriceBase
from briefbook.values.unit_faults import SCALES, UnknownUnit
from briefbook.values.units import (
    MULTIPLE,
    NUMBER,
    PERCENT,
    PERCENTAGE_POINT,
    Unit,
    UnitType,
    parse_unit,
)


class Bound(StrEnum):
    """How a number is limited by the words around it."""

    EXACT = ""
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    UP_TO = "up to"
    LESS_THAN = "less than"
    BETWEEN = "between"
    """A range: `to` holds its upper end."""


class UnlikeQuantities(Hinted):
    """Two quantities that arithmetic must not join; the message names both."""


@dataclass(frozen=True)
class Quantity:
    """An exact number in whole units: USD 16.5 million is 16,500,000 of the unit USD.

    `to` is the upper end of a range, `precision` the value of one unit of the last digit that was
    written (100,000 for 16.5 million), `scale` the factor as said (1,000,000). Two quantities are
    equal when all of these are; `same_value` compares numbers and units alone.
    """

    number: Decimal
    unit: Unit = NUMBER
    basis: Basis = UNDECLARED
    bound: Bound = Bound.EXACT
    to: Decimal | None = None
    precision: Decimal = Decimal(0)
    scale: Decimal = Decimal(1)
    what: str = field(default="", compare=False)
    """What it is called in messages: `amount bridge`, `series obligations`."""

    def same_value(self, other: Quantity) -> bool:
        """Tell whether both say the same number of the same unit."""
        return (self.number, self.to, self.unit) == (other.number, other.to, other.unit)

    def with_number(self, number: Decimal) -> Quantity:
        """Return a number of the same unit and basis, said plainly."""
        return Quantity(number, self.unit, self.basis, what=self.what)

    def with_basis(self, basis: Basis) -> Quantity:
        """Return the same with another basis."""
        return dataclasses.replace(self, basis=basis)

    # Arithmetic. Bounds and ranges do not survive it: what is worked out is exact or not worked out.

    def __neg__(self) -> Quantity:
        """Return the quantity with its sign turned."""
        return self.with_number(-self.number)

    def __add__(self, other: Quantity) -> Quantity:
        """Return the sum of like quantities; raises UnlikeQuantities."""
        return self._joined(other, operator.add, "added")

    def __sub__(self, other: Quantity) -> Quantity:
        """Return the difference of like quantities; raises UnlikeQuantities.

        The difference of two percentages is in percentage points, that of two years a number.
        """
        result = self._joined(other, operator.sub, "compared")
        if self.unit.type is UnitType.PERCENT and other.unit.type is UnitType.PERCENT:
            return Quantity(result.number, PERCENTAGE_POINT, result.basis)
        if self.unit.type is UnitType.YEAR:
            return Quantity(result.number, Unit(UnitType.COUNT, "years"))
        return result

    def __mul__(self, other: Quantity) -> Quantity:
        """Return a multiple; one side must be a bare number, multiple or percentage."""
        for one, factor in ((self, other), (other, self)):
            if factor.unit.is_factor:
                return one.with_number(one.number * factor.number)
        for one, factor in ((self, other), (other, self)):
            if factor.unit.type is UnitType.PERCENT:
                return one.with_number(one.number * factor.number / 100)
        for one, other_ in ((self, other), (other, self)):
            if one.unit.per and _is_one_of(other_.unit, one.unit.per):
                unit = dataclasses.replace(one.unit, per="")
                return Quantity(one.number * other_.number, unit, one.basis)
        raise UnlikeQuantities(
            f"{_named(self)} cannot be multiplied by {_named(other)}",
            "multiply by a bare number or a percentage",
        )

    def __truediv__(self, other: Quantity) -> Quantity:
        """Return a part, or the ratio of like quantities as a multiple.

        Unlike units give a rate (USD per ship). Raises UnlikeQuantities, ZeroDivisionError.
        """
        if not other.number:
            raise ZeroDivisionError
        number = self.number / other.number
        if other.unit.is_factor:
            return self.with_number(number)
        if self.unit == other.unit:
            self.like(other, "divided")
            return Quantity(number, MULTIPLE)
        divisors = (UnitType.COUNT, UnitType.PHYSICAL)
        are_plain = not (self.unit.per or other.unit.per)
        if (
            are_plain
            and other.unit.type in divisors
            and self.unit.type in (*divisors, UnitType.CURRENCY)
        ):
            per = other.unit.name.removesuffix("s")
            return Quantity(number, Unit(self.unit.type, self.unit.name, per), self.basis)
        raise UnlikeQuantities(
            f"{_named(self)} cannot be divided by {_named(other)}: {unlike(self, other)}",
            _bridge(self, other),
        )

    def like(self, other: Quantity, verb: str) -> None:
        """Raise UnlikeQuantities unless both have the same unit and the same basis."""
        if why := unlike(self, other):
            raise UnlikeQuantities(
                f"{_named(self)} and {_named(other)} cannot be {verb}: {why}", _bridge(self, other)
            )

    def _joined(
        self, other: Quantity, work: Callable[[Decimal, Decimal], Decimal], verb: str
    ) -> Quantity:
        one, two = _points(self, other)
        if one.unit.type is UnitType.YEAR and two.unit.name in ("", "years"):
            return one.with_number(work(one.number, two.number))
        one.like(two, verb)
        return one.with_number(work(one.number, two.number))


def _points(one: Quantity, two: Quantity) -> tuple[Quantity, Quantity]:
    """Let percentage points be added to a percentage."""
    types = (one.unit.type, two.unit.type)
    if types == (UnitType.PERCENT, UnitType.PERCENTAGE_POINT):
        return one, dataclasses.replace(two, unit=one.unit, basis=one.basis)
    return one, two


def _is_one_of(unit: Unit, per: str) -> bool:
    return unit.type in (UnitType.COUNT, UnitType.PHYSICAL) and unit.name.removesuffix("s") == per


def unlike(one: Quantity, other: Quantity) -> str:
    """Return why two quantities are not alike, as a clause; empty where they are."""
    if one.unit != other.unit:
        if one.unit.type is other.unit.type is UnitType.CURRENCY:
            return f"one is in {one.unit}, the other in {other.unit}"
        return f"one counts {one.unit}, the other {other.unit}"
    reasons = []
    for name in ("measure", "prices", "calendar"):
        mine, theirs = getattr(one.basis, name), getattr(other.basis, name)
        if mine != theirs:
            said = [_declared(name, value) for value in (mine, theirs)]
            reasons.append(f"one {said[0]}, the other {said[1]}")
    return "; ".join(reasons)


def _declared(name: str, value: object) -> str:
    match name, value:
        case "measure", str() if value:
            return f"is {value}"
        case "prices", PriceBase():
            return f"in {value} prices"
        case "calendar", Calendar():
            return f"by {value.years}"
        case _:
            return f"does not say its {name if name != 'prices' else 'price base'}"


def _bridge(one: Quantity, other: Quantity) -> str:
    """Return what would let two unlike quantities be joined."""
    if one.unit.type is other.unit.type is UnitType.CURRENCY and one.unit.name != other.unit.name:
        return "declare a conversion with rate, date and source, and write convert(…)"
    if one.unit.type is other.unit.type is UnitType.COUNT:
        return (
            "count both by one noun in the model, or declare a conversion to a noun that covers both: "
            f"{{from: {one.unit}, to: …, rate: 1, …}}"
        )
    if one.unit != other.unit:
        return "work with figures of one unit"
    return "compare like with like, or say why they may be joined with across:"


def _named(quantity: Quantity) -> str:
    """Return a quantity for messages: its name if it has one, and what it is."""
    kind = ", ".join(filter(None, (str(quantity.unit), str(quantity.basis))))
    return f"{quantity.what} ({kind})" if quantity.what else f"{quantity.number:,f} ({kind})"


@dataclass(frozen=True)
class Conversion:
    """A declared rate: one `source` unit is worth `rate` of `target`."""

    source: Unit
    target: Unit
    rate: Decimal

    def convert(self, quantity: Quantity) -> Quantity:
        """Return a quantity in the other unit, either way; raises UnlikeQuantities."""
        if quantity.unit == self.source:
            return dataclasses.replace(
                quantity.with_number(quantity.number * self.rate), unit=self.target
            )
        if quantity.unit == self.target:
            return dataclasses.replace(
                quantity.with_number(quantity.number / self.rate), unit=self.source
            )
        raise UnlikeQuantities(
            f"{_named(quantity)} is neither in {self.source} nor in {self.target}",
            "use a conversion between its unit and another",
        )


def percent_of(part: Quantity, whole: Quantity) -> Quantity:
    """Return what percentage one quantity is of a like one; raises UnlikeQuantities."""
    part.like(whole, "divided")
    if not whole.number:
        raise ZeroDivisionError
    return Quantity(100 * part.number / whole.number, PERCENT)


def written(quantity: Quantity) -> str:
    """Return a quantity in the form that `parse_quantity` reads: `USD 16.5 million`, `412 ships`."""
    ends = [quantity.number] if quantity.to is None else [quantity.number, quantity.to]
    scales = [(size, f" {name}") for name, size in reversed(SCALES.items()) if size >= _MILLION]
    size, word = next((scale for scale in scales if abs(ends[-1]) >= scale[0]), (1, ""))
    digits = "–".join(f"{_whole(end / size):,f}" for end in ends)
    if quantity.unit.type is UnitType.CURRENCY and not quantity.unit.per:
        return f"{quantity.unit.name} {digits}{word}"
    return f"{digits}{word} {quantity.unit}"


_MILLION = 10**6
_NUMBER = r"[-−]?\d{1,3}(?:[, _]\d{3})+(?:\.\d+)?|[-−]?\d+(?:\.\d+)?"
_WRITTEN = re.compile(
    rf"(?P<unit>[A-Z]{{3}}|%)?\s*(?P<number>{_NUMBER})(?:\s*(?:[-–]|to)\s*(?P<to>{_NUMBER}))?"
    r"\s*(?P<scale>thousand|million|billion|trillion)?\s*(?P<counted>\D.*)?"
)


def _whole(number: Decimal) -> Decimal:
    """Return a number without digits that say nothing: 2500000, not 2500000.0."""
    is_whole = number == number.to_integral_value()
    return number.quantize(Decimal(1)) if is_whole else number.normalize()


def parse_quantity(text: str) -> Quantity:
    """Return a quantity from the form that the model writes.

    parse_quantity("USD 36 million")   36,000,000 USD
    parse_quantity("EUR 4.5 million")  4,500,000 EUR
    parse_quantity("12.4 percent")     12.4 percent
    parse_quantity("412 ships")        412 ships
    parse_quantity("USD 5–7 million")  5,000,000 to 7,000,000 USD

    Raises UnknownUnit, which says what to write instead.
    """
    match = _WRITTEN.fullmatch(text.strip())
    if not match or bool(match["unit"]) == bool(match["counted"]):
        hint = "write a currency and a number, or a number and what it counts: EUR 4.5 million, 412 ships"
        raise UnknownUnit(f"“{text}” is not a quantity", hint)
    written = parse_unit(match["unit"] or match["counted"])
    digits = re.sub(r"[, _]", "", match["number"]).replace("−", "-")
    upper = re.sub(r"[, _]", "", match["to"] or "").replace("−", "-")
    scale = Decimal(SCALES.get(match["scale"] or "", 1)) * written.factor
    step = Decimal(1).scaleb(int(Decimal(digits).as_tuple().exponent)) * scale
    number = _whole(Decimal(digits) * scale)
    to = _whole(Decimal(upper) * scale) if upper else None
    if to is not None and to <= number:
        raise UnknownUnit(f"the range “{text}” does not rise", "write its lower end first")
    bound = Bound.EXACT if to is None else Bound.BETWEEN
    return Quantity(number, written.unit, bound=bound, to=to, precision=step, scale=scale)
