"""Numbers that follow from a comparison: the half of “twice the estimate”, the other side of “twice as often the young”.

Each rule takes a number, the text that has it and the evidence, and returns the words that it follows from;
empty if it does not.
"""

from __future__ import annotations

import re
from decimal import Decimal

from briefbook.evidence.derived_sizes import is_said
from briefbook.evidence.readings import Evidence
from briefbook.language.en.numbers import FoundNumber
from briefbook.language.en.stemmer import words_of

_BETWEEN = 24
"""Characters between a value and what compares it."""
_OF_ANOTHER = re.compile(r"\s(?:the|that|what|its|their|as)\b", re.IGNORECASE)


def compared(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """What another is so many times of: 2.6 billion of “5.2 billion, twice the estimate”."""
    for said_in, said in evidence.numbers:
        for there, times in evidence.numbers:
            is_behind = there is said_in and 0 < times.start - said.end <= _BETWEEN
            if (
                is_behind
                and times.unit in ("×", "/")
                and times.value
                and _OF_ANOTHER.match(said_in, times.end)
                and said.is_of(number)
                and said.unit == number.unit
                and is_said(number, _other_of(said, times, said_in), text)
            ):
                return f"“{said_in[said.start : times.end]}”"
    return ""


def _other_of(said: FoundNumber, times: FoundNumber, text: str) -> Decimal:
    """Return twice the value behind “twice that”, and half of it behind “twice the estimate”."""
    is_of_this = _THIS.match(text, times.end) is not None
    return said.value * times.value if is_of_this else said.value / times.value


_THIS = re.compile(r"\s(?:that|this)\b(?!\s(?:of|in|for)\b.*\bthan)", re.IGNORECASE)
_AS = re.compile(r"\s(?:as|than)\s(?!many\b|much\b)", re.IGNORECASE)


_SIZE_OF = re.compile(
    r"\s(?:the|its|their)\s(?:size|area|number|amount|length|height|weight|depth|level|rate|price|cost|population|output)\sof\b"
)


def inverse(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """The other side of a comparison: the old half as often of “twice as often the young as the old”."""
    for said_in, said in evidence.numbers:
        halves = _AS.split(said_in[said.end :].split(".")[0])
        if size_of := _SIZE_OF.match(said_in, said.end):
            halves = [said_in[: said.start], said_in[size_of.end() :].split(".")[0]]
        if "×" not in (number.unit, said.unit) or len(halves) < 2 or not said.value:  # noqa: PLR2004
            continue
        if abs(number.value * said.value - 1) > Decimal("0.05"):
            continue
        one, other = _stems(halves[-2]), _stems(halves[-1])
        before, behind = _stems(text[: number.start]), _stems(text[number.end :])
        if before & (other - one) and behind & (one - other) and not behind & (other - one):
            return f"“{said_in[said.start : said.end]} … as {halves[-1].strip()}”"
    return ""


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words_of(text))
