"""The marks of a timeline: how exactly an event is dated is what its shape says.

●   a day          ▬▬▬      a year or several
●●  a few days     ▬ ▬ ▬    part of a decade, or a rough date
□   a month        ├─────▶  since then, end not stated
◇   context
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefbook.frozen import dataclass
from briefbook_figures.forms.canvas import MARK_LAYER, OVER_LAYER, Canvas, require
from briefbook_figures.label_placement import Box
from briefbook_figures.palette import MUTED, NAVY, WHITE
from briefbook_figures.spec import Moment, Shape, TimelineChart

_DOT_PT = 2.8
_DOTS_APART_PT = 4.6
_DIAMOND_PT = 4.2
_HALVES_PT = {
    Shape.DOT: _DOT_PT,
    Shape.DOTS: _DOT_PT,
    Shape.SQUARE: 3.2,
    Shape.DIAMOND: _DIAMOND_PT,
}
"""Half the size of a mark that has no length, with its edge."""
_BAR_PT = 2.1
"""Half a bar's thickness."""
_TICK_PT = 3.5
"""Half the height of the tick where an open span starts."""
_TIP_PT = 6.0
"""Length of an arrow's tip."""
_EDGE_PT = 1.0
_STROKE_PT = 1.4
_BAR_LEAST_PT = 5.0
_TAPER_PT = 4.0
_DASH_PT = (3.4, 2.1)
_DASHES_LEAST_PT = _DASH_PT[0] * 2 + _DASH_PT[1]
"""Fewer than two dashes would be a bar."""
_APART_PT = 0.8
"""Least air between two marks of one track."""

MEANINGS: dict[Shape, tuple[str, float]] = {
    Shape.DOT: ("day", 0.0),
    Shape.DOTS: ("a few days", 0.0),
    Shape.SQUARE: ("month", 0.0),
    Shape.BAR: ("year or years", 14.0),
    Shape.DASHES: ("part of a decade, or a rough date", 21.0),
    Shape.ARROW: ("end not stated", 20.0),
    Shape.DIAMOND: ("context", 0.0),
}
"""What each mark says, and its length in the key; 0 for its own."""
SPANS = frozenset({Shape.BAR, Shape.DASHES, Shape.ARROW})


@dataclass(frozen=True)
class Spot:
    """A moment's place on the canvas: its mark lies in `box`."""

    moment: Moment
    box: Box
    colour: str
    number: int
    """Its place in the order of dates, from 1."""

    @property
    def is_span(self) -> bool:
        """Say whether the mark has a length that means something."""
        return self.moment.shape in SPANS


def extent(canvas: Canvas, moment: Moment, start: float, end: float, y: float) -> Box:
    """Return the box of a mark whose dates stand at `start` and `end`, on a track at `y`."""
    match moment.shape:
        case Shape.DOT | Shape.DOTS | Shape.SQUARE | Shape.DIAMOND:
            half = canvas.pt(_HALVES_PT[moment.shape])
            second = canvas.pt(_DOTS_APART_PT) if moment.shape is Shape.DOTS else 0.0
            return Box(start, y, start + second, y).grown(half, half)
        case Shape.BAR | Shape.DASHES:
            least = _BAR_LEAST_PT if moment.shape is Shape.BAR else _DASHES_LEAST_PT
            return _at_least(canvas.pt(least), start, end).grown(0, canvas.pt(_BAR_PT)).up(y)
        case Shape.ARROW:
            return Box(start, y, end, y).grown(0, canvas.pt(_TICK_PT))


def _at_least(length: float, start: float, end: float) -> Box:
    """Return a span of no height; one too short to be seen grows evenly to both sides."""
    more = max(0.0, length - (end - start)) / 2
    return Box(start - more, 0, end + more, 0)


def solid(canvas: Canvas, spot: Spot) -> tuple[Box, ...]:
    """Return the boxes that the mark really fills: an arrow is thin between tick and tip."""
    if spot.moment.shape is not Shape.ARROW:
        return (spot.box,)
    box, stroke, tip = spot.box, canvas.pt(_STROKE_PT), canvas.pt(_TIP_PT)
    y = box.middle[1]
    return (
        Box(box.left, box.bottom, box.left + stroke, box.top),
        Box(box.left, y - stroke / 2, box.right, y + stroke / 2),
        Box(box.right - tip, box.bottom, box.right, box.top),
    )


def part(canvas: Canvas, spots: Sequence[Spot]) -> list[Spot]:
    """Move marks of one track that would cover each other up and down, so that each is seen.

    Their dates stay where they are. A dot, square or diamond on a longer span stays on it: it is
    drawn over the span with a white edge.
    """
    moved: dict[int, float] = {}
    for is_span in (False, True):
        alike = [i for i, spot in enumerate(spots) if spot.is_span is is_span]
        for crowd in _crowds(spots, alike, canvas.pt(_APART_PT)):
            levels = _levels(spots, crowd, canvas.pt(_APART_PT))
            height = max(spots[i].box.height for i in crowd) + canvas.pt(_APART_PT)
            middle = max(levels.values()) / 2
            moved |= {i: (middle - level) * height for i, level in levels.items()}
    return [replace(spot, box=spot.box.up(moved.get(i, 0.0))) for i, spot in enumerate(spots)]


def _crowds(spots: Sequence[Spot], alike: list[int], apart: float) -> list[list[int]]:
    """Group marks, in order of time, that touch one another in a chain."""
    crowds: list[list[int]] = []
    reach = 0.0
    for i in sorted(alike, key=lambda i: (spots[i].box.left, i)):
        if crowds and spots[i].box.left < reach + apart:
            crowds[-1].append(i)
            reach = max(reach, spots[i].box.right)
        else:
            crowds.append([i])
            reach = spots[i].box.right
    return crowds


def _levels(spots: Sequence[Spot], crowd: list[int], apart: float) -> dict[int, int]:
    """Give each mark the highest level (0 is on top) where it touches no earlier one."""
    ends: list[float] = []
    levels = {}
    for i in crowd:
        box = spots[i].box
        free = [level for level, end in enumerate(ends) if end + apart <= box.left]
        level = free[0] if free else len(ends)
        ends[level : level + 1] = [box.right]
        levels[i] = level
    return levels


def draw_mark(canvas: Canvas, spot: Spot) -> None:
    """Draw a moment's mark into its box."""
    box, colour = spot.box, spot.colour
    x, y = box.middle
    edge = canvas.pt(_EDGE_PT)
    radius = canvas.pt(_DOT_PT) - edge / 2
    match spot.moment.shape:
        case Shape.DOT:
            canvas.dot((x, y), radius, colour, width_pt=edge)
        case Shape.DOTS:
            # The later day first: the earlier one's white edge keeps the two apart.
            for centre in (box.right - canvas.pt(_DOT_PT), box.left + canvas.pt(_DOT_PT)):
                canvas.dot((centre, y), radius, colour, width_pt=edge)
        case Shape.SQUARE:
            stroke = canvas.pt(_STROKE_PT)
            canvas.area(box, WHITE, outline=colour, width_pt=stroke, layer=OVER_LAYER)
        case Shape.DIAMOND:
            half = canvas.pt(_DIAMOND_PT - 0.85)
            corners = [(x - half, y), (x, y + half), (x + half, y), (x, y - half)]
            canvas.polygon(corners, WHITE, outline=colour, width_pt=canvas.pt(1.2))
        case Shape.BAR if spot.moment.is_soft:
            _draw_soft(canvas, box, colour)
        case Shape.BAR:
            canvas.area(box, colour)
        case Shape.DASHES:
            _draw_dashes(canvas, box, colour)
        case Shape.ARROW:
            _draw_arrow(canvas, box, colour)


def _draw_soft(canvas: Canvas, box: Box, colour: str) -> None:
    """Draw a span whose ends are not known to the day: it tapers to a point at both."""
    (_, y), taper = box.middle, min(canvas.pt(_TAPER_PT), box.width / 2)
    upper = [(box.left + taper, box.top), (box.right - taper, box.top)]
    lower = [(box.right - taper, box.bottom), (box.left + taper, box.bottom)]
    corners = [(box.left, y), *upper, (box.right, y), *lower]
    canvas.polygon(corners, colour, layer=MARK_LAYER)


def _draw_dashes(canvas: Canvas, box: Box, colour: str) -> None:
    """Draw dashes that fill the span exactly: it starts and ends with a whole one."""
    on, off = (canvas.pt(length) for length in _DASH_PT)
    count = max(2, round((box.width + off) / (on + off)))
    stretch = box.width / (count * (on + off) - off)
    y = box.middle[1]
    canvas.rule(
        [(box.left, y), (box.right, y)],
        colour,
        box.height,
        dash_pt=(on * stretch, off * stretch),
    )


def _draw_arrow(canvas: Canvas, box: Box, colour: str) -> None:
    y, stroke = box.middle[1], canvas.pt(_STROKE_PT)
    long, half = canvas.pt(_TIP_PT), canvas.pt(2.8)
    tick = box.left + stroke / 2
    canvas.rule([(tick, box.bottom), (tick, box.top)], colour, stroke, layer=MARK_LAYER)
    canvas.rule([(box.left, y), (box.right - long, y)], colour, stroke, layer=MARK_LAYER)
    tip = [(box.right - long, y - half), (box.right, y), (box.right - long, y + half)]
    canvas.polygon(tip, colour, layer=MARK_LAYER)


def ink_of(moment: Moment) -> str:
    """Return the ink of a moment's mark: grey for context."""
    return MUTED if moment.shape is Shape.DIAMOND else NAVY


def require_sound(chart: TimelineChart) -> None:
    """Raise ChartError for a moment off the axis, or in a lane or track that is not there."""
    lanes = {lane.id: lane for lane in chart.lanes}
    require(lanes, "A timeline needs at least one lane.")
    require(chart.start < chart.end, "A timeline ends before it starts.")
    for moment in chart.moments:
        said = f'"{moment.label}"' if moment.label else f"the event of {moment.start:.1f}"
        require(moment.lane in lanes, f"The timeline has no lane {moment.lane!r} for {said}.")
        require(
            0 <= moment.track < lanes[moment.lane].tracks,
            f"Lane {moment.lane!r} has no track {moment.track} for {said}.",
        )
        require(
            chart.start <= moment.start <= moment.end <= chart.end,
            f"The timeline from {chart.start:.1f} to {chart.end:.1f} cannot show {said}, "
            f"{moment.start:.1f} to {moment.end:.1f}.",
        )
