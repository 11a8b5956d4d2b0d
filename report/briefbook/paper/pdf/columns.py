"""Equal columns that end level: running text in two, lists of short entries in two or three.

An entry of a list never breaks. What is longer than a page fills all columns of each page and is
balanced on its last.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, count
from typing import Any, TypeVar

from briefbook.frozen import replace
from briefbook.paper.pdf.boxes import TOLERANCE, BlockBox, Box, HBox, VBox
from briefbook.pdf.canvas import Canvas
from briefbook.theme import paper as theme
from briefbook_figures import palette

_LEAST_AIR = 2.0
"""Taken from each entry, so that the last ones, or a note below the columns, still stand on their page."""
_MOST_AIR = 4.0
"""Added to each entry of a shorter column, so that all end level."""
_STEP_PT = 1.0
"""Heights that are tried for columns of text, one after the other."""

_RULE_INSET = 3.0
"""How much shorter a rule between columns is than these, above and below."""

Entries = tuple[HBox, ...]
T = TypeVar("T")


@dataclass
class EntryColumns(Box):
    """Entries down the first column, then down the next."""

    entries: Entries
    columns: int = 2
    room: float | None = None
    """Height that the columns may fill; None where all entries stand on one page."""

    @cached_property
    def height(self) -> float:
        """The tallest column; all of its room where the page is full."""
        return max(self.room or 0.0, *map(_height, self._columns()))

    @property
    def least(self) -> float:
        """One entry in each column."""
        return max((entry.height for entry in self.entries[: self.columns]), default=0.0)

    def stretched(self, room: float) -> Box:
        """Set the entries a little closer where that is all that is missing."""
        missing = self.height - room
        if missing <= 0:
            return self
        tallest = max(self._columns(), key=_height)
        air = max(-missing / len(tallest), -_LEAST_AIR) / 2
        entries = (replace(e, above=e.above + air, below=e.below + air) for e in self.entries)
        return replace(self, entries=tuple(entries))

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Fill the columns; the rest goes on."""
        taken = 0
        for _ in range(self.columns):
            taken += _fitting(self.entries[taken:], room)
        if not taken:
            return None
        first = replace(self, entries=self.entries[:taken], room=room)
        return first, replace(self, entries=self.entries[taken:], room=None)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the columns, level if little air does it."""
        columns = self._columns()
        tallest = self.height
        step = theme.column_step(self.columns)
        if self.columns > 2:  # noqa: PLR2004  entries of two columns have rules of their own
            for number in range(1, self.columns):
                middle = x + number * step - (step - theme.THIRD_WIDTH) / 2
                _rule_between(canvas, middle, y, tallest)
        for number, entries in enumerate(columns):
            spare = tallest - _height(entries)
            gaps = len(entries) - 1
            air = spare / gaps if gaps > 0 and spare / gaps <= _MOST_AIR else 0.0
            at = y
            for entry in entries:
                entry.draw(canvas, x + number * step, at)
                at += entry.height + air

    def _columns(self) -> list[Entries]:
        if self.room is None:
            return _balanced(self.entries, self.columns)
        columns, rest = [], self.entries
        for _ in range(self.columns):
            fitting = _fitting(rest, self.room)
            columns.append(rest[:fitting])
            rest = rest[fitting:]
        return columns


def _height(entries: Entries) -> float:
    return sum(entry.height for entry in entries)


def _fitting(entries: Entries, room: float) -> int:
    """Return how many entries fit below each other."""
    total = 0.0
    for number, entry in enumerate(entries):
        total += entry.height
        if total > room + TOLERANCE:
            return number
    return len(entries)


def _balanced(entries: Entries, columns: int) -> list[Entries]:
    """Return the entries in columns whose tallest is as low as can be, the first ones the taller."""
    tops = [0.0, *accumulate(entry.height for entry in entries)]
    found: list[Entries] = []
    start = 0
    for left in range(columns, 1, -1):
        wanted = (tops[-1] - tops[start]) / left
        ends = range(start, len(tops))
        end = min(ends, key=lambda at: (abs(tops[at] - tops[start] - wanted), -at))
        found.append(entries[start:end])
        start = end
    return [*found, entries[start:]]


@dataclass(eq=False)
class TextColumnsBox(Box):
    """Running text in two columns; a paragraph may go on from one to the next."""

    text: VBox

    @cached_property
    def height(self) -> float:
        """The lowest height at which the text fits both columns."""
        return self._parted[0]

    @property
    def least(self) -> float:
        """The text's beginning."""
        return self.text.least

    @cached_property
    def _told(self) -> dict[tuple[object, ...], Any]:
        """What was asked for, with the answer: ways to break pages ask for the same again and again."""
        return {}

    def _once(self, asked: tuple[object, ...], answer: Callable[[], T]) -> T:
        if asked not in self._told:
            self._told[asked] = answer()
        told: T = self._told[asked]
        return told

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Fill both columns; the rest goes on."""
        return self._once(("split", room), lambda: self._split(room))

    def _split(self, room: float) -> tuple[Box, Box] | None:
        parts = self.text.split(room)
        if parts is None:
            return None
        left, rest = parts
        if rest.height <= room + TOLERANCE:
            return _Filled(left, rest), _EMPTY
        if (more := rest.split(room)) is None:
            return None  # so little room that not two lines of it find their place
        return _Filled(left, more[0]), TextColumnsBox(_stacked(more[1]))

    def of(self, block: int) -> TextColumnsBox:
        """Return the same columns, whose parts say of which block of the plan they are."""

        def of_block() -> TextColumnsBox:
            layers = (
                layer
                if isinstance(layer.box, BlockBox)
                else replace(layer, box=BlockBox(layer.box, block))
                for layer in self.text.layers
            )
            return TextColumnsBox(VBox(tuple(layers)))

        return self._once(("of", block), of_block)

    def followed(self, other: TextColumnsBox, gap: float) -> TextColumnsBox:
        """Return both texts in one pair of columns."""

        def both() -> TextColumnsBox:
            first, *others = other.text.layers
            return TextColumnsBox(VBox((*self.text.layers, replace(first, above=gap), *others)))

        return self._once((other, gap), both)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the left column, then the right one."""
        _, left, right = self._parted
        left.draw(canvas, x, y)
        if right is not None:
            _rule_between(canvas, x + theme.TEXT_WIDTH / 2, y, self.height)
            right.draw(canvas, x + theme.COLUMN_X, y)

    @cached_property
    def _parted(self) -> tuple[float, Box, Box | None]:
        whole = self.text.height
        lowest = math.floor(whole / 2)
        for height in count(lowest, _STEP_PT):
            if height >= whole:
                break
            parts = self.text.split(height)
            if parts and parts[1].height <= height + TOLERANCE:
                return max(parts[0].height, parts[1].height), *parts
        return whole, self.text, None


@dataclass
class _Filled(Box):
    """Two columns of one page, as they were filled."""

    left: Box
    right: Box

    @property
    def height(self) -> float:
        """The taller column."""
        return max(self.left.height, self.right.height)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the left column, then the right one."""
        _rule_between(canvas, x + theme.TEXT_WIDTH / 2, y, self.height)
        self.left.draw(canvas, x, y)
        self.right.draw(canvas, x + theme.COLUMN_X, y)


_EMPTY = VBox(())


def _rule_between(canvas: Canvas, x: float, y: float, height: float) -> None:
    """Draw the rule that keeps ragged columns apart."""
    canvas.box((x, y + _RULE_INSET), (theme.ROW_RULE, height - 2 * _RULE_INSET), fill=palette.HAIR)


def _stacked(box: Box) -> VBox:
    return box if isinstance(box, VBox) else VBox(())
