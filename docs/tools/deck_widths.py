"""Measure the deck's typefaces: advance widths of Cambria and Calibri, read off their free twins.

A deck names Cambria and Calibri, which every PowerPoint has and no free project may ship.
Caladea and Carlito have the same advance widths, so text can be measured before it is placed.
Only the numbers go into the package, so that neither the fonts nor fontTools is needed to fit text.

    python docs/tools/deck_widths.py FONTS > report/briefbook/fonts/deck-widths.json

FONTS is a folder that holds the unpacked npm packages `@expo-google-fonts/caladea` (0.4.2), `carlito`
and `source-serif-4` (0.4.1), each under its own name. The same packages give the same bytes.

Form of the result: for each family, `line_height` (of the real typeface, in em) and for each face
`default` (any character not listed) and `runs`: first code point → widths of it and its successors,
in thousandths of an em. `estimated` lists the code point ranges that the twin lacks.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

CHARACTERS = (
    (0x0020, 0x007E),  # Latin
    (0x00A0, 0x00FF),  # Latin-1
    (0x0100, 0x017F),  # Latin Extended-A
    (0x02B9, 0x02BC),  # transliteration's primes and apostrophes
    (0x0300, 0x0304),  # combining marks: decomposed accents
    (0x0306, 0x0308),
    (0x030A, 0x030C),
    (0x0327, 0x0328),
    (0x0400, 0x052F),  # Cyrillic, with the Tajik letters
    (0x2000, 0x2027),  # general punctuation
    (0x202F, 0x203A),
    (0x2044, 0x2044),
    (0x205F, 0x2060),
    (0x20AC, 0x20AC),  # euro
    (0x20B8, 0x20B8),  # tenge
    (0x20BD, 0x20BD),  # rouble
    (0x2116, 0x2116),  # numero
    (0x2122, 0x2122),  # trade mark
    (0x2190, 0x2199),  # arrows
    (0x2212, 0x2212),  # minus
    (0x2248, 0x2248),  # almost equal
    (0x2260, 0x2265),  # not equal … at least
    (0x25A0, 0x25A1),  # squares
    (0x25AA, 0x25AA),
    (0x25C6, 0x25C7),  # diamonds
    (0x25CB, 0x25CF),  # circles
)
"""The scripts of the sources that Briefbook was made for; everything else gets the default width."""

UNKNOWN = 1000
"""An em: what a full-width glyph of an unknown fallback face takes, so that a guess errs wide."""

SAME_WIDTH = {0x00A0: 0x20, 0x2007: 0x30, 0x2010: 0x2D, 0x2011: 0x2D}
"""Non-breaking and figure spaces and hyphens are drawn as, or as wide as, their plain twin."""

SPACES = {
    0x2000: 500, 0x2001: 1000, 0x2002: 500, 0x2003: 1000, 0x2004: 333, 0x2005: 250, 0x2006: 167,
    0x2008: 250, 0x2009: 200, 0x200A: 100, 0x202F: 200, 0x205F: 222,
}  # fmt: skip
"""Spaces that are a part of the em by definition: the twins' own differ from the real typefaces'."""

INVISIBLE = {0x00AD, *range(0x200B, 0x2010), 0x2060}
"""Soft hyphen, zero-width characters and direction marks take no room inside a line."""

FAMILIES = {
    # Cyrillic is missing from Caladea. Source Serif 4 is a little wider than Cambria: it errs wide.
    "Cambria": ("caladea", "Caladea", 1.172, ("source-serif-4", "SourceSerif4")),
    "Calibri": ("carlito", "Carlito", 1.221, None),
}
FACES = {"regular": "400Regular", "bold": "700Bold", "italic": "400Regular_Italic"}
LOWERCASE = range(ord("a"), ord("z") + 1)


class Face:
    """One font file, as widths in thousandths of an em."""

    def __init__(self, folder: Path, package: str, prefix: str, cut: str) -> None:
        font = TTFont(folder / package / cut / f"{prefix}_{cut}.ttf", lazy=True)
        self.version = str(font["name"].getDebugName(5)).split(";")[0].removeprefix("Version ")
        em, advances = font["head"].unitsPerEm, font["hmtx"]
        self.widths: dict[int, int] = {
            code: round(advances[glyph][0] * 1000 / em)
            for code, glyph in font.getBestCmap().items()
        }

    def mean(self) -> float:
        """Mean width of a to z, by which two faces are compared."""
        return sum(self.widths[code] for code in LOWERCASE) / len(LOWERCASE)


def width_of(code: int, twin: Face, stand_in: Face | None) -> tuple[int | None, bool]:
    """Width of a character, and whether it had to be estimated."""
    if code in INVISIBLE or 0x0300 <= code <= 0x036F:
        return 0, False
    if code in SPACES:
        return SPACES[code], False
    code = SAME_WIDTH.get(code, code)
    if code in twin.widths:
        return twin.widths[code], False
    if stand_in and code in stand_in.widths:
        return round(stand_in.widths[code] * max(1.0, twin.mean() / stand_in.mean())), True
    return None, True


def runs_of(widths: dict[int, int]) -> dict[str, list[int]]:
    """Pack widths of neighbouring characters into one list under the first one's code point."""
    runs: dict[str, list[int]] = {}
    start = last = -2
    for code in sorted(widths):
        if code != last + 1:
            start = code
            runs[str(start)] = []
        runs[str(start)].append(widths[code])
        last = code
    return runs


def ranges_of(codes: set[int]) -> Iterator[list[int]]:
    """First and last code point of each unbroken range."""
    for code in sorted(codes):
        if code - 1 not in codes:
            last = code
            while last + 1 in codes:
                last += 1
            yield [code, last]


def measure(folder: Path) -> dict[str, object]:
    """Widths of both families."""
    families: dict[str, object] = {}
    for family, (package, prefix, line_height, other) in FAMILIES.items():
        faces: dict[str, object] = {}
        version = ""
        for name, cut in FACES.items():
            twin = Face(folder, package, prefix, cut)
            version = twin.version
            stand_in = Face(folder, *other, cut) if other else None
            widths, estimated = {}, set[int]()
            for first, final in CHARACTERS:
                for code in range(first, final + 1):
                    width, is_estimate = width_of(code, twin, stand_in)
                    if width is not None:
                        widths[code] = width
                        estimated |= {code} if is_estimate else set()
            faces[name] = {
                "default": UNKNOWN,
                "estimated": list(ranges_of(estimated)),
                "runs": runs_of(widths),
            }
        families[family] = {
            "line_height": line_height,
            "measured_on": f"{prefix} {version}",
            "faces": faces,
        }
    return families


if __name__ == "__main__":
    result = {
        "about": "Made by docs/tools/deck_widths.py: advance widths in thousandths of an em.",
        "families": measure(Path(sys.argv[1])),
    }
    print(json.dumps(result, separators=(",", ":")).replace(',"', ',\n"'))
