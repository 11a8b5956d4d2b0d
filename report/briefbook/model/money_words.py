"""Units and quantities of the model: money has a code, so that a currency's name is nothing that is counted."""

from __future__ import annotations

from briefbook.language.en import currencies
from briefbook.values.quantity import Quantity, parse_quantity
from briefbook.values.unit_faults import UnknownUnit
from briefbook.values.units import ScaledUnit, Unit, UnitType, parse_unit


def read_unit(text: str) -> ScaledUnit:
    """Return a unit, as `parse_unit` does; raises UnknownUnit for somoni, Swiss francs or pence too."""
    found = parse_unit(text)
    _refuse_names(found.unit, text)
    return found


def read_quantity(text: str) -> Quantity:
    """Return a quantity, as `parse_quantity` does; raises UnknownUnit for 14 million somoni too."""
    found = parse_quantity(text)
    _refuse_names(found.unit, text)
    return found


def _refuse_names(unit: Unit, text: str) -> None:
    if unit.type is not UnitType.COUNT:
        return
    *before, last = unit.name.split()
    word = currencies.word_of(last.lower()) or currencies.word_of(unit.name.lower())
    if not word or (currencies.is_everyday(word) and not before):
        return
    adjective = "" if word in unit.name.lower() and " " in word else " ".join(before)
    if adjective and not currencies.is_adjective(adjective):
        return
    code = currencies.hundredth(word) or currencies.named(word, adjective)
    known = code if currencies.is_code(code) else "a code of ISO 4217, such as USD, EUR or TJS"
    raise UnknownUnit(f"“{text}” is money: “{unit.name}”", f"write its code: {known}")
