"""Axes: domain, ticks and tick labels, decided once for both documents: pure arithmetic.

A value axis is exact, in whole units: paper and deck have the same ends, the same ticks, and the
same words beside them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from decimal import Decimal

from briefbook.frozen import dataclass
from briefbook.values.formatting import NumberFormat
from briefbook_figures.errors import ChartError

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
"""Steps that a reader can count in, times a power of ten."""
_WANTED = Decimal("5.5")
"""Five or six labels on a value axis."""
_NEARLY = Decimal("0.9")
"""A value this much of a step beyond a mark is better read against the next mark."""
_UNSEEN = 500
"""A value this many times smaller than another is less than half a point high where that fills a chart."""
_MOST_DECIMALS = 12


@dataclass(frozen=True)
class Scale:
    """A straight map from values to points."""

    low: float
    high: float
    start_pt: float
    end_pt: float

    def __call__(self, value: float | Decimal) -> float:
        """Return where `value` stands, in points."""
        share = (float(value) - self.low) / (self.high - self.low)
        return self.start_pt + share * (self.end_pt - self.start_pt)


@dataclass(frozen=True)
class ValueAxis:
    """An axis of values in whole units, zero included: from `low`, the first tick, to `high`."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]
    step: Decimal
    """From one tick to the next; longer than the axis where zero is the only one."""
    format: NumberFormat

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands beside the ticks, with the unit."""
        return tuple(self.format.label(tick) for tick in self.ticks)

    def scale(self, start_pt: float, end_pt: float) -> Scale:
        """Return the map from the axis's values to points."""
        return Scale(float(self.low), float(self.high), start_pt, end_pt)

    def share(self, value: Decimal) -> float:
        """Return how far along the axis a value stands, from 0 to 1."""
        return float((value - self.low) / (self.high - self.low))


def value_axis(
    values: Iterable[Decimal], labels: NumberFormat, air: Decimal, *, has_columns: bool = False
) -> ValueAxis:
    """Return the axis of some values; its ticks are written in the scale of their `labels`.

    `air` is the room for labels beyond the outermost values, as a share of their span. Zero is
    always on the axis: columns start there, and a line whose axis does not exaggerates. Where all
    values are zero, zero is the only tick of an axis that ends at one. A column that could not be
    seen beside the others does not lengthen the axis; a point of a line would be lost beyond it.
    Raises ChartError for values that are not finite.
    """
    known = (Decimal(0), *values)
    if not all(value.is_finite() for value in known):
        raise ChartError("A chart's values must be finite numbers.")
    low, high = min(known), max(known)
    if has_columns:
        low, high = _without_traces(low, high)
    ticks = value_ticks(low, high)
    if low == high:
        return ValueAxis(Decimal(0), Decimal(1), ticks, Decimal(2), _tick_format(labels, ticks))
    step, room = ticks[1] - ticks[0], (high - low) * air
    top = max(high + room if high > 0 else high, ticks[-1])
    foot = min(low - room if low < 0 else low, ticks[0])
    # Native charts count their marks from the lower end, and mark every step up to the upper one.
    first, last = math.floor(foot / step), math.floor(top / step)
    ticks = tuple(step * k for k in range(first, last + 1))
    return ValueAxis(ticks[0], top, ticks, step, _tick_format(labels, ticks))


def _without_traces(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """Return the ends of an axis without a side on which nothing could be seen.

    A value so small beside the largest of the other side is thinner than the zero line: for its
    sake no whole step is added beyond zero.
    """
    if -low * _UNSEEN < high:
        return Decimal(0), high
    return (low, Decimal(0)) if high * _UNSEEN < -low else (low, high)


def value_ticks(low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    """Return round values, zero among them, from at or above `low` to about `high`.

    The last may stand a little above the highest value, if that takes it to a round number.
    """
    low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        return (Decimal(0),)
    choices = [_ticks(low, high, step) for step in _steps_about((high - low) / _WANTED)]
    return min(choices, key=lambda ticks: (abs(len(ticks) - _WANTED), len(ticks)))


def _steps_about(size: Decimal) -> list[Decimal]:
    power = size.adjusted()
    return [step.scaleb(p) for p in (power - 1, power, power + 1) for step in _STEPS]


def _ticks(low: Decimal, high: Decimal, step: Decimal) -> tuple[Decimal, ...]:
    first, last = math.ceil(low / step), math.floor(high / step)
    if high / step - last > _NEARLY:
        last += 1
    if first - low / step > _NEARLY:
        first -= 1
    return tuple(step * k for k in range(first, last + 1))


def _tick_format(labels: NumberFormat, ticks: Sequence[Decimal]) -> NumberFormat:
    """Return the format of ticks: the labels' scale, and the decimals that the finest tick needs."""
    exponents = [int((tick / labels.factor).normalize().as_tuple().exponent) for tick in ticks]
    decimals = min(_MOST_DECIMALS, max(0, *(-e for e in exponents), 0))
    return NumberFormat(labels.factor, decimals, labels.prefix, labels.suffix)


# ── Places: years, other dates, names ───────────────────────────────────────────────────────────

_EVERY = {
    "year": (1, 5, 10, 20, 50, 100, 200, 500),
    "quarter": (1, 2, 4, 8, 20, 40, 80),
    "month": (1, 3, 6, 12, 24, 60, 120, 240),
    "date": (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000),
}
"""How many periods may lie between two labels, by the kind of period."""


def period_ticks(
    period: str, first: int, last: int, step_pt: float, label_pt: float
) -> tuple[int, ...]:
    """Return which periods are labelled, when neighbours are `step_pt` apart.

    They are numbered from `first` to `last`, months and quarters so that the first of a year is a
    multiple of 12 or 4. Every one where all labels (`label_pt` wide, air included) fit; else the
    first, the round ones, and the last, which takes the place of a round one that is too near.
    """
    steps = _EVERY[period]
    every = next((n for n in steps if n * step_pt >= label_pt), steps[-1])
    near = math.ceil(label_pt / step_pt)
    rounds = [n for n in range(first + near, last - near + 1) if n % every == 0]
    ends = [first] if last - first < near else [first, last]
    return tuple(sorted({*rounds, *ends}))
