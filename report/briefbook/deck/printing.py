"""The deck as it is printed: native charts drawn, everything in the embedded faces, backup at the end.

PowerPoint draws native charts itself; in a PDF they are drawn by the layout that draws them for the
paper, at the size of their slots.
"""

from __future__ import annotations

from briefbook.deck.design import design, using
from briefbook.deck.drawing import screen_style
from briefbook.deck.layouts import Rect
from briefbook.deck.plan import Deck, Drawing, Fill, Picture, Slide
from briefbook.errors import DoesNotFit
from briefbook.exhibits.pictures import chart_fonts, drawn
from briefbook.frozen import replace
from briefbook_figures.display_list import DisplayList
from briefbook_figures.errors import ChartError
from briefbook_figures.faces import Fonts
from briefbook_figures.spec import Chart, ShapeChart

_SHARES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8)
"""Type sizes to try, as shares of the screen's: the embedded faces are wider than Calibri."""


def for_print(deck: Deck) -> Deck:
    """Return a settled deck with every chart as a drawing, and its hidden slides last.

    A small share may lack its label, as it does in the native chart: what is read aloud says it.

    Raises DoesNotFit if a chart has no room in its slot.
    """
    with using(deck.design), chart_fonts() as fonts:
        return replace(deck, slides=tuple(_drawn(slide, fonts) for slide in in_print(deck)))


def in_print(deck: Deck) -> tuple[Slide, ...]:
    """Return the slides in the order of their print: those that are hidden last."""
    return tuple(sorted(deck.slides, key=lambda slide: slide.is_hidden))


def slide_for_print(deck: Deck, slide: Slide) -> Slide:
    """Return one settled slide as `for_print` has it; raises likewise."""
    with using(deck.design), chart_fonts() as fonts:
        return _drawn(slide, fonts)


def _drawn(slide: Slide, fonts: Fonts) -> Slide:
    layout = design().layouts[slide.layout]
    fills = tuple(
        _drawn_fill(slide, fill, layout.slot(fill.slot).rect, fonts) for fill in slide.fills
    )
    return replace(slide, fills=fills)


def _drawn_fill(slide: Slide, fill: Fill, rect: Rect, fonts: Fonts) -> Fill:
    match fill.content:
        case Drawing(chart, alt, title) | Picture(chart, _, alt, title):
            picture = _draw(chart, rect, fonts, f"slide “{slide.id}”")
            return replace(fill, content=Picture(chart, picture, alt, title, slide.exhibit))
        case _:
            return fill


def _draw(chart: Chart, rect: Rect, fonts: Fonts, where: str) -> DisplayList:
    pictures: list[DisplayList] = []
    refused: list[ChartError] = []
    for share in _SHARES:
        try:
            pictures.append(drawn(chart, rect.w, rect.h, screen_style(share), fonts))
        except ChartError as error:
            refused.append(error)
            continue
        if not pictures[-1].left_out:
            break
    if not pictures:
        raise DoesNotFit(f"{where}, printed: {refused[0]}", hint=refused[0].hint)
    best = min(pictures, key=lambda picture: len(picture.left_out))
    if best.left_out and isinstance(chart, ShapeChart):
        words = ", ".join(f"“{label}”" for label in best.left_out)
        message = f"{where}, printed: the chart has no place for the label {words}"
        raise DoesNotFit(message, hint="shorten it or its neighbours")
    return best
