"""What each exhibit's chart shows: exact values in whole units, by series, with unit and basis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from briefbook.exhibits import ChartData
from briefbook.model import Exhibit
from briefbook.values.formatting import exact_text
from briefbook_figures.spec import (
    AmountChart,
    AmountRow,
    ColumnChart,
    LineChart,
    Measurement,
    RowChart,
    SeriesChart,
    ShareChart,
    TimelineChart,
)
from briefbook_figures.spec_map import MapChart


def exhibit_values(exhibit: Exhibit, art: ChartData) -> dict[str, Any]:
    """Return the series of a chart, and the format in which the data table prints their values.

    A timeline has events and a map has places: neither has values.
    """
    chart, form = art.chart, art.data.format
    entry: dict[str, Any] = {"series": []}
    match chart:
        case ColumnChart():
            ids: tuple[str, ...] = (str(exhibit.columns.series),) if exhibit.columns else ()
            values = [column.value for column in chart.columns]
            points = zip(chart.places.labels, values, strict=True)
            entry["series"] = [_series(chart.series, ids, chart.measurement, points)]
        case LineChart():
            line = exhibit.line
            ids = tuple(filter(None, (str(line.series), str(line.of)))) if line else ()
            points = zip(chart.places.labels, [point.value for point in chart.points], strict=True)
            entry["series"] = [_series(chart.series, ids, chart.measurement, points)]
        case ShareChart():
            parts = exhibit.shares.parts if exhibit.shares else ()
            ids_of = {str(part.label): part.plotted.ids for part in parts}
            rest = tuple(
                id_ for name, ids in ids_of.items() if name not in chart.parts for id_ in ids
            )
            entry["series"] = [
                _series(
                    name, ids_of.get(name, rest), chart.measurement,
                    [(row.label, row.values[n] if row.is_known else None) for row in chart.rows],
                )
                for n, name in enumerate(chart.parts)
            ]  # fmt: skip
        case AmountChart():
            entry["series"] = [
                _series(group.label, (), group.rows[0].measurement, _ends(group.rows))
                for group in chart.groups
                if group.rows
            ]  # fmt: skip
        case SeriesChart() | RowChart(data=SeriesChart()):
            shown = chart.data if isinstance(chart, RowChart) else chart
            entry["series"] = [
                _series(one.name, part.ids, shown.measurement, zip(shown.places.labels, one.values, strict=True))
                for one, part in zip(shown.series, exhibit.plotted, strict=True)
            ]  # fmt: skip
        case TimelineChart() | MapChart():
            pass
    if form is not None:
        entry["table"] = {"factor": f"{form.factor:f}", "decimals": form.decimals}
    return entry


def _ends(rows: tuple[AmountRow, ...]) -> Iterator[tuple[str, Decimal]]:
    """Yield the value of each amount; of a range both ends."""
    for row in rows:
        yield row.label, row.value
        if row.to is not None:
            yield f"{row.label}, up to", row.to


def _series(
    name: str,
    ids: tuple[str, ...],
    measurement: Measurement,
    points: Iterable[tuple[str, Decimal | None]],
) -> dict[str, Any]:
    return {
        "name": str(name),
        "of": list(ids),
        "unit": str(measurement.unit),
        "basis": str(measurement.basis),
        "points": [[str(at), "" if value is None else exact_text(value)] for at, value in points],
    }
