"""Exhibits, tables and lists of the paper's plan; see `plan.py`."""

from __future__ import annotations

from typing import Literal

from briefbook.frozen import dataclass
from briefbook.text import Printed, PrintedText, Role, Run, Text, printed
from briefbook_figures.display_list import DisplayList, TextMark
from briefbook_figures.raster import RasterImage
from briefbook_figures.spec import Shape


@dataclass(frozen=True)
class Breaks:
    """How the document is broken into pages, where there is a choice."""

    filling: float = 70.0
    """Room below which the foot of a page stays empty rather than let an exhibit float."""
    waiting: frozenset[int] = frozenset()
    """Numbers of the blocks that open the next page, though they would fit on their own."""


NO_BREAKS = Breaks()
"""Where nothing was settled."""


@dataclass(frozen=True)
class Photo:
    """A picture made of pixels, at the size in which it is printed."""

    image: RasterImage
    width_pt: float
    height_pt: float


@dataclass(frozen=True)
class Exhibit:
    """A numbered drawing or photograph with its finding as title, over the full width."""

    label: str
    """`Exhibit 2`"""
    title: Text
    subtitle: str
    picture: DisplayList | Photo
    alt: str
    source: Text
    anchor: str
    attachment: str = ""
    """Name of the attached file that holds the figures drawn; empty for none."""

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        yield PrintedText(self.title, label=self.label)
        yield from printed(Role.LABEL, self.subtitle)
        if isinstance(self.picture, DisplayList):
            marks = self.picture.marks
            yield from printed(Role.DRAWING, *(m.text for m in marks if isinstance(m, TextMark)))
        yield from printed(Role.APPARATUS, self.source)
        yield from printed(Role.ALT, self.alt)


@dataclass(frozen=True)
class Column:
    """A table column."""

    header: str
    width_pt: float
    align: Literal["left", "decimal"] = "left"
    """`decimal`: its cells are figures, and their decimal points stand below one another."""
    is_name: bool = False
    """Its cells name the row (bold navy; row header for assistive technology)."""
    is_quote: bool = False
    """Its cells are quotations (serif italic)."""
    is_strong: bool = False


@dataclass(frozen=True)
class Group:
    """A row that names the rows below it."""

    text: str

    def texts(self, _: Role) -> Printed:
        """Yield its words."""
        return printed(Role.LABEL, self.text)


@dataclass(frozen=True)
class Row:
    """A row of cells, one for each column."""

    cells: tuple[Text, ...]

    def texts(self, role: Role) -> Printed:
        """Yield its cells."""
        return printed(role, *self.cells)


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

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        role = Role.DATA if self.is_compact else Role.STATEMENT
        if self.label or self.title:
            yield PrintedText(self.title, role, self.label)
            yield from printed(Role.LABEL, self.subtitle)
        yield from printed(Role.LABEL, *(column.header for column in self.columns))
        for row in self.rows:
            yield from row.texts(role)
        yield from printed(Role.APPARATUS, self.source)


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

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        for event in self.entries:
            yield from printed(Role.LABEL, event.date)
            yield from printed(Role.STATEMENT, event.text)


@dataclass(frozen=True)
class EvidenceEntry:
    """A passage of a source, letter for letter."""

    number: int
    anchor: str
    locator: str
    """`¶ 5`"""
    quote: str
    is_view: bool
    """The passage judges rather than reports: italic."""
    back: str = ""
    """Anchor of the first place that cites it."""
    origin: str = ""
    """The source, printed after the quote where a list mixes several."""

    @property
    def locator_words(self) -> str:
        """Where it stands, as printed after the quote."""
        return " ".join(filter(None, (self.origin, self.locator)))


@dataclass(frozen=True)
class Evidence:
    """Passages of one source in three balanced columns; an entry never breaks."""

    heading: str
    """The source; printed where there is more than one."""
    entries: tuple[EvidenceEntry, ...]

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        yield from printed(Role.HEADING, self.heading)
        for entry in self.entries:
            quote = Run(entry.quote, statement=f"passage {entry.number}")
            yield from printed(Role.LABEL, str(entry.number))
            origin = (Run(f" {entry.locator_words}"),) if entry.locator_words else ()
            yield from printed(Role.DATA, (quote, *origin))
