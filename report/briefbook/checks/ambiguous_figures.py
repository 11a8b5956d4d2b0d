"""Figures that mean one number in some countries and another in others: “40.000”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefbook.checks.context import Context
from briefbook.errors import Problem
from briefbook.evidence.support import Assertion
from briefbook.frozen import dataclass
from briefbook.language.en.counted import MEASURES
from briefbook.language.en.quantities import FoundQuantity, find_quantities
from briefbook.model.locations import within
from briefbook.values.units import UnitType

_FIGURE = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?!\d|[.,]\d)")
_EACH = re.compile(r"\s?/|\s(?:an?|per|each|for)\b")
"""Behind a price of something: 1.459 euros a litre."""
_WITH_DECIMALS = MEASURES | {"points", "point", "times", "degrees", "seconds", "second"}


@dataclass(frozen=True)
class _Ambiguous:
    """A figure with both its readings."""

    start: int
    words: str
    readings: tuple[Decimal, Decimal]

    def __str__(self) -> str:
        """Return both readings in words."""
        small, large = self.readings
        return f"“{self.words}” can be read as {small:,} and as {large:,}"


def check_ambiguous_figures(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a problem for each figure that can be read in two ways, in a text or in what bears it."""
    if assertion.is_name:
        return
    borne = [found for text in assertion.supporting for found in ambiguous(text)]
    for text in assertion.texts:
        for found in ambiguous(text):
            hint = f"write {found.readings[0]:,} or {found.readings[1]:,}"
            yield _problem(assertion, text, found.start, f"{assertion.name}: {found}", hint)
        for number in find_quantities(text) if borne else ():
            value = number.quantity.number
            if source := next((found for found in borne if value in found.readings), None):
                said = text[number.start : number.number_end]
                message = f"{assertion.name}: “{said}”: the quote’s {source}"
                hint = "find out which it is, and quote a source that writes it plainly"
                yield _problem(assertion, text, number.start, message, hint)


def _problem(assertion: Assertion, text: str, start: int, message: str, hint: str) -> Problem:
    place = within(text, start, assertion.place)
    return Problem(place, message, hint, "ambiguous-figure", assertion.statement)


def ambiguous(text: str) -> Iterator[_Ambiguous]:
    """Yield each figure of a text that may have a decimal point or one that parts thousands."""
    if "." not in text[:-1] or not _FIGURE.search(text):
        return
    for found in find_quantities(text):
        figure = _FIGURE.search(text, found.start, found.number_end)
        if figure and _may_part_thousands(text, found, figure[0]):
            small = Decimal(figure[0]).normalize()
            yield _Ambiguous(
                figure.start(),
                figure[0],
                (Decimal(f"{small:f}"), Decimal(figure[0].replace(".", ""))),
            )


def _may_part_thousands(text: str, found: FoundQuantity, figure: str) -> bool:
    """Tell 40.000 trains from 3.141 metres, 1.459 euros a litre and 1.234 million."""
    unit = found.quantity.unit
    if found.quantity.scale != 1 or unit.type not in _UNITS:
        return False
    is_whole = unit.type is UnitType.COUNT and found.counted.lower() not in _WITH_DECIMALS
    is_price = unit.type is UnitType.CURRENCY and not _EACH.match(text, found.end)
    return figure.endswith("0") or is_whole or is_price


_UNITS = (UnitType.NUMBER, UnitType.COUNT, UnitType.CURRENCY, UnitType.PHYSICAL)
