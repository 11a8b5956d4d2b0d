"""Slots as placeholders and marks as decoration: the shapes of master and layouts, as XML text."""

from __future__ import annotations

from briefbook.deck.layouts import Layout, Mark, PlaceholderType, Rect, Slot
from briefbook.deck.placeholders import LOGO_IDX
from briefbook.deck.pptx.xml import attribute, emu, fill, line, stable_id, text, typeface
from briefbook.theme.deck import TYPES, Ink, Setting, squeeze

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
"""Tells screen readers to pass a shape over."""

_CODES = {
    PlaceholderType.CHART: "chart",
    PlaceholderType.TABLE: "tbl",
    PlaceholderType.TEXT: "body",
    PlaceholderType.TITLE: "title",
}


def frame(rect: Rect) -> str:
    """Return the position and size of a shape."""
    return (
        f'<a:xfrm><a:off x="{emu(rect.x)}" y="{emu(rect.y)}"/>'
        f'<a:ext cx="{emu(rect.w)}" cy="{emu(rect.h)}"/></a:xfrm>'
    )


def mark(shape_id: int, item: Mark, lang: str) -> str:
    """Return a decoration."""
    if item.shape == "line":
        return _rule(shape_id, item)
    if item.shape == "text":
        return _numeral(shape_id, item, lang)
    return (
        f"<p:sp>{_named(shape_id, item.name)}<p:spPr>{frame(item.rect)}"
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(item.ink)}{line(None)}</p:spPr>'
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="{lang}"/></a:p></p:txBody></p:sp>'
    )


def _named(shape_id: int, name: str) -> str:
    return (
        f'<p:nvSpPr><p:cNvPr id="{shape_id}" name={attribute(name)}>{_DECORATIVE}</p:cNvPr>'
        '<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
    )


def _rule(shape_id: int, item: Mark) -> str:
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{shape_id}" name={attribute(item.name)}>{_DECORATIVE}'
        '</p:cNvPr><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr>'
        f'<p:spPr>{frame(item.rect)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f"{line(item.ink, item.weight_pt)}</p:spPr></p:cxnSp>"
    )


def _numeral(shape_id: int, item: Mark, lang: str) -> str:
    return (
        f"<p:sp>{_named(shape_id, item.name)}<p:spPr>{frame(item.rect)}"
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(None)}</p:spPr>'
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/><a:p><a:r>'
        f'<a:rPr lang="{lang}" sz="{round(item.size_pt * 100)}" b="1">{fill(item.ink)}'
        f"{typeface(is_display=False)}</a:rPr><a:t>{text(item.text)}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def placeholder(shape_id: int, slot: Slot, layout: Layout, lang: str) -> str:
    """Return the placeholder of a slot, with the settings of its four paragraph roles as levels."""
    code = _CODES[slot.kind]
    if layout.name.startswith("title") and slot.name in ("title", "subtitle"):
        code = {"title": "ctrTitle", "subtitle": "subTitle"}[slot.name]
    idx = f' idx="{slot.idx}"' if slot.idx else ""
    ground = (
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(slot.ground)}' if slot.ground else ""
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name={attribute(label(slot.name))}/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{code}"{idx} '
        f'hasCustomPrompt="1"/></p:nvPr></p:nvSpPr><p:spPr>{frame(slot.rect)}{ground}</p:spPr>'
        f'<p:txBody>{body(slot)}{levels(slot)}<a:p><a:pPr lvl="0"/><a:r><a:rPr lang="{lang}"/>'
        f"<a:t>{text(slot.prompt or slot.name)}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def logo_placeholder(shape_id: int, rect: Rect, lang: str) -> str:
    """Return the placeholder of the sender's logo on the cover."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="Logo"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="pic" idx="{LOGO_IDX}"/></p:nvPr></p:nvSpPr><p:spPr>{frame(rect)}</p:spPr>'
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="{lang}"/><a:t>Logo</a:t></a:r></a:p>'
        "</p:txBody></p:sp>"
    )


def body(slot: Slot) -> str:
    """Return how the text of a slot stands in its box."""
    sides = zip(("lIns", "tIns", "rIns", "bIns"), slot.inset, strict=True)
    inset = " ".join(f'{side}="{emu(value)}"' for side, value in sides)
    # noAutofit: sizes are settled; PowerPoint must not shrink a text only because it was touched.
    return f'<a:bodyPr wrap="square" {inset} anchor="{slot.anchor}"><a:noAutofit/></a:bodyPr>'


def levels(slot: Slot) -> str:
    """Return the settings of a slot's four paragraph roles, as text levels."""
    if slot.kind in (PlaceholderType.CHART, PlaceholderType.TABLE):
        return "<a:lstStyle/>"
    roles = TYPES[slot.type].roles()
    if slot.kind is PlaceholderType.TITLE:
        roles = roles[:1]
    found = (level(n, setting, slot.size_pt) for n, (_, setting) in enumerate(roles, 1))
    return f"<a:lstStyle>{''.join(found)}</a:lstStyle>"


def level(number: int, setting: Setting, body_pt: float) -> str:
    """Return one text level of a placeholder or a master, set as a paragraph role is."""
    caps = ' cap="all"' if setting.caps else ""
    spacing = f' spc="{round(setting.spacing_pt * 100)}"' if setting.spacing_pt else ""
    step = f'<a:spcPct val="{round(setting.leading * squeeze(is_display=setting.is_display) * 100000)}"/>'
    if setting.step_em:
        step = f'<a:spcPts val="{round(setting.step_em * setting.size(body_pt) * 100)}"/>'
    return (
        f'<a:lvl{number}pPr marL="0" indent="0" algn="l"><a:lnSpc>{step}</a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(setting.before_pt * 100)}"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{round(setting.size(body_pt) * 100)}" b="{int(setting.bold)}" '
        f'i="{int(setting.italic)}"{caps}{spacing}>{fill(setting.ink)}'
        f"{typeface(is_display=setting.is_display)}</a:defRPr></a:lvl{number}pPr>"
    )


def field(
    shape_id: int,
    name: str,
    code: str,
    idx: int,
    rect: Rect,
    setting: Setting,
    lang: str,
) -> str:
    """Return the placeholder of the footer (`ftr`), the slide number (`sldNum`) or the marking (`dt`)."""
    align = {"sldNum": "r", "dt": "ctr"}.get(code, "l")
    ground = fill(Ink.NAVY) if code == "dt" else ""
    run = f'<a:r><a:rPr lang="{lang}"/><a:t>{name}</a:t></a:r>'
    if code == "sldNum":
        run = f'<a:fld id="{stable_id("slide-number")}" type="slidenum"><a:rPr lang="{lang}"/><a:t>‹#›</a:t></a:fld>'
    style = level(1, setting, 11).replace('algn="l"', f'algn="{align}"')
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{code}" sz="quarter" idx="{idx}"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{frame(rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{ground}</p:spPr>'
        '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle>{style}</a:lstStyle><a:p>{run}</a:p></p:txBody></p:sp>"
    )


def tree(inner: str) -> str:
    """Return a shape tree."""
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
        f"</a:xfrm></p:grpSpPr>{inner}</p:spTree>"
    )


def label(slot: str) -> str:
    """Return a slot's name as the Selection pane shows it: `rests-on` is "Rests on"."""
    return slot[:1].upper() + slot[1:].replace("-", " ")
