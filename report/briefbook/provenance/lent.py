"""What a manifest says of lent faces: their files, and how each glyph looks that a text may be set in."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefbook.fingerprints import WITHOUT_JOINERS, glyph_fingerprints
from briefbook.theme.faces import FACE_FILES, Face, Lent
from briefbook.theme.look import LentFile, worn

_JOINED = "\u200d"
"""Makes a letter look as it does beside another one: where a word is cut, and for what is alone."""


def lent_files(files: tuple[LentFile, ...]) -> dict[str, str]:
    """Return the hash of each file, by its name."""
    return {Path(file.path).name: file.sha256 for file in files}


def lent_entry(printed: dict[str, Any]) -> dict[str, dict[str, list[list[str]]]]:
    """Return for each face that lends, and each text that its glyphs stand for, their looks and widths."""
    from briefbook.pdf.lent import embedded
    from briefbook.pdf.shaping import Glyph, shaper

    used: dict[int, dict[Glyph, None]] = {}
    for face, text in sorted({*_lent_texts(printed)}):
        glyphs = shaper(worn().lent[face.number]).glyphs(text, is_right=face.is_right)
        used.setdefault(face.number, {}).update(dict.fromkeys(glyphs))
    entry = {}
    for number, glyphs_used in sorted(used.items()):
        setter, glyphs = shaper(worn().lent[number]), tuple(glyphs_used)
        looks: dict[str, list[list[str]]] = {}
        prints = glyph_fingerprints(io.BytesIO(embedded(setter, glyphs)), len(glyphs))
        for glyph, look in zip(glyphs, prints, strict=True):
            known = looks.setdefault(glyph.text.translate(WITHOUT_JOINERS), [])
            if [look, str(glyph.advance)] not in known:
                known.append([look, str(glyph.advance)])
        entry[setter.file.print_name] = {text: sorted(known) for text, known in looks.items()}
    return entry


def _lent_texts(printed: Any) -> Iterator[tuple[Lent, str]]:  # noqa: ANN401  any JSON
    """Yield what each face lends of all texts in a ledger: as they are set, and each letter cut off."""
    from briefbook.pdf.coverage import is_usual

    for text in {*_texts(printed)}:
        if is_usual(text):
            continue
        for face, lent in _stretches(text):
            yield face, lent
            for letter in {*lent}:
                for cut in (letter, _JOINED + letter, letter + _JOINED, _JOINED + letter + _JOINED):
                    yield face, cut


def _stretches(text: str) -> Iterator[tuple[Lent, str]]:
    from briefbook.pdf.direction import directed
    from briefbook.pdf.errors import Unprintable
    from briefbook.pdf.faces import covered, printable

    for face in FACE_FILES:
        try:
            plain: list[tuple[str, Face]] = covered(printable(text), face, text)
        except Unprintable:  # an id or a mark, which is not printed
            continue
        for stretch in directed(plain):
            if isinstance(stretch.face, Lent):
                yield stretch.face, stretch.text
                yield from ((stretch.face, word) for word in stretch.text.split(" "))
                if stretch.face.is_right:  # signs between its letters are set in it, and turned
                    yield from ((stretch.face, sign) for sign in text if not sign.isalnum())


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
