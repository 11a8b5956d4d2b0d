"""A finished deck read back: slides, notes, tables, charts with their data sheets, alt texts.

A PPTX is a zip of XML; nothing here knows how the deck was made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from briefbook.archives import BROKEN
from briefbook.errors import SourceLocation, Unreadable
from briefbook.ooxml import CP, DC, EP, P14, TERMS, A, C, P, R
from briefbook.verify.deck_charts import FoundChart, paragraphs, read_chart
from briefbook.verify.deck_grammar import (
    GRAMMARS,
    KINDS,
    frame_faults,
    grammar_faults,
    kinds_with,
    sent_frame_faults,
)
from briefbook.verify.deck_places import place_faults
from briefbook.verify.deck_template import SentTemplate, held_against, sent, template_faults
from briefbook.verify.deck_tongues import tongue_faults
from briefbook.verify.images import FoundImage
from briefbook.verify.opc import Package, package_faults
from briefbook.verify.pptx_images import image_size, picture_faults
from briefbook.verify.recorded import part_hashes, parts_drawn

_META = {
    "title": f"{DC}title",
    "subject": f"{DC}subject",
    "author": f"{DC}creator",
    "keywords": f"{CP}keywords",
    "language": f"{DC}language",
    "creator": f"{CP}lastModifiedBy",
    "created": f"{TERMS}created",
    "modified": f"{TERMS}modified",
}
_COUNTS = {"slides": "Slides", "notes": "Notes", "hidden slides": "HiddenSlides"}
_OWN_FOOTER = "Footer"
"""A text box where a template's layouts have no place for a footer."""
_HEADERS_FOOTERS = {"ftr", "sldNum", "dt"}


@dataclass(frozen=True)
class FoundLink:
    """What a click does."""

    target: str
    """An address; `#3` for the third slide."""
    tooltip: str


@dataclass(frozen=True)
class FoundSlide:
    """A slide as it stands in the file."""

    number: int
    texts: tuple[str, ...]
    """Paragraphs of all shapes and cells, in reading order."""
    headers_footers: tuple[str, ...]
    """Paragraphs of footer and page number."""
    notes: tuple[str, ...]
    alts: tuple[str, ...]
    charts: tuple[FoundChart, ...]
    images: tuple[FoundImage, ...] = ()
    """Its pictures made of pixels."""
    links: tuple[FoundLink, ...] = ()
    layout: str = ""
    section: str = ""
    is_hidden: bool = False
    faults: tuple[str, ...] = ()
    """What Briefbook never writes, and what cannot be seen."""
    titles: tuple[str, ...] = ()
    """What its tables and charts are called beside their descriptions."""


@dataclass(frozen=True)
class FoundDeck:
    """A deck as it stands in the file."""

    slides: tuple[FoundSlide, ...]
    meta: dict[str, str]
    foreign: tuple[tuple[str, str], ...] = ()
    """Parts that are not as Briefbook writes them, and why; not the slides."""
    size: tuple[int, int] = (0, 0)
    """Of its slides, in English Metric Units."""
    parts: tuple[tuple[str, str], ...] = ()
    """Place and hash of each part."""
    drawn: tuple[tuple[str, str, str], ...] = ()
    """Place, name and marks of each slide and chart."""


def read_pptx(
    data: bytes,
    name: str,
    frames: dict[str, str] | None = None,
    template: SentTemplate | None = None,
) -> FoundDeck:
    """Read a deck; raises Unreadable if it is none.

    `frames` are the hashes of its masters, layouts and themes, where a brand changes them; `template`
    is what it stands on, if that is not our own.
    """
    with held_against(template):
        return _read(data, name, frames)


def _read(data: bytes, name: str, frames: dict[str, str] | None) -> FoundDeck:
    try:
        package = Package(data)
        main = package.main
        order, root = package.related(main), package.xml(main)
        entries = list(root.iter(f"{P}sldId"))
        names = [order[entry.get(f"{R}id", "")] for entry in entries]
        sections = _sections(root)
        size = _size(root)
        slides = tuple(
            _slide(package, part, number, names, sections.get(entry.get("id", ""), ""), size)
            for number, (part, entry) in enumerate(zip(names, entries, strict=True), 1)
        )
        core = package.xml("docProps/core.xml")
        meta = {key: core.findtext(tag) or "" for key, tag in _META.items()}
        foreign = tuple(_foreign(package, meta["language"], slides, size, frames))
        parts, drawn = tuple(part_hashes(package)), tuple(parts_drawn(package))
    except (
        etree.XMLSyntaxError,
        ArithmeticError,
        *BROKEN,
    ) as error:
        raise Unreadable(f"cannot be read as PPTX: {error}", place=SourceLocation(name)) from error
    return FoundDeck(slides, meta, foreign, size, parts, drawn)


def _size(root: etree._Element) -> tuple[int, int]:
    """Return width and height of the slides; raises KeyError where it is not said."""
    said = root.find(f"{P}sldSz")
    if said is None:
        raise KeyError("the size of the slides")
    return int(said.get("cx", "0")), int(said.get("cy", "0"))


def _sections(root: etree._Element) -> dict[str, str]:
    """Return the section of each slide by its id."""
    return {
        entry.get("id", ""): section.get("name", "")
        for section in root.iter(f"{P14}section")
        for entry in section.iter(f"{P14}sldId")
    }


def _foreign(
    package: Package,
    lang: str,
    slides: tuple[FoundSlide, ...],
    size: tuple[int, int],
    frames: dict[str, str] | None,
) -> Iterator[tuple[str, str]]:
    """Yield what the file has beside its slides that Briefbook never writes so."""
    template = sent()
    yield from package_faults(package, kinds_with(template, package) if template else KINDS)
    if template:
        yield from template_faults(package, template)
    elif frames:
        yield from sent_frame_faults(package, frames)
    else:
        yield from frame_faults(package, lang, size)
    for name in package.names:
        kind = GRAMMARS.get(package.content_type(name), "")
        if kind not in ("", "slide", "chart", "presentation" if template else ""):
            for fault in grammar_faults(package.xml(name), kind):
                yield name, f"holds what Briefbook never writes: {fault}"
    app = package.xml("docProps/app.xml")
    counted = (
        len(slides),
        sum(bool(slide.notes) for slide in slides),
        sum(slide.is_hidden for slide in slides),
    )
    for (what, tag), count in zip(_COUNTS.items(), counted, strict=True):
        if (said := app.findtext(f"{EP}{tag}")) != str(count):
            yield "properties", f"counts {said} {what}; there are {count}"


def _images(
    package: Package, root: etree._Element, related: dict[str, str], place: str
) -> Iterator[FoundImage]:
    """Yield every picture of a slide: native ones, and those that fill a shape or the ground."""
    for blip in root.iter(f"{A}blip"):
        part = related.get(blip.get(f"{R}embed", ""), "")
        sha256 = hashlib.sha256(package.data(part)).hexdigest() if part else ""
        filling = blip.getparent()
        picture = None if filling is None else filling.getparent()
        if filling is None or picture is None or picture.tag != f"{P}pic":
            yield FoundImage(place, "", sha256)
            continue
        named = picture.find(f".//{P}cNvPr")
        alt = "" if named is None else named.get("descr", "")
        size = image_size(package.data(part)) if part else (0, 0)
        yield FoundImage(place, alt, sha256, "", tuple(picture_faults(picture, size)))


def _slide(
    package: Package,
    name: str,
    number: int,
    names: list[str],
    section: str,
    size: tuple[int, int],
) -> FoundSlide:
    root, related = package.xml(name), package.related(name)
    texts, headers_footers = _texts(root)
    charts = [related[entry.get(f"{R}id", "")] for entry in root.iter(f"{C}chart")]
    notes = next((target for target in related.values() if "/notesSlides/" in target), None)
    laid = next((target for target in related.values() if "/slideLayouts/" in target), None)
    layout = package.xml(laid) if laid else etree.Element("none")
    named = layout.find(f"{P}cSld")
    spoken = [package.xml(part) for part in (*charts, *([notes] if notes else []))]
    return FoundSlide(
        number,
        texts,
        headers_footers,
        tuple(_notes(package.xml(notes))) if notes else (),
        tuple(_called(root, "descr")),
        tuple(read_chart(package, part) for part in charts),
        tuple(_images(package, root, related, f"slide {number}")),
        tuple(_links(package, name, root, names)),
        "" if named is None else named.get("name", ""),
        section,
        root.get("show", "1") in ("0", "false"),
        (
            *grammar_faults(root, "slide"),
            *place_faults(root, layout, size),
            *(fault for part in (root, *spoken) for fault in tongue_faults(part)),
        ),
        tuple(_called(root, "title")),
    )


def _texts(root: etree._Element) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the paragraphs of a slide's shapes, and those of its footer and page number."""
    texts: list[str] = []
    headers_footers: list[str] = []
    for shape in root.iter(f"{P}sp", f"{P}graphicFrame", f"{P}cxnSp"):
        place = shape.find(f".//{P}ph")
        is_running = place is not None and place.get("type") in _HEADERS_FOOTERS
        if sent() and place is None and (named := shape.find(f".//{P}cNvPr")) is not None:
            is_running = named.get("name") == _OWN_FOOTER
        (headers_footers if is_running else texts).extend(paragraphs(shape))
    return tuple(texts), tuple(headers_footers)


def _called(root: etree._Element, how: str) -> Iterator[str]:
    """Yield what shapes are called: their descriptions, or their titles."""
    yield from filter(None, (shape.get(how, "") for shape in root.iter(f"{P}cNvPr")))


def _links(
    package: Package, name: str, root: etree._Element, names: list[str]
) -> Iterator[FoundLink]:
    relations = {relation.id: relation for relation in package.relations(name)}
    for click in root.iter(f"{A}hlinkClick"):
        relation, tooltip = relations.get(click.get(f"{R}id", "")), click.get("tooltip", "")
        if relation is None or relation.is_external:
            yield FoundLink("" if relation is None else relation.target, tooltip)
        else:
            at = names.index(relation.target) + 1 if relation.target in names else 0
            yield FoundLink(f"#{at}", tooltip)


def _notes(root: etree._Element) -> Iterator[str]:
    for shape in root.iter(f"{P}sp"):
        place = shape.find(f".//{P}ph")
        if place is None or place.get("type", "body") == "body":
            yield from paragraphs(shape)
