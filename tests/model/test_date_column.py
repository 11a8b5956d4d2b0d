"""A column of dates is read as a whole: in one order of day and month, in years of four figures, or not at all."""

import pytest

from briefbook.model.evidence import DateOrder
from briefbook.values.basis import Calendar
from tests.model.test_series_file import points, problems


def column(*keys):
    return "k;v\n" + "".join(f"{key};{number}\n" for number, key in enumerate(keys, 1))


def labels(*keys, **fields):
    return [label for label, _ in points(column(*keys), **fields)]


@pytest.mark.parametrize(
    ("keys", "printed"),
    [
        (("01.02.2015", "01.12.2015"), ["1 Feb 2015", "1 Dec 2015"]),
        (("01/02/2015", "13/02/2015"), ["1 Feb 2015", "13 Feb 2015"]),
        (("01/13/2015", "02/01/2015"), ["13 Jan 2015", "1 Feb 2015"]),
        (("1/1/2015", "2/2/2015"), ["1 Jan 2015", "2 Feb 2015"]),
        (("01/02/2015 00:00", "13/02/2015 00:00"), ["1 Feb 2015", "13 Feb 2015"]),
        (("2015-02-01 00:00:00", "2015-03-01T00:00:00Z"), ["1 Feb 2015", "1 Mar 2015"]),
        (("2015/1/31", "2015.2.28"), ["31 Jan 2015", "28 Feb 2015"]),
        (("1 Feb 2015", "Feb 3, 2015", "05-Feb-2015"), ["1 Feb 2015", "3 Feb 2015", "5 Feb 2015"]),
        (("03/2015", "04-2015", "2015/05", "2015M06"), ["Mar 2015", "Apr 2015", "May 2015", "Jun 2015"]),
        (("2011-10", "2011-11", "2011-12"), ["Oct 2011", "Nov 2011", "Dec 2011"]),
        (("2010-11", "2011-12"), ["2010–11", "2011–12"]),
        (("2001-05", "2001-06"), ["May 2001", "Jun 2001"]),
        (("2001/2005", "2006/2010"), ["2001–05", "2006–10"]),
        (("2015-2016", "2016/2017"), ["2015–16", "2016–17"]),
        (("1Q2015", "2Q2015"), ["first quarter of 2015", "second quarter of 2015"]),
        (("2005?", "2006~", "2007"), ["2005?", "about 2006", "2007"]),
        (("Augsburg 2015", "Bonn 2015"), ["Augsburg 2015", "Bonn 2015"]),
        (("Set 10", "Set 11"), ["Set 10", "Set 11"]),
        (("Norway", "May 15", "Peru"), ["Norway", "May 15", "Peru"]),
        (("15-24", "25-34"), ["15-24", "25-34"]),
    ],
)  # fmt: skip
def test_a_column_with_one_reading_is_read(keys, printed):
    assert labels(*keys) == printed


@pytest.mark.parametrize(
    ("keys", "line", "said", "hint"),
    [
        (("01/02/2015", "03/04/2015"), 2, "1 February 2015 or 2 January 2015", "dates: day-first"),
        (("13/02/2015", "02/13/2015"), 3, "month before the day", "2015-02-01"),
        (("01/02/2015", "32/13/2015"), 3, "“32/13/2015” is no date", "2015-02-01"),
        (("Jan-15", "Feb-15"), 2, "no year of four figures", "2015-01"),
        (("15-Jan", "16-Jan"), 2, "no year of four figures", "2015-01-31"),
        (("01.02.15", "31.03.15"), 2, "no year of four figures", "2015-01-31"),
        (("Q1 15", "Q2 15"), 2, "no year of four figures", "2015-Q1"),
        (("FY15", "FY16"), 2, "no year of four figures", "2015"),
        (("FY2015", "FY2016"), 2, "fiscal year", "calendar: fiscal from October"),
        (("2011-12",), 2, "December 2011, or the years 2011/12", "Dec 2011"),
        (("2001-05", "2006-10"), 2, "May 2001, and as its neighbours are the years 2001 to 2005", "2001/2005, or May 2001"),
        (("1996-00", "2001-15"), 2, "the years 1996 to 2000", "write 1996/2000"),
        (("2015-13", "2015-14"), 2, "no date of the calendar", "2015-03"),
        (("2015-02-29", "2015-02-30"), 2, "no date of the calendar", "2015-03-31"),
        (("2015-W05", "2015-W06"), 2, "is a week", "2015-01-26"),
        (("201501", "201502"), 2, "a date or a code", "HS 200911"),
        (("2015.1", "2015.2"), 2, "may be a month", "2015-03"),
        (("Mrz 15", "Okt 15"), 2, "another language", "2015-01"),
        (("1. Februar 2015", "1. März 2015"), 2, "another language", "2015-01"),
    ],
)  # fmt: skip
def test_a_column_that_leaves_two_readings_is_a_question_and_no_names(keys, line, said, hint):
    [problem] = problems(column(*keys))
    assert (problem.place.line, problem.rule) == (line, "series-file")
    assert said in problem.message
    assert hint in problem.hint


def test_the_series_says_what_stands_first():
    keys = ("01/02/2015", "03/04/2015")
    assert labels(*keys, dates=DateOrder.DAY_FIRST) == ["1 Feb 2015", "3 Apr 2015"]
    assert labels(*keys, dates=DateOrder.MONTH_FIRST) == ["2 Jan 2015", "4 Mar 2015"]
    [problem] = problems(column("01/02/2015", "13/04/2015"), dates=DateOrder.MONTH_FIRST)
    assert (problem.place.line, "dates: month-first" in problem.message) == (3, True)


def test_a_fiscal_year_may_be_written_with_its_letters():
    fiscal = Calendar(10)
    assert labels("FY2015", "FY2016", calendar=fiscal) == ["2015", "2016"]
    assert labels("2014/2015", "2015-16", calendar=fiscal) == ["2015", "2016"]
