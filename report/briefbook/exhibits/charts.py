"""Exhibit → Chart: the model's exact figures with their unit, for page and slide alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from briefbook.evidence.numbering import ordered_events
from briefbook.exhibits.maps import map_chart
from briefbook.exhibits.places import Placed, place_points, places_of
from briefbook.exhibits.series_charts import percent_of_whole, series_chart
from briefbook.frozen import replace
from briefbook.localization import translate
from briefbook.model import (
    Amount,
    AmountForm,
    Briefing,
    ColumnForm,
    Event,
    Exhibit,
    LineForm,
    MapForm,
    MeanForm,
    PartForm,
    PeriodForm,
    Series,
    ShareForm,
    TimelineForm,
    YearsForm,
)
from briefbook.values.basis import UNDECLARED
from briefbook.values.dates import Precision, years
from briefbook.values.day import Day
from briefbook.values.formatting import choose_format, format_of, unit_name
from briefbook.values.units import PERCENT, UnitType
from briefbook_figures.spec import (
    MOST_PARTS,
    AmountChart,
    AmountGroup,
    AmountRow,
    Chart,
    Column,
    ColumnChart,
    Fill,
    Lane,
    LineChart,
    Mean,
    Measurement,
    Moment,
    PlaceKind,
    Point,
    Shape,
    ShareChart,
    ShareRow,
    Span,
    TimelineChart,
)
from briefbook_figures.spec_series import ASKED, PARTIAL

SHAPES = {
    Precision.DAY: Shape.DOT,
    Precision.DAYS: Shape.DOTS,
    Precision.MONTH: Shape.SQUARE,
    Precision.MONTHS: Shape.BAR,
    Precision.YEAR: Shape.BAR,
    Precision.YEARS: Shape.BAR,
    Precision.DECADE: Shape.DASHES,
    Precision.DECADE_PART: Shape.DASHES,
    Precision.OPEN: Shape.ARROW,
    Precision.ONE_OF: Shape.DASHES,
}


def build_chart(briefing: Briefing, exhibit: Exhibit) -> Chart:  # noqa: PLR0911  a case each
    """Return the chart of an exhibit; the briefing must have passed the checks."""
    (form,) = exhibit.forms
    if exhibit.plugin:
        from briefbook.exhibits.plugin_charts import plugin_chart

        return plugin_chart(series_chart(briefing, exhibit), exhibit.plugin)
    if exhibit.plotted:
        return series_chart(briefing, exhibit)
    match form:
        case AmountForm():
            return _amounts(briefing, form)
        case ColumnForm():
            return _columns(_series(briefing, form.series), form)
        case TimelineForm():
            return _timeline(briefing, form)
        case ShareForm():
            return _shares(briefing, form)
        case LineForm():
            return _line(briefing, form)
        case MapForm():
            return map_chart(form)
        case _:
            raise TypeError(f"exhibit {exhibit.id} is a table, not a chart")


def event_shape(event: Event) -> Shape:
    """Return the mark of an event: how exactly it is dated, or that it is context."""
    return Shape.DIAMOND if event.is_context else SHAPES[event.date.precision]


def _series(briefing: Briefing, id_: str) -> Series:
    return next(series for series in briefing.series if series.id == id_)


def _measurement(
    series: Series, values: Iterable[Decimal], labelled: Iterable[Decimal]
) -> Measurement:
    unit = series.unit.unit
    return Measurement(unit, series.basis, choose_format(values, unit, labelled))


# ── Amounts ─────────────────────────────────────────────────────────────────────────────────────


def _amounts(briefing: Briefing, form: AmountForm) -> AmountChart:
    """Return the groups of a form; each holds one unit."""
    amounts = {str(amount.id): amount for amount in briefing.amounts}
    groups = []
    for group in form.groups:
        members = [amounts[str(id_)] for id_ in group.amounts]
        for unit in dict.fromkeys(amount.value.unit for amount in members):
            rows = tuple(
                _amount_row(amount, is_apart=group.is_apart)
                for amount in members
                if amount.value.unit == unit
            )
            groups.append(AmountGroup(group.label, rows, group.is_apart))
    return AmountChart(tuple(groups))


def _amount_row(amount: Amount, *, is_apart: bool) -> AmountRow:
    fill = Fill.OUTLINE if is_apart else Fill.HATCHED if amount.is_cumulative else Fill.STRONG
    detail = f"{amount.measure} · {amount.period}"
    if amount.is_cumulative and not _RUN_UP.search(detail):
        detail += f" · {translate('cumulative')}"
    value = amount.quantity
    measurement = Measurement(value.unit, value.basis, format_of(value))
    return AmountRow(amount.what, detail, value.number, measurement, fill, value.to)


_RUN_UP = re.compile(r"\b(?:cumulative|accumulated|in all|altogether|estimated?)\b", re.IGNORECASE)


# ── Columns and lines ───────────────────────────────────────────────────────────────────────────


def _columns(series: Series, form: ColumnForm) -> ColumnChart:
    placed = place_points(series)
    told = places_of(placed, form.highlight)
    silent: set[int] = set()
    for named in form.highlight:
        if isinstance(named, YearsForm) and named.last - named.first >= _MOST_LABELLED:
            silent |= set(placed.within(named.first, named.last))
    columns = tuple(
        _column(series, placed, number, told=told) for number in range(len(placed.points))
    )
    columns = tuple(
        replace(column, is_labelled=False) if n in silent and not column.is_open else column
        for n, column in enumerate(columns)
    )
    means = tuple(_mean(placed, mean) for mean in form.means)
    values = [value for value in placed.values if value is not None]
    labelled = [c.value for c in columns if c.is_labelled and c.value is not None]
    labelled += [mean.value for mean in means]
    span = None
    if form.span and (inside := placed.within(form.span.first, form.span.last)):
        span = Span(inside[0], inside[-1], form.span.label)
    measurement = _measurement(series, values, labelled)
    return ColumnChart(placed.places, columns, measurement, series.title, means, span)


def _column(series: Series, placed: Placed, number: int, *, told: set[int]) -> Column:
    value, point = placed.values[number], placed.points[number]
    if point and (point.is_partial or point.is_asked):
        label = placed.places.labels[number]
        is_fiscal_year = series.is_fiscal and placed.places.kind is PlaceKind.YEAR
        fill, word = (
            (Fill.HATCHED, translate(PARTIAL))
            if point.is_partial
            else (Fill.OUTLINE, translate(ASKED))
        )
        note = f"{'FY' if is_fiscal_year else ''}{label} {word}"
        return Column(value, fill, is_labelled=True, note=note)
    is_told = number in told
    return Column(value, Fill.STRONG if is_told else Fill.QUIET, is_labelled=is_told)


_MOST_LABELLED = 6
"""A highlighted span of more years than this has no values over its columns."""


def _mean(placed: Placed, form: MeanForm) -> Mean:
    inside = placed.within(form.first, form.last)
    known = [value for n in inside if (value := placed.values[n]) is not None]
    return Mean(inside[0], inside[-1], mean_of(known), form.label or years(form.first, form.last))


def mean_of(values: Sequence[Decimal]) -> Decimal:
    """Return the arithmetic mean."""
    return sum(values, Decimal(0)) / len(values)


def _line(briefing: Briefing, form: LineForm) -> LineChart:
    series = _series(briefing, form.series)
    placed = place_points(series)
    values: tuple[Decimal | None, ...] = placed.values
    if form.of:
        whole = {point.at: point.value for point in _series(briefing, form.of).points}
        values = tuple(
            percent_of_whole(point.value, whole.get(point.at)) if point else None
            for point in placed.points
        )
    told = places_of(placed, form.highlight)
    known = [value for value in values if value is not None]
    labelled = [value for n in told if (value := values[n]) is not None]
    measurement = _measurement(series, known, labelled)
    if form.of:
        measurement = Measurement(PERCENT, UNDECLARED, choose_format(known, PERCENT, labelled))
    points = tuple(Point(value, n in told) for n, value in enumerate(values))
    return LineChart(placed.places, points, measurement, series.title)


def _timeline(briefing: Briefing, form: TimelineForm) -> TimelineChart:
    events = ordered_events(briefing)
    start, end = _extent(events)
    moments = [_moment(event, end) for event in events]
    # Long spans get a track of their own, so that marks are not drawn over them.
    crowded = {m.lane for m in moments if m.shape is Shape.ARROW}
    lanes = tuple(
        Lane(str(lane.kind), lane.label, 2 if lane.kind in crowded else 1) for lane in form.lanes
    )
    placed = tuple(
        replace(m, track=1 if m.lane in crowded and m.shape is not Shape.ARROW else 0)
        for m in moments
    )
    return TimelineChart(lanes, placed, start, end)


_WHOLE_YEARS = 5
"""A timeline of this many years or more begins and ends with a year."""
_MARGIN = 0.04
"""Of a shorter one: the part of its length that is left free at either end."""


def _extent(events: Sequence[Event]) -> tuple[float, float]:
    """Return where the axis begins and ends, in decimal years."""
    # What has no end is drawn to the end of the chart, and begins in it.
    ends = [e.date.first if e.date.precision is Precision.OPEN else e.date.last for e in events]
    first, last = min(event.date.first for event in events), max(ends)
    if last.year - first.year >= _WHOLE_YEARS:
        return float(first.year), float(last.year + 1)
    start, end = first.decimal_year, last.next.decimal_year
    margin = _MARGIN * (end - start)
    return round(start - margin, 3), round(end + margin, 3)


def _moment(event: Event, end: float) -> Moment:
    shape = event_shape(event)
    start = decimal_year(event.date.first)
    if event.date.precision is Precision.OPEN:
        finish = end
    elif shape in (Shape.BAR, Shape.DASHES):
        finish = decimal_year(event.date.last.next)
    else:
        finish = start
    is_soft = shape is Shape.BAR
    return Moment(event.kind, shape, start, finish, event.label or event.title, is_soft=is_soft)


def decimal_year(day: Day) -> float:
    """Return a day as a decimal year: 2 July 2005 is 2005.5."""
    return round(day.decimal_year, 3)


# ── Shares ──────────────────────────────────────────────────────────────────────────────────────


def _shares(briefing: Briefing, form: ShareForm) -> ShareChart:
    parts = [place_points(_part(briefing, part)) for part in form.parts]
    rows = tuple(_share_row(parts, period) for period in form.periods)
    measured = _series(briefing, form.parts[0].series)
    unit = measured.unit.unit
    format_ = choose_format((row.total for row in rows), unit)
    if unit.type is UnitType.COUNT:
        format_ = replace(format_, suffix=f"{format_.suffix} {unit_name(unit)}")
    labels = tuple(str(part.label) for part in form.parts)
    rest = next((n for n, part in enumerate(form.parts) if part.less), None)
    if form.rest and len(labels) > MOST_PARTS:
        labels, rows = _gathered(labels, rows, str(form.rest))
        rest = len(labels) - 1
    return ShareChart(labels, rows, Measurement(unit, measured.basis, format_), rest)


def _part(briefing: Briefing, part: PartForm) -> Series:
    series = _series(briefing, part.series)
    return series.less(_series(briefing, part.less)) if part.less else series


def _gathered(
    labels: tuple[str, ...], rows: tuple[ShareRow, ...], rest: str
) -> tuple[tuple[str, ...], tuple[ShareRow, ...]]:
    """Return the largest parts in their order, and the smallest of all periods as one part after them."""
    sizes = [sum((row.values[n] for row in rows), Decimal(0)) for n in range(len(labels))]
    ranked = sorted(range(len(labels)), key=lambda n: (-sizes[n], n))
    kept, small = sorted(ranked[: MOST_PARTS - 1]), ranked[MOST_PARTS - 1 :]
    gathered = tuple(
        replace(
            row,
            values=(
                *(row.values[n] for n in kept),
                sum((row.values[n] for n in small), Decimal(0)),
            ),
        )
        for row in rows
    )
    return (*(labels[n] for n in kept), rest), gathered


def _share_row(parts: Sequence[Placed], period: PeriodForm) -> ShareRow:
    found = [
        [value for n in placed.within(period.first, period.last) if (value := placed.values[n]) is not None]
        for placed in parts
    ]  # fmt: skip
    sums = tuple(sum(values, Decimal(0)) for values in found)
    return ShareRow(period.label, sums, is_known=any(found))
