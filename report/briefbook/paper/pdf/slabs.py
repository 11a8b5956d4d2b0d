"""Slabs: the rectangles that pages are laid from. They know their height before they are drawn.

    Slab
    ├── TextSlab   lines of one text
    ├── Stack      slabs below each other
    ├── Row        slabs beside each other
    ├── Framed     a slab with padding and decoration
    ├── Whole      a slab that is never split
    └── Landmark   a slab that links and bookmarks lead to

Layout asks a slab for its `height`, and for two parts of it where it must go over to the next page.
Drawing decides nothing.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from briefbook.paper.pdf.canvas import Canvas
from briefbook.paper.pdf.errors import BrokenPlan
from briefbook.paper.pdf.inline import Piece, base_pen, set_boxes, tag_pad
from briefbook.paper.pdf.lines import Line, fill_lines, set_lines
from briefbook.paper.pdf.structure import Element
from briefbook.text import Citation, Link, Run, Tag, Text
from briefbook.theme import paper as theme

_FEWEST = 2
"""Lines of a paragraph that may stand alone at the foot or the head of a page."""
TOLERANCE = 0.01
"""Lengths that differ by less are equal, in points."""


class Slab(ABC):
    """A rectangle of a page."""

    @property
    @abstractmethod
    def height(self) -> float:
        """How much of the page it takes."""

    @property
    def least(self) -> float:
        """The height of the smallest first part that `split` can give."""
        return self.height

    def split(self, room: float) -> tuple[Slab, Slab] | None:
        """Return a first part of at most `room` and the rest; None if there is no such part."""
        return None

    def stretched(self, room: float) -> Slab:
        """Return the slab with air to fill up to `room`; most stay as they are."""
        return self

    @abstractmethod
    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its top left corner at x, y."""


# ── Text ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class TextSlab(Slab):
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

    def split(self, room: float) -> tuple[Slab, Slab] | None:
        """Split between lines, leaving no single line on either page."""
        count = len(self.lines)
        first = min(int((room + TOLERANCE) / self.type.leading), count - _FEWEST)
        if first < _FEWEST:
            return None
        return replace(self, lines=self.lines[:first]), replace(self, lines=self.lines[first:])

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw line by line."""
        baseline = y + first_baseline(self.type)
        for line in self.lines:
            shift = self.measure - line.width if self.is_right else 0.0
            self._draw_line(canvas, line, x + shift, baseline)
            baseline += self.type.leading

    def _draw_line(self, canvas: Canvas, line: Line, x: float, baseline: float) -> None:
        for piece in line.pieces:
            owner = piece.pen.owner
            if isinstance(owner, Tag):
                _draw_frame(canvas, owner, piece, x, baseline)
            if isinstance(owner, Citation | Link):
                element = self._link_element(owner, piece.pen.part)
                _draw_link(canvas, owner, piece, element, x, baseline)
            else:
                element = self.element
            with canvas.inside(element):
                draw_piece(canvas, piece, x, baseline)
            x += piece.width

    def _link_element(self, owner: Citation | Link, part: int) -> Element:
        if part not in self.links:
            cites = isinstance(owner, Citation)
            parent = Element("Reference", self.element) if cites else self.element
            self.links[part] = Element("Link", parent)
        return self.links[part]


def first_baseline(type_: theme.Type) -> float:
    """Return how far below the top of a text its first baseline stands."""
    return type_.leading / 2 + theme.BASELINE_SHARE * type_.size


def text_slab(
    text: Text | str, type_: theme.Type, element: Element, measure: float, *, is_right: bool = False
) -> TextSlab:
    """Set a text in lines; a type in capitals keeps the words as written for reading aloud."""
    inline = (Run(text),) if isinstance(text, str) else text
    if type_.is_capitals:
        written = "".join(part.text for part in inline if isinstance(part, Run | Link))
        inline = (Run(written.upper()),)
        element.actual = written if written != written.upper() else ""
    return TextSlab(set_lines(inline, type_, measure), type_, element, measure, is_right)


def titled(label: str, title: Text, element: Element) -> TextSlab:
    """Set a label and, after a gap and in its own colour, a title."""
    boxes = set_boxes((Run(label),) if label else (), theme.EXHIBIT_LABEL)
    if boxes:
        gap = Piece(" ", base_pen(theme.EXHIBIT_LABEL), theme.LABEL_GAP)
        boxes = (*boxes[:-1], replace(boxes[-1], gap=gap))
    boxes += set_boxes(title, theme.EXHIBIT_TITLE)
    lines = fill_lines(boxes, theme.TEXT_WIDTH)
    return TextSlab(lines, theme.EXHIBIT_TITLE, element, theme.TEXT_WIDTH)


def draw_piece(canvas: Canvas, piece: Piece, x: float, baseline: float) -> None:
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


def _draw_frame(canvas: Canvas, tag: Tag, piece: Piece, x: float, baseline: float) -> None:
    """Draw what surrounds a tag's word."""
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
    piece: Piece,
    element: Element,
    x: float,
    baseline: float,
) -> None:
    """Make a piece of text active."""
    top = baseline - piece.pen.rise - 0.8 * piece.pen.size
    extent = piece.width - piece.inset, 1.1 * piece.pen.size
    if isinstance(owner, Citation):
        target, words = f"#{evidence_name(owner.number)}", f"[{owner.number}]"
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


# ── Arrangements ─────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Layer:
    """A slab of a stack."""

    slab: Slab
    above: float = 0.0
    """Space above it, unless it comes first on a page."""
    keeps: bool = False
    """Stays on a page with the beginning of the next layer."""


@dataclass
class Stack(Slab):
    """Slabs below each other."""

    layers: tuple[Layer, ...]
    indent: float = 0.0

    @property
    def height(self) -> float:
        """All layers and the spaces between them."""
        return sum(layer.slab.height for layer in self.layers) + sum(
            layer.above for layer in self.layers[1:]
        )

    @property
    def least(self) -> float:
        """The first layer, and with it what it keeps."""
        total = 0.0
        for layer in self.layers:
            if not layer.keeps:
                return total + layer.slab.least
            total += layer.slab.height
        return total

    def split(self, room: float) -> tuple[Slab, Slab] | None:
        """Split within or between layers, never after one that keeps the next."""
        at = 0.0
        for index, layer in enumerate(self.layers):
            above = layer.above if index else 0.0
            if at + above + layer.slab.height > room + TOLERANCE:
                return self._split_at(index, room - at - above)
            at += above + layer.slab.height
        return None

    def _split_at(self, index: int, room: float) -> tuple[Slab, Slab] | None:
        layer = self.layers[index]
        if room > 0 and (parts := layer.slab.split(room)):
            first, rest = (replace(layer, slab=part) for part in parts)
            head, tail = (*self.layers[:index], first), (rest, *self.layers[index + 1 :])
            return replace(self, layers=head), replace(self, layers=tail)
        while index and self.layers[index - 1].keeps:
            index -= 1
        if not index:
            return None
        head, tail = self.layers[:index], self.layers[index:]
        return replace(self, layers=head), replace(self, layers=tail)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw layer by layer."""
        for index, layer in enumerate(self.layers):
            y += layer.above if index else 0.0
            layer.slab.draw(canvas, x + self.indent, y)
            y += layer.slab.height


@dataclass
class Row(Slab):
    """Slabs beside each other, each at its distance from the left edge."""

    cells: tuple[tuple[float, Slab], ...]
    width: float
    above: float = 0.0
    below: float = 0.0
    rule: tuple[float, str] | None = None
    """Width and colour of the rule at its foot."""
    fill: str = ""

    @property
    def height(self) -> float:
        """The tallest cell and the padding."""
        tallest = max((slab.height for _, slab in self.cells), default=0.0)
        return self.above + tallest + self.below

    def split(self, room: float) -> tuple[Slab, Slab] | None:
        """Split every cell that is too tall: only for rows taller than a page."""
        firsts, rests = [], []
        for x, slab in self.cells:
            inner = room - self.above - self.below
            parts = (slab, None) if slab.height <= inner else slab.split(inner)
            if parts is None:
                return None
            first, rest = parts
            firsts.append((x, first))
            if rest is not None:
                rests.append((x, rest))
        head = replace(self, cells=tuple(firsts), rule=None)
        return head, replace(self, cells=tuple(rests))

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the ground, the cells from left to right, and the rule."""
        height = self.height
        if self.fill:
            canvas.box((x, y), (self.width, height), fill=self.fill)
        for shift, slab in self.cells:
            slab.draw(canvas, x + shift, y + self.above)
        if self.rule:
            width, colour = self.rule
            middle = y + height - width / 2
            canvas.rule((x, middle), (x + self.width, middle), width, colour)


Decoration = Callable[[Canvas, float, float, float, float], None]
"""Draws the ground of a frame: canvas, x, y, width, height."""


@dataclass
class Framed(Slab):
    """A slab with padding and decoration; its parts are framed alike."""

    inner: Slab
    width: float
    padding: tuple[float, float, float, float]
    """Above, right, below, left."""
    decorate: Decoration

    @property
    def height(self) -> float:
        """The inner slab and the padding."""
        return self.padding[0] + self.inner.height + self.padding[2]

    @property
    def least(self) -> float:
        """The inner slab's smallest part and the padding."""
        return self.padding[0] + self.inner.least + self.padding[2]

    def split(self, room: float) -> tuple[Slab, Slab] | None:
        """Split the inner slab."""
        parts = self.inner.split(room - self.padding[0] - self.padding[2])
        if parts is None:
            return None
        return replace(self, inner=parts[0]), replace(self, inner=parts[1])

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the ground, then the inner slab."""
        self.decorate(canvas, x, y, self.width, self.height)
        self.inner.draw(canvas, x + self.padding[3], y + self.padding[0])


@dataclass
class Landmark(Slab):
    """A slab that links and, if it has a title, a bookmark lead to."""

    inner: Slab
    names: tuple[str, ...]
    title: str = ""
    level: int = 0
    """Of the bookmark, from 0."""

    @property
    def height(self) -> float:
        """The inner slab's."""
        return self.inner.height

    @property
    def least(self) -> float:
        """The inner slab's."""
        return self.inner.least

    def split(self, room: float) -> tuple[Slab, Slab] | None:
        """Split the inner slab; the mark stays with its beginning."""
        parts = self.inner.split(room)
        return parts and (replace(self, inner=parts[0]), parts[1])

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Mark the place, then draw."""
        for name in self.names:
            canvas.spot(name, x, y)
        if self.title:
            canvas.bookmark(self.level, self.title, x, y)
        self.inner.draw(canvas, x, y)


@dataclass
class Whole(Slab):
    """A slab that is never split: an exhibit keeps title, drawing and source together."""

    inner: Slab

    @property
    def height(self) -> float:
        """The inner slab's."""
        return self.inner.height

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the inner slab."""
        self.inner.draw(canvas, x, y)


def stack(*slabs: Slab | tuple[float, Slab], indent: float = 0.0) -> Stack:
    """Return slabs below each other; a pair gives the space above."""
    pairs: Sequence[tuple[float, Slab]] = [
        slab if isinstance(slab, tuple) else (0.0, slab) for slab in slabs
    ]
    return Stack(tuple(Layer(slab, above) for above, slab in pairs), indent)
