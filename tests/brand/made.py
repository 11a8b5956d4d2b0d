"""Brands for tests: the invented ministry's, and small ones that have one thing wrong."""

from __future__ import annotations

import io
import shutil
import struct
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from briefbook.brand.read import Brand, read_brand
from briefbook.errors import Problem, Problems
from tests.seeds import ROOT

MINISTRY = ROOT / "docs" / "ministry"
FILE = MINISTRY / "_brand.yml"
FONTS = MINISTRY / "fonts"


def ministry() -> Brand:
    return read_brand(FILE)


def copy_of_ministry(folder: Path) -> Path:
    """Return the file of a copy of the ministry's brand in a folder."""
    shutil.copytree(MINISTRY, folder, dirs_exist_ok=True)
    return folder / "_brand.yml"


def brand_of(folder: Path, text: str) -> Path:
    """Return a brand.yml with that text, beside the ministry's files."""
    for part in ("fonts", "logo"):
        shutil.copytree(MINISTRY / part, folder / part, dirs_exist_ok=True)
    path = folder / "brand.yml"
    path.write_text(text, encoding="utf-8")
    return path


def problems_of(path: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a brand."""
    try:
        read_brand(path)
    except Problems as error:
        return error.problems
    return ()


def typeface(*files: str, family: str = "Vollkorn") -> str:
    """Return the lines of a brand that sets everything in one family of files."""
    listed = "".join(f"        - {file}\n" for file in files)
    return (
        f"typography:\n  fonts:\n    - family: {family}\n      source: file\n      files:\n"
        f"{listed}  base: {family}\n"
    )


VOLLKORN = tuple(f"fonts/Vollkorn-{cut}.ttf" for cut in ("Regular", "Italic", "SemiBold"))


def font_with(**os2: int) -> bytes:
    """Return a TrueType file whose table OS/2 says something else."""
    font = TTFont(FONTS / "Vollkorn-Regular.ttf", recalcTimestamp=False)
    for name, value in os2.items():
        setattr(font["OS/2"], name, value)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def opentype(file: str) -> bytes:
    """Return a TrueType file as OpenType with PostScript outlines."""
    font = TTFont(FONTS / file)
    shapes, order = font.getGlyphSet(), font.getGlyphOrder()
    strings = {}
    for name in order:
        pen = T2CharStringPen(shapes[name].width, shapes)
        shapes[name].draw(pen)
        strings[name] = pen.getCharString()
    names = font["name"]
    builder = FontBuilder(font["head"].unitsPerEm, isTTF=False)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(font.getBestCmap())
    builder.setupCFF(names.getDebugName(6), {}, strings, {})
    builder.setupHorizontalMetrics({name: (shapes[name].width, 0) for name in order})
    builder.setupHorizontalHeader(ascent=font["hhea"].ascent, descent=font["hhea"].descent)
    builder.setupNameTable({"familyName": names.getDebugName(1), "psName": names.getDebugName(6)})
    os2 = font["OS/2"]
    builder.setupOS2(
        usWeightClass=os2.usWeightClass, fsSelection=os2.fsSelection, fsType=0,
        usWinAscent=os2.usWinAscent, usWinDescent=os2.usWinDescent,
    )  # fmt: skip
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def printing_condition(name: str = "Test coated") -> bytes:
    """Return an ICC profile of a printer with four inks, as small as one can be."""

    def tag(kind: bytes, body: bytes) -> bytes:
        data = kind + bytes(4) + body
        return data + bytes(-len(data) % 4)

    text = name.encode() + b"\0"
    described = struct.pack(">I", len(text)) + text + bytes(8 + 2 + 1 + 67)
    corners = bytearray()
    for inks in range(16):  # Lab of each mixture: more ink is darker
        light = 255 - min(255, 255 * inks.bit_count() // 2)
        corners += bytes((light, 128, 128))
    identity = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    ramp = bytes(range(256))
    lut = bytes((4, 3, 2, 0)) + identity + ramp * 4 + bytes(corners) + ramp * 3
    white = struct.pack(">3i", 63190, 65536, 54061)
    tags = {
        b"desc": tag(b"desc", described),
        b"cprt": tag(b"text", b"No rights reserved\0"),
        b"wtpt": tag(b"XYZ ", white),
        b"A2B0": tag(b"mft1", lut),
    }
    at, table, body = 128 + 4 + 12 * len(tags), b"", b""
    for key, data in tags.items():
        table += key + struct.pack(">II", at + len(body), len(data))
        body += data
    rest = struct.pack(">I", len(tags)) + table + body
    head = struct.pack(
        ">I4sI4s4s4s", 128 + len(rest), b"lcms", 0x02400000, b"prtr", b"CMYK", b"Lab "
    )
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + white
    return head + bytes(128 - len(head)) + rest
