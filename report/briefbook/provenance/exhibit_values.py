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
    Chart,
    ColumnChart,
    LineChart,
    Measurement,
    RowChart,
    SeriesChart,
    ShareChart,
    TimelineChart,
)
from briefbook_figures.spec_map import MapChart
from briefbook_figures.spec_parts import Places


def exhibit_values(exhibit: Exhibit, art: ChartData) -> dict[str, Any]:
    """Return the series of a chart, and the format in which the data table prints their values.

    A timeline has events and a map has places: neither has values.
    """
    entry: dict[str, Any] = {"series": list(_shown(exhibit, art.chart))}
    if (form := art.data.format) is not None:
        entry["table"] = {"factor": f"{form.factor:f}", "decimals": form.decimals}
    return entry


def _shown(exhibit: Exhibit, chart: Chart) -> Iterator[dict[str, Any]]:
    """Yield each series that a chart shows, with the ids of those that it is made from."""
    match chart:
        case ColumnChart(measurement=measurement):
            ids: tuple[str, ...] = (str(exhibit.columns.series),) if exhibit.columns else ()
            values = [column.value for column in chart.columns]
            yield _series(chart.series, ids, measurement, _placed(chart.places, values))
        case LineChart(measurement=measurement):
            line = exhibit.line
            ids = tuple(filter(None, (str(line.series), str(line.of)))) if line else ()
            values = [point.value for point in chart.points]
            yield _series(chart.series, ids, measurement, _placed(chart.places, values))
        case ShareChart():
            yield from _shares(exhibit, chart)
        case AmountChart():
            for group in chart.groups:
                if group.rows:
                    yield _series(group.label, (), group.rows[0].measurement, _ends(group.rows))
        case SeriesChart() | RowChart(data=SeriesChart()):
            data = chart.data if isinstance(chart, RowChart) else chart
            for one, part in zip(data.series, exhibit.plotted, strict=True):
                places = _placed(data.places, one.values)
                yield _series(one.name, part.ids, data.measurement, places)
        case TimelineChart() | MapChart():
            pass


def _shares(exhibit: Exhibit, chart: ShareChart) -> Iterator[dict[str, Any]]:
    """Yield the parts of a whole; one that no part is named after is made of all that have no name in it."""
    parts = exhibit.shares.parts if exhibit.shares else ()
    ids_of = {str(part.label): part.plotted.ids for part in parts}
    rest = tuple(id_ for name, ids in ids_of.items() if name not in chart.parts for id_ in ids)
    for n, name in enumerate(chart.parts):
        points = [(row.label, row.values[n] if row.is_known else None) for row in chart.rows]
        yield _series(name, ids_of.get(name, rest), chart.measurement, points)


def _placed(
    places: Places, values: Iterable[Decimal | None]
) -> Iterator[tuple[str, Decimal | None]]:
    return zip(places.labels, values, strict=True)


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
