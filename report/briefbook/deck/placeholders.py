"""What a layout is made of: slots for content, marks for decoration, and the grid they stand on.

Pure data. All lengths are points, y runs down.
"""

from __future__ import annotations

from enum import StrEnum

from briefbook.frozen import dataclass, replace
from briefbook.text import Role
from briefbook.theme.deck import Ink


class PlaceholderType(StrEnum):
    """What a slot can hold."""

    TITLE = "title"
    TEXT = "text"
    CHART = "chart"
    TABLE = "table"


@dataclass(frozen=True)
class Rect:
    """A place on the slide, from its upper left corner."""

    x: float
    y: float
    w: float
    h: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h


@dataclass(frozen=True)
class Slot:
    """A reserved place on a slide, for one sort of content."""

    name: str
    idx: int
    kind: PlaceholderType
    rect: Rect
    type: str = "body"
    """Type role of a text; see `briefbook.theme.deck.TYPES`."""
    size_pt: float = 18.0
    """Body size to begin with; the other paragraphs follow from it."""
    floor_pt: float = 16.0
    """The smallest body size; below it a text does not fit."""
    max_lines: int = 0
    """0: as many as there is room for."""
    inset: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Left, top, right, bottom."""
    ground: Ink | None = None
    """Fill of the slot itself; text is judged against it."""
    anchor: str = "t"
    """`t`, `ctr` or `b`."""
    prompt: str = ""
    """What an empty placeholder says in PowerPoint."""
    stops_above: tuple[str, ...] = ()
    """Where one of these slots is filled, this one ends above it."""
    is_dense: bool = False
    """A table of small type."""
    role: Role = Role.STATEMENT
    """What its text is."""
    goes_on: bool = False
    """Paragraphs that find no room go on to a further slide, as the rows of tables do."""

    @property
    def line_pt(self) -> float:
        """The length of its lines."""
        return self.rect.w - self.inset[0] - self.inset[2]

    @property
    def room_pt(self) -> float:
        """The height of its text, at most."""
        return self.rect.h - self.inset[1] - self.inset[3]

    @property
    def family(self) -> str:
        """The name without its number; slots of one family are set in one size."""
        stem, _, last = self.name.rpartition("-")
        family = stem if last.isdigit() else self.name
        return _TOGETHER.get(family, family)


_TOGETHER = {"question": "implication"}
"""Families that stand side by side on a slide."""


@dataclass(frozen=True)
class Mark:
    """A decoration in the layout: a shape that means nothing when read aloud."""

    name: str
    shape: str
    """`rect`, `line` or `text`."""
    rect: Rect
    ink: Ink
    weight_pt: float = 0.0
    """Stroke of a line."""
    text: str = ""
    size_pt: float = 0.0


TITLE_SIZES: tuple[tuple[int, float], ...] = (
    (1, 28.0), (2, 28.0), (3, 24.0), (3, 21.0), (4, 18.0)
)  # fmt: skip


@dataclass(frozen=True)
class Layout:
    """A slide layout: slots that a slide can fill, and marks that it always shows."""

    name: str
    title_in_powerpoint: str
    slots: tuple[Slot, ...]
    """In reading order, the title first."""
    marks: tuple[Mark, ...] = ()
    ground: Ink | None = None
    title_sizes: tuple[tuple[int, float], ...] = TITLE_SIZES[:1]
    """How a title may be set: at most so many lines at that size, the first in which it has room."""
    has_furniture: bool = True
    """Band, footer rule, footer and page number."""

    def slot(self, name: str) -> Slot:
        """Return the slot of that name; raises KeyError."""
        for slot in self.slots:
            if slot.name == name:
                return slot
        raise KeyError(name)


LOGO_IDX = 140
"""Of the sender's logo, which only a brand's cover has."""
FOOTER_IDX, PAGE_IDX, MARKING_IDX = 11, 12, 10
ONE_LINE, TWO_LINES = 98.0, 130.0
"""Where the body begins under a title of one line, and of two or three."""


@dataclass(frozen=True)
class Grid:
    """The lengths that the layouts of one slide format are made from."""

    width: float
    height: float
    margin: float
    side: float
    """The cover's column of who, for whom and when."""
    answer: float
    """The panel of the answer."""
    figure: float
    """Left of a band, where a figure stands."""
    chart: float
    """A chart beside a panel; the panel is one column wide."""
    blocks: float
    """Short blocks beside a chart."""
    closing: float
    """Each of two lists."""
    text: float
    aside: float
    """A quotation beside a table."""
    tops: tuple[float, float] = (ONE_LINE, TWO_LINES)
    """Where the body begins under a title of one line, and of two or three."""
    subtitle_tops: tuple[float, float] = (78.0, 126.5)
    chart_tops: tuple[float, float] = (112.0, 160.0)
    """Of a chart under a subtitle."""
    panel_tops: tuple[float, float] = (102.0, 134.0)
    """Of the panel beside such a chart."""
    phase: float = 77.0
    """Height of the words under a timeline."""

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def right(self) -> float:
        """Where the right margin begins."""
        return self.width - self.margin

    @property
    def body_end(self) -> float:
        """Where the body ends."""
        return self.height - 84

    @property
    def table_end(self) -> float:
        """Where a table ends at the latest, and the source line begins."""
        return self.height - 74

    @property
    def column(self) -> float:
        """The width of each of three columns."""
        return (self.measure - 2 * _COLUMN_GAP) / 3

    @property
    def columns(self) -> tuple[float, ...]:
        """Where three columns begin."""
        return tuple(self.margin + n * (self.column + _COLUMN_GAP) for n in range(3))

    @property
    def footer(self) -> Rect:
        """The place of the footer."""
        return Rect(self.margin, self.height - 28, self.measure - 148, 16)

    @property
    def page(self) -> Rect:
        """The place of the page number."""
        return Rect(self.right - 100, self.height - 28, 100, 16)

    @property
    def furniture(self) -> tuple[Mark, ...]:
        """What every slide but the cover shows."""
        rule_ = Rect(self.margin, self.height - 32, self.measure, 0)
        return (
            Mark("Band", "rect", Rect(0, 0, self.width, 6), Ink.NAVY),
            Mark("Footer rule", "line", rule_, Ink.AXIS, 0.75),
        )


_COLUMN_GAP = 28.0

_IDX = {
    "title": 0, "tracker": 13, "subtitle": 14, "source": 15, "note": 16, "chart": 20, "table": 21,
    "body": 22, "statement": 23, "takeaway": 25, "aside": 26, "left-head": 27, "sources": 28,
    "fact": 30, "right-head": 36, "reason": 40, "mark": 50, "row": 60, "block": 70,
    "phase": 90, "implication": 100, "question": 110, "left-mark": 120, "right-mark": 130,
}  # fmt: skip
"""A numbered slot counts on from its family's idx: `fact-1` is 31."""


def idx_of(name: str) -> int:
    """Return the idx of a slot, the same in every layout."""
    stem, _, last = name.rpartition("-")
    return _IDX[stem] + int(last) if last.isdigit() else _IDX[name]


def text_slot(
    name: str, rect: Rect, type_: str, size: float, floor: float, prompt: str = ""
) -> Slot:
    """Return a slot for text."""
    return Slot(name, idx_of(name), PlaceholderType.TEXT, rect, type_, size, floor, prompt=prompt)


def chart_slot(rect: Rect) -> Slot:
    """Return the slot for a chart."""
    return Slot("chart", idx_of("chart"), PlaceholderType.CHART, rect, prompt="Chart")


def table_slot(grid: Grid, y: float, w: float = 0.0, size: float = 18, floor: float = 16) -> Slot:
    """Return the slot for a table, as high as a slide allows."""
    rect = Rect(grid.margin, y, w or grid.measure, grid.table_end - y)
    table = Slot(
        "table", idx_of("table"), PlaceholderType.TABLE, rect, "body", size, floor, prompt="Table"
    )
    return replace(table, stops_above=("note",))


def heads(grid: Grid, lines: int) -> tuple[Slot, ...]:
    """Return title and tracker; the title is first, as it is read first."""
    title = Rect(grid.margin, 43, grid.measure, 34 if lines == 1 else 83)
    place = Rect(grid.margin, 24, grid.measure, 18)
    tracker = text_slot("tracker", place, "tracker", 12, 12, "Topic")
    return (
        Slot(
            "title",
            0,
            PlaceholderType.TITLE,
            title,
            "title",
            28,
            18,
            prompt="The finding",
            role=Role.HEADING,
        ),
        replace(tracker, max_lines=1, role=Role.LABEL),
    )


def source_slot(grid: Grid) -> Slot:
    """Return the source line, whose last line stands above the footer."""
    rect = Rect(grid.margin, grid.table_end, grid.measure, 28)
    source = text_slot("source", rect, "source", 12, 11, "Source")
    return replace(source, anchor="b", max_lines=2, role=Role.APPARATUS)


def note_slot(grid: Grid, w: float = 0.0) -> Slot:
    """Return the note below a chart or table."""
    place = Rect(grid.margin, grid.height - 110, w or grid.measure, 32)
    note = text_slot("note", place, "note", 14, 12, "Note on the data")
    return replace(note, max_lines=2, role=Role.APPARATUS)


def subtitle_slot(grid: Grid, lines: int, w: float = 0.0) -> Slot:
    """Return the line that says what a chart measures; a long one takes two."""
    y = grid.subtitle_tops[lines - 1]
    place = Rect(grid.margin, y, w or grid.measure, 33)
    slot = text_slot("subtitle", place, "subtitle", 13, 12, "Measure, unit, years")
    return replace(slot, max_lines=2)


def rule(name: str, x: float, y: float, w: float, weight: float = 2, ink: Ink = Ink.NAVY) -> Mark:
    """Return a horizontal rule."""
    return Mark(name, "line", Rect(x, y, w, 0), ink, weight)


def panel(slot: Slot, bar: Ink, width: float = 6) -> tuple[Slot, Mark]:
    """Return the slot on a tint, beside a bar on its left edge, and the bar.

    Its text stands in the middle, so that a short one looks meant and not forsaken.
    """
    x, y, w, h = slot.rect.x, slot.rect.y, slot.rect.w, slot.rect.h
    inside = replace(slot, rect=Rect(x + width, y, w - width, h), ground=Ink.TINT, anchor="ctr")
    return inside, Mark(f"{slot.name} bar", "rect", Rect(x, y, width, h), bar)


_LOGO_Y, _LOGO_PT = 24.0, 42.0


def logo_place(cover: Layout) -> Rect:
    """Return where the cover has the sender's logo: at the head of the column of facts."""
    facts = cover.slot("fact-1").rect
    return Rect(facts.x, _LOGO_Y, facts.w, _LOGO_PT)
