"""Currencies by their codes of ISO 4217."""

from __future__ import annotations

import re
from functools import cache

COMMON_CURRENCIES = {
    "USD": ("$", "US dollars"), "EUR": ("€", "euros"), "GBP": ("£", "British pounds"), "JPY": ("¥", "Japanese yen"),
}  # fmt: skip
"""Symbols and plurals in English, as CLDR has them: to read CLDR itself takes longer than a page."""
_CODE = re.compile(r"[A-Z]{3}")


def is_currency(code: str) -> bool:
    """Tell whether a code is of ISO 4217."""
    return code in COMMON_CURRENCIES or (
        _CODE.fullmatch(code) is not None and code in currency_codes()
    )


@cache
def currency_codes() -> frozenset[str]:
    """Return the codes of all currencies of ISO 4217, past ones too."""
    from babel.numbers import list_currencies

    return frozenset(list_currencies())
