"""Each point that a chart draws is a figure of the briefing, exactly.

An amount, a dated event, a value of a series, or what is worked out from such values. The values
are worked out here once more, from the model: what a chart should draw is not asked of the room
that made it. A chart whose unit or scale is not that of its series shows none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from briefbook.frozen import dataclass, replace
from briefbook.model import (
    Briefing,
    Exhibit,
    LineForm,
    PartForm,
    PeriodForm,
    Plotted,
    Series,
    SeriesPoint,
    ShareForm,
)
from briefbook.values.dates import Date, Precision
from briefbook.values.day import year_name
from briefbook.values.formatting import unit_mark, unit_name, unit_sign
from briefbook.values.units import PERCENT, Unit, UnitType
from briefbook_figures.spec import (
    AmountChart,
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


@dataclass(frozen=True)
class DrawnPoint:
    """A point of a chart, and the id of the amount, event or series that it shows; empty for none."""

    label: str
    owner: str


def drawn_points(briefing: Briefing, exhibit: Exhibit, chart: Chart) -> Iterator[DrawnPoint]:
    """Yield every point that an exhibit's chart draws."""
    series = {str(entry.id): entry for entry in briefing.series}
    match chart:
        case AmountChart():
            yield from _amounts(briefing, chart)
        case TimelineChart():
            yield from _moments(briefing, chart)
        case MapChart():
            yield from _places(exhibit, chart)
        case ColumnChart():
            id_ = str(exhibit.columns.series) if exhibit.columns else ""
            yield from _columns(chart, series.get(id_))
        case LineChart():
            yield from _line(chart, exhibit.line, series)
        case ShareChart():
            yield from _shares(chart, exhibit.shares, series)
        case SeriesChart():
            yield from _several(chart, exhibit, series)
        case RowChart():
            yield from _several(chart.data, exhibit, series)
            yield from _row_marks(chart, exhibit, series)


def _amounts(briefing: Briefing, chart: AmountChart) -> Iterator[DrawnPoint]:
    known = {
        (str(amount.what), amount.value.number, amount.value.to, amount.value.unit): str(amount.id)
        for amount in briefing.amounts
    }
    for row in chart.rows:
        unit = row.measurement.unit
        is_right = _is_in(row.measurement, unit, noun=True)
        owner = known.get((row.label, row.value, row.to, unit), "") if is_right else ""
        yield DrawnPoint(f"{row.label}: {row.text}", owner)


def _moments(briefing: Briefing, chart: TimelineChart) -> Iterator[DrawnPoint]:
    known = {
        (str(event.kind), event.date.first.year, str(event.label or event.title)): str(event.id)
        for event in briefing.events
    }
    for moment in chart.moments:
        year = int(moment.start)
        label = f"{year}, {moment.label or moment.lane}"
        yield DrawnPoint(label, known.get((moment.lane, year, moment.label), ""))


def _places(exhibit: Exhibit, chart: MapChart) -> Iterator[DrawnPoint]:
    """Yield the countries that a map sets apart, its places and its capitals."""
    from briefbook_figures.countries import capitals

    form = exhibit.map
    codes = (str(form.focus), *map(str, form.against)) if form else ()
    places = form.places if form else ()
    known = {(str(p.name), str(p.note), *map(float, p.at)) for p in places}
    known |= {
        (city.name, "", city.latitude, city.longitude)
        for code, city in capitals().items()
        if code in codes
    }
    shown = (chart.focus, *chart.against)
    yield DrawnPoint(", ".join(shown), str(exhibit.id) if shown == codes else "")
    for place in (*chart.places, *chart.capitals):
        is_known = (place.name, place.note, place.latitude, place.longitude) in known
        label = f"{place.name} at {place.latitude:g}, {place.longitude:g}"
        yield DrawnPoint(label, str(exhibit.id) if is_known else "")


def _columns(chart: ColumnChart, series: Series | None) -> Iterator[DrawnPoint]:
    known = _by_label(series.points) if series else {}
    owner = series.id if series and _is_in(chart.measurement, series.unit.unit) else ""
    for label, column in zip(chart.places.labels, chart.columns, strict=True):
        yield from _drawn(f"{label}: {column.value}", column.value, known.get(label), owner)
    for mean in chart.means:
        labels = chart.places.labels[mean.first : mean.last + 1]
        expected = _mean([known.get(label) for label in labels])
        yield from _drawn(f"mean {mean.label}: {mean.value}", mean.value, expected, owner)


def _mean(values: list[Decimal | None]) -> Decimal | None:
    """Return the mean of some values, which is none where one of them is missing."""
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) / len(known) if known and len(known) == len(values) else None


def _line(
    chart: LineChart, form: LineForm | None, series: Mapping[str, Series]
) -> Iterator[DrawnPoint]:
    own = series.get(str(form.series)) if form else None
    whole = series.get(str(form.of)) if form and form.of else None
    known = _by_label(own.points) if own else {}
    unit = own.unit.unit if own else PERCENT
    if whole:
        per = _by_label(whole.points)
        known = {
            label: 100 * value / of
            for label, value in known.items()
            if value is not None and (of := per.get(label))
        }
        unit = PERCENT
    owner = own.id if own and _is_in(chart.measurement, unit) else ""
    for label, point in zip(chart.places.labels, chart.points, strict=True):
        yield from _drawn(f"{label}: {point.value}", point.value, known.get(label), owner)


def _several(
    chart: SeriesChart, exhibit: Exhibit, series: Mapping[str, Series]
) -> Iterator[DrawnPoint]:
    """Yield each value of each series, and the means and totals that are said of them."""
    for one, part in zip(chart.series, exhibit.plotted, strict=True):
        own = series.get(str(part.series))
        known = _plotted(part, series)
        unit = PERCENT if part.of or own is None else own.unit.unit
        owner = own.id if own and one.name == part.label and _is_in(chart.measurement, unit) else ""
        for label, value in zip(chart.places.labels, one.values, strict=True):
            yield from _drawn(f"{one.name}, {label}: {value}", value, known.get(label), owner)
        for stretch in chart.means:
            labels = chart.places.labels[stretch.first : stretch.last + 1]
            mean = _mean([known.get(label) for label in labels])
            drawn = chart.mean(one, stretch)
            yield from _drawn(f"{one.name}, mean {stretch.label}: {drawn}", drawn, mean, owner)
    for place in chart.totals:
        label, drawn = chart.places.labels[place], chart.total(place)
        parts = [_plotted(part, series).get(label) for part in exhibit.plotted]
        known_parts = [value for value in parts if value is not None]
        total = sum(known_parts, Decimal(0)) if len(known_parts) == len(parts) else None
        yield from _drawn(f"total {label}: {drawn}", drawn, total, str(exhibit.plotted[0].series))


def _row_marks(
    chart: RowChart, exhibit: Exhibit, series: Mapping[str, Series]
) -> Iterator[DrawnPoint]:
    """Yield the ends of each mark of a plugin's form, worked out anew from the figures that they name."""
    known = {str(part.label): _plotted(part, series) for part in exhibit.plotted}
    own = series.get(str(exhibit.plotted[0].series))
    owner = own.id if own and _is_in(chart.measurement, own.unit.unit) else ""
    for row in chart.rows:
        for datum in (datum for mark in row.marks for datum in (mark.start, mark.end)):
            parts = [(known.get(name, {}).get(at), times) for name, at, times in datum.terms]
            values = [value * times for value, times in parts if value is not None]
            total = sum(values, Decimal(0)) if len(values) == len(parts) else None
            yield from _drawn(f"{row.label}: {datum.value}", datum.value, total, owner)


def _plotted(part: Plotted, series: Mapping[str, Series]) -> dict[str, Decimal | None]:
    """Return what a part plots by the labels of its places: its own values, less others, or as shares."""
    own, *others = [_by_label(series[id_].points) if id_ in series else {} for id_ in part.ids]
    if not others:
        return own
    (other,) = others
    found: dict[str, Decimal | None] = {}
    for label, value in own.items():
        per = other.get(label)
        if value is not None and per is not None and (per or not part.of):
            found[label] = 100 * value / per if part.of else value - per
    return found


def _shares(
    chart: ShareChart, form: ShareForm | None, series: Mapping[str, Series]
) -> Iterator[DrawnPoint]:
    periods = {str(period.label): period for period in form.periods} if form else {}
    parts = form.parts if form else ()
    # What is not drawn by its own name is in the rest.
    rest = [part for part in parts if str(part.label) not in chart.parts]
    for row in chart.rows:
        period = periods.get(row.label)
        for name, value in zip(chart.parts, row.values, strict=True):
            drawn = [part for part in parts if str(part.label) == name]
            drawn = drawn or (rest if form and name == form.rest else [])
            owners = [series[str(part.series)] for part in drawn]
            is_right = all(_is_in(chart.measurement, o.unit.unit, noun=True) for o in owners)
            sums = [_part_sum(part, series, period) for part in drawn] if period else []
            expected = sum(sums, Decimal(0)) if sums else None
            owner = owners[0].id if owners and is_right else ""
            yield from _drawn(f"{row.label}, {name}: {value}", value, expected, owner)


def _part_sum(part: PartForm, series: Mapping[str, Series], period: PeriodForm) -> Decimal:
    """Return what a part sums to; of one less another, over the dates that both have."""
    values = _plotted(part.plotted, series)
    inside = (p for p in series[str(part.series)].points if values.get(_label(p)) is not None)
    return _sum([replace(p, value=values[_label(p)]) for p in inside], period)


def _drawn(
    label: str, value: Decimal | None, expected: Decimal | None, owner: str
) -> Iterator[DrawnPoint]:
    """Yield a point, owned if it is the expected value; a gap is a point only where one is expected."""
    if value is not None or expected is not None:
        yield DrawnPoint(label, owner if value == expected else "")


def _by_label(points: Sequence[SeriesPoint]) -> dict[str, Decimal | None]:
    return {_label(point): point.value for point in points}


def _label(point: SeriesPoint) -> str:
    """Return a point's date as axes have it: quarters are short there."""
    at = point.at
    if isinstance(at, Date) and at.precision is Precision.MONTHS and at.part.endswith("quarter of"):
        return f"Q{(at.first.month + 2) // 3} {year_name(at.first.year)}"
    return point.label


def _sum(points: Sequence[SeriesPoint], period: PeriodForm) -> Decimal:
    inside = (
        point.value
        for point in points
        if isinstance(point.at, Date)
        and point.value is not None
        and period.first <= point.at.first.year
        and point.at.last.year <= period.last
    )
    return sum(inside, Decimal(0))


def _is_in(measurement: Measurement, unit: Unit, *, noun: bool = False) -> bool:
    """Tell whether a chart's labels have the sign, mark and scale of a unit, and no other."""
    format_ = measurement.format
    mark = unit_mark(unit, format_.factor)
    if noun and unit.type is UnitType.COUNT:
        mark = f"{mark} {unit_name(unit)}"
    return (measurement.unit, format_.prefix, format_.suffix) == (unit, unit_sign(unit), mark)
