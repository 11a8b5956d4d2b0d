"""How wide the typefaces set a text, and where it breaks into lines."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

from briefbook_figures.advances import FontFile
from briefbook_figures.display_list import Face
from briefbook_figures.errors import ChartError
from briefbook_figures.faces import Fonts


class Measure:
    """Widths of text, from the unscaled advances of the font files.

    Unscaled advances are whole numbers, so widths are the same on every platform; hinted ones
    are not. Kerning is left out: a renderer that kerns sets a text narrower, never wider.
    """

    ASCENT = 0.74
    """Share of the type size that letters rise above the baseline."""
    DESCENT = 0.22
    """Share of the type size that letters reach below the baseline."""
    CAP_HEIGHT = 0.66
    """Share of the type size that capitals and digits rise above the baseline."""

    def __init__(self, fonts: Fonts) -> None:
        """Open no file yet: a face is opened when a text is first set in it."""
        self._fonts = fonts
        self._faces: dict[Face, _Advances] = {}

    def width(self, text: str, face: Face, size_pt: float) -> float:
        """Return the width of one line of `text`, in points."""
        if self._fonts.ems:
            return self._fonts.ems(text, face) * size_pt
        lent = self._fonts.lender.ems(text, face) if self._fonts.lender else None
        if lent is not None:
            return lent * size_pt
        if face not in self._faces:
            self._faces[face] = _advances(self._fonts.file(face), self._fonts.signs)
        return self._faces[face].of(text) * size_pt

    def wrap(self, text: str, face: Face, size_pt: float, room_pt: float) -> tuple[str, ...]:
        """Break `text` between words into lines of at most `room_pt`.

        Raises ChartError when a single word is wider than that.
        """
        lines: list[str] = []
        for word in text.split():
            joined = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(joined, face, size_pt) <= room_pt:
                lines[-1] = joined
            elif self.width(word, face, size_pt) <= room_pt:
                lines.append(word)
            else:
                wide = self.width(word, face, size_pt)
                raise ChartError(
                    f'"{word}" is {wide:.0f} pt wide; a chart has {room_pt:.0f} pt for it.',
                    hint="Use a shorter word in this label.",
                )
        return tuple(lines)


def _advances(file: Path, lender: Path | None) -> _Advances:
    """Return a file's advances; what was read of it serves until the file is another."""
    stat = file.stat()
    return _kept_advances(file, lender, stat.st_mtime_ns, stat.st_size, stat.st_ino)


@lru_cache(maxsize=16)
def _kept_advances(file: Path, lender: Path | None, *_: int) -> _Advances:
    return _Advances(file, lender)


def forget() -> None:
    """Give back the files of faces: who draws again reads them again."""
    _kept_advances.cache_clear()


class _Advances:
    """The advances of one font file, in ems, read glyph by glyph as texts need them."""

    def __init__(self, file: Path, lender: Path | None) -> None:
        self._font = FontFile(file)
        self._lender = lender
        self._ems: dict[str, float] = {}

    def of(self, text: str) -> float:
        for character in text:
            if character not in self._ems:
                self._ems[character] = self._read(character)
        return sum(self._ems[character] for character in text)

    def _read(self, character: str) -> float:
        found = self._font.ems(character)
        if found is None and self._lender and unicodedata.category(character).startswith("S"):
            found = FontFile(self._lender).ems(character)
        if found is None:
            raise ChartError(
                f"The charts' typeface has no letter {character!r} (U+{ord(character):04X}).",
                hint="Bring a typeface that lends it, or write the label with Latin, Greek or Cyrillic letters.",
            )
        return found
