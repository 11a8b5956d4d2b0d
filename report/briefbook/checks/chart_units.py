"""What a chart adds up or divides is alike, and is no more than a reader can tell apart."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefbook.errors import Problem
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.model import Exhibit, PeriodForm, Series, ShareForm
from briefbook.values.dates import Date
from briefbook.values.formatting import plain_number
from briefbook.values.quantity import unlike
from briefbook_figures.spec import MOST_PARTS


def check_chart_units(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each share of unlike things, and each whole that cannot be drawn."""
    series = {str(entry.id): entry for entry in resolved.briefing.series}
    for exhibit in resolved.briefing.exhibits:
        if exhibit.line and exhibit.line.of:
            part, whole = series[str(exhibit.line.series)], series[str(exhibit.line.of)]
            yield from _unlike(exhibit, part, whole, "is no share of")
        if exhibit.shares:
            parts = [series[str(part.series)] for part in exhibit.shares.parts]
            for other in parts[1:]:
                yield from _unlike(exhibit, parts[0], other, "cannot be a part of one whole with")
            yield from _drawable(exhibit, exhibit.shares, parts)


def _unlike(exhibit: Exhibit, one: Series, other: Series, verb: str) -> Iterator[Problem]:
    if why := unlike(one.quantity(Decimal(1)), other.quantity(Decimal(1))):
        yield Problem(
            exhibit.place,
            f"exhibit {exhibit.id}: series {one.id} {verb} series {other.id}: {why}",
            "draw series of one unit, price base, calendar and measure together",
            "chart-units",
            str(exhibit.id),
        )


def _drawable(exhibit: Exhibit, form: ShareForm, parts: list[Series]) -> Iterator[Problem]:
    if len(parts) > MOST_PARTS:
        smallest = sorted(parts, key=_sum)[: len(parts) - MOST_PARTS + 1]
        names = ", ".join(str(series.id) for series in smallest)
        yield Problem(
            exhibit.place,
            f"exhibit {exhibit.id}: {len(parts)} parts, and a chart of shares can tell {MOST_PARTS} apart",
            f"sum the smallest ({names}) in one file as a series of its own, and write it here as "
            "the part “Other”",
            "chart-parts",
            str(exhibit.id),
        )
    for series, part in zip(parts, form.parts, strict=True):
        for period in form.periods:
            if (value := _sum(series, period)) < 0:
                yield Problem(
                    exhibit.place,
                    f"exhibit {exhibit.id}: “{part.label}” sums to {plain_number(value)} in "
                    f"{period.label}; no part of a whole is below zero",
                    "draw the series as columns, or choose other periods",
                    "chart-parts",
                    str(exhibit.id),
                )


def _sum(series: Series, period: PeriodForm | None = None) -> Decimal:
    """Return the sum of a series, in a period if one is given."""
    values = (
        point.value
        for point in series.points
        if point.value is not None
        and (period is None or (isinstance(point.at, Date) and _is_within(point.at, period)))
    )
    return sum(values, Decimal(0))


def _is_within(date: Date, period: PeriodForm) -> bool:
    return period.first <= date.first.year and date.last.year <= period.last
