"""Each point that a chart draws is a figure of the briefing.

An amount, a dated event, a year's value of a series, or what is worked out from such values. The
values are worked out here once more, from the model: what a chart should draw is not asked of the
room that made it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from briefbook.model import Briefing, Exhibit, LineForm, ShareForm
from briefbook_figures.spec import (
    AmountChart,
    Chart,
    ColumnChart,
    LineChart,
    ShareChart,
    TimelineChart,
)

_MILLION = 10**6
_ROUNDED = 0.0501
"""Half of the last place that charts show, and a little for binary fractions."""
_PLACES = 6
"""A dollar, in millions."""
_Values = dict[int, Decimal]


@dataclass(frozen=True)
class DrawnPoint:
    """A point of a chart, and the id of the amount, event or series that it shows; empty for none."""

    label: str
    owner: str


def drawn_points(briefing: Briefing, exhibit: Exhibit, chart: Chart) -> Iterator[DrawnPoint]:
    """Yield every point that an exhibit's chart draws."""
    values = {str(series.id): series.by_year for series in briefing.series}
    match chart:
        case AmountChart():
            yield from _amounts(briefing, chart)
        case TimelineChart():
            yield from _moments(briefing, chart)
        case ColumnChart():
            id_ = str(exhibit.columns.series) if exhibit.columns else ""
            yield from _columns(chart, id_, values.get(id_, {}))
        case LineChart():
            yield from _line(chart, exhibit.line, values)
        case ShareChart():
            yield from _shares(chart, exhibit.shares, values)


def _amounts(briefing: Briefing, chart: AmountChart) -> Iterator[DrawnPoint]:
    known = {
        (str(amount.what), round(float(amount.value.number / _MILLION), _PLACES)): str(amount.id)
        for amount in briefing.amounts
    }
    for group in chart.groups:
        for row in group.rows:
            owner = known.get((row.label, round(row.value, _PLACES)), "")
            yield DrawnPoint(f"{row.label}: {row.text}", owner)


def _moments(briefing: Briefing, chart: TimelineChart) -> Iterator[DrawnPoint]:
    known = {
        (str(event.kind), event.date.first.year, str(event.label)): str(event.id)
        for event in briefing.events
    }
    for moment in chart.moments:
        year = int(moment.start)
        label = f"{year}, {moment.label or moment.lane}"
        yield DrawnPoint(label, known.get((moment.lane, year, moment.label), ""))


def _columns(chart: ColumnChart, id_: str, values: _Values) -> Iterator[DrawnPoint]:
    for column in chart.columns:
        is_shown = column.year in values and _is(values[column.year] / _MILLION, column.value)
        yield DrawnPoint(f"{column.year}: {column.value}", id_ if is_shown else "")
    for mean in chart.means:
        points = [value for year, value in values.items() if mean.first <= year <= mean.last]
        is_shown = bool(points) and _is(sum(points) / len(points) / _MILLION, mean.value)
        yield DrawnPoint(f"mean {mean.years}: {mean.value}", id_ if is_shown else "")


def _line(
    chart: LineChart, form: LineForm | None, values: dict[str, _Values]
) -> Iterator[DrawnPoint]:
    own = values.get(str(form.series), {}) if form else {}
    whole = values.get(str(form.of), {}) if form and form.of else {}
    for point in chart.points:
        if point.value is None:
            continue
        value = own.get(point.year)
        if value is not None:
            per = whole.get(point.year) if whole else None
            value = 100 * value / per if per else value / _MILLION
        is_shown = value is not None and _is(value, point.value)
        owner = str(form.series) if form and is_shown else ""
        yield DrawnPoint(f"{point.year}: {point.value}", owner)


def _shares(
    chart: ShareChart, form: ShareForm | None, values: dict[str, _Values]
) -> Iterator[DrawnPoint]:
    periods = {str(period.label): period for period in form.periods} if form else {}
    parts = form.parts if form else ()
    for row in chart.rows:
        period = periods.get(row.label)
        sums = [
            sum(value for year, value in values.get(str(part.series), {}).items() if period.first <= year <= period.last)
            for part in parts if period
        ]  # fmt: skip
        whole = sum(sums)
        for at, (name, share) in enumerate(zip(chart.parts, row.shares, strict=True)):
            is_shown = bool(whole) and _is(100 * sums[at] / whole, share)
            owner = str(parts[at].series) if is_shown else ""
            yield DrawnPoint(f"{row.label}, {name}: {share}", owner)


def _is(value: Decimal | float, drawn: float) -> bool:
    return abs(float(value) - drawn) <= _ROUNDED
