"""The handout: a page of A4 for each slide, its picture above the speaker's notes."""

from __future__ import annotations

from collections.abc import Iterable

from briefbook.deck.design import design
from briefbook.deck.layouts import Rect
from briefbook.deck.pdf.pen import Pen
from briefbook.deck.pdf.slides import draw_slide
from briefbook.deck.pdf.text import Line, set_lines
from briefbook.deck.plan import Deck, Meta, Slide
from briefbook.deck.runs import TextRun
from briefbook.frozen import dataclass, replace
from briefbook.localization import translate
from briefbook.pdf.canvas import FOOTER, HEADER, PAGE_NUMBER, Canvas
from briefbook.pdf.drawing import figure_layout
from briefbook.pdf.structure import Element
from briefbook.theme.deck import FOOTER_PT, TYPES, Ink, Setting, rgb
from briefbook.theme.paper import PAGE_SIZES, TEXT_WIDTH

SIZE = PAGE_SIZES["A4"]
_TOP, _GAP = 48.0, 22.0
_NOTE = TextRun("", 11.0, Ink.TEXT, 1.08)
_NOTE_GAP = 6.0
_PASSAGE = TextRun("", 8.0, Ink.MUTED, 1.08)
"""The passages under what is to be said: smaller, in two columns."""
_PASSAGE_GAP, _PASSAGES_GAP = 3.0, 10.0
_COLUMN_GAP, _COLUMNS, _STEP = 19.0, 2, 4.0
_HEAD_Y, _FOOT_Y = 16.0, SIZE.height - 34.0
_FURNITURE_PT = FOOTER_PT - 2
_NOT_HANDED_OUT = "evidence"
"""The layout of the slides of all passages, which stand under the slides that rest on them."""
_Unit = tuple[int, tuple[Line, ...]]
"""Lines that stay together, with the number of their note."""


@dataclass(frozen=True)
class _Set:
    """A line of a note in its place on a page."""

    note: int
    line: Line
    x: float
    y: float


def draw_handout(canvas: Canvas, deck: Deck, root: Element) -> None:
    """Draw every slide with its notes; notes that have no room below it go on to further pages.

    The hidden slides of all passages are left out: each passage stands where it is used.
    """
    slides = [(n, s) for n, s in enumerate(deck.slides, 1) if not _is_left_out(s)]
    parts = [_pages(slide) for _, slide in slides]
    total, page = sum(map(len, parts)), 0
    for (number, slide), pages in zip(slides, parts, strict=True):
        section = Element("Sect", root)
        paragraphs = {one.note: Element("P", section) for notes in pages for one in notes}
        for notes in pages:
            page += 1
            canvas.begin_page()
            is_first = notes is pages[0]
            if is_first:
                canvas.bookmark(0, slide.title, 0, 0)
                _draw_picture(canvas, deck, slide, number, section)
            pen = Pen(canvas)
            for one in notes:
                pen.lines((one.line,), paragraphs[one.note], (one.x, one.y))
            words = "" if is_first else translate("Slide {n}, continued", n=number)
            _draw_furniture(
                canvas, deck.meta, words, translate("{page} of {total}", page=page, total=total)
            )
    canvas.end_page()


def _is_left_out(slide: Slide) -> bool:
    return slide.is_hidden and slide.layout.startswith(_NOT_HANDED_OUT)


def _notes_top() -> float:
    return _TOP + _picture_height() + _GAP


def _share() -> float:
    """Return how large a slide is drawn."""
    return TEXT_WIDTH / design().width_pt


def _picture_height() -> float:
    return design().height_pt * _share()


def _pages(slide: Slide) -> list[list[_Set]]:
    """Return the lines of the notes in their places, page by page: what is said, then the passages."""
    said = list(filter(str.strip, slide.notes.said))
    pages: list[list[_Set]] = [[]]
    y = _set_notes(pages, _units(enumerate(said), _NOTE, TEXT_WIDTH))
    passages = enumerate(slide.notes.passages, len(said))
    units = _units(passages, _PASSAGE, (TEXT_WIDTH - _COLUMN_GAP) / _COLUMNS)
    y += _PASSAGES_GAP if said and units else 0.0
    while units:
        lines, rest = _columns(units, y, SIZE.bottom - y)
        if not rest:
            lines = _level(units, y)
        pages[-1] += lines
        units = rest
        if units:
            pages.append([])
            y = _TOP + _GAP
    return pages


def _units(notes: Iterable[tuple[int, str]], looks: TextRun, measure: float) -> list[_Unit]:
    """Return the notes in lines; one that is longer than a page in several parts."""
    found: list[_Unit] = []
    for number, note in notes:
        lines = set_lines((replace(looks, text=note),), measure)
        most = int((SIZE.bottom - _TOP - _GAP) / max(line.step for line in lines))
        found += [(number, tuple(lines[at : at + most])) for at in range(0, len(lines), most)]
    return found


def _height(lines: tuple[Line, ...]) -> float:
    return sum(line.step for line in lines)


def _set_notes(pages: list[list[_Set]], units: list[_Unit]) -> float:
    """Set what is said below the picture; what does not fit below the rest begins a page."""
    y = _notes_top()
    for number, lines in units:
        y += _NOTE_GAP if pages[-1] else 0.0
        if y + _height(lines) > SIZE.bottom:
            pages.append([])
            y = _TOP + _GAP
        for line in lines:
            pages[-1].append(_Set(number, line, SIZE.left, y))
            y += line.step
    return y


def _columns(units: list[_Unit], top: float, height: float) -> tuple[list[_Set], list[_Unit]]:
    """Return the lines that fill columns of a height, and what has no room there."""
    found: list[_Set] = []
    column, y = 0, 0.0
    for at, (number, lines) in enumerate(units):
        y += _PASSAGE_GAP if y else 0.0
        if y + _height(lines) > height:
            column, y = column + 1, 0.0
            if column == _COLUMNS or _height(lines) > height:
                return found, units[at:]
        x = SIZE.left + column * (TEXT_WIDTH + _COLUMN_GAP) / _COLUMNS
        for line in lines:
            found.append(_Set(number, line, x, top + y))
            y += line.step
    return found, []


def _level(units: list[_Unit], top: float) -> list[_Set]:
    """Return the lines in columns as low as can be."""
    height = sum(_height(lines) for _, lines in units) / _COLUMNS
    while True:
        lines, rest = _columns(units, top, height)
        if not rest:
            return lines
        height += _STEP


def _draw_picture(canvas: Canvas, deck: Deck, slide: Slide, number: int, section: Element) -> None:
    x, height = SIZE.left, _picture_height()
    box = x, _TOP + height, x + TEXT_WIDTH, _TOP
    titles = {other.id: other.title for other in deck.slides}
    figure = Element("Figure", section, alt=slide.title, attributes=(figure_layout(canvas, box),))
    with canvas.scaled((x, _TOP), _share()):
        draw_slide(Pen(canvas, figure, titles=titles), slide, number, deck.meta, section)
    canvas.box((x, _TOP), (TEXT_WIDTH, height), stroke=rgb(Ink.AXIS), width=0.75)


def _draw_furniture(canvas: Canvas, meta: Meta, head: str, number: str) -> None:
    """Draw footer and page number, what goes on, and a marking at head and foot."""
    pen, plain = Pen(canvas), TYPES["footer"].body
    strong = Setting(plain.ink, bold=True)
    line = Rect(SIZE.left, 0, TEXT_WIDTH, 14)
    with pen.beside(HEADER):
        pen.line(meta.marking, strong, _FURNITURE_PT, _at(line, _HEAD_Y), 0.5)
    with pen.beside(PAGE_NUMBER):
        pen.line(head, plain, _FURNITURE_PT, _at(line, _TOP - 4))
    with pen.beside(FOOTER):
        pen.line(meta.footer, plain, _FURNITURE_PT, _at(line, _FOOT_Y - 14))
    with pen.beside(PAGE_NUMBER):
        pen.line(number, plain, _FURNITURE_PT, _at(line, _FOOT_Y - 14), 1.0)
    with pen.beside(FOOTER):
        pen.line(meta.marking, strong, _FURNITURE_PT, _at(line, _FOOT_Y), 0.5)


def _at(rect: Rect, y: float) -> Rect:
    return Rect(rect.x, y, rect.w, rect.h)
