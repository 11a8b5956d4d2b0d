"""A package of Office read as Office reads it (ECMA-376 part 2): parts, content types, relations.

A program follows relations from the package's own; a name in the ZIP file alone shows nothing. What
leaves two readings open (an entry twice, two relations with one id) is a fault, whichever wins.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from lxml import etree

from briefbook.ooxml import TYPES

CONTENT_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_LARGEST = 200_000_000
"""Bytes that a part may unpack to; a bomb is refused."""
_PLAIN_NAME = re.compile(r"(?!/)(?:[\w.-]+/)*[\w.-]+|\[Content_Types\]\.xml", re.ASCII)
_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


@dataclass(frozen=True)
class Relation:
    """A relation of a part."""

    id: str
    kind: str
    """The last word of its type: `slide`, `hyperlink`."""
    target: str
    """The name of a part; an address where it leads outside."""
    is_external: bool


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


class Package:
    """The parts of a package by name."""

    def __init__(self, data: bytes) -> None:
        """Open a package; raises BadZipFile, and ValueError for a part that is too large."""
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self.names = tuple(self._zip.namelist())
        self._known: dict[str, bytes] = {}

    def data(self, name: str) -> bytes:
        """Return a part's bytes; raises KeyError for one that is not there."""
        if name not in self._known:
            if self._zip.getinfo(name).file_size > _LARGEST:
                raise ValueError(f"{name} is larger than any part of a deck")
            self._known[name] = self._zip.read(name)
        return self._known[name]

    def xml(self, name: str) -> etree._Element:
        """Return a part's root."""
        return etree.fromstring(self.data(name), _PARSER)

    def relations(self, name: str) -> tuple[Relation, ...]:
        """Return the relations of a part, or of the package itself (an empty name)."""
        folder, base = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        if relations not in self.names:
            return ()
        return tuple(
            _relation(entry, folder) for entry in self.xml(relations) if _is_element(entry)
        )

    def related(self, name: str) -> dict[str, str]:
        """Return the parts that a part refers to, by the id of the relation."""
        return {
            relation.id: relation.target
            for relation in self.relations(name)
            if not relation.is_external
        }

    @property
    def main(self) -> str:
        """The part that a program opens; raises KeyError if there is none."""
        for relation in self.relations(""):
            if relation.kind == "officeDocument":
                return relation.target
        raise KeyError("a part that a program would open")

    def content_type(self, name: str) -> str:
        """Return what a part is said to be."""
        ending = name.rpartition(".")[2].lower()
        return self._overrides.get(name) or self._defaults.get(ending, "")

    @cached_property
    def _overrides(self) -> dict[str, str]:
        entries = self.xml(CONTENT_TYPES).iter(f"{TYPES}Override")
        return {e.get("PartName", "").removeprefix("/"): e.get("ContentType", "") for e in entries}

    @cached_property
    def _defaults(self) -> dict[str, str]:
        entries = self.xml(CONTENT_TYPES).iter(f"{TYPES}Default")
        return {e.get("Extension", "").lower(): e.get("ContentType", "") for e in entries}


def _is_element(entry: etree._Element) -> bool:
    return isinstance(entry.tag, str)


def _relation(entry: etree._Element, folder: str) -> Relation:
    target, is_external = entry.get("Target", ""), entry.get("TargetMode") == "External"
    if not is_external:
        target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
    return Relation(
        entry.get("Id", ""), entry.get("Type", "").rpartition("/")[2], target, is_external
    )


def package_faults(
    package: Package, kinds: dict[str, tuple[str, frozenset[str]]]
) -> Iterator[tuple[str, str]]:
    """Yield part and fault wherever a package is not put together as Briefbook does it.

    `kinds` has for each content type the pattern of its parts' names and the relations they may have.
    """
    yield from _entry_faults(package)
    yield from _type_faults(package)
    reached = {CONTENT_TYPES, "_rels/.rels"}
    waiting = [""]
    while waiting:
        name = waiting.pop()
        kind = package.content_type(name) if name else ""
        pattern, allowed = kinds.get(kind, ("(?!)", frozenset()))
        if name and not re.fullmatch(pattern, name):
            yield name, f"is a part that Briefbook never writes ({kind or 'of no type'})"
        yield from _relation_faults(package, name, allowed)
        for relation in package.relations(name):
            if relation.is_external or relation.target in reached:
                continue
            if relation.target not in package.names:
                yield name or "the package", f"refers to {relation.target}, which is not there"
                continue
            reached.add(relation.target)
            waiting.append(relation.target)
        folder, base = posixpath.split(name)
        reached.add(posixpath.join(folder, "_rels", f"{base}.rels"))
    for name in sorted({*package.names} - reached):
        yield name, "belongs to nothing in the file"


def _entry_faults(package: Package) -> Iterator[tuple[str, str]]:
    counts = Counter(name.lower() for name in package.names)
    for name in sorted({name for name in package.names if counts[name.lower()] > 1}):
        yield name, "is in the file more than once"
    for name in package.names:
        if not _PLAIN_NAME.fullmatch(name) or ".." in name.split("/"):
            yield name, "has a name that Briefbook never gives"


def _type_faults(package: Package) -> Iterator[tuple[str, str]]:
    overrides = Counter(
        entry.get("PartName", "").lower()
        for entry in package.xml(CONTENT_TYPES).iter(f"{TYPES}Override")
    )
    for name, count in overrides.items():
        if count > 1:
            yield name.lstrip("/"), "is said to be of two types"
    for name in package.names:
        if name.endswith(".rels") and package.content_type(name) != _RELATIONS_TYPE:
            yield name, "is not said to hold relations"


def _relation_faults(
    package: Package, name: str, allowed: frozenset[str]
) -> Iterator[tuple[str, str]]:
    relations = package.relations(name)
    place = name or "the package"
    for id_, count in Counter(relation.id for relation in relations).items():
        if count > 1:
            yield place, f"has {count} relations of the id {id_}"
    for relation in relations:
        known = "hyperlink" if relation.is_external else relation.kind
        if relation.kind not in allowed or (relation.is_external and relation.kind != known):
            yield place, f"has a relation that Briefbook never writes: {relation.kind}"
