"""What a briefing rests on: sources with their quotes, series of figures, formulas."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from briefbook.errors import SourceLocation
from briefbook.frozen import dataclass, replace
from briefbook.model.fields import ID, NOWHERE, SHA, URL
from briefbook.values.basis import Basis, Calendar, PriceBase
from briefbook.values.dates import Date, Precision, short_date
from briefbook.values.quantity import Conversion, Quantity
from briefbook.values.units import ScaledUnit


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
    """The words, letter for letter; `[…]` marks words left out."""
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
    """The number as the text has it."""
    formula: str
    """How it is worked out: `change(grants, 2006, 2014)`."""
    across: str = ""
    """Why unlike measures, prices or years may be joined in it; printed beside the number."""


@dataclass(frozen=True)
class Source:
    """A document that the briefing rests on."""

    id: str = field(metadata=ID)
    file: str
    """Text in the seed folder; for an outside record, the excerpt that was seen."""
    title: str
    """As printed; in brackets if it has none of its own."""
    publisher: str
    """Who published it."""
    sha256: str = field(default="", kw_only=True, metadata=SHA)
    """Of the file's bytes; quotes hold only against this very text."""
    redistribute: bool
    """Whether the text may be passed on; if not, outputs carry its address and quotes alone."""
    quality: str
    """A word on how far it can be trusted (ICD 206)."""
    url: str = field(default="", metadata=URL)
    """Its address, from where `briefbook refresh` fetches it."""
    date: Date | None = None
    """When it was last changed, as it says itself; EDTF."""
    date_note: str = ""
    """The date as printed in the source, where it is ambiguous."""
    accessed: Date | None = None
    """When it was read; EDTF."""
    short: str = ""
    """A short name for source lines and notes."""
    is_outside: bool = False
    """An outside record used only to check, not a source of the briefing's account."""
    is_notes: bool = False
    """The file holds notes of a record, not its words: they are printed without quotation marks."""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class Feed:
    """Where `briefbook refresh` finds a series' figures."""

    url: str = field(metadata=URL)
    """Where the figures are fetched."""
    format: FeedFormat = FeedFormat.CSV
    """What the address holds."""
    country: str = ""
    """The country's code as the file has it, such as TJK; needed where it holds several."""
    measure: str = ""
    """Of ForeignAssistance.gov: the transaction type, such as Obligations."""
    prices: Prices = Prices.CURRENT
    """Of ForeignAssistance.gov: the column of amounts."""
    column: str = ""
    """Of a CSV: the column, if it is not called as in the seed's own file."""


class DecimalMark(StrEnum):
    """What separates the decimals of a table's numbers."""

    COMMA = "comma"
    POINT = "point"


class DateOrder(StrEnum):
    """What stands first in dates such as 01/02/2015."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@dataclass(frozen=True)
class SeriesPoint:
    """One figure of a series: when or of what, how much, and where its cell stands."""

    at: Date | str
    """A date, or the name of a category."""
    value: Decimal | None
    """In whole units; None for an empty cell."""
    cell: SourceLocation = NOWHERE
    is_partial: bool = False
    """Whether it is declared as not fully reported."""
    is_asked: bool = False
    """Whether it is declared as requested or planned."""

    @property
    def label(self) -> str:
        """The date or category as tables and axes print it."""
        return self.at if isinstance(self.at, str) else short_date(self.at)


@dataclass(frozen=True)
class Series:
    """Figures by date or by category, from a CSV or XLSX file of the seed folder."""

    id: str = field(metadata=ID)
    file: str
    """CSV or XLSX in the seed folder."""
    title: str
    """As printed."""
    unit: ScaledUnit
    """What its numbers count: a currency (USD), percent, ships, km; with a scale: USD million."""
    publisher: str
    """Who published the figures."""
    edition: str
    """Of the data, such as November 2025."""
    prices: PriceBase | None = None
    """Of money: current, or constant and a year."""
    calendar: Calendar | None = None
    """What its years are: calendar, or fiscal from and a month."""
    measure: str = ""
    """Of money: obligated, disbursed, budgeted, requested, loan, guarantee, net ODA …"""
    column: str = ""
    """The column of its values; the second one if empty."""
    sheet: str = ""
    """Of a workbook; the first one if empty."""
    header: int = 1
    """The line or row of the file that names its columns."""
    decimal: DecimalMark | None = None
    """Where the file leaves it open: comma or point."""
    dates: DateOrder | None = None
    """Where the file leaves it open what 01/02/2015 is: day-first or month-first."""
    partial: tuple[str, ...] = ()
    """Labels of the first column that are not fully reported: 2015, 2015-Q1, Mar 2015, Norway."""
    asked: tuple[str, ...] = ()
    """Labels of the first column whose figures are requested or planned, not spent."""
    copy: str = ""
    """Where the figures were read, if not at the publisher."""
    url: str = field(default="", metadata=URL)
    """Where they are published."""
    licence: str = ""
    """Under which they may be used."""
    feed: Feed | None = None
    """Where `briefbook refresh` finds them."""
    points: tuple[SeriesPoint, ...] = field(default=(), metadata={"added": True})
    """In the order of dates; categories in the order of the file. Added by the reader."""
    sha256: str = field(default="", metadata=SHA)
    """Of the file's bytes, as recorded; with it, a changed figure stops the build."""
    place: SourceLocation = NOWHERE

    @property
    def basis(self) -> Basis:
        """What its figures measure beyond their unit."""
        return Basis(str(self.measure), self.prices, self.calendar)

    @property
    def is_fiscal(self) -> bool:
        """Whether its years are fiscal years."""
        return self.calendar is not None and self.calendar.is_fiscal

    @cached_property
    def by_year(self) -> dict[int, Decimal]:
        """Its known values by year, in order; empty where it is not of whole years."""
        return {
            point.at.first.year: point.value
            for point in self.points
            if isinstance(point.at, Date)
            and point.at.precision is Precision.YEAR
            and point.value is not None
        }

    def less(self, other: Series) -> Series:
        """Return it with the values of another series taken off; empty where either of them is."""
        taken = {point.at: point.value for point in other.points}
        points = []
        for point in self.points:
            off = taken.get(point.at)
            rest = None if point.value is None or off is None else point.value - off
            points.append(replace(point, value=rest))
        return replace(self, points=tuple(points))

    def quantity(self, value: Decimal) -> Quantity:
        """Return a value of it with its unit and basis."""
        return Quantity(value, self.unit.unit, self.basis, what=f"series {self.id}")


@dataclass(frozen=True)
class DeclaredConversion:
    """A rate between two currencies or units, declared with its date and source."""

    id: str = field(metadata=ID)
    from_: ScaledUnit
    """The unit that is converted."""
    to: ScaledUnit
    """The unit that it is converted to."""
    rate: Decimal
    """How many of `to` one of `from` is worth."""
    date: Date
    """The day, month or year of the rate."""
    source: str
    """Who published the rate; printed beside each figure that rests on it."""
    place: SourceLocation = NOWHERE

    @property
    def conversion(self) -> Conversion:
        """The rate as arithmetic uses it."""
        return Conversion(self.from_.unit, self.to.unit, self.rate)
