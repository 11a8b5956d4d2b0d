"""Hashes of the parts of a document, the same after a program has only saved it again.

The build takes them of what it wrote; whoever verifies takes them of what was received, read by a
library. A PDF's parts are its unpacked streams (pages, fonts, maps of letters), without pictures, which
have hashes of their own; those of a PPTX are its parts, XML in canonical form.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from briefbook.memo import once

if TYPE_CHECKING:
    from lxml import etree

_STREAM = re.compile(rb"<<((?:(?!endobj).)*?)>>\s*stream\r?\n", re.DOTALL)
_LENGTH = re.compile(rb"/Length\s+(\d+)")
_LEFT_OUT = (b"/XRef", b"/ObjStm")
_DIGITS = 20
_LETTER_DIGITS = 12
CONTENT_TYPES = "[Content_Types].xml"


def fingerprint(data: bytes) -> str:
    """Return the hash of a part."""
    return hashlib.sha256(data).hexdigest()[:_DIGITS]


WITHOUT_JOINERS = dict.fromkeys(map(ord, "\u200c\u200d\ufe0e\ufe0f"))
"""What says how the letter before is drawn is no letter of its own."""


def part_fingerprint(name: str, data: bytes) -> str:
    """Return the hash of a part of a PPTX; raises XMLSyntaxError."""
    return once(f"part {name}", data, lambda: _part_fingerprint(name, data))


@lru_cache(maxsize=1)  # for its hash, and for what it draws
def parsed(data: bytes) -> etree._Element:
    """Return the tree of a part; raises XMLSyntaxError."""
    from lxml import etree

    return etree.fromstring(data, _parser())


@cache
def _parser() -> etree.XMLParser:
    """Return what reads all parts: to make another for each takes half as long as to read it."""
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True)


def _part_fingerprint(name: str, data: bytes) -> str:
    if not name.endswith((".xml", ".rels")):
        return fingerprint(data)
    from lxml import etree  # a paper has no XML

    root = parsed(data)
    if name.endswith(".rels"):
        relations = sorted(
            "\t".join(entry.get(key, "") for key in ("Id", "Type", "Target", "TargetMode"))
            for entry in root
        )
        return fingerprint("\n".join(relations).encode())
    return fingerprint(bytes(etree.tostring(root, method="c14n")))


def letter_outline(shapes: Any, glyph: str) -> tuple[Any, ...]:  # noqa: ANN401  fontTools is untyped
    """Return the strokes of a glyph, the parts that it is put together from drawn out."""
    from fontTools.pens.recordingPen import DecomposingRecordingPen

    pen = DecomposingRecordingPen(shapes)
    shapes[glyph].draw(pen)
    return tuple(pen.value)


def letter_fingerprint(outline: tuple[Any, ...]) -> str:
    """Return the hash of how a letter looks."""
    return hashlib.sha256(repr(outline).encode()).hexdigest()[:_LETTER_DIGITS]


def letter_fingerprints(data: bytes, letters: Iterable[str]) -> dict[str, list[str]]:
    """Return for each letter that a TrueType file has how it looks and how wide it is, in 1/1000 em."""
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data), lazy=True)
    shapes, names = font.getGlyphSet(), font.getBestCmap()
    scale = 1000 / font["head"].unitsPerEm
    return {
        letter: [
            letter_fingerprint(letter_outline(shapes, glyph)),
            f"{shapes[glyph].width * scale:.0f}",
        ]
        for letter in sorted(letters)
        if (glyph := names.get(ord(letter)))
    }


def glyph_fingerprints(file: io.BytesIO, count: int) -> list[str]:
    """Return how each glyph of a TrueType file looks, but for the first one."""
    from fontTools.ttLib import TTFont

    font = TTFont(file, lazy=True)
    shapes, names = font.getGlyphSet(), font.getGlyphOrder()
    return [letter_fingerprint(letter_outline(shapes, name)) for name in names[1 : count + 1]]


def presentation_fingerprint(data: bytes) -> str:
    """Return the hash of a deck's main part without its slides and sections, which are told elsewhere."""
    from lxml import etree

    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    for entry in list(root):
        if etree.QName(entry).localname in ("sldIdLst", "extLst"):
            root.remove(entry)
    return fingerprint(bytes(etree.tostring(root, method="c14n")))


def fingerprints(data: bytes) -> list[str]:
    """Return the hashes of all parts of a document that Briefbook has just made, sorted.

    An HTML page is one piece: nobody saves it again, and any change is one.
    """
    if data.startswith(b"<!DOCTYPE html>"):
        return []
    return sorted(_pdf(data) if data.startswith(b"%PDF-") else _pptx(data))


def _pptx(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name != CONTENT_TYPES:
                yield part_fingerprint(name, package.read(name))


def _pdf(data: bytes) -> Iterator[str]:
    for entries, stream in pdf_streams(data):
        if b"/Image" not in entries:
            yield fingerprint(stream)


@lru_cache(maxsize=2)  # for their hashes, and for what they draw
def pdf_streams(data: bytes) -> tuple[tuple[bytes, bytes], ...]:
    """Return entries and unpacked content of each stream of a PDF that Briefbook has just made.

    Pictures stay packed; what only lists objects is left out.
    """
    found, at = [], 0
    while head := _STREAM.search(data, at):
        length = _LENGTH.search(head[1])
        packed = data[head.end() : head.end() + (int(length[1]) if length else 0)]
        if not any(kind in head[1] for kind in _LEFT_OUT):
            is_packed = b"/FlateDecode" in head[1] and b"/Image" not in head[1]
            found.append((head[1], zlib.decompress(packed) if is_packed else packed))
        at = head.end() + len(packed)
    return tuple(found)
