"""Slides on somebody else's layouts: everything that ours would inherit is said, and all is scaled.

The title, and on the cover the subtitle, are the template's own placeholders and take their looks
from it but for the size. What else a slide holds stands in placeholders where the layout has one
that fits, else in text boxes; colours are the template's theme's.
"""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from briefbook.deck.design import Foreign, Mount
from briefbook.deck.layouts import Layout, PlaceholderType, Rect, Slot
from briefbook.deck.plan import Drawing, Fill, Paras, Slide
from briefbook.deck.pptx.masters import slide_number_field
from briefbook.deck.pptx.runs import Scribe
from briefbook.deck.pptx.shapes import body, frame, label, levels, mark
from briefbook.deck.pptx.tongues import spoken
from briefbook.deck.pptx.workbook import Sheet
from briefbook.deck.pptx.writing import SlideWriter
from briefbook.deck.pptx.xml import DECLARATION, NAMESPACES, attribute, fill, typeface
from briefbook.deck.runs import para_pieces
from briefbook.frozen import replace
from briefbook.theme.deck import EMU_PER_PT, TYPES, Ink

_ANY_PT = 0.01
_MARKS = 100
"""Shapes of decoration are numbered from here."""
_DRAWN = tuple(qn(f"p:{tag}") for tag in ("sp", "cxnSp", "graphicFrame", "grpSp", "pic"))
_GEOMETRY = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


class ForeignWriter(SlideWriter):
    """Writes a deck's slides into a presentation made from a template."""

    def _layouts(self) -> dict[str, Part]:
        native = {
            str(layout.part.partname).lstrip("/"): layout.part
            for master in self._presentation.slide_masters
            for layout in master.slide_layouts
        }
        return {name: native[mount.part] for name, mount in self._foreign.mounts.items()}

    @property
    def _foreign(self) -> Foreign:
        foreign = self._deck.design.foreign
        if foreign is None:
            raise TypeError("the deck's design is our own")
        return foreign

    def _fill(self, slide: Slide) -> None:
        super()._fill(slide)
        tree = self._native(slide).shapes._spTree
        for n, item in enumerate(self._deck.layout_of(slide).marks):
            words = mark(_MARKS + n, item, self._lang)
            tree.insert(2 + n, spoken(parse_xml(words.replace(">", f" {NAMESPACES}>", 1))))
        for shape in tree.iterchildren(*_DRAWN):
            for element in shape.iter():
                _scale(element, self._foreign)

    def _shape(self, shape_id: int, slot: Slot, fill: Fill, slide: Slide) -> str:
        mount = self._foreign.mounts[slide.layout]
        scribe = Scribe(self._lang, self._linker(slide), f"slide “{slide.id}”, {slot.name}")
        match fill.content:
            case Paras() as paras if slot.kind is PlaceholderType.TITLE:
                return _own_text(shape_id, slot, paras, mount.title, scribe, mount)
            case Paras() as paras if slide.layout == "title":
                return _own_text(shape_id, slot, paras, mount.holders.get(slot.name), scribe, mount)
            case Paras() as paras:
                words, place = scribe.paragraphs(paras, slot), self._place(slide, slot)
                return _text_box(shape_id, slot, words, place, self._click(slide, slot))
            case _:
                return super()._shape(shape_id, slot, fill, slide)

    def _place(self, slide: Slide, slot: Slot) -> str:
        return _mark_of(self._foreign.mounts[slide.layout].holders.get(slot.name))

    def _chart_xml(self, drawing: Drawing, slot: Slot) -> tuple[str, Sheet]:
        xml, sheet = super()._chart_xml(drawing, slot)
        root = etree.fromstring(xml.encode())
        for element in root.iter():
            # The rest of a chart stands in its frame by shares.
            if etree.QName(element).localname in ("rPr", "defRPr", "endParaRPr", "ln"):
                _scale(element, self._foreign)
        return DECLARATION + etree.tostring(root, encoding="unicode"), sheet

    def _furniture(self, shape_id: int, layout: Layout, slide: Slide) -> list[str]:
        mount = self._foreign.mounts[slide.layout]
        words, shapes = _in_small_type(self._footer(layout), mount), []
        if words and mount.footer:
            shapes.append(_field(shape_id, "Footer", mount.footer, words))
        elif words:
            shapes.append(_foot(shape_id, words, self._deck.design.footer))
        if layout.has_furniture and mount.number:
            number = _in_small_type(slide_number_field(self._lang), mount)
            shapes.append(_field(shape_id + 1, "Slide number", mount.number, number))
        return shapes


def _in_small_type(runs: str, mount: Mount) -> str:
    """Return runs of a footer with all their looks: not every program takes them from the layout."""
    size = f'<a:rPr sz="{round(mount.foot_pt * 100)}" '
    ink = mount.foot_ink
    solid = f'<a:solidFill><a:srgbClr val="{ink}"/></a:solidFill>' if ink else fill(Ink.MUTED)
    looks = f">{solid}{typeface(is_display=False)}</a:rPr><a:t>"
    return runs.replace("<a:rPr ", size).replace("/><a:t>", looks)


def _own_text(
    shape_id: int,
    slot: Slot,
    paras: Paras,
    holder: tuple[str, str] | None,
    scribe: Scribe,
    mount: Mount,
) -> str:
    """Return a text in the template's own looks, but for its size, and an ink that can be read."""
    is_title = slot.kind is PlaceholderType.TITLE
    flat = "" if is_title else '<a:pPr marL="0" indent="0"><a:buNone/></a:pPr>'
    lines = []
    for para in paras.paras:
        pieces = para_pieces(para, TYPES[slot.type], paras.size_pt or slot.size_pt)
        # All but the size is the placeholder's.
        runs = "".join(scribe.run(piece, replace(piece, size_pt=_ANY_PT)) for piece in pieces)
        if ink := mount.inks.get(slot.name):
            solid = f'<a:solidFill><a:srgbClr val="{ink}"/></a:solidFill>'
            runs = runs.replace("></a:rPr>", f">{solid}</a:rPr>")
        lines.append(f"<a:p>{flat}{runs}</a:p>")
    is_placed = not holder or (is_title and mount.title_rect)
    spot = f"{frame(slot.rect)}{_GEOMETRY}" if is_placed else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name={attribute(label(slot.name))}/>{_kind(holder)}</p:nvSpPr>'
        f"<p:spPr>{spot}</p:spPr><p:txBody><a:bodyPr><a:noAutofit/></a:bodyPr><a:lstStyle/>{''.join(lines)}</p:txBody></p:sp>"
    )


def _kind(holder: tuple[str, str] | None) -> str:
    """Return whether a shape is a placeholder's or a text box."""
    if holder is None:
        return '<p:cNvSpPr txBox="1"/><p:nvPr/>'
    return f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{_mark_of(holder)}</p:nvPr>'


def _foot(shape_id: int, words: str, rect: Rect) -> str:
    """Return the footer as a text box, for layouts that have no place for one."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="Footer"/>{_kind(None)}</p:nvSpPr>'
        f"<p:spPr>{frame(rect)}{_GEOMETRY}</p:spPr>"
        '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle/><a:p>{words}</a:p></p:txBody></p:sp>"
    )


def _mark_of(holder: tuple[str, str] | None) -> str:
    """Return the mark by which a shape is a placeholder's; nothing for a text box."""
    if holder is None:
        return ""
    kind, idx = holder
    said = "" if kind == "obj" else f" type={attribute(kind)}"
    return f"<p:ph{said}{f' idx={attribute(idx)}' if idx else ''}/>"


def _text_box(shape_id: int, slot: Slot, words: str, place: str, clicked: str) -> str:
    kind = (
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{place}</p:nvPr>'
        if place
        else _kind(None)
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name={attribute(label(slot.name))}>{clicked}</p:cNvPr>{kind}</p:nvSpPr>'
        f"<p:spPr>{frame(slot.rect)}{_GEOMETRY}{fill(slot.ground)}</p:spPr>"
        f"<p:txBody>{body(slot)}{levels(slot)}{words}</p:txBody></p:sp>"
    )


def _field(shape_id: int, name: str, holder: tuple[str, str], content: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{_mark_of(holder)}</p:nvPr></p:nvSpPr><p:spPr/>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{content}</a:p></p:txBody></p:sp>"
    )


# ── Scale ────────────────────────────────────────────────────────────────────────────────────────

_LENGTHS = {
    "bodyPr": ("lIns", "tIns", "rIns", "bIns"), "ln": ("w",), "lnT": ("w",), "lnB": ("w",),
    "gridCol": ("w",), "tr": ("h",), "tcPr": ("marL", "marR", "marT", "marB"),
}  # fmt: skip
_TYPE = {"rPr": ("sz", "spc"), "defRPr": ("sz", "spc"), "endParaRPr": ("sz",), "spcPts": ("val",)}


def _scale(element: Any, foreign: Foreign) -> None:  # noqa: ANN401
    """Move and scale one element of a slide from the plan's points to the template's."""
    tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    scale = foreign.scale
    if tag in ("off", "chOff"):
        for key, shift in zip(("x", "y"), foreign.shift_pt, strict=True):
            element.set(key, str(round(int(element.get(key)) * scale + shift * EMU_PER_PT)))
    elif tag in ("ext", "chExt") and element.get("cx"):
        for key in ("cx", "cy"):
            element.set(key, str(round(int(element.get(key)) * scale)))
    for key in _LENGTHS.get(tag, ()):
        if element.get(key):
            element.set(key, str(round(int(element.get(key)) * scale)))
    for key in _TYPE.get(tag, ()):
        if element.get(key):
            element.set(key, str(int(int(element.get(key)) * scale)))
