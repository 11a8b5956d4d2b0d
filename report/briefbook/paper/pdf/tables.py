"""Tables: no vertical rules, a head that repeats, rows that stay whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import assert_never

from briefbook.errors import DoesNotFit
from briefbook.frozen import dataclass, replace
from briefbook.localization import decimal_mark
from briefbook.paper.pdf.boxes import TOLERANCE, Box, HBox, Resized
from briefbook.paper.pdf.inline import base_pen
from briefbook.paper.pdf.texts import text_box
from briefbook.paper.plan import Column, Group, Table
from briefbook.paper.plan import Row as PlanRow
from briefbook.pdf.canvas import PAGE_NUMBER, Canvas
from briefbook.pdf.structure import Attributes, Element, scope
from briefbook.text import Text, plain
from briefbook.theme import paper as theme
from briefbook_figures import palette

_FEWEST = 2
"""Rows that stand on a page at least, where there are more."""
_WHOLE_PT = 180.0
"""A table that is no taller is not parted: a quarter of a page."""


@dataclass(frozen=True)
class _Cut:
    """The types and paddings of one kind of table."""

    head: theme.Type
    cell: theme.Type
    name: theme.Type
    group: theme.Type
    above: float
    below: float


_FULL = _Cut(
    theme.TABLE_HEAD,
    theme.TABLE_CELL,
    theme.TABLE_NAME,
    theme.TABLE_GROUP,
    theme.CELL_ABOVE,
    theme.CELL_BELOW,
)
_COMPACT = _Cut(
    theme.COMPACT_HEAD,
    theme.COMPACT_CELL,
    theme.COMPACT_NAME,
    theme.COMPACT_NAME,
    theme.COMPACT_ABOVE,
    theme.COMPACT_BELOW,
)


@dataclass
class TableBox(Box):
    """Head and rows; on later pages the head is drawn again, for the eye only."""

    head: HBox
    rows: tuple[HBox, ...]
    groups: frozenset[int]
    """Positions of the rows that name the rows below them; they stay with the next row."""
    parts: bool = False
    """Whether it may be parted however short it is, as data may."""
    is_rest: bool = False

    @cached_property
    def height(self) -> float:
        """The head and all rows."""
        return self.head.height + sum(row.height for row in self.rows)

    @property
    def least(self) -> float:
        """The head and the first rows with text of their own; all rows of a short table."""
        if self._is_short:
            return self.height
        total, left = self.head.height, _FEWEST
        for position, row in enumerate(self.rows):
            total += row.height
            left -= position not in self.groups
            if not left:
                break
        return total

    @property
    def _is_short(self) -> bool:
        return self.height <= _WHOLE_PT and not (self.parts or self.is_rest)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Split between rows; only a row that is taller than the whole room is itself split."""
        if self._is_short:
            return None
        count, left = 0, room - self.head.height
        while count < len(self.rows) and self.rows[count].height <= left + TOLERANCE:
            left -= self.rows[count].height
            count += 1
        if count == len(self.rows):
            return None
        if count == len(self.rows) - 1 and count > _FEWEST:
            count -= 1  # the last row does not stand alone
        while count and count - 1 in self.groups:
            count -= 1
        if count:
            return self._cut(count)
        parts = self.rows[0].divide(left) if left > 0 else None
        if parts is None:
            return None
        rows = parts[0], parts[1], *self.rows[1:]
        groups = frozenset(position + 1 for position in self.groups)
        return replace(self, rows=rows, groups=groups)._cut(1)

    def _cut(self, count: int) -> tuple[Box, Box]:
        groups = frozenset(position - count for position in self.groups if position >= count)
        first = replace(self, rows=self.rows[:count])
        return first, replace(self, rows=self.rows[count:], groups=groups, is_rest=True)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the head, then row by row."""
        if self.is_rest:
            with canvas.aside(PAGE_NUMBER):
                self.head.draw(canvas, x, y)
        else:
            self.head.draw(canvas, x, y)
        y += self.head.height
        for row in self.rows:
            row.draw(canvas, x, y)
            y += row.height


def table_box(table: Table, element: Element) -> TableBox:
    """Set a table's head and rows into its element."""
    width = sum(column.width_pt for column in table.columns)
    if width > theme.TEXT_WIDTH + 0.5:
        message = f"the columns of {table.label or 'a table'} are {width:.0f} pt wide together"
        raise DoesNotFit(message, hint=f"the text is {theme.TEXT_WIDTH:.0f} pt wide")
    cut = _COMPACT if table.is_compact else _FULL
    edges = _edges(table.columns)
    head_rows = Element("THead", element)
    body = Element("TBody", element)
    head = _head(table.columns, edges, cut, Element("TR", head_rows))
    points = _points(table, cut)
    rows = tuple(
        _row(row, table.columns, edges, points, cut, Element("TR", body)) for row in table.rows
    )
    groups = frozenset(at for at, row in enumerate(table.rows) if isinstance(row, Group))
    return TableBox(head, rows, groups, parts=table.is_compact)


def _edges(columns: Sequence[Column]) -> list[tuple[float, float]]:
    """Return left edge and text width of each column; the last needs no gap at its right."""
    edges = []
    x = 0.0
    for number, column in enumerate(columns, 1):
        gap = theme.CELL_GAP if number < len(columns) else 0.0
        edges.append((x, max(column.width_pt - gap, theme.LEAST_CELL)))
        x += column.width_pt
    return edges


def _head(
    columns: Sequence[Column], edges: list[tuple[float, float]], cut: _Cut, row: Element
) -> HBox:
    cells: list[tuple[float, Box]] = []
    for column, (x, width) in zip(columns, edges, strict=True):
        attributes = scope("Column") if column.header else ()
        cell = Element("TH" if column.header else "TD", row, attributes=attributes)
        box: Box = _Empty(cell)
        if column.header:
            box = text_box(column.header, cut.head, cell, width)
        cells.append((x, box))
    tallest = max(box.height for _, box in cells)
    lowered = tuple((x, _Lowered(box, tallest - box.height)) for x, box in cells)
    return HBox(lowered, theme.TEXT_WIDTH, 0.0, cut.below, (theme.HEAD_RULE, palette.NAVY))


def _points(table: Table, cut: _Cut) -> list[float]:
    """Return how far from its left each column of figures has its decimal points; 0 for other columns."""
    rows = [row for row in table.rows if isinstance(row, PlanRow)]
    return [
        max((_whole_width(row.cells[n], cut) for row in rows), default=0.0)
        if column.align == "decimal"
        else 0.0
        for n, column in enumerate(table.columns)
    ]


_NUMBER = re.compile(r"[^A-Za-z ]*")
"""Of a cell the number: of "11.6 partial" 11.6."""


def _whole_width(cell: Text, cut: _Cut) -> float:
    """Return how far a number runs before its decimals."""
    number = _NUMBER.match(plain(cell))
    return base_pen(cut.cell).width(number[0].partition(decimal_mark())[0]) if number else 0.0


def _to_point(cell: Text, point: float, width: float, cut: _Cut) -> float:
    """Return how far a cell moves so that its decimal point stands below the others; none if it has no room."""
    shift = point - _whole_width(cell, cut)
    return shift if shift + base_pen(cut.cell).width(plain(cell)) <= width else 0.0


def _row(
    row: Group | PlanRow,
    columns: Sequence[Column],
    edges: list[tuple[float, float]],
    points: list[float],
    cut: _Cut,
    element: Element,
) -> HBox:
    match row:
        case Group():
            return _group(row, len(columns), cut, element)
        case PlanRow():
            return _cells(row, columns, edges, points, cut, element)
        case _:
            assert_never(row)


def _group(group: Group, span: int, cut: _Cut, element: Element) -> HBox:
    attributes: Attributes = (("Table", {"Scope": "Row", "ColSpan": span}),)
    cell = Element("TH", element, attributes=attributes)
    width = theme.TEXT_WIDTH - 2 * theme.GROUP_INDENT
    box = text_box(group.text, cut.group, cell, width)
    cells = ((theme.GROUP_INDENT, box),)
    rule = theme.ROW_RULE, palette.AXIS
    return HBox(cells, theme.TEXT_WIDTH, cut.above - 0.6, cut.below - 0.6, rule, fill=palette.TINT)


def _cells(
    row: PlanRow,
    columns: Sequence[Column],
    edges: list[tuple[float, float]],
    points: list[float],
    cut: _Cut,
    element: Element,
) -> HBox:
    cells: list[tuple[float, Box]] = []
    for column, (x, width), point, text in zip(columns, edges, points, row.cells, strict=True):
        names = column.is_name and bool(text)
        cell = Element("TH" if names else "TD", element, attributes=scope("Row") if names else ())
        shift = _to_point(text, point, width, cut) if point else 0.0
        box = text_box(text, _cell_type(column, cut), cell, width - shift) if text else _Empty(cell)
        cells.append((x + shift, box))
    return HBox(tuple(cells), theme.TEXT_WIDTH, cut.above, cut.below, theme.HAIR_RULE)


def _cell_type(column: Column, cut: _Cut) -> theme.Type:
    if column.is_name:
        return cut.name
    if column.is_quote:
        return theme.TABLE_QUOTE
    return theme.TABLE_STRONG if column.is_strong else cut.cell


@dataclass
class _Lowered(Resized):
    """A box that stands at the foot of its cell."""

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        self.inner.draw(canvas, x, y + self.by)


@dataclass
class _Empty(Box):
    """An empty cell: nothing to see, but a row of the structure needs it."""

    element: Element

    @property
    def height(self) -> float:
        return 0.0

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        self.element.take_place()
