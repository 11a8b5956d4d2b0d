"""Files into documents: the only place that decides what a source file's bytes mean."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from briefbook.errors import SourceLocation, Unreadable
from briefbook.language.document import Document

MAX_BYTES = 50 * 1024 * 1024
"""No source of this genre is larger; what is larger is a mistake or an attack."""


def read_document(path: Path) -> Document:
    """Return the document in a file.

    Raises Unreadable when the file is missing, too large, or not text in UTF-8.
    """
    data = read_bytes(path, MAX_BYTES)
    text = utf8_text(data, path)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Unreadable(
            "a NUL character: this is not a text file",
            place=SourceLocation(str(path), line),
            hint="give the plain text of the document",
        )
    return Document(path.name, text, hashlib.sha256(data).hexdigest())


def utf8_text(data: bytes, path: Path) -> str:
    """Return the text of a file's bytes; raises Unreadable with the line that is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            f"not UTF-8 text: byte 0x{data[error.start]:02x}",
            place=SourceLocation(str(path), line),
            hint="save the file as UTF-8",
        ) from error


_ADDRESS = re.compile(r"(https?|ftp):[/\\]+(.+)", re.IGNORECASE)


def refuse_address(path: Path) -> None:
    """Raise Unreadable for a path that is an address of the web, as a path writes it."""
    if found := _ADDRESS.match(str(path)):
        address = f"{found[1].lower()}://{found[2]}".replace("\\", "/")
        raise Unreadable(
            "this is an address, and a file on this machine is wanted",
            place=SourceLocation(address),
            hint="save the page and give the file; its address goes to `url:` of the source, "
            "from where `briefbook refresh` fetches it again",
        )


def read_bytes(path: Path, limit: int) -> bytes:
    """Return a regular file's bytes; raises Unreadable when it is missing or larger than limit."""
    place = SourceLocation(str(path))
    if not path.exists():
        refuse_address(path)
        raise Unreadable("there is no such file", place=place, hint="check the name and the folder")
    if path.is_dir():
        raise Unreadable(
            "this is a folder, and a file is wanted", place=place, hint="name a file in it"
        )
    if not path.is_file():
        raise Unreadable("this is not a file", place=place)
    try:
        size = path.stat().st_size
        if size > limit:
            raise Unreadable(f"{size:,} bytes are more than the limit of {limit:,}", place=place)
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(error.strerror or str(error), place=place) from error
