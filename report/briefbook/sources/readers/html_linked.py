"""What a page states about itself as linked data (JSON-LD): who publishes it, and when."""

from __future__ import annotations

import json
from collections.abc import Iterator

from lxml import etree

from briefbook.sources.reading import one_line

_MOST, _DEEP = 200_000, 6
"""Letters of a script that is read, and how deep its entries are looked for."""
_TEXTS = ("Article", "Report", "Page", "Posting", "Dataset", "Legislation", "Statement", "Work")
"""Ends of the names of types that are a text; a person or a shop publishes none."""


def linked_data(root: etree._Element) -> dict[str, str]:
    """Return `publisher` and `published` of a page, as far as its linked data tells."""
    found: dict[str, str] = {}
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        for entry in _entries(_parsed(script.text or ""), _DEEP):
            kinds = entry.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if not any(str(kind).endswith(_TEXTS) for kind in kinds):
                continue
            for key, value in (
                ("publisher", _name(entry.get("publisher"))),
                ("published", one_line(str(entry.get("datePublished") or ""))),
            ):
                if value:
                    found.setdefault(key, value)
    return found


def _parsed(text: str) -> object:
    try:
        return json.loads(text) if len(text) <= _MOST else None
    except (ValueError, RecursionError):
        return None


def _entries(found: object, depth: int) -> Iterator[dict[str, object]]:
    """Yield the entries of linked data, those within a list or a graph too."""
    if isinstance(found, list) and depth:
        for one in found:
            yield from _entries(one, depth - 1)
    elif isinstance(found, dict):
        yield found
        if depth:
            yield from _entries(found.get("@graph"), depth - 1)


def _name(publisher: object) -> str:
    """Return the name of a publisher, which is a word or an entry of its own."""
    if isinstance(publisher, list) and publisher:
        publisher = publisher[0]
    if isinstance(publisher, dict):
        publisher = publisher.get("name")
    return one_line(publisher) if isinstance(publisher, str) else ""
