"""Slides on somebody else's layouts: everything that ours would inherit is said, and all is scaled.

The title, and on the cover the subtitle, are the template's own placeholders and take their looks
from it but for the size. What else a slide holds stands in placeholders where the layout has one
that fits, else in text boxes; colours are the template's theme's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.slide import SlideLayout

from briefbook.deck.design import Foreign, Mount
from briefbook.deck.layouts import Layout, PlaceholderType, Slot
from briefbook.deck.plan import Drawing, Fill, Paras, Slide, Table
from briefbook.deck.pptx.masters import slide_number_field
from briefbook.deck.pptx.runs import Scribe
from briefbook.deck.pptx.shapes import body, frame, label, levels, mark
from briefbook.deck.pptx.writing import SlideWriter, graphic
from briefbook.deck.pptx.xml import EMU_PER_PT, NAMESPACES, attribute, fill
from briefbook.theme.deck import FOOTER_PT, TYPES, Ink

_MARKS = 100
"""Shapes of decoration are numbered from here."""


class ForeignWriter(SlideWriter):
    """Writes a deck's slides into a presentation made from a template."""

    def _layouts(self) -> dict[str, SlideLayout]:
        native = {
            str(layout.part.partname).lstrip("/"): layout
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
        tree = self._natives[slide.id].shapes._spTree
        layout = self._deck.layout_of(slide)
        for n, item in enumerate(layout.marks):
            shape = mark(_MARKS + n, item, self._lang)
            tree.insert(2 + n, parse_xml(shape.replace(">", f" {NAMESPACES}>", 1)))
        for shape in tree.iterchildren(
            qn("p:sp"), qn("p:cxnSp"), qn("p:graphicFrame"), qn("p:grpSp"), qn("p:pic")
        ):
            for element in shape.iter():
                _scale(element, self._foreign)

    def _shape(self, shape_id: int, slot: Slot, filled: Fill, slide: Slide) -> str:
        mount = self._foreign.mounts[slide.layout]
        where = f"slide “{slide.id}”, {slot.name}"
        match filled.content:
            case Paras() as paras if slot.kind is PlaceholderType.TITLE:
                return self._own_text(shape_id, slot, paras, mount.title, where, slide)
            case Paras() as paras if slide.layout == "title":
                return self._own_text(
                    shape_id, slot, paras, mount.holders.get(slot.name), where, slide
                )
            case Paras() as paras:
                scribe = Scribe(self._lang, self._linker(slide), where)
                place = _place(mount.holders.get(slot.name))
                return _text_box(
                    shape_id, slot, scribe.paragraphs(paras, slot), place, self._click(slide, slot)
                )
            case Table() | Drawing():
                found = super()._shape(shape_id, slot, filled, slide)
                return graphic(found, _place(mount.holders.get(slot.name)))
            case _:
                return super()._shape(shape_id, slot, filled, slide)

    def _own_text(
        self, shape_id: int, slot: Slot, paras: Paras, holder: tuple[str, str] | None, where: str, slide: Slide
    ) -> str:  # fmt: skip
        """Return a text in the template's own looks, but for its size."""
        scribe = Scribe(self._lang, self._linker(slide), where)
        lines = []
        for para in paras.paras:
            size = _size_of(para, slot, paras.size_pt or slot.size_pt)
            runs = [replace(piece, size_pt=size) for piece in scribe.pieces(para, slot, paras)]
            said = "".join(scribe.plain_run(piece) for piece in runs)
            flat = (
                ""
                if slot.kind is PlaceholderType.TITLE
                else '<a:pPr marL="0" indent="0"><a:buNone/></a:pPr>'
            )
            lines.append(f"<a:p>{flat}{said}</a:p>")
        spot = (
            "" if holder else f'{frame(slot.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        )
        box = "" if holder else ' txBox="1"'
        locks = '<a:spLocks noGrp="1"/>' if holder else ""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name={attribute(label(slot.name))}/>'
            f"<p:cNvSpPr{box}>{locks}</p:cNvSpPr><p:nvPr>{_place(holder)}</p:nvPr></p:nvSpPr><p:spPr>{spot}</p:spPr>"
            f"<p:txBody><a:bodyPr><a:noAutofit/></a:bodyPr><a:lstStyle/>{''.join(lines)}</p:txBody></p:sp>"
        )

    def _furniture(self, shape_id: int, layout: Layout, slide: Slide) -> list[str]:
        mount: Mount = self._foreign.mounts[slide.layout]
        words, shapes = self._footer(layout), []
        if words:
            shapes.append(
                _field(shape_id, "Footer", mount.footer, words)
                if mount.footer
                else self._foot(shape_id, words)
            )
        if layout.has_furniture and mount.number:
            shapes.append(
                _field(shape_id + 1, "Slide number", mount.number, slide_number_field(self._lang))
            )
        return shapes

    def _foot(self, shape_id: int, words: str) -> str:
        """Return the footer as a text box, for layouts that have no place for one."""
        looks = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        small = words.replace("<a:rPr ", f'<a:rPr sz="{round(FOOTER_PT * 100)}" ').replace(
            "/><a:t>", f">{fill(Ink.MUTED)}</a:rPr><a:t>"
        )
        del looks
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="Footer"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr>{frame(self._deck.design.footer)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
            '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr>'
            f"<a:lstStyle/><a:p>{small}</a:p></p:txBody></p:sp>"
        )


def _size_of(para: Any, slot: Slot, size_pt: float) -> float:  # noqa: ANN401
    roles = dict(TYPES[slot.type].roles())
    return roles[para.role].size(size_pt)


def _place(holder: tuple[str, str] | None) -> str:
    """Return the mark by which a shape is a placeholder's; nothing for a text box."""
    if holder is None:
        return ""
    kind, idx = holder
    said = "" if kind == "obj" else f" type={attribute(kind)}"
    return f"<p:ph{said}{f' idx={attribute(idx)}' if idx else ''}/>"


def _text_box(shape_id: int, slot: Slot, words: str, place: str, clicked: str) -> str:
    locks = '<a:spLocks noGrp="1"/>' if place else ""
    ground = fill(slot.ground)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name={attribute(label(slot.name))}>{clicked}</p:cNvPr>'
        f"<p:cNvSpPr{'' if place else ' txBox=' + chr(34) + '1' + chr(34)}>{locks}</p:cNvSpPr><p:nvPr>{place}</p:nvPr></p:nvSpPr>"
        f'<p:spPr>{frame(slot.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{ground}</p:spPr>'
        f"<p:txBody>{body(slot)}{levels(slot)}{words}</p:txBody></p:sp>"
    )


def _field(shape_id: int, name: str, holder: tuple[str, str], content: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{_place(holder)}</p:nvPr></p:nvSpPr><p:spPr/>"
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


def scaled_type(root: Any, foreign: Foreign) -> Iterator[None]:  # noqa: ANN401
    """Scale the type and strokes of a chart's part, which stands in its frame by shares."""
    for element in root.iter():
        tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if tag in ("rPr", "defRPr", "endParaRPr", "ln"):
            _scale(element, foreign)
    yield
