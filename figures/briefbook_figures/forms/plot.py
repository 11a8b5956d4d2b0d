"""What columns and lines share: a value axis, and the places along it.

125 ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈
    ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈   grid behind the marks, no line for the value axis
  0 ───────────────────   the zero line
    1992  1995      2000
"""

from __future__ import annotations

from briefbook.frozen import dataclass
from briefbook_figures.axis import Scale, ValueAxis
from briefbook_figures.forms.canvas import GRID_LAYER, LEADING, OVER_LAYER, Canvas, Words, require
from briefbook_figures.forms.measure import Measure
from briefbook_figures.label_placement import Box
from briefbook_figures.palette import AXIS, GRID, MUTED
from briefbook_figures.spec import ALL_ZERO, PlaceKind, Places

TICK_GAP_PT = 5.0
"""Between a value axis's numbers and the plot."""
_ACROSS_GAP_PT = 6.0
"""Between the rows and the numbers below them, and between two of these."""
PLACES_PT = 15.0
"""Height of one line of labels under the plot."""
_LABEL_GAP_PT = 5.0
"""Least air between two labels."""


@dataclass(frozen=True)
class Plot:
    """Where values and places stand on the canvas."""

    area: Box
    places: Places
    axis: ValueAxis

    @property
    def step(self) -> float:
        """From one place to the next, in points."""
        return self.area.width / len(self.places.labels)

    @property
    def value(self) -> Scale:
        """Where a value stands."""
        return self.axis.scale(self.area.bottom, self.area.top)

    def x(self, place: float) -> float:
        """Return the middle of a place, counted from 0."""
        return self.area.left + (place + 0.5) * self.step


@dataclass(frozen=True)
class Margins:
    """What a plot keeps free around itself for labels, in points."""

    right: float
    top: float


def lay_out_plot(canvas: Canvas, places: Places, axis: ValueAxis, margins: Margins) -> Plot:
    """Return the plot of an axis over some places."""
    size = canvas.style.label_pt
    left = max(canvas.measure.width(text, "sans", size) for text in axis.texts) + canvas.pt(
        TICK_GAP_PT
    )
    right = canvas.width - margins.right
    if places.kind is not PlaceKind.NAME:
        # The label of the last place is centred on it, and may be wider than it.
        step = (right - left) / len(places.labels)
        right = min(right, canvas.width - (_widest(canvas, places) - step) / 2)
    require(right > left, "The chart has no width for its places.")
    lines = _most_lines(canvas, places, (right - left) / len(places.labels))
    foot = canvas.pt(PLACES_PT) + (lines - 1) * size * LEADING
    return Plot(Box(left, foot, right, canvas.height - margins.top), places, axis)


def _most_lines(canvas: Canvas, places: Places, step: float) -> int:
    if places.kind is not PlaceKind.NAME:
        return 1
    return max(len(_name_lines(canvas, label, step)) for label in places.labels)


def _name_lines(canvas: Canvas, label: str, step: float) -> tuple[str, ...]:
    """Break the name of a category over its place; raises ChartError where a word is wider."""
    room = max(1.0, step - canvas.pt(_LABEL_GAP_PT) / 2)
    return canvas.measure.wrap(label, "sans", canvas.style.label_pt, room)


def draw_axes(canvas: Canvas, plot: Plot, last_full: int) -> tuple[Box, ...]:
    """Draw grid, zero line, numbers and places; return the boxes of the numbers and labels.

    `last_full` is the last place that is not partial, counted from 0: it is always labelled.
    """
    size = canvas.style.label_pt
    boxes = draw_grid(canvas, plot)
    if plot.axis.step > plot.axis.high - plot.axis.low:
        words = Words(ALL_ZERO, size, colour=MUTED)
        boxes.append(canvas.text(plot.area.middle[0], plot.area.middle[1], words, "center"))
    return (*boxes, *_draw_places(canvas, plot, last_full))


def draw_grid(canvas: Canvas, plot: Plot, *, has_texts: bool = True) -> list[Box]:
    """Draw the lines at the ticks, and their numbers where it `has_texts`; return the boxes of these."""
    size, x = canvas.style.label_pt, plot.area.left - canvas.pt(TICK_GAP_PT)
    boxes = []
    for value, text in zip(plot.axis.ticks, plot.axis.texts, strict=True):
        y = plot.value(value)
        ends = [(plot.area.left, y), (plot.area.right, y)]
        if value:
            canvas.rule(ends, GRID, canvas.style.grid_pt, layer=GRID_LAYER)
        else:
            canvas.rule(ends, AXIS, canvas.style.axis_pt, layer=OVER_LAYER)
        if has_texts:
            words = Words(text, size, colour=MUTED)
            boxes.append(canvas.text(x, y - Measure.CAP_HEIGHT * size / 2, words, "right"))
    return boxes


def draw_axis_across(canvas: Canvas, axis: ValueAxis, area: Box) -> None:
    """Draw a value axis along the foot of rows: its lines, and the numbers that have room beside each other."""
    scale, size = axis.scale(area.left, area.right), canvas.style.label_pt
    gap, right = canvas.pt(_ACROSS_GAP_PT), float("-inf")
    for value, text in zip(axis.ticks, axis.texts, strict=True):
        x = scale(value)
        ink, width = (GRID, canvas.style.grid_pt) if value else (AXIS, canvas.style.axis_pt)
        canvas.rule([(x, area.bottom), (x, area.top)], ink, width, layer=GRID_LAYER)
        half = canvas.measure.width(text, "sans", size) / 2
        if x - half > right:
            y = area.bottom - gap - size * Measure.CAP_HEIGHT
            canvas.text(x, y, Words(text, size, colour=MUTED), "center")
            right = x + half + gap


def _draw_places(canvas: Canvas, plot: Plot, last_full: int) -> list[Box]:
    size, labels = canvas.style.label_pt, plot.places.labels
    top = plot.area.bottom - canvas.pt(PLACES_PT) + size * (1 + Measure.DESCENT) - size + 0.5
    boxes = []
    for place in _labelled(canvas, plot, last_full):
        lines = [labels[place]]
        if plot.places.kind is PlaceKind.NAME:
            lines = list(_name_lines(canvas, labels[place], plot.step))
        for number, line in enumerate(lines):
            words = Words(line, size, colour=MUTED)
            y = top - number * size * LEADING
            boxes.append(canvas.text(plot.x(place), y, words, "center"))
    return boxes


def _labelled(canvas: Canvas, plot: Plot, last_full: int) -> tuple[int, ...]:
    wide = _widest(canvas, plot.places) + canvas.pt(_LABEL_GAP_PT)
    return plot.places.labelled(last_full, plot.step, wide)


def _widest(canvas: Canvas, places: Places) -> float:
    size = canvas.style.label_pt
    return max(canvas.measure.width(label, "sans", size) for label in places.labels)
