"""Parts of comparable wholes, as bars of equal length.

                  Agriculture           USAID     State 2%
    1992–2000    ┌─────────────────────┬─────────┬┐
    $449M        └─────────────────────┴─────────┴┘
                                       Defense
    2001–10      ┌────────┬───────┬────┬──────────┐
    $757M        └────────┴───────┴────┴──────────┘

A part is named once, over the first bar in which it can be seen. A share stands in its part where
that is wide enough, and over it where it is not.
"""

from __future__ import annotations

from decimal import Decimal

from briefbook.frozen import dataclass
from briefbook_figures.forms.canvas import Canvas, Words, require
from briefbook_figures.forms.measure import Measure
from briefbook_figures.label_placement import Box, Label, Place, Placement, place
from briefbook_figures.palette import (
    AXIS,
    LIGHT_FILLS,
    MUTED,
    SHARE_FILLS,
    SHARE_LABELS,
    TEXT,
    WHITE,
)
from briefbook_figures.spec import MOST_PARTS, ShareChart, ShareRow

_NAMES_MOST = 0.3
"""The widest that the rows' names may be, as a share of the chart."""
_NAME_GAP_PT = 14.0
_BAR_SHARE = 0.7
_BAR_MOST_PT = 34.0
_HEAD_PT = 19.0
"""Room over the first bar: two lines, for the names of neighbours that are both narrow."""
_SEAM_PT = 1.0
"""White between two parts."""
_INSIDE_PT = 3.0
"""Least air beside a share inside its part."""
_GAP_PT = 1.6
_SEEN_PT = 3.0
"""A part narrower than this is a seam rather than a part: it is not labelled."""


@dataclass(frozen=True)
class _Part:
    """One part of one bar."""

    fill: int
    """Its fill's number in the palette."""
    name: str
    share: Decimal
    """In percent."""
    text: str
    """The share as printed."""
    box: Box


@dataclass(frozen=True)
class _Told:
    """What is said over a part."""

    part: _Part
    words: Words


def draw_shares(canvas: Canvas, chart: ShareChart) -> None:
    """Draw a bar for each row.

    Raises ChartError for more than seven parts, and for parts below zero.
    """
    _require_sound(chart)
    names = [_name_lines(canvas, chart, row) for row in chart.rows]
    widest = max(canvas.size(lines)[0] for lines in names)
    require(
        widest <= canvas.width * _NAMES_MOST,
        "The rows' labels are too long for a chart of shares.",
        "Shorten the labels of the periods.",
    )
    left = widest + canvas.pt(_NAME_GAP_PT)
    boxes = _bars(canvas, len(chart.rows), left)
    bars = [_parts(chart, row, box) for row, box in zip(chart.rows, boxes, strict=True)]
    for row, lines, box, parts in zip(chart.rows, names, boxes, bars, strict=True):
        middle = box.middle[1]
        if not parts:
            _draw_empty(canvas, chart.empty_text(row), box)
        canvas.lines(lines, canvas.box(lines, 0, middle - canvas.size(lines)[1] / 2, "left"))
        for part in parts:
            _draw_part(canvas, part)
    _draw_labels(canvas, bars, boxes)


def _bars(canvas: Canvas, count: int, left: float) -> list[Box]:
    """Return the bars from the top down, with room for labels over each."""
    room = canvas.height - canvas.pt(_HEAD_PT)
    height = min(room / count * _BAR_SHARE, canvas.pt(_BAR_MOST_PT))
    between = (room - height * count - 1.0) / max(1, count - 1)
    tops = [room - number * (height + between) for number in range(count)]
    return [Box(left, top - height, canvas.width, top) for top in tops]


def _require_sound(chart: ShareChart) -> None:
    require(chart.rows, "A chart of shares needs at least one row.")
    require(
        len(chart.parts) <= MOST_PARTS,
        f"A chart of shares can tell {MOST_PARTS} parts apart, not {len(chart.parts)}.",
        "Name the rest, in which the smallest are gathered.",
    )
    for row in chart.rows:
        require(len(row.values) == len(chart.parts), f'"{row.label}" lacks a part.')
        require(min(row.values) >= 0, f'"{row.label}" has a part below zero.')


def _name_lines(canvas: Canvas, chart: ShareChart, row: ShareRow) -> tuple[Words, ...]:
    label = Words(row.label, canvas.style.name_pt, "sans-semibold")
    return label, Words(chart.total_text(row), canvas.style.label_pt, colour=MUTED)


def _draw_empty(canvas: Canvas, text: str, bar: Box) -> None:
    """Draw a bar that has no parts: an outline, and in it why."""
    canvas.area(bar, WHITE, outline=AXIS, width_pt=canvas.style.grid_pt)
    words = Words(text, canvas.style.label_pt, colour=MUTED)
    x, y = bar.left + canvas.pt(_INSIDE_PT * 2), bar.middle[1]
    canvas.text(x, y - Measure.CAP_HEIGHT * words.size_pt / 2, words)


def _parts(chart: ShareChart, row: ShareRow, bar: Box) -> list[_Part]:
    """Cut a bar where its shares end."""
    parts, start = [], 0.0
    for number, (name, share) in enumerate(zip(chart.parts, row.shares, strict=bool(row.shares))):
        end = start + float(share) / 100
        left, right = (bar.left + bar.width * edge for edge in (start, end))
        box = Box(left, bar.bottom, right, bar.top)
        parts.append(_Part(chart.fills[number], name, share, chart.share_format.label(share), box))
        start = end
    return [part for part in parts if part.share > 0]


def _draw_part(canvas: Canvas, part: _Part) -> None:
    # The seam comes off both sides, and leaves something of the narrowest part.
    seam = min(canvas.pt(_SEAM_PT) / 2, part.box.width * 0.2)
    box = part.box.grown(-seam, 0)
    fill = SHARE_FILLS[part.fill]
    outline = TEXT if fill in LIGHT_FILLS else None
    canvas.area(box, fill, outline=outline, width_pt=canvas.style.axis_pt)
    if _is_wide(canvas, part):
        x, y = part.box.middle
        words = _share(canvas, part)
        canvas.text(x, y - Measure.CAP_HEIGHT * words.size_pt / 2, words, "center")


def _share(canvas: Canvas, part: _Part) -> Words:
    return Words(part.text, canvas.style.value_pt, "sans-semibold", SHARE_LABELS[part.fill])


def _is_wide(canvas: Canvas, part: _Part) -> bool:
    """Say whether a part has room for its share inside."""
    return canvas.size([_share(canvas, part)])[0] + 2 * canvas.pt(_INSIDE_PT) <= part.box.width


# ── Labels over the bars ────────────────────────────────────────────────────────────────────────


def _draw_labels(canvas: Canvas, bars: list[list[_Part]], boxes: list[Box]) -> None:
    named: set[str] = set()
    ceiling = canvas.height
    for parts, bar in zip(bars, boxes, strict=True):
        room = Box(bar.left, bar.top, canvas.width, ceiling)
        ceiling = bar.bottom - 1.0
        seen = [part for part in parts if part.box.width >= canvas.pt(_SEEN_PT)]
        canvas.left_out += [
            f"{part.name} {_share(canvas, part).text}" for part in parts if part not in seen
        ]
        known = set(named)
        told, placement = _place_labels(canvas, seen, known, room)
        while late := {told[i].part.name for i in placement.left_out} - known:
            # A name for which there is no room here is left to a bar further down.
            known |= late
            told, placement = _place_labels(canvas, seen, known, room)
        named |= {part.name for part in seen} - (known - named)
        for label, spot in zip(told, placement.chosen, strict=True):
            if spot:
                _draw_label(canvas, label.words, spot)
            else:
                canvas.left_out.append(label.words.text)
    canvas.left_out += dict.fromkeys(
        part.name for parts in bars for part in parts if part.name not in named
    )


def _place_labels(
    canvas: Canvas, parts: list[_Part], known: set[str], room: Box
) -> tuple[list[_Told], Placement]:
    """Return what is to be said over the parts of a bar, and where."""
    told = [_Told(part, _over(canvas, part, known)) for part in parts]
    told = [label for label in told if label.words.text]
    labels = tuple(Label(_places(canvas, label.part, label.words)) for label in told)
    return told, place(labels, (), room, gap=(canvas.pt(5.0), 0.0))


def _draw_label(canvas: Canvas, words: Words, spot: Place) -> None:
    canvas.lines([words], spot.box)
    if spot.leader:
        x = spot.leader.middle[0]
        ends = [(x, spot.leader.bottom), (x, spot.leader.top)]
        canvas.rule(ends, AXIS, canvas.style.grid_pt)


def _over(canvas: Canvas, part: _Part, named: set[str]) -> Words:
    """Return what is said over a part: its name the first time, its share if it is narrow."""
    name = "" if part.name in named else part.name
    share = "" if _is_wide(canvas, part) else _share(canvas, part).text
    return Words(f"{name} {share}".strip(), canvas.style.label_pt)


def _places(canvas: Canvas, part: _Part, words: Words) -> tuple[Place, ...]:
    """Return the places over a part: close by if it may, else higher, on a leader."""
    width, height = canvas.size([words])
    x, start = part.box.middle[0], part.box.left
    # A name that fits its part starts with it; a longer one may reach out to either side.
    spare = part.box.width - width
    asides = [min(spare, 4.0 * step) for step in range(6)] if spare >= 0 else []
    lefts = [(start + aside, aside / 10) for aside in asides]
    lefts += [(x - width * n / 8, 1 + abs(n - 4) * width / 80) for n in range(9) if spare < 0]
    places = []
    for level in range(2):
        bottom = part.box.top + canvas.pt(_GAP_PT) + level * height
        # Half a point to each side: a leader may not graze a letter.
        leader = Box(x - 0.5, part.box.top + 0.5, x + 0.5, bottom) if level else None
        for left, cost in lefts:
            box = Box(left, bottom, left + width, bottom + height)
            places.append(Place(box, cost + level * (3 if spare >= 0 else 2), leader))
    return tuple(places)
