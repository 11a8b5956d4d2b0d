"""Colours, strokes and type sizes of charts: one page, no plotting library.

Contrasts are on white. Lightness keeps inks that stand beside each other apart in grey print, and
their hues under the three common colour-vision deficiencies; tests/figures/test_legibility.py holds it.
"""

from __future__ import annotations

from briefbook.frozen import dataclass

NAVY = "#0F2B46"
"""Contrast 14.4. Titles, rules, highlighted marks, judgements."""
RUST = "#9C3F0A"
"""6.7. The source's views, exhibit numbers, "not aid"."""
TEAL = "#3FA297"
"""3.1. A chart fill that bears dark text (4.8); never text."""
GREEN = "#1B625C"
"""7.1. Computed: label and frame; the aid lane."""
GOLD = "#E3AC3B"
"""2.1. One rule on the title slide; a chart fill with an outline."""
MIST = "#EEF1F5"
"""1.1. The lightest chart fill, with an outline."""
PLUM = "#7A65A0"
"""5.0. The sixth of seven shares: grey would be taken for teal by who sees no green."""
QUIET = "#8495A6"
"""3.1. Columns that the title does not speak of."""
PALE = "#CBD3DB"
"""1.5. The rest of a whole: beside another mark, never alone."""
TEXT = "#1F2933"
MUTED = "#52606D"
NOTE = "#3A4753"
AXIS = "#7B8794"
HAIR = "#C5CDD5"
GRID = "#D5DBE1"
TINT = "#F1F4F7"
LAND = "#E9EDF1"
"""The countries of a map that it does not speak of."""
AGAINST = "#C9D1D9"
"""The country that a map shows its own against."""
WHITE = "#FFFFFF"

SHARE_FILLS = (NAVY, RUST, TEAL, GOLD, MIST, PLUM, PALE)
"""The order of fills in part-to-whole charts: L* 17, 39, 61, 74, 95, 47, 84."""
SHARE_LABELS = (WHITE, WHITE, TEXT, TEXT, TEXT, WHITE, TEXT)
"""The ink of what is written on each."""
LIGHT_FILLS = (GOLD, MIST, PALE)
"""Too light for white paper without an outline."""


@dataclass(frozen=True)
class ChartStyle:
    """Type and strokes of one medium's charts, in points."""

    label_pt: float
    """Axis and mark labels."""
    value_pt: float
    """Values of highlighted marks."""
    name_pt: float
    """Names of rows and lanes."""
    small_pt: float
    """The smallest type: never below 7 in print, 12 on a slide."""
    number_pt: float
    """The number of a card."""
    axis_pt: float = 0.75
    grid_pt: float = 0.5
    hatch_pt: float = 0.8
    outline_pt: float = 1.0
    column_share: float = 0.72
    """Width of a column as a share of the step between two columns."""


PAPER = ChartStyle(label_pt=7.8, value_pt=8.6, name_pt=8.6, small_pt=7.8, number_pt=18)
SCREEN = ChartStyle(label_pt=12, value_pt=13, name_pt=14, small_pt=12, number_pt=28)
