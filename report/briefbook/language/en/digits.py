"""Digits in every dress as plain ones: full-width, Arabic-Indic, circled, raised and lowered."""

from __future__ import annotations

import re
import unicodedata

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED = re.compile(r"[⁰¹²³⁴-⁹₀-₉]+")


def plain_digits(text: str) -> str:
    """Return a text of the same length with its digits as 0 to 9: ４０, ٤٠ and ④⓪ become 40.

    Raised and lowered digits stay where they belong to a word or a number: km², CO₂, 10⁶.
    """
    odd = {char for char in set(text) if char > "\x7f" and char.isdigit()}
    if not odd:
        return text
    kept: set[int] = set()
    for match in RAISED.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if before.isdigit() or (before.isalpha() and match[0] in "²³₀₁₂₃₄₅₆₇₈₉"):
            kept.update(range(*match.span()))
    return "".join(
        str(unicodedata.digit(char)) if char in odd and at not in kept else char
        for at, char in enumerate(text)
    )


def lower_case(text: str) -> str:
    """Return a text in small letters, of the same length."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)
