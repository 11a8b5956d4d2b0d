"""Drawn charts as native shapes: a display list → a group of freeforms and lines of text.

Cards, timelines and maps are no charts that PowerPoint knows. They are drawn by the layout that
draws them for the paper, and stay editable shape by shape in the theme's colours.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.deck.placeholders import Rect
from briefbook.deck.plan import Picture
from briefbook.deck.pptx.xml import attribute, emu, fill, hatch, line, printable, text, typeface
from briefbook.frozen import dataclass
from briefbook.theme.deck import Ink, ascent
from briefbook_figures import palette
from briefbook_figures.display_list import Mark, Outline, PathMark, TextMark

_INKS = {
    palette.NAVY: Ink.NAVY, palette.RUST: Ink.RUST, palette.TEAL: Ink.TEAL, palette.GOLD: Ink.GOLD,
    palette.GREEN: Ink.GREEN, palette.MUTED: Ink.MUTED, palette.QUIET: Ink.QUIET,
    palette.TEXT: Ink.TEXT, palette.NOTE: Ink.TEXT, palette.AXIS: Ink.AXIS, palette.HAIR: Ink.HAIR,
    palette.GRID: Ink.GRID, palette.TINT: Ink.TINT, palette.MIST: Ink.MIST, palette.WHITE: Ink.WHITE,
    palette.LAND: Ink.LAND, palette.AGAINST: Ink.AGAINST,
}  # fmt: skip
"""The theme's colour for each ink of the charts."""
_ANCHORS = {"left": "l", "center": "ctr", "right": "r"}
_CAPS = {"butt": "flat", "round": "rnd", "square": "sq"}
_LINE_HEIGHT = 1.22
_IDS = 1000
"""The shapes of a group are numbered from the thousandfold of its own number."""
_UNITS = 100
"""Steps of a freeform's own grid in a point."""


@dataclass(frozen=True)
class _Frame:
    """Where the drawing stands on the slide; its own y runs up."""

    rect: Rect
    height_pt: float

    def box(self, left: float, bottom: float, right: float, top: float) -> str:
        x, y = self.rect.x + left, self.rect.y + self.height_pt - top
        return (
            f'<a:xfrm><a:off x="{emu(x)}" y="{emu(y)}"/>'
            f'<a:ext cx="{emu(right - left)}" cy="{emu(top - bottom)}"/></a:xfrm>'
        )


def picture_xml(group_id: int, picture: Picture, rect: Rect, lang: str, where: str) -> str:
    """Return the group of a picture in its slot, with its description; `where` names it in errors."""
    frame = _Frame(rect, picture.drawing.height_pt)
    shapes = [
        _text(mark, frame, number, lang, where) if isinstance(mark, TextMark) else
        _path(mark, frame, number)
        for number, mark in enumerate(_joined(picture.drawing.marks), group_id * _IDS + 1)
    ]  # fmt: skip
    whole = f'x="{emu(rect.x)}" y="{emu(rect.y)}"', f'cx="{emu(rect.w)}" cy="{emu(rect.h)}"'
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{group_id}" name={attribute(picture.title)} descr={attribute(picture.alt)}/>'
        f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off {whole[0]}/><a:ext {whole[1]}/>"
        f"<a:chOff {whole[0]}/><a:chExt {whole[1]}/></a:xfrm></p:grpSpPr>{''.join(shapes)}</p:grpSp>"
    )


def _joined(marks: tuple[Mark, ...]) -> Iterator[Mark]:
    """Yield the marks, the three of a hatched area (ground, lines, edge) as its lines and its edge."""
    for number, mark in enumerate(marks):
        after = marks[number + 1] if number + 1 < len(marks) else None
        clip = after.clip if isinstance(after, PathMark) else None
        if clip is None or not isinstance(mark, PathMark) or mark.outline != clip:
            yield mark


# ── Paths ────────────────────────────────────────────────────────────────────────────────────────


def _path(mark: PathMark, frame: _Frame, number: int) -> str:
    # A clip is the outline of an area whose lines are drawn one by one on paper: here a pattern.
    outline = mark.clip or mark.outline
    inside = hatch(_INKS[mark.stroke]) if mark.clip and mark.stroke else _fill(mark.fill)
    edge = line(None) if mark.clip or not mark.stroke else _stroke(mark)
    xs = [value for _, values in outline for value in values[0::2]]
    ys = [value for _, values in outline for value in values[1::2]]
    box = min(xs), min(ys), max(xs), max(ys)
    shape = (
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        if _is_rectangle(outline, box)
        else _freeform(outline, box, is_filled=bool(mark.fill or mark.clip))
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Shape {number}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{frame.box(*box)}{shape}{inside}{edge}<a:effectLst/></p:spPr></p:sp>"
    )


def _fill(colour: str | None) -> str:
    return fill(_INKS[colour] if colour else None)


def _stroke(mark: PathMark) -> str:
    """Return a stroke; a dash is written in thousandths of a line's width."""
    dashes = ""
    if mark.dash_pt:
        on, off = (round(100_000 * length / mark.width_pt) for length in mark.dash_pt[:2])
        dashes = f'<a:custDash><a:ds d="{on}" sp="{off}"/></a:custDash>'
    return f'<a:ln w="{emu(mark.width_pt)}" cap="{_CAPS[mark.cap]}">{_fill(mark.stroke)}{dashes}<a:round/></a:ln>'


def _is_rectangle(outline: Outline, box: tuple[float, float, float, float]) -> bool:
    """Tell whether an outline is closed and runs along all four sides of its box."""
    corners = {values for operator, values in outline if operator in ("M", "L")}
    is_straight = all(operator in ("M", "L", "Z") for operator, _ in outline)
    left, bottom, right, top = box
    wanted = {(left, bottom), (right, bottom), (right, top), (left, top)}
    return is_straight and outline[-1][0] == "Z" and corners == wanted


def _freeform(outline: Outline, box: tuple[float, float, float, float], *, is_filled: bool) -> str:
    left, bottom, right, top = box

    def points(values: tuple[float, ...]) -> str:
        pairs = zip(values[0::2], values[1::2], strict=True)
        return "".join(
            f'<a:pt x="{round((x - left) * _UNITS)}" y="{round((top - y) * _UNITS)}"/>'
            for x, y in pairs
        )

    tags = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}
    steps = "".join(
        "<a:close/>"
        if operator == "Z"
        else f"<a:{tags[operator]}>{points(values)}</a:{tags[operator]}>"
        for operator, values in outline
    )
    size = f'w="{round((right - left) * _UNITS)}" h="{round((top - bottom) * _UNITS)}"'
    open_ = "" if is_filled else ' fill="none"'
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst><a:path {size}{open_}>{steps}</a:path></a:pathLst></a:custGeom>"
    )


# ── Text ─────────────────────────────────────────────────────────────────────────────────────────


def _text(mark: TextMark, frame: _Frame, number: int, lang: str, where: str) -> str:
    """Return one line: its box is as wide as measured, and grows from its anchor where a face is wider."""
    top = mark.y + ascent(is_display=False) * mark.size_pt
    box = frame.box(mark.x, top - _LINE_HEIGHT * mark.size_pt, mark.x + mark.width_pt, top)
    looks = (
        f'lang="{lang}" sz="{round(mark.size_pt * 100)}" b="{int(mark.face == "sans-semibold")}" '
        f'i="{int(mark.face == "sans-italic")}"'
    )
    run = f"{fill(_INKS[mark.colour])}{typeface(is_display=False)}"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Text {number}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{box}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr>'
        f'<a:lstStyle/><a:p><a:pPr algn="{_ANCHORS[mark.anchor]}"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc></a:pPr>'
        f"<a:r><a:rPr {looks}>{run}</a:rPr><a:t>{text(printable(mark.text, where))}</a:t></a:r></a:p></p:txBody></p:sp>"
    )
