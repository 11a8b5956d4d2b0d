"""One series as columns from zero; means, a bracket and labels as lines over them.

             mean 90.6                       strip: each mean over its years
              2002–04
124.4          ─────
  ▌           ━━━━━        99.3              rust: the mean, across the years averaged
▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▌ ▨ partial 11.6   hatched: not a whole year
1992  1995      2000     2005  2007
"""

from __future__ import annotations

from decimal import Decimal

from briefbook.deck.measure import text_width, widest
from briefbook.deck.pptx.charts.common import (
    NOTHING,
    Words,
    bar_chart,
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
from briefbook.errors import DoesNotFit
from briefbook.theme.deck import LABEL_PT, NAME_PT, SLACK, VALUE_PT, Ink
from briefbook.theme.look import worn
from briefbook_figures.palette import SCREEN
from briefbook_figures.spec import ColumnChart, Fill, Mean
from briefbook_figures.spec_series import spread

_LINE_PT = 15.5
"""Height of a line of a label."""
_TICK_PT = 6.0
_MEAN_STROKE_PT = 2.25
_STRIP_PT, _STRIP_AIR_PT = 26.0, 8.0
"""Height of the strip of means beyond what stands over a plot anyway, and air between two of them."""
_RULE_PT = 0.75
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
    above = _STRIP_PT if chart.means else 0.0
    frame = lay_out_frame(chart.axis, chart.places, (width_pt, height_pt), right, above)
    sheet = PlaceSheet(chart.places)
    bars = _bars(chart, sheet, frame, lang)
    full = [n for n, column in enumerate(columns) if not column.is_open]
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
        if chart.text(column) and not (n in _open_end(chart) and _is_note_beside(chart, frame.step))
    ]
    series = sheet.add(
        chart.series,
        [column.value for column in chart.columns],
        bar_looks(Fill.QUIET) + '<c:invertIfNegative val="0"/>',
        points_looks(fills, Fill.QUIET) + labels(shown),
    )
    return bar_chart(series, _gap(frame))


def _column_label(chart: ColumnChart, index: int, frame: Frame, lang: str) -> str:
    column = chart.columns[index]
    text = chart.text(column)
    # Beside a higher neighbour a label has no more room than the gap between two columns.
    reach = 2 * (frame.step - _half(frame))
    is_wide = text_width(text, VALUE_PT, bold=True) > reach
    looks = Words(text, LABEL_PT if is_wide else VALUE_PT, Ink.NAVY, bold=True)
    if not column.note:
        value = column.value or Decimal(0)
        rise = _rise(chart, index, frame, text_width(text, looks.size_pt, bold=True))
        return value_label(index, value, chart.measurement.format, "outEnd", lang, looks, rise)
    note = (Words(column.note, LABEL_PT, Ink.MUTED),)
    return words_label(index, (note, (looks,)), "outEnd", lang)


def _rise(chart: ColumnChart, index: int, frame: Frame, wide: float) -> float:
    """Return how far a label goes up to be clear of higher neighbours, in shares of the chart's height."""
    value = chart.columns[index].value or Decimal(0)
    if value < 0:
        return 0.0
    reach = wide / 2 + _half(frame)
    near = [
        max(column.value or Decimal(0), value)
        for n, column in enumerate(chart.columns)
        if abs(n - index) * frame.step < reach
    ]
    up = frame.points(max(near)) - frame.points(value)
    return min(up, _RISE_MOST_PT) * frame.plot.h / frame.height


_RISE_MOST_PT = 40.0
_BESIDE_PT, _RIGHT_PT = 10.0, 8.0
"""Air around a note beside the last column, and right of the plot where there is none."""
_NOTE_GAP_PT = 1.0
_TICKS_PT = 50.0
"""What the numbers of the axis take about."""


def _open_end(chart: ColumnChart) -> list[int]:
    """Return the last columns that are partial or asked for, in a row up to the end."""
    found: list[int] = []
    for n in range(len(chart.columns) - 1, -1, -1):
        if not (chart.columns[n].note and chart.text(chart.columns[n])):
            break
        found.insert(0, n)
    return found


def _is_note_beside(chart: ColumnChart, step_pt: float) -> bool:
    """Tell whether the notes on the last columns stand beside them: where one is wider than its place."""
    ends = [chart.columns[n] for n in _open_end(chart)]
    texts = [text for column in ends for text in (column.note, chart.text(column))]
    return any(text_width(text, LABEL_PT) > step_pt for text in texts)


def _note_width(chart: ColumnChart, width_pt: float) -> float:
    """Return the room right of the plot for the notes on the last columns."""
    if not _is_note_beside(chart, (width_pt - _TICKS_PT) / len(chart.columns)):
        return _RIGHT_PT
    ends = [chart.columns[n] for n in _open_end(chart)]
    words = [word for column in ends for word in (*column.note.split(), chart.text(column))]
    return max(text_width(word, LABEL_PT, bold=True) for word in words) * SLACK + _BESIDE_PT


def _last_note(chart: ColumnChart, sheet: PlaceSheet, frame: Frame, lang: str) -> str:
    """Return the notes on the last columns, to their right: above them there is only a place's width."""
    last = chart.columns[-1]
    paras = []
    for column in (chart.columns[n] for n in _open_end(chart)):
        paras += [(Words(word, LABEL_PT, Ink.MUTED),) for word in column.note.split()]
        paras.append((Words(chart.text(column), LABEL_PT, Ink.TEXT, bold=True),))
    values: list[Decimal | None] = [None] * len(chart.columns)
    lowest = max(_NOTE_AT_LEAST, len(paras) * _LINE_PT / frame.height / 2)
    values[-1] = max(last.value or Decimal(0), frame.value(frame.height * lowest))
    shift = (_half(frame) + _NOTE_GAP_PT) * frame.plot.w / frame.width
    shown = words_label(len(values) - 1, paras, "r", lang, "l", shift=shift)
    return sheet.add_line("Note", values, NOTHING, labels([shown]))


def _means(chart: ColumnChart, sheet: PlaceSheet, frame: Frame, lang: str) -> list[str]:
    """Return each mean as a line over its places, and over the plot its value and years."""
    if not chart.means:
        return []
    every = range(len(chart.columns))
    means = sorted(chart.means, key=lambda mean: mean.first + mean.last)
    series = []
    for mean in means:
        values = [mean.value if mean.first <= n <= mean.last else None for n in every]
        stroke = line(Ink.RUST, _MEAN_STROKE_PT, cap="sq")
        series.append(sheet.add_line(f"Mean {mean.label}", values, shape_looks("", stroke)))
    for mean, middle in zip(means, _middles(chart, means, frame), strict=True):
        level = [frame.axis.high if mean.first <= n <= mean.last else None for n in every]
        index = (mean.first + mean.last) // 2
        words = [
            (Words(chart.mean_text(mean), NAME_PT, Ink.RUST, bold=True),),
            (Words(mean.label, LABEL_PT, Ink.RUST),),
        ]
        shift = (middle - (index + 0.5) * frame.step) * frame.plot.w / frame.width
        shown = words_label(index, words, "t", lang, shift=shift)
        looks = shape_looks("", line(Ink.RUST, _RULE_PT))
        series.append(sheet.add_line(f"Years of mean {mean.label}", level, looks, labels([shown])))
    return series


def _middles(chart: ColumnChart, means: list[Mean], frame: Frame) -> list[float]:
    """Return where the words of each mean stand, in points from the left of the plot."""
    widths = [
        max(text_width(chart.mean_text(m), NAME_PT, bold=True), text_width(m.label, LABEL_PT))
        for m in means
    ]
    wanted = [(mean.first + mean.last + 1) / 2 * frame.step for mean in means]
    before = frame.plot.x * frame.width / frame.plot.w
    found = None
    # Apart even where a wider face stands in, if they have the room. Where a sender's face is wide, the
    # words come nearer to one another before they are refused.
    slacks = [(widest(bold=True), _STRIP_AIR_PT), (SLACK, _STRIP_AIR_PT)]
    slacks += [(1.0, 1.0)] if worn().body else []
    for slack, air in slacks:
        sizes = [width * slack + air for width in widths]
        found = spread(wanted, sizes, -before, frame.width)
        if found is not None:
            break
    if found is None:
        raise DoesNotFit("the means have no room beside one another", hint="draw fewer means")
    return found


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
