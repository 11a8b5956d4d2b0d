"""Events in lanes over a common axis of time, each labelled or, where there is no room, numbered.

Diplomacy      ●□ embassies open     ▬●▬
─────────────────────────────────────────────
Aid and works       ├──────────────────────▶      track 0
                    ▬ ▬ ▬  7  bridge □            track 1
─────────────────────────────────────────────
            1992      1994      1996
7 Airliners sold
● a day   □ a month   ▬ a year or years           the key: only the marks that occur
"""

from __future__ import annotations

import itertools
from functools import lru_cache

from briefbook.frozen import dataclass, replace
from briefbook.localization import locale, translate
from briefbook_figures.axis import Scale
from briefbook_figures.faces import Fonts
from briefbook_figures.forms.canvas import GRID_LAYER, GROUND_LAYER, Canvas, Words, require
from briefbook_figures.forms.measure import Measure
from briefbook_figures.forms.moments import (
    Spot,
    draw_mark,
    extent,
    ink_of,
    part,
    require_sound,
    solid,
)
from briefbook_figures.forms.time_axis import time_ticks
from briefbook_figures.forms.timeline_key import KEY_LINE_PT, KEY_PT, draw_key, key_lines, key_rows
from briefbook_figures.label_placement import Box, Label, Place, place
from briefbook_figures.palette import AXIS, GRID, MUTED, NAVY, TINT, ChartStyle
from briefbook_figures.spec import MOST_LABELLED, Lane, Shape, TimelineChart

_NAMES_MOST = 0.24
"""The widest that lane names may be, as a share of the chart."""
_INSET_PT, _NAME_GAP_PT = 4.0, 12.0
"""Before and after the names of lanes."""
_PARTED_PT = 2.0
"""White between lanes."""
_BESIDE_NAMES = 0.75
"""How much of the gap after the names labels may use."""
_RIGHT_PT = 14.0
"""Room for a mark on the last day, and its number."""
_YEARS_PT = 15.0
_TRACK_SHARE = 0.45
"""What a second track adds to a lane's height."""
_TICKS_APART_PT = 34.0
_LANE_PT = 43.0
"""Height of a lane of one track where the content decides."""
_LOW_LANES = 0.8, 0.9
"""Shares of it that lanes have where every mark keeps its name."""
_MOST_KEY_LINES = 3
_LISTED_ELSEWHERE = "Numbers: the events in the order of their dates, as listed with the figures."
_ALL_LISTED = "Each mark is an event: all are listed by their dates with the figures."
_CLEAR_PT = 0.8
"""Air between a label's box and marks, and least air to the lane's edges."""
_LEVELS, _LEVEL_STEP, _LEVEL_COST = 4, 1.15, 3.0
"""How many rows of labels may stand over a mark, from one to the next in labels, and the cost of each."""
_BESIDE_COST = 0.1
"""What it costs that a label stands off its mark to be clear of the neighbour's."""
_GAP_PT, _NUMBER_GAP_PT = 5.0, 2.0
_MOST_NAMED = 60
"""Events beside which their names can stand; more have numbers alone."""
_WEIGHT, _CONTEXT_WEIGHT = 100.0, 60.0


@dataclass(frozen=True)
class _Band:
    """A lane on the canvas."""

    lane: Lane
    box: Box

    def track(self, number: int) -> float:
        """Return the height at which a track's marks stand; track 0 is on top."""
        return self.box.top - self.box.height * (number + 1) / (self.lane.tracks + 1)


def timeline_height(
    chart: TimelineChart, width_pt: float, style: ChartStyle, fonts: Fonts
) -> float:
    """Return the height of a timeline: its lanes, its axis, its key."""
    unit = style.label_pt / Canvas.DESIGN_PT
    require_sound(chart)
    lanes = _LANE_PT * sum(1 + _TRACK_SHARE * (lane.tracks - 1) for lane in chart.lanes)
    foot = _YEARS_PT + KEY_PT
    more = len(key_rows(Canvas(width_pt, (lanes + foot) * unit, style, fonts), chart)) - 1

    def height(share: float, lines: int) -> float:
        return (lanes * share + foot + (lines + more) * KEY_LINE_PT) * unit

    tries = [
        *((share, 0) for share in _LOW_LANES),
        *((1.0, lines) for lines in range(_MOST_KEY_LINES + 1)),
    ]
    fits = (
        height(*tried)
        for tried in tries
        if len(_settled(((width_pt, height(*tried)), style, fonts, chart, locale())).key)
        <= tried[1]
    )
    return next(fits, height(*tries[-1]))


def draw_timeline(canvas: Canvas, chart: TimelineChart) -> None:
    """Draw lanes, axis, marks and key, then the labels; a mark whose label has no room has a number.

    Raises ChartError for a moment off the axis or in a lane or track that is not there.
    """
    require_sound(chart)
    size = canvas.width, canvas.height
    settled = _settled((size, canvas.style, canvas.fonts, chart, locale()))
    canvas.left_out += settled.left_out
    names = {lane.id: _name_lines(canvas, lane) for lane in chart.lanes}
    # Each lane lies on tint: an eye that follows it over empty years stays in it.
    for band in settled.bands:
        canvas.area(band.box.grown(0, -canvas.pt(_PARTED_PT) / 2), TINT, layer=GRID_LAYER)
    _draw_axis(canvas, chart, settled.x, settled.foot)
    for band in settled.bands:
        words = names[band.lane.id]
        low = band.box.middle[1] - canvas.size(words)[1] / 2
        canvas.lines(words, canvas.box(words, canvas.pt(_INSET_PT), low, "left"))
    for spot in sorted(settled.spots, key=lambda spot: not spot.is_span):
        draw_mark(canvas, spot)
    for _, line, spot_ in settled.labels:
        canvas.area(spot_.box.grown(1, 0), TINT, layer=GROUND_LAYER)
        canvas.lines([line], spot_.box)
        if spot_.leader:
            at = spot_.leader.middle[0]
            leader = [(at, spot_.leader.bottom), (at, spot_.leader.top)]
            canvas.rule(leader, AXIS, canvas.style.grid_pt, layer=GRID_LAYER)
    draw_key(canvas, settled.key, settled.rows)


@dataclass(frozen=True)
class _Settled:
    """Everything in its place."""

    x: Scale
    foot: float
    """Height of the key, on which the axis stands."""
    bands: list[_Band]
    spots: list[Spot]
    labels: list[tuple[Spot, Words, Place]]
    key: list[str]
    rows: list[list[Shape]]
    """The marks of the key, line by line."""
    left_out: list[str]
    """What the key leaves to a list, as the canvas tells it."""


_Drawn = tuple[tuple[float, float], ChartStyle, Fonts, TimelineChart, str]
"""Size, style, faces, chart, and the language that it is labelled in."""


@lru_cache(maxsize=1)  # what a height was found with is drawn without a second search
def _settled(drawn: _Drawn) -> _Settled:
    """Return lanes, marks and labels in place, with as many lines of key as the numbers need.

    A key takes height from the lanes: where that costs a mark its label, it is left to a list.
    """
    size, style, fonts, chart, _ = drawn
    canvas = Canvas(*size, style, fonts)
    names = [canvas.size(_name_lines(canvas, lane))[0] for lane in chart.lanes]
    left = max(names) + canvas.pt(_INSET_PT + _NAME_GAP_PT)
    x = Scale(chart.start, chart.end, left, canvas.width - canvas.pt(_RIGHT_PT))
    least = left - canvas.pt(_NAME_GAP_PT) * _BESIDE_NAMES
    rows = key_rows(canvas, chart)
    count = 0
    while True:
        foot = canvas.pt(KEY_PT + (count + len(rows) - 1) * KEY_LINE_PT)
        bands = _bands(canvas, chart, x, foot + canvas.pt(_YEARS_PT))
        spots = [spot for band in bands for spot in _spots(canvas, chart, band, x)]
        labels = _labels(canvas, bands, spots, least)
        numbered = [spot.number for spot, words, _ in labels if words.text == str(spot.number)]
        lines = key_lines(canvas, chart, numbered)
        if len(lines) > _MOST_KEY_LINES or (count > 1 and canvas.left_out):
            lines, count = [translate(_LISTED_ELSEWHERE)], min(count, 1)
        if len(labels) < sum(bool(spot.moment.label) for spot in spots) and not canvas.left_out:
            lines = [translate(_ALL_LISTED)]
        if len(lines) <= count:
            return _Settled(x, foot, bands, spots, labels, lines, rows, canvas.left_out)
        count = len(lines)


def _name_lines(canvas: Canvas, lane: Lane) -> tuple[Words, ...]:
    size = canvas.style.value_pt
    texts = canvas.measure.wrap(lane.label, "sans-semibold", size, canvas.width * _NAMES_MOST)
    require(texts, "Every lane of a timeline needs a label.")
    return tuple(Words(text, size, "sans-semibold", NAVY) for text in texts)


def _bands(canvas: Canvas, chart: TimelineChart, x: Scale, foot: float) -> list[_Band]:
    """Share the height out: a lane of two tracks, or of marks above each other, is higher."""
    weights = [
        1 + _TRACK_SHARE * (lane.tracks - 1) + _crowding(canvas, chart, lane, x)
        for lane in chart.lanes
    ]
    unit = (canvas.height - foot) / sum(weights)
    bands, top = [], canvas.height
    for lane, weight in zip(chart.lanes, weights, strict=True):
        box = Box(0, top - unit * weight, canvas.width, top)
        bands.append(_Band(lane, box))
        top = box.bottom
    return bands


def _crowding(canvas: Canvas, chart: TimelineChart, lane: Lane, x: Scale) -> float:
    """Return the height that marks of a lane take above each other, in lanes of one row."""
    spots = _spots(canvas, chart, _Band(lane, Box(0, 0, 0, 0)), x)
    highest = max((spot.box.height for spot in spots), default=0.0)
    tops, feet = [s.box.top for s in spots], [s.box.bottom for s in spots]
    spread = max(tops, default=0.0) - min(feet, default=0.0) - highest
    return spread / canvas.pt(_LANE_PT)


def _draw_axis(canvas: Canvas, chart: TimelineChart, x: Scale, low: float) -> None:
    """Mark round years, months or days, as many as can be told apart."""
    foot = low + canvas.pt(_YEARS_PT)
    most = int((canvas.width - x.start_pt) / canvas.pt(_TICKS_APART_PT))
    baseline = low + canvas.style.label_pt * Measure.DESCENT + 0.5
    for at, label in time_ticks(chart.start, chart.end, most):
        canvas.rule(
            [(x(at), foot), (x(at), canvas.height)], GRID, canvas.style.grid_pt, layer=GRID_LAYER
        )
        words = Words(label, canvas.style.label_pt, colour=MUTED)
        half = canvas.size([words])[0] / 2
        canvas.text(min(x(at), canvas.width - half), baseline, words, "center")
    canvas.rule([(0, foot), (canvas.width, foot)], AXIS, canvas.style.axis_pt)


def _spots(canvas: Canvas, chart: TimelineChart, band: _Band, x: Scale) -> list[Spot]:
    """Return the marks of one lane, track by track, none hidden by another."""
    found = []
    for track in range(band.lane.tracks):
        spots = [
            Spot(m, extent(canvas, m, x(m.start), x(m.end), band.track(track)), ink_of(m), number)
            for number, m in enumerate(chart.moments, 1)
            if m.lane == band.lane.id and m.track == track
        ]
        found += part(canvas, spots)
    return found


# ── Labels ──────────────────────────────────────────────────────────────────────────────────────

_Labelled = tuple[Spot, Words, Place]


_NAMES_FIRST, _NUMBERS_ALONE = ("words", "number"), ("number",)


def _labels(canvas: Canvas, bands: list[_Band], spots: list[Spot], left: float) -> list[_Labelled]:
    """Return label and place of each mark, lane by lane.

    Where a label has no room it is the mark's number. Names must not crowd out numbers: a lane in
    which a mark would stay without either has numbers alone. Of very many events, a lane has not even
    these where there is no room for all.
    """
    found: list[_Labelled] = []
    canvas.left_out.clear()
    faces = [_NAMES_FIRST, _NUMBERS_ALONE] if len(spots) <= _MOST_NAMED else [_NUMBERS_ALONE]
    for band in bands:
        own = [spot for spot in spots if spot.moment.lane == band.lane.id]
        tries = (_placed(canvas, band, own, left, rounds) for rounds in faces)
        chosen = next((labels for labels in tries if len(labels) == len(own)), None)
        if chosen is None and len(spots) > MOST_LABELLED:
            continue
        if chosen is None:
            chosen = _placed(canvas, band, own, left, _NAMES_FIRST)
            named = {spot.number for spot, _, _ in chosen}
            canvas.left_out += [s.moment.label or "?" for s in own if s.number not in named]
        found += chosen
    return found


def _placed(
    canvas: Canvas, band: _Band, spots: list[Spot], left: float, rounds: tuple[str, ...]
) -> list[_Labelled]:
    """Return the labels of a lane that find a place, names or numbers, in rounds."""
    clear = canvas.pt(_CLEAR_PT)
    obstacles = [box.grown(clear, clear) for spot in spots for box in solid(canvas, spot)]
    room = Box(left, band.box.bottom, canvas.width, band.box.top).grown(0, -clear)
    found: list[_Labelled] = []
    waiting = spots
    for face in rounds:
        told = [(spot, _words(canvas, spot, face)) for spot in waiting]
        told = [(spot, words) for spot, words in told if words.text]
        labels = [
            Label(
                _places(canvas, spot, words, spots, room),
                _CONTEXT_WEIGHT if spot.moment.shape is Shape.DIAMOND else _WEIGHT,
            )
            for spot, words in told
        ]
        gap = canvas.pt(_GAP_PT if face == "words" else _NUMBER_GAP_PT)
        placement = place(tuple(labels), tuple(obstacles), room, gap=(gap, 0.0))
        for (spot, words), at in zip(told, placement.chosen, strict=True):
            if at is not None:
                found.append((spot, words, at))
                obstacles += [at.box.grown(1, 0), *([at.leader] if at.leader else [])]
        named = {spot.number for spot, _, _ in found}
        waiting = [spot for spot in waiting if spot.number not in named]
    return found


def _words(canvas: Canvas, spot: Spot, face: str) -> Words:
    if face == "words":
        return Words(spot.moment.label, canvas.style.small_pt)
    return Words(str(spot.number), canvas.style.small_pt, "sans-semibold", NAVY)


# ── Places of labels ────────────────────────────────────────────────────────────────────────────


def _places(
    canvas: Canvas, spot: Spot, words: Words, near: list[Spot], room: Box
) -> tuple[Place, ...]:
    """Return the places around a mark inside its lane; above it, centred, is what one expects."""
    lines = [words]
    width, height = canvas.size(lines)
    gap, mark = canvas.pt(_CLEAR_PT), spot.box
    # A label stands clear of what lies on its mark, too.
    stack = [mark, *(other.box for other in near if other.box.overlaps(mark))]
    places = []
    for centre, cost in _centres(spot, width):
        label = Box(centre - width / 2, mark.bottom, centre + width / 2, mark.top).grown(gap, 0)
        # A dot's label that reaches over a square stands clear of the square, which is higher.
        beside = [*stack, *(other.box for other in near if other.box.overlaps(label))]
        edges = {_edges(stack): cost, _edges(beside): cost + _BESIDE_COST}
        for (low, high), row in itertools.product(edges, range(_LEVELS)):
            rise, more = row * height * _LEVEL_STEP, edges[low, high] + row * _LEVEL_COST
            for bottom, side in ((high + gap + rise, 0.0), (low - gap - height - rise, 0.3)):
                box = Box(centre - width / 2, bottom, centre + width / 2, bottom + height)
                leader = _leader(spot, box) if row else None
                places.append(Place(box, more + side, leader))
    side = canvas.pt(2.5)
    level = mark.middle[1] - height / 2
    for shift in (0.0, 0.4, -0.4):
        at, cost = level + shift * height, 1.2 + abs(shift)
        places.append(Place(canvas.box(lines, mark.right + side, at, "left"), cost))
        places.append(Place(canvas.box(lines, mark.left - side, at, "right"), cost + 0.2))
    return tuple(
        replace(spot_, cost=spot_.cost + (0.0 if spot_.leader else _doubt(spot_.box, spot, near)))
        for spot_ in places
        if room.holds(spot_.box)
    )


def _edges(boxes: list[Box]) -> tuple[float, float]:
    """Return the lower and the upper edge of boxes together."""
    return min(box.bottom for box in boxes), max(box.top for box in boxes)


def _leader(spot: Spot, label: Box) -> Box:
    """Return the line from a mark to a label that stands well above or below it."""
    mark = spot.box
    x = min(max(mark.middle[0], label.left), label.right)
    low, high = sorted((mark.middle[1], label.middle[1]))
    foot = mark.top if low == mark.middle[1] else label.top
    top = label.bottom if low == mark.middle[1] else mark.bottom
    return Box(x - 0.3, min(foot, high), x + 0.3, max(top, foot))


def _centres(spot: Spot, width: float) -> list[tuple[float, float]]:
    """Return where a label may be centred over or under a mark, and at what cost."""
    mark = spot.box
    x = mark.middle[0]
    if mark.width > width:
        # A long span is labelled from its start, where the eye meets it first.
        start, free = mark.left + width / 2, mark.width - width
        return [(start + free * share / 4, share * 0.4) for share in range(5)]
    reach = (width + mark.width) / 2 - min(mark.width, 4.0)
    return [(x + reach * aside / 8, aside * aside * 0.03) for aside in range(-8, 9)]


def _doubt(box: Box, spot: Spot, near: list[Spot]) -> float:
    """Return the cost of a place where the label could be taken for another mark's."""
    cost, x, close = 0.0, box.middle[0], box.grown(3.0, 3.0)
    for other in near:
        if other is spot or not close.overlaps(other.box):
            continue
        if spot.is_span != other.is_span and spot.box.overlaps(other.box):
            # A mark on a span: their labels stand on both sides, none can be far from either.
            cost += 0.1
        else:
            cost += 2.5 if _away(x, other.box) <= _away(x, spot.box) else 0.6
    return cost


def _away(x: float, mark: Box) -> float:
    """Return how far `x` is from a mark, sideways."""
    return max(mark.left - x, x - mark.right, 0.0)
