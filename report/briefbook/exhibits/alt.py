"""Charts in words, made from the chart itself, so that no number can differ from the one drawn.

One to three sentences: what sort of chart, of what in which unit, the extremes, the reservation.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal

from briefbook.exhibits.maps import map_alt
from briefbook.exhibits.series_words import series_alt
from briefbook.frozen import replace
from briefbook.localization import labelled, translate, translate_count
from briefbook.values.day import year_name
from briefbook.values.formatting import choose_format
from briefbook_figures.spec import (
    AmountChart,
    Chart,
    ColumnChart,
    Fill,
    LineChart,
    PlaceKind,
    Places,
    RowChart,
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
        case RowChart():
            return _rows(chart, subtitle)


def _amounts(chart: AmountChart) -> str:
    said = []
    for group in chart.groups:
        rows = translate("; ").join(
            f"{row.label}, {row.text}, {_lower(row.detail)}" for row in group.rows
        )
        said.append(f"{labelled(group.label, rows) if len(chart.groups) > 1 else rows}.")
    cards = translate_count(
        "{n} amount on a card.", "{n} amounts on cards, not to be added up.", len(chart.rows)
    )
    return f"{cards} {' '.join(said)}"


def _lower(detail: str) -> str:
    """Join a row's details into the sentence."""
    text = detail.replace(" · ", ", ")
    return text[:1].lower() + text[1:]


def _columns(chart: ColumnChart, subtitle: str) -> str:
    told = _told(chart.places, [column.value for column in chart.columns])
    label = _teller(chart, told)
    full = [at for at in told if not chart.columns[at[0]].is_open] or told
    text = f"{translate('Column chart')}, {_extent(chart.places)}. "
    text += f"{subtitle}. "
    text += _extremes(full, label)
    text += translate(
        ", {value} in {place}, the last {period}.",
        value=label(full[-1][2]), place=full[-1][1], period=_full_period(chart.places),
    )  # fmt: skip
    if chart.means:
        means = translate(" and ").join(
            translate("{value} in {place}", value=chart.mean_label(mean), place=mean.label)
            for mean in chart.means
        )
        text += translate(" Means marked: {means}.", means=means)
    for fill, word in ((Fill.HATCHED, "Only partly reported"), (Fill.OUTLINE, "Asked for")):
        some = [f"{at} ({label(v)})" for n, at, v in told if chart.columns[n].fill is fill]
        text += f" {labelled(translate(word), ', '.join(some))}." if some else ""
    return text + _gaps(len(chart.places.rows) - len(told))


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
        return translate_count("{n} category", "{n} categories", len(places.labels))
    return translate("{first} to {last}", first=places.labels[0], last=places.labels[-1])


def _full_period(places: Places) -> str:
    words = {PlaceKind.NAME: "one", PlaceKind.DATE: "day"}.get(places.kind, f"full {places.kind}")
    return translate(words)


def _extremes(told: list[_At], label: Callable[[Decimal], str]) -> str:
    high, low = max(told, key=lambda at: at[2]), min(told, key=lambda at: at[2])
    return translate(
        "Highest {high} in {high_at}, lowest {low} in {low_at}",
        high=label(high[2]), high_at=high[1], low=label(low[2]), low_at=low[1],
    )  # fmt: skip


def _gaps(count: int) -> str:
    return translate(" Without a figure: {n} of them.", n=count) if count else ""


def _timeline(chart: TimelineChart) -> str:
    events = [moment for moment in chart.moments if moment.shape is not Shape.DIAMOND]
    lanes = translate("; ").join(
        f"{lane.label}, {sum(moment.lane == lane.id for moment in events)}" for lane in chart.lanes
    )
    return translate(
        "Timeline, {first} to {last}, of {events} in {count} ({lanes}). The mark shows how "
        "exactly each is dated. All events follow as a list.",
        first=_year(chart.start), last=_year(chart.end - _DAY), lanes=lanes,
        events=translate_count("{n} event", "{n} events", len(events)),
        count=translate_count("{n} lane", "{n} lanes", len(chart.lanes)),
    )  # fmt: skip


_DAY = 0.003
"""Of a year: an axis that ends with 2009 ends before 2010."""


def _year(at: float) -> str:
    return year_name(math.floor(at))


def _shares(chart: ShareChart) -> str:
    rows = []
    for row in chart.rows:
        total = chart.total_text(row)
        if not row.shares:
            rows.append(f"{labelled(row.label, total)}, {chart.empty_text(row)}.")
            continue
        parts = ", ".join(
            f"{part} {chart.share_format.number(share)}"
            for part, share in zip(chart.parts, row.shares, strict=True)
        )
        rows.append(
            translate("{row} (total {total}): {parts}.", row=row.label, total=total, parts=parts)
        )
    return f"{translate('Bars of shares in percent.')} {' '.join(rows)}"


def _line(chart: LineChart) -> str:
    told = _told(chart.places, [point.value for point in chart.points])
    label = _teller(chart, told)
    (_, first, start), (_, last, end) = told[0], told[-1]
    extremes = _extremes(told, label)
    return translate(
        "Line chart of {series}, {unit}, {extent}: {start} in {first}, {end} in {last}; {extremes}.",
        series=chart.series, unit=chart.measurement.name, extent=_extent(chart.places),
        start=label(start), first=first, end=label(end), last=last,
        extremes=f"{extremes[:1].lower()}{extremes[1:]}",
    ) + _gaps(len(chart.places.rows) - len(told))  # fmt: skip


def _rows(chart: RowChart, subtitle: str) -> str:
    """Return what each row says; of a row without labels, its name."""
    said = [", ".join(filter(None, (row.label, *map(chart.text, row.marks)))) for row in chart.rows]
    return f"{chart.name}. {subtitle}. {translate('; ').join(said)}."
