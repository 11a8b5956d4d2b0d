"""Equal columns that end level: running text in two, lists of short entries in two or three.

An entry of a list never breaks. What is longer than a page fills all columns of each page and is
balanced on its last.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate, count
from typing import Any, TypeVar

from briefbook.frozen import dataclass, replace
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
    """Entries down the first column, then down the next.

    Parts of a long list share its entries and their tops, so that each is cut from it in little time.
    """

    entries: Entries
    columns: int = 2
    room: float | None = None
    """Height that the columns may fill; None where all entries stand on one page."""
    span: range | None = None
    """Which of the entries are its own; None for all."""
    tops: Sequence[float] = ()
    """How far below the first entry each begins, and the last ends."""

    def __post_init__(self) -> None:
        """Complete what is not given."""
        self.tops = self.tops or (0.0, *accumulate(entry.height for entry in self.entries))
        self._span = range(len(self.entries)) if self.span is None else self.span

    @property
    def own(self) -> Entries:
        """The entries that stand in it."""
        return self.entries[self._span.start : self._span.stop]

    @cached_property
    def height(self) -> float:
        """The tallest column; all of its room where the page is full."""
        return max(self.room or 0.0, *map(self._height, self._columns()))

    @property
    def least(self) -> float:
        """One entry in each column."""
        own = self._span[: self.columns]
        return max((self.entries[number].height for number in own), default=0.0)

    def stretched(self, room: float) -> Box:
        """Set the entries a little closer where that is all that is missing."""
        missing = self.height - room
        tallest = max(self._columns(), key=self._height)
        if missing <= 0 or missing > _LEAST_AIR * len(tallest) + TOLERANCE:
            return self
        air = max(-missing / len(tallest), -_LEAST_AIR) / 2
        closer = (replace(e, above=e.above + air, below=e.below + air) for e in self.own)
        return EntryColumns(tuple(closer), self.columns, self.room)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Fill the columns; the rest goes on."""
        start, stop = self._span.start, self._span.stop
        at = start
        for _ in range(self.columns):
            at = self._end(at, room)
        if at == start:
            return None
        return self._part(range(start, at), room), self._part(range(at, stop), None)

    def _part(self, span: range, room: float | None) -> EntryColumns:
        return EntryColumns(self.entries, self.columns, room, span, self.tops)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the columns, level if little air does it."""
        columns = self._columns()
        tallest = self.height
        step = theme.column_step(self.columns)
        if self.columns > 2:  # noqa: PLR2004  entries of two columns have rules of their own
            for number in range(1, self.columns):
                middle = x + number * step - (step - theme.THIRD_WIDTH) / 2
                _rule_between(canvas, middle, y, tallest)
        for number, own in enumerate(columns):
            spare = tallest - self._height(own)
            gaps = len(own) - 1
            air = spare / gaps if gaps > 0 and spare / gaps <= _MOST_AIR else 0.0
            at = y
            for entry in self.entries[own.start : own.stop]:
                entry.draw(canvas, x + number * step, at)
                at += entry.height + air

    def _columns(self) -> list[range]:
        """Return which entries stand in each column."""
        found = []
        at = self._span.start
        for left in range(self.columns, 1, -1):
            end = self._level(at, left) if self.room is None else self._end(at, self.room)
            found.append(range(at, end))
            at = end
        return [*found, range(at, self._span.stop)]

    def _height(self, own: range) -> float:
        return self.tops[own.stop] - self.tops[own.start]

    def _end(self, start: int, room: float) -> int:
        """Return up to which entry they fit below each other."""
        most = self.tops[start] + room + TOLERANCE
        return min(bisect_right(self.tops, most, start) - 1, self._span.stop)

    def _level(self, start: int, columns: int) -> int:
        """Return where a column ends, so that the tallest is as low as can be, the first ones the taller."""
        stop = self._span.stop
        wanted = self.tops[start] + (self.tops[stop] - self.tops[start]) / columns
        end = min(bisect_right(self.tops, wanted, start), stop)
        return end if self.tops[end] - wanted <= wanted - self.tops[end - 1] else end - 1


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
