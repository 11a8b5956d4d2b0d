"""Two moments compared: a row for each series, a dot for each moment, a line between them.

Health       $3M in 2002 ○──────────────● $60M in 2023
Security                    $20M ●────○ $31M
             0      $20M      $40M      $60M
"""

from __future__ import annotations

from decimal import Decimal

from briefbook_figures.forms.canvas import OVER_LAYER, Canvas, Words, require
from briefbook_figures.forms.measure import Measure
from briefbook_figures.forms.plot import draw_axis_across
from briefbook_figures.label_placement import Box
from briefbook_figures.palette import MUTED, NAVY, QUIET, TEXT, WHITE
from briefbook_figures.spec import ALL_ZERO
from briefbook_figures.spec_series import OneSeries, SeriesChart

_NAMES_MOST = 0.3
_NAME_GAP_PT = 8.0
_DOT_PT = 3.6
_EDGE_PT = 1.2
_LINE_PT = 1.6
_LABEL_GAP_PT = 3.0
_FOOT_PT = 16.0


def draw_dots(canvas: Canvas, chart: SeriesChart) -> None:
    """Draw a row for each series.

    Raises ChartError where the names or the labels leave no width for the axis.
    """
    style = canvas.style
    names = [_name(canvas, chart, one) for one in chart.series]
    widest = max(canvas.size(lines)[0] for lines in names)
    said = max(
        canvas.size([words])[0] for one in chart.series for words in _said(canvas, chart, one)
    )
    side = said + canvas.pt(_DOT_PT + _LABEL_GAP_PT)
    area = Box(
        widest + canvas.pt(_NAME_GAP_PT) + side,
        canvas.pt(_FOOT_PT),
        canvas.width - side,
        canvas.height - canvas.pt(2.0),
    )
    message = "The names of the rows leave no width for the axis."
    require(area.width > canvas.width * 0.2, message, "Shorten the labels of the rows.")
    draw_axis_across(canvas, chart.axis, area)
    step = area.height / len(chart.series)
    for number, (one, lines) in enumerate(zip(chart.series, names, strict=True)):
        y = area.top - (number + 0.5) * step
        canvas.lines(lines, canvas.box(lines, 0, y - canvas.size(lines)[1] / 2, "left"))
        _draw_row(canvas, chart, one, (area, y))
    if not any(chart.values):
        canvas.text(area.middle[0], area.top - 8, Words(ALL_ZERO, style.label_pt, colour=MUTED))


def _name(canvas: Canvas, chart: SeriesChart, one: OneSeries) -> tuple[Words, ...]:
    """Return a row's name, and which of its figures are not of whole periods."""
    style = canvas.style
    room = canvas.width * _NAMES_MOST
    lines = canvas.measure.wrap(one.name, "sans-semibold", style.name_pt, room)
    return (
        *(Words(line, style.name_pt, "sans-semibold", TEXT) for line in lines),
        *(Words(text, style.label_pt, colour=MUTED) for text in chart.row_notes(one)),
    )


def _said(canvas: Canvas, chart: SeriesChart, one: OneSeries) -> tuple[Words, Words]:
    """Return both labels of a row; the first row says which moment each dot is."""
    size = canvas.style.value_pt
    first, last = chart.dot_texts(one)
    return Words(first, size, colour=MUTED), Words(last, size, "sans-semibold", NAVY)


def _draw_row(canvas: Canvas, chart: SeriesChart, one: OneSeries, at: tuple[Box, float]) -> None:
    area, y = at
    scale = chart.axis.scale(area.left, area.right)
    known = [(n, value) for n, value in enumerate(one.values) if value is not None]
    radius, edge = canvas.pt(_DOT_PT), canvas.pt(_EDGE_PT)
    if len(known) > 1:
        ends = [(scale(value), y) for _, value in known]
        canvas.rule(ends, QUIET, canvas.pt(_LINE_PT))
    for number, value in known:
        fill = NAVY if number else WHITE
        centre = (scale(value), y)
        canvas.dot(centre, radius - edge / 2, fill, outline=NAVY, width_pt=edge, layer=OVER_LAYER)
    words = _said(canvas, chart, one)
    values = dict(known)
    is_rising = values.get(1, Decimal(0)) >= values.get(0, Decimal(0))
    for number, value in known:
        is_right = len(known) == 1 or is_rising == bool(number)
        gap = radius + canvas.pt(_LABEL_GAP_PT)
        x = scale(value) + (gap if is_right else -gap)
        baseline = y - Measure.CAP_HEIGHT * words[number].size_pt / 2
        box = canvas.box([words[number]], x, 0, "left" if is_right else "right")
        canvas.area(Box(box.left, y - radius, box.right, y + radius), layer=1)
        canvas.text(x, baseline, words[number], "left" if is_right else "right")
