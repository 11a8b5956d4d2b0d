"""Texts in stretches of one face and one direction, and where they stand in a line.

What is read from the right stands there in one piece if it has letters; signs alone are drawn one by
one, so that what a file says of each text is in reading order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Protocol, TypeVar

from briefbook.frozen import dataclass
from briefbook.pdf.bidi import OBJECT, levels, visual_order
from briefbook.pdf.faces import load_face
from briefbook.pdf.shaping import is_turned
from briefbook.pdf.structure import Element
from briefbook.scripts import is_right_to_left, language_of, runs_from_right
from briefbook.theme.faces import Face, Lent


@dataclass(frozen=True)
class Stretch:
    """A text in one face and at one level; an odd one is read from the right."""

    text: str
    face: Face
    level: int = 0
    part: int = 0
    """Number of the given text that it is of."""
    base: int = 0
    """Level of the paragraph: 1 where it runs from right to left."""
    lang: str = ""
    """Of letters in a lent face, as far as their script tells it."""


def directed(
    texts: Sequence[tuple[str, Face]], objects: frozenset[int] = frozenset()
) -> list[Stretch]:
    """Return the texts of a paragraph, each in its face, in stretches of one level; in reading order.

    `objects` are the numbers of those that are no words of the paragraph, such as citations. What
    stands between letters that run from the right is set in their face, where that has it: brackets
    must be turned.
    """
    whole = "".join(
        _SEEN.sub(OBJECT, text) if n in objects else text for n, (text, _) in enumerate(texts)
    )
    base = int(runs_from_right(whole))
    right = next((f for _, f in texts if isinstance(f, Lent) and f.is_right), None)
    found = levels(whole, base) if right else [0] * len(whole)
    around = _surroundings(whole)
    language = language_of("".join(filter(is_right_to_left, whole)))
    stretches: list[Stretch] = []
    at = 0
    for part, (text, face) in enumerate(texts):
        right = face if isinstance(face, Lent) and face.is_right else right
        pairs = zip(found[at : at + len(text)], text, strict=True)
        near = around[at]
        at += len(text)
        for level, letters in groupby(pairs, itemgetter(0)):
            said = "".join(letter for _, letter in letters)
            is_turned_too = level % 2 and right and all(map(load_face(right).has, said))
            own = right if is_turned_too and right else face
            told = language_of(said, near)
            language = told if told and level % 2 else language
            lang = (language if level % 2 else told) if isinstance(own, Lent) else ""
            stretches.append(Stretch(said, own, level, part, base, lang))
    return stretches


def _surroundings(whole: str) -> list[str]:
    """Return for each letter the text around it, from one word in Latin letters to the next."""
    found: list[str] = []
    for stretch in _LATIN.split(whole):
        found += [stretch] * len(stretch)
    return [*found, ""]


_SEEN = re.compile(r"\S")
_LATIN = re.compile("([A-Za-z]+)")


def places(texts: Sequence[tuple[str, int]], base: int) -> list[int]:
    """Return the numbers of a line's texts, given with their levels, from left to right.

    Spaces at the end stay there, as `base`, the level of the paragraph, has it.
    """
    of_pieces = [level for _, level in texts]
    for at in range(len(texts) - 1, -1, -1):
        if texts[at][0].strip():
            break
        of_pieces[at] = base
    return visual_order(of_pieces)


def parts_of(texts: Sequence[tuple[str, int]]) -> Iterator[tuple[int, str]]:
    """Yield what is drawn of a line's texts, given with their levels: the number of each, and its part.

    What is read from the right is drawn word by word, so that those who copy by the file's order get
    the words in theirs; signs alone one by one. Spaces at the line's end stand apart.
    """
    for number, (text, level) in enumerate(texts):
        if level % 2 == 0:
            yield number, text
            continue
        for word in _WORDS.findall(text):
            yield from ((number, part) for part in ((word,) if is_turned(word) else word))


_WORDS = re.compile(" +|[^ ]+")


class Piece(Protocol):
    """A text in one setting, as a line has it."""

    @property
    def text(self) -> str:
        """Its letters in reading order."""

    @property
    def width(self) -> float:
        """Its length in points."""


P = TypeVar("P", bound=Piece)


def drawn_parts(
    pieces: Sequence[tuple[P, int]],
    part: Callable[[P, str], P],
    span: tuple[float, float],
    base: int,
) -> Iterator[tuple[int, P, float]]:
    """Yield what is drawn of a line in reading order: number of the piece, its part, its left edge.

    The pieces come with their levels, the paragraph's is `base`; `part` returns a piece with other
    letters, `span` is where the line begins, and its length without the space at its end.
    """
    start, length = span
    drawn = [(number, piece) for number, (piece, _) in enumerate(pieces)]
    order = list(range(len(drawn)))
    if any(level for _, level in pieces):
        texts = [(piece.text, level) for piece, level in pieces]
        drawn = [(number, part(pieces[number][0], text)) for number, text in parts_of(texts)]
        order = places([(piece.text, pieces[number][1]) for number, piece in drawn], base)
        if base:  # the space at the end stands on the left of the line
            start += length - sum(piece.width for _, piece in drawn)
    lefts = {}
    for at in order:
        lefts[at] = start
        start += drawn[at][1].width
    yield from ((number, piece, lefts[at]) for at, (number, piece) in enumerate(drawn))


def said_in(text: str, level: int, lang: str, element: Element) -> Element:
    """Return the element that a stretch is drawn into: one of its own, where its language must be said.

    What is drawn from the right stands in the file from left to right; the element has it as it is read.
    """
    if not (lang and language_of(text)):
        return element
    actual = text if level % 2 else ""
    return Element("Span", element, actual=actual, lang=lang)
