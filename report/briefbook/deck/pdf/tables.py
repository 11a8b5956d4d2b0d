"""Tables of slides: the plan's columns and row heights, the cells set in the embedded faces."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.deck.layouts import Slot
from briefbook.deck.pdf.pen import Pen
from briefbook.deck.pdf.text import Line, set_lines, widest_word
from briefbook.deck.plan import Column, Table
from briefbook.deck.runs import cell_pieces, head_pieces
from briefbook.errors import DoesNotFit
from briefbook.frozen import dataclass
from briefbook.pdf.canvas import Artifact
from briefbook.pdf.structure import Attributes, Element, Words, scope
from briefbook.theme.deck import (
    BAND_GAP_PT,
    CELL_SIDE_PT,
    HEAD_GAP_PT,
    Ink,
    ascent,
    rgb,
)

_HEAD_RULE_PT, _HAIR_PT = 1.5, 0.75
_STEP_PT = 0.5
_LEAST = 0.7
"""Smallest type, as a share of the plan's."""
_TOLERANCE_PT = 0.5

_Cells = tuple[tuple[Line, ...], ...]


@dataclass(frozen=True)
class _Grid:
    """A table whose cells are lines."""

    size_pt: float
    head: _Cells
    rows: tuple[_Cells, ...]


def draw_table(pen: Pen, table: Table, slot: Slot, parent: Element, slide: str) -> None:
    """Draw a settled table in its slot; raises DoesNotFit where its words have no room."""
    grid = _settled(table, slot, slide)
    element = pen.element("Table", parent, attributes=_summary(table.alt))
    head = pen.element("TR", pen.element("THead", element))
    body = pen.element("TBody", element)
    y = slot.rect.y
    _draw_head(pen, table, grid, head, (slot.rect.x, y))
    y += table.row_heights_pt[0]
    _rule(pen, slot, y, _HEAD_RULE_PT, Ink.NAVY)
    for number, (cells, height) in enumerate(zip(grid.rows, table.row_heights_pt[1:], strict=True)):
        if slot.is_dense:
            _rule(pen, slot, y + height, _HAIR_PT, Ink.HAIR)
        else:
            gap = BAND_GAP_PT / 2
            top = y + (gap if number else _HEAD_RULE_PT / 2)
            with pen.beside(Artifact()):
                extent = slot.rect.w, y + height - gap - top
                pen.canvas.box((slot.rect.x, top), extent, fill=rgb(Ink.TINT))
        row = pen.element("TR", body)
        _draw_row(pen, table, grid, cells, row, (slot.rect.x, y + table.padding_pt))
        y += height


def _rule(pen: Pen, slot: Slot, y: float, weight: float, ink: Ink) -> None:
    with pen.beside(Artifact()):
        pen.canvas.rule((slot.rect.x, y), slot.rect.w, weight, rgb(ink))


def _draw_head(
    pen: Pen, table: Table, grid: _Grid, row: Element, corner: tuple[float, float]
) -> None:
    x, y = corner
    bottom = y + table.row_heights_pt[0] - HEAD_GAP_PT
    for column, lines in zip(table.columns, grid.head, strict=True):
        is_head = bool(column.header)
        cell = pen.element(
            "TH" if is_head else "TD", row, attributes=scope("Column") if is_head else ()
        )
        cell.take_place()
        top = bottom - sum(line.step for line in lines)
        pen.lines(lines, cell, (x + CELL_SIDE_PT, top), _right(column))
        x += column.width_pt


def _draw_row(
    pen: Pen, table: Table, grid: _Grid, cells: _Cells, row: Element, corner: tuple[float, float]
) -> None:
    """Draw cells whose first lines stand on one base line, whatever their face."""
    x, y = corner
    base = y + ascent(is_display=False) * grid.size_pt
    for column, lines in zip(table.columns, cells, strict=True):
        names = column.is_name and bool(lines)
        cell = pen.element("TH" if names else "TD", row, attributes=scope("Row") if names else ())
        cell.take_place()
        top = base - lines[0].base if lines else y
        pen.lines(lines, cell, (x + CELL_SIDE_PT, max(y, top)), _right(column))
        x += column.width_pt


def _right(column: Column) -> float:
    return column.width_pt - 2 * CELL_SIDE_PT if column.align == "right" else 0.0


def _summary(alt: str) -> Attributes:
    """Return what is said of a table before its cells are read."""
    return (("Table", {"Summary": Words(alt)}),)


# ── Sizes ────────────────────────────────────────────────────────────────────────────────────────


def _settled(table: Table, slot: Slot, slide: str) -> _Grid:
    """Return the table at the largest size, up to the plan's, at which every cell has room."""
    for size in _sizes(table.size_pt):
        grid = _grid(table, slot, size)
        if grid and _has_room(table, grid):
            return grid
    message = f"slide “{slide}”, printed: the table has no room for its words"
    raise DoesNotFit(message, hint="shorten its longest cells")


def _sizes(largest: float) -> Iterator[float]:
    size = largest
    while size >= _LEAST * largest:
        yield size
        size -= _STEP_PT


def _grid(table: Table, slot: Slot, size: float) -> _Grid | None:
    """Return the cells in lines; None where a word is wider than its column."""
    rows = []
    heads = tuple(head_pieces(column, is_dense=slot.is_dense) for column in table.columns)
    cells = [
        tuple(
            cell_pieces(cell, column, size) for cell, column in zip(row, table.columns, strict=True)
        )
        for row in table.rows
    ]
    for row in (heads, *cells):
        lines = []
        for pieces, column in zip(row, table.columns, strict=True):
            measure = column.width_pt - 2 * CELL_SIDE_PT
            if widest_word(pieces) > measure:
                return None
            lines.append(set_lines(pieces, measure))
        rows.append(tuple(lines))
    return _Grid(size, rows[0], tuple(rows[1:]))


def _has_room(table: Table, grid: _Grid) -> bool:
    heights = [
        max(sum(line.step for line in lines) for lines in cells)
        for cells in (grid.head, *grid.rows)
    ]
    rooms = (
        table.row_heights_pt[0] - HEAD_GAP_PT,
        *(height - table.padding_pt for height in table.row_heights_pt[1:]),
    )
    return all(need <= room + _TOLERANCE_PT for need, room in zip(heights, rooms, strict=True))
