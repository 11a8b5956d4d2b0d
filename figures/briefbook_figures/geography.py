"""Borders of the world, from Natural Earth (data/PROVENANCE.txt); longitude before latitude.

Lines are kept, not outlines: what two countries share is one arc, which both of them name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefbook.frozen import dataclass
from briefbook_figures.countries import FOLDER, Extent

Points = NDArray[np.float64]
_HALF_TURN, _POLE = 180.0, -90.0


@dataclass(frozen=True)
class Ring:
    """A closed line of one country; `arcs` are their numbers, ~n for n backwards."""

    land: int
    arcs: tuple[int, ...]
    is_hole: bool
    box: Extent
    """West, south, east, north, in degrees; east lies beyond 180 where it crosses the antimeridian."""


class Atlas:
    """The borders of all countries; lines are made into points as they are asked for."""

    def __init__(self, file: Path) -> None:
        """Read the file; raises OSError where it is missing."""
        with np.load(file) as data:
            self._scale, self._shift = data["scale"], data["shift"]
            self._steps, self._firsts = data["steps"], data["firsts"]
            self._arc_starts = data["arc_starts"]
            grids = data["ring_lows"], data["ring_highs"]
            self._lows, self._highs = (grid * self._scale + self._shift for grid in grids)
            self._ring_arcs, self._ring_starts = data["ring_arcs"], data["ring_starts"]
            self._ring_land, self._is_hole = data["ring_land"], data["ring_is_hole"]
            self.codes: tuple[str, ...] = tuple(data["codes"].tolist())
            """ISO 3166-1 of each land; empty for one that has no code."""
            self._arcs: dict[int, Points] = {}
            self._rings: dict[int, Ring] = {}
            self.names: tuple[str, ...] = tuple(data["names"].tolist())

    def arc(self, number: int) -> Points:
        """Return the points of an arc: (longitude, latitude); ~n is arc n backwards.

        Longitudes go on beyond 180 or -180 where it crosses the antimeridian.
        """
        n = max(number, ~number)
        if n in self._arcs:
            return self._arcs[n] if number >= 0 else self._arcs[n][::-1]
        steps = self._steps[:, self._arc_starts[n] : self._arc_starts[n + 1]]
        grid = np.cumsum(steps, axis=1, dtype=np.int64).T + self._firsts[n]
        points: Points = grid * self._scale + self._shift
        self._arcs[n] = points
        return points if number >= 0 else points[::-1]

    def outline(self, ring: Ring) -> Points:
        """Return the points of a ring, the first once more at its end."""
        return joined([self.arc(n) for n in ring.arcs])

    def _ring(self, number: int) -> Ring:
        """Return a ring by its number: a country's stand together, holes after the ring that they are in."""
        if number not in self._rings:
            start, end = self._ring_starts[number : number + 2]
            self._rings[number] = Ring(
                int(self._ring_land[number]),
                tuple(self._ring_arcs[start:end].tolist()),
                bool(self._is_hole[number]),
                (*self._lows[number].tolist(), *self._highs[number].tolist()),
            )
        return self._rings[number]

    def rings_in(self, extent: Extent) -> Iterator[tuple[Ring, float]]:
        """Yield the rings that touch an extent, each with what must be added to its longitudes."""
        west, south, east, north = extent
        is_level = (self._lows[:, 1] <= north) & (self._highs[:, 1] >= south)
        for ring in map(self._ring, np.flatnonzero(is_level).tolist()):
            for turn in (-360.0, 0.0, 360.0):
                if ring.box[0] + turn <= east and ring.box[2] + turn >= west:
                    yield ring, turn

    def rings_of(self, code: str) -> Iterator[Ring]:
        """Yield the rings of a country; raises ValueError for a code that it has not."""
        land = self.codes.index(code)
        return map(self._ring, np.flatnonzero(self._ring_land == land).tolist())

    def shared(self, one: str, other: str) -> tuple[int, ...]:
        """Return the numbers of the arcs that two countries have in common."""
        theirs = [
            {n if n >= 0 else ~n for ring in self.rings_of(code) for n in ring.arcs}
            for code in (one, other)
        ]
        return tuple(sorted(theirs[0] & theirs[1]))


def joined(arcs: Sequence[Points]) -> Points:
    """Return arcs that follow one another as one closed line, unbroken at the antimeridian.

    One that goes around the world is closed along the South Pole: it is Antarctica's.
    """
    parts: list[Points] = []
    for arc in arcs:
        turn = 360.0 * round((parts[-1][-1, 0] - arc[0, 0]) / 360.0) if parts else 0.0
        parts.append((arc + np.array([turn, 0.0]))[1 if parts else 0 :])
    points = np.concatenate(parts)
    start, end = points[0], points[-1]
    if abs(end[0] - start[0]) < _HALF_TURN:
        return points
    return np.concatenate([points, [(end[0], _POLE), (start[0], _POLE), start]])


@cache
def atlas() -> Atlas:
    """Return the borders of the world."""
    return Atlas(FOLDER / "borders.npz")
