"""Borders of the world, from Natural Earth (data/PROVENANCE.txt); longitude before latitude.

Lines are kept, not outlines: what two countries share is one arc, which both of them name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefbook.frozen import dataclass
from briefbook_figures.countries import FOLDER

Points = NDArray[np.float64]
_HALF_TURN, _POLE = 180.0, -90.0


@dataclass(frozen=True)
class Ring:
    """A closed line of one country; `arcs` are their numbers, ~n for n backwards."""

    land: int
    arcs: tuple[int, ...]
    is_hole: bool
    box: tuple[float, float, float, float]
    """West, south, east, north, in degrees; east lies beyond 180 where it crosses the antimeridian."""


class Atlas:
    """The borders of all countries; lines are made into points as they are asked for."""

    def __init__(self, file: Path) -> None:
        """Read the file; raises OSError where it is missing."""
        with np.load(file) as data:
            self._scale, self._shift = data["scale"], data["shift"]
            self._steps, self._firsts = data["steps"], data["firsts"]
            self._arc_starts = data["arc_starts"]
            self._lows, self._highs = data["ring_lows"], data["ring_highs"]
            self._ring_arcs, self._ring_starts = data["ring_arcs"], data["ring_starts"]
            self._ring_land, self._is_hole = data["ring_land"], data["ring_is_hole"]
            self.codes: tuple[str, ...] = tuple(data["codes"].tolist())
            """ISO 3166-1 of each land; empty for one that has no code."""
            self._arcs: dict[int, Points] = {}
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

    @cached_property
    def rings(self) -> tuple[Ring, ...]:
        """Every ring, a country's together, holes after the ring that they are in."""
        lows, highs = (
            (grid * self._scale + self._shift).tolist() for grid in (self._lows, self._highs)
        )
        numbers, starts = self._ring_arcs.tolist(), self._ring_starts.tolist()
        return tuple(
            Ring(land, tuple(numbers[starts[n] : starts[n + 1]]), bool(hole), (*lows[n], *highs[n]))
            for n, (land, hole) in enumerate(
                zip(self._ring_land.tolist(), self._is_hole.tolist(), strict=True)
            )
        )

    def area(self, ring: Ring) -> float:
        """Return the area within a ring, in squares of a degree of latitude."""
        points = self.outline(ring)
        x = points[:, 0] * np.cos(np.radians((ring.box[1] + ring.box[3]) / 2))
        y = points[:, 1]
        return abs(float(x[:-1] @ y[1:] - x[1:] @ y[:-1])) / 2

    def rings_of(self, code: str) -> Iterator[Ring]:
        """Yield the rings of a country; raises ValueError for a code that it has not."""
        land = self.codes.index(code)
        return (ring for ring in self.rings if ring.land == land)

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
