"""Several series over common places: columns side by side, stacked columns, or lines.

Their names stand right of the plot, as the labels of invisible points at the last place; with them
the values that the finding needs. Panels and pairs of dots have files of their own.
"""

from __future__ import annotations

from decimal import Decimal

from briefbook.deck.measure import text_width
from briefbook.deck.pptx.charts.common import (
    NO_MARKER,
    NOTHING,
    Words,
    bar_chart,
    bar_looks,
    chart_space,
    dot_looks,
    labels,
    layout,
    points_looks,
    shape_looks,
    words_label,
)
from briefbook.deck.pptx.charts.dots import dots_xml
from briefbook.deck.pptx.charts.panels import panels_xml
from briefbook.deck.pptx.charts.places import (
    Frame,
    PlaceSheet,
    lay_out_frame,
    line_chart,
    place_axes,
    wrapped,
)
from briefbook.deck.pptx.workbook import Sheet
from briefbook.deck.pptx.xml import fill, line
from briefbook.errors import DoesNotFit
from briefbook.frozen import dataclass
from briefbook.theme.deck import LABEL_PT, NAME_PT, SLACK, VALUE_PT, Ink
from briefbook_figures.spec import Fill
from briefbook_figures.spec_series import Arrangement, Dash, OneSeries, SeriesChart, spread

_NAME_MOST = 0.22
"""The widest that a name may be before it is broken, as a share of the chart."""
_SIDE_GAP_PT, _SIDE_AIR_PT = 6.0, 8.0
_BLOCK_GAP_PT = 8.0
_LEADING = 1.22
_GROUP_GAP, _STACK_GAP, _STACK_GAP_MOST = 34, 30, 500
"""Air between the columns of two places, in per cent of a column."""
_COLUMN_MOST_PT = 72.0
_CLEAR_SHARE = 0.4
"""Half a column, as a share of the step between two."""
_STROKE_PT, _MARKER_PT = 2.5, 7
_DASHES = {Dash.SOLID: "", Dash.DASHED: "dash", Dash.DOTTED: "sysDot"}
_LOOKS = {Dash.SOLID: "—", Dash.DASHED: "- -", Dash.DOTTED: "···"}
"""What stands before a line's name: a name that had to move is not beside its line's end."""
_SWATCHES = {
    Fill.STRONG: ("■", Ink.NAVY),
    Fill.QUIET: ("■", Ink.QUIET),
    Fill.PALE: ("■", Ink.HAIR),
    Fill.OUTLINE: ("□", Ink.NAVY),
    Fill.ASKED_STRONG: ("■", Ink.QUIET),
    Fill.ASKED_QUIET: ("■", Ink.HAIR),
    Fill.ASKED_PALE: ("□", Ink.NAVY),
}

Paras = list[tuple[Words, ...]]


@dataclass(frozen=True)
class _Name:
    """A name with what is said under it, and how high it should stand, in points over the foot."""

    paras: Paras
    wanted: float

    @property
    def height(self) -> float:
        return sum(max(w.size_pt for w in para) * _LEADING for para in self.paras) + 2

    @property
    def width(self) -> float:
        return max(
            sum(text_width(w.text, w.size_pt, bold=w.bold) for w in para) for para in self.paras
        )


def several_xml(
    chart: SeriesChart, width_pt: float, height_pt: float, lang: str
) -> tuple[str, Sheet]:
    """Return the chart and its data sheet, in its arrangement."""
    match chart.arrangement:
        case Arrangement.PANELS:
            return panels_xml(chart, width_pt, height_pt, lang)
        case Arrangement.DOTS:
            return dots_xml(chart, width_pt, height_pt, lang)
        case _:
            return _over_places_xml(chart, width_pt, height_pt, lang)


def _over_places_xml(
    chart: SeriesChart, width_pt: float, height_pt: float, lang: str
) -> tuple[str, Sheet]:
    blocks = [_paras(chart, one, width_pt) for one in chart.series]
    notes: list[Paras] = [[_note(kind, text)] for kind, text in chart.reservations]
    wide = max(_Name(paras, 0).width for paras in (*blocks, *notes)) * SLACK
    right = wide + _SIDE_GAP_PT + _SIDE_AIR_PT
    frame = lay_out_frame(chart.axis, chart.places, (width_pt, height_pt), right)
    sheet = PlaceSheet(chart.places)
    is_lines = chart.arrangement is Arrangement.LINES
    bars = "" if is_lines else _bars(chart, sheet, frame)
    lines = [_line(one, sheet) for one in chart.series] if is_lines else []
    lines.append(sheet.add_labels(frame, chart.last_full, lang))
    if chart.totals:
        lines.append(_totals(chart, sheet, frame, lang))
    if not any(chart.values):
        lines.append(sheet.add_zero_note(frame, lang))
    lines += _names(chart, (blocks, notes), sheet, frame, lang)
    plot_area = layout(frame.plot) + bars + line_chart(lines) + place_axes(chart.axis)
    return chart_space(plot_area, lang), sheet.sheet


# ── Marks ────────────────────────────────────────────────────────────────────────────────────────


def _bars(chart: SeriesChart, sheet: PlaceSheet, frame: Frame) -> str:
    is_stack = chart.arrangement is Arrangement.STACKED
    every = range(len(chart.places.labels))
    series = "".join(
        sheet.add(
            one.name,
            one.values,
            bar_looks(one.fill) + '<c:invertIfNegative val="0"/>',
            points_looks([chart.fill_at(one, n) for n in every], one.fill),
        )
        for one in chart.series
    )
    abreast = 1 if is_stack else len(chart.series)
    gap = max(_STACK_GAP if is_stack else _GROUP_GAP, _least_gap(frame, abreast))
    grouping, overlap = ("stacked", 100) if is_stack else ("clustered", 0)
    return bar_chart(series, gap, grouping=grouping, overlap=overlap)


def _least_gap(frame: Frame, abreast: int) -> int:
    """Return the gap that keeps columns from being slabs, in per cent of one."""
    over = frame.step / _COLUMN_MOST_PT - abreast
    return min(_STACK_GAP_MOST, max(0, round(100 * over)))


def _line(one: OneSeries, sheet: PlaceSheet) -> str:
    ink = Ink.NAVY if one.fill is Fill.STRONG else Ink.QUIET
    stroke = line(ink, _STROKE_PT, dash=_DASHES[one.dash], cap="flat" if one.dash else "rnd")
    dots = []
    for n, value in enumerate(one.values):
        around = (one.values[max(0, n - 1)] if n else None, *one.values[n + 1 : n + 2])
        is_alone = all(near is None for near in around)
        is_open = one.fill_at(n) is not one.fill
        if value is not None and (n in one.told or is_alone or is_open):
            inner, edge = (Ink.WHITE, ink) if is_open else (ink, Ink.WHITE)
            own = shape_looks("", stroke)
            dots.append(dot_looks(n, _MARKER_PT, fill(inner), line(edge, 1), own))
    looks = shape_looks("", stroke) + NO_MARKER
    return sheet.add(one.name, one.values, looks, "".join(dots), '<c:smooth val="0"/>')


def _totals(chart: SeriesChart, sheet: PlaceSheet, frame: Frame, lang: str) -> str:
    """Return the totals of a stack as labels over it, clear of higher neighbours."""
    every = range(len(chart.places.labels))
    heights = [chart.height(n) for n in every]
    levels: list[Decimal | None] = [None] * len(heights)
    shown = []
    for n in chart.totals:
        words = Words(chart.total_text(n), VALUE_PT, Ink.TEXT, bold=True)
        reach = text_width(words.text, VALUE_PT, bold=True) / 2 + frame.step * _CLEAR_SHARE
        near = [high for k, high in enumerate(heights) if abs(k - n) * frame.step < reach]
        if words.text:
            levels[n] = max(near)
            shown.append(words_label(n, ((words,),), "t", lang))
    sheet.add_column("Total", [chart.total(n) if n in chart.totals else None for n in every])
    return sheet.add_line("Places of totals", levels, NOTHING, labels(shown))


# ── Names ────────────────────────────────────────────────────────────────────────────────────────


def _paras(chart: SeriesChart, one: OneSeries, width_pt: float) -> Paras:
    """Return the name of a series, with its swatch, and the values said of it."""
    ink = Ink.NAVY if one.fill is Fill.STRONG else Ink.TEXT
    first, *rest = wrapped(one.name, width_pt * _NAME_MOST, NAME_PT, bold=True)
    if chart.arrangement is Arrangement.LINES:
        swatches = [Words(f"{_LOOKS[one.dash]} ", LABEL_PT, _SWATCHES[one.fill][1], bold=True)]
    else:
        kinds = [_SWATCHES[fill] for fill in chart.key_of(one)]
        swatches = [Words(f"{mark} ", LABEL_PT, colour) for mark, colour in kinds]
    paras: Paras = [(*swatches, Words(first, NAME_PT, ink, bold=True))]
    paras += [(Words(words, NAME_PT, ink, bold=True),) for words in rest]
    return paras + [(Words(words, LABEL_PT, Ink.MUTED),) for words in chart.said(one)]


def _note(kind: Fill, text: str) -> tuple[Words, ...]:
    """Return what hatched or outlined marks are; no letter looks hatched, so that a word says it."""
    word = "hatched" if kind is Fill.HATCHED else "outlined"
    return (Words(f"{word}: {text}", LABEL_PT, Ink.MUTED),)


def _wanted(chart: SeriesChart, number: int, frame: Frame) -> float:
    """Return how high the name of a series should stand: beside its last mark."""
    value = chart.named_at(number)
    return frame.height / 2 if value is None else frame.points(value)


def _names(
    chart: SeriesChart,
    paras: tuple[list[Paras], list[Paras]],
    sheet: PlaceSheet,
    frame: Frame,
    lang: str,
) -> list[str]:
    """Return the names as labels of invisible points at the last place, from below."""
    blocks, notes = paras
    names = [_Name(block, _wanted(chart, n, frame)) for n, block in enumerate(blocks)]
    if chart.arrangement is Arrangement.LINES:
        names.sort(key=lambda name: name.wanted)
    if chart.arrangement is Arrangement.GROUPED:
        names.reverse()
    names = [_Name(note, 0.0) for note in notes] + names
    sizes = [name.height + _BLOCK_GAP_PT for name in names]
    middles = spread([name.wanted for name in names], sizes, 0.0, frame.height + _BLOCK_GAP_PT)
    if middles is None:
        raise DoesNotFit(
            "the names of the series have no room beside the plot of the deck's chart",
            hint="draw fewer series, or highlight fewer of their values",
        )
    texts: list[tuple[tuple[Words, ...], float]] = []
    for name, middle in zip(names, middles, strict=True):
        # One label a line: in labels of several lines not every program sets them flush left.
        top = middle + name.height / 2
        for para in name.paras:
            high = max(words.size_pt for words in para) * _LEADING
            texts.append((para, top - high / 2))
            top -= high
    last = len(chart.places.labels) - 1
    shift = (frame.step / 2 + _SIDE_GAP_PT) * frame.plot.w / frame.width
    series = []
    for number, (para, height) in enumerate(texts, 1):
        values: list[Decimal | None] = [None] * last + [frame.value(height)]
        shown = words_label(last, (para,), "r", lang, "l", shift=shift)
        series.append(sheet.add_line(f"Line {number}", values, NOTHING, labels([shown])))
    return series
