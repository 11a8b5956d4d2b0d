"""Where a page draws pictures made of pixels, and how: whole, upright, as their bytes have them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from briefbook.verify.pdf_matrix import Matrix

_KNOWN = frozenset(
    ("/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Filter",
     "/DecodeParms", "/Length", "/Name")
)  # fmt: skip
"""Entries of an image; others (Decode, Mask, SMask …) make its bytes look otherwise."""
_STRETCH = 0.02
"""Part by which a picture may differ from its proportions: lengths are rounded in the file."""


@dataclass(frozen=True)
class DrawnImage:
    """A picture on a page: the hash of its bytes, and what makes it look otherwise."""

    sha256: str
    pixels: str
    """Their number and kind: `1200 × 800 rgb`."""
    faults: tuple[str, ...]


def drawn_image(
    image: Any,  # noqa: ANN401  an object of pypdf
    matrix: Matrix,
    *,
    is_clipped: bool,
    is_blended: bool,
) -> DrawnImage:
    """Return what drawing an image XObject shows, where a page has set so much (ISO 32000-1, 8.4)."""
    width, height = int(image.get("/Width", 0)), int(image.get("/Height", 0))
    a, b, c, d, _, _ = matrix
    faults = [f"is altered by {key[1:]}" for key in sorted({*map(str, image)} - _KNOWN)]
    if not _is_read_as_written(image, width):
        faults.append("is read otherwise than it was written")
    if b or c or a <= 0 or d <= 0:
        faults.append("is turned or mirrored")
    elif not width or not height or abs(a / d * height / width - 1) > _STRETCH:
        faults.append("is stretched")
    if is_clipped:
        faults.append("is cropped")
    if is_blended:
        faults.append("is made transparent")
    raw: bytes = image._data  # noqa: SLF001  as embedded; pypdf unpacks less than 60 megapixels
    pixels = f"{width} × {height} {_COLOURS.get(str(image.get('/ColorSpace')), '')}"
    return DrawnImage(hashlib.sha256(raw).hexdigest(), pixels, tuple(faults))


_COLOURS = {"/DeviceRGB": "rgb", "/DeviceGray": "grey"}


def _is_read_as_written(image: Any, width: int) -> bool:  # noqa: ANN401
    """Tell whether an image is a JPEG, or rows of a PNG, as Briefbook embeds them."""
    how = image.get("/DecodeParms", {})
    said = [str(image.get("/Filter")), str(image.get("/BitsPerComponent"))]
    if said == ["/DCTDecode", "8"]:
        return not how
    colours = 1 if str(image.get("/ColorSpace")) == "/DeviceGray" else 3
    rows = {"/Predictor": 15, "/Colors": colours, "/Columns": width}
    return said == ["/FlateDecode", "8"] and dict(how) == rows
