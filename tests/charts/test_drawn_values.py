"""Whatever a series counts: both documents draw its values, and label them with what they are.

What is drawn is read from the paper's display list and the deck's chart XML, and mapped back by the
axis that each of them has itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from briefbook.deck.pptx.charts import NativeChart, chart_xml
from briefbook.exhibits.charts import build_chart
from briefbook.model import ColumnForm, Exhibit, LineForm, Series, SeriesPoint
from briefbook.model.reader import read_briefing
from briefbook.provenance.drawn_points import drawn_points
from briefbook.values.dates import Date, parse_date
from briefbook.values.units import parse_unit
from briefbook.verify.number_formats import formatted
from briefbook_figures.display_list import DisplayList, PathMark
from briefbook_figures.draw import draw
from briefbook_figures.palette import AXIS, GRID, NAVY, PAPER, QUIET
from briefbook_figures.spec import ColumnChart, LineChart, PlaceKind
from tests.figures.boxes import collisions, filled, path_box, paths, texts
from tests.figures.examples import FONTS
from tests.seeds import EXAMPLE

BRIEFING = read_briefing(EXAMPLE)
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
UNITS = ("USD", "EUR", "TJS", "JPY", "percent", "percentage points", "ships", "km", "t", "MWh")
HALF_A_POINT = 0.5


def _periods(first: str, count: int) -> list[Date | str]:
    """Return years, months, quarters or names in a row."""
    match first:
        case "year":
            return [parse_date(str(1995 + n)) for n in range(count)]
        case "month":
            return [parse_date(f"{2015 + n // 12}-{n % 12 + 1:02}") for n in range(count)]
        case "quarter":
            return [parse_date(f"{2015 + n // 4}-{n % 4 + 33}") for n in range(count)]
        case _:
            return [f"Port {'ABCDEFGHIJKLMNOP'[n]}" for n in range(count)]


@st.composite
def numbers(draw_: st.DrawFn) -> Decimal:
    """Return a number of any size from a thousandth to a trillion, of either sign, or zero."""
    digits = draw_(st.integers(0, 99_999))
    size = draw_(st.integers(-3, 7))
    return draw_(st.sampled_from((1, 1, -1))) * Decimal(digits).scaleb(size)


@dataclass(frozen=True)
class Case:
    """A series and what of it is labelled."""

    series: Series
    told: tuple[int | str, ...]


@st.composite
def cases(draw_: st.DrawFn) -> Case:
    """Return a series with gaps; some of its periods have no row at all."""
    kind = draw_(st.sampled_from(("year", "year", "month", "quarter", "name")))
    count = draw_(st.integers(1, 12))
    values = draw_(st.lists(st.none() | numbers(), min_size=count, max_size=count))
    known = [n for n, value in enumerate(values) if value is not None]
    if not known:
        values[0], known = Decimal(1), [0]
    every = zip(_periods(kind, count), values, strict=True)
    points = [SeriesPoint(at, value) for at, value in every]
    if kind != "name":  # a gap may be an empty cell or a row that is not there
        lost = draw_(st.sets(st.integers(0, count - 1)))
        points = [p for n, p in enumerate(points) if n not in lost or p.value is not None]
    told = draw_(st.sets(st.sampled_from(known), max_size=4))
    if kind == "year":
        names: list[int | str] = [1995 + n for n in told]
    else:
        names = [_axis_label(_periods(kind, count)[n]) for n in told]
    unit = parse_unit(draw_(st.sampled_from(UNITS)))
    series = Series("s", "s.csv", "A series", unit, "P", "E", points=tuple(points))
    return Case(series, tuple(names))


def _axis_label(at: Date | str) -> str:
    if isinstance(at, str):
        return at
    year, rest = at.edtf.split("-")
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    return f"Q{int(rest) - 32} {year}" if int(rest) > 12 else f"{months[int(rest) - 1]} {year}"


def _chart(case: Case, form: Any) -> tuple[Exhibit, ColumnChart | LineChart]:
    is_columns = form is ColumnForm
    made: Any = form("s", highlight=case.told)
    exhibit = Exhibit("e", "T", **{"columns" if is_columns else "line": made})
    chart = build_chart(replace(BRIEFING, series=(case.series,)), exhibit)
    assert isinstance(chart, ColumnChart | LineChart)
    return exhibit, chart


def _values(chart: ColumnChart | LineChart) -> list[Decimal | None]:
    marks = chart.columns if isinstance(chart, ColumnChart) else chart.points
    return [mark.value for mark in marks]


def _labels(chart: ColumnChart | LineChart) -> list[tuple[Decimal, str]]:
    if isinstance(chart, ColumnChart):
        shown = [(column.value, chart.text(column)) for column in chart.columns]
    else:
        shown = [(point.value, chart.text(point)) for point in chart.points]
    return [(value, text) for value, text in shown if text and value is not None]


def _paper_axis(picture: DisplayList) -> list[tuple[float, str]]:
    """Return the height of each rule of the value axis, and the words beside it, from below."""
    rules = {
        path_box(mark).middle[1]
        for mark in paths(picture)
        if mark.stroke in (AXIS, GRID) and path_box(mark).width > picture.width_pt / 2
    }
    found = []
    for y in sorted(rules):
        [words] = [
            m.text for m in texts(picture) if abs(m.y + m.size_pt * 0.33 - y) < 0.02 and m.x < 60
        ]
        found.append((y, words))
    return found


FORMS = pytest.mark.parametrize("form", [ColumnForm, LineForm])


@FORMS
@settings(max_examples=40)
@given(case=cases())
def test_the_paper_draws_the_values_of_the_series_on_its_axis(form: Any, case: Case) -> None:
    _, chart = _chart(case, form)
    picture = draw(chart, 493, 240, PAPER, FONTS)
    axis = _paper_axis(picture)
    assert tuple(words for _, words in axis) == chart.axis.texts
    assert collisions(picture) == []
    values = [value for value in _values(chart) if value is not None]
    if len(axis) == 1:
        assert not any(values)
        return
    (low, _), (high, _) = axis[0], axis[-1]
    per_point = (chart.axis.ticks[-1] - chart.axis.ticks[0]) / Decimal(high - low)
    heights = [
        chart.axis.ticks[0] + (Decimal(end) - Decimal(low)) * per_point
        for end in _ends(picture, chart, axis)
    ]
    slack = per_point * Decimal(HALF_A_POINT)
    expected = [v for v in values if abs(v) > slack] if isinstance(chart, ColumnChart) else values
    assert len(heights) >= len(expected)
    for value in expected:
        assert any(abs(value - height) <= slack for height in heights)


def _ends(picture: DisplayList, chart: Any, axis: list[tuple[float, str]]) -> list[float]:
    """Return how high each column ends, or each point of the line stands."""
    if isinstance(chart, ColumnChart):
        zero = next(y for y, words in axis if words == "0")
        boxes = filled(picture, NAVY, QUIET)
        return [b.top if abs(b.bottom - zero) < abs(b.top - zero) else b.bottom for b in boxes]
    lines = [mark for mark in paths(picture) if mark.stroke == NAVY and not mark.fill]
    dots = [path_box(mark).middle[1] for mark in paths(picture) if mark.fill == NAVY]
    return dots + [point[1] for line in lines for point in _points(line)]


def _points(mark: PathMark) -> list[tuple[float, ...]]:
    return [values for _, values in mark.outline if values]


@FORMS
@settings(max_examples=60)
@given(case=cases())
def test_the_deck_draws_the_same_values_with_the_same_ticks_and_labels(
    form: Any, case: Case
) -> None:
    _, chart = _chart(case, form)
    xml, sheet = chart_xml(chart, 800, 320, "en-GB")
    root = etree.fromstring(xml.encode())
    series = next(root.iter(f"{C}ser"))
    cache = series.find(f"{C}val//{C}numCache")
    assert cache is not None
    drawn = {
        int(pt.get("idx", "")): Decimal(pt.findtext(f"{C}v") or "") for pt in cache.iter(f"{C}pt")
    }
    values = _values(chart)
    assert [drawn.get(n) for n in range(len(values))] == values
    assert [row[1] for row in sheet.rows[1:]] == values
    axis = next(root.iter(f"{C}valAx"))
    low, high, step = (
        Decimal(axis.find(f"{C}{path}").get("val", ""))  # type: ignore[union-attr]
        for path in (f"scaling/{C}min", f"scaling/{C}max", "majorUnit")
    )
    code = axis.find(f"{C}numFmt").get("formatCode", "")  # type: ignore[union-attr]
    ticks = [formatted(low + step * n, code) for n in range(int((high - low) / step) + 1)]
    assert tuple(ticks) == chart.axis.texts
    # A column thinner than the zero line does not lengthen the axis; a point is always on it.
    trace = (high - low) / 400 if isinstance(chart, ColumnChart) else 0
    assert all(low - trace <= value <= high + trace for value in drawn.values())
    native = NativeChart("T", chart, xml, sheet)
    printed = {text for _, text in _labels(chart)}
    assert printed <= {*native.value_labels, *native.written_labels}
    assert set(native.value_labels) <= printed


_PRINTED = re.compile(
    r"(?P<bound>[<>]?)(?P<minus>−?)[^\d]*(?P<number>[\d,]+(?:\.(?P<places>\d+))?)"
)


@FORMS
@settings(max_examples=150)
@given(case=cases())
def test_labels_are_the_values_to_their_precision_and_differ_where_values_do(
    form: Any, case: Case
) -> None:
    _, chart = _chart(case, form)
    labels = _labels(chart)
    assert len(labels) == len(case.told)
    assert len({text for _, text in labels}) == len({value for value, _ in labels})
    factor = chart.measurement.format.factor
    for value, text in labels:
        match = _PRINTED.match(text)
        assert match
        number = Decimal(match["number"].replace(",", "")) * (-1 if match["minus"] else 1) * factor
        step = Decimal(1).scaleb(-len(match["places"] or "")) * factor
        if match["bound"]:
            assert 0 < abs(value) < abs(number)
            assert (value > 0) == (match["bound"] == "<")
        else:
            assert abs(number - value) <= step / 2
            assert bool(number) == bool(value)


@FORMS
@settings(max_examples=60)
@given(case=cases())
def test_every_period_keeps_its_place_and_every_point_is_the_series_own(
    form: Any, case: Case
) -> None:
    exhibit, chart = _chart(case, form)
    known = {_label(p): p.value for p in case.series.points}
    assert dict(zip(chart.places.labels, _values(chart), strict=True)) == {
        label: known.get(label) for label in chart.places.labels
    }
    assert set(known) <= set(chart.places.labels)
    if chart.places.kind is PlaceKind.YEAR:
        years = [int(label) for label in known]
        every = range(min(years), max(years) + 1)
        assert chart.places.labels == tuple(str(year) for year in every)
    briefing = replace(BRIEFING, series=(case.series,))
    assert {point.owner for point in drawn_points(briefing, exhibit, chart)} <= {"s"}


def _label(point: SeriesPoint) -> str:
    at = point.at
    return at.edtf if isinstance(at, Date) and "-" not in at.edtf else _axis_label(at)
