"""Small multiples as one chart: its category axis runs through the panels, an empty place between two.

One value axis serves all of them, so that their scale is one by construction.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefbook.deck.measure import text_width
from briefbook.deck.pptx.charts.common import (
    NOTHING,
    Words,
    bar_chart,
    bar_looks,
    chart_space,
    labels,
    layout,
    live_label,
    points_looks,
    words_label,
)
from briefbook.deck.pptx.charts.places import (
    Frame,
    PlaceSheet,
    lay_out_frame,
    line_chart,
    place_axes,
    wrapped,
)
from briefbook.deck.pptx.workbook import Sheet
from briefbook.frozen import dataclass
from briefbook.theme.deck import LABEL_PT, NAME_PT, SLACK, Ink
from briefbook_figures.spec import Fill, PlaceKind, Places
from briefbook_figures.spec_series import OneSeries, SeriesChart

_BETWEEN_PT = 10.0
"""Air between two panels, beyond the width of a place's label."""
_PLOT_SHARE, _HEAD_AIR_PT = 0.92, 3.0
_GAP = 38
"""Between two columns, in per cent of one."""
_LEADING = 1.22
_LABEL_GAP_PT = 8.0
_EMPTY = " "
_EMPTY_LINE = (Words(_EMPTY, LABEL_PT),)


@dataclass(frozen=True)
class _Run:
    """The places of all panels in a row, and where each panel begins."""

    places: Places
    starts: tuple[int, ...]
    count: int
    """Places of one panel."""


def panels_xml(
    chart: SeriesChart, width_pt: float, height_pt: float, lang: str
) -> tuple[str, Sheet]:
    """Return the chart and its data sheet; raises DoesNotFit where a panel has no room for its words."""
    run = _run(chart, width_pt)
    room = width_pt * _PLOT_SHARE / len(chart.series) - _HEAD_AIR_PT
    heads = [_head(chart, one, room) for one in chart.series]
    most = max(len(head) for head in heads)
    # Empty lines below, so that all names stand at one height.
    heads = [head + [_EMPTY_LINE] * (most - len(head)) for head in heads]
    high = max(sum(words.size_pt for (words,) in head) for head in heads) * _LEADING
    frame = lay_out_frame(chart.axis, run.places, (width_pt, height_pt), 8.0, high)
    sheet = PlaceSheet(run.places)
    bars = "".join(_bars(run, n, one, sheet) for n, one in enumerate(chart.series))
    lines = [_labels(chart, run, sheet, frame)]
    lines += _heads(run, heads, sheet, frame, lang)
    if not any(chart.values):
        lines.append(sheet.add_zero_note(frame, lang))
    native = bar_chart(bars, _GAP, overlap=100)
    plot_area = layout(frame.plot) + native + line_chart(lines) + place_axes(chart.axis)
    return chart_space(plot_area, lang), sheet.sheet


def _run(chart: SeriesChart, width_pt: float) -> _Run:
    """Return the panels' places in a row; as many empty ones between two as give them air."""
    own, panels = chart.places.labels, len(chart.series)
    between = max(text_width(text, LABEL_PT) for text in own) + _BETWEEN_PT
    empty = 1
    while empty * width_pt / (panels * len(own) + (panels - 1) * empty) < between and empty < len(
        own
    ):
        empty += 1
    every: list[str] = []
    starts = []
    for number in range(panels):
        every += [_EMPTY] * empty if number else []
        starts.append(len(every))
        every += own
    # The labels are set by the panels, one by one: years that begin anew are no row of years.
    return _Run(Places(PlaceKind.DATE, 0, tuple(every)), tuple(starts), len(own))


def _bars(run: _Run, number: int, one: OneSeries, sheet: PlaceSheet) -> str:
    start, every = run.starts[number], len(run.places.labels)
    values: list[Decimal | None] = [None] * every
    values[start : start + run.count] = one.values
    fills = [one.fill] * every
    fills[start : start + run.count] = [one.fill_at(n) for n in range(run.count)]
    looks = bar_looks(one.fill) + '<c:invertIfNegative val="0"/>'
    return sheet.add(one.name, values, looks, points_looks(fills, one.fill))


def _labels(chart: SeriesChart, run: _Run, sheet: PlaceSheet, frame: Frame) -> str:
    """Return the places' labels along the foot, as they fit in a panel."""
    wide = max(text_width(text, LABEL_PT) for text in chart.places.labels) * SLACK + _LABEL_GAP_PT
    chosen = chart.places.labelled(chart.last_full, frame.step, wide)
    at = [start + n for start in run.starts for n in chosen]
    foot = [frame.axis.low if n in at else None for n in range(len(run.places.labels))]
    looks = Words("", LABEL_PT, Ink.MUTED)
    shown = [live_label(n, "CatName", looks, "b") for n in at]
    return sheet.add_line("Labels", foot, NOTHING, labels(shown))


def _head(chart: SeriesChart, one: OneSeries, room: float) -> list[tuple[Words]]:
    ink = Ink.NAVY if one.fill is Fill.STRONG else Ink.TEXT
    name = wrapped(one.name, room, NAME_PT, bold=True)
    said = (*chart.said(one), *(f"{_MARKS[kind]}: {text}" for kind, text in chart.reservations))
    return [
        *((Words(words, NAME_PT, ink, bold=True),) for words in name),
        *((Words(line_, LABEL_PT, Ink.MUTED),) for text in said for line_ in wrapped(text, room)),
    ]


_MARKS = {Fill.HATCHED: "hatched", Fill.OUTLINE: "outlined"}


def _heads(
    run: _Run, heads: Sequence[list[tuple[Words]]], sheet: PlaceSheet, frame: Frame, lang: str
) -> list[str]:
    """Return the panels' names and means, flush with the left of each, a series for each line.

    In labels of several lines not every program sets them flush left, so that each line is a label,
    with empty lines below it as high as those that it stands over.
    """
    values = [frame.axis.high if n in run.starts else None for n in range(len(run.places.labels))]
    series = []
    for number in range(len(heads[0])):
        shown = []
        for start, head in zip(run.starts, heads, strict=True):
            (words,) = head[number]
            wide = text_width(words.text, words.size_pt, bold=words.bold)
            shift = (wide - frame.step) / 2 * frame.plot.w / frame.width
            block = [head[number], *([_EMPTY_LINE] * (len(head) - number - 1))]
            shown.append(words_label(start, block, "t", lang, shift=shift))
        series.append(sheet.add_line(f"Heads {number + 1}", values, NOTHING, labels(shown)))
    return series
