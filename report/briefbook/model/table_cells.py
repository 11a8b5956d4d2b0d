"""Cells of a table with their places: CSV in any dialect that spreadsheets write, and sheets of XLSX."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from decimal import Decimal
from typing import Protocol

from briefbook.errors import Problem, Problems, SourceLocation
from briefbook.frozen import dataclass
from briefbook.model.workbook_cells import UNSTORED, CellFormat, Mark, Shown, marks_of

MAX_UNPACKED_BYTES = 50 * 1024 * 1024
_EXACT_DIGITS = 15
"""Of a workbook's numbers: more digits than these are the noise of binary fractions."""


class Held(Protocol):
    """What says how a file of figures is read: a series, or the table of a template's values."""

    @property
    def file(self) -> str:
        """Its name, as messages have it."""

    @property
    def header(self) -> int:
        """The row that names its columns."""

    @property
    def sheet(self) -> str:
        """Of a workbook; the first one if empty."""


@dataclass(frozen=True)
class Cell:
    """A cell of a table, and where it stands."""

    text: str
    place: SourceLocation
    number: Decimal | None = None
    """What a workbook holds as a number, in percent where its format shows percent."""
    is_percent: bool = False
    """Whether a workbook holds a fraction here, and shows it as percent; so does the text."""
    thousands: int = 0
    """How many times its format leaves off three digits of what the text has."""
    money: str = ""
    """The code or sign of the currency that its format shows; empty for none."""
    fault: str = ""
    """The error that a workbook has in its place; its text is empty then."""


@dataclass(frozen=True)
class _Table:
    """A table whose first line names its columns."""

    file: str
    header: int = 1
    sheet: str = ""


def cells_of(data: bytes, file: str) -> list[list[Cell]]:
    """Return the cells of a CSV or of the first sheet of a workbook; raises Problems."""
    rows, _ = read_cells(data, _Table(file))
    if faults := [fault_problem(cell, "params") for row in rows for cell in row if cell.fault]:
        raise Problems(tuple(faults))
    return rows


def read_cells(data: bytes, held: Held) -> tuple[list[list[Cell]], str]:
    """Return the cells of a file, and the delimiter of a CSV; raises Problems."""
    return _sheet(data, held) if data.startswith(b"PK") else _csv(data, held)


def fault_problem(cell: Cell, rule: str = "series-file") -> Problem:
    """Return the problem of a cell that holds an error in place of a value."""
    message, hint = (
        f"the cell holds the error {cell.fault}",
        "mend its formula, or write the value; leave the cell empty if there is no figure",
    )
    if cell.fault == UNSTORED:
        message = "the cell holds a formula, and the workbook does not hold its value"
        hint = "open the workbook in a spreadsheet and save it again, or write the value"
    return Problem(cell.place, message, hint, rule)


def _one(held: Held, message: str, hint: str = "") -> Problems:
    return Problems((Problem(SourceLocation(str(held.file)), message, hint, "series-file"),))


def _csv(data: bytes, held: Held) -> tuple[list[list[Cell]], str]:
    """Return the cells of a CSV and its delimiter: that of , ; tab which the header has most."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        place, hint = SourceLocation(str(held.file), line), "save it as “CSV UTF-8”, or as XLSX"
        raise Problems((Problem(place, "not UTF-8 text", hint, "series-file"),)) from None
    lines = text.splitlines()
    head = lines[min(held.header, len(lines)) - 1] if lines else ""
    delimiter = max(",;\t", key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise _one(held, f"not a CSV: {error}", "save it again from the spreadsheet") from None
    return [
        [
            _csv_cell(cell.strip(), SourceLocation(str(held.file), line, at))
            for at, cell in enumerate(row, 1)
        ]
        for line, row in enumerate(rows, 1)
    ], delimiter


_ERRORS = frozenset(
    ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!")
)
"""What spreadsheets write where a formula fails."""


def _csv_cell(text: str, place: SourceLocation) -> Cell:
    return Cell("", place, fault=text) if text.upper() in _ERRORS else Cell(text, place)


def _sheet(data: bytes, held: Held) -> tuple[list[list[Cell]], str]:
    """Return the cells of a sheet of a workbook; formulas by their stored values."""
    from lxml.etree import XMLSyntaxError
    from python_calamine import CalamineError, CalamineWorkbook

    from briefbook.archives import BROKEN

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(entry.file_size for entry in package.infolist()) > MAX_UNPACKED_BYTES:
                raise _one(
                    held, "a workbook that unpacks to more than 50 MB", "save its sheet as CSV"
                )
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        name = str(held.sheet) or book.sheet_names[0]
        if name not in book.sheet_names:
            raise _one(held, f"no sheet “{name}”", f"it has: {', '.join(book.sheet_names)}")
        values = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        marks = marks_of(data, name)
    except (CalamineError, IndexError, XMLSyntaxError, *BROKEN) as error:
        raise _one(
            held, f"not a workbook that can be read: {error}", "save it again as XLSX or CSV"
        ) from None
    if marks is None:
        raise _one(held, "a workbook, and not an XLSX", "save it as XLSX or CSV")
    return [
        [
            _sheet_cell(
                value,
                SourceLocation(f"{held.file}, {name}!{_letters(at)}{line}"),
                marks.get((line - 1, at), _UNMARKED),
            )
            for at, value in enumerate(row)
        ]
        for line, row in enumerate(values, 1)
    ], ""


_UNMARKED = Mark(CellFormat())


def _sheet_cell(value: object, place: SourceLocation, mark: Mark) -> Cell:
    if mark.fault or (isinstance(value, str) and value.strip().upper() in _ERRORS):
        return Cell("", place, fault=mark.fault or str(value).strip())
    shown = mark.format.shown
    match value:
        case bool():
            return Cell(str(value), place)
        case int() | float() if shown is Shown.PERCENT:
            number = _exact(value) * 100
            return Cell(f"{_plain(number)}%", place, number, is_percent=True)
        case int() | float():
            number = _exact(value)
            shown_as = mark.format
            return Cell(
                _plain(number), place, number, thousands=shown_as.thousands, money=shown_as.money
            )
        case dt.date():
            length = {Shown.MONTH: len("2015-03"), Shown.YEAR: len("2015")}.get(
                shown, len("2015-03-01")
            )
            return Cell(value.isoformat()[:length], place)
        case _:
            return Cell(str(value).strip(), place)


def _exact(value: float) -> Decimal:
    """Return a workbook's number as its spreadsheet has it: 0.3, not 0.30000000000000004."""
    whole = isinstance(value, int) or (value.is_integer() and abs(value) < 10**_EXACT_DIGITS)
    return Decimal(int(value)) if whole else Decimal(f"{value:.{_EXACT_DIGITS}g}")


def _plain(number: Decimal) -> str:
    """Return a number in digits without zeros that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _letters(at: int) -> str:
    """Return the letters of a spreadsheet's column: A for 0, AA for 26."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
