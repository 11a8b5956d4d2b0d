"""The objects of a PDF held against those that Briefbook writes: which entries each may have.

Whatever is not listed (actions, forms, layers, scripts, page labels, boxes, transitions) is told by name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefbook.verify.pdf_press import (
    Press,
    press_intent,
    press_keys,
    press_page_faults,
    space_keys,
    srgb_hash,
)

if TYPE_CHECKING:
    from pypdf import PdfReader

Object = Any
"""An object of pypdf."""
_ANYTHING = ""
_CATALOG = {
    "/Type": "/Catalog", "/Pages": _ANYTHING, "/Lang": _ANYTHING, "/MarkInfo": "<</Marked: True>>",
    "/ViewerPreferences": "<</DisplayDocTitle: True>>", "/Metadata": _ANYTHING, "/OutputIntents": _ANYTHING,
    "/StructTreeRoot": _ANYTHING, "/Outlines": _ANYTHING, "/PageMode": "/UseOutlines", "/Names": _ANYTHING,
    "/AF": _ANYTHING,
}  # fmt: skip
_PAGES = {"/Type": "/Pages", "/Count": _ANYTHING, "/Kids": _ANYTHING}
_PAGE = {
    "/Type": "/Page", "/Parent": _ANYTHING, "/MediaBox": _ANYTHING, "/Resources": _ANYTHING, "/Contents": _ANYTHING,
    "/StructParents": _ANYTHING, "/Tabs": "/S", "/Annots": _ANYTHING,
}  # fmt: skip
_RESOURCES = {"/Font": _ANYTHING, "/XObject": _ANYTHING}
_LINK = {
    "/Type": "/Annot", "/Subtype": "/Link", "/Rect": _ANYTHING, "/Border": "[0, 0, 0]", "/F": "4",
    "/Contents": _ANYTHING, "/StructParent": _ANYTHING, "/A": _ANYTHING, "/Dest": _ANYTHING,
}  # fmt: skip
_ACTION = {"/S": "/URI", "/URI": _ANYTHING}
_OUTLINES = {"/Type": "/Outlines", "/Count": _ANYTHING, "/First": _ANYTHING, "/Last": _ANYTHING}
_BOOKMARK = dict.fromkeys(("/Title", "/Parent", "/Dest", "/Prev", "/Next", "/First", "/Last", "/Count"), _ANYTHING)  # fmt: skip
_ELEMENT = dict.fromkeys(("/S", "/P", "/K", "/Pg", "/A", "/AF", "/Alt", "/ActualText", "/ID"), _ANYTHING) | {"/Type": "/StructElem"}  # fmt: skip
_SPAN = _ELEMENT | {"/Lang": _ANYTHING}
_TREE = dict.fromkeys(("/K", "/ParentTree", "/ParentTreeNextKey", "/IDTree"), _ANYTHING) | {
    "/Type": "/StructTreeRoot", "/RoleMap": "<</Aside: /Sect, /Exhibit: /Div>>",
}  # fmt: skip
_INTENT = {
    "/Type": "/OutputIntent", "/S": "/GTS_PDFA1", "/Info": "sRGB IEC61966-2.1",
    "/OutputConditionIdentifier": "sRGB IEC61966-2.1", "/RegistryName": "http://www.color.org",
    "/DestOutputProfile": _ANYTHING,
}  # fmt: skip
_FILE = dict.fromkeys(("/F", "/UF", "/Desc", "/EF"), _ANYTHING) | {
    "/Type": "/Filespec", "/AFRelationship": "/Data",
}  # fmt: skip
_EMBEDDED = dict.fromkeys(("/Filter", "/Length", "/Params"), _ANYTHING) | {"/Type": "/EmbeddedFile"}
_MIME = frozenset(("/text/csv", "/text#2Fcsv", "/text#2fcsv"))
_INFO = frozenset(
    ("/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer", "/CreationDate", "/ModDate")
)  # fmt: skip
_TAGS = frozenset(
    ("/Document /Sect /Div /Aside /Exhibit /P /H1 /H2 /H3 /H4 /Lbl /L /LI /LBody /Link /Reference /Note "
     "/BlockQuote /Caption /Figure /Table /THead /TBody /TR /TH /TD /Span").split()
)  # fmt: skip
_ATTRIBUTES = {
    "/Table": frozenset(("/O", "/Scope", "/Summary", "/ColSpan", "/RowSpan", "/Headers")),
    "/Layout": frozenset(("/O", "/Placement", "/BBox")),
    "/List": frozenset(("/O", "/ListNumbering")),
}
_SIZES = {(595.276, 841.89), (612, 792), (960, 540), (800, 600)}
"""Of pages, in points: A4, Letter and a slide."""
_DEEPEST = 200


def object_faults(
    reader: PdfReader, data: bytes, press: Press | None = None
) -> Iterator[tuple[str, str]]:
    """Yield place and fault wherever a file holds what Briefbook never writes.

    `press` is what the ledger has of a file for a printer.
    """
    root: Any = reader.root_object
    yield from (("", fault) for fault in _keys(root, _CATALOG, "the catalogue"))
    if len(re.findall(rb"startxref\s", data)) > 1:
        yield "", "changes appended to it"
    yield from _page_tree(root["/Pages"].get_object(), 0)
    for number, page in enumerate(reader.pages, 1):
        yield from ((f"page {number}", fault) for fault in _page_faults(page, press))
    yield from (("bookmarks", fault) for fault in _outline_faults(root))
    yield from (("properties", fault) for fault in _property_faults(reader, root, press))
    yield from (("attachments", fault) for fault in _file_faults(root))
    if "/StructTreeRoot" in root:
        tree = root["/StructTreeRoot"].get_object()
        yield from (("structure", fault) for fault in _keys(tree, _TREE, "its root"))
        yield from (("structure", fault) for fault in _element_faults(tree["/K"], 0))


def _keys(entry: Object, known: dict[str, str], what: str) -> Iterator[str]:
    for key, value in entry.items():
        name, wanted = str(key), known.get(str(key))
        if wanted is None:
            yield f"{what} with {name[1:]}"
        elif wanted and _said(value) != wanted:
            yield f"{what} with {name[1:]} {_said(value)[:60]}"


def _said(reference: Object) -> str:
    value: Any = reference.get_object()
    if isinstance(value, dict):
        inner = (f"{key}: {_said(value[key])}" for key in sorted(map(str, value)))
        return f"<<{', '.join(inner)}>>"
    if isinstance(value, list):
        return f"[{', '.join(_said(item) for item in value)}]"
    return str(value)


def _page_tree(node: Object, depth: int) -> Iterator[tuple[str, str]]:
    known = _PAGES if not depth else _PAGES | {"/Parent": _ANYTHING}
    yield from (("", fault) for fault in _keys(node, known, "the pages"))
    for kid in node.get("/Kids", ()) if depth < _DEEPEST else ():
        if kid.get_object().get("/Type") == "/Pages":
            yield from _page_tree(kid.get_object(), depth + 1)


def _page_faults(page: Object, press: Press | None) -> Iterator[str]:
    resources = page.get("/Resources", {}).get_object()
    yield from _keys(page, _PAGE | press_keys(press), "a page")
    yield from _keys(resources, _RESOURCES | space_keys(press), "resources")
    box = [float(edge) for edge in page.mediabox]
    size = box[2] - box[0], box[3] - box[1]
    if press:
        yield from press_page_faults(page, resources, press)
    elif box[:2] != [0, 0] or not any(
        max(abs(size[0] - w), abs(size[1] - h)) < 1 for w, h in _SIZES
    ):
        yield f"a page of {size[0]:.0f} × {size[1]:.0f} points"
    for reference in page.get("/Annots", ()) or ():
        annotation = reference.get_object()
        if annotation.get("/Subtype") != "/Link":
            continue  # told as a note, with its words
        yield from _keys(annotation, _LINK, "a link")
        if "/A" in annotation:
            yield from _keys(annotation["/A"].get_object(), _ACTION, "a link")
        left, bottom, right, top = (float(edge) for edge in annotation["/Rect"])
        if left < -1 or bottom < -1 or right > size[0] + 1 or top > size[1] + 1:
            yield "a link that reaches over the page"


def _outline_faults(root: Object) -> Iterator[str]:
    if "/Outlines" not in root:
        return
    outlines = root["/Outlines"].get_object()
    yield from _keys(outlines, _OUTLINES, "the list")
    waiting, seen = [outlines.get("/First")], set()
    while waiting:
        reference = waiting.pop()
        if reference is None:
            continue
        entry = reference.get_object()
        if id(entry) in seen:
            yield "bookmarks that go in a circle"
            return
        seen.add(id(entry))
        yield from _keys(entry, _BOOKMARK, "a bookmark")
        waiting += [entry.get("/First"), entry.get("/Next")]


def _element_faults(entry: Object, depth: int) -> Iterator[str]:
    entry = entry.get_object()
    if isinstance(entry, list):
        for kid in entry:
            yield from _element_faults(kid, depth)
        return
    if isinstance(entry, int) or entry.get("/Type") in ("/OBJR", "/MCR") or depth > _DEEPEST:
        return
    is_span = str(entry.get("/S")) == "/Span"
    yield from _keys(entry, _SPAN if is_span else _ELEMENT, "an element")
    if str(entry.get("/S")) not in _TAGS:
        yield f"an element {entry.get('/S')}"
    attributes = entry["/A"].get_object() if "/A" in entry else []
    for own in attributes if isinstance(attributes, list) else [attributes]:
        own = own.get_object()  # noqa: PLW2901
        known = _ATTRIBUTES.get(str(own.get("/O")), frozenset())
        yield from (f"an element with {key[1:]}" for key in map(str, own) if key not in known)
    if "/K" in entry:
        yield from _element_faults(entry["/K"], depth + 1)


def _property_faults(reader: PdfReader, root: Object, press: Press | None) -> Iterator[str]:
    is_x4 = press is not None and bool(press["profile"])
    known = _INFO | {"/Trapped"} if is_x4 else _INFO
    for key in sorted({*map(str, reader.metadata or {})} - known):
        yield f"the entry {key[1:]}"
    intents = [intent.get_object() for intent in root.get("/OutputIntents", ())]
    if len(intents) != 1:
        yield f"{len(intents)} meanings of its colours"
    for intent in intents:
        wanted = _INTENT | press_intent(press) if press and is_x4 else _INTENT
        yield from _keys(intent, wanted, "the meaning of its colours")
        profile = intent["/DestOutputProfile"].get_object().get_data()
        own = press["profile"] if press and is_x4 else srgb_hash()
        if hashlib.sha256(profile).hexdigest() != own:
            yield "another colour profile"


def _file_faults(root: Object) -> Iterator[str]:
    names = root["/Names"].get_object() if "/Names" in root else {}
    for key in sorted({*map(str, names)} - {"/EmbeddedFiles"}):
        yield f"the names {key[1:]}"
    tree = names["/EmbeddedFiles"].get_object() if "/EmbeddedFiles" in names else {"/Names": []}
    yield from _keys(tree, {"/Names": _ANYTHING}, "their list")
    listed = [entry.get_object() for entry in tree.get("/Names", ())]
    files = listed[1::2]
    linked = [entry.get_object() for entry in root.get("/AF", ())]
    if {id(file) for file in files} != {id(file) for file in linked}:
        yield "other files than it lists"
    for name, file in zip(listed[::2], files, strict=False):
        yield from _keys(file, _FILE, f"the file {name}")
        if not str(name) == str(file.get("/F")) == str(file.get("/UF")):
            yield f"two names of the file {name}"
        streams = file["/EF"].get_object()
        contents = {streams[key].get_object().get_data() for key in streams}
        if len(contents) != 1 or {*map(str, streams)} != {"/F", "/UF"}:
            yield f"two contents of the file {name}"
        for key in streams:
            stream = streams[key].get_object()
            subtype = str(stream.get("/Subtype"))
            known = _EMBEDDED | {"/Subtype": subtype if subtype in _MIME else "/text/csv"}
            yield from _keys(stream, known, f"the file {name}")
