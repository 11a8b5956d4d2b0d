"""A digest of what a document holds, whatever library compressed it.

Two machines may pack the same content into other bytes: zlib has several implementations. The
digest is taken of what is packed: streams are inflated, and what merely says how long something is
or where it stands is left out. docs/editions.md describes the form.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

_STREAM = re.compile(rb"<<((?:(?!endobj).)*?)>>\s*stream\r?\n", re.DOTALL)
_LENGTH = re.compile(rb"/Length\d?\s+(\d+)")
_XREF = re.compile(rb"\nxref\b.*?(?=trailer\b)", re.DOTALL)
_PLACES = re.compile(rb"startxref\s+\d+|/ID\s*\[.*?\]", re.DOTALL)
_PNG = b"\x89PNG\r\n\x1a\n"
_PACKED = b"PK\x03\x04"


def content_digest(data: bytes) -> str:
    """Return the SHA-256 of a PDF's, a PPTX's or any other file's unpacked content."""
    found = hashlib.sha256()
    for part in _unpacked(data):
        found.update(part)
    return found.hexdigest()


def _unpacked(data: bytes) -> Iterator[bytes]:
    if data.startswith(b"%PDF-"):
        yield from _pdf(data)
    elif data.startswith(_PACKED):
        yield from _zip(data)
    elif data.startswith(_PNG):
        yield from _png(data)
    else:
        yield data


def _zip(data: bytes) -> Iterator[bytes]:
    """Yield the members in their order; a workbook within a deck is a ZIP file again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for member in archive.infolist():
            yield member_content(member.filename, archive.read(member))


def member_content(name: str, data: bytes) -> bytes:
    """Return what a member of a ZIP file adds to the digest of its content."""
    content = b"".join(_unpacked(data))
    return f"{name} {len(content)}\n".encode() + content


def _png(data: bytes) -> Iterator[bytes]:
    """Yield a picture's chunks without check sums, its pixels inflated in one piece."""
    at, pixels = len(_PNG), b""
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        if kind == b"IDAT":
            pixels += body
        else:
            yield kind + body
        at += size + 12
    yield zlib.decompress(pixels)


def _pdf(data: bytes) -> Iterator[bytes]:
    """Yield the objects in their order, streams inflated, without lengths and offsets."""
    at = 0
    while head := _STREAM.search(data, at):
        yield _plain(data[at : head.start()])
        packed = data[head.end() : head.end() + _length(head[1])]
        yield _LENGTH.sub(b"", head[1])
        if b"/XRef" not in head[1]:
            yield zlib.decompress(packed) if b"/FlateDecode" in head[1] else packed
        at = head.end() + len(packed)
    yield _plain(data[at:])


def _length(head: bytes) -> int:
    match = re.search(rb"/Length\s+(\d+)", head)
    return int(match[1]) if match else 0


def _plain(data: bytes) -> bytes:
    return _PLACES.sub(b"", _XREF.sub(b"", data))
