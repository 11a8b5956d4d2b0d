"""Slides: placeholders in reading order, filled, with footer, page number and notes."""

from __future__ import annotations

import copy
from typing import Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import OpcPackage, Part, XmlPart
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart
from pptx.parts.slide import NotesSlidePart, SlidePart
from pptx.presentation import Presentation
from pptx.slide import NotesSlide
from pptx.slide import Slide as NativeSlide

from briefbook.deck.layouts import FOOTER_IDX, MARKING_IDX, PAGE_IDX, Layout, PlaceholderType, Slot
from briefbook.deck.placeholders import LOGO_IDX
from briefbook.deck.plan import Deck, Drawing, Fill, Paras, Photo, Picture, Slide, Table
from briefbook.deck.pptx.charts import chart_xml
from briefbook.deck.pptx.masters import slide_number_field
from briefbook.deck.pptx.photos import photo_xml
from briefbook.deck.pptx.pictures import picture_xml
from briefbook.deck.pptx.properties import write_identity
from briefbook.deck.pptx.runs import Linker, Scribe, click
from briefbook.deck.pptx.shapes import frame, label
from briefbook.deck.pptx.tables import URI as TABLE_URI
from briefbook.deck.pptx.tables import table_xml
from briefbook.deck.pptx.tongues import spoken, spoken_part
from briefbook.deck.pptx.workbook import Sheet
from briefbook.deck.pptx.xml import NAMESPACES, C, attribute, printable, text

_CHART_URI = C
_INTERNAL = "#"
_LOGO_ID = 90


class _PartNames:
    """The next free name for a part: python-pptx looks through the whole package for each."""

    def __init__(self, package: OpcPackage) -> None:
        self._taken = {str(part.partname) for part in package.iter_parts()}
        self._numbers: dict[str, int] = {}

    def __call__(self, template: str) -> PackURI:
        number = self._numbers.get(template, 0) + 1
        while template % number in self._taken:
            number += 1
        self._numbers[template] = number
        return PackURI(template % number)


class SlideWriter:
    """Writes a deck's slides into a presentation."""

    def __init__(self, presentation: Presentation, deck: Deck) -> None:
        """Keep both; the presentation has the template's layouts and no slides."""
        self._presentation = presentation
        self._deck = deck
        self._lang = deck.meta.lang
        self._parts: dict[str, SlidePart] = {}
        self._empty_notes: Any = None
        self._titles = {slide.id: slide.title for slide in deck.slides}

    def write(self) -> dict[str, Part]:
        """Write all slides and return their parts by id.

        A part is bytes as soon as it is whole: as trees, those of a long deck would be most of a build.
        """
        layouts = self._layouts()
        package = self._presentation.part.package
        package.next_partname = _PartNames(package)  # type: ignore[assignment]
        for slide in self._deck.slides:
            # All first, so that links may lead forward.
            self._parts[slide.id] = self._added(layouts[slide.layout])
        for slide in self._deck.slides:
            self._fill(slide)
            if notes := self._write_notes(slide):
                to_bytes(notes)
            write_identity(self._native(slide), slide)
            to_bytes(self._parts[slide.id])
        return dict(self._parts)

    def _native(self, slide: Slide) -> NativeSlide:
        native: NativeSlide = self._parts[slide.id].slide
        return native

    def _layouts(self) -> dict[str, Part]:
        """Return the native layout for each of the design's."""
        master = self._presentation.slide_master
        listed = master.slide_layouts._sldLayoutIdLst.sldLayoutId_lst
        parts = (master.part.related_part(entry.rId) for entry in listed)
        return dict(zip(self._deck.design.layouts, parts, strict=True))

    def _added(self, layout: Part) -> SlidePart:
        """Return a new slide without placeholders: python-pptx would clone all, for us to remove."""
        whole = self._presentation.part
        name = whole._next_slide_partname
        part = SlidePart.new(name, whole.package, layout)  # type: ignore[no-untyped-call]
        rel_id = whole.relate_to(part, RELATIONSHIP_TYPE.SLIDE)
        self._presentation.slides._sldIdLst.add_sldId(rel_id)
        return part  # type: ignore[no-any-return]  # made by a class method without types

    def _fill(self, slide: Slide) -> None:
        """Add the placeholders that the plan fills."""
        native = self._native(slide)
        tree = native.shapes._spTree
        layout = self._deck.layout_of(slide)
        fills = {fill.slot: fill for fill in slide.fills}
        slots = [slot for slot in layout.slots if slot.name in fills]
        shapes = [self._shape(n, slot, fills[slot.name], slide) for n, slot in enumerate(slots, 2)]
        shapes += self._furniture(len(slots) + 2, layout, slide)
        if slide.logo:
            where = f"slide “{slide.id}”, logo"
            shapes.append(
                photo_xml(_LOGO_ID, slide.logo_photo, slide.logo_place, native, where, LOGO_IDX)
            )
        for shape in shapes:
            tree.append(spoken(parse_xml(shape.replace(">", f" {NAMESPACES}>", 1))))

    def _shape(self, shape_id: int, slot: Slot, fill: Fill, slide: Slide) -> str:
        where = f"slide “{slide.id}”, {slot.name}"
        scribe = Scribe(self._lang, self._linker(slide), where)
        match fill.content:
            case Paras() as paras:
                words = scribe.paragraphs(paras, slot)
                return _text_shape(
                    shape_id, slot, self._deck.layout_of(slide), words, self._click(slide, slot)
                )
            case Table() as table:
                height = sum(table.row_heights_pt)
                inner = table_xml(table, slot, scribe)
                name, alt = f"Table: {self._titles[slide.id]}", table.alt
                place = self._place(slide, slot)
                return _graphic(shape_id, slot, place, (name, alt), TABLE_URI, inner, height)
            case Picture() as picture:
                return picture_xml(shape_id, picture, slot.rect, self._lang, where)
            case Photo() as photo:
                return photo_xml(shape_id, photo, slot.rect, self._native(slide), where)
            case Drawing() as drawing:
                inner = self._chart(slide, slot, drawing, where)
                said, place = (drawing.title, drawing.alt), self._place(slide, slot)
                return _graphic(shape_id, slot, place, said, _CHART_URI, inner, slot.rect.h)

    def _place(self, _: Slide, slot: Slot) -> str:
        """Return the mark by which a frame is a placeholder's; nothing for a frame of its own."""
        kind = "chart" if slot.kind is PlaceholderType.CHART else "tbl"
        return f'<p:ph type="{kind}" idx="{slot.idx}"/>'

    def _chart_xml(self, drawing: Drawing, slot: Slot) -> tuple[str, Sheet]:
        """Return a chart's part and its data sheet."""
        return chart_xml(drawing.chart, slot.rect.w, slot.rect.h, self._lang)

    def _chart(self, slide: Slide, slot: Slot, drawing: Drawing, where: str) -> str:
        """Add the chart's part and its data sheet, and return the element that refers to it."""
        xml, sheet = self._chart_xml(drawing, slot)
        package = self._presentation.part.package
        name = package.next_partname(ChartPart.partname_template)
        # As bytes: python-pptx would read it into a tree to add the sheet, and write that again.
        part = Part(name, CONTENT_TYPE.DML_CHART, package)
        data = EmbeddedXlsxPart.new(sheet.blob(), package)
        sheet_id = part.relate_to(data, RELATIONSHIP_TYPE.PACKAGE)
        body, end, _ = spoken_part(printable(xml, where)).rpartition("</c:chartSpace>")
        joint = f'<c:externalData r:id="{sheet_id}"><c:autoUpdate val="0"/></c:externalData>'
        part.blob = f"{body}{joint}{end}".encode()
        rel_id = self._parts[slide.id].relate_to(part, RELATIONSHIP_TYPE.CHART)
        return f'<c:chart xmlns:c="{C}" r:id="{rel_id}"/>'

    def _furniture(self, shape_id: int, layout: Layout, _: Slide) -> list[str]:
        """Return footer and page number, and a marking at the head; the cover shows the marking alone."""
        words = self._footer(layout)
        shapes = [_field(shape_id, "Footer", "ftr", FOOTER_IDX, words)] if words else []
        if layout.has_furniture:
            number = slide_number_field(self._lang)
            shapes.append(_field(shape_id + 1, "Slide number", "sldNum", PAGE_IDX, number))
        if marking := self._deck.meta.marking:
            words = self._run(marking, "marking")
            shapes.append(_field(shape_id + 2, "Marking", "dt", MARKING_IDX, words))
        return shapes

    def _footer(self, layout: Layout) -> str:
        """Return the runs of the footer."""
        meta = self._deck.meta
        footer = meta.footer if layout.has_furniture else ""
        runs = []
        if meta.marking:
            after = " · " if footer else ""
            runs.append((' b="1"', meta.marking + after))
        if footer:
            runs.append(("", footer))
        return "".join(self._run(words, "footer", looks) for looks, words in runs)

    def _run(self, words: str, where: str, looks: str = "") -> str:
        said = text(printable(words, where))
        return f'<a:r><a:rPr lang="{self._lang}"{looks}/><a:t>{said}</a:t></a:r>'

    def _linker(self, slide: Slide) -> Linker:
        """Return what makes clicks of that slide's links."""
        part = self._parts[slide.id]

        def link(target: str) -> str:
            if target.startswith(_INTERNAL):
                id_ = target.removeprefix(_INTERNAL)
                if id_ not in self._parts:
                    raise ValueError(
                        f"slide {slide.id}: a link leads to “{id_}”, which is no slide"
                    )
                rel_id = part.relate_to(self._parts[id_], RELATIONSHIP_TYPE.SLIDE)
                return click(rel_id, f"Go to: {self._titles[id_]}", is_jump=True)
            rel_id = part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            return click(rel_id, target, is_jump=False)

        return link

    def _click(self, slide: Slide, slot: Slot) -> str:
        """Return the click on the source line, which leads where the slide's own link does."""
        if not slide.links or slot.name != "source":
            return ""
        return self._linker(slide)(f"{_INTERNAL}{slide.links[0].slide}")

    def _write_notes(self, slide: Slide) -> XmlPart | None:
        """Write a slide's notes; return their part."""
        if not slide.notes.paragraphs:
            return None
        notes = self._notes_page(self._native(slide))
        frame_ = notes.notes_text_frame
        if frame_ is None:
            raise RuntimeError("the notes master has lost its text placeholder")
        where = f"slide “{slide.id}”, notes"
        frame_.text = "\n".join(printable(words, where) for words in slide.notes.paragraphs)
        element: Any = notes._element
        for run in element.iter(qn("a:r")):
            run.get_or_add_rPr().set("lang", self._lang)
        for looks in element.iter(qn("a:endParaRPr"), qn("a:rPr")):
            looks.set("lang", self._lang)
        spoken(element)
        part: XmlPart = notes.part
        return part

    def _notes_page(self, native: NativeSlide) -> NotesSlide:
        """Return a new page of notes; the first is made after the master, the others are copies of it."""
        if self._empty_notes is None:
            first = native.notes_slide
            _rename(first._element)
            self._empty_notes = copy.deepcopy(first._element)
            return first
        package = native.part.package
        name = package.next_partname("/ppt/notesSlides/notesSlide%d.xml")
        element = copy.deepcopy(self._empty_notes)
        part = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, package, element)
        part.relate_to(package.presentation_part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
        part.relate_to(native.part, RELATIONSHIP_TYPE.SLIDE)
        native.part.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)
        made: NotesSlide = part.notes_slide
        return made


_OF_A_PART = frozenset(("_partname", "_content_type", "_package", "_blob", "_rels"))


def to_bytes(part: XmlPart) -> None:
    """Make a part that is whole the bytes that it is written as, without its tree.

    What python-pptx reads it through knows its shapes, and they know it: that ring is opened, too.
    """
    part._blob = part.blob
    for name in vars(part).keys() - _OF_A_PART:
        read = vars(part).pop(name)
        if isinstance(read, NativeSlide | NotesSlide):
            vars(read).clear()
    part.__class__ = Part  # type: ignore[assignment]  # the class below its own, which holds bytes


def _rename(notes: Any) -> None:  # noqa: ANN401 - python-pptx's element classes are not typed
    """Give notes placeholders the names that the Selection pane and screen readers should say."""
    names = {"sldImg": "Slide image", "body": "Notes", "sldNum": "Page number"}
    for shape in notes.iter(qn("p:sp")):
        kind = shape.find(f".//{qn('p:ph')}").get("type", "body")
        shape.find(f".//{qn('p:cNvPr')}").set("name", names.get(kind, kind))


def _text_shape(shape_id: int, slot: Slot, layout: Layout, words: str, clicked: str) -> str:
    kind = {PlaceholderType.TITLE: "title"}.get(slot.kind, "body")
    if layout.name.startswith("title"):
        kind = {"title": "ctrTitle", "subtitle": "subTitle"}.get(slot.name, kind)
    idx = f' idx="{slot.idx}"' if slot.idx else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name={attribute(label(slot.name))}>{clicked}</p:cNvPr>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}"{idx}/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody></p:sp>"
    )


def _graphic(
    shape_id: int,
    slot: Slot,
    holder: str,
    said: tuple[str, str],
    uri: str,
    inner: str,
    height: float,
) -> str:
    (title, alt), rect = said, slot.rect
    place = frame(type(rect)(rect.x, rect.y, rect.w, height)).replace("a:xfrm", "p:xfrm")
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{shape_id}" name={attribute(label(slot.name))} '
        f"descr={attribute(printable(alt, title))} title={attribute(printable(title, title))}/>"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"<p:nvPr>{holder}</p:nvPr></p:nvGraphicFramePr>{place}"
        f'<a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic></p:graphicFrame>'
    )


def _field(shape_id: int, name: str, kind: str, idx: int, content: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}" sz="quarter" idx="{idx}"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{content}</a:p></p:txBody></p:sp>"
    )
