"""Sums of money and counts as mentions of facts: those quantities of a passage that tell something.

A bare number, an ordinal, "three countries" and "dozens of trucks" are quantities of the grammar,
but no facts to brief with.
"""

from __future__ import annotations

import re
from decimal import Decimal

from briefbook.language.en.currencies import is_code
from briefbook.language.en.mentions.mention import EntityType, Mention, Money, Quantity
from briefbook.language.en.mentions.money import basis_of, purpose_of
from briefbook.language.en.number_words import Form
from briefbook.language.en.quantities import FRACTION, FoundQuantity, find_quantities
from briefbook.values.quantity import Bound
from briefbook.values.units import UnitType

_APPROXIMATIONS = {
    Bound.MORE_THAN: "more than", Bound.AT_LEAST: "more than", Bound.LESS_THAN: "less than",
    Bound.UP_TO: "up to", Bound.ABOUT: "about",
}  # fmt: skip
_SIGNS = {UnitType.PERCENT: "%", UnitType.PERCENTAGE_POINT: "%", UnitType.MULTIPLE: "×"}
_TRIVIAL = frozenset(
    "countries sides states parties republics governments nations presidents leaders others times".split()
)
_TRIVIAL_MOST = 3
_SKIPPED_BEFORE = re.compile(
    r"(?:\b(?:Resolutions?|Res\.|Nos?\.|№|#|§|Sections?|Sec\.|Articles?|Art\.|pages?|pp?\.|Room|Flight|Boeing|Airbus|Law|Chapter"
    r"|Exhibit|Table|Figure|Tel\.?|phone|Box|Route|Highway|Phase|Title|Part|Annex|Type|Model|Group|Level|Tier|Volume|Vol\."
    r"|Order|[Nn]umber|Channel)|[A-Z]\.[A-Z]?\.?)\s$"
)
_LOOK_BACK = 16


def find_quantity_facts(text: str, taken: list[tuple[int, int]]) -> list[Mention]:
    """Return the sums of money and the quantities of a text outside of what dates take, in order."""
    facts = []
    for found in find_quantities(text):
        if any(start < found.end and found.start < end for start, end in taken):
            continue
        if found.quantity.unit.type is UnitType.CURRENCY:
            facts.append(_money(text, found))
        elif value := _quantity(text, found):
            quote = text[found.start : found.end]
            facts.append(Mention(EntityType.QUANTITY, quote, found.start, found.end, value))
    return facts


def _money(text: str, found: FoundQuantity) -> Mention:
    said, start, end = found.quantity, found.start, found.number_end
    value = Money(
        said.number,
        said.unit.name if is_code(said.unit.name) else "",
        said.to,
        _APPROXIMATIONS.get(said.bound, ""),
        basis_of(text, start, end),
        purpose_of(text, start, end),
    )
    return Mention(EntityType.MONEY, text[start:end], start, end, value)


def _quantity(text: str, found: FoundQuantity) -> Quantity | None:
    """Return what a mention says; None where it is no fact."""
    said = found.quantity
    number, to, bound = said.number, said.to, _APPROXIMATIONS.get(said.bound, "")
    if said.unit == FRACTION:
        return Quantity(round(number * 100, 1), "%", to and round(to * 100, 1), bound)
    if sign := _SIGNS.get(said.unit.type):
        return Quantity(number, sign, to, bound)
    if not found.counted or found.form is Form.VAGUE or _is_trivial(found.counted, number):
        return None
    if _SKIPPED_BEFORE.search(text[max(0, found.start - _LOOK_BACK) : found.start]):
        return None
    return Quantity(number, found.counted, to, bound)


def _is_trivial(counted: str, number: Decimal) -> bool:
    return counted.lower() in _TRIVIAL and number <= _TRIVIAL_MOST
