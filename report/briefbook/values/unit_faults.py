"""Words of a unit that are no unit: scales misspelt or shortened, and money that is no code of ISO 4217.

Without these a series in `USD miillion` would count things of that name, a million times too few.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from briefbook.errors import Hinted
from briefbook.values.currencies import COMMON_CURRENCIES, is_currency


class UnknownUnit(Hinted):
    """Words that are no unit; `hint` says what to write instead."""


SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
"""The words by which the model scales a number, the smallest first."""
TABLE_SCALES = {"hundred": 100, "lakh": 10**5, "crore": 10**7, **SCALES}
"""In a table's unit they may be plural: millions of ships."""
_SHORT = {
    "thousand": "k th thsd tsd 000 000s",
    "million": "mn mio mln",
    "billion": "bn bln mrd mld milliard milliards",
    "trillion": "tn trn",
}
"""What tables write for a scale."""
_SHORT_OF_MONEY = {
    "thousand": "t thou", "million": "m mm mil mill", "billion": "b md mia", "trillion": "",
}  # fmt: skip
"""What they write beside money alone: “t CO2” are tonnes, “mm rain” millimetres."""
_LONG = {short: scale for scale, each in _SHORT.items() for short in each.split()}
_LONG_OF_MONEY = _LONG | {s: scale for scale, each in _SHORT_OF_MONEY.items() for s in each.split()}
_ENDS_AS_ONE = re.compile(r"[a-z]+illi(?:on|ard)s?", re.IGNORECASE)
_LIKE_ONE = frozenset(
    "bullion minion pavilion pillion cotillion vermillion vermilion medallion stallion battalion "
    "rebellion bouillon galleon".split()
)
"""Nouns that are spelt much like a scale."""
_MAY_BE_ONE = re.compile(r"(?:thous|tous|thau)\w*|\w+(?:on|oin|ino|ions)s?")
_ALIKE = 0.8
"""From which likeness, of 1, a word is held for a scale misspelt."""
_NAMES = {
    "RMB": "CNY", "STG": "GBP", "UKP": "GBP", "NIS": "ILS", "SDR": "XDR", "NTD": "TWD", "CFA": "XOF or XAF",
    "ECU": "XEU", "US$": "USD", "CA$": "CAD", "AU$": "AUD", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "NZ$": "NZD", "R$": "BRL",
    "S$": "SGD", "₹": "INR", "₽": "RUB", "₴": "UAH", "₺": "TRY", "₩": "KRW", "₪": "ILS",
    **{sign: code for code, (sign, _) in COMMON_CURRENCIES.items()},
}  # fmt: skip
"""What tables write for a currency, and its code."""
_COUNTED = frozenset(
    "TEU FEU FTE DWT GRT CGT BTU IDP LNG LPG NGO SME UAV MEP PHD ATM CPU GPU KWH".split()
)
"""Words of three capitals that are counted or measured, and no currency."""
_EVERYDAY = frozenset(
    "usd eur gbp jpy chf cny inr rub tjs kzt uzs kgs afn pkr bdt cad aud nzd sgd hkd nok dkk pln czk huf".split()
)
"""Codes that are no English word in small letters."""
_GLUED = re.compile(r"([a-z]{0,4}?|[KMBT])([A-Z]{3})([a-z]{0,4}|[KMBT])")
_SIGN = re.compile(r"([A-Z]{0,3}[$€£¥₹₽₴₺₩₪])[A-Za-z]{0,3}")
_CODE = re.compile(r"[A-Z]{3}")


def refuse_faults(head: Sequence[str], text: str) -> None:
    """Raise UnknownUnit for words that say money or a scale wrongly; known scales are taken off before."""
    for word in head:
        if code := _currency_meant(word):
            write = (
                f"write {code}, and a scale as a word: {code} million"
                if _CODE.fullmatch(code)
                else f"write {code}"
            )
            raise UnknownUnit(f"“{text}”: “{word}” is no code of ISO 4217", write)
    money = next((word for word in head if is_currency(word)), "")
    other = next((word for word in head if word != money), "")
    if money and other:
        hint = f"write {money}, or {money} thousand, million, billion or trillion; say what is measured in measure:"
        if scale := _scale_meant(other, _LONG_OF_MONEY):
            hint = f"write {money} {scale}"
        raise UnknownUnit(f"“{text}”: “{other}” beside {money} is no scale", hint)
    if len(head) > 1 and (scale := _scale_meant(head[0], _LONG)):
        noun = " ".join(head[1:]).removeprefix("of ")
        raise UnknownUnit(f"“{text}”: “{head[0]}” is no scale", f"write {scale} {noun}")
    if len(head) == 1 and _CODE.fullmatch(head[0]) and head[0] not in _COUNTED and not money:
        hint = (
            "write a code of ISO 4217, such as USD, EUR or TJS; of what is counted or measured, its words, "
            f"or the plural: {head[0]}s"
        )
        raise UnknownUnit(f"“{head[0]}” is no currency of ISO 4217", hint)


def _currency_meant(word: str) -> str:
    """Return the code that a sign, small letters or a code with its scale stand for; empty for none."""
    if word in _NAMES:
        return _NAMES[word]
    if word.lower() in _EVERYDAY and not word.isupper():
        return word.upper()
    if sign := _SIGN.fullmatch(word):
        return _NAMES.get(sign[1], "the code of ISO 4217")
    glued = _GLUED.fullmatch(word)
    if not glued or not is_currency(glued[2]):
        return ""
    around = {part.lower() for part in (glued[1], glued[3]) if part}
    is_plural = around == {"s"} and glued[2].lower() in _EVERYDAY
    return glued[2] if around and (is_plural or around <= _LONG_OF_MONEY.keys()) else ""


def _scale_meant(word: str, short: Mapping[str, str]) -> str:
    """Return the scale that a word shortens or misspells; empty for another word."""
    small = word.lower().strip(".'’")
    if small in short:
        return short[small]
    one = small.removesuffix("s")
    if one in _LIKE_ONE:
        return ""
    near = get_close_matches(one, SCALES, n=1, cutoff=_ALIKE) if _MAY_BE_ONE.fullmatch(one) else []
    return next(iter(near), "million or billion" if _ENDS_AS_ONE.fullmatch(small) else "")
