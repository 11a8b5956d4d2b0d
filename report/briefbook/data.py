"""Texts and figures as programs hold them, before they become the sources and series of a briefing."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol, cast

from briefbook.errors import Unreadable
from briefbook.frozen import dataclass
from briefbook.language.document import Document
from briefbook.sources.anchoring import Ambiguous, Missing, find_quote

Record = Mapping[str, object]


class Pandas(Protocol):
    """As much of a data frame of pandas as is used."""

    def to_dict(self, orient: str) -> list[dict[str, object]]:
        """Return its rows."""


class Polars(Protocol):
    """As much of a data frame of polars as is used."""

    def to_dicts(self) -> list[dict[str, object]]:
        """Return its rows."""


@dataclass(frozen=True)
class Source:
    """A text to quote from, in Unicode, paragraphs apart by an empty line."""

    text: str
    title: str = ""
    publisher: str = ""

    @classmethod
    def read(cls, path: str | Path, encoding: str | None = None) -> Source:
        """Return the text of a document in any format that drafts read; raises Unreadable."""
        from briefbook.sources.formats import read_source

        read = read_source(Path(path), encoding)
        return cls(read.document.text, read.about.title, read.about.publisher)

    @classmethod
    def from_text(cls, text: str, title: str = "", publisher: str = "") -> Source:
        """Return a source of a text at hand."""
        return cls(text, title, publisher)

    def quote(self, words: str) -> dict[str, str]:
        """Return an entry of a claim's `evidence`; raises Unreadable if the words do not stand here."""
        found = find_quote(Document("source", self.text, ""), words)
        if isinstance(found, Missing):
            near = f"the nearest words are “{found.nearest}”" if found.nearest else ""
            raise Unreadable(f"“{words}” is not in the text", hint=near)
        if isinstance(found, Ambiguous):
            hint = "quote more of it"
            raise Unreadable(f"“{words}” stands in the text more than once", hint=hint)
        return {"quote": words}


@dataclass(frozen=True)
class Series:
    """Figures by date or by category: the first column has the labels, others the values."""

    records: tuple[dict[str, object], ...]

    @classmethod
    def from_records(cls, records: Iterable[Record]) -> Series:
        """Return figures from mappings, one a row."""
        return cls(tuple(dict(record) for record in records))

    @classmethod
    def from_pandas(cls, frame: Pandas) -> Series:
        """Return figures from a data frame of pandas; its index is left out."""
        return cls.from_records(frame.to_dict("records"))

    @classmethod
    def from_polars(cls, frame: Polars) -> Series:
        """Return figures from a data frame of polars."""
        return cls.from_records(frame.to_dicts())

    def csv(self) -> bytes:
        """Return them as the CSV that a series is read from."""
        text = io.StringIO()
        names = list(dict.fromkeys(name for record in self.records for name in record))
        writer = csv.DictWriter(text, names)
        writer.writeheader()
        writer.writerows(self.records)
        return text.getvalue().encode()


Table = Iterable[Record] | Pandas | Polars | Series
"""Figures: records (a mapping a row), a data frame of pandas or polars, or a Series."""


def as_series(table: Table) -> Series:
    """Return figures of whatever kind as a Series."""
    if isinstance(table, Series):
        return table
    if hasattr(table, "to_dicts"):
        return Series.from_polars(cast("Polars", table))
    if hasattr(table, "to_dict"):
        return Series.from_pandas(cast("Pandas", table))
    return Series.from_records(table)
