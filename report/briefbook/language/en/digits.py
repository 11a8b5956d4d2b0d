"""Digits in every dress as plain ones: full-width, Arabic-Indic, circled, raised, lowered; symbols and letters written out: SO2."""

from __future__ import annotations

import re
import unicodedata

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED = re.compile(r"[⁰¹²³⁴-⁹₀-₉]+")
_WRITTEN_OUT = {
    "so2": r"sul(?:ph|f)ur dioxide", "co2": r"carbon dioxide|carbon emissions?", "ch4": "methane", "n2o": "nitrous oxide",
    "no2": "nitrogen dioxide", "h2s": r"hydrogen sul(?:ph|f)ide", "o3": "ozone", "nh3": "ammonia", "h2": "hydrogen",
    "h2o": "water", "pm2": r"fine (?:particles|particulates?|dust)",
}  # fmt: skip
_LETTER_BEFORE = re.compile(r"(?P<letter>M[wLs]?|Mag)(?P<n>\d+(?:\.\d+)?)")
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


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


def is_written_out(symbol: str, texts: tuple[str, ...]) -> bool:
    """Tell whether some texts write a symbol out: sulfur dioxide for SO2, a magnitude of 4.4 for M4.4."""
    name = symbol.translate(_LOWERED)
    pattern = _WRITTEN_OUT.get(name.lower(), "")
    if match := _LETTER_BEFORE.fullmatch(name):
        pattern = rf"magnitudes?\b[^.;]{{0,20}}\b{re.escape(match['n'])}(?![\d.]*\d)"
    return bool(pattern) and any(
        re.search(rf"\b(?:{pattern})", text, re.IGNORECASE) for text in texts
    )


_LETTERS = re.compile(r"[A-Z]{3,6}(?:[’']?s)?")


def is_spelled_out(letters: str, texts: tuple[str, ...]) -> bool:
    """Tell whether some texts have a term in small words that letters stand for: “gross domestic product” for GDP."""
    if not _LETTERS.fullmatch(letters):
        return False
    words = (rf"{letter}[a-z]+" for letter in re.sub("[^A-Z]", "", letters).lower())
    small = r"(?:[\s-]|\s(?:and|for|in|of|on|the|to|with)\s(?:the\s)?)"
    pattern = re.compile(rf"\b{small.join(words)}\b", re.IGNORECASE)
    return any(pattern.search(text) for text in texts)
