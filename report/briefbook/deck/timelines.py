"""A timeline laid out for a slide: lanes, marks and labels at their places, in points. Pure.

lane name │  label            label
──────────┼──●────────■────────◇────────      x: years, scaled;  y: points, upwards
          │        label
──────────┴─────────────────────────────
          1992      1994      1996
● day   ■ month   ◇ context                   the key: only the marks that occur
"""

from __future__ import annotations

from dataclasses import dataclass

from briefbook.deck.measure import text_width
from briefbook.errors import DoesNotFit
from briefbook.theme.deck import LABEL_PT, NAME_PT, SLACK
from briefbook_figures.axis import year_ticks
from briefbook_figures.label_placement import Box, Label, Place, place
from briefbook_figures.spec import Moment, Shape, TimelineChart

_KEY_PT = 26.0
AXIS_PT = _KEY_PT + 20.0
"""Height of the axis: below it there are the years, and below these the key."""
_NAME_GAP_PT = 18.0
_RIGHT_PT = 16.0
_SECOND_TRACK = 0.45
"""Height that a second track adds to a lane, as a share of one."""
_LABEL_SIZES = (LABEL_PT, 11.5, 11.0)
_LABEL_STEP = 1.22
_GAP_PT = (4.0, 0.5)
"""Clear space between two labels, across and up."""
_HALF_MARK_PT = {
    Shape.DOT: 4.5,
    Shape.DOTS: 4.5,
    Shape.SQUARE: 4.5,
    Shape.DIAMOND: 5.5,
    Shape.BAR: 3.5,
    Shape.DASHES: 3.5,
    Shape.ARROW: 5.0,
}
DOTS_APART_PT = 6.0
_KEY: dict[Shape, tuple[str, float]] = {
    Shape.DOT: ("day", 0.0),
    Shape.DOTS: ("a few days", 0.0),
    Shape.SQUARE: ("month", 0.0),
    Shape.BAR: ("year or years", 20.0),
    Shape.DASHES: ("part of a decade", 35.0),
    Shape.ARROW: ("open end", 26.0),
    Shape.DIAMOND: ("context", 0.0),
}
"""Word and length of each mark in the key."""
_KEY_GAPS_PT = (5.0, 26.0)
"""From a mark to its word, and from a word to the next mark."""


@dataclass(frozen=True)
class Mark:
    """An event where it stands."""

    moment: Moment
    x: float
    end: float
    """Equal to `x` for what has no length."""
    y: float
    lane: int


@dataclass(frozen=True)
class Caption:
    """A label where its middle stands."""

    text: str
    x: float
    y: float
    size_pt: float
    is_key: bool = False


@dataclass(frozen=True)
class Timeline:
    """A timeline in points; `year_pt` is the length of a year."""

    left: float
    """Where the first year begins."""
    right: float
    year_pt: float
    first: int
    lanes: tuple[tuple[str, float, float], ...]
    """Name, lower edge and upper edge of each."""
    years: tuple[int, ...]
    marks: tuple[Mark, ...]
    key: tuple[Mark, ...]
    captions: tuple[Caption, ...]
    """Of the marks and of the key."""

    def year_at(self, x: float) -> float:
        """Return the decimal year at a place."""
        return self.first + (x - self.left) / self.year_pt


def lay_out_timeline(
    chart: TimelineChart, width_pt: float, height_pt: float, where: str
) -> Timeline:
    """Return the timeline laid out; raises DoesNotFit, naming `where`, if a label finds no place."""
    names = max(text_width(lane.label, NAME_PT, bold=True) for lane in chart.lanes)
    left = names * SLACK + _NAME_GAP_PT
    right = width_pt - _RIGHT_PT
    year_pt = (right - left) / (chart.last + 1 - chart.first)
    lanes = _lanes(chart, height_pt)
    marks = tuple(_mark(chart, moment, lanes, left, year_pt) for moment in chart.moments)
    years = year_ticks(
        chart.first, chart.last + 1, year_pt, text_width("0000", LABEL_PT) * SLACK + 14
    )
    bounds = Box(left - 40, AXIS_PT, width_pt, height_pt)
    captions = _captions(marks, lanes, bounds, where)
    key, words = _key(chart, left, year_pt)
    grid = _even(years, chart, year_pt)
    return Timeline(left, right, year_pt, chart.first, lanes, grid, marks, key, captions + words)


def _key(
    chart: TimelineChart, left: float, year_pt: float
) -> tuple[tuple[Mark, ...], tuple[Caption, ...]]:
    """Return a mark of each shape that occurs, and its word, in one row at the foot."""
    used = {moment.shape for moment in chart.moments}
    marks, words = [], []
    x, y = 2.0, _KEY_PT / 2 - 4
    for shape, (word, length) in _KEY.items():
        if shape not in used:
            continue
        half = 0.0 if length else _HALF_MARK_PT[shape]
        start = chart.first + (x + half - left) / year_pt
        moment = Moment("", shape, round(start, 3), round(start + length / year_pt, 3), word)
        mark = Mark(moment, x + half, x + half + length, y, -1)
        box = _box(mark)
        width = text_width(word, LABEL_PT)
        words.append(
            Caption(word, box.right + _KEY_GAPS_PT[0] + width / 2, y, LABEL_PT, is_key=True)
        )
        marks.append(mark)
        x = box.right + sum(_KEY_GAPS_PT) + width
    return tuple(marks), tuple(words)


def _even(years: tuple[int, ...], chart: TimelineChart, year_pt: float) -> tuple[int, ...]:
    """Return every second year where that fits: a grid of two years is easier to read than of five."""
    wanted = text_width("0000", LABEL_PT) * SLACK + 14
    if len(years) == chart.last + 2 - chart.first or 2 * year_pt < wanted:
        return years
    return tuple(range(chart.first + chart.first % 2, chart.last + 2, 2))


def _lanes(chart: TimelineChart, height_pt: float) -> tuple[tuple[str, float, float], ...]:
    weights = [1 + _SECOND_TRACK * (lane.tracks - 1) for lane in chart.lanes]
    unit = (height_pt - AXIS_PT) / sum(weights)
    lanes = []
    top = height_pt
    for lane, weight in zip(chart.lanes, weights, strict=True):
        lanes.append((lane.label, top - weight * unit, top))
        top -= weight * unit
    return tuple(lanes)


def _mark(
    chart: TimelineChart,
    moment: Moment,
    lanes: tuple[tuple[str, float, float], ...],
    left: float,
    year_pt: float,
) -> Mark:
    index = next(n for n, lane in enumerate(chart.lanes) if lane.id == moment.lane)
    _, bottom, top = lanes[index]
    tracks = chart.lanes[index].tracks
    # The first of two tracks lies high, so that the label above it and both below the second have room.
    share = 0.5 if tracks == 1 else (0.3, 0.64)[moment.track]
    y = top - (top - bottom) * share
    x = left + (moment.start - chart.first) * year_pt
    end = left + (min(moment.end, chart.last + 1) - chart.first) * year_pt
    return Mark(moment, x, max(x, end), y, index)


def _box(mark: Mark) -> Box:
    half = _HALF_MARK_PT[mark.moment.shape]
    along = 0.0 if mark.end > mark.x else half
    extra = DOTS_APART_PT if mark.moment.shape is Shape.DOTS else 0.0
    return Box(mark.x - along, mark.y - half, mark.end + along + extra, mark.y + half)


def _captions(
    marks: tuple[Mark, ...], lanes: tuple[tuple[str, float, float], ...], bounds: Box, where: str
) -> tuple[Caption, ...]:
    obstacles = tuple(_box(mark) for mark in marks)
    labelled = [mark for mark in marks if mark.moment.label]
    left_out: tuple[int, ...] = ()
    for size in _LABEL_SIZES:
        wanted = tuple(Label(_places(mark, lanes[mark.lane], size)) for mark in labelled)
        placed = place(wanted, obstacles, bounds, _GAP_PT)
        left_out = placed.left_out
        if not left_out:
            return tuple(
                Caption(mark.moment.label, *spot.box.middle, size)
                for mark, spot in zip(labelled, placed.chosen, strict=True)
                if spot is not None
            )
    words = ", ".join(f"“{labelled[n].moment.label}”" for n in left_out)
    raise DoesNotFit(
        f"{where}: the timeline has no place for the label {words}",
        hint="shorten it or its neighbours, or leave it empty where a neighbour's speaks for both",
    )


def _places(mark: Mark, lane: tuple[str, float, float], size_pt: float) -> tuple[Place, ...]:
    """Return where a label may stand: above and below its mark, centred or moved along, or beside it."""
    width = text_width(mark.moment.label, size_pt) * 1.04 + 2
    height = size_pt * _LABEL_STEP
    box = _box(mark)
    _, bottom, top = lane
    middle = (box.left + box.right) / 2
    spots = []
    for base, cost in ((box.top + 1, 0.0), (box.bottom - 1 - height, 1.0)):
        if base < bottom - 1 or base + height > top + 1:
            continue
        for share in (0.0, 0.2, -0.2, 0.35, -0.35, 0.5, -0.5):
            centre = middle + share * width
            spots.append(
                Place(
                    Box(centre - width / 2, base, centre + width / 2, base + height),
                    cost + abs(share) * 4,
                )
            )
        if box.width > width:
            # A long span is named where it begins.
            spots.append(Place(Box(box.left, base, box.left + width, base + height), cost - 0.1))
    low = mark.y - height / 2
    spots.append(Place(Box(box.right + 3, low, box.right + 3 + width, low + height), 2.5))
    spots.append(Place(Box(box.left - 3 - width, low, box.left - 3, low + height), 3.0))
    return tuple(spots)
