"""Numbers that follow from words and signs of the evidence: the second stage of “secondary”, –3% of “3 percent less”.

Each rule takes a number, the text that has it and the evidence, and returns the words that it follows from;
empty if it does not.
"""

from __future__ import annotations

import re
from decimal import Decimal

from briefbook.evidence.derived_ratios import DOWN, UP, is_multiple
from briefbook.evidence.readings import Evidence
from briefbook.language.en.numbers import FoundNumber

_AROUND = 40

_ORDINALS = {
    1: r"primary|maiden|debut(?:ed)?|inaugural",
    2: r"secondary|re-?elect(?:ed|ion)|runner-up|follow-up",
    3: "tertiary",
}


def by_another_word(number: FoundNumber, _: str, evidence: Evidence) -> str:
    """An ordinal that the evidence says in a word of its own: a second stage of “secondary treatment”."""
    words = _ORDINALS.get(int(number.value)) if number.unit == "th" else None
    if words is None:
        return ""
    pattern = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    return next((f"“{m[0]}”" for said in evidence.texts if (m := pattern.search(said))), "")


_BOTH = re.compile(r"\b(?:both|pair|couple|twin|bilateral|neither|each other)\b", re.IGNORECASE)
_TWO = 2


def by_both(number: FoundNumber, _: str, evidence: Evidence) -> str:
    """Two of what the evidence calls both: “the two sides” of “both sides”."""
    if number.unit or number.value != _TWO or number.to is not None:
        return ""
    return next((f"“{m[0]}”" for said in evidence.texts if (m := _BOTH.search(said))), "")


_SIGN = ("-", "–", "−", "+")


def signed(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A change with its sign, as cells and headings have it: –3% of “3 percent less”."""
    words = text[number.start : number.end]
    if not words.startswith(_SIGN) or words.startswith("+"):
        return ""
    for said_in, said in evidence.numbers:
        if said.value == -number.value and said.unit == number.unit:
            near = said_in[max(0, said.start - _AROUND) : said.end + _AROUND]
            if DOWN.search(near) and not UP.search(near):
                return f"“{said_in[said.start : said.end]}”, a fall"
    return ""


_RATIO_NAMED = re.compile(r"\b(?:ratio|odds|risk|factor|multipl\w+)\b[^.;]{0,16}$", re.IGNORECASE)


def named_ratio(number: FoundNumber, _: str, evidence: Evidence) -> str:
    """A multiple that the evidence gives as a bare ratio: four times of “odds ratio = 4.2”."""
    if number.unit != "×":
        return ""
    for said_in, said in evidence.numbers:
        is_ratio = not said.unit and said.value and _RATIO_NAMED.search(said_in[: said.start])
        if is_ratio and is_multiple(number, said.value):
            return f"“{said_in[said.start : said.end]}”"
    return ""


_MEDIAN = re.compile(r"\bmedian\b", re.IGNORECASE)


def by_median(number: FoundNumber, _: str, evidence: Evidence) -> str:
    """Half of what has a median: as many are below it as above."""
    is_half = number.unit == "/" and number.value == Decimal("0.5")
    return next(("“median”" for said in evidence.texts if is_half and _MEDIAN.search(said)), "")
