"""A measured number keeps its measure: 54 metres are not 54 feet, 68 µg no 68 mg, 58 °C no 58 °F."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefbook.errors import Problem, Severity
from briefbook.evidence.derivations import evidence_of
from briefbook.evidence.spans import told_duration
from briefbook.evidence.support import Assertion
from briefbook.language.en.counted import counted_after
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.model.locations import within
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
    words = next((_words(said, other) for _, said, other in there), "")
    compound = _COMPOUND.match(text, number.end)  # the twelve-mile zone of 12 nautical miles
    return "" if compound and compound["noun"] in words else words


_COMPOUND = re.compile(r"-(?P<noun>[a-z]+)\b")


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


def of_another_unit(assertion: Assertion, text: str, number: FoundNumber, said: str) -> Problem:
    """Return the problem of a number that the evidence has by another unit."""
    told = told_duration(text, number, is_each=True) or counted_after(text, number.end)
    words = text[number.start : told.end if told else number.end]
    return Problem(
        within(text, number.start, assertion.place),
        f"{assertion.name}: nothing in its evidence supports “{words}”: source says “{said}”",
        "name what the source counts", "unit", assertion.statement,
        Severity.ERROR if assertion.is_factual else Severity.WARNING,
    )  # fmt: skip


_LENGTH = re.compile(
    r"\b(?:t(?:ook|akes?|aken|aking)|last(?:s|ed|ing)?|for|within|after|over)\s(?:(?:about|almost|nearly|over|more than|less than|just|only)\s)?"
    r"(?:an?|one|the\s(?:past|last))\s(?P<unit>hour|day|week|fortnight|month|year|decade|century)\b(?!\s(?:of|or|and)\b)",
    re.IGNORECASE,
)
"""“took a fortnight”, “for a year”"""
_UNITS = (" hour", " day", " week", " fortnight", " month", " year", " decade", " century")


def check_lengths(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Yield a warning for a length of one that the evidence tells by another unit alone: a week of “took a fortnight”."""
    for told in _LENGTH.finditer(text) if any(unit in text for unit in _UNITS) else ():
        there = [match for said in assertion.supporting for match in _LENGTH.finditer(said)]
        if not there or any(match["unit"].lower() == told["unit"].lower() for match in there):
            continue
        evidence = evidence_of(assertion)
        if not evidence.durations and len(evidence.points) < _TWO:
            message = f"nothing in its evidence supports “{told[0]}”: source says “{there[0][0]}”"
            yield Problem(
                within(text, told.start(), assertion.place), f"{assertion.name}: {message}",
                "say how long as the source does", "unit", assertion.statement, Severity.WARNING,
            )  # fmt: skip


_TWO = 2
"""Dates that make a length of time of their own."""
