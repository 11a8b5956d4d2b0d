"""Pictures on paper, to look at: a painter of fifty lines, not the one of the product.

python -m tests.figures.paint FOLDER      every chart of `examples`, as PDF and PNG
"""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from briefbook_figures.display_list import DisplayList, Outline, PathMark, TextMark
from briefbook_figures.draw import Fonts

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


def paint(picture: DisplayList, fonts: Fonts) -> bytes:
    """Return the picture as a PDF of one page of its size."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(picture.width_pt, picture.height_pt), invariant=1)
    for face in ("sans", "sans-semibold", "sans-italic"):
        registerFont(TTFont(face, str(fonts.file(face))))
    for mark in picture.marks:
        canvas.saveState()
        if isinstance(mark, TextMark):
            _text(canvas, mark)
        else:
            _path(canvas, mark)
        canvas.restoreState()
    canvas.save()
    return out.getvalue()


def _text(canvas: Canvas, mark: TextMark) -> None:
    canvas.setFillColor(HexColor(mark.colour))
    canvas.setFont(mark.face, mark.size_pt)
    canvas.translate(mark.x, mark.y)
    canvas.rotate(mark.angle)
    canvas.drawString(0, 0, mark.text)


def _path(canvas: Canvas, mark: PathMark) -> None:
    if mark.clip:
        canvas.clipPath(_outline(canvas, mark.clip), stroke=0, fill=0)
    if mark.fill:
        canvas.setFillColor(HexColor(mark.fill))
    if mark.stroke:
        canvas.setStrokeColor(HexColor(mark.stroke))
        canvas.setLineWidth(mark.width_pt)
        canvas.setDash(list(mark.dash_pt))
        canvas.setLineCap(_CAPS[mark.cap])
        canvas.setLineJoin(_JOINS[mark.join])
    outline = _outline(canvas, mark.outline)
    canvas.drawPath(outline, stroke=int(bool(mark.stroke)), fill=int(bool(mark.fill)))


def _outline(canvas: Canvas, outline: Outline) -> PDFPathObject:
    path = canvas.beginPath()
    steps: dict[str, Callable[..., object]] = {
        "M": path.moveTo,
        "L": path.lineTo,
        "C": path.curveTo,
        "Z": path.close,
    }
    for operator, values in outline:
        steps[operator](*values)
    return path


def write_png(picture: DisplayList, fonts: Fonts, stem: Path, dpi: int = 216) -> None:
    """Write `stem`.pdf and `stem`.png."""
    stem.with_suffix(".pdf").write_bytes(paint(picture, fonts))
    command = ["pdftoppm", "-r", str(dpi), "-png", "-singlefile", f"{stem}.pdf", str(stem)]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    from tests.figures.examples import EXAMPLES, FONTS, drawn

    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in EXAMPLES:
        write_png(drawn(name), FONTS, folder / name)
