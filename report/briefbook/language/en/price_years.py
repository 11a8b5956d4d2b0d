"""Years whose prices money is told in: constant 2024 dollars, in 2024 US dollars, at 2020 prices."""

from __future__ import annotations

import re
from collections.abc import Iterator

_YEAR = r"(?:19|20)\d\d"
OF_MONEY = r"\s(?:[A-Z]{2}\s|[A-Z][a-z]+\s)?(?:dollars|euros?|pounds|yen)"
"""Behind such a year: 2024 “ US dollars”."""
_PRICE_YEAR = re.compile(
    # “constant 2024”, “prices of 2020”; “2020 prices”; “in 2024 US dollars”, where “paid 2024 dollars” is a sum
    rf"\b(?i:constant|prices\s+of)\s+(?P<after>{_YEAR})\b|\b(?P<before>{_YEAR})\s+(?i:prices)\b"
    rf"|(?:\b(?i:in|at)\s|\()(?P<money>{_YEAR}){OF_MONEY}\b"
)


def price_years(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield each year whose prices a text tells sums in, with the words that say so."""
    for match in _PRICE_YEAR.finditer(text):
        yield match[match.lastgroup or 0], match
