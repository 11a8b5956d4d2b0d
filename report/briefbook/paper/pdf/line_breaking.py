"""Where lines end: the whole paragraph at once, ragged right.

Of all ways to set a paragraph in the fewest lines, the one is taken whose lines are most alike and
whose last line is not a single short word. The work grows linearly with the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from briefbook.frozen import dataclass, unguarded
from briefbook.paper.pdf.inline import InlineBox, TextRun, set_boxes
from briefbook.text import Text
from briefbook.theme import paper as theme
from briefbook.theme.look import Look, worn

_LINE_COST = 10_000.0
"""A line more is never worth it."""
_SHORT_LAST, _SHORT_IN_COLUMN, _COLUMN, _SHORT_LAST_COST = 0.2, 0.15, 250.0, 25.0
"""A last line below this share of the measure should be avoided; in columns, below a smaller one."""
_SHORT_WORD = 0.3
"""So should one of a single word below this share."""


@unguarded
@dataclass(frozen=True)
class Line:
    """Pieces from left to right."""

    pieces: tuple[TextRun, ...]
    width: float

    @property
    def is_from_right(self) -> bool:
        """Tell whether the paragraph runs from right to left."""
        return bool(self.pieces and self.pieces[0].pen.base)


def set_lines(text: Text, type_: theme.Type, measure: float) -> tuple[Line, ...]:
    """Set a text in lines of at most `measure`."""
    return _set_lines(worn(), text, type_, measure)


@lru_cache(maxsize=1 << 15)
def _set_lines(_look: Look, text: Text, type_: theme.Type, measure: float) -> tuple[Line, ...]:
    """Set a text; pages are weighed before they are drawn, and each text is set once for both.

    The look decides the widths: it is named so that no other brand's lines are found.
    """
    return fill_lines(set_boxes(text, type_), measure)


def forget() -> None:
    """Give back what is kept of lines, once the paper is drawn."""
    _set_lines.cache_clear()


def fill_lines(given: tuple[InlineBox, ...], measure: float) -> tuple[Line, ...]:
    """Set boxes in lines of at most `measure`."""
    boxes = _narrowed(given, measure)
    if not boxes:
        return ()
    starts = _breaks(boxes, measure)
    ends = [*starts[1:], len(boxes)]
    return tuple(_line(boxes[a:b]) for a, b in zip(starts, ends, strict=True))


def _breaks(boxes: list[InlineBox], measure: float) -> list[int]:
    """Return the box that each line starts with."""
    count = len(boxes)
    short = measure * (_SHORT_IN_COLUMN if measure < _COLUMN else _SHORT_LAST)
    gaps = [box.gap.width if box.gap else 0.0 for box in boxes]
    raised = [sum(piece.width for piece in box.pieces if piece.pen.rise) for box in boxes]
    hyphens = [box.hyphen.width if box.hyphen else 0.0 for box in boxes]
    best = [0.0] + [float("inf")] * count
    previous = [0] * (count + 1)
    for end in range(1, count + 1):
        last = boxes[end - 1]
        width = hyphens[end - 1] if end < count else 0.0
        marks = (
            0.0  # raised numbers are no words: a last line of one word and them is one of one word
        )
        for start in range(end - 1, -1, -1):
            width += boxes[start].width + (gaps[start] if start < end - 1 else 0.0)
            if width > measure + 0.01 and start < end - 1:
                break
            marks += raised[start]
            slack = (measure - width) / measure
            cost = best[start] + _LINE_COST
            if end < count:
                cost += 100 * slack * slack + last.cost
            elif width - marks < (max(short, _SHORT_WORD * measure) if start == end - 1 else short):
                cost += _SHORT_LAST_COST
            if cost < best[end]:
                best[end], previous[end] = cost, start
    starts = [previous[count]]
    while starts[-1] > 0:
        starts.append(previous[starts[-1]])
    return starts[::-1]


def _line(boxes: list[InlineBox]) -> Line:
    """Join boxes, and stretches of the same setting within; the space at the end is kept.

    It leaves no ink, and without it the last word would be copied as one with the next line's.
    """
    pieces: list[TextRun] = []
    width = 0.0
    for index, box in enumerate(boxes):
        pieces += box.pieces
        width += box.width
        is_last = index == len(boxes) - 1
        if is_last and box.hyphen:
            pieces.append(box.hyphen)
            width += box.hyphen.width
        elif box.gap:
            pieces.append(box.gap)
            width += 0.0 if is_last else box.gap.width
    return Line(tuple(_joined(pieces)), width)


def _joined(pieces: list[TextRun]) -> Iterator[TextRun]:
    """Yield pieces, those of the same setting that follow each other as one."""
    at = 0
    while at < len(pieces):
        first, start = pieces[at], at
        width = first.width
        while (at := at + 1) < len(pieces) and not pieces[at].inset:
            pen = pieces[at].pen
            if pen is not first.pen and pen != first.pen:  # most are the same object
                break
            width += pieces[at].width
        if at - start == 1:
            yield first
        else:
            text = "".join([piece.text for piece in pieces[start:at]])
            yield TextRun(text, first.pen, width, first.inset)


# ── Words longer than a line ─────────────────────────────────────────────────────────────────────


def _narrowed(boxes: tuple[InlineBox, ...], measure: float) -> list[InlineBox]:
    """Cut boxes that are wider than a line: between pieces if possible, else between letters."""
    narrowed: list[InlineBox] = []
    for box in boxes:
        if box.width <= measure:
            narrowed.append(box)
            continue
        *cut, last = _cut(box.pieces, measure)
        narrowed += (InlineBox(pieces, _width(pieces), None) for pieces in cut)
        narrowed.append(InlineBox(last, _width(last), box.gap, box.cost, box.hyphen))
    return narrowed


def _cut(pieces: tuple[TextRun, ...], measure: float) -> list[tuple[TextRun, ...]]:
    lines: list[list[TextRun]] = [[]]
    for piece in pieces:
        for part in _letters(piece, measure):
            if lines[-1] and _width(lines[-1]) + part.width > measure:
                lines.append([])
            lines[-1].append(part)
    return [tuple(line) for line in lines]


def _letters(piece: TextRun, measure: float) -> list[TextRun]:
    if piece.width <= measure:
        return [piece]
    parts = [""]
    for char in piece.text:
        if parts[-1] and piece.pen.width(parts[-1] + char) > measure:
            parts.append("")
        parts[-1] += char
    return [TextRun(text, piece.pen, piece.pen.width(text)) for text in parts]


def _width(pieces: list[TextRun] | tuple[TextRun, ...]) -> float:
    return sum(piece.width for piece in pieces)
