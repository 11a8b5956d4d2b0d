"""One measure by year as a line from zero; a year without a figure is a gap, not a guess.

100 ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈
    ●╲ 84.5            the points that matter are labelled beside themselves
 50 ┈┈╲┈┈┈┈┈╱╲┈┈┈┈┈┈┈
       ╲╱╲ ╱  ╲__╱● 13.8
  0 ─────────────────
"""

from __future__ import annotations

import math
from itertools import pairwise

from briefbook_figures.forms.canvas import GROUND_LAYER, OVER_LAYER, Canvas, Words, require
from briefbook_figures.forms.plot import YEARS_PT, Margins, Plot, draw_axes, lay_out_plot
from briefbook_figures.label_placement import Box, Label, Place, place
from briefbook_figures.palette import MUTED, NAVY
from briefbook_figures.spec import LineChart, Point
from briefbook_figures.ticks import value_ticks

_LINE_PT = 1.8
_DOT_PT = 2.8
_SMALL_DOT_PT = 2.2
"""A point between gaps, or one of a few: no line alone would show it."""
_EDGE_PT = 0.7
_HEADROOM_PT = 13.0
_GAP_PT = 1.0
_STRIDE_PT = 3.0
"""The line stands in the way of labels as a row of boxes, this far apart."""

Spot = tuple[float, float]


def draw_line(canvas: Canvas, chart: LineChart) -> None:
    """Draw the line in runs without a gap, then the labels of its points.

    Raises ChartError when no year has a figure or two points have the same year.
    """
    years = [point.year for point in chart.points]
    require(len(set(years)) == len(years), "Two points of the line have the same year.")
    runs = _runs(chart)
    require(runs, "A line needs at least one year with a figure.")
    told = [point for point in chart.points if point.text]
    plot = _lay_out(canvas, chart, runs, told)
    draw_axes(canvas, plot, plot.last)
    solid: list[Box] = []
    for run in runs:
        spots = [_spot(plot, point) for point in run]
        solid += _draw_run(canvas, run, spots, is_whole=len(runs) == 1)
    labels = tuple(Label(_places(canvas, plot, point, runs[-1][-1])) for point in told)
    bounds = Box(0, canvas.pt(YEARS_PT), canvas.width, canvas.height)
    placement = place(labels, tuple(solid), bounds, gap=(canvas.pt(3.0), canvas.pt(1.0)))
    for point, spot in zip(told, placement.chosen, strict=True):
        if spot is None:
            canvas.left_out.append(point.text)
        else:
            canvas.area(spot.box.grown(0.5, 0), layer=GROUND_LAYER)
            canvas.lines([_words(canvas, point)], spot.box)


def _runs(chart: LineChart) -> list[list[Point]]:
    """Return the stretches of neighbouring points that all have a figure."""
    runs: list[list[Point]] = [[]]
    for point in sorted(chart.points, key=lambda point: point.year):
        if point.value is not None:
            runs[-1].append(point)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _lay_out(canvas: Canvas, chart: LineChart, runs: list[list[Point]], told: list[Point]) -> Plot:
    values = [point.value for run in runs for point in run if point.value is not None]
    years = [point.year for point in chart.points]
    # The last label stands beside the end of the line.
    end = runs[-1][-1]
    right = (
        canvas.size([_words(canvas, end)])[0] + canvas.pt(4.0) if end in told else canvas.pt(2.0)
    )
    return lay_out_plot(
        canvas,
        (min(years), max(years)),
        (min(values), max(values)),
        value_ticks(min(values), max(values)),
        Margins(
            right=right,
            top=canvas.pt(_HEADROOM_PT),
            bottom=canvas.pt(_HEADROOM_PT) if min(values) < 0 else 0.0,
        ),
    )


def _spot(plot: Plot, point: Point) -> Spot:
    return plot.x(point.year), plot.value(point.value or 0.0)


def _draw_run(canvas: Canvas, run: list[Point], spots: list[Spot], *, is_whole: bool) -> list[Box]:
    """Draw a stretch of the line and its dots; return the boxes that they fill."""
    solid = []
    thick = canvas.pt(_LINE_PT)
    if len(run) > 1:
        canvas.rule(spots, NAVY, thick)
    for start, end in pairwise(spots):
        count = max(1, math.ceil(math.dist(start, end) / canvas.pt(_STRIDE_PT)))
        for part in range(count):
            corners = [
                tuple(a + (b - a) * step / count for a, b in zip(start, end, strict=True))
                for step in (part, part + 1)
            ]
            xs, ys = zip(*corners, strict=True)
            solid.append(Box(min(xs), min(ys), max(xs), max(ys)).grown(thick / 2, thick / 2))
    # Where years are left out, dots tell what was measured from what joins it; where the line
    # breaks off, they say that it does so on purpose.
    is_sparse = any(b.year - a.year > 1 for a, b in pairwise(run)) or len(run) == 1
    broken = () if is_whole else (run[0], run[-1])
    for point, (x, y) in zip(run, spots, strict=True):
        if point.text:
            radius, edge = canvas.pt(_DOT_PT), canvas.pt(_EDGE_PT)
        elif is_sparse or point in broken:
            radius, edge = canvas.pt(_SMALL_DOT_PT), 0.0
        else:
            continue
        canvas.dot((x, y), radius - edge / 2, NAVY, width_pt=edge, layer=OVER_LAYER)
        solid.append(Box(x, y, x, y).grown(radius, radius))
    return solid


def _words(canvas: Canvas, point: Point) -> Words:
    if point.value is None:
        return Words(point.text, canvas.style.label_pt, colour=MUTED)
    return Words(point.text, canvas.style.value_pt, "sans-semibold", NAVY)


def _places(canvas: Canvas, plot: Plot, point: Point, end: Point) -> tuple[Place, ...]:
    """Return the places around a point; the end of the line is labelled beside it."""
    lines = [_words(canvas, point)]
    width, height = canvas.size(lines)
    x, y = _spot(plot, point)
    away = canvas.pt(_DOT_PT + _GAP_PT)
    if point.value is None:
        # Nothing stands here: the words say so just over the zero line.
        rises = (0.0, 3.0, 6.0, 9.0)
        return tuple(Place(canvas.box(lines, x, y + 2.0 + r, "center"), r) for r in rises)
    places = []
    for rise in (0.0, 3.0, 6.0, 9.0, 14.0, 20.0):
        for aside in range(-6, 7):
            centre, cost = x + aside * width / 8, abs(aside) * 0.15 + rise / 5
            places.append(Place(canvas.box(lines, centre, y + away + rise, "center"), cost))
            low = y - away - height - rise
            places.append(Place(canvas.box(lines, centre, low, "center"), cost + 0.3))
    beside = -1.0 if point is end else 0.8
    for rise in (0.0, 3.0, -3.0, 6.0, -6.0):
        low, cost = y - height / 2 + rise, beside + abs(rise) / 10
        places.append(Place(canvas.box(lines, x + away, low, "left"), cost))
        places.append(
            Place(canvas.box(lines, x - away, low, "right"), cost + 0.2 + 2 * (point is end))
        )
    return tuple(places)
