"""Files into documents: the only place that decides what a source file's bytes mean."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.errors import SourceLocation, Unreadable
from briefbook.frozen import replace
from briefbook.language.document import Document
from briefbook.plugins import READERS, plugin_named

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

MAX_BYTES = 50 * 1024 * 1024
"""No source of this genre is larger; what is larger is a mistake or an attack."""
_READ_AGAIN = frozenset(
    ".html .htm .xhtml .md .markdown .pdf .docx .xml .tei .odt .epub .pptx .rtf .eml".split()
)
"""Extensions of files in a seed that are read by their format; all others are plain text."""


def read_seed_document(path: Path) -> Document:
    """Return a source of a seed: text in UTF-8 as it stands, or the snapshot of another format.

    Its `sha256` is that of the file's bytes. Raises Unreadable as `read_source` does.
    """
    if path.suffix.lower() not in _READ_AGAIN and not reader_plugin(path.name):
        return read_document(path)
    from briefbook.sources.formats import read_source  # most sources are plain text already

    read = read_source(path)
    return replace(read.document, sha256=read.file_sha256)


def reader_plugin(name: str) -> EntryPoint | None:
    """Return the plugin that reads files with the ending of a name, if there is one."""
    ending = Path(name).suffix.lower().removeprefix(".")
    if ending in ("", "txt"):
        return None  # plain text, without a look at what is installed
    return plugin_named(READERS, ending)


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
