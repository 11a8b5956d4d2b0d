"""Dates are found in prose with the precision that the words give them, in every year of history."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.language.en.dates import find_dates, find_days, is_open_ended
from briefbook.values.dates import long_date, parse_date
from briefbook.values.day import Day, edtf_year


def edtf(text: str) -> list[str]:
    return [found.date.edtf for found in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In 800 the town was built.", ["0800"]),
        ("It was built in 800.", ["0800"]),
        ("since 800, and until 814", ["0800", "0814"]),
        ("in the year 14 the emperor died", ["0014"]),
        ("On 25 December 800 the pope", ["0800-12-25"]),
        ("circa 800", ["0800~"]),
        ("800 AD, 476 CE, AD 14 and A.D. 14", ["0800", "0476", "0014", "0014"]),
        ("In 44 BC Caesar; in 44 BCE; in 44 B.C.; 5 B.C.E.", ["-0043", "-0043", "-0043", "-0004"]),
        ("in 5,000 BC and 10000 BCE", ["-4999", "-9999"]),
        ("on 15 March 44 BC", ["-0043-03-15"]),
        ("on March 15, 44 BCE, he", ["-0043-03-15"]),
        ("in March 44 BC", ["-0043-03"]),
        ("44–30 BCE", ["-0043/-0029"]),
        ("from 44 to 30 BC", ["-0043/-0029"]),
        ("between 264 and 146 BC", ["-0263/-0145"]),
        ("27 BC – AD 14", ["-0026/0014"]),
        ("AD 800–814", ["0800/0814"]),
        ("the fifth century BC", ["-04XX"]),
        ("the late 2nd century AD", ["late 01XX"]),
        ("by 2150, and In 2100 the sea", ["2150", "2100"]),
        ("by 31 December 2100", ["2100-12-31"]),
        ("2050–2100, and from 2050 to 2100", ["2050/2100", "2050/2100"]),
        ("the late 2100s", ["late 210X"]),
        ("230 days late in 2015, two weeks early in 2016", ["2015", "2016"]),
        ("in mid- to late-2005", ["mid 2005", "late 2005"]),
        ("early and mid 2010", ["early 2010", "mid 2010"]),
        ("late in 2015 and early in 2016", ["late 2015", "early 2016"]),
        ("the treaty of 1878 left them a duchy", ["1878"]),
    ],
)
def test_years_of_any_age_are_found_beside_a_cue(text, values):
    assert edtf(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "800 trucks", "in 800 villages", "2,500 euros", "2500 euros", "in 2,100 towns",
        "in 300 of the villages", "in 800, 900 and 950 cases", "It fell by 800.", "It rose by 2150.",
        "the number grew by some 300, and", "in 24 hours", "in 2400 households", "$2100", "2100",
        "On the phone, 555 2150", "in 800 large villages", "in the year 24 trucks came",
        "the first century of independence", "2100 metres", "up to 2100 people",
    ],
)  # fmt: skip
def test_numbers_are_no_years_however_much_they_look_like_them(text):
    assert edtf(text) == []


def test_a_province_is_no_era():
    assert edtf("In 2010 BC Hydro raised its prices") == ["2010"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("the third of May, 1994", ["1994-05-03"]),
        ("the thirty-first of January 2001", ["2001-01-31"]),
        ("May the third, 1994", ["1994-05-03"]),
        ("in May ’94 and Aug. ’21", ["1994-05", "2021-08"]),
        ("3 May '94", ["1994-05-03"]),
        ("end-2025", ["late 2025"]),
        ("by end 2025, by end of 2025, at year-end 2025", ["late 2025"] * 3),
        ("end-June 2021", ["late 2021-06"]),
        ("on Tuesday, 3 May 1994, and on Tuesday, May 3, 1994", ["1994-05-03"] * 2),
        ("Tuesday the third of May 1994; Tue. 3 May 1994", ["1994-05-03"] * 2),
    ],
)
def test_dates_are_read_as_people_say_them(text, values):
    assert edtf(text) == values


def test_a_day_said_in_words_is_a_day_without_a_year():
    (day,) = find_days("It is kept on the third of May.")
    assert (day.month, day.day) == (5, 3)


YEARS = st.integers(-9999, 2099)


@given(YEARS, st.integers(1, 12), st.integers(1, 28))
def test_every_printed_date_is_found_again_as_the_same_date(year: int, month: int, day: int):
    whole = Day(year, month, day).isoformat()
    for value in (whole, whole.rpartition("-")[0], edtf_year(year)):
        printed = long_date(parse_date(value))
        # Four figures below 1500 need a word before them to be a year.
        assert edtf(f"Since {printed} it was so.") == [value], printed


@given(st.tuples(YEARS, YEARS).filter(lambda ends: ends[0] < ends[1]))
def test_every_printed_span_of_years_is_found_again(ends: tuple[int, int]):
    value = "/".join(map(edtf_year, ends))
    printed = long_date(parse_date(value))
    assert edtf(f"From {printed} it was so.") == [value], printed


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("From 1170–1 BCE it was so.", ["-1169/0000"]),
        ("From 1999–2003 BC Hydro paid.", ["1999/2003"]),
        ("on February 14, 1992.", ["1992-02-14"]),
        ("on the 14th of February, 1992", ["1992-02-14"]),
        ("in November, 2002", ["2002-11"]),
        ("On July 26-27, 2005 he came", ["2005-07-26/2005-07-27"]),
        ("On 17-18 June, 2008", ["2008-06-17/2008-06-18"]),
        ("from 30 July – 2 August 2005", ["2005-07-30/2005-08-02"]),
        ("in Afghanistan in 2001–2.", ["2001/2002"]),
        ("In the early 2000s, it", ["early 200X"]),
        ("FY1998–2000 and FY2005", ["1998/2000", "2005"]),
        ("last modified: 05-03-2013 19:05", ["[2013-03-05, 2013-05-03]"]),
        ("last modified: 25-03-2013", ["2013-03-25"]),
        ("constant 2024 US dollars", ["2024"]),
        ("$92 million a year, in 2024 US dollars", ["2024"]),
        ("it cost 2024 dollars", []),
        ("Boeing 737-900ER; 2,005 trucks; $2005; 1999 trucks", []),
        ("on February 31, 1992", []),
    ],
)
def test_dates_are_found_in_prose_with_no_invented_precision(text, values):
    found = [found.date.edtf for found in find_dates(text)]
    if values:
        assert found == values
    else:
        assert not any(len(value) > len("1992") for value in found if "-" in value)


def test_a_beginning_is_told_from_a_date():
    text = "Starting from 2001 through a project; in 2005 it ended"
    first, second = find_dates(text)
    assert is_open_ended(text, first)
    assert not is_open_ended(text, second)


@pytest.mark.parametrize("text", ["9" * 200_000, "May " * 50_000, "1, " * 100_000, "-" * 200_000])
def test_finding_dates_never_hangs(text):
    assert len(find_dates(text)) <= len(text)
