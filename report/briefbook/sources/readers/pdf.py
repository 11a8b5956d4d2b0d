"""PDF into blocks: the file opened, its pages as lines, and what the file says about itself.

How lines become paragraphs, headings and notes is `pdf_blocks`; lengths are in points.
"""

from __future__ import annotations

import ctypes
import re
import zlib
from collections.abc import Mapping, Sequence

import pypdfium2 as pdfium
from pypdfium2 import raw

from briefbook.errors import SourceLocation, Unreadable
from briefbook.sources.readers.pdf_blocks import make_blocks
from briefbook.sources.readers.pdf_forms import form_fields
from briefbook.sources.readers.pdf_ligatures import mark_lost_letters
from briefbook.sources.readers.pdf_lines import Line, page_lines
from briefbook.sources.readers.pdf_words import page_words
from briefbook.sources.reading import LOST, BlockKind, Reading, body_of, one_line, picture_notes
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
    _check_streams(data, name)
    try:
        with pdfium.PdfDocument(data) as pdf:
            count = len(pdf)
            pages, empty, pictures = _pages(pdf) if count <= MAX_PAGES else ([], [], 0)
            pages, unnamed = _named(pages)
            about = _about(pdf.get_metadata_dict(), _language(pdf))
            has_form = pdf.get_formtype() != raw.FORMTYPE_NONE
    except pdfium.PdfiumError as error:
        raise _failure(error, name) from error
    if count > MAX_PAGES:
        raise Unreadable(
            f"{count:,} pages are more than the limit of {MAX_PAGES:,}",
            place=SourceLocation(name),
            hint="give the part that the briefing is about",
        )
    rows, told = form_fields(data) if has_form else ((), ())
    if not any(pages) and not rows:
        what = "no text on any page: it is scanned, or drawn" if count else "it has no pages"
        what = (
            "its letters cannot be read: the file draws them without saying which they are"
            if unnamed
            else what
        )
        raise Unreadable(
            what, place=SourceLocation(name), hint=_OCR if count else "fetch the file again"
        )
    blocks, aside = make_blocks(pages)
    blocks, torn = mark_lost_letters(blocks)
    if rows:
        at = next((n for n, b in enumerate(blocks) if b.kind is BlockKind.NOTE), len(blocks))
        blocks = (*blocks[:at], *rows, *blocks[at:])
    notes = (f"no text on {_listed(empty)}; scanned pages need OCR",) if empty else ()
    notes = (*notes, *_lost_notes(pages, unnamed), *((torn,) if torn else ()))
    return Reading(blocks, aside, about, (*notes, *told, *_told(pictures)))


def _pages(pdf: pdfium.PdfDocument) -> tuple[list[list[Line]], list[int], int]:
    """Return the lines of each page, the pages that hold pictures alone, and how many pictures there are."""
    pages: list[list[Line]] = []
    empty: list[int] = []
    pictures = 0
    for number in range(len(pdf)):
        page = pdf[number]
        words, size = page_words(page)
        lines = page_lines(words, size, number + 1)
        found = _pictures(page)
        if not lines and found:
            empty.append(number + 1)
        elif lines:
            pictures += found
        pages.append(lines)
        page.close()
    return pages, empty, pictures


_MOST_LOST, _SHOWN = 0.2, 3
"""Share of a page's letters without which it cannot be read, and words with a lost letter that are shown."""


def _named(pages: list[list[Line]]) -> tuple[list[list[Line]], list[int]]:
    """Return the pages without those whose letters the file does not name, and the numbers of these."""
    kept: list[list[Line]] = []
    unnamed: list[int] = []
    for lines in pages:
        letters = "".join(line.text for line in lines)
        is_lost = letters.count(LOST) > _MOST_LOST * len(letters)
        unnamed += [lines[0].page] if is_lost else []
        kept.append([] if is_lost else lines)
    return kept, unnamed


def _lost_notes(pages: Sequence[list[Line]], unnamed: list[int]) -> tuple[str, ...]:
    """Return what to say of letters that the file does not name."""
    found = [f"the letters on {_listed(unnamed)} cannot be read; run OCR"] if unnamed else []
    texts = [line.text for lines in pages for line in lines if LOST in line.text]
    count = sum(text.count(LOST) for text in texts)
    if count:
        words = [word for text in texts for word in text.split() if LOST in word]
        shown = ", ".join(f"“{word}”" for word in dict.fromkeys(words[: 4 * _SHOWN]))
        letters = "a letter cannot" if count == 1 else f"{count:,} letters cannot"
        found.append(f"{letters} be read, since the file does not say which they are: {shown}")
    return tuple(found)


_LEAST_PICTURE = 60.0
"""Points that a picture is wide and high; what is smaller is a mark or a rule."""
_OBJECTS = 2_000


def _pictures(page: pdfium.PdfPage) -> int:
    """Return how many pictures of some size a page shows."""
    count = 0
    for seen, found in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2)):
        left, low, right, high = found.get_bounds()
        count += right - left >= _LEAST_PICTURE and high - low >= _LEAST_PICTURE
        if seen > _OBJECTS:
            break
    return count


def _told(pictures: int) -> tuple[str, ...]:
    return picture_notes([""] * pictures)


def _language(pdf: pdfium.PdfDocument) -> str:
    buffer = ctypes.create_string_buffer(64)
    length = raw.FPDFCatalog_GetLanguage(
        pdf.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), 64
    )
    return buffer.raw[: max(0, min(int(length), 64) - 2)].decode("utf-16-le", "ignore")


def _failure(error: Exception, name: str) -> Unreadable:
    """Return the sentence for what PDFium says of a file that it cannot open."""
    told = str(error).lower()
    if "password" in told or "security" in told:
        return Unreadable(
            "this PDF is encrypted and needs a password",
            place=SourceLocation(name),
            hint="save it without one, for instance: qpdf --decrypt --password=… in.pdf out.pdf",
        )
    return Unreadable(
        "broken PDF",
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


def _about(metadata: Mapping[str, str], language: str) -> About:
    title = one_line(str(metadata.get("Title") or ""))
    found = _DATE.match(str(metadata.get("ModDate") or metadata.get("CreationDate") or ""))
    return About(
        title="" if _NO_TITLE.fullmatch(title) else title,
        publisher=body_of(one_line(str(metadata.get("Author") or ""))),
        modified="-".join(found.groups()) if found else "",
        language=language.strip("b'\"") if re.search(r"[a-z]{2}", language) else "",
    )
