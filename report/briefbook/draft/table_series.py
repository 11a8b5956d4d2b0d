"""Figures of a source's tables as CSV files that a chart can be made from: proposed, never drawn by a rule.

A table with years or names beside plain numbers is a series, or several. What it counts, in which unit
and prices, its cells seldom say: so the file lies in the seed folder with the paragraph of each row, and a
comment before the table has the lines that make a chart of it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.draft.corpus import Material
from briefbook.draft.found_tables import YEAR, SourceTable, tables_in
from briefbook.draft.parts import Remarks

_NUMBER = re.compile(r"[-–−]?[$€£]?\s?\d[\d,]*(?:\.\d+)?\s?%?")
_NONE = re.compile(r"[:.–—-]{1,3}|n/?a|\.\.", re.IGNORECASE)
"""What stands in a cell that has no figure."""
_LEAST, _MOST, _TABLES = 3, 60, 5
"""Rows of a series, and tables of a source that files are made of."""
_PARAGRAPH = "paragraph"


@dataclass(frozen=True)
class TableSeries:
    """The file of a table."""

    file: str
    table: SourceTable
    columns: tuple[str, ...]
    """The names of its columns of figures."""
    rows: tuple[tuple[str, ...], ...]
    """Label, figures, and the paragraph or paragraphs that they stand in."""

    def data(self) -> bytes:
        """Return the file."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("label", *self.columns, _PARAGRAPH))
        writer.writerows(self.rows)
        return out.getvalue().encode()

    def told(self) -> str:
        """Return the comment that proposes it."""
        count = f"{len(self.columns)} column{'s' if len(self.columns) > 1 else ''}"
        return (
            f"a chart instead? its figures stand in {self.file} ({len(self.rows)} rows, {count}, each row with its "
            "paragraph). Say under `series:` what they count, such as NAME: {file: "
            f"{self.file}, column: {self.columns[0]}, title: …, unit: …, publisher: …, edition: …}}, and give the "
            "exhibit `columns: {series: NAME}` in place of its table"
        )


def series_of(material: Material) -> tuple[TableSeries, ...]:
    """Return the files of the tables that hold plain numbers by year or by name."""
    found = (_series(table) for text in material.texts for table in tables_in(text))
    return tuple(_numbered(found))[:_TABLES]


def _numbered(found: Iterator[TableSeries | None]) -> Iterator[TableSeries]:
    number = 0
    for series in found:
        if series is not None:
            number += 1
            yield TableSeries(f"table-{number}.csv", series.table, series.columns, series.rows)


def _series(table: SourceTable) -> TableSeries | None:
    heads = table.header[1:]
    if not heads or len(set(heads)) < len(heads) or len(table.rows) > _MOST:
        return None
    places = [str(row.span.number) for row in table.rows]
    names = [row.cells[0] for row in table.rows]
    body = [[_plain(cell) for cell in row.cells[1:]] for row in table.rows]
    if all(YEAR.fullmatch(head) for head in heads):  # years stand above: each row is a series
        kept = [n for n, cells in enumerate(body) if _is_whole(cells)]
        where = (
            f"{places[kept[0]]}–{places[kept[-1]]}"
            if len(kept) > 1
            else "".join(places[n] for n in kept)
        )
        rows = [(year, *(body[n][at] for n in kept), where) for at, year in enumerate(heads)]
        columns = tuple(names[n] for n in kept)
    else:
        kept = [at for at in range(len(heads)) if _is_whole([cells[at] for cells in body])]
        rows = [
            (name, *(cells[at] for at in kept), place)
            for name, cells, place in zip(names, body, places, strict=True)
        ]
        columns = tuple(heads[at] for at in kept)
    is_clear = columns and len(set(columns)) == len(columns) and len(set(names)) == len(names)
    return (
        TableSeries("", table, columns, tuple(rows)) if is_clear and len(rows) >= _LEAST else None
    )


def _plain(cell: str) -> str:
    """Return a cell's number without its signs of unit and thousands; empty for none, a question mark for words."""
    if _NONE.fullmatch(cell):
        return ""
    if not _NUMBER.fullmatch(cell):
        return "?"
    return re.sub(r"[\s,$€£%]", "", cell).replace("–", "-").replace("−", "-")


def _is_whole(cells: list[str]) -> bool:
    return "?" not in cells and sum(map(bool, cells)) >= _LEAST


def propose_series(material: Material, remarks: Remarks) -> None:
    """Say before each source which of its tables a chart can be made from."""
    for series in series_of(material):
        remarks.review("sources", series.table.source, series.told())
