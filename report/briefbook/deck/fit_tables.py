"""Tables settled: column widths, size, row heights, and where a table goes on with another slide."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.deck.design import design
from briefbook.deck.fit_columns import height_of_lines, lines_of_cell, settle_columns
from briefbook.deck.fit_text import row_does_not_fit, sizes_of
from briefbook.deck.layouts import Slot
from briefbook.deck.plan import Column, Table
from briefbook.deck.runs import cell_pieces, head_pieces
from briefbook.errors import DoesNotFit
from briefbook.frozen import dataclass, replace
from briefbook.theme.deck import (
    CELL_BELOW_PT,
    DENSE_PADDING_PT,
    HEAD_GAP_PT,
    PADDING_PT,
)

_AIM_PT = -92.0
"""Where a table ends if its rows can be spread so far, from the foot of the slide."""


@dataclass(frozen=True)
class _Grid:
    """A table at one size: what its rows need without padding."""

    columns: tuple[Column, ...]
    size_pt: float
    head: float
    rows: tuple[float, ...]
    """Heights in the deck's own typefaces."""
    widest_rows: tuple[float, ...]
    """Heights in the widest stand-ins, for which there must be room."""


def settle_table(table: Table, slot: Slot, bottom: float, slide: str) -> tuple[Table, ...]:
    """Return the table with all its sizes, in as many parts as it takes slides.

    `bottom` is where it must end. Raises DoesNotFit when it is too wide, or one row too high.
    """
    least, _ = DENSE_PADDING_PT if slot.is_dense else PADDING_PT
    room = bottom - slot.rect.y
    grids = []
    for size in sizes_of(slot):
        columns = settle_columns(table, slot, size)
        if not columns:
            continue
        grid = _grid(table, columns, slot, size)
        if _height(grid, least) <= room:
            return (_spread(table, grid, slot, bottom),)
        grids.append(grid)
    if not grids:
        words = "”, “".join(column.header for column in table.columns)
        raise DoesNotFit(
            f"slide “{slide}”: the table with the columns “{words}” is too wide, even at {slot.floor_pt:g} pt",
            hint="shorten its longest words, or leave out a column",
        )
    return _split(table, grids, slot, bottom, slide)


def _split(
    table: Table, grids: list[_Grid], slot: Slot, bottom: float, slide: str
) -> tuple[Table, ...]:
    """Return the table in the fewest parts, at the largest size that needs no more."""
    least, _ = DENSE_PADDING_PT if slot.is_dense else PADDING_PT
    parts = [_parts(grid, bottom - slot.rect.y, least) for grid in grids]
    fewest = min((len(counts) for counts in parts if counts), default=0)
    if not fewest:
        rows = grids[-1].widest_rows
        highest = max(range(len(rows)), key=rows.__getitem__)
        raise row_does_not_fit(slide, highest + 1, table.rows[highest])
    number = next(n for n, counts in enumerate(parts) if len(counts) == fewest)
    settled = []
    first = 0
    for count in parts[number]:
        end = first + count
        part = replace(table, rows=table.rows[first:end])
        whole = grids[number]
        grid = replace(whole, rows=whole.rows[first:end], widest_rows=whole.widest_rows[first:end])
        settled.append(_spread(part, grid, slot, bottom))
        first = end
    return tuple(settled)


def _grid(table: Table, columns: tuple[Column, ...], slot: Slot, size: float) -> _Grid:
    heads = [head_pieces(column, is_dense=slot.is_dense) for column in columns]
    head = max(
        # A machine may lack a template's faces: its heads have room in the widest stand-in, too.
        height_of_lines(lines_of_cell(pieces, column, is_widest=bool(design().foreign)))
        for pieces, column in zip(heads, columns, strict=True)
    )
    rows, widest = (
        tuple(
            max(
                height_of_lines(
                    lines_of_cell(cell_pieces(cell, column, size), column, is_widest=wide)
                )
                for cell, column in zip(row, columns, strict=True)
            )
            for row in table.rows
        )
        for wide in (False, True)
    )
    return _Grid(columns, size, head + HEAD_GAP_PT + 2, rows, widest)


def _height(grid: _Grid, padding: float) -> float:
    """Return the height of a table in the stand-ins in which it is highest."""
    return grid.head + sum(_row_heights(grid, padding))


def _row_heights(grid: _Grid, padding: float) -> Iterator[float]:
    for row, widest in zip(grid.rows, grid.widest_rows, strict=True):
        yield max(row + 2 * padding, widest + padding + min(padding, CELL_BELOW_PT))


def _spread(table: Table, grid: _Grid, slot: Slot, bottom: float) -> Table:
    """Return the table with its rows spread so that it ends level with other slides."""
    least, most = DENSE_PADDING_PT if slot.is_dense else PADDING_PT
    aim = min(bottom, design().height_pt + _AIM_PT) - slot.rect.y
    padding = (aim - grid.head - sum(grid.rows)) / (2 * max(1, len(grid.rows)))
    padding = int(min(max(padding, least), most) * 4) / 4
    while padding > least and _height(grid, padding) > bottom - slot.rect.y:
        padding -= 0.25
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
    heights = tuple(_row_heights(grid, padding))
    if any(grid.head + height > room for height in heights):
        return ()
    count = len(_filled(grid.head, heights, room))
    # The lowest limit that needs no more slides gives the most even parts.
    low, high = room / 2, room
    for _ in range(12):
        middle = (low + high) / 2
        is_possible = all(grid.head + height <= middle for height in heights)
        if is_possible and len(_filled(grid.head, heights, middle)) == count:
            high = middle
        else:
            low = middle
    return _filled(grid.head, heights, high)


def _filled(head: float, heights: tuple[float, ...], room: float) -> tuple[int, ...]:
    """Return how many rows go on each slide when each is filled up to `room`."""
    counts: list[int] = []
    used = 0.0
    for height in heights:
        if counts and used + height <= room:
            counts[-1] += 1
            used += height
        else:
            counts.append(1)
            used = head + height
    return tuple(counts)
