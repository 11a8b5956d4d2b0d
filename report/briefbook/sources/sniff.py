"""What kind of file some bytes are: by their content first, then by the name."""

from __future__ import annotations

import io
import re
import zipfile

from briefbook.errors import SourceLocation, Unreadable

_GIVE = "give the document as text, HTML, Markdown, PDF, DOCX or TEI"
_FOREIGN = (
    (b"\x89PNG", "a picture (PNG)", "run OCR, and give its text"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "run OCR, and give its text"),
    (b"GIF8", "a picture (GIF)", "run OCR, and give its text"),
    (b"II*\0", "a picture (TIFF)", "run OCR, and give its text"),
    (b"MM\0*", "a picture (TIFF)", "run OCR, and give its text"),
    (b"\x7fELF", "a program", _GIVE),
    (b"MZ\x90\0", "a program", _GIVE),
    (b"\xcf\xfa\xed\xfe", "a program", _GIVE),
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it, and give the document in it"),
    (b"BZh", "a compressed file (bzip2)", "unpack it, and give the document in it"),
    (b"\xfd7zXZ\0", "a compressed file (xz)", "unpack it, and give the document in it"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)", "unpack it, and give the document in it"),
    (b"Rar!\x1a\x07", "an archive (RAR)", "unpack it, and give the document in it"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document (.doc), or an encrypted one", "save it as DOCX without a password"),
    (b"{\\rtf", "rich text (RTF)", "save it as DOCX or PDF"),
    (b"%!PS", "PostScript", "convert it to PDF"),
    (b"SQLite format 3\0", "a database", _GIVE),
    (b"RIFF", "sound or film", _GIVE),
    (b"ID3", "sound (MP3)", _GIVE),
    (b"OggS", "sound or film", _GIVE),
)  # fmt: skip
_ZIPS = (
    ("xl/", "a spreadsheet (XLSX)"),
    ("ppt/", "a presentation (PPTX)"),
    ("META-INF/container.xml", "a book (EPUB)"),
    ("content.xml", "an OpenDocument file (ODT)"),
)
_EXTENSIONS = {
    "html": "html", "htm": "html", "xhtml": "html", "md": "markdown", "markdown": "markdown",
    "xml": "tei", "tei": "tei", "txt": "text",
}  # fmt: skip
_HEAD = 4_096
_HTML = re.compile(r"(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)  # fmt: skip
_XML = re.compile(r"\s*(?:<\?xml\b|<(?:\w+:)?TEI(?:\.2)?[\s>]|<teiCorpus[\s>])")
_ELEMENT = re.compile(r"</(?:p|div|a|li|h[1-6]|td)>", re.IGNORECASE)
_MANY = 3


def sniff_bytes(data: bytes, name: str) -> str:
    """Return `pdf`, `docx`, or nothing for what may be text; raises Unreadable for other kinds."""
    if not data.strip():
        raise Unreadable(
            "the file is empty", place=SourceLocation(name), hint="give a document with text"
        )
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data, name)
    for magic, what, hint in _FOREIGN:
        if data.startswith(magic):
            raise Unreadable(f"this is {what}", place=SourceLocation(name), hint=hint)
    return ""


def sniff_text(text: str, name: str) -> str:
    """Return `html`, `tei`, `markdown` or `text` for what has been decoded."""
    head = text[:_HEAD]
    if _HTML.match(head):
        return "html"
    if _XML.match(head):
        return "html" if re.search(r"<(?:\w+:)?html[\s>]", head, re.IGNORECASE) else "tei"
    told = _EXTENSIONS.get(name.rpartition(".")[2].lower(), "text")
    is_marked = told != "markdown" and len(_ELEMENT.findall(head)) >= _MANY
    if told == "tei" and not head.lstrip().startswith("<"):
        return "text"
    return "html" if is_marked and told != "tei" else told


def _zip(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        if name.lower().endswith(".docx"):
            raise Unreadable(
                "broken DOCX: the file is cut short or damaged",
                place=SourceLocation(name),
                hint="fetch it again, or open it in a word processor and save it anew",
            ) from error
        raise Unreadable("a broken archive", place=SourceLocation(name), hint=_GIVE) from error
    if "word/document.xml" in parts:
        return "docx"
    for part, what in _ZIPS:
        if any(entry.startswith(part) for entry in parts):
            raise Unreadable(
                f"this is {what}", place=SourceLocation(name), hint="save it as PDF or DOCX"
            )
    raise Unreadable("this is an archive (ZIP)", place=SourceLocation(name), hint="unpack it, and give the document in it")  # fmt: skip
