"""SVG drawings as pixels: 300 an inch where they fill the width of the text, by resvg.

A drawing must carry all that it shows: no texts (which face they are set in only the machine of its
maker knows), no pictures or styles from elsewhere, no scripts and no animation. It is drawn in a
process of its own, which ends after some seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from briefbook.errors import Unreadable
from briefbook.sources.limited import run_limited

WIDTH_PX, MOST_HEIGHT_PX = 2054, 2500
_SECONDS = 20.0
_MOST_ELEMENTS = 100_000
_REFUSED = {
    "text": ("has texts", "turn its texts into paths: its typefaces are not in the file"),
    "script": ("has a script", "save it as a plain drawing"),
    "foreignObject": ("holds parts that are not SVG", "save it as a plain drawing"),
    "animate": ("moves", "save the moment that you mean"),
    "animateTransform": ("moves", "save the moment that you mean"),
    "animateMotion": ("moves", "save the moment that you mean"),
    "set": ("moves", "save the moment that you mean"),
}
_ELSEWHERE = re.compile(r"@import|url\(\s*[\"']?(?!\s*#|[\"']?#)", re.IGNORECASE)
_OWN = re.compile(r"\s*(?:#|data:image/(?:png|jpe?g);base64,)", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([\d.]+)\s*(px|pt|mm|cm|in|pc)?\s*")
_PX = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


def png_of_svg(data: bytes) -> bytes:
    """Return a drawing as a PNG; raises Unreadable for one that does not carry all that it shows."""
    root = _parsed(data)
    for message, hint in _faults(root):
        raise Unreadable(f"this SVG drawing {message}", hint=hint)
    width, height = _size(root)
    scale = min(WIDTH_PX / width, MOST_HEIGHT_PX / height)
    pixels = max(1, round(width * scale)), max(1, round(height * scale))
    try:
        import resvg_py  # noqa: F401  an extra
    except ImportError:
        hint = "install briefbook[svg], or export it as PNG at 300 dpi or more"
        raise Unreadable("an SVG drawing needs resvg, which is not installed", hint=hint) from None
    return run_limited(_drawn, (data.decode(), *pixels), "", _SECONDS)


def _drawn(text: str, width: int, height: int) -> bytes:
    import resvg_py

    try:
        return resvg_py.svg_to_bytes(
            svg_string=text, width=width, height=height, dpi=96.0, skip_system_fonts=True
        )
    except ValueError as error:
        hint = "export it as PNG at 300 dpi or more"
        raise Unreadable("this SVG drawing cannot be drawn", hint=hint) from error


def _parsed(data: bytes) -> etree._Element:
    damaged = Unreadable("this SVG drawing is damaged", hint="save it anew as plain SVG in UTF-8")
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise damaged from None
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        hint = "save it as plain SVG, without a document type"
        raise Unreadable("this SVG drawing declares entities or a document type", hint=hint)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise damaged from None
    if etree.QName(root).localname != "svg":
        raise damaged
    return root


def _faults(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield what a drawing has that it cannot be shown with, and what to do."""
    for count, element in enumerate(root.iter("*"), 1):
        name = etree.QName(element).localname
        if count > _MOST_ELEMENTS:
            yield f"has more than {_MOST_ELEMENTS:,} parts", "export it as PNG at 300 dpi or more"
            return
        if name in _REFUSED:
            yield _REFUSED[name]
        for key, value in element.attrib.items():
            is_link = str(key).rpartition("}")[2] == "href" and name != "a"
            if (is_link and not _OWN.match(str(value))) or _ELSEWHERE.search(str(value)):
                yield (
                    "shows something that is not in the file",
                    "embed it, or export the drawing as PNG",
                )
        if name == "style" and _ELSEWHERE.search(element.text or ""):
            yield "takes styles from elsewhere", "save it as plain SVG"


def _size(root: etree._Element) -> tuple[float, float]:
    """Return width and height, of which the ratio matters; raises Unreadable where none is said."""
    box = re.split(r"[\s,]+", (root.get("viewBox") or "").strip())
    sides = [root.get(side) or "" for side in ("width", "height")]
    lengths = [_LENGTH.fullmatch(side) for side in sides]
    try:
        if all(lengths):
            width, height = (float(m[1]) * _PX[m[2] or "px"] for m in lengths if m)
        else:
            _, _, width, height = map(float, box)
    except ValueError:
        width = height = 0.0
    if not (0 < width < float("inf") and 0 < height < float("inf")):
        hint = "give it a viewBox, or width and height"
        raise Unreadable("this SVG drawing does not say how large it is", hint=hint)
    return width, height
