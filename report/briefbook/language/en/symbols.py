"""Symbols for what prose writes out: SO2 for sulfur dioxide, M4.4 for a magnitude of 4.4."""

from __future__ import annotations

import re

_WRITTEN_OUT = {
    "so2": r"sul(?:ph|f)ur dioxide", "co2": r"carbon dioxide|carbon emissions?", "ch4": "methane", "n2o": "nitrous oxide",
    "no2": "nitrogen dioxide", "h2s": r"hydrogen sul(?:ph|f)ide", "o3": "ozone", "nh3": "ammonia", "h2": "hydrogen",
    "h2o": "water", "pm2": r"fine (?:particles|particulates?|dust)",
}  # fmt: skip
_LETTER_BEFORE = re.compile(r"(?P<letter>M[wLs]?|Mag)(?P<n>\d+(?:\.\d+)?)")
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


def is_written_out(symbol: str, texts: tuple[str, ...]) -> bool:
    """Tell whether some texts write a symbol out."""
    name = symbol.translate(_LOWERED)
    pattern = _WRITTEN_OUT.get(name.lower(), "")
    if match := _LETTER_BEFORE.fullmatch(name):
        pattern = rf"magnitudes?\b[^.;]{{0,20}}\b{re.escape(match['n'])}(?![\d.]*\d)"
    return bool(pattern) and any(
        re.search(rf"\b(?:{pattern})", text, re.IGNORECASE) for text in texts
    )
