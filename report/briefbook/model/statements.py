"""Statements that have an id: claims, events, amounts, figures at a glance."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from briefbook.errors import SourceLocation
from briefbook.frozen import dataclass, replace
from briefbook.model.evidence import Formula, Quote
from briefbook.model.fields import BY, ID, KEYED, NOWHERE
from briefbook.text import StatementType
from briefbook.values.basis import Basis, PriceBase
from briefbook.values.dates import Date
from briefbook.values.quantity import Quantity


class State(StrEnum):
    """How far a person has come with one statement."""

    DRAFT = "draft"
    """As a program wrote it: it may repeat the source."""
    EDITED = "edited"
    """A person has put it into words."""
    APPROVED = "approved"
    """Somebody answers for it."""


class Tense(StrEnum):
    """Whether what a statement tells has happened, as its author says and its quotes must bear."""

    PLANNED = "planned"
    DONE = "done"


@dataclass(frozen=True)
class Counted:
    """What a number of a text counts, as its author says: `200: trucks a day`."""

    literal: str
    what: str
    """The noun, or the noun and its time: trucks a day."""


@dataclass(frozen=True)
class Claim:
    """One assertion, a full sentence or two."""

    id: str = field(metadata=ID)
    """Its name."""
    kind: StatementType
    """Who answers for it: the source, somebody named, a formula, the authors."""
    text: str
    """As the paper prints it."""
    lead: str = ""
    """The finding in one sentence, for a key point."""
    short: str = ""
    """The same for a slide, in a few words."""
    voice: str = ""
    """Who holds an attributed statement."""
    tense: Tense | None = None
    """Whether it has happened: the text must say so, and its quotes too."""
    counts: tuple[Counted, ...] = field(default=(), metadata=KEYED)
    """What its numbers count: the text must say so beside the number, and a quote too."""
    evidence: tuple[Quote, ...] = ()
    """The passages that bear it, letter for letter."""
    supported_by: tuple[str, ...] = ()
    """Ids of statements whose evidence bears this one too."""
    computed: tuple[Formula, ...] = field(default=(), metadata=KEYED)
    """Each number that no quote has, with its formula."""
    lines: tuple[str, ...] = ()
    """A computed statement as separate lines, where it is set as a block."""
    figure: str = ""
    """The one number of it that a slide shows large."""
    terms: str = ""
    """The formula with its terms, printed under a computed block."""
    state: State | None = None
    """How far a person has come with it; as far as the briefing's status says, if empty."""
    state_by: str = field(default="", metadata=BY)
    """Who set its state, and on which day: A. Lee, 2026-11-28."""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class Event:
    """A dated event."""

    id: str = field(metadata=ID)
    """Its name."""
    date: Date
    """When, as exactly as the source says; EDTF."""
    title: str
    """What happened, in a few words."""
    kind: str
    """The lane that it belongs to, such as diplomacy."""
    label: str = ""
    """Two or three words for the timeline; no label if empty."""
    stance: StatementType = StatementType.REPORTED
    """Whose view it is: reported, a view, a judgement."""
    is_context: bool = False
    """Background, not an event of the relationship."""
    evidence: tuple[Quote, ...] = ()
    """The passages that tell it."""
    supported_by: tuple[str, ...] = ()
    """Statements whose evidence tells it."""
    state: State | None = None
    """How far a person has come with it; as far as the briefing's status says, if empty."""
    state_by: str = field(default="", metadata=BY)
    """Who set its state, and on which day: A. Lee, 2026-11-28."""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class Amount:
    """A sum or count as the source states it; unlike amounts are never added."""

    id: str = field(metadata=ID)
    """Its name."""
    value: Quantity
    """A currency and a number, or a number and what it counts: EUR 4.5 million, USD 5–7 million, 412 ships."""
    what: str
    """What it was for, in two or three words."""
    measure: str
    """What sort of amount it is, such as construction grant; only like ones are added."""
    period: str
    """When, as far as stated."""
    prices: PriceBase | None = None
    """Of money: current, or constant and a year; empty where the source does not say."""
    is_cumulative: bool = False
    """Run up over years, or estimated; drawn hatched."""
    evidence: tuple[Quote, ...] = ()
    """The passages that state it."""
    supported_by: tuple[str, ...] = ()
    """Statements whose evidence states it too."""
    state: State | None = None
    """How far a person has come with it; as far as the briefing's status says, if empty."""
    state_by: str = field(default="", metadata=BY)
    """Who set its state, and on which day: A. Lee, 2026-11-28."""
    place: SourceLocation = NOWHERE

    @property
    def quantity(self) -> Quantity:
        """Its value with what it measures."""
        basis = Basis(str(self.measure), self.prices)
        return replace(self.value, basis=basis, what=f"amount {self.id}")


@dataclass(frozen=True)
class GlanceItem:
    """One figure of the relationship: label, value, note."""

    id: str = field(metadata=ID)
    label: str
    """What the figure is."""
    values: tuple[str, ...]
    """As printed; several where it has parts."""
    supported_by: tuple[str, ...]
    """The statements that it is of."""
    note: str = ""
    """A few words below it."""
    is_on_page: bool = True
    """Whether page one of the paper shows it; there is room for about six."""
    number: str = ""
    """The value as a slide's big number; not on the slide if empty."""
    caption: str = ""
    """What the big number means."""
    computed: tuple[Formula, ...] = field(default=(), metadata=KEYED)
    """Its formula, where no quote has it."""
    state: State | None = None
    """How far a person has come with it; as far as the briefing's status says, if empty."""
    state_by: str = field(default="", metadata=BY)
    """Who set its state, and on which day: A. Lee, 2026-11-28."""
    place: SourceLocation = NOWHERE
