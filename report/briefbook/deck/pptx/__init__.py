"""Deck → PPTX: the only code that knows python-pptx. It puts things where the plan says.

1. `template`    theme, master and layouts from code, opened as an empty presentation
2. `writing`     each slide's placeholders filled, by idx and in reading order
3. `charts`      native charts with their data sheets;  `tables`  native tables
4. `properties`  sections, ids, core and extended properties
5. `freeze`      the package rewritten: the same deck, the same bytes
"""

from __future__ import annotations

from typing import Any

from pptx.presentation import Presentation

from briefbook.deck.design import DEFAULT, Design, using
from briefbook.deck.plan import Deck
from briefbook.deck.pptx.freeze import frozen, pack, parts_of
from briefbook.deck.pptx.properties import write_app, write_core, write_sections
from briefbook.deck.pptx.template import presentation_of, template_bytes
from briefbook.deck.pptx.writing import SlideWriter

__all__ = ["export_template", "render_pptx"]


def render_pptx(deck: Deck) -> bytes:
    """Return a settled deck as PPTX; raises BriefbookError where a text cannot be shown."""
    with using(deck.design):
        return _rendered(deck)


def _rendered(deck: Deck) -> bytes:
    presentation, writer = _empty(deck)
    write_sections(presentation, deck, writer.write())
    write_core(presentation, deck.meta)
    write_app(presentation, deck)
    parts = parts_of(presentation)
    _let_go(presentation)
    return pack(parts)


def _empty(deck: Deck) -> tuple[Presentation, SlideWriter]:
    """Return the presentation that a deck's slides go into, and what writes them."""
    lang = deck.meta.lang
    if foreign := deck.design.foreign:
        from briefbook.deck.pptx.foreign import ForeignWriter
        from briefbook.deck.pptx.foreign_package import package_bytes

        presentation = presentation_of(package_bytes(foreign, lang))
        return presentation, ForeignWriter(presentation, deck)
    presentation = presentation_of(template_bytes(lang))
    return presentation, SlideWriter(presentation, deck)


def _let_go(whole: Presentation) -> None:
    """Drop trees and template of a presentation, which hold each other: no build collects such rings."""
    template: Any = whole.part.package._pkg_file
    template.close()
    for part in tuple(whole.part.package.iter_parts()):
        vars(part).clear()


def export_template(lang: str = "en-GB", design: Design = DEFAULT) -> bytes:
    """Return the empty template as PPTX, to look at or to build on in PowerPoint."""
    with using(design):
        return frozen(template_bytes(lang))
