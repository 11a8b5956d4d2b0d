"""Rows of marks on one axis of values: what a plugin's chart form is composed of.

A plugin places marks by `Datum`s, never by numbers: each knows of which figures of the briefing it is
the sum, and its labels are made from its value. So no form can draw or say what the data do not have.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from briefbook.frozen import dataclass
from briefbook_figures.axis import ValueAxis, value_axis
from briefbook_figures.spec_parts import AIR, Fill, Measurement
from briefbook_figures.spec_series import SeriesChart

MOST_ROWS = 24
_PLUS = "+"


@dataclass(frozen=True)
class Datum:
    """A figure of the briefing, or a sum or difference of some, with the figures that it is made of."""

    value: Decimal
    terms: tuple[tuple[str, str, int], ...]
    """Series, place, and how often it is added (taken off, if negative)."""

    def __add__(self, other: Datum) -> Datum:
        """Return the sum, which knows the figures of both."""
        return self._with(other, 1)

    def __sub__(self, other: Datum) -> Datum:
        """Return the difference, which knows the figures of both."""
        return self._with(other, -1)

    def _with(self, other: Datum, sign: int) -> Datum:
        counts = {(series, place): times for series, place, times in self.terms}
        for series, place, times in other.terms:
            counts[series, place] = counts.get((series, place), 0) + sign * times
        terms = tuple((*at, times) for at, times in counts.items() if times)
        return Datum(self.value + sign * other.value, terms)


ZERO = Datum(Decimal(0), ())
"""Where bars begin that begin nowhere else."""


class MarkKind(StrEnum):
    """What a mark looks like."""

    BAR = "bar"
    """From `start` to `end`."""
    LINE = "line"
    """Likewise, thin and quiet."""
    DOT = "dot"
    """At `end`."""


@dataclass(frozen=True)
class RowMark:
    """A mark in a row; labelled, it says its length where it is a bar or a line, its place where it is a dot."""

    kind: MarkKind
    end: Datum
    start: Datum = ZERO
    fill: Fill = Fill.STRONG
    is_labelled: bool = False

    @property
    def said(self) -> Datum:
        """What its label says."""
        return self.end if self.kind is MarkKind.DOT else self.end - self.start

    @property
    def is_change(self) -> bool:
        """Whether it says how far one figure is from another, and so has a sign."""
        return self.kind is not MarkKind.DOT and bool(self.start.terms)


@dataclass(frozen=True)
class Row:
    """A row: its name, and its marks in the order in which they are drawn."""

    label: str
    """Of words, and of numbers that the data's own labels have."""
    marks: tuple[RowMark, ...]


@dataclass(frozen=True)
class Layout:
    """What a plugin's chart form returns."""

    name: str
    """What such a chart is called, for those who do not see it: “Waterfall chart”."""
    rows: tuple[Row, ...]
    """From the top, at most 24."""


@dataclass(frozen=True)
class FormSeries:
    """One series as a plugin gets it."""

    name: str
    """As printed."""
    points: tuple[tuple[str, Datum | None], ...]
    """The label of each place, and the figure there; None for a gap."""


@dataclass(frozen=True)
class FormData:
    """What a plugin's chart form gets: series of one unit and basis over common places."""

    series: tuple[FormSeries, ...]
    highlight: tuple[str, ...] = ()
    """The labels of the places that the finding speaks of."""


@dataclass(frozen=True)
class RowChart:
    """A plugin's form, laid out: rows of marks, and the figures that they are made of."""

    name: str
    rows: tuple[Row, ...]
    measurement: Measurement
    data: SeriesChart

    @property
    def marks(self) -> tuple[RowMark, ...]:
        """The marks of all rows."""
        return tuple(mark for row in self.rows for mark in row.marks)

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Where marks begin and end."""
        return tuple(datum.value for mark in self.marks for datum in (mark.start, mark.end))

    @cached_property
    def axis(self) -> ValueAxis:
        """The value axis, the same in both documents."""
        return value_axis(self.values, self.measurement.format, AIR)

    def text(self, mark: RowMark) -> str:
        """Return a mark's label: `$3M`, `+$0.5M`; empty if it has none."""
        if not mark.is_labelled:
            return ""
        value = mark.said.value
        sign = _PLUS if mark.is_change and value > 0 else ""
        return f"{sign}{self.measurement.label(value)}"
