"""Exhibits of several series → charts: each series' own figures, or what is left of them, at common places."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from briefbook.exhibits.places import Placed, place_points, places_of
from briefbook.frozen import replace
from briefbook.model import Briefing, Exhibit, MeanForm, Plotted, Series
from briefbook.values.basis import UNDECLARED
from briefbook.values.dates import Date, years
from briefbook.values.formatting import choose_format
from briefbook.values.units import PERCENT
from briefbook_figures.spec import Fill, Measurement, PlaceKind, Places
from briefbook_figures.spec_series import (
    COLUMN_LOOKS,
    LINE_LOOKS,
    Arrangement,
    Dash,
    OneSeries,
    SeriesChart,
    Stretch,
)


def series_chart(briefing: Briefing, exhibit: Exhibit) -> SeriesChart:
    """Return the chart of an exhibit of several series; the briefing must have passed the checks."""
    known = {str(series.id): series for series in briefing.series}
    placed = common_places([known[id_] for part in exhibit.plotted for id_ in part.ids])
    looks = _looks(exhibit)
    drawn = tuple(
        _one(part, known, placed, look, is_line=exhibit.line is not None)
        for part, look in zip(exhibit.plotted, looks, strict=True)
    )
    chart = SeriesChart(
        arrangement(exhibit), placed.places, drawn, _PROVISIONAL, _totals(exhibit, placed),
        tuple(_stretch(placed, mean) for mean in exhibit.panels.means) if exhibit.panels else (),
    )  # fmt: skip
    if exhibit.dots:
        chart = _two_moments(chart, placed, (exhibit.dots.first, exhibit.dots.last))
    return replace(chart, measurement=_measurement(chart, exhibit.plotted[0], known))


_PROVISIONAL = Measurement(PERCENT, UNDECLARED, choose_format((), PERCENT))
"""Until the values are known whose format is to be chosen."""


def arrangement(exhibit: Exhibit) -> Arrangement:
    """Return how the series of an exhibit stand to one another."""
    if exhibit.panels:
        return Arrangement.PANELS
    if exhibit.dots or exhibit.plugin:
        return Arrangement.DOTS
    if exhibit.line:
        return Arrangement.LINES
    is_stack = exhibit.columns is not None and bool(exhibit.columns.stack)
    return Arrangement.STACKED if is_stack else Arrangement.GROUPED


def common_places(series: Iterable[Series]) -> Placed:
    """Return the places of several series: every date or category that any of them has."""
    each = tuple(series)
    points = {point.at: point for one in each for point in one.points}
    every = list(points.values())
    if all(isinstance(at, Date) for at in points):
        every.sort(key=lambda point: point.at.first if isinstance(point.at, Date) else 0)
    return place_points(replace(each[0], points=tuple(every)))


def _looks(exhibit: Exhibit) -> tuple[tuple[Fill, Dash], ...]:
    """Return fill and pattern of each series, by the arrangement."""
    count = len(exhibit.plotted)
    if exhibit.line:
        return LINE_LOOKS[:count]
    if exhibit.panels:
        told = [panel.highlight for panel in exhibit.panels.panels]
        return tuple((Fill.STRONG if is_told else Fill.QUIET, Dash.SOLID) for is_told in told)
    if exhibit.dots or exhibit.plugin:
        return ((Fill.STRONG, Dash.SOLID),) * count
    return tuple((fill, Dash.SOLID) for fill in COLUMN_LOOKS[count])


def _told(
    part: Plotted, placed: Placed, values: tuple[Decimal | None, ...], *, is_line: bool
) -> tuple[int, ...]:
    """Return the places whose values are said; a line says its last one, if none is asked for."""
    told = sorted(n for n in places_of(placed, part.highlight) if values[n] is not None)
    if told or not is_line:
        return tuple(told)
    return tuple(n for n, value in enumerate(values) if value is not None)[-1:]


def _one(
    part: Plotted,
    known: dict[str, Series],
    placed: Placed,
    look: tuple[Fill, Dash],
    *,
    is_line: bool,
) -> OneSeries:
    used = [known[id_] for id_ in part.ids]
    figures = figures_of(used)
    values = tuple(
        None if point is None else value_at(part, figures, point.at) for point in placed.points
    )
    told = _told(part, placed, values, is_line=is_line)
    partial = {point.at for one in used for point in one.points if point.is_partial}
    asked = {point.at for one in used for point in one.points if point.is_asked}
    return OneSeries(
        str(part.label), values, *look, told,
        frozenset(n for n, point in enumerate(placed.points) if point and point.at in partial),
        frozenset(n for n, point in enumerate(placed.points) if point and point.at in asked - partial),
    )  # fmt: skip


Figures = dict[str, dict[Date | str, Decimal | None]]
"""The values of each series, by id and then by date or category."""


def figures_of(series: Iterable[Series]) -> Figures:
    """Return the values of some series."""
    return {str(one.id): {point.at: point.value for point in one.points} for one in series}


def value_at(part: Plotted, figures: Figures, at: Date | str) -> Decimal | None:
    """Return what a part plots at a date or category: its own value, less another, or as a share."""
    own = figures[str(part.series)].get(at)
    if part.of:
        return percent_of_whole(own, figures[str(part.of)].get(at))
    if not part.less:
        return own
    other = figures[str(part.less)].get(at)
    return None if own is None or other is None else own - other


def percent_of_whole(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """Return what percentage a part is of a whole; None where either is missing or the whole is zero."""
    return 100 * part / whole if part is not None and whole else None


def _totals(exhibit: Exhibit, placed: Placed) -> tuple[int, ...]:
    """Return the places whose totals a stack says."""
    form = exhibit.columns
    if form is None or not form.stack:
        return ()
    return tuple(sorted(places_of(placed, form.highlight)))


def _stretch(placed: Placed, form: MeanForm) -> Stretch:
    inside = placed.within(form.first, form.last)
    return Stretch(inside[0], inside[-1], form.label or years(form.first, form.last))


def _two_moments(
    chart: SeriesChart, placed: Placed, moments: tuple[int | str, int | str]
) -> SeriesChart:
    """Return a chart of two of its dates."""
    chosen = [min(places_of(placed, (moment,))) for moment in moments]
    rows = tuple(
        replace(
            one,
            values=tuple(one.values[n] for n in chosen),
            partial=frozenset(k for k, n in enumerate(chosen) if n in one.partial),
            asked=frozenset(k for k, n in enumerate(chosen) if n in one.asked),
        )
        for one in chart.series
    )
    places = Places(PlaceKind.NAME, 0, tuple(placed.places.labels[n] for n in chosen))
    return replace(chart, places=places, series=rows)


_MOST_DECIMALS, _TWO_DIGITS = 6, 10


def _measurement(chart: SeriesChart, part: Plotted, known: dict[str, Series]) -> Measurement:
    own = known[str(part.series)]
    unit, basis = (PERCENT, UNDECLARED) if part.of else (own.unit.unit, own.basis)
    said = [v for one in chart.series for n in one.told if (v := one.values[n]) is not None]
    said += [total for n in chart.totals if (total := chart.total(n)) is not None]
    means = [
        [m for over in chart.means if (m := chart.mean(one, over)) is not None]
        for one in chart.series
    ]
    if chart.arrangement is Arrangement.DOTS:
        said += chart.values
    values = chart.values
    if chart.arrangement is Arrangement.STACKED:
        values = tuple(chart.height(n) for n in range(len(chart.places.labels)))
    format_ = choose_format(values, unit, said)
    if chart.means:
        largest = max((abs(mean) for each in means for mean in each), default=Decimal(0))
        format_ = replace(format_, decimals=int(largest < _TWO_DIGITS * format_.factor))
    while format_.decimals < _MOST_DECIMALS and any(
        len({*map(format_.label, each)}) < len({*each}) for each in means
    ):
        # In one panel different means are told apart; those of others need not be.
        format_ = replace(format_, decimals=format_.decimals + 1)
    return Measurement(unit, basis, format_)
