"""Where the names of a map stand: places beside their marks, countries inside of their land.

Text is dark on light land and white on the focus, never half on either, and never on the border
that the map is about.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np

from briefbook.frozen import dataclass
from briefbook_figures.display_list import Anchor
from briefbook_figures.forms.canvas import Canvas, Words
from briefbook_figures.forms.map_grid import Counts, MapGrid
from briefbook_figures.forms.map_lands import Land
from briefbook_figures.label_placement import Box, Label, Place, place
from briefbook_figures.lines import Lines
from briefbook_figures.map_frame import Frame
from briefbook_figures.palette import WHITE

_CELL_PT = 2.5
_AIR_PT = 3.0
"""Between a mark and its label, and between a name and its country's edge."""
_EDGE_PT = 4.0
"""Between text and the edge of the map."""
_DISTANCES_PT = (0.0, 8.0, 16.0, 26.0, 38.0, 52.0, 70.0, 92.0)
"""From a mark to its label; those but the first have a leader."""
_LEADER_FROM_PT, _LEADER_GAP_PT = 8.0, 2.5
_DIRECTIONS = 16
_MOST_SPOTS = 48
_COST_PER_PT = 0.5
_COST_OF_EDGE = 0.15
"""Of each cell of a border under a label."""
_COST_OUTSIDE = 5.0
"""Of a capital's name beside its country."""
_COST_OF_LAND = 0.1
_CLEAR_PT = 2.0
"""Between text and the marked border, or an island too small for the grid."""
_GAP_PT = (4.0, 2.0)
_STEP_PT = 3.0
"""Along a leader."""

Point = tuple[float, float]
Line = tuple[Point, Point]


@dataclass(frozen=True)
class Wanted:
    """A text that wants a place: beside a point, or anywhere in a country."""

    lines: tuple[Words, ...]
    at: Point | None = None
    land: int = 0
    """Number of the country; 0 for a text beside a point."""
    is_near: bool = False
    """Whether it must stand at its point, with a short leader at most."""
    prefers_water: bool = False
    """Whether it would be taken for the name of a neighbour on whose land it stands."""
    weight: float = 100.0


@dataclass(frozen=True)
class Placed:
    """A text in its place."""

    lines: tuple[Words, ...]
    box: Box
    anchor: Anchor
    leader: Line | None = None


@dataclass(frozen=True)
class _Spot(Place):
    """A place and how the text is set there."""

    anchor: Anchor = "left"
    is_white: bool = False
    line: Line | None = None
    pad: float = 0.0
    """Of its box, what is kept free around the text."""


class MapLabels:
    """Finds places for the texts of one map."""

    def __init__(
        self,
        canvas: Canvas,
        frame: Frame,
        lands: Sequence[Land],
        focus: int,
        borders: Sequence[Lines],
    ) -> None:
        """Lay the grid; `focus` is the number of the dark country, from 1."""
        self._canvas = canvas
        self._bounds = Box(0, 0, frame.width_pt, frame.height_pt)
        self._grid = MapGrid(frame, canvas.pt(_CELL_PT), [land.areas for land in lands])
        self._dark = self._grid.counts(self._grid.cells == focus)
        self._focus = focus
        specks = [land.specks for land in lands]
        self._border = self._grid.lines([*borders, *specks], canvas.pt(_CLEAR_PT))
        self.solid: list[Box] = []
        """Marks, and texts that have their places."""

    @cached_property
    def _edges(self) -> Counts:
        return self._grid.counts(self._grid.edges())

    @cached_property
    def _land(self) -> Counts:
        return self._grid.counts(self._grid.cells > 0)

    @cached_property
    def _rust(self) -> Counts:
        return self._grid.counts(self._border)

    def ground(self, box: Box) -> str:
        """Return what a box stands on: `dark`, the focus; `light`, anything else; empty for both."""
        if self._rust.within(box):
            return ""
        return "light" if not self._dark.within(box) else "dark" if self._dark.fills(box) else ""

    def fit(self, wanted: Sequence[Wanted]) -> list[Placed | None]:
        """Return a place for each text, or None; what got a place is in the way of later ones."""
        labels = tuple(Label(tuple(self._best(text)), text.weight) for text in wanted)
        air = self._canvas.pt(_EDGE_PT)
        gap = self._canvas.pt(_GAP_PT[0]), self._canvas.pt(_GAP_PT[1])
        placement = place(labels, tuple(self.solid), self._bounds.grown(-air, -air), gap)
        found: list[Placed | None] = []
        for text, spot in zip(wanted, placement.chosen, strict=True):
            if not isinstance(spot, _Spot):
                found.append(None)
                continue
            lines = tuple(replace(w, colour=WHITE) if spot.is_white else w for w in text.lines)
            found.append(
                Placed(lines, spot.box.grown(-spot.pad, -spot.pad), spot.anchor, spot.line)
            )
            self.solid.append(spot.box.grown(*gap))
            self.solid += _along(spot.line)
        return found

    def _best(self, text: Wanted) -> list[_Spot]:
        spots = self._in_land(text) if text.land else self._beside(text)
        return sorted(spots, key=lambda spot: spot.cost)[:_MOST_SPOTS]

    # ── In a country ────────────────────────────────────────────────────────────────────────────

    def _in_land(self, text: Wanted) -> Iterator[_Spot]:
        """Yield boxes wholly within a country and off its marked border, the nearest to its middle first."""
        width, height = self._canvas.size(text.lines)
        air = self._canvas.pt(_AIR_PT)
        own = self._grid.cells == text.land
        corners = self._grid.counts(own & ~self._border).spots(width + 2 * air, height + 2 * air)
        if not len(corners):
            return
        middles = corners + np.array([width / 2 + air, height / 2 + air])
        rows, columns = np.nonzero(own)
        centre = (np.array([columns.mean(), rows.mean()]) + 0.5) * self._grid.step
        apart = np.hypot(*(middles - centre).T)
        order = np.argsort(apart, kind="stable")
        # Neighbouring cells are as good as one another: every few of them is tried.
        step = max(1, len(order) // _MOST_SPOTS)
        for n in [*order[:8], *order[8::step]]:
            x, y = map(float, corners[n])
            box = Box(x, y, x + width + 2 * air, y + height + 2 * air)
            cost = float(apart[n]) * _COST_PER_PT / 6
            is_white = text.land == self._focus
            yield _Spot(box, cost, anchor="center", is_white=is_white, pad=air)

    # ── Beside a point ──────────────────────────────────────────────────────────────────────────

    def _beside(self, text: Wanted) -> Iterator[_Spot]:
        for distance in _DISTANCES_PT[:2] if text.is_near else _DISTANCES_PT:
            for turn in range(_DIRECTIONS):
                spot = self._spot(text, 2 * math.pi * turn / _DIRECTIONS, distance)
                if spot:
                    yield spot

    def _spot(self, text: Wanted, angle: float, distance: float) -> _Spot | None:
        assert text.at is not None  # noqa: S101  it has no land
        x, y = text.at
        pt = self._canvas.pt
        away = pt(_AIR_PT + 2.6 + distance)
        to = x + math.cos(angle) * away, y + math.sin(angle) * away
        gap = pt(_LEADER_GAP_PT) if distance >= _LEADER_FROM_PT else 0.0
        ends = to[0] + math.cos(angle) * gap, to[1] + math.sin(angle) * gap
        box, anchor = self._box(text.lines, ends, angle)
        if not (ground := self.ground(box)) or not self._bounds.holds(box):
            return None
        line = None
        if distance >= _LEADER_FROM_PT:
            line = (x, y), to
            in_the_way = [solid for solid in self.solid if not _holds(solid, text.at)]
            if any(other.overlaps(step) for step in _along(line) for other in in_the_way):
                return None
        side = abs(math.sin(angle)) + (0.15 if math.cos(angle) < 0 else 0.0)
        cost = pt(distance) / pt(1) * _COST_PER_PT + 3 * side
        cost += _COST_OF_EDGE * self._edges.within(box)
        is_outside = text.is_near and ground != self.ground(Box(x, y, x + 1, y + 1))
        cost += _COST_OUTSIDE if is_outside else 0.0
        if text.prefers_water or is_outside:
            cost += _COST_OF_LAND * self._land.within(box)
        leader = _hull(line) if line else None
        return _Spot(box, cost, leader, anchor, ground == "dark", line)

    def _box(self, lines: Sequence[Words], to: Point, angle: float) -> tuple[Box, Anchor]:
        """Return the box of lines whose near edge is at a point, seen from the mark at an angle."""
        width, height = self._canvas.size(lines)
        across, up = math.cos(angle), math.sin(angle)
        x, y = to
        if abs(across) < 0.3:  # noqa: PLR2004  above or below
            bottom = y if up > 0 else y - height
            return Box(x - width / 2, bottom, x + width / 2, bottom + height), "center"
        # The first line stands level with the point, as the end of a leader should.
        top = y + lines[0].size_pt * 0.5
        left = x if across > 0 else x - width
        return Box(left, top - height, left + width, top), "left" if across > 0 else "right"


def _hull(line: Line) -> Box:
    (x, y), (x2, y2) = line
    return Box(min(x, x2), min(y, y2), max(x, x2), max(y, y2))


def _holds(box: Box, point: Point) -> bool:
    return box.left <= point[0] <= box.right and box.bottom <= point[1] <= box.top


def _along(line: Line | None) -> list[Box]:
    """Return small boxes along a line, which others keep off: what overlaps one meets the line."""
    if line is None:
        return []
    (x, y), (x2, y2) = line
    count = max(1, round(math.hypot(x2 - x, y2 - y) / _STEP_PT))
    middles = [(x + (x2 - x) * n / count, y + (y2 - y) * n / count) for n in range(count + 1)]
    return [Box(a - 1, b - 1, a + 1, b + 1) for a, b in middles]


def cross(one: Line, other: Line) -> bool:
    """Say whether two stretches cross: each has its ends on either side of the other."""
    return all(
        _side(a, b[0]) * _side(a, b[1]) < 0 for a, b in ((one, other), (other, one))
    )  # fmt: skip


def _side(line: Line, point: Point) -> float:
    (x, y), (x2, y2) = line
    return (x2 - x) * (point[1] - y) - (y2 - y) * (point[0] - x)
