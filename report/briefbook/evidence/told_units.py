"""Whether a text tells a formula's number of what the formula counts: kilometres of kilometres, years of years.

Measures and lengths of time have one name each, so another one is wrong. What is counted has many
(people, inhabitants), so an unrelated noun only asks for a look.
"""

from __future__ import annotations

import re

from briefbook.evidence.evaluation import OWN_COUNT
from briefbook.language.en.counted import are_counted_alike
from briefbook.language.en.quantities import FoundQuantity, find_quantities
from briefbook.language.en.related import (
    BEFALLS,
    EMPTY_WORDS,
    SAME,
    entry_of,
    is_person,
    relatedness,
)
from briefbook.language.en.stemmer import content_words, stem, words_of
from briefbook.values.quantity import Quantity
from briefbook.values.units import UnitType, size_of

SPANS = {
    name: plural
    for plural in ("years", "months", "weeks", "days", "decades")
    for name in (plural, plural.removesuffix("s"))
}
"""Lengths of time, each with its plural."""
_OF_NO_MEASURE = ("degrees", "degree", "units", "points", "times")


def quantity_at(literal: str, text: str) -> FoundQuantity | None:
    """Return the literal's quantity, with what it counts in its text; None where it has not one."""
    at = text.find(literal)
    end = at + len(literal)
    inside = [q for q in find_quantities(text) if at <= q.start and q.number_end <= end]
    found = inside if at >= 0 and inside else find_quantities(literal)
    return found[0] if len(found) == 1 else None


def in_unit_told(told: FoundQuantity | None, quantity: Quantity) -> Quantity | None:
    """Return a quantity in the measure that a text names: the same, or a power of ten of it; None for another one.

    Kilotonnes of tonnes; never miles of kilometres, ships of kilometres, or years of months.
    """
    unit, its = (told.quantity.unit if told else None), quantity.unit
    if told is None or unit is None or unit.type not in (UnitType.PHYSICAL, UnitType.COUNT):
        return quantity
    if its.name in SPANS:
        return quantity if SPANS.get(unit.name) == SPANS[its.name] else None
    is_within = set(told.counted.lower().split()) <= set(its.name.lower().split())
    if unit.name == its.name or is_within or quantity.what.startswith(OWN_COUNT):
        return quantity
    if unit.name in SPANS:
        return None
    if UnitType.PHYSICAL in (unit.type, its.type):
        return _in_measure(unit.name, told, quantity)
    return quantity


def _in_measure(name: str, told: FoundQuantity, quantity: Quantity) -> Quantity | None:
    """Return a quantity in another measure of the same thing, where only the place of the point changes."""
    if told.quantity.unit.type is UnitType.COUNT:
        return quantity if name.lower() in _OF_NO_MEASURE else None
    mine, its = size_of(told.quantity.unit), size_of(quantity.unit)
    if mine is None or its is None or mine[0] != its[0]:
        return None
    ratio = its[1] / mine[1]
    is_metric = ratio.normalize().as_tuple().digits == (1,)
    return quantity.with_number(quantity.number * ratio) if is_metric else None


_OF = re.compile(r"\sof\s(?:all\s|the\s|its\s|their\s)?(?P<whole>[A-Za-z][\w-]*(?:\s[a-z][\w-]*)?)")


def unlike_noun(literal: str, text: str, quantity: Quantity) -> str:
    """Return the noun by which a text counts what has another unit, where the two are not related; else nothing.

    “300 trucks” of an amount of ships, “71 percent of adults” of a series in percent of GDP.
    """
    told, its = quantity_at(literal, text), quantity.unit
    if told is None or quantity.what.startswith(OWN_COUNT) or not its.name:
        return ""
    if its.type is UnitType.PERCENT and told.quantity.unit.type is UnitType.PERCENT:
        match = _OF.match(text, told.number_end)
        said, wanted = (match["whole"] if match else ""), its.name.removeprefix("of ")
    elif UnitType.COUNT is its.type is told.quantity.unit.type and told.counted:
        said, wanted = told.counted, its.name
    else:
        return ""
    nouns = [word.stem for word in content_words(said) if word.lower not in EMPTY_WORDS]
    if not nouns or not all(entry_of(noun).senses for noun in nouns) or said.isupper():
        return ""
    others = {word.stem for word in words_of(wanted)} | {stem(wanted)}
    if any(not entry_of(other).senses for other in others if other not in nouns):
        return ""  # GDP, TEUs: nothing is known of what they are related to
    of_persons = _of_persons(said) and _of_persons(wanted)
    alike = of_persons or any(
        are_counted_alike(noun, other) or relatedness(noun, other) >= SAME
        for noun in nouns
        for other in others
    )
    return "" if alike else said


def _of_persons(noun: str) -> bool:
    """Tell whether a noun is of persons, or of what befalls one each: patients, deaths."""
    return any(is_person(word) or word.stem in BEFALLS for word in words_of(noun))
