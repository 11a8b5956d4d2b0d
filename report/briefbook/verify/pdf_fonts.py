"""The embedded fonts held against the package's own or a brand's: what a code is said to be is what it shows."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from importlib import resources
from typing import Any

from fontTools.ttLib import TTFont, TTLibError

from briefbook.fingerprints import WITHOUT_JOINERS, letter_fingerprint, letter_outline
from briefbook.frozen import dataclass
from briefbook.theme.faces import FACE_FILES
from briefbook.verify.pdf_content import Glyphs

Object = Any
"""An object of pypdf."""
Faces = dict[str, dict[str, list[str]]]
"""Of a brand: for each name the look and the width of every letter."""
Lent = dict[str, dict[str, list[list[str]]]]
"""Of faces that lend letters: for each name and each text the looks and widths that it may have."""
_NAME = re.compile(r"/[A-Z]{6}\+(.+)")
_FILES = {file.removesuffix(".ttf"): file for file in FACE_FILES.values()}
_KEYS = frozenset(
    "/Type /Subtype /BaseFont /FirstChar /LastChar /Name /Widths /FontDescriptor /ToUnicode".split()
)
_LENT_KEYS = frozenset("/Type /Subtype /BaseFont /Encoding /DescendantFonts /ToUnicode".split())
_CID_KEYS = frozenset(
    "/Type /Subtype /BaseFont /CIDSystemInfo /FontDescriptor /CIDToGIDMap /DW /W".split()
)
_DESCRIPTOR_KEYS = frozenset(
    ("/Type /Ascent /Descent /CapHeight /Flags /FontBBox /FontFile2 /FontName /ItalicAngle "
     "/MissingWidth /StemV").split()
)  # fmt: skip
_WIDTH_SLACK = 1.0


def read_font(font: Object) -> Glyphs:
    """Return letters and widths of a font's codes: of two bytes each in lent faces, else of one."""
    letters = {}
    code_bytes = 2 if str(font.get("/Subtype")) == "/Type0" else 1
    if "/ToUnicode" in font:
        data: bytes = font["/ToUnicode"].get_object().get_data()
        code = rb"[0-9A-Fa-f]{%d}" % (2 * code_bytes)
        rows = re.findall(rb"<(" + code + rb")>\s*<((?:[0-9A-Fa-f]{4})+)>", data)
        rows = [row for row in rows if not (code_bytes > 1 and row[1] in (b"FFFF", b"ffff"))]
        letters = {
            int(code, 16): bytes.fromhex(char.decode()).decode("utf-16-be", "replace")
            for code, char in rows
        }
    if code_bytes > 1:
        return Glyphs(letters, _cid_widths(font), code_bytes)
    first = int(font.get("/FirstChar", 0))
    widths = list(font["/Widths"]) if "/Widths" in font else []
    return Glyphs(letters, {first + at: float(width) for at, width in enumerate(widths)})


def _cid_widths(font: Object) -> dict[int, float]:
    """Return the widths of a lent face by its codes, which begin with 1."""
    descendants = font["/DescendantFonts"].get_object()
    rows = descendants[0].get_object().get("/W", [])
    rows = list(rows.get_object()) if rows else []
    if len(rows) != 2 or int(rows[0]) != 1:  # noqa: PLR2004  where it begins, and all from there
        return {}
    return {code: float(width) for code, width in enumerate(rows[1].get_object(), 1)}


def font_faults(
    font: Object, glyphs: Glyphs, sent: Faces, lent: Lent | None = None
) -> Iterator[str]:
    """Yield where a font is not a part of one of the package's faces, or of those that a user sent."""
    if str(font.get("/Subtype")) == "/Type0":
        yield from _lent_faults(font, glyphs, lent or {})
        return
    named = _NAME.fullmatch(str(font.get("/BaseFont", "")))
    file = (named[1] if named[1] in sent else _FILES.get(named[1])) if named else None
    if file is None or str(font.get("/Subtype")) != "/TrueType":
        yield f"the font {str(font.get('/BaseFont', 'without a name')).lstrip('/')}"
        return
    name = str(font["/BaseFont"])[8:]
    descriptor = font["/FontDescriptor"].get_object()
    for keys, known in ((font, _KEYS), (descriptor, _DESCRIPTOR_KEYS)):
        for key in sorted({*map(str, keys)} - known):
            yield f"the font {name} with {key[1:]}"
    embedded = descriptor.get("/FontFile2")
    if embedded is None:
        yield f"the font {name} without its letters"
        return
    yield from _map_faults(font, name)
    try:
        own = _embedded(embedded.get_object().get_data())
        look = partial(_sent_letter, sent[file]) if file in sent else partial(_letter, file)
        yield from _letter_faults(own, look, name, glyphs)
    except (TTLibError, KeyError, AssertionError, IndexError):
        yield f"the font {name} with letters that cannot be read"


def _lent_faults(font: Object, glyphs: Glyphs, lent: Lent) -> Iterator[str]:
    """Yield where a font is not a part of a face that lends letters."""
    named = _NAME.fullmatch(str(font.get("/BaseFont", "")))
    descendants = font.get("/DescendantFonts", [])
    descendants = list(descendants.get_object()) if descendants else []
    if named is None or named[1] not in lent or len(descendants) != 1:
        yield f"the font {str(font.get('/BaseFont', 'without a name')).lstrip('/')}"
        return
    name, inner = named[1], descendants[0].get_object()
    descriptor = inner["/FontDescriptor"].get_object()
    for keys, known in (
        (font, _LENT_KEYS), (inner, _CID_KEYS), (descriptor, _DESCRIPTOR_KEYS),
    ):  # fmt: skip
        for key in sorted({*map(str, keys)} - known):
            yield f"the font {name} with {key[1:]}"
    said = tuple(str(entry.get(key)) for entry, key in (
        (font, "/Encoding"), (inner, "/Subtype"), (inner, "/CIDToGIDMap"), (inner, "/DW"),
    ))  # fmt: skip
    if said != ("/Identity-H", "/CIDFontType2", "/Identity", "1000"):
        yield f"the font {name} with an encoding that Briefbook never writes"
    embedded = descriptor.get("/FontFile2")
    if embedded is None:
        yield f"the font {name} without its letters"
        return
    yield from _map_faults(font, name, 4)
    try:
        own = _embedded(embedded.get_object().get_data())
        yield from _lent_letter_faults(own, lent[name], name, glyphs)
    except (TTLibError, KeyError, AssertionError, IndexError):
        yield f"the font {name} with letters that cannot be read"


@dataclass(frozen=True)
class _Embedded:
    """A font of a file."""

    tables: tuple[dict[int, str], ...]
    """The glyph of each code, of every table that the font has."""
    glyphs: tuple[str, ...]
    shape: Callable[[str], str]
    """How a glyph looks."""


@lru_cache(maxsize=32)
def _embedded(data: bytes) -> _Embedded:
    """Return a font: several files, or editions of one, have the same; raises what fontTools does."""
    font = TTFont(io.BytesIO(data), lazy=True)
    tables = tuple(table.cmap for table in font["cmap"].tables) if "cmap" in font else ()
    shape = cache(partial(_shape, font.getGlyphSet()))  # several tables lead to one glyph
    return _Embedded(tables, tuple(font.getGlyphOrder()), shape)


def _lent_letter_faults(
    own: _Embedded, known: dict[str, list[list[str]]], name: str, glyphs: Glyphs
) -> Iterator[str]:
    for code, letter in sorted(glyphs.letters.items()):
        wanted = known.get(letter.translate(WITHOUT_JOINERS), [])
        look = own.shape(own.glyphs[code])
        widths = [float(width) for looks, width in wanted if looks == look]
        if not widths:
            yield f"the font {name}, in which “{letter}” does not look like one"
        elif min(abs(glyphs.widths.get(code, 0) - width) for width in widths) > _WIDTH_SLACK:
            yield f"the font {name}, in which “{letter}” has another width"


def _map_faults(font: Object, name: str, digits: int = 2) -> Iterator[str]:
    """Yield what a character map has beside one letter for one code."""
    text = font["/ToUnicode"].get_object().get_data().decode("latin-1")
    codes = re.findall(rf"<([0-9A-Fa-f]{{{digits}}})>\s*<", text)
    if "range" in re.sub(r"(begin|end)codespacerange", "", text) or len({*codes}) < len(codes):
        yield f"the font {name} with a map of its letters that Briefbook never writes"


def _letter_faults(
    own: _Embedded, look: Callable[[str], tuple[str, float] | None], name: str, glyphs: Glyphs
) -> Iterator[str]:
    if not own.tables:
        yield f"the font {name} without a map from codes to its letters"
        return
    for code, letter in sorted(glyphs.letters.items()):
        wanted = look(letter)
        for table in own.tables:
            glyph = table.get(code, table.get(0xF000 + code))
            if glyph is None or wanted is None or own.shape(glyph) != wanted[0]:
                yield f"the font {name}, in which “{letter}” does not look like one"
                break
        if wanted and abs(glyphs.widths.get(code, 0) - wanted[1]) > _WIDTH_SLACK:
            yield f"the font {name}, in which “{letter}” has another width"


def _shape(shapes: Any, glyph: str) -> str:  # noqa: ANN401  fontTools has no types
    return letter_fingerprint(letter_outline(shapes, glyph))


@cache
def _face(file: str) -> tuple[Any, Any, dict[int, str], float]:
    data = resources.files("briefbook").joinpath("fonts", file).read_bytes()
    font = TTFont(io.BytesIO(data), lazy=True)
    return font, font.getGlyphSet(), font.getBestCmap(), 1000 / font["head"].unitsPerEm


@cache
def _letter(file: str, letter: str) -> tuple[str, float] | None:
    """Return look and width of a letter in a face of the package."""
    _, shapes, names, scale = _face(file)
    glyph = names.get(ord(letter)) if len(letter) == 1 else None
    if glyph is None:
        return None
    return _shape(shapes, glyph), shapes[glyph].width * scale


def _sent_letter(face: dict[str, list[str]], letter: str) -> tuple[str, float] | None:
    """Return look and width of a letter in a face of a brand, as the ledger has it."""
    look, width = face.get(letter, ("", "0"))
    return (look, float(width)) if look else None
