"""Font files become faces: static TrueType that may be embedded, with the letters that documents need."""

from __future__ import annotations

import hashlib
import io
import struct
from pathlib import Path
from typing import Any

from briefbook import cache
from briefbook.errors import Unreadable
from briefbook.frozen import dataclass, replace
from briefbook.pdf.faces import is_usable
from briefbook.theme.look import COMMON_TEXT, FaceFile

MAX_FONT_BYTES = 32 * 1024 * 1024
_SMALLEST = 0.86
"""Nothing is set smaller than this share of its size: 7.8 points would be hard to read."""
_KINDS = {
    b"wOFF": "a web font (WOFF)", b"wOF2": "a web font (WOFF2)", b"ttcf": "a collection of fonts",
    b"%!PS": "a PostScript font (Type 1)", b"\x80\x01": "a PostScript font (Type 1)",
}  # fmt: skip
_TRUETYPE, _OPENTYPE = (b"\0\1\0\0", b"true"), b"OTTO"
DAMAGE = (
    KeyError, AssertionError, IndexError, ValueError, TypeError, AttributeError, OverflowError,
    EOFError, NotImplementedError, struct.error, RecursionError,
)  # fmt: skip
"""What fontTools raises, beside its own errors, for files that do not keep to their format."""
_RESTRICTED, _PREVIEW, _EDITABLE, _NO_SUBSET, _BITMAPS = 0x0002, 0x0004, 0x0008, 0x0100, 0x0200
"""Bits of `fsType` (OpenType, table OS/2): what the typeface's maker allows."""
_LARGEST_LETTER = 0x2E80
"""What an OpenType font has from here on (Chinese, Japanese, Korean) is not converted."""
_CONVERSION_ERROR = 0.5
"""By how much an outline may change where cubic curves become quadratic, in units of the font."""
NEEDED = frozenset(
    (
        *map(chr, range(0x20, 0x7F)), *"§°·–—‘’“”…€¶",
        *map(chr, range(0xC0, 0x100)),
    )
)  # fmt: skip
"""Letters that documents print on their own account, and those of western Europe's names."""


@dataclass(frozen=True)
class Cut:
    """A face of a family: how strong it is, and whether it is slanted."""

    face: FaceFile
    weight: int
    is_italic: bool
    letters: frozenset[str]
    line_height: float
    ascent: float
    licence: str
    """What the file says of its licence: the first sentence, or an address."""
    permission: str
    """What its maker allows, in words."""


def read_cut(path: Path, data: bytes, weight: int = 0, *, is_italic: bool | None = None) -> Cut:
    """Return the face in a font file; weight and slant are the file's own where none are given.

    Raises Unreadable for what is no font, a variable one, one that may not be embedded, and damage.
    """
    from fontTools.ttLib import TTFont, TTLibError

    refuse_kinds(data)
    try:
        font = TTFont(io.BytesIO(data), lazy=True, recalcTimestamp=False)
        refuse(font)
        cut = _cut(font, path, data, weight, is_italic=is_italic)
    except (TTLibError, *DAMAGE) as error:
        hint = "fetch it again from where it was bought or published"
        raise Unreadable("the font is damaged", hint=hint) from error
    if not is_usable(cut.face.data):
        hint = "ask its maker for a TrueType file with outlines"
        raise Unreadable("this font cannot be embedded in a PDF", hint=hint)
    return cut


def refuse_kinds(data: bytes) -> None:
    """Raise Unreadable for what is neither TrueType nor OpenType."""
    if data[:4] in (*_TRUETYPE, _OPENTYPE):
        return
    what = next((kind for magic, kind in _KINDS.items() if data.startswith(magic)), "no font")
    raise Unreadable(f"this is {what}, not TrueType or OpenType", hint="give a .ttf or .otf file")


def refuse(font: Any) -> None:  # noqa: ANN401  fontTools has no types
    """Raise Unreadable for a font that is variable, has no outlines or may not be embedded."""
    if "fvar" in font:
        hint = "give a file for each weight: makers call them static"
        raise Unreadable("this is a variable font", hint=hint)
    if "glyf" not in font and "CFF " not in font:
        raise Unreadable("this font has no outlines", hint="give one that is not made of pixels")
    allowed = font["OS/2"].fsType
    told = f"its maker does not allow that (fsType {allowed:#06x})"
    hint = "get a licence and a file for embedding, or name another typeface"
    if allowed & 0x000F == _RESTRICTED:
        raise Unreadable(f"this font may not be embedded: {told}", hint=hint)
    if allowed & _NO_SUBSET:
        raise Unreadable(f"this font may be embedded only whole: {told}", hint=hint)
    if allowed & _BITMAPS:
        raise Unreadable(f"the outlines of this font may not be embedded: {told}", hint=hint)


def _cut(
    font: Any,  # noqa: ANN401
    path: Path,
    data: bytes,
    weight: int,
    *,
    is_italic: bool | None,
) -> Cut:
    os2, em = font["OS/2"], font["head"].unitsPerEm
    slanted = bool(os2.fsSelection & 1 or font["head"].macStyle & 2)
    sha256 = hashlib.sha256(data).hexdigest()
    name = str(font["name"].getDebugName(6) or path.stem)
    plain = "".join(
        letter for letter in name if (letter.isascii() and letter.isalnum()) or letter == "-"
    )
    outlines = _prepared(font, data, sha256)
    hhea = font["hhea"]
    heights = (os2.usWinAscent + os2.usWinDescent, hhea.ascent - hhea.descent + hhea.lineGap)
    return Cut(
        FaceFile(plain or "Face", str(path), sha256, data=outlines),
        weight or os2.usWeightClass,
        slanted if is_italic is None else is_italic,
        frozenset(map(chr, font.getBestCmap())),
        max(heights) / em,
        max(os2.usWinAscent, hhea.ascent) / em,
        _licence(font["name"]),
        _permission(os2.fsType),
    )


def _licence(names: Any) -> str:  # noqa: ANN401
    said = " ".join(str(names.getDebugName(13) or "").split())
    first = said.split(". ")[0].rstrip(".")
    return first[:160] or str(names.getDebugName(14) or "") or "the file does not say"


def _permission(allowed: int) -> str:
    if allowed & _EDITABLE:
        return "may be embedded in documents that are edited"
    if allowed & _PREVIEW:
        return "may be embedded in documents that are read and printed"
    return "may be embedded"


def _prepared(font: Any, data: bytes, sha256: str) -> bytes:  # noqa: ANN401
    """Return a font as documents set it: as TrueType, its digits lining and of one width if it has such.

    Kept or made anew; the very bytes of the file where nothing is to be changed.
    """
    digits = _even_digits(font)
    if "glyf" in font and not digits:
        return data
    if kept := cache.found("face", sha256):
        return kept
    made = data if "glyf" in font else _to_truetype(data, set(digits.values()))
    made = _with_digits(made, digits) if digits else made
    cache.keep("face", sha256, made)
    return made


def _even_digits(font: Any) -> dict[int, str]:  # noqa: ANN401
    """Return the glyphs of lining digits of one width, where others stand under the digits' codes.

    Tables and years are read down and across; what the features `lnum` and `tnum` would do to each
    text is done to the font once.
    """
    if "GSUB" not in font or font["GSUB"].table.FeatureList is None:
        return {}
    table, names = font["GSUB"].table, font.getBestCmap()
    even = {}
    for code in map(ord, "0123456789"):
        glyph = names.get(code, "")
        for tag in ("lnum", "tnum"):
            glyph = _substitutions(table, tag).get(glyph, glyph)
        if glyph and glyph != names.get(code):
            even[code] = glyph
    return even


def _substitutions(table: Any, tag: str) -> dict[str, str]:  # noqa: ANN401
    found: dict[str, str] = {}
    records = (r for r in table.FeatureList.FeatureRecord if r.FeatureTag == tag)
    for at in dict.fromkeys(index for r in records for index in r.Feature.LookupListIndex):
        for part in table.LookupList.Lookup[at].SubTable:
            found |= getattr(getattr(part, "ExtSubTable", part), "mapping", {})
    return {one: other for one, other in found.items() if isinstance(other, str)}


def _with_digits(data: bytes, digits: dict[int, str]) -> bytes:
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({code: name for code, name in digits.items() if code in table.cmap})
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _to_truetype(data: bytes, extra: set[str]) -> bytes:
    """Return a font with quadratic outlines: those of its letters, and of glyphs that are named besides."""
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    _keep_letters(font, extra)
    _set_outlines(font)
    maxp, post = font["maxp"], font["post"]
    maxp.tableVersion, maxp.maxZones = 0x00010000, 1
    for counter in _COUNTERS:
        setattr(maxp, counter, 0)
    post.formatType, post.extraNames, post.mapping = 2.0, [], {}
    post.glyphOrder = font.getGlyphOrder()
    for table in ("CFF ", "VORG"):
        if table in font:
            del font[table]
    font.sfntVersion = "\0\1\0\0"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _keep_letters(font: Any, extra: set[str]) -> None:  # noqa: ANN401  fontTools has no types
    from fontTools.subset import Options, Subsetter

    options = Options(
        layout_features=["kern"],
        name_IDs=["*"],
        notdef_outline=True,
        hinting=False,
        glyph_names=True,
    )
    subsetter = Subsetter(options)
    codes = [at for at in font.getBestCmap() if at < _LARGEST_LETTER]
    subsetter.populate(unicodes=codes, glyphs=extra)
    subsetter.subset(font)


def _set_outlines(font: Any) -> None:  # noqa: ANN401  likewise
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import newTable

    shapes, order = font.getGlyphSet(), font.getGlyphOrder()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        shapes[name].draw(Cu2QuPen(pen, _CONVERSION_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, glyphs
    for name in order:
        glyphs[name].recalcBounds(font["glyf"])
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = advance, getattr(glyphs[name], "xMin", 0)


_COUNTERS = (
    "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
    "maxSizeOfInstructions",
)  # fmt: skip


def room_factor(cut: Cut, own: bytes) -> float:
    """Return by how much a face must be set smaller to take the room of one of Briefbook's own.

    Wide faces mostly have large small letters, too, and look as large then.
    """
    share = _text_width(own) / _text_width(cut.face.data)
    return round(min(1.0, max(_SMALLEST, share)), 3)


def _text_width(data: bytes) -> float:
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data), lazy=True)
    names, advances = font.getBestCmap(), font["hmtx"].metrics
    return float(sum(advances[names[ord(x)]][0] for x in COMMON_TEXT) / font["head"].unitsPerEm)


def made_smaller(face: FaceFile, factor: float) -> FaceFile:
    """Return a face that is drawn smaller at every size."""
    from fontTools.ttLib import TTFont

    if factor >= 1:
        return face
    font = TTFont(io.BytesIO(face.data), recalcTimestamp=False)
    font["head"].unitsPerEm = round(font["head"].unitsPerEm / factor)
    out = io.BytesIO()
    font.save(out)
    return replace(face, scale=factor, data=out.getvalue())


def lacking(cut: Cut) -> list[str]:
    """Return the letters that documents need and a face lacks, in order; signs are lent by ours."""
    return sorted(NEEDED - cut.letters)
