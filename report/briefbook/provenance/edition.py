"""An edition as its manifest tells it: facts, sources, series and outputs, to be compared."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

from briefbook.errors import WrongUse
from briefbook.frozen import dataclass
from briefbook.manifest import read_manifest
from briefbook.output import recover

_OLDEST = 2
"""The first format whose manifests tell what an edition is compared by."""


@dataclass(frozen=True)
class Fact:
    """What one statement says, and the words of the sources that bear it."""

    name: str
    """Kind of entry and id: `claim transit`."""
    statement: str
    kind: str
    texts: tuple[str, ...]
    quotes: tuple[str, ...]
    pages: tuple[int, ...]
    slides: tuple[int, ...]

    @property
    def text(self) -> str:
        """The words that stand for it: the first that it has."""
        return next((text for text in self.texts if text), "")


@dataclass(frozen=True)
class Edition:
    """One edition of a briefing."""

    name: str
    """The manifest's file name."""
    id: str
    title: str
    date: str
    """ISO 8601."""
    status: str
    content: str
    """Digest of the content of all outputs; empty in manifests that have none."""
    facts: tuple[Fact, ...]
    sources: dict[str, dict[str, str]]
    """By id: title, date, sha256."""
    series: dict[str, dict[str, Any]]
    """By id: title, unit, edition, sha256, values by year."""
    outputs: dict[str, dict[str, Any]]


def given_moment() -> dt.datetime | None:
    """Return the moment in UTC that SOURCE_DATE_EPOCH says, the one clock of a build; None where it is not set.

    Raises WrongUse when it is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    except (ValueError, OverflowError, OSError):
        told = f"SOURCE_DATE_EPOCH is “{epoch}”, not a number of seconds"
        raise WrongUse(told, hint="give seconds since 1970, or unset it") from None


def read_edition(path: Path) -> Edition:
    """Read a manifest; raises Unreadable if it is none."""
    recover(path.parent)
    return read_manifest(path, lambda data: edition_of(data, path.name), _OLDEST)


def edition_of(data: dict[str, Any], name: str) -> Edition:
    """Return what a manifest's data tell; raises KeyError or TypeError where it is none."""
    quotes = {entry["number"]: str(entry["quote"]) for entry in data["passages"]}
    return Edition(
        name=name,
        id=str(data["id"]),
        title=str(data["title"]),
        date=str(data["created"])[:10],
        status=str(data["status"]),
        content=str(data.get("content", "")),
        facts=tuple(_fact(entry, quotes) for entry in data["facts"]),
        sources=dict(data["sources"]),
        series=dict(data["series"]),
        outputs=dict(data["outputs"]),
    )


def _fact(entry: dict[str, Any], quotes: dict[int, str]) -> Fact:
    return Fact(
        name=str(entry["name"]),
        statement=str(entry["statement"]),
        kind=str(entry["kind"]),
        texts=tuple(str(text) for text in entry["texts"]),
        quotes=tuple(quotes[passage["number"]] for passage in entry.get("quotes", ())),
        pages=tuple(entry["pages"]),
        slides=tuple(entry["slides"]),
    )
