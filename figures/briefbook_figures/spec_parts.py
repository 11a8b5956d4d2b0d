"""What charts are made of: fills, what their values are, and the places along them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from briefbook.frozen import dataclass
from briefbook.values.basis import Basis
from briefbook.values.formatting import NumberFormat, measure_name
from briefbook.values.units import Unit
from briefbook_figures.axis import period_ticks

AIR = Decimal("0.09")
"""Room for labels beyond the outermost values, as a share of their span."""
SHARE_FORMAT = NumberFormat(suffix="%")
"""Shares print as whole percentages, and as less than one where they are."""
TENTHS_FORMAT = NumberFormat(suffix="%", decimals=1)
"""So they print where whole numbers would be read as wrong; the table of the figures has tenths, too."""


def share_format(shares: Iterable[Decimal]) -> NumberFormat:
    """Return how the shares of a chart print: all with tenths, where a whole number would be read as wrong.

    7.46 is 7, but whoever finds 7.5 in the table of the figures expects 8; and of 92.5 and 7.5 both
    would be rounded up.
    """
    return TENTHS_FORMAT if any(map(_misleads, shares)) else SHARE_FORMAT


_TENTH, _HALF = Decimal("0.1"), Decimal("0.5")


def _misleads(share: Decimal) -> bool:
    tenth = share.quantize(_TENTH, ROUND_HALF_UP)
    return share % 1 == _HALF or _whole(share) != _whole(tenth)


def _whole(share: Decimal) -> Decimal:
    return share.quantize(Decimal(1), ROUND_HALF_UP)


class Fill(StrEnum):
    """How the area of a mark is filled; the word says what it means, not how it looks."""

    STRONG = "strong"
    """What the title speaks of; a stated sum."""
    QUIET = "quiet"
    """The others."""
    HATCHED = "hatched"
    """Partial, cumulative or estimated."""
    OUTLINE = "outline"
    """Not assistance; asked for or planned."""
    PALE = "pale"
    """The rest of a whole."""
    ASKED_STRONG = "asked-strong"
    """Strong, quiet and pale where they are asked for or planned, and stand on or beside one another."""
    ASKED_QUIET = "asked-quiet"
    ASKED_PALE = "asked-pale"


@dataclass(frozen=True)
class Measurement:
    """What the values of a chart are: their unit, what they measure, and the format of their labels."""

    unit: Unit
    basis: Basis
    format: NumberFormat

    @property
    def name(self) -> str:
        """What the labels are in: `millions of constant 2024 US dollars`."""
        return measure_name(self.unit, self.basis, self.format.factor)

    @property
    def whole_name(self) -> str:
        """What the values themselves are in: `constant 2024 US dollars`."""
        return measure_name(self.unit, self.basis)

    def label(self, value: Decimal) -> str:
        """Return a value as the chart labels it."""
        return self.format.label(value)


class PlaceKind(StrEnum):
    """What the places along a chart are."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    DATE = "date"
    """Days, at the steps in which they come."""
    NAME = "name"
    """Categories, or dates that are no row of periods."""


@dataclass(frozen=True)
class Places:
    """The places along a chart, at equal steps; a period without a value keeps its place.

    Periods are numbered from `first` (years by themselves, months from the beginning of year 0),
    so that round ones can be found; names from 0.
    """

    kind: PlaceKind
    first: int
    labels: tuple[str, ...]
    between: frozenset[int] = frozenset()
    """Days between those of the data, counted from 0: they keep the distance, and no table lists them."""

    @property
    def rows(self) -> tuple[int, ...]:
        """The places that tables list, counted from 0."""
        return tuple(n for n in range(len(self.labels)) if n not in self.between)

    @property
    def last(self) -> int:
        """The number of the last place."""
        return self.first + len(self.labels) - 1

    def labelled(self, last_full: int, step_pt: float, label_pt: float) -> tuple[int, ...]:
        """Return the places that are labelled, counted from 0: all names, and periods as they fit.

        Neighbours are `step_pt` apart, labels `label_pt` wide with the air between them. The place
        `last_full`, the last that is not partial, is always labelled; later ones where there is room.
        """
        end = len(self.labels) - 1
        if self.kind is PlaceKind.NAME:
            return tuple(range(end + 1))
        numbers = period_ticks(self.kind, self.first, self.first + last_full, step_pt, label_pt)
        chosen = tuple(number - self.first for number in numbers)
        has_room = end != last_full and (end - last_full) * step_pt >= label_pt
        return (*chosen, end) if has_room else chosen
