"""EPUB into blocks: its chapters in the order of the spine, each read as a page."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from lxml import etree

from briefbook.errors import SourceLocation, Unreadable
from briefbook.sources.decoding import decode
from briefbook.sources.readers.html import read_page
from briefbook.sources.readers.packages import opened, parsed
from briefbook.sources.reading import Block, Reading, iso_date, one_line
from briefbook.sources.source_text import About, Boilerplate

_CONTAINER = "META-INF/container.xml"
_LOCKS = "META-INF/encryption.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PAGES = frozenset(("application/xhtml+xml", "text/html"))


def read_epub(data: bytes, name: str) -> Reading:
    """Return the blocks of a book; raises Unreadable when it is broken, locked or has no chapters."""
    with opened(data, name, "EPUB") as package:
        if _LOCKS in package.namelist() and "rights.xml" in " ".join(package.namelist()):
            raise Unreadable(
                "this book is locked (DRM)", place=SourceLocation(name), hint="give it unlocked"
            )
        files = parsed(package.read(_CONTAINER)).iter("{*}rootfile")
        home = next((file.get("full-path") or "" for file in files), "")
        book = parsed(package.read(home))
        blocks: list[Block] = []
        aside: list[Boilerplate] = []
        notes: list[str] = []
        for part in _chapters(book, home):
            page = read_page(decode(package.read(part), part, None).text, name)
            blocks += page.blocks
            aside += page.set_aside
            notes += page.notes
    return Reading(tuple(blocks), tuple(aside), _about(book), tuple(dict.fromkeys(notes)))


def _chapters(book: etree._Element, home: str) -> list[str]:
    """Return the parts that hold the text, in the order of reading; contents and cover are none."""
    items = {item.get("id", ""): item for item in book.iter("{*}item")}
    found = []
    for reference in book.iter("{*}itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or item.get("media-type") not in _PAGES:
            continue
        if "nav" not in (item.get("properties") or "").split() and reference.get("linear") != "no":
            path = posixpath.join(posixpath.dirname(home), unquote(item.get("href", "")))
            found.append(posixpath.normpath(path))
    return found


def _about(book: etree._Element) -> About:
    def first(tag: str) -> str:
        return one_line(next((part.text or "" for part in book.iter(f"{_DC}{tag}")), ""))

    return About(
        title=first("title"),
        publisher=first("publisher") or first("creator"),
        published=iso_date(first("date")) or first("date")[:4],
        language=first("language"),
    )
