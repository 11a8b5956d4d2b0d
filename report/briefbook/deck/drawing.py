"""Charts of forms that no presentation program knows, drawn for a slide by the layout of the paper."""

from __future__ import annotations

from dataclasses import fields

from briefbook.deck.design import design
from briefbook.deck.measure import text_width, widest
from briefbook.errors import DoesNotFit
from briefbook.exhibits.pictures import chart_fonts, drawn
from briefbook.frozen import replace
from briefbook.theme.look import worn
from briefbook_figures.display_list import DisplayList, Face
from briefbook_figures.errors import ChartError
from briefbook_figures.faces import Fonts
from briefbook_figures.palette import SCREEN, ChartStyle
from briefbook_figures.spec import ShapeChart

_SLACK = 1.04
"""A label is set a little wider than measured in some programs; more would waste its room."""
_SHARES = (1.0, 0.94, 0.88)
"""Type sizes to try for another's face, as shares of ours: it may be wider than Calibri."""
_TYPE = ("label_pt", "value_pt", "name_pt", "small_pt")


def draw_on_slide(chart: ShapeChart, width_pt: float, height_pt: float, where: str) -> DisplayList:
    """Return a chart drawn at the size of its slot, in the deck's body face.

    Raises DoesNotFit, naming `where`, if it has no room or a label finds no place.
    """
    shares = _SHARES if worn().body or design().foreign else _SHARES[:1]
    with chart_fonts(_ems) as fonts:
        refusals = []
        for share in shares:
            picture = _drawn(chart, (width_pt, height_pt), share, fonts, where)
            if isinstance(picture, DisplayList):
                return picture
            refusals.append(picture)
    raise refusals[0]


def _drawn(
    chart: ShapeChart, size: tuple[float, float], share: float, fonts: Fonts, where: str
) -> DisplayList | DoesNotFit:
    try:
        picture = drawn(chart, *size, screen_style(share), fonts)
    except ChartError as error:
        return DoesNotFit(f"{where}: {error}", hint=error.hint)
    if picture.left_out:
        words = ", ".join(f"“{label}”" for label in picture.left_out)
        return DoesNotFit(
            f"{where}: the chart has no place for the label {words}",
            hint="shorten it or its neighbours, or leave it empty where a neighbour's speaks for both",
        )
    return picture


def screen_style(share: float) -> ChartStyle:
    """Return the type sizes of slides, made smaller."""
    sizes = {f.name: getattr(SCREEN, f.name) * share for f in fields(SCREEN) if f.name in _TYPE}
    return replace(SCREEN, **sizes)


def _ems(text: str, face: Face) -> float:
    is_bold, is_italic = face == "sans-semibold", face == "sans-italic"
    # A machine may lack a template's faces, and then draws labels in the widest stand-in.
    slack = widest(bold=is_bold) if design().foreign else _SLACK
    return text_width(text, 1.0, bold=is_bold, italic=is_italic) * slack
