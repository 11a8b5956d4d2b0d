"""Exhibits as charts (data), as pictures for the paper, as words and as CSV files.

Both documents show the same `Chart`: the paper as a picture drawn from it at its slot's size, the
deck as a native chart made from it. Nothing here knows pages or slides.
"""

from __future__ import annotations

from briefbook.evidence.assertions import exhibit_series
from briefbook.evidence.numbering import placed_exhibits
from briefbook.exhibits.alt import alt_text
from briefbook.exhibits.charts import build_chart
from briefbook.exhibits.data import DataTable, data_table, with_wholes
from briefbook.exhibits.subtitles import subtitle_of
from briefbook.frozen import dataclass
from briefbook.model import Briefing
from briefbook_figures.spec import Chart


@dataclass(frozen=True)
class ChartData:
    """One exhibit's chart, its words for those who do not see it, and its figures."""

    chart: Chart
    alt: str
    data: DataTable
    subtitle: str
    """What is measured, and in what."""


def make_charts(briefing: Briefing) -> dict[str, ChartData]:
    """Return the artwork of every placed exhibit that is a chart, by exhibit id."""
    made = {}
    for exhibit in placed_exhibits(briefing):
        if exhibit.table is None and exhibit.image is None:
            chart = build_chart(briefing, exhibit)
            subtitle = subtitle_of(exhibit, chart, exhibit_series(briefing, exhibit))
            alt = alt_text(chart, subtitle)
            data = with_wholes(briefing, exhibit, chart, data_table(chart))
            made[str(exhibit.id)] = ChartData(chart, alt, data, subtitle)
    return made
