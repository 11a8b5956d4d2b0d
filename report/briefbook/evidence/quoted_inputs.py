"""What a formula takes from the quotes of its statement: `quoted("£74 million")`, `named("China", "Peru")`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefbook.evidence.formula_grammar import BadFormula
from briefbook.frozen import replace
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.stemmer import STOP_WORDS, words_of
from briefbook.values.dates import MONTHS
from briefbook.values.quantity import Quantity
from briefbook.values.units import NUMBER, PERCENT, PERCENTAGE_POINT, Unit, UnitType


def quoted_quantity(words: str, quotes: Sequence[str]) -> Quantity:
    """Return the quantity that some words of the quotes say; raises BadFormula where they have not these words, or not one."""
    words = " ".join(words.split())
    if not any(words in " ".join(quote.split()) for quote in quotes):
        raise BadFormula(
            f"no quote of the statement has “{words}”", "copy the words from the quote"
        )
    found = find_numbers(words)
    if len(found) != 1 or found[0].to is not None:
        raise BadFormula(f"“{words}” is not one quantity")
    unit = replace(_unit_of(found[0].unit), per=found[0].per)
    return Quantity(found[0].value, unit, what=f"“{words}”")


def _unit_of(found: str) -> Unit:
    """Return the unit of a number found in a text."""
    if found == "%":
        return PERCENT
    if found == "pp":
        return PERCENTAGE_POINT
    return NUMBER if found in ("", "th", "×", "/") else Unit(UnitType.CURRENCY, found)


def count_names(names: Sequence[str], quotes: Sequence[str]) -> int:
    """Return how many names there are; raises BadFormula for one that no quote has, has within another, or that names nobody."""
    text = " ".join(" ".join(quotes).split())
    for name in names:
        if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            raise BadFormula(f"no quote of the statement names “{name}”")
    if len(set(names)) < len(names):
        raise BadFormula("named() has a name twice")
    for name in names:
        others = (other for other in names if other != name)
        if within := next((o for o in others if re.search(rf"\b{re.escape(name)}\b", o)), ""):
            raise BadFormula(f"“{name}” is a part of “{within}”, and counts once")
        if not _is_member(name):
            raise BadFormula(
                f"“{name}” is no name of a member", "give the members as the quotes name them"
            )
    return len(names)


def _is_member(name: str) -> bool:
    """Tell whether words can name one of several: no month, no number, no word that only joins others."""
    return name not in MONTHS and any(
        word.lower not in STOP_WORDS and word.text.isalpha() for word in words_of(name)
    )
