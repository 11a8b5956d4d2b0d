"""A drawn page as PNG: packed lightly, since it goes no further than this machine's browser."""

from __future__ import annotations

import struct
import zlib
from typing import Any

_TRUE_COLOUR = 2
_RED_GREEN_BLUE = 3


def as_png(bitmap: Any) -> bytes:  # noqa: ANN401  pypdfium2 is untyped
    """Return a bitmap of red, green and blue as PNG; no row is filtered, which takes longer than it saves."""
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    points = bytes(bitmap.buffer)
    packer = zlib.compressobj(1)
    length = width * _RED_GREEN_BLUE
    rows = b"".join(
        b"\0" + points[start : start + length] for start in range(0, height * stride, stride)
    )
    packed = packer.compress(rows) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, _TRUE_COLOUR, 0, 0, 0)
    parts = (b"IHDR", head), (b"IDAT", packed), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
