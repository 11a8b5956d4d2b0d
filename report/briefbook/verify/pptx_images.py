"""How a slide shows a picture made of pixels: whole, upright, in its own colours and proportions."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from briefbook.ooxml import A, P, R

_STRETCH = 0.02
"""Part by which a picture may differ from its proportions: lengths are whole units."""
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def picture_faults(picture: etree._Element, size: tuple[int, int]) -> Iterator[str]:
    """Yield what makes a native picture look otherwise than its file; `size` is that of its pixels."""
    blip, crop = picture.find(f".//{A}blip"), picture.find(f".//{A}srcRect")
    if blip is not None and any(entry.tag != f"{A}extLst" for entry in blip):
        yield "is recoloured"
    if blip is not None and (
        _refers(blip, "link") or any(_refers(e, "embed") for e in blip.iter() if e is not blip)
    ):
        yield "gives way to another file"
    named, outline = picture.find(f".//{P}cNvPr"), picture.find(f"{P}spPr/{A}prstGeom")
    if named is not None and named.get("hidden", "0") not in ("0", "false"):
        yield "is hidden"
    is_cut = crop is not None and any(v.strip() not in ("", "0") for v in crop.attrib.values())
    if is_cut or outline is None or outline.get("prst") != "rect":
        yield "is cropped"
    place = picture.find(f"{P}spPr/{A}xfrm")
    if place is not None and any(place.get(key, "0") not in ("0", "false") for key in ("rot", "flipH", "flipV")):  # fmt: skip
        yield "is turned or mirrored"
    extent = None if place is None else place.find(f"{A}ext")
    shown = (0, 0) if extent is None else (int(extent.get("cx", "0")), int(extent.get("cy", "0")))
    if not all(size) or not all(shown):
        yield "has no size"
    elif abs(shown[0] * size[1] / (shown[1] * size[0]) - 1) > _STRETCH:
        yield "is stretched"


def _refers(entry: etree._Element, how: str) -> bool:
    return bool(entry.get(f"{R}{how}"))


def image_size(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels of a PNG or JPEG; nothing of other files."""
    if data.startswith(b"\x89PNG"):
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    at = 2
    while data[:2] == b"\xff\xd8" and at + 9 < len(data):
        if data[at + 1] in _FRAMES:
            height, width = data[at + 5 : at + 7], data[at + 7 : at + 9]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return 0, 0
