"""Deck → PDF: the slides printed, and a handout of slides and notes; the same bytes for the same plan.

1. `text`     pieces of text broken into lines, in the widths of the embedded faces
2. `fitting`  the size of each slot's text;  `tables`  the cells of each table
3. `slides`   a slide drawn;  `handout`  a page of slide and notes
4. `pen`      where each thing belongs in the structure

The plan comes from `briefbook.deck.printing`, which has drawn its charts.
"""

from __future__ import annotations

from briefbook.deck.design import using
from briefbook.deck.pdf.handout import SIZE, draw_handout
from briefbook.deck.pdf.pen import Pen
from briefbook.deck.pdf.slides import draw_slide
from briefbook.deck.plan import Deck, Slide
from briefbook.frozen import dataclass
from briefbook.pdf.canvas import Canvas
from briefbook.pdf.document import finished, last_page
from briefbook.pdf.file import File
from briefbook.pdf.structure import Element

__all__ = ["preview_slide", "render_handout", "render_slides"]

_BACKUP = "Backup"
"""Bookmark above the slides that are not shown."""


@dataclass(frozen=True)
class _Page:
    width: float
    height: float


def render_slides(deck: Deck) -> bytes:
    """Return the slides of a deck that is ready to be printed as a tagged PDF, one page each.

    Raises Unprintable for a character that no embedded face has, DoesNotFit for a text without
    room, BrokenPlan for a link that leads nowhere.
    """
    root = Element("Document")
    canvas = Canvas(File(), _Page(deck.design.width_pt, deck.design.height_pt))
    pen = Pen(canvas, titles={slide.id: slide.title for slide in deck.slides})
    is_backup = False
    for number, slide in enumerate(deck.slides, 1):
        canvas.begin_page()
        canvas.spot(slide.id, 0, 0)
        if slide.is_hidden and not is_backup:
            canvas.bookmark(0, _BACKUP, 0, 0)
            is_backup = True
        canvas.bookmark(int(slide.is_hidden), slide.title, 0, 0)
        with using(deck.design):
            draw_slide(pen, slide, number, deck.meta, Element("Sect", root))
    canvas.end_page()
    return finished(canvas, root, deck.meta)


def preview_slide(deck: Deck, slide: Slide, number: int) -> bytes:
    """Return one slide, ready to be printed, as a PDF to be looked at: it is no document to send."""
    canvas = Canvas(File(), _Page(deck.design.width_pt, deck.design.height_pt))
    canvas.begin_page()
    pen = Pen(canvas, titles={other.id: other.title for other in deck.slides})
    with using(deck.design):
        draw_slide(pen, slide, number, deck.meta, Element("Sect", Element("Document")))
    canvas.end_page()
    return last_page(canvas)


def render_handout(deck: Deck) -> bytes:
    """Return the slides with the speaker's notes below them as a tagged PDF on A4; raises likewise."""
    root = Element("Document")
    canvas = Canvas(File(), SIZE)
    with using(deck.design):
        draw_handout(canvas, deck, root)
    return finished(canvas, root, deck.meta)
