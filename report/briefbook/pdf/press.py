"""What a file for a printer has beside its pages: boxes, crop marks, printing condition (PDF/X-4)."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFString

from briefbook.pdf.canvas import Canvas
from briefbook.pdf.file import File
from briefbook.pdf.operators import number
from briefbook.theme.press import BLEED_PT, EDGE_PT, MARK_PT, MARK_WIDTH_PT, Press


def boxes(width: float, height: float) -> dict[str, object]:
    """Return the boxes of a sheet whose trimmed page has that size."""
    outer = EDGE_PT - BLEED_PT
    return {
        "MediaBox": PDFArray([0, 0, width + 2 * EDGE_PT, height + 2 * EDGE_PT]),
        "BleedBox": _box(outer, width + 2 * BLEED_PT, height + 2 * BLEED_PT),
        "TrimBox": _box(EDGE_PT, width, height),
    }


def _box(edge: float, width: float, height: float) -> PDFArray:
    edges = (edge, edge, edge + width, edge + height)
    return PDFArray([round(value, 3) for value in edges])


def content(canvas: Canvas, code: list[str]) -> list[str]:
    """Return a page's operators, moved into its trimmed page, and its crop marks."""
    edge = number(EDGE_PT)
    marks = " ".join(_crop_marks(canvas.size.width, canvas.size.height))
    width = number(MARK_WIDTH_PT)
    return [
        f"q 1 0 0 1 {edge} {edge} cm", *code, "Q",
        f"/Artifact<</Type/Layout>>BDC 0 G {width} w [] 0 d 0 J 0 j {marks}EMC",
    ]  # fmt: skip


def _crop_marks(width: float, height: float) -> Iterator[str]:
    """Yield two lines at each corner, outside of the bleed."""
    left, right, low, high = EDGE_PT, EDGE_PT + width, EDGE_PT, EDGE_PT + height
    near, far = BLEED_PT + 1, BLEED_PT + 1 + MARK_PT
    for x, away in ((left, -1), (right, 1)):
        for y, up in ((low, -1), (high, 1)):
            yield _line((x + away * near, y), (x + away * far, y))
            yield _line((x, y + up * near), (x, y + up * far))


def _line(one: tuple[float, float], other: tuple[float, float]) -> str:
    return f"{number(one[0])} {number(one[1])} m {number(other[0])} {number(other[1])} l S "


def output_intent(file: File, press: Press) -> PDFDictionary:
    """Return the printing condition that the file is made for."""
    name = PDFString(press.condition)
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFX"),
            "Info": name,
            "OutputConditionIdentifier": name,
            "RegistryName": PDFString("http://www.color.org"),
            "DestOutputProfile": file.add_stream(press.profile, {"N": press.components}),
        }
    )


def colour_spaces(file: File, srgb: bytes) -> PDFObject:
    """Return what makes the colours of pages sRGB, whatever the inks of the printing condition."""
    profile = file.add_stream(srgb, {"N": 3})
    return PDFDictionary({"DefaultRGB": PDFArray([PDFName("ICCBased"), profile])})
