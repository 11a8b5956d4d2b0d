"""The paper as data: what stands on the pages, in order, and nothing about how it is drawn.

    Paper
    ├── meta, furniture, attachments
    └── blocks
        Opening · Spread · KeyPoints · PinToFoot           page one
        Heading · Lead · Paragraph · Quotation · Computation · Judgement · Judgements
        TextColumns                                        several of these in two columns
        Exhibit · Table · Chronology · Evidence
        Notice · SourceNote · Colophon · NewPage

All texts are final: the renderer sets them letter for letter. All lengths are points.
"""

from __future__ import annotations

from typing import Literal

from briefbook.frozen import dataclass, replace
from briefbook.paper.plan_exhibits import (
    NO_BREAKS,
    Breaks,
    Chronology,
    ChronologyEntry,
    Column,
    Evidence,
    EvidenceEntry,
    Exhibit,
    Group,
    Photo,
    Row,
    Table,
)
from briefbook.paper.plan_front import (
    BottomLine,
    Figure,
    Figures,
    KeyPoint,
    KeyPoints,
    Opening,
    Spread,
)
from briefbook.text import Meta, Printed, PrintedText, Role, Run, Text, printed
from briefbook.theme.look import Logo
from briefbook.theme.press import Press

__all__ = ["NO_BREAKS", "BottomLine", "Breaks", "Chronology", "ChronologyEntry", "Column", "Evidence", "EvidenceEntry", "Exhibit", "Figure", "Figures", "Group", "KeyPoint", "KeyPoints", "Meta", "Opening", "Photo", "Row", "Spread", "Table"]  # fmt: skip


@dataclass(frozen=True)
class Furniture:
    """What every page repeats."""

    header: str
    """Left end of the running header (from page 2); the right end is the current section."""
    footer: str
    marking: str = ""
    """A marking such as DRAFT, centred at head and foot of every page; empty for none."""
    logo: Logo | None = None
    """The sender's, in the head of page one."""


@dataclass(frozen=True)
class Attachment:
    """A file that travels inside the PDF."""

    name: str
    data: bytes
    mime: str
    description: str
    relationship: Literal["Data", "Source", "Supplement"] = "Data"


@dataclass(frozen=True)
class Notice:
    """A full-width remark between two rules with its label at the left."""

    label: str
    text: Text
    remark: str = ""
    """How to read the paper; set after the text."""

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        yield from printed(Role.LABEL, self.label)
        yield from printed(Role.STATEMENT, self.text)
        yield from printed(Role.LABEL, self.remark)


@dataclass(frozen=True)
class PinToFoot:
    """Blocks that stand at the foot of the current page."""

    blocks: tuple[Notice | SourceNote, ...]

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        for block in self.blocks:
            yield from block.texts()


@dataclass(frozen=True)
class Heading:
    """A section's (level 1) or subsection's (level 2) heading."""

    text: str
    anchor: str
    level: Literal[1, 2] = 1
    number: str = ""
    """Printed in front of a level 1 heading: `1`, `A`."""
    running: str = ""
    """What the running header says from here on; level 1 only; the text if empty."""
    on_new_page: bool = False

    @property
    def words(self) -> str:
        """What is printed: a heading of level 1 with its number."""
        return f"{self.number} {self.text}" if self.level == 1 and self.number else self.text

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        yield PrintedText((Run(self.words),), Role.HEADING, anchor=self.anchor)


@dataclass(frozen=True)
class Lead:
    """The muted opening text of a section that is mostly table or list."""

    text: Text

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        return printed(Role.APPARATUS, self.text)


@dataclass(frozen=True)
class SideNote:
    """A remark in the side column, level with its paragraph."""

    lead: str
    text: Text

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        yield from printed(Role.LABEL, self.lead)
        yield from printed(Role.STATEMENT, self.text)


def _block(label: str, texts: tuple[Text, ...], notes: tuple[SideNote, ...]) -> Printed:
    yield from printed(Role.LABEL, label)
    yield from printed(Role.STATEMENT, *texts)
    for note in notes:
        yield from note.texts()


@dataclass(frozen=True)
class Paragraph:
    """Running text in the main column, with its side notes."""

    text: Text
    notes: tuple[SideNote, ...] = ()

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        return _block("", (self.text,), self.notes)


@dataclass(frozen=True)
class Quotation:
    """An attributed statement as a block: label, the words, who says it and where."""

    label: str
    text: Text
    attribution: Text
    notes: tuple[SideNote, ...] = ()

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        return _block(self.label, (self.text, self.attribution), self.notes)


@dataclass(frozen=True)
class Computation:
    """A computed statement as a block: lines, then the formula with its terms."""

    label: str
    lines: tuple[Text, ...]
    formula: Text
    notes: tuple[SideNote, ...] = ()

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        return _block(self.label, (*self.lines, self.formula), self.notes)


@dataclass(frozen=True)
class Judgement:
    """The briefing's own judgement as a block."""

    label: str
    text: Text
    notes: tuple[SideNote, ...] = ()

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        return _block(self.label, (self.text,), self.notes)


@dataclass(frozen=True)
class TextColumns:
    """Running text without side notes, in two equal columns that end level."""

    blocks: tuple[Heading | Paragraph | Quotation | Computation | Judgement, ...]

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        for block in self.blocks:
            yield from block.texts()


@dataclass(frozen=True)
class Judgements:
    """Judgements beside each other on tint: what the findings mean."""

    heading: str
    anchor: str
    texts_: tuple[Text, ...]

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        yield PrintedText((Run(self.heading),), Role.HEADING, anchor=self.anchor)
        yield from printed(Role.STATEMENT, *self.texts_)


@dataclass(frozen=True)
class Colophon:
    """Who sends the paper, what it rests on, how to cite it: small type, a label before each entry."""

    entries: tuple[tuple[str, Text], ...]

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        for label, text in self.entries:
            yield from printed(Role.LABEL, label)
            yield from printed(Role.APPARATUS, text)


@dataclass(frozen=True)
class SourceNote:
    """A closing remark in small type over a hair rule, its first words strong."""

    text: Text

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        return printed(Role.APPARATUS, self.text)


@dataclass(frozen=True)
class NewPage:
    """What follows begins a page."""

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        return iter(())


Block = (
    Opening | Spread | KeyPoints | PinToFoot | Heading | Lead | Paragraph | Quotation | Computation
    | Judgement | Judgements | TextColumns | Exhibit | Table | Chronology | Evidence | Notice
    | SourceNote | Colophon | NewPage
)  # fmt: skip


@dataclass(frozen=True)
class Paper:
    """The whole paper."""

    meta: Meta
    furniture: Furniture
    blocks: tuple[Block, ...]
    attachments: tuple[Attachment, ...] = ()
    page_size: Literal["A4", "Letter"] = "A4"
    is_duplex: bool = False
    """Printed on both sides: inner margins are wider, annexes begin on the right."""
    press: Press | None = None
    """For a printer; None for everybody else."""
    breaks: Breaks = NO_BREAKS

    def texts(self) -> Printed:
        """Yield every text of the pages in reading order, with its block; what pages repeat is left out."""
        if logo := self.furniture.logo:
            yield PrintedText((Run(logo.alt),), Role.ALT, place="logo")
        for number, block in enumerate(self.blocks, 1):
            anchor = f" {block.anchor}" if isinstance(block, Heading | Exhibit | Table) else ""
            place = f"block {number}, {type(block).__name__}{anchor}".rstrip()
            for text in block.texts():
                if text.text or text.label:
                    yield replace(text, place=place, block=number)

    def repeated(self) -> tuple[str, ...]:
        """Return what pages repeat: header, sections, footer, marking, heads of tables."""
        furniture = self.furniture
        repeated = [furniture.header, furniture.footer, furniture.marking]
        for block in self.blocks:
            if isinstance(block, Heading) and block.level == 1:
                repeated.append(block.running or block.text)
            if isinstance(block, Table):
                repeated += [column.header for column in block.columns]
        return tuple(dict.fromkeys(filter(None, repeated)))
