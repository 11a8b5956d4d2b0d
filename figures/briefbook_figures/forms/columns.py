"""One series as columns from zero, with means, values and a bracket over a span.

 years that the source covers
┌────────────────────────────┐        bracket
                mean 64.5             strip: the means, each over its columns
  124.4         1998–2000
   █            ─────────             labels stand where no column is
   █  ▓  ▓      ━━━━━━━━━   █  ▓
───█──▓──▓───────▓──▓──▓────█──▓──
"""

from __future__ import annotations

from briefbook.frozen import dataclass
from briefbook_figures.forms.canvas import GROUND_LAYER, OVER_LAYER, Canvas, Words, require
from briefbook_figures.forms.plot import Margins, Plot, draw_axes, lay_out_plot
from briefbook_figures.label_placement import Box, Label, Place, Placement, place
from briefbook_figures.palette import AXIS, MUTED, NAVY, RUST
from briefbook_figures.spec import Column, ColumnChart, Fill, Mean, Span
from briefbook_figures.spec_series import spread

_COLUMN_MOST_PT, _LONE_MOST_PT, _FEW = 64.0, 44.0, 3
"""The widest columns; where there are few of them, so that one is no slab."""
_SPAN_PT = 20.0
"""Height of the bracket with its words."""
_BRACKET_PT = 4.0
_MEAN_PT = 1.8
_GAP_PT = 2.6
"""Between a column or a mean and its label."""
_STRIP_GAP_PT, _STRIP_AIR_PT = 3.0, 7.0
"""In the strip of means: under the words, and between those of neighbours."""
_RULE_PT, _RULE_INSET_PT = 0.6, 1.0
_HEADROOMS_PT = (2.0, 13.0, 24.0, 35.0)
"""Room over the axis's end: the least that leaves no label out is taken."""
_RISES_PT = tuple(3.0 * step for step in range(12))


@dataclass(frozen=True)
class _Layout:
    """A plot, and for each label the place that it got in it."""

    plot: Plot
    lines: tuple[tuple[Words, ...], ...]
    placement: Placement


def draw_columns(canvas: Canvas, chart: ColumnChart) -> None:
    """Draw the columns, then the labels where there is room for them.

    Raises ChartError when there is no value, or not one column a place.
    """
    require(chart.values, "A column chart needs at least one column.")
    require(len(chart.columns) == len(chart.places.labels), "Every place needs one column.")
    layout = _lay_out(canvas, chart)
    plot = layout.plot
    last = len(chart.columns) - 1
    full = [n for n, column in enumerate(chart.columns) if not column.is_open]
    draw_axes(canvas, plot, max(full, default=last))
    for number, column in enumerate(chart.columns):
        canvas.bar(_column_box(canvas, plot, number, column), column.fill)
    if chart.means:
        _draw_means(canvas, plot, chart)
    for lines, spot in zip(layout.lines, layout.placement.chosen, strict=True):
        if spot is None:
            canvas.left_out.append(" ".join(line.text for line in lines))
        else:
            canvas.area(spot.box.grown(0.5, 0), layer=GROUND_LAYER)
            canvas.lines(lines, spot.box, "center")
    if chart.span:
        _draw_span(canvas, plot, chart.span)


def _lay_out(canvas: Canvas, chart: ColumnChart) -> _Layout:
    """Return the layout with the least room over the columns that leaves no label out."""
    layouts = []
    for headroom in _HEADROOMS_PT:
        layouts.append(_lay_out_under(canvas, chart, canvas.pt(headroom)))
        if not layouts[-1].placement.left_out:
            break
    return min(layouts, key=lambda layout: len(layout.placement.left_out))


def _lay_out_under(canvas: Canvas, chart: ColumnChart, headroom: float) -> _Layout:
    top = (canvas.pt(_SPAN_PT) if chart.span else 0.0) + _strip_pt(canvas, chart)
    above = _strip_pt(canvas, chart) + headroom if chart.means else headroom
    margins = Margins(right=_right_margin(canvas, chart), top=above)
    plot = lay_out_plot(canvas, chart.places, chart.axis, margins)
    labels = _labels(canvas, plot, chart)
    placement = place(
        tuple(label for _, label in labels),
        _obstacles(canvas, plot, chart),
        Box(0, plot.area.bottom, canvas.width, canvas.height - top),
        gap=(canvas.pt(3.0), canvas.pt(1.5)),
    )
    return _Layout(plot, tuple(lines for lines, _ in labels), placement)


def _right_margin(canvas: Canvas, chart: ColumnChart) -> float:
    """Return what the last column's words need beyond the column, beside a taller neighbour."""
    # Numbers and margin take about 30 pt.
    step = (canvas.width - canvas.pt(30.0)) / len(chart.columns)
    lines = _lines(canvas, chart, chart.columns[-1], step)
    if not lines:
        return canvas.pt(2.0)
    inside = step * (1.5 - canvas.style.column_share / 2)
    return max(canvas.pt(2.0), canvas.size(lines)[0] + 2 * canvas.pt(_GAP_PT) - inside)


# ── Marks ───────────────────────────────────────────────────────────────────────────────────────


def _column_width(canvas: Canvas, plot: Plot) -> float:
    most = _LONE_MOST_PT if len(plot.places.labels) <= _FEW else _COLUMN_MOST_PT
    return min(plot.step * canvas.style.column_share, canvas.pt(most))


def _column_box(canvas: Canvas, plot: Plot, place: int, column: Column) -> Box:
    x, half = plot.x(place), _column_width(canvas, plot) / 2
    zero, end = plot.value(0), plot.value(column.value or 0)
    return Box(x - half, min(zero, end), x + half, max(zero, end))


def _mean_box(canvas: Canvas, plot: Plot, mean: Mean) -> Box:
    """Return the bar of a mean: it reaches a little beyond the columns that it averages."""
    half = (_column_width(canvas, plot) + plot.step) / 4
    y, thick = plot.value(mean.value), canvas.pt(_MEAN_PT) / 2
    return Box(plot.x(mean.first) - half, y - thick, plot.x(mean.last) + half, y + thick)


# ── Over the plot ───────────────────────────────────────────────────────────────────────────────


def _strip_pt(canvas: Canvas, chart: ColumnChart) -> float:
    """Return the height of the strip of means, with the rule under it."""
    if not chart.means:
        return 0.0
    return canvas.size(_mean_lines(canvas, chart, chart.means[0]))[1] + canvas.pt(_STRIP_GAP_PT)


def _mean_lines(canvas: Canvas, chart: ColumnChart, mean: Mean) -> tuple[Words, Words]:
    value = Words(chart.mean_text(mean), canvas.style.name_pt, "sans-semibold", RUST)
    return value, Words(mean.label, canvas.style.label_pt, colour=RUST)


def _draw_means(canvas: Canvas, plot: Plot, chart: ColumnChart) -> None:
    """Draw each mean as a bar at its value, and over the plot its value and years, in one strip.

    Raises ChartError where the strip has no room for all of them.
    """
    means = sorted(chart.means, key=lambda mean: mean.first + mean.last)
    lines = [_mean_lines(canvas, chart, mean) for mean in means]
    bars = [_mean_box(canvas, plot, mean) for mean in means]
    sizes = [canvas.size(words)[0] + canvas.pt(_STRIP_AIR_PT) for words in lines]
    half = canvas.pt(_STRIP_AIR_PT) / 2
    middles = spread([bar.middle[0] for bar in bars], sizes, -half, canvas.width + half)
    require(middles, "The means have no room beside one another.", "Draw fewer means.")
    foot = canvas.height - canvas.pt(_SPAN_PT if chart.span else 0.0) - _strip_pt(canvas, chart)
    for words, bar, x in zip(lines, bars, middles or (), strict=True):
        y = bar.middle[1]
        canvas.rule([(bar.left, y), (bar.right, y)], RUST, canvas.pt(_MEAN_PT), layer=OVER_LAYER)
        inset = canvas.pt(_RULE_INSET_PT)
        ends = [(bar.left + inset, foot), (bar.right - inset, foot)]
        canvas.rule(ends, RUST, canvas.pt(_RULE_PT))
        canvas.lines(
            words, canvas.box(words, x, foot + canvas.pt(_STRIP_GAP_PT), "center"), "center"
        )


def _draw_span(canvas: Canvas, plot: Plot, span: Span) -> None:
    half = _column_width(canvas, plot) / 2
    left, right = plot.x(span.first) - half, plot.x(span.last) + half
    foot = canvas.height - canvas.pt(_SPAN_PT) + canvas.pt(3.0)
    y = foot + canvas.pt(_BRACKET_PT)
    canvas.rule([(left, foot), (left, y), (right, y), (right, foot)], AXIS, canvas.style.axis_pt)
    words = Words(span.text, canvas.style.label_pt, colour=MUTED)
    wide = canvas.size([words])[0]
    require(wide <= canvas.width, f'The words "{span.text}" are wider than the chart.')
    canvas.text(max(0.0, min(left, canvas.width - wide)), y + canvas.pt(_GAP_PT) + 1, words)


# ── Labels ──────────────────────────────────────────────────────────────────────────────────────


def _obstacles(canvas: Canvas, plot: Plot, chart: ColumnChart) -> tuple[Box, ...]:
    columns = [
        _column_box(canvas, plot, number, column).grown(canvas.pt(1.6), canvas.pt(0.8))
        for number, column in enumerate(chart.columns)
    ]
    return (*columns, *(_mean_box(canvas, plot, mean).grown(0, 1.0) for mean in chart.means))


def _labels(
    canvas: Canvas, plot: Plot, chart: ColumnChart
) -> list[tuple[tuple[Words, ...], Label]]:
    """Return the labels, each with the places where it may stand."""
    found = []
    for number, column in enumerate(chart.columns):
        lines = _lines(canvas, chart, column, plot.step)
        if lines:
            found.append((lines, _column_places(canvas, plot, (number, column), lines)))
    return [(lines, Label(places)) for lines, places in found]


def _lines(canvas: Canvas, chart: ColumnChart, column: Column, step: float) -> tuple[Words, ...]:
    """Return a column's note over its value."""
    style, text = canvas.style, chart.text(column)
    words = [canvas.measure.width(word, "sans", style.label_pt) for word in column.note.split()]
    room = max([*words, step * 1.6])
    note = [
        Words(line, style.label_pt)
        for line in canvas.measure.wrap(column.note, "sans", style.label_pt, room)
    ]
    if not text:
        return tuple(note)
    if column.fill is Fill.STRONG:
        return (*note, Words(text, style.value_pt, "sans-semibold", NAVY))
    return (*note, Words(text, style.label_pt))


def _column_places(
    canvas: Canvas, plot: Plot, at: tuple[int, Column], lines: tuple[Words, ...]
) -> tuple[Place, ...]:
    """Return the places beyond a column's end: straight above first, then aside and higher."""
    place, column = at
    bar, gap = _column_box(canvas, plot, place, column), canvas.pt(_GAP_PT)
    width, height = canvas.size(lines)
    # Digits do not reach down as far as letters do.
    fall = lines[-1].size_pt * 0.15
    is_above = (column.value or 0) >= 0
    start = bar.top + gap - fall if is_above else bar.bottom - gap - height
    sign = 1 if is_above else -1
    return tuple(
        Place(
            canvas.box(lines, bar.middle[0] + aside * width / 16, start + sign * rise, "center"),
            cost=abs(aside) + rise,
        )
        for rise in _RISES_PT
        for aside in range(-8, 9)
    )
