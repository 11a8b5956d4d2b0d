"""Documents that are zip archives of XML: opened within limits, and without entities or networks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from briefbook.archives import BROKEN
from briefbook.errors import SourceLocation, Unreadable

MAX_UNPACKED = 300 * 1024 * 1024
"""Bytes of all parts together; a zip can hold a thousand times its size."""
MAX_PARTS = 5_000


@contextmanager
def opened(data: bytes, name: str, what: str) -> Iterator[zipfile.ZipFile]:
    """Open a package of some kind; raises Unreadable when it is broken, locked or too large."""
    broken = f"broken {what}"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            check_parts(package, name)
            yield package
    except (etree.XMLSyntaxError, *BROKEN) as error:
        raise Unreadable(
            f"{broken}: {type(error).__name__}: {str(error)[:120]}",
            place=SourceLocation(name),
            hint="the file may be cut short: fetch it again, or open and save it anew",
        ) from error


def check_parts(package: zipfile.ZipFile, name: str) -> None:
    """Raise Unreadable for a package that would fill the memory, or that is locked."""
    parts = package.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise Unreadable(
            f"the parts of this file unpack to more than {MAX_UNPACKED:,} bytes",
            place=SourceLocation(name),
            hint="give the document without its pictures, or as text",
        )
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(
            "this file is encrypted", place=SourceLocation(name), hint="save it without a password"
        )


def parsed(data: bytes) -> etree._Element:
    """Return the root of an XML part; entities stay unresolved, nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(data, parser)
