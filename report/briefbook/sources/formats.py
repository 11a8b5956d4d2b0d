"""Files of any known format into text; the format is told by content first, then by name."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefbook.errors import SourceLocation, Unreadable
from briefbook.frozen import replace
from briefbook.plugins import load
from briefbook.sources.decoding import decode
from briefbook.sources.limited import run_limited, seconds_for
from briefbook.sources.read import MAX_BYTES, read_bytes, reader_plugin
from briefbook.sources.readers.text import read_text
from briefbook.sources.reading import Reading
from briefbook.sources.snapshot import make_snapshot
from briefbook.sources.sniff import sniff_bytes, sniff_text
from briefbook.sources.source_text import SourceText

_LIBRARIES = {
    "html": "lxml", "tei": "lxml", "markdown": "markdown-it-py", "pdf": "pypdfium2",
    "docx": "python-docx", "odt": "lxml", "epub": "lxml",
}  # fmt: skip
"""What a reader needs, by the name under which it is installed: known projects, not our own name,
which somebody else may hold in an index."""


_BY_BYTES = frozenset("pdf docx odt epub pptx rtf mail".split())
"""Formats whose readers decode for themselves."""


def read_source(
    path: Path, encoding: str | None = None, seconds: float | None = None
) -> SourceText:
    """Return what a file says.

    Raises Unreadable when the file cannot be read, is no document of a known format, takes longer
    than the seconds (by its size, if none are given) or needs a library that is not installed;
    WrongUse when there is no such encoding.
    """
    data = read_bytes(path, MAX_BYTES)
    read = _read(data, str(path), path.name, encoding, seconds)
    if not read.document.text.strip():
        raise Unreadable("there is no text in this file", place=SourceLocation(str(path)))
    return replace(read, file_sha256=hashlib.sha256(data).hexdigest())


def _read(
    data: bytes, place: str, name: str, encoding: str | None, seconds: float | None
) -> SourceText:
    if plugin := reader_plugin(name):
        reading = run_limited(load(plugin), (data, place), place, seconds or seconds_for(len(data)))
        return make_snapshot(reading, name, plugin.name)
    format_ = sniff_bytes(data, place) if not encoding else ""
    if format_:
        return make_snapshot(_reading(format_, data, "", place, seconds), name, format_)
    decoded = decode(data, place, encoding)
    format_ = sniff_text(decoded.text, name, place)
    if format_ == "text":
        read = read_text(decoded.text, name)
    else:
        read = make_snapshot(_reading(format_, data, decoded.text, place, seconds), name, format_)
    return replace(read, encoding=decoded.encoding, notes=(*decoded.notes, *read.notes))


def _reading(format_: str, data: bytes, text: str, place: str, seconds: float | None) -> Reading:
    """Return what a format's reader makes of a file, within limits of time and memory."""
    try:
        reader = _reader(format_)
    except ModuleNotFoundError as error:
        raise Unreadable(
            f"reading {format_.upper() if format_ != 'markdown' else 'Markdown'} needs the library “{error.name}”, which is not installed",
            place=SourceLocation(place),
            hint=f"pip install {_LIBRARIES[format_]}",
        ) from error
    content = data if format_ in _BY_BYTES else text
    return run_limited(reader, (content, place), place, seconds or seconds_for(len(data)))


def _reader(format_: str) -> Callable[[Any, str], Reading]:
    """Return a format's reader; its library is loaded only now."""
    module, function = _READERS[format_]
    found: Callable[[Any, str], Reading] = getattr(
        __import__(module, fromlist=(function,)), function
    )
    return found


_READERS = {
    format_: (f"briefbook.sources.readers.{format_}", f"read_{format_}")
    for format_ in "pdf docx odt epub pptx rtf mail html markdown tei".split()
}
