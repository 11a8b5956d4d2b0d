"""A drawn document as a file: pages, links, structure, outline and attachments put together."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFString

from briefbook.pdf import metadata, press
from briefbook.pdf.canvas import Area, Canvas
from briefbook.pdf.errors import BrokenPlan
from briefbook.pdf.metadata import Attachment, Meta
from briefbook.pdf.structure import Element, write_tree

_RGB = 3
"""Components of a printing condition whose inks are red, green and blue."""


def finished(
    canvas: Canvas, root: Element, meta: Meta, attachments: Sequence[Attachment] = ()
) -> bytes:
    """Add to the pages all that belongs to the file as a whole, and return it as PDF/A-3a and PDF/UA-1.

    Raises BrokenPlan if a link leads nowhere, or an element's file is not attached.
    """
    file = canvas.file
    pages = _add_pages(canvas)
    is_x4 = canvas.press is not None and canvas.press.is_x4
    attached = metadata.attach(file, attachments, meta)
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
            "Metadata": metadata.xmp(file, meta, is_x4=is_x4),
            "OutputIntents": PDFArray([_intent(canvas)]),
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
    return file.finish(catalog, metadata.info(meta, is_x4=is_x4))


def last_page(canvas: Canvas) -> bytes:
    """Return the page that was drawn last as a PDF by itself, to be looked at: nothing in it is tagged."""
    canvas.sheets = canvas.sheets[-1:]
    (page,) = _add_pages(canvas)
    catalog = PDFDictionary({"Type": PDFName("Catalog"), "Pages": page["Parent"]})
    return canvas.file.finish(catalog, PDFDictionary({}))


def _intent(canvas: Canvas) -> PDFDictionary:
    """Return what the colours mean: a printing condition, or sRGB."""
    if canvas.press and canvas.press.is_x4:
        return press.output_intent(canvas.file, canvas.press)
    return metadata.output_intent(canvas.file)


def _add_pages(canvas: Canvas) -> list[PDFDictionary]:
    """Add the pages and the node that holds them."""
    file, size = canvas.file, canvas.size
    node = PDFDictionary({"Type": PDFName("Pages"), "Count": len(canvas.sheets)})
    parent = file.add(node)
    pages = []
    sheet_boxes: dict[str, object] = {"MediaBox": PDFArray([0, 0, size.width, size.height])}
    spaces = None
    if canvas.press:
        sheet_boxes = press.boxes(size.width, size.height)
    if canvas.press and canvas.press.is_x4 and canvas.press.components != _RGB:
        spaces = file.add(press.colour_spaces(file, metadata.srgb_profile()))
    for number, sheet in enumerate(canvas.sheets):
        code = press.content(canvas, sheet.code) if canvas.press else sheet.code
        content = "\n".join(code).encode("latin-1")
        resources = PDFDictionary({"Font": file.fonts})
        if spaces:
            resources["ColorSpace"] = spaces
        if sheet.images:
            resources["XObject"] = PDFDictionary(sheet.images)
        page = PDFDictionary(
            {
                "Type": PDFName("Page"),
                "Parent": parent,
                **sheet_boxes,
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
