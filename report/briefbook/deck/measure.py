"""How wide text is and where its lines break, without any font: pure, from `fonts/deck-widths.json`."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from briefbook.deck.design import design
from briefbook.deck.runs import TextRun
from briefbook.theme.deck import BODY_FACE, DISPLAY_FACE, DRAWN_SLACK, WIDEST, WIDEST_LINE

_WORD = re.compile(r"[^ \t]*?(?:[-–—](?=\w)|(?=[ \t])|$)[ \t]*")
"""A stretch that never breaks inside, and the spaces after it; hyphens and dashes end one."""


@dataclass(frozen=True, eq=False)
class Face:
    """Advance widths of one face, in thousandths of an em."""

    widths: dict[int, int]
    default: int

    def width(self, text: str, size_pt: float) -> float:
        """Return the length of a text in points."""
        return self._thousandths(text) * size_pt / 1000

    @lru_cache(maxsize=1 << 17)  # noqa: B019  the few faces live as long as the program
    def _thousandths(self, text: str) -> int:
        get, default = self.widths.get, self.default
        return sum([get(ord(letter), default) for letter in text])


@cache
def _families() -> dict[str, tuple[float, dict[str, Face]]]:
    text = files("briefbook").joinpath("fonts", "deck-widths.json").read_text(encoding="utf-8")
    families = {}
    for name, family in json.loads(text)["families"].items():
        faces = {}
        for face, data in family["faces"].items():
            widths = {
                int(first) + step: width
                for first, run in data["runs"].items()
                for step, width in enumerate(run)
            }
            faces[face] = Face(widths, data["default"])
        families[name] = (family["line_height"], faces)
    return families


def line_height(*, is_display: bool) -> float:
    """Return the natural line height of the heading or the body face, in em."""
    return _families()[DISPLAY_FACE if is_display else BODY_FACE][0]


def text_width(
    text: str,
    size_pt: float,
    *,
    bold: bool = False,
    italic: bool = False,
    is_display: bool = False,
) -> float:
    """Return the length of a text in points, in one face and size."""
    faces = _families()[DISPLAY_FACE if is_display else BODY_FACE][1]
    face = faces["bold" if bold else "italic" if italic else "regular"]
    return face.width(text, size_pt) * design().stretch[is_display]


def piece_width(piece: TextRun, text: str | None = None) -> float:
    """Return the length of a piece of text, or of another text set as that piece is."""
    words = piece.text if text is None else text
    words = words.upper() if piece.caps else words
    width = text_width(
        words,
        piece.drawn_pt,
        bold=piece.bold,
        italic=piece.italic,
        is_display=piece.is_display,
    )
    return width + piece.spacing_pt * len(words)


@dataclass(frozen=True)
class Line:
    """A line of text as it will break."""

    text: str
    width: float
    step: float
    """From this line to the next."""


@dataclass(frozen=True)
class _Word:
    text: str
    width: float
    """Without the spaces after it."""
    advance: float
    step: float

    def joined(self, other: _Word) -> _Word:
        """Return the word that this one and the next piece make."""
        width = self.advance + other.width
        step = max(self.step, other.step)
        return _Word(self.text + other.text, width, self.advance + other.advance, step)


def widest(*, bold: bool = False, is_display: bool = False) -> float:
    """Return how much wider a face's text runs in the widest stand-in for it."""
    face = ("display-bold" if bold else "display") if is_display else "bold" if bold else "regular"
    return max(1.0, WIDEST[face] / design().stretch[is_display])


def _slack(piece: TextRun, *, is_widest: bool) -> float:
    return widest(bold=piece.bold, is_display=piece.is_display) if is_widest else DRAWN_SLACK


@lru_cache(maxsize=8192)
def _words(pieces: tuple[TextRun, ...], *, is_widest: bool) -> tuple[_Word, ...]:
    """Cut a paragraph where lines may break; a word may run through several pieces."""
    words: list[_Word] = []
    is_open = False
    for piece in pieces:
        natural = WIDEST_LINE if is_widest else line_height(is_display=piece.is_display)
        step = piece.step_pt(natural)
        slack = _slack(piece, is_widest=is_widest)
        for part in filter(None, _WORD.findall(piece.text)):
            width = piece_width(piece, part.rstrip(" \t")) * slack
            word = _Word(part, width, piece_width(piece, part) * slack, step)
            words.append(words.pop().joined(word) if is_open else word)
            is_open = not part.endswith((" ", "\t", "-", "–", "—"))
    return tuple(words)


def wrap(pieces: tuple[TextRun, ...], width: float, *, is_widest: bool = False) -> tuple[Line, ...]:
    """Break a paragraph into lines of at most `width` points.

    Widths are those of the typeface with some slack, or those of its widest stand-in.
    """
    lines: list[Line] = []
    text, used, end, step = "", 0.0, 0.0, 0.0
    for word in _words(pieces, is_widest=is_widest):
        if text and used + word.width > width:
            lines.append(Line(text.rstrip(), end, step))
            text, used, end, step = "", 0.0, 0.0, 0.0
        text, end, used = text + word.text, used + word.width, used + word.advance
        step = max(step, word.step)
    return (*lines, Line(text.rstrip(), end, step))


def widest_word(pieces: tuple[TextRun, ...]) -> float:
    """Return the length of the longest stretch that cannot break, in the widest stand-in."""
    return max((word.width for word in _words(pieces, is_widest=True)), default=0.0)
