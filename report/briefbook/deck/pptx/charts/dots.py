"""Two moments compared, as a scatter chart: rows from above, two dots a row, a stroke between them."""

from __future__ import annotations

from decimal import Decimal

from briefbook.deck.measure import text_width
from briefbook.deck.pptx.charts.common import (
    CATEGORY_AXIS,
    NO_MARKER,
    NOTHING,
    VALUE_AXIS,
    Axis,
    Plot,
    Words,
    axis_xml,
    chart_space,
    grid,
    labels,
    layout,
    numbers,
    opening,
    shape_looks,
    text_looks,
    ticks,
    words_label,
)
from briefbook.deck.pptx.charts.places import wrapped
from briefbook.deck.pptx.workbook import Number, Sheet, number_text
from briefbook.deck.pptx.xml import fill, line
from briefbook.errors import DoesNotFit
from briefbook.theme.deck import LABEL_PT, NAME_PT, SLACK, VALUE_PT, Ink
from briefbook_figures.spec_series import SeriesChart

_MARKER_PT = 11
_STROKE_PT = 2.0
_NAMES_MOST = 0.28
_GAP_PT = 14.0
_FOOT_PT, _TOP_PT = 26.0, 6.0
_MOST_ROW_PT = 60.0
_LEAST_SHARE = 0.25


def dots_xml(chart: SeriesChart, width_pt: float, height_pt: float, lang: str) -> tuple[str, Sheet]:
    """Return the chart and its data sheet; raises DoesNotFit where words leave no width for the axis."""
    names = [wrapped(one.name, width_pt * _NAMES_MOST, NAME_PT, bold=True) for one in chart.series]
    wide = max(text_width(words, NAME_PT, bold=True) for name in names for words in name) * SLACK
    said = max(
        text_width(text, VALUE_PT, bold=True)
        for one in chart.series
        for text in chart.dot_texts(one)
    )
    side = said * SLACK + _GAP_PT
    left, inner = wide + _GAP_PT + side, width_pt - wide - _GAP_PT - 2 * side
    if inner < width_pt * _LEAST_SHARE:
        raise DoesNotFit(
            "the names of the rows leave no width for the axis of the deck's chart",
            hint="shorten the labels of the rows",
        )
    tall = min(height_pt - _FOOT_PT - _TOP_PT, _MOST_ROW_PT * len(chart.series))
    plot = Plot(left / width_pt, _TOP_PT / height_pt, inner / width_pt, tall / height_pt)
    writer = _Writer(chart, lang)
    writer.add_moments()
    writer.add_names(names, -side / width_pt)
    scatter = (
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{"".join(writer.series)}'
        f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:scatterChart>'
    )
    return chart_space(layout(plot) + scatter + _axes(chart), lang), writer.sheet


_EDGE = line(Ink.NAVY, 1.5)


def _marker(looks: str) -> str:
    """Return a dot, without a line between it and the next.

    The first moment's is pale, not hollow: not every program draws the outline of a marker.
    """
    marker = f'<c:symbol val="circle"/><c:size val="{_MARKER_PT}"/>{looks}'
    return shape_looks("", line(None)) + f"<c:marker>{marker}</c:marker>"


class _Writer:
    """Writes the series of a chart of rows and its data sheet: a row of the sheet for each."""

    def __init__(self, chart: SeriesChart, lang: str) -> None:
        """Begin with the rows' names, values and heights, from above."""
        self.chart, self.lang = chart, lang
        self.series: list[str] = []
        self.sheet = Sheet()
        count = len(chart.series)
        self.sheet.add("Row", *chart.places.labels, "Height", "Left", "Strokes", "Stroke heights")
        for number, one in enumerate(chart.series):
            self.sheet.add(one.name, *one.values, Decimal(count - number), chart.axis.low)

    def _add(self, column: int, looks: str, above: str) -> None:
        """Add a series: its values stand in a column, its heights in that of the rows."""
        self._add_points(column, 3, len(self.chart.series), looks, above)

    def _add_points(self, xs: int, ys: int, count: int, looks: str, above: str) -> None:
        head = opening(len(self.series), xs, str(self.sheet.rows[0][xs]))
        data = "".join(
            numbers(tag, Sheet.range(column, 2, count + 1), self._column(column, count))
            for tag, column in (("xVal", xs), ("yVal", ys))
        )
        self.series.append(f'<c:ser>{head}{looks}{above}{data}<c:smooth val="0"/></c:ser>')

    def _column(self, number: int, count: int) -> list[Number | None]:
        cells = [row[number] for row in self.sheet.rows[1 : count + 1]]
        return [None if isinstance(cell, str) else cell for cell in cells]

    def add_moments(self) -> None:
        """Add the strokes between the moments, the first moment's pale dots and the second's dark ones."""
        self._add_strokes()
        pale, dark = shape_looks(fill(Ink.HAIR), _EDGE), shape_looks(fill(Ink.NAVY), _EDGE)
        self._add(1, _marker(pale), labels(self._said(0)))
        self._add(2, _marker(dark), labels(self._said(1)))

    def _add_strokes(self) -> None:
        """Add a stroke for each row: two points, and a gap; first, as the longest series has to be."""
        ends: list[tuple[Decimal | None, Decimal]] = []
        for number, one in enumerate(self.chart.series):
            height = Decimal(len(self.chart.series) - number)
            is_whole = None not in one.values
            ends += [(value if is_whole else None, height) for value in one.values]
            ends.append((None, height))
        for n, end in enumerate(ends, 1):
            if n == len(self.sheet.rows):
                self.sheet.rows.append([None] * 5)
            self.sheet.rows[n] += end
        looks = shape_looks("", line(Ink.QUIET, _STROKE_PT)) + NO_MARKER
        self._add_points(5, 6, len(ends), looks, "")

    def _said(self, number: int) -> list[str]:
        """Return the labels of one moment's dots, on the side away from the other dot."""
        shown = []
        for index, one in enumerate(self.chart.series):
            first, last = one.values
            text = self.chart.dot_texts(one)[number]
            if one.values[number] is None:
                continue
            is_rising = first is None or last is None or last >= first
            side = "r" if is_rising == bool(number) or None in one.values else "l"
            looks = Words(text, VALUE_PT, Ink.NAVY if number else Ink.MUTED, bold=bool(number))
            shown.append(words_label(index, ((looks,),), side, self.lang))
        return shown

    def add_names(self, names: list[list[str]], shift: float) -> None:
        """Add the rows' names, and which of their figures are not of whole periods, moved by `shift`."""
        shown = []
        for index, (name, one) in enumerate(zip(names, self.chart.series, strict=True)):
            paras = [(Words(words, NAME_PT, Ink.TEXT, bold=True),) for words in name]
            paras += [(Words(text, LABEL_PT, Ink.MUTED),) for text in self.chart.row_notes(one)]
            shown.append(words_label(index, paras, "l", self.lang, "r", shift=shift))
        self._add(4, NOTHING + NO_MARKER, labels(shown))


def _axes(chart: SeriesChart) -> str:
    count = len(chart.series)
    looks = text_looks(LABEL_PT, Ink.MUTED)
    values = ticks("low", line(None), looks, chart.axis.format.code, grid())
    values += f'<c:crossBetween val="midCat"/><c:majorUnit val="{number_text(chart.axis.step)}"/>'
    rows = ticks("none", line(Ink.AXIS, 0.75)) + '<c:crossBetween val="midCat"/>'
    across = Axis("valAx", CATEGORY_AXIS, VALUE_AXIS, "b", chart.axis.low, chart.axis.high)
    up = Axis(
        "valAx", VALUE_AXIS, CATEGORY_AXIS, "l", Decimal("0.5"), Decimal(count) + Decimal("0.5")
    )
    return axis_xml(across, values) + axis_xml(up, rows)
