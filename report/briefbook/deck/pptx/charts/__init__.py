"""Charts as data → native charts: editable in PowerPoint, with the same numbers in a data sheet.

One file for each form. A chart is laid out for the size of its slot, in points.
"""

from __future__ import annotations

from lxml import etree

from briefbook.deck.design import design, using
from briefbook.deck.plan import Deck, Drawing, Slide
from briefbook.deck.pptx.charts.columns import columns_xml
from briefbook.deck.pptx.charts.common import is_live
from briefbook.deck.pptx.charts.lines import line_xml
from briefbook.deck.pptx.charts.several import several_xml
from briefbook.deck.pptx.charts.shares import shares_xml
from briefbook.deck.pptx.workbook import Sheet
from briefbook.deck.pptx.xml import A
from briefbook.deck.pptx.xml import C as CHART
from briefbook.frozen import dataclass
from briefbook_figures.spec import (
    Chart,
    ColumnChart,
    LineChart,
    SeriesChart,
    ShareChart,
)


@dataclass(frozen=True)
class NativeChart:
    """A chart of a slide: its part, its data sheet, and what it says."""

    title: str
    chart: Chart
    xml: str
    sheet: Sheet

    @property
    def written_labels(self) -> tuple[str, ...]:
        """The labels that are written out, line by line, in the order of the part."""
        lines = [
            "".join(run.text or "" for run in line.iter(f"{{{A}}}t"))
            for rich in etree.fromstring(self.xml.encode()).iter(f"{{{CHART}}}rich")
            for line in rich.iter(f"{{{A}}}p")
        ]
        return tuple(line for line in lines if line.strip())

    @property
    def value_labels(self) -> tuple[str, ...]:
        """The labels that a program makes from values by a number format, in the order of the places."""
        match self.chart:
            case ColumnChart(columns=marks, measurement=shown):
                values = [c.value for c in marks if c.is_labelled and not c.note]
            case LineChart(points=points, measurement=shown):
                values = [p.value for p in points if p.is_labelled]
            case _:
                return ()
        known = [value for value in values if value is not None]
        return tuple(shown.label(value) for value in known if is_live(value, shown.format))

    @property
    def tick_labels(self) -> tuple[str, ...]:
        """The labels of the value axis; none where it is not shown."""
        chart = self.chart
        return chart.axis.texts if isinstance(chart, ColumnChart | LineChart | SeriesChart) else ()


def native_charts(deck: Deck) -> dict[str, tuple[NativeChart, ...]]:
    """Return the charts of each slide that has some, in the order of its slots."""
    with using(deck.design):
        found = {slide.id: tuple(_slide_charts(slide, deck.meta.lang)) for slide in deck.slides}
    return {slide: charts for slide, charts in found.items() if charts}


def _slide_charts(slide: Slide, lang: str) -> list[NativeChart]:
    fills = {fill.slot: fill.content for fill in slide.fills}
    return [
        NativeChart(
            drawing.title, drawing.chart, *chart_xml(drawing.chart, slot.rect.w, slot.rect.h, lang)
        )
        for slot in design().layouts[slide.layout].slots
        if isinstance(drawing := fills.get(slot.name), Drawing)
    ]


def chart_xml(chart: Chart, width_pt: float, height_pt: float, lang: str) -> tuple[str, Sheet]:
    """Return a chart's part and its data sheet, laid out for a slot of that size."""
    match chart:
        case ColumnChart():
            return columns_xml(chart, width_pt, height_pt, lang)
        case ShareChart():
            return shares_xml(chart, width_pt, height_pt, lang)
        case LineChart():
            return line_xml(chart, width_pt, height_pt, lang)
        case SeriesChart():
            return several_xml(chart, width_pt, height_pt, lang)
        case _:
            raise TypeError(f"{type(chart).__name__} is drawn as shapes")
