"""A map as cells: whose land each is, and whether a box of text would stand on a line.

Sums over rectangles come from running totals (a summed-area table, Crow 1984): a thousand places
for a label cost no more than one.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefbook_figures.label_placement import Box
from briefbook_figures.lines import Lines, edges
from briefbook_figures.map_frame import Frame

Cells = NDArray[np.int32]
Mask = NDArray[np.bool_]


class Counts:
    """How many of some cells lie in a box."""

    def __init__(self, mask: Mask, step: float) -> None:
        """Sum once; `step` is the side of a cell in points."""
        self._sums = np.pad(np.cumsum(np.cumsum(mask, axis=0), axis=1), ((1, 0), (1, 0)))
        self._step = step

    def within(self, box: Box) -> int:
        """Return how many cells a box touches that are set."""
        (left, right), (bottom, top) = (
            self._span(box.left, box.right, 1),
            self._span(box.bottom, box.top, 0),
        )
        sums = self._sums
        return int(sums[top, right] - sums[bottom, right] - sums[top, left] + sums[bottom, left])

    def fills(self, box: Box) -> bool:
        """Say whether every cell that a box touches is set."""
        (left, right), (bottom, top) = (
            self._span(box.left, box.right, 1),
            self._span(box.bottom, box.top, 0),
        )
        return self.within(box) == (right - left) * (top - bottom) > 0

    def _span(self, low: float, high: float, axis: int) -> tuple[int, int]:
        most = self._sums.shape[axis] - 1
        first = min(max(math.floor(low / self._step), 0), most)
        return first, min(max(math.ceil(high / self._step), first), most)

    def spots(self, width: float, height: float) -> NDArray[np.float64]:
        """Return the lower left corners of the boxes of a size that lie wholly on set cells."""
        wide, high = math.ceil(width / self._step) + 1, math.ceil(height / self._step) + 1
        sums = self._sums
        if high >= sums.shape[0] or wide >= sums.shape[1]:
            return np.empty((0, 2))
        counts = (
            sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]
        )
        rows, columns = np.nonzero(counts == wide * high)
        cells = np.stack([columns, rows], axis=1).astype(np.float64)
        return cells * self._step + self._step / 2


class MapGrid:
    """Which country each cell of a map belongs to."""

    def __init__(self, frame: Frame, step: float, areas: Sequence[Lines]) -> None:
        """Paint each country's cells with its number from 1; 0 is water."""
        self._shape = (math.ceil(frame.height_pt / step), math.ceil(frame.width_pt / step))
        self.step = step
        self.cells: Cells = np.zeros(self._shape, dtype=np.int32)
        for number, land in enumerate(areas, 1):
            self.cells[self._inside(land)] = number

    def counts(self, mask: Mask) -> Counts:
        """Return the sums of a mask of this grid."""
        return Counts(mask, self.step)

    def edges(self) -> Mask:
        """Return the cells on a coast or border."""
        found: Mask = np.zeros(self._shape, dtype=np.bool_)
        found[:, 1:] |= self.cells[:, 1:] != self.cells[:, :-1]
        found[1:] |= self.cells[1:] != self.cells[:-1]
        return found

    def lines(self, borders: Sequence[Lines], reach: float) -> Mask:
        """Return the cells within `reach` of lines."""
        found: Mask = np.zeros(self._shape, dtype=np.bool_)
        around = math.ceil(reach / self.step)
        for lines in borders:
            for x, y in _dense(lines, self.step):
                row, column = int(y / self.step), int(x / self.step)
                rows = slice(max(row - around, 0), row + around + 1)
                found[rows, max(column - around, 0) : column + around + 1] = True
        return found

    def _inside(self, areas: Lines) -> Mask:
        """Return the cells whose middles lie in an area: an odd number of its edges to their left."""
        flips = np.zeros((self._shape[0], self._shape[1] + 1), dtype=np.int32)
        starts, ends = edges(areas)
        low, high = np.minimum(starts[:, 1], ends[:, 1]), np.maximum(starts[:, 1], ends[:, 1])
        first = np.ceil(low / self.step - 0.5).astype(int)
        last = np.ceil(high / self.step - 0.5).astype(int)
        counts = np.clip(last, 0, self._shape[0]) - np.clip(first, 0, self._shape[0])
        edge = np.repeat(np.arange(len(starts)), counts)
        offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        rows = np.clip(first, 0, self._shape[0])[edge] + offsets
        share = ((rows + 0.5) * self.step - starts[edge, 1]) / (ends[edge, 1] - starts[edge, 1])
        across = starts[edge, 0] + share * (ends[edge, 0] - starts[edge, 0])
        columns = np.clip(np.ceil(across / self.step - 0.5).astype(int), 0, self._shape[1])
        np.add.at(flips, (rows, columns), 1)
        inside: Mask = np.cumsum(flips, axis=1)[:, :-1] % 2 == 1
        return inside


def _dense(lines: Lines, step: float) -> NDArray[np.float64]:
    """Return points along a line, no further apart than `step`."""
    found = [np.empty((0, 2))]
    for line in lines:
        for start, end in itertools.pairwise(line.points):
            count = max(2, math.ceil(float(np.hypot(*(end - start))) / step) + 1)
            found.append(np.linspace(start, end, count))
    return np.concatenate(found)
