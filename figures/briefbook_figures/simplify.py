"""Fewer points for the same line: pure geometry."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]


def simplified(points: Points, tolerance: float) -> NDArray[np.intp]:
    """Return the positions of the points to keep: none left out lies further off than `tolerance`.

    Ends are kept. Douglas and Peucker (1973), with distances from the stretch, not from its line,
    so that closed lines work.
    """
    keep = np.zeros(len(points), dtype=bool)
    keep[[0, -1]] = True
    todo = [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        if last - first < 2:  # noqa: PLR2004  nothing lies between
            continue
        start, way = points[first], points[last] - points[first]
        off = points[first + 1 : last] - start
        length = float(way @ way)
        along = np.clip(off @ way / length, 0.0, 1.0) if length else np.zeros(len(off))
        apart = off - along[:, None] * way
        squares = np.einsum("ij,ij->i", apart, apart)
        worst = int(squares.argmax())
        if squares[worst] > tolerance * tolerance:
            middle = first + 1 + worst
            keep[middle] = True
            todo += [(first, middle), (middle, last)]
    return np.flatnonzero(keep)
