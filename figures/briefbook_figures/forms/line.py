"""One series as a line; a place without a value is a gap, not a guess.

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
from briefbook_figures.forms.plot import Margins, Plot, draw_axes, lay_out_plot
from briefbook_figures.label_placement import Box, Label, Place, place
from briefbook_figures.palette import MUTED, NAVY
from briefbook_figures.spec import LineChart, Point

_LINE_PT = 1.8
_DOT_PT = 2.8
_SMALL_DOT_PT = 2.2
"""A point beside a gap: no line alone would show it."""
_EDGE_PT = 0.7
_HEADROOM_PT = 4.0
_GAP_PT = 1.0
_STRIDE_PT = 3.0
"""The line stands in the way of labels as a row of boxes, this far apart."""

Spot = tuple[float, float]
At = tuple[int, Point]
"""A point, and the number of its place."""


def draw_line(canvas: Canvas, chart: LineChart) -> None:
    """Draw the line in runs without a gap, then the labels of its points.

    Raises ChartError when there is no value, or not one point a place.
    """
    require(len(chart.points) == len(chart.places.labels), "Every place needs one point.")
    runs = _runs(chart)
    require(runs, "A line needs at least one value.")
    told = [(n, point) for n, point in enumerate(chart.points) if chart.text(point)]
    plot = _lay_out(canvas, chart, runs, told)
    draw_axes(canvas, plot, len(chart.points) - 1)
    solid: list[Box] = []
    for run in runs:
        spots = [_spot(plot, at) for at in run]
        solid += _draw_run(canvas, run, spots, is_whole=len(runs) == 1)
    lines = [_words(canvas, chart, point) for _, point in told]
    labels = tuple(
        Label(_label_places(canvas, plot, at, words, is_end=at == runs[-1][-1]))
        for at, words in zip(told, lines, strict=True)
    )
    bounds = Box(0, plot.area.bottom, canvas.width, canvas.height)
    placement = place(labels, tuple(solid), bounds, gap=(canvas.pt(3.0), canvas.pt(1.0)))
    for words, spot in zip(lines, placement.chosen, strict=True):
        if spot is None:
            canvas.left_out.append(words.text)
        else:
            canvas.area(spot.box.grown(0.5, 0), layer=GROUND_LAYER)
            canvas.lines([words], spot.box)


def _runs(chart: LineChart) -> list[list[At]]:
    """Return the stretches of neighbouring points that all have a value."""
    runs: list[list[At]] = [[]]
    for place_, point in enumerate(chart.points):
        if point.value is not None:
            runs[-1].append((place_, point))
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _lay_out(canvas: Canvas, chart: LineChart, runs: list[list[At]], told: list[At]) -> Plot:
    # The last label stands beside the end of the line.
    end = runs[-1][-1]
    right = canvas.pt(2.0)
    if end in told:
        right = canvas.size([_words(canvas, chart, end[1])])[0] + canvas.pt(4.0)
    return lay_out_plot(canvas, chart.places, chart.axis, Margins(right, canvas.pt(_HEADROOM_PT)))


def _spot(plot: Plot, at: At) -> Spot:
    return plot.x(at[0]), plot.value(at[1].value or 0)


def _draw_run(canvas: Canvas, run: list[At], spots: list[Spot], *, is_whole: bool) -> list[Box]:
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
    # Where the line breaks off, dots say that it does so on purpose.
    broken = run if len(run) == 1 else () if is_whole else (run[0], run[-1])
    for at, (x, y) in zip(run, spots, strict=True):
        if at[1].is_labelled:
            radius, edge = canvas.pt(_DOT_PT), canvas.pt(_EDGE_PT)
        elif at in broken:
            radius, edge = canvas.pt(_SMALL_DOT_PT), 0.0
        else:
            continue
        canvas.dot((x, y), radius - edge / 2, NAVY, width_pt=edge, layer=OVER_LAYER)
        solid.append(Box(x, y, x, y).grown(radius, radius))
    return solid


def _words(canvas: Canvas, chart: LineChart, point: Point) -> Words:
    if point.value is None:
        return Words(chart.text(point), canvas.style.label_pt, colour=MUTED)
    return Words(chart.text(point), canvas.style.value_pt, "sans-semibold", NAVY)


def _label_places(
    canvas: Canvas, plot: Plot, at: At, words: Words, *, is_end: bool
) -> tuple[Place, ...]:
    """Return the places around a point; the end of the line is labelled beside it."""
    lines = [words]
    width, height = canvas.size(lines)
    x, y = _spot(plot, at)
    away = canvas.pt(_DOT_PT + _GAP_PT)
    if at[1].value is None:
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
    beside = -1.0 if is_end else 0.8
    for rise in (0.0, 3.0, -3.0, 6.0, -6.0):
        low, cost = y - height / 2 + rise, beside + abs(rise) / 10
        places.append(Place(canvas.box(lines, x + away, low, "left"), cost))
        places.append(Place(canvas.box(lines, x - away, low, "right"), cost + 0.2 + 2 * is_end))
    return tuple(places)
