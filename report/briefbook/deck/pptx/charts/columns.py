"""One measure by year, as columns from zero; means, a bracket and labels as lines over them.

   ┌── years that the text covers ──┐        a line with the ends turned down
124.4                     mean 90.6
  ▌           ━━━━━        99.3              rust: the mean, across the years averaged
▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▨ partial 11.6   hatched: not a whole year
1992  1995      2000     2005  2007
"""

from __future__ import annotations

from dataclasses import dataclass

from briefbook.deck.measure import text_width
from briefbook.deck.pptx.charts.common import (
    CATEGORY_AXIS,
    NOTHING,
    VALUE_AXIS,
    Plot,
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
from briefbook.deck.pptx.charts.years import (
    YEARS_PT,
    Scale,
    YearSheet,
    line_chart,
    scale,
    year_axes,
)
from briefbook.deck.pptx.workbook import Sheet
from briefbook.deck.pptx.xml import line
from briefbook.theme.deck import LABEL_PT, VALUE_PT, Ink
from briefbook_figures.palette import SCREEN
from briefbook_figures.spec import Column, ColumnChart, Fill, Mean

_LINE_PT = 15.5
"""Height of a line of a label."""
_SPAN_PT = 34.0
_TICK_PT = 6.0
_MEAN_STROKE_PT = 2.25
_ASIDE_PT = 6.0
"""A label is lifted so far rather than moved a column aside."""


@dataclass(frozen=True)
class _Frame:
    """Where the columns stand, in points."""

    step: float
    height: float
    scale: Scale

    def points(self, value: float) -> float:
        return value / self.scale.top * self.height

    def value(self, points: float) -> float:
        return points / self.height * self.scale.top


def columns_xml(
    chart: ColumnChart, width_pt: float, height_pt: float, lang: str
) -> tuple[str, Sheet]:
    """Return the chart and its data sheet."""
    columns = chart.columns
    height = height_pt - YEARS_PT
    above = _LINE_PT + 6 + (_SPAN_PT if chart.span else 0)
    scale_ = scale([column.value for column in columns], height, above)
    right = _note_width(columns[-1])
    plot = Plot(
        scale_.labels_pt / width_pt,
        0,
        (width_pt - scale_.labels_pt - right) / width_pt,
        height / height_pt,
    )
    frame = _Frame(plot.w * width_pt / len(columns), height, scale_)
    years = YearSheet([column.year for column in columns])
    bars = _bars(chart, years, frame, lang)
    lines = [years.add_years(frame.step)]
    if columns[-1].note:
        lines.append(_last_note(columns, years, lang))
    lines += _means(chart, years, frame, lang)
    if chart.span:
        lines.append(_span(chart, years, frame, lang))
    return chart_space(
        layout(plot) + bars + line_chart(lines) + year_axes(scale_), lang
    ), years.sheet


def _bars(chart: ColumnChart, years: YearSheet, frame: _Frame, lang: str) -> str:
    fills = [column.fill for column in chart.columns]
    shown = [
        _column_label(n, column, frame, lang)
        for n, column in enumerate(chart.columns)
        if column.text and not (column.note and column is chart.columns[-1])
    ]
    series = years.add(
        chart.series or chart.unit,
        [column.value for column in chart.columns],
        bar_looks(Fill.QUIET) + '<c:invertIfNegative val="0"/>',
        points_looks(fills, Fill.QUIET) + labels(shown),
    )
    gap = round(100 * (1 - SCREEN.column_share) / SCREEN.column_share)
    return (
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{gap}"/><c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:barChart>'
    )


def _column_label(index: int, column: Column, frame: _Frame, lang: str) -> str:
    # Beside a higher neighbour a label has no more room than the gap between two columns.
    reach = 2 * frame.step * (1 - SCREEN.column_share / 2)
    is_wide = text_width(column.text, VALUE_PT, bold=True) > reach
    looks = Words("", LABEL_PT if is_wide else VALUE_PT, Ink.NAVY, bold=True)
    if not column.note:
        return value_label(index, column.value, column.text, "outEnd", lang, looks)
    note = (Words(column.note, LABEL_PT, Ink.MUTED),)
    return words_label(
        index, (note, (Words(column.text, looks.size_pt, looks.ink, looks.bold),)), "outEnd", lang
    )


def _note_width(column: Column) -> float:
    """Return the room right of the plot for the note on the last column."""
    words = column.note.split()
    return max((text_width(word, LABEL_PT) for word in words), default=0.0) + 10 if words else 8.0


def _last_note(columns: tuple[Column, ...], years: YearSheet, lang: str) -> str:
    """Return the note on the last column, to its right: above it there is only its neighbour's width."""
    last = columns[-1]
    paras = [(Words(word, LABEL_PT, Ink.MUTED),) for word in last.note.split()]
    paras.append((Words(last.text, LABEL_PT, Ink.TEXT, bold=True),))
    highest = max(column.value for column in columns)
    values: list[float | None] = [None] * len(columns)
    values[-1] = max(last.value, highest * 0.12)
    shown = words_label(len(columns) - 1, paras, "r", lang, "l")
    return years.add_line("Note", values, NOTHING, labels([shown]))


def _means(chart: ColumnChart, years: YearSheet, frame: _Frame, lang: str) -> list[str]:
    """Return each mean as a line over its years, and its label on a point of its own, clear of columns."""
    series = []
    for mean in chart.means:
        values = [mean.value if mean.first <= year <= mean.last else None for year in years.years]
        stroke = line(Ink.RUST, _MEAN_STROKE_PT, cap="sq")
        series.append(years.add_line(f"Mean {mean.years}", values, shape_looks("", stroke)))
    for mean in chart.means:
        index, base = _label_place(mean, chart, frame)
        points: list[float | None] = [None] * len(years.years)
        points[index] = frame.value(base)
        words = [
            (Words(mean.years, LABEL_PT, Ink.RUST),),
            (Words(mean.text, LABEL_PT, Ink.RUST, bold=True),),
        ]
        shown = words_label(index, words, "t", lang)
        series.append(
            years.add_line(f"Label of mean {mean.years}", points, NOTHING, labels([shown]))
        )
    return series


def _label_place(mean: Mean, chart: ColumnChart, frame: _Frame) -> tuple[int, float]:
    """Return the column over which the label of a mean stands, and how high: near its line, but clear."""
    years = [column.year for column in chart.columns]
    first, last = years.index(mean.first), years.index(mean.last)
    middle = (first + last) / 2
    places = [
        (n, _label_base(mean, n, chart, frame))
        for n in range(max(0, first - 1), min(len(years), last + 2))
    ]
    return min(places, key=lambda place: (place[1] + _ASIDE_PT * abs(place[0] - middle), place[0]))


def _label_base(mean: Mean, index: int, chart: ColumnChart, frame: _Frame) -> float:
    """Return how high the label of a mean begins, in points: above its line and all it would cover."""
    half = max(text_width(mean.years, LABEL_PT), text_width(mean.text, LABEL_PT, bold=True)) / 2 + 3
    base = frame.points(mean.value) + 2
    for n, column in enumerate(chart.columns):
        if abs(n - index) * frame.step < half + frame.step * SCREEN.column_share / 2:
            value_label_pt = _LINE_PT + 2 if column.text else 0
            base = max(base, frame.points(column.value) + value_label_pt)
    return base


def _span(chart: ColumnChart, years: YearSheet, frame: _Frame, lang: str) -> str:
    """Return the bracket over a span of years: a line, its ends turned down, its label above."""
    span = chart.span
    if span is None:
        raise ValueError("the chart has no span")
    inside = [n for n, year in enumerate(years.years) if span.first <= year <= span.last]
    level = frame.value(frame.height - _LINE_PT - 4)
    values = [level if n in inside else None for n in range(len(years.years))]
    ends = [
        frame.value(_TICK_PT) if n in (inside[0], inside[-1]) else None
        for n in range(len(years.years))
    ]
    middle = inside[len(inside) // 2]
    shown = words_label(middle, ((Words(span.text, LABEL_PT, Ink.MUTED),),), "t", lang)
    stroke = line(Ink.AXIS, 0.75)
    rows = len(years.years) + 1
    column = len(years.sheet.rows[0]) + 1
    bars = error_bars("y", "minus", numbers("minus", Sheet.range(column, 2, rows), ends), stroke)
    series = years.add_line("Span", values, shape_looks("", stroke), labels([shown]) + bars)
    years.sheet.rows[0].append("Ends of the span")
    for row, end in zip(years.sheet.rows[1:], ends, strict=True):
        row.append(end)
    return series
