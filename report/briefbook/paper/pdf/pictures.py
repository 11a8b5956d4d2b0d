"""Drawn charts and marks of events on the page: vectors at their final size, never scaled."""

from __future__ import annotations

from briefbook.frozen import dataclass
from briefbook.paper.pdf.boxes import Box
from briefbook.paper.pdf.shapes import shape_marks, shape_width
from briefbook.pdf.canvas import Canvas
from briefbook.pdf.drawing import draw_marks, figure_layout
from briefbook.pdf.structure import Element
from briefbook_figures.display_list import DisplayList
from briefbook_figures.spec import Shape


@dataclass
class PictureBox(Box):
    """A chart."""

    picture: DisplayList
    element: Element

    @property
    def height(self) -> float:
        """The picture's."""
        return self.picture.height_pt

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw every mark inside of the figure."""
        bottom = y + self.picture.height_pt
        box = (x, bottom, x + self.picture.width_pt, y)
        self.element.attributes += (figure_layout(canvas, box),)
        with canvas.drawing(self.element):
            draw_marks(canvas, self.picture.marks, x, bottom)


@dataclass
class ShapeBox(Box):
    """The mark of an event, from the left end of its slot, centred on a text's first line."""

    shape: Shape
    element: Element
    leading: float
    slot: float = 0.0
    """Width in which the mark is centred; its own if 0."""

    @property
    def height(self) -> float:
        """A line's."""
        return self.leading

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the mark as a small figure with words of its own."""
        width = shape_width(self.shape)
        middle = x + (self.slot or width) / 2, y + self.leading / 2 + 0.2
        box = (middle[0] - width / 2, y + self.leading, middle[0] + width / 2, y)
        self.element.attributes += (figure_layout(canvas, box),)
        with canvas.drawing(self.element):
            draw_marks(canvas, shape_marks(self.shape), *middle)
