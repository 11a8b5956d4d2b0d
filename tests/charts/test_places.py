"""Days keep their distance, rows are named by date or label, and tables list the rows of the data."""

from dataclasses import replace
from decimal import Decimal

import pytest

from briefbook.exhibits.alt import alt_text
from briefbook.exhibits.charts import build_chart
from briefbook.exhibits.data import data_table
from briefbook.exhibits.places import place_points, places_of
from briefbook.model import ColumnForm, Exhibit, YearsForm
from briefbook.model.reader import read_briefing
from briefbook.model.series_file import read_points
from briefbook_figures.spec import ColumnChart
from tests.seeds import EXAMPLE

BRIEFING = read_briefing(EXAMPLE)
GRANTS = BRIEFING.series[0]


def series(*rows):
    text = "k,v\n" + "".join(f"{row}\n" for row in rows)
    given = replace(GRANTS, column="", points=())
    return replace(given, points=read_points(text.encode(), given))


def labels(*days):
    return place_points(series(*(f"{day},1" for day in days))).places.labels


@pytest.mark.parametrize(
    ("days", "count", "second"),
    [
        (("2015-02-01", "2015-03-01", "2015-12-01"), 11, "1 Mar 2015"),
        (("2015-01-31", "2015-02-28", "2015-04-30"), 4, "28 Feb 2015"),
        (("2015-01-30", "2015-03-30", "2015-04-30"), 4, "28 Feb 2015"),
        (("2015-01-01", "2015-04-01", "2016-01-01"), 5, "1 Apr 2015"),
        (("2015-01-05", "2015-01-12", "2015-01-26"), 4, "12 Jan 2015"),
        (("2015-01-05", "2015-01-06", "2015-01-08"), 4, "6 Jan 2015"),
        (("2015-01-05",), 1, ""),
    ],
)
def test_days_stand_at_the_longest_step_that_meets_all(days, count, second):
    found = labels(*days)
    assert len(found) == count
    assert not second or found[1] == second


def test_days_between_are_drawn_and_not_listed():
    irregular = series("2015-02-01,4", "2015-02-13,", "2015-12-25,7")
    exhibit = Exhibit("e", "T", columns=ColumnForm(str(GRANTS.id)))
    chart = build_chart(replace(BRIEFING, series=(irregular,)), exhibit)
    assert isinstance(chart, ColumnChart)
    assert len(chart.columns) == 110  # at steps of three days
    rows = data_table(chart).exact_rows
    assert [row[:2] for row in rows] == [
        ("1 Feb 2015", Decimal(4)), ("13 Feb 2015", None), ("25 Dec 2015", Decimal(7)),
    ]  # fmt: skip
    assert "Without a figure: 1 of them" in alt_text(chart, "Aid")


@pytest.mark.parametrize(
    ("rows", "named", "found"),
    [
        (("2015-02-01,4", "2015-03-01,5"), "2015-03-01", {1}),
        (("2015-02-01,4", "2015-03-01,5"), "1 Mar 2015", {1}),
        (("2015-02,4", "2015-04,5"), "Apr 2015", {2}),
        (("2015-02,4", "2015-04,5"), "2015-04", {2}),
        (("2015-Q1,4", "2015-Q3,5"), "Q3 2015", {2}),
        (("Norway,4", "Peru,5"), "Peru", {1}),
        (("2014,4", "2015,5"), 2015, {1}),
        (("0800,4", "0801,5"), 800, {0}),
        (("2014,4", "2015,5"), "2015-03", set()),
        (("2014,4", "2015,5", "2016,1"), YearsForm(2015, 2016), {1, 2}),
    ],
)
def test_a_row_is_named_by_year_date_or_label(rows, named, found):
    assert places_of(place_points(series(*rows)), [named]) == found
