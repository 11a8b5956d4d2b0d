"""Where several tables stand under each other without a line between them, and one ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_LEAST = 2
"""Rows that a table has below its heads."""
_DIGITS = re.compile(r"\d")
_YEAR = re.compile(r"(?:FY\s?)?(?:1[89]|20)\d\d(?:[–/-]\d{2,4})?\*?")


def parts_of(rows: Sequence[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Return where the tables of some rows begin and end: new heads begin one, and so does another count of cells."""
    starts = [0]
    for n in range(1, len(rows)):
        above, below = rows[starts[-1] : n], rows[n:]
        if _has_body(above) and (_heads_anew(above, below) or _changes(above, below)):
            starts.append(n)
    return [*zip(starts, [*starts[1:], len(rows)], strict=True)]


def _has_body(rows: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether rows are a table by themselves, with figures in it."""
    return sum(map(_counts, rows)) >= _LEAST


def _counts(row: tuple[str, ...]) -> bool:
    """Tell whether a row holds figures beside its name: more than years."""
    return any(_DIGITS.search(cell) and not _YEAR.fullmatch(cell.strip()) for cell in row[1:])


def _heads_anew(above: Sequence[tuple[str, ...]], below: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether a row heads those below it, as none does within a table whose rows count."""
    first, *rest = below
    if _DIGITS.search("".join(c for c in first if not _YEAR.fullmatch(c.strip()))):
        return False
    behind = rest[:_LEAST]
    fits = all(len(row) - len(first) in (0, 1) for row in behind)
    is_body = all(map(_counts, above[-_LEAST:]))
    return len(behind) == _LEAST and all(map(_counts, behind)) and fits and is_body


def _changes(above: Sequence[tuple[str, ...]], below: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether no row has as many cells any more as most had so far, while others agree on another count."""
    usual, often = Counter(map(len, above[-_LEAST * 2 :])).most_common(1)[0]
    now = len(below[0])
    return (
        often >= _LEAST
        and now != usual
        and all(len(row) != usual for row in below)
        and sum(len(row) == now for row in below) > max(_LEAST, len(below) // 2)
        and len(above[-1]) == usual
    )
