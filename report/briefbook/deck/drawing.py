"""Charts of forms that no presentation program knows, drawn for a slide by the layout of the paper."""

from __future__ import annotations

from briefbook.deck.measure import text_width
from briefbook.errors import DoesNotFit
from briefbook.exhibits.pictures import chart_fonts, drawn
from briefbook_figures.display_list import DisplayList, Face
from briefbook_figures.errors import ChartError
from briefbook_figures.palette import SCREEN
from briefbook_figures.spec import ShapeChart

_SLACK = 1.04
"""A label is set a little wider than measured in some programs; more would waste its room."""


def draw_on_slide(chart: ShapeChart, width_pt: float, height_pt: float, where: str) -> DisplayList:
    """Return a chart drawn at the size of its slot, in the deck's body face.

    Raises DoesNotFit, naming `where`, if it has no room or a label finds no place.
    """
    with chart_fonts(_ems) as fonts:
        try:
            picture = drawn(chart, width_pt, height_pt, SCREEN, fonts)
        except ChartError as error:
            raise DoesNotFit(f"{where}: {error}", hint=error.hint) from error
    if picture.left_out:
        words = ", ".join(f"“{label}”" for label in picture.left_out)
        raise DoesNotFit(
            f"{where}: the chart has no place for the label {words}",
            hint="shorten it or its neighbours, or leave it empty where a neighbour's speaks for both",
        )
    return picture


def _ems(text: str, face: Face) -> float:
    is_bold, is_italic = face == "sans-semibold", face == "sans-italic"
    return text_width(text, 1.0, bold=is_bold, italic=is_italic) * _SLACK
