"""Charts in words, made from the chart itself, so that no number can differ from the one drawn.

One to three sentences: what sort of chart, of what in which unit, the extremes, the reservation.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from briefbook.exhibits.maps import map_alt
from briefbook.exhibits.series_words import series_alt
from briefbook.values.day import year_name
from briefbook.values.formatting import choose_format
from briefbook_figures.spec import (
    SHARE_FORMAT,
    AmountChart,
    Chart,
    ColumnChart,
    Fill,
    LineChart,
    PlaceKind,
    Places,
    SeriesChart,
    Shape,
    ShareChart,
    TimelineChart,
)
from briefbook_figures.spec_map import MapChart


def alt_text(chart: Chart, subtitle: str) -> str:  # noqa: PLR0911  a case each
    """Return the alternative text of an exhibit's chart with its subtitle."""
    match chart:
        case AmountChart():
            return _amounts(chart)
        case ColumnChart():
            return _columns(chart, subtitle)
        case TimelineChart():
            return _timeline(chart)
        case ShareChart():
            return _shares(chart)
        case MapChart():
            return map_alt(chart)
        case LineChart():
            return _line(chart)
        case SeriesChart():
            return series_alt(chart, subtitle)


def _amounts(chart: AmountChart) -> str:
    said = []
    for group in chart.groups:
        rows = "; ".join(f"{row.label}, {row.text}, {_lower(row.detail)}" for row in group.rows)
        said.append(f"{group.label}: {rows}." if len(chart.groups) > 1 else f"{rows}.")
    return f"{len(chart.rows)} amounts on cards, not to be added up. " + " ".join(said)


def _lower(detail: str) -> str:
    """Join a row's details into the sentence."""
    text = detail.replace(" · ", ", ")
    return text[:1].lower() + text[1:]


def _columns(chart: ColumnChart, subtitle: str) -> str:
    told = _told(chart.places, [column.value for column in chart.columns])
    label = _teller(chart, told)
    full = [at for at in told if not chart.columns[at[0]].is_open] or told
    text = f"Column chart, {_extent(chart.places)}. "
    text += f"{subtitle}. "
    text += _extremes(full, label)
    text += f", {label(full[-1][2])} in {full[-1][1]}, the last {_full_period(chart.places)}."
    if chart.means:
        means = " and ".join(f"{chart.mean_label(mean)} in {mean.label}" for mean in chart.means)
        text += f" Means marked: {means}."
    for fill, word in ((Fill.HATCHED, "Only partly reported"), (Fill.OUTLINE, "Asked for")):
        some = [f"{at} ({label(v)})" for n, at, v in told if chart.columns[n].fill is fill]
        text += f" {word}: {', '.join(some)}." if some else ""
    return text + _gaps(len(chart.columns) - len(told))


_At = tuple[int, str, Decimal]
"""A place's number and label, and the value there."""


def _told(places: Places, values: list[Decimal | None]) -> list[_At]:
    return [
        (n, label, value)
        for n, (label, value) in enumerate(zip(places.labels, values, strict=True))
        if value is not None
    ]


def _teller(chart: ColumnChart | LineChart, told: list[_At]) -> Callable[[Decimal], str]:
    """Return what prints the values that are told: as the chart's labels, told apart."""
    values = [value for _, _, value in told]
    said = (values[0], values[-1], min(values), max(values))
    chosen = choose_format(chart.values, chart.measurement.unit, said)
    format_ = chart.measurement.format
    return replace(format_, decimals=max(format_.decimals, chosen.decimals)).label


def _extent(places: Places) -> str:
    if places.kind is PlaceKind.NAME:
        return f"{len(places.labels)} categories"
    return f"{places.labels[0]} to {places.labels[-1]}"


def _full_period(places: Places) -> str:
    return {PlaceKind.NAME: "one", PlaceKind.DATE: "day"}.get(places.kind, f"full {places.kind}")


def _extremes(told: list[_At], label: Callable[[Decimal], str]) -> str:
    high, low = max(told, key=lambda at: at[2]), min(told, key=lambda at: at[2])
    return f"Highest {label(high[2])} in {high[1]}, lowest {label(low[2])} in {low[1]}"


def _gaps(count: int) -> str:
    return f" Without a figure: {count} of them." if count else ""


def _timeline(chart: TimelineChart) -> str:
    events = [moment for moment in chart.moments if moment.shape is not Shape.DIAMOND]
    lanes = "; ".join(
        f"{lane.label}, {sum(moment.lane == lane.id for moment in events)}" for lane in chart.lanes
    )
    return (
        f"Timeline, {_year(chart.start)} to {_year(chart.end - _DAY)}, of {len(events)} events in {len(chart.lanes)} lanes "
        f"({lanes}). The mark shows how exactly each is dated. All events follow as a list."
    )


_DAY = 0.003
"""Of a year: an axis that ends with 2009 ends before 2010."""


def _year(at: float) -> str:
    return year_name(math.floor(at))


def _shares(chart: ShareChart) -> str:
    rows = []
    for row in chart.rows:
        total = chart.total_text(row)
        if not row.shares:
            rows.append(f"{row.label}: {total}, {chart.empty_text(row)}.")
            continue
        parts = ", ".join(
            f"{part} {SHARE_FORMAT.number(share)}"
            for part, share in zip(chart.parts, row.shares, strict=True)
        )
        rows.append(f"{row.label} (total {total}): {parts}.")
    return "Bars of shares in percent. " + " ".join(rows)


def _line(chart: LineChart) -> str:
    told = _told(chart.places, [point.value for point in chart.points])
    label = _teller(chart, told)
    (_, first, start), (_, last, end) = told[0], told[-1]
    extremes = _extremes(told, label)
    return (
        f"Line chart of {chart.series}, {chart.measurement.name}, {_extent(chart.places)}: "
        f"{label(start)} in {first}, {label(end)} in {last}; {extremes[:1].lower()}{extremes[1:]}."
    ) + _gaps(len(chart.points) - len(told))
