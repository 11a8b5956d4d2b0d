"""Dates keep the precision that they were given, print in one form, and bear out only coarser ones."""

import json
import re
from datetime import date as datetime_date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.model.schema import shipped_schema
from briefbook.values.dates import DATE_PATTERN, Precision, long_date, parse_date, short_date, years
from briefbook.values.day import Day, edtf_year


@pytest.mark.parametrize(
    ("edtf", "precision", "long", "short"),
    [
        ("1992-02-14", Precision.DAY, "14 February 1992", "14 Feb 1992"),
        ("2005-07-26/2005-07-27", Precision.DAYS, "26–27 July 2005", "26–27 Jul 2005"),
        ("2005-07-30/2005-08-02", Precision.DAYS, "30 July – 2 August 2005", "30 Jul – 2 Aug 2005"),
        ("1992-03", Precision.MONTH, "March 1992", "Mar 1992"),
        ("2005", Precision.YEAR, "2005", "2005"),
        ("2001/2002", Precision.YEARS, "2001–02", "2001–02"),
        ("1998/2000", Precision.YEARS, "1998–2000", "1998–2000"),
        ("2001/..", Precision.OPEN, "since 2001", "since 2001"),
        ("-0043-03-15", Precision.DAY, "15 March 44 BCE", "15 Mar 44 BCE"),
        ("-0043", Precision.YEAR, "44 BCE", "44 BCE"),
        ("0000", Precision.YEAR, "1 BCE", "1 BCE"),
        ("0001", Precision.YEAR, "AD 1", "AD 1"),
        ("0800", Precision.YEAR, "AD 800", "AD 800"),
        ("2100", Precision.YEAR, "2100", "2100"),
        ("9999", Precision.YEAR, "9999", "9999"),
        ("-0043/-0029", Precision.YEARS, "44–30 BCE", "44–30 BCE"),
        ("-0026/0014", Precision.YEARS, "27 BCE – AD 14", "27 BCE – AD 14"),
        ("0800/0814", Precision.YEARS, "AD 800–814", "AD 800–814"),
        ("mid 0800", Precision.MONTHS, "mid AD 800", "mid AD 800"),
        ("080X", Precision.DECADE, "AD 800s", "AD 800s"),
        ("20XX", Precision.DECADE, "21st century", "21st century"),
        ("00XX", Precision.DECADE, "1st century", "1st century"),
        ("-00XX", Precision.DECADE, "1st century BCE", "1st century BCE"),
        ("early -04XX", Precision.DECADE_PART, "early 5th century BCE", "early 5th century BCE"),
        ("200X", Precision.DECADE, "2000s", "2000s"),
        ("early 200X", Precision.DECADE_PART, "early 2000s", "early 2000s"),
        (
            "[2013-03-05, 2013-05-03]",
            Precision.ONE_OF,
            "5 March or 3 May 2013",
            "5 Mar or 3 May 2013",
        ),
    ],
)
def test_a_date_prints_as_precisely_as_it_is_known(edtf, precision, long, short):
    date = parse_date(edtf)
    assert (date.precision, long_date(date), short_date(date)) == (precision, long, short)


@pytest.mark.parametrize(
    "bad",
    [
        "1992-02-30",
        "1992-13",
        "1992-00",
        "1992-02-00",
        "14 Feb",
        "2005/2001",
        "199X/2006-01",
        "",
        "44 BC",
        "-0000",
        "-43",
        "12345",
        "800",
        "-0001-02-29",
        "[2001",
        "2001]",
        "٢٠٠٥",
    ],
)
def test_what_is_no_date_is_refused_with_a_reason(bad):
    with pytest.raises(ValueError, match=r"date|precision"):
        parse_date(bad)


@pytest.mark.parametrize(
    ("said", "found", "is_supported"),
    [
        ("2007-08", "2007-08-26", True),
        ("2007-08-26", "2007-08", False),
        ("2007", "2007-08-26", True),
        ("2007-08-26", "2007-08-25", False),
        ("2001/..", "2001/..", True),
        ("2001", "2001/..", False),
        ("early 200X", "early 200X", True),
        ("-0043", "-0043-03-15", True),
        ("-00XX", "-0043", True),
        ("-0043", "0043", False),
        ("00XX", "0000", False),
    ],
)
def test_a_finer_date_bears_out_a_coarser_one_and_never_the_other_way(said, found, is_supported):
    assert parse_date(said).covers(parse_date(found)) is is_supported


def test_years_in_a_row_print_short_within_a_century():
    assert (years(2001, 2002), years(1998, 2000)) == ("2001–02", "1998–2000")


def test_a_century_before_the_year_1_is_the_hundred_years_that_people_count():
    first_bce, fifth_bce = parse_date("-00XX"), parse_date("-04XX")
    assert (long_date(parse_date("-0099")), long_date(parse_date("0000"))) == ("100 BCE", "1 BCE")
    assert (first_bce.first.year, first_bce.last.year) == (-99, 0)
    assert (fifth_bce.first.year, fifth_bce.last.year) == (-499, -400)


OLD_DAYS = st.builds(Day, st.integers(-9999, 9999), st.integers(1, 12), st.integers(1, 28))


@given(st.dates(), st.dates())
def test_days_are_counted_as_the_standard_library_counts_them(
    one: datetime_date, two: datetime_date
):
    ours = [Day(day.year, day.month, day.day) for day in (one, two)]
    assert [day.ordinal for day in ours] == [one.toordinal(), two.toordinal()]
    assert ours[0].days_since(ours[1]) == (one - two).days
    assert (ours[0] < ours[1]) == (one < two)
    assert ours[0].isoformat() == one.isoformat()
    assert ours[0].of_year == one.timetuple().tm_yday


@given(OLD_DAYS)
def test_the_calendar_goes_on_before_the_year_1(day: Day):
    assert day.next.ordinal == day.ordinal + 1
    assert day < day.next
    # 400 years are always as long, so the counting in other centuries is known from this one.
    later = Day(day.year + 12_000, day.month, day.day)
    assert later.ordinal - day.ordinal == 12_000 // 400 * 146_097
    assert parse_date(day.isoformat()).first == day


def test_the_years_around_the_beginning_of_the_count_follow_each_other():
    assert Day(0, 12, 31).next == Day(1, 1, 1)
    assert Day(-1, 12, 31).next == Day(0, 1, 1)
    assert Day(0, 2, 29).next == Day(0, 3, 1)  # 1 BCE is a leap year
    with pytest.raises(ValueError, match="no day 29"):
        Day(-1, 2, 29)


# ── The schema and the parser are one ────────────────────────────────────────────────────────────


def in_schema(text: str) -> bool:
    """Tell whether the shipped schema takes a text as a date."""
    schema = json.loads(shipped_schema("briefing"))
    string, integer = schema["properties"]["edition"]["anyOf"]
    assert (integer["minimum"], integer["maximum"]) == (-9999, 9999)
    return re.search(string["pattern"], text) is not None


def is_date(text: str) -> bool:
    try:
        parse_date(text)
    except ValueError:
        return False
    return True


YEARS = st.integers(-9999, 9999).map(edtf_year)
SIMPLE = st.one_of(
    YEARS,
    OLD_DAYS.map(Day.isoformat),
    st.builds(
        "{}-{}".format, YEARS, st.sampled_from(["01", "12", "21", "24", "33", "36", "40", "41"])
    ),
)
PARTS = st.sampled_from(["early", "mid", "late"])
LONG = st.one_of(
    st.integers(0, 999).map("{:03}X".format),
    st.integers(-99, 99).map(lambda n: f"-{-n:02}XX" if n < 0 else f"{n:02}XX"),
)
ONE = st.one_of(
    SIMPLE, st.builds("{}{}".format, SIMPLE, st.sampled_from("~?%")), LONG, st.builds("{} {}".format, PARTS, LONG),
    st.builds("{} {}".format, PARTS, YEARS), st.builds("{} {}-05".format, PARTS, YEARS),
)  # fmt: skip
RANGES = st.one_of(
    ONE, ONE.map("{}/..".format),
    st.tuples(st.integers(-9999, 9999), st.integers(0, 300)).filter(lambda t: sum(t) <= 9999).map(
        lambda t: f"{edtf_year(t[0])}/{edtf_year(sum(t))}"
    ),
)  # fmt: skip
DATES = st.one_of(
    RANGES, st.lists(RANGES, min_size=1, max_size=3).map(lambda found: f"[{', '.join(found)}]")
)


@given(DATES)
def test_every_form_of_date_is_read_and_the_schema_takes_it(text: str):
    assert is_date(text)
    assert in_schema(text)


@given(
    st.one_of(
        st.text(), st.from_regex(rf"\A{DATE_PATTERN}\Z"), st.text("0123456789-/.X~?%[], earlymidt")
    )
)
def test_what_is_read_as_a_date_the_schema_takes(text: str):
    if is_date(text):
        assert in_schema(text.strip())


@pytest.mark.parametrize(
    "text", ["mid 2003", "late 2003-05", "18XX", "1880~", "late 19XX", "early 18XX", "-0043"]
)
def test_the_schema_takes_dates_that_it_once_marked_as_wrong(text):
    assert in_schema(text)


@pytest.mark.parametrize(
    "text", ["14 Feb", "2005-7", "44 BC", "", "2005/", "12345", "200x", "[2001"]
)
def test_the_schema_marks_what_is_no_date(text):
    assert not in_schema(text)


@pytest.mark.parametrize(
    ("edtf", "printed"),
    [
        ("2005?", "2005?"), ("2006~", "about 2006"), ("2007%", "about 2007?"), ("2005-03?", "March 2005?"),
        ("2001?/2005", "2001? – 2005"), ("1880~/1890", "about 1880 – 1890"), ("2001?/..", "since 2001?"),
        ("2005-07-26?/2005-07-27", "26 July 2005? – 27 July 2005"), ("2001/2002", "2001–02"),
    ],
)  # fmt: skip
def test_a_date_that_is_not_sure_keeps_its_question_mark(edtf, printed):
    assert long_date(parse_date(edtf)) == printed


def test_what_is_not_sure_bears_nothing_sure():
    assert not parse_date("2005").covers(parse_date("2005?"))
    assert parse_date("2005?").covers(parse_date("2005"))
