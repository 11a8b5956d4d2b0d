"""One measure by year, as a line from zero, labelled directly at the points that matter."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from briefbook.deck.measure import text_width
from briefbook.deck.pptx.charts.common import (
    Plot,
    Words,
    chart_space,
    labels,
    layout,
    shape_looks,
    value_label,
)
from briefbook.deck.pptx.charts.years import YEARS_PT, YearSheet, line_chart, scale, year_axes
from briefbook.deck.pptx.workbook import Sheet
from briefbook.deck.pptx.xml import fill, line
from briefbook.theme.deck import SLACK, VALUE_PT, Ink
from briefbook_figures.spec import LineChart, Point

_STROKE_PT = 2.5
_MARKER_PT = 8
_ABOVE_PT = 26.0
_CLEAR_PT = 6.0
"""From a point to the nearest edge of its label."""
_PARTS = 16


def line_xml(chart: LineChart, width_pt: float, height_pt: float, lang: str) -> tuple[str, Sheet]:
    """Return the chart and its data sheet."""
    height = height_pt - YEARS_PT
    scale_ = scale(
        [point.value for point in chart.points if point.value is not None], height, _ABOVE_PT
    )
    right = max(14.0, text_width(chart.points[-1].text, VALUE_PT, bold=True) * SLACK + 14)
    plot = Plot(
        scale_.labels_pt / width_pt,
        0,
        (width_pt - scale_.labels_pt - right) / width_pt,
        height / height_pt,
    )
    years = YearSheet([point.year for point in chart.points])
    looks = Words("", VALUE_PT, Ink.NAVY, bold=True)
    frame = _Frame(plot.w * width_pt / len(chart.points), height / scale_.top, chart.points)
    shown = [
        value_label(n, point.value, point.text, frame.side(n), lang, looks)
        for n, point in enumerate(chart.points)
        if point.text and point.value is not None
    ]
    series = years.add(
        chart.series,
        [point.value for point in chart.points],
        shape_looks("", line(Ink.NAVY, _STROKE_PT, cap="rnd"))
        + '<c:marker><c:symbol val="none"/></c:marker>',
        _markers(chart.points) + labels(shown),
        '<c:smooth val="0"/>',
    )
    lines = line_chart([series, years.add_years(frame.step)])
    return chart_space(layout(plot) + lines + year_axes(scale_), lang), years.sheet


def _markers(points: tuple[Point, ...]) -> str:
    """Return the dots of labelled points, and of points with a gap on both sides: no line shows them."""
    dots = []
    for n, point in enumerate(points):
        before = points[n - 1].value if n else None
        after = points[n + 1].value if n + 1 < len(points) else None
        if point.value is not None and (point.text or (before is None and after is None)):
            dots.append(
                f'<c:dPt><c:idx val="{n}"/><c:marker><c:symbol val="circle"/><c:size val="{_MARKER_PT}"/>'
                f'{shape_looks(fill(Ink.NAVY), line(Ink.WHITE, 1))}</c:marker><c:bubble3D val="0"/></c:dPt>'
            )
    return "".join(dots)


@dataclass(frozen=True)
class _Frame:
    """The line in points: how far years are apart, how high a unit is."""

    step: float
    unit: float
    points: tuple[Point, ...]

    def side(self, index: int) -> str:
        """Return where a point's label goes: above, below or beside it, clear of the line."""
        if index == len(self.points) - 1:
            return "r"
        value = self.points[index].value or 0.0
        width = text_width(self.points[index].text, VALUE_PT, bold=True) * SLACK
        x, y = index * self.step, value * self.unit
        half, height = width / 2, VALUE_PT * 1.3
        boxes = {
            "t": (x - half, y + _CLEAR_PT, x + half, y + _CLEAR_PT + height),
            "b": (x - half, y - _CLEAR_PT - height, x + half, y - _CLEAR_PT),
            "r": (x + _CLEAR_PT, y - height / 2, x + _CLEAR_PT + width, y + height / 2),
            "l": (x - _CLEAR_PT - width, y - height / 2, x - _CLEAR_PT, y + height / 2),
        }
        return min(boxes, key=lambda side: (self._crossed(boxes[side]), list(boxes).index(side)))

    def _crossed(self, box: tuple[float, float, float, float]) -> int:
        """Return how often the line runs through a box, looked at from point to point in small steps."""
        left, bottom, right, top = box
        if bottom < 0:
            return 1 << 16
        hits = 0
        for n, (one, other) in enumerate(pairwise(self.points)):
            if one.value is None or other.value is None:
                continue
            for part in range(_PARTS + 1):
                share = part / _PARTS
                x = (n + share) * self.step
                y = (one.value + (other.value - one.value) * share) * self.unit
                hits += left <= x <= right and bottom <= y <= top
        return hits
