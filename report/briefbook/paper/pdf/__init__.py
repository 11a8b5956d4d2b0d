"""Paper → PDF: the only place that knows ReportLab and HarfBuzz.

The steps:

1. `blocks`, `front`, `panels`, `tables`, `columns`, `pictures` turn each block of the plan into
   *slabs* (`slabs`): rectangles that know their height. Text goes through `inline` (what may not
   be broken) and `lines` (where lines end), measured with the embedded `faces`.
2. `pages` places the slabs. Page numbers are known from here on, so nothing is laid out twice.
3. `canvas` draws page by page into marked sequences, and `structure` keeps the tree that screen
   readers walk; `furniture` is what every page repeats.
4. `metadata` and `file` make it a PDF/A-3a and PDF/UA-1 file, the same bytes for the same plan.

ReportLab supplies fonts and file objects. Its paragraphs and page templates are not used: they
know neither tags nor side notes nor columns that end level, and they take text for markup.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFString

from briefbook.paper.pdf import metadata
from briefbook.paper.pdf.blocks import Blocks
from briefbook.paper.pdf.canvas import Area, Canvas
from briefbook.paper.pdf.errors import BrokenPlan
from briefbook.paper.pdf.file import File
from briefbook.paper.pdf.page_furniture import draw_footer, draw_header
from briefbook.paper.pdf.pages import Layout, lay_out
from briefbook.paper.pdf.structure import Element, marks, write_tree
from briefbook.paper.plan import Paper
from briefbook.theme import paper as theme

__all__ = ["DrawnPart", "Rendered", "render_paper", "render_pdf"]


@dataclass(frozen=True)
class DrawnPart:
    """Words of one block that were drawn together on one page."""

    block: int
    """Number of the block in the plan, from 1."""
    page: int
    """From 1."""
    words: str


@dataclass(frozen=True)
class Rendered:
    """A finished paper, and what was drawn where, in reading order."""

    data: bytes
    drawn: tuple[DrawnPart, ...]


def render_pdf(paper: Paper) -> bytes:
    """Return the paper as a tagged PDF; raises what `render_paper` raises."""
    return render_paper(paper).data


def render_paper(paper: Paper) -> Rendered:
    """Return the paper as a tagged PDF for archives; the same plan gives the same bytes.

    Raises:
        Unprintable: if a text holds a character that no embedded face has.
        DoesNotFit: if a block that cannot be split is taller than a page.
        BrokenPlan: if a link leads nowhere, or an exhibit's file is not attached.
    """
    size = theme.PAGE_SIZES[paper.page_size]
    root = Element("Document")
    items = Blocks(root).items(paper.blocks)
    layout = lay_out(items, size)
    canvas = Canvas(File(), size)
    _draw(canvas, paper, layout)
    drawn = tuple(DrawnPart(m.block, m.page + 1, "".join(m.words)) for m in marks(root))
    return Rendered(_finish(canvas, paper, root), drawn)


def _draw(canvas: Canvas, paper: Paper, layout: Layout) -> None:
    for page in layout.pages:
        canvas.begin_page()
        draw_header(canvas, paper.furniture, page.section)
        for placed in page.placed:
            canvas.block = placed.block
            placed.box.draw(canvas, placed.x, placed.y)
        draw_footer(canvas, paper.furniture, len(layout.pages))
    canvas.end_page()


def _finish(canvas: Canvas, paper: Paper, root: Element) -> bytes:
    """Add to the pages all that belongs to the file as a whole."""
    file, meta = canvas.file, paper.meta
    pages = _add_pages(canvas)
    attached = metadata.attach(file, paper.attachments, meta)
    _check_attachments(root, set(attached))
    _add_annotations(canvas, pages)
    references = [file.add(page) for page in pages]
    catalog = PDFDictionary(
        {
            "Type": PDFName("Catalog"),
            "Pages": pages[0]["Parent"],
            "Lang": PDFString(meta.lang),
            "MarkInfo": PDFDictionary({"Marked": "true"}),
            "ViewerPreferences": PDFDictionary({"DisplayDocTitle": "true"}),
            "Metadata": metadata.xmp(file, meta),
            "OutputIntents": PDFArray([metadata.output_intent(file)]),
            "StructTreeRoot": write_tree(file, root, references, canvas.annotations, attached),
        }
    )
    if outline := metadata.outline(file, canvas.bookmarks, references):
        catalog["Outlines"] = outline
        catalog["PageMode"] = PDFName("UseOutlines")
    if attached:
        names = [part for name in attached for part in (PDFString(name), attached[name])]
        embedded = PDFDictionary({"Names": PDFArray(names)})
        catalog["Names"] = PDFDictionary({"EmbeddedFiles": embedded})
        catalog["AF"] = PDFArray(attached.values())
    return file.finish(catalog, metadata.info(meta))


def _add_pages(canvas: Canvas) -> list[PDFDictionary]:
    """Add the pages and the node that holds them."""
    file, size = canvas.file, canvas.size
    node = PDFDictionary({"Type": PDFName("Pages"), "Count": len(canvas.sheets)})
    parent = file.add(node)
    pages = []
    for number, sheet in enumerate(canvas.sheets):
        content = "\n".join(sheet.code).encode("latin-1")
        resources = PDFDictionary({"Font": file.fonts})
        if sheet.images:
            resources["XObject"] = PDFDictionary(sheet.images)
        page = PDFDictionary(
            {
                "Type": PDFName("Page"),
                "Parent": parent,
                "MediaBox": PDFArray([0, 0, size.width, size.height]),
                "Resources": resources,
                "Contents": file.add_stream(content),
                "StructParents": number,
                "Tabs": PDFName("S"),
            }
        )
        pages.append(page)
    node["Kids"] = PDFArray([file.add(page) for page in pages])
    return pages


def _add_annotations(canvas: Canvas, pages: list[PDFDictionary]) -> None:
    """Complete the annotations of all links, now that every place is known."""
    references = [canvas.file.add(page) for page in pages]
    of_page: list[list[PDFObject]] = [[] for _ in pages]
    for number, (area, annotation) in enumerate(zip(canvas.areas, canvas.annotations, strict=True)):
        entries = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray([round(edge, 2) for edge in area.box]),
            "Border": PDFArray([0, 0, 0]),
            "F": 4,  # printed, as PDF/A asks
            "Contents": PDFString(area.words),
            "StructParent": len(pages) + number,
            **_action(canvas, area, references),
        }
        for key, value in entries.items():
            annotation[key] = value
        of_page[area.page].append(canvas.file.add(annotation))
    for page, own in zip(pages, of_page, strict=True):
        if own:
            page["Annots"] = PDFArray(own)


def _action(canvas: Canvas, area: Area, pages: list[PDFObject]) -> dict[str, object]:
    """Return what a link does: go to a place of this file, or open an address."""
    if not area.target.startswith("#"):
        action = {"S": PDFName("URI"), "URI": PDFString(metadata.uri(area.target))}
        return {"A": PDFDictionary(action)}
    spot = canvas.spots.get(area.target[1:])
    if spot is None:
        message = f"the link “{area.words}” leads to “{area.target[1:]}”, which stands nowhere"
        raise BrokenPlan(message)
    return {"Dest": metadata.destination(spot, pages)}


def _check_attachments(element: Element, attached: set[str]) -> None:
    for name in element.files:
        if name not in attached:
            message = f"an exhibit names the file “{name}”, which is not attached"
            raise BrokenPlan(message)
    for kid in element.kids:
        if isinstance(kid, Element):
            _check_attachments(kid, attached)
