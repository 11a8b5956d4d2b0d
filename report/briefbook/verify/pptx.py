"""A finished deck read back: slides, notes, tables, charts with their data sheets, alt texts.

A PPTX is a zip of XML; nothing here knows how the deck was made.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

from briefbook.errors import SourceLocation, Unreadable
from briefbook.verify.images import FoundImage
from briefbook.verify.number_formats import formatted
from briefbook.verify.pptx_images import image_size, picture_faults

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_META = {
    "title": f"{_DC}title",
    "subject": f"{_DC}subject",
    "author": f"{_DC}creator",
    "keywords": f"{_CP}keywords",
}
_HEADERS_FOOTERS = {"ftr", "sldNum", "dt"}
_LARGEST = 200_000_000
"""Bytes that a part may unpack to; a bomb is refused."""


@dataclass(frozen=True)
class FoundChart:
    """A chart: its data sheet, what it remembers of it, and the words of its labels."""

    cells: dict[str, str]
    """`B2` → what the cell holds; empty cells left out."""
    caches: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """Each stretch of the sheet that the chart draws: its reference, its cells as drawn."""
    labels: tuple[str, ...]
    """Those that are written out."""
    values: tuple[str, ...]
    """Those that the number formats make of the values that the chart draws."""
    ticks: tuple[str, ...]
    """What the value axis says, worked out from its ends and its step; empty if it is not shown."""


@dataclass(frozen=True)
class FoundSlide:
    """A slide as it stands in the file."""

    number: int
    texts: tuple[str, ...]
    """Paragraphs of all shapes and cells, in reading order."""
    headers_footers: tuple[str, ...]
    """Paragraphs of footer and page number."""
    notes: tuple[str, ...]
    alts: tuple[str, ...]
    charts: tuple[FoundChart, ...]
    images: tuple[FoundImage, ...] = ()
    """Its pictures made of pixels."""


@dataclass(frozen=True)
class FoundDeck:
    """A deck as it stands in the file."""

    slides: tuple[FoundSlide, ...]
    meta: dict[str, str]
    filled: tuple[str, ...] = ()
    """Layouts, masters, notes and charts that show pictures made of pixels."""


def read_pptx(data: bytes, name: str) -> FoundDeck:
    """Read a deck; raises Unreadable if it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = _Parts(package)
            order = parts.related("ppt/presentation.xml")
            root = parts.xml("ppt/presentation.xml")
            slides = tuple(
                _slide(parts, order[entry.get(f"{_R}id", "")], number)
                for number, entry in enumerate(root.iter(f"{_P}sldId"), 1)
            )
            core = parts.xml("docProps/core.xml")
            filled = tuple(parts.filled())
    except (
        zipfile.BadZipFile,
        KeyError,
        etree.XMLSyntaxError,
        ValueError,
        ArithmeticError,
    ) as error:
        raise Unreadable(f"cannot be read as PPTX: {error}", place=SourceLocation(name)) from error
    return FoundDeck(slides, {key: core.findtext(tag) or "" for key, tag in _META.items()}, filled)


class _Parts:
    """The parts of a package by name."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package

    def data(self, name: str) -> bytes:
        if self._package.getinfo(name).file_size > _LARGEST:
            raise ValueError(f"{name} is larger than any part of a deck")
        return self._package.read(name)

    def xml(self, name: str) -> etree._Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(self.data(name), parser)

    def filled(self) -> Iterator[str]:
        """Yield the parts beside the slides that show a picture."""
        for name in self._package.namelist():
            is_slide = re.fullmatch(r"ppt/slides/[^/]+\.xml", name)
            if name.startswith("ppt/") and name.endswith(".xml") and not is_slide:
                data = self.data(name)
                if b"blip" in data and next(self.xml(name).iter(f"{_A}blip"), None) is not None:
                    yield name

    def related(self, name: str) -> dict[str, str]:
        """Return the parts that a part refers to, by the id of the relation."""
        folder, base = posixpath.split(name)
        relations = f"{folder}/_rels/{base}.rels"
        if relations not in self._package.namelist():
            return {}
        return {
            entry.get("Id", ""): posixpath.normpath(
                posixpath.join(folder, entry.get("Target", ""))
            ).lstrip("/")
            for entry in self.xml(relations)
            if entry.get("TargetMode") != "External"
        }


def _images(
    parts: _Parts, root: etree._Element, related: dict[str, str], place: str
) -> Iterator[FoundImage]:
    """Yield every picture of a slide: native ones, and those that fill a shape or the ground."""
    for blip in root.iter(f"{_A}blip"):
        part = related.get(blip.get(f"{_R}embed", ""), "")
        sha256 = hashlib.sha256(parts.data(part)).hexdigest() if part else ""
        filling = blip.getparent()
        picture = None if filling is None else filling.getparent()
        if filling is None or picture is None or picture.tag != f"{_P}pic":
            yield FoundImage(place, "", sha256)
            continue
        named = picture.find(f".//{_P}cNvPr")
        alt = "" if named is None else named.get("descr", "")
        size = image_size(parts.data(part)) if part else (0, 0)
        yield FoundImage(place, alt, sha256, "", tuple(picture_faults(picture, size)))


def _slide(parts: _Parts, name: str, number: int) -> FoundSlide:
    root, related = parts.xml(name), parts.related(name)
    texts: list[str] = []
    headers_footers: list[str] = []
    for shape in root.iter(f"{_P}sp", f"{_P}graphicFrame", f"{_P}cxnSp"):
        place = shape.find(f".//{_P}ph")
        is_running = place is not None and place.get("type") in _HEADERS_FOOTERS
        (headers_footers if is_running else texts).extend(_paragraphs(shape))
    alts = [shape.get("descr", "") for shape in root.iter(f"{_P}cNvPr") if shape.get("descr")]
    charts = tuple(
        _chart(parts, related[entry.get(f"{_R}id", "")]) for entry in root.iter(f"{_C}chart")
    )
    notes = next((target for target in related.values() if "/notesSlides/" in target), None)
    return FoundSlide(
        number,
        tuple(texts),
        tuple(headers_footers),
        tuple(_notes(parts.xml(notes))) if notes else (),
        tuple(alts),
        charts,
        tuple(_images(parts, root, related, f"slide {number}")),
    )


def _paragraphs(element: etree._Element) -> Iterator[str]:
    for paragraph in element.iter(f"{_A}p"):
        text = "".join(
            "\n" if run.tag == f"{_A}br" else run.text or ""
            for run in paragraph.iter(f"{_A}t", f"{_A}br")
        )
        if text.strip():
            yield text


def _notes(root: etree._Element) -> Iterator[str]:
    for shape in root.iter(f"{_P}sp"):
        place = shape.find(f".//{_P}ph")
        if place is None or place.get("type", "body") == "body":
            yield from _paragraphs(shape)


# ── Charts ───────────────────────────────────────────────────────────────────────────────────────


def _chart(parts: _Parts, name: str) -> FoundChart:
    root = parts.xml(name)
    sheet = next((part for part in parts.related(name).values() if part.endswith(".xlsx")), None)
    caches = []
    for reference in root.iter(f"{_C}numRef", f"{_C}strRef"):
        where = reference.findtext(f"{_C}f") or ""
        points = tuple(
            (cell, point.findtext(f"{_C}v") or "")
            for point in reference.iter(f"{_C}pt")
            if (cell := _cell_at(where, int(point.get("idx", "0"))))
        )
        caches.append((where, points))
    labels = tuple(text for rich in root.iter(f"{_C}rich") for text in _paragraphs(rich))
    cells = _cells(parts.data(sheet)) if sheet else {}
    values = tuple(text for series in root.iter(f"{_C}ser") for text in _value_labels(series))
    return FoundChart(cells, tuple(caches), labels, values, tuple(_ticks(root)))


def _value_labels(series: etree._Element) -> Iterator[str]:
    """Yield the labels that show values, as their number formats print them."""
    drawn = {
        point.get("idx"): point.findtext(f"{_C}v") or ""
        for point in series.iterfind(f"{_C}val//{_C}pt")
    }
    for label in series.iterfind(f"{_C}dLbls/{_C}dLbl"):
        shows, form = label.find(f"{_C}showVal"), label.find(f"{_C}numFmt")
        is_written = label.find(f"{_C}tx") is not None
        if is_written or shows is None or shows.get("val") != "1" or form is None:
            continue
        index = label.find(f"{_C}idx")
        value = drawn.get("" if index is None else index.get("val"), "")
        yield formatted(Decimal(value), form.get("formatCode", "")) if value else ""


def _ticks(root: etree._Element) -> Iterator[str]:
    for axis in root.iter(f"{_C}valAx"):
        hidden, labels = axis.find(f"{_C}delete"), axis.find(f"{_C}tickLblPos")
        is_hidden = hidden is not None and hidden.get("val") == "1"
        is_silent = labels is not None and labels.get("val") == "none"
        step, form = axis.find(f"{_C}majorUnit"), axis.find(f"{_C}numFmt")
        if is_hidden or is_silent or step is None or form is None:
            continue
        low, high = (axis.find(f"{_C}scaling/{_C}{end}") for end in ("min", "max"))
        if low is None or high is None:
            continue
        at, last, by = (Decimal(entry.get("val", "")) for entry in (low, high, step))
        if not by > 0 or (last - at) / by > _MOST_TICKS:
            raise ValueError("a value axis has no step that can be drawn")
        while at <= last:
            yield formatted(at, form.get("formatCode", ""))
            at += by


_MOST_TICKS = 100


def _cell_at(reference: str, index: int) -> str:
    """Return a cell of a stretch `Sheet1!$B$2:$B$9`, counted from its first."""
    match = re.search(r"\$([A-Z]+)\$(\d+)", reference)
    return f"{match[1]}{int(match[2]) + index}" if match else ""


def _cells(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = _Parts(package)
        shared: list[str] = []
        if "xl/sharedStrings.xml" in package.namelist():
            # Excel writes them so when somebody has edited the data and saved.
            strings = parts.xml("xl/sharedStrings.xml").iter(f"{_S}si")
            shared = ["".join(t.text or "" for t in entry.iter(f"{_S}t")) for entry in strings]
        sheet = next(n for n in sorted(package.namelist()) if n.startswith("xl/worksheets/sheet"))
        cells = {}
        for cell in parts.xml(sheet).iter(f"{_S}c"):
            value = cell.findtext(f"{_S}v") or ""
            if cell.get("t") == "s":
                value = shared[int(value)]
            elif cell.get("t") == "inlineStr":
                value = "".join(t.text or "" for t in cell.iter(f"{_S}t"))
            if value:
                cells[cell.get("r", "")] = value
    return cells
