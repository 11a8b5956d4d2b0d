"""PDF into blocks: the file opened, its pages as lines, and what the file says about itself.

How lines become paragraphs, headings and notes is `pdf_blocks`; lengths are in points.
"""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections.abc import Mapping
from typing import Any

import pdfplumber
from pdfplumber.pdf import PDF

from briefbook.errors import SourceLocation, Unreadable
from briefbook.sources.readers.pdf_blocks import make_blocks
from briefbook.sources.readers.pdf_lines import Line, page_lines
from briefbook.sources.reading import Reading, one_line
from briefbook.sources.source_text import About

MAX_PAGES = 2_000
MAX_UNPACKED = 500 * 1024 * 1024
"""Bytes of all compressed streams together; a few thousand bytes can hold gigabytes."""
_LISTED = 8
_OCR = "run OCR first, for instance: ocrmypdf in.pdf out.pdf"
_STREAM = re.compile(rb"stream\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")
_STEP = 1 << 20
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_NO_TITLE = re.compile(r"untitled|microsoft \w+ - .*|.*\.(?:docx?|pdf|indd|tex|qxd|rtf|html?)|\(?anonymous\)?", re.IGNORECASE)  # fmt: skip


def read_pdf(data: bytes, name: str) -> Reading:
    """Return the blocks of a PDF.

    Raises Unreadable when it is broken, encrypted, too large, or holds pictures and no text.
    """
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    _check_streams(data, name)
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            count = len(pdf.pages)
            pages, empty = _pages(pdf) if count <= MAX_PAGES else ([], [])
            about = _about(pdf.metadata, str(pdf.doc.catalog.get("Lang") or ""))
    except Exception as error:
        raise _failure(error, name) from error
    if count > MAX_PAGES:
        raise Unreadable(
            f"{count:,} pages are more than the limit of {MAX_PAGES:,}",
            place=SourceLocation(name),
            hint="give the part that the briefing is about",
        )
    if not any(pages):
        what = "no text on any page: it is scanned, or drawn" if count else "it has no pages"
        raise Unreadable(
            what, place=SourceLocation(name), hint=_OCR if count else "fetch the file again"
        )
    blocks, aside = make_blocks(pages)
    notes = (f"no text on {_listed(empty)}; scanned pages need OCR",) if empty else ()
    return Reading(blocks, aside, about, notes)


def _pages(pdf: PDF) -> tuple[list[list[Line]], list[int]]:
    """Return the lines of each page, and the numbers of pages that hold pictures alone."""
    pages: list[list[Line]] = []
    empty: list[int] = []
    for number, page in enumerate(pdf.pages, 1):
        lines = page_lines(page, number)
        if not lines and page.images:
            empty.append(number)
        pages.append(lines)
        page.close()  # frees its letters: a page of text takes megabytes
    return pages, empty


def _failure(error: Exception, name: str) -> Exception:
    """Return the sentence for what a library raised; it wraps its own errors in each other."""
    told = f"{type(error).__name__} {error!r} {error.__cause__!r} {error.__context__!r}"
    if "MemoryError" in told:
        return MemoryError()
    if "Password" in told or "Encrypt" in told:
        return Unreadable(
            "this PDF is encrypted and needs a password",
            place=SourceLocation(name),
            hint="save it without one, for instance: qpdf --decrypt --password=… in.pdf out.pdf",
        )
    what = type(error.__cause__ or error.__context__ or error).__name__
    return Unreadable(
        f"broken PDF ({what})",
        place=SourceLocation(name),
        hint="it may be cut short: fetch it again, or repair it, for instance: qpdf in.pdf out.pdf",
    )


def _check_streams(data: bytes, name: str) -> None:
    """Refuse a file whose compressed streams would fill the memory; nothing is kept."""
    total = 0
    for match in _STREAM.finditer(data):
        unpacker = zlib.decompressobj()
        at = match.end()
        piece = data[at : at + _STEP]
        try:
            while piece and not unpacker.eof and total <= MAX_UNPACKED:
                total += len(unpacker.decompress(piece, _STEP))
                if unpacker.unconsumed_tail:
                    piece = unpacker.unconsumed_tail
                else:
                    at += _STEP
                    piece = data[at : at + _STEP]
        except zlib.error:
            continue
        if total > MAX_UNPACKED:
            raise Unreadable(
                f"the parts of this file unpack to more than {MAX_UNPACKED:,} bytes",
                place=SourceLocation(name),
                hint="give the document without its pictures, or as text",
            )


def _listed(pages: list[int]) -> str:
    shown = ", ".join(map(str, pages[:_LISTED]))
    more = f" and {len(pages) - _LISTED} more" if len(pages) > _LISTED else ""
    return f"page{'s' if len(pages) > 1 else ''} {shown}{more}"


def _about(metadata: Mapping[str, Any], language: str) -> About:
    title = one_line(str(metadata.get("Title") or ""))
    found = _DATE.match(str(metadata.get("ModDate") or metadata.get("CreationDate") or ""))
    return About(
        title="" if _NO_TITLE.fullmatch(title) else title,
        modified="-".join(found.groups()) if found else "",
        language=language.strip("b'\"") if re.search(r"[a-z]{2}", language) else "",
    )
