"""One series as a line, labelled directly at the points that matter; a gap breaks it."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from briefbook.deck.measure import text_width
from briefbook.deck.pptx.charts.common import (
    NO_MARKER,
    NOTHING,
    Words,
    chart_space,
    dot_looks,
    labels,
    layout,
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
from briefbook.deck.pptx.xml import fill, line
from briefbook.frozen import dataclass
from briefbook.theme.deck import LABEL_PT, SLACK, VALUE_PT, Ink
from briefbook_figures.spec import LineChart, Point

_STROKE_PT = 2.5
_MARKER_PT = 8
_CLEAR_PT = 6.0
"""From a point to the nearest edge of its label."""
_PARTS = 16


def line_xml(chart: LineChart, width_pt: float, height_pt: float, lang: str) -> tuple[str, Sheet]:
    """Return the chart and its data sheet."""
    end = text_width(chart.text(chart.points[-1]), VALUE_PT, bold=True)
    right = max(14.0, end * SLACK + 14)
    frame = lay_out_frame(chart.axis, chart.places, (width_pt, height_pt), right)
    sheet = PlaceSheet(chart.places)
    looks = Words("", VALUE_PT, Ink.NAVY, bold=True)
    sides = _Sides(frame, chart)
    shown = [
        value_label(n, point.value, chart.measurement.format, sides.of(n), lang, looks)
        for n, point in enumerate(chart.points)
        if point.is_labelled and point.value is not None
    ]
    series = sheet.add(
        chart.series,
        [point.value for point in chart.points],
        shape_looks("", line(Ink.NAVY, _STROKE_PT, cap="rnd")) + NO_MARKER,
        _markers(chart.points) + labels(shown),
        '<c:smooth val="0"/>',
    )
    lines = [series, sheet.add_labels(frame, len(chart.points) - 1, lang)]
    if not any(chart.values):
        lines.append(sheet.add_zero_note(frame, lang))
    if any(point.value is None and point.note for point in chart.points):
        lines.append(_notes(chart, sheet, lang))
    plot_area = layout(frame.plot) + line_chart(lines) + place_axes(chart.axis)
    return chart_space(plot_area, lang), sheet.sheet


def _notes(chart: LineChart, sheet: PlaceSheet, lang: str) -> str:
    """Return what gaps say of themselves, just over the zero line."""
    gaps = [n for n, point in enumerate(chart.points) if point.value is None and point.note]
    values = [Decimal(0) if n in gaps else None for n in range(len(chart.points))]
    shown = [
        words_label(n, ((Words(chart.points[n].note, LABEL_PT, Ink.MUTED),),), "t", lang)
        for n in gaps
    ]
    return sheet.add_line("Gaps", values, NOTHING, labels(shown))


def _markers(points: tuple[Point, ...]) -> str:
    """Return the dots of labelled points, and of points with a gap on both sides: no line shows them."""
    dots = []
    for n, point in enumerate(points):
        before = points[n - 1].value if n else None
        after = points[n + 1].value if n + 1 < len(points) else None
        if point.value is not None and (point.is_labelled or (before is None and after is None)):
            dots.append(dot_looks(n, _MARKER_PT, fill(Ink.NAVY), line(Ink.WHITE, 1)))
    return "".join(dots)


@dataclass(frozen=True)
class _Sides:
    """On which sides of its points a line's labels go."""

    frame: Frame
    chart: LineChart

    def of(self, index: int) -> str:
        """Return where a point's label goes: above, below or beside it, clear of the line."""
        point = self.chart.points[index]
        if index == len(self.chart.points) - 1:
            return "r"
        width = text_width(self.chart.text(point), VALUE_PT, bold=True) * SLACK
        x, y = index * self.frame.step, self.frame.points(point.value or Decimal(0))
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
        for n, (one, other) in enumerate(pairwise(self.chart.points)):
            if one.value is None or other.value is None:
                continue
            low, high = self.frame.points(one.value), self.frame.points(other.value)
            for part in range(_PARTS + 1):
                share = part / _PARTS
                x, y = (n + share) * self.frame.step, low + (high - low) * share
                hits += left <= x <= right and bottom <= y <= top
        return hits
