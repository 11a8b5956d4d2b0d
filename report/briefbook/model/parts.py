"""What the documents are made of: sections and their parts, the bottom line, remarks on the source."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import ClassVar

from briefbook.errors import SourceLocation
from briefbook.frozen import dataclass
from briefbook.model.evidence import Formula, Quote
from briefbook.model.fields import ID, KEYED, NOWHERE


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
    see: tuple[str, ...] = ()
    """Ids of the exhibits that it speaks of; printed behind it as “(Exhibit 3)”."""


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

    id: str = field(metadata=ID)
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
    computed: tuple[Formula, ...] = field(default=(), metadata=KEYED)
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class BottomLine:
    """The answer first."""

    OPEN: ClassVar[str] = "To be written"
    """How an answer begins that nobody has given yet."""

    text: str
    supported_by: tuple[str, ...]
    headline: str
    """Its finding as a slide's title."""
    short: str = ""
    """The text for the slide, if it must be shorter."""
    supports: tuple[str, ...] = ()
    """Ids of the two or three statements beside it on the slide."""
    place: SourceLocation = NOWHERE

    @property
    def is_open(self) -> bool:
        """Whether nobody has given the answer yet."""
        return self.text.startswith(self.OPEN)


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
    reason: str
    supported_by: tuple[str, ...]
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class SourceRemark:
    """What a source says that is damaged, doubtful, outdated or contradictory."""

    says: tuple[Quote, ...]
    doubt: str
    treatment: str
    """What this briefing does about it."""
    evidence: tuple[Quote, ...] = ()
    supported_by: tuple[str, ...] = ()
    shown: str = ""
    """Words of the quote to print, if not all."""
    on_slide: bool = False
    short: str = ""
    """The doubt for a slide."""
    place: SourceLocation = NOWHERE


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
    reason: str
    source: str = ""
    place: SourceLocation = NOWHERE
