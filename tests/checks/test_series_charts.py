"""Charts of several series that would mislead are refused, each with the rule that says why; honest ones are not."""

from dataclasses import replace
from decimal import Decimal

import pytest

from briefbook.exhibits.charts import build_chart
from briefbook.model.reader import read_briefing
from briefbook.provenance.drawn_points import drawn_points
from briefbook_figures.spec import ShareChart
from tests.seeds import edit, problems_of

ALIKE = "file: grants.csv, title: Grants, publisher: P, edition: E"
SERIES = f"""  more: {{unit: USD, prices: current, calendar: calendar, measure: budgeted, {ALIKE}}}
  other: {{unit: USD, prices: current, calendar: calendar, measure: budgeted, {ALIKE}}}
  ships: {{unit: ships, {ALIKE}}}
  real: {{unit: USD, prices: constant 2020, calendar: calendar, measure: budgeted, {ALIKE}}}
  fiscal: {{unit: USD, prices: current, calendar: fiscal from October, measure: budgeted, {ALIKE}}}
  paid: {{unit: USD, prices: current, calendar: calendar, measure: disbursed, {ALIKE}}}
"""


def two(second, form="groups"):
    return f"columns: {{{form}: [{{series: more, label: Grants}}, {{series: {second}, label: Others}}]}}"


HONEST = [
    two("other"),
    two("other", "stack"),
    "columns: {series: more, highlight: [2010, {first: 2006, last: 2008}], means: [{first: 2006, last: 2008, label: early years}]}",
    "columns: {groups: [{series: more, label: Grants}, {series: other, label: Others, less: more, highlight: [2010]}]}",
    "line: {lines: [{series: more, label: Grants, of: other}, {series: other, label: Others, of: more, highlight: [2010]}]}",
    "panels: {panels: [{series: more, label: Grants, highlight: yes}, {series: other, label: Others}], means: [{first: 2006, last: 2010}]}",
    "dots: {rows: [{series: more, label: Grants}, {series: other, label: Others}], first: 2006, last: 2010}",
]
MISLEADING = [
    (two("ships"), "chart-units", "one counts USD, the other ships"),
    (two("real"), "chart-units", "real"),
    (two("fiscal", "stack"), "chart-units", "fiscal"),
    (two("paid"), "chart-units", "paid"),
    ("columns: {groups: [{series: more, label: A}, {series: other, label: B, less: ships}]}", "chart-units", "cannot be taken off"),
    ("panels: {panels: [{series: more, label: A}, {series: ships, label: B}]}", "chart-units", "one scale"),
    ("dots: {rows: [{series: more, label: A}, {series: real, label: B}], first: 2006, last: 2010}", "chart-units", "one scale"),
    ("line: {lines: [{series: more, label: A}, {series: real, label: B}]}", "chart-units", "one scale"),
    ("line: {lines: [{series: more, label: A, of: other}, {series: other, label: B}]}", "chart-units", "is drawn as a share"),
    ("columns: {groups: [{series: more, label: A}]}", "chart-parts", "1 series"),
    ("columns: {stack: [" + ", ".join(f"{{series: more, label: {n}}}" for n in "ABCDE") + "]}", "chart-parts", "5 series"),
    ("columns: {series: more, groups: [{series: more, label: A}, {series: other, label: B}]}", "form", "once what it draws"),
    ("columns: {highlight: [2010]}", "form", "once what it draws"),
    ("columns: {series: more, means: [{first: 1980, last: 1985}]}", "chart-years", "1980 to 1985"),
    ("columns: {series: more, highlight: [{first: 1980, last: 1985}]}", "chart-years", "1980 to 1985"),
    ("line: {series: more, highlight: [1980]}", "chart-years", "1980"),
    ("line: {series: more, highlight: [2010-03]}", "chart-years", "no figure for 2010-03"),
    ("columns: {series: more, means: [{first: 2010, last: 2017}]}", "chart-years", "no figure for 2015, 2016, 2017 (grants.csv)"),
    ("columns: {series: more, highlight: [{first: 2010, last: 2017}]}", "chart-years", "2010 to 2017"),
    ("columns: {series: more, span: {first: 2010, last: 2017, label: Decline}}", "chart-years", "2010 to 2017"),
    ("panels: {panels: [{series: more, label: A}, {series: other, label: B}], means: [{first: 2010, last: 2017}]}", "chart-years", "2015"),
    ("panels: {panels: [{series: more, label: A}, {series: other, label: B}], means: [{first: 1980, last: 1985}]}", "chart-years", "1980 to 1985"),
    ("dots: {rows: [{series: more, label: A}, {series: other, label: B}], first: 1980, last: 2010}", "chart-years", "no figure for 1980"),
    ("dots: {rows: [{series: more, label: A}, {series: nowhere, label: B}], first: 2006, last: 2010}", "reference", "nowhere"),
]  # fmt: skip


GAPS = "year,a,b,none\n2001,2,1,\n2002,,4,\n2003,3,,\n2004,10,0,n/a\n"
OF_GAPS = "".join(
    f"  {name}: {{unit: ships, file: gaps.csv, column: {name}, title: Ships, publisher: P, edition: E}}\n"
    for name in ("a", "b", "none")
)
LACKING = [
    ("columns: {series: a, means: [{first: 2001, last: 2004}]}", "chart-years", "2002 (gaps.csv)"),
    ("columns: {series: none}", "chart-years", "in gaps.csv, column “none”, all 4 cells are empty"),
    ("line: {series: none}", "chart-years", "all 4 cells are empty"),
    ("line: {series: a, of: none}", "chart-years", "no figure for one and the same date"),
    ("line: {lines: [{series: a, label: A}, {series: none, label: B}]}", "chart-years", "series none"),
    ("panels: {panels: [{series: a, label: A}, {series: none, label: B}]}", "chart-years", "series none"),
    ("columns: {groups: [{series: a, label: A}, {series: b, label: B, less: none}]}", "chart-years", "b (gaps.csv) and none"),
    ("shares: {parts: {a: A, b: B}, periods: [{label: 2001–04, first: 2001, last: 2004}]}", "chart-parts", "series a (gaps.csv) has no figure for 2002"),
    ("shares: {parts: {a: A, b: B}, periods: [{label: 2000–01, first: 2000, last: 2001}]}", "chart-parts", "no figure for 2000"),
]  # fmt: skip
WHOLE = [
    "columns: {series: a, means: [{first: 2003, last: 2004}], highlight: [2001, {first: 2003, last: 2004}]}",
    "shares: {parts: {a: A, b: B}, periods: [{label: 2001, first: 2001, last: 2001}]}",
]


@pytest.fixture
def seed(fresh_example):
    return fresh_example


def _add(seed, form):
    exhibit = f"exhibits:\n  - {{id: several, takeaway: Several series, {form}}}\n  - id: events\n"
    edit(seed, "\nexhibits:\n  - id: events\n", SERIES + exhibit)


def _add_gaps(seed, form):
    (seed / "gaps.csv").write_text(GAPS, encoding="utf-8")
    exhibit = f"exhibits:\n  - {{id: several, takeaway: Several series, {form}}}\n  - id: events\n"
    edit(seed, "\nexhibits:\n  - id: events\n", OF_GAPS + exhibit)


@pytest.mark.parametrize(("form", "rule", "says"), LACKING)
def test_what_has_no_figure_is_neither_drawn_nor_averaged_nor_added_up(seed, form, rule, says):
    _add_gaps(seed, form)
    told = [(p.rule, p.message) for p in problems_of(seed) if p.severity == "error"]
    assert any(one == rule and says in message for one, message in told), told


@pytest.mark.parametrize("form", WHOLE)
def test_years_that_all_have_figures_make_a_mean_and_a_share(seed, form):
    _add_gaps(seed, form)
    assert [p for p in problems_of(seed) if "several" in p.message and p.severity == "error"] == []


@pytest.mark.parametrize("form", HONEST)
def test_an_honest_chart_of_several_series_passes_and_shows_its_figures(seed, form):
    _add(seed, form)
    assert [p for p in problems_of(seed) if "several" in p.message and p.severity == "error"] == []
    briefing = read_briefing(seed)
    exhibit = briefing.exhibit("several")
    points = list(drawn_points(briefing, exhibit, build_chart(briefing, exhibit)))
    assert points
    assert all(point.owner for point in points)


@pytest.mark.parametrize(("form", "rule", "said"), MISLEADING)
def test_a_misleading_chart_of_several_series_is_refused(seed, form, rule, said):
    _add(seed, form)
    found = [problem for problem in problems_of(seed) if problem.rule == rule]
    assert found
    assert any(said in problem.message for problem in found)


def _shares(count, rest=""):
    series = "".join(
        f"  p{n}: {{unit: USD, file: p{n}.csv, title: Part {n}, publisher: P, edition: E}}\n" for n in range(count)
    )  # fmt: skip
    parts = ", ".join(f"p{n}: Part {n}" for n in range(count))
    form = (
        f"shares: {{parts: {{{parts}}}, periods: [{{label: 2006, first: 2006, last: 2006}}]{rest}}}"
    )
    return series, form


def _add_shares(seed, count, rest=""):
    series, form = _shares(count, rest)
    for n in range(count):
        (seed / f"p{n}.csv").write_text(f"year,value\n2006,{100 * (n + 1)}\n")
    exhibit = f"exhibits:\n  - {{id: several, takeaway: Shares, {form}}}\n  - id: events\n"
    edit(seed, "\nexhibits:\n  - id: events\n", series + exhibit)


def test_the_smallest_parts_are_gathered_in_the_named_rest_and_the_total_is_kept(seed):
    _add_shares(seed, 9, ", rest: Three others")
    assert [p for p in problems_of(seed) if p.rule == "chart-parts"] == []
    briefing = read_briefing(seed)
    exhibit = briefing.exhibit("several")
    chart = build_chart(briefing, exhibit)
    assert isinstance(chart, ShareChart)
    assert chart.parts == (
        "Part 3",
        "Part 4",
        "Part 5",
        "Part 6",
        "Part 7",
        "Part 8",
        "Three others",
    )
    assert chart.rows[0].values[-1] == 100 + 200 + 300
    assert chart.rows[0].total == 100 * 45
    assert all(point.owner for point in drawn_points(briefing, exhibit, chart))


@pytest.mark.parametrize(
    ("count", "rest", "said"), [(8, "", "name the rest"), (4, ", rest: Others", "leave out")]
)
def test_more_than_seven_parts_need_a_rest_and_fewer_have_none(seed, count, rest, said):
    _add_shares(seed, count, rest)
    (problem,) = [problem for problem in problems_of(seed) if problem.rule == "chart-parts"]
    assert said in problem.hint


@pytest.mark.parametrize(("calendar", "count"), [("calendar", 1), ("fiscal from April", 0)])
def test_a_label_of_two_years_is_one_year_where_years_are_fiscal(seed, calendar, count):
    (seed / "p0.csv").write_text("year,value\n2005/06,100\n2006/07,200\n" if count == 0 else "year,value\n2006,100\n2007,200\n")  # fmt: skip
    (seed / "p1.csv").write_text((seed / "p0.csv").read_text())
    series = "".join(
        f"  p{n}: {{unit: USD, prices: current, calendar: {calendar}, file: p{n}.csv, title: P, publisher: P, edition: E}}\n" for n in range(2)
    )  # fmt: skip
    periods = "[{label: 2005/06, first: 2006, last: 2006}]"
    exhibit = f"exhibits:\n  - {{id: several, takeaway: Shares, shares: {{parts: {{p0: A, p1: B}}, periods: {periods}}}}}\n  - id: events\n"
    edit(seed, "\nexhibits:\n  - id: events\n", f"\n{series}{exhibit}")
    assert len([p for p in problems_of(seed) if p.rule == "period"]) == count


def _add_rest(seed, all_in_2007="130"):
    (seed / "all.csv").write_text(f"year,value\n2006,100\n2007,{all_in_2007}\n2008,300\n")
    (seed / "one.csv").write_text("year,value\n2006,25\n2007,40\n2008,75\n")
    series = "".join(
        f"  {name}: {{file: {name}.csv, unit: ships, title: T, publisher: P, edition: E}}\n"
        for name in ("one", "all")
    )
    parts = "parts: {one: One, all: {label: All others, less: one}}"
    form = f"shares: {{{parts}, periods: [{{label: 2006–08, first: 2006, last: 2008}}]}}"
    exhibit = f"exhibits:\n  - {{id: several, takeaway: Shares, {form}}}\n  - id: events\n"
    edit(seed, "\nexhibits:\n  - id: events\n", f"\n{series}{exhibit}")


def test_a_part_may_be_what_another_leaves_of_the_whole(seed):
    _add_rest(seed)
    assert [p for p in problems_of(seed) if "several" in p.message and p.severity == "error"] == []
    briefing = read_briefing(seed)
    exhibit = briefing.exhibit("several")
    chart = build_chart(briefing, exhibit)
    assert isinstance(chart, ShareChart)
    assert chart.rows[0].values == tuple(map(Decimal, (140, 390)))
    # What is left is drawn pale, and the other part in the first ink.
    assert chart.rest == 1
    assert chart.fills == (0, 6)
    assert all(point.owner for point in drawn_points(briefing, exhibit, chart))
    assert not all(
        point.owner
        for point in drawn_points(
            briefing,
            exhibit,
            replace(chart, rows=(replace(chart.rows[0], values=(Decimal(140), Decimal(530))),)),
        )
    )


def test_what_is_left_is_not_known_where_a_figure_is_missing(seed):
    _add_rest(seed, all_in_2007="")
    (problem,) = [problem for problem in problems_of(seed) if problem.rule == "chart-parts"]
    assert "series one has a figure for 2007 and series all has none" in problem.message
