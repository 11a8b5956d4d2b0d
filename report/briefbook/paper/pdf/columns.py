"""Two equal columns that end level, for lists of short entries: events, passages.

An entry never breaks. A list that is longer than a page fills both columns of each page and is
balanced on its last.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate

from briefbook.paper.pdf.boxes import TOLERANCE, Box, HBox
from briefbook.paper.pdf.canvas import Canvas
from briefbook.theme import paper as theme

_LEAST_AIR = 2.0
"""Taken from each entry, so that a note below the columns still stands on their page."""
_MOST_AIR = 4.0
"""Added to each entry of the shorter column, so that both end level."""


@dataclass
class TwoColumns(Box):
    """Entries down the left column, then down the right one."""

    entries: tuple[HBox, ...]
    room: float | None = None
    """Height that the columns may fill; None where all entries stand on one page."""

    @property
    def height(self) -> float:
        """The taller column."""
        return max(map(_height, self._columns()))

    @property
    def least(self) -> float:
        """Two entries in either column."""
        entries = self.entries[:4]
        return max(map(_height, _balanced(entries)))

    def stretched(self, room: float) -> Box:
        """Set the entries a little closer where that is all that is missing."""
        missing = self.height - room
        if missing <= 0:
            return self
        tallest = max(self._columns(), key=_height)
        air = max(-missing / len(tallest), -_LEAST_AIR) / 2
        entries = (replace(e, above=e.above + air, below=e.below + air) for e in self.entries)
        return TwoColumns(tuple(entries))

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Fill both columns; the rest goes on."""
        left = _fitting(self.entries, room)
        count = left + _fitting(self.entries[left:], room)
        if not left:
            return None
        return TwoColumns(self.entries[:count], room), TwoColumns(self.entries[count:])

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the left column, then the right one, level if little air does it."""
        columns = self._columns()
        tallest = max(map(_height, columns))
        for shift, entries in zip((0.0, theme.COLUMN_X), columns, strict=True):
            spare = tallest - _height(entries)
            gaps = len(entries) - 1
            air = spare / gaps if gaps > 0 and spare / gaps <= _MOST_AIR else 0.0
            at = y
            for entry in entries:
                entry.draw(canvas, x + shift, at)
                at += entry.height + air

    def _columns(self) -> tuple[tuple[HBox, ...], tuple[HBox, ...]]:
        if self.room is None:
            return _balanced(self.entries)
        left = _fitting(self.entries, self.room)
        return self.entries[:left], self.entries[left:]


def _height(entries: tuple[HBox, ...]) -> float:
    return sum(entry.height for entry in entries)


def _fitting(entries: tuple[HBox, ...], room: float) -> int:
    """Return how many entries fit below each other."""
    total = 0.0
    for count, entry in enumerate(entries):
        total += entry.height
        if total > room + TOLERANCE:
            return count
    return len(entries)


def _balanced(entries: tuple[HBox, ...]) -> tuple[tuple[HBox, ...], tuple[HBox, ...]]:
    """Cut where the columns differ least, the left one being the taller where there is a choice."""
    tops = [0.0, *accumulate(entry.height for entry in entries)]
    whole = tops[-1]
    cut = min(range(len(tops)), key=lambda at: (abs(2 * tops[at] - whole), -at))
    return entries[:cut], entries[cut:]
