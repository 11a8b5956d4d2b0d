"""A drawn chart as plain data, a display list: what stands where on a rectangle, in points, origin bottom left.

The list is the hand-over between the plotting library and a renderer. It can be compared, hashed
and stored, and it is drawn at its final size: nobody ever scales it.
"""

from __future__ import annotations

from typing import Any, Literal

from briefbook.frozen import dataclass

Segment = tuple[str, tuple[float, ...]]
"""An operator and its coordinates: M x y, L x y, C x1 y1 x2 y2 x y, Z."""
Outline = tuple[Segment, ...]
Face = Literal["sans", "sans-semibold", "sans-italic"]
Anchor = Literal["left", "center", "right"]


@dataclass(frozen=True)
class PathMark:
    """A filled and/or stroked outline."""

    outline: Outline
    fill: str | None = None
    stroke: str | None = None
    width_pt: float = 0.0
    dash_pt: tuple[float, ...] = ()
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    clip: Outline | None = None
    """Nothing is painted outside this outline (hatching inside a bar)."""


@dataclass(frozen=True)
class TextMark:
    """One line of text; x, y is the left end of its baseline."""

    x: float
    y: float
    text: str
    face: Face
    size_pt: float
    colour: str
    angle: float = 0.0
    """Degrees counter-clockwise."""
    anchor: Anchor = "left"
    """Which part of the line stays in place where another face sets it wider."""
    width_pt: float = 0.0
    """As measured."""


Mark = PathMark | TextMark


@dataclass(frozen=True)
class DisplayList:
    """A drawn chart at its final size."""

    width_pt: float
    height_pt: float
    marks: tuple[Mark, ...]
    left_out: tuple[str, ...] = ()
    """Labels for which there was no room: the exhibit's own words or list must say them."""


def as_data(drawn: DisplayList) -> dict[str, Any]:
    """Return a display list as what JSON can hold."""
    return {
        "size": [drawn.width_pt, drawn.height_pt],
        "marks": [
            ["text" if isinstance(mark, TextMark) else "path", *vars(mark).values()]
            for mark in drawn.marks
        ],
        "left_out": list(drawn.left_out),
    }


def from_data(data: dict[str, Any]) -> DisplayList:
    """Return the display list of such data; raises TypeError, KeyError or ValueError for others."""
    width, height = data["size"]
    marks = tuple(_mark(*mark) for mark in data["marks"])
    return DisplayList(width, height, marks, tuple(data["left_out"]))


def _mark(kind: str, *values: Any) -> Mark:  # noqa: ANN401 - of either kind of mark
    if kind == "text":
        return TextMark(*values)
    outline, fill, stroke, width, dashes, cap, join, clip = values
    return PathMark(
        _outline(outline), fill, stroke, width, tuple(dashes), cap, join, clip and _outline(clip)
    )


def _outline(segments: list[Any]) -> Outline:
    return tuple((operator, tuple(numbers)) for operator, numbers in segments)
