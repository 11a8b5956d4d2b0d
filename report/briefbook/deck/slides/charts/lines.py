"""One measure by year, as a line from zero, labelled directly at the points that matter."""

from __future__ import annotations

from briefbook.deck.measure import text_width
from briefbook.deck.slides.charts.common import (
    Plot,
    Words,
    chart_space,
    labels,
    layout,
    shape_looks,
    value_label,
)
from briefbook.deck.slides.charts.years import YEARS_PT, YearSheet, line_chart, scale, year_axes
from briefbook.deck.slides.workbook import Sheet
from briefbook.deck.slides.xml import fill, line
from briefbook.theme.deck import SLACK, VALUE_PT, Ink
from briefbook_figures.spec import LineChart, Point

_STROKE_PT = 2.5
_MARKER_PT = 8
_ABOVE_PT = 26.0


def line_xml(chart: LineChart, width_pt: float, height_pt: float, lang: str) -> tuple[str, Sheet]:
    """Return the chart and its data sheet."""
    height = height_pt - YEARS_PT
    scale_ = scale([point.value for point in chart.points if point.value is not None], height, _ABOVE_PT)
    right = max(14.0, text_width(chart.points[-1].text, VALUE_PT, bold=True) * SLACK + 14)
    plot = Plot(scale_.labels_pt / width_pt, 0, (width_pt - scale_.labels_pt - right) / width_pt, height / height_pt)
    years = YearSheet([point.year for point in chart.points])
    looks = Words("", VALUE_PT, Ink.NAVY, bold=True)
    last = len(chart.points) - 1
    shown = [
        value_label(n, point.value, point.text, "r" if n == last else _side(chart.points, n), lang, looks)
        for n, point in enumerate(chart.points)
        if point.text and point.value is not None
    ]
    series = years.add(
        chart.series,
        [point.value for point in chart.points],
        shape_looks("", line(Ink.NAVY, _STROKE_PT, cap="rnd")) + '<c:marker><c:symbol val="none"/></c:marker>',
        _markers(chart.points) + labels(shown),
        '<c:smooth val="0"/>',
    )
    step = plot.w * width_pt / len(chart.points)
    return chart_space(layout(plot) + line_chart([series, years.add_years(step)]) + year_axes(scale_), lang), years.sheet


def _markers(points: tuple[Point, ...]) -> str:
    """Return the dots of labelled points, and of points with a gap on both sides: no line shows them."""
    dots = []
    for n, point in enumerate(points):
        before = points[n - 1].value if n else None
        after = points[n + 1].value if n + 1 < len(points) else None
        if point.value is not None and (point.text or (before is None and after is None)):
            dots.append(
                f'<c:dPt><c:idx val="{n}"/><c:marker><c:symbol val="circle"/><c:size val="{_MARKER_PT}"/>'
                f"{shape_looks(fill(Ink.NAVY), line(Ink.WHITE, 1))}</c:marker><c:bubble3D val=\"0\"/></c:dPt>"
            )
    return "".join(dots)


def _side(points: tuple[Point, ...], index: int) -> str:
    """Return whether a label goes above its point or below: below in a valley."""
    value = points[index].value or 0.0
    beside = [points[n].value for n in (index - 1, index + 1) if 0 <= n < len(points)]
    known = [other for other in beside if other is not None]
    return "b" if known and all(other > value for other in known) and value > 0 else "t"
