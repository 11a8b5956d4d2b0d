"""What the file says of itself: properties, sections, ids; nothing of python-pptx's own."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.slide import Slide as NativeSlide

from briefbook.deck.plan import Deck, Meta, Slide
from briefbook.deck.pptx.template import app_xml
from briefbook.deck.pptx.xml import P14, P, attribute, stable_id, stable_number, text

_SECTIONS_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_CREATION_URI = "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"


def write_core(presentation: Presentation, meta: Meta) -> None:
    """Write title, author, keywords, language and the edition's date."""
    created = dt.datetime.fromisoformat(meta.created).astimezone(dt.UTC).replace(tzinfo=None)
    core = presentation.core_properties
    core.title, core.subject = meta.title, meta.subject
    core.author = meta.author or meta.creator
    core.keywords, core.language = "; ".join(meta.keywords), meta.lang
    core.last_modified_by, core.revision = meta.creator, 1
    core.created = core.modified = created


def write_app(presentation: Presentation, deck: Deck) -> None:
    """Write the extended properties."""
    hidden = sum(slide.is_hidden for slide in deck.slides)
    notes = sum(bool(slide.notes.paragraphs) for slide in deck.slides)
    counts = f"<Slides>{len(deck.slides)}</Slides><Notes>{notes}</Notes><HiddenSlides>{hidden}</HiddenSlides>"
    for part in presentation.part.package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part._blob = app_xml(text(deck.meta.creator), counts).encode()


def write_sections(presentation: Presentation, deck: Deck, parts: dict[str, Part]) -> None:
    """Write named sections: PowerPoint's outline pane and the slide sorter show them."""
    sections = []
    for number, (name, slides) in enumerate(groupby(deck.slides, key=lambda slide: slide.section)):
        numbers = (presentation.part.slide_id(parts[slide.id]) for slide in slides)  # type: ignore[no-untyped-call]
        ids = "".join(f'<p14:sldId id="{number}"/>' for number in numbers)
        # The number keeps two sections of one name apart.
        identity = stable_id(f"section:{number}:{name}")
        sections.append(
            f'<p14:section name={attribute(name)} id="{identity}"><p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>'
        )
    extension = parse_xml(
        f'<p:extLst xmlns:p="{P}"><p:ext uri="{_SECTIONS_URI}"><p14:sectionLst xmlns:p14="{P14}">'
        f"{''.join(sections)}</p14:sectionLst></p:ext></p:extLst>"
    )
    presentation.part._element.append(extension)


def write_identity(native: NativeSlide, slide: Slide) -> None:
    """Give a slide the id by which PowerPoint knows it again, and hide it if it is a backup."""
    extension = parse_xml(
        f'<p:extLst xmlns:p="{P}"><p:ext uri="{_CREATION_URI}"><p14:creationId xmlns:p14="{P14}" '
        f'val="{stable_number(f"slide:{slide.id}")}"/></p:ext></p:extLst>'
    )
    native._element.xpath("./p:cSld")[0].append(extension)
    if slide.is_hidden:
        native._element.set("show", "0")
