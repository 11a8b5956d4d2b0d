"""A preflight of PDF/X-4 (ISO 15930-7), as far as a file's own objects tell: each fault as a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

_RGB = {"rg", "RG"}
_DEVICE = {"/DeviceRGB": "/DefaultRGB"}
_ACTIVE = (
    "/JS",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/Movie",
    "/Sound",
    "/Rendition",
    "/URI",
    "/GoToR",
)
_STANDARD = {"/Normal", "/Compatible"}


def preflight(file: Path) -> list[str]:
    """Return what a printer's preflight would refuse."""
    with pikepdf.open(file) as pdf:
        return [
            *_document(pdf),
            *_objects(pdf),
            *(f for n, p in enumerate(pdf.pages, 1) for f in _page(p, n)),
        ]


def _document(pdf: pikepdf.Pdf) -> Iterator[str]:
    if pdf.is_encrypted:
        yield "encrypted"
    if pdf.pdf_version < "1.6":
        yield f"PDF {pdf.pdf_version}: X-4 asks for 1.6"
    intents = [i for i in pdf.Root.get("/OutputIntents", []) if i.S == "/GTS_PDFX"]
    if len(intents) != 1:
        yield f"{len(intents)} output intents of PDF/X"
    for intent in intents:
        profile: Any = intent.get("/DestOutputProfile")
        data = profile.read_bytes() if profile is not None else b""
        if data[36:40] != b"acsp" or data[12:16] != b"prtr":
            yield "the output intent has no profile of a printer"
        elif int(profile.N) != {b"CMYK": 4, b"RGB ": 3, b"GRAY": 1}[data[16:20]]:
            yield "the output profile has other channels than it says"
    packet = pdf.Root.Metadata.read_bytes().decode() if "/Metadata" in pdf.Root else ""
    if not re.search(r"GTS_PDFXVersion[>=\"' ]+PDF/X-4", packet):
        yield "the metadata do not say PDF/X-4"
    if str(pdf.docinfo.get("/Trapped", "")) not in ("/True", "/False"):
        yield "nothing says whether it is trapped"
    if len(pdf.trailer.get("/ID", [])) != 2:
        yield "no file identifier"


def _objects(pdf: pikepdf.Pdf) -> Iterator[str]:
    for found in pdf.objects:
        if not isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            continue
        if str(found.get("/S", "")) in _ACTIVE or "/JS" in found or "/OPI" in found:
            yield f"something active: {found.get('/S', '/JS')}"
        if "/LZWDecode" in str(found.get("/Filter", "")):
            yield "LZW"
        if str(found.get("/Type", "")) == "/FontDescriptor" and not any(
            key in found for key in ("/FontFile", "/FontFile2", "/FontFile3")
        ):
            yield f"the font {found.get('/FontName')} is not embedded"


def _page(page: pikepdf.Page, number: int) -> Iterator[str]:
    media, trim = _box(page, "/MediaBox"), _box(page, "/TrimBox")
    bleed = _box(page, "/BleedBox") or media
    if not trim or "/ArtBox" in page.obj:
        yield f"page {number}: not exactly a TrimBox"
    elif not (_holds(bleed, trim) and _holds(media, bleed)):
        yield f"page {number}: the boxes do not lie in each other"
    for note in page.obj.get("/Annots", []):
        if (
            str(note.get("/Subtype", "")) not in ("/TrapNet", "/PrinterMark")
            and trim
            and _meets(note, bleed)
        ):
            yield f"page {number}: an annotation inside of the bleed"
    yield from _colours(page, page.obj.get("/Resources", {}), number)
    yield from _transparency(page, number)


def _colours(page: Any, resources: Any, number: int) -> Iterator[str]:
    has_default = "/DefaultRGB" in resources.get("/ColorSpace", {})
    told: Any = pikepdf.parse_content_stream(page)
    for operands, operator in told:
        is_rgb = str(operator) in _RGB or (
            str(operator) in ("cs", "CS") and str(operands[0]) == "/DeviceRGB"
        )
        if is_rgb and not has_default:
            yield f"page {number}: RGB without a profile"
            break
    for name, image in resources.get("/XObject", {}).items():
        if str(image.get("/ColorSpace", "")) == "/DeviceRGB" and not has_default:
            yield f"page {number}: image {name} is RGB without a profile"
        if str(image.get("/Subtype", "")) == "/Form":
            yield from _colours(image, image.get("/Resources", resources), number)


def _transparency(page: pikepdf.Page, number: int) -> Iterator[str]:
    resources: Any = page.obj.get("/Resources", {})
    states = resources.get("/ExtGState", {}).values()
    images = resources.get("/XObject", {}).values()
    sees_through = any(
        float(state.get("/ca", 1)) < 1
        or float(state.get("/CA", 1)) < 1
        or str(state.get("/BM", "/Normal")) not in _STANDARD
        or str(state.get("/SMask", "/None")) != "/None"
        for state in states
    ) or any("/SMask" in image for image in images)  # fmt: skip
    group: Any = page.obj.get("/Group", {})
    if sees_through and "/CS" not in group:
        yield f"page {number}: transparency without a space to blend in"


def _box(page: pikepdf.Page, name: str) -> list[float]:
    found = page.obj.get(name)
    return [float(value) for value in found] if found is not None else []


def _holds(outer: list[float], inner: list[float]) -> bool:
    near = 0.01
    return (
        outer[0] <= inner[0] + near
        and outer[1] <= inner[1] + near
        and outer[2] >= inner[2] - near
        and outer[3] >= inner[3] - near
    )


def _meets(note: Any, box: list[float]) -> bool:
    left, low, right, high = (float(value) for value in note.Rect)
    return left < box[2] and right > box[0] and low < box[3] and high > box[1]
