"""What a statement beside a chart is worked out from and the chart does not draw: it stands with its figures.

State and Defense are drawn and 52 percent is told of them: whoever works that out anew needs the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.exhibits.data import GAP, DataTable
from briefbook.exhibits.series_charts import common_places
from briefbook.frozen import replace
from briefbook.model import Briefing, Exhibit, Series
from briefbook_figures.spec import Chart
from briefbook_figures.spec_series import SeriesChart

_ID = re.compile(r"[\w-]+")


def with_wholes(briefing: Briefing, exhibit: Exhibit, chart: Chart, table: DataTable) -> DataTable:
    """Return the figures of a chart of several series with those that the claim beside it needs besides.

    Only series of the same unit, basis and places stand in the same table.
    """
    if isinstance(chart, SeriesChart) and not any(part.of for part in exhibit.plotted):
        for at, series in enumerate(_missing(briefing, exhibit), 1 + len(chart.series)):
            table = _widened(table, at, series, _name(briefing, exhibit, series))
    return table


def _drawn(briefing: Briefing, exhibit: Exhibit) -> list[Series]:
    ids = {id_ for part in exhibit.plotted for id_ in part.ids}
    return [series for series in briefing.series if str(series.id) in ids]


def _missing(briefing: Briefing, exhibit: Exhibit) -> Iterator[Series]:
    """Yield the series of a claim's formulas that its exhibit does not draw but could."""
    drawn = _drawn(briefing, exhibit)
    claims = [claim for claim in briefing.claims if str(claim.id) == str(exhibit.panel)]
    formulas = [entry for claim in claims for entry in (*claim.computed, *exhibit.computed)]
    names = {id_ for entry in formulas for id_ in _ID.findall(str(entry.formula))}
    places = set(common_places(drawn).places.labels)
    for series in briefing.series:
        is_asked = str(series.id) in names and series not in drawn
        is_like = (series.unit, series.basis) == (drawn[0].unit, drawn[0].basis)
        if is_asked and is_like and places <= set(common_places([series]).places.labels):
            yield series


def _name(briefing: Briefing, exhibit: Exhibit, series: Series) -> str:
    """Return what a column is called: of titles that begin alike, what sets this one apart."""
    head, _, tail = str(series.title).rpartition(", ")
    alike = all(str(one.title).startswith(f"{head}, ") for one in _drawn(briefing, exhibit))
    name = tail if head and alike else str(series.title)
    return name[:1].upper() + name[1:]


def _widened(table: DataTable, at: int, series: Series, name: str) -> DataTable:
    """Return a table with the figures of one more series in a column of that number.

    The file of exact figures stays that of the chart, which the deck's sheet is held against.
    """
    placed = common_places([series])
    values = dict(zip(placed.places.labels, placed.values, strict=True))
    told = {
        label: GAP if value is None or table.format is None else table.format.number(value)
        for label, value in values.items()
    }
    return replace(
        table,
        header=_put(table.header, at, name),
        rows=tuple(_put(row, at, told[row[0]]) for row in table.rows),
    )


def _put(row: tuple[str, ...], at: int, cell: str) -> tuple[str, ...]:
    return (*row[:at], cell, *row[at:])
