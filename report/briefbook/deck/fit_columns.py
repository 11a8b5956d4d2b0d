"""Widths of table columns: as the plan wants them, no word broken, and no line more than needed."""

from __future__ import annotations

from functools import cached_property

from briefbook.deck.measure import Line, widest_word, wrap
from briefbook.deck.placeholders import Slot
from briefbook.deck.plan import Column, Table
from briefbook.deck.runs import TextRun, cell_pieces, head_pieces
from briefbook.frozen import replace
from briefbook.theme.deck import CELL_SIDE_PT

_ENDLESS = 1e6
_ROUNDS = 4
_TRIED = 3
"""How many of the next wider widths are tried for each column in each round."""
_WORTH_PT = 1.0
_MANY_ROWS = 24
"""Beyond so many rows one line more or less is nothing, and the search would take long."""


def lines_of_cell(
    pieces: tuple[TextRun, ...], column: Column, *, is_widest: bool = False
) -> tuple[Line, ...]:
    """Return the lines of a cell in a column of settled width."""
    return wrap(pieces, column.width_pt - 2 * CELL_SIDE_PT, is_widest=is_widest)


def height_of_lines(lines: tuple[Line, ...]) -> float:
    """Return the height of a cell's lines."""
    return sum(line.step for line in lines)


def settle_columns(table: Table, slot: Slot, size: float) -> tuple[Column, ...]:
    """Return the columns scaled to the slot, no word broken; () where the longest have no room.

    Width that one column does not need goes to those whose cells it saves from a second line.
    """
    cells = _Cells(table, slot, size)
    if sum(cells.needed) > slot.rect.w:
        return ()
    scale = slot.rect.w / sum(column.width_pt for column in table.columns)
    widths = _shared([column.width_pt * scale for column in table.columns], cells.needed)
    natural = [max(column) for column in cells.natural]
    widths = _shared(widths, [max(pair) for pair in zip(cells.needed, natural, strict=True)])
    if len(table.rows) <= _MANY_ROWS:
        widths = _improved(widths, cells)
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


class _Cells:
    """A table's cells at one size, and how high its rows are for given widths."""

    def __init__(self, table: Table, slot: Slot, size: float) -> None:
        """Cut the cells into pieces, column by column."""
        self.gaps = [2 * CELL_SIDE_PT] * len(table.columns)
        self.columns = [
            [cell_pieces(row[n], column, size) for row in table.rows]
            for n, column in enumerate(table.columns)
        ]
        self.heads = [head_pieces(column, is_dense=slot.is_dense) for column in table.columns]
        self._heights: dict[tuple[int, float], list[float]] = {}

    @cached_property
    def needed(self) -> list[float]:
        """The least width of each column: its longest word."""
        return [
            max(map(widest_word, [*cells, head])) + gap + 0.5
            for cells, head, gap in zip(self.columns, self.heads, self.gaps, strict=True)
        ]

    @cached_property
    def natural(self) -> list[list[float]]:
        """For each column the widths at which its cells and head take one line."""
        return [
            sorted(wrap(c, _ENDLESS)[0].width + gap + 0.5 for c in [*cells, head])
            for cells, head, gap in zip(self.columns, self.heads, self.gaps, strict=True)
        ]

    def total(self, widths: list[float]) -> float:
        """Return the height of all rows."""
        columns = [self._column(n, width) for n, width in enumerate(widths)]
        rows: list[tuple[float, ...]] = list(zip(*columns, strict=True))
        return sum(max(row) for row in rows)

    def _column(self, n: int, width: float) -> list[float]:
        key = (n, round(width, 2))
        if key not in self._heights:
            inner = width - self.gaps[n]
            self._heights[key] = [height_of_lines(wrap(cell, inner)) for cell in self.columns[n]]
        return self._heights[key]


def _improved(widths: list[float], cells: _Cells) -> list[float]:
    """Return widths after moves from one column to another, as long as rows get lower by them."""
    best, least = widths, cells.total(widths)
    for _ in range(_ROUNDS):
        moves = [
            _moved(best, to, giver, given)
            for to, own in enumerate(best)
            for given in _wanted(cells.natural[to], own)
            for giver in range(len(best))
            if giver != to and best[giver] - given >= cells.needed[giver]
        ]
        totals = [cells.total(move) for move in moves]
        if not totals or min(totals) > least - _WORTH_PT:
            return best
        least = min(totals)
        best = moves[totals.index(least)]
    return best


def _moved(widths: list[float], to: int, giver: int, given: float) -> list[float]:
    moved = list(widths)
    moved[to] += given
    moved[giver] -= given
    return moved


def _wanted(natural: list[float], own: float) -> list[float]:
    """Return how much wider a column must be for one, two or three more cells on one line."""
    return [width - own for width in natural if width > own][:_TRIED]
