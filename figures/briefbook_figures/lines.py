"""Lines and areas of maps as arrays of points: thinned, cut at a rectangle, tried for what lies inside."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from briefbook.frozen import dataclass

Points = NDArray[np.float64]
Pair = tuple[float, float]
_RIGHT, _ABOVE, _LEFT, _BELOW = 1, 2, 4, 8


@dataclass(frozen=True)
class Line:
    """One line; a closed one ends where it starts, and names that point once."""

    points: Points
    is_closed: bool = False


Lines = tuple[Line, ...]


def corners(lines: Lines) -> Points:
    """Return all points of lines."""
    return np.concatenate([line.points for line in lines]) if lines else np.empty((0, 2))


def moved_up(lines: Lines, by: float) -> Lines:
    """Return lines that much higher."""
    return tuple(Line(line.points + np.array([0.0, by]), line.is_closed) for line in lines)


def edges(lines: Lines) -> tuple[Points, Points]:
    """Return the starts and the ends of the edges of areas, each closed."""
    rings = [np.concatenate([line.points, line.points[:1]]) for line in lines]
    if not rings:
        return np.empty((0, 2)), np.empty((0, 2))
    return (
        np.concatenate([ring[:-1] for ring in rings]),
        np.concatenate([ring[1:] for ring in rings]),
    )


def holds(lines: Lines, point: Sequence[float]) -> bool:
    """Say whether a point lies in an area: an odd number of its edges to the right of it."""
    starts, ends = edges(lines)
    x, y = float(point[0]), float(point[1])
    crossed = (starts[:, 1] > y) != (ends[:, 1] > y)
    start, end = starts[crossed], ends[crossed]
    share = (y - start[:, 1]) / (end[:, 1] - start[:, 1])
    return bool(np.count_nonzero(start[:, 0] + share * (end[:, 0] - start[:, 0]) > x) % 2)


def cut_area(points: Points, wide: float, high: float) -> Points:
    """Return the part of an area within a rectangle at the origin (Sutherland and Hodgman, 1974).

    It ends where it starts.
    """
    ring: list[Pair] = [(float(x), float(y)) for x, y in points]
    for axis, bound, sign in ((0, wide, 1), (0, 0.0, -1), (1, high, 1), (1, 0.0, -1)):
        ring = _cut_at(ring, axis, bound, sign)
        if not ring:
            return np.empty((0, 2))
    return np.array(ring if ring[0] == ring[-1] else [*ring, ring[0]])


def _cut_at(ring: list[Pair], axis: int, bound: float, sign: int) -> list[Pair]:
    """Return the part of a ring on one side of a straight line along an axis."""
    found: list[Pair] = []
    start = ring[-1]
    was_in = sign * start[axis] <= sign * bound
    for end in ring:
        is_in = sign * end[axis] <= sign * bound
        if is_in != was_in:
            share = (bound - start[axis]) / (end[axis] - start[axis])
            other = 1 - axis
            across = start[other] + (end[other] - start[other]) * share
            found.append((bound, across) if axis == 0 else (across, bound))
        if is_in:
            found.append(end)
        start, was_in = end, is_in
    return found


def cut_line(points: Points, wide: float, high: float, air: float) -> Iterator[Points]:
    """Yield the pieces of a line within a rectangle at the origin, `air` off its sides."""
    box = air, air, wide - air, high - air
    piece: list[Pair] = []
    pairs = [(float(x), float(y)) for x, y in points]
    for start, end in itertools.pairwise(pairs):
        cut = _cut_stretch(start, end, box)
        if cut is None:
            continue
        if not piece or cut[0] != start or piece[-1] != start:
            if len(piece) > 1:
                yield np.array(piece)
            piece = [cut[0]]
        piece.append(cut[1])
    if len(piece) > 1:
        yield np.array(piece)


def _cut_stretch(start: Pair, end: Pair, box: tuple[float, ...]) -> tuple[Pair, Pair] | None:
    """Return the part of a stretch in a box (Cohen and Sutherland, 1967); None where none is."""
    first, last = _sides(start, box), _sides(end, box)
    if not first | last:
        return start, end
    if first & last:
        return None
    new_start = _moved(start, end, start, first, box) if first else start
    new_end = _moved(start, end, end, last, box) if last else end
    if new_start is None or new_end is None or new_start == new_end:
        return None
    return new_start, new_end


def _sides(point: Pair, box: tuple[float, ...]) -> int:
    x, y = point
    return (
        (_RIGHT if x > box[2] else 0)
        | (_ABOVE if y > box[3] else 0)
        | (_LEFT if x < box[0] else 0)
        | (_BELOW if y < box[1] else 0)
    )


def _moved(start: Pair, end: Pair, at: Pair, sides: int, box: tuple[float, ...]) -> Pair | None:
    """Return an end of a stretch moved along it onto the edge of a box."""
    x, y = at
    if sides & (_LEFT | _RIGHT):
        if start[0] == end[0]:
            return None
        x = box[0] if sides & _LEFT else box[2]
        y = (x - start[0]) * (end[1] - start[1]) / (end[0] - start[0]) + start[1]
    sides = _sides((x, y), box) & (_ABOVE | _BELOW)
    if sides:
        if start[1] == end[1]:
            return None
        y = box[1] if sides & _BELOW else box[3]
        x = (y - start[1]) * (end[0] - start[0]) / (end[1] - start[1]) + start[0]
    return x, y


def thinned(points: Points, tolerance: float) -> Points:
    """Return the corners of a line without those that lie nearly on the way, its ends included.

    Quick, in one pass: a stretch goes on while points lie within `tolerance` of its direction, and
    keeps the farthest forwards and backwards.
    """
    pairs = iter(points.tolist())
    found: list[list[float]] = []
    last = next(pairs)
    stretch: _Stretch | None = None
    for point in pairs:
        if stretch is None:
            if point != last:
                stretch = _Stretch(last, last, point)
        elif not stretch.takes(point, tolerance * tolerance):
            found += stretch.corners(is_followed=True)
            stretch = _Stretch(found[-1], last, point)
        last = point
    if stretch is not None:
        found += stretch.corners(is_followed=False)
    return np.array([*found, last])


class _Stretch:
    """Points in nearly one direction."""

    def __init__(self, start: list[float], last: list[float], point: list[float]) -> None:
        self._x, self._y = start
        self._dx, self._dy = point[0] - last[0], point[1] - last[1]
        self._square = self._dx * self._dx + self._dy * self._dy
        self._farthest, self._forward = self._square, point
        self._farthest_back = 0.0
        self._back = point
        self._last = point
        self._is_forward, self._is_back = True, False

    def takes(self, point: list[float], tolerance: float) -> bool:
        """Say whether a point goes on in this direction, and take it."""
        if not self._square:
            return False
        x, y = point[0] - self._x, point[1] - self._y
        along = self._dx * x + self._dy * y
        on_x, on_y = along * self._dx / self._square, along * self._dy / self._square
        off_x, off_y = x - on_x, y - on_y
        if off_x * off_x + off_y * off_y >= tolerance:
            return False
        far = on_x * on_x + on_y * on_y
        self._is_forward = along > 0 and far > self._farthest
        self._is_back = along <= 0 and far > self._farthest_back
        if self._is_forward:
            self._farthest, self._forward = far, point
        elif self._is_back:
            self._farthest_back, self._back = far, point
        self._last = point
        return True

    def corners(self, *, is_followed: bool) -> list[list[float]]:
        """Return the points that are kept of it."""
        found = [self._forward]
        if self._farthest_back:
            found = (
                [self._back, *found] if self._is_forward and is_followed else [*found, self._back]
            )
        if is_followed and not (self._is_forward or self._is_back):
            found.append(self._last)
        return found
