"""Events in lanes: points of an XY chart with a marker for each precision, spans as strokes from points.

Lane names, years and labels are labels of invisible points, so that they stand where they were
measured to stand; rules and grid are error bars. Heights in the data sheet are points on the slide.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefbook.deck.slides.charts.common import (
    CATEGORY_AXIS,
    NO_MARKER,
    VALUE_AXIS,
    Plot,
    Words,
    axis,
    chart_space,
    error_bars,
    labels,
    layout,
    numbers,
    opening,
    shape_looks,
    ticks,
    words_label,
)
from briefbook.deck.slides.workbook import Sheet
from briefbook.deck.slides.xml import fill, line
from briefbook.deck.timelines import DOTS_APART_PT, YEARS_PT, Mark, Timeline, lay_out_timeline
from briefbook.theme.deck import LABEL_PT, NAME_PT, Ink
from briefbook_figures.spec import Shape, TimelineChart

_LANE_INKS = (Ink.NAVY, Ink.RUST, Ink.GREEN, Ink.MUTED, Ink.TEXT)
_BAR_PT = 7.0
_ARROW_PT = 1.75
_MARKERS = {Shape.DOT: ("circle", 9), Shape.DOTS: ("circle", 9), Shape.SQUARE: ("square", 8), Shape.DIAMOND: ("diamond", 10)}
_OPEN = (Shape.SQUARE, Shape.DIAMOND)
_HEAD = "►"
"""The head of an arrow: strokes of charts have none in every program."""


class _Writer:
    """Adds series to a sheet of four columns: words, year, height, length."""

    def __init__(self, plan: Timeline, lang: str) -> None:
        """Begin an empty sheet."""
        self.plan = plan
        self.lang = lang
        self.sheet = Sheet()
        self.sheet.add("Event", "Year", "Height on the slide", "Length")
        self.series: list[str] = []

    def add(
        self,
        name: str,
        points: Sequence[tuple[str, float, float, float | None]],
        *,
        marker: str = NO_MARKER,
        shown: Sequence[str] = (),
        bars: tuple[str, str] | None = None,
    ) -> None:
        """Add a series of points (words, year, height, length).

        `bars` is direction and stroke of the error bars that draw the lengths.
        """
        head = self.sheet.add(name)
        first = head + 1
        for point in points:
            last = self.sheet.add(*point)
        lengths = ""
        if bars:
            ref = Sheet.range(3, first, last)
            lengths = error_bars(bars[0], "plus", numbers("plus", ref, [p[3] for p in points]), bars[1])
        self.series.append(
            f"<c:ser>{opening(len(self.series), 0, name, head)}"
            f"<c:spPr>{line(None)}</c:spPr>{marker}{labels(shown)}{lengths}"
            f"{numbers('xVal', Sheet.range(1, first, last), [p[1] for p in points])}"
            f"{numbers('yVal', Sheet.range(2, first, last), [p[2] for p in points])}"
            '<c:smooth val="0"/></c:ser>'
        )


def timeline_xml(chart: TimelineChart, width_pt: float, height_pt: float, lang: str) -> tuple[str, Sheet]:
    """Return the chart and its data sheet."""
    plan = lay_out_timeline(chart, width_pt, height_pt, "timeline")
    writer = _Writer(plan, lang)
    _add_grid(writer, width_pt, height_pt)
    for number, (name, _, _) in enumerate(plan.lanes):
        _add_lane(writer, name, [mark for mark in plan.marks if mark.lane == number], _LANE_INKS[number % 5])
    _add_captions(writer)
    scatter = (
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{"".join(writer.series)}'
        f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:scatterChart>'
    )
    across = axis(
        "valAx", CATEGORY_AXIS, VALUE_AXIS, ticks("none", line(None)) + '<c:crossBetween val="midCat"/>',
        position="b", low=plan.year_at(0), high=plan.year_at(width_pt), is_shown=False,
    )  # fmt: skip
    up = axis(
        "valAx", VALUE_AXIS, CATEGORY_AXIS, ticks("none", line(None)) + '<c:crossBetween val="midCat"/>',
        position="l", low=0, high=height_pt, is_shown=False,
    )  # fmt: skip
    return chart_space(layout(Plot(0, 0, 1, 1)) + scatter + across + up, lang), writer.sheet


def _add_grid(writer: _Writer, width_pt: float, height_pt: float) -> None:
    """Add the years with the grid above them, the rules between lanes, and the lanes' names."""
    plan = writer.plan
    years = [(str(year), float(year), YEARS_PT, height_pt - YEARS_PT) for year in plan.years]
    shown = [
        words_label(n, ((Words(year[0], LABEL_PT, Ink.MUTED),),), "b", writer.lang) for n, year in enumerate(years)
    ]
    writer.add("Years", years, shown=shown, bars=("y", line(Ink.GRID, 0.5)))
    left, length = plan.year_at(0), plan.year_at(width_pt) - plan.year_at(0)
    *between, (_, axis_y, _) = plan.lanes
    rules = [("", left, bottom, length) for _, bottom, _ in between]
    if rules:
        writer.add("Rules between lanes", rules, bars=("x", line(Ink.HAIR, 0.75)))
    writer.add("Axis", [("", left, axis_y, length)], bars=("x", line(Ink.AXIS, 0.75)))
    names = [(name, left, (bottom + top) / 2, None) for name, bottom, top in plan.lanes]
    shown = [
        words_label(n, ((Words(name[0], NAME_PT, _LANE_INKS[n % 5], bold=True),),), "r", writer.lang, "l")
        for n, name in enumerate(names)
    ]
    writer.add("Lanes", names, shown=shown)


def _add_lane(writer: _Writer, lane: str, marks: list[Mark], ink: Ink) -> None:
    """Add a lane's marks: strokes first, so that markers lie over them."""
    plan = writer.plan
    for shape, words, stroke in (
        (Shape.BAR, "years", line(ink, _BAR_PT)),
        (Shape.DASHES, "part of a decade", line(ink, _BAR_PT, dash="sysDash")),
        (Shape.ARROW, "open end", line(ink, _ARROW_PT)),
    ):
        spans = [mark for mark in marks if mark.moment.shape is shape]
        if spans:
            points = [(m.moment.label, m.moment.start, m.y, plan.year_at(m.end) - m.moment.start) for m in spans]
            writer.add(f"{lane}: {words}", points, bars=("x", stroke))
        if spans and shape is Shape.ARROW:
            _add_arrow_ends(writer, lane, spans, ink)
    for shape, words in (
        (Shape.DOT, "day"), (Shape.DOTS, "days"), (Shape.SQUARE, "month"), (Shape.DIAMOND, "context"),
    ):  # fmt: skip
        events = [mark for mark in marks if mark.moment.shape is shape]
        if events:
            writer.add(f"{lane}: {words}", _event_points(events, plan), marker=_marker(shape, ink))


def _event_points(events: list[Mark], plan: Timeline) -> list[tuple[str, float, float, float | None]]:
    points: list[tuple[str, float, float, float | None]] = []
    for mark in events:
        points.append((mark.moment.label, mark.moment.start, mark.y, None))
        if mark.moment.shape is Shape.DOTS:
            points.append(("", round(mark.moment.start + DOTS_APART_PT / plan.year_pt, 3), mark.y, None))
    return points


def _add_arrow_ends(writer: _Writer, lane: str, spans: list[Mark], ink: Ink) -> None:
    """Add what an open span begins and ends with: a tick and a head."""
    plan = writer.plan
    heads = [("", plan.year_at(mark.end), mark.y, None) for mark in spans]
    shown = [words_label(n, ((Words(_HEAD, 10, ink),),), "ctr", writer.lang) for n in range(len(heads))]
    writer.add(f"{lane}: open end, head", heads, shown=shown)
    beginnings = [("", mark.moment.start, mark.y - 5, 10.0) for mark in spans]
    writer.add(f"{lane}: open end, beginning", beginnings, bars=("y", line(ink, _ARROW_PT)))


def _marker(shape: Shape, ink: Ink) -> str:
    symbol, size = _MARKERS[shape]
    looks = shape_looks(fill(Ink.WHITE), line(ink, 1.5)) if shape in _OPEN else shape_looks(fill(ink), line(Ink.WHITE, 0.75))
    return f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/>{looks}</c:marker>'


def _add_captions(writer: _Writer) -> None:
    """Add all labels, each on an invisible point at its middle."""
    plan = writer.plan
    points = [(c.text, round(plan.year_at(c.x), 3), round(c.y, 2), None) for c in plan.captions]
    if points:
        shown = [
            words_label(n, ((Words(c.text, c.size_pt, Ink.TEXT),),), "ctr", writer.lang)
            for n, c in enumerate(plan.captions)
        ]
        writer.add("Labels", points, shown=shown)


