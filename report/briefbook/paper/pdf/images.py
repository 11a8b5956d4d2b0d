"""Pictures made of pixels on the page, and the objects that hold them in the file."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject, PDFStream

from briefbook.paper.pdf.boxes import Box
from briefbook.paper.pdf.canvas import Canvas
from briefbook.paper.pdf.pictures import figure_layout
from briefbook.paper.pdf.structure import Element
from briefbook.paper.plan import Photo
from briefbook_figures.raster import RasterImage, RasterType

_PNG_PREDICTOR = 15
"""Rows begin with the number of a PNG filter (ISO 32000-1, 7.4.4.4)."""


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


def image_object(image: RasterImage) -> PDFObject:
    """Return a picture as an image XObject; its compressed data are those of its file."""
    entries: dict[str, object] = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": image.width_px,
        "Height": image.height_px,
        "ColorSpace": PDFName("DeviceGray" if image.is_grey else "DeviceRGB"),
        "BitsPerComponent": 8,
    }
    if image.type is RasterType.JPEG:
        entries["Filter"] = PDFName("DCTDecode")
        return PDFStream(PDFDictionary(entries), image.packed)
    entries["Filter"] = PDFName("FlateDecode")
    parameters = {
        "Predictor": _PNG_PREDICTOR,
        "Colors": 1 if image.is_grey else 3,
        "Columns": image.width_px,
    }
    entries["DecodeParms"] = PDFDictionary(parameters)
    return PDFStream(PDFDictionary(entries), image.packed)
