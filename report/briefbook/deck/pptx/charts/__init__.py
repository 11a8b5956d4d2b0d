"""Charts as data → native charts: editable in PowerPoint, with the same numbers in a data sheet.

One file for each form. A chart is laid out for the size of its slot, in points.
"""

from __future__ import annotations

from briefbook.deck.pptx.charts.amounts import amounts_xml
from briefbook.deck.pptx.charts.columns import columns_xml
from briefbook.deck.pptx.charts.lines import line_xml
from briefbook.deck.pptx.charts.shares import shares_xml
from briefbook.deck.pptx.charts.timeline import timeline_xml
from briefbook.deck.pptx.workbook import Sheet
from briefbook_figures.spec import (
    AmountChart,
    Chart,
    ColumnChart,
    LineChart,
    ShareChart,
    TimelineChart,
)


def chart_xml(chart: Chart, width_pt: float, height_pt: float, lang: str) -> tuple[str, Sheet]:
    """Return a chart's part and its data sheet, laid out for a slot of that size."""
    match chart:
        case AmountChart():
            return amounts_xml(chart, width_pt, lang)
        case ColumnChart():
            return columns_xml(chart, width_pt, height_pt, lang)
        case TimelineChart():
            return timeline_xml(chart, width_pt, height_pt, lang)
        case ShareChart():
            return shares_xml(chart, width_pt, height_pt, lang)
        case LineChart():
            return line_xml(chart, width_pt, height_pt, lang)
