"""A template's package read with limits, and rebuilt from what a deck needs of it.

Kept: masters, layouts, their themes and pictures. Left out: the notes master, sample slides with all
that belongs to them, comments, tags, embedded objects and fonts, properties, whatever is external.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from lxml import etree

from briefbook.archives import BROKEN
from briefbook.deck.placeholders import Rect
from briefbook.errors import SourceLocation, Unreadable
from briefbook.frozen import dataclass
from briefbook.ooxml import RELATIONS, TYPES, A, P, R
from briefbook.theme.deck import EMU_PER_PT

MAX_BYTES = 60 * 1024 * 1024
_MAX_PARTS = 4000
_MAX_UNPACKED = 400 * 1024 * 1024
_MAX_XML = 20 * 1024 * 1024
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""What a container of the old Office begins with; password-protected files are put into one."""
_RELATION = f"{RELATIONS}Relationship"
_MAIN = re.compile(r"presentationml\.(presentation|template|slideshow)\.main\+xml$")
_STRICT = "purl.oclc.org/ooxml"
_KEPT = {
    "presentation": {"slideMaster", "theme"},
    "slideMaster": {"slideLayout", "theme", "image"},
    "slideLayout": {"slideMaster", "image"},
    "theme": {"image"},
}
"""Relations that are followed, by the kind of the part that has them."""
_BARE = ("custDataLst", "timing", "transition", "extLst")
"""Parts of a master or layout that say nothing of its looks."""


@dataclass(frozen=True)
class Relation:
    """A relation of a part to another."""

    id: str
    kind: str
    target: str


@dataclass(frozen=True)
class Package:
    """The parts that are kept, by name, with their types and relations."""

    main: str
    parts: dict[str, bytes]
    types: dict[str, str]
    relations: dict[str, tuple[Relation, ...]]
    sampled: tuple[str, ...] = ()
    """The layouts that its sample slides use, in their order."""

    def xml(self, name: str) -> etree._Element:
        """Return a part's root, to be read."""
        return read_once(self.parts[name])

    def related(self, name: str, kind: str) -> list[str]:
        """Return the parts that a part is related to in one way, in their order."""
        return [entry.target for entry in self.relations.get(name, ()) if entry.kind == kind]


def parsed(data: bytes) -> etree._Element:
    """Return the root of a part, to be changed; raises ValueError for one that declares entities."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(data, parser)
    if b"<!DOCTYPE" in data[:2000].upper():
        raise ValueError("a part that declares entities")
    return root


@lru_cache(maxsize=1024)
def read_once(data: bytes) -> etree._Element:
    """Return the root of a part, to be read: the same one each time."""
    return parsed(data)


def cleaned(data: bytes, place: str) -> Package:
    """Return the parts of a template that a deck needs; raises Unreadable for what is no template."""
    at = SourceLocation(place)
    if data.startswith(_OLE):
        raise Unreadable(
            "this template is protected by a password, or made by PowerPoint 2003 or older",
            place=at, hint="open it in PowerPoint, remove the password, and save it as .pptx or .potx",
        )  # fmt: skip
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_size(archive, at)
            return _walked(archive, at)
    except (etree.XMLSyntaxError, *BROKEN) as error:
        raise Unreadable(
            f"this template cannot be read: {str(error).strip(chr(39)) or 'it is damaged'}",
            place=at, hint="open it in PowerPoint or LibreOffice and save it again as .pptx",
        ) from error  # fmt: skip


def _check_size(archive: zipfile.ZipFile, at: SourceLocation) -> None:
    entries = archive.infolist()
    if len(entries) > _MAX_PARTS:
        message = f"this template has {len(entries):,} parts; {_MAX_PARTS:,} are read at most"
        raise Unreadable(message, place=at, hint="remove the sample slides in PowerPoint")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > _MAX_UNPACKED:
        message = f"this template unpacks to {unpacked:,} bytes; {_MAX_UNPACKED:,} are read at most"
        raise Unreadable(message, place=at, hint="remove sample slides and large pictures")


class _Reader:
    """The parts of an archive, whose names differ in case only by mistake."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names = {entry.filename: entry for entry in archive.infolist()}
        root = parsed(self.data("[Content_Types].xml"))
        self._defaults = {
            e.get("Extension", "").lower(): e.get("ContentType", "")
            for e in root.iter(f"{TYPES}Default")
        }
        self._overrides = {
            e.get("PartName", "").lstrip("/"): e.get("ContentType", "")
            for e in root.iter(f"{TYPES}Override")
        }

    def data(self, name: str) -> bytes:
        if name not in self.names:
            raise KeyError(f"the part {name} is missing")
        if name.endswith((".xml", ".rels")) and self.names[name].file_size > _MAX_XML:
            raise ValueError(f"{name} is larger than any master or layout")
        return self._archive.read(name)

    def type_of(self, name: str) -> str:
        ending = name.rpartition(".")[2].lower()
        return self._overrides.get(name) or self._defaults.get(ending, "")

    def relations(self, name: str) -> Iterator[Relation]:
        folder, base = posixpath.split(name)
        part = posixpath.join(folder, "_rels", f"{base}.rels")
        if part not in self.names:
            return
        for entry in parsed(self.data(part)).iter(_RELATION):
            if entry.get("TargetMode") == "External":
                continue
            target = unquote(entry.get("Target", ""))
            whole = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = entry.get("Type", "")
            yield Relation(entry.get("Id", ""), kind.rpartition("/")[2], whole)


def _walked(archive: zipfile.ZipFile, at: SourceLocation) -> Package:
    reader = _Reader(archive)
    if any(re.search(r"vbaproject|\.bin$.*macro", name.lower()) for name in reader.names):
        raise _macros(at)
    main = next((r.target for r in reader.relations("") if r.kind == "officeDocument"), "")
    said = reader.type_of(main)
    if "macroenabled" in said.lower():
        raise _macros(at)
    if not _MAIN.search(said):
        raise Unreadable(
            "this file is no presentation", place=at, hint="give a .pptx or .potx file"
        )
    if _STRICT.encode() in reader.data(main)[:4000]:
        raise Unreadable(
            "this template is saved as Strict Open XML", place=at,
            hint="save it as an ordinary .pptx or .potx in PowerPoint",
        )  # fmt: skip
    parts: dict[str, bytes] = {}
    types: dict[str, str] = {}
    relations: dict[str, tuple[Relation, ...]] = {}
    waiting = [(main, "presentation")]
    while waiting:
        name, kind = waiting.pop(0)
        if name in parts:
            continue
        parts[name], types[name] = reader.data(name), reader.type_of(name)
        allowed = _KEPT.get(kind, set())
        kept = tuple(r for r in reader.relations(name) if r.kind in allowed)
        relations[name] = kept
        waiting += [(entry.target, entry.kind) for entry in kept]
        if kind in ("slideMaster", "slideLayout"):
            parts[name] = _without_lost(parts[name], {entry.id for entry in kept})
    package = Package(main, parts, types, relations, tuple(_sampled(reader, main, parts[main])))
    if not any(
        package.related(name, "slideLayout") for name in package.related(main, "slideMaster")
    ):
        raise Unreadable(
            "this template has no slide layouts", place=at,
            hint="give one with at least a layout that has a title",
        )  # fmt: skip
    return package


def _sampled(reader: _Reader, main: str, data: bytes) -> Iterator[str]:
    """Yield the layout of each sample slide."""
    slides = {r.id: r.target for r in reader.relations(main) if r.kind == "slide"}
    for entry in parsed(data).iter(f"{P}sldId"):
        if slide := slides.get(entry.get(f"{R}id", "")):
            yield from (r.target for r in reader.relations(slide) if r.kind == "slideLayout")


def _macros(at: SourceLocation) -> Unreadable:
    return Unreadable(
        "this template has macros, and a deck made from it would carry them", place=at,
        hint="save it without macros, as .pptx or .potx",
    )  # fmt: skip


def _without_lost(data: bytes, kept: set[str]) -> bytes:
    """Return a master or layout without what refers to a part that is left out."""
    root = parsed(data)
    for tag in _BARE:
        for element in root.findall(f"{P}{tag}") + root.findall(f"{P}cSld/{P}{tag}"):
            above = element.getparent()
            if above is not None:
                above.remove(element)
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            continue
        lost = [
            key
            for key, value in element.attrib.items()
            if str(key).startswith(R) and value not in kept
        ]
        if lost and element.tag != f"{P}sldLayoutId":
            _remove(element)
    named = list(root.iter(f"{P}cNvPr"))
    ids = [entry.get("id", "0") for entry in named]
    if "0" in ids or len(set(ids)) < len(ids):  # as some programs write them
        for number, entry in enumerate(named, 1):
            entry.set("id", str(number))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


_SHAPES = {f"{P}{tag}" for tag in ("sp", "pic", "graphicFrame", "cxnSp", "contentPart")}


def _remove(element: etree._Element) -> None:
    """Remove the shape that an element belongs to; of a click or a mark, the element alone."""
    if element.tag in (f"{A}hlinkClick", f"{A}hlinkHover", f"{P}tags", f"{P}custData"):
        target: etree._Element | None = element
    else:
        above = (element, *element.iterancestors())
        target = next((e for e in above if e.tag in _SHAPES), None)
        if target is None:  # the ground of a master: a fill that lost its picture
            target = next((e for e in above if e.tag == f"{P}bg"), None)
    parent = None if target is None else target.getparent()
    if target is not None and parent is not None:
        parent.remove(target)


def box_of(shape: etree._Element) -> Rect | None:
    """Return the place of a shape or group in points; None where it says none."""
    frame = shape.find(f"{P}spPr/{A}xfrm")
    if frame is None:
        frame = shape.find(f"{P}grpSpPr/{A}xfrm")
    at = None if frame is None else frame.find(f"{A}off")
    extent = None if frame is None else frame.find(f"{A}ext")
    if at is None or extent is None:
        return None
    values = at.get("x", "0"), at.get("y", "0"), extent.get("cx", "0"), extent.get("cy", "0")
    x, y, w, h = (int(value) / EMU_PER_PT for value in values)
    return Rect(x, y, w, h)
