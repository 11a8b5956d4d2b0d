"""Charts of several series: grouped or stacked columns, lines, panels on one scale, two moments.

All are the same data, arranged in another way: places, and for each series its values there. That
they share one scale is therefore true of every one of them by construction.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from briefbook.frozen import dataclass
from briefbook.localization import translate
from briefbook_figures.axis import ValueAxis, value_axis
from briefbook_figures.errors import ChartError
from briefbook_figures.spec_parts import AIR, SHARE_FORMAT, Fill, Measurement, PlaceKind, Places

MOST_SERIES = {"grouped": 4, "stacked": 4, "lines": 5, "panels": 6, "dots": 12}
"""How many series two inks, an outline and dashes can tell apart; panels and rows have names."""
_PANEL_AIR = Decimal("0.02")
_ARROW = " → "
PARTIAL, ASKED = "partial", "asked for"
"""What is said of periods that are not fully reported, and of sums that are requested or planned."""


class Arrangement(StrEnum):
    """How the series stand to one another."""

    GROUPED = "grouped"
    """Columns side by side at each place."""
    STACKED = "stacked"
    """Columns on one another: the parts of one whole."""
    LINES = "lines"
    """Lines over common places."""
    PANELS = "panels"
    """Columns, each series in a panel of its own, all on one scale."""
    DOTS = "dots"
    """A row for each series, with a dot for each of two moments."""


class Dash(StrEnum):
    """The pattern of a line, which survives print in grey."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


LINE_LOOKS = (
    (Fill.STRONG, Dash.SOLID),
    (Fill.QUIET, Dash.SOLID),
    (Fill.STRONG, Dash.DASHED),
    (Fill.QUIET, Dash.DASHED),
    (Fill.STRONG, Dash.DOTTED),
)
"""The ink and pattern of each line of a chart, in order."""
COLUMN_LOOKS = {
    1: (Fill.STRONG,),
    2: (Fill.STRONG, Fill.PALE),
    3: (Fill.STRONG, Fill.QUIET, Fill.PALE),
    4: (Fill.STRONG, Fill.QUIET, Fill.PALE, Fill.OUTLINE),
}
"""The fills of grouped and stacked columns, by how many series there are."""
ASKED_LOOKS = {
    Fill.STRONG: Fill.ASKED_STRONG,
    Fill.QUIET: Fill.ASKED_QUIET,
    Fill.PALE: Fill.ASKED_PALE,
}
"""How the same columns are filled where they are asked for: each a step lighter, so that parts stay told apart."""


@dataclass(frozen=True)
class OneSeries:
    """One series of a chart of several, with its value at each place; None for a gap."""

    name: str
    values: tuple[Decimal | None, ...]
    fill: Fill = Fill.QUIET
    dash: Dash = Dash.SOLID
    told: tuple[int, ...] = ()
    """The places whose values are said beside the name, counted from 0."""
    partial: frozenset[int] = frozenset()
    """The places that are not fully reported."""
    asked: frozenset[int] = frozenset()
    """The places whose values are asked for or planned."""

    def fill_at(self, place: int) -> Fill:
        """Return how its mark at a place is filled."""
        if place in self.partial:
            return Fill.HATCHED
        return Fill.OUTLINE if place in self.asked else self.fill


@dataclass(frozen=True)
class Stretch:
    """The places from `first` to `last`, counted from 0, over which panels say their means."""

    first: int
    last: int
    label: str


@dataclass(frozen=True)
class SeriesChart:
    """Several series of one unit and basis over common places."""

    arrangement: Arrangement
    places: Places
    series: tuple[OneSeries, ...]
    measurement: Measurement
    totals: tuple[int, ...] = ()
    """The places whose totals a stack says, counted from 0."""
    means: tuple[Stretch, ...] = ()

    def fill_at(self, one: OneSeries, place: int) -> Fill:
        """Return how the mark of a series at a place is filled: one of several columns keeps its look."""
        fill = one.fill_at(place)
        has_others = self.arrangement in (Arrangement.GROUPED, Arrangement.STACKED)
        if fill is Fill.OUTLINE and has_others and len(self.series) > 1:
            return ASKED_LOOKS.get(one.fill, fill)
        return fill

    def key_of(self, one: OneSeries) -> tuple[Fill, ...]:
        """Return the fills that the key shows before a name: those of its columns, hatched ones left out.

        Loans that are only asked for have the lighter fill alone, grants that are both have two.
        """
        drawn = dict.fromkeys(self.fill_at(one, n) for n, value in enumerate(one.values) if value)
        drawn.pop(Fill.HATCHED, None)
        return tuple(drawn) or (one.fill,)

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The values that are drawn."""
        return tuple(v for one in self.series for v in one.values if v is not None)

    def total(self, place: int) -> Decimal | None:
        """Return what a stack's parts make at a place; None where one of them is missing."""
        parts = [one.values[place] for one in self.series]
        known = [value for value in parts if value is not None]
        return sum(known, Decimal(0)) if len(known) == len(parts) else None

    def height(self, place: int) -> Decimal:
        """Return how high a stack is drawn: the sum of the parts that are known."""
        parts = (one.values[place] for one in self.series)
        return sum((value for value in parts if value is not None), Decimal(0))

    def named_at(self, number: int) -> Decimal | None:
        """Return the value beside which a series' name belongs: its last, in a stack the middle of that part.

        None where it belongs to no single mark.
        """
        one = self.series[number]
        known = [n for n, value in enumerate(one.values) if value is not None]
        if self.arrangement is Arrangement.GROUPED or not known:
            return None
        value = one.values[known[-1]] or Decimal(0)
        if self.arrangement is Arrangement.LINES:
            return value
        parts = (other.values[known[-1]] or Decimal(0) for other in self.series[:number])
        return sum(parts, Decimal(0)) + value / 2

    @cached_property
    def axis(self) -> ValueAxis:
        """The value axis of all series, the same in both documents.

        Raises ChartError for a stack with a value below zero.
        """
        values, air = self.values, AIR
        if self.arrangement is Arrangement.STACKED:
            if min(values) < 0:
                message = "A stack has a part below zero; parts of one whole are not."
                raise ChartError(message, hint="Draw the series side by side: `groups`.")
            values = tuple(self.height(place) for place in range(len(self.places.labels)))
        elif self.arrangement is Arrangement.PANELS:
            air = _PANEL_AIR
        has_columns = self.arrangement not in (Arrangement.LINES, Arrangement.DOTS)
        return value_axis(values, self.measurement.format, air, has_columns=has_columns)

    # ── Words ───────────────────────────────────────────────────────────────────────────────────

    def said(self, one: OneSeries) -> tuple[str, ...]:
        """Return the values that stand under a series' name: `$76M in 2002 (49%)`."""
        if self.arrangement is Arrangement.PANELS:
            return (self.means_text(one),) if self.means else ()
        known = [(n, value) for n in one.told if (value := one.values[n]) is not None]
        return tuple(
            self._at(n, self.measurement.label(value)) + self._share(one, n, value)
            for n, value in known
        )

    def _at(self, place: int, text: str) -> str:
        label = self.places.labels[place]
        is_name = self.places.kind in (PlaceKind.NAME, PlaceKind.DATE)
        is_name = is_name and self.arrangement is not Arrangement.DOTS
        return f"{label}: {text}" if is_name else f"{text} in {label}"

    def _share(self, one: OneSeries, place: int, value: Decimal) -> str:
        """Return what the part of a stack that the title speaks of is of the whole."""
        total = self.total(place)
        if self.arrangement is not Arrangement.STACKED or one.fill is not Fill.STRONG or not total:
            return ""
        return f" ({SHARE_FORMAT.label(100 * value / total)})"

    def dot_texts(self, one: OneSeries) -> tuple[str, str]:
        """Return the labels of a row's two dots; those of the first row name the moments."""
        first, last = (
            "" if value is None else self.measurement.label(value) for value in one.values
        )
        if one is not self.series[0]:
            return first, last
        return (self._at(0, first) if first else "", self._at(1, last) if last else "")

    def row_notes(self, one: OneSeries) -> tuple[str, ...]:
        """Return which moments of a row are not whole periods: `2025 partial`."""
        labels = self.places.labels
        partial = [f"{labels[n]} {translate(PARTIAL)}" for n in sorted(one.partial)]
        return (*partial, *(f"{labels[n]} {translate(ASKED)}" for n in sorted(one.asked)))

    def total_text(self, place: int) -> str:
        """Return the label of a stack's total; empty where there is none."""
        total = self.total(place) if place in self.totals else None
        return "" if total is None else self.measurement.label(total)

    def mean(self, one: OneSeries, over: Stretch) -> Decimal | None:
        """Return the arithmetic mean of a series over some places; None where one of them has no value."""
        values = one.values[over.first : over.last + 1]
        known = [value for value in values if value is not None]
        return sum(known, Decimal(0)) / len(known) if known and len(known) == len(values) else None

    def means_text(self, one: OneSeries) -> str:
        """Return the means of a panel: `$37M → $24M → 0`."""
        means = (self.mean(one, over) for over in self.means)
        return _ARROW.join(
            translate("no data") if m is None else self.measurement.label(m) for m in means
        )

    @property
    def reservations(self) -> tuple[tuple[Fill, str], ...]:
        """What hatched and outlined marks mean: `2025 partial`, `2026 asked for`."""
        partial = sorted({n for one in self.series for n in one.partial})
        asked = sorted({n for one in self.series for n in one.asked})
        return tuple(
            (fill, f"{', '.join(self.places.labels[n] for n in places)} {translate(word)}")
            for fill, places, word in (
                (Fill.HATCHED, partial, PARTIAL),
                (Fill.OUTLINE, asked, ASKED),
            )
            if places
        )

    @property
    def last_full(self) -> int:
        """The last place that is neither partial nor asked for, counted from 0."""
        open_ = {n for one in self.series for n in one.partial | one.asked}
        full = [n for n in range(len(self.places.labels)) if n not in open_]
        return max(full, default=len(self.places.labels) - 1)


def spread(wanted: list[float], sizes: list[float], low: float, high: float) -> list[float] | None:
    """Return the middles of stretches of these sizes, near where they are wanted and none on another.

    They keep their order and stay between `low` and `high`; None where they have no room. Groups
    that meet share their displacement (the pool-adjacent-violators algorithm, Ayer et al. 1955).
    """
    if sum(sizes) > high - low:
        return None
    before = [sum(sizes[:n]) + size / 2 for n, size in enumerate(sizes)]
    # Without the lengths of the stretches the order is all that is left to keep.
    blocks: list[tuple[float, int]] = []
    for want, offset in zip(wanted, before, strict=True):
        blocks.append((want - offset, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (mean, count), (other, more) = blocks.pop(), blocks.pop()
            blocks.append(((mean * count + other * more) / (count + more), count + more))
    starts = [start for start, count in blocks for _ in range(count)]
    most = high - sum(sizes)
    return [
        min(max(start, low), most) + offset for start, offset in zip(starts, before, strict=True)
    ]
