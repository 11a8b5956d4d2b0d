"""Amounts of money as both documents print them."""

from __future__ import annotations

from decimal import Decimal

_SCALES = (
    (Decimal(10**9), "billion", "B"),
    (Decimal(10**6), "million", "M"),
    (Decimal(10**3), "thousand", "K"),
)


def long_money(usd: Decimal) -> str:
    """Return an amount as prose prints it: $36 million, $16.5 million, $400 thousand."""
    for scale, word, _ in _SCALES:
        if abs(usd) >= scale:
            return f"${_plain(usd / scale)} {word}"
    return f"${_plain(usd)}"


def short_money(usd: Decimal) -> str:
    """Return an amount as charts and big numbers print it: $36M, $16.5M."""
    for scale, _, letter in _SCALES:
        if abs(usd) >= scale:
            return f"${_plain(usd / scale)}{letter}"
    return f"${_plain(usd)}"


def _plain(number: Decimal) -> str:
    """Return a number without trailing zeros or exponent, with commas for thousands."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
