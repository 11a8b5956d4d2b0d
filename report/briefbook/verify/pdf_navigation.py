"""Where the links and bookmarks of a PDF lead, and the hashes of the streams that it draws with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from briefbook.fingerprints import fingerprint
from briefbook.verify.pdf_content import Box

if TYPE_CHECKING:
    from pypdf import PdfReader

Object = Any
"""An object of pypdf."""
_MOST = 10_000
"""Bookmarks that are followed; a list in a circle has no end."""


def link_targets(reader: PdfReader) -> Iterator[tuple[int, str, str]]:
    """Yield page, name and target of each link."""
    pages = _numbers(reader)
    for number, page in enumerate(reader.pages, 1):
        for reference in page.annotations or ():
            entry: Any = reference.get_object()
            if entry.get("/Subtype") != "/Link":
                continue
            if "/A" in entry:
                target = str(entry["/A"].get_object().get("/URI", ""))
            else:
                target = f"#{_page(entry.get('/Dest'), pages)}"
            yield number, str(entry.get("/Contents", "")), target


def link_spots(reader: PdfReader) -> Iterator[tuple[int, str, int, float]]:
    """Yield page and name of each link within the paper, the page where it leads, and how high there."""
    pages = _numbers(reader)
    for number, page in enumerate(reader.pages, 1):
        for reference in page.annotations or ():
            entry: Any = reference.get_object()
            spot: Any = entry.get("/Dest")
            spot = None if spot is None else spot.get_object()
            if not isinstance(spot, list) or len(spot) != _XYZ or spot[1] != "/XYZ":
                continue
            yield number, str(entry.get("/Contents", "")), _page(spot, pages), float(spot[3])


_XYZ = 5
"""Entries of a destination that says a place: page, kind, left, top, zoom."""


def file_descriptions(reader: PdfReader) -> Iterator[str]:
    """Yield what is said of each attached file."""
    root: Any = reader.root_object
    tree = root["/Names"].get_object().get("/EmbeddedFiles") if "/Names" in root else None
    listed = [] if tree is None else tree.get_object().get("/Names", [])
    for file in listed[1::2]:
        yield str(file.get_object().get("/Desc", ""))


def bookmarks(reader: PdfReader) -> Iterator[tuple[int, str, int]]:
    """Yield level, title and page of each bookmark, as a reader's pane lists them."""
    root: Any = reader.root_object
    outlines = root["/Outlines"].get_object() if "/Outlines" in root else {}
    pages = _numbers(reader)
    waiting = [(0, outlines.get("/First"))]
    for _ in range(_MOST):
        if not waiting:
            return
        level, reference = waiting.pop()
        if reference is None:
            continue
        entry = reference.get_object()
        yield level, str(entry.get("/Title", "")), _page(entry.get("/Dest"), pages)
        waiting += [(level, entry.get("/Next")), (level + 1, entry.get("/First"))]


def streams(reader: PdfReader) -> Iterator[tuple[str, str]]:
    """Yield the place and the hash of each page's code and of each font."""
    fonts: dict[int, Object] = {}
    for number, page in enumerate(reader.pages, 1):
        contents: Any = page.get_contents()
        yield f"page {number}", fingerprint(b"" if contents is None else contents.get_data())
        resources: Any = page.get("/Resources", {})
        own = resources.get_object().get("/Font", {}).get_object()
        for name in own:
            font = own[name].get_object()
            fonts[id(font)] = font
    for font in fonts.values():
        if "/ToUnicode" in font:
            yield "fonts", fingerprint(font["/ToUnicode"].get_object().get_data())
        descriptor = font["/FontDescriptor"].get_object() if "/FontDescriptor" in font else {}
        if "/FontFile2" in descriptor:
            yield "fonts", fingerprint(descriptor["/FontFile2"].get_object().get_data())


def _numbers(reader: PdfReader) -> dict[int, int]:
    return {
        page.indirect_reference.idnum: number
        for number, page in enumerate(reader.pages, 1)
        if page.indirect_reference is not None
    }


def _page(destination: Object, pages: dict[int, int]) -> int:
    """Return the page of a destination; 0 for one of another form."""
    destination = None if destination is None else destination.get_object()
    if not isinstance(destination, list) or not destination:
        return 0
    reference = destination[0]
    return pages.get(getattr(reference, "idnum", 0), 0)


_SLACK = 12.0
"""Points by which a link may reach over its words."""


def is_active_there(boxes: Sequence[Box], areas: Sequence[Box]) -> bool:
    """Tell whether areas lie where the words of a link stand: each word in one, none far from all."""
    left, low = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, high = max(box[2] for box in boxes), max(box[3] for box in boxes)
    for a, b, c, d in areas:
        if a < left - _SLACK or b < low - _SLACK or c > right + _SLACK or d > high + _SLACK:
            return False
    middles = (((a + c) / 2, (b + d) / 2) for a, b, c, d in boxes)
    return all(any(a <= x <= c and b <= y <= d for a, b, c, d in areas) for x, y in middles)
