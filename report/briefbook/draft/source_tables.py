"""Tables of a source listed one by one, and offered as exhibits row by row, each cell with its own row as passage."""

from __future__ import annotations

import re
from dataclasses import replace

from briefbook.draft.corpus import Material
from briefbook.draft.figures import Figures, row_key
from briefbook.draft.found_tables import CAPTION, SourceTable, tables_in
from briefbook.draft.lexicon import OwnTitle
from briefbook.draft.parts import Names, Remarks
from briefbook.draft.quotes import Quoter
from briefbook.draft.trim import clipped
from briefbook.model import Cell, Exhibit, ExhibitPart, Section, TableForm, TableRow

_LEAST_ROWS = 2
_MOST_ROWS, _MOST_COLUMNS, _MOST_TABLES = 12, 6, 2
_ON_SLIDE = 8
_LABEL = re.compile(
    r"(?:table|figure|chart|exhibit|box)\s[\dA-Z.]{1,5}\s?[.:–—-]?\s+", re.IGNORECASE
)
_DATED = re.compile(
    r"(?:,|:|\s[–—-]|\s\(|\sfor|\sin|\sfrom|\sbetween|\sas of|\sas at)\s?[^,:]*\d.*$"
)
"""The number in front of a caption, and the dates behind it: no passage beside the table bears them."""
_NAME, _CELL = 80, 90


def list_tables(material: Material, remarks: Remarks) -> None:
    """Name every table before its source, drawn or not."""
    for text in material.texts:
        for table in tables_in(text):
            remarks.head("sources", table.source, table.told())


def source_table_figures(
    material: Material, quoter: Quoter, names: Names, remarks: Remarks, unfit: frozenset[str]
) -> Figures:
    """Return the tables that hold figures as exhibits, in one section."""
    found = [table for text in material.texts for table in tables_in(text)]
    # Columns that nothing names say nothing, but where there is one beside the names.
    told = [t for t in found if t.figures >= 0.5 and (t.header or t.columns == 2) and t.is_named]  # noqa: PLR2004  half
    fitting = sorted(told, key=lambda t: -t.figures * len(t.rows))
    exhibits = []
    for table in found:
        if table in fitting[:_MOST_TABLES]:
            exhibit = _exhibit(table, quoter, names, remarks, unfit)
            exhibits += [exhibit] if exhibit else []
    if not exhibits:
        return Figures()
    section = Section(
        id=names.reserve("source-tables"),
        title=OwnTitle.TABLES,
        body=tuple(ExhibitPart(str(exhibit.id)) for exhibit in exhibits),
    )
    return Figures(exhibits=tuple(exhibits), sections=(section,))


def _exhibit(
    table: SourceTable, quoter: Quoter, names: Names, remarks: Remarks, unfit: frozenset[str]
) -> Exhibit | None:
    shown = range(max(1, table.columns - _MOST_COLUMNS + 1), table.columns)
    rows: list[TableRow] = []
    for row in table.rows:
        name = row.cells[0]
        quote = quoter.stretch(table.source, row.span.start, row.span.end)
        is_new = name and len(name) <= _NAME and name not in [str(other.name) for other in rows]
        cells = [row.cells[n] for n in shown]
        fits = (
            quote and len(str(quote.quote).split()) <= _MOST_WORDS and max(map(len, cells)) <= _CELL
        )
        if is_new and fits and quote and row_key(name) not in unfit:
            rows.append(TableRow(name, tuple(Cell(cell, evidence=(quote,)) for cell in cells)))
    id_ = names.reserve("source-table")
    if len(rows) < _LEAST_ROWS or id_ in unfit:
        return None
    rows = _weightiest(rows)
    kept = [_headed(table, rows[0], quoter), *rows[1:]]
    is_whole = len(kept) == len(table.rows) and len(shown) == table.columns - 1 and not table.torn
    first, last = table.rows[0].span.number, table.rows[-1].span.number
    remarks.review(
        "exhibits",
        id_,
        f"the source’s own table, ¶ {first} to {last}: is it an exhibit? say in the takeaway what it shows",
    )
    heads = table.header or ("", *("As stated" for _ in range(1, table.columns)))
    rest = 748 - 230
    return Exhibit(
        id=id_,
        takeaway=_takeaway(table),
        note="" if is_whole else "Some rows or columns of the source’s table are left out.",
        is_on_slides=len(kept) <= _ON_SLIDE,
        table=TableForm(
            (heads[0] or "Item", *(heads[n] for n in shown)),
            (230, *(rest // len(shown) for _ in shown)),
            tuple(kept),
        ),
    )  # fmt: skip


_MOST_WORDS = 40


def _headed(table: SourceTable, row: TableRow, quoter: Quoter) -> TableRow:
    """Return the first row with the header among its passages: it bears the heads of the columns."""
    quotes = [quoter.stretch(table.source, head.start, head.end) for head in table.heads]
    first, *others = row.cells
    evidence = (*first.evidence, *(quote for quote in quotes if quote))
    return replace(row, cells=(replace(first, evidence=evidence), *others))


_TOTAL = re.compile(r"(?:grand |sub)?totals?\b|(?:net|all|overall|gross)\b", re.IGNORECASE)


def _weightiest(rows: list[TableRow]) -> list[TableRow]:
    """Return as many rows as an exhibit holds, in their order: what sums up, then what is largest."""
    if len(rows) <= _MOST_ROWS:
        return rows
    weights = [
        (_TOTAL.match(str(row.name)) is not None, _size(row), -n) for n, row in enumerate(rows)
    ]
    best = sorted(range(len(rows)), key=lambda n: weights[n], reverse=True)[:_MOST_ROWS]
    return [rows[n] for n in sorted(best)]


def _size(row: TableRow) -> float:
    """Return the largest figure of a row, by its digits alone."""
    found = [re.sub(r"[^\d.]", "", str(cell.text)).strip(".") for cell in row.cells]
    return max((float(f) for f in found if f and f.count(".") < 2), default=0.0)  # noqa: PLR2004


def _takeaway(table: SourceTable) -> str:
    """Return the table's caption as its title; no figure in it that nothing would bear."""
    caption = _DATED.sub("", _LABEL.sub("", table.caption))
    if len(caption.split()) > 1 and not re.search(r"\d", caption):
        return f"In the source: {clipped(caption, CAPTION)}"
    corner = table.header[0] if table.header else ""
    if corner and not re.search(r"\d", corner):
        is_name = corner[1:2].isupper()
        return f"In the source: by {corner if is_name else corner[0].lower() + corner[1:]}"
    return "A table of the source"
