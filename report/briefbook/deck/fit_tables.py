"""Tables settled: column widths, size, row heights, and where a table goes on with another slide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefbook.deck.fit_columns import height_of_lines, lines_of_cell, settle_columns
from briefbook.deck.fit_text import row_does_not_fit
from briefbook.deck.layouts import Slot
from briefbook.deck.plan import Column, Table
from briefbook.deck.runs import cell_pieces, head_pieces
from briefbook.errors import DoesNotFit
from briefbook.theme.deck import (
    BLOCK_END_PT,
    DENSE_PADDING_PT,
    HEAD_GAP_PT,
    PADDING_PT,
)

STEP_PT = 0.5
_AIM_PT = 448.0
"""Where a table ends if its rows can be spread so far."""


@dataclass(frozen=True)
class _Grid:
    """A table at one size: what its rows need without padding."""

    columns: tuple[Column, ...]
    size_pt: float
    head: float
    rows: tuple[float, ...]
    has_broken_lines: bool
    """Whether a cell takes more than one line."""


def settle_table(table: Table, slot: Slot, bottom: float, slide: str) -> tuple[Table, ...]:
    """Return the table with all its sizes, in as many parts as it takes slides.

    `bottom` is where it must end. Raises DoesNotFit when it is too wide, or one row too high.
    """
    least, _ = DENSE_PADDING_PT if slot.is_dense else PADDING_PT
    room = bottom - slot.rect.y
    grids = []
    for size in _sizes(slot):
        columns = settle_columns(table, slot, size)
        if not columns:
            continue
        grid = _grid(table, columns, slot, size)
        if size > slot.size_pt and grid.has_broken_lines:
            continue
        if _height(grid, grid.rows, least) <= room:
            return (_spread(table, grid, slot, bottom),)
        grids.append(grid)
    if not grids:
        words = "”, “".join(column.header for column in table.columns)
        raise DoesNotFit(
            f"slide “{slide}”: the table with the columns “{words}” is too wide, even at {slot.floor_pt:g} pt",
            hint="shorten its longest words, or leave out a column",
        )
    return _split(table, grids, slot, bottom, slide)


def _sizes(slot: Slot) -> Iterator[float]:
    """Return the sizes to try, the largest first."""
    size = max(slot.ceiling_pt, slot.size_pt)
    while size >= slot.floor_pt:
        yield size
        size -= STEP_PT


def _split(
    table: Table, grids: list[_Grid], slot: Slot, bottom: float, slide: str
) -> tuple[Table, ...]:
    """Return the table in the fewest parts, at the largest size that needs no more."""
    least, _ = DENSE_PADDING_PT if slot.is_dense else PADDING_PT
    parts = [_parts(grid, bottom - slot.rect.y, least) for grid in grids]
    fewest = min((len(counts) for counts in parts if counts), default=0)
    if not fewest:
        rows = grids[-1].rows
        highest = max(range(len(rows)), key=rows.__getitem__)
        raise row_does_not_fit(slide, highest + 1, table.rows[highest])
    number = next(n for n, counts in enumerate(parts) if len(counts) == fewest)
    settled = []
    first = 0
    for count in parts[number]:
        end = first + count
        part = replace(table, rows=table.rows[first:end])
        grid = replace(grids[number], rows=grids[number].rows[first:end])
        settled.append(_spread(part, grid, slot, bottom))
        first = end
    return tuple(settled)


def _grid(table: Table, columns: tuple[Column, ...], slot: Slot, size: float) -> _Grid:
    heads = [head_pieces(column, is_dense=slot.is_dense) for column in columns]
    head = max(
        height_of_lines(lines_of_cell(pieces, column, columns))
        for pieces, column in zip(heads, columns, strict=True)
    )
    cells = [
        [
            lines_of_cell(cell_pieces(cell, column, size), column, columns)
            for cell, column in zip(row, columns, strict=True)
        ]
        for row in table.rows
    ]
    is_broken = any(len(lines) > 1 for row in cells for lines in row)
    rows = tuple(max(map(height_of_lines, row)) for row in cells)
    return _Grid(columns, size, head + HEAD_GAP_PT + 2, rows, is_broken)


def _height(grid: _Grid, rows: tuple[float, ...], padding: float) -> float:
    return grid.head + sum(rows) + 2 * padding * len(rows)


def _spread(table: Table, grid: _Grid, slot: Slot, bottom: float) -> Table:
    """Return the table with its rows spread so that it ends level with other slides."""
    least, most = DENSE_PADDING_PT if slot.is_dense else PADDING_PT
    aim = min(bottom, max(_AIM_PT, BLOCK_END_PT[0])) - slot.rect.y
    text = _height(grid, grid.rows, 0)
    padding = (aim - text) / (2 * max(1, len(grid.rows)))
    room = (bottom - slot.rect.y - text) / (2 * max(1, len(grid.rows)))
    padding = min(max(padding, least), most, room)
    padding = int(padding * 4) / 4
    heights = (grid.head, *(row + 2 * padding for row in grid.rows))
    return replace(
        table,
        columns=grid.columns,
        size_pt=grid.size_pt,
        padding_pt=padding,
        row_heights_pt=tuple(round(height, 2) for height in heights),
    )


def _parts(grid: _Grid, room: float, padding: float) -> tuple[int, ...]:
    """Return how many rows go on each slide, as evenly as their heights allow; () if one is too high."""
    if any(_height(grid, (row,), padding) > room for row in grid.rows):
        return ()
    count = len(_filled(grid, room, padding))
    # The lowest limit that needs no more slides gives the most even parts.
    low, high = room / 2, room
    for _ in range(12):
        middle = (low + high) / 2
        is_possible = all(_height(grid, (row,), padding) <= middle for row in grid.rows)
        if is_possible and len(_filled(grid, middle, padding)) == count:
            high = middle
        else:
            low = middle
    return _filled(grid, high, padding)


def _filled(grid: _Grid, room: float, padding: float) -> tuple[int, ...]:
    """Return how many rows go on each slide when each is filled up to `room`."""
    counts: list[int] = []
    used = 0.0
    for row in grid.rows:
        height = row + 2 * padding
        if counts and used + height <= room:
            counts[-1] += 1
            used += height
        else:
            counts.append(1)
            used = grid.head + height
    return tuple(counts)
