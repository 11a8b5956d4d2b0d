"""Packages written so that the same content is the same bytes: no clock, no platform, one order."""

from __future__ import annotations

import io
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a ZIP file can name."""
_LEVEL = 9
_UNIX = 3
_MODE = 0o600 << 16


def pack(parts: list[tuple[str, bytes]]) -> bytes:
    """Return parts as a ZIP package, in the order given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _MODE
            package.writestr(entry, content, compresslevel=_LEVEL)
    return buffer.getvalue()


def frozen(package: bytes) -> bytes:
    """Return a ZIP package with the same parts in the same order, and nothing of its making."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return pack([(name, source.read(name)) for name in source.namelist()])
