"""Texts on the page: their lines, tags and links, in the element that they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from briefbook.frozen import dataclass, replace
from briefbook.paper.pdf.boxes import TOLERANCE, Box
from briefbook.paper.pdf.inline import TextRun, base_pen, set_boxes, tag_pad
from briefbook.paper.pdf.line_breaking import Line, fill_lines, set_lines
from briefbook.pdf.canvas import Canvas
from briefbook.pdf.direction import drawn_parts, said_in
from briefbook.pdf.errors import BrokenPlan
from briefbook.pdf.structure import Element
from briefbook.text import Citation, Link, Run, Tag, Text
from briefbook.theme import paper as theme

_FEWEST = 2
"""Lines of a paragraph that may stand alone at the foot or the head of a page."""


@dataclass
class TextBox(Box):
    """Lines of one text in one element."""

    lines: tuple[Line, ...]
    type: theme.Type
    element: Element
    measure: float
    is_right: bool = False
    """Aligned to the right edge (figures in tables)."""
    links: dict[int, Element] = field(default_factory=dict)
    """Elements of the links so far; parts of a split text share them."""

    @property
    def height(self) -> float:
        """Lines times leading."""
        return len(self.lines) * self.type.leading

    @property
    def least(self) -> float:
        """Two lines, if two remain for the next page."""
        count = len(self.lines)
        return (_FEWEST if count >= 2 * _FEWEST else count) * self.type.leading

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Split between lines, leaving no single line on either page."""
        count = len(self.lines)
        first = min(int((room + TOLERANCE) / self.type.leading), count - _FEWEST)
        if first < _FEWEST:
            return None
        return replace(self, lines=self.lines[:first]), replace(self, lines=self.lines[first:])

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw line by line."""
        baseline = y + self.type.baseline
        for line in self.lines:
            is_right = self.is_right or line.is_from_right
            shift = self.measure - line.width if is_right else 0.0
            self._draw_line(canvas, line, x + shift, baseline)
            baseline += self.type.leading

    def _draw_line(self, canvas: Canvas, line: Line, x: float, baseline: float) -> None:
        placed = list(_placed(line, x))
        _draw_frames(canvas, placed, baseline)
        spans: dict[int, Element] = {}
        for number, piece, left in placed:
            owner = piece.pen.owner
            if isinstance(owner, Citation | Link):
                element = self._link_element(owner, piece.pen.part)
                _draw_link(canvas, owner, piece, element, left, baseline)
            else:
                element = self.element
            if piece.pen.lang:
                whole = line.pieces[number]
                span = said_in(whole.text, whole.pen.level, whole.pen.lang, element)
                element = spans.setdefault(number, span)
            with canvas.inside(element):
                draw_piece(canvas, piece, left, baseline)

    def _link_element(self, owner: Citation | Link, part: int) -> Element:
        if part not in self.links:
            cites = isinstance(owner, Citation)
            parent = Element("Reference", self.element) if cites else self.element
            self.links[part] = Element("Link", parent)
        return self.links[part]


def text_box(
    text: Text | str, type_: theme.Type, element: Element, measure: float, *, is_right: bool = False
) -> TextBox:
    """Set a text in lines; a type in capitals keeps the words as written for reading aloud."""
    inline = (Run(text),) if isinstance(text, str) else text
    if type_.is_capitals:
        written = "".join(part.text for part in inline if isinstance(part, Run | Link))
        inline = (Run(written.upper()),)
        element.actual = written if written != written.upper() else ""
    return TextBox(set_lines(inline, type_, measure), type_, element, measure, is_right)


def titled(label: str, title: Text, element: Element) -> TextBox:
    """Set a label and, after a gap and in its own colour, a title."""
    boxes = set_boxes((Run(label),) if label else (), theme.EXHIBIT_LABEL)
    if boxes:
        gap = TextRun(" ", base_pen(theme.EXHIBIT_LABEL), theme.LABEL_GAP)
        boxes = (*boxes[:-1], replace(boxes[-1], gap=gap))
    boxes += set_boxes(title, theme.EXHIBIT_TITLE)
    lines = fill_lines(boxes, theme.TEXT_WIDTH)
    return TextBox(lines, theme.EXHIBIT_TITLE, element, theme.TEXT_WIDTH)


def draw_piece(canvas: Canvas, piece: TextRun, x: float, baseline: float) -> None:
    """Draw a piece of text from its left edge."""
    pen = piece.pen
    canvas.text(
        (x + piece.inset, baseline - pen.rise),
        piece.text,
        pen.face,
        pen.size,
        pen.colour,
        tracking=pen.tracking,
    )


def _placed(line: Line, x: float) -> Iterator[tuple[int, TextRun, float]]:
    """Yield what is drawn of a line in reading order: number of the piece, the part, its left edge."""
    pieces = [(piece, piece.pen.level) for piece in line.pieces]
    return drawn_parts(pieces, _part, (x, line.width), int(line.is_from_right))


def _part(piece: TextRun, text: str) -> TextRun:
    return piece if text == piece.text else TextRun(text, piece.pen, piece.pen.width(text))


def _draw_frames(canvas: Canvas, placed: list[tuple[int, TextRun, float]], baseline: float) -> None:
    """Draw what surrounds the words of a line's tags."""
    for _, piece, x in placed:
        if isinstance(piece.pen.owner, Tag):
            _draw_frame(canvas, piece.pen.owner, piece, x, baseline)


def _draw_frame(canvas: Canvas, tag: Tag, piece: TextRun, x: float, baseline: float) -> None:
    pad = tag_pad(tag)
    if tag.is_flag:
        top = baseline - theme.FLAG_ABOVE
        extent = (theme.FLAG.edge_pt, theme.FLAG_ABOVE + theme.FLAG_BELOW)
        canvas.box((x + piece.inset - pad, top), extent, fill=theme.FLAG.frame)
        return
    look = theme.TAGS[tag.kind]
    left, top = x + piece.inset - pad, baseline - theme.TAG_ABOVE
    width = pad + piece.pen.width(piece.text) - piece.pen.tracking + theme.TAG_PAD
    height = theme.TAG_ABOVE + theme.TAG_BELOW
    if look.fill:
        canvas.box((left, top), (width, height), fill=look.fill)
        return
    half = look.frame_pt / 2
    inner = width - look.frame_pt, height - look.frame_pt
    canvas.box((left + half, top + half), inner, stroke=look.frame, width=look.frame_pt)
    if look.edge_pt:
        canvas.box((left, top), (look.edge_pt, height), fill=look.frame)


def _draw_link(
    canvas: Canvas,
    owner: Citation | Link,
    piece: TextRun,
    element: Element,
    x: float,
    baseline: float,
) -> None:
    """Make a piece of text active."""
    top = baseline - piece.pen.rise - 0.8 * piece.pen.size
    extent = piece.width - piece.inset, 1.1 * piece.pen.size
    if isinstance(owner, Citation):
        target, words = f"#{evidence_name(owner.number)}", f"Evidence {owner.number}"
        canvas.spot(owner.anchor, x, baseline - theme.BODY.leading)
    else:
        target, words = owner.target, owner.text
        if not target.startswith(("#", "https://")):
            message = f"a link leads to “{target}”; only https addresses and #anchors are allowed"
            raise BrokenPlan(message)
    canvas.link(element, target, (x + piece.inset, top), extent, words)


def evidence_name(number: int) -> str:
    """Return the name of the place where a passage of this number stands."""
    return f"evidence {number}"
