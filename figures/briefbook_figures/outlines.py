"""Outlines of marks: straight lines, circles, hatches; every number a whole hundredth of a point."""

from __future__ import annotations

import math
from collections.abc import Sequence

from briefbook_figures.display_list import Outline, PathMark, Segment

_HATCH_STEP_PT = 4.0
"""From one line of a hatch to the next, upwards."""


def rounded(value: float) -> float:
    """Round to 0.01 pt, in two steps.

    The first step takes away the last bits, which differ between processors, so that a value
    midway between two hundredths falls on the same side everywhere.
    """
    return round(round(float(value), 6), 2) + 0.0


def opened(points: Sequence[Sequence[float]]) -> Outline:
    """Return a line through points."""
    return tuple(
        ("L" if number else "M", (rounded(x), rounded(y))) for number, (x, y) in enumerate(points)
    )


def closed(points: Sequence[Sequence[float]]) -> Outline:
    """Return a line through points and back to the first."""
    return (*opened(points), ("Z", ()))


_HALF = math.sqrt(0.5)
_PULL = 0.2652031
"""How far off the handles of an eighth of a circle stand (Lancaster, 2005)."""
_OBLIQUE = _HALF * _PULL
_QUARTER = (
    (0.0, -1.0), (_PULL, -1.0), (_HALF - _OBLIQUE, -_HALF - _OBLIQUE), (_HALF, -_HALF),
    (_HALF + _OBLIQUE, -_HALF + _OBLIQUE), (1.0, -_PULL), (1.0, 0.0),
)  # fmt: skip
_CIRCLE = (
    *_QUARTER,
    *((-y, x) for x, y in _QUARTER[1:]),
    *((-x, -y) for x, y in _QUARTER[1:]),
    *((y, -x) for x, y in _QUARTER[1:]),
)


def circle(centre: tuple[float, float], radius: float) -> Outline:
    """Return a circle of eight curves, from its lowest point counter-clockwise."""
    points = [
        (rounded(centre[0] + radius * x), rounded(centre[1] + radius * y)) for x, y in _CIRCLE
    ]
    curves = (points[at : at + 3] for at in range(1, len(points), 3))
    drawn = (("C", tuple(value for point in curve for value in point)) for curve in curves)
    return (("M", points[0]), *drawn, ("Z", ()))


def extent(outline: Outline) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of the points of an outline (control points included)."""
    xs = [value for _, values in outline for value in values[0::2]]
    ys = [value for _, values in outline for value in values[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def hatching(outline: Outline, colour: str, width_pt: float) -> PathMark:
    """Return rising diagonals across the whole outline, clipped to it.

    They have one phase for the whole picture, so that two hatched bars match.
    """
    left, bottom, right, top = extent(outline)
    lines: list[Segment] = []
    step = _HATCH_STEP_PT
    # A diagonal is y = x + k * step; those with an offset between the two far corners touch.
    for k in range(int((bottom - right) // step), int((top - left) // step) + 2):
        low, high = max(left, bottom - k * step), min(right, top - k * step)
        if low < high:
            lines.append(("M", (rounded(low), rounded(low + k * step))))
            lines.append(("L", (rounded(high), rounded(high + k * step))))
    return PathMark(
        tuple(lines),
        stroke=colour,
        width_pt=rounded(width_pt),
        # The ends must reach beyond the outline, or its corners would stay white.
        cap="square",
        clip=outline,
    )
