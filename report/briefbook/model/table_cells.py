"""Cells of a table with their places: CSV in any dialect that spreadsheets write, and sheets of XLSX."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from functools import lru_cache
from typing import Protocol

from briefbook.errors import Problem, Problems, SourceLocation
from briefbook.frozen import dataclass

UNSTORED = "formula"
"""The fault of a formula whose value a workbook does not hold."""


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
    if not data.startswith(b"PK"):
        return _csv(data, str(held.file), held.header)
    from briefbook.model.workbook_cells import sheet_cells

    return sheet_cells(data, held), ""


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


def file_problem(held: Held, message: str, hint: str = "") -> Problems:
    """Return what is to be raised of a file as a whole."""
    return Problems((Problem(SourceLocation(str(held.file)), message, hint, "series-file"),))


@lru_cache(maxsize=1)
def _csv(data: bytes, file: str, header: int) -> tuple[list[list[Cell]], str]:
    """Return the cells of a CSV and its delimiter: that of , ; tab which the header has most.

    Series of one file stand beside one another: it is taken apart once.
    """
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        place, hint = SourceLocation(file, line), "save it as “CSV UTF-8”, or as XLSX"
        raise Problems((Problem(place, "not UTF-8 text", hint, "series-file"),)) from None
    lines = text.splitlines()
    head = lines[min(header, len(lines)) - 1] if lines else ""
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows, line = [], 1
    try:
        for row in reader:
            places = (SourceLocation(file, line, at) for at in range(1, len(row) + 1))
            rows.append(
                [_csv_cell(cell.strip(), place) for cell, place in zip(row, places, strict=True)]
            )
            line = reader.line_num + 1  # a cell in quotation marks may have several
    except csv.Error as error:
        message, hint = f"not a CSV: {error}", "save it again from the spreadsheet"
        raise Problems((Problem(SourceLocation(file), message, hint, "series-file"),)) from None
    return rows, delimiter


ERRORS = frozenset(
    ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!")
)
"""What spreadsheets write where a formula fails."""


def _csv_cell(text: str, place: SourceLocation) -> Cell:
    return Cell("", place, fault=text) if text.upper() in ERRORS else Cell(text, place)
