"""A slide on a page: ground, marks, slots in reading order, footer and number."""

from __future__ import annotations

from briefbook.deck.design import design
from briefbook.deck.layouts import (
    Layout,
    PlaceholderType,
    Rect,
    Slot,
)
from briefbook.deck.pdf.fitting import Block, fit_texts, height_of
from briefbook.deck.pdf.pen import Pen
from briefbook.deck.pdf.tables import draw_table
from briefbook.deck.plan import Content, Drawing, Meta, Paras, Photo, Picture, Slide, Table
from briefbook.pdf.canvas import FOOTER, HEADER, PAGE_NUMBER, Artifact
from briefbook.pdf.drawing import draw_marks, figure_layout, image_object
from briefbook.pdf.structure import Element
from briefbook.theme.deck import BANNER, COVER_FOOTER, FOOTER_PT, TYPES, Ink, Setting, rgb
from briefbook.theme.look import worn


def draw_slide(pen: Pen, slide: Slide, number: int, meta: Meta, parent: Element) -> None:
    """Draw a slide into its section; raises DoesNotFit, BrokenPlan, Unprintable."""
    layout = design().layouts[slide.layout]
    if layout.ground:
        with pen.beside(Artifact()):
            pen.canvas.box((0, 0), (design().width_pt, design().height_pt), fill=rgb(layout.ground))
    for mark in (*(design().furniture if layout.has_furniture else ()), *layout.marks):
        pen.mark(mark)
    texts = fit_texts(slide)
    fills = {fill.slot: fill.content for fill in slide.fills}
    filled = [slot for slot in layout.slots if slot.name in fills]
    # In a figure the words of charts come last, after all texts.
    drawn_last = sorted(filled, key=lambda slot: isinstance(fills[slot.name], Picture))
    for slot in drawn_last if pen.figure else filled:
        _draw_ground(pen, slot)
        if slot.name in texts:
            pen.jump = slide.links[0].slide if slide.links and slot.name == "source" else ""
            _draw_text(pen, slot, texts[slot.name], parent)
            pen.jump = ""
        else:
            _draw_content(pen, fills[slot.name], slot, parent, slide.id)
    if slide.logo:
        _draw_photo(pen, slide.logo_photo, slide.logo_place, parent)
    _draw_furniture(pen, layout, number, meta)


def _draw_ground(pen: Pen, slot: Slot) -> None:
    if slot.ground:
        rect = slot.rect
        with pen.beside(Artifact()):
            pen.canvas.box((rect.x, rect.y), (rect.w, rect.h), fill=rgb(slot.ground))


def _draw_text(pen: Pen, slot: Slot, blocks: tuple[Block, ...], parent: Element) -> None:
    spare = slot.room_pt - height_of(blocks)
    y = slot.rect.y + slot.inset[1] + spare * {"t": 0.0, "ctr": 0.5, "b": 1.0}[slot.anchor]
    tag = "H1" if slot.kind is PlaceholderType.TITLE else "P"
    for block in blocks:
        element = pen.element(tag, parent)
        y = pen.lines(block.lines, element, (slot.rect.x + slot.inset[0], y + block.above))


def _draw_content(pen: Pen, content: Content, slot: Slot, parent: Element, slide: str) -> None:
    rect = slot.rect
    match content:
        case Table() as table:
            draw_table(pen, table, slot, parent, slide)
        case Picture() as picture:
            bottom = rect.y + picture.drawing.height_pt
            box = Rect(rect.x, rect.y, picture.drawing.width_pt, picture.drawing.height_pt)
            with pen.canvas.drawing(_figure(pen, parent, picture.alt, box)):
                pen.canvas.inks = (
                    worn().inks
                )  # a drawing's colours are the palette's, not the theme's
                draw_marks(pen.canvas, picture.drawing.marks, rect.x, bottom)
                pen.canvas.inks = {}
        case Photo() as photo:
            _draw_photo(pen, photo, rect, parent)
        case Drawing():
            message = f"slide {slide}: a native chart is drawn before it is printed (`for_print`)"
            raise TypeError(message)
        case Paras():
            raise TypeError(f"slide {slide}: a text was not settled")


def _draw_photo(pen: Pen, photo: Photo, rect: Rect, parent: Element) -> None:
    box = Rect(rect.x, rect.y, photo.width_pt, photo.height_pt)
    with pen.canvas.drawing(_figure(pen, parent, photo.alt, box)):
        image = image_object(photo.image)
        pen.canvas.image(image, (rect.x, rect.y), (photo.width_pt, photo.height_pt))


def _figure(pen: Pen, parent: Element, alt: str, rect: Rect) -> Element:
    box = rect.x, rect.bottom, rect.x + rect.w, rect.y
    return pen.element("Figure", parent, alt=alt, attributes=(figure_layout(pen.canvas, box),))


def _draw_furniture(pen: Pen, layout: Layout, number: int, meta: Meta) -> None:
    """Draw footer and number, and a marking at head and foot; the cover shows the marking alone."""
    plain = TYPES["footer"].body if layout.has_furniture else COVER_FOOTER
    strong = Setting(plain.ink, bold=True)
    if meta.marking:
        banner = design().banner
        with pen.beside(HEADER):
            pen.canvas.box((banner.x, banner.y), (banner.w, banner.h), fill=rgb(Ink.NAVY))
            pen.line(meta.marking, BANNER, FOOTER_PT, banner, 0.5)
    footer = meta.footer if layout.has_furniture else ""
    with pen.beside(FOOTER):
        words = f"{meta.marking} · {footer}" if meta.marking and footer else meta.marking or footer
        pen.line(words, strong if meta.marking else plain, FOOTER_PT, design().footer)
    if layout.has_furniture:
        with pen.beside(PAGE_NUMBER):
            pen.line(str(number), TYPES["page"].body, FOOTER_PT, design().page, 1.0)
