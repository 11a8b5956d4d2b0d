"""The paper as data: what stands on the pages, in order, and nothing about how it is drawn.

    Paper
    ├── meta, furniture, attachments
    └── blocks
        Opening · Spread · PinToFoot           page one
        Heading · Lead · Paragraph · Quotation · Computation · Judgement
        Exhibit · Table · Chronology · Evidence
        Notice · SourceNote · NewPage

All texts are final: the renderer sets them letter for letter. All lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefbook.text import StatementType, Text
from briefbook_figures.display_list import DisplayList
from briefbook_figures.spec import Shape


@dataclass(frozen=True)
class Meta:
    """What the file says of itself."""

    title: str
    subject: str
    author: str
    keywords: tuple[str, ...]
    lang: str
    """BCP 47, such as `en-US`."""
    created: str
    """The edition's date and time, ISO 8601 in UTC; the only clock."""
    creator: str
    """The program and its version."""


@dataclass(frozen=True)
class Furniture:
    """What every page repeats."""

    header: str
    """Left end of the running header (from page 2); the right end is the current section."""
    footer: str
    marking: str = ""
    """A marking such as DRAFT, centred at head and foot of every page; empty for none."""


@dataclass(frozen=True)
class Attachment:
    """A file that travels inside the PDF."""

    name: str
    data: bytes
    mime: str
    description: str
    relationship: Literal["Data", "Source", "Supplement"] = "Data"


@dataclass(frozen=True)
class Fact:
    """A value under its label."""

    label: str
    value: str


@dataclass(frozen=True)
class Opening:
    """The title block of page one: kicker, title, subtitle, and the edition strip."""

    kicker: str
    topic: str
    title: str
    subtitle: str
    strip: tuple[Fact, ...]


@dataclass(frozen=True)
class BottomLine:
    """The answer first, on tint, with what it rests on."""

    label: str
    text: Text
    supported_by: Text
    """Tag and citations of the line below the text."""


@dataclass(frozen=True)
class KeyPoint:
    """One numbered point: a lead sentence and what follows."""

    lead: Text
    text: Text


@dataclass(frozen=True)
class KeyPoints:
    """Three to five points under a heading."""

    heading: str
    points: tuple[KeyPoint, ...]


@dataclass(frozen=True)
class GlanceItem:
    """Label, one or more values, note."""

    label: str
    values: tuple[Text, ...]
    note: Text


@dataclass(frozen=True)
class Glance:
    """At a glance: the figures of the relationship, in the side column."""

    heading: str
    items: tuple[GlanceItem, ...]


@dataclass(frozen=True)
class ContentsEntry:
    """A line of the contents; the renderer supplies the page number of the anchor."""

    title: str
    anchor: str


@dataclass(frozen=True)
class Contents:
    """The contents list."""

    heading: str
    entries: tuple[ContentsEntry, ...]


@dataclass(frozen=True)
class Spread:
    """Main column beside side column on page one; `foot` ends level with the main column."""

    main: tuple[BottomLine | KeyPoints, ...]
    side: tuple[Glance, ...]
    foot: tuple[Contents, ...]


@dataclass(frozen=True)
class Notice:
    """A full-width remark between two rules with its label at the left."""

    label: str
    text: Text


@dataclass(frozen=True)
class MarkKey:
    """How statements are marked: each tag with its meaning."""

    heading: str
    entries: tuple[tuple[StatementType, str], ...]
    closing: str


@dataclass(frozen=True)
class PinToFoot:
    """Blocks that stand at the foot of the current page."""

    blocks: tuple[Notice | MarkKey | SourceNote, ...]


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


@dataclass(frozen=True)
class Lead:
    """The muted opening text of a section that is mostly table or list."""

    text: Text


@dataclass(frozen=True)
class SideNote:
    """A remark in the side column, level with its paragraph."""

    lead: str
    text: Text


@dataclass(frozen=True)
class Paragraph:
    """Running text in the main column, with its side notes."""

    text: Text
    notes: tuple[SideNote, ...] = ()


@dataclass(frozen=True)
class Quotation:
    """An attributed statement as a block: label, the words, who says it and where."""

    label: str
    text: Text
    attribution: Text
    notes: tuple[SideNote, ...] = ()


@dataclass(frozen=True)
class Computation:
    """A computed statement as a block: lines, then the formula with its terms."""

    label: str
    lines: tuple[Text, ...]
    formula: Text
    notes: tuple[SideNote, ...] = ()


@dataclass(frozen=True)
class Judgement:
    """The briefing's own judgement as a block."""

    label: str
    text: Text
    notes: tuple[SideNote, ...] = ()


@dataclass(frozen=True)
class ShapeKey:
    """The key under a timeline: each shape with its meaning."""

    entries: tuple[tuple[Shape, str], ...]


@dataclass(frozen=True)
class Exhibit:
    """A numbered drawing with its finding as title, over the full width."""

    label: str
    """`Exhibit 2`"""
    title: Text
    subtitle: str
    picture: DisplayList
    alt: str
    source: Text
    anchor: str
    key: ShapeKey | None = None
    attachment: str = ""
    """Name of the attached file that holds the figures drawn; empty for none."""


@dataclass(frozen=True)
class Column:
    """A table column."""

    header: str
    width_pt: float
    align: Literal["left", "right"] = "left"
    is_name: bool = False
    """Its cells name the row (bold navy; row header for assistive technology)."""
    is_quote: bool = False
    """Its cells are quotations (serif italic)."""
    is_strong: bool = False


@dataclass(frozen=True)
class Group:
    """A row that names the rows below it."""

    text: str


@dataclass(frozen=True)
class Row:
    """A row of cells, one for each column."""

    cells: tuple[Text, ...]


@dataclass(frozen=True)
class Table:
    """A table over the full width, or in the compact form of the appendix."""

    columns: tuple[Column, ...]
    rows: tuple[Group | Row, ...]
    anchor: str
    label: str = ""
    """`Table 1`; empty for a table without number."""
    title: Text = ()
    subtitle: str = ""
    source: Text = ()
    is_compact: bool = False
    """Smaller padding, for data tables of the appendix."""


@dataclass(frozen=True)
class ChronologyEntry:
    """A dated event: date, mark, text."""

    date: str
    shape: Shape
    text: Text


@dataclass(frozen=True)
class Chronology:
    """All events in two balanced columns."""

    entries: tuple[ChronologyEntry, ...]


@dataclass(frozen=True)
class EvidenceEntry:
    """A passage of a source, letter for letter."""

    number: int
    anchor: str
    locator: str
    """`¶ 5`"""
    quote: str
    is_view: bool
    """The passage judges rather than reports: italic, with the VIEW flag."""
    back: str = ""
    """Anchor of the first place that cites it."""
    origin: str = ""
    """The source, printed after the quote where a list mixes several."""


@dataclass(frozen=True)
class Evidence:
    """Passages of one source in two balanced columns; an entry never breaks."""

    heading: str
    """The source; printed where there is more than one."""
    entries: tuple[EvidenceEntry, ...]


@dataclass(frozen=True)
class SourceNote:
    """A closing remark in small type over a hair rule, its first words strong."""

    text: Text


@dataclass(frozen=True)
class NewPage:
    """What follows begins a page."""


Block = (
    Opening
    | Spread
    | PinToFoot
    | Heading
    | Lead
    | Paragraph
    | Quotation
    | Computation
    | Judgement
    | Exhibit
    | Table
    | Chronology
    | Evidence
    | Notice
    | SourceNote
    | NewPage
)


@dataclass(frozen=True)
class Paper:
    """The whole paper."""

    meta: Meta
    furniture: Furniture
    blocks: tuple[Block, ...]
    attachments: tuple[Attachment, ...] = ()
    page_size: Literal["A4", "Letter"] = "A4"
