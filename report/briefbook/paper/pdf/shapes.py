"""The marks of events as outlines: how exactly something is dated, told by form alone.

Each is drawn in navy on white, centred on the middle of its slot. y runs up.
"""

from __future__ import annotations

from typing import assert_never

from briefbook_figures import palette
from briefbook_figures.display_list import Outline, PathMark
from briefbook_figures.spec import Shape

DOT, SQUARE, DIAMOND = 2.9, 5.0, 3.9
"""Radius; side; half the diagonal."""
LONG, THICK = 18.0, 3.7
"""Length and thickness of spans."""
LINE = 1.2
_ROUND = 0.5523
"""Control points of a quarter circle lie this share of the radius along the tangent."""


def shape_width(shape: Shape) -> float:
    """Return how wide a mark is."""
    match shape:
        case Shape.DOT:
            return 2 * DOT
        case Shape.DOTS:
            return 4 * DOT
        case Shape.SQUARE:
            return SQUARE + LINE
        case Shape.DIAMOND:
            return 2 * DIAMOND + LINE
        case Shape.BAR | Shape.DASHES | Shape.ARROW:
            return LONG
        case _:
            assert_never(shape)


def shape_marks(shape: Shape) -> tuple[PathMark, ...]:  # noqa: PLR0911  a case each
    """Return the outlines of a mark around (0, 0)."""
    match shape:
        case Shape.DOT:
            return (_filled(_circle(0)),)
        case Shape.DOTS:
            return (_filled(_circle(-DOT)), _filled(_circle(DOT)))
        case Shape.SQUARE:
            return (_outlined(_rectangle(-SQUARE / 2, -SQUARE / 2, SQUARE, SQUARE)),)
        case Shape.BAR:
            return (_filled(_rectangle(-LONG / 2, -THICK / 2, LONG, THICK)),)
        case Shape.DASHES:
            return _dashes()
        case Shape.ARROW:
            return _arrow()
        case Shape.DIAMOND:
            return (_outlined(_polygon((-DIAMOND, 0), (0, DIAMOND), (DIAMOND, 0), (0, -DIAMOND))),)
        case _:
            assert_never(shape)


def _dashes() -> tuple[PathMark, ...]:
    count, share = 4, 0.66
    step = LONG / (count - 1 + share)
    return tuple(
        _filled(_rectangle(-LONG / 2 + index * step, -THICK / 2, share * step, THICK))
        for index in range(count)
    )


def _arrow() -> tuple[PathMark, ...]:
    left, right, head, half = -LONG / 2, LONG / 2, 5.2, 2.9
    tick: Outline = (("M", (left + LINE / 2, -half)), ("L", (left + LINE / 2, half)))
    shaft: Outline = (("M", (left, 0)), ("L", (right - head + 1, 0)))
    tip = _polygon((right - head, -half), (right, 0), (right - head, half))
    return _line(tick), _line(shaft), _filled(tip)


def _filled(outline: Outline) -> PathMark:
    return PathMark(outline, fill=palette.NAVY)


def _outlined(outline: Outline) -> PathMark:
    return PathMark(outline, fill=palette.WHITE, stroke=palette.NAVY, width_pt=LINE)


def _line(outline: Outline) -> PathMark:
    return PathMark(outline, stroke=palette.NAVY, width_pt=LINE)


def _rectangle(x: float, y: float, width: float, height: float) -> Outline:
    return _polygon((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def _polygon(*corners: tuple[float, float]) -> Outline:
    first, *rest = corners
    return (("M", first), *(("L", corner) for corner in rest), ("Z", ()))


def _circle(x: float) -> Outline:
    r, c = DOT, DOT * _ROUND
    return (
        ("M", (x + r, 0)),
        ("C", (x + r, c, x + c, r, x, r)),
        ("C", (x - c, r, x - r, c, x - r, 0)),
        ("C", (x - r, -c, x - c, -r, x, -r)),
        ("C", (x + c, -r, x + r, -c, x + r, 0)),
        ("Z", ()),
    )
