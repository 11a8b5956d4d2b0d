"""Exhibits: what a chart or table shows, never how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefbook.errors import SourceLocation
from briefbook.model.evidence import Formula, Quote
from briefbook.model.fields import ID, KEYED, NOWHERE
from briefbook.text import StatementType


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

    kind: str = field(metadata=ID)
    label: str


@dataclass(frozen=True)
class Phase:
    """A phase of the story, for the timeline slide."""

    years: str
    lead: str
    text: str
    supported_by: tuple[str, ...]


@dataclass(frozen=True)
class TimelineForm:
    """The dated events in lanes."""

    lanes: tuple[LaneForm, ...] = field(metadata=KEYED)
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

    series: str = field(metadata=ID)
    label: str


@dataclass(frozen=True)
class ShareForm:
    """Shares of comparable wholes over periods."""

    parts: tuple[PartForm, ...] = field(metadata=KEYED)
    periods: tuple[PeriodForm, ...]
    whole: str = ""
    """The series of the whole that the parts make; without it they are held to be all of it."""
    left_out: str = ""
    """What the whole has beyond the parts, in words; printed, with its share worked out."""


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
    stance: StatementType = StatementType.REPORTED
    evidence: tuple[Quote, ...] = ()
    supported_by: tuple[str, ...] = ()
    short: str = ""
    """The same for a slide."""
    place: SourceLocation = NOWHERE


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

    id: str = field(metadata=ID)
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
    supported_by: tuple[str, ...] = ()
    computed: tuple[Formula, ...] = field(default=(), metadata=KEYED)
    is_on_slides: bool = True
    """Whether the deck shows it too."""
    amounts: AmountForm | None = None
    columns: ColumnForm | None = None
    timeline: TimelineForm | None = None
    shares: ShareForm | None = None
    line: LineForm | None = None
    table: TableForm | None = None
    place: SourceLocation = NOWHERE

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms that are given; the checks demand exactly one."""
        given = (self.amounts, self.columns, self.timeline, self.shares, self.line, self.table)
        return tuple(form for form in given if form is not None)


Form = AmountForm | ColumnForm | TimelineForm | ShareForm | LineForm | TableForm
