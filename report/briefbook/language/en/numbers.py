"""Numbers as the checks compare them: a plain view of the quantities of a text (`find_quantities`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from briefbook.frozen import dataclass
from briefbook.language.en.currencies import may_mean
from briefbook.language.en.quantities import FRACTION, FoundQuantity, find_quantities
from briefbook.values.quantity import Bound
from briefbook.values.units import UnitType


@dataclass(frozen=True)
class FoundNumber:
    """A number in a text: `value` in whole units, `unit` as below, and where it stands."""

    start: int
    end: int
    """Behind the number with its money or percent; what it counts comes after."""
    value: Decimal
    unit: str
    """A currency (ISO 4217, or the word where the text leaves it open), `%`, `pp` for percentage
    points, `°` for degrees, `×` for multiples ("tripled"), `/` for fractions of a whole, `th` for ordinals, or empty."""
    bound: str = ""
    """`+` for "more than", `-` for "up to", `~` for "about"; empty for the number itself."""
    precision: Decimal = Decimal(0)
    """The value of one unit of the last digit written: 100,000 for $16.5 million."""
    to: Decimal | None = None
    """The upper end of a range."""
    is_implied: bool = False
    """Whether its currency is that of an amount earlier in the sentence."""
    per: str = ""
    """The period by which it is told (`day`), where the words right behind it say one."""

    def is_of(self, other: FoundNumber) -> bool:
        """Tell whether two numbers have one unit: rupees may be INR, an implied currency none.

        Different periods are different units; where one of the two names none, it may stand
        elsewhere in the sentence: "40 trucks cross it daily".
        """
        if self.per and other.per and self.per != other.per:
            return False
        if may_mean(self.unit, other.unit):
            return True
        return "" in (self.unit, other.unit) and (self.is_implied or other.is_implied)

    def is_same(self, other: FoundNumber) -> bool:
        """Tell whether two numbers say the same value of one unit, bounds left aside."""
        return (self.value, self.to) == (other.value, other.to) and self.is_of(other)

    def is_fraction_of(self, other: FoundNumber) -> bool:
        """Tell whether it is the fraction that a percentage makes: a quarter is 25 percent.

        "About" lets it be rounded: 67 percent are about two thirds. The reverse is not so, since a
        percentage says more than a fraction.
        """
        if (self.unit, other.unit) != ("/", "%") or self.to or other.to:
            return False
        part = other.value / 100
        return self.value == part or (self.bound == "~" and is_nearly_fraction(self.value, part))


_FRACTION_TOLERANCE = Decimal("0.01")
"""One percentage point: 24.9 percent is a quarter, 13.8 about a seventh (14.3)."""


def is_nearly_fraction(fraction: Decimal, part: Decimal) -> bool:
    """Tell whether a part of one is as near to a fraction as fractions are said."""
    return abs(part - fraction) <= _FRACTION_TOLERANCE


_DEGREES = frozenset(("°", "°C", "°F", "degree", "degrees"))
_UNITS = {UnitType.PERCENT: "%", UnitType.PERCENTAGE_POINT: "pp", UnitType.MULTIPLE: "×"}
_BOUNDS = {
    Bound.EXACT: "", Bound.BETWEEN: "", Bound.ABOUT: "~", Bound.AT_LEAST: "+", Bound.MORE_THAN: "+",
    Bound.UP_TO: "-", Bound.LESS_THAN: "-",
}  # fmt: skip


@lru_cache(maxsize=1 << 12)
def find_numbers(text: str) -> tuple[FoundNumber, ...]:
    """Return every number in a text that is no part of a date, in order."""
    return tuple(map(_number, find_quantities(text)))


def _number(found: FoundQuantity) -> FoundNumber:
    said = found.quantity
    bound = _BOUNDS[said.bound] if not found.is_ordinal else ""
    return FoundNumber(
        found.start, found.number_end, said.number, _unit(found), bound, said.precision, said.to,
        found.is_implied, said.unit.per,
    )  # fmt: skip


def _unit(found: FoundQuantity) -> str:
    unit = found.quantity.unit
    if found.is_ordinal:
        return "th"
    if unit == FRACTION:
        return "/"
    if unit.name in _DEGREES:
        return "°"
    return unit.name if unit.type is UnitType.CURRENCY else _UNITS.get(unit.type, "")


_OF_WHOLE = re.compile(
    r"(?:^|[(“]|[,;:]\s)of\s(?:(?:the|its|all|their|these)\s){0,2}$", re.IGNORECASE
)
_LONGEST = 60


def parts_of_wholes(sentence: str) -> Iterator[tuple[FoundNumber, FoundNumber]]:
    """Yield the counts that a sentence tells behind their whole, with it: 34 of “Of 60 members, 34 voted”."""
    numbers = [n for n in find_numbers(sentence) if not n.unit and n.to is None]
    for whole, part in pairwise(numbers):
        between = sentence[whole.end : part.start]
        is_of = _OF_WHOLE.search(sentence[: whole.start]) and len(between) <= _LONGEST
        if is_of and "," in between and ";" not in between and 0 < part.value < whole.value:
            yield part, whole
