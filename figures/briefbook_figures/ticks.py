"""Where an axis is marked and how its numbers are written: pure arithmetic."""

from __future__ import annotations

import math
from dataclasses import dataclass

from briefbook_figures.errors import ChartError

MINUS = "\N{MINUS SIGN}"
_STEPS = (1.0, 2.0, 2.5, 5.0)
"""Steps that a reader can count in, times a power of ten."""
_WANTED = 5.5
"""Five or six labels on a value axis."""
_NEARLY = 0.9
"""A value this much of a step beyond a mark is better read against the next mark."""
_HAIR = 1e-9
"""Quotients that miss a whole number by less are whole."""
_FINEST = 12
"""More decimals than this are noise."""


@dataclass(frozen=True)
class Scale:
    """A straight map from values to points."""

    low: float
    high: float
    start_pt: float
    end_pt: float

    def __call__(self, value: float) -> float:
        """Return where `value` stands, in points."""
        share = (value - self.low) / (self.high - self.low)
        return self.start_pt + share * (self.end_pt - self.start_pt)


def value_ticks(lowest: float, highest: float) -> tuple[float, ...]:
    """Return round values, zero among them, from at or above `lowest` to about `highest`.

    The last may stand a little above the highest value, if that takes it to a round number.
    Raises ChartError for values that are not finite.
    """
    low, high = min(lowest, 0.0), max(highest, 0.0)
    if not (math.isfinite(low) and math.isfinite(high)):
        raise ChartError("A chart's values must be finite numbers.")
    if low == high:
        return (0.0,)
    choices = [_ticks(low, high, step) for step in _steps_about((high - low) / _WANTED)]
    return min(choices, key=lambda ticks: (abs(len(ticks) - _WANTED), len(ticks)))


def _steps_about(size: float) -> list[float]:
    power = math.floor(math.log10(size))
    return [step * 10.0**p for p in (power - 1, power, power + 1) for step in _STEPS]


def _ticks(low: float, high: float, step: float) -> tuple[float, ...]:
    first, last = math.ceil(low / step - _HAIR), math.floor(high / step + _HAIR)
    if high / step - last > _NEARLY:
        last += 1
    if first - low / step > _NEARLY:
        first -= 1
    return tuple(step * k for k in range(first, last + 1))


def tick_texts(values: tuple[float, ...]) -> tuple[str, ...]:
    """Write all values with the decimals that the finest of them needs, thousands apart."""
    decimals = next((d for d in range(_FINEST) if _is_exact(values, d)), _FINEST)
    return tuple(f"{v:,.{decimals}f}".replace("-", MINUS) if v else "0" for v in values)


def _is_exact(values: tuple[float, ...], decimals: int) -> bool:
    return all(abs(v - round(v, decimals)) < _HAIR * max(abs(v), 1e-6) for v in values)


def year_ticks(first: int, last: int, step_pt: float, label_pt: float) -> tuple[int, ...]:
    """Return the years to be labelled when neighbours are `step_pt` apart.

    Every year where all labels (`label_pt` wide, air included) fit; else the first year, the
    round ones, and the last, which takes the place of a round one that is too near.
    """
    for every in (1, 5, 10, 20, 50, 100):
        if every * step_pt >= label_pt:
            break
    near = math.ceil(label_pt / step_pt)
    rounds = [y for y in range(first + near, last - near + 1) if y % every == 0]
    ends = [first] if last - first < near else [first, last]
    return tuple(sorted({*rounds, *ends}))
