"""Rows of marks on one axis, as a plugin composes them.

2006    ██ $2M
2007    ──██ +$1M
2008    █ −$2M
        0    $2M    $4M
"""

from __future__ import annotations

from briefbook_figures.display_list import Anchor
from briefbook_figures.forms.canvas import OVER_LAYER, Canvas, Words, require
from briefbook_figures.forms.measure import Measure
from briefbook_figures.forms.plot import draw_axis_across
from briefbook_figures.label_placement import Box
from briefbook_figures.palette import MUTED, NAVY, QUIET, TEXT, WHITE
from briefbook_figures.spec_parts import Fill
from briefbook_figures.spec_rows import MarkKind, Row, RowChart, RowMark

_NAMES_MOST = 0.3
_NAME_GAP_PT = 8.0
_DOT_PT, _EDGE_PT, _LINE_PT = 3.6, 1.2, 1.6
_LABEL_GAP_PT = 3.0
_FOOT_PT = 16.0
_BAR_SHARE = 0.62
"""Of a row's height."""
_FINEST_PT = 1.15
"""A row is at least so many times as high as its words."""


def draw_rows(canvas: Canvas, chart: RowChart) -> None:
    """Draw the rows from the top down.

    Raises ChartError where names or labels leave no room, or two labels of a row meet.
    """
    style = canvas.style
    room = canvas.width * _NAMES_MOST
    names = [
        tuple(
            Words(line, style.name_pt, "sans-semibold", TEXT)
            for line in canvas.measure.wrap(row.label, "sans-semibold", style.name_pt, room)
        )
        for row in chart.rows
    ]
    widest = max(canvas.size(lines)[0] for lines in names)
    said = max(canvas.size([_words(canvas, chart, mark)])[0] for mark in chart.marks)
    side = said + canvas.pt(_DOT_PT + _LABEL_GAP_PT)
    left = widest + canvas.pt(_NAME_GAP_PT) + (side if chart.axis.low < 0 else 0)
    area = Box(left, canvas.pt(_FOOT_PT), canvas.width - side, canvas.height - canvas.pt(2.0))
    message = "The names of the rows leave no width for the axis."
    require(area.width > canvas.width * 0.2, message, "Shorten the labels of the rows.")
    step = area.height / len(chart.rows)
    tallest = max(canvas.size(lines)[1] for lines in names)
    message = (
        f"{len(chart.rows)} rows need {tallest * _FINEST_PT:.0f} pt each; the chart has {step:.0f}."
    )
    require(step >= tallest * _FINEST_PT, message, "Draw fewer rows, or shorten their labels.")
    draw_axis_across(canvas, chart.axis, area)
    for number, (row, lines) in enumerate(zip(chart.rows, names, strict=True)):
        y = area.top - (number + 0.5) * step
        canvas.lines(lines, canvas.box(lines, 0, y - canvas.size(lines)[1] / 2, "left"))
        _draw_row(canvas, chart, row, Box(area.left, y - step / 2, area.right, y + step / 2))


def _words(canvas: Canvas, chart: RowChart, mark: RowMark) -> Words:
    is_quiet = mark.fill in (Fill.QUIET, Fill.PALE)
    text, size = chart.text(mark), canvas.style.value_pt
    if is_quiet:
        return Words(text, size, colour=MUTED)
    return Words(text, size, "sans-semibold", NAVY)


def _draw_row(canvas: Canvas, chart: RowChart, row: Row, area: Box) -> None:
    scale = chart.axis.scale(area.left, area.right)
    y = area.middle[1]
    taken: list[Box] = []
    for mark in row.marks:
        start, end = scale(mark.start.value), scale(mark.end.value)
        reach = canvas.pt(_DOT_PT) if mark.kind is MarkKind.DOT else 0.0
        _draw_mark(canvas, mark, (start, end), area)
        words = _words(canvas, chart, mark)
        if not words.text:
            continue
        is_right = mark.said.value >= 0
        gap = reach + canvas.pt(_LABEL_GAP_PT)
        x = end + gap if is_right else end - gap
        anchor: Anchor = "left" if is_right else "right"
        box = canvas.box([words], x, y, anchor)
        meets = any(box.left < other.right and other.left < box.right for other in taken)
        message = f"The labels of the row “{row.label}” have no room beside each other."
        require(not meets, message, "Label fewer of its marks.")
        taken.append(box)
        canvas.area(Box(box.left, y - box.height / 2, box.right, y + box.height / 2), layer=1)
        canvas.text(x, y - Measure.CAP_HEIGHT * words.size_pt / 2, words, anchor)


def _draw_mark(canvas: Canvas, mark: RowMark, ends: tuple[float, float], area: Box) -> None:
    start, end = ends
    y = area.middle[1]
    if mark.kind is MarkKind.DOT:
        edge = canvas.pt(_EDGE_PT)
        fill = WHITE if mark.fill is Fill.OUTLINE else QUIET if mark.fill is Fill.QUIET else NAVY
        radius = canvas.pt(_DOT_PT) - edge / 2
        canvas.dot((end, y), radius, fill, outline=NAVY, width_pt=edge, layer=OVER_LAYER)
    elif mark.kind is MarkKind.LINE:
        canvas.rule([(start, y), (end, y)], QUIET, canvas.pt(_LINE_PT))
    else:
        half = area.height * _BAR_SHARE / 2
        canvas.bar(Box(min(start, end), y - half, max(start, end), y + half), mark.fill)
