"""Numbers in English text: counts, amounts of money, percentages, in figures or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from briefbook.language.en.dates import find_dates, find_days


@dataclass(frozen=True)
class FoundNumber:
    """A number in a text: `value` in whole units, `unit` as below, and where it stands."""

    start: int
    end: int
    value: Decimal
    unit: str
    """An ISO 4217 code for money, `%`, `×` for multiples ("tripled"), `th` for ordinals, or empty."""
    bound: str = ""
    """`+` for "more than", `-` for "up to", `~` for "about"; empty for the number itself."""
    precision: Decimal = Decimal(0)
    """The value of one unit of the last digit written: 100,000 for $16.5 million."""


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
_ORDINALS = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(),
        range(1, 11),
        strict=True,
    )
)
_SCALES = {
    "hundred": 100, "thousand": 1_000, "k": 1_000, "million": 10**6, "mln": 10**6, "m": 10**6,
    "mn": 10**6, "billion": 10**9, "bln": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12,
}  # fmt: skip
_CURRENCIES = {"$": "USD", "US$": "USD", "U.S.$": "USD", "USD": "USD", "€": "EUR", "EUR": "EUR",
               "£": "GBP", "GBP": "GBP", "¥": "JPY"}  # fmt: skip
_CURRENCY_WORDS = {"dollar": "USD", "euro": "EUR", "pound": "GBP", "somoni": "TJS",
                   "ruble": "RUB", "rouble": "RUB", "yen": "JPY", "yuan": "CNY"}  # fmt: skip
_MULTIPLES = {"doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4}
_BOUNDS = {
    "+": "more than|at least|over|above|exceeding|in excess of|upwards of|not less than",
    "-": "up to|no more than|less than|fewer than|under|at most",
    "~": "about|around|approximately|some|roughly|nearly|almost|an estimated|estimated",
}
_BOUND = re.compile(
    r"\b(?:" + "|".join(f"(?P<b{i}>{words})" for i, words in enumerate(_BOUNDS.values())) + r")\s$",
    re.IGNORECASE,
)
_BOUND_LOOK_BACK = 16

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORD = (
    "(?:" + "|".join(sorted([*_TENS, *_ONES], key=len, reverse=True)) + ")"
    "(?:-(?:" + "|".join(list(_ONES)[:9]) + "))?"
)
_SCALE = r"(?:hundred|thousand|million|billion|trillion|mln|bln|mn|bn)"
_NUMBER = re.compile(
    rf"(?P<cur>U\.S\.\$|US\$|USD\s?|EUR\s?|GBP\s?|[$€£¥])?\s?"
    rf"(?<![\w.])(?P<sign>[−+-](?=\d))?(?P<n>{_DIGITS}|\b{_WORD}\b)"
    rf"(?:[\s-]?(?P<s>{_SCALE}|[mbkMBK](?!\w)))?"
    rf"(?:(?P<pct>\s?%|\s?per\s?cent\b)|[\s-](?:(?:US|U\.S\.|American)\s)?"
    rf"(?P<w>dollar(?=s)|euro(?=s)|pound(?=s)|somoni|rouble(?=s)|ruble(?=s)|yen|yuan)s?\b)?",
    re.IGNORECASE,
)
_MULTIPLE = re.compile(rf"\b(?P<m>{'|'.join(_MULTIPLES)})\b", re.IGNORECASE)
_ORDINAL = re.compile(
    rf"\b(?:(?P<w>{'|'.join(_ORDINALS)})|(?P<n>\d+)(?:st|nd|rd|th))\b", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def find_numbers(text: str) -> tuple[FoundNumber, ...]:
    """Return every number in a text that is no part of a date, in order."""
    full = find_dates(text)
    dates = [(date.start, date.end) for date in full]
    dates += [(day.start, day.end) for day in find_days(text, full)]
    found = [
        number
        for number in (*_plain(text), *_multiples(text), *_ordinals(text))
        if not any(start < number.end and number.start < end for start, end in dates)
    ]
    return tuple(sorted(found, key=lambda number: number.start))


def number_word(word: str) -> int:
    """Return the value of a number word such as `twenty-one`; raises KeyError for others."""
    tens, _, ones = word.lower().partition("-")
    return (_TENS[tens] if tens in _TENS else _ONES[tens]) + (_ONES[ones] if ones else 0)


def _plain(text: str) -> Iterator[FoundNumber]:
    for match in _NUMBER.finditer(text):
        digits = match["n"]
        if _is_part_of_a_name(text, match):
            continue
        is_figure = digits[0].isdigit()
        unit = _unit(match)
        if not is_figure and digits.lower() == "one" and not match["s"] and not unit:
            continue  # mostly a pronoun: "one passage", "one of them"
        value = Decimal(digits.replace(",", "")) if is_figure else Decimal(number_word(digits))
        step = Decimal(1).scaleb(value.as_tuple().exponent) if is_figure else Decimal(1)  # type: ignore[arg-type]
        scale = _SCALES[match["s"].lower()] if match["s"] else 1
        sign = -1 if match["sign"] in ("-", "−") else 1
        start = match.start() if match["cur"] else match.start("sign" if match["sign"] else "n")
        end = match.end()
        yield FoundNumber(start, end, sign * value * scale, unit, _bound(text, start), step * scale)


def _is_part_of_a_name(text: str, match: re.Match[str]) -> bool:
    """Tell model designations such as 737-900ER or C5+1 from numbers."""
    digits, end = match["n"], match.end("n")
    if not digits[0].isdigit() or match["s"] or match["cur"]:
        return False
    before, after = text[max(0, match.start("n") - 2) : match.start("n")], text[end : end + 2]
    glued_after = bool(re.match(r"[A-Za-z]|-[A-Z\d]", after)) and not re.match(
        "(?i)st|nd|rd|th", after
    )
    return glued_after or bool(re.search(r"\w[-+]$|[A-Za-z]$", before))


def _unit(match: re.Match[str]) -> str:
    if match["cur"]:
        return _CURRENCIES[match["cur"].strip().upper()]
    if match["w"]:
        return _CURRENCY_WORDS[match["w"].lower()]
    return "%" if match["pct"] else ""


def _bound(text: str, start: int) -> str:
    match = _BOUND.search(text[max(0, start - _BOUND_LOOK_BACK) : start])
    if not match:
        return ""
    return next(sign for i, sign in enumerate(_BOUNDS) if match.group(f"b{i}") is not None)


def _multiples(text: str) -> Iterator[FoundNumber]:
    for match in _MULTIPLE.finditer(text):
        value = Decimal(_MULTIPLES[match["m"].lower()])
        yield FoundNumber(
            match.start(), match.end(), value, "×", _bound(text, match.start()), Decimal(1)
        )


def _ordinals(text: str) -> Iterator[FoundNumber]:
    for match in _ORDINAL.finditer(text):
        value = _ORDINALS[match["w"].lower()] if match["w"] else int(match["n"])
        yield FoundNumber(match.start(), match.end(), Decimal(value), "th", "", Decimal(1))
