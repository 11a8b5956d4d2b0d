"""One briefing, with every statement and text by its id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from enum import StrEnum
from functools import cached_property

from briefbook.errors import SourceLocation
from briefbook.frozen import dataclass
from briefbook.language.document import Document
from briefbook.model.evidence import DeclaredConversion, Formula, Quote, Series, Source
from briefbook.model.exhibits import Cell, Exhibit, Phase, Place
from briefbook.model.fields import KEYED, LANG, NOWHERE
from briefbook.model.outputs import Outputs
from briefbook.model.parts import (
    Alias,
    Assessment,
    BottomLine,
    Omission,
    Param,
    RemarkGroup,
    Section,
    SourceRemark,
)
from briefbook.model.statements import Amount, Claim, Event, GlanceItem, State
from briefbook.values.dates import Date


class Status(StrEnum):
    """Whether a person has edited the briefing."""

    DRAFT = "draft"
    EDITED = "edited"


class Checks(StrEnum):
    """Whether the statements are held against their quotes."""

    ALL = "all"
    NONE = "none"
    """For languages that the checks do not read; both documents say so."""


@dataclass(frozen=True)
class Briefing:
    """One briefing."""

    title: str
    subtitle: str
    topic: str
    status: Status
    edition: Date
    lang: str = field(metadata=LANG)
    sources: tuple[Source, ...] = field(metadata=KEYED)
    bottom_line: BottomLine
    key_points: tuple[str, ...]
    """Ids of three to six statements with a lead."""
    sections: tuple[Section, ...]
    claims: tuple[Claim, ...]
    format: int = 1
    """Of this file; `briefbook migrate` rewrites what is older than the newest."""
    key_headline: str = ""
    """Title of the slide of key messages."""
    parties: tuple[str, ...] = ()
    """ISO 3166 codes."""
    checks: Checks = Checks.ALL
    marking: str = ""
    short_title: str = ""
    """The title in running headers and footers, if it must be shorter."""
    prepared_by: str = ""
    """Who made it, where neither organisation nor authors are named."""
    prepared_for: str = ""
    """The addressee, printed on page one."""
    organisation: str = ""
    """The sender."""
    authors: tuple[str, ...] = ()
    contact: str = ""
    """How to reach the sender: an address, a telephone number."""
    publication: str = ""
    """Series and number, such as Country brief 4/2026."""
    cite_as: str = ""
    """How to cite the paper, if not as authors, title, publication, date."""
    lead_exhibit: str = ""
    """Id of the exhibit on page one, and right after the answer on the slides."""
    implications: tuple[str, ...] = ()
    """Ids of up to three judgements: what the findings mean for the reader."""
    watch: tuple[str, ...] = ()
    """Ids of judgements: what would change the authors' mind."""
    assessments: tuple[Assessment, ...] = ()
    """How sure the authors are of the main findings."""
    questions: tuple[str, ...] = ()
    """Up to three questions for discussion, on the last slide."""
    notice_label: str = ""
    notice: str = ""
    """What page one says about the sources as a whole; required with a single source."""
    glance: tuple[GlanceItem, ...] = field(default=(), metadata=KEYED)
    glance_headline: str = ""
    computed: tuple[Formula, ...] = field(default=(), metadata=KEYED)
    """Formulas for the numbers of the headlines and of page one's texts."""
    events: tuple[Event, ...] = ()
    amounts: tuple[Amount, ...] = ()
    series: tuple[Series, ...] = field(default=(), metadata=KEYED)
    conversions: tuple[DeclaredConversion, ...] = field(default=(), metadata=KEYED)
    """Rates between currencies or units that formulas may use."""
    exhibits: tuple[Exhibit, ...] = ()
    notes_on_the_source: tuple[RemarkGroup, ...] = ()
    remarks_headline: str = ""
    what_would_settle: str = ""
    """Records that would decide what the sources leave open; printed after the remarks."""
    reviewed: tuple[str, ...] = ()
    """What a person has looked at: an id and its mark, as `briefbook review` prints them; a changed
    statement or quote has another mark."""
    omissions: tuple[Omission, ...] = ()
    outputs: Outputs | None = None
    """What a build makes: sheet, slides, variants."""
    aliases: tuple[Alias, ...] = field(default=(), metadata=KEYED)
    """Names that are written in more than one way, beyond those of countries and known bodies."""
    params: tuple[Param, ...] = field(default=(), metadata={**KEYED, "bare": True})
    """Names that stand for values, as in <<country>>, with their defaults; `build --params TABLE` makes an
    output of each row."""
    id: str = field(default="", metadata={"added": True})
    """Name of the seed folder and of the outputs, added by the reader."""
    file: str = field(default="", metadata={"added": True})
    sha256: str = field(default="", metadata={"added": True})
    """Of the model's file."""
    documents: tuple[tuple[str, Document], ...] = field(default=(), metadata={"added": True})
    """(source id, text), added by the reader."""
    place: SourceLocation = NOWHERE

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Every statement that has an id, by id."""
        groups = (self.claims, self.events, self.amounts, self.glance)
        return {str(entry.id): entry for group in groups for entry in group}

    @cached_property
    def texts(self) -> dict[str, Document]:
        """Every source's text, by the source's id."""
        return dict(self.documents)

    def state_of(self, id_: str) -> State:
        """Return how far a person has come with a statement, or with the whole for any other id."""
        own = getattr(self.statements.get(id_), "state", None)
        return own or State(str(self.status))

    def source_of(self, quote: Quote) -> str:
        """Return the id of the source that a quote is from."""
        return quote.source or self.sources[0].id

    def exhibit(self, id_: str) -> Exhibit:
        """Return the exhibit with an id."""
        return next(exhibit for exhibit in self.exhibits if exhibit.id == id_)

    def quotes_of(self, statement: Supported) -> tuple[Quote, ...]:
        """Return the quotes that bear a statement: its own, then those it borrows, once each."""
        found: dict[tuple[str, str, str, str], Quote] = {}
        for quote in self._quotes(statement, set()):
            key = (self.source_of(quote), str(quote.quote), str(quote.prefix), str(quote.suffix))
            found.setdefault(key, quote)
        return tuple(found.values())

    def _quotes(self, statement: Supported, seen: set[str]) -> Iterator[Quote]:
        yield from getattr(statement, "evidence", ())
        for id_ in statement.supported_by:
            if id_ in self.statements and id_ not in seen:
                seen.add(str(id_))
                yield from self._quotes(self.statements[id_], seen)


@dataclass(frozen=True)
class Said:
    """The quoted words of a remark, which are evidence of nothing but themselves."""

    evidence: tuple[Quote, ...]
    supported_by: tuple[str, ...] = ()


Statement = Claim | Event | Amount | GlanceItem


Supported = (
    Claim
    | Event
    | Amount
    | GlanceItem
    | Cell
    | Place
    | SourceRemark
    | BottomLine
    | Exhibit
    | Phase
    | Said
    | Assessment
)
"""What can rest on evidence."""
