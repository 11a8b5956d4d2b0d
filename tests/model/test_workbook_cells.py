"""What a workbook shows is what its author means: percent, months, thousands left off, and errors."""

import io
import zipfile
from decimal import Decimal

import pytest
import xlsxwriter

from briefbook.errors import Problems
from briefbook.model.evidence import DecimalMark
from briefbook.model.table_cells import cells_of
from briefbook.model.workbook_cells import CellFormat, Shown, parse_format
from briefbook.values.units import parse_unit
from tests.model.test_series_file import points, problems


def book(*rows, number="General", first="General", head=("year", "v")):
    """Return a workbook; a value may be a formula and its stored result."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as made:
        page = made.add_worksheet("Data")
        formats = [made.add_format({"num_format": code}) for code in (first, number)]
        page.write_row(0, 0, head)
        for line, row in enumerate(rows, 1):
            for at, value in enumerate(row):
                if isinstance(value, tuple):
                    page.write_formula(line, at, value[0], formats[at], value[1])
                else:
                    page.write(line, at, value, formats[at])
    return out.getvalue()


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("0.0%", CellFormat(Shown.PERCENT)), ("0%;[Red]-0%", CellFormat(Shown.PERCENT)), ('0.0"%"', CellFormat()),
        ("mmm yyyy", CellFormat(Shown.MONTH)), ("[$-407]mmm\\-yy", CellFormat(Shown.MONTH)), ("mmmm", CellFormat(Shown.MONTH)),
        ("yyyy", CellFormat(Shown.YEAR)), ("dd.mm.yyyy", CellFormat()), ("h:mm", CellFormat()), ("mm:ss", CellFormat()),
        ("[$€-407] #,##0", CellFormat(money="EUR")), ('"£"#,##0.00', CellFormat(money="GBP")), ("$#,##0", CellFormat(money="$")),
        ("[$USD] #,##0", CellFormat(money="USD")), ('#,##0" EUR"', CellFormat(money="EUR")), ("[$$-409]#,##0", CellFormat(money="$")),
        ('#,##0" TEU"', CellFormat()), ("[$-409]#,##0", CellFormat()), ('#,##0" kg"', CellFormat()),
        ("#,##0,", CellFormat(thousands=1)), ('0.0,,"m"', CellFormat(thousands=2)), ("#,##0", CellFormat()), ("General", CellFormat()),
    ],
)  # fmt: skip
def test_a_number_format_says_what_is_shown(code, meant):
    assert parse_format(code) == meant


def test_a_column_in_the_format_of_percent_is_read_as_it_is_shown():
    data = book((2001, 0.123), (2002, 0.2), (2003, 0), (2004, 0.07), number="0.0%")
    read = points(data, unit=parse_unit("percent"))
    assert [value for _, value in read] == [Decimal("12.3"), 20, 0, 7]


def test_a_percentage_of_another_unit_or_beside_plain_numbers_is_refused():
    [problem] = problems(book((2001, 0.123), number="0.0%"), unit=parse_unit("ships"))
    assert str(problem.place) == "grants.csv, Data!B2"
    assert "“12.3%” is shown as percent" in problem.message
    assert "unit: percent" in problem.hint
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as made:
        page = made.add_worksheet("Data")
        page.write_row(0, 0, ("year", "v"))
        page.write_row(1, 0, (2001, 12.3))
        page.write(2, 0, 2002)
        page.write(2, 1, 0.2, made.add_format({"num_format": 10}))
    [problem] = problems(out.getvalue(), unit=parse_unit("percent"))
    assert str(problem.place) == "grants.csv, Data!B2"
    assert "B3" in problem.message


def test_thousands_that_a_format_leaves_off_are_not_scaled_again():
    data = book((2001, 5_000_000), number="#,##0,")
    assert points(data, unit=parse_unit("USD")) == [("2001", 5_000_000)]
    [problem] = problems(data, unit=parse_unit("USD thousand"))
    assert "holds 5000000 and shows 5,000" in problem.message
    assert "unit: USD" in problem.hint


def test_money_of_another_currency_or_of_no_money_is_refused():
    euros = book((2001, 5), number="[$€-407] #,##0")
    assert points(euros, unit=parse_unit("EUR million")) == [("2001", 5_000_000)]
    for unit in ("USD", "ships"):
        [problem] = problems(euros, unit=parse_unit(unit))
        assert str(problem.place) == "grants.csv, Data!B2"
        assert f"is shown as EUR, and the unit of series grants is {unit}" in problem.message
    assert points(book((2001, 5), number="$#,##0"), unit=parse_unit("AUD")) == [("2001", 5)]


def test_percent_of_another_size_is_no_percent():
    [problem] = problems(book((2001, 0.005), number="0.0%"), unit=parse_unit("basis points"))
    assert "basis points" in problem.message
    [problem] = problems("y,v\n2001,0.5%\n", unit=parse_unit("basis points"))
    assert "is not a number" in problem.message


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("mmm yyyy", "Mar 2015"),
        ("yyyy", "2015"),
        ("dd/mm/yyyy", "1 Mar 2015"),
        ("mmm-yy", "Mar 2015"),
    ],
)
def test_dates_of_a_workbook_are_months_where_it_shows_months(code, printed):
    assert points(book((42064, 5), first=code)) == [(printed, 5)]


def test_two_days_of_one_month_that_show_the_month_alone_are_told():
    [problem] = problems(book((42064, 5), (42070, 6), first="mmm yyyy"))
    assert "“2015-03” stands twice" in problem.message
    assert "days" in problem.hint


@pytest.mark.parametrize("error", ["#DIV/0!", "#N/A", "#REF!", "#VALUE!", "#NAME?"])
def test_an_error_in_a_cell_is_no_gap(error):
    [problem] = problems(book((2001, 5), (2002, ("=1/0", error))))
    assert str(problem.place) == "grants.csv, Data!B3"
    assert error in problem.message
    assert "leave the cell empty" in problem.hint
    [problem] = problems(f"y,v\n2001,5\n2002,{error}\n")
    assert (problem.place.line, error in problem.message) == (3, True)


def test_an_error_in_the_first_column_is_told_too():
    [problem] = problems(book((2001, 5), (("=1/0", "#REF!"), 6)))
    assert str(problem.place) == "grants.csv, Data!A3"


def test_a_formula_without_its_value_is_no_gap_and_an_empty_text_is_one():
    [problem] = problems(book((2001, 5), (2002, ("=B2*3", ""))))
    assert str(problem.place) == "grants.csv, Data!B3"
    assert "save it again" in problem.hint


def test_numbers_of_a_workbook_are_exact_whatever_the_decimal_mark():
    data = book((2001, 0.1 + 0.2), (2002, 1.5), (2003, 1e-7))
    for mark in (None, DecimalMark.COMMA, DecimalMark.POINT):
        values = [value for _, value in points(data, decimal=mark)]
        assert values == [Decimal("0.3"), Decimal("1.5"), Decimal("0.0000001")]


def test_a_workbook_of_another_program_s_kind_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    [problem] = problems(out.getvalue())
    assert "XLSX" in problem.hint


def test_a_table_of_values_has_percent_as_shown_and_no_errors():
    data = book(("a", 0.123), number="0.0%", head=("key", "rate"))
    assert cells_of(data, "t.xlsx")[1][1].text == "12.3%"
    with pytest.raises(Problems) as refused:
        cells_of(book(("a", ("=1/0", "#N/A"))), "t.xlsx")
    [problem] = refused.value.problems
    assert (str(problem.place), problem.rule) == ("t.xlsx, Data!B2", "params")
