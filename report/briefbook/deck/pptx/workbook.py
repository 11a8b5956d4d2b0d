"""The data sheet embedded in each chart: a workbook of one sheet, as few parts as Excel needs.

Written by hand because it then holds no clock and no user: the same data, the same bytes.
"""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal

from briefbook.deck.pptx.freeze import pack
from briefbook.deck.pptx.xml import DECLARATION, text
from briefbook.frozen import dataclass
from briefbook.values.formatting import exact_text

Number = float | Decimal
Cell = str | Number | None
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SML = "application/vnd.openxmlformats-officedocument.spreadsheetml"


@dataclass
class Sheet:
    """Rows of a chart's data; a chart refers to ranges of it."""

    rows: list[list[Cell]] = field(default_factory=list)

    def add(self, *cells: Cell) -> int:
        """Append a row and return its number, from 1."""
        self.rows.append(list(cells))
        return len(self.rows)

    @staticmethod
    def range(column: int, first: int, last: int) -> str:
        """Return the reference of a stretch of a column; columns count from 0, rows from 1."""
        letter = column_letters(column)
        return f"Sheet1!${letter}${first}" + (f":${letter}${last}" if last > first else "")

    @property
    def cells(self) -> dict[str, str]:
        """What each cell that is not empty holds, by its name: `B2`."""
        return {
            f"{column_letters(column)}{row}": value
            if isinstance(value, str)
            else number_text(value)
            for row, cells in enumerate(self.rows, 1)
            for column, value in enumerate(cells)
            if value is not None and value != ""
        }

    def blob(self) -> bytes:
        """Return the workbook as XLSX."""
        rows = "".join(
            f'<row r="{number}">{"".join(_cell(c, number, cell) for c, cell in enumerate(row))}</row>'
            for number, row in enumerate(self.rows, 1)
        )
        sheet = f'{DECLARATION}<worksheet xmlns="{_SHEET}"><cols><col min="1" max="1" width="34" customWidth="1"/></cols><sheetData>{rows}</sheetData></worksheet>'
        return pack(
            [
                (name, content.encode())
                for name, content in (*_FIXED.items(), ("xl/worksheets/sheet1.xml", sheet))
            ]
        )


def column_letters(column: int) -> str:
    """Return the name of a column counted from 0: A to Z, then AA."""
    before, letter = divmod(column, 26)
    return (column_letters(before - 1) if before else "") + chr(ord("A") + letter)


def _cell(column: int, row: int, value: Cell) -> str:
    place = f"{column_letters(column)}{row}"
    match value:
        case None:
            return ""
        case str():
            return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text(value)}</t></is></c>'
        case _:
            return f'<c r="{place}"><v>{number_text(value)}</v></c>'


def number_text(value: Number) -> str:
    """Return a number as Office writes it: figures in full, lengths without noise of binary fractions."""
    return exact_text(value) if isinstance(value, Decimal) else f"{value:.10g}"


def _relationships(kind: str, target: str, more: str = "") -> str:
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/>{more}</Relationships>'
    )


_STYLES = (
    f'{DECLARATION}<styleSheet xmlns="{_SHEET}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
)
_FIXED = {
    "[Content_Types].xml": (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SML}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SML}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SML}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": _relationships("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": (
        f'{DECLARATION}<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": _relationships(
        "worksheet",
        "worksheets/sheet1.xml",
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>',
    ),
    "xl/styles.xml": _STYLES,
}
