"""Colours, strokes and type sizes of charts: one page, no plotting library.

Contrasts are on white; the lightness steps (L* 17, 39, 61, 96) keep the inks apart in grey print.
"""

from __future__ import annotations

from dataclasses import dataclass

NAVY = "#0F2B46"
"""Contrast 14.4. Titles, rules, highlighted marks, judgements."""
RUST = "#9C3F0A"
"""6.7. The source's views, exhibit numbers, "not aid"."""
TEAL = "#2F8F86"
"""3.9. A chart fill; never text."""
GREEN = "#1B625C"
"""7.1. Computed: label and frame; the aid lane."""
GOLD = "#E3AC3B"
"""2.1. One rule on the title slide; a chart fill with an outline."""
MIST = "#E3E8ED"
"""1.2. The lightest chart fill, with an outline."""
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

SHARE_FILLS = (NAVY, RUST, TEAL, GOLD, MIST, QUIET, PALE)
"""The order of fills in part-to-whole charts; labels are white on the first two, dark after."""


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
    """The smallest type; never below 7."""
    axis_pt: float = 0.75
    grid_pt: float = 0.5
    hatch_pt: float = 0.8
    outline_pt: float = 1.0
    column_share: float = 0.62
    """Width of a column as a share of the step between two columns."""


PAPER = ChartStyle(label_pt=7.6, value_pt=8.1, name_pt=8.8, small_pt=7.1)
SCREEN = ChartStyle(label_pt=12, value_pt=13, name_pt=14, small_pt=12)
