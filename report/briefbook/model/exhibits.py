"""Exhibits: what a chart or table shows, never how it is drawn."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal

from briefbook.errors import SourceLocation
from briefbook.frozen import dataclass
from briefbook.model.evidence import Formula, Quote
from briefbook.model.fields import ID, KEYED, NOWHERE, OR_ONE
from briefbook.model.image_form import ImageForm
from briefbook.model.series_forms import (
    ColumnPart,
    DotForm,
    LinePart,
    MeanForm,
    Named,
    PanelForm,
    Plotted,
    PluginForm,
)
from briefbook.text import StatementType


@dataclass(frozen=True)
class AmountGroup:
    """Amounts of one sort under a heading."""

    label: str
    """What its sums have in common."""
    amounts: tuple[str, ...]
    """Ids of sums."""
    is_apart: bool = False
    """Not assistance: drawn as outlines, under a heading in the warning ink."""


@dataclass(frozen=True)
class AmountForm:
    """Unlike amounts beside each other."""

    groups: tuple[AmountGroup, ...]
    """Sums that may stand on one scale."""


@dataclass(frozen=True)
class SpanForm:
    """A bracket over some years, with its label."""

    first: int
    """The first year."""
    last: int
    """The last year."""
    label: str
    """As printed."""


@dataclass(frozen=True)
class ColumnForm:
    """Columns by year: one series, or several side by side or on one another."""

    series: str = ""
    """The one series; empty where `groups` or `stack` names several."""
    groups: tuple[ColumnPart, ...] = ()
    """Series side by side, at most four."""
    stack: tuple[ColumnPart, ...] = ()
    """The parts of one whole, from below, at most four."""
    highlight: tuple[Named, ...] = ()
    """What the takeaway speaks of: years, each or as `{first, last}`, dates (2015-12) or names; of a stack, those whose total is said."""
    means: tuple[MeanForm, ...] = ()
    """Means over spans of years, of one series."""
    span: SpanForm | None = None
    """The years that are shown."""


@dataclass(frozen=True)
class LaneForm:
    """A lane of a timeline: the events of one kind."""

    kind: str = field(metadata=ID)
    label: str
    """As printed beside the lane."""


@dataclass(frozen=True)
class Phase:
    """A phase of the story, for the timeline slide."""

    years: str
    """As printed: 1994–2001."""
    lead: str
    """What marked it, in a few words."""
    text: str
    """A sentence on it."""
    supported_by: tuple[str, ...]
    """The statements that it rests on."""


@dataclass(frozen=True)
class TimelineForm:
    """The dated events in lanes."""

    lanes: tuple[LaneForm, ...] = field(metadata=KEYED)
    """The kinds of events, a lane each."""
    phases: tuple[Phase, ...] = ()
    """The phases of the story, for the slide."""


@dataclass(frozen=True)
class PeriodForm:
    """A period whose shares are drawn as one bar, both years included."""

    label: str
    """As printed."""
    first: int
    """Its first year."""
    last: int
    """Its last year."""


@dataclass(frozen=True)
class PartForm:
    """A part of the whole: its name and its series."""

    series: str = field(metadata=ID)
    label: str
    """As printed."""
    less: str = ""
    """Another series of the same unit and basis, which is taken off: all donors less one."""

    @property
    def plotted(self) -> Plotted:
        """What it plots: its series, less another."""
        return Plotted(self.series, self.label, self.less)


@dataclass(frozen=True)
class ShareForm:
    """Shares of comparable wholes over periods."""

    parts: tuple[PartForm, ...] = field(metadata=KEYED)
    """The parts, by the id of their series."""
    periods: tuple[PeriodForm, ...]
    """The periods that are compared."""
    whole: str = ""
    """The series of the whole that the parts make; without it they are held to be all of it."""
    left_out: str = ""
    """What the whole has beyond the parts, in words; printed, with its share worked out."""
    rest: str = ""
    """What the smallest parts are called together where there are more than seven: Nine others."""


@dataclass(frozen=True)
class LineForm:
    """One series, or one as a share of another, by year; or several of them."""

    series: str = ""
    """The one series; empty where `lines` names several."""
    of: str = ""
    """The series that makes 100 per cent; empty for the values themselves."""
    highlight: tuple[Named, ...] = ()
    """The dates whose values are written out."""
    lines: tuple[LinePart, ...] = ()
    """Several series, at most five."""


@dataclass(frozen=True)
class Cell:
    """A table cell that is a statement."""

    text: str
    """As printed."""
    stance: StatementType = StatementType.REPORTED
    """Whose view it is: reported, a view, a judgement."""
    evidence: tuple[Quote, ...] = ()
    """The passages that bear it."""
    supported_by: tuple[str, ...] = ()
    """Statements whose evidence bears it."""
    short: str = ""
    """The same for a slide."""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class Place:
    """A place on a map: a statement of what is there."""

    name: str
    """As printed."""
    at: tuple[Decimal, ...]
    """Latitude and longitude in degrees; south and west are negative."""
    note: str = ""
    """What the sources say of it, in a few words."""
    is_apart: bool = False
    """Beside the argument, such as what another paid for: its mark is hollow."""
    stance: StatementType = StatementType.REPORTED
    """Whose view it is: reported, a view, a judgement."""
    evidence: tuple[Quote, ...] = ()
    """The passages that name it."""
    supported_by: tuple[str, ...] = ()
    """Statements whose evidence names it."""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class MapForm:
    """A country among its neighbours, and places in it; borders are Natural Earth's."""

    focus: str
    """The country that is shown: its code of ISO 3166-1, such as TJ."""
    against: tuple[str, ...] = field(default=(), metadata=OR_ONE)
    """A country that it is shown against, or a list; the border that they share is marked."""
    places: tuple[Place, ...] = ()
    """At most eight."""
    capital: bool = True
    """Whether the capitals of these countries are shown where there is room."""


@dataclass(frozen=True)
class TableRow:
    """A row: its name, and a cell for each further column."""

    name: str
    """The head of the row."""
    cells: tuple[Cell, ...]
    """Its cells."""


@dataclass(frozen=True)
class TableForm:
    """Statements in rows and columns."""

    headers: tuple[str, ...]
    """The heads of its columns."""
    widths: tuple[int, ...]
    """Widths of the columns in parts of the whole."""
    rows: tuple[TableRow, ...]
    """Its rows."""


@dataclass(frozen=True)
class Exhibit:
    """A numbered chart, table or image; exactly one of its last eleven fields says which."""

    id: str = field(metadata=ID)
    """Its name."""
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
    """The statements that its takeaway repeats."""
    computed: tuple[Formula, ...] = field(default=(), metadata=KEYED)
    """Each number of its takeaway with its formula."""
    is_on_slides: bool = True
    """Whether the deck shows it too."""
    amounts: AmountForm | None = None
    """Sums on cards or as bars."""
    columns: ColumnForm | None = None
    """A series as columns."""
    timeline: TimelineForm | None = None
    """The events on an axis of time."""
    shares: ShareForm | None = None
    """Parts of a whole, in several periods."""
    line: LineForm | None = None
    """A series as a line."""
    panels: PanelForm | None = None
    """Several small charts on one scale."""
    dots: DotForm | None = None
    """Two dates of several series, a row each."""
    table: TableForm | None = None
    """Words in rows and columns."""
    map: MapForm | None = None
    """Places on a map."""
    image: ImageForm | None = None
    """A photograph, a logo or a map of one’s own."""
    plugin: PluginForm | None = None
    """A form that an installed package brings."""
    place: SourceLocation = NOWHERE

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms that are given; the checks demand exactly one."""
        given = (
            self.amounts, self.columns, self.timeline, self.shares, self.line, self.panels,
            self.dots, self.table, self.map, self.image, self.plugin,
        )  # fmt: skip
        return tuple(form for form in given if form is not None)

    @property
    def plotted(self) -> tuple[Plotted, ...]:
        """What an exhibit of several series plots, in order; empty for one of another sort."""
        found = []
        if self.columns:
            parts = self.columns.groups or self.columns.stack
            found += [Plotted(p.series, p.label, p.less, "", p.highlight) for p in parts]
        if self.line:
            found += [Plotted(p.series, p.label, "", p.of, p.highlight) for p in self.line.lines]
        found += [Plotted(p.series, p.label) for p in (self.panels.panels if self.panels else ())]
        found += [Plotted(p.series, p.label) for p in (self.dots.rows if self.dots else ())]
        found += [Plotted(p.series, p.label) for p in (self.plugin.parts if self.plugin else ())]
        return tuple(found)

    @property
    def statements(self) -> tuple[Cell | Place, ...]:
        """The statements that it consists of: a table's cells, a map's places."""
        cells = tuple(cell for row in self.table.rows for cell in row.cells) if self.table else ()
        return (*cells, *(self.map.places if self.map else ()))


Form = (
    AmountForm
    | ColumnForm
    | TimelineForm
    | ShareForm
    | LineForm
    | PanelForm
    | DotForm
    | TableForm
    | MapForm
    | ImageForm
    | PluginForm
)
