"""A source as its reader hands it on: the snapshot of its text, and what its form tells."""

from __future__ import annotations

from briefbook.frozen import dataclass
from briefbook.language.document import Document

OUTSIDE = -1
"""Offset of what is not in the snapshot."""


@dataclass(frozen=True)
class Heading:
    """A heading of the source: a paragraph of the snapshot."""

    start: int
    end: int
    level: int
    """1 for the title, 2 for sections, and so on."""


@dataclass(frozen=True)
class Boilerplate:
    """Something that belongs to the site or the page, not to the text: listed, never lost."""

    text: str
    reason: str
    """In a few words: `navigation`, `running head`, `mailing list` …"""
    start: int = OUTSIDE
    end: int = OUTSIDE
    """Where it stands in the snapshot; OUTSIDE when it was left out of it."""


@dataclass(frozen=True)
class About:
    """What a document states about itself; empty where it does not say. Dates are EDTF."""

    title: str = ""
    publisher: str = ""
    published: str = ""
    modified: str = ""
    address: str = ""
    language: str = ""
    """As declared: `en`, `en-GB`, `fr` …"""


@dataclass(frozen=True)
class SourceText:
    """What a file says. The snapshot is what `source.txt` of a seed will hold, byte for byte."""

    document: Document
    """Plain text, a blank line between paragraphs; `sha256` is that of the text in UTF-8."""
    format: str
    """`text`, `html`, `markdown`, `pdf`, `docx`, `odt`, `epub`, `pptx`, `rtf`, `mail` or `tei`."""
    encoding: str = ""
    """As found or as told; empty for formats that have none."""
    about: About = About()
    file_sha256: str = ""
    """Of the bytes of the file that was read, in hexadecimal."""
    headings: tuple[Heading, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()
    notes: tuple[str, ...] = ()
    """What the reader of the briefing should know: how bytes were read, what could not be."""
