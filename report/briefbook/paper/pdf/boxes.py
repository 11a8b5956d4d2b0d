"""Boxes: the rectangles that pages are laid from. They know their height before they are drawn.

    Box
    ├── TextBox       lines of one text (`texts`)
    ├── VBox          boxes below each other
    ├── HBox          boxes beside each other
    ├── Padded        a box with padding and decoration
    ├── KeepTogether  a box that is never split
    └── AnchorBox     a box that links and bookmarks lead to

Layout asks a box for its `height`, and for two parts of it where it must go over to the next page.
Drawing decides nothing.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from briefbook.frozen import dataclass, replace
from briefbook.pdf.canvas import Canvas

TOLERANCE = 0.01
"""Lengths that differ by less are equal, in points."""


class Box(ABC):
    """A rectangle of a page."""

    @property
    @abstractmethod
    def height(self) -> float:
        """How much of the page it takes."""

    @property
    def least(self) -> float:
        """The height of the smallest first part that `split` can give."""
        return self.height

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return a first part of at most `room` and the rest; None if there is no such part."""
        return None

    def stretched(self, room: float) -> Box:
        """Return the box with air to fill up to `room`; most stay as they are."""
        return self

    @abstractmethod
    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its top left corner at x, y."""


@dataclass(frozen=True)
class Layer:
    """A box of a stack."""

    box: Box
    above: float = 0.0
    """Space above it, unless it comes first on a page."""
    keeps: bool = False
    """Stays on a page with the beginning of the next layer."""


@dataclass
class VBox(Box):
    """Boxes below each other."""

    layers: tuple[Layer, ...]

    @cached_property
    def height(self) -> float:
        """All layers and the spaces between them."""
        boxes = sum(layer.box.height for layer in self.layers)
        return boxes + sum(layer.above for layer in self.layers[1:])

    @property
    def least(self) -> float:
        """The beginning of the first layer that can be split, or that keeps nothing."""
        total = 0.0
        for index, layer in enumerate(self.layers):
            total += layer.above if index else 0.0
            if not layer.keeps or layer.box.least < layer.box.height:
                return total + layer.box.least
            total += layer.box.height
        return total

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Split within or between layers, never after one that keeps the next."""
        for index, layer in enumerate(self.layers):
            room -= layer.above if index else 0.0
            if layer.box.height > room + TOLERANCE:
                return self._split_at(index, room)
            room -= layer.box.height
        return None

    def _split_at(self, index: int, room: float) -> tuple[Box, Box] | None:
        """Split where a layer no longer fits, going back as long as layers keep together."""
        if parted := self._split_layer(index, room):
            return parted
        while index and self.layers[index - 1].keeps:
            index -= 1
            # Its end must stay with what follows, so it goes on on the next page itself.
            if parted := self._split_layer(index, self.layers[index].box.height - 1.0):
                return parted
        if not index:
            return None
        return VBox(self.layers[:index]), VBox(self.layers[index:])

    def _split_layer(self, index: int, room: float) -> tuple[Box, Box] | None:
        layer = self.layers[index]
        parts = layer.box.split(room) if room > 0 else None
        if parts is None:
            return None
        first, rest = (replace(layer, box=part) for part in parts)
        head, tail = (*self.layers[:index], first), (rest, *self.layers[index + 1 :])
        return VBox(head), VBox(tail)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw layer by layer."""
        for index, layer in enumerate(self.layers):
            y += layer.above if index else 0.0
            layer.box.draw(canvas, x, y)
            y += layer.box.height


@dataclass
class HBox(Box):
    """Boxes beside each other, each at its distance from the left edge."""

    cells: tuple[tuple[float, Box], ...]
    width: float
    above: float = 0.0
    below: float = 0.0
    rule: tuple[float, str] | None = None
    """Width and colour of the rule at its foot."""
    fill: str = ""
    block: int = 0
    """Of the plan, where it is not that of what it stands in."""

    @cached_property
    def height(self) -> float:
        """The tallest cell and the padding."""
        tallest = max((box.height for _, box in self.cells), default=0.0)
        return self.above + tallest + self.below

    def divide(self, room: float) -> tuple[HBox, HBox] | None:
        """Split every cell that is too tall: a last resort for rows taller than a page."""
        firsts, rests = [], []
        for x, box in self.cells:
            inner = room - self.above - self.below
            parts = (box, None) if box.height <= inner else box.split(inner)
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
        canvas.block = self.block or canvas.block
        if self.fill:
            canvas.box((x, y), (self.width, height), fill=self.fill)
        for shift, box in self.cells:
            box.draw(canvas, x + shift, y + self.above)
        if self.rule:
            width, colour = self.rule
            canvas.rule((x, y + height - width / 2), self.width, width, colour)


class Rect(NamedTuple):
    """A rectangle of a page by its top left corner and extent."""

    x: float
    y: float
    width: float
    height: float


Decoration = Callable[[Canvas, Rect], None]
"""Draws the ground of a frame."""


@dataclass
class Padded(Box):
    """A box with padding and decoration; its parts are framed alike."""

    inner: Box
    width: float
    padding: tuple[float, float, float, float]
    """Above, right, below, left."""
    decorate: Decoration

    @cached_property
    def height(self) -> float:
        """The inner box and the padding."""
        return self.padding[0] + self.inner.height + self.padding[2]

    @property
    def least(self) -> float:
        """The inner box's smallest part and the padding."""
        return self.padding[0] + self.inner.least + self.padding[2]

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Split the inner box."""
        parts = self.inner.split(room - self.padding[0] - self.padding[2])
        if parts is None:
            return None
        return replace(self, inner=parts[0]), replace(self, inner=parts[1])

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the ground, then the inner box."""
        self.decorate(canvas, Rect(x, y, self.width, self.height))
        self.inner.draw(canvas, x + self.padding[3], y + self.padding[0])


@dataclass
class Wrapper(Box):
    """A box around another: as high, drawn alike, and never split unless it says how."""

    inner: Box

    @cached_property
    def height(self) -> float:
        """The inner box's; pages are weighed by it again and again."""
        return self.inner.height

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the inner box."""
        self.inner.draw(canvas, x, y)


@dataclass
class KeepTogether(Wrapper):
    """A box that is never split: an exhibit keeps title, drawing and source together."""


@dataclass
class AnchorBox(Wrapper):
    """A box that links and, if it has a title, a bookmark lead to."""

    names: tuple[str, ...]
    title: str = ""
    level: int = 0
    """Of the bookmark, from 0."""

    @property
    def least(self) -> float:
        """The inner box's."""
        return self.inner.least

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Split the inner box; the mark stays with its beginning."""
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
class Resized(Wrapper):
    """A box as high as it would be with its drawing drawn otherwise; layout is tried with it, none drawn."""

    by: float

    @cached_property
    def height(self) -> float:
        """The inner box's, and the difference."""
        return self.inner.height + self.by


@dataclass
class BlockBox(Wrapper):
    """A box that is drawn as a part of its own block of the plan, whatever it stands among."""

    block: int

    @property
    def least(self) -> float:
        """The inner box's."""
        return self.inner.least

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Split the inner box; both parts are the block's."""
        parts = self.inner.split(room)
        return parts and (BlockBox(parts[0], self.block), BlockBox(parts[1], self.block))

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the inner box under its block's number."""
        canvas.block = self.block
        self.inner.draw(canvas, x, y)


def stack(*boxes: Box | tuple[float, Box]) -> VBox:
    """Return boxes below each other; a pair gives the space above."""
    pairs = (box if isinstance(box, tuple) else (0.0, box) for box in boxes)
    return VBox(tuple(Layer(box, above) for above, box in pairs))
