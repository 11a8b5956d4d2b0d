"""ODT into blocks: headings by their level, lists, tables row by row, notes apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from briefbook.sources.readers.packages import opened, parsed
from briefbook.sources.reading import (
    CELLS,
    Block,
    BlockKind,
    Reading,
    iso_date,
    one_line,
    picture_notes,
)
from briefbook.sources.source_text import About

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_TEXT = f"{{{_OASIS.format('text')}}}"
_TABLE = f"{{{_OASIS.format('table')}}}"
_DRAW = f"{{{_OASIS.format('drawing')}}}"
_OFFICE = f"{{{_OASIS.format('office')}}}"
_META = f"{{{_OASIS.format('meta')}}}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_NO_WORDS = frozenset(
    (f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_DRAW}frame")
)
_GAPS = frozenset((f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"))
_LEFT_OUT = frozenset(
    (f"{_TEXT}table-of-content", f"{_TEXT}tracked-changes", f"{_TEXT}alphabetical-index")
)


def read_odt(data: bytes, name: str) -> Reading:
    """Return the blocks of an OpenDocument text; raises Unreadable when it is broken or too large."""
    with opened(data, name, "ODT") as package:
        root = parsed(package.read("content.xml"))
        meta = parsed(package.read("meta.xml")) if "meta.xml" in package.namelist() else None
    body = next(root.iter(f"{_OFFICE}text"), None)
    walk = _Walk()
    if body is not None:
        walk.run(body)
    return Reading((*walk.blocks, *walk.notes), (), _about(meta), picture_notes(walk.pictures))


@dataclass
class _Walk:
    blocks: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    def run(self, element: etree._Element, *, in_list: bool = False) -> None:
        """Take the blocks of an element, one after the other."""
        for child in element:
            if child.tag in _LEFT_OUT:
                continue
            if child.tag == f"{_TEXT}h":
                level = child.get(f"{_TEXT}outline-level", "1")
                self._add(BlockKind.HEADING, child, int(level) if level.isdigit() else 1)
            elif child.tag == f"{_TEXT}p":
                self._add(BlockKind.ITEM if in_list else BlockKind.PARAGRAPH, child)
            elif child.tag == f"{_TEXT}list":
                self.run(child, in_list=True)
            elif child.tag == f"{_TABLE}table":
                self._table(child)
            elif isinstance(child.tag, str):
                self.run(child, in_list=in_list)

    def _add(self, kind: BlockKind, element: etree._Element, level: int = 0) -> None:
        self._apart(element)
        if text := one_line("".join(_words(element))):
            self.blocks.append(Block(kind, text, level))

    def _table(self, table: etree._Element) -> None:
        for row in table.iter(f"{_TABLE}table-row"):
            self._apart(row)
            cells = (one_line(" ".join(_words(cell))) for cell in row.iter(f"{_TABLE}table-cell"))
            told = [cell for cell in cells if cell]
            if told:
                kind = BlockKind.ROW if len(told) > 1 else BlockKind.PARAGRAPH
                self.blocks.append(Block(kind, CELLS.join(told)))

    def _apart(self, element: etree._Element) -> None:
        """Take what stands in a paragraph and is no part of its words: notes, pictures, boxes."""
        for note in element.iter(f"{_TEXT}note-body"):
            if text := one_line(" ".join(_words(note))):
                self.notes.append(Block(BlockKind.NOTE, text))
        for frame in element.iter(f"{_DRAW}frame"):
            titles = (frame.findtext(f"{_SVG}{part}") or "" for part in ("desc", "title"))
            if frame.find(f"{_DRAW}image") is not None:
                self.pictures.append(one_line(next(filter(None, titles), "")))
            for box in frame.iter(f"{_DRAW}text-box"):
                self.run(box)


def _words(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in _GAPS:
            yield " "
        elif child.tag not in _NO_WORDS and isinstance(child.tag, str):
            yield from _words(child)
            yield " " if child.tag in (f"{_TEXT}p", f"{_TEXT}h") else ""
        yield child.tail or ""


def _about(meta: etree._Element | None) -> About:
    if meta is None:
        return About()

    def first(tag: str) -> str:
        return one_line(next((part.text or "" for part in meta.iter(tag)), ""))

    return About(
        title=first(f"{_DC}title"),
        published=iso_date(first(f"{_META}creation-date")),
        modified=iso_date(first(f"{_DC}date")),
        language=first(f"{_DC}language"),
    )
