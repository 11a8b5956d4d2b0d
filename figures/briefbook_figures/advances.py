"""How far each letter of a TrueType file moves on.

A small reader of its own: a plotting library, or a parser of whole fonts, takes longer to load than
all charts to draw.
"""

from __future__ import annotations

import struct
from functools import cached_property
from pathlib import Path

_FULL_WINDOWS = (3, 10)
_MORE, _WORDS, _OWN_METRICS = 0x20, 0x01, 0x200
_SCALES = {0x08: 2, 0x40: 4, 0x80: 8}
"""Flags of a part of a glyph, and the bytes of the scaling that each announces."""


class FontFile:
    """The advances of a font file by letter, in ems; `struct.error` or KeyError for a broken one."""

    def __init__(self, file: Path) -> None:
        """Read the file and the list of its tables."""
        self._data = file.read_bytes()
        (count,) = struct.unpack_from(">4xH", self._data)
        self._tables: dict[str, int] = {}
        for number in range(count):
            tag, at = struct.unpack_from(">4s4xI", self._data, 12 + 16 * number)
            self._tables[tag.decode("latin-1")] = at
        (self._units,) = self._read("head", 18, "H")
        (self._long_count,) = self._read("hhea", 34, "H")

    def ems(self, letter: str) -> float | None:
        """Return the advance of a letter in ems; None where the font has none."""
        glyph = self._glyphs.get(ord(letter))
        return self._advance(glyph) / self._units if glyph else None

    def _read(self, table: str, at: int, form: str) -> tuple[int, ...]:
        return struct.unpack_from(f">{form}", self._data, self._tables[table] + at)

    def _advance(self, glyph: int) -> int:
        """Return an advance in units: of the part that lends the glyph its measures, or its own."""
        lender = self._lender(glyph)
        if lender is not None:
            return self._advance(lender)
        (units,) = self._read("hmtx", 4 * min(glyph, self._long_count - 1), "H")
        return units

    def _lender(self, glyph: int) -> int | None:
        """Return the part of a composed glyph whose measures are those of the whole."""
        if "glyf" not in self._tables:
            return None
        (is_long,) = self._read("head", 50, "h")
        size, form = (4, "2I") if is_long else (2, "2H")
        at, end = (n * (1 if is_long else 2) for n in self._read("loca", size * glyph, form))
        if at == end or self._read("glyf", at, "h")[0] >= 0:
            return None
        at, flags, found = at + 10, _MORE, None
        while flags & _MORE:
            flags, part = self._read("glyf", at, "2H")
            if flags & _OWN_METRICS:
                found = part
            at += 4 + (4 if flags & _WORDS else 2)
            at += sum(size for flag, size in _SCALES.items() if flags & flag)
        return found

    @cached_property
    def _glyphs(self) -> dict[int, int]:
        """The glyph of each letter, by the fullest map of Unicode that the file has."""
        (count,) = self._read("cmap", 2, "H")
        maps = {}
        for number in range(count):
            platform, encoding, at = self._read("cmap", 4 + 8 * number, "2HI")
            (form,) = self._read("cmap", at, "H")
            if platform in (0, 3) and form in (4, 12):
                maps[form, (platform, encoding) == _FULL_WINDOWS] = form, at
        form, at = maps[max(maps)]
        return self._groups(at) if form == 12 else self._segments(at)  # noqa: PLR2004

    def _groups(self, at: int) -> dict[int, int]:
        (count,) = self._read("cmap", at + 12, "I")
        found: dict[int, int] = {}
        for number in range(count):
            first, last, glyph = self._read("cmap", at + 16 + 12 * number, "3I")
            found |= {letter: glyph + letter - first for letter in range(first, last + 1)}
        return found

    def _segments(self, at: int) -> dict[int, int]:
        (double,) = self._read("cmap", at + 6, "H")
        ends = self._read("cmap", at + 14, f"{double // 2}H")
        starts = self._read("cmap", at + 16 + double, f"{double // 2}H")
        deltas = self._read("cmap", at + 16 + 2 * double, f"{double // 2}H")
        offsets_at = at + 16 + 3 * double
        offsets = self._read("cmap", offsets_at, f"{double // 2}H")
        found = {}
        for number, (first, last) in enumerate(zip(starts, ends, strict=True)):
            for letter in range(first, min(last, 0xFFFE) + 1):
                glyph = letter
                if offsets[number]:
                    place = offsets_at + 2 * number + offsets[number] + 2 * (letter - first)
                    (glyph,) = self._read("cmap", place, "H")
                    if not glyph:
                        continue
                if glyph := (glyph + deltas[number]) & 0xFFFF:
                    found[letter] = glyph
        return found
