"""What a map shows: the part of the world around a country, and where its points stand on the picture.

Equirectangular about the frame's middle latitude φ: a degree of longitude is cos φ of a degree of
latitude, so that shapes are true in the middle and lengths nearly so everywhere on a country's map.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from briefbook.frozen import dataclass
from briefbook_figures.countries import Extent, parts_of
from briefbook_figures.spec_map import MapChart, MapPlace

if TYPE_CHECKING:
    from briefbook_figures.geography import Points

KM_PER_DEGREE = 111.195
"""Of latitude, on a sphere of 6,371 km."""
_MARGIN, _MARGIN_AGAINST = 0.22, 0.07
"""Left free around the focus, as a share of its size; less where another country widens the frame."""
_MOST_MARGIN = 4.0
"""Degrees of latitude: around a large country less is enough."""
_LEAST_HEIGHT = 2.4
"""Degrees of latitude: a small island is shown with what lies around it."""
_NEAR, _NEAREST, _FARTHEST = 0.15, 1.5, 4.0
"""A part within this share of the size of the whole so far belongs to the picture, within limits in degrees …"""
_LARGE, _LARGE_NEAR = 0.25, 0.6
"""… and one with this share of the area of the largest part, within this share of the size."""
_SPECK = 0.005
"""A part smaller than this share of the largest is shown if it lies there, but widens no frame."""
_REACH = 0.4
"""How far beyond the focus the countries it is shown against are, as a share of its size."""
_MOST_LATITUDE = 85.0
_FALSE_SCALE = 0.25


@dataclass(frozen=True)
class Frame:
    """The part of the world that fills a picture."""

    west: float
    south: float
    width_pt: float
    height_pt: float
    pt_per_degree: float
    """Of latitude."""

    @cached_property
    def ratio(self) -> float:
        """The length of a degree of longitude in degrees of latitude."""
        middle = self.south + self.height_pt / self.pt_per_degree / 2
        return math.cos(math.radians(min(max(middle, -_MOST_LATITUDE), _MOST_LATITUDE)))

    @property
    def extent(self) -> Extent:
        """What it shows."""
        east = self.west + self.width_pt / self.pt_per_degree / self.ratio
        return self.west, self.south, east, self.south + self.height_pt / self.pt_per_degree

    @property
    def km_per_pt(self) -> float:
        """Kilometres in a point, at the middle latitude."""
        return KM_PER_DEGREE / self.pt_per_degree

    @property
    def has_scale(self) -> bool:
        """Whether a scale holds for the whole picture, to within a quarter."""
        _, south, _, north = self.extent
        ends = [math.cos(math.radians(min(abs(at), 90.0))) for at in (south, north)]
        return all(abs(end / self.ratio - 1) <= _FALSE_SCALE for end in ends)

    def points(self, degrees: Points, turn: float = 0.0) -> Points:
        """Return points of the picture; `turn` is added to the longitudes."""
        turned, corner = (turn, 0.0), (self.west, self.south)
        return (degrees + turned - corner) * (self.ratio, 1.0) * self.pt_per_degree

    def point(self, place: MapPlace) -> tuple[float, float]:
        """Return where a place stands, on whichever side of the antimeridian it is written."""
        turn = 360.0 * math.floor((place.longitude - self.west) / 360.0)
        across = (place.longitude - turn - self.west) * self.ratio
        return across * self.pt_per_degree, (place.latitude - self.south) * self.pt_per_degree

    def holds(self, place: MapPlace) -> bool:
        """Tell whether a place lies on the picture."""
        x, y = self.point(place)
        return 0 <= x <= self.width_pt and 0 <= y <= self.height_pt


def frame_of(chart: MapChart, width_pt: float, height_pt: float) -> Frame:
    """Return the frame of a map on a picture of that size: all its places lie within."""
    focus = focus_extent(chart.focus)
    near = _grown(focus, _REACH)
    boxes = [focus]
    for code in chart.against:
        boxes += [
            box for part in parts_of(code) if (box := _common(_turned(part.box, focus), near))
        ]
    margin = _MARGIN_AGAINST if len(boxes) > 1 else _MARGIN
    whole = _grown(_hull(boxes), margin)
    middle = (whole[0] + whole[2]) / 2
    for place in chart.places:
        x = place.longitude + 360.0 * round((middle - place.longitude) / 360.0)
        if not (whole[0] <= x <= whole[2] and whole[1] <= place.latitude <= whole[3]):
            whole = _grown(_hull([whole, (x, place.latitude, x, place.latitude)]), margin / 2)
    return _filling(whole, width_pt, height_pt)


def focus_extent(code: str) -> Extent:
    """Return the extent of a country's largest part with the parts near it, not the far ones."""
    parts = parts_of(code)
    largest = max(parts, key=lambda part: part.area)
    found = largest.box
    left = [
        (_turned(part.box, found), part.area / largest.area)
        for part in parts
        if part is not largest and part.area >= _SPECK * largest.area
    ]
    while near := [box for box, share in left if _belongs(box, share, found)]:
        found = _hull([found, *near])
        left = [(box, share) for box, share in left if box not in near]
    return found


def _belongs(box: Extent, share: float, to: Extent) -> bool:
    ratio = math.cos(math.radians((to[1] + to[3]) / 2))
    across = max(0.0, box[0] - to[2], to[0] - box[2]) * ratio
    up = max(0.0, box[1] - to[3], to[1] - box[3])
    size = max((to[2] - to[0]) * ratio, to[3] - to[1])
    near = min(max(_NEAR * size, _NEAREST), _FARTHEST)
    if share >= _LARGE:
        near = max(near, _LARGE_NEAR * size)
    return math.hypot(across, up) <= near


def _turned(box: Extent, to: Extent) -> Extent:
    """Return a box on the same side of the antimeridian as another."""
    turn = 360.0 * round(((to[0] + to[2]) - (box[0] + box[2])) / 720.0)
    return box[0] + turn, box[1], box[2] + turn, box[3]


def _hull(boxes: Iterable[Extent]) -> Extent:
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


def _common(one: Extent, other: Extent) -> Extent | None:
    west, south = max(one[0], other[0]), max(one[1], other[1])
    east, north = min(one[2], other[2]), min(one[3], other[3])
    return (west, south, east, north) if west < east and south < north else None


def _grown(box: Extent, share: float) -> Extent:
    """Return a box with a share of its longer side more on each side."""
    ratio = math.cos(math.radians((box[1] + box[3]) / 2))
    more = min(share * max((box[2] - box[0]) * ratio, box[3] - box[1]), _MOST_MARGIN)
    return box[0] - more / ratio, box[1] - more, box[2] + more / ratio, box[3] + more


def _filling(box: Extent, width_pt: float, height_pt: float) -> Frame:
    """Return the frame about a box's middle that holds it and has the sides of the picture."""
    middle = (box[1] + box[3]) / 2
    ratio = math.cos(math.radians(min(max(middle, -_MOST_LATITUDE), _MOST_LATITUDE)))
    high = max(box[3] - box[1], _LEAST_HEIGHT, (box[2] - box[0]) * ratio * height_pt / width_pt)
    scale = height_pt / high
    wide = width_pt / scale / ratio
    return Frame((box[0] + box[2] - wide) / 2, middle - high / 2, width_pt, height_pt, scale)
