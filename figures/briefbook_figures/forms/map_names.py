"""Which texts a map shows, and where each stands: the places first, then what helps to find them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from math import floor, hypot, log10

import numpy as np

from briefbook.frozen import dataclass, replace
from briefbook_figures.display_list import Face
from briefbook_figures.forms.canvas import Canvas, Words
from briefbook_figures.forms.map_labels import MapLabels, Placed, Point, Wanted, cross
from briefbook_figures.forms.map_lands import lands_in
from briefbook_figures.geography import atlas
from briefbook_figures.label_placement import Box
from briefbook_figures.lines import corners, holds
from briefbook_figures.map_frame import frame_of
from briefbook_figures.palette import MUTED, NAVY, TEXT
from briefbook_figures.spec_map import MapChart, MapPlace

Say = Callable[[int, MapPlace], tuple[Words, ...]]
"""The lines that stand beside a place, by its number."""

BORDER_PT = 2.2
"""The line along a common border."""
_HALF_MARK_PT, _HALF_DOT_PT = 3.0, 2.4
_APART_PT = 9.0
"""A capital nearer to a place than this is not drawn."""
_SCALES = (5, 2, 1)
_LONGEST_SCALE = 0.16
"""Of the map's width."""
_SCALE_AIR_PT, _SCALE_GAP_PT = 8.0, 3.0


@dataclass(frozen=True)
class Scale:
    """A scale bar along the foot of its box."""

    box: Box
    text: str
    is_white: bool
    """Whether it stands on the dark country."""


class MapNames:
    """The texts of one map in their places."""

    def __init__(self, canvas: Canvas, chart: MapChart, height: float, say: Say) -> None:
        """Find the places: of the scale, the places, the chosen countries, capitals, neighbours."""
        self.chart = chart
        self._canvas = canvas
        self.frame = frame_of(chart, canvas.width, height)
        chosen = (chart.focus, *chart.against)
        self.lands = lands_in(atlas(), self.frame, chosen)
        self._number = {land.code: n for n, land in enumerate(self.lands.all, 1)}
        width = canvas.pt(BORDER_PT)
        self.borders = [self.lands.shared(chart.focus, code, width) for code in chart.against]
        self._labels = MapLabels(
            canvas, self.frame, self.lands.all, self._number.get(chart.focus, 0), self.borders
        )
        self.points: list[Point] = [self.frame.point(place) for place in chart.places]
        """Where the places stand."""
        self._labels.solid += [_box_about(at, canvas.pt(_HALF_MARK_PT)) for at in self.points]
        self.scale = self._find_scale()
        self.capitals: list[Point] = []
        """Where capitals stand that have room for their names."""
        self.places, names = self._fit_first(say, [c for c in chosen if c in self._number])
        """The label of each place; None where it has no room."""
        others = [land.code for land in self.lands.all if land.code and land.code not in chosen]
        self.all: tuple[Placed, ...] = (
            *(label for label in self.places if label), *names, *self._fit_lands(others),
        )  # fmt: skip

    @property
    def are_clear(self) -> bool:
        """Whether every place has its label, and no leader crosses another."""
        leaders = [label.leader for label in self.places if label and label.leader]
        return None not in self.places and not any(
            cross(one, other) for one, other in combinations(leaders, 2)
        )

    def _fit_first(
        self, say: Say, chosen: Sequence[str]
    ) -> tuple[tuple[Placed | None, ...], list[Placed]]:
        """Return the labels of the places; and the names of capitals and chosen countries, placed with them."""
        capitals = self._capitals_apart()
        wanted = [
            Wanted(say(n, place), at)
            for n, (place, at) in enumerate(zip(self.chart.places, self.points, strict=True), 1)
        ]
        bold = self._canvas.style.value_pt
        cities = [
            Wanted((Words(capital.name, bold, "sans-semibold"),), at, is_near=True, weight=40.0)
            for capital, at in capitals
        ]
        names = [Wanted(self._name(code), land=self._number[code], weight=60.0) for code in chosen]
        half = self._canvas.pt(_HALF_DOT_PT)
        self._labels.solid += [_box_about(at, half) for _, at in capitals]
        found = self._labels.fit([*wanted, *cities, *names])
        places, rest = found[: len(wanted)], found[len(wanted) :]
        self.capitals = [at for (_, at), label in zip(capitals, rest, strict=False) if label]
        named = [label for label in rest if label]
        for code, label in zip(chosen, rest[len(cities) :], strict=True):
            if label is None:
                named += self._fit_lands([code]) or self._fit_beside(code)
        return tuple(places), named

    def _fit_lands(self, codes: Iterable[str]) -> list[Placed]:
        """Return names within their countries, on one line or two; those without room are dropped."""
        named, left = [], list(codes)
        for count in (1, 2):
            wanted = [
                Wanted(self._name(code, count), land=self._number[code], weight=20.0)
                for code in left
            ]
            found = self._labels.fit(wanted)
            named += [label for label in found if label]
            left = [code for code, label in zip(left, found, strict=True) if label is None]
        return named

    def _fit_beside(self, code: str) -> list[Placed]:
        """Return the name of a country that is too small for it, beside it."""
        land = self.lands.all[self._number[code] - 1]
        found = corners(land.areas)
        middle = (found.min(axis=0) + found.max(axis=0)) / 2
        nearest = found[np.hypot(*(found - middle).T).argmin()]
        x, y = map(float, middle if holds(land.areas, middle) else nearest)
        ink = NAVY if code == self.chart.focus else TEXT
        wanted = Wanted(self._name(code, 1, ink), (x, y), prefers_water=True)
        placed = [label for label in self._labels.fit([wanted]) if label]
        if code == self.chart.focus and all(self._labels.ground(p.box) == "dark" for p in placed):
            return [replace(label, leader=None) for label in placed]  # inside its country
        return placed

    def _name(self, code: str, count: int = 1, ink: str = "") -> tuple[Words, ...]:
        """Return a country's name in capitals, in up to so many lines."""
        style = self._canvas.style
        text = self.lands.all[self._number[code] - 1].name.upper()
        face: Face = "sans-semibold"
        if code == self.chart.focus:
            size, colour = style.value_pt, NAVY
        elif code in self.chart.against:
            size, colour = style.label_pt, TEXT
        else:
            size, face, colour = style.small_pt, "sans", MUTED
        return tuple(Words(line, size, face, ink or colour) for line in _broken(text, count))

    def _capitals_apart(self) -> list[tuple[MapPlace, Point]]:
        """Return the capitals on the map that no place stands beside."""
        found = []
        for capital in self.chart.capitals:
            at = self.frame.point(capital)
            apart = self._canvas.pt(_APART_PT)
            is_near = any(hypot(at[0] - x, at[1] - y) < apart for x, y in self.points)
            if self.frame.holds(capital) and not is_near:
                found.append((capital, at))
        return found

    def _find_scale(self) -> Scale | None:
        """Return a scale bar in a corner that is free; none where lengths differ too much over the map."""
        if not self.frame.has_scale:
            return None
        canvas, frame = self._canvas, self.frame
        length = _round_length(frame.width_pt * _LONGEST_SCALE * frame.km_per_pt)
        text = f"{length:,.10g} km"
        width = length / frame.km_per_pt
        size = canvas.style.small_pt
        high = canvas.pt(_SCALE_GAP_PT) + size * canvas.measure.ASCENT
        wide = max(width, canvas.measure.width(text, "sans", size))
        air = canvas.pt(_SCALE_AIR_PT)
        for x in (frame.width_pt - air - wide, air):
            for y in (air, frame.height_pt - air - high):
                whole = Box(x, y, x + wide, y + high)
                ground = self._labels.ground(whole)
                if ground and not any(whole.overlaps(solid) for solid in self._labels.solid):
                    self._labels.solid.append(whole.grown(air / 2, air / 2))
                    bar = x + (wide - width) / 2
                    box = Box(bar, y, bar + width, y + high)
                    return Scale(box, text, ground == "dark")
        return None


def _box_about(at: Point, half: float) -> Box:
    return Box(at[0] - half, at[1] - half, at[0] + half, at[1] + half)


def _broken(text: str, count: int) -> tuple[str, ...]:
    """Return a name in one line, or in two as even as its words allow."""
    words = text.split(" ")
    if count == 1 or len(words) == 1:
        return (text,)
    pairs = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    return min(pairs, key=lambda pair: max(map(len, pair)))


def _round_length(most: float) -> float:
    """Return the largest of 1, 2, 5, 10, 20 … that is not more."""
    power = 10.0 ** floor(log10(most))
    return next(step * power for step in _SCALES if step * power <= most)
