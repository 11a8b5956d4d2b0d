"""Points of a series → places along a chart: every period keeps its room, with a value or without.

Years, quarters and months stand at equal steps from the first to the last; days at the longest
step that meets all of them (a week, where figures are weekly; a month, where each is the first or
last of one). Categories, and dates that are no
row of periods (decades, spans), stand in their own order.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import pairwise

from briefbook.frozen import dataclass
from briefbook.localization import short_month, translate
from briefbook.model import Named, Series, SeriesPoint, YearsForm
from briefbook.model.date_column import is_named
from briefbook.values.dates import Date, Precision
from briefbook.values.day import Day, days_in_month, year_name
from briefbook_figures.spec import PlaceKind, Places

_MONTHS, _QUARTERS = 12, 4
_QUARTER_LENGTH = 3
_MOST_DAYS = 4_000
"""Places of a chart of days; more would not be told apart."""


@dataclass(frozen=True)
class Placed:
    """The places of a series' chart, with the point at each; None where the data have no row."""

    places: Places
    points: tuple[SeriesPoint | None, ...]

    @property
    def values(self) -> tuple[Decimal | None, ...]:
        """The value at each place."""
        return tuple(None if point is None else point.value for point in self.points)

    def within(self, first: int, last: int) -> tuple[int, ...]:
        """Return the places whose dates lie in the years from `first` to `last`."""
        return tuple(
            number
            for number, point in enumerate(self.points)
            if (when := _span(self.places, number, point))
            and first <= when[0].year
            and when[1].year <= last
        )


def places_of(placed: Placed, named: Iterable[Named]) -> set[int]:
    """Return the places that a form names: years by number or in spans, others by date or label."""
    found: set[int] = set()
    for name in named:
        if isinstance(name, YearsForm):
            found |= set(placed.within(name.first, name.last))
        else:
            points = enumerate(placed.points)
            found |= {number for number, point in points if point and is_named(point, name)}
    return found


def place_points(series: Series) -> Placed:
    """Return the places of a series and the points at them."""
    points = series.points
    if kind := _period(points):
        return _periods(points, kind, *_NUMBERED[kind])
    if all(isinstance(p.at, Date) and p.at.precision is Precision.DAY for p in points):
        return _days(points)
    return _names(points)


def _names(points: tuple[SeriesPoint, ...]) -> Placed:
    return Placed(Places(PlaceKind.NAME, 0, tuple(point.label for point in points)), points)


def _period(points: tuple[SeriesPoint, ...]) -> PlaceKind | None:
    """Return the period that every point has: a year, a quarter or a month."""
    kinds = {_kind(point.at) for point in points}
    return kinds.pop() if len(kinds) == 1 else None


def _kind(at: Date | str) -> PlaceKind | None:
    if isinstance(at, str) or at.is_approximate or at.is_uncertain:
        return None
    if at.precision is Precision.YEAR:
        return PlaceKind.YEAR
    if at.precision is Precision.MONTH and not at.part:
        return PlaceKind.MONTH
    is_quarter = at.precision is Precision.MONTHS and at.part.endswith("quarter of")
    return PlaceKind.QUARTER if is_quarter else None


def _quarter_label(number: int) -> str:
    quarter, year = number % _QUARTERS + 1, year_name(number // _QUARTERS)
    return translate("Q{quarter} {year}", quarter=quarter, year=year)


def _month_label(number: int) -> str:
    year, month = divmod(number, _MONTHS)
    return f"{short_month(month + 1)} {year_name(year)}"


_NUMBERED: dict[PlaceKind, tuple[Callable[[Day], int], Callable[[int], str]]] = {
    PlaceKind.YEAR: (lambda day: day.year, year_name),
    PlaceKind.QUARTER: (
        lambda day: day.year * _QUARTERS + (day.month - 1) // _QUARTER_LENGTH,
        _quarter_label,
    ),
    PlaceKind.MONTH: (lambda day: day.year * _MONTHS + day.month - 1, _month_label),
}
"""The number of a period by a day in it, and the label of a number."""


def _periods(
    points: tuple[SeriesPoint, ...],
    kind: PlaceKind,
    number_of: Callable[[Day], int],
    label_of: Callable[[int], str],
) -> Placed:
    known = {number_of(point.at.first): point for point in points if isinstance(point.at, Date)}
    numbers = range(min(known), max(known) + 1)
    labels = tuple(label_of(number) for number in numbers)
    return Placed(Places(kind, numbers[0], labels), tuple(map(known.get, numbers)))


def _days(points: tuple[SeriesPoint, ...]) -> Placed:
    known = {point.at.first: point for point in points if isinstance(point.at, Date)}
    every = _every(sorted(known))
    if len(every) > _MOST_DAYS or not known.keys() <= set(every):
        return _names(points)
    labels = tuple(f"{day.day} {short_month(day.month)} {year_name(day.year)}" for day in every)
    between = frozenset(number for number, day in enumerate(every) if day not in known)
    return Placed(Places(PlaceKind.DATE, 0, labels, between), tuple(map(known.get, every)))


def _every(days: list[Day]) -> list[Day]:
    """Return the days from first to last at the longest step that meets all: of months, or of days, if not too many."""
    first, count = days[0], days[-1].days_since(days[0])
    months = [day.year * _MONTHS + day.month - 1 for day in days]
    is_end = all(day.day == days_in_month(day.year, day.month) for day in days)
    if is_end or {day.day for day in days} == {first.day}:
        step = math.gcd(*(b - a for a, b in pairwise(months))) or 1
        return [
            Day(year, month + 1, min(31 if is_end else first.day, days_in_month(year, month + 1)))
            for year, month in (
                divmod(at, _MONTHS) for at in range(months[0], months[-1] + 1, step)
            )
        ]
    step = math.gcd(*(b.days_since(a) for a, b in pairwise(days))) or 1
    every = [first]
    while every[-1] < days[-1] and count // step < _MOST_DAYS:
        every.append(_later(every[-1], step))
    return every


def _later(day: Day, count: int) -> Day:
    for _ in range(count):
        day = day.next
    return day


def _span(places: Places, number: int, point: SeriesPoint | None) -> tuple[Day, Day] | None:
    """Return the days that a place stands for; None for a category or an empty day."""
    if point is not None:
        return None if isinstance(point.at, str) else (point.at.first, point.at.last)
    if places.kind is PlaceKind.YEAR:
        year = places.first + number
        return Day(year, 1, 1), Day(year, 12, 31)
    return None
