"""What was fetched as text: the one place where this room and the readers of documents meet."""

from __future__ import annotations

import codecs
import tempfile
from pathlib import Path

from briefbook.errors import BriefbookError
from briefbook.refresh.errors import Unfetched
from briefbook.refresh.fetch import Fetched
from briefbook.sources.formats import read_source
from briefbook.sources.source_text import SourceText

_SUFFIXES = {
    "": "",
    "application/octet-stream": "",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/epub+zip": ".epub",
    "application/rtf": ".rtf",
    "application/tei+xml": ".xml",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/xhtml+xml": ".html",
    "application/xml": ".xml",
    "text/html": ".html",
    "text/markdown": ".md",
    "message/rfc822": ".eml",
    "text/plain": ".txt",
    "text/rtf": ".rtf",
    "text/x-markdown": ".md",
    "text/xml": ".xml",
}
"""The types that a source may have; an unknown one is told by its bytes."""

_MARKED_UP = (".html", ".xml", ".pdf", ".docx")


def to_text(answer: Fetched, name: str) -> str:
    """Return the text of a fetched document; raises Unfetched for what is none.

    `name` is that of the snapshot, for the readers' messages.
    """
    return to_source(answer, name).document.text.replace("\r\n", "\n")


def to_source(answer: Fetched, name: str) -> SourceText:
    """Return a fetched document as its reader understands it; raises Unfetched for what is none.

    Reading ends when the time for fetching ends: a server cannot make it last.
    """
    media_type = answer.media_type
    if media_type not in _SUFFIXES:
        raise Unfetched(
            f"the answer is {media_type}, not a document",
            hint="give the address of the text itself",
        )
    suffix = _SUFFIXES[media_type]
    with tempfile.TemporaryDirectory(prefix="briefbook-") as folder:
        path = Path(folder, Path(name).stem + (suffix or Path(name).suffix))
        path.write_bytes(answer.data)
        try:
            read = read_source(path, _encoding(answer.charset), answer.seconds_left)
        except BriefbookError as error:
            raise Unfetched(f"cannot be read: {error.message}", hint=error.hint) from error
        except UnicodeDecodeError as error:
            raise Unfetched(f"cannot be read as {error.encoding}: {error.reason}") from error
    text = read.document.text
    # Markup taken for plain text would be kept as the source's words.
    if (suffix in _MARKED_UP and read.format == "text") or "\0" in text:
        raise Unfetched(
            f"there is no reader for {media_type or 'this kind of file'} yet",
            hint="save its text and record it by hand",
        )
    if not text.strip():
        raise Unfetched("there is no text in it")
    return read


def _encoding(charset: str) -> str | None:
    """Return the encoding that the server names, if it is one."""
    try:
        name = codecs.lookup(charset).name if charset else ""
    except LookupError:
        return None
    return None if name in ("", "utf-8") else name
