"""Charts as data: what is shown, never how. No plotting library is imported here.

Values are exact, in whole units, and a chart's `Measurement` says of what and how they print. Labels
are made from values by its format, never typed: no mark can be labelled with what it is not.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from briefbook.frozen import dataclass
from briefbook.localization import translate
from briefbook.values.formatting import NumberFormat, format_of
from briefbook.values.quantity import Quantity
from briefbook_figures.axis import ValueAxis, value_axis
from briefbook_figures.spec_map import MapChart
from briefbook_figures.spec_parts import (
    AIR,
    SHARE_FORMAT,
    Fill,
    Measurement,
    PlaceKind,
    Places,
    share_format,
)
from briefbook_figures.spec_rows import RowChart
from briefbook_figures.spec_series import SeriesChart

__all__ = ["SHARE_FORMAT", "Fill", "Measurement", "PlaceKind", "Places", "RowChart", "SeriesChart"]

MOST_PARTS = 7
"""Parts of a whole that fills can tell apart."""


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
    """One amount: its value, its `label`, and in `detail` what sort it is and when, parted by ` · `.

    `to` is the upper end of a range.
    """

    label: str
    detail: str
    value: Decimal
    measurement: Measurement
    fill: Fill
    to: Decimal | None = None

    @property
    def text(self) -> str:
        """Its value as printed: `$36M`, `$5–7M`."""
        if self.to is None:
            return self.measurement.label(self.value)
        format_ = self.measurement.format
        ends = f"{format_.number(self.value)}–{format_.number(self.to)}"
        return f"{format_.prefix}{ends}{format_.suffix}"


@dataclass(frozen=True)
class AmountGroup:
    """Amounts of one sort and one unit under a heading."""

    label: str
    rows: tuple[AmountRow, ...]
    is_apart: bool = False
    """Set apart from the rest (not assistance): its heading is in the warning colour."""


@dataclass(frozen=True)
class AmountChart:
    """Unlike amounts beside each other as cards: no axis, no order, no sum."""

    groups: tuple[AmountGroup, ...]

    @property
    def rows(self) -> tuple[AmountRow, ...]:
        """The amounts of all groups."""
        return tuple(row for group in self.groups for row in group.rows)


@dataclass(frozen=True)
class Column:
    """The value at one place, None for a gap; `note` stands over its label."""

    value: Decimal | None
    fill: Fill = Fill.QUIET
    is_labelled: bool = False
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Whether its value is not that of a whole period: partial, asked for or planned."""
        return self.fill in (Fill.HATCHED, Fill.OUTLINE)


@dataclass(frozen=True)
class Mean:
    """A mean over the places `first` to `last`, counted from 0, as a bar across just those."""

    first: int
    last: int
    value: Decimal
    label: str
    """The periods that it is the mean of."""


@dataclass(frozen=True)
class Span:
    """A bracket over the columns from `first` to `last`, counted from 0, with its label."""

    first: int
    last: int
    text: str


ALL_ZERO = "All values are zero."
"""What a chart says that would look empty."""
_TWO_FIGURES = 10
_SPAN_AIR = Decimal("0.2")
"""Room beyond the outermost values where a bracket stands over them."""


@dataclass(frozen=True)
class ColumnChart:
    """One series as columns from zero, one for each place."""

    places: Places
    columns: tuple[Column, ...]
    measurement: Measurement
    series: str
    means: tuple[Mean, ...] = ()
    span: Span | None = None

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The values that are drawn."""
        return tuple(column.value for column in self.columns if column.value is not None)

    @cached_property
    def axis(self) -> ValueAxis:
        """The value axis, the same in both documents."""
        means = tuple(mean.value for mean in self.means)
        air = _SPAN_AIR if self.span else AIR
        return value_axis((*self.values, *means), self.measurement.format, air, has_columns=True)

    def text(self, column: Column) -> str:
        """Return a column's label; empty if it has none."""
        if column.value is None or not column.is_labelled:
            return ""
        return self.measurement.label(column.value)

    @cached_property
    def _mean_format(self) -> NumberFormat:
        """How means print: in two or three figures, and in more only where two would read alike."""
        format_ = self.measurement.format
        values = {mean.value for mean in self.means}
        largest = max(map(abs, values), default=Decimal(0))
        most, least = format_.decimals, int(largest < _TWO_FIGURES * format_.factor)
        for decimals in range(min(least, most), most):
            fewer = replace(format_, decimals=decimals)
            if len(set(map(fewer.label, values))) == len(values):
                return fewer
        return format_

    def mean_label(self, mean: Mean) -> str:
        """Return a mean with its unit."""
        return self._mean_format.label(mean.value)

    def mean_text(self, mean: Mean) -> str:
        """Return a mean's label in the chart."""
        return translate("mean {value}", value=self.mean_label(mean))


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
    """A few words beside the mark; a number stands there where they have no room."""
    track: int = 0
    is_soft: bool = False
    """Whether its start and end lie somewhere within the span that is drawn."""


MOST_LABELLED = 30
"""Events each of which must have a name or a number in a timeline; of more, marks may stand without."""


@dataclass(frozen=True)
class TimelineChart:
    """Events in lanes over a common axis of time, in the order of their dates."""

    lanes: tuple[Lane, ...]
    moments: tuple[Moment, ...]
    start: float
    end: float
    """The ends of the axis, in decimal years."""


@dataclass(frozen=True)
class ShareRow:
    """One whole, split: the `values` of its parts, in the order of the chart's `parts`."""

    label: str
    values: tuple[Decimal, ...]
    is_known: bool = True
    """Whether the data have any figure for this whole."""

    @property
    def total(self) -> Decimal:
        """The whole."""
        return sum(self.values, Decimal(0))

    @property
    def shares(self) -> tuple[Decimal, ...]:
        """What the parts are of the whole, in percent; empty where there is nothing to share."""
        return tuple(100 * value / self.total for value in self.values) if self.total else ()


@dataclass(frozen=True)
class ShareChart:
    """Parts of comparable wholes, as bars of equal length."""

    parts: tuple[str, ...]
    rows: tuple[ShareRow, ...]
    measurement: Measurement
    """Of the wholes, whose totals are printed."""
    rest: int | None = None
    """The part, by its place, that is what the others leave of the whole: drawn pale."""

    @property
    def fills(self) -> tuple[int, ...]:
        """The fill of each part by its number: the palette's order, whose last one is the rest's."""
        last = MOST_PARTS - 1
        others = iter(range(MOST_PARTS))
        return tuple(last if n == self.rest else next(others) for n in range(len(self.parts)))

    @property
    def share_format(self) -> NumberFormat:
        """How shares are printed: `51%`; `50.8%` where a whole number would mislead in this chart."""
        return share_format(share for row in self.rows for share in row.shares)

    def total_text(self, row: ShareRow) -> str:
        """Return a row's whole as printed: `$449M`, `320 ships`; `0` has its unit too."""
        if not row.is_known:
            return translate("no data")
        if row.total:
            return self.measurement.label(row.total)
        plain = format_of(Quantity(row.total, self.measurement.unit))
        return f"{plain.prefix}0{plain.suffix}"

    def empty_text(self, row: ShareRow) -> str:
        """Return what an empty bar says; nothing where there are parts."""
        if row.total:
            return ""
        words = "the parts are all zero" if row.is_known else "no figures for this period"
        return translate(words)


@dataclass(frozen=True)
class Point:
    """The value of a line at one place; None for a gap, whose `note` may say why."""

    value: Decimal | None
    is_labelled: bool = False
    note: str = ""


@dataclass(frozen=True)
class LineChart:
    """One series as a line, labelled directly; a place without a value breaks it."""

    places: Places
    points: tuple[Point, ...]
    measurement: Measurement
    series: str

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The values that are drawn."""
        return tuple(point.value for point in self.points if point.value is not None)

    @cached_property
    def axis(self) -> ValueAxis:
        """The value axis, the same in both documents."""
        return value_axis(self.values, self.measurement.format, AIR)

    def text(self, point: Point) -> str:
        """Return a point's label, or a gap's note; empty if it has none."""
        if point.value is None:
            return point.note
        return self.measurement.label(point.value) if point.is_labelled else ""


ShapeChart = AmountChart | TimelineChart | MapChart | RowChart
"""Forms that no presentation program has as a chart: slides show them as shapes."""
Chart = ShapeChart | ColumnChart | ShareChart | LineChart | SeriesChart
