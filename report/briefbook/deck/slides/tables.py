"""Native tables: own style, header row, hairlines, no merged cells."""

from __future__ import annotations

from briefbook.deck.fit_tables import gap_after
from briefbook.deck.layouts import Slot
from briefbook.deck.pieces import Piece, cell_pieces, head_pieces
from briefbook.deck.plan import Column, Table
from briefbook.deck.slides.runs import Linker, run
from briefbook.deck.slides.theme import TABLE_STYLE
from briefbook.deck.slides.xml import emu
from briefbook.theme.deck import HEAD_GAP_PT

URI = "http://schemas.openxmlformats.org/drawingml/2006/table"


def table_xml(table: Table, slot: Slot, lang: str, link: Linker, where: str) -> str:
    """Return the table element of a settled table."""
    columns = table.columns
    grid = "".join(f'<a:gridCol w="{emu(column.width_pt)}"/>' for column in columns)
    head_cells = "".join(
        _cell(head_pieces(column, is_dense=slot.is_dense), column, columns, lang, link, where)
        for column in columns
    )
    rows = [f'<a:tr h="{emu(table.row_heights_pt[0])}">{head_cells}</a:tr>']
    for row, height in zip(table.rows, table.row_heights_pt[1:], strict=True):
        cells = "".join(
            _cell(
                cell_pieces(cell, column, table.size_pt), column, columns, lang, link, where,
                padding_pt=table.padding_pt,
            )
            for cell, column in zip(row, columns, strict=True)
        )  # fmt: skip
        rows.append(f'<a:tr h="{emu(height)}">{cells}</a:tr>')
    return (
        f'<a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{grid}</a:tblGrid>{''.join(rows)}</a:tbl>"
    )


def _cell(
    pieces: tuple[Piece, ...],
    column: Column,
    columns: tuple[Column, ...],
    lang: str,
    link: Linker,
    where: str,
    *,
    padding_pt: float | None = None,
) -> str:
    """Return a cell; without padding it is one of the head's."""
    is_head = padding_pt is None
    above, below = (0.0, HEAD_GAP_PT) if padding_pt is None else (padding_pt, padding_pt)
    runs = "".join(run(piece, lang, link, where) for piece in pieces)
    align = ' algn="r"' if column.align == "right" else ""
    leading = pieces[0].leading if pieces else 1.0
    spacing = f'<a:lnSpc><a:spcPct val="{round(leading * 100000)}"/></a:lnSpc>'
    content = runs or f'<a:endParaRPr lang="{lang}"/>'
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr{align}>{spacing}</a:pPr>{content}</a:p></a:txBody>"
        f'<a:tcPr marL="0" marR="{emu(gap_after(column, columns))}" marT="{emu(above)}" marB="{emu(below)}" '
        f'anchor="{"b" if is_head else "t"}"/></a:tc>'
    )
