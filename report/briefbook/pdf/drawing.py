"""Charts and pictures on the page: vectors at their final size, pixels as their files have them."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, radians, sin

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject, PDFStream

from briefbook.pdf.canvas import Canvas
from briefbook.pdf.direction import directed, places
from briefbook.pdf.faces import covered, load_face
from briefbook_figures.display_list import Mark, PathMark
from briefbook_figures.raster import RasterImage, RasterType

_PNG_PREDICTOR = 15
"""Rows begin with the number of a PNG filter (ISO 32000-1, 7.4.4.4)."""


def figure_layout(
    canvas: Canvas, box: tuple[float, float, float, float]
) -> tuple[str, dict[str, object]]:
    """Return a figure's attributes: where it stands (left, bottom, right, top; y down)."""
    left, bottom, right, top = box
    height, edge = canvas.size.height + canvas.edge, canvas.edge
    corners = (left + edge, height - bottom, right + edge, height - top)
    return "Layout", {"Placement": "Block", "BBox": tuple(round(edge, 2) for edge in corners)}


def draw_marks(canvas: Canvas, marks: Iterable[Mark], x: float, y: float) -> None:
    """Draw marks whose own y runs up from (x, y)."""
    for mark in marks:
        if isinstance(mark, PathMark):
            canvas.path(mark, (x, y))
        else:
            turn = cos(radians(mark.angle)), sin(radians(mark.angle))
            left, base = x + mark.x, y - mark.y
            said = directed(covered(mark.text, mark.face, mark.text))
            widths = [load_face(s.face).width(s.text) * mark.size_pt / 1000 for s in said]
            starts, at = {}, 0.0
            for number in places([(stretch.text, stretch.level) for stretch in said]):
                starts[number], at = at, at + widths[number]
            for number, stretch in enumerate(said):
                start = starts[number]
                corner = left + start * turn[0], base - start * turn[1]
                canvas.text(
                    corner, stretch.text, stretch.face, mark.size_pt, mark.colour, turn=turn
                )


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
