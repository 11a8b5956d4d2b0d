"""The axis of a timeline, from days to centuries: round years, or matplotlib's months and days."""

from __future__ import annotations

import calendar
import math
from datetime import UTC, datetime, timedelta
from typing import Any

from briefbook.values.day import year_name

_WHOLE_YEARS = 5.0
"""From this many years on the axis has ticks of years alone."""


def time_ticks(start: float, end: float, most: int) -> list[tuple[float, str]]:
    """Return the ticks of a time axis with their labels, at most about `most`, in decimal years.

    Long spans have round years, short ones months or days (matplotlib's `AutoDateLocator`).
    """
    if end - start >= _WHOLE_YEARS or not 1 < start < end < 9999:  # noqa: PLR2004  matplotlib's years
        # 500 BCE is year -499: round years before Christ are one further on.
        years = [at + (at <= 0) for at in _round_years(start, end, max(1, most))]
        return [(float(year), year_name(year)) for year in years if start <= year <= end]
    days = _days(_moment(start), _moment(end), most)
    labels = _labels(days)
    return [
        (at, label)
        for day, label in zip(days, labels, strict=True)
        if start <= (at := _decimal(day)) <= end and label
    ]


def _round_years(start: float, end: float, most: int) -> list[int]:
    """Return multiples of 1, 2, 5, 10, 20 … from below `start` to above `end`, about `most` of them.

    Two at least lie between, where whole years do.
    """
    steps = [step * 10**power for power in range(6) for step in (1, 2, 5)]
    wide = next((n for n, step in enumerate(steps) if step >= (end - start) / most), len(steps) - 1)
    for step in reversed(steps[: wide + 1]):
        if math.floor(end / step) - math.ceil(start / step) >= 1:
            break
    first, last = math.floor(start / step), math.ceil(end / step)
    return [number * step for number in range(first, last + 1)]


def _labels(days: list[datetime]) -> list[str]:
    """Return `Mar 2005`, or `4 Mar` where days are told; the year stands at its first tick."""
    is_daily = any(day.day != 1 for day in days)
    labels, year, before = [], 0, ""
    for day in days:
        month = calendar.month_abbr[day.month]
        label = f"{day.day} {month}" if is_daily else month
        if day.year != year:
            label, year = f"{label} {day.year}", day.year
        labels.append("" if label == before else label)
        before = label
    return labels


def _days(start: datetime, end: datetime, most: int) -> list[datetime]:
    from briefbook_figures.saving import plotting

    with plotting():
        from matplotlib.dates import AutoDateLocator, num2date

        locator: Any = AutoDateLocator(minticks=min(4, most), maxticks=max(4, most))  # type: ignore[no-untyped-call]
        found = [num2date(number) for number in locator.tick_values(start, end)]  # type: ignore[no-untyped-call]
    return [day.replace(hour=0, minute=0, second=0, microsecond=0) for day in found]


def _moment(year: float) -> datetime:
    first = datetime(int(year), 1, 1, tzinfo=UTC)
    length = 366 if calendar.isleap(first.year) else 365
    return first + timedelta(days=(year - first.year) * length)


def _decimal(day: datetime) -> float:
    first = datetime(day.year, 1, 1, tzinfo=UTC)
    length = 366 if calendar.isleap(day.year) else 365
    return day.year + (day - first).days / length
