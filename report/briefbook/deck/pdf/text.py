"""Text in the embedded faces: pieces broken into lines, and lines drawn, with their links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.deck.measure import line_height
from briefbook.deck.runs import TextRun
from briefbook.frozen import dataclass, replace
from briefbook.pdf.direction import directed, drawn_parts
from briefbook.pdf.faces import covered, load_face, printable
from briefbook.scripts import broken
from briefbook.theme.deck import ascent
from briefbook.theme.faces import Face, Lent

_WORD = re.compile(r"[^ ]*?(?:(?:(?<!\d)[-–—]|[-–—](?!\d))(?=\w)|(?=[ ])|$)[ ]*")
"""A stretch that never breaks inside, and the spaces after it: `mid-` `2001–05 `, no break in a range."""
_UNSEEN = dict.fromkeys((0xAD, 0x200B))
"""Soft hyphen and zero-width space: no slide breaks there."""
_OPEN = (" ", "-", "–", "—")
_TOLERANCE_PT = 0.01


@dataclass(frozen=True)
class Stretch:
    """Letters of one piece that stand in one face on one line."""

    text: str
    piece: TextRun
    face: Face
    part: int
    """Number of the piece in its paragraph: parts of a link share it."""
    level: int = 0
    """An odd one is read from the right."""
    base: int = 0
    """Level of the paragraph: 1 where it runs from right to left."""
    lang: str = ""
    """Of letters in a foreign script."""

    @property
    def width(self) -> float:
        """Its length in points."""
        own = load_face(self.face).width(self.text) * self.piece.drawn_pt / 1000
        return own + self.spacing_pt * len(self.text)

    @property
    def spacing_pt(self) -> float:
        """Between letters; those of a lent face may be joined, and stand as close as they are."""
        return 0.0 if isinstance(self.face, Lent) else self.piece.spacing_pt


@dataclass(frozen=True)
class Line:
    """A line of text as it is drawn."""

    stretches: tuple[Stretch, ...]
    width: float
    """Without the space at its end, which is kept: words copied from two lines stay apart."""
    step: float
    base: float
    """From its top to its base line."""
    measure: float
    """What it may take."""

    @property
    def is_from_right(self) -> bool:
        """Tell whether the paragraph runs from right to left."""
        return bool(self.stretches and self.stretches[0].base)


@dataclass(frozen=True)
class _Word:
    stretches: tuple[Stretch, ...]
    width: float
    advance: float
    """With the spaces after it."""
    ends_line: bool = False


def placed(line: Line, x: float) -> Iterator[tuple[int, Stretch, float]]:
    """Yield what is drawn of a line that begins at `x`: number of the stretch, the part, its left edge."""
    pieces = [(stretch, stretch.level) for stretch in line.stretches]
    return drawn_parts(pieces, _part, (x, line.width), int(line.is_from_right))


def _part(stretch: Stretch, text: str) -> Stretch:
    return replace(stretch, text=text)


def face_of(piece: TextRun) -> Face:
    """Return the embedded face that stands for the theme's."""
    if piece.is_display:
        return "display-semibold" if piece.bold else "display-italic" if piece.italic else "display"
    return "sans-semibold" if piece.bold else "sans-italic" if piece.italic else "sans"


def set_lines(pieces: tuple[TextRun, ...], measure: float) -> tuple[Line, ...]:
    """Return a paragraph in lines of at most `measure` points.

    A word that is longer than a line is cut between letters. Raises Unprintable.
    """
    lines: list[Line] = []
    held: list[_Word] = []
    used = 0.0
    for word in (part for whole in _words(pieces) for part in _cut(whole, measure)):
        if held and used + word.width > measure + _TOLERANCE_PT:
            lines.append(_line(held, measure))
            held, used = [], 0.0
        held.append(word)
        used += word.advance
        if word.ends_line:
            lines.append(_line(held, measure))
            held, used = [], 0.0
    return (*lines, _line(held, measure)) if held else tuple(lines)


def widest_word(pieces: tuple[TextRun, ...]) -> float:
    """Return the length of the longest stretch that cannot break."""
    return max((word.width for word in _words(pieces)), default=0.0)


def _words(pieces: tuple[TextRun, ...]) -> list[_Word]:
    context = "".join(piece.text for piece in pieces)
    words: list[_Word] = []
    is_open = False
    for number, piece in enumerate(pieces):
        said = piece.text.upper() if piece.caps else piece.text
        parts = list(_parts(said))
        for at, (text, ends_line) in enumerate(parts, 1):
            stretches = tuple(
                Stretch(printed, piece, face, number)
                for printed, face in covered(text, face_of(piece), context)
            )
            word = _word(stretches, ends_line=ends_line)
            words.append(
                _word((*words.pop().stretches, *stretches), ends_line=ends_line)
                if is_open
                else word
            )
            is_open = at == len(parts) and not ends_line and not text.endswith(_OPEN)
    is_foreign = any(isinstance(s.face, Lent) for word in words for s in word.stretches)
    return _in_order(words) if is_foreign else words


def _in_order(words: list[_Word]) -> list[_Word]:
    """Return words whose stretches say at which level they are read, and in which language."""
    given = [stretch for word in words for stretch in word.stretches]
    found: dict[int, list[Stretch]] = {}
    for made in directed([(stretch.text, stretch.face) for stretch in given]):
        own = Stretch(
            made.text, given[made.part].piece, made.face, given[made.part].part, made.level,
            made.base, made.lang,
        )  # fmt: skip
        found.setdefault(made.part, []).append(own)
    at, ordered = 0, []
    for word in words:
        parts = [part for n in range(at, at + len(word.stretches)) for part in found.get(n, ())]
        at += len(word.stretches)
        ordered.append(_word(tuple(parts) or word.stretches, ends_line=word.ends_line))
    return ordered


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the words of a piece with their spaces, and whether a line is made to end there."""
    *ended, last = text.translate(_UNSEEN).split("\n")
    for stretch in ended:
        *words, final = broken(list(filter(None, _WORD.findall(f"{printable(stretch)} "))))
        yield from ((word, False) for word in words)
        yield final, True
    last_words = broken(list(filter(None, _WORD.findall(printable(last)))))
    yield from ((word, False) for word in last_words)


def _word(stretches: tuple[Stretch, ...], *, ends_line: bool) -> _Word:
    last = stretches[-1]
    bare = replace(last, text=last.text.rstrip(" "))
    before = sum(stretch.width for stretch in stretches[:-1])
    return _Word(stretches, before + bare.width, before + last.width, ends_line)


def _cut(word: _Word, measure: float) -> list[_Word]:
    """Return a word in parts that are no longer than a line."""
    if word.width <= measure + _TOLERANCE_PT:
        return [word]
    parts: list[tuple[Stretch, ...]] = [()]
    for stretch in word.stretches:
        for letter in stretch.text:
            one = replace(stretch, text=letter)
            longer = _joined((*parts[-1], one))
            if parts[-1] and letter != " " and sum(s.width for s in longer) > measure:
                parts.append((one,))
            else:
                parts[-1] = longer
    *others, last = parts
    return [
        *(_word(part, ends_line=False) for part in others),
        _word(last, ends_line=word.ends_line),
    ]


def _line(words: list[_Word], measure: float) -> Line:
    stretches = _joined(tuple(stretch for word in words for stretch in word.stretches))
    width = sum(word.advance for word in words[:-1]) + words[-1].width
    tallest = max((s.piece for s in stretches), key=_step)
    share = ascent(is_display=tallest.is_display) / line_height(is_display=tallest.is_display)
    return Line(stretches, width, _step(tallest), _step(tallest) * share, measure)


def _step(piece: TextRun) -> float:
    return piece.step_pt(line_height(is_display=piece.is_display))


def _joined(stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    joined: list[Stretch] = []
    for stretch in stretches:
        last = joined[-1] if joined else None
        if last and replace(last, text="") == replace(stretch, text=""):
            joined[-1] = replace(last, text=last.text + stretch.text)
        else:
            joined.append(stretch)
    return tuple(joined)
