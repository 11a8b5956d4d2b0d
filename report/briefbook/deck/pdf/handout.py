"""The handout: a page of A4 for each slide, its picture above the speaker's notes."""

from __future__ import annotations

from dataclasses import replace

from briefbook.deck.design import design
from briefbook.deck.layouts import Rect
from briefbook.deck.pdf.pen import Pen
from briefbook.deck.pdf.slides import draw_slide
from briefbook.deck.pdf.text import Line, set_lines
from briefbook.deck.plan import Deck, Meta, Slide
from briefbook.deck.runs import TextRun
from briefbook.localization import translate
from briefbook.pdf.canvas import Artifact, Canvas
from briefbook.pdf.drawing import figure_layout
from briefbook.pdf.structure import Element
from briefbook.theme.deck import FOOTER_PT, TYPES, Ink, Setting, rgb
from briefbook.theme.paper import PAGE_SIZES, TEXT_WIDTH

SIZE = PAGE_SIZES["A4"]
_TOP, _GAP = 48.0, 22.0
_NOTE = TextRun("", 11.0, Ink.TEXT, 1.08)
_NOTE_GAP = 6.0
_HEAD_Y, _FOOT_Y = 16.0, SIZE.height - 34.0
_FURNITURE_PT = FOOTER_PT - 2
_Notes = list[tuple[int, Line]]
"""Lines of notes that stand on one page, each with the number of its note."""


def draw_handout(canvas: Canvas, deck: Deck, root: Element) -> None:
    """Draw every slide with its notes; notes that have no room below it go on to further pages."""
    parts = [_pages(slide) for slide in deck.slides]
    total, page = sum(map(len, parts)), 0
    for number, (slide, pages) in enumerate(zip(deck.slides, parts, strict=True), 1):
        section = Element("Sect", root)
        paragraphs = {at: Element("P", section) for notes in pages for at, _ in notes}
        for notes in pages:
            page += 1
            canvas.begin_page()
            is_first = notes is pages[0]
            if is_first:
                canvas.bookmark(0, slide.title, 0, 0)
                _draw_picture(canvas, deck, slide, number, section)
            _draw_notes(canvas, notes, paragraphs, _notes_top() if is_first else _TOP + _GAP)
            words = "" if is_first else translate("Slide {n}, continued", n=number)
            _draw_furniture(
                canvas, deck.meta, words, translate("{page} of {total}", page=page, total=total)
            )
    canvas.end_page()


def _notes_top() -> float:
    return _TOP + _picture_height() + _GAP


def _share() -> float:
    """Return how large a slide is drawn."""
    return TEXT_WIDTH / design().width_pt


def _picture_height() -> float:
    return design().height_pt * _share()


def _pages(slide: Slide) -> list[_Notes]:
    """Return the lines of the notes, each with the number of its note, page by page.

    A note that does not fit below the others begins a page; only one longer than a page is split.
    """
    pages: list[_Notes] = [[]]
    y, full = _notes_top(), SIZE.bottom - _TOP - _GAP
    for number, note in enumerate(filter(str.strip, slide.notes)):
        lines = set_lines((replace(_NOTE, text=note),), TEXT_WIDTH)
        height = sum(line.step for line in lines)
        y += _NOTE_GAP if pages[-1] else 0.0
        if y + height > SIZE.bottom and height <= full:
            pages.append([])
            y = _TOP + _GAP
        for line in lines:
            if y + line.step > SIZE.bottom:
                pages.append([])
                y = _TOP + _GAP
            pages[-1].append((number, line))
            y += line.step
    return pages


def _draw_picture(canvas: Canvas, deck: Deck, slide: Slide, number: int, section: Element) -> None:
    x, height = SIZE.left, _picture_height()
    box = x, _TOP + height, x + TEXT_WIDTH, _TOP
    titles = {other.id: other.title for other in deck.slides}
    figure = Element("Figure", section, alt=slide.title, attributes=(figure_layout(canvas, box),))
    with canvas.scaled((x, _TOP), _share()):
        draw_slide(Pen(canvas, figure, titles=titles), slide, number, deck.meta, section)
    canvas.box((x, _TOP), (TEXT_WIDTH, height), stroke=rgb(Ink.AXIS), width=0.75)


def _draw_notes(canvas: Canvas, notes: _Notes, paragraphs: dict[int, Element], top: float) -> None:
    """Draw the lines of notes; a note that goes on from another page keeps its paragraph."""
    pen, y = Pen(canvas), top
    for at, (number, line) in enumerate(notes):
        y += _NOTE_GAP if at and number != notes[at - 1][0] else 0.0
        y = pen.lines((line,), paragraphs[number], (SIZE.left, y))


def _draw_furniture(canvas: Canvas, meta: Meta, head: str, number: str) -> None:
    """Draw footer and page number, what goes on, and a marking at head and foot."""
    pen, plain = Pen(canvas), TYPES["footer"].body
    strong = Setting(plain.ink, bold=True)
    line = Rect(SIZE.left, 0, TEXT_WIDTH, 14)
    with pen.beside(Artifact("Pagination", "Header")):
        pen.line(meta.marking, strong, _FURNITURE_PT, _at(line, _HEAD_Y), 0.5)
    with pen.beside(Artifact("Pagination")):
        pen.line(head, plain, _FURNITURE_PT, _at(line, _TOP - 4))
    with pen.beside(Artifact("Pagination", "Footer")):
        pen.line(meta.footer, plain, _FURNITURE_PT, _at(line, _FOOT_Y - 14))
    with pen.beside(Artifact("Pagination")):
        pen.line(number, plain, _FURNITURE_PT, _at(line, _FOOT_Y - 14), 1.0)
    with pen.beside(Artifact("Pagination", "Footer")):
        pen.line(meta.marking, strong, _FURNITURE_PT, _at(line, _FOOT_Y), 0.5)


def _at(rect: Rect, y: float) -> Rect:
    return Rect(rect.x, y, rect.w, rect.h)
