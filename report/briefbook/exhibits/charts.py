"""Exhibit → Chart: the model's figures, rounded and labelled once, for page and slide alike."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from briefbook.evidence.locators import year_label
from briefbook.evidence.numbering import ordered_events
from briefbook.model import (
    Amount,
    AmountForm,
    Briefing,
    ColumnForm,
    Event,
    Exhibit,
    LineForm,
    Series,
    ShareForm,
    TimelineForm,
)
from briefbook.values.dates import Precision, years
from briefbook.values.day import Day
from briefbook.values.formatting import measure_name, short, unit_sign
from briefbook_figures.spec import (
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
    Moment,
    Point,
    Shape,
    ShareChart,
    ShareRow,
    Span,
    TimelineChart,
)

_MILLION = Decimal(10**6)

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


def build_chart(briefing: Briefing, exhibit: Exhibit) -> Chart:
    """Return the chart of an exhibit; the briefing must have passed the checks."""
    (form,) = exhibit.forms
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
        case _:
            raise TypeError(f"exhibit {exhibit.id} is a table, not a chart")


def event_shape(event: Event) -> Shape:
    """Return the mark of an event: how exactly it is dated, or that it is context."""
    return Shape.DIAMOND if event.is_context else SHAPES[event.date.precision]


def _series(briefing: Briefing, id_: str) -> Series:
    return next(series for series in briefing.series if series.id == id_)


def _rounded(value: Decimal, places: str = "0.1") -> Decimal:
    return value.quantize(Decimal(places), ROUND_HALF_UP)


def _amounts(briefing: Briefing, form: AmountForm) -> AmountChart:
    amounts = {str(amount.id): amount for amount in briefing.amounts}
    groups = tuple(
        AmountGroup(
            group.label,
            tuple(_amount_row(amounts[str(id_)], is_apart=group.is_apart) for id_ in group.amounts),
            group.is_apart,
        )
        for group in form.groups
    )
    return AmountChart(groups, "US dollars, millions")


def _amount_row(amount: Amount, *, is_apart: bool) -> AmountRow:
    fill = Fill.OUTLINE if is_apart else Fill.HATCHED if amount.is_cumulative else Fill.STRONG
    detail = f"{amount.measure} · {amount.period}"
    return AmountRow(
        amount.what, detail, float(amount.value.number / _MILLION), short(amount.value), fill
    )


def _columns(series: Series, form: ColumnForm) -> ColumnChart:
    columns = []
    for year, raw in series.by_year.items():
        value = _rounded(raw / _MILLION)
        if year in series.partial:
            note = f"{year_label(series, year)} partial"
            columns.append(Column(year, float(value), Fill.HATCHED, str(value), note))
        elif year in form.highlight:
            columns.append(Column(year, float(value), Fill.STRONG, str(value)))
        else:
            columns.append(Column(year, float(value)))
    means = []
    for mean in form.means:
        points = [
            value for year, value in series.by_year.items() if mean.first <= year <= mean.last
        ]
        value = _rounded(sum(points, Decimal(0)) / len(points) / _MILLION)
        means.append(
            Mean(mean.first, mean.last, float(value), years(mean.first, mean.last), f"mean {value}")
        )
    span = Span(form.span.first, form.span.last, form.span.label) if form.span else None
    return ColumnChart(
        tuple(columns),
        measure_name(series.unit.unit, series.basis, _MILLION),
        tuple(means),
        span,
        series.title,
    )


def _timeline(briefing: Briefing, form: TimelineForm) -> TimelineChart:
    events = ordered_events(briefing)
    first = min(event.date.first.year for event in events)
    # What has no end is drawn to the end of the chart, and begins in it.
    last = max(
        (date.first if date.precision is Precision.OPEN else date.last).year
        for date in (event.date for event in events)
    )
    moments = tuple(_moment(event, last + 1) for event in events)
    # Long spans get a track of their own, so that marks are not drawn over them.
    crowded = {m.lane for m in moments if m.shape is Shape.ARROW}
    lanes = tuple(
        Lane(str(lane.kind), lane.label, 2 if lane.kind in crowded else 1) for lane in form.lanes
    )
    placed = tuple(
        Moment(
            m.lane,
            m.shape,
            m.start,
            m.end,
            m.label,
            0 if m.shape is Shape.ARROW or m.lane not in crowded else 1,
        )
        for m in moments
    )
    return TimelineChart(lanes, placed, first, last)


def _moment(event: Event, end: int) -> Moment:
    shape = event_shape(event)
    start = decimal_year(event.date.first)
    if event.date.precision is Precision.OPEN:
        finish = float(end)
    elif shape in (Shape.BAR, Shape.DASHES):
        finish = decimal_year(event.date.last.next)
    else:
        finish = start
    return Moment(event.kind, shape, start, finish, event.label)


def decimal_year(day: Day) -> float:
    """Return a day as a decimal year: 2 July 2005 is 2005.5."""
    return round(day.decimal_year, 3)


def _shares(briefing: Briefing, form: ShareForm) -> ShareChart:
    measured = _series(briefing, form.parts[0].series)
    unit = measured.unit.unit
    rows = []
    for period in form.periods:
        sums = [
            sum((value for year, value in _series(briefing, part.series).by_year.items()
                 if period.first <= year <= period.last), Decimal(0))
            for part in form.parts
        ]  # fmt: skip
        total = sum(sums, Decimal(0))
        shares = tuple(float(_rounded(100 * value / total)) for value in sums)
        whole = f"{unit_sign(unit)}{_rounded(total / _MILLION, '1')}M"
        rows.append(ShareRow(period.label, whole, shares))
    return ShareChart(
        tuple(part.label for part in form.parts),
        tuple(rows),
        f"percent of {measure_name(unit, measured.basis)}",
    )


def _line(briefing: Briefing, form: LineForm) -> LineChart:
    series = _series(briefing, form.series)
    known = series.by_year
    whole = _series(briefing, form.of).by_year if form.of else {}
    points = []
    for year in range(min(known), max(known) + 1):
        value: Decimal | None = known.get(year)
        if form.of:
            value = 100 * value / whole[year] if value is not None and whole.get(year) else None
        elif value is not None:
            value /= _MILLION
        shown = None if value is None else float(_rounded(value))
        text = (
            f"{_rounded(value)}%"
            if value is not None and year in form.highlight and form.of
            else ""
        )
        if value is not None and year in form.highlight and not form.of:
            text = str(_rounded(value))
        points.append(Point(year, shown, text))
    unit = "percent" if form.of else measure_name(series.unit.unit, series.basis, _MILLION)
    return LineChart(tuple(points), unit, series.title)
