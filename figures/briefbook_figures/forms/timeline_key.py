"""The key of a timeline: what its numbers stand for, and below it only the marks that occur.

7 Airliners sold · 9 Talks
● a day   □ a month   ▬ a year or years
"""

from __future__ import annotations

from briefbook.localization import translate
from briefbook_figures.forms.canvas import Canvas, Words
from briefbook_figures.forms.measure import Measure
from briefbook_figures.forms.moments import MEANINGS, Spot, draw_mark, extent, ink_of
from briefbook_figures.label_placement import Box
from briefbook_figures.palette import MUTED, TEXT
from briefbook_figures.spec import Moment, Shape, TimelineChart

KEY_PT, KEY_LINE_PT = 16.0, 10.5
_GAPS_PT = (4.0, 14.0)
"""From a mark to its meaning, and from that to the next mark."""


def key_lines(canvas: Canvas, chart: TimelineChart, numbered: list[int]) -> list[str]:
    """Return what the numbers stand for, in lines of the chart's width."""
    entries = [
        f"{number}\u00a0{_joined(chart.moments[number - 1].label)}" for number in sorted(numbered)
    ]
    words = " · ".join(entries).replace("\u00a0· ", " · ")
    return [
        line.replace("\u00a0", " ")
        for line in canvas.measure.wrap(words, "sans", canvas.style.small_pt, canvas.width)
    ]


def _joined(label: str) -> str:
    """Return the words of a label so that a line does not break within it."""
    return label.replace(" ", "\u00a0")


def key_rows(canvas: Canvas, chart: TimelineChart) -> list[list[Shape]]:
    """Return the marks that occur, in lines of the chart's width."""
    used = {moment.shape for moment in chart.moments}
    rows: list[list[Shape]] = [[]]
    x = 0.0
    for shape in (shape for shape in MEANINGS if shape in used):
        width = _mark(canvas, shape, 0.0, 0.0)[0].right + canvas.pt(_GAPS_PT[0])
        width += canvas.size([_words(canvas, shape)])[0]
        if rows[-1] and x + width > canvas.width:
            rows.append([])
            x = 0.0
        rows[-1].append(shape)
        x += width + canvas.pt(_GAPS_PT[1])
    return rows


def _words(canvas: Canvas, shape: Shape) -> Words:
    return Words(translate(MEANINGS[shape][0]), canvas.style.small_pt, colour=MUTED)


def _mark(canvas: Canvas, shape: Shape, x: float, middle: float) -> tuple[Box, Moment]:
    """Return where a mark of the key stands that begins at `x`, and the mark."""
    length = MEANINGS[shape][1]
    at = x + canvas.pt(length) / 2 if length else x + canvas.pt(4.0)
    half = canvas.pt(length) / 2
    moment = Moment("", shape, 0.0, 0.0, "", is_soft=True)
    return extent(canvas, moment, at - half, at + half, middle), moment


def draw_key(canvas: Canvas, lines: list[str], rows: list[list[Shape]]) -> None:
    """Draw what the numbers stand for, and below it the marks with their meanings."""
    y = canvas.pt(KEY_PT + (len(lines) + len(rows) - 2) * KEY_LINE_PT)
    for line in lines:
        canvas.text(0, y + 2, Words(line, canvas.style.small_pt, colour=TEXT))
        y -= canvas.pt(KEY_LINE_PT)
    for number, row in enumerate(reversed(rows)):
        x, middle = 0.0, canvas.pt(5.0 + number * KEY_LINE_PT)
        for shape in row:
            box, moment = _mark(canvas, shape, x, middle)
            draw_mark(canvas, Spot(moment, box, ink_of(moment), 0))
            words = _words(canvas, shape)
            start = box.right + canvas.pt(_GAPS_PT[0])
            shown = canvas.text(start, middle - Measure.CAP_HEIGHT * words.size_pt / 2, words)
            x = shown.right + canvas.pt(_GAPS_PT[1])
