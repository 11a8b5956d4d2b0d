"""Counts that a text tells behind their whole: “Of 60 members, 34 voted for it”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefbook.language.en.numbers import FoundNumber, find_numbers

_OF_WHOLE = re.compile(
    r"(?:^|[(“]|[,;:]\s)of\s(?:(?:the|its|all|their|these)\s){0,2}$", re.IGNORECASE
)
_LONGEST = 60


def parts_of_wholes(sentence: str) -> Iterator[tuple[FoundNumber, FoundNumber]]:
    """Yield the counts that a sentence tells behind their whole, with it: 34 of “Of 60 members, 34 voted”."""
    numbers = [n for n in find_numbers(sentence) if not n.unit and n.to is None]
    for whole, part in pairwise(numbers):
        between = sentence[whole.end : part.start]
        is_of = _OF_WHOLE.search(sentence[: whole.start]) and len(between) <= _LONGEST
        if is_of and "," in between and ";" not in between and 0 < part.value < whole.value:
            yield part, whole
