"""Charts in words, made from the chart itself, so that no number can differ from the one drawn.

One to three sentences: what sort of chart, of what in which unit, the extremes, the reservation.
"""

from __future__ import annotations

from briefbook.model import Exhibit
from briefbook_figures.spec import (
    AmountChart,
    Chart,
    ColumnChart,
    Fill,
    LineChart,
    Shape,
    ShareChart,
    TimelineChart,
)


def alt_text(chart: Chart, exhibit: Exhibit) -> str:
    """Return the alternative text of an exhibit's chart."""
    match chart:
        case AmountChart():
            return _amounts(chart)
        case ColumnChart():
            return _columns(chart, exhibit.subtitle)
        case TimelineChart():
            return _timeline(chart)
        case ShareChart():
            return _shares(chart)
        case LineChart():
            return _line(chart)


def _amounts(chart: AmountChart) -> str:
    said = []
    for group in chart.groups:
        rows = "; ".join(f"{row.label}, {row.text}, {_lower(row.detail)}" for row in group.rows)
        said.append(f"{group.label}: {rows}." if len(chart.groups) > 1 else f"{rows}.")
    count = sum(len(group.rows) for group in chart.groups)
    return f"Bar chart of {count} dollar amounts that are not to be added up. " + " ".join(said)


def _lower(detail: str) -> str:
    """Join a row's details into the sentence."""
    text = detail.replace(" · ", ", ")
    return text[:1].lower() + text[1:]


def _columns(chart: ColumnChart, measure: str) -> str:
    full = [column for column in chart.columns if column.fill is not Fill.HATCHED]
    high, low = max(full, key=lambda c: c.value), min(full, key=lambda c: c.value)
    span = f"{chart.columns[0].year} to {chart.columns[-1].year}"
    text = f"Column chart, {span}. {measure}. Highest {high.value} in {high.year}, lowest {low.value} in {low.year}"
    text += f", {full[-1].value} in {full[-1].year}, the last full year."
    if chart.means:
        means = " and ".join(f"{mean.value} in {mean.years}" for mean in chart.means)
        text += f" Means marked: {means}."
    partial = [f"{c.year} ({c.value})" for c in chart.columns if c.fill is Fill.HATCHED]
    return text + (f" Only partly reported: {', '.join(partial)}." if partial else "")


def _timeline(chart: TimelineChart) -> str:
    events = [moment for moment in chart.moments if moment.shape is not Shape.DIAMOND]
    lanes = "; ".join(
        f"{lane.label}, {sum(moment.lane == lane.id for moment in events)}" for lane in chart.lanes
    )
    return (
        f"Timeline, {chart.first} to {chart.last}, of {len(events)} events in {len(chart.lanes)} lanes "
        f"({lanes}). The mark shows how exactly each is dated. All events follow as a list."
    )


def _shares(chart: ShareChart) -> str:
    rows = []
    for row in chart.rows:
        parts = ", ".join(
            f"{part} {share:.0f}" for part, share in zip(chart.parts, row.shares, strict=True)
        )
        rows.append(f"{row.label} (total {row.total}): {parts}.")
    return "Bars of shares in percent. " + " ".join(rows)


def _line(chart: LineChart) -> str:
    known = [(point.year, point.value) for point in chart.points if point.value is not None]
    (first, start), (last, end) = known[0], known[-1]
    high, low = max(known, key=lambda p: p[1]), min(known, key=lambda p: p[1])
    return (
        f"Line chart of {chart.series}, {chart.unit}, {first} to {last}: {start} in {first}, "
        f"{end} in {last}; highest {high[1]} in {high[0]}, lowest {low[1]} in {low[0]}."
    )
