"""What columns and lines share: a value axis from zero, and an axis of years.

125 ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈
    ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈   grid behind the marks, no line for the value axis
  0 ───────────────────   the zero line
    1992  1995      2000
"""

from __future__ import annotations

from dataclasses import dataclass

from briefbook_figures.forms.canvas import GRID_LAYER, OVER_LAYER, Canvas, Words
from briefbook_figures.forms.measure import Measure
from briefbook_figures.label_placement import Box
from briefbook_figures.palette import AXIS, GRID, MUTED
from briefbook_figures.ticks import Scale, tick_texts, year_ticks

_TICK_GAP_PT = 5.0
"""Between a value axis's numbers and the plot."""
YEARS_PT = 15.0
"""Height of the years under the plot."""
_YEAR_GAP_PT = 5.0
"""Least air between two years."""


@dataclass(frozen=True)
class Plot:
    """Where values and years stand on the canvas."""

    area: Box
    first: int
    last: int
    value: Scale
    ticks: tuple[float, ...]

    @property
    def step(self) -> float:
        """From one year to the next, in points."""
        return self.area.width / (self.last - self.first + 1)

    def x(self, year: float) -> float:
        """Return the middle of a year."""
        return self.area.left + (year - self.first + 0.5) * self.step


@dataclass(frozen=True)
class Margins:
    """What a plot keeps free around itself for labels, in points."""

    right: float
    top: float
    bottom: float = 0.0


def lay_out_plot(
    canvas: Canvas,
    years: tuple[int, int],
    values: tuple[float, float],
    ticks: tuple[float, ...],
    margins: Margins,
) -> Plot:
    """Return the plot for the first and last year and the least and greatest value."""
    size = canvas.style.label_pt
    wide = max(canvas.measure.width(text, "sans", size) for text in tick_texts(ticks))
    area = Box(
        wide + canvas.pt(_TICK_GAP_PT),
        canvas.pt(YEARS_PT) + margins.bottom,
        canvas.width - margins.right,
        canvas.height - margins.top,
    )
    low, high = min(values[0], ticks[0], 0.0), max(values[1], ticks[-1], 0.0)
    # All values zero: any scale shows them truthfully.
    high = high if high > low else 1.0
    return Plot(area, *years, Scale(low, high, area.bottom, area.top), ticks)


def draw_axes(canvas: Canvas, plot: Plot, last_full: int) -> tuple[Box, ...]:
    """Draw grid, zero line, numbers and years; return the boxes of the numbers and years."""
    size = canvas.style.label_pt
    boxes = []
    for value, text in zip(plot.ticks, tick_texts(plot.ticks), strict=True):
        y = plot.value(value)
        ends = [(plot.area.left, y), (plot.area.right, y)]
        if value:
            canvas.rule(ends, GRID, canvas.style.grid_pt, layer=GRID_LAYER)
        else:
            canvas.rule(ends, AXIS, canvas.style.axis_pt, layer=OVER_LAYER)
        baseline = y - Measure.CAP_HEIGHT * size / 2
        words = Words(text, size, colour=MUTED)
        boxes.append(
            canvas.text(plot.area.left - canvas.pt(_TICK_GAP_PT), baseline, words, "right")
        )
    return (*boxes, *_draw_years(canvas, plot, last_full))


def _draw_years(canvas: Canvas, plot: Plot, last_full: int) -> list[Box]:
    size = canvas.style.label_pt
    wide = canvas.measure.width("2000", "sans", size) + canvas.pt(_YEAR_GAP_PT)
    years = year_ticks(plot.first, last_full, plot.step, wide)
    if plot.last != last_full and (plot.last - last_full) * plot.step >= wide:
        years = (*years, plot.last)
    baseline = size * Measure.DESCENT + 0.5
    words = [(year, Words(str(year), size, colour=MUTED)) for year in years]
    return [canvas.text(plot.x(year), baseline, word, "center") for year, word in words]
