"""The XML of a deck held against all that Briefbook's renderer can write: elements, attributes, values.

`deck_grammar.json` lists, for each kind of part, every path of elements with its attributes; a list of
values, `number`, or `text` for what the briefing says. Masters, layouts, themes and styles do not
depend on the briefing: they are listed by their hash, the language left out.
`docs/tools/deck_grammar.py` makes the file from decks that use every layout and every kind of chart.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from lxml import etree

from briefbook.fingerprints import part_fingerprint
from briefbook.ooxml import OFFICE_TYPE, SLIDE_TYPE
from briefbook.verify.deck_template import SentTemplate, plain_colours, sent
from briefbook.verify.opc import Package

FILE = "deck_grammar.json"
FREE = frozenset(("name", "descr", "title", "tooltip", "formatCode", "id", "embed", "lang", "r"))
"""Attributes that take their value from the briefing, or are checked elsewhere (by local name)."""
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_SIZES = 600, 8000
"""Type sizes in hundredths of a point; smaller ones cannot be read."""
_PREFIXES = {
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://schemas.openxmlformats.org/presentationml/2006/main": "p",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "s",
    "http://schemas.microsoft.com/office/powerpoint/2010/main": "p14",
    "http://schemas.microsoft.com/office/drawing/2012/chart": "c15",
    "http://schemas.microsoft.com/office/drawing/2017/decorative": "adec",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": "ep",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_FRAME_NAMES = {
    f"{SLIDE_TYPE}slideMaster+xml": r"ppt/slideMasters/slideMaster\d+\.xml",
    f"{SLIDE_TYPE}slideLayout+xml": r"ppt/slideLayouts/slideLayout\d+\.xml",
    f"{SLIDE_TYPE}notesMaster+xml": r"ppt/notesMasters/notesMaster\d+\.xml",
    f"{OFFICE_TYPE}theme+xml": r"ppt/theme/theme\d+\.xml",
    f"{SLIDE_TYPE}tableStyles+xml": r"ppt/tableStyles\.xml",
    f"{SLIDE_TYPE}presProps+xml": r"ppt/presProps\.xml",
    f"{SLIDE_TYPE}viewProps+xml": r"ppt/viewProps\.xml",
}
"""Parts that do not depend on the briefing."""
SHEET = f"{OFFICE_TYPE}spreadsheetml.sheet"
GRAMMARS = {
    f"{SLIDE_TYPE}presentation.main+xml": "presentation",
    f"{SLIDE_TYPE}slide+xml": "slide",
    f"{SLIDE_TYPE}notesSlide+xml": "notes",
    f"{OFFICE_TYPE}drawingml.chart+xml": "chart",
    f"{OFFICE_TYPE}extended-properties+xml": "app",
    "application/vnd.openxmlformats-package.core-properties+xml": "core",
}
"""What the XML of each other part is called in the file."""
_FRAME_RELATIONS = frozenset(("slideLayout", "slideMaster", "theme"))
_PRESENTATION = "slideMaster notesMaster presProps viewProps theme tableStyles slide"
_SLIDE = "slideLayout notesSlide chart image slide hyperlink"
KINDS: dict[str, tuple[str, frozenset[str]]] = {
    "": ("", frozenset(("officeDocument", "extended-properties", "core-properties"))),
    **{kind: (pattern, _FRAME_RELATIONS) for kind, pattern in _FRAME_NAMES.items()},
    f"{SLIDE_TYPE}presentation.main+xml": (
        r"ppt/presentation\.xml",
        frozenset(_PRESENTATION.split()),
    ),
    f"{SLIDE_TYPE}slide+xml": (r"ppt/slides/slide\d+\.xml", frozenset(_SLIDE.split())),
    f"{SLIDE_TYPE}notesSlide+xml": (
        r"ppt/notesSlides/notesSlide\d+\.xml",
        frozenset(("slide", "notesMaster")),
    ),
    f"{OFFICE_TYPE}drawingml.chart+xml": (r"ppt/charts/chart\d+\.xml", frozenset(("package",))),
    f"{SHEET}": (r"ppt/embeddings/Microsoft_Excel_Sheet\d+\.xlsx", frozenset()),
    f"{OFFICE_TYPE}extended-properties+xml": (r"docProps/app\.xml", frozenset()),
    "application/vnd.openxmlformats-package.core-properties+xml": (
        r"docProps/core\.xml",
        frozenset(),
    ),
    "image/jpeg": (r"ppt/media/image\d+\.jpe?g", frozenset()),
    "image/png": (r"ppt/media/image\d+\.png", frozenset()),
}
"""For each content type the names of its parts, and the relations that they may have."""
SENT = {"slide": "sent slide"}
"""Grammars of parts that are written otherwise on somebody else's template."""
BOOK_KINDS: dict[str, tuple[str, frozenset[str]]] = {
    "": ("", frozenset(("officeDocument",))),
    f"{SHEET}.main+xml": (r"xl/workbook\.xml", frozenset(("worksheet", "styles"))),
    f"{OFFICE_TYPE}spreadsheetml.worksheet+xml": (r"xl/worksheets/sheet1\.xml", frozenset()),
    f"{OFFICE_TYPE}spreadsheetml.styles+xml": (r"xl/styles\.xml", frozenset()),
}
"""Likewise for the workbook of a chart."""
Outline = tuple[str, dict[str, str], str]
"""An element: its path, its attributes, and the words directly in it."""


def outline(root: etree._Element) -> Iterator[Outline]:
    """Yield every element of a part; comments and instructions have the path `!`."""
    left = [(root, "")]
    while left:
        element, above = left.pop()
        if not isinstance(element.tag, str):
            yield "!", {}, element.text or ""
            continue
        path = f"{above}/{_short(element.tag)}"
        attributes = {_short(str(key)): str(value) for key, value in element.items()}
        words, kids = element.text or "", list(element)
        if kids:
            words += "".join([kid.tail or "" for kid in kids])
            left += [(kid, path) for kid in reversed(kids)]
        yield path, attributes, words.strip()


@cache
def _short(name: str) -> str:
    tag = etree.QName(name)
    prefix = _PREFIXES.get(tag.namespace or "", "?") if tag.namespace else ""
    return f"{prefix}:{tag.localname}" if prefix else str(tag.localname)


def is_frame(kind: str) -> bool:
    """Tell whether a part of a content type is the same in every deck."""
    return kind in _FRAME_NAMES


@lru_cache(maxsize=256)
def frame_digest(data: bytes, lang: str) -> str:
    """Return the hash of a part in which the deck's language is the only thing that changes."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    canonical = bytes(etree.tostring(root, method="c14n2", strip_text=True))  # type: ignore[call-overload]
    plain = canonical.replace(f'lang="{lang}"'.encode(), b'lang=""')
    return hashlib.sha256(plain).hexdigest()[:32]


def frame_name(size: tuple[int, int]) -> str:
    """Return what the frame of a slide size is called in the file."""
    return f"{size[0]} x {size[1]}"


@cache
def grammar() -> dict[str, Any]:
    """Return what the file lists."""
    data = resources.files("briefbook").joinpath("verify", FILE).read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(data)
    return found


def grammar_faults(root: etree._Element, kind: str) -> Iterator[str]:
    """Yield what a part holds that Briefbook never writes there, each once."""
    template = sent()
    if template:
        root = plain_colours(root, template)
        kind = SENT.get(kind, kind)
    known: dict[str, dict[str, Any]] = grammar()["parts"][kind]
    seen: set[str] = set()
    unknown: list[str] = []
    for path, attributes, words in outline(root):
        if unknown and path.startswith(tuple(f"{above}/" for above in unknown)):
            continue
        allowed = known.get(path)
        if allowed is None:
            unknown.append(path)
            seen.add(f"the element {path.rpartition('/')[2]}")
            continue
        said = allowed.get("_", [])
        if words and said != "text" and words not in said:
            seen.add(f"words in {path.rpartition('/')[2]}")
        seen |= set(_attribute_faults(path, attributes, allowed))
    yield from sorted(seen)


def _attribute_faults(
    path: str, attributes: dict[str, str], allowed: dict[str, Any]
) -> Iterator[str]:
    element = path.rpartition("/")[2]
    for key, value in attributes.items():
        values = allowed.get(key)
        if (
            values is None
            or (values == "number" and not NUMBER.fullmatch(value))
            or (isinstance(values, list) and value not in values)
        ):
            yield f"{element} with {key}=“{value[:40]}”"
        elif key == "sz" and NUMBER.fullmatch(value):
            low, high = _SIZES
            if not low <= float(value) <= high:
                yield f"{element} with {key}=“{value}”"


def frame_faults(package: Package, lang: str, size: tuple[int, int]) -> Iterator[tuple[str, str]]:
    """Yield each master, layout, theme or style that is not this version's own, and each lost one.

    `size` is that of the slides: each format has layouts of its own.
    """
    frames: dict[str, dict[str, str]] = grammar()["frames"]
    if (name := frame_name(size)) not in frames:
        yield "slides", "are of a size that Briefbook never makes"
        return
    wanted = dict(frames[name])
    for name in package.names:
        if not is_frame(package.content_type(name)):
            continue
        should = wanted.pop(name, "")
        if frame_digest(package.data(name), lang) != should:
            yield name, "is not as this version of Briefbook writes it"
    for name in sorted(wanted):
        yield name, "is missing"


def kinds_with(template: SentTemplate, package: Package) -> dict[str, tuple[str, frozenset[str]]]:
    """Return the kinds of parts of a deck on a template: its own parts have names and pictures of their own."""
    kinds = dict(KINDS)
    for name in template.parts:
        kind = package.content_type(name)
        if kind in _FRAME_NAMES or kind.startswith("image/"):
            kinds[kind] = (r"ppt/.+", frozenset((*_FRAME_RELATIONS, "image")))
    return kinds


def sent_frame_faults(package: Package, frames: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield likewise for a deck that wears a brand, by the hashes that the ledger has of its own."""
    left = dict(frames)
    for name in package.names:
        if is_frame(package.content_type(name)) and (
            part_fingerprint(name, package.data(name)) != left.pop(name, "")
        ):
            yield name, "is not as it was built"
    for name in sorted(left):
        yield name, "is missing"
