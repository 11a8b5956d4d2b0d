"""Files of any known format into text; the format is told by content first, then by name."""

from __future__ import annotations

import hashlib
from pathlib import Path

from briefbook.source.document import Document
from briefbook.source.read import MAX_BYTES, read_bytes
from briefbook.source.source_text import SourceText


def read_source(path: Path, encoding: str | None = None) -> SourceText:
    """Return what a file says.

    Raises Unreadable when the file cannot be read, is no document of a known format, or needs a
    library that is not installed.
    """
    data = read_bytes(path, MAX_BYTES)
    text = data.decode(encoding or "utf-8-sig")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return SourceText(Document(path.name, text, sha256), "text", encoding or "utf-8")
