"""What the documents are made of: sections and their parts, the bottom line, remarks on the source."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import ClassVar

from briefbook.errors import SourceLocation
from briefbook.frozen import dataclass
from briefbook.model.evidence import Formula, Quote
from briefbook.model.fields import BY, ID, KEYED, NOWHERE
from briefbook.model.statements import State


@dataclass(frozen=True)
class Note:
    """A remark beside a paragraph."""

    lead: str
    """A word before it."""
    claim: str
    """Id of the statement."""


@dataclass(frozen=True)
class ParagraphPart:
    """Statements that run on as one paragraph."""

    KEY: ClassVar[str] = "claims"
    claims: tuple[str, ...]
    """Ids of statements, which make a paragraph."""
    notes: tuple[Note, ...] = ()
    """Remarks below it."""
    see: tuple[str, ...] = ()
    """Ids of the exhibits that it speaks of; printed behind it as “(Exhibit 3)”."""


@dataclass(frozen=True)
class SubheadingPart:
    """A heading inside a section."""

    KEY: ClassVar[str] = "subheading"
    subheading: str
    """As printed."""


@dataclass(frozen=True)
class BlockPart:
    """A statement set as a block of its kind: quotation, computation or judgement."""

    KEY: ClassVar[str] = "block"
    block: str
    """Id of a computed statement that is set as a block."""
    notes: tuple[Note, ...] = ()
    """Remarks below it."""


@dataclass(frozen=True)
class ExhibitPart:
    """An exhibit, where it is spoken of."""

    KEY: ClassVar[str] = "exhibit"
    exhibit: str
    """Id of an exhibit, which stands near here."""


Part = ParagraphPart | SubheadingPart | BlockPart | ExhibitPart


@dataclass(frozen=True)
class Section:
    """A part of the briefing."""

    id: str = field(metadata=ID)
    """Its name."""
    title: str
    """As printed."""
    body: tuple[Part, ...]
    """Paragraphs, exhibits and subheadings in order."""
    running: str = ""
    """The title in the running header and the contents, if it must be shorter."""
    headline: str = ""
    """The finding, as the title of the section's slide."""
    slide: tuple[str, ...] = ()
    """Ids of the statements on the section's slide; no slide if empty."""
    aside: str = ""
    """Id of a statement quoted beside them."""
    computed: tuple[Formula, ...] = field(default=(), metadata=KEYED)
    """Each number of its headline with its formula."""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class BottomLine:
    """The answer first."""

    OPEN: ClassVar[str] = "To be written"
    """How an answer begins that nobody has given yet."""

    text: str
    """One to three sentences."""
    supported_by: tuple[str, ...]
    """The statements that it rests on."""
    headline: str
    """Its finding as a slide's title."""
    short: str = ""
    """The text for the slide, if it must be shorter."""
    supports: tuple[str, ...] = ()
    """Ids of the two or three statements beside it on the slide."""
    next_step: str = ""
    """What the reader is asked to do or to decide, in one sentence; printed below the answer."""
    state: State | None = None
    """How far a person has come with it; as far as the briefing's status says, if empty."""
    state_by: str = field(default="", metadata=BY)
    """Who set its state, and on which day: A. Lee, 2026-11-28."""
    place: SourceLocation = NOWHERE

    @property
    def is_open(self) -> bool:
        """Whether nobody has given the answer yet."""
        return self.text.startswith(self.OPEN)

    @property
    def is_headline_open(self) -> bool:
        """Whether nobody has said it for a slide's title yet."""
        return self.headline.startswith(self.OPEN)


class Confidence(StrEnum):
    """How sure the authors are of a finding (ICD 203)."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"


@dataclass(frozen=True)
class Assessment:
    """How sure the authors are of one finding, and why."""

    finding: str
    """The finding in a few words."""
    confidence: Confidence
    """How sure the authors are."""
    reason: str
    """Why."""
    supported_by: tuple[str, ...]
    """The statements that it rests on."""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class SourceRemark:
    """What a source says that is damaged, doubtful, outdated or contradictory."""

    says: tuple[Quote, ...]
    """The passages that it speaks of."""
    doubt: str
    """What is doubtful in them."""
    treatment: str
    """What this briefing does about it."""
    evidence: tuple[Quote, ...] = ()
    """The passages that it rests on."""
    supported_by: tuple[str, ...] = ()
    """Statements that it rests on."""
    shown: str = ""
    """Words of the quote to print, if not all."""
    on_slide: bool = False
    """Whether its slide has it."""
    short: str = ""
    """The doubt for a slide."""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class RemarkGroup:
    """Remarks of one sort."""

    group: str
    """What its remarks have in common."""
    remarks: tuple[SourceRemark, ...]
    """The remarks."""


@dataclass(frozen=True)
class Alias:
    """A name, and how else it is written; the paper prints the list."""

    name: str
    also: tuple[str, ...]
    """Other spellings and abbreviations; all of them mean the same."""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class Param:
    """A name that stands for a value; written `name: default`, or with fields."""

    name: str
    default: str = ""
    """Its value where none is given; without one, each output must have its own."""
    about: str = ""
    """What it is, for whoever fills in the table."""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class Omission:
    """A sentence of the source that the briefing leaves out on purpose."""

    sentence: str
    """Its first words."""
    reason: str
    """Why it is left out."""
    source: str = ""
    """Id of the source; the first one if empty."""
    place: SourceLocation = NOWHERE
