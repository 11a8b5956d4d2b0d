"""What a briefing rests on: sources with their quotes, series of figures, formulas."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from briefbook.errors import SourceLocation
from briefbook.model.fields import ID, NOWHERE, SHA, URL
from briefbook.values.dates import Date


class YearType(StrEnum):
    """What a series' years are."""

    FISCAL = "fiscal"
    CALENDAR = "calendar"


class FeedFormat(StrEnum):
    """What an address of figures holds."""

    CSV = "csv"
    """A header, then a year and numbers in each row."""
    FOREIGN_ASSISTANCE = "foreignassistance"
    """ForeignAssistance.gov's summary by country."""
    WORLD_BANK = "worldbank"
    """An indicator as the World Bank's API gives it, version 2, JSON."""


class Prices(StrEnum):
    """In which prices money is counted."""

    CURRENT = "current"
    CONSTANT = "constant"


@dataclass(frozen=True)
class Quote:
    """A passage of a source, letter for letter; `[…]` marks words left out."""

    quote: str
    source: str = ""
    """Id of the source; the first one if empty."""
    prefix: str = ""
    """Words just before, where the quote stands more than once."""
    suffix: str = ""
    """Words just after, likewise."""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class Formula:
    """Where a number of a text comes from: the number as written, and how it is worked out."""

    literal: str
    formula: str


@dataclass(frozen=True)
class Source:
    """A document that the briefing rests on."""

    id: str = field(metadata=ID)
    file: str
    """Text in the seed folder; for an outside record, the excerpt that was seen."""
    title: str
    publisher: str
    sha256: str = field(metadata=SHA)
    """Of the file's bytes; quotes hold only against this very text."""
    redistribute: bool
    """Whether the text may be passed on; if not, outputs carry its address and quotes alone."""
    quality: str
    """A word on how far it can be trusted (ICD 206)."""
    url: str = field(default="", metadata=URL)
    date: Date | None = None
    """When it was last changed, as it says itself; EDTF."""
    date_note: str = ""
    """The date as printed in the source, where it is ambiguous."""
    accessed: Date | None = None
    short: str = ""
    """A short name for source lines and notes."""
    is_outside: bool = False
    """An outside record used only to check, not a source of the briefing's account."""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class Feed:
    """Where `briefbook refresh` finds a series' figures."""

    url: str = field(metadata=URL)
    format: FeedFormat = FeedFormat.CSV
    country: str = ""
    """The country's code as the file has it, such as TJK; needed where it holds several."""
    measure: str = ""
    """Of ForeignAssistance.gov: the transaction type, such as Obligations."""
    prices: Prices = Prices.CURRENT
    """Of ForeignAssistance.gov: the column of amounts."""
    column: str = ""
    """Of a CSV: the column, if it is not called as in the seed's own file."""


@dataclass(frozen=True)
class Series:
    """Figures by year from a CSV file of the seed folder."""

    id: str = field(metadata=ID)
    file: str
    title: str
    unit: str
    """Currency and price base, such as constant 2024 US dollars."""
    year: YearType
    publisher: str
    edition: str
    """Of the data, such as November 2025."""
    value: str = ""
    """The column; the second one if empty."""
    partial: tuple[int, ...] = ()
    """Years not fully reported."""
    copy: str = ""
    """Where the figures were read, if not at the publisher."""
    url: str = field(default="", metadata=URL)
    licence: str = ""
    feed: Feed | None = None
    points: tuple[tuple[int, Decimal], ...] = field(default=(), metadata={"added": True})
    """(year, value) in the order of years, added by the reader."""
    sha256: str = field(default="", metadata=SHA)
    """Of the file's bytes, as recorded; with it, a changed figure stops the build."""
    place: SourceLocation = NOWHERE

    def value_of(self, year: int) -> Decimal:
        """Return a year's value; raises KeyError for a year that the series lacks."""
        return dict(self.points)[year]
