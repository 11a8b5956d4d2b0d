"""The PDF file as objects, and its bytes: the same for the same objects, always.

ReportLab's document numbers the objects and embeds the fonts. The writing is done here, because
ReportLab's own reads the clock and the environment, leaves out an end of line that PDF/A asks for,
and writes every object by itself; packed into object streams they take a third of the room.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFStream,
)

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_NO_ID = b"<%s>" % (b"0" * 32)
_STREAM_END = b"\r\n"
"""Both characters: after data that end in a carriage return, a line feed alone would be misread."""
_PACKED = 200
"""The most objects in one object stream."""
_SETTLED = {"invariant": 1, "pdfMultiLine": 0, "pdfComments": 0}
"""ReportLab's settings that would otherwise follow the user's environment."""


class File(PDFDocument):
    """A PDF file in the making: add objects, then `finish`."""

    def __init__(self) -> None:
        """Begin with an empty file."""
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7))

    def add(self, thing: PDFObject) -> PDFObject:
        """Make an object indirect and return the reference to it; adding it twice is harmless."""
        reference: PDFObject = self.Reference(thing)  # type: ignore[no-untyped-call]
        return reference

    def add_stream(self, data: bytes, entries: dict[str, object] | None = None) -> PDFObject:
        """Add a compressed stream."""
        return self.add(PDFStream(PDFDictionary(entries or {}), data, [pdfdoc.PDFZCompress]))

    @property
    def fonts(self) -> PDFObject:
        """The fonts in use: every page's resource."""
        return pdfdoc.PDFObjectReference(pdfdoc.BasicFonts)

    def finish(self, catalog: PDFDictionary, info: PDFDictionary) -> bytes:
        """Embed the fonts and return the file, once; its ID is the hash of everything else."""
        for font in self.delayedFonts:
            font.addObjects(self)
        roots = self.add(catalog), self.add(info)
        with _settled():
            whole = self._write(*roots)
        digest = hashlib.md5(whole, usedforsecurity=False).hexdigest().upper().encode()
        return whole.replace(_NO_ID, b"<%s>" % digest)

    def _write(self, catalog: PDFObject, info: PDFObject) -> bytes:
        writer = _Writer()
        number = 0
        while (number := number + 1) in self.numberToId:  # formatting may add objects
            thing = self.idToObject.pop(self.numberToId[number])  # written once: its room is free
            body = self._formatted(thing, is_whole=True)
            if isinstance(thing, PDFStream):
                writer.put(number, _closed(body))
            else:
                writer.pack(number, body)
        trailer = {
            "Root": catalog,
            "Info": info,
            "ID": PDFArray([_NO_ID] * 2),
        }
        formatted = {key: pdfdoc.format(value, self) for key, value in trailer.items()}
        return writer.finish(number, formatted)

    def _formatted(self, thing: Any, *, is_whole: bool = False) -> bytes:  # noqa: ANN401  as ReportLab's
        """Return an object as it is written: the kinds that a structure tree has here, all others by ReportLab."""
        match thing:
            case PDFObjectReference():  # the commonest first
                return b"%d %d R" % self.idToObjectNumberAndVersion[thing.name]
            case str() if thing.isascii():
                return thing.encode()
            case int():
                return b"%d" % thing
            case PDFDictionary():
                made, entries = self._formatted, thing.dict
                written = [b"%s %s" % (_name(key), made(entries[key])) for key in sorted(entries)]
                return b"<<%s>>" % b" ".join(written)
            case PDFArray():
                return b"[%s]" % b" ".join(map(self._formatted, thing.sequence))
            case _:
                body: bytes = pdfdoc.format(thing, self, toplevel=is_whole)
                return body


@cache
def _name(key: str) -> bytes:
    name: str = PDFName(key)
    return name.encode()


class _Writer:
    """Lays objects out: streams as they come, all others packed, and the table of where they are."""

    def __init__(self) -> None:
        self._parts = [_HEADER]
        self._length = len(_HEADER)
        self._places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        self._packed: list[tuple[int, bytes]] = []

    def put(self, number: int, body: bytes) -> None:
        self._places[number] = (1, self._length, 0)
        part = b"%d 0 obj\n%s\nendobj\n" % (number, body.rstrip(b"\n"))
        self._parts.append(part)
        self._length += len(part)

    def pack(self, number: int, body: bytes) -> None:
        self._packed.append((number, body.strip()))

    def finish(self, next_number: int, trailer: dict[str, bytes]) -> bytes:
        for at in range(0, len(self._packed), _PACKED):
            self._put_packed(next_number, self._packed[at : at + _PACKED])
            next_number += 1
        start = self._length
        self._places[next_number] = (1, start, 0)
        table = b"".join(
            kind.to_bytes(1, "big") + place.to_bytes(4, "big") + rest.to_bytes(2, "big")
            for kind, place, rest in (self._places[n] for n in range(next_number + 1))
        )
        entries = {
            "Type": b"/XRef",
            "Size": b"%d" % (next_number + 1),
            "W": b"[1 4 2]",
            **trailer,
        }
        self.put(next_number, _stream(table, entries))
        self._parts.append(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._parts)

    def _put_packed(self, number: int, objects: list[tuple[int, bytes]]) -> None:
        index, bodies = b"", b""
        for position, (packed, body) in enumerate(objects):
            self._places[packed] = (2, number, position)
            index += b"%d %d " % (packed, len(bodies))
            bodies += body + b"\n"
        entries = {"Type": b"/ObjStm", "N": b"%d" % len(objects), "First": b"%d" % len(index)}
        self.put(number, _stream(index + bodies, entries))


def _stream(data: bytes, entries: dict[str, bytes]) -> bytes:
    packed = zlib.compress(data, 6)
    written = {**entries, "Filter": b"/FlateDecode", "Length": b"%d" % len(packed)}
    words = b" ".join(b"/%s %s" % (key.encode(), value) for key, value in written.items())
    return b"<<%s>>\nstream\n%s%sendstream" % (words, packed, _STREAM_END)


def _closed(body: bytes) -> bytes:
    """Give a stream the end of line before `endstream` that PDF/A asks for."""
    return body.removesuffix(b"endstream\n") + _STREAM_END + b"endstream"


@contextmanager
def _settled() -> Iterator[None]:
    """Hold ReportLab's settings still, and give them back as they were."""
    before = {key: getattr(rl_config, key) for key in _SETTLED}
    try:
        for key, value in _SETTLED.items():
            setattr(rl_config, key, value)
        yield
    finally:
        for key, value in before.items():
            setattr(rl_config, key, value)
