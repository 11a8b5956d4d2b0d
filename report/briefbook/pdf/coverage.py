"""Letters that the embedded faces have: read from their files, without any library of PDF files."""

from __future__ import annotations

import io
import unicodedata
from functools import lru_cache

from briefbook.theme.faces import FACE_FILES, SIBLING, OwnFace
from briefbook.theme.look import Look, worn

_WITHOUT_INK = frozenset(
    "\t\n\r \u00ad\u200b\u200c\u200d\u200e\u200f\u2011\u2028\u2029\u2060\ufeff\u061c\ufe0e\ufe0f"
)
"""Space, breaks, joiners and direction marks; a no-break hyphen is printed as a hyphen."""

_USUAL = _WITHOUT_INK.union(
    *(
        map(chr, range(first, last + 1))
        for first, last in ((0x20, 0x7E), (0xA0, 0x17F), (0x410, 0x44F))
    ),
    "–—‘’“”„…€",
)
"""Letters that all faces have: texts of these alone need no look into the files."""


def is_usual(text: str) -> bool:
    """Tell whether a text has letters alone that all faces have."""
    return (text.isascii() and text.isprintable()) or _USUAL.issuperset(text)


def unprintable(text: str) -> str:
    """Return the letters of a text that some cut of the faces lacks, each once, in order."""
    look = worn()
    if not look.faces and is_usual(text):
        return ""
    known = _printable(look)
    letters = dict.fromkeys(letter for letter in text if letter not in known)
    return "".join(letter for letter in letters if not (look.lent and _is_lent(letter, look)))


def _is_lent(letter: str, look: Look) -> bool:
    from briefbook.pdf.shaping import lender

    return lender(letter, look.lent, is_bold=False) is not None


@lru_cache(maxsize=4)
def _printable(look: Look) -> frozenset[str]:
    """Return the letters that each cut has, in its own family or in the one that lends it."""
    own = {name: _letters(name, look) for name in FACE_FILES}
    signs = frozenset(s for s in own["signs"] if look.faces and unicodedata.category(s)[0] == "S")
    cuts = [own[name] | own[SIBLING[name]] | signs for name in FACE_FILES]
    return frozenset.intersection(*cuts) | _WITHOUT_INK


def _letters(name: OwnFace, look: Look) -> frozenset[str]:
    from importlib.resources import files

    from fontTools.ttLib import TTFont

    sent = look.faces.get(name)
    own = files("briefbook").joinpath("fonts", FACE_FILES[name])
    data = sent.data if sent else own.read_bytes()
    return frozenset(map(chr, TTFont(io.BytesIO(data), lazy=True).getBestCmap()))
