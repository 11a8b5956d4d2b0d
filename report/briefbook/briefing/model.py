"""One briefing as data: what the author wrote, typed and frozen, with no file read and none written.

Every text is a `Words`, so it knows its line. Statements (claims, events, amounts, cells …) say
what bears them: `evidence` holds quotes, `rests_on` borrows the evidence of others by id,
`computed` gives each number a formula. A one-line docstring is also the field's help in the JSON
Schema and in messages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import ClassVar

from briefbook.errors import Place
from briefbook.source.dates import Date
from briefbook.source.document import Document
from briefbook.text import Kind

_NOWHERE = Place("")
_ID = {"pattern": r"[a-z0-9]+(-[a-z0-9]+)*", "wants": "an id such as us-embassy (a-z, 0-9, -)"}
_SHA = {"pattern": r"[0-9a-f]{64}", "wants": "a SHA-256 in 64 hexadecimal digits"}
_URL = {"pattern": r"https://\S+", "wants": "an address that begins with https://"}
_LANG = {"pattern": r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "wants": "a language tag such as en-US"}
_KEYED = {"keyed": True}


class Status(StrEnum):
    """Whether a person has edited the briefing."""

    DRAFT = "draft"
    EDITED = "edited"


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
    place: Place = _NOWHERE


@dataclass(frozen=True)
class Formula:
    """Where a number of a text comes from: the number as written, and how it is worked out."""

    literal: str
    formula: str


@dataclass(frozen=True)
class Source:
    """A document that the briefing rests on."""

    id: str = field(metadata=_ID)
    file: str
    """Text in the seed folder; for an outside record, the excerpt that was seen."""
    title: str
    publisher: str
    sha256: str = field(metadata=_SHA)
    """Of the file's bytes; quotes hold only against this very text."""
    redistribute: bool
    """Whether the text may be passed on; if not, outputs carry its address and quotes alone."""
    quality: str
    """A word on how far it can be trusted (ICD 206)."""
    url: str = field(default="", metadata=_URL)
    date: Date | None = None
    """When it was last changed, as it says itself; EDTF."""
    date_note: str = ""
    """The date as printed in the source, where it is ambiguous."""
    accessed: Date | None = None
    short: str = ""
    """A short name for source lines and notes."""
    is_outside: bool = False
    """An outside record used only to check, not a source of the briefing's account."""
    place: Place = _NOWHERE


@dataclass(frozen=True)
class Claim:
    """One assertion, a full sentence or two."""

    id: str = field(metadata=_ID)
    kind: Kind
    text: str
    lead: str = ""
    """The finding in one sentence, for a key point."""
    short: str = ""
    """The same for a slide, in a few words."""
    voice: str = ""
    """Who holds an attributed statement."""
    evidence: tuple[Quote, ...] = ()
    rests_on: tuple[str, ...] = ()
    """Ids of statements whose evidence bears this one too."""
    computed: tuple[Formula, ...] = field(default=(), metadata=_KEYED)
    lines: tuple[str, ...] = ()
    """A computed statement as separate lines, where it is set as a block."""
    figure: str = ""
    """The one number of it that a slide shows large."""
    terms: str = ""
    """The formula with its terms, printed under a computed block."""
    place: Place = _NOWHERE


@dataclass(frozen=True)
class Event:
    """A dated event."""

    id: str = field(metadata=_ID)
    date: Date
    title: str
    kind: str
    """The lane that it belongs to, such as diplomacy."""
    label: str = ""
    """Two or three words for the timeline; no label if empty."""
    stance: Kind = Kind.REPORTED
    is_context: bool = False
    """Background, not an event of the relationship."""
    evidence: tuple[Quote, ...] = ()
    rests_on: tuple[str, ...] = ()
    place: Place = _NOWHERE


@dataclass(frozen=True)
class Amount:
    """A sum of money as the source states it; unlike sums are never added."""

    id: str = field(metadata=_ID)
    usd: Decimal
    what: str
    kind: str
    """What sort of amount it is, such as construction grant."""
    period: str
    """When, as far as stated."""
    is_cumulative: bool = False
    """Run up over years, or estimated; drawn hatched."""
    evidence: tuple[Quote, ...] = ()
    rests_on: tuple[str, ...] = ()
    place: Place = _NOWHERE


@dataclass(frozen=True)
class Feed:
    """Where `briefbook refresh` finds a series' figures."""

    url: str = field(metadata=_URL)
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

    id: str = field(metadata=_ID)
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
    url: str = field(default="", metadata=_URL)
    licence: str = ""
    feed: Feed | None = None
    points: tuple[tuple[int, Decimal], ...] = field(default=(), metadata={"added": True})
    """(year, value) in the order of years, added by the reader."""
    sha256: str = field(default="", metadata=_SHA)
    """Of the file's bytes, as recorded; with it, a changed figure stops the build."""
    place: Place = _NOWHERE

    def value_of(self, year: int) -> Decimal:
        """Return a year's value; raises KeyError for a year that the series lacks."""
        return dict(self.points)[year]


@dataclass(frozen=True)
class AmountGroup:
    """Amounts of one sort under a heading."""

    label: str
    amounts: tuple[str, ...]
    is_apart: bool = False
    """Not assistance: drawn as outlines, under a heading in the warning ink."""


@dataclass(frozen=True)
class AmountForm:
    """Unlike amounts beside each other."""

    groups: tuple[AmountGroup, ...]


@dataclass(frozen=True)
class MeanForm:
    """A mean to draw across its years."""

    first: int
    last: int


@dataclass(frozen=True)
class SpanForm:
    """A bracket over some years, with its label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True)
class ColumnForm:
    """One series as columns by year."""

    series: str
    highlight: tuple[int, ...] = ()
    means: tuple[MeanForm, ...] = ()
    span: SpanForm | None = None


@dataclass(frozen=True)
class LaneForm:
    """A lane of a timeline: the events of one kind."""

    kind: str = field(metadata=_ID)
    label: str


@dataclass(frozen=True)
class Phase:
    """A phase of the story, for the timeline slide."""

    years: str
    lead: str
    text: str
    rests_on: tuple[str, ...]


@dataclass(frozen=True)
class TimelineForm:
    """The dated events in lanes."""

    lanes: tuple[LaneForm, ...] = field(metadata=_KEYED)
    phases: tuple[Phase, ...] = ()


@dataclass(frozen=True)
class PeriodForm:
    """A period whose shares are drawn as one bar, both years included."""

    label: str
    first: int
    last: int


@dataclass(frozen=True)
class PartForm:
    """A part of the whole: its name and its series."""

    series: str = field(metadata=_ID)
    label: str


@dataclass(frozen=True)
class ShareForm:
    """Shares of comparable wholes over periods."""

    parts: tuple[PartForm, ...] = field(metadata=_KEYED)
    periods: tuple[PeriodForm, ...]


@dataclass(frozen=True)
class LineForm:
    """One series, or one as a share of another, by year."""

    series: str
    of: str = ""
    """The series that makes 100 per cent; empty for the values themselves."""
    highlight: tuple[int, ...] = ()


@dataclass(frozen=True)
class Cell:
    """A table cell that is a statement."""

    text: str
    stance: Kind = Kind.REPORTED
    evidence: tuple[Quote, ...] = ()
    rests_on: tuple[str, ...] = ()
    short: str = ""
    """The same for a slide."""
    place: Place = _NOWHERE


@dataclass(frozen=True)
class TableRow:
    """A row: its name, and a cell for each further column."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class TableForm:
    """Statements in rows and columns."""

    headers: tuple[str, ...]
    widths: tuple[int, ...]
    """Widths of the columns in parts of the whole."""
    rows: tuple[TableRow, ...]


@dataclass(frozen=True)
class Exhibit:
    """A numbered chart or table; exactly one of its last six fields says which."""

    id: str = field(metadata=_ID)
    takeaway: str
    """The finding, a sentence with a verb."""
    subtitle: str = ""
    """Measure, unit, price base, year type."""
    short: str = ""
    """The takeaway as a slide's title, if it must be shorter."""
    note: str = ""
    """What is excluded, partial, assumed."""
    panel: str = ""
    """Id of the claim that stands beside the chart on its slide."""
    rests_on: tuple[str, ...] = ()
    computed: tuple[Formula, ...] = field(default=(), metadata=_KEYED)
    is_on_slides: bool = True
    """Whether the deck shows it too."""
    amounts: AmountForm | None = None
    columns: ColumnForm | None = None
    timeline: TimelineForm | None = None
    shares: ShareForm | None = None
    line: LineForm | None = None
    table: TableForm | None = None
    place: Place = _NOWHERE

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms that are given; the checks demand exactly one."""
        given = (self.amounts, self.columns, self.timeline, self.shares, self.line, self.table)
        return tuple(form for form in given if form is not None)


Form = AmountForm | ColumnForm | TimelineForm | ShareForm | LineForm | TableForm


@dataclass(frozen=True)
class GlanceItem:
    """One figure of the relationship: label, value, note."""

    id: str = field(metadata=_ID)
    label: str
    values: tuple[str, ...]
    rests_on: tuple[str, ...]
    note: str = ""
    is_on_page: bool = True
    """Whether page one of the paper shows it; there is room for about six."""
    number: str = ""
    """The value as a slide's big number; not on the slide if empty."""
    caption: str = ""
    """What the big number means."""
    computed: tuple[Formula, ...] = field(default=(), metadata=_KEYED)
    place: Place = _NOWHERE


@dataclass(frozen=True)
class Note:
    """A remark beside a paragraph."""

    lead: str
    claim: str


@dataclass(frozen=True)
class ParagraphPart:
    """Statements that run on as one paragraph."""

    KEY: ClassVar[str] = "claims"
    claims: tuple[str, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class SubheadingPart:
    """A heading inside a section."""

    KEY: ClassVar[str] = "subheading"
    subheading: str


@dataclass(frozen=True)
class BlockPart:
    """A statement set as a block of its kind: quotation, computation or judgement."""

    KEY: ClassVar[str] = "block"
    block: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class ExhibitPart:
    """An exhibit, where it is spoken of."""

    KEY: ClassVar[str] = "exhibit"
    exhibit: str


Part = ParagraphPart | SubheadingPart | BlockPart | ExhibitPart


@dataclass(frozen=True)
class Section:
    """A part of the briefing."""

    id: str = field(metadata=_ID)
    title: str
    body: tuple[Part, ...]
    running: str = ""
    """The title in the running header and the contents, if it must be shorter."""
    headline: str = ""
    """The finding, as the title of the section's slide."""
    slide: tuple[str, ...] = ()
    """Ids of the statements on the section's slide; no slide if empty."""
    aside: str = ""
    """Id of a statement quoted beside them."""
    computed: tuple[Formula, ...] = field(default=(), metadata=_KEYED)
    place: Place = _NOWHERE


@dataclass(frozen=True)
class BottomLine:
    """The answer first."""

    text: str
    rests_on: tuple[str, ...]
    headline: str
    """Its finding as a slide's title."""
    short: str = ""
    """The text for the slide, if it must be shorter."""
    supports: tuple[str, ...] = ()
    """Ids of the two or three statements beside it on the slide."""
    place: Place = _NOWHERE


@dataclass(frozen=True)
class SourceRemark:
    """What a source says that is damaged, doubtful, outdated or contradictory."""

    says: tuple[Quote, ...]
    doubt: str
    treatment: str
    """What this briefing does about it."""
    evidence: tuple[Quote, ...] = ()
    rests_on: tuple[str, ...] = ()
    shown: str = ""
    """Words of the quote to print, if not all."""
    on_slide: bool = False
    short: str = ""
    """The doubt for a slide."""
    place: Place = _NOWHERE


@dataclass(frozen=True)
class RemarkGroup:
    """Remarks of one sort."""

    group: str
    remarks: tuple[SourceRemark, ...]


@dataclass(frozen=True)
class Alias:
    """A name, and how else it is written; the paper prints the list."""

    name: str
    also: tuple[str, ...]
    """Other spellings and abbreviations; all of them mean the same."""
    place: Place = _NOWHERE


@dataclass(frozen=True)
class Omission:
    """A sentence of the source that the briefing leaves out on purpose."""

    sentence: str
    reason: str
    source: str = ""
    place: Place = _NOWHERE


@dataclass(frozen=True)
class Briefing:
    """One briefing."""

    title: str
    subtitle: str
    topic: str
    status: Status
    edition: Date
    lang: str = field(metadata=_LANG)
    sources: tuple[Source, ...] = field(metadata=_KEYED)
    bottom_line: BottomLine
    key_points: tuple[str, ...]
    """Ids of three to five statements with a lead."""
    sections: tuple[Section, ...]
    claims: tuple[Claim, ...]
    key_headline: str = ""
    """Title of the slide of key messages."""
    parties: tuple[str, ...] = ()
    """ISO 3166 codes."""
    marking: str = ""
    prepared_by: str = ""
    prepared_for: str = ""
    notice_label: str = ""
    notice: str = ""
    """What page one says about the sources as a whole; required with a single source."""
    glance: tuple[GlanceItem, ...] = field(default=(), metadata=_KEYED)
    glance_headline: str = ""
    computed: tuple[Formula, ...] = field(default=(), metadata=_KEYED)
    """Formulas for the numbers of the headlines and of page one's texts."""
    events: tuple[Event, ...] = ()
    amounts: tuple[Amount, ...] = ()
    series: tuple[Series, ...] = field(default=(), metadata=_KEYED)
    exhibits: tuple[Exhibit, ...] = ()
    notes_on_the_source: tuple[RemarkGroup, ...] = ()
    remarks_headline: str = ""
    what_would_settle: str = ""
    """Records that would decide what the sources leave open; printed after the remarks."""
    omissions: tuple[Omission, ...] = ()
    aliases: tuple[Alias, ...] = field(default=(), metadata=_KEYED)
    """Names that are written in more than one way, beyond those of countries and known bodies."""
    id: str = field(default="", metadata={"added": True})
    """Name of the seed folder and of the outputs, added by the reader."""
    file: str = field(default="", metadata={"added": True})
    sha256: str = field(default="", metadata={"added": True})
    """Of the model's file."""
    documents: tuple[tuple[str, Document], ...] = field(default=(), metadata={"added": True})
    """(source id, text), added by the reader."""
    place: Place = _NOWHERE

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Every statement that has an id, by id."""
        groups = (self.claims, self.events, self.amounts, self.glance)
        return {str(entry.id): entry for group in groups for entry in group}

    @cached_property
    def texts(self) -> dict[str, Document]:
        """Every source's text, by the source's id."""
        return dict(self.documents)

    def source_of(self, quote: Quote) -> str:
        """Return the id of the source that a quote is from."""
        return quote.source or self.sources[0].id

    def exhibit(self, id_: str) -> Exhibit:
        """Return the exhibit with an id."""
        return next(exhibit for exhibit in self.exhibits if exhibit.id == id_)

    def quotes_of(self, statement: Bearing) -> tuple[Quote, ...]:
        """Return the quotes that bear a statement: its own, then those it borrows, once each."""
        found: dict[tuple[str, str, str, str], Quote] = {}
        for quote in self._quotes(statement, set()):
            key = (self.source_of(quote), str(quote.quote), str(quote.prefix), str(quote.suffix))
            found.setdefault(key, quote)
        return tuple(found.values())

    def _quotes(self, statement: Bearing, seen: set[str]) -> Iterator[Quote]:
        yield from getattr(statement, "evidence", ())
        for id_ in statement.rests_on:
            if id_ in self.statements and id_ not in seen:
                seen.add(str(id_))
                yield from self._quotes(self.statements[id_], seen)


@dataclass(frozen=True)
class Said:
    """The quoted words of a remark, which are evidence of nothing but themselves."""

    evidence: tuple[Quote, ...]
    rests_on: tuple[str, ...] = ()


Statement = Claim | Event | Amount | GlanceItem
Bearing = (
    Claim | Event | Amount | GlanceItem | Cell | SourceRemark | BottomLine | Exhibit | Phase | Said
)
"""What can rest on evidence."""
