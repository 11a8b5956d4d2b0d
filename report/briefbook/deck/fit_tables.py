"""Tables settled: column widths, size, row heights, and where a table goes on with another slide."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefbook.deck.fit_text import row_does_not_fit
from briefbook.deck.layouts import Slot
from briefbook.deck.measure import line_height, widest_word, wrap
from briefbook.deck.pieces import Piece, cell_pieces, head_pieces
from briefbook.deck.plan import Column, Table
from briefbook.errors import DoesNotFit
from briefbook.theme.deck import (
    BLOCK_END_PT,
    CELL_GAP_PT,
    CELL_SLACK,
    DENSE_PADDING_PT,
    HEAD_GAP_PT,
    PADDING_PT,
    SLACK,
)

STEP_PT = 0.5
_ENDLESS = 1e6
_AIM_PT = 448.0
"""Where a table ends if its rows can be spread so far."""


@dataclass(frozen=True)
class _Grid:
    """A table at one size: what its rows need without padding."""

    columns: tuple[Column, ...]
    size_pt: float
    head: float
    rows: tuple[float, ...]


def settle_table(table: Table, slot: Slot, bottom: float, slide: str) -> tuple[Table, ...]:
    """Return the table with all its sizes, in as many parts as it takes slides.

    `bottom` is where it must end. Raises DoesNotFit when a single row is too high for a slide.
    """
    least, _ = DENSE_PADDING_PT if slot.is_dense else PADDING_PT
    room = bottom - slot.rect.y
    grids = _grids(table, slot)
    for grid in grids:
        if _height(grid, grid.rows, least) <= room:
            return (_spread(table, grid, slot, bottom),)
    parts = {grid.size_pt: _parts(grid, room, least) for grid in grids}
    fewest = min((len(found) for found in parts.values() if found), default=0)
    if not fewest:
        rows = grids[-1].rows
        highest = max(range(len(rows)), key=rows.__getitem__)
        raise row_does_not_fit(slide, highest + 1, table.rows[highest])
    grid = next(grid for grid in grids if len(parts[grid.size_pt]) == fewest)
    settled = []
    first = 0
    for count in parts[grid.size_pt]:
        end = first + count
        part = replace(table, rows=table.rows[first:end])
        settled.append(_spread(part, replace(grid, rows=grid.rows[first:end]), slot, bottom))
        first = end
    return tuple(settled)


def _grids(table: Table, slot: Slot) -> list[_Grid]:
    """Return the table measured at every allowed size, the largest first."""
    grids = []
    size = table.size_pt or slot.size_pt
    while size >= slot.floor_pt:
        columns = _columns(table, slot, size)
        if columns:
            grids.append(_grid(table, columns, slot, size))
        size -= STEP_PT
    if not grids:
        words = " ".join(column.header for column in table.columns)
        raise DoesNotFit(
            f"a table with the columns {words} is too wide for its slot “{slot.name}”, even at {slot.floor_pt:g} pt",
            hint="shorten its longest words, or leave out a column",
        )
    return grids


def _grid(table: Table, columns: tuple[Column, ...], slot: Slot, size: float) -> _Grid:
    heads = [head_pieces(column, is_dense=slot.is_dense) for column in columns]
    head = max(
        _cell_height(pieces, column, columns) for pieces, column in zip(heads, columns, strict=True)
    )
    rows = tuple(
        max(
            _cell_height(cell_pieces(cell, column, size), column, columns)
            for cell, column in zip(row, columns, strict=True)
        )
        for row in table.rows
    )
    return _Grid(columns, size, head + HEAD_GAP_PT + 2, rows)


def gap_after(column: Column, columns: tuple[Column, ...]) -> float:
    """Return the clear width to the right of a column."""
    return 0.0 if column is columns[-1] else CELL_GAP_PT


def _cell_height(pieces: tuple[Piece, ...], column: Column, columns: tuple[Column, ...]) -> float:
    width = column.width_pt - gap_after(column, columns)
    return sum(line.step for line in wrap(pieces, width, CELL_SLACK)) or line_height(
        is_display=False
    )


def _columns(table: Table, slot: Slot, size: float) -> tuple[Column, ...]:
    """Return the columns scaled to the slot; () where their longest words have no room.

    No column is narrower than its longest word, and width that one does not need goes to those
    whose cells it saves from a second line.
    """
    needed, natural = [], []
    for index, column in enumerate(table.columns):
        cells = [cell_pieces(row[index], column, size) for row in table.rows]
        cells.append(head_pieces(column, is_dense=slot.is_dense))
        gap = gap_after(column, table.columns) + 0.5
        needed.append(max(map(widest_word, cells)) * SLACK + gap)
        natural.append(max(wrap(cell, _ENDLESS)[0].width for cell in cells) * CELL_SLACK + gap)
    if sum(needed) > slot.rect.w:
        return ()
    scale = slot.rect.w / sum(column.width_pt for column in table.columns)
    widths = [column.width_pt * scale for column in table.columns]
    widths = _shared(widths, needed)
    widths = _shared(widths, [max(pair) for pair in zip(needed, natural, strict=True)])
    rounded = [round(width, 2) for width in widths]
    rounded[-1] = round(slot.rect.w - sum(rounded[:-1]), 2)
    return tuple(
        replace(column, width_pt=width)
        for column, width in zip(table.columns, rounded, strict=True)
    )


def _shared(widths: list[float], wanted: list[float]) -> list[float]:
    """Return widths after those with more than they want have given to those with less.

    The smallest wants are met first; one that cannot be met in full gets nothing.
    """
    spare = [max(0.0, width - want) for width, want in zip(widths, wanted, strict=True)]
    lacking = {
        n: want - width
        for n, (width, want) in enumerate(zip(widths, wanted, strict=True))
        if want > width
    }
    given = dict.fromkeys(lacking, 0.0)
    left = sum(spare)
    for n in sorted(lacking, key=lambda n: (lacking[n], n)):
        if lacking[n] <= left:
            given[n] = lacking[n]
            left -= lacking[n]
    taken = sum(given.values()) / sum(spare) if sum(spare) else 0.0
    return [
        width - own * taken + given.get(n, 0.0)
        for n, (width, own) in enumerate(zip(widths, spare, strict=True))
    ]


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
