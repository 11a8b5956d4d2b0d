"""One series as columns from zero; means, a bracket and labels as lines over them.

   ┌── years that the text covers ──┐        a line with the ends turned down
124.4                     mean 90.6
  ▌           ━━━━━        99.3              rust: the mean, across the years averaged
▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▨ partial 11.6   hatched: not a whole year
1992  1995      2000     2005  2007
"""

from __future__ import annotations

from decimal import Decimal

from briefbook.deck.measure import text_width
from briefbook.deck.pptx.charts.common import (
    CATEGORY_AXIS,
    NOTHING,
    VALUE_AXIS,
    Words,
    bar_looks,
    chart_space,
    error_bars,
    labels,
    layout,
    numbers,
    points_looks,
    shape_looks,
    value_label,
    words_label,
)
from briefbook.deck.pptx.charts.places import (
    Frame,
    PlaceSheet,
    lay_out_frame,
    line_chart,
    place_axes,
)
from briefbook.deck.pptx.workbook import Sheet
from briefbook.deck.pptx.xml import line
from briefbook.theme.deck import LABEL_PT, VALUE_PT, Ink
from briefbook_figures.palette import SCREEN
from briefbook_figures.spec import ColumnChart, Fill, Mean

_LINE_PT = 15.5
"""Height of a line of a label."""
_TICK_PT = 6.0
_MEAN_STROKE_PT = 2.25
_ASIDE_PT = 6.0
"""A label is lifted so far rather than moved a column aside."""
_COLUMN_MOST_PT = 72.0
_GAP_MOST = 500
"""Greatest gap between columns, in per cent of one; the schema's limit."""
_NOTE_AT_LEAST = 0.12
"""How high the note on a low last column stands, as a share of the plot."""


def columns_xml(
    chart: ColumnChart, width_pt: float, height_pt: float, lang: str
) -> tuple[str, Sheet]:
    """Return the chart and its data sheet."""
    columns = chart.columns
    right = _note_width(chart, width_pt)
    frame = lay_out_frame(chart.axis, chart.places, (width_pt, height_pt), right)
    sheet = PlaceSheet(chart.places)
    bars = _bars(chart, sheet, frame, lang)
    full = [n for n, column in enumerate(columns) if column.fill is not Fill.HATCHED]
    lines = [sheet.add_labels(frame, max(full, default=len(columns) - 1), lang)]
    if _is_note_beside(chart, frame.step):
        lines.append(_last_note(chart, sheet, frame, lang))
    if not any(chart.values):
        lines.append(sheet.add_zero_note(frame, lang))
    lines += _means(chart, sheet, frame, lang)
    if chart.span:
        lines.append(_span(chart, sheet, frame, lang))
    plot_area = layout(frame.plot) + bars + line_chart(lines) + place_axes(chart.axis)
    return chart_space(plot_area, lang), sheet.sheet


def _gap(frame: Frame) -> int:
    """Return the gap between columns, in per cent of one: wider where columns would be slabs."""
    share = min(SCREEN.column_share, _COLUMN_MOST_PT / frame.step)
    return min(_GAP_MOST, round(100 * (1 - share) / share))


def _half(frame: Frame) -> float:
    """Return half the width of a column."""
    return frame.step / (1 + _gap(frame) / 100) / 2


def _bars(chart: ColumnChart, sheet: PlaceSheet, frame: Frame, lang: str) -> str:
    fills = [column.fill for column in chart.columns]
    shown = [
        _column_label(chart, n, frame, lang)
        for n, column in enumerate(chart.columns)
        if chart.text(column) and not (n == len(fills) - 1 and _is_note_beside(chart, frame.step))
    ]
    series = sheet.add(
        chart.series,
        [column.value for column in chart.columns],
        bar_looks(Fill.QUIET) + '<c:invertIfNegative val="0"/>',
        points_looks(fills, Fill.QUIET) + labels(shown),
    )
    return (
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{_gap(frame)}"/><c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:barChart>'
    )


def _column_label(chart: ColumnChart, index: int, frame: Frame, lang: str) -> str:
    column = chart.columns[index]
    text = chart.text(column)
    # Beside a higher neighbour a label has no more room than the gap between two columns.
    reach = 2 * (frame.step - _half(frame))
    is_wide = text_width(text, VALUE_PT, bold=True) > reach
    looks = Words(text, LABEL_PT if is_wide else VALUE_PT, Ink.NAVY, bold=True)
    if not column.note:
        value = column.value or Decimal(0)
        return value_label(index, value, chart.measurement.format, "outEnd", lang, looks)
    note = (Words(column.note, LABEL_PT, Ink.MUTED),)
    return words_label(index, (note, (looks,)), "outEnd", lang)


_BESIDE_PT, _RIGHT_PT = 10.0, 8.0
"""Air around a note beside the last column, and right of the plot where there is none."""
_TICKS_PT = 50.0
"""What the numbers of the axis take about."""


def _is_note_beside(chart: ColumnChart, step_pt: float) -> bool:
    """Tell whether the note on the last column stands beside it: where it is wider than its place."""
    last = chart.columns[-1]
    wide = max(text_width(text, LABEL_PT) for text in (last.note, chart.text(last)))
    return bool(last.note and chart.text(last)) and wide > step_pt


def _note_width(chart: ColumnChart, width_pt: float) -> float:
    """Return the room right of the plot for the note on the last column."""
    if not _is_note_beside(chart, (width_pt - _TICKS_PT) / len(chart.columns)):
        return _RIGHT_PT
    last = chart.columns[-1]
    words = (*last.note.split(), chart.text(last))
    return max(text_width(word, LABEL_PT) for word in words) + _BESIDE_PT


def _last_note(chart: ColumnChart, sheet: PlaceSheet, frame: Frame, lang: str) -> str:
    """Return the note on the last column, to its right: above it there is only its neighbour's width."""
    last = chart.columns[-1]
    paras = [(Words(word, LABEL_PT, Ink.MUTED),) for word in last.note.split()]
    paras.append((Words(chart.text(last), LABEL_PT, Ink.TEXT, bold=True),))
    values: list[Decimal | None] = [None] * len(chart.columns)
    values[-1] = max(last.value or Decimal(0), frame.value(frame.height * _NOTE_AT_LEAST))
    shown = words_label(len(values) - 1, paras, "r", lang, "l")
    return sheet.add_line("Note", values, NOTHING, labels([shown]))


def _means(chart: ColumnChart, sheet: PlaceSheet, frame: Frame, lang: str) -> list[str]:
    """Return each mean as a line over its places, and its label on a point of its own, clear of columns."""
    series = []
    every = range(len(chart.columns))
    for mean in chart.means:
        values = [mean.value if mean.first <= n <= mean.last else None for n in every]
        stroke = line(Ink.RUST, _MEAN_STROKE_PT, cap="sq")
        series.append(sheet.add_line(f"Mean {mean.label}", values, shape_looks("", stroke)))
    for mean in chart.means:
        index, base = _label_place(mean, chart, frame)
        points: list[Decimal | None] = [None] * len(chart.columns)
        points[index] = frame.value(base)
        words = [
            (Words(mean.label, LABEL_PT, Ink.RUST),),
            (Words(chart.mean_text(mean), LABEL_PT, Ink.RUST, bold=True),),
        ]
        shown = words_label(index, words, "t", lang)
        series.append(
            sheet.add_line(f"Label of mean {mean.label}", points, NOTHING, labels([shown]))
        )
    return series


def _label_place(mean: Mean, chart: ColumnChart, frame: Frame) -> tuple[int, float]:
    """Return the column over which the label of a mean stands, and how high: near its line, but clear."""
    middle = (mean.first + mean.last) / 2
    places = [
        (n, _label_base(mean, n, chart, frame))
        for n in range(max(0, mean.first - 1), min(len(chart.columns), mean.last + 2))
    ]
    return min(places, key=lambda place: (place[1] + _ASIDE_PT * abs(place[0] - middle), place[0]))


def _label_base(mean: Mean, index: int, chart: ColumnChart, frame: Frame) -> float:
    """Return how high the label of a mean begins, in points: above its line and all it would cover."""
    texts = text_width(mean.label, LABEL_PT), text_width(chart.mean_text(mean), LABEL_PT, bold=True)
    half = max(texts) / 2 + 3
    base = frame.points(mean.value) + 2
    for n, column in enumerate(chart.columns):
        is_near = abs(n - index) * frame.step < half + _half(frame)
        if is_near and column.value is not None and column.value > 0:
            label_pt = _LINE_PT + 2 if chart.text(column) else 0
            base = max(base, frame.points(column.value) + label_pt)
    return base


def _span(chart: ColumnChart, sheet: PlaceSheet, frame: Frame, lang: str) -> str:
    """Return the bracket over a span of places: a line, its ends turned down, its label above."""
    span = chart.span
    if span is None:
        raise ValueError("the chart has no span")
    every = range(len(chart.columns))
    level = frame.value(frame.height - _LINE_PT - 4)
    values = [level if span.first <= n <= span.last else None for n in every]
    ends = [frame.length(_TICK_PT) if n in (span.first, span.last) else None for n in every]
    shown = words_label(
        (span.first + span.last + 1) // 2, ((Words(span.text, LABEL_PT, Ink.MUTED),),), "t", lang
    )
    stroke = line(Ink.AXIS, 0.75)
    column = sheet.add_column("Ends of the span", ends)
    ref = Sheet.range(column, 2, len(chart.columns) + 1)
    bars = error_bars("y", "minus", numbers("minus", ref, ends), stroke)
    return sheet.add_line("Span", values, shape_looks("", stroke), labels([shown]) + bars)
