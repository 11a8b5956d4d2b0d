"""Charts and pictures on the page: vectors at their final size, pixels as their files have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import cos, radians, sin

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject, PDFStream

from briefbook.pdf.canvas import Canvas
from briefbook.pdf.direction import directed, parts_of, places
from briefbook.pdf.faces import covered, load_face
from briefbook.theme.faces import Face
from briefbook_figures.display_list import Mark, PathMark, TextMark
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
            for start, text, face in placed(mark):
                corner = left + start * turn[0], base - start * turn[1]
                canvas.text(corner, text, face, mark.size_pt, mark.colour, turn=turn)


def placed(mark: TextMark) -> Iterator[tuple[float, str, Face]]:
    """Yield what is drawn of a text in reading order, each with its way from the left end."""
    said = directed(covered(mark.text, mark.face, mark.text))
    drawn = [(said[n], text) for n, text in parts_of([(s.text, s.level) for s in said])]
    starts, at = {}, 0.0
    base = said[0].base if said else 0
    for number in places([(text, stretch.level) for stretch, text in drawn], base):
        stretch, text = drawn[number]
        starts[number] = at
        at += load_face(stretch.face).width(text) * mark.size_pt / 1000
    yield from (
        (starts[number], text, stretch.face) for number, (stretch, text) in enumerate(drawn)
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
