"""A series is read from any table that a spreadsheet writes, and each wrong cell is named."""

import dataclasses
import io
import zipfile
from decimal import Decimal

import pytest
import xlsxwriter

from briefbook.errors import Problems
from briefbook.model.reader import read_briefing
from briefbook.model.series_file import read_points
from briefbook.values.basis import Calendar
from briefbook.values.units import parse_unit
from tests.seeds import EXAMPLE

GRANTS = read_briefing(EXAMPLE).series[0]


def series(**fields):
    return dataclasses.replace(GRANTS, **{"column": "", **fields})


def points(text, **fields):
    data = text.encode() if isinstance(text, str) else text
    return [(p.label, p.value) for p in read_points(data, series(**fields))]


def problems(text, **fields):
    with pytest.raises(Problems) as refused:
        points(text, **fields)
    return refused.value.problems


def workbook(rows, sheet="Data"):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet(sheet)
        for line, row in enumerate(rows):
            page.write_row(line, 0, row)
    return out.getvalue()


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("2015", "2015"), ("2015-03", "Mar 2015"), ("2015-03-01", "1 Mar 2015"), ("Mar 2015", "Mar 2015"),
        ("March 2015", "Mar 2015"), ("2015-Q1", "first quarter of 2015"), ("Q1 2015", "first quarter of 2015"),
        ("2015 H2", "second half of 2015"), ("2015/16", "2015–16"), ("2100", "2100"), ("0800", "AD 800"),
        ("-0043", "44 BCE"), ("Norway", "Norway"),
    ],
)  # fmt: skip
def test_the_first_column_is_any_date_or_a_name(written, printed):
    assert points(f"when,value\n{written},1\n") == [(printed, 1)]


def test_a_fiscal_year_is_named_by_the_year_in_which_it_ends():
    assert points("fy,value\n2015/16,1\n", calendar=Calendar(4)) == [("2016", 1)]


def test_dates_come_in_order_and_names_as_the_file_has_them():
    assert [label for label, _ in points("m,v\n2015-02,2\n2015-01,1\n")] == ["Jan 2015", "Feb 2015"]
    assert [label for label, _ in points("m,v\nPeru,2\nChad,1\n")] == ["Peru", "Chad"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("3400.5", "3400.5"), ("-4.9", "-4.9"), ("−4.9", "-4.9"), ("(4.9)", "-4.9"), ('"1,234,567"', "1234567"),
        ("1 234", "1234"), ("1\u00a0234", "1234"), ("1'234", "1234"), ("$5", "5"), ("USD 5", "5"), ("0", "0"),
        ("1e3", "1000"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_meant(cell, value):
    assert points(f"y,v\n2015,{cell}\n") == [("2015", Decimal(value))]


@pytest.mark.parametrize("cell", ["", "..", "n/a", "NA", "-", ".", "null", ":"])
def test_a_cell_without_a_value_is_a_gap(cell):
    assert points(f"y,v\n2014,1\n2015,{cell}\n") == [("2014", 1), ("2015", None)]


def test_a_table_as_excel_saves_it_in_europe_is_read():
    text = "\ufeffJahr;Wert\r\n2014;1.234,5\r\n2015;-2,25\r\n2016;\r\n"
    assert points(text) == [("2014", Decimal("1234.5")), ("2015", Decimal("-2.25")), ("2016", None)]


def test_unicode_text_of_excel_is_read():
    assert points("year\tvalue\r\n2014\t12,5\r\n".encode("utf-16")) == [("2014", Decimal("12.5"))]


def test_a_number_with_two_readings_is_a_question_with_both():
    [problem] = problems("y;v\n2014;1.357\n")
    assert "1357 or 1.357" in problem.message
    assert "decimal: comma" in problem.hint
    from briefbook.model.evidence import DecimalMark

    assert points("y;v\n2014;1.357\n", decimal=DecimalMark.COMMA) == [("2014", 1357)]
    assert points("y;v\n2014;1.357\n", decimal=DecimalMark.POINT) == [("2014", Decimal("1.357"))]


def test_the_scale_of_the_unit_is_applied_exactly():
    assert points("y,v\n2014,0.1\n", unit=parse_unit("USD million")) == [("2014", 100_000)]


def test_a_workbook_is_read_by_sheet_and_column():
    data = workbook([["year", "us", "all"], [2014, 1.5, 3], [2015, None, 4]], "Aid")
    assert points(data, column="us", sheet="Aid") == [("2014", Decimal("1.5")), ("2015", None)]
    assert points(data, column="all") == [("2014", 3), ("2015", 4)]


def test_a_wrong_cell_below_a_cell_of_two_lines_has_the_line_of_the_file():
    [problem] = problems('y,v,note\n2014,1,"two\nlines"\n2015,much,\n')
    assert (problem.place.line, problem.place.column) == (4, 2)


def test_a_wrong_cell_of_a_workbook_is_named_by_its_sheet_and_letters():
    [problem] = problems(workbook([["year", "v"], [2014, 1], [2015, "#N/A"]]))
    assert str(problem.place) == "grants.csv, Data!B3"
    assert "#N/A" in problem.message


def test_every_wrong_cell_is_told_at_once_with_its_line_and_column():
    found = problems("y,v\n2014,much\n2015,1.2.3\n2015,4\n")
    assert [(p.place.line, p.place.column) for p in found] == [(2, 2), (3, 2), (4, 1)]
    assert {p.rule for p in found} == {"series-file"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2014,1\n", "no column|is no date|stands|no header"), ("", "no header"), ("year\n2014\n", "no header"),
        ("y,v\n2014,5 EUR\n", "is not a number"), ("y,v\n2014,5%\n", "is not a number"),
        ("y,v\n2014,1\nNorway,2\n", "is no date"), ("y,v\n2014,1e400\n", "is not a number"),
        ("y,v\n2014," + "9" * 10_000 + "\n", "digits"), ("y,v\n2014,inf\n", "is not a number"),
        (b"y,v\n2014,\xff\n", "not UTF-8"), (b"PK\x03\x04nonsense", "not a workbook"),
        ("y,v\n" + "2014,1\n" * 30_000, "rows"),
    ],
)  # fmt: skip
def test_what_is_no_series_is_refused_with_a_sentence(text, said):
    if text == "2014,1\n":
        assert points(text) == []  # a header alone
        return
    assert any(word in problem.message for problem in problems(text) for word in said.split("|"))


def test_a_workbook_that_fills_the_memory_is_refused_before_it_is_unpacked():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"0" * (60 * 1024 * 1024))
    [problem] = problems(out.getvalue())
    assert "50 MB" in problem.message


def test_a_header_that_stands_lower_is_named():
    assert points("Source: a bank\n\nyear,v\n2014,1\n", header=3) == [("2014", 1)]
    [problem] = problems("Source: a bank\n\nyear,v\n2014,1\n")
    assert "header: 4" in problem.hint


@pytest.mark.parametrize(
    ("table", "label"),
    [
        ("year,v\n2014,1\n2015,2\n", "2015"), ("m,v\n2015-02,1\n2015-03,2\n", "2015-03"),
        ("m,v\n2015-02,1\n2015-03,2\n", "Mar 2015"), ("q,v\n2015-Q1,1\n2015-Q2,2\n", "Q2 2015"),
        ("d,v\n2015-03-01,1\n2015-03-02,2\n", "2015-03-02"), ("d,v\n2015-03-01,1\n2015-03-02,2\n", "2 Mar 2015"),
        ("country,v\nNorway,1\nSweden,2\n", "Sweden"),
    ],
)  # fmt: skip
def test_any_label_of_the_first_column_may_be_partial(table, label):
    read = read_points(table.encode(), series(partial=(label,)))
    assert [point.is_partial for point in read] == [False, True]


@pytest.mark.parametrize(
    ("table", "label", "near"),
    [
        ("year,v\n2014,1\n2015,2\n", "2016", "2015"), ("m,v\n2015-02,1\n2015-03,2\n", "2015", "2015-03"),
        ("country,v\nNorway,1\nSweden,2\n", "Norwey", "Norway"),
    ],
)  # fmt: skip
def test_a_partial_label_that_the_series_lacks_is_named_with_the_nearest(table, label, near):
    [problem] = problems(table, partial=(label,))
    assert f"“{label}” is partial" in problem.message
    assert problem.hint.endswith(near)


def test_a_partial_fiscal_year_may_be_written_by_both_years():
    fiscal = series(partial=("2015/16",), calendar=Calendar(4))
    assert [point.is_partial for point in read_points(b"fy,v\n2016,1\n", fiscal)] == [True]
