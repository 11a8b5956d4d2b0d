"""Unlike amounts beside each other: words on the left, bars from one zero line on the right.

ASSISTANCE
─────────────────────────────────────────────
Medical goods         │▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨ $196M
In kind · since 2001  │
Bridge                │███ $36M
Grant · opened 2007   │
"""

from __future__ import annotations

from dataclasses import dataclass

from briefbook_figures.forms.canvas import OVER_LAYER, Canvas, Words, require
from briefbook_figures.forms.measure import Measure
from briefbook_figures.label_placement import Box
from briefbook_figures.palette import AXIS, MUTED, NAVY, RUST
from briefbook_figures.spec import AmountChart, AmountGroup, AmountRow

_BARS_FROM = 0.44
"""Where bars start, as a share of the width."""
_GUTTER_PT = 10.0
"""Least air between the words and the zero line."""
_HEAD_PT = 18.0
"""A group's heading, from its upper edge to its rule."""
_HEAD_FOOT_PT = 6.0
"""From a heading's baseline to its rule."""
_GROUP_GAP_PT = 4.0
_ROW_AIR_PT = 5.0
"""Least air in a row above and below its words, together."""
_ROW_MOST_PT = 44.0
_BAR_SHARE = 0.51
"""Height of a bar as a share of its row's, at most `_BAR_MOST_PT`."""
_BAR_MOST_PT = 19.0
_VALUE_GAP_PT = 5.0


@dataclass(frozen=True)
class _Row:
    """One row's words, broken into lines, and the least height that it needs."""

    row: AmountRow
    lines: tuple[Words, ...]
    least: float


def draw_amounts(canvas: Canvas, chart: AmountChart) -> None:
    """Draw the groups from the top down; rows share the height that is left.

    Raises ChartError when words or rows do not fit, and for amounts below zero.
    """
    rows = {row: _lay_out(canvas, row) for group in chart.groups for row in group.rows}
    require(rows, "A chart of amounts needs at least one amount.")
    fixed = len(chart.groups) * canvas.pt(_HEAD_PT + _GROUP_GAP_PT) - canvas.pt(_GROUP_GAP_PT)
    need = fixed + sum(row.least for row in rows.values())
    require(
        need <= canvas.height,
        f"{len(rows)} amounts need {need:.0f} pt of height; the chart has {canvas.height:.0f}.",
        "Show fewer amounts, shorten their labels, or give the exhibit more height.",
    )
    air = (canvas.height - need) / len(rows)
    lengths = _bar_lengths(canvas, chart)
    top = canvas.height
    for group in chart.groups:
        top = _draw_head(canvas, group, top)
        for row in group.rows:
            least = rows[row].least
            height = min(least + air, max(least, canvas.pt(_ROW_MOST_PT)))
            _draw_row(canvas, rows[row], top - height / 2, height, lengths[row])
            top -= height
        top -= canvas.pt(_GROUP_GAP_PT)
    zero = canvas.width * _BARS_FROM
    ends = [(zero, canvas.height - canvas.pt(_HEAD_PT)), (zero, top + canvas.pt(_GROUP_GAP_PT))]
    canvas.rule(ends, AXIS, canvas.style.axis_pt, layer=OVER_LAYER)


def _room(canvas: Canvas) -> float:
    return canvas.width * _BARS_FROM - canvas.pt(_GUTTER_PT)


def _lay_out(canvas: Canvas, row: AmountRow) -> _Row:
    require(row.value >= 0, f'"{row.label}" is below zero; a chart of amounts shows sums.')
    name, small = canvas.style.name_pt, canvas.style.label_pt
    wrap, room = canvas.measure.wrap, _room(canvas)
    label = [
        Words(text, name, "sans-semibold") for text in wrap(row.label, "sans-semibold", name, room)
    ]
    detail = [Words(text, small, colour=MUTED) for text in wrap(row.detail, "sans", small, room)]
    lines = (*label, *detail)
    require(lines, "Every amount needs a label.")
    return _Row(row, lines, canvas.size(lines)[1] + canvas.pt(_ROW_AIR_PT))


def _bar_lengths(canvas: Canvas, chart: AmountChart) -> dict[AmountRow, float]:
    """Return the length of each bar, in points: the longest at which all values fit beside them.

    Each unit has a scale of its own; where nothing is compared, there is no bar.
    """
    room = canvas.width * (1 - _BARS_FROM) - canvas.pt(_VALUE_GAP_PT)
    shares = {row: chart.share(row) or 0.0 for row in chart.rows}
    left = {row: room - canvas.size([_value(canvas, row)])[0] for row in chart.rows}
    require(min(left.values()) > 0, "The amounts' values leave no width for their bars.")
    full = min((left[row] / share for row, share in shares.items() if share), default=0.0)
    return {row: full * share for row, share in shares.items()}


def _value(canvas: Canvas, row: AmountRow) -> Words:
    return Words(row.text, canvas.style.name_pt, "sans-semibold", NAVY)


def _draw_head(canvas: Canvas, group: AmountGroup, top: float) -> float:
    """Draw a heading in capitals over its rule; return where the first row starts."""
    colour = RUST if group.is_apart else NAVY
    words = Words(group.label.upper(), canvas.style.small_pt, "sans-semibold", colour)
    require(
        canvas.size([words])[0] <= _room(canvas),
        f'The heading "{group.label}" is too long for its line.',
        "Shorten the group's label.",
    )
    bottom = top - canvas.pt(_HEAD_PT)
    canvas.text(0, bottom + canvas.pt(_HEAD_FOOT_PT), words)
    canvas.rule([(0, bottom), (canvas.width, bottom)], AXIS, canvas.style.grid_pt)
    return bottom


def _draw_row(canvas: Canvas, row: _Row, middle: float, height: float, length: float) -> None:
    block = canvas.box(row.lines, 0, middle - canvas.size(row.lines)[1] / 2, "left")
    canvas.lines(row.lines, block)
    half = min(height * _BAR_SHARE, canvas.pt(_BAR_MOST_PT)) / 2
    zero = canvas.width * _BARS_FROM
    end = zero + length
    canvas.bar(Box(zero, middle - half, end, middle + half), row.row.fill)
    value = _value(canvas, row.row)
    baseline = middle - Measure.CAP_HEIGHT * value.size_pt / 2
    canvas.text(end + canvas.pt(_VALUE_GAP_PT), baseline, value)
