"""What the evidence has instead of a value or a name that it does not support."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import get_close_matches

_SHOWN = 6
"""Values that a hint lists at most."""


def nearest(words: str, there: Collection[str]) -> list[str]:
    """Return what the evidence has, the most alike first (`difflib.get_close_matches`)."""
    return get_close_matches(words, there, n=len(there) or 1, cutoff=0)


def first_few(words: Sequence[str]) -> str:
    """Return the first words of a list, and how many more there are."""
    more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
    return f"{', '.join(words[:_SHOWN])}{more}"
