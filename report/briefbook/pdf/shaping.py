"""Letters of the world in faces that a user brings: which of them a face has, and their glyphs by HarfBuzz.

Needs no library of PDF files: checks ask for the letters alone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import uharfbuzz

from briefbook.frozen import dataclass
from briefbook.scripts import is_right_to_left
from briefbook.theme.look import LentFile

JOINERS = frozenset("\u200c\u200d\ufe0e\ufe0f")
"""They say how the letter before them is drawn: joined or not, as a picture or a sign."""
_FEATURES = dict.fromkeys(("kern", "liga", "clig", "dlig", "palt", "locl"), False)
"""Without them, letters take the same room in every neighbourhood; what a script needs stays on."""
_UNSAID = "\u2060"
"""What a second glyph of one letter is said to be: a character must stand for each."""


NO_INK = -1
"""Number of a glyph that draws nothing: of a letter that another one's glyph shows."""
_JOINER = f"[{''.join(sorted(JOINERS))}]*"
_LETTER = re.compile(f"{_JOINER}.{_JOINER}", re.DOTALL)


@dataclass(frozen=True)
class Glyph:
    """A glyph in its place: lengths in 1/1000 em; `text` is what it stands for."""

    number: int
    text: str
    advance: int
    dx: int = 0
    dy: int = 0


class Shaper:
    """Sets text in one lent face."""

    def __init__(self, file: LentFile) -> None:
        """Load the face."""
        self.file = file
        face = uharfbuzz.Face(file.data)
        self.units: int = face.upem
        self.font = uharfbuzz.Font(face)
        self.has = lru_cache(maxsize=1 << 14)(self._has)
        self.glyphs = lru_cache(maxsize=1 << 13)(self._glyphs)

    def _has(self, char: str) -> bool:
        """Tell whether the face draws a letter; a place in its table without an outline is none."""
        glyph = self.font.get_nominal_glyph(ord(char))
        if not glyph:
            return False
        extents = self.font.get_glyph_extents(glyph)
        has_ink = extents is not None and bool(extents.width or extents.height)
        return has_ink or unicodedata.category(char)[0] == "Z"

    def width(self, text: str, *, is_right: bool) -> int:
        """Return the length of a text in 1/1000 em."""
        return sum(glyph.advance for glyph in self.glyphs(text, is_right=is_right))

    def _glyphs(self, text: str, *, is_right: bool) -> tuple[Glyph, ...]:
        """Return the glyphs of a text from left to right."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = "und"  # the guess is the machine's language
        buffer.direction = "rtl" if is_right else "ltr"
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        uharfbuzz.shape(self.font, buffer, _FEATURES)
        infos, places = buffer.glyph_infos, buffer.glyph_positions or ()
        starts = sorted({info.cluster for info in infos})
        if not starts:  # an empty text, or joiners alone
            return ()
        said = dict(zip(starts, [0, *starts[1:]], strict=True))
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        found: list[Glyph] = []
        told: set[int] = set()
        # In the order of the letters: the first glyph of each stands for it.
        pairs = list(zip(infos, places, strict=True))
        for info, place in reversed(pairs) if is_right else pairs:
            letters = text[said[info.cluster] : ends[info.cluster]]
            # Who copies a line from the right turns its characters one by one: each has a code.
            first, *others = _LETTER.findall(letters) if is_right else [letters]
            found.append(
                Glyph(
                    info.codepoint,
                    _UNSAID if info.cluster in told else first,
                    *map(self._thousandths, (place.x_advance, place.x_offset, place.y_offset)),
                )
            )
            if info.cluster not in told:
                found += (Glyph(NO_INK, letter, 0) for letter in others)
            told.add(info.cluster)
        return tuple(reversed(found) if is_right else found)

    def _thousandths(self, length: int) -> int:
        return round(length * 1000 / self.units)


@lru_cache(maxsize=32)
def shaper(file: LentFile) -> Shaper:
    """Return what sets text in a lent face, loaded once."""
    return Shaper(file)


def lender(char: str, files: tuple[LentFile, ...], *, is_bold: bool) -> int | None:
    """Return the number of the face that lends a letter: the first that has it, upright, of like strength."""
    able = (n for n, file in enumerate(files) if shaper(file).has(char))
    return min(
        able,
        key=lambda n: (files[n].is_italic, files[n].is_bold != is_bold, n),
        default=None,
    )


def is_turned(text: str) -> bool:
    """Tell whether a text in a lent face is drawn from right to left: it has a letter that is."""
    return any(map(is_right_to_left, text))
