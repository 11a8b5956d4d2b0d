"""Small multiples: each series in a panel of its own, all on one scale.

   Agriculture          USAID                State
   $37M → $24M → 0      $12M → $30M → $25M   $1M → $12M → $16M      means over named spans
75 ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈    ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈    ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈
 0 ▓▓▓▓▓▓▓▓▓────────    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓    ──▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
   1992  2000    2020   1992  2000    2020   1992  2000    2020
"""

from __future__ import annotations

from briefbook_figures.forms.canvas import Canvas, Words
from briefbook_figures.forms.plot import PLACES_PT, TICK_GAP_PT, Plot, draw_grid
from briefbook_figures.label_placement import Box
from briefbook_figures.palette import MUTED, NAVY, TEXT
from briefbook_figures.spec import ALL_ZERO, Fill
from briefbook_figures.spec_series import OneSeries, SeriesChart

_GAP_PT = 16.0
_COLUMN_SHARE = 0.72
_HEAD_GAP_PT = 7.0
"""Between the words over a panel and its plot."""
_LABEL_GAP_PT = 5.0
_COLUMN_MOST_PT = 26.0


def draw_panels(canvas: Canvas, chart: SeriesChart) -> None:
    """Draw a panel for each series, with the value axis at the left of the first.

    Raises ChartError where a panel has no room for its words.
    """
    size = canvas.style.label_pt
    left = max(canvas.measure.width(text, "sans", size) for text in chart.axis.texts)
    left += canvas.pt(TICK_GAP_PT)
    count, gap = len(chart.series), canvas.pt(_GAP_PT)
    width = (canvas.width - left - gap * (count - 1) - canvas.pt(6.0)) / count
    heads = [_head(canvas, chart, one, width) for one in chart.series]
    head = max(canvas.size(lines)[1] for lines in heads) + canvas.pt(_HEAD_GAP_PT)
    for number, (one, lines) in enumerate(zip(chart.series, heads, strict=True)):
        start = left + number * (width + gap)
        area = Box(start, canvas.pt(PLACES_PT), start + width, canvas.height - head)
        plot = Plot(area, chart.places, chart.axis)
        high = canvas.size(lines)[1]
        canvas.lines(lines, canvas.box(lines, start, canvas.height - high, "left"))
        draw_grid(canvas, plot, has_texts=not number)
        _draw_columns(canvas, plot, one)
        _draw_places(canvas, plot, chart)
    if not any(chart.values):
        words = Words(ALL_ZERO, size, colour=MUTED)
        canvas.text((left + canvas.width) / 2, (canvas.height - head) / 2, words, "center")


def _head(canvas: Canvas, chart: SeriesChart, one: OneSeries, room: float) -> tuple[Words, ...]:
    """Return a panel's name, its means, and what its hatched columns are."""
    style = canvas.style
    ink = NAVY if one.fill is Fill.STRONG else TEXT
    said = (*chart.said(one), *(text for _, text in chart.reservations))
    name = canvas.measure.wrap(one.name, "sans-semibold", style.name_pt, room)
    return (
        *(Words(line, style.name_pt, "sans-semibold", ink) for line in name),
        *(
            Words(line, style.label_pt, colour=MUTED)
            for text in said
            for line in canvas.measure.wrap(text, "sans", style.label_pt, room)
        ),
    )


def _draw_columns(canvas: Canvas, plot: Plot, one: OneSeries) -> None:
    half = min(plot.step * _COLUMN_SHARE, canvas.pt(_COLUMN_MOST_PT)) / 2
    for number, value in enumerate(one.values):
        if value is not None:
            ends = sorted((plot.value(0), plot.value(value)))
            box = Box(plot.x(number) - half, ends[0], plot.x(number) + half, ends[1])
            canvas.bar(box, one.fill_at(number))


def _draw_places(canvas: Canvas, plot: Plot, chart: SeriesChart) -> None:
    """Set the labels that fit; the ends keep within the panel."""
    size, labels = canvas.style.label_pt, chart.places.labels
    widths = [canvas.measure.width(label, "sans", size) for label in labels]
    wide = max(widths) + canvas.pt(_LABEL_GAP_PT)
    y = plot.area.bottom - canvas.pt(PLACES_PT) + canvas.pt(4.0)
    right = float("-inf")
    for number in chart.places.labelled(chart.last_full, plot.step, wide):
        half = widths[number] / 2
        x = min(max(plot.x(number), plot.area.left + half), plot.area.right - half)
        if x - half < right + canvas.pt(_LABEL_GAP_PT) / 2:
            canvas.left_out.append(labels[number])
            continue
        right = x + half
        canvas.text(x, y, Words(labels[number], size, colour=MUTED), "center")
