"""Number formats of spreadsheets worked out: what a program prints for a value.

A code has up to three parts, for positive values, negative ones and zero. Only what charts need is
read: words in quotes, and one number such as `#,##0.0` with a comma at its end for each thousand.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from briefbook.localization import localized_number

# "$"#,##0.0,,"M"
_PART = re.compile(
    r'(?:"(?P<before>[^"]*)")?(?P<number>(?P<group>#,##)?0(?:\.(?P<places>0+))?(?P<thousands>,*))'
    r'(?:"(?P<after>[^"]*)")?'
)
# "0"
_WORDS = re.compile(r'"(?P<words>[^"]*)"')
_PARTS = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')


def formatted(value: Decimal, code: str) -> str:
    """Return what a format prints for a value; raises ValueError for a code that is not known."""
    parts = _PARTS.split(code)
    sign = (value > 0) - (value < 0)
    number = {1: 0, -1: 1, 0: 2}[sign]
    is_own = number < len(parts)
    part = parts[number] if is_own else parts[0]
    if words := _WORDS.fullmatch(part):
        return words["words"]
    match = _PART.fullmatch(part)
    if not match:
        raise ValueError(f"the number format {code} is not known")
    scaled = abs(value) / Decimal(1000) ** len(match["thousands"])
    rounded = scaled.quantize(Decimal(1).scaleb(-len(match["places"] or "")), ROUND_HALF_UP)
    digits = localized_number(f"{rounded:,f}" if match["group"] else f"{rounded:f}")
    minus = "-" if sign < 0 and not is_own else ""
    return f"{minus}{match['before'] or ''}{digits}{match['after'] or ''}"
