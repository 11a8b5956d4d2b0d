"""Unlike amounts as cards beside each other: no common axis, so that nothing invites to add or compare.

━━━━━━━━━━━━   ━━━━━━━━━━━━   ━━━━━━━━━━━━   on tint, under a rule: rust where it is not assistance
ASSISTANCE     ASSISTANCE     EXPORT FINANCE
$196M          $36M           $182M
Medical goods  Bridge         Airliners
in kind        grant          guarantee
since 2001     opened 2007    not dated
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from briefbook.frozen import dataclass
from briefbook_figures.display_list import Face
from briefbook_figures.errors import ChartError
from briefbook_figures.forms.canvas import GRID_LAYER, LEADING, Canvas, Words, require
from briefbook_figures.forms.measure import Measure
from briefbook_figures.label_placement import Box
from briefbook_figures.palette import MUTED, NAVY, RUST, TINT, ChartStyle
from briefbook_figures.spec import AmountChart, AmountGroup, AmountRow, Fill

_MOST_IN_ROW = 4
_GAP_PT, _ROW_GAP_PT = 14.0, 16.0
_RULE_PT = 2.0
_SIZES = (1.5, 1.4, 1.3, 1.2, 1.1)
"""How much larger than usual cards may be where there is room."""
_NUMBER_SIZES = (1.8, 1.6, 1.4, 1.2)
"""How much larger still the numbers may be: they are what a hall reads."""
_DASH_PT = (4.0, 2.0)
_AIR_PT = 5.0
"""Below the rule, and between number and words."""
_INSET_PT = 6.0
"""Between a card's edges and its words."""


@dataclass(frozen=True)
class _Card:
    """One amount's lines, from its heading down."""

    row: AmountRow
    colour: str
    head: tuple[Words, ...]
    number: Words
    words: tuple[Words, ...]

    def height(self, unit: float) -> float:
        """Return the height that it needs; `unit` is a point of the design."""
        lines = sum(line.size_pt * LEADING for line in (*self.head, *self.words))
        return _RULE_PT + 3 * _AIR_PT * unit + lines + self.number.size_pt * LEADING


def cards_height(chart: AmountChart, width_pt: float, style: ChartStyle, measure: Measure) -> float:
    """Return the height of the cards, row by row, at a width; raises ChartError for a word too wide."""
    rows = _rows(chart, width_pt, style, measure)
    unit = style.label_pt / Canvas.DESIGN_PT
    heights = [max(card.height(unit) for card in row) for row in rows]
    return sum(heights) + _ROW_GAP_PT * unit * (len(rows) - 1)


def draw_amounts(canvas: Canvas, chart: AmountChart) -> None:
    """Draw the cards from the top down, in rows of up to four.

    Raises ChartError when there is none, a word is too wide, or they need more height.
    """
    need = cards_height(chart, canvas.width, canvas.style, canvas.measure)
    require(
        need <= canvas.height + 0.01,
        f"{len(chart.rows)} amounts need {need:.0f} pt of height; the chart has {canvas.height:.0f}.",
        "Show fewer amounts, shorten their labels, or give the exhibit more height.",
    )
    style = _fitting(canvas, chart)
    rows = _rows(chart, canvas.width, style, canvas.measure)
    unit = style.label_pt / Canvas.DESIGN_PT
    width, gap = _width(canvas.width, len(rows[0]), style), _GAP_PT * unit
    top = canvas.height
    for row in rows:
        height = max(card.height(unit) for card in row)
        for number, card in enumerate(row):
            left = number * (width + gap)
            canvas.area(Box(left, top - height, left + width, top), TINT, layer=GRID_LAYER)
            _draw_card(canvas, card, left, top, width, unit)
        top -= height + _ROW_GAP_PT * unit


def _fitting(canvas: Canvas, chart: AmountChart) -> ChartStyle:
    """Return the style, its type enlarged where the height leaves room: a slide is not left half empty."""
    usual = canvas.style
    style = _largest(
        canvas,
        chart,
        usual,
        (
            replace(
                usual,
                label_pt=usual.label_pt * size,
                name_pt=usual.name_pt * size,
                number_pt=usual.number_pt * size,
            )
            for size in _SIZES
        ),
    )
    numbers = (replace(style, number_pt=style.number_pt * size) for size in _NUMBER_SIZES)
    return _largest(canvas, chart, style, numbers)


def _largest(
    canvas: Canvas, chart: AmountChart, usual: ChartStyle, styles: Iterable[ChartStyle]
) -> ChartStyle:
    """Return the first style in which the cards have room, else the usual one."""
    for style in styles:
        try:
            if cards_height(chart, canvas.width, style, canvas.measure) <= canvas.height:
                return style
        except ChartError:
            continue  # a word is too wide at this size
    return usual


def _width(whole: float, count: int, style: ChartStyle) -> float:
    gap = _GAP_PT * style.label_pt / Canvas.DESIGN_PT
    return (whole - gap * (count - 1)) / count


def _rows(
    chart: AmountChart, width_pt: float, style: ChartStyle, measure: Measure
) -> list[list[_Card]]:
    """Return the cards in rows as even as can be: five stand as three and two."""
    pairs = [(group, row) for group in chart.groups for row in group.rows]
    require(pairs, "A chart of amounts needs at least one amount.")
    across = math.ceil(len(pairs) / math.ceil(len(pairs) / _MOST_IN_ROW))
    width = _width(width_pt, across, style) - 2 * _INSET_PT * style.label_pt / Canvas.DESIGN_PT
    # A long amount is set smaller rather than cut, and the others with it: cards of one size.
    widest = max(measure.width(row.text, "sans-semibold", style.number_pt) for _, row in pairs)
    size = style.number_pt * min(1.0, width / max(widest, 1.0))
    alike = replace(style, number_pt=size)
    cards = [_card(group, row, width, alike, measure) for group, row in pairs]
    return [cards[at : at + across] for at in range(0, len(cards), across)]


def _card(
    group: AmountGroup, row: AmountRow, width: float, style: ChartStyle, measure: Measure
) -> _Card:
    colour = RUST if group.is_apart else NAVY
    small, size = style.small_pt, style.number_pt
    heads = measure.wrap(group.label.upper(), "sans-semibold", small, width)
    words = [
        Words(text, style.name_pt, "sans-semibold")
        for text in measure.wrap(row.label, "sans-semibold", style.name_pt, width)
    ]
    require(words, "Every amount needs a label.")
    for part in row.detail.split(" · "):
        face: Face = "sans-italic" if part.casefold().startswith("not ") else "sans"
        words += [
            Words(text, style.label_pt, face, MUTED)
            for text in measure.wrap(part, face, style.label_pt, width)
        ]
    head = tuple(Words(text, small, "sans-semibold", colour) for text in heads)
    return _Card(row, colour, head, Words(row.text, size, "sans-semibold", colour), tuple(words))


def _draw_card(
    canvas: Canvas, card: _Card, left: float, top: float, width: float, unit: float
) -> None:
    air = _AIR_PT * unit
    if card.row.fill is Fill.HATCHED:
        # Run up over years, or estimated: its rule is broken.
        ends = [(left, top - _RULE_PT / 2), (left + width, top - _RULE_PT / 2)]
        canvas.rule(ends, card.colour, _RULE_PT, dash_pt=_DASH_PT)
    else:
        canvas.area(Box(left, top - _RULE_PT, left + width, top), card.colour)
    y, left = top - _RULE_PT - air, left + _INSET_PT * unit
    for line in (*card.head, card.number, *card.words):
        after = air if line is card.number else 0.0
        if line is card.number:
            y -= air / 2
        canvas.text(left, y - line.size_pt * Measure.ASCENT, line)
        y -= line.size_pt * LEADING + after / 2
