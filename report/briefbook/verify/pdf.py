"""A finished paper read back in reading order, by its structure tree; with alt texts and files.

What is drawn is read, glyph by glyph; what the tree claims to be read instead (`ActualText`) is
kept apart, so that the two can be held against each other.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from typing import TYPE_CHECKING, Any

from briefbook.drawn import PageMarks
from briefbook.errors import SourceLocation, Unreadable
from briefbook.verify.found_paper import FoundPaper, FoundText
from briefbook.verify.images import FoundImage
from briefbook.verify.pdf_content import Box, Glyphs, PageContent
from briefbook.verify.pdf_fonts import Faces, Lent, font_faults, read_font
from briefbook.verify.pdf_images import DrawnImage
from briefbook.verify.pdf_navigation import (
    bookmarks,
    file_descriptions,
    is_active_there,
    link_spots,
    link_targets,
    streams,
)
from briefbook.verify.pdf_objects import object_faults
from briefbook.verify.pdf_press import Press

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

Object = Any
"""An object of pypdf, whose kind only the file knows."""
_INLINE = {"/Link", "/Reference", "/Span"}
"""Elements that stand within a text; all others begin one of their own."""
_META = {
    "title": "/Title",
    "subject": "/Subject",
    "author": "/Author",
    "keywords": "/Keywords",
    "creator": "/Creator",
    "producer": "/Producer",
    "created": "/CreationDate",
    "modified": "/ModDate",
}
_TITLE = re.compile(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", re.DOTALL)


def read_pdf(
    data: bytes,
    name: str,
    faces: Faces | None = None,
    press: Press | None = None,
    lent: Lent | None = None,
) -> FoundPaper:
    """Read a paper; raises Unreadable if it is none, or if pypdf is missing.

    `faces` are those of a brand, `lent` those that lend letters, `press` what the ledger has of a file for a printer.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        hint = "install it: pip install pypdf"
        raise Unreadable(
            "reading a PDF needs pypdf", hint=hint, place=SourceLocation(name)
        ) from None
    try:
        reader = PdfReader(io.BytesIO(data))
        paper = _Reading(reader, faces or {}, lent or {}).paper
        paper.foreign += object_faults(reader, data, press)
    except (
        PyPdfError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        RecursionError,
        IndexError,
        ArithmeticError,
        NotImplementedError,  # a filter of another name
        AssertionError,
        zlib.error,
        struct.error,
    ) as error:
        raise Unreadable(f"cannot be read as PDF: {error}", place=SourceLocation(name)) from error
    return paper


class _Reading:
    """Reads one file; what it finds is `paper`."""

    def __init__(self, reader: PdfReader, faces: Faces, lent: Lent) -> None:
        self._faces = faces
        self._lent = lent
        self.paper = FoundPaper(len(reader.pages))
        self._numbers: dict[int, int] = {}
        self._marked: dict[tuple[int, int], str] = {}
        self._images: dict[tuple[int, int], list[DrawnImage]] = {}
        self._fonts: dict[int, tuple[Object, Glyphs]] = {}
        self._boxes: dict[tuple[int, int], list[Box]] = {}
        """Where the texts of each mark stand."""
        for number, page in enumerate(reader.pages, 1):
            if page.indirect_reference is not None:
                self._numbers[page.indirect_reference.idnum] = number
            self._read_page(number, page)
        tree = reader.root_object.get("/StructTreeRoot")
        if tree is not None:
            self._walk(tree.get_object()["/K"], 0)
        # Marked, and in no element: nobody may hide a text from the tree.
        self.paper.outside += [(page, text) for (page, _), text in sorted(self._marked.items())]
        for (number, _), drawn in sorted(self._images.items()):
            self._found(number, drawn, "")
        self.paper.attachments = dict(reader.attachments)
        self.paper.described = list(file_descriptions(reader))
        info: Any = reader.metadata or {}
        self.paper.meta = {key: str(info.get(entry, "")) for key, entry in _META.items()}
        self.paper.language = str(reader.root_object.get("/Lang", ""))
        self.paper.xmp_title = _xmp_title(reader)
        metadata: Any = reader.root_object.get("/Metadata")
        self.paper.xmp = (
            "" if metadata is None else metadata.get_object().get_data().decode("utf-8", "replace")
        )
        self.paper.targets = list(link_targets(reader))
        self.paper.spots = list(link_spots(reader))
        self.paper.bookmarks = list(bookmarks(reader))
        self.paper.streams = list(streams(reader))

    # ── Pages ────────────────────────────────────────────────────────────────────────────────────

    def _read_page(self, number: int, page: PageObject) -> None:
        self._read_annotations(number, page)
        contents = page.get_contents()
        if contents is None:
            return
        fonts = self._page_fonts(page)
        marks: list[tuple[int, str] | None] = []
        loose: list[str] = []
        drawn, marks_drawn = PageContent(_box(page)), PageMarks()
        for operands, operator in contents.operations:
            drawn.take(operator, operands)
            marks_drawn.take(operator, operands)
            match operator:
                case b"BDC":
                    marks.append(_mark(operands))
                    loose.append("\n")
                case b"BMC":
                    marks.append(None)
                case b"EMC":
                    _end(marks)
                case b"Tf":
                    drawn.use(fonts.get(str(operands[0])), float(operands[1]))
                case b"Do" | b"INLINE IMAGE":
                    name = str(operands[0]) if operator == b"Do" else "in the page’s own code"
                    self._place(number, page, name, marks, drawn)
                    drawn.picture()
                case b"Tj" | b"TJ" | b"'" | b'"':
                    self._show(number, marks, drawn.show(operands[-1]), loose)
                    self._keep_box(number, marks, drawn.last)
                case _:
                    pass
        self.paper.foreign += [(f"page {number}", fault) for fault in drawn.finish()]
        self.paper.lines[number] = drawn.lines()
        place = f"page {number}"
        self.paper.drawn.append((place, place, "\n".join(marks_drawn.marks)))
        self.paper.outside += [(number, line) for line in "".join(loose).split("\n") if line]

    def _read_annotations(self, number: int, page: PageObject) -> None:
        for annotation in page.annotations or ():
            entry: Any = annotation.get_object()
            words = str(entry.get("/Contents", ""))
            kept = self.paper.links if entry.get("/Subtype") == "/Link" else self.paper.added
            kept.append((number, words or str(entry.get("/Subtype", ""))[1:]))

    def _place(
        self,
        number: int,
        page: PageObject,
        name: str,
        marks: list[tuple[int, str] | None],
        content: PageContent,
    ) -> None:
        """Take an object that a page draws: a picture, or what Briefbook never prints."""
        resources: Any = page.get("/Resources", {})
        objects: Any = resources.get_object().get("/XObject")
        drawn: Any = None if objects is None else objects.get_object().get(name)
        drawn = None if drawn is None else drawn.get_object()
        if drawn is None or drawn.get("/Subtype") != "/Image":
            self.paper.added.append((number, f"the object {name}"))
            return
        mark = next((mark for mark in reversed(marks) if mark is not None), None)
        at = (number, mark[0] if mark else -1)
        self._images.setdefault(at, []).append(content.image(drawn))

    def _found(self, page: int, drawn: list[DrawnImage], alt: str) -> None:
        self.paper.images += [
            FoundImage(f"page {page}", alt, image.sha256, image.pixels, image.faults)
            for image in drawn
        ]

    def _show(
        self, page: int, marks: list[tuple[int, str] | None], text: str, loose: list[str]
    ) -> None:
        mark = next((mark for mark in reversed(marks) if mark is not None), None)
        if mark is None:
            loose.append(text)
            return
        # The labels of a drawing stand apart; the pieces of a text follow each other.
        end = "\n" if mark[1] == "/Figure" else ""
        self._marked[page, mark[0]] = self._marked.get((page, mark[0]), "") + text + end

    def _keep_box(self, page: int, marks: list[tuple[int, str] | None], box: Box | None) -> None:
        mark = next((mark for mark in reversed(marks) if mark is not None), None)
        if mark is not None and box is not None:
            self._boxes.setdefault((page, mark[0]), []).append(box)

    def _page_fonts(self, page: PageObject) -> dict[str, Glyphs]:
        resources: Any = page.get("/Resources", {})
        fonts: Any = resources.get_object().get("/Font", {}).get_object()
        found = {}
        for name in fonts:
            font = fonts[name].get_object()
            if id(font) not in self._fonts:
                self._fonts[id(font)] = font, read_font(font)
                faults = font_faults(font, self._fonts[id(font)][1], self._faces, self._lent)
                self.paper.foreign += [("fonts", fault) for fault in faults]
            found[str(name)] = self._fonts[id(font)][1]
        return found

    # ── Structure ────────────────────────────────────────────────────────────────────────────────

    def _walk(self, entry: Object, page: int, into: FoundText | None = None) -> None:
        """Take an element's text: into a text of its own, or into the one around it."""
        entry = entry.get_object()
        if isinstance(entry, list):
            for kid in entry:
                self._walk(kid, page, into)
            return
        if isinstance(entry, int):
            self._take(page, int(entry), into)
            return
        if entry.get("/Type") == "/OBJR":
            return
        page = self._page(entry, page)
        if "/MCID" in entry:
            self._take(page, int(entry["/MCID"]), into)
            return
        own = into if into is not None and entry.get("/S") in _INLINE else FoundText()
        if own is not into:
            self.paper.texts.append(own)
        (self._walk_within if own is into else self._walk_text)(entry, page, own)

    def _walk_text(self, entry: Object, page: int, own: FoundText) -> None:
        """Take an element that is a text of its own."""
        if "/ActualText" in entry:
            own.actual = str(entry["/ActualText"])
        if "/Alt" in entry:
            own.alt = str(entry["/Alt"])
            self.paper.alts.append((page, own.alt))
        before = len(self.paper.texts)
        self._hold_link(entry, page)
        if "/K" in entry:
            self._walk(entry["/K"], page, own)
        self._summarise(entry, self.paper.texts[before:])

    def _walk_within(self, entry: Object, page: int, into: FoundText) -> None:
        """Take an element that stands within a text."""
        self._hold_link(entry, page)
        count = len(into.stretches)
        if "/K" in entry:
            self._walk(entry["/K"], page, into)
        drawn = "".join(text for _, text in into.stretches[count:])
        if "/ActualText" in entry:
            into.spoken.append((str(entry["/ActualText"]), drawn))
        if "/Lang" in entry:
            into.said_in.append((str(entry["/Lang"]), drawn))
        if "/Alt" in entry:
            self.paper.alts.append((page, str(entry["/Alt"])))

    def _hold_link(self, entry: Object, page: int) -> None:
        """Look whether a link is active where its words stand, and nowhere else."""
        if entry.get("/S") != "/Link":
            return
        kids: Any = entry.get("/K", [])
        boxes, areas = [], []
        for kid in kids if isinstance(kids, list) else [kids]:
            own: Any = kid.get_object()
            if isinstance(own, int):
                boxes += self._boxes.get((page, int(own)), [])
            elif "/MCID" in own:
                boxes += self._boxes.get((self._page(own, page), int(own["/MCID"])), [])
            elif "/Obj" in own:
                left, bottom, right, top = (float(x) for x in own["/Obj"].get_object()["/Rect"])
                areas.append((left, bottom, right, top))
        if boxes and areas and not is_active_there(boxes, areas):
            self.paper.foreign.append(
                (f"page {page}", "a link that is active elsewhere than its words")
            )

    def _summarise(self, entry: Object, cells: list[FoundText]) -> None:
        """Take what is said of a table before its cells are read; it stands on their page."""
        attributes: Any = entry["/A"].get_object() if "/A" in entry else {}
        if hasattr(attributes, "get") and "/Summary" in attributes:
            page = next((cell.stretches[0][0] for cell in cells if cell.stretches), 0)
            self.paper.alts.append((page, str(attributes["/Summary"])))

    def _page(self, entry: Object, page: int) -> int:
        """Return the page of an element's own content; the given one where it does not say."""
        reference = entry.raw_get("/Pg") if "/Pg" in entry else None
        return self._numbers.get(getattr(reference, "idnum", 0), 0) if reference else page

    def _take(self, page: int, mark: int, into: FoundText | None) -> None:
        self._found(page, self._images.pop((page, mark), []), into.alt if into else "")
        text = self._marked.pop((page, mark), None)
        if text is not None and into is not None:
            into.stretches.append((page, text))


def _end(marks: list[tuple[int, str] | None]) -> None:
    if not marks:
        raise ValueError("a page ends a mark that it never began")
    marks.pop()


def _mark(operands: list[Any]) -> tuple[int, str] | None:
    properties = operands[1] if len(operands) > 1 else {}
    number = properties.get("/MCID") if hasattr(properties, "get") else None
    return None if number is None else (int(number), str(operands[0]))


def _box(page: PageObject) -> tuple[float, float, float, float]:
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    return left, bottom, right, top


def _xmp_title(reader: PdfReader) -> str:
    metadata: Any = reader.root_object.get("/Metadata")
    if metadata is None:
        return ""
    import html

    match = _TITLE.search(metadata.get_object().get_data().decode("utf-8", "replace"))
    return html.unescape(match[1]) if match else ""
