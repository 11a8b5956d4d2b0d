"""Charts as data: what is shown, never how. No plotting library is imported here.

Every number carries its unit in the chart's `unit`; every label is final text, so that the same
words and figures stand in the drawn picture, in the native chart and in the alternative text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fill(StrEnum):
    """How the area of a mark is filled; the word says what it means, not how it looks."""

    STRONG = "strong"
    """What the title speaks of; a stated sum."""
    QUIET = "quiet"
    """The others."""
    HATCHED = "hatched"
    """Partial, cumulative or estimated."""
    OUTLINE = "outline"
    """Not assistance."""


class Shape(StrEnum):
    """The mark of an event: how exactly it is dated."""

    DOT = "dot"
    """A day."""
    DOTS = "dots"
    """A few days in a row."""
    SQUARE = "square"
    """A month."""
    BAR = "bar"
    """A year or several."""
    DASHES = "dashes"
    """Part of a decade, or a rough date."""
    ARROW = "arrow"
    """Since then, end not stated."""
    DIAMOND = "diamond"
    """Context, not an event of the story."""


@dataclass(frozen=True)
class AmountRow:
    """One amount: `label` over `detail`, a bar from zero, `text` at its end."""

    label: str
    detail: str
    value: float
    text: str
    fill: Fill


@dataclass(frozen=True)
class AmountGroup:
    """Amounts of one sort under a heading."""

    label: str
    rows: tuple[AmountRow, ...]
    is_apart: bool = False
    """Set apart from the rest (not assistance): its heading is in the warning ink."""


@dataclass(frozen=True)
class AmountChart:
    """Unlike amounts beside each other on one zero-based axis; never stacked, never added."""

    groups: tuple[AmountGroup, ...]
    unit: str


@dataclass(frozen=True)
class Column:
    """One year's value; `text` is printed above it (empty: nothing), `note` above that."""

    year: int
    value: float
    fill: Fill = Fill.QUIET
    text: str = ""
    note: str = ""


@dataclass(frozen=True)
class Mean:
    """A mean over the years `first` to `last`, both included, as a bar across just those years."""

    first: int
    last: int
    value: float
    years: str
    text: str


@dataclass(frozen=True)
class Span:
    """A bracket over the columns from `first` to `last`, with its label."""

    first: int
    last: int
    text: str


@dataclass(frozen=True)
class ColumnChart:
    """One measure by year, as columns from zero."""

    columns: tuple[Column, ...]
    unit: str
    means: tuple[Mean, ...] = ()
    span: Span | None = None
    series: str = ""
    """Name of the measure, for the native chart's data canvas."""


@dataclass(frozen=True)
class Lane:
    """A row of a timeline; `tracks` is 2 where long spans need a line of their own."""

    id: str
    label: str
    tracks: int = 1


@dataclass(frozen=True)
class Moment:
    """One event on a timeline; years are decimal (1992.12 is mid-February 1992)."""

    lane: str
    shape: Shape
    start: float
    end: float
    """Equal to `start` for a day or a month; the chart's end for an open span."""
    label: str
    """A few words; empty where a neighbour's label speaks for both."""
    track: int = 0


@dataclass(frozen=True)
class TimelineChart:
    """Events in lanes over a common axis of years."""

    lanes: tuple[Lane, ...]
    moments: tuple[Moment, ...]
    first: int
    last: int
    """The axis runs from 1 January of `first` to 31 December of `last`."""


@dataclass(frozen=True)
class ShareRow:
    """One whole, split; `shares` are per cent in the order of the chart's `parts`."""

    label: str
    total: str
    shares: tuple[float, ...]


@dataclass(frozen=True)
class ShareChart:
    """Parts of comparable wholes, as bars of equal length."""

    parts: tuple[str, ...]
    rows: tuple[ShareRow, ...]
    unit: str


@dataclass(frozen=True)
class Point:
    """One year of a line; `value` is None where there is no figure; `text` labels the point."""

    year: int
    value: float | None
    text: str = ""


@dataclass(frozen=True)
class LineChart:
    """One measure by year, as a line from zero, labelled directly."""

    points: tuple[Point, ...]
    unit: str
    series: str


Chart = AmountChart | ColumnChart | TimelineChart | ShareChart | LineChart
