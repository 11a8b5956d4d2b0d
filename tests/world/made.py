"""Faces with letters of the world, made of rectangles, and a briefing that quotes in them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from tests.seeds import EXAMPLE, copy_of, edit

ARABIC, HEBREW = "مرحبا لالا", "שלום (א)"
CHINESE, JAPANESE, KOREAN, FACE = "铁路桥很漂亮，可以看到河谷的风景。", "また来たい", "두나라", "😀"
_LETTERS = f"{ARABIC}{HEBREW}{CHINESE}{JAPANESE}{KOREAN}{FACE}\u064e«»"
_JOINING = "محبل"
"""Arabic letters that the one after them joins; the others (ر ا) are joined by the one before alone."""
_EM = 1000


def rectangle(number: int, width: int = 400) -> object:
    """Return a glyph that no other number has."""
    pen = TTGlyphPen(None)
    height = 300 + 7 * number
    pen.moveTo((50, 0))
    for point in ((50, height), (width, height), (width, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def make_face(path: Path, letters: str = _LETTERS, weight: int = 400, name: str = "World") -> Path:
    """Write a face that has the letters, Arabic ones in their four forms; spaces have no ink."""
    names = {ord(letter): f"u{ord(letter):04X}" for letter in sorted({*letters})}
    arabic = [f"u{ord(x):04X}" for x in sorted({*"مرحبال"} & {*letters})]
    joining = [f"u{ord(x):04X}" for x in sorted({*_JOINING} & {*letters})]
    forms = [f"{glyph}.{form}" for glyph in arabic for form in ("fina", "medi", "init")]
    order = [".notdef", *names.values(), *forms, *(["lamalef"] if arabic else [])]
    glyphs = {glyph: rectangle(number + weight // 10) for number, glyph in enumerate(order)}
    glyphs[names.get(0x20, ".notdef")] = TTGlyphPen(None).glyph()
    advances = dict.fromkeys(order, (600, 50))
    if mark := names.get(0x64E):
        advances[mark] = (0, 50)
    builder = FontBuilder(_EM, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(advances)
    builder.setupHorizontalHeader(ascent=900, descent=-200)
    builder.setupOS2(usWeightClass=weight, fsType=0)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupPost()
    if arabic:
        said = "languagesystem DFLT dflt;\nlanguagesystem arab dflt;\n"
        for form in ("fina", "medi", "init"):
            able = arabic if form == "fina" else joining
            said += f"feature {form} {{\n"
            said += "".join(f"  sub {glyph} by {glyph}.{form};\n" for glyph in able)
            said += f"}} {form};\n"
        said += "feature rlig {\n  sub u0644.init u0627.fina by lamalef;\n} rlig;\n"
        addOpenTypeFeaturesFromString(builder.font, said)
    builder.font["head"].created = builder.font["head"].modified = 0xD65F0000
    builder.font.recalcTimestamp = False
    builder.save(path)
    return path


_POSTER = f"""
  - id: poster
    kind: reported
    text: A poster says “{ARABIC}” and “{HEBREW}”; a guest wrote “{CHINESE}” and others “{JAPANESE}” and “{KOREAN}”; a child drew {FACE}.
    short: A poster says “{ARABIC}” and a guest “{CHINESE}”
    evidence:
      - quote: A poster says “{ARABIC}” and “{HEBREW}” to all.
      - quote: A guest wrote “{CHINESE}” in a book.
      - quote: Others wrote “{JAPANESE}” and “{KOREAN}” below it.
      - quote: A child drew {FACE} beside the name.

events:
"""
_WORDS = f"""
  - id: words
    takeaway: Guests write in their own languages
    table:
      headers: [Who, Words]
      widths: [1, 3]
      rows:
        - {{name: A poster, cells: [{{text: "“{ARABIC}”, “{HEBREW}”", supported_by: [poster]}}]}}
        - {{name: A guest, cells: [{{text: "“{CHINESE}”", supported_by: [poster]}}]}}

sections:
  - id: voices
    title: What travellers say, {HEBREW[:4]}
    headline: A poster says “{ARABIC[:5]}”
    body:
      - claims: [poster]
        see: [words]
      - exhibit: words
    slide: [poster]
"""


def world_seed(folder: Path, *, has_faces: bool = True) -> Path:
    """Return a copy of the example that quotes in letters of the world: text, heading and table."""
    seed = copy_of(EXAMPLE, folder)
    source = seed / "source.txt"
    old = hashlib.sha256(source.read_bytes()).hexdigest()
    said = (
        f"A poster says “{ARABIC}” and “{HEBREW}” to all. A guest wrote “{CHINESE}” in a book. "
        f"Others wrote “{JAPANESE}” and “{KOREAN}” below it. A child drew {FACE} beside the name."
    )
    source.write_text(f"{source.read_text('utf-8').rstrip()}\n\n{said}\n", "utf-8")
    edit(seed, old, hashlib.sha256(source.read_bytes()).hexdigest())
    edit(seed, "\nevents:\n", _POSTER)
    edit(seed, "\nsections:\n", _WORDS)
    if has_faces:
        (seed / "fonts").mkdir()
        make_face(seed / "fonts" / "World.ttf")
    return seed


SAYS = "مرحبا بالحبر، لا لا (12 حبل) بل حلم."
"""A sentence that runs from the right, with a number and brackets in it; it ends with its stop."""
SAYS_HEBREW = "שלום שלום (א)!"


def turned_seed(folder: Path, *, faces: bool = True) -> Path:
    """Return a copy of the example that has letters of the world wherever a briefing has words.

    A statement, a passage, a cell and a title of a source are all in letters from the right.
    """
    seed = world_seed(folder, has_faces=False)
    source = seed / "source.txt"
    old = hashlib.sha256(source.read_bytes()).hexdigest()
    said = f"{' '.join([SAYS] * 4)}\n\n{SAYS_HEBREW}\n\n{CHINESE}"
    source.write_text(f"{source.read_text('utf-8').rstrip()}\n\n{said}\n", "utf-8")
    edit(seed, old, hashlib.sha256(source.read_bytes()).hexdigest())
    edit(seed, '"Verania and Ostmark: a short history of relations"', f'"{ARABIC} {ARABIC}"')
    edit(seed, "publisher: Briefbook example\n", f"publisher: {HEBREW[:4]}\n")
    edit(seed, "\nlang: en-US", f"\nauthors: [{CHINESE[:3]}, {ARABIC[:5]}]\nlang: en-US")
    edit(seed, "title: Grants from Ostmark to Verania", f"title: Grants {KOREAN}")
    edit(seed, "what: Rural clinics", f"what: {ARABIC}")
    edit(seed, "label: Railway bridge,", f"label: {CHINESE[:3]},")
    edit(seed, "title: Trade agreement signed", f"title: Trade agreement signed {HEBREW[:4]}")
    long = f"“{' '.join([SAYS] * 4)}”"
    edit(
        seed,
        "\nevents:\n",
        f"""
  - id: says
    kind: attributed
    voice: Ostmark
    text: {long}
    short: “{SAYS}”
    evidence:
      - quote: {" ".join([SAYS] * 4)}
  - id: hebrew
    kind: attributed
    voice: Ostmark
    text: “{SAYS_HEBREW}”
    short: “{SAYS_HEBREW}”
    evidence: [{{quote: "{SAYS_HEBREW}"}}]

events:
""",
    )
    edit(
        seed,
        f'cells: [{{text: "“{CHINESE}”", supported_by: [poster]}}]}}\n',
        f'cells: [{{text: "“{CHINESE}”", supported_by: [poster]}}]}}\n'
        f'        - {{name: “{HEBREW[:4]}”, cells: [{{text: "“{SAYS}”", stance: attributed, supported_by: [says]}}]}}\n',
    )
    edit(seed, "      - claims: [poster]\n", "      - claims: [poster, says, hebrew]\n")
    edit(seed, "    slide: [poster]\n", "    slide: [poster, says, hebrew]\n")
    edit(seed, f"headline: A poster says “{ARABIC[:5]}”", f"headline: “{ARABIC}”")
    if faces:
        (seed / "fonts").mkdir()
        make_face(seed / "fonts" / "World.ttf", letters=f"{_LETTERS}{SAYS}!، ")
    return seed
