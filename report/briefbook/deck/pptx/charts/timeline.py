"""Events in lanes: points of an XY chart with a marker for each precision, spans as strokes from points.

Lane names, years and labels are labels of invisible points, so that they stand where they were
measured to stand. Heights in the data sheet are points on the slide.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefbook.deck.pptx.charts.common import (
    CATEGORY_AXIS,
    NO_MARKER,
    VALUE_AXIS,
    Axis,
    Plot,
    Words,
    axis_xml,
    chart_space,
    labels,
    layout,
    numbers,
    opening,
    shape_looks,
    ticks,
    words_label,
)
from briefbook.deck.pptx.workbook import Sheet
from briefbook.deck.pptx.xml import fill, line
from briefbook.deck.timelines import AXIS_PT, DOTS_APART_PT, Mark, Timeline, lay_out_timeline
from briefbook.theme.deck import LABEL_PT, NAME_PT, Ink
from briefbook_figures.spec import Shape, TimelineChart

_LANE_INKS = (Ink.NAVY, Ink.RUST, Ink.GREEN, Ink.MUTED, Ink.TEXT)
_BAR_PT = 7.0
_ARROW_PT = 1.75
_MARKERS = {
    Shape.DOT: ("circle", 9),
    Shape.DOTS: ("circle", 9),
    Shape.SQUARE: ("square", 9),
    Shape.DIAMOND: ("diamond", 11),
}
_OPEN = (Shape.SQUARE, Shape.DIAMOND)
_HOLE_PT = 4
_HEAD_PT = 11.0
_HEAD = "►"
"""The head of an arrow: strokes of charts have none in every program."""


_Point = tuple[str, float, float | None]
"""Words for the data sheet, year, height; no height: the line has a gap here."""


class _Writer:
    """Adds series to a sheet of three columns: words, year, height."""

    def __init__(self, plan: Timeline, lang: str) -> None:
        """Begin an empty sheet."""
        self.plan = plan
        self.lang = lang
        self.sheet = Sheet()
        self.sheet.add("Event", "Year", "Height on the slide")
        self.series: list[str] = []

    def add(
        self,
        name: str,
        points: Sequence[_Point],
        *,
        marker: str = NO_MARKER,
        stroke: str = "",
        shown: Sequence[str] = (),
    ) -> None:
        """Add a series: points with markers, or joined by a stroke, or neither and only labels."""
        head = self.sheet.add(name)
        for point in points:
            self.sheet.add(*point)
        first, last = head + 1, head + len(points)
        self.series.append(
            f"<c:ser>{opening(len(self.series), 0, name, head)}"
            f"<c:spPr>{stroke or line(None)}</c:spPr>{marker}{labels(shown)}"
            f"{numbers('xVal', Sheet.range(1, first, last), [point[1] for point in points])}"
            f"{numbers('yVal', Sheet.range(2, first, last), [point[2] for point in points])}"
            '<c:smooth val="0"/></c:ser>'
        )

    def add_strokes(self, name: str, strokes: Sequence[tuple[_Point, _Point]], stroke: str, *, at_least: int = 0,
                    shown: Sequence[str] = ()) -> None:  # fmt: skip
        """Add a series of strokes, each from one point to another, of `at_least` so many points."""
        points: list[_Point] = []
        for start, end in strokes:
            points += [start, end, ("", end[1], None)]
        points += [("", points[-1][1], None)] * (at_least - len(points))
        self.add(name, points, stroke=stroke, shown=shown)


def timeline_xml(
    chart: TimelineChart, width_pt: float, height_pt: float, lang: str
) -> tuple[str, Sheet]:
    """Return the chart and its data sheet."""
    plan = lay_out_timeline(chart, width_pt, height_pt, "timeline")
    writer = _Writer(plan, lang)
    _add_years(writer, height_pt)
    _add_rules(writer, width_pt)
    _add_lane(writer, "Key", plan.key, Ink.MUTED)
    for number, (name, _, _) in enumerate(plan.lanes):
        marks = tuple(mark for mark in plan.marks if mark.lane == number)
        _add_lane(writer, name, marks, _LANE_INKS[number % len(_LANE_INKS)])
    _add_captions(writer)
    scatter = (
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{"".join(writer.series)}'
        f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:scatterChart>'
    )
    inner = ticks("none", line(None)) + '<c:crossBetween val="midCat"/>'
    years = (plan.year_at(0), plan.year_at(width_pt))
    across = Axis("valAx", CATEGORY_AXIS, VALUE_AXIS, "b", *years, is_shown=False)
    up = Axis("valAx", VALUE_AXIS, CATEGORY_AXIS, "l", 0, height_pt, is_shown=False)
    axes = axis_xml(across, inner) + axis_xml(up, inner)
    return chart_space(layout(Plot(0, 0, 1, 1)) + scatter + axes, lang), writer.sheet


def _add_years(writer: _Writer, height_pt: float) -> None:
    """Add the years with the grid above them."""
    plan = writer.plan
    grid = [
        ((str(year), float(year), AXIS_PT), ("", float(year), height_pt)) for year in plan.years
    ]
    shown = [
        words_label(3 * n, ((Words(str(year), LABEL_PT, Ink.MUTED),),), "b", writer.lang)
        for n, year in enumerate(plan.years)
    ]
    # LibreOffice loses every series that a longer one follows: the first must be the longest.
    longest = 3 * (len(plan.marks) + len(plan.key) + len(plan.lanes))
    writer.add_strokes("Years", grid, line(Ink.GRID, 0.5), at_least=longest, shown=shown)


def _add_rules(writer: _Writer, width_pt: float) -> None:
    """Add the rules between lanes, the axis, and the lanes' names."""
    plan = writer.plan
    left, right = plan.year_at(0), plan.year_at(width_pt)
    *between, (_, axis_y, _) = plan.lanes
    if between:
        rules = [(("", left, bottom), ("", right, bottom)) for _, bottom, _ in between]
        writer.add_strokes("Rules between lanes", rules, line(Ink.HAIR, 0.75))
    writer.add_strokes("Axis", [(("", left, axis_y), ("", right, axis_y))], line(Ink.AXIS, 0.75))
    names = [(name, left, (bottom + top) / 2) for name, bottom, top in plan.lanes]
    shown = [
        words_label(
            n,
            ((Words(name[0], NAME_PT, _LANE_INKS[n % len(_LANE_INKS)], bold=True),),),
            "r",
            writer.lang,
            "l",
        )
        for n, name in enumerate(names)
    ]
    writer.add("Lanes", names, shown=shown)


def _add_lane(writer: _Writer, lane: str, marks: tuple[Mark, ...], ink: Ink) -> None:
    """Add a lane's marks: strokes first, so that markers lie over them."""
    for shape, words, stroke in (
        (Shape.BAR, "years", line(ink, _BAR_PT)),
        (Shape.DASHES, "part of a decade", line(ink, _BAR_PT, dash="sysDot")),
        (Shape.ARROW, "open end", line(ink, _ARROW_PT)),
    ):
        spans = [mark for mark in marks if mark.moment.shape is shape]
        if spans:
            writer.add_strokes(
                f"{lane}: {words}", [_ends(writer.plan, mark) for mark in spans], stroke
            )
        if spans and shape is Shape.ARROW:
            _add_arrow_ends(writer, lane, spans, ink)
    for shape, words in (
        (Shape.DOT, "day"), (Shape.DOTS, "days"), (Shape.SQUARE, "month"), (Shape.DIAMOND, "context"),
    ):  # fmt: skip
        _add_events(
            writer, f"{lane}: {words}", [m for m in marks if m.moment.shape is shape], shape, ink
        )


def _ends(plan: Timeline, mark: Mark) -> tuple[_Point, _Point]:
    moment = mark.moment
    return (moment.label, moment.start, mark.y), ("", round(plan.year_at(mark.end), 3), mark.y)


def _add_arrow_ends(writer: _Writer, lane: str, spans: list[Mark], ink: Ink) -> None:
    """Add what an open span begins and ends with: a tick and a head."""
    heads: list[_Point] = [("", round(writer.plan.year_at(mark.end), 3), mark.y) for mark in spans]
    shown = [
        words_label(n, ((Words(_HEAD, _HEAD_PT, ink),),), "ctr", writer.lang)
        for n in range(len(heads))
    ]
    writer.add(f"{lane}: open end, head", heads, shown=shown)
    ticks_ = [(("", m.moment.start, m.y - 5), ("", m.moment.start, m.y + 5)) for m in spans]
    writer.add_strokes(f"{lane}: open end, beginning", ticks_, line(ink, _ARROW_PT))


def _add_events(writer: _Writer, name: str, marks: list[Mark], shape: Shape, ink: Ink) -> None:
    """Add events that have a marker each."""
    if not marks:
        return
    symbol, size = _MARKERS[shape]
    points = [(m.moment.label, m.moment.start, m.y) for m in marks]
    writer.add(name, points, marker=_marker(symbol, size, ink))
    unnamed = [("", start, y) for _, start, y in points]
    if shape in _OPEN:
        # The hole is a marker too: LibreOffice draws no outlines of markers.
        writer.add(f"{name}, inside", unnamed, marker=_marker(symbol, size - _HOLE_PT, Ink.WHITE))
    if shape is Shape.DOTS:
        apart = DOTS_APART_PT / writer.plan.year_pt
        points = [("", round(start + apart, 3), y) for _, start, y in points]
        writer.add(f"{name}, last", points, marker=_marker(symbol, size, ink))


def _marker(symbol: str, size: int, ink: Ink) -> str:
    looks = shape_looks(fill(ink), line(None))
    return f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/>{looks}</c:marker>'


def _add_captions(writer: _Writer) -> None:
    """Add the labels, each on an invisible point at its middle."""
    plan = writer.plan
    points = [(c.text, round(plan.year_at(c.x), 3), round(c.y, 2)) for c in plan.captions]
    shown = [
        words_label(
            n,
            ((Words(c.text, c.size_pt, Ink.MUTED if c.is_key else Ink.TEXT),),),
            "ctr",
            writer.lang,
        )
        for n, c in enumerate(plan.captions)
    ]
    writer.add("Labels", points, shown=shown)
