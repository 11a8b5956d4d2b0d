"""The index for print and archive: tagged like the paper (PDF/UA-1, PDF/A-3a), in the embedded faces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefbook.deck.pdf.pen import Pen
from briefbook.deck.pdf.text import Line, Stretch, set_lines
from briefbook.deck.placeholders import Rect
from briefbook.deck.runs import TextRun
from briefbook.frozen import dataclass
from briefbook.index.html import about
from briefbook.index.read import Entry, Index
from briefbook.pdf.canvas import Artifact, Canvas
from briefbook.pdf.document import finished
from briefbook.pdf.file import File
from briefbook.pdf.structure import Element
from briefbook.theme.deck import Ink, Setting, rgb
from briefbook.theme.paper import PAGE_SIZES, TEXT_WIDTH

_SIZE = PAGE_SIZES["A4"]
_TOP, _BOTTOM = 64.0, _SIZE.height - 64.0
_GAP, _RULE_PT = 22.0, 1.5
_BETWEEN = "   "

_TITLE = TextRun("", 24.0, Ink.NAVY, 1.0, is_display=True, bold=True)
_HEAD = TextRun("", 14.0, Ink.NAVY, 1.05, is_display=True, bold=True)
_ABOUT = TextRun("", 9.5, Ink.MUTED, 1.1)
_TEXT = TextRun("", 10.5, Ink.TEXT, 1.15)
_FOOT = Setting(Ink.MUTED)


class _LinkingPen(Pen):
    """Draws links to the files beside the index; each says whose file it is."""

    owner = ""

    def _target(self, stretch: Stretch) -> tuple[str, str]:
        target = stretch.piece.target
        return target, f"{stretch.piece.text}: {self.owner}" if target else ""


@dataclass(frozen=True)
class _Block:
    """A paragraph in lines, and the space above it."""

    tag: str
    lines: tuple[Line, ...]
    above: float

    @property
    def height(self) -> float:
        return self.above + sum(line.step for line in self.lines)


def index_pdf(index: Index) -> bytes:
    """Return the page as PDF, or several; raises Unprintable for a letter that no embedded face has."""
    root = Element("Document")
    canvas = Canvas(File(), _SIZE)
    pages = _Pages(_LinkingPen(canvas), index)
    pages.draw(_head(index), Element("Sect", root))
    for entry in index.entries:
        section = Element("Sect", root)
        pages.draw(tuple(_blocks(entry)), section, entry)
    pages.end()
    return finished(canvas, root, index)


def _head(index: Index) -> tuple[_Block, ...]:
    return (
        _Block("H1", _set(_TITLE, index.title), 0.0),
        _Block("P", _set(_ABOUT, index.summary), 4.0),
    )


def _blocks(entry: Entry) -> Iterator[_Block]:
    yield _Block("H2", _set(_HEAD, entry.title), 10.0)
    yield _Block("P", _set(_ABOUT, about(entry)), 2.0)
    if entry.bottom_line:
        yield _Block("P", _set(_TEXT, entry.bottom_line), 6.0)
    pieces: list[TextRun] = []
    for link in entry.links:
        pieces += [replace(_TEXT, text=_BETWEEN)] if pieces else []
        pieces.append(replace(_TEXT, text=link.called, target=link.target))
    yield _Block("P", set_lines(tuple(pieces), TEXT_WIDTH), 6.0)


def _set(looks: TextRun, words: str) -> tuple[Line, ...]:
    return set_lines((replace(looks, text=words),), TEXT_WIDTH)


class _Pages:
    """Pages that are filled from top to bottom; an entry stands on one page if a page can hold it."""

    def __init__(self, pen: _LinkingPen, index: Index) -> None:
        self._pen, self._index = pen, index
        self._y = _TOP
        self._begin()

    def draw(
        self, blocks: tuple[_Block, ...], section: Element, entry: Entry | None = None
    ) -> None:
        """Draw the blocks of an entry below a rule, or those of the head."""
        height = sum(block.height for block in blocks)
        if entry is not None:
            if self._y + _GAP + height > _BOTTOM and self._y > _TOP:
                self._begin()
            else:
                self._y += _GAP
            self._rule()
            self._pen.owner = entry.title
            self._pen.canvas.bookmark(0, entry.title, _SIZE.left, self._y)
        for block in blocks:
            element = Element(block.tag, section)
            self._y += block.above
            for line in block.lines:
                if self._y + line.step > _BOTTOM:
                    self._begin()
                self._y = self._pen.lines((line,), element, (_SIZE.left, self._y))

    def end(self) -> None:
        """End the last page."""
        self._pen.canvas.end_page()

    def _begin(self) -> None:
        canvas = self._pen.canvas
        canvas.begin_page()
        self._y = _TOP
        with self._pen.beside(Artifact("Pagination", "Footer")):
            foot = Rect(_SIZE.left, _SIZE.height - 40, TEXT_WIDTH, 12)
            self._pen.line(self._index.title, _FOOT, 8.5, foot)
        with self._pen.beside(Artifact("Pagination")):
            self._pen.line(str(canvas.page + 1), _FOOT, 8.5, foot, 1.0)

    def _rule(self) -> None:
        with self._pen.beside(Artifact()):
            self._pen.canvas.rule((_SIZE.left, self._y), TEXT_WIDTH, _RULE_PT, rgb(Ink.NAVY))
