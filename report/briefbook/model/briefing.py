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

FORMAT = 2
"""The newest format of briefing.yaml."""
ANSWER = "bottom-line"
"""By which id the bottom line is called where statements have theirs."""


class Status(StrEnum):
    """How far persons have come with all of a briefing; its statements' states must bear it."""

    DRAFT = "draft"
    EDITED = "edited"
    APPROVED = "approved"


class Checks(StrEnum):
    """Whether the statements are held against their quotes."""

    ALL = "all"
    NONE = "none"
    """For languages that the checks do not read; both documents say so."""


@dataclass(frozen=True)
class Briefing:
    """One briefing."""

    title: str
    """As on the first page and the first slide."""
    subtitle: str
    """A line below the title."""
    topic: str
    """The kind of briefing, above the title: Country relations."""
    status: Status
    """Whether a person has edited it; `draft` stands on every page."""
    edition: Date
    """The only date that the documents bear; EDTF."""
    lang: str = field(metadata=LANG)
    """Of the documents and of the statements: a language tag such as en-US."""
    sources: tuple[Source, ...] = field(metadata=KEYED)
    """By id; the first is the briefing’s account, the others bear it or check it."""
    bottom_line: BottomLine
    """The answer, in a box on page one."""
    key_points: tuple[str, ...]
    """Ids of three to six statements with a lead."""
    sections: tuple[Section, ...]
    """In the order of the paper."""
    claims: tuple[Claim, ...]
    """The statements of the sections."""
    format: int = 1
    """Of this file; `briefbook migrate` rewrites what is older than the newest."""
    key_headline: str = ""
    """Title of the slide of key messages."""
    parties: tuple[str, ...] = ()
    """ISO 3166 codes."""
    checks: Checks = Checks.ALL
    """Whether statements are held against their quotes; `none` is said on every page."""
    marking: str = ""
    """What stands on every page and slide, such as FOR COMMENT."""
    short_title: str = ""
    """The title in running headers and footers, if it must be shorter."""
    prepared_by: str = ""
    """Who made it, where neither organisation nor authors are named."""
    prepared_for: str = ""
    """The addressee, printed on page one."""
    organisation: str = ""
    """The sender."""
    authors: tuple[str, ...] = ()
    """Their names."""
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
    """The heading of the notice."""
    notice: str = ""
    """What page one says about the sources as a whole; required with a single source."""
    glance: tuple[GlanceItem, ...] = field(default=(), metadata=KEYED)
    """Two to four figures beside the answer."""
    glance_headline: str = ""
    """Title of their slide."""
    computed: tuple[Formula, ...] = field(default=(), metadata=KEYED)
    """Formulas for the numbers of the headlines and of page one's texts."""
    events: tuple[Event, ...] = ()
    """Dated events, for the timeline."""
    amounts: tuple[Amount, ...] = ()
    """Sums that the sources state, for cards or bars."""
    series: tuple[Series, ...] = field(default=(), metadata=KEYED)
    """Figures from files, by id."""
    conversions: tuple[DeclaredConversion, ...] = field(default=(), metadata=KEYED)
    """Rates between currencies or units that formulas may use."""
    exhibits: tuple[Exhibit, ...] = ()
    """Charts, tables, maps and pictures."""
    notes_on_the_source: tuple[RemarkGroup, ...] = ()
    """Where the source is silent, doubtful or contradicts itself."""
    remarks_headline: str = ""
    """Title of the slide of these notes."""
    what_would_settle: str = ""
    """Records that would decide what the sources leave open; printed after the remarks."""
    reviewed: tuple[str, ...] = ()
    """What a person has looked at: an id and its mark, as `briefbook review` prints them; a changed
    statement or quote has another mark."""
    omissions: tuple[Omission, ...] = ()
    """Sentences of the source that are left out on purpose, each with the reason."""
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
        entry = self.bottom_line if id_ == ANSWER else self.statements.get(id_)
        own = getattr(entry, "state", None)
        return own or State(str(self.status))

    @property
    def borne_status(self) -> Status:
        """The status that the states of its statements bear: that of the one that is least far."""
        states = [self.state_of(id_) for id_ in (*self.statements, ANSWER)]
        return Status(str(min(states, key=list(State).index)))

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
