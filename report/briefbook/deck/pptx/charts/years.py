"""What charts by year share: chosen years as labels of an invisible series, a value axis with a grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefbook.deck.measure import text_width
from briefbook.deck.pptx.charts.common import (
    CATEGORY_AXIS,
    CATEGORY_REST,
    NO_MARKER,
    NOTHING,
    VALUE_AXIS,
    Axis,
    Words,
    axis_xml,
    grid,
    labels,
    live_label,
    numbers,
    opening,
    strings,
    text_looks,
    ticks,
)
from briefbook.deck.pptx.workbook import Sheet, number_text
from briefbook.deck.pptx.xml import line
from briefbook.theme.deck import LABEL_PT, SLACK, Ink
from briefbook_figures.ticks import tick_texts, value_ticks, year_ticks

_YEAR_GAP_PT = 8.0
_NEARLY = 0.045
YEARS_PT = 20.0
"""Height below the axis for the years."""


@dataclass(frozen=True)
class Scale:
    """The value axis: from zero to `top`, marked at `marks`."""

    top: float
    marks: tuple[float, ...]
    labels_pt: float
    """Width of the longest mark's label and the space after it."""


def scale(values: Sequence[float], height_pt: float, above_pt: float) -> Scale:
    """Return the value axis of a plot that needs `above_pt` clear above its highest value or mark."""
    marks = value_ticks(0.0, max(values))
    top = max(values) * height_pt / (height_pt - above_pt)
    step = marks[1] - marks[0] if len(marks) > 1 else top
    whole = step * round(top / step)
    if abs(top / whole - 1) < _NEARLY:
        # A grid line just below the top would run through what stands there.
        top = whole
    marks = tuple(step * n for n in range(int(top / step + 1e-9) + 1))
    shown = tuple(mark for mark in marks if mark <= top)
    widest = max(text_width(words, LABEL_PT) for words in tick_texts(shown))
    return Scale(top, shown, widest * SLACK + 8)


class YearSheet:
    """The data sheet of a chart by year: a column for the years, one for each series."""

    def __init__(self, years: Sequence[int]) -> None:
        """Begin with the years."""
        self.years = years
        self.sheet = Sheet()
        self.sheet.add("Year")
        for year in years:
            self.sheet.add(str(year))
        self._columns = 0

    def add(
        self,
        name: str,
        values: Sequence[float | None],
        looks: str,
        above: str = "",
        below: str = "",
    ) -> str:
        """Add a series: a column of the sheet, and the XML that refers to it.

        `looks` is what comes after its name, `above` what comes before its data (points, labels,
        error bars), `below` what comes after.
        """
        self._columns += 1
        column = self._columns
        self.sheet.rows[0].append(name)
        for row, value in zip(self.sheet.rows[1:], values, strict=True):
            row.append(value)
        last = len(self.years) + 1
        categories = strings("cat", Sheet.range(0, 2, last), [str(year) for year in self.years])
        data = numbers("val", Sheet.range(column, 2, last), values)
        return f"<c:ser>{opening(column - 1, column, name)}{looks}{above}{categories}{data}{below}</c:ser>"

    def add_line(
        self, name: str, values: Sequence[float | None], looks: str, above: str = ""
    ) -> str:
        """Add a series of a line chart without markers."""
        return self.add(name, values, looks + NO_MARKER, above, '<c:smooth val="0"/>')

    def add_years(self, step_pt: float) -> str:
        """Add the series whose labels are the years along the axis; they are the sheet's own."""
        width = text_width("0000", LABEL_PT) * SLACK + _YEAR_GAP_PT
        chosen = year_ticks(self.years[0], self.years[-1], step_pt, width)
        looks = Words("", LABEL_PT, Ink.MUTED)
        shown = [
            live_label(n, "CatName", looks, "b")
            for n, year in enumerate(self.years)
            if year in chosen
        ]
        zeros = [0.0 if year in chosen else None for year in self.years]
        return self.add_line("Year labels", zeros, NOTHING, labels(shown))


def line_chart(series: Sequence[str]) -> str:
    """Return series as a line chart on the common axes."""
    if not series:
        return ""
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{"".join(series)}<c:marker val="1"/>'
        f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:lineChart>'
    )


def year_axes(scale_: Scale) -> str:
    """Return both axes: the years' line without labels, and the values' labels without a line."""
    years = ticks("none", line(Ink.AXIS, 0.75)) + CATEGORY_REST
    decimals = max(len(number_text(mark).partition(".")[2]) for mark in scale_.marks)
    form = "#,##0" + ("." + "0" * decimals if decimals else "")
    step = scale_.marks[1] - scale_.marks[0] if len(scale_.marks) > 1 else scale_.top
    values = ticks("nextTo", line(None), text_looks(LABEL_PT, Ink.MUTED), form, grid())
    values += f'<c:crossBetween val="between"/><c:majorUnit val="{number_text(step)}"/>'
    across = Axis("catAx", CATEGORY_AXIS, VALUE_AXIS, "b")
    up = Axis("valAx", VALUE_AXIS, CATEGORY_AXIS, "l", 0, scale_.top)
    return axis_xml(across, years) + axis_xml(up, values)
