"""A matplotlib renderer that paints nothing and records what it is told as plain marks.

A figure drawn through it must have 72 dots per inch, so that a dot is a point. Only what our
charts use is recorded; anything else (images, transparency, formulas) is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, cast

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_hex
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, IdentityTransform, Transform
from matplotlib.typing import ColorType

from briefbook_figures.display_list import (
    Face,
    Mark,
    Outline,
    PathMark,
    Segment,
    TextMark,
)
from briefbook_figures.faces import Fonts
from briefbook_figures.forms.measure import Measure

Join = Literal["miter", "round", "bevel"]
Cap = Literal["butt", "round", "square"]
_CAPS: dict[str, Cap] = {"butt": "butt", "round": "round", "projecting": "square"}
_OPERATORS = {Path.MOVETO: "M", Path.LINETO: "L", Path.CURVE4: "C", Path.CLOSEPOLY: "Z"}
_HATCH_TILE_PT = 72.0
_HATCH_LINES = 6
"""matplotlib repeats a hatch after one inch, and draws 6 lines for each stroke of the pattern."""


def rounded(value: float) -> float:
    """Round to 0.01 pt, in two steps.

    The first step takes away the last bits, which differ between processors, so that a value
    midway between two hundredths falls on the same side everywhere.
    """
    return round(round(float(value), 6), 2) + 0.0


class RecordingRenderer(RendererBase):
    """Collects `marks` in the order of painting."""

    def __init__(self, width_pt: float, height_pt: float, fonts: Fonts, measure: Measure) -> None:
        """Start with no marks."""
        super().__init__()
        self.marks: list[Mark] = []
        self._size = (width_pt, height_pt)
        self._measure = measure
        faces: tuple[Face, ...] = ("sans", "sans-semibold", "sans-italic")
        self._faces = {str(fonts.file(face)): face for face in faces}

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the size of the picture, in points."""
        return self._size

    def flipy(self) -> bool:
        """Say that y runs upwards."""
        return False

    def points_to_pixels(self, points: Any) -> Any:  # noqa: ANN401 - an array now and then
        """Return `points`: a dot is a point here."""
        return points

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: ColorType | None = None,  # noqa: N803 - matplotlib passes it by this name
    ) -> None:
        """Record a fill, a hatch and a stroke: as one mark, or as three where there is a hatch."""
        outline = _outline(path, transform)
        if not outline:
            return
        clip = _clip(gc, outline)
        fill = _hex(rgbFace) if rgbFace is not None else None
        width = rounded(gc.get_linewidth())
        stroke = _hex(gc.get_rgb()) if width else None
        if gc.get_hatch() and clip is None:
            self.marks.append(PathMark(outline, fill=fill))
            self.marks.append(_hatching(gc, outline))
            fill = None
        if fill or stroke:
            self.marks.append(
                PathMark(
                    outline,
                    fill=fill,
                    stroke=stroke,
                    width_pt=width if stroke else 0.0,
                    dash_pt=_dashes(gc),
                    cap=_CAPS[gc.get_capstyle()],
                    join=cast("Join", str(gc.get_joinstyle())),
                    clip=clip,
                )
            )

    def draw_text(  # noqa: PLR0913, PLR0917 - matplotlib's list
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | Literal["TeX"] = False,  # noqa: FBT001, FBT002
        mtext: Text | None = None,
    ) -> None:
        """Record one line of text at the left end of its baseline."""
        if ismath:
            raise NotImplementedError("charts set no formulas: give the text parse_math=False")
        self.marks.append(
            TextMark(
                rounded(x),
                rounded(y),
                s,
                self._face(prop),
                rounded(prop.get_size_in_points()),
                _hex(gc.get_rgb()),
                rounded(angle),
                mtext.get_horizontalalignment() if mtext else "left",
                rounded(self._measure.width(s, self._face(prop), prop.get_size_in_points())),
            )
        )

    def get_text_width_height_descent(
        self,
        s: str,
        prop: FontProperties,
        ismath: bool | Literal["TeX"],  # noqa: FBT001
    ) -> tuple[float, float, float]:
        """Measure one line of text by the font's own advances, in points."""
        del ismath
        size = prop.get_size_in_points()
        height = (self._measure.ASCENT + self._measure.DESCENT) * size
        return (
            self._measure.width(s, self._face(prop), size),
            height,
            self._measure.DESCENT * size,
        )

    def _face(self, prop: FontProperties) -> Face:
        return self._faces[str(prop.get_file())]


def _outline(path: Path, transform: Transform) -> Outline:
    segments: list[Segment] = []
    for points, code in path.iter_segments(transform, simplify=False, curves=True):
        if code == Path.CURVE3:
            raise NotImplementedError("quadratic curves are not recorded")
        values = () if code == Path.CLOSEPOLY else tuple(rounded(value) for value in points)
        segments.append((_OPERATORS[code], values))
    return tuple(segments)


def _clip(gc: GraphicsContextBase, outline: Outline) -> Outline | None:
    """Return the outline beyond which nothing may be painted, or None where nothing would be."""
    path, transform = gc.get_clip_path()
    if path is not None and transform is not None:
        # matplotlib's types say that this is a TransformedPath; what it returns is its path.
        return _outline(cast("Path", path), transform)
    box = gc.get_clip_rectangle()
    if box is None:
        return None
    left, bottom, right, top = extent(outline)
    slack = gc.get_linewidth() / 2
    if (
        box.x0 <= left - slack
        and box.y0 <= bottom - slack
        and box.x1 >= right + slack
        and box.y1 >= top + slack
    ):
        return None
    placed = Affine2D().scale(box.width, box.height).translate(box.x0, box.y0)
    return _outline(Path.unit_rectangle().transformed(placed), IdentityTransform())


def extent(outline: Outline) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of the points of an outline (control points included)."""
    xs = [value for _, values in outline for value in values[0::2]]
    ys = [value for _, values in outline for value in values[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def _hatching(gc: GraphicsContextBase, outline: Outline) -> PathMark:
    """Return rising diagonals across the whole outline, clipped to it.

    The lines run through from edge to edge (matplotlib's own tiles would leave seams), and have
    one phase for the whole picture, so that two hatched bars match.
    """
    pattern = gc.get_hatch() or ""
    if set(pattern) != {"/"}:
        raise NotImplementedError(f"only rising diagonals are recorded, not {pattern!r}")
    # Its lines start on a diagonal of the tile, which is two tiles long upwards.
    step = 2 * _HATCH_TILE_PT / (_HATCH_LINES * len(pattern))
    left, bottom, right, top = extent(outline)
    lines: list[Segment] = []
    # A diagonal is y = x + k * step; those with an offset between the two far corners touch.
    for k in range(int((bottom - right) // step), int((top - left) // step) + 2):
        low, high = max(left, bottom - k * step), min(right, top - k * step)
        if low < high:
            lines.append(("M", (rounded(low), rounded(low + k * step))))
            lines.append(("L", (rounded(high), rounded(high + k * step))))
    return PathMark(
        tuple(lines),
        stroke=_hex(gc.get_hatch_color()),
        width_pt=rounded(gc.get_hatch_linewidth()),
        # The ends must reach beyond the outline, or its corners would stay white.
        cap="square",
        clip=outline,
    )


def _dashes(gc: GraphicsContextBase) -> tuple[float, ...]:
    offset, lengths = gc.get_dashes()
    if lengths is None:
        return ()
    if offset:
        raise NotImplementedError("dashes start with a dash")
    return tuple(rounded(length) for length in cast("Sequence[float]", lengths))


def _hex(colour: ColorType) -> str:
    opaque = to_hex(colour, keep_alpha=True)
    if not opaque.endswith("ff") and len(opaque) == len("#rrggbbaa"):
        raise NotImplementedError("charts have no transparency")
    return opaque[:7].upper()
