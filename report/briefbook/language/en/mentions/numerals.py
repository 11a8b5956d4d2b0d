"""Numbers as prose writes them: 1,357 · 16.5 · twenty-one · one and a half · half a million."""

from __future__ import annotations

import re
from decimal import Decimal

_ONES = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split(),
        range(1, 20),
        strict=True,
    )
)
_TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
_SMALL = _ONES | _TENS
SCALES = {
    "hundred": 10**2, "dozen": 12, "k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6,
    "mil": 10**6, "mm": 10**6, "million": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9,
    "billion": 10**9, "tn": 10**12, "trn": 10**12, "trillion": 10**12, "lakh": 10**5,
    "crore": 10**7,
}  # fmt: skip

FIGURE = (
    r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)"
    r"|\d+(?:\.\d+|[¼½¾⅓⅔])?)"
)
"""A number in figures; a comma or point that ends a sentence is no part of it."""
_SMALL_WORD = (
    rf"(?:(?:{'|'.join(_TENS)})-(?:{'|'.join(list(_ONES)[:9])})"
    rf"|{'|'.join(sorted(_SMALL, key=len, reverse=True))})"
)
WORDS = (
    rf"\b(?:half\sa|{_SMALL_WORD}(?:\s(?:hundred|thousand)(?:\s(?:and\s)?{_SMALL_WORD})?)?"
    rf"(?:\sand\sa\s(?:half|quarter))?)"
)
"""A number in words, without its scale."""
SCALE_WORD = r"(?:hundred|dozen|thousand|million|billion|trillion|lakh|crore|mln|bln|mn|bn|tn|trn)"


_VULGAR = {
    "¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75"),
    "⅓": Decimal("0.333"), "⅔": Decimal("0.667"),
}  # fmt: skip


def figure_value(digits: str) -> Decimal:
    """Return the value of a number in figures: 1,357.5."""
    if digits[-1] in _VULGAR:
        return Decimal(digits[:-1]) + _VULGAR[digits[-1]]
    return Decimal(re.sub(r"[,\u00a0\u202f]", "", digits))


def word_value(words: str) -> Decimal:
    """Return the value of a number in words: twenty-one; one and a half; two hundred and six."""
    total = Decimal(0)
    text = words.lower()
    if text.startswith("half a"):
        return Decimal("0.5")
    text, _, part = text.partition(" and a ")
    fraction = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}.get(part, Decimal(0))
    for word in re.split(r"[\s-]+", text):
        if word in SCALES:
            total *= SCALES[word]
        elif word in _SMALL:
            total += _SMALL[word]
    return total + fraction


def numeral_value(text: str) -> Decimal:
    """Return the value of a number in figures or in words."""
    return figure_value(text) if text[0].isdigit() else word_value(text)


def scale_value(scale: str | None) -> int:
    """Return what a scale multiplies by: 1,000,000 for "million"; 1 for none."""
    return SCALES[scale.lower().rstrip(".")] if scale else 1


_APPROXIMATIONS = {
    "more than": "more than|greater than|larger than|at least|over|above|exceed(?:s|ed|ing)?|in excess of|"
                 "upwards? of|not less than|no less than|no fewer than|topp(?:ed|ing)|surpass(?:ed|ing)?|"
                 "well over|just over|a minimum of",
    "less than": "less than|fewer than|under|below|just under|short of",
    "up to": "up to|no more than|not more than|at most|as much as|as many as|a maximum of|as high as",
    "about": "about|around|approximately|approx\\.|some|roughly|nearly|almost|close to|an? estimated|"
             "estimated(?: at)?|circa|an average of|virtually|nearing|approaching|~|≈",
}  # fmt: skip
_APPROXIMATION = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<a{i}>{words})" for i, words in enumerate(_APPROXIMATIONS.values()))
    + r")\s?(?:(?:only|the|a)\s)?$",
    re.IGNORECASE,
)
_LOOK_BACK = 24
_OR_MORE = re.compile(r"\s?\+|[\s-](?:plus\b|or\smore\b)")


def approximation(text: str, start: int, end: int) -> str:
    """Return the reservation with which a number is given: `about`, `more than` …, or nothing."""
    match = _APPROXIMATION.search(text[max(0, start - _LOOK_BACK) : start])
    if match:
        return list(_APPROXIMATIONS)[int(str(match.lastgroup)[1:])]
    return "more than" if _OR_MORE.match(text, end) else ""
