"""Several series over common places: columns side by side, stacked columns, or lines.

600 ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈
400 ┈┈┈┈┈┈┈┈┈┈┈┈┈┈░┈┈┈┈┈░┈┈  ░ All other donors     the names stand beside
200 ┈┈┈┈┈░┈┈┈┈┈┈┈░┈┈░┈┈░┈┈    $79M in 2002         the last marks, and under
  0 ─▓───▓───▓───▓──▓──▓──  ▓ United States        them what the finding needs
    1992          2010 2023
"""

from __future__ import annotations

from decimal import Decimal

from briefbook.frozen import dataclass
from briefbook_figures.forms.canvas import GROUND_LAYER, OVER_LAYER, Canvas, Words, require
from briefbook_figures.forms.dots import draw_dots
from briefbook_figures.forms.panels import draw_panels
from briefbook_figures.forms.plot import Margins, Plot, draw_axes, lay_out_plot
from briefbook_figures.label_placement import Box, Label, Place, place
from briefbook_figures.palette import AXIS, MUTED, NAVY, QUIET, TEXT, WHITE
from briefbook_figures.spec import Fill
from briefbook_figures.spec_series import Arrangement, Dash, OneSeries, SeriesChart, spread

_CLUSTER_SHARE = 0.78
_COLUMN_MOST_PT = 44.0
_SIDE_GAP_PT = 8.0
"""Between the plot and the names."""
_NAME_MOST = 0.24
"""The widest that a name may be before it is broken, as a share of the chart."""
_SIDE_MOST = 0.42
_SWATCH_PT = 5.4
_SWATCH_GAP_PT, _BETWEEN_SWATCHES_PT = 4.0, 1.6
_BLOCK_GAP_PT = 6.0
_LINE_PT = 1.8
_DOT_PT = 2.6
_TOTAL_PT = 13.0
_DASHES = {Dash.SOLID: None, Dash.DASHED: (4.6, 2.2), Dash.DOTTED: (1.6, 1.8)}
_RISES_PT = tuple(3.0 * step for step in range(8))
_MOVED_PT = 3.0
"""A name that stands farther off than this from the end of its line has a leader."""


@dataclass(frozen=True)
class _Name:
    """A name beside the plot, with what is said under it."""

    lines: tuple[Words, ...]
    fills: tuple[Fill, ...]
    """The swatches before it; none for a line, beside whose end it stands."""
    wanted: float
    """How high it should stand."""


def draw_several(canvas: Canvas, chart: SeriesChart) -> None:
    """Draw a chart of several series, in its arrangement.

    Raises ChartError where there is no value, a stack has one below zero, or names have no room.
    """
    require(chart.values, "A chart of several series needs at least one value.")
    match chart.arrangement:
        case Arrangement.PANELS:
            draw_panels(canvas, chart)
        case Arrangement.DOTS:
            draw_dots(canvas, chart)
        case _:
            _draw_over_places(canvas, chart)


def _draw_over_places(canvas: Canvas, chart: SeriesChart) -> None:
    names = [_name_lines(canvas, chart, one) for one in chart.series]
    names += [(Words(text, canvas.style.label_pt, colour=MUTED),) for _, text in chart.reservations]
    fills = _fills(chart)
    inset = _inset(canvas, fills)
    wide = max(canvas.size(lines)[0] for lines in names) + inset + canvas.pt(_SIDE_GAP_PT)
    require(
        wide <= canvas.width * _SIDE_MOST,
        "The names of the series are too long to stand beside the plot.",
        "Shorten the labels of the series.",
    )
    top = canvas.pt(_TOTAL_PT if chart.totals else 4.0)
    if corner := _corner(canvas, chart, names, top):
        plot, x, tops = corner
        numbers = draw_axes(canvas, plot, chart.last_full)
        _draw_totals(canvas, plot, chart, (*_draw_columns(canvas, plot, chart), *numbers))
        for lines, own, y in zip(names, fills, tops, strict=True):
            _draw_key(canvas, lines, own, (x, y), inset)
        return
    plot = lay_out_plot(canvas, chart.places, chart.axis, Margins(wide, top))
    numbers = draw_axes(canvas, plot, chart.last_full)
    if chart.arrangement is Arrangement.LINES:
        for one in chart.series:
            _draw_line(canvas, plot, one)
    else:
        boxes = _draw_columns(canvas, plot, chart)
        _draw_totals(canvas, plot, chart, (*boxes, *numbers))
    _draw_names(canvas, plot, chart, names)


def _fills(chart: SeriesChart) -> list[tuple[Fill, ...]]:
    """Return the swatches of each name, then those of what is said of partial and asked-for places."""
    if chart.arrangement is Arrangement.LINES:
        own: list[tuple[Fill, ...]] = [() for _ in chart.series]
    else:
        own = [chart.key_of(one) for one in chart.series]
    return own + [(fill,) for fill, _ in chart.reservations]


def _inset(canvas: Canvas, fills: list[tuple[Fill, ...]]) -> float:
    """Return how far names stand from the left of their swatches: as far as the most of them need."""
    most = max(1, *map(len, fills))
    return canvas.pt(most * _SWATCH_PT + (most - 1) * _BETWEEN_SWATCHES_PT + _SWATCH_GAP_PT)


def _draw_swatches(canvas: Canvas, fills: tuple[Fill, ...], right: float, middle: float) -> None:
    """Draw a name's swatches beside each other, the last one before the name."""
    side = canvas.pt(_SWATCH_PT)
    for number, fill in enumerate(reversed(fills)):
        end = right - number * (side + canvas.pt(_BETWEEN_SWATCHES_PT))
        canvas.bar(Box(end - side, middle - side / 2, end, middle + side / 2), fill)


def _corner(
    canvas: Canvas, chart: SeriesChart, names: list[tuple[Words, ...]], top: float
) -> tuple[Plot, float, list[float]] | None:
    """Return where the names of a stack stand over its lower columns; None where these are too high.

    A stack that grows leaves the corner before its high columns empty: names there cost no width.
    The topmost part is named first.
    """
    if chart.arrangement is not Arrangement.STACKED:
        return None
    plot = lay_out_plot(canvas, chart.places, chart.axis, Margins(canvas.pt(4.0), top))
    gap, inset = canvas.pt(_BLOCK_GAP_PT), _inset(canvas, _fills(chart))
    left = plot.area.left + gap
    sizes = [canvas.size(lines) for lines in names]
    right = left + inset + max(width for width, _ in sizes) + gap
    foot = plot.area.top - sum(height + gap for _, height in sizes)
    totals = [
        chart.height(n) for n in range(len(chart.places.labels)) if plot.x(n) - plot.step < right
    ]
    highest = max((plot.value(total) for total in totals), default=0.0)
    if highest + canvas.pt(_TOTAL_PT) > foot:
        return None
    count, y, tops = len(chart.series), plot.area.top, [0.0] * len(names)
    for number in (*reversed(range(count)), *range(count, len(names))):
        tops[number] = y
        y -= sizes[number][1] + gap
    return plot, left, tops


def _draw_key(
    canvas: Canvas,
    lines: tuple[Words, ...],
    fills: tuple[Fill, ...],
    at: tuple[float, float],
    inset: float,
) -> None:
    """Draw a name with its swatches, on white where gridlines pass."""
    x, top = at
    box = canvas.box(lines, x + inset, top - canvas.size(lines)[1], "left")
    ground = Box(x, box.bottom, box.right, box.top)
    canvas.area(ground.grown(canvas.pt(2.0), 0), WHITE, layer=GROUND_LAYER)
    canvas.lines(lines, box)
    middle = box.top - lines[0].size_pt * 0.42
    _draw_swatches(canvas, fills, box.left - canvas.pt(_SWATCH_GAP_PT), middle)


# ── Columns ─────────────────────────────────────────────────────────────────────────────────────


def _draw_columns(canvas: Canvas, plot: Plot, chart: SeriesChart) -> list[Box]:
    boxes = []
    for place_ in range(len(chart.places.labels)):
        for one, box in zip(chart.series, _column_boxes(canvas, plot, chart, place_), strict=True):
            canvas.bar(box, chart.fill_at(one, place_))
            boxes.append(box)
    return [box for box in boxes if box.height]


def _column_boxes(canvas: Canvas, plot: Plot, chart: SeriesChart, place_: int) -> list[Box]:
    """Return the columns of all series at a place; one without a value has no height."""
    is_stack = chart.arrangement is Arrangement.STACKED
    abreast = 1 if is_stack else len(chart.series)
    width = min(plot.step * _CLUSTER_SHARE / abreast, canvas.pt(_COLUMN_MOST_PT))
    left, foot = plot.x(place_) - width * abreast / 2, Decimal(0)
    boxes = []
    for number, one in enumerate(chart.series):
        value = one.values[place_] or Decimal(0)
        ends = sorted((plot.value(foot), plot.value(foot + value)))
        start = left if is_stack else left + number * width
        boxes.append(Box(start, ends[0], start + width, ends[1]))
        foot += value if is_stack else 0
    return boxes


def _draw_totals(canvas: Canvas, plot: Plot, chart: SeriesChart, others: tuple[Box, ...]) -> None:
    """Set the totals over their columns, or aside where a neighbour or a number of the axis stands."""
    told, labels = [], []
    for place_ in chart.totals:
        words = Words(chart.total_text(place_), canvas.style.value_pt, "sans-semibold", TEXT)
        if words.text:
            top = plot.value(chart.height(place_)) + canvas.pt(1.6)
            wide = canvas.size([words])[0]
            told.append(words)
            labels.append(
                Label(
                    tuple(
                        Place(
                            canvas.box([words], plot.x(place_) + aside * wide / 16, top + rise, "center"),
                            abs(aside) + rise,
                        )
                        for rise in _RISES_PT
                        for aside in range(-8, 9)
                    )
                )
            )  # fmt: skip
    bounds = Box(0, plot.area.bottom, plot.area.right, canvas.height)
    placement = place(tuple(labels), others, bounds, gap=(canvas.pt(3.0), 0.0))
    for words, spot in zip(told, placement.chosen, strict=True):
        if spot is None:
            canvas.left_out.append(words.text)
        else:
            canvas.area(spot.box.grown(0.5, 0), WHITE, layer=1)
            canvas.lines([words], spot.box, "center")


# ── Lines ───────────────────────────────────────────────────────────────────────────────────────


def _draw_line(canvas: Canvas, plot: Plot, one: OneSeries) -> None:
    """Draw a line in stretches without a gap, a dot at each value that is said or stands alone."""
    ink, spots = _ink(one), _spots(plot, one)
    run: list[tuple[float, float]] = []
    for number in range(len(one.values) + 1):
        spot = spots.get(number)
        if spot:
            run.append(spot)
        elif run:
            if len(run) > 1:
                canvas.rule(run, ink, canvas.pt(_LINE_PT), dash_pt=_DASHES[one.dash])
            else:
                canvas.dot(run[0], canvas.pt(_DOT_PT * 0.8), ink)
            run = []
    for number in (*one.told, *one.partial, *one.asked):
        if spot := spots.get(number):
            is_open = one.fill_at(number) is not one.fill
            fill, edge = (WHITE, ink) if is_open else (ink, WHITE)
            canvas.dot(spot, canvas.pt(_DOT_PT), fill, outline=edge, width_pt=canvas.pt(0.7))


def _ink(one: OneSeries) -> str:
    return NAVY if one.fill is Fill.STRONG else QUIET


def _spots(plot: Plot, one: OneSeries) -> dict[int, tuple[float, float]]:
    """Return where each known value stands, by its place."""
    return {
        n: (plot.x(n), plot.value(value)) for n, value in enumerate(one.values) if value is not None
    }


# ── Names ───────────────────────────────────────────────────────────────────────────────────────


def _name_lines(canvas: Canvas, chart: SeriesChart, one: OneSeries) -> tuple[Words, ...]:
    style, room = canvas.style, canvas.width * _NAME_MOST
    ink = NAVY if one.fill is Fill.STRONG else TEXT
    name = canvas.measure.wrap(one.name, "sans-semibold", style.name_pt, room)
    said = chart.said(one)
    return (
        *(Words(line, style.name_pt, "sans-semibold", ink) for line in name),
        *(Words(line, style.label_pt, colour=MUTED) for line in said),
    )


def _wanted(plot: Plot, chart: SeriesChart, number: int) -> float:
    """Return how high the name of a series should stand: beside its last mark."""
    value = chart.named_at(number)
    return plot.area.middle[1] if value is None else plot.value(value)


def _draw_names(
    canvas: Canvas, plot: Plot, chart: SeriesChart, lines: list[tuple[Words, ...]]
) -> None:
    is_lines = chart.arrangement is Arrangement.LINES
    count, fills = len(chart.series), _fills(chart)
    names = [
        _Name(words, own, _wanted(plot, chart, n))
        for n, (words, own) in enumerate(zip(lines[:count], fills[:count], strict=True))
    ]
    names = sorted(names, key=lambda name: name.wanted) if is_lines else names
    if chart.arrangement is Arrangement.GROUPED:
        names.reverse()
    said = zip(fills[count:], lines[count:], strict=True)
    names = [_Name(words, own, plot.area.bottom) for own, words in said] + names
    inset = _inset(canvas, fills)
    for name, middle in zip(names, _heights(canvas, names), strict=True):
        _draw_name(canvas, plot, name, (inset, middle), chart)


def _heights(canvas: Canvas, names: list[_Name]) -> list[float]:
    gap = canvas.pt(_BLOCK_GAP_PT)
    sizes = [canvas.size(name.lines)[1] + gap for name in names]
    found = spread([name.wanted for name in names], sizes, -gap / 2, canvas.height + gap / 2)
    require(
        found is not None,
        "The names of the series have no room beside the plot.",
        "Draw fewer series, or highlight fewer of their values.",
    )
    return found or []


def _draw_name(
    canvas: Canvas, plot: Plot, name: _Name, at: tuple[float, float], chart: SeriesChart
) -> None:
    inset, middle = at
    left = plot.area.right + canvas.pt(_SIDE_GAP_PT)
    height = canvas.size(name.lines)[1]
    box = canvas.box(name.lines, left + inset, middle - height / 2, "left")
    canvas.lines(name.lines, box)
    first = box.top - name.lines[0].size_pt * 0.42
    if name.fills:
        _draw_swatches(canvas, name.fills, box.left - canvas.pt(_SWATCH_GAP_PT), first)
    else:
        _draw_leader(canvas, plot, name, first, chart)


def _draw_leader(canvas: Canvas, plot: Plot, name: _Name, y: float, chart: SeriesChart) -> None:
    """Lead from the end of a line to the first line of its name, where that stands aside."""
    # A line may end before the last place.
    ends = [spots[max(spots)] for one in chart.series if (spots := _spots(plot, one))]
    x = min((end for end in ends), key=lambda end: abs(end[1] - name.wanted))[0]
    start = (x + canvas.pt(_DOT_PT + 1.2), name.wanted)
    knee = plot.area.right + canvas.pt(_SIDE_GAP_PT)
    stop = knee + canvas.pt(_SWATCH_PT)
    path = [start, (knee, name.wanted), (stop, y)]
    canvas.rule(path, AXIS, canvas.style.grid_pt, layer=OVER_LAYER)
