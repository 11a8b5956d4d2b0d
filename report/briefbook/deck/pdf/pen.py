"""Where drawn things belong: each text in an element of its own, or all of a slide in one figure."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field

from briefbook.deck.layouts import Mark, Rect
from briefbook.deck.pdf.text import Line, Stretch, placed, set_lines
from briefbook.deck.runs import base_piece
from briefbook.frozen import dataclass, replace
from briefbook.pdf.canvas import Artifact, Canvas
from briefbook.pdf.direction import said_in
from briefbook.pdf.errors import BrokenPlan
from briefbook.pdf.structure import Attributes, Element
from briefbook.theme.deck import Ink, Setting, rgb, scheme

_RISE = 0.3
"""Height of raised text above the base line, as a share of the size before it was made smaller."""
_BAR = (0.8, 1.05)
"""Top above the base line, and height, of the bar before a tag, as shares of the type size."""
_UNDERLINE = (0.13, 0.05)
"""Depth below the base line and thickness, likewise."""
_LINK_AREA = (0.85, 1.15)
_DARK = frozenset((Ink.WHITE, Ink.PALE, Ink.PEACH))
"""Inks of text on navy, where a link keeps its colour."""


@dataclass
class Pen:
    """Draws on a canvas; with a figure, everything becomes part of that and nothing is active."""

    canvas: Canvas
    figure: Element | None = None
    jump: str = ""
    """The slide that a whole text leads to, while it is drawn."""
    titles: dict[str, str] = field(default_factory=dict)
    """What each slide is called."""

    def element(
        self,
        tag: str,
        parent: Element,
        *,
        alt: str = "",
        attributes: Attributes = (),
    ) -> Element:
        """Return a new element of the structure, or the figure."""
        return self.figure or Element(tag, parent, alt=alt, attributes=attributes)

    @contextmanager
    def within(self, element: Element) -> Iterator[None]:
        """Draw text into an element; within a figure, graphics too."""
        inside = self.canvas.drawing if self.figure else self.canvas.inside
        with inside(element):
            yield

    @contextmanager
    def beside(self, artifact: Artifact) -> Iterator[None]:
        """Draw what no screen reader reads."""
        with self.canvas.inside(artifact):
            yield

    def mark(self, mark: Mark) -> None:
        """Draw a decoration."""
        rect, colour = mark.rect, rgb(mark.ink)
        with self.beside(Artifact()):
            match mark.shape:
                case "rect":
                    self.canvas.box((rect.x, rect.y), (rect.w, rect.h), fill=colour)
                case "line":
                    self.canvas.rule((rect.x, rect.y), rect.w, mark.weight_pt, colour)
                case _:
                    setting = Setting(mark.ink, bold=True)
                    self.line(mark.text, setting, mark.size_pt, Rect(rect.x, rect.y, rect.w, 0))

    def line(
        self, words: str, setting: Setting, size: float, rect: Rect, share: float = 0.0
    ) -> None:
        """Draw one line into what is open, `share` of the room that it leaves before it."""
        piece = base_piece(setting, size)
        for line in set_lines((replace(piece, text=words),), 1e6)[:1]:
            top = rect.y + max(0.0, (rect.h - line.step) / 2)
            x = rect.x + share * (rect.w - line.width)
            self._stretches(line, x, top + line.base)

    def lines(
        self, lines: tuple[Line, ...], element: Element, at: tuple[float, float], room: float = 0.0
    ) -> float:
        """Draw a paragraph from its upper left corner, to the right of `room` if given; return its end.

        Raises BrokenPlan for a link that is neither a slide nor an https address.
        """
        x, y = at
        links: dict[int, Element] = {}
        for line in lines:
            room_there = room or (line.measure if line.is_from_right else 0.0)
            left = x + (room_there - line.width if room_there else 0.0)
            self._linked(line, element, (left, y + line.base), links)
            y += line.step
        return y

    def _linked(
        self, line: Line, element: Element, at: tuple[float, float], links: dict[int, Element]
    ) -> None:
        base = at[1]
        spans: dict[int, Element] = {}
        for number, stretch, x in placed(line, at[0]):
            target, words = self._target(stretch)
            part = -1 if self.jump else stretch.part
            inner = element
            if target and not self.figure:
                inner = links.setdefault(part, Element("Link", element))
                size, length = stretch.piece.size_pt, _seen_width(stretch)
                corner = x, base - _LINK_AREA[0] * size
                self.canvas.link(inner, target, corner, (length, _LINK_AREA[1] * size), words)
            if stretch.lang and not self.figure:
                whole = line.stretches[number]
                span = said_in(whole.text, whole.level, whole.lang, inner)
                inner = spans.setdefault(number, span)
            with self.within(inner):
                self._stretch(stretch, x, base)

    def _target(self, stretch: Stretch) -> tuple[str, str]:
        """Return where a stretch leads, and what a screen reader says of that."""
        target = f"#{self.jump}" if self.jump else stretch.piece.target
        if not target or target.startswith("https://"):
            return target, stretch.piece.text
        name = target.removeprefix("#")
        if name == target or name not in self.titles:
            message = f"a link leads to “{target}”; only https addresses and #slides are allowed"
            raise BrokenPlan(message)
        return target, f"Go to: {self.titles[name]}"

    def _stretches(self, line: Line, x: float, base: float) -> None:
        for _, stretch, left in placed(line, x):
            self._stretch(stretch, left, base)

    def _stretch(self, stretch: Stretch, x: float, base: float) -> None:
        piece = stretch.piece
        if piece.bar:
            top, height = _BAR
            corner = x, base - top * piece.size_pt
            extent = stretch.width, height * piece.size_pt
            self.canvas.box(corner, extent, fill=rgb(piece.bar))
        colour = rgb(piece.ink)
        if piece.target and piece.ink not in _DARK:
            colour = scheme()["hlink"]
            depth, thickness = (share * piece.size_pt for share in _UNDERLINE)
            self.canvas.rule((x, base + depth), _seen_width(stretch), thickness, colour)
        rise = _RISE * piece.size_pt if piece.is_raised else 0.0
        at = x, base - rise
        self.canvas.text(
            at, stretch.text, stretch.face, piece.drawn_pt, colour, tracking=stretch.spacing_pt
        )


def _seen_width(stretch: Stretch) -> float:
    return replace(stretch, text=stretch.text.rstrip(" ")).width
