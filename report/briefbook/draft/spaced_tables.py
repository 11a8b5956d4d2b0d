"""Tables that plain text sets with spaces: lines that leave the same places free."""

from __future__ import annotations

import re
from itertools import pairwise

EMPTY = "–"
"""What stands for a cell that a line leaves free."""
_LEAST_LINES, _LEAST_GAP = 4, 2
_MOST_COLUMNS, _MOST_HEADS = 12, 2
"""Columns, and lines of heads that may stand across them or have lost the free place above the names."""
_WIDEST = 400
"""Letters of a line that a table may have."""
_GAP = re.compile(r" {2,}")
_TWO = re.compile(r"\d[%)*]? {2,}[$€£(–−-]{0,2}\d")
_FILLED, _COUNTED = 0.8, 0.6
"""Share of lines that have most cells, and of those with a figure behind their name."""


def spaced_rows(told: str) -> list[tuple[tuple[str, ...], int, int]]:
    """Return the cells of each line of a paragraph, and where it begins and ends; none where it is no table.

    Each line has as many as the others, but for heads of several columns, a name alone and what has none.
    """
    lines: list[tuple[str, int]] = []
    at = 0
    for line in told.split("\n"):
        if line.strip():
            lines.append((line, at))
        at += len(line) + 1
    if "\t" in told or max((len(line) for line, _ in lines), default=0) > _WIDEST:
        return []
    for top in range(min(_MOST_HEADS + 1, len(lines) - _LEAST_LINES + 1)):
        cuts = _gaps([line for line, _ in lines[top:]])
        if not 0 < len(cuts) < _MOST_COLUMNS:
            continue
        pieces = [
            [line[a:b] for a, b in pairwise((0, *cuts, len(line)))] for line, _ in lines[top:]
        ]
        cells = [tuple(" ".join(piece.split()) for piece in line) for line in pieces]
        # Two figures in one cell: a head above lies across the place that parts them.
        if any(_TWO.search(piece) for line in pieces for piece in line) or not _is_table(cells):
            continue
        above = [tuple(_GAP.split(line.strip())) for line, _ in lines[:top]]
        if any(len(heads) == 1 for heads in above):
            continue  # a sentence
        spans = ((at + len(x) - len(x.lstrip()), at + len(x.rstrip())) for x, at in lines)
        shown = (*above, *_shown(cells, has_heads=not top))
        return [(told, low, high) for told, (low, high) in zip(shown, spans, strict=True)]
    return []


def _shown(rows: list[tuple[str, ...]], *, has_heads: bool) -> list[tuple[str, ...]]:
    """Return rows with a dash for each empty cell; heads of several columns, a name alone and what has none are their words."""
    found = []
    for n, cells in enumerate(rows):
        words = tuple(filter(None, cells))
        below = rows[n + 1] if n + 1 < len(rows) else ()
        # “Men | Women” above “Name | 2018 | 2019 | 2018 | 2019” heads several columns; a corner may be free.
        is_over = has_heads and n == 0 and len(words) < len(cells) - 1 and all(below)
        is_alone = len(words) < 2 or not (cells[0] or (has_heads and n == 0))  # noqa: PLR2004
        rest = (cell or EMPTY for cell in cells[1:])
        found.append(words if is_over or is_alone else (cells[0], *rest))
    return found


def _gaps(lines: list[str]) -> list[int]:
    """Return where columns begin: behind places, two at least, that all lines leave free."""
    width = max(map(len, lines))
    free = [all(line[x : x + 1] in ("", " ") for line in lines) for x in range(width)]
    first = min(len(line) - len(line.lstrip()) for line in lines)
    cuts, run = [], 0
    for x in range(first, width):
        if free[x]:
            run += 1
            continue
        if run >= _LEAST_GAP:
            cuts.append(x)
        run = 0
    return cuts


def _is_table(rows: list[tuple[str, ...]]) -> bool:
    """Tell whether most lines have their cells, and figures behind their names."""
    filled = sum(2 * sum(map(bool, cells)) > len(cells) and bool(cells[0]) for cells in rows)
    counted = sum(any(map(str.isdigit, "".join(cells[1:]))) for cells in rows)
    return filled >= _FILLED * len(rows) and counted >= _COUNTED * len(rows)
