"""The figures behind a chart: rounded in the appendix's table, exact in the CSV file inside the PDF."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal

from briefbook.evidence.formulas import inputs_of
from briefbook.exhibits.series_charts import common_places
from briefbook.frozen import dataclass, replace
from briefbook.localization import translate
from briefbook.model import Briefing, Exhibit, Series
from briefbook.values.formatting import NumberFormat, choose_format, exact_text
from briefbook_figures.spec import (
    AmountChart,
    Chart,
    ColumnChart,
    Fill,
    LineChart,
    Measurement,
    PlaceKind,
    RowChart,
    SeriesChart,
    ShareChart,
    TimelineChart,
)
from briefbook_figures.spec_map import MapChart

Exact = str | Decimal | None
SHARE_FORMAT = NumberFormat(decimals=1)
"""Percentages of the table; the chart has whole ones."""
_HEADS = {
    PlaceKind.YEAR: "Year",
    PlaceKind.QUARTER: "Quarter",
    PlaceKind.MONTH: "Month",
    PlaceKind.DATE: "Date",
    PlaceKind.NAME: "Category",
}
GAP = "–"
STATUS = {Fill.HATCHED: "partial", Fill.OUTLINE: "asked for"}
"""What the table says of a value that is not that of a whole period."""


@dataclass(frozen=True)
class DataTable:
    """A table as printed, and the same as exact figures in whole units, with their units."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    exact_header: tuple[str, ...]
    exact_rows: tuple[tuple[Exact, ...], ...]
    format: NumberFormat | None = None
    """In which the figures of the first column of values are printed; None if they are not."""
    measure: str = ""
    """What the values of all columns are in; empty where each head says it."""
    places: PlaceKind | None = None
    """What the first column is of, where the second is the one of values."""

    def csv(self) -> bytes:
        """Return the exact figures as CSV in UTF-8 with line feeds; an empty cell is a gap."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(self.exact_header)
        writer.writerows([_cell(value) for value in row] for row in self.exact_rows)
        return out.getvalue().encode()


def _status(fill: Fill) -> str:
    return translate(STATUS[fill]) if fill in STATUS else ""


def _cell(value: Exact) -> str:
    return exact_text(value) if isinstance(value, Decimal) else value or ""


def data_table(chart: Chart) -> DataTable:  # noqa: PLR0911  a case each
    """Return the figures of a chart."""
    match chart:
        case AmountChart():
            return _amounts(chart)
        case ColumnChart():
            status = tuple(_status(c.fill) for c in chart.columns)
            return _by_place(chart, tuple(column.value for column in chart.columns), status)
        case TimelineChart():
            return _timeline(chart)
        case ShareChart():
            return _shares(chart)
        case MapChart():
            return _map(chart)
        case LineChart():
            return _by_place(chart, tuple(point.value for point in chart.points), ())
        case SeriesChart():
            return _several(chart)
        case RowChart():
            return _several(chart.data)


def _amounts(chart: AmountChart) -> DataTable:
    head = tuple(map(translate, ("Group", "Amount", "Kind and period", "Value")))
    has_ranges = any(row.to is not None for row in chart.rows)
    rows = tuple(
        (group.label, row.label, row.detail, row) for group in chart.groups for row in group.rows
    )
    return DataTable(
        head,
        tuple((*words, row.text) for *words, row in rows),
        (*head, translate("Unit"), *((translate("Up to"),) if has_ranges else ())),
        tuple(
            (*words, row.value, row.measurement.whole_name, *((row.to,) if has_ranges else ()))
            for *words, row in rows
        ),
    )


def _by_place(
    chart: ColumnChart | LineChart, values: tuple[Decimal | None, ...], status: tuple[str, ...]
) -> DataTable:
    format_ = _table_format(chart.values, chart.measurement)
    printed = [GAP if value is None else format_.number(value) for value in values]
    labels = chart.places.labels
    more: list[tuple[str, ...]] = [(entry,) for entry in status] or [()] * len(labels)
    extra = (translate("Status"),) if status else ()
    head, name = translate(_HEADS[chart.places.kind]), chart.measurement.name
    measure = name if status else f"{chart.series}, {name}"
    whole = f"{chart.series}, {chart.measurement.whole_name}"
    listed = chart.places.rows
    return DataTable(
        (head, measure[:1].upper() + measure[1:], *extra),
        tuple((labels[n], printed[n], *more[n]) for n in listed),
        (head, whole, *extra),
        tuple((labels[n], values[n], *more[n]) for n in listed),
        format_,
        places=chart.places.kind,
    )


def _several(chart: SeriesChart) -> DataTable:
    """Return a column for each series; a row for each place, with a status where some have one."""
    format_ = _table_format(chart.values, chart.measurement)
    states = [
        {_status(fill) for one in chart.series if (fill := one.fill_at(n)) is not one.fill}
        for n in range(len(chart.places.labels))
    ]
    extra = (translate("Status"),) if any(states) else ()
    more = [(", ".join(sorted(state)),) if extra else () for state in states]
    rows = list(
        zip(
            chart.places.labels,
            zip(*(one.values for one in chart.series), strict=True),
            more,
            strict=True,
        )
    )
    rows = [rows[n] for n in chart.places.rows]
    head, unit = translate(_HEADS[chart.places.kind]), chart.measurement
    return DataTable(
        (head, *(one.name for one in chart.series), *extra),
        tuple(
            (at, *(GAP if v is None else format_.number(v) for v in values), *state)
            for at, values, state in rows
        ),
        (head, *(f"{one.name}, {unit.whole_name}" for one in chart.series), *extra),
        tuple((at, *values, *state) for at, values, state in rows),
        format_,
        unit.name[:1].upper() + unit.name[1:],
    )


def _table_format(values: tuple[Decimal, ...], measurement: Measurement) -> NumberFormat:
    """Return the chart's scale, with the decimals that tell all of its values apart."""
    chosen = choose_format(values, measurement.unit)
    decimals = max(chosen.decimals, measurement.format.decimals)
    return NumberFormat(measurement.format.factor, decimals)


def _shares(chart: ShareChart) -> DataTable:
    unit = chart.measurement.whole_name
    return DataTable(
        (
            translate("Period"), translate("Total"),
            *(f"{part}, {translate('percent')}" for part in chart.parts),
        ),
        tuple(
            (
                row.label,
                chart.total_text(row),
                *(map(SHARE_FORMAT.number, row.shares) if row.total else [GAP] * len(chart.parts)),
            )
            for row in chart.rows
        ),
        (
            translate("Period"), *(f"{part}, {unit}" for part in chart.parts),
            f"{translate('Total')}, {unit}",
        ),
        tuple(
            (row.label, *(row.values if row.is_known else [None] * len(chart.parts)),
             row.total if row.is_known else None)
            for row in chart.rows
        ),
    )  # fmt: skip


def _timeline(chart: TimelineChart) -> DataTable:
    labels = {lane.id: lane.label for lane in chart.lanes}
    header = tuple(map(translate, ("Lane", "From", "To", "Event")))
    rows = tuple((labels[m.lane], f"{m.start:.2f}", f"{m.end:.2f}", m.label) for m in chart.moments)
    exact = tuple(
        (labels[m.lane], Decimal(str(m.start)), Decimal(str(m.end)), m.label) for m in chart.moments
    )
    return DataTable(header, rows, header, exact)


def _map(chart: MapChart) -> DataTable:
    header = tuple(map(translate, ("Place", "Latitude", "Longitude", "Note")))
    rows = tuple((p.name, f"{p.latitude:g}", f"{p.longitude:g}", p.note) for p in chart.places)
    exact = tuple(
        (p.name, Decimal(str(p.latitude)), Decimal(str(p.longitude)), p.note) for p in chart.places
    )
    return DataTable(header, rows, header, exact)


# ── Beside the chart ─────────────────────────────────────────────────────────────────────────────
# State and Defense are drawn, and 52 percent is told of them: whoever works that out anew needs the total.


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
    names = {id_ for entry in formulas for id_ in inputs_of(str(entry.formula))}
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
