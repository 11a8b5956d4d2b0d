"""Lent faces in the file: subsets of the glyphs that a document draws, addressed by their number.

A letter may have several glyphs there, and a glyph may stand for several letters: Arabic letters look
by their neighbours. Where a mark is to stand is part of its outline, so that texts need no shifts.
"""

from __future__ import annotations

import io
from typing import Any
from weakref import WeakKeyDictionary

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
)

from briefbook.pdf.shaping import NO_INK, Glyph, Shaper
from briefbook.pdf.tounicode import character_map
from briefbook.theme.look import LentFile

_CONVERSION_ERROR = 0.5
"""By how much an outline may change where cubic curves become quadratic, in units of the font."""
_SYMBOLIC = 4
_MADE = 0xD65F0000
"""A moment in seconds since 1904, the same for every font."""


class LentFace:
    """A lent face in one direction, used as the package's own are."""

    def __init__(self, shaper: Shaper, *, is_right: bool) -> None:
        """Take a loaded face."""
        self._shaper = shaper
        self._is_right = is_right

    def has(self, char: str) -> bool:
        """Tell whether the face has this character."""
        return self._shaper.has(char)

    def has_all(self, text: str) -> bool:
        """Tell whether the face has all characters of a text."""
        return all(map(self._shaper.has, text))

    def width(self, text: str) -> float:
        """Return the length of a text in 1/1000 of the type size."""
        return float(self._shaper.width(text, is_right=self._is_right))

    def show(self, text: str, document: PDFDocument) -> list[tuple[str, list[bytes | int]]]:
        """Return the codes that show a text from left to right."""
        subset = _subset(self._shaper, document)
        glyphs = self._shaper.glyphs(text, is_right=self._is_right)
        codes = b"".join(subset.code(glyph).to_bytes(2, "big") for glyph in glyphs)
        return [(f"/{subset.resource}", [codes])]


_subsets: WeakKeyDictionary[PDFDocument, dict[LentFile, _Subset]] = WeakKeyDictionary()


def _subset(shaper: Shaper, document: PDFDocument) -> _Subset:
    own = _subsets.setdefault(document, {})
    if shaper.file not in own:
        own[shaper.file] = subset = _Subset(shaper, f"L{len(own) + 1}")
        document.delayedFonts.append(subset)
    return own[shaper.file]


class _Subset:
    """The glyphs of one face that a document draws."""

    def __init__(self, shaper: Shaper, resource: str) -> None:
        self.resource = resource
        self._shaper = shaper
        self._codes: dict[Glyph, int] = {}

    def code(self, glyph: Glyph) -> int:
        """Return the number of a glyph in the subset; 0 is for what is missing."""
        return self._codes.setdefault(glyph, len(self._codes) + 1)

    def addObjects(self, doc: PDFDocument) -> None:
        """Add the font to the file, as ReportLab asks of fonts."""
        file, glyphs = self._shaper.file, tuple(self._codes)
        name = PDFName(f"AAAAAA+{file.print_name}")
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": name,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([self._descendant(doc, name, glyphs)]),
                "ToUnicode": _stream(doc, character_map([g.text for g in glyphs], 2).encode()),
            }
        )
        reference = doc.Reference(font)  # type: ignore[no-untyped-call]
        fonts: Any = doc.idToObject["BasicFonts"]
        fonts.dict[self.resource] = reference

    def _descendant(self, doc: PDFDocument, name: Any, glyphs: tuple[Glyph, ...]) -> Any:  # noqa: ANN401  ReportLab's types are its functions
        data = embedded(self._shaper, glyphs)
        extents = self._shaper.font.get_font_extents("ltr")
        scale = 1000 / self._shaper.units
        ascent, descent = round(extents.ascender * scale), round(extents.descender * scale)
        descriptor = PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": _SYMBOLIC,
                "FontBBox": PDFArray([-1000, min(descent, -200), 3000, max(ascent, 1000)]),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": ascent,
                "StemV": 80,
                "FontFile2": _stream(doc, data, {"Length1": len(data)}),
            }
        )
        system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity")}
        return PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": PDFDictionary({**system, "Supplement": 0}),
                "FontDescriptor": doc.Reference(descriptor),  # type: ignore[no-untyped-call]
                "CIDToGIDMap": PDFName("Identity"),
                "DW": 1000,
                "W": PDFArray([1, PDFArray([glyph.advance for glyph in glyphs])]),
            }
        )


def _stream(doc: PDFDocument, data: bytes, entries: dict[str, object] | None = None) -> Any:  # noqa: ANN401
    stream = PDFStream(PDFDictionary(entries or {}), data, [pdfdoc.PDFZCompress])
    return doc.Reference(stream)  # type: ignore[no-untyped-call]


def embedded(shaper: Shaper, glyphs: tuple[Glyph, ...]) -> bytes:
    """Return a TrueType font of some glyphs, in their order after the one for what is missing."""
    names = [".notdef", *(f"g{number}" for number in range(1, len(glyphs) + 1))]
    builder = FontBuilder(shaper.units, isTTF=True)
    builder.setupGlyphOrder(names)
    is_cubic = b"CFF " in shaper.file.data[:1024]
    blank = TTGlyphPen(None).glyph()
    outlines = [blank, *(_outline(shaper, glyph, is_cubic=is_cubic) for glyph in glyphs)]
    builder.setupGlyf(dict(zip(names, outlines, strict=True)))
    advances = [shaper.units, *(round(g.advance * shaper.units / 1000) for g in glyphs)]
    table = builder.font["glyf"]
    metrics = zip(names, advances, strict=True)
    builder.setupHorizontalMetrics(
        {name: (advance, getattr(table[name], "xMin", 0)) for name, advance in metrics}
    )
    extents = shaper.font.get_font_extents("ltr")
    builder.setupHorizontalHeader(ascent=extents.ascender, descent=extents.descender)
    builder.setupPost(keepGlyphNames=False)
    builder.font["head"].created = builder.font["head"].modified = _MADE
    builder.font.recalcTimestamp = False
    out = io.BytesIO()
    builder.font.save(out)
    return out.getvalue()


def _outline(shaper: Shaper, glyph: Glyph, *, is_cubic: bool) -> Any:  # noqa: ANN401
    pen = TTGlyphPen(None)
    shift = (round(length * shaper.units / 1000) for length in (glyph.dx, glyph.dy))
    curves = Cu2QuPen(pen, _CONVERSION_ERROR, reverse_direction=True) if is_cubic else pen
    if glyph.number == NO_INK:
        return pen.glyph()
    shaper.font.draw_glyph_with_pen(glyph.number, TransformPen(curves, (1, 0, 0, 1, *shift)))
    return pen.glyph()
