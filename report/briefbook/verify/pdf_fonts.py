"""The embedded fonts held against the package's own or a brand's: what a code is said to be is what it shows."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib import resources
from typing import Any

from fontTools.ttLib import TTFont, TTLibError

from briefbook.fingerprints import letter_fingerprint, letter_outline
from briefbook.theme.faces import FACE_FILES
from briefbook.verify.pdf_content import Glyphs

Object = Any
"""An object of pypdf."""
Faces = dict[str, dict[str, list[str]]]
"""Of a brand: for each name the look and the width of every letter."""
_NAME = re.compile(r"/[A-Z]{6}\+(.+)")
_FILES = {file.removesuffix(".ttf"): file for file in FACE_FILES.values()}
_KEYS = frozenset(
    "/Type /Subtype /BaseFont /FirstChar /LastChar /Name /Widths /FontDescriptor /ToUnicode".split()
)
_DESCRIPTOR_KEYS = frozenset(
    ("/Type /Ascent /Descent /CapHeight /Flags /FontBBox /FontFile2 /FontName /ItalicAngle "
     "/MissingWidth /StemV").split()
)  # fmt: skip
_WIDTH_SLACK = 1.0


def read_font(font: Object) -> Glyphs:
    """Return letters and widths of a font's codes, one byte each."""
    letters = {}
    if "/ToUnicode" in font:
        data: bytes = font["/ToUnicode"].get_object().get_data()
        rows = re.findall(rb"<([0-9A-Fa-f]{2})>\s*<((?:[0-9A-Fa-f]{4})+)>", data)
        letters = {
            int(code, 16): bytes.fromhex(char.decode()).decode("utf-16-be", "replace")
            for code, char in rows
        }
    first = int(font.get("/FirstChar", 0))
    widths = list(font["/Widths"]) if "/Widths" in font else []
    return Glyphs(letters, {first + at: float(width) for at, width in enumerate(widths)})


def font_faults(font: Object, glyphs: Glyphs, sent: Faces) -> Iterator[str]:
    """Yield where a font is not a part of one of the package's faces, or of those that a brand sent."""
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
        own = TTFont(io.BytesIO(embedded.get_object().get_data()), lazy=True)
        look = partial(_sent_letter, sent[file]) if file in sent else partial(_letter, file)
        yield from _letter_faults(own, look, name, glyphs)
    except (TTLibError, KeyError, AssertionError, IndexError):
        yield f"the font {name} with letters that cannot be read"


def _map_faults(font: Object, name: str) -> Iterator[str]:
    """Yield what a character map has beside one letter for one code."""
    text = font["/ToUnicode"].get_object().get_data().decode("latin-1")
    codes = re.findall(r"<([0-9A-Fa-f]{2})>\s*<", text)
    if "range" in re.sub(r"(begin|end)codespacerange", "", text) or len({*codes}) < len(codes):
        yield f"the font {name} with a map of its letters that Briefbook never writes"


def _letter_faults(
    own: TTFont, look: Callable[[str], tuple[str, float] | None], name: str, glyphs: Glyphs
) -> Iterator[str]:
    tables = [table.cmap for table in own["cmap"].tables]
    shapes = own.getGlyphSet()
    for code, letter in sorted(glyphs.letters.items()):
        wanted = look(letter)
        for table in tables:
            glyph = table.get(code, table.get(0xF000 + code))
            if glyph is None or wanted is None or _shape(shapes, glyph) != wanted[0]:
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
