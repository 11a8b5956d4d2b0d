"""Pictures made of pixels on the page."""

from __future__ import annotations

from briefbook.frozen import dataclass
from briefbook.paper.pdf.boxes import Box
from briefbook.paper.plan import Photo
from briefbook.pdf.canvas import Canvas
from briefbook.pdf.drawing import figure_layout, image_object
from briefbook.pdf.structure import Element


@dataclass
class PhotoBox(Box):
    """A picture made of pixels, at the left edge of its room."""

    photo: Photo
    element: Element

    @property
    def height(self) -> float:
        """The picture's."""
        return self.photo.height_pt

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the picture inside of its figure."""
        photo = self.photo
        box = (x, y + photo.height_pt, x + photo.width_pt, y)
        self.element.attributes += (figure_layout(canvas, box),)
        with canvas.drawing(self.element):
            canvas.image(image_object(photo.image), (x, y), (photo.width_pt, photo.height_pt))
