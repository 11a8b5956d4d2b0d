"""A page of a PDF as lines in the order of reading: columns found, words joined, cells told apart.

Lengths are in points, from the top left corner.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from briefbook.frozen import dataclass, replace
from briefbook.sources.readers.pdf_tables import WIDE, Cut, cut_rows, is_figure
from briefbook.sources.readers.pdf_words import Word
from briefbook.sources.reading import LOST

_SAME_LINE = 0.5
"""Share of its height that a word must have in common with a line."""
_LEAST_SIZE = 0.5
_GUTTER, _SIDE, _CROSSING, _NARROWEST = 7.0, 0.08, 0.06, 0.15
_FEW_WORDS = 40
_MANY = 3
"""One row in so many is of a table on a page whose gaps are not those of columns of text."""
_MOST_WIDE = 3
"""Wide gaps of a line of two columns, both of them badly justified."""
_LEAST_ROWS, _ONE_SIDED, _FAR = 6, 4, 40.0
"""Rows that make two columns, rows on end that one of them may lack, and how far from its edge a line ends."""
_WORDS_A_LINE = 3
_BESIDE = 14
"""Rows on end that a table or the text beside it may lack: their lines need not stand level."""
_WORDS_OF_TEXT, _FULL, _RAGGED, _WITHIN, _COUNTED, _FIGURES = 4.5, 0.55, 0.16, 0.3, 3, 7
"""Words of a line of a column of text, share of lines that are full, how far from the edge a full one ends,
share that begin within a sentence; one word in so many is a figure beside it, and at most in it."""
_TALL, _CAPITAL = 2.6, 3
"""Heights of the usual word from which on one is of no line of theirs, and letters of a capital that is drawn large."""
_HIGH_SIGN = 1.8
"""Heights of the usual word from which on a sign is drawn from a typeface of another size."""
_BULLET = "•"
_POINTS = frozenset((".", ",", ";", ":", ").", "),", ")"))
_HIGH = 0.15
"""Share of a line's size by which a raised mark ends above the word before it."""


@dataclass(frozen=True)
class Line:
    """A line of a column."""

    page: int
    column: int
    """From 0; lines across all columns begin a new band, which counts on."""
    text: str
    cells: tuple[str, ...]
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    """Of most of its letters."""
    is_bold: bool
    left: float
    """Of its column, like `right`."""
    right: float
    page_height: float
    is_row: bool = False
    """It stands among rows of a table, and has cells as they do."""


def page_lines(words: Sequence[Word], size: tuple[float, float], number: int) -> list[Line]:
    """Return the words of a page as lines, in the order of reading."""
    lines: list[Line] = []
    column = 0
    for band in _columns(words, size[0]):
        for part in band:
            if part:
                lines += _column(_rows(part), number, column, size[1])
                column += 1
    return lines


def _columns(words: Sequence[Word], width: float) -> list[list[list[Word]]]:
    """Return the stretches of a page, each with its columns; a table across the page hides none."""
    gutters = _gutters(words, width)
    if gutters or len(words) < _FEW_WORDS:
        return _bands(list(words), gutters)
    rows = _rows(words)
    low, high, gutter = _stretch(rows, width)
    if high - low < _LEAST_ROWS:
        low, high, gutter = _stretch(rows, width, is_beside=True)
    if high - low < _LEAST_ROWS:
        return [[list(words)]]
    inner = [word for row in rows[low:high] for word in row]
    return [
        *_part(rows[:low], width),
        *_bands(inner, (gutter,)),
        *_part(rows[high:], width),
    ]


def _part(rows: Sequence[list[Word]], width: float) -> list[list[list[Word]]]:
    """Return the stretches of what stands above or below two columns."""
    words = [word for row in rows for word in row]
    return _columns(words, width) if words else []


def _stretch(
    rows: Sequence[list[Word]], width: float, *, is_beside: bool = False
) -> tuple[int, int, float]:
    """Return the longest run of rows that share a gap with prose on both sides, and its middle.

    Or, where a table stands beside a column of text, with a text on one side.
    """
    best = (0, 0, 0.0)
    for start, row in enumerate(rows):
        if start < best[1]:
            continue
        for gap in _breaks(row, width):
            end, middle = _run(rows, start, gap, is_beside=is_beside)
            if end - start <= best[1] - best[0]:
                continue
            inner = [word for row in rows[start:end] for word in row]
            parts = _split(inner, (middle,))
            if is_beside:
                is_told = any(_is_text(a) and _is_counted(b) for a, b in (parts, parts[::-1]))
            else:
                is_told = all(_is_prose(part, inner) for part in parts)
            if is_told:
                best = (start, end, middle)
    return best


def _is_counted(words: Sequence[Word]) -> bool:
    """Tell whether words are a table: names and figures, line after line."""
    return 0 < len(words) <= _COUNTED * sum(map(is_figure, words))


def _is_text(words: Sequence[Word]) -> bool:
    """Tell whether words are a column of text: full lines, many of which begin within a sentence."""
    if not words or _FIGURES * sum(map(is_figure, words)) > len(words):
        return False
    lines = _rows(words)
    right = max(word.x1 for word in words)
    left = min(word.x0 for word in words)
    full = sum(line[-1].x1 > right - _RAGGED * (right - left) for line in lines)
    small = sum(line[0].text[:1].islower() for line in lines)
    is_full = len(words) >= _WORDS_OF_TEXT * len(lines) and full >= _FULL * len(lines)
    return len(lines) >= _LEAST_ROWS and is_full and small >= _WITHIN * len(lines)


def _breaks(row: Sequence[Word], width: float) -> list[tuple[float, float]]:
    """Return the gaps of a row that may part two columns."""
    return [
        (before.x1, after.x0)
        for before, after in pairwise(row)
        if after.x0 - before.x1 >= _GUTTER and before.x1 <= 0.7 * width and after.x0 >= 0.3 * width
    ]


def _is_table(row: Sequence[Word]) -> bool:
    """Tell whether a row has more wide gaps than two columns of text leave."""
    wide = sum(after.x0 - before.x1 > WIDE * before.size for before, after in pairwise(row))
    figures = sum(any(map(str.isdigit, word.text)) for word in row)
    return wide > _MOST_WIDE or (wide > 1 and 2 * figures > len(row))


def _run(
    rows: Sequence[list[Word]], start: int, gap: tuple[float, float], *, is_beside: bool = False
) -> tuple[int, float]:
    """Return where the rows end that leave a gap free, and the middle of what all of them leave."""
    low, high = gap
    both = end = start
    most = _BESIDE if is_beside else _ONE_SIDED
    for at, row in enumerate(rows[start:], start):
        if not is_beside and _is_table(row):
            break
        left = max((word.x1 for word in row if word.x0 < (low + high) / 2), default=low)
        right = min((word.x0 for word in row if word.x0 >= (low + high) / 2), default=high)
        new_low, new_high = max(low, left), min(high, right)
        if new_high - new_low < _GUTTER or at - both > most:
            break
        low, high, end = new_low, new_high, at + 1
        if left > gap[0] - _FAR and right < gap[1] + _FAR and len(row) > 1:
            both = at
    return end, (low + high) / 2


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Return the words by their lines, from top to bottom, over the whole width of the page."""
    usual = median(word.bottom - word.top for word in words) if words else 0.0
    words = [_lowered(word, usual) for word in words]
    tall = [w for w in words if w.bottom - w.top > _TALL * usual and len(w.text) > _CAPITAL]
    if tall and len(tall) < len(words):
        # A word that is higher than two lines would bind them into one.
        others = _rows([word for word in words if word not in tall])
        return sorted([*others, *([word] for word in tall)], key=lambda row: row[0].top)
    rows: list[list[Word]] = []
    bottom = top = 0.0
    for word in sorted(words, key=lambda word: (word.bottom + word.top, word.x0)):
        height = min(word.bottom - word.top, bottom - top)
        common = min(word.bottom, bottom) - max(word.top, top)
        if rows and height > 0 and common >= _SAME_LINE * height:
            rows[-1].append(word)
            # A raised figure must not pull the next line up: the line keeps its tallest word's ends.
            if word.bottom - word.top > bottom - top:
                top, bottom = word.top, word.bottom
        else:
            rows.append([word])
            top, bottom = word.top, word.bottom
    return [sorted(row, key=lambda word: word.x0) for row in rows]


def _lowered(word: Word, usual: float) -> Word:
    """Return a sign that is higher than two lines as high as a word: what marks an item binds no lines."""
    height = word.bottom - word.top
    if height <= _HIGH_SIGN * usual or any(map(str.isalnum, word.text)):
        return word
    middle = (word.top + word.bottom) / 2
    return replace(word, top=middle - usual / 2, bottom=middle + usual / 2)


def _gutters(words: Sequence[Word], width: float) -> tuple[float, ...]:
    """Return the middles of the gaps between columns; () where there is one column.

    Three columns are looked for, then two: both sides of each gap hold lines of text, not the
    figures of a table or notes in a margin.
    """
    rows = _rows(words)
    if len(words) < _FEW_WORDS or _MANY * sum(map(_is_table, rows)) > len(rows):
        return ()  # a table has gaps of its own
    left = min(word.x0 for word in words)
    right = max(word.x1 for word in words)
    gaps = _gaps(words, left, right)
    wide = tuple(middle for _, middle in gaps)
    if len(wide) > 1 and all(_is_prose(part, words) for part in _split(words, wide)):
        return wide
    low, high = 0.3 * width, 0.7 * width
    inner = [(gap, middle) for gap, middle in gaps if low <= middle <= high]
    if inner:
        best = (max(inner)[1],)
        if all(_is_prose(part, words) for part in _split(words, best)):
            return best
    return ()


def _gaps(words: Sequence[Word], left: float, right: float) -> list[tuple[float, float]]:
    """Return width and middle of the stretches that hardly a word crosses."""
    crossed = Counter[int]()
    for word in words:
        crossed.update(range(int(word.x0), int(word.x1) + 1))
    free = _CROSSING * max(crossed.values())
    margin = _NARROWEST * (right - left)
    found: list[tuple[float, float]] = []
    start = int(left + margin)
    for x in range(start, int(right - margin) + 2):
        if crossed[x] > free or x == int(right - margin) + 1:
            if x - start >= _GUTTER:
                found.append((float(x - start), (start + x) / 2))
            start = x + 1
    return found


def _is_prose(part: Sequence[Word], words: Sequence[Word]) -> bool:
    figures = sum(map(is_figure, part))
    # Figures behind names are no column of text, however many stand in a line.
    return len(part) >= max(_SIDE * len(words), _WORDS_A_LINE * len(_rows(part)), 2 * figures)


def _split(words: Sequence[Word], gutters: Sequence[float]) -> list[list[Word]]:
    """Return the words by their columns, from left to right."""
    parts: list[list[Word]] = [[] for _ in range(len(gutters) + 1)]
    for word in words:
        parts[sum(word.x0 >= gutter for gutter in gutters)].append(word)
    return parts


def _bands(words: list[Word], gutters: tuple[float, ...]) -> list[list[list[Word]]]:
    """Return stretches of the page, each with its columns; a line across a gap ends a stretch."""
    if not gutters:
        return [[words]]
    across = [w for w in words if any(w.x0 < gutter < w.x1 for gutter in gutters)]
    bands: list[list[list[Word]]] = []
    rest = words
    for row in _rows(across):
        top, bottom = min(word.top for word in row), max(word.bottom for word in row)
        pairs = [(word, (word.top + word.bottom) / 2) for word in rest]
        bands.append(_split([word for word, middle in pairs if middle < top], gutters))
        bands.append([[word for word, middle in pairs if top <= middle <= bottom]])
        rest = [word for word, middle in pairs if middle > bottom]
    return [*bands, _split(rest, gutters)]


def _column(rows: Sequence[list[Word]], page: int, column: int, height: float) -> list[Line]:
    left = min(row[0].x0 for row in rows)
    right = max(row[-1].x1 for row in rows)
    return [_line(cut, page, column, (left, right, height)) for cut in cut_rows(rows)]


def _line(cut: Cut, page: int, column: int, frame: tuple[float, float, float]) -> Line:
    row = cut.words
    sizes = Counter[float]()
    bold = letters = 0
    for word in row:
        count = len(word.text)
        # Letters of a hundredth of a point are drawn, too: no size is nothing.
        sizes[max(_LEAST_SIZE, round(word.size * 2) / 2)] += count
        letters += count
        bold += count * word.is_bold
    size = sizes.most_common(1)[0][0]
    cells: list[list[str]] = [[]]
    was_mark = False
    for n, (before, word) in enumerate(zip((None, *row[:-1]), row, strict=True)):
        gap = word.x0 - before.x1 if before else 0.0
        if n in cut.breaks or (gap > WIDE * max(size, 1) and n not in cut.joints):
            cells.append([])
        # A raised note mark stands close to its word and is no word of its own.
        is_high = before and word.bottom < before.bottom - _HIGH * size
        is_mark = before and (gap < 0.1 * size or is_high) and _is_raised(word, size)
        is_first = before is None and len(row) > 1 and _is_raised(word, size)
        if (is_mark or is_first) and word.text.rstrip(".,;:").isdigit():
            if cells[-1]:  # what ends the sentence behind its note stays
                cells[-1][-1] += word.text.lstrip("0123456789")
            was_mark = True
            continue
        if was_mark and cells[-1] and word.text in _POINTS:
            cells[-1][-1] += word.text  # the point behind a note's mark ends the word before it
            was_mark = False
            continue
        was_mark = False
        # A sign by itself at the head of a line is what marks an item, whatever it looks like.
        is_bullet = before is None and word.text == LOST and len(row) > 1
        cells[-1].append(_BULLET if is_bullet else word.text)
    texts = tuple(" ".join(cell) for cell in cells if cell)
    return Line(
        page, column, " ".join(texts), texts,
        min(word.x0 for word in row), max(word.x1 for word in row),
        min(word.top for word in row), max(word.bottom for word in row),
        size, bold > 0.8 * letters, *frame, cut.is_row and len(texts) > 1,
    )  # fmt: skip


def _is_raised(word: Word, size: float) -> bool:
    return word.size < 0.8 * size
