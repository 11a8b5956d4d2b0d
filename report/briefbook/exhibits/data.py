"""The figures behind a chart, as a table for the appendix and a CSV file inside the PDF."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from briefbook_figures.spec import (
    AmountChart,
    Chart,
    ColumnChart,
    Fill,
    LineChart,
    ShareChart,
    TimelineChart,
)


@dataclass(frozen=True)
class DataTable:
    """A header and rows of text, as drawn."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def csv(self) -> bytes:
        """Return the table as CSV in UTF-8 with line feeds."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(self.header)
        writer.writerows(self.rows)
        return out.getvalue().encode()


def data_table(chart: Chart) -> DataTable:
    """Return the figures of a chart."""
    match chart:
        case AmountChart():
            return DataTable(
                ("Group", "Amount", "Kind and period", chart.unit),
                tuple(
                    (group.label, row.label, row.detail, f"{row.value:g}")
                    for group in chart.groups
                    for row in group.rows
                ),
            )
        case ColumnChart():
            return DataTable(
                ("Year", chart.unit, "Status"),
                tuple(
                    (str(c.year), f"{c.value:.1f}", "partial" if c.fill is Fill.HATCHED else "")
                    for c in chart.columns
                ),
            )
        case TimelineChart():
            labels = {lane.id: lane.label for lane in chart.lanes}
            return DataTable(
                ("Lane", "From", "To", "Event"),
                tuple(
                    (labels[m.lane], f"{m.start:.2f}", f"{m.end:.2f}", m.label)
                    for m in chart.moments
                ),
            )
        case ShareChart():
            return DataTable(
                ("Period", "Total", *(f"{part}, percent" for part in chart.parts)),
                tuple(
                    (row.label, row.total, *(f"{s:.1f}" for s in row.shares)) for row in chart.rows
                ),
            )
        case LineChart():
            return DataTable(
                ("Year", f"{chart.series}, {chart.unit}"),
                tuple(
                    (str(p.year), "" if p.value is None else f"{p.value:.1f}") for p in chart.points
                ),
            )
