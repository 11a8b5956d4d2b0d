"""A picture in points, and the few things that our charts are made of: each becomes plain marks."""

from __future__ import annotations

from collections.abc import Sequence

from briefbook.frozen import dataclass
from briefbook_figures.display_list import (
    Anchor,
    DisplayList,
    Face,
    Mark,
    Outline,
    PathMark,
    TextMark,
)
from briefbook_figures.errors import ChartError
from briefbook_figures.faces import Fonts
from briefbook_figures.forms.measure import Measure
from briefbook_figures.label_placement import Box
from briefbook_figures.lines import Lines
from briefbook_figures.outlines import circle, closed, hatching, opened, rounded
from briefbook_figures.palette import MIST, NAVY, PALE, QUIET, TEXT, WHITE, ChartStyle
from briefbook_figures.spec import Fill

_SHARE = {"left": 0.0, "center": 0.5, "right": 1.0}

GRID_LAYER, GROUND_LAYER, MARK_LAYER, OVER_LAYER, TEXT_LAYER = range(5)
"""What covers what: the grid, the white grounds of labels, marks, marks on marks, text."""
LEADING = 1.18
"""From one baseline of a label to the next, as a share of the type size."""
_FLAT = {Fill.STRONG: NAVY, Fill.QUIET: QUIET, Fill.PALE: PALE}
_OUTLINED = {
    Fill.OUTLINE: WHITE,
    Fill.ASKED_STRONG: QUIET,
    Fill.ASKED_QUIET: PALE,
    Fill.ASKED_PALE: MIST,
}


@dataclass(frozen=True)
class Words:
    """One line of text and how it is set."""

    text: str
    size_pt: float
    face: Face = "sans"
    colour: str = TEXT


class Canvas:
    """An empty picture; every coordinate given to it is in points from its lower left corner."""

    DESIGN_PT = 7.8
    """The label size beside which the lengths of the forms were chosen."""

    def __init__(self, width_pt: float, height_pt: float, style: ChartStyle, fonts: Fonts) -> None:
        """Start with nothing drawn."""
        self.width = width_pt
        self.height = height_pt
        self.style = style
        self.fonts = fonts
        self.measure = Measure(fonts)
        self.left_out: list[str] = []
        """Labels for which there was no room."""
        self._marks: list[tuple[int, Mark]] = []
        """With the layer of each."""

    def picture(self) -> DisplayList:
        """Return everything that was drawn, the lower layers first."""
        marks = sorted(self._marks, key=lambda drawn: drawn[0])
        return DisplayList(
            self.width, self.height, tuple(mark for _, mark in marks), tuple(self.left_out)
        )

    def pt(self, length: float) -> float:
        """Return a length of the design, which was made for the paper's type, for this style."""
        return length * self.style.label_pt / self.DESIGN_PT

    # ── Text ────────────────────────────────────────────────────────────────────────────────────

    def size(self, lines: Sequence[Words]) -> tuple[float, float]:
        """Return the width and height of lines set under each other."""
        width = max(self.measure.width(line.text, line.face, line.size_pt) for line in lines)
        rest = sum(line.size_pt * LEADING for line in lines[1:])
        return width, lines[0].size_pt * Measure.ASCENT + rest + lines[-1].size_pt * Measure.DESCENT

    def box(self, lines: Sequence[Words], x: float, bottom: float, anchor: Anchor) -> Box:
        """Return the box that lines would fill whose lower edge is at `bottom`."""
        width, height = self.size(lines)
        left = x - width * _SHARE[anchor]
        return Box(left, bottom, left + width, bottom + height)

    def text(self, x: float, y: float, words: Words, anchor: Anchor = "left") -> Box:
        """Set one line with its baseline at `y`; return the box that it fills."""
        if words.text:
            width = self.measure.width(words.text, words.face, words.size_pt)
            mark = TextMark(
                rounded(x - width * _SHARE[anchor]),
                rounded(y),
                words.text,
                words.face,
                rounded(words.size_pt),
                words.colour,
                anchor=anchor,
                width_pt=rounded(width),
            )
            self._marks.append((TEXT_LAYER, mark))
        return self.box([words], x, y - words.size_pt * Measure.DESCENT, anchor)

    def lines(self, lines: Sequence[Words], box: Box, anchor: Anchor = "left") -> None:
        """Set lines under each other from the top of `box`, which `box()` has measured."""
        x = box.left + box.width * _SHARE[anchor]
        y = box.top - lines[0].size_pt * Measure.ASCENT
        for number, line in enumerate(lines):
            y -= line.size_pt * LEADING if number else 0
            self.text(x, y, line, anchor)

    # ── Marks ───────────────────────────────────────────────────────────────────────────────────

    def rule(
        self,
        points: Sequence[tuple[float, float]],
        colour: str,
        width_pt: float,
        *,
        dash_pt: tuple[float, float] | None = None,
        layer: int = MARK_LAYER,
    ) -> None:
        """Draw a line through `points`, cut square at its ends."""
        mark = PathMark(
            opened(points),
            stroke=colour,
            width_pt=rounded(width_pt),
            dash_pt=tuple(map(rounded, dash_pt or ())),
            join="round",
        )
        self._marks.append((layer, mark))

    def area(
        self,
        box: Box,
        fill: str = WHITE,
        *,
        outline: str | None = None,
        width_pt: float = 0.0,
        hatch: bool = False,
        layer: int = MARK_LAYER,
    ) -> None:
        """Fill a rectangle; an outline runs inside its edge, so that lengths stay true."""
        width = width_pt if outline else 0.0
        if outline and min(box.width, box.height) <= 2 * width:
            # Too thin for two edges and anything between: the outline is all there is.
            fill, outline, width, hatch = outline, None, 0.0, False
        inner = box.grown(-width / 2, -width / 2)
        corners = (
            (inner.left, inner.bottom),
            (inner.right, inner.bottom),
            (inner.right, inner.top),
            (inner.left, inner.top),
        )
        path, edge = closed(corners), outline or fill
        if hatch:
            self._marks.append((layer, PathMark(path, fill=fill)))
            self._marks.append((layer, hatching(path, edge, self.style.hatch_pt)))
        self._fill(path, None if hatch else fill, edge, width, layer)

    def bar(self, box: Box, fill: Fill) -> None:
        """Draw a bar or column in one of the fills; nothing where it has no length."""
        if not box.width or not box.height:
            return
        if fill in _FLAT:
            self.area(box, _FLAT[fill])
        elif fill in _OUTLINED:
            self.area(box, _OUTLINED[fill], outline=NAVY, width_pt=self.style.outline_pt)
        else:
            # A thinner outline than that of "not assistance": the lines carry the bar already.
            self.area(box, WHITE, outline=NAVY, width_pt=self.style.axis_pt, hatch=True)

    def polygon(
        self,
        corners: Sequence[tuple[float, float]],
        fill: str,
        *,
        outline: str | None = None,
        width_pt: float = 0.0,
        layer: int = OVER_LAYER,
    ) -> None:
        """Fill a polygon, its outline running along its edge."""
        self._fill(closed(corners), fill, outline or fill, width_pt, layer)

    def dot(
        self,
        centre: tuple[float, float],
        radius: float,
        fill: str,
        *,
        outline: str = WHITE,
        width_pt: float = 0.0,
        layer: int = OVER_LAYER,
    ) -> None:
        """Fill a circle, its outline running along its edge."""
        self._fill(circle(centre, radius), fill, outline, width_pt, layer)

    def shape(
        self,
        lines: Lines,
        fill: str | None = None,
        *,
        outline: str | None = None,
        width_pt: float = 0.0,
        layer: int = MARK_LAYER,
    ) -> None:
        """Fill areas, or draw lines with round ends and corners."""
        path: Outline = ()
        for line in lines:
            path += opened(line.points.tolist())
            path += (("Z", ()),) if line.is_closed else ()
        width = rounded(width_pt if outline else 0.0)
        if path:
            mark = PathMark(
                path,
                fill=fill,
                stroke=outline if width else None,
                width_pt=width,
                cap="round",
                join="round",
            )
            self._marks.append((layer, mark))

    def _fill(
        self, path: Outline, fill: str | None, stroke: str, width_pt: float, layer: int
    ) -> None:
        width = rounded(width_pt)
        if fill or width:
            mark = PathMark(path, fill=fill, stroke=stroke if width else None, width_pt=width)
            self._marks.append((layer, mark))


def require(condition: object, message: str, hint: str = "") -> None:
    """Raise ChartError with `message` unless the condition holds."""
    if not condition:
        raise ChartError(message, hint=hint)
