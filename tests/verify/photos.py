"""What may be done to a photograph in finished documents; see `tampering.py`."""

from __future__ import annotations

import atexit
import copy
import io
import re
import shutil
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pikepdf
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from tests.images.made import ALT, gradient, saved, with_image


@lru_cache
def shown() -> Path:
    """Return the seed that is tampered with: the example, and a photograph in it."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    return with_image(folder, saved(gradient(size=(1200, 750)), "JPEG"), "bridge.jpg")


# ── The PDF ──

OTHER = saved(gradient(size=(1200, 750)).rotate(180), "JPEG")
"""The same picture upside down."""


def _photo(pdf: pikepdf.Pdf) -> tuple[Any, Any]:
    """Return the page with the photograph, and its image object."""
    page = next(page for page in pdf.pages if "/XObject" in page.Resources)
    return page, page.Resources.XObject["/Im1"]


def swap_photo(pdf: pikepdf.Pdf) -> None:
    _photo(pdf)[1].write(OTHER, filter=pikepdf.Name.DCTDecode)


def invert_photo(pdf: pikepdf.Pdf) -> None:
    _photo(pdf)[1].Decode = pikepdf.Array([1, 0] * 3)


def photo_code(old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Return what changes how a page draws the photograph."""

    def edit(pdf: pikepdf.Pdf) -> None:
        page, _ = _photo(pdf)
        code = page.Contents.read_bytes()
        changed = re.sub(old, new, code, count=1)
        assert changed != code
        page.Contents = pdf.make_stream(changed)

    return edit


def add_photo(pdf: pikepdf.Pdf) -> None:
    photo = _photo(pdf)[1]
    pdf.pages[0].Resources.XObject = pikepdf.Dictionary(Added=photo)
    pdf.pages[0].contents_add(b"q 90 0 0 60 90 400 cm /Added Do Q")


def inline_photo(pdf: pikepdf.Pdf) -> None:
    """Draw a black square whose pixels stand in the page's own code."""
    image = b"BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI"
    pdf.pages[0].contents_add(b"q 90 0 0 60 90 400 cm " + image + b" Q")


def describe_photo(pdf: pikepdf.Pdf) -> None:
    entries = (o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o)
    next(o for o in entries if str(o.Alt) == ALT).Alt = pikepdf.String("A burnt bridge")


# ── The PPTX ──


def _pictured(deck: Any) -> tuple[Any, Any]:
    """Return the slide with the photograph, and its shape."""
    return next((s, shape) for s in deck.slides for shape in s.shapes if hasattr(shape, "image"))


def swap_picture(deck: Any) -> None:
    slide, shape = _pictured(deck)
    rel_id = shape._element.blip_rId
    slide.part.related_part(rel_id)._blob = OTHER


def add_picture(deck: Any) -> None:
    deck.slides[1].shapes.add_picture(io.BytesIO(OTHER), 0, 0)


def add_known_picture(deck: Any) -> None:
    """Show the photograph of the ledger where it does not belong."""
    deck.slides[1].shapes.add_picture(io.BytesIO(_pictured(deck)[1].image.blob), 0, 0)


def drop_picture(deck: Any) -> None:
    shape = _pictured(deck)[1]._element
    shape.getparent().remove(shape)


def crop_picture(deck: Any) -> None:
    _pictured(deck)[1].crop_left = 0.3


def stretch_picture(deck: Any) -> None:
    shape = _pictured(deck)[1]
    shape.width = shape.width // 2


def recolour_picture(deck: Any) -> None:
    blip = next(_pictured(deck)[1]._element.iter(qn("a:blip")))
    blip.append(blip.makeelement(qn("a:grayscl"), {}))


def hide_picture(deck: Any) -> None:
    _pictured(deck)[1]._element.nvPicPr.cNvPr.set("hidden", "1")


def replace_by_drawing(deck: Any) -> None:
    """Add what PowerPoint shows instead of the picture where it knows SVG."""
    slide, shape = _pictured(deck)
    blip = next(shape._element.iter(qn("a:blip")))
    _, rel_id = slide.part.get_or_add_image_part(io.BytesIO(OTHER))
    main = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
    extension = f'<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip xmlns:asvg="{main}" r:embed="{rel_id}"/></a:ext>'
    blip.append(parse_xml(f"<a:extLst {nsdecls('a', 'r')}>{extension}</a:extLst>"))


def fill_layout(deck: Any) -> None:
    """Let a layout show the photograph on every slide that follows it."""
    layout, shape = deck.slide_layouts[3], _pictured(deck)[1]
    _, rel_id = layout.part.get_or_add_image_part(io.BytesIO(shape.image.blob))
    copied = copy.deepcopy(shape._element)
    next(copied.iter(qn("a:blip"))).set(qn("r:embed"), rel_id)
    layout.shapes._spTree.append(copied)


def other_picture(ledger: dict[str, Any]) -> None:
    ledger["paper"]["images"][0]["sha256"] = "0" * 64
