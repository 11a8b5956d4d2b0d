"""Master, layouts and notes master, as XML text."""

from __future__ import annotations

from briefbook.deck.design import design
from briefbook.deck.layouts import (
    FOOTER_IDX,
    MARKING_IDX,
    PAGE_IDX,
    Layout,
    Rect,
)
from briefbook.deck.placeholders import logo_place
from briefbook.deck.pptx.shapes import (
    field,
    frame,
    level,
    logo_placeholder,
    mark,
    placeholder,
    tree,
)
from briefbook.deck.pptx.xml import (
    DECLARATION,
    NAMESPACES,
    attribute,
    fill,
    line,
    stable_id,
    typeface,
)
from briefbook.theme.deck import BANNER, COVER_FOOTER, TYPES, Ink, Setting
from briefbook.theme.look import worn

_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"/>'
)
_FIRST_LAYOUT_ID = 2147483649
"""Layout ids share one range with the master's, which is one less; they must not clash."""
_NOTES = Rect(54, 360, 432, 380)
_SLIDE_IMAGE = Rect(54, 60, 432, 243)


def _background(ink: Ink) -> str:
    return f"<p:bg><p:bgPr>{fill(ink)}<a:effectLst/></p:bgPr></p:bg>"


def layout_xml(layout: Layout, lang: str) -> str:
    """Return the part of one layout: decoration behind, then placeholders in reading order."""
    marks = (*design().furniture, *layout.marks) if layout.has_furniture else layout.marks
    shapes = [mark(number, item, lang) for number, item in enumerate(marks, 100)]
    shapes += [
        placeholder(number, slot, layout, lang) for number, slot in enumerate(layout.slots, 2)
    ]
    footer = TYPES["footer"].body if layout.has_furniture else COVER_FOOTER
    shapes.append(field(80, "Footer", "ftr", FOOTER_IDX, design().footer, footer, lang))
    if layout.has_furniture:
        shapes.append(
            field(81, "Slide number", "sldNum", PAGE_IDX, design().page, TYPES["page"].body, lang)
        )
    # A date is what PowerPoint gives no new slide by itself; its words may be any.
    shapes.append(field(83, "Marking", "dt", MARKING_IDX, design().banner, BANNER, lang))
    if layout.name == "title" and worn().cover_logo:
        shapes.append(logo_placeholder(82, logo_place(layout), lang))
    ground = _background(layout.ground) if layout.ground else ""
    kind = 'type="title"' if layout.name == "title" else 'userDrawn="1"'
    return (
        f'{DECLARATION}<p:sldLayout {NAMESPACES} {kind} preserve="1">'
        f"<p:cSld name={attribute(layout.title_in_powerpoint)}>{ground}{tree(''.join(shapes))}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def master_xml(lang: str) -> str:
    """Return the slide master. Its shapes are placeholders alone: decoration is the layouts'."""
    own = design()
    margin = own.footer.x
    shapes = (
        _master_text(2, "Title", 'type="title"', Rect(margin, 46, own.measure_pt, 69), lang),
        _master_text(
            3,
            "Text",
            'type="body" idx="1"',
            Rect(margin, 126, own.measure_pt, own.height_pt - 210),
            lang,
        ),
        field(4, "Footer", "ftr", 3, design().footer, TYPES["footer"].body, lang),
        field(5, "Slide number", "sldNum", 4, design().page, TYPES["page"].body, lang),
    )
    ids = "".join(
        f'<p:sldLayoutId id="{_FIRST_LAYOUT_ID + n}" r:id="rId{n + 1}"/>'
        for n in range(len(design().layouts))
    )
    title = level(1, TYPES["title"].body, 28)
    body = "".join(level(n, setting, 18) for n, (_, setting) in enumerate(TYPES["body"].roles(), 1))
    return (
        f"{DECLARATION}<p:sldMaster {NAMESPACES}><p:cSld>{_background(Ink.WHITE)}{tree(''.join(shapes))}"
        f'</p:cSld>{_MAP}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/>'
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{level(1, Setting(leading=1.0), 18)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _master_text(shape_id: int, name: str, kind: str, rect: Rect, lang: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>"
        f'<p:spPr>{frame(rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f'<a:p><a:r><a:rPr lang="{lang}"/><a:t>{name}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def notes_master_xml(lang: str) -> str:
    """Return the notes master: the slide, the notes below it, the page number."""
    geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{frame(_SLIDE_IMAGE)}{geometry}<a:noFill/>{line(Ink.HAIR)}</p:spPr></p:sp>"
    )
    notes = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{frame(_NOTES)}{geometry}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>"
        f'<a:p><a:r><a:rPr lang="{lang}"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>'
    )
    page = field(4, "Page number", "sldNum", 5, Rect(386, 744, 100, 18), TYPES["page"].body, lang)
    style = (
        '<a:lvl1pPr marL="0" algn="l"><a:spcBef><a:spcPts val="400"/></a:spcBef>'
        f'<a:defRPr sz="1200">{fill(Ink.TEXT)}{typeface(is_display=False)}</a:defRPr></a:lvl1pPr>'
    )
    return (
        f"{DECLARATION}<p:notesMaster {NAMESPACES}><p:cSld>{_background(Ink.WHITE)}{tree(image + notes + page)}"
        f"</p:cSld>{_MAP}<p:notesStyle>{style}</p:notesStyle></p:notesMaster>"
    )


def slide_number_field(lang: str) -> str:
    """Return the run that shows a slide's number."""
    return f'<a:fld id="{stable_id("slide-number")}" type="slidenum"><a:rPr lang="{lang}"/><a:t>‹#›</a:t></a:fld>'
