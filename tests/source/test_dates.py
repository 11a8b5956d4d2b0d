"""Dates keep the precision that they were given, print in one form, and bear out only coarser ones."""

import pytest

from briefbook.language.en.dates import find_dates, is_open_ended
from briefbook.values.dates import Precision, long_date, parse_date, short_date, years


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
    "bad", ["1992-02-30", "1992-13", "14 Feb", "2005/2001", "199X/2006-01", ""]
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
    ],
)
def test_a_finer_date_bears_out_a_coarser_one_and_never_the_other_way(said, found, is_supported):
    assert parse_date(said).covers(parse_date(found)) is is_supported


@pytest.mark.parametrize(
    ("text", "values"),
    [
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


def test_years_in_a_row_print_short_within_a_century():
    assert (years(2001, 2002), years(1998, 2000)) == ("2001–02", "1998–2000")


@pytest.mark.parametrize("text", ["9" * 200_000, "May " * 50_000, "1, " * 100_000, "-" * 200_000])
def test_finding_dates_never_hangs(text):
    assert len(find_dates(text)) <= len(text)
