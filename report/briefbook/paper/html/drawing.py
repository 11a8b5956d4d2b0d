"""Display list → SVG inside the page: the paper's own marks, with their words as text."""

from __future__ import annotations

import base64

from briefbook.markup import Markup, element
from briefbook.paper.html.markup import direction
from briefbook.paper.plan_exhibits import Photo
from briefbook.scripts import language_of
from briefbook.theme.look import worn
from briefbook_figures.display_list import DisplayList, Outline, PathMark, TextMark

_WEIGHTS = {"sans": None, "sans-semibold": "600", "sans-italic": None}
_ANCHORS = {"left": None, "center": "middle", "right": "end"}
_TURNED = {"left": "right", "center": "center", "right": "left"}
"""Where a text that runs from the right has its end: its beginning is on the other side."""
_SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}


def drawing(picture: DisplayList, alt: str, name: str) -> Markup:
    """Return a drawing as an image that is read aloud by its alternative text."""
    clips: dict[Outline, str] = {}
    marks = [
        _text(mark, picture) if isinstance(mark, TextMark) else _path(mark, picture, clips, name)
        for mark in picture.marks
    ]
    outlines = [
        element("clipPath", element("path", d=_data(outline, picture)), id=id_)
        for outline, id_ in clips.items()
    ]
    head = element("defs", outlines) if outlines else None
    size = f"0 0 {_number(picture.width_pt)} {_number(picture.height_pt)}"
    return element("svg", head, marks, viewBox=size, role="img", aria_label=alt)


def photo(picture: Photo, alt: str) -> Markup:
    """Return a photograph, its bytes inside the page."""
    image = picture.image
    data = base64.b64encode(image.data).decode()
    return element(
        "img", src=f"data:{image.type};base64,{data}", alt=alt,
        width=str(image.width_px), height=str(image.height_px),
    )  # fmt: skip


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _data(outline: Outline, picture: DisplayList) -> str:
    """Return an outline with the origin at the top left."""
    parts = []
    for operator, numbers in outline:
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        points = (f"{_number(x)} {_number(picture.height_pt - y)}" for x, y in pairs)
        parts.append(operator + " ".join(points))
    return "".join(parts)


def _path(mark: PathMark, picture: DisplayList, clips: dict[Outline, str], name: str) -> Markup:
    clip = None
    if mark.clip:
        clip = f"url(#{clips.setdefault(mark.clip, f'{name}-clip-{len(clips) + 1}')})"
    has_line = bool(mark.stroke and mark.width_pt)
    return element(
        "path",
        d=_data(mark.outline, picture),
        fill=worn().ink(mark.fill) if mark.fill else "none",
        stroke=worn().ink(mark.stroke) if mark.stroke and has_line else None,
        stroke_width=_number(mark.width_pt) if has_line else None,
        stroke_dasharray=" ".join(map(_number, mark.dash_pt)) or None,
        stroke_linecap=mark.cap if has_line and mark.cap != "butt" else None,
        stroke_linejoin=mark.join if has_line and mark.join != "miter" else None,
        clip_path=clip,
    )


def _text(mark: TextMark, picture: DisplayList) -> Markup:
    """Return a line of text: as wide as it was measured, whatever face the reader has."""
    anchor = "left" if mark.angle else mark.anchor  # turned about its left end
    x = mark.x + _SHARES[anchor] * mark.width_pt
    y = picture.height_pt - mark.y
    return element(
        "text",
        mark.text,
        x=_number(x),
        y=_number(y),
        fill=worn().ink(mark.colour),
        font_size=_number(mark.size_pt),
        font_weight=_WEIGHTS[mark.face],
        font_style="italic" if mark.face == "sans-italic" else None,
        text_anchor=_ANCHORS[_TURNED[anchor] if direction(mark.text) else anchor],
        textLength=_number(mark.width_pt) if mark.width_pt else None,
        lengthAdjust="spacingAndGlyphs" if mark.width_pt else None,
        transform=f"rotate({_number(-mark.angle)} {_number(x)} {_number(y)})"
        if mark.angle
        else None,
        data_text=True,
        lang=language_of(mark.text) or None,
        direction=direction(mark.text),
    )
