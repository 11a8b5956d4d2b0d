"""Tables that plain text sets with spaces: lines that leave the same places free."""

from __future__ import annotations

from itertools import pairwise

_LEAST_LINES, _LEAST_GAP = 4, 2
_MOST_COLUMNS = 12
_FILLED, _COUNTED = 0.8, 0.6
"""Share of lines that have most cells, and of those with a figure behind their name."""


def spaced_rows(told: str) -> list[tuple[tuple[str, ...], int, int]]:
    """Return the cells of each line of a paragraph, and where it begins and ends; none where it is no table."""
    lines: list[tuple[str, int]] = []
    at = 0
    for line in told.split("\n"):
        if line.strip():
            lines.append((line, at))
        at += len(line) + 1
    if len(lines) < _LEAST_LINES or "\t" in told:
        return []
    cuts = _gaps([line for line, _ in lines])
    if not 0 < len(cuts) < _MOST_COLUMNS:
        return []
    rows = []
    for line, start in lines:
        ends = [0, *cuts, len(line)]
        cells = tuple(" ".join(line[a:b].split()) for a, b in pairwise(ends))
        rows.append((cells, start + len(line) - len(line.lstrip()), start + len(line.rstrip())))
    return rows if _is_table([cells for cells, _, _ in rows]) else []


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
