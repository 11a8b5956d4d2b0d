"""What kind of file some bytes are: by their content first, then by the name."""

from __future__ import annotations

import io
import re

from briefbook.errors import SourceLocation, Unreadable

_GIVE = "give the document as text, HTML, Markdown, PDF, DOCX, ODT, EPUB, PPTX, RTF, EML or TEI"
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
    (b"%!PS", "PostScript", "convert it to PDF"),
    (b"SQLite format 3\0", "a database", _GIVE),
    (b"RIFF", "sound or film", _GIVE),
    (b"ID3", "sound (MP3)", _GIVE),
    (b"OggS", "sound or film", _GIVE),
)  # fmt: skip
_SERIES = "its figures are no sentences: give the text that tells of them, and name the table under `series:`"
_ZIPS = (
    ("word/document.xml", "docx"), ("ppt/presentation.xml", "pptx"), ("META-INF/container.xml", "epub"),
)  # fmt: skip
_OPEN = {b".text": "odt", b".text-template": "odt"}
_OPEN_KINDS = {
    b".spreadsheet": "a spreadsheet (ODS)",
    b".presentation": "a presentation (ODP)",
    b".graphics": "a drawing (ODG)",
}
_OPEN_TYPE = b"application/vnd.oasis.opendocument"
_EXTENSIONS = {
    "html": "html", "htm": "html", "xhtml": "html", "md": "markdown", "markdown": "markdown",
    "xml": "tei", "tei": "tei", "txt": "text", "eml": "mail",
}  # fmt: skip
_HEAD = 4_096
_HTML = re.compile(r"(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)  # fmt: skip
_XML = re.compile(r"\s*(?:<\?xml\b|<(?:\w+:)?TEI(?:\.2)?[\s>]|<teiCorpus[\s>])")
_ELEMENT = re.compile(r"</(?:p|div|a|li|h[1-6]|td)>", re.IGNORECASE)
_MANY = 3


def sniff_bytes(data: bytes, name: str) -> str:
    """Return `pdf`, `docx`, `odt`, `epub`, `pptx`, `rtf`, or nothing for what may be text.

    Raises Unreadable for other kinds.
    """
    if not data.strip():
        raise Unreadable(
            "the file is empty", place=SourceLocation(name), hint="give a document with text"
        )
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data, name)
    for magic, what, hint in _FOREIGN:
        if data.startswith(magic):
            raise Unreadable(f"this is {what}", place=SourceLocation(name), hint=hint)
    return ""


def sniff_text(text: str, name: str, place: str = "") -> str:
    """Return `html`, `tei`, `mail`, `markdown` or `text` for what has been decoded.

    Raises Unreadable for a table of figures.
    """
    head = text[:_HEAD]
    if _is_mail(head):
        return "mail"
    _refuse_table(text, name, place or name)
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
    import zipfile  # most sources are texts

    from briefbook.archives import BROKEN

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.namelist()
            kind = package.read("mimetype")[:200] if "mimetype" in parts else b""
    except BROKEN as error:
        if name.lower().endswith(".docx"):
            raise Unreadable(
                "broken DOCX: the file is cut short or damaged",
                place=SourceLocation(name),
                hint="fetch it again, or open it in a word processor and save it anew",
            ) from error
        raise Unreadable("a broken archive", place=SourceLocation(name), hint=_GIVE) from error
    if "mimetype" in parts and kind.startswith(_OPEN_TYPE):
        rest = kind.removeprefix(_OPEN_TYPE).strip()
        if rest in _OPEN:
            return _OPEN[rest]
        what = _OPEN_KINDS.get(rest, "an OpenDocument file")
        hint = _SERIES if rest == b".spreadsheet" else "save it as PDF, PPTX or ODT"
        raise Unreadable(f"this is {what}", place=SourceLocation(name), hint=hint)
    for part, format_ in _ZIPS:
        if part in parts:
            return format_
    if any(entry.startswith("xl/") for entry in parts):
        raise Unreadable("this is a spreadsheet (XLSX)", place=SourceLocation(name), hint=_SERIES)
    raise Unreadable("this is an archive (ZIP)", place=SourceLocation(name), hint="unpack it, and give the document in it")  # fmt: skip


_FIELDS = re.compile(
    r"^(?:From|To|Cc|Date|Subject|Message-ID|MIME-Version|Return-Path|Received|Delivered-To|Content-Type|Reply-To|"
    r"Sender|X-[\w-]+|DKIM-Signature):\s",
    re.IGNORECASE,
)
_LEAST_FIELDS = 3


def _is_mail(head: str) -> bool:
    """Tell whether a text begins with the fields of an e-mail, who sent it among them."""
    fields = re.split(r"\r?\n\r?\n", head, maxsplit=1)[0]
    lines = [line for line in fields.splitlines() if not line[:1].isspace()]
    told = [line for line in lines if _FIELDS.match(line)]
    has_sender = any(line.lower().startswith("from:") for line in told)
    return has_sender and len(told) >= _LEAST_FIELDS and len(told) == len(lines)


_ROWS = 5


def _refuse_table(text: str, name: str, place: str) -> None:
    """Raise Unreadable for rows of figures that a spreadsheet saved as text."""
    if name.rpartition(".")[2].lower() not in ("csv", "tsv", "tab"):
        return
    lines = [line for line in text.splitlines()[:200] if line.strip()]
    mark = max(",;\t", key=text[:_HEAD].count)
    if len(lines) >= _ROWS and all(mark in line for line in lines[:_ROWS]):
        raise Unreadable(
            "this is a table of figures (CSV)", place=SourceLocation(place), hint=_SERIES
        )
