"""The one way from a chart to a picture: plain marks, or a file.

    picture = draw(chart, width_pt, height_pt, PAPER, fonts)

No plotting library is loaded but to save a file, and for the ticks of a timeline of a few months.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from briefbook_figures.display_list import DisplayList, Mark, TextMark
from briefbook_figures.faces import Fonts
from briefbook_figures.palette import ChartStyle
from briefbook_figures.spec import (
    AmountChart,
    Chart,
    ColumnChart,
    LineChart,
    RowChart,
    SeriesChart,
    ShareChart,
    TimelineChart,
)
from briefbook_figures.spec_map import MapChart

if TYPE_CHECKING:
    from briefbook_figures.forms.canvas import Canvas

__all__ = ["Fonts", "draw", "save"]


def draw(
    chart: Chart, width_pt: float, height_pt: float | None, style: ChartStyle, fonts: Fonts
) -> DisplayList:
    """Draw `chart` at its final size; the same arguments give the same picture everywhere.

    Without a height the picture is as high as its content needs.

    Raises ChartError when the chart does not fit or cannot be shown truthfully.
    """
    return _canvas(chart, width_pt, height_pt, style, fonts).picture()


def save(
    chart: Chart,
    width_pt: float,
    height_pt: float | None,
    style: ChartStyle,
    fonts: Fonts,
    format_: str,
    inks: Mapping[str, str] | None = None,
) -> bytes:
    """Return the same picture as a file, by matplotlib's savers: `svg`, `png` or `pdf`.

    `inks` has what is drawn instead of some colours of the palette. Letters are outlines in SVG and embedded faces in PDF; a PNG has 300 dots per inch on white.
    """
    from briefbook_figures.saving import saved

    picture = draw(chart, width_pt, height_pt, style, fonts)
    marks = tuple(_recoloured(mark, inks or {}) for mark in picture.marks)
    return saved(replace(picture, marks=marks), fonts, format_)


def _recoloured(mark: Mark, inks: Mapping[str, str]) -> Mark:
    if isinstance(mark, TextMark):
        return replace(mark, colour=inks.get(mark.colour, mark.colour))
    fill, stroke = (ink and inks.get(ink, ink) for ink in (mark.fill, mark.stroke))
    return replace(mark, fill=fill, stroke=stroke)


def _canvas(
    chart: Chart, width_pt: float, height_pt: float | None, style: ChartStyle, fonts: Fonts
) -> Canvas:
    from briefbook_figures.forms.canvas import Canvas

    height = height_pt or _height(chart, width_pt, style, fonts)
    canvas = Canvas(width_pt, height, style, fonts)
    _draw_on(canvas, chart)
    return canvas


def _height(chart: Chart, width_pt: float, style: ChartStyle, fonts: Fonts) -> float:
    from briefbook_figures.forms.cards import cards_height
    from briefbook_figures.forms.map import map_height
    from briefbook_figures.forms.measure import Measure
    from briefbook_figures.forms.timeline import timeline_height

    match chart:
        case AmountChart():
            return cards_height(chart, width_pt, style, Measure(fonts))
        case TimelineChart():
            return timeline_height(chart, width_pt, style, fonts)
        case MapChart():
            return map_height(chart, width_pt, style, fonts)
        case _:
            raise TypeError(f"{type(chart).__name__} has no height of its own")


def _draw_on(canvas: Canvas, chart: Chart) -> None:
    from briefbook_figures.forms.cards import draw_amounts
    from briefbook_figures.forms.columns import draw_columns
    from briefbook_figures.forms.line import draw_line
    from briefbook_figures.forms.map import draw_map
    from briefbook_figures.forms.rows import draw_rows
    from briefbook_figures.forms.several import draw_several
    from briefbook_figures.forms.shares import draw_shares
    from briefbook_figures.forms.timeline import draw_timeline

    match chart:
        case AmountChart():
            draw_amounts(canvas, chart)
        case ColumnChart():
            draw_columns(canvas, chart)
        case TimelineChart():
            draw_timeline(canvas, chart)
        case ShareChart():
            draw_shares(canvas, chart)
        case LineChart():
            draw_line(canvas, chart)
        case SeriesChart():
            draw_several(canvas, chart)
        case MapChart():
            draw_map(canvas, chart)
        case RowChart():
            draw_rows(canvas, chart)
        case _:
            assert_never(chart)
