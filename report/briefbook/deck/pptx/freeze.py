"""Packages written so that the same content is the same bytes: no clock, no platform, one order."""

from __future__ import annotations

import io
import zipfile

from pptx.opc.packuri import PackURI
from pptx.opc.serialized import PackageWriter, _PhysPkgWriter
from pptx.presentation import Presentation

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a ZIP file can name."""
_LEVEL = 6
"""Of compression: at the highest a sixtieth fewer bytes would take twice as long."""
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


def parts_of(presentation: Presentation) -> list[tuple[str, bytes]]:
    """Return the parts of a presentation in the order in which python-pptx writes them.

    It would write a ZIP file itself, with the clock in it: that fails before 1980.
    """
    package = presentation.part.package
    parts = _Parts()
    writer = PackageWriter("", package._rels, tuple(package.iter_parts()))
    writer._write_content_types_stream(parts)
    writer._write_pkg_rels(parts)
    writer._write_parts(parts)
    return parts.written


class _Parts(_PhysPkgWriter):
    """What python-pptx takes for a file: it keeps the parts as they come."""

    def __init__(self) -> None:
        self.written: list[tuple[str, bytes]] = []

    def write(self, pack_uri: PackURI, blob: bytes) -> None:
        self.written.append((pack_uri.membername, blob))


def frozen(package: bytes) -> bytes:
    """Return a ZIP package with the same parts in the same order, and nothing of its making."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return pack([(name, source.read(name)) for name in source.namelist()])
