"""Tables that a source holds: found by their rows, listed one by one, and offered as exhibits row by row.

A row is one paragraph of the snapshot with its cells between bars. Empty cells are not in it, so a
row that lacks one has no place for the others: it is left out and told, never guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefbook.draft.corpus import Material, Text
from briefbook.draft.figures import Figures, row_key
from briefbook.draft.parts import Names, Remarks
from briefbook.draft.quotes import Quoter
from briefbook.draft.trim import clipped
from briefbook.language.document import Span
from briefbook.model import Cell, Exhibit, ExhibitPart, Section, TableForm, TableRow
from briefbook.sources.reading import CELLS

_LEAST_ROWS = 2
_MOST_ROWS, _MOST_COLUMNS, _MOST_TABLES = 12, 6, 2
_ON_SLIDE = 8
_FEW = 4
"""Rows beyond which names with whole numbers that only rise are a table of contents, called so or not."""
_FIGURE = re.compile(
    r"[~<>≈±]?\s?(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3}\s)?\s?[-–−(]?\d[\d,. ]*(?:\s?(?:%|percent|per cent|bn|mn|m|k|M|B|million|billion))?\)?[a-z*†]?"
)
YEAR = re.compile(r"(?:FY\s?)?(?:1[89]|20)\d\d(?:[–/-]\d{2,4})?")
_NUMBERED = re.compile(
    r"(?:table|figure|chart|exhibit|box)\s[\dA-Z.]{1,5}\s?[.:–—-]?\s+", re.IGNORECASE
)
_DATED = re.compile(
    r"(?:,|:|\s[–—-]|\s\(|\sfor|\sin|\sfrom|\sbetween|\sas of|\sas at)\s?[^,:]*\d.*$"
)
"""The number in front of a caption, and the dates behind it: no passage beside the table bears them."""
_NAME, _CAPTION, _CELL = 80, 90, 90


@dataclass(frozen=True)
class Row:
    """A row: its cells, and where it stands."""

    cells: tuple[str, ...]
    span: Span


@dataclass(frozen=True)
class SourceTable:
    """A table of a source."""

    source: str
    caption: str
    header: tuple[str, ...]
    """Empty where its first row is one like the others."""
    head: Span | None
    """Where the header stands."""
    rows: tuple[Row, ...]
    """Those that have a cell for each column."""
    torn: int
    """Rows that lack a cell, or have one too many."""

    @property
    def columns(self) -> int:
        """How many there are, the names of the rows among them."""
        return len(self.rows[0].cells) if self.rows else 0

    @property
    def figures(self) -> float:
        """The share of cells beside the names that are figures."""
        cells = [cell for row in self.rows for cell in row.cells[1:]]
        return sum(_FIGURE.fullmatch(cell) is not None for cell in cells) / max(1, len(cells))

    def told(self) -> str:
        """Return what to say of it where tables are listed."""
        name = f" “{clipped(self.caption, _CAPTION)}”" if self.caption else ""
        torn = f", {self.torn} more without a cell for each column" if self.torn else ""
        first, last = self.rows[0].span.number, self.rows[-1].span.number
        return (
            f"table{name}, ¶ {first} to {last}: {len(self.rows)} rows, {self.columns} columns{torn}"
        )


def tables_in(text: Text) -> tuple[SourceTable, ...]:
    """Return the tables of a source, in their order."""
    paragraphs = text.document.paragraphs
    words = [text.document.text[p.start : p.end] for p in paragraphs]
    found = []
    for low, high in _runs(words):
        rows = [
            Row(tuple(cell.strip() for cell in words[n].split(CELLS)), paragraphs[n])
            for n in range(low, high)
        ]
        table = _table(text.id, _caption(words, low), rows)
        if table:
            found.append(table)
    return tuple(found)


def _runs(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of paragraphs that are rows."""
    start = -1
    for n, told in enumerate((*words, "")):
        is_row = CELLS in told and "\n" not in told
        if is_row and start < 0:
            start = n
        elif not is_row and start >= 0:
            yield start, n
            start = -1


def _caption(words: Sequence[str], low: int) -> str:
    """Return the line before a table, where it is no sentence."""
    line = " ".join(words[low - 1].split()) if low else ""
    is_line = 0 < len(line) <= 2 * _CAPTION and not re.search(r"[.!?]$", line)
    return line.rstrip(":") if is_line else ""


def _table(source: str, caption: str, rows: list[Row]) -> SourceTable | None:
    if len(rows) <= _LEAST_ROWS:
        return None
    count = Counter(len(row.cells) for row in rows[1:]).most_common(1)[0][0]
    header: tuple[str, ...] = ()
    head, body = None, rows
    if _is_header(rows[0].cells, count):
        header, head, body = rows[0].cells, rows[0].span, rows[1:]
        header = header if len(header) == count else ("", *header)
    whole = tuple(row for row in body if len(row.cells) == count)
    if len(whole) < _LEAST_ROWS or count < 2:  # noqa: PLR2004  one column is a list
        return None
    if count == 2 and not header and _is_contents(caption, whole):  # noqa: PLR2004
        return None
    return SourceTable(source, caption, header, head, whole, len(body) - len(whole))


def _is_contents(caption: str, rows: Sequence[Row]) -> bool:
    """Tell whether rows are a table of contents: a name and a page, which never falls."""
    pages = [int(row.cells[1]) for row in rows if re.fullmatch(r"\d{1,3}", row.cells[1])]
    is_rising = len(pages) == len(rows) and pages == sorted(pages)
    return is_rising and (
        re.fullmatch(r"(?:table of )?contents", caption, re.IGNORECASE) is not None
        or len(rows) > _FEW
    )


def _is_header(cells: tuple[str, ...], count: int) -> bool:
    """Tell whether a first row heads columns: words or years above, with the corner left empty or not."""
    if len(cells) not in (count, count - 1):
        return False
    heads = cells[1:] if len(cells) == count else cells
    return all(YEAR.fullmatch(head) or not _FIGURE.fullmatch(head) for head in heads)


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
    fitting = sorted((t for t in found if t.figures >= 0.5), key=lambda t: -t.figures * len(t.rows))  # noqa: PLR2004  half
    exhibits = []
    for table in found:
        if table in fitting[:_MOST_TABLES]:
            exhibit = _exhibit(table, quoter, names, remarks, unfit)
            exhibits += [exhibit] if exhibit else []
    if not exhibits:
        return Figures()
    section = Section(
        id=names.reserve("source-tables"),
        title="Tables of the source",
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
    kept = [_headed(table, rows[0], quoter), *rows[1:_MOST_ROWS]]
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
    quote = quoter.stretch(table.source, table.head.start, table.head.end) if table.head else None
    if quote is None:
        return row
    first, *others = row.cells
    return replace(row, cells=(replace(first, evidence=(*first.evidence, quote)), *others))


def _takeaway(table: SourceTable) -> str:
    """Return the table's caption as its title; no figure in it that nothing would bear."""
    caption = _DATED.sub("", _NUMBERED.sub("", table.caption))
    if len(caption.split()) > 1 and not re.search(r"\d", caption):
        return f"In the source: {clipped(caption, _CAPTION)}"
    corner = table.header[0] if table.header else ""
    if corner and not re.search(r"\d", corner):
        is_name = corner[1:2].isupper()
        return f"In the source: by {corner if is_name else corner[0].lower() + corner[1:]}"
    return "A table of the source"
