"""The axis of a timeline, from days to centuries: matplotlib's locators, labels in our words."""

from __future__ import annotations

import calendar
from datetime import UTC, datetime, timedelta
from typing import Any

from matplotlib.dates import AutoDateLocator, num2date
from matplotlib.ticker import MaxNLocator

from briefbook.values.day import year_name

_WHOLE_YEARS = 5.0
"""From this many years on the axis has ticks of years alone."""


def time_ticks(start: float, end: float, most: int) -> list[tuple[float, str]]:
    """Return the ticks of a time axis with their labels, at most about `most`, in decimal years.

    Long spans have round years (`MaxNLocator`), short ones months or days (`AutoDateLocator`).
    """
    if end - start >= _WHOLE_YEARS or not 1 < start < end < 9999:  # noqa: PLR2004  matplotlib's years
        ticks = MaxNLocator(max(1, most), integer=True, steps=[1, 2, 5, 10]).tick_values(start, end)
        # 500 BCE is year -499: round years before Christ are one further on.
        years = [int(at) + (at <= 0) for at in ticks]
        return [(float(year), year_name(year)) for year in years if start <= year <= end]
    locator: Any = AutoDateLocator(minticks=min(4, most), maxticks=max(4, most))  # type: ignore[no-untyped-call]
    found = locator.tick_values(_moment(start), _moment(end))
    days = [_day(number) for number in found]
    labels = _labels(days)
    return [
        (at, label)
        for day, label in zip(days, labels, strict=True)
        if start <= (at := _decimal(day)) <= end and label
    ]


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


def _moment(year: float) -> datetime:
    first = datetime(int(year), 1, 1, tzinfo=UTC)
    length = 366 if calendar.isleap(first.year) else 365
    return first + timedelta(days=(year - first.year) * length)


def _day(number: float) -> datetime:
    found: datetime = num2date(number)  # type: ignore[no-untyped-call]
    return found.replace(hour=0, minute=0, second=0, microsecond=0)


def _decimal(day: datetime) -> float:
    first = datetime(day.year, 1, 1, tzinfo=UTC)
    length = 366 if calendar.isleap(day.year) else 365
    return day.year + (day - first).days / length
