"""Unlike amounts: horizontal bars from zero, each with its name on the left and its value at its end.

    ASSISTANCE ─────────────────────────────────────────   a rule: error bar of the heading's row
    Medical goods            │▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨ $196M
    In kind · since 2001     │
    └──── names ────┘        0

The names are labels of a second, invisible series that runs left of zero: a category axis can set
neither two sizes of type nor text flush left.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefbook.deck.measure import text_width
from briefbook.deck.slides.charts.common import (
    CATEGORY_AXIS,
    CATEGORY_REST,
    NOTHING,
    VALUE_AXIS,
    Plot,
    Words,
    axis,
    bar_looks,
    chart_space,
    error_bars,
    labels,
    layout,
    numbers,
    opening,
    points_looks,
    strings,
    ticks,
    value_label,
    words_label,
)
from briefbook.deck.slides.workbook import Sheet
from briefbook.deck.slides.xml import line
from briefbook.theme.deck import LABEL_PT, NAME_PT, SLACK, VALUE_PT, Ink
from briefbook_figures.spec import AmountChart, Fill

_DETAIL_PT = 12.5
_ROOM = (0.34, 0.5)
"""Least and most of the width that names take."""
_VALUE_ROOM_PT = 62.0
_GAP = 85
"""Clear space between bars, in per cent of a bar."""


@dataclass(frozen=True)
class _Row:
    """A row of the chart: a heading, or an amount."""

    label: str
    detail: str = ""
    value: float | None = None
    text: str = ""
    fill: Fill = Fill.STRONG
    is_apart: bool = False


def amounts_xml(chart: AmountChart, width_pt: float, lang: str) -> tuple[str, Sheet]:
    """Return the chart and its data sheet."""
    rows = _rows(chart)
    room = _room(rows, width_pt)
    top = max(row.value or 0 for row in rows) / (1 - _VALUE_ROOM_PT / (width_pt * (1 - room)))
    low = -top * room / (1 - room)
    sheet = Sheet()
    sheet.add("", chart.unit, "Room for names", "Rule below heading", "Detail")
    for row in rows:
        sheet.add(row.label, row.value, low, None if row.value is not None else top - low, row.detail or None)
    count = len(rows)
    categories = strings("cat", Sheet.range(0, 2, count + 1), [row.label for row in rows])
    names = (
        f"<c:ser>{opening(0, 2, 'Room for names')}{NOTHING}<c:invertIfNegative val=\"0\"/>"
        f"{labels([_name(n, row, lang) for n, row in enumerate(rows)])}{_rules(rows, top - low)}{categories}"
        f"{numbers('val', Sheet.range(2, 2, count + 1), [low] * count)}</c:ser>"
    )
    marks = (
        f"<c:ser>{opening(1, 1, chart.unit)}{bar_looks(Fill.STRONG)}<c:invertIfNegative val=\"0\"/>"
        f"{points_looks([row.fill for row in rows], Fill.STRONG)}{labels(_values(rows, lang))}{categories}"
        f"{numbers('val', Sheet.range(1, 2, count + 1), [row.value for row in rows])}</c:ser>"
    )
    bars = (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{names}{marks}<c:gapWidth val="{_GAP}"/><c:overlap val="100"/>'
        f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:barChart>'
    )
    plot = layout(Plot(0, 0, 1, 1)) + bars + _axes(low, top)
    return chart_space(plot, lang), sheet


def _rows(chart: AmountChart) -> list[_Row]:
    rows = []
    for group in chart.groups:
        if group.label:
            rows.append(_Row(group.label, is_apart=group.is_apart))
        rows += [_Row(row.label, row.detail, row.value, row.text, row.fill) for row in group.rows]
    return rows


def _room(rows: list[_Row], width_pt: float) -> float:
    """Return the share of the width that the names need."""
    widest = max(
        max(text_width(row.label, NAME_PT, bold=True), text_width(row.detail, _DETAIL_PT)) for row in rows
    )
    least, most = _ROOM
    return min(max((widest * SLACK + 12) / width_pt, least), most)


def _name(index: int, row: _Row, lang: str) -> str:
    if row.value is None:
        # The empty line below lifts the heading off the rule, which runs through the row's middle.
        ink = Ink.RUST if row.is_apart else Ink.NAVY
        heading = Words(row.label.upper(), LABEL_PT, ink, bold=True)
        return words_label(index, ((heading,), (Words(" ", LABEL_PT),)), "inEnd", lang, "l")
    name = Words(row.label, NAME_PT, Ink.TEXT, bold=True)
    detail = ((Words(row.detail, _DETAIL_PT, Ink.MUTED),),) if row.detail else ()
    return words_label(index, ((name,), *detail), "inEnd", lang, "l")


def _values(rows: list[_Row], lang: str) -> list[str]:
    looks = Words("", VALUE_PT + 1, Ink.TEXT, bold=True)
    return [
        value_label(n, row.value, row.text, "outEnd", lang, looks)
        for n, row in enumerate(rows)
        if row.value is not None
    ]


def _rules(rows: list[_Row], length: float) -> str:
    lengths = [length if row.value is None else None for row in rows]
    ref = Sheet.range(3, 2, len(rows) + 1)
    return error_bars("", "plus", numbers("plus", ref, lengths), line(Ink.HAIR, 0.75))


def _axes(low: float, top: float) -> str:
    names = ticks("none", line(Ink.AXIS, 0.75)) + CATEGORY_REST
    values = ticks("none", line(None)) + '<c:crossBetween val="between"/>'
    return axis("catAx", CATEGORY_AXIS, VALUE_AXIS, names, position="l", is_reversed=True) + axis(
        "valAx", VALUE_AXIS, CATEGORY_AXIS, values, position="t", low=low, high=top, is_shown=False
    )
