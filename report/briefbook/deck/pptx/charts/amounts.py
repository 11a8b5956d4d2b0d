"""Unlike amounts: horizontal bars from zero, each with its name on the left and its value at its end.

    ASSISTANCE ─────────────────────────────────────────   a rule: error bar of the heading's row
    Medical goods            │▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨ $196M
    In kind · since 2001     │
    └──── names ────┘        0

Names and details are labels of invisible series that run left of zero: a category axis can set
neither two sizes of type nor text flush left.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefbook.deck.measure import text_width
from briefbook.deck.pptx.charts.common import (
    CATEGORY_AXIS,
    CATEGORY_REST,
    NOTHING,
    VALUE_AXIS,
    Axis,
    Plot,
    Words,
    axis_xml,
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
from briefbook.deck.pptx.workbook import Number, Sheet
from briefbook.deck.pptx.xml import line
from briefbook.theme.deck import LABEL_PT, NAME_PT, SLACK, VALUE_PT, Ink
from briefbook_figures.spec import AmountChart, AmountRow, Fill

_DETAIL_PT = 12.5
_ROOM = (0.34, 0.5)
"""Least and most of the width that names take."""
_VALUE_GAP_PT, _VALUE_MOST = 14.0, 0.7
"""Air beside the longest value, and the most of the bars' width that values take."""
_UPRIGHT = '<c:invertIfNegative val="0"/>'
_GAP = 85
"""Clear space between bars, in per cent of a bar."""


@dataclass(frozen=True)
class _Row:
    """A row of the chart: a heading, or an amount."""

    label: str
    amount: AmountRow | None = None
    length: Number | None = None
    """Of the bar; None for a heading and where there is no bar."""
    is_apart: bool = False

    @property
    def detail(self) -> str:
        return self.amount.detail if self.amount else ""

    @property
    def fill(self) -> Fill:
        return self.amount.fill if self.amount else Fill.STRONG


def amounts_xml(chart: AmountChart, width_pt: float, lang: str) -> tuple[str, Sheet]:
    """Return the chart and its data sheet.

    Bars are as long as their amounts. Where units differ there is no common axis: the sheet then
    has the amounts in a column of their own, and bars are shares of the greatest of their unit.
    """
    rows, unit = _rows(chart), chart.rows[0].measurement
    is_mixed = len({row.measurement.unit for row in chart.rows}) > 1
    name = "Share of the greatest of its unit" if is_mixed else unit.whole_name
    room = _room(rows, width_pt)
    highest = float(max(row.length or 0 for row in rows)) or 1.0
    values_pt = max(text_width(row.text, VALUE_PT + 1, bold=True) for row in chart.rows)
    bars_pt = width_pt * (1 - room)
    top = highest / (1 - min(_VALUE_MOST, (values_pt * SLACK + _VALUE_GAP_PT) / bars_pt))
    low = -top * room / (1 - room)
    sheet = Sheet()
    extra = ("Amount", "Unit") if is_mixed else ()
    sheet.add(
        "", name, "Room for names", "Room for details", "Rule below heading", "Detail", *extra
    )
    for row in rows:
        rule = None if row.amount else top - low
        own = row.amount
        more = (own.value, own.measurement.whole_name) if is_mixed and own else ()
        sheet.add(row.label, row.length, low, low, rule, row.detail or None, *more)
    marks = (
        bar_looks(Fill.STRONG) + _UPRIGHT + points_looks([row.fill for row in rows], Fill.STRONG)
    )
    heads = NOTHING + _UPRIGHT + _names(rows, lang) + _rules(rows, top - low)
    lows: list[Number | None] = [low] * len(rows)
    values = [row.length for row in rows]
    series = (
        _series(0, 2, "Room for names", rows, lows, heads),
        _series(1, 3, "Room for details", rows, lows, NOTHING + _UPRIGHT + _details(rows, lang)),
        _series(2, 1, name, rows, values, marks + _values(rows, lang, is_mixed=is_mixed)),
    )
    bars = (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{"".join(series)}<c:gapWidth val="{_GAP}"/><c:overlap val="100"/>'
        f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:barChart>'
    )
    return chart_space(layout(Plot(0, 0, 1, 1)) + bars + _axes(low, top), lang), sheet


def _series(
    index: int, column: int, name: str, rows: list[_Row], values: list[Number | None], looks: str
) -> str:
    last = len(rows) + 1
    categories = strings("cat", Sheet.range(0, 2, last), [row.label for row in rows])
    data = numbers("val", Sheet.range(column, 2, last), values)
    return f"<c:ser>{opening(index, column, name)}{looks}{categories}{data}</c:ser>"


def _rows(chart: AmountChart) -> list[_Row]:
    is_mixed = len({row.measurement.unit for row in chart.rows}) > 1
    rows = []
    for group in chart.groups:
        if group.label:
            rows.append(_Row(group.label, is_apart=group.is_apart))
        # A length of zero keeps the label where there is no bar.
        rows += [
            _Row(row.label, row, (chart.share(row) or 0.0) if is_mixed else row.value)
            for row in group.rows
        ]
    return rows


def _room(rows: list[_Row], width_pt: float) -> float:
    """Return the share of the width that the names need."""
    widest = max(
        max(text_width(row.label, NAME_PT, bold=True), text_width(row.detail, _DETAIL_PT))
        for row in rows
    )
    least, most = _ROOM
    return min(max((widest * SLACK + 12) / width_pt, least), most)


def _names(rows: list[_Row], lang: str) -> str:
    """Return names and headings, each above an empty line that keeps the place of the detail or rule."""
    shown = []
    for n, row in enumerate(rows):
        below = (Words(" ", _DETAIL_PT),)
        name = Words(row.label, NAME_PT, Ink.TEXT, bold=True)
        if row.amount is None:
            ink = Ink.RUST if row.is_apart else Ink.NAVY
            name = Words(row.label.upper(), LABEL_PT, ink, bold=True)
        paras = ((name,), below) if row.detail or row.amount is None else ((name,),)
        shown.append(words_label(n, paras, "inEnd", lang, "l"))
    return labels(shown)


def _details(rows: list[_Row], lang: str) -> str:
    """Return the details, each below an empty line.

    LibreOffice centres the lines of a label on one another: two labels of one line each stay flush.
    """
    return labels(
        [
            words_label(
                n,
                ((Words(" ", NAME_PT),), (Words(row.detail, _DETAIL_PT, Ink.MUTED),)),
                "inEnd",
                lang,
                "l",
            )
            for n, row in enumerate(rows)
            if row.detail
        ]
    )


def _values(rows: list[_Row], lang: str, *, is_mixed: bool) -> str:
    looks = Words("", VALUE_PT + 1, Ink.TEXT, bold=True)
    shown = []
    for n, row in enumerate(rows):
        if (own := row.amount) and is_mixed:
            words = Words(own.text, looks.size_pt, looks.ink, looks.bold)
            shown.append(words_label(n, ((words,),), "outEnd", lang))
        elif own:
            format_ = own.measurement.format
            shown.append(value_label(n, own.value, format_, "outEnd", lang, looks))
    return labels(shown)


def _rules(rows: list[_Row], length: float) -> str:
    lengths = [length if row.amount is None else None for row in rows]
    ref = Sheet.range(4, 2, len(rows) + 1)
    return error_bars("", "plus", numbers("plus", ref, lengths), line(Ink.HAIR, 0.75))


def _axes(low: float, top: float) -> str:
    names = ticks("none", line(Ink.AXIS, 0.75)) + CATEGORY_REST
    values = ticks("none", line(None)) + '<c:crossBetween val="between"/>'
    across = Axis("valAx", VALUE_AXIS, CATEGORY_AXIS, "t", low, top, is_shown=False)
    down = Axis("catAx", CATEGORY_AXIS, VALUE_AXIS, "l", is_reversed=True)
    return axis_xml(down, names) + axis_xml(across, values)
