"""A measured number keeps its measure: 54 metres are not 54 feet, 68 µg no 68 mg, 58 °C no 58 °F."""

from __future__ import annotations

import re
from decimal import Decimal

from briefbook.evidence.support import Assertion
from briefbook.language.en.counted import counted_after
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.values.units import Unit, UnitType, size_of

_SCALE_OF_DEGREES = re.compile(
    r"\s?°\s?(?P<sign>[CF])\b|(?:\sdegrees?|°)\s(?P<name>Celsius|Fahrenheit|centigrade)",
    re.IGNORECASE,
)


def other_measure(assertion: Assertion, text: str, number: FoundNumber) -> str:
    """Return the words of the evidence that have a number in another measure alone; empty where one has it in its own."""
    mine = _measure(text, number)
    if mine is None or number.unit not in ("", "°"):
        return ""
    there = [
        (other_measured, said, other)
        for said in assertion.supporting
        for other in find_numbers(said)
        if (other.value, other.to) == (number.value, number.to)
        and (other_measured := _measure(said, other)) is not None
    ]
    if any(measured == mine for measured, _, _ in there):
        return ""
    return next((_words(said, other) for _, said, other in there), "")


def _measure(text: str, number: FoundNumber) -> tuple[str, Decimal] | str | None:
    """Return what tells measures apart: what is measured and its size, or a unit's symbol; None of counts."""
    if number.unit == "°":
        scale = _SCALE_OF_DEGREES.match(text, number.end - (text[number.end - 1] in "°CF"))
        scale = scale or _SCALE_OF_DEGREES.search(text, number.start, number.end + _REACH)
        return (scale["sign"] or scale["name"][0]).upper() if scale else None
    counted = counted_after(text, number.end)
    unit = counted.unit if counted else Unit(UnitType.NUMBER)
    if unit.type is not UnitType.PHYSICAL:
        return None
    return size_of(unit) or unit.name


_REACH = 12


def _words(said: str, number: FoundNumber) -> str:
    counted = counted_after(said, number.end)
    return said[number.start : counted.end if counted else number.end + _REACH].strip()
