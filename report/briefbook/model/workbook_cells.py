"""Cells of an XLSX as they are shown: percent, months, thousands left off, money, and which hold an error.

python-calamine gives 0.123 for what Excel shows as 12.3 %, a day for what it shows as Mar 2015, and
an empty text for #DIV/0!; so formats and errors are read from the package itself (ECMA-376, part 1,
18.3.1.4 and 18.8.30).
"""

from __future__ import annotations

import datetime as dt
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import IO, TYPE_CHECKING

from briefbook.errors import SourceLocation
from briefbook.frozen import dataclass, unguarded
from briefbook.model.table_cells import ERRORS, UNSTORED, Cell, Held, file_problem
from briefbook.ooxml import RELATIONS
from briefbook.values.currencies import is_currency

if TYPE_CHECKING:
    from lxml import etree


class Shown(StrEnum):
    """As what a cell shows its number."""

    PLAIN = ""
    PERCENT = "percent"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class CellFormat:
    """What a number format makes of the number of a cell."""

    shown: Shown = Shown.PLAIN
    thousands: int = 0
    """How many times it leaves off three digits: `#,##0,` shows 5000000 as 5,000."""
    money: str = ""
    """The code or sign of the currency that it shows: EUR, $; empty for none."""


@unguarded
@dataclass(frozen=True)
class Mark:
    """What a cell has beside its value."""

    format: CellFormat
    fault: str = ""
    """`#DIV/0!` and its like, or UNSTORED; empty for none."""


MAX_UNPACKED_BYTES = 50 * 1024 * 1024
_EXACT_DIGITS = 15
"""Of a workbook's numbers: more digits than these are the noise of binary fractions."""
_PLAIN = CellFormat()
_BUILT_IN = {9: "0%", 10: "0.00%", 17: "mmm-yy"}
"""Of the formats that workbooks do not write out, those that show another thing than is stored."""
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""What a format shows as it stands; its colours, conditions and languages."""
_MONEY = re.compile(
    r'\[\$([A-Z]{3})[-\]]|"\s*([A-Z]{3})\s*"|([€£¥₹₽]|\$(?!-))(?<!\[\$)|\[\$([€£¥₹₽$])'
)
_CODES = {"€": "EUR", "£": "GBP", "₹": "INR", "₽": "RUB"}
"""Signs of one currency; those of several, $ and ¥, stand for themselves."""
_SCALES = re.compile(r"[0#?](,+)(?![0#?,])")


def parse_format(code: str) -> CellFormat:
    """Return what a number format makes of a number, by its first section.

    parse_format("0.0%")      percent
    parse_format("mmm yyyy")  a month
    parse_format("#,##0,")    thousands left off
    parse_format("[$€-407]")  EUR
    """
    shown = (sign for match in _MONEY.finditer(code) for sign in match.groups() if sign)
    money = next((sign for sign in shown if not sign.isalpha() or is_currency(sign)), "")
    section = _LITERAL.sub("", code).split(";")[0].lower()
    if "%" in section:
        return CellFormat(Shown.PERCENT)
    if re.search(r"[my]", section) and not re.search(r"[dhseg0#?]", section):
        return CellFormat(Shown.MONTH if "m" in section else Shown.YEAR)
    scale = _SCALES.search(section)
    return CellFormat(thousands=len(scale[1]) if scale else 0, money=_CODES.get(money, money))


def marks_of(data: bytes, sheet: str) -> dict[tuple[int, int], Mark] | None:
    """Return the marks of a sheet by row and column, both from 0; None for no XLSX, as ODS and XLSB are.

    Raises what a damaged package raises: `archives.BROKEN`, XMLSyntaxError.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        main = next(
            (path for kind, path, _ in _related(package, "") if kind == "officeDocument"), ""
        )
        if not main.endswith(".xml"):
            return None
        related = _related(package, main)
        styles = next((path for kind, path, _ in related if kind == "styles"), "")
        formats = _formats(package, styles) if styles else []
        ids = [
            value
            for entry in _elements(package, main, "sheet")
            if entry.get("name") == sheet
            for key, value in entry.attrib.items()
            if str(key).endswith("}id")
        ]
        paths = [path for _, path, id_ in related if id_ in ids]
        if not paths:
            raise KeyError(sheet)
        with package.open(paths[0]) as part:
            return dict(_marks(part, formats))


def _elements(package: zipfile.ZipFile, path: str, name: str) -> list[etree._Element]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return list(etree.fromstring(package.read(path), parser).iter(f"{{*}}{name}"))


def _related(package: zipfile.ZipFile, path: str) -> list[tuple[str, str, str]]:
    """Return the kind, path and id of each part that a part names."""
    folder, name = posixpath.split(path)
    lists = posixpath.join(folder, "_rels", f"{name}.rels")
    if lists not in package.namelist():
        return []
    return [
        (
            entry.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, entry.get("Target", ""))).lstrip("/"),
            entry.get("Id", ""),
        )
        for entry in _elements(package, lists, "Relationship")
        if entry.tag == f"{RELATIONS}Relationship"
    ]


def _formats(package: zipfile.ZipFile, path: str) -> list[CellFormat]:
    """Return the number format of each style of cells."""
    codes = dict(_BUILT_IN)
    for entry in _elements(package, path, "numFmt"):
        codes[int(entry.get("numFmtId", "0"))] = entry.get("formatCode", "")
    numbers = [
        int(entry.get("numFmtId", "0"))
        for styles in _elements(package, path, "cellXfs")
        for entry in styles.iter("{*}xf")
    ]
    return [parse_format(codes.get(number, "")) for number in numbers]


def _marks(part: IO[bytes], formats: list[CellFormat]) -> Iterator[tuple[tuple[int, int], Mark]]:
    """Yield the cells of a sheet that have a mark; a place that is not written follows the last."""
    from lxml import etree

    row, column = -1, -1
    events = etree.iterparse(
        part, ("start", "end"), tag=("{*}row", "{*}c"), resolve_entities=False, no_network=True
    )
    for event, element in events:
        if element.tag.endswith("}row"):
            if event == "start":
                row, column = int(element.get("r") or row + 2) - 1, -1
            else:
                element.clear()
            continue
        if event == "start":
            continue
        column = _column(element.get("r", "")) if element.get("r") else column + 1
        style = int(element.get("s") or 0)
        mark = Mark(formats[style] if style < len(formats) else _PLAIN, _fault(element))
        if mark.fault or mark.format != _PLAIN:
            yield (row, column), mark


def _column(place: str) -> int:
    """Return the column of a place from 0: 27 for AB7."""
    number = 0
    for letter in place.rstrip("0123456789"):
        number = number * 26 + ord(letter.upper()) - ord("A") + 1
    return number - 1


def _fault(cell: etree._Element) -> str:
    value = cell.findtext("{*}v") or ""
    if cell.get("t") == "e":
        return value or "#N/A"
    is_empty = not value and cell.get("t") != "str"  # ="" is a text without letters
    return UNSTORED if is_empty and cell.find("{*}f") is not None else ""


# ── Cells ────────────────────────────────────────────────────────────────────────────────────────


def sheet_cells(data: bytes, held: Held) -> list[list[Cell]]:
    """Return the cells of a sheet of a workbook; formulas by their stored values. Raises Problems."""
    from lxml.etree import XMLSyntaxError
    from python_calamine import CalamineError, CalamineWorkbook

    from briefbook.archives import BROKEN

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(entry.file_size for entry in package.infolist()) > MAX_UNPACKED_BYTES:
                raise file_problem(
                    held, "a workbook that unpacks to more than 50 MB", "save its sheet as CSV"
                )
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        name = str(held.sheet) or book.sheet_names[0]
        if name not in book.sheet_names:
            raise file_problem(held, f"no sheet “{name}”", f"it has: {', '.join(book.sheet_names)}")
        values = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        marks = marks_of(data, name)
    except (CalamineError, IndexError, XMLSyntaxError, *BROKEN) as error:
        raise file_problem(
            held, f"not a workbook that can be read: {error}", "save it again as XLSX or CSV"
        ) from None
    if marks is None:
        raise file_problem(held, "a workbook, and not an XLSX", "save it as XLSX or CSV")
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
    ]


_UNMARKED = Mark(CellFormat())


def _sheet_cell(value: object, place: SourceLocation, mark: Mark) -> Cell:
    if mark.fault or (isinstance(value, str) and value.strip().upper() in ERRORS):
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
