"""Native tables: own style, header row, hairlines, no merged cells."""

from __future__ import annotations

from briefbook.deck.layouts import Slot
from briefbook.deck.plan import Column, Table
from briefbook.deck.pptx.runs import Scribe
from briefbook.deck.pptx.theme import TABLE_STYLE
from briefbook.deck.pptx.xml import emu, fill
from briefbook.deck.runs import TextRun, cell_pieces, head_pieces
from briefbook.frozen import dataclass
from briefbook.theme.deck import (
    BAND_GAP_PT,
    CELL_BELOW_PT,
    CELL_SIDE_PT,
    HEAD_GAP_PT,
    Ink,
    ascent,
    squeeze,
)

URI = "http://schemas.openxmlformats.org/drawingml/2006/table"


@dataclass(frozen=True)
class _Margins:
    """Space around the text of a row's cells."""

    above: float
    below: float
    anchor: str
    base: float = 0.0
    """Where the first line's base stands below the upper margin; 0: wherever it falls."""
    sides: str = ""
    """White lines above and below, and the row's tint."""


def table_xml(table: Table, slot: Slot, scribe: Scribe) -> str:
    """Return the table element of a settled table."""
    columns = table.columns
    grid = "".join(f'<a:gridCol w="{emu(column.width_pt)}"/>' for column in columns)
    head = tuple(head_pieces(column, is_dense=slot.is_dense) for column in columns)
    rows = [_row(head, columns, table.row_heights_pt[0], _Margins(0, HEAD_GAP_PT, "b"), scribe)]
    # Cells of a row stand on one base line, whatever their face and size.
    padding = table.padding_pt
    base = ascent(is_display=False) * table.size_pt
    for n, (row, height) in enumerate(zip(table.rows, table.row_heights_pt[1:], strict=True)):
        band = "" if slot.is_dense else _band(is_first=not n)
        margins = _Margins(padding, min(padding, CELL_BELOW_PT), "t", base, band)
        cells = tuple(
            cell_pieces(cell, column, table.size_pt)
            for cell, column in zip(row, columns, strict=True)
        )
        rows.append(_row(cells, columns, height, margins, scribe))
    return (
        f'<a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{grid}</a:tblGrid>{''.join(rows)}</a:tbl>"
    )


def _row(
    cells: tuple[tuple[TextRun, ...], ...],
    columns: tuple[Column, ...],
    height: float,
    margins: _Margins,
    scribe: Scribe,
) -> str:
    inner = "".join(
        _cell(pieces, column, margins, scribe)
        for pieces, column in zip(cells, columns, strict=True)
    )
    return f'<a:tr h="{emu(height)}">{inner}</a:tr>'


def _band(*, is_first: bool) -> str:
    """Return a row's tint and the white between it and its neighbours, in the schema's order."""
    above, below = (
        f'<a:{side} w="{emu(BAND_GAP_PT)}">{fill(Ink.WHITE)}</a:{side}>' for side in ("lnT", "lnB")
    )
    return f"{'' if is_first else above}{below}{fill(Ink.TINT)}"


def _cell(pieces: tuple[TextRun, ...], column: Column, margins: _Margins, scribe: Scribe) -> str:
    above = margins.above
    if margins.base and pieces:
        first = max(piece.size_pt * piece.leading for piece in pieces)
        above += max(0.0, margins.base - ascent(is_display=pieces[0].is_display) * first)
    runs = "".join(scribe.run(piece) for piece in pieces)
    align = ' algn="r"' if column.align == "right" else ""
    leading = pieces[0].leading if pieces else 1.0
    spacing = f'<a:lnSpc><a:spcPct val="{round(leading * squeeze(is_display=False) * 100000)}"/></a:lnSpc>'
    content = runs or f'<a:endParaRPr lang="{scribe.lang}"/>'
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr{align}>{spacing}</a:pPr>{content}</a:p>"
        f'</a:txBody><a:tcPr marL="{emu(CELL_SIDE_PT)}" marR="{emu(CELL_SIDE_PT)}" '
        f'marT="{emu(above)}" marB="{emu(margins.below)}" anchor="{margins.anchor}">'
        f"{margins.sides}</a:tcPr></a:tc>"
    )
