"""The words of a PDF's page with their places, as PDFium tells letters and the gaps between them.

PDFium knows which gaps are spaces and which are only kerning. Lengths are in points, from the top
left corner.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from briefbook.frozen import dataclass
from briefbook.sources.reading import LOST

_UPRIGHT = 0.1
"""Radians by which a letter may lean."""
_TORN = 0.35
"""Gap within a word, in letter sizes, from which on two words stand there."""
_RAISED = 0.8
"""Share of a word's height below which a letter beside it is a raised mark."""
_HYPHENS = frozenset((0x02, 0xFFFE))
"""How PDFium gives the hyphen at a line's end."""
_NAME = 256
_BOLD, _HEAVY = ("bold", "black", "heavy", "demi"), 600
"""Words in the names of fonts, and weights, that are bold."""


@dataclass(slots=True)
class Word:
    """A stretch of letters without a space."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    is_bold: bool


def page_words(page: pdfium.PdfPage) -> tuple[list[Word], tuple[float, float]]:
    """Return the words of a page in the order in which they are drawn, and its width and height.

    A page whose text stands on its side is read along it; a few such words on an upright one are not.
    """
    left, low, right, high = page.get_cropbox()
    text = page.get_textpage()
    try:
        letters = list(_letters(text.raw))
        turns = Counter(letter.turn for letter in letters)
        turn = turns.most_common(1)[0][0] if turns else 0
        frame = _Frame(left, low, right, high, turn)
        words = [word for word in _words(text.raw, letters, frame) if not _is_alphabet(word.text)]
    finally:
        text.close()
    return words, frame.size


_ALPHABET, _IN_ORDER = 12, 0.8
"""Letters of a row of a typeface's letters, and the share of them that follow each other as in the alphabet."""


def _is_alphabet(text: str) -> bool:
    """Tell whether a word is the letters of a typeface in a row, zyxwvut…, which some programs leave on a page unseen."""
    if len(text) < _ALPHABET or not text.isalpha():
        return False
    steps = [ord(after) - ord(before) for before, after in pairwise(text.lower())]
    return any(steps.count(step) > _IN_ORDER * len(steps) for step in (1, -1))


@dataclass(slots=True)
class _Letter:
    at: int
    text: str
    """Empty for a gap."""
    turn: int
    """Quarters of a circle by which it is turned against the clock."""


def _letters(text: raw.FPDF_TEXTPAGE) -> Iterator[_Letter]:
    matrix = raw.FS_MATRIX()
    half = 0
    for at in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, at)
        if 0xD800 <= code < 0xDC00:  # noqa: PLR2004  the first half of a letter beyond the first plane
            half = code
            continue
        if half:
            code, half = 0x10000 + ((half - 0xD800) << 10) + (code - 0xDC00), 0
        letter = "-" if code in _HYPHENS else chr(code)
        if code == ord(LOST) or raw.FPDFText_HasUnicodeMapError(text, at) == 1:
            letter = LOST  # what stands in its place is a number of the typeface, no letter
        if code == 0 or letter.isspace() or not letter.isprintable():
            yield _Letter(at, "", 0)
            continue
        turn = 0
        if raw.FPDFText_GetCharAngle(text, at) > _UPRIGHT:
            raw.FPDFText_GetMatrix(text, at, matrix)
            turn = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
        yield _Letter(at, letter, turn)


@dataclass(frozen=True)
class _Frame:
    """A page, and how far its text is turned."""

    left: float
    low: float
    right: float
    high: float
    turn: int

    def place(self, box: raw.FS_RECTF) -> tuple[float, float, float, float]:
        """Return left, right, top and bottom of a letter as its reader sees them."""
        if self.turn == 1:
            return (
                box.bottom - self.low,
                box.top - self.low,
                box.left - self.left,
                box.right - self.left,
            )
        if self.turn == 2:  # noqa: PLR2004  half a circle
            return (
                self.right - box.right,
                self.right - box.left,
                box.bottom - self.low,
                box.top - self.low,
            )
        if self.turn == 3:  # noqa: PLR2004  three quarters
            return (
                self.high - box.top,
                self.high - box.bottom,
                self.right - box.right,
                self.right - box.left,
            )
        return (
            box.left - self.left,
            box.right - self.left,
            self.high - box.top,
            self.high - box.bottom,
        )

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as the reader sees them."""
        width, height = self.right - self.left, self.high - self.low
        return (height, width) if self.turn % 2 else (width, height)


def _words(text: raw.FPDF_TEXTPAGE, letters: Sequence[_Letter], frame: _Frame) -> Iterator[Word]:
    faces = _Faces(text)
    box = raw.FS_RECTF()
    word: Word | None = None
    for letter in letters:
        if letter.text and letter.turn != frame.turn:
            continue
        if not letter.text:
            if word:
                yield word
            word = None
            continue
        raw.FPDFText_GetLooseCharBox(text, letter.at, box)
        x0, x1, top, bottom = frame.place(box)
        if word and _is_next(word, x0, top, bottom):
            word.text += letter.text
            word.x1 = max(word.x1, x1)
            continue
        if word:
            yield word
        size = faces.size(letter.at, bottom - top)
        word = Word(letter.text, x0, x1, top, bottom, size, faces.is_bold(letter.at))
    if word:
        yield word


def _is_next(word: Word, left: float, top: float, bottom: float) -> bool:
    middle = (top + bottom) / 2
    gap = left - word.x1
    if bottom - top < _RAISED * (word.bottom - word.top):
        return False  # a note mark is no part of its word
    return word.top <= middle <= word.bottom and -word.size < gap < _TORN * max(word.size, 1)


class _Faces:
    """Whether letters are bold, by their font's weight or its name."""

    def __init__(self, text: raw.FPDF_TEXTPAGE) -> None:
        self._text = text
        self._name = ctypes.create_string_buffer(_NAME)
        self._flags = ctypes.c_int()
        self._matrix = raw.FS_MATRIX()

    def size(self, at: int, height: float) -> float:
        """Return a letter's size; its height where the file states none that could be."""
        raw.FPDFText_GetMatrix(self._text, at, self._matrix)
        stated = raw.FPDFText_GetFontSize(self._text, at) * math.hypot(
            self._matrix.c, self._matrix.d
        )
        return float(stated) if 0.5 * height < stated < 2 * height else float(height)

    def is_bold(self, at: int) -> bool:
        if raw.FPDFText_GetFontWeight(self._text, at) >= _HEAVY:
            return True
        length = raw.FPDFText_GetFontInfo(self._text, at, self._name, _NAME, self._flags)
        name = self._name.raw[: max(0, min(length, _NAME) - 1)].decode("utf-8", "replace").lower()
        return any(mark in name for mark in _BOLD)
