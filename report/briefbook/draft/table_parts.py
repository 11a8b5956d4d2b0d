"""Where several tables stand under each other without a line between them, or beside each other, and one ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_LEAST = 2
"""Rows that a table has below its heads."""
_WIDEST, _LEVEL = 5, 3
"""Columns of tables that stand beside each other, and rows that they share at least."""
_NAME = re.compile(r"(?=.*[^\W\d_]{2})[^\d%]*(?:\d[^\d%]{3,}.*)?")
_FIGURE = re.compile(
    r"(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3}\s)?\s?[-–−(]?[$€£¥]?\d[\d,. ]*(?:\s?%)?\)?[*†]?|[-–—]"
)
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


def beside(rows: Sequence[tuple[str, ...]]) -> list[list[tuple[int, tuple[str, ...]]]]:
    """Return tables that stand beside each other, each as the numbers of its rows with their cells; one where there is one.

    “Spain | 268 | Spain | 153”: a name and its figures, again and again in most rows.
    """
    for width in range(2, _WIDEST + 1):
        held = [_repeats(row, width) for row in rows]
        count = Counter(n for n in held if n > 1).most_common(1)
        if not count or sum(n >= count[0][0] for n in held) < max(_LEVEL, 0.6 * len(rows)):
            continue
        starts = [at * width for at in range(count[0][0])]
        return [
            [
                (n, row[at : at + width])
                for n, row in enumerate(rows)
                if held[n] * width > at
                or (len(row) >= len(starts) * width and not _DIGITS.search("".join(row)))
            ]
            for at in starts
        ]
    return [[*enumerate(rows)]]


def _repeats(row: tuple[str, ...], width: int) -> int:
    """Return how often a row has a name and then figures, from its beginning on."""
    count = 0
    for at in range(0, len(row) - width + 1, width):
        name, *figures = row[at : at + width]
        if not _NAME.fullmatch(name.strip()) or not all(
            _FIGURE.fullmatch(f.strip()) for f in figures
        ):
            break
        count += 1
    return count


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
