"""A matplotlib figure in points, and the few things that our charts are made of."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib import rc_context
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, PathPatch, Polygon, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from briefbook_figures.display_list import Anchor, DisplayList, Face
from briefbook_figures.errors import ChartError
from briefbook_figures.faces import Fonts
from briefbook_figures.forms.measure import Measure
from briefbook_figures.forms.recolour import recolour
from briefbook_figures.label_placement import Box
from briefbook_figures.palette import NAVY, PALE, QUIET, TEXT, WHITE, ChartStyle
from briefbook_figures.recording_renderer import RecordingRenderer
from briefbook_figures.spec import Fill

_SHARE = {"left": 0.0, "center": 0.5, "right": 1.0}

GRID_LAYER, GROUND_LAYER, MARK_LAYER, OVER_LAYER, TEXT_LAYER = range(5)
"""What covers what: the grid, the white grounds of labels, marks, marks on marks, text."""
LEADING = 1.18
"""From one baseline of a label to the next, as a share of the type size."""
_HATCH = "//////"
_DOTS_PER_INCH = 72
_PNG_DPI = 300


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
        """Make a figure whose dots are points."""
        self.width = width_pt
        self.height = height_pt
        self.style = style
        self.measure = Measure(fonts)
        self.left_out: list[str] = []
        """Labels for which there was no room."""
        self._fonts = fonts
        size = (width_pt / _DOTS_PER_INCH, height_pt / _DOTS_PER_INCH)
        self._figure = Figure(figsize=size, dpi=_DOTS_PER_INCH, frameon=False)
        self._points = Affine2D()
        """From points to dots, which are the same but in a PNG."""

    def picture(self) -> DisplayList:
        """Let matplotlib draw everything, and return what it drew."""
        recorder = RecordingRenderer(self.width, self.height, self._fonts, self.measure)
        self._figure.draw(recorder)
        return DisplayList(self.width, self.height, tuple(recorder.marks), tuple(self.left_out))

    def file(self, format_: str, inks: Mapping[str, str]) -> bytes:
        """Return the figure as matplotlib saves it: SVG, PNG or PDF, the same bytes every time.

        `inks` has what is drawn instead of some colours of the palette.
        """
        if inks:
            recolour(self._figure, inks)
        settings = {"svg.fonttype": "path", "svg.hashsalt": "briefbook", "pdf.fonttype": 42}
        clocks = {"svg": {"Date": None}, "pdf": {"CreationDate": None, "ModDate": None}, "png": {}}
        out = io.BytesIO()
        if format_ == "png":
            self._points.scale(_PNG_DPI / _DOTS_PER_INCH)
        with rc_context(settings):  # type: ignore[arg-type]  # names of settings are not typed
            self._figure.savefig(
                out, format=format_, dpi=_PNG_DPI, metadata=clocks[format_], facecolor=WHITE
            )
        return out.getvalue()

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
        self._figure.text(
            x,
            y,
            words.text,
            color=words.colour,
            ha=anchor,
            va="baseline",
            fontproperties=FontProperties(
                fname=str(self._fonts.file(words.face)), size=words.size_pt
            ),
            parse_math=False,  # a dollar sign is a dollar sign
            transform=self._points,
            zorder=TEXT_LAYER,
        )
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
        xs, ys = zip(*points, strict=True)
        line = Line2D(xs, ys, color=colour, linewidth=width_pt, zorder=layer)
        line.set_solid_capstyle("butt")
        line.set_solid_joinstyle("round")
        line.set_dash_capstyle("butt")
        if dash_pt:
            # matplotlib counts dashes in line widths.
            line.set_linestyle((0, tuple(length / width_pt for length in dash_pt)))
        self._add(line)

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
        patch = Rectangle(
            (inner.left, inner.bottom),
            inner.width,
            inner.height,
            facecolor=fill,
            edgecolor=outline or fill,
            linewidth=width,
            zorder=layer,
        )
        if hatch:
            patch.set_hatch(_HATCH)
            patch.set_hatch_linewidth(self.style.hatch_pt)
        self._add(patch)

    def bar(self, box: Box, fill: Fill) -> None:
        """Draw a bar or column in one of the fills; nothing where it has no length."""
        if not box.width or not box.height:
            return
        if fill is Fill.STRONG:
            self.area(box, NAVY)
        elif fill is Fill.QUIET:
            self.area(box, QUIET)
        elif fill is Fill.PALE:
            self.area(box, PALE)
        elif fill is Fill.OUTLINE:
            self.area(box, WHITE, outline=NAVY, width_pt=self.style.outline_pt)
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
        self._add(
            Polygon(
                corners,
                closed=True,
                facecolor=fill,
                edgecolor=outline or fill,
                linewidth=width_pt,
                joinstyle="miter",
                zorder=layer,
            )
        )

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
        self._add(
            Circle(
                centre,
                radius,
                facecolor=fill,
                edgecolor=outline,
                linewidth=width_pt,
                zorder=layer,
            )
        )

    def shape(
        self,
        path: Path,
        fill: str | None = None,
        *,
        outline: str | None = None,
        width_pt: float = 0.0,
        layer: int = MARK_LAYER,
    ) -> None:
        """Fill an outline of several parts, or draw its line with round ends and corners."""
        patch = PathPatch(
            path,
            fill=bool(fill),
            facecolor=fill or WHITE,
            edgecolor=outline or fill,
            linewidth=width_pt if outline else 0.0,
            capstyle="round",
            joinstyle="round",
            zorder=layer,
        )
        self._add(patch)

    def _add(self, artist: Artist) -> None:
        artist.set_transform(self._points)
        self._figure.add_artist(artist)


def require(condition: object, message: str, hint: str = "") -> None:
    """Raise ChartError with `message` unless the condition holds."""
    if not condition:
        raise ChartError(message, hint=hint)
