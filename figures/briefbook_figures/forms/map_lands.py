"""The countries and borders of a frame as paths in points, as fine as the size of the picture asks.

Lines are thinned arc by arc, so that neighbours still meet, and cut at the edge of the frame.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from briefbook.frozen import dataclass
from briefbook_figures.geography import Atlas, Points, Ring
from briefbook_figures.lines import Line, Lines, corners, cut_area, cut_line, thinned
from briefbook_figures.map_frame import Frame
from briefbook_figures.simplify import simplified


@dataclass(frozen=True)
class _Detail:
    """How much of the world's lines is drawn, in points of the picture."""

    most: float
    """Taken where the finest lines have up to so many points."""
    fine: float
    """A line may lie this far from the true one."""
    speck: float
    """Islands of neighbours whose longer side is shorter are left out …"""
    own_speck: float
    """… and such islands of the chosen countries that have larger ones."""


_DETAILS = (
    _Detail(2_200, 0.3, 1.5, 0.0),
    _Detail(4_000, 0.45, 3.0, 0.6),
    _Detail(7_000, 0.6, 6.0, 1.2),
    _Detail(11_000, 0.8, 12.0, 2.0),
    _Detail(math.inf, 1.1, 16.0, 3.5),
)
_SMALL_PT = 24.0
"""A country whose largest part is smaller keeps all of its islands."""
_DOT_PT = 3.0
"""Islands smaller than this are drawn with an edge of their own colour, to be seen at all."""
_DECIMALS = 1
_FINEST_PT = 0.25
_OUTSIDE_PT = 4.0
"""Beyond the frame, where nothing of a line is seen any more."""
_CORNERS = 4
"""Points of the smallest closed line."""
_SEAM_PT = 0.15


@dataclass(frozen=True)
class Land:
    """The visible part of a country."""

    code: str
    """Empty for one that has none."""
    name: str
    areas: Lines
    """Cut at the frame's edge."""
    specks: Lines
    """Its islands that are too small to be seen."""

    @property
    def has_specks(self) -> bool:
        """Whether there are any."""
        return bool(self.specks)


def lands_in(world: Atlas, frame: Frame, chosen: Sequence[str]) -> Lands:
    """Return what of the world lies in a frame, in as many points as a picture can carry."""
    finest = Lands(world, frame, chosen, _DETAILS[0])
    count = len(corners(finest.borders(0.0)))
    detail = next(detail for detail in _DETAILS if count <= detail.most)
    return finest if detail is _DETAILS[0] else Lands(world, frame, chosen, detail)


class Lands:
    """What of the world lies in a frame."""

    def __init__(self, world: Atlas, frame: Frame, chosen: Sequence[str], detail: _Detail) -> None:
        """Look for the rings that the frame touches."""
        self._world = world
        self._frame = frame
        self._fine = detail.fine
        self._chosen = chosen
        self._thin: dict[tuple[int, float], Points] = {}
        touched = list(world.rings_in(frame.extent))
        least = dict.fromkeys(range(len(world.codes)), detail.speck)
        for code in chosen:
            number = world.codes.index(code)
            sizes = [self._size(ring) for ring, _ in touched if ring.land == number]
            is_small = max(sizes, default=0.0) < _SMALL_PT
            least[number] = 0.0 if is_small else detail.own_speck
        self._visible = [each for each in touched if self._size(each[0]) >= least[each[0].land]]

    def _size(self, ring: Ring) -> float:
        west, south, east, north = ring.box
        return max((east - west) * self._frame.ratio, north - south) * self._frame.pt_per_degree

    @cached_property
    def all(self) -> tuple[Land, ...]:
        """The countries in view."""
        found = []
        for number in dict.fromkeys(ring.land for ring, _ in self._visible):
            outlines = [self._outline(*each) for each in self._visible if each[0].land == number]
            cut = self._cut(outlines)
            if cut:
                small = [line for line in outlines if np.ptp(line, axis=0).max() < _DOT_PT]
                code, name = self._world.codes[number], self._world.names[number]
                found.append(Land(code, name, cut, self._cut(small)))
        return tuple(found)

    def borders(self, width_pt: float) -> Lines:
        """Return every border in view, each once, and the coasts of neighbours: dark land needs no line.

        Lines of that width stay within the frame.
        """
        uses: Counter[tuple[int, float]] = Counter()
        for ring, turn in self._visible:
            is_chosen = self._world.codes[ring.land] in self._chosen
            for n, own in self._arcs(ring, turn):
                uses[max(n, ~n), own] += 1 if is_chosen else 2
        return self._lines(sorted(part for part, count in uses.items() if count > 1), width_pt)

    def shared(self, one: str, other: str, width_pt: float) -> Lines:
        """Return the border that two countries have in common, for a line of that width."""
        common = set(self._world.shared(one, other))
        parts = {(max(n, ~n), turn) for each in self._visible for n, turn in self._arcs(*each)}
        return self._lines(sorted(part for part in parts if part[0] in common), width_pt)

    def _arcs(self, ring: Ring, turn: float) -> list[tuple[int, float]]:
        """Return the arcs of a ring, each with its own turn: an arc is written on one side of the antimeridian."""
        if len(ring.arcs) == 1:
            return [(ring.arcs[0], turn)]
        found = []
        at = self._world.arc(ring.arcs[0])[0, 0]
        for n in ring.arcs:
            line = self._world.arc(n)
            own = 360.0 * round((at - line[0, 0]) / 360.0)
            found.append((n, turn + own))
            at = line[-1, 0] + own
        return found

    def _arc(self, n: int, turn: float) -> Points:
        """Return an arc in points, thinned once for both directions."""
        whole = max(n, ~n)
        if (whole, turn) not in self._thin:
            points = self._frame.points(self._world.arc(whole), turn)
            self._thin[whole, turn] = self._thinned(points).round(_DECIMALS)
        points = self._thin[whole, turn]
        return points if n >= 0 else points[::-1]

    def _thinned(self, points: Points) -> Points:
        low, most = points.min(axis=0), points.max(axis=0)
        size = self._frame.width_pt, self._frame.height_pt
        if (low > size).any() or (most < 0).any():
            # All on one side of the frame: so is the straight line between its ends.
            return points[[0, len(points) // 2, -1]]
        near = self._near(points)
        # The quick way of thinning leaves little for the better one.
        middle = thinned(near, _FINEST_PT)[:-1]
        whole = np.concatenate([points[:1], middle, points[-1:]])
        if self._fine <= _DETAILS[0].fine:
            return whole
        kept = simplified(whole, self._fine)
        is_closed = (points[0] == points[-1]).all()
        return whole[kept] if len(kept) >= _CORNERS or not is_closed else whole

    def _near(self, points: Points) -> Points:
        """Return a line whose detours outside of the frame are straight along its edge.

        A point is moved only where it and its neighbours lie on one side of the frame: the line
        stays on that side.
        """
        found = points.copy()
        size = self._frame.width_pt, self._frame.height_pt
        for axis, most in enumerate(size):
            for sign, edge in ((-1, -_OUTSIDE_PT), (1, most + _OUTSIDE_PT)):
                is_out = sign * points[:, axis] > sign * edge
                is_out[1:-1] &= is_out[2:] & (sign * points[:-2, axis] > sign * edge)
                is_out[[0, -1]] = False
                found[is_out, axis] = edge
        return found

    def _outline(self, ring: Ring, turn: float) -> Points:
        lines = [self._arc(*each) for each in self._arcs(ring, turn)]
        points = np.concatenate([lines[0], *(line[1:] for line in lines[1:])])
        if abs(points[-1, 0] - points[0, 0]) < self._frame.pt_per_degree * self._frame.ratio:
            return points
        # It runs around the world, and is closed along the pole: Antarctica's.
        low = self._frame.points(np.array([[0.0, -90.0]]))[0, 1]
        ends = [(points[-1, 0], low), (points[0, 0], low), tuple(points[0])]
        return np.concatenate([points, ends])

    def _cut(self, outlines: Iterable[Points]) -> Lines:
        size = self._frame.width_pt, self._frame.height_pt
        found = []
        for points in outlines:
            if (points >= 0).all() and (points <= size).all():
                found.append(Line(points[:-1], is_closed=True))
            elif len(cut := cut_area(points, *size)):
                found.append(Line(cut))
        return tuple(line for line in found if len(line.points) > 1)

    def _off_seam(self, points: Points) -> Iterator[Points]:
        """Yield a line without what runs along the antimeridian: the file cuts countries there."""
        meridians = np.array([[degrees, 0.0] for degrees in (-540.0, -180.0, 180.0, 540.0)])
        seams = self._frame.points(meridians)[:, 0].round(_DECIMALS)
        if not ((seams >= 0) & (seams <= self._frame.width_pt)).any():
            yield points
            return
        is_on: NDArray[np.bool_] = np.any(np.abs(points[:, :1] - seams) < _SEAM_PT, axis=1)
        for first, last in _spans(is_on[1:] & is_on[:-1]):
            yield points[first : last + 1]

    def _lines(self, arcs: Sequence[tuple[int, float]], width_pt: float) -> Lines:
        """Return the parts of arcs that lie within the frame, as open lines."""
        wide, high = self._frame.width_pt, self._frame.height_pt
        found: list[Line] = []
        for n, turn in arcs:
            points = self._arc(n, turn)
            low, most = points.min(axis=0), points.max(axis=0)
            if low[0] > wide or low[1] > high or most[0] < 0 or most[1] < 0:
                continue
            for part in self._off_seam(points):
                found += map(Line, cut_line(part, wide, high, width_pt / 2))
        return tuple(found)


def _spans(is_left_out: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Yield the first and last points of the stretches of a line whose segments are kept."""
    ends = np.flatnonzero(np.diff(np.concatenate([[True], is_left_out, [True]]).astype(int)))
    for first, last in zip(ends[0::2], ends[1::2], strict=True):
        yield int(first), int(last)
