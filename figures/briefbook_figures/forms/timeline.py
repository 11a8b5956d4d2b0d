"""Events in lanes over a common axis of years, each labelled where nothing is in the way.

Diplomacy      ●□ embassies open     ▬●▬
─────────────────────────────────────────────
Aid and works       ├──────────────────────▶      track 0
                    ▬ ▬ ▬    bridge □             track 1
─────────────────────────────────────────────
            1992      1994      1996
"""

from __future__ import annotations

from dataclasses import dataclass

from briefbook_figures.axis import Scale
from briefbook_figures.forms.canvas import GRID_LAYER, GROUND_LAYER, Canvas, Words, require
from briefbook_figures.forms.measure import Measure
from briefbook_figures.forms.moments import Spot, draw_mark, extent, part, solid
from briefbook_figures.label_placement import Box, Label, Place, place
from briefbook_figures.palette import AXIS, GREEN, GRID, MUTED, NAVY, RUST
from briefbook_figures.spec import Lane, Shape, TimelineChart

_LANE_INKS = (NAVY, RUST, GREEN, MUTED)
_NAMES_MOST = 0.24
"""The widest that lane names may be, as a share of the chart."""
_NAME_GAP_PT = 12.0
_RIGHT_PT = 8.0
"""Room for a mark that stands on the last day."""
_YEARS_PT = 15.0
_TRACK_SHARE = 0.45
"""What a second track adds to a lane's height."""
_YEARS_APART_PT = 30.0
_CLEAR_PT = 0.8
"""Air between a label's box and marks, and least air to the lane's edges."""
_WEIGHT, _CONTEXT_WEIGHT = 100.0, 60.0


@dataclass(frozen=True)
class _Band:
    """A lane on the canvas."""

    lane: Lane
    box: Box
    colour: str

    def track(self, number: int) -> float:
        """Return the height at which a track's marks stand; track 0 is on top."""
        return self.box.top - self.box.height * (number + 1) / (self.lane.tracks + 1)


def draw_timeline(canvas: Canvas, chart: TimelineChart) -> None:
    """Draw lanes, axis and marks, then the labels where there is room for them.

    Raises ChartError for a moment off the axis or in a lane or track that is not there.
    """
    _require_sound(chart)
    names = {lane.id: _name_lines(canvas, lane) for lane in chart.lanes}
    left = max(canvas.size(lines)[0] for lines in names.values()) + canvas.pt(_NAME_GAP_PT)
    x = Scale(chart.first, chart.last + 1, left, canvas.width - canvas.pt(_RIGHT_PT))
    bands = _bands(canvas, chart)
    _draw_years(canvas, chart, x)
    for number, band in enumerate(bands):
        lines = [
            Words(line.text, line.size_pt, line.face, band.colour) for line in names[band.lane.id]
        ]
        low = band.box.middle[1] - canvas.size(lines)[1] / 2
        canvas.lines(lines, canvas.box(lines, 0, low, "left"))
        if number:
            ends = [(0.0, band.box.top), (canvas.width, band.box.top)]
            canvas.rule(ends, AXIS, canvas.style.grid_pt)
    spots = [spot for band in bands for spot in _spots(canvas, chart, band, x)]
    for spot in sorted(spots, key=lambda spot: not spot.is_span):
        draw_mark(canvas, spot)
    _draw_labels(canvas, bands, spots, left - canvas.pt(_NAME_GAP_PT) / 2)


def _require_sound(chart: TimelineChart) -> None:
    lanes = {lane.id: lane for lane in chart.lanes}
    require(lanes, "A timeline needs at least one lane.")
    require(chart.first <= chart.last, "A timeline's first year is after its last.")
    for moment in chart.moments:
        said = f'"{moment.label}"' if moment.label else f"the event of {moment.start:.1f}"
        require(moment.lane in lanes, f"The timeline has no lane {moment.lane!r} for {said}.")
        require(
            0 <= moment.track < lanes[moment.lane].tracks,
            f"Lane {moment.lane!r} has no track {moment.track} for {said}.",
        )
        require(
            chart.first <= moment.start <= moment.end <= chart.last + 1,
            f"The timeline from {chart.first} to {chart.last} cannot show {said}, "
            f"{moment.start:.1f} to {moment.end:.1f}.",
        )


def _name_lines(canvas: Canvas, lane: Lane) -> tuple[Words, ...]:
    size = canvas.style.value_pt
    texts = canvas.measure.wrap(lane.label, "sans-semibold", size, canvas.width * _NAMES_MOST)
    require(texts, "Every lane of a timeline needs a label.")
    return tuple(Words(text, size, "sans-semibold") for text in texts)


def _bands(canvas: Canvas, chart: TimelineChart) -> list[_Band]:
    """Share the height out: a lane of two tracks is higher, but not twice as high."""
    weights = [1 + _TRACK_SHARE * (lane.tracks - 1) for lane in chart.lanes]
    unit = (canvas.height - canvas.pt(_YEARS_PT)) / sum(weights)
    bands, top = [], canvas.height
    for number, (lane, weight) in enumerate(zip(chart.lanes, weights, strict=True)):
        box = Box(0, top - unit * weight, canvas.width, top)
        bands.append(_Band(lane, box, _LANE_INKS[number % len(_LANE_INKS)]))
        top = box.bottom
    return bands


def _draw_years(canvas: Canvas, chart: TimelineChart, x: Scale) -> None:
    """Mark the first of January of round years, as many as can be told apart."""
    per_year = x(chart.first + 1) - x(chart.first)
    every = next(
        (n for n in (1, 2, 5, 10, 20, 25, 50) if n * per_year >= canvas.pt(_YEARS_APART_PT)), 100
    )
    foot = canvas.pt(_YEARS_PT)
    baseline = canvas.style.label_pt * Measure.DESCENT + 0.5
    for year in range(chart.first, chart.last + 1):
        if year % every == 0 or chart.first == chart.last:
            ends = [(x(year), foot), (x(year), canvas.height)]
            canvas.rule(ends, GRID, canvas.style.grid_pt, layer=GRID_LAYER)
            words = Words(str(year), canvas.style.label_pt, colour=MUTED)
            canvas.text(x(year), baseline, words, "center")
    canvas.rule([(0, foot), (canvas.width, foot)], AXIS, canvas.style.axis_pt)


def _spots(canvas: Canvas, chart: TimelineChart, band: _Band, x: Scale) -> list[Spot]:
    """Return the marks of one lane, track by track, none hidden by another."""
    found = []
    for track in range(band.lane.tracks):
        spots = [
            Spot(m, extent(canvas, m, x(m.start), x(m.end), band.track(track)), band.colour)
            for m in chart.moments
            if m.lane == band.lane.id and m.track == track
        ]
        found += part(canvas, spots)
    return found


# ── Labels ──────────────────────────────────────────────────────────────────────────────────────


def _draw_labels(canvas: Canvas, bands: list[_Band], spots: list[Spot], left: float) -> None:
    lanes = {band.lane.id: band.box for band in bands}
    told = [spot for spot in spots if spot.moment.label]
    labels = []
    for spot in told:
        box = lanes[spot.moment.lane]
        room = Box(left, box.bottom, canvas.width, box.top).grown(0, -canvas.pt(_CLEAR_PT))
        near = [other for other in spots if other.moment.lane == spot.moment.lane]
        weight = _CONTEXT_WEIGHT if spot.moment.shape is Shape.DIAMOND else _WEIGHT
        labels.append(Label(_places(canvas, spot, near, room), weight))
    clear = canvas.pt(_CLEAR_PT)
    obstacles = tuple(box.grown(clear, clear) for spot in spots for box in solid(canvas, spot))
    bounds = Box(left, 0, canvas.width, canvas.height)
    placement = place(tuple(labels), obstacles, bounds, gap=(canvas.pt(5.0), 0.0))
    for spot, found in zip(told, placement.chosen, strict=True):
        if found is None:
            canvas.left_out.append(spot.moment.label)
        else:
            canvas.area(found.box.grown(1, 0), layer=GROUND_LAYER)
            canvas.lines([_label(canvas, spot)], found.box)


def _label(canvas: Canvas, spot: Spot) -> Words:
    return Words(spot.moment.label, canvas.style.small_pt)


def _places(canvas: Canvas, spot: Spot, near: list[Spot], room: Box) -> tuple[Place, ...]:
    """Return the places around a mark inside its lane; above it, centred, is what one expects."""
    lines = [_label(canvas, spot)]
    width, height = canvas.size(lines)
    gap, mark = canvas.pt(_CLEAR_PT), spot.box
    # A label stands clear of what lies on its mark, too.
    stack = [other.box for other in near if other.box.overlaps(mark)]
    above = max(box.top for box in stack) + gap
    below = min(box.bottom for box in stack) - gap - height
    places = []
    for centre, cost in _centres(spot, width):
        for bottom, more in ((above, 0.0), (below, 0.3)):
            places.append(Place(canvas.box(lines, centre, bottom, "center"), cost + more))
    side = canvas.pt(2.5)
    level = mark.middle[1] - height / 2
    places.append(Place(canvas.box(lines, mark.right + side, level, "left"), 1.2))
    places.append(Place(canvas.box(lines, mark.left - side, level, "right"), 1.4))
    return tuple(
        Place(spot_.box, spot_.cost + _doubt(spot_.box, spot, near))
        for spot_ in places
        if room.holds(spot_.box)
    )


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
