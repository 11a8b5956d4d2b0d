"""A picture made of pixels, as both documents embed it: a photograph, a logo, a map of one's own."""

from __future__ import annotations

from enum import StrEnum

from briefbook.frozen import dataclass


class RasterType(StrEnum):
    """How the pixels are stored; the word is the file's media type."""

    JPEG = "image/jpeg"
    PNG = "image/png"


_PNG_HEAD, _PNG_AROUND = 8, 12
"""Bytes before the first chunk of a PNG, and of each chunk beside its body."""


@dataclass(frozen=True)
class RasterImage:
    """Pixels of 8 bits, grey or sRGB, upright and opaque, and nothing else in the file."""

    type: RasterType
    data: bytes
    """A whole JPEG or PNG file without metadata; a PNG is neither indexed nor interlaced."""
    width_px: int
    height_px: int
    is_grey: bool = False

    @property
    def packed(self) -> bytes:
        """What a PDF embeds: a JPEG whole, of a PNG the rows (the bodies of its IDAT chunks)."""
        if self.type is RasterType.JPEG:
            return self.data
        at, rows = _PNG_HEAD, []
        while at < len(self.data):
            size = int.from_bytes(self.data[at : at + 4], "big")
            if self.data[at + 4 : at + 8] == b"IDAT":
                rows.append(self.data[at + 8 : at + 8 + size])
            at += size + _PNG_AROUND
        return b"".join(rows)

    def fitted(self, width_pt: float, height_pt: float) -> tuple[float, float]:
        """Return the size in points that fills a rectangle without cropping or stretching."""
        scale = min(width_pt / self.width_px, height_pt / self.height_px)
        return self.width_px * scale, self.height_px * scale

    def __repr__(self) -> str:
        """Return its type, size and length: nobody reads the bytes."""
        return (
            f"RasterImage({self.type}, {self.width_px} × {self.height_px}, {len(self.data)} bytes)"
        )
