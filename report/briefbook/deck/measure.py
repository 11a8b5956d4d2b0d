"""How wide text is and where its lines break, without any font: pure, from `fonts/deck-widths.json`."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files

from briefbook.deck.design import design
from briefbook.deck.runs import TextRun
from briefbook.frozen import dataclass, unguarded
from briefbook.scripts import broken
from briefbook.theme.deck import BODY_FACE, DISPLAY_FACE, DRAWN_SLACK, WIDEST, WIDEST_LINE, squeeze
from briefbook.theme.look import COMMON_TEXT, Family, Look, worn

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


@lru_cache(maxsize=16)
def _sent(family: Family) -> dict[str, Face]:
    """Return the faces of a sender's family by cut, measured on its files."""
    from fontTools.ttLib import TTFont

    faces = {}
    for cut, file in family.cuts:
        font = TTFont(io.BytesIO(file.data), lazy=True)
        em, advances = font["head"].unitsPerEm, font["hmtx"].metrics
        widths = {
            at: round(advances[name][0] * 1000 / em) for at, name in font.getBestCmap().items()
        }
        faces[cut] = Face(widths, 1000)
    return faces


def _family(*, is_display: bool) -> Family | None:
    look = worn()
    return look.display if is_display else look.body


def _face(cut: str, *, is_display: bool) -> Face:
    """Return the face of a cut: `regular`, `bold` or `italic`."""
    if sent := _family(is_display=is_display):
        return _sent(sent)[cut]
    return _families()[DISPLAY_FACE if is_display else BODY_FACE][1][cut]


def line_height(*, is_display: bool) -> float:
    """Return the natural line height of the heading or the body face, in em."""
    if sent := _family(is_display=is_display):
        return sent.line_height * squeeze(is_display=is_display)
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
    face = _face(_cut(bold=bold, italic=italic), is_display=is_display)
    return face.width(text, size_pt) * design().stretch[is_display]


def _cut(*, bold: bool, italic: bool) -> str:
    return "bold" if bold else "italic" if italic else "regular"


def piece_width(piece: TextRun, text: str | None = None) -> float:
    """Return the length of a piece of text, or of another text set as that piece is."""
    return _ruler(piece)(piece.text if text is None else text)


def _ruler(piece: TextRun) -> Callable[[str], float]:
    """Return what measures texts that are set as a piece is: its face is looked for once."""
    face = _face(_cut(bold=piece.bold, italic=piece.italic), is_display=piece.is_display)
    stretch, size, spacing = design().stretch[piece.is_display], piece.drawn_pt, piece.spacing_pt

    def width(text: str) -> float:
        words = text.upper() if piece.caps else text
        return face.width(words, size) * stretch + spacing * len(words)

    return width


@unguarded
@dataclass(frozen=True)
class Line:
    """A line of text as it will break."""

    text: str
    width: float
    step: float
    """From this line to the next."""


@unguarded
@dataclass(frozen=True)
class _Word:
    __slots__ = ("advance", "step", "text", "width")  # there are thousands

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
    if sent := _family(is_display=is_display):
        return _sent_widest(sent, "bold" if bold else "regular", face)
    return max(1.0, WIDEST[face] / design().stretch[is_display])


@lru_cache(maxsize=32)
def _sent_widest(family: Family, cut: str, face: str) -> float:
    """Return how much wider the widest stand-in runs than a sender's face, over common English letters.

    A machine that lacks the face draws the deck in whatever it has: at worst, in what stands in for
    Cambria and Calibri. Where the face itself is wider, it is the widest.
    """
    own = _families()[DISPLAY_FACE if face.startswith("display") else BODY_FACE][1][cut]
    ratio = own.width(COMMON_TEXT, WIDEST[face]) / _sent(family)[cut].width(COMMON_TEXT, 1.0)
    return max(ratio, DRAWN_SLACK)


def _slack(piece: TextRun, *, is_widest: bool) -> float:
    return widest(bold=piece.bold, is_display=piece.is_display) if is_widest else DRAWN_SLACK


def _words(pieces: tuple[TextRun, ...], *, is_widest: bool) -> tuple[_Word, ...]:
    return _words_in(worn(), design().stretch, pieces, is_widest=is_widest)


@lru_cache(maxsize=1 << 12)
def _words_in(
    _look: Look, _stretch: tuple[float, float], pieces: tuple[TextRun, ...], *, is_widest: bool
) -> tuple[_Word, ...]:
    """Cut a paragraph where lines may break; a word may run through several pieces.

    Look and stretch decide the widths: they are named so that no other deck's words are found.
    """
    words: list[_Word] = []
    is_open = False
    for piece in pieces:
        natural = line_height(is_display=piece.is_display)
        if is_widest:  # a sender's face may need more than its stand-ins
            natural = (
                max(WIDEST_LINE, natural) if _family(is_display=piece.is_display) else WIDEST_LINE
            )
        step = piece.step_pt(natural)
        slack = _slack(piece, is_widest=is_widest)
        parts, length = broken(list(filter(None, _WORD.findall(piece.text)))), _ruler(piece)
        for number, part in enumerate(parts, 1):
            bare = part.rstrip(" \t")
            width = length(bare) * slack
            advance = width if bare == part else length(part) * slack
            word = _Word(part, width, advance, step)
            words.append(words.pop().joined(word) if is_open else word)
            # A word may run on in the next piece.
            is_open = number == len(parts) and not part.endswith((" ", "\t", "-", "–", "—"))
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


def forget() -> None:
    """Give back the widths of words: a settled deck is not measured again."""
    _words_in.cache_clear()
