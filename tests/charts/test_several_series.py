"""Charts of several series: each arrangement draws each value of each series, in both documents.

What is drawn is read from the paper's display list and the deck's chart XML, and mapped back by the
axis that each of them has itself, as for one series.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from briefbook.deck.measure import text_width
from briefbook.deck.pptx.charts import NativeChart, chart_xml
from briefbook.deck.pptx.charts.places import wrapped
from briefbook.exhibits.alt import alt_text
from briefbook.exhibits.charts import build_chart
from briefbook.exhibits.data import data_table
from briefbook.model import (
    Briefing,
    ColumnForm,
    ColumnPart,
    DotForm,
    DotRow,
    Exhibit,
    LineForm,
    LinePart,
    MeanForm,
    PanelForm,
    PanelPart,
    Series,
    SeriesPoint,
)
from briefbook.model.reader import read_briefing
from briefbook.provenance.drawn_points import drawn_points
from briefbook.theme.deck import LABEL_PT, SLACK
from briefbook.values.dates import parse_date
from briefbook.values.units import parse_unit
from briefbook.verify.number_formats import formatted
from briefbook_figures.display_list import DisplayList, PathMark
from briefbook_figures.draw import draw
from briefbook_figures.errors import ChartError
from briefbook_figures.palette import AXIS, GRID, NAVY, PALE, PAPER, QUIET, WHITE
from briefbook_figures.spec import Fill
from briefbook_figures.spec_series import ASKED_LOOKS, SeriesChart, spread
from tests.charts.test_drawn_values import UNITS, numbers
from tests.figures.boxes import collisions, path_box, paths, texts
from tests.figures.examples import FONTS
from tests.seeds import EXAMPLE

BRIEFING = read_briefing(EXAMPLE)
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
HALF_A_POINT = Decimal("0.5")
FIRST = 1995
NAMES = ("United States", "All other donors", "Aid", "Health and education", "Elsewhere")
FORMS = ("groups", "stack", "lines", "panels", "dots")
EACH = pytest.mark.parametrize("form", FORMS)


@dataclass(frozen=True)
class Case:
    """Some series of one unit, and the year whose values are said."""

    series: tuple[Series, ...]
    told: int

    @property
    def years(self) -> list[int]:
        """The years that any of the series has."""
        return sorted({year for one in self.series for year in _known(one)})


def _known(series: Series) -> dict[int, Decimal]:
    return {int(point.label): point.value for point in series.points if point.value is not None}


@st.composite
def cases(draw_: st.DrawFn) -> Case:
    """Return two to four series with gaps and missing rows; each has its first and its last year."""
    count, length = draw_(st.integers(2, 4)), draw_(st.integers(2, 14))
    unit = parse_unit(draw_(st.sampled_from(UNITS)))
    every = []
    for n in range(count):
        values = draw_(st.lists(st.none() | numbers(), min_size=length, max_size=length))
        values[0], values[-1] = (v if v is not None else Decimal(n + 1) for v in (values[0], values[-1]))  # fmt: skip
        points = tuple(
            SeriesPoint(parse_date(str(FIRST + k)), value) for k, value in enumerate(values)
        )
        every.append(Series(f"s{n}", "s.csv", f"Series {n}", unit, "P", "E", points=points))
    return Case(tuple(every), FIRST + draw_(st.integers(0, length - 1)))


def _positive(case: Case) -> Case:
    """Return the case without signs: parts of a whole are not below zero."""
    series = [
        replace(one, points=tuple(replace(p, value=abs(p.value)) if p.value else p for p in one.points))
        for one in case.series
    ]  # fmt: skip
    return replace(case, series=tuple(series))


def _exhibit(form: str, case: Case) -> Exhibit:
    named = list(zip((one.id for one in case.series), NAMES, strict=False))
    told = (case.told,)
    made: dict[str, Any] = {
        "groups": {"columns": ColumnForm(groups=tuple(ColumnPart(*n, highlight=told) for n in named))},
        "stack": {"columns": ColumnForm(stack=tuple(ColumnPart(*n, highlight=told) for n in named), highlight=told)},
        "lines": {"line": LineForm(lines=tuple(LinePart(*n, highlight=told) for n in named))},
        "panels": {"panels": PanelForm(tuple(PanelPart(*n) for n in named), (MeanForm(case.years[0], case.years[-1]),))},
        "dots": {"dots": DotForm(tuple(DotRow(*n) for n in named), case.years[0], case.years[-1])},
    }  # fmt: skip
    return Exhibit("e", "T", **made[form])


def _made(form: str, case: Case) -> tuple[Briefing, Exhibit, SeriesChart, Case]:
    case = _positive(case) if form == "stack" else case
    briefing = replace(BRIEFING, series=case.series)
    exhibit = _exhibit(form, case)
    chart = build_chart(briefing, exhibit)
    assert isinstance(chart, SeriesChart)
    return briefing, exhibit, chart, case


def _expected(form: str, case: Case) -> list[list[Decimal | None]]:
    """Return what each series should show, from the data alone."""
    every = range(case.years[0], case.years[-1] + 1)
    years = [every[0], every[-1]] if form == "dots" else list(every)
    return [[_known(one).get(year) for year in years] for one in case.series]


# ── The paper ───────────────────────────────────────────────────────────────────────────────────


def _axis(picture: DisplayList, chart: SeriesChart, *, is_across: bool) -> tuple[Decimal, Decimal]:
    """Return where the lowest tick stands and what a point is worth, by the rules of the grid."""
    found = set()
    for mark in paths(picture):
        box = path_box(mark)
        long, short = (box.height, box.width) if is_across else (box.width, box.height)
        if mark.stroke in (AXIS, GRID) and short < 1 and long > 30 and len(mark.outline) == 2:
            found.add(box.middle[0 if is_across else 1])
    low, high = min(found), max(found)
    assert len(found) == len(chart.axis.ticks)
    if len(found) == 1:
        return Decimal(low), Decimal(0)
    return Decimal(low), (chart.axis.ticks[-1] - chart.axis.ticks[0]) / Decimal(high - low)


def _ink(mark: PathMark) -> bool:
    return mark.fill in (NAVY, QUIET, PALE) or (mark.fill == WHITE and mark.stroke == NAVY)


def _first_is_highest() -> Case:
    """Return a case whose first total is wide and stands beside a number of the axis."""
    unit, values = parse_unit("USD"), ((Decimal(1), Decimal(1)), (Decimal(1_162_000), Decimal(2)))
    series = [
        Series(f"s{n}", "s.csv", f"Series {n}", unit, "P", "E",
               points=tuple(SeriesPoint(parse_date(str(FIRST + 11 * k)), v) for k, v in enumerate(both)))
        for n, both in enumerate(values)
    ]  # fmt: skip
    return Case(tuple(series), FIRST)


@EACH
@settings(max_examples=25, deadline=None)
@example(case=_first_is_highest())
@given(case=cases())
def test_the_paper_draws_every_value_of_every_series_on_its_axis(form: str, case: Case) -> None:
    _, _, chart, case = _made(form, case)
    height = 26 + 21 * len(case.series) if form == "dots" else 220
    picture = draw(chart, 493, height, PAPER, FONTS)
    assert collisions(picture) == []
    assert min(mark.size_pt for mark in texts(picture)) >= 7
    low, per_point = _axis(picture, chart, is_across=form == "dots")
    if not per_point:
        assert not any(value for one in _expected(form, case) for value in one)
        return
    slack = per_point * HALF_A_POINT
    drawn = list(_drawn(picture, form, chart, low, per_point))
    for value in _ends(form, _expected(form, case)):
        if abs(value) > slack or form in ("lines", "dots"):
            assert any(abs(value - at) <= slack for at in drawn), (value, sorted(drawn))


def _ends(form: str, series: list[list[Decimal | None]]) -> Iterator[Decimal]:
    """Yield where marks should end: at the values, or on one another where they are stacked."""
    if form != "stack":
        yield from (value for one in series for value in one if value is not None)
        return
    for parts in zip(*series, strict=True):
        top = Decimal(0)
        for value in parts:
            top += value or 0
            if value:
                yield top


def _drawn(
    picture: DisplayList, form: str, chart: SeriesChart, low: Decimal, per_point: Decimal
) -> Iterator[Decimal]:
    """Yield the values at which columns end, or points stand."""
    first = chart.axis.ticks[0]
    for mark in paths(picture):
        box = path_box(mark)
        if form == "lines" and mark.stroke in (NAVY, QUIET) and not mark.fill:
            ends = [values[1] for _, values in mark.outline if values]
        elif form == "lines" and _ink(mark):
            ends = [box.middle[1]]
        elif form == "dots" and _ink(mark) and box.width < 12:
            ends = [box.middle[0]]
        elif form not in ("lines", "dots") and _ink(mark):
            ends = [box.top, box.bottom]
        else:
            continue
        yield from (first + (Decimal(end) - low) * per_point for end in ends)


# ── The deck ────────────────────────────────────────────────────────────────────────────────────


@EACH
@settings(max_examples=25, deadline=None)
@given(case=cases())
def test_the_deck_has_every_value_in_chart_and_data_sheet_and_the_ticks_of_the_paper(
    form: str, case: Case
) -> None:
    _, _, chart, case = _made(form, case)
    xml, sheet = chart_xml(chart, 848, 330, "en-GB")
    root = etree.fromstring(xml.encode())
    expected = _expected(form, case)
    assert _native_values(root, form, len(expected)) == [
        [value for value in one if value is not None] for one in _columns(form, expected)
    ]
    cells = list(sheet.cells.values())
    for one in expected:
        for value in one:
            assert value is None or any(_is_same(cell, value) for cell in cells)
    axis = next(a for a in root.iter(f"{C}valAx") if a.find(f"{C}majorUnit") is not None)
    low, high, step = (
        Decimal(axis.find(f"{C}{path}").get("val", ""))  # type: ignore[union-attr]
        for path in (f"scaling/{C}min", f"scaling/{C}max", "majorUnit")
    )
    code = axis.find(f"{C}numFmt").get("formatCode", "")  # type: ignore[union-attr]
    ticks = [formatted(low + step * n, code) for n in range(int((high - low) / step) + 1)]
    assert tuple(ticks) == chart.axis.texts
    native = NativeChart("T", chart, xml, sheet)
    written = " ".join(native.written_labels)
    for drawn in chart.series:
        for words in (
            *drawn.name.split(),
            *(w for text in chart.said(drawn) for w in text.split()),
        ):
            assert words in written


def _is_same(cell: str, value: Decimal) -> bool:
    try:
        return Decimal(cell) == value
    except ArithmeticError:
        return False


def _columns(form: str, series: list[list[Decimal | None]]) -> list[list[Decimal | None]]:
    """Return the series of the native chart: rows of dots are turned into moments."""
    return [list(moment) for moment in zip(*series, strict=True)] if form == "dots" else series


def _native_values(root: Any, form: str, count: int) -> list[list[Decimal]]:
    if form == "dots":
        series = list(root.iter(f"{C}ser"))[1:3]
    else:
        kind = "lineChart" if form == "lines" else "barChart"
        series = list(root.find(f".//{C}{kind}").iter(f"{C}ser"))[:count]
    tag = "xVal" if form == "dots" else "val"
    return [
        [Decimal(pt.findtext(f"{C}v")) for pt in one.find(f"{C}{tag}").iter(f"{C}pt")]
        for one in series
    ]


# ── Both ────────────────────────────────────────────────────────────────────────────────────────


@EACH
@settings(max_examples=40, deadline=None)
@given(case=cases(), data=st.data())
def test_every_point_is_the_series_own_and_a_changed_one_is_found(
    form: str, case: Case, data: st.DataObject
) -> None:
    briefing, exhibit, chart, case = _made(form, case)
    assert all(point.owner for point in drawn_points(briefing, exhibit, chart))
    number = data.draw(st.integers(0, len(chart.series) - 1))
    one = chart.series[number]
    place = data.draw(st.sampled_from([n for n, v in enumerate(one.values) if v is not None]))
    values = tuple(v + 1 if n == place and v is not None else v for n, v in enumerate(one.values))
    lie = tuple(replace(s, values=values) if n == number else s for n, s in enumerate(chart.series))
    found = drawn_points(briefing, exhibit, replace(chart, series=lie))
    assert [point for point in found if not point.owner]


@EACH
@settings(max_examples=25, deadline=None)
@given(case=cases())
def test_the_table_and_the_attached_file_have_every_value(form: str, case: Case) -> None:
    _, _, chart, case = _made(form, case)
    table = data_table(chart)
    expected = _expected(form, case)
    assert [list(row[1:]) for row in table.exact_rows] == [list(at) for at in zip(*expected, strict=True)]  # fmt: skip
    assert {len(row) for row in table.rows} == {len(table.header)}
    assert all(name in alt_text(chart, "Aid") for name in NAMES[: len(case.series)])


def test_a_series_less_another_is_what_is_left_of_it_and_a_gap_where_either_has_one() -> None:
    case = _two(("10", None, "30"), ("4", "5", "40"))
    part = ColumnPart("s0", "All others", less="s1")
    exhibit = Exhibit("e", "T", columns=ColumnForm(groups=(ColumnPart("s1", "US"), part)))
    briefing = replace(BRIEFING, series=case.series)
    chart = build_chart(briefing, exhibit)
    assert isinstance(chart, SeriesChart)
    assert chart.series[1].values == (Decimal(6), None, Decimal(-10))
    assert all(point.owner for point in drawn_points(briefing, exhibit, chart))


def test_a_stack_with_a_part_below_zero_is_an_error() -> None:
    case = _two(("10", "-1"), ("4", "5"))
    chart = build_chart(replace(BRIEFING, series=case.series), _exhibit("stack", case))
    with pytest.raises(ChartError, match="below zero"):
        draw(chart, 493, 180, PAPER, FONTS)


def test_series_of_different_years_share_the_places_of_both() -> None:
    one, other = _two(("1", "2"), ("3", "4")).series
    later = replace(other, points=tuple(replace(p, at=parse_date(str(int(p.label) + 5))) for p in other.points))  # fmt: skip
    case = Case((one, later), FIRST)
    _, _, chart, _ = _made("lines", case)
    assert chart.places.labels == tuple(str(FIRST + n) for n in range(7))
    assert chart.series[1].values == (None,) * 5 + (Decimal(3), Decimal(4))


def test_partial_and_asked_for_years_are_told_apart_in_form_and_words() -> None:
    case = _two(("1", "2", "3"), ("3", "4", "5"))
    one, other = case.series
    first, second, third = one.points
    points = (first, replace(second, is_partial=True), replace(third, is_asked=True))
    case = replace(case, series=(replace(one, points=points), other))
    briefing, exhibit, chart, _ = _made("groups", case)
    fills = [chart.series[0].fill_at(n).value for n in range(3)]
    assert fills[1:] == ["hatched", "outline"]
    assert [words for _, words in chart.reservations] == ["1996 partial", "1997 asked for"]
    assert [row[-1] for row in data_table(chart).rows] == ["", "partial", "asked for"]
    assert "1996 partial; 1997 asked for" in alt_text(chart, "Aid")
    assert all(point.owner for point in drawn_points(briefing, exhibit, chart))


@pytest.mark.parametrize("form", ["groups", "stack"])
@pytest.mark.parametrize("count", [2, 3, 4])
def test_parts_that_are_asked_for_stay_told_apart(form: str, count: int) -> None:
    case = _two(*(("1", "2"),) * count)
    asked = (replace(one, points=(one.points[0], replace(one.points[1], is_asked=True))) for one in case.series)  # fmt: skip
    _, _, chart, _ = _made(form, replace(case, series=tuple(asked)))
    given = [chart.fill_at(one, 0) for one in chart.series]
    open_ = [chart.fill_at(one, 1) for one in chart.series]
    assert len({*open_}) == count
    assert [*map(ASKED_LOOKS.get, given)][:3] == open_[:3]
    assert [words for _, words in chart.reservations] == [f"{FIRST + 1} asked for"]


def test_an_arrow_stays_with_what_it_leads_to_where_both_have_room() -> None:
    means = "$37M → $24M → <$1M"
    narrow = text_width("→ $24M", LABEL_PT) * SLACK - 0.1
    assert wrapped(means, 100.0) == ["$37M → $24M", "→ <$1M"]
    assert [" ".join(wrapped(means, room)) for room in (narrow, 400.0)] == [means, means]


def test_what_is_asked_for_in_a_panel_of_its_own_is_hollow() -> None:
    case = _two(("1", "2"), ("3", "4"))
    asked = (replace(one, points=(one.points[0], replace(one.points[1], is_asked=True))) for one in case.series)  # fmt: skip
    _, _, chart, _ = _made("panels", replace(case, series=tuple(asked)))
    assert {chart.fill_at(one, 1) for one in chart.series} == {Fill.OUTLINE}


def _two(*series: tuple[str | None, ...]) -> Case:
    every = tuple(
        Series(
            f"s{n}", "s.csv", f"Series {n}", parse_unit("USD"), "P", "E",
            points=tuple(
                SeriesPoint(parse_date(str(FIRST + k)), None if value is None else Decimal(value))
                for k, value in enumerate(values)
            ),
        )
        for n, values in enumerate(series)
    )  # fmt: skip
    return Case(every, FIRST)


@given(
    st.lists(st.tuples(st.floats(0, 100), st.floats(0.5, 20)), min_size=1, max_size=12),
    st.floats(50, 300),
)
def test_spread_stretches_keep_order_and_bounds_and_overlap_none(
    wanted: list[tuple[float, float]], high: float
) -> None:
    wanted.sort()
    sizes = [size for _, size in wanted]
    found = spread([want for want, _ in wanted], sizes, 0.0, high)
    if found is None:
        assert sum(sizes) > high
        return
    ends = [(middle - size / 2, middle + size / 2) for middle, size in zip(found, sizes, strict=True)]  # fmt: skip
    assert ends[0][0] >= -1e-6
    assert ends[-1][1] <= high + 1e-6
    assert all(a[1] <= b[0] + 1e-6 for a, b in itertools.pairwise(ends))


def test_stretches_that_do_not_meet_stay_where_they_are_wanted() -> None:
    assert spread([10.0, 50.0], [10.0, 10.0], 0.0, 100.0) == [10.0, 50.0]
