"""The embedded faces: widths, kerning, coverage, and their way into the file.

ReportLab reads and subsets the fonts, HarfBuzz says how far neighbouring letters are kerned.
Nothing is registered with ReportLab, so other users of the library in the same process see none
of it.
"""

from __future__ import annotations

import io
import struct
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

import uharfbuzz
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import SUBSETN, TTFError, TTFont

from briefbook.pdf.errors import Unprintable
from briefbook.pdf.shaping import JOINERS, is_turned, lender, shaper
from briefbook.pdf.tounicode import character_map
from briefbook.theme.faces import FACE_FILES, SIBLING, Lent
from briefbook.theme.faces import Face as FaceName
from briefbook.theme.look import FaceFile, worn

if TYPE_CHECKING:
    from briefbook.pdf.lent import LentFace

_KERNING_ONLY = {
    feature: feature == "kern"
    for feature in ("kern", "liga", "clig", "calt", "ccmp", "locl", "mark", "mkmk")
}
"""Ligatures stay off: letters that are one glyph are copied and searched wrongly."""

_DROPPED = dict.fromkeys(map(ord, "\u2060\ufeff\u200e\u200f\u061c"))
"""Joiners of words and direction marks: they say how to set the text and leave no ink."""
_JOINERS_DROPPED = dict.fromkeys(map(ord, JOINERS))
_SAME = {**_DROPPED, ord("\t"): " ", ord("\n"): " ", ord("\r"): " ", 0x2028: " ", 0x2029: " "}

Shown = tuple[str, list[bytes | int]]
"""A font resource and what it shows: codes, and the kerning between them in 1/1000 em."""


class Face:
    """One embedded face. Widths are in 1/1000 of the type size."""

    def __init__(self, name: str, data: bytes) -> None:
        """Load a face from a TrueType file's bytes; `name` is unique among those of a document."""
        self.name = name
        self._font = _Font(name, io.BytesIO(data), asciiReadable=False)
        shaped = uharfbuzz.Face(data)
        self._shaper = uharfbuzz.Font(shaped)
        self._scale = 1000 / shaped.upem
        self._widths: dict[int, float] = self._font.face.charWidths
        self._chars = frozenset(map(chr, self._widths))
        self.kerns = lru_cache(maxsize=1 << 16)(self._kerns)
        self.width = lru_cache(maxsize=1 << 16)(self._width)

    def has(self, char: str) -> bool:
        """Tell whether the face has this character."""
        return ord(char) in self._widths

    def has_all(self, text: str) -> bool:
        """Tell whether the face has all characters of a text."""
        return self._chars.issuperset(text)

    def show(self, text: str, document: PDFDocument) -> list[Shown]:
        """Return the codes that show a text, font subset by font subset, with its kerning."""
        kerns: list[int] = []
        for word in text.split(" "):
            kerns += (*(self.kerns(word) or (0,) * len(word)), 0)
        shown: list[Shown] = []
        at = 0
        for subset, codes in self._font.splitString(text, document):
            resource = self._font.getSubsetInternalName(subset, document)
            shown.append((resource, _with_kerns(codes, kerns[at : at + len(codes)])))
            at += len(codes)
        return shown

    def _width(self, text: str) -> float:
        own = sum(map(self._widths.__getitem__, map(ord, text)))
        return own + sum([sum(self.kerns(word)) for word in text.split(" ")])

    def _kerns(self, word: str) -> tuple[int, ...]:
        """Return what is added after each letter; empty if nothing is."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._shaper, buffer, _KERNING_ONLY)
        positions = buffer.glyph_positions
        if positions is None or len(positions) != len(word):
            return ()
        natural, scale = map(self._widths.__getitem__, map(ord, word)), self._scale
        kerns = [
            round(position.x_advance * scale - width)
            for width, position in zip(natural, positions, strict=True)
        ]
        return tuple(kerns) if any(kerns) else ()


def load_face(name: FaceName) -> Face | LentFace:
    """Return a face in the look that is worn, loaded once."""
    look = worn()
    face: Face | LentFace | None = look.loaded.get(name)
    if face is None:
        file = look.faces.get(name)
        if isinstance(name, Lent):
            from briefbook.pdf.lent import LentFace  # loads what writes fonts

            face = LentFace(shaper(look.lent[name.number]), is_right=name.is_right)
        else:
            face = _own(FACE_FILES[name]) if file is None else _sent(file)
        look.loaded[name] = face
    return face


@cache
def _own(file: str) -> Face:
    """Return a face of the package; those that share a file are one."""
    name = next(face for face, other in FACE_FILES.items() if other == file)
    return Face(name, resources.files("briefbook").joinpath("fonts", file).read_bytes())


@lru_cache(maxsize=16)
def _sent(file: FaceFile) -> Face:
    """Return a face of a sender's."""
    return Face(f"{file.name} {file.sha256[:12]}", file.data)


def is_usable(data: bytes) -> bool:
    """Tell whether a TrueType file's bytes can set and be embedded."""
    try:
        return Face("probe", data).has("a")
    except (TTFError, KeyError, ValueError, IndexError, TypeError, struct.error):
        return False


def printable(text: str) -> str:
    """Return a text without characters that leave no ink, each space and line end as one space.

    Joiners stay where faces are lent, for the letters before them.
    """
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text).translate(_SAME)
    return composed if worn().lent else composed.translate(_JOINERS_DROPPED)


def covered(text: str, face: FaceName, context: str) -> list[tuple[str, FaceName]]:
    """Return a text in stretches that the face, its sibling or one that is lent can print.

    Raises Unprintable, which quotes `context`, for a character that neither has.
    """
    if load_face(face).has_all(text):
        return [(text, face)]
    stretches: list[tuple[str, FaceName]] = []
    for char in text:
        before = stretches[-1] if stretches else ("", face)
        if char in JOINERS or (unicodedata.category(char) == "Mn" and _goes_on(char, before[1])):
            if isinstance(before[1], Lent):
                stretches[-1] = (before[0] + char, before[1])
            continue
        printed, lent = _lend(char, face, context)
        if stretches and stretches[-1][1] == lent:
            stretches[-1] = (stretches[-1][0] + printed, lent)
        else:
            stretches.append((printed, lent))
    return stretches


def _lend(char: str, face: FaceName, context: str) -> tuple[str, FaceName]:
    if load_face(face).has(char):
        return char, face
    if char == "\N{NON-BREAKING HYPHEN}":
        return "-", face
    sibling, category = SIBLING[face], unicodedata.category(char)
    if category not in {"Cc", "Cn", "Co", "Cs"}:
        if load_face(sibling).has(char):
            return char, sibling
        if worn().faces and category.startswith("S") and load_face("signs").has(char):
            return char, "signs"
        lent = lender(char, worn().lent, is_bold=face.endswith("-semibold"))
        if lent is not None:
            return char, Lent(lent, is_right=is_turned(char))
    raise Unprintable(char, context)


def _goes_on(char: str, face: FaceName) -> bool:
    """Tell whether a mark stands in the lent face of the letter before it."""
    return isinstance(face, Lent) and load_face(face).has(char)


def _with_kerns(codes: bytes, kerns: list[int]) -> list[bytes | int]:
    """Cut the codes where the distance to the next one is not its natural one."""
    parts: list[bytes | int] = []
    start = 0
    for index, kern in enumerate(kerns, 1):
        if kern and index < len(codes):
            parts += (codes[start:index], -kern)
            start = index
    return [*parts, codes[start:]]


class _Font(TTFont):
    """ReportLab's font with an honest map from codes to characters.

    ReportLab's own map claims U+0000 for unused codes and puts more than a hundred entries in a
    block; PDF/A allows neither.
    """

    def addObjects(self, doc: PDFDocument) -> None:
        """Add the font's objects to the file, then replace their character maps."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = f"{SUBSETN(number).decode()}+{self.face.name.decode()}"
            stream = doc.idToObject[f"toUnicodeCMap:{name}"]
            assert isinstance(stream, PDFStream)  # noqa: S101  ReportLab put it there
            stream.content = character_map([chr(char) if char else "" for char in subset])
