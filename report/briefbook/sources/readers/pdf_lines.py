"""A page of a PDF as lines in the order of reading: columns found, words joined, cells told apart.

Lengths are in points, from the top left corner.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pdfplumber.page import Page

Word = dict[str, Any]

_SAME_LINE = 0.5
"""Share of its height that a word must have in common with a line."""
_CELL = 2.0
"""Gap between two words, in letter sizes, that no justified line has."""
_GUTTER, _SIDE, _CROSSING = 9.0, 0.08, 0.06
_FEW_WORDS = 40
_WORDS_A_LINE = 3
_BOLD = ("bold", "black", "heavy", "semibold", "demi")


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


def page_lines(page: Page, number: int) -> list[Line]:
    """Return the lines of a page in the order of reading; text that stands on its side is left out."""
    upright = page.filter(lambda thing: thing.get("upright", True))
    words = upright.extract_words(extra_attrs=["size", "fontname"], x_tolerance_ratio=0.16)
    words = [word for word in words if word["text"].strip()]
    lines: list[Line] = []
    column = 0
    for band in _bands(words, _gutter(words, float(page.width))):
        for part in band:
            if part:
                lines += _column(_rows(part), number, column, float(page.height))
                column += 1
    return lines


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Return the words by their lines, from top to bottom, over the whole width of the page."""
    rows: list[list[Word]] = []
    bottom = top = 0.0
    for word in sorted(words, key=lambda word: (word["bottom"] + word["top"], word["x0"])):
        height = min(word["bottom"] - word["top"], bottom - top)
        common = min(word["bottom"], bottom) - max(word["top"], top)
        if rows and height > 0 and common >= _SAME_LINE * height:
            rows[-1].append(word)
            # A raised figure must not pull the next line up: the line keeps its tallest word's ends.
            if word["bottom"] - word["top"] > bottom - top:
                top, bottom = word["top"], word["bottom"]
        else:
            rows.append([word])
            top, bottom = word["top"], word["bottom"]
    return [sorted(row, key=lambda word: float(word["x0"])) for row in rows]


def _gutter(words: Sequence[Word], width: float) -> float:
    """Return the middle of the gap between two columns; 0 where there is one column."""
    if len(words) < _FEW_WORDS:
        return 0.0
    crossed = Counter[int]()
    for word in words:
        crossed.update(range(int(word["x0"]), int(word["x1"]) + 1))
    free = _CROSSING * max(crossed.values())
    best = (0.0, 0.0)
    start = low = int(0.3 * width)
    for x in range(low, int(0.7 * width) + 2):
        if crossed[x] > free:
            best = max(best, (float(x - start), (start + x) / 2))
            start = x + 1
    gap, middle = best
    left = [word for word in words if word["x1"] <= middle]
    right = [word for word in words if word["x0"] >= middle]
    # Both sides of a gutter hold lines of text, not the figures of a table or notes in a margin.
    is_prose = all(
        len(side) >= max(_SIDE * len(words), _WORDS_A_LINE * len(_rows(side)))
        for side in (left, right)
    )
    return middle if gap >= _GUTTER and is_prose else 0.0


def _bands(words: list[Word], gutter: float) -> list[tuple[list[Word], ...]]:
    """Return stretches of the page, each with its columns; a line across both ends a stretch."""
    if not gutter:
        return [(words,)]
    across = [word for word in words if word["x0"] < gutter < word["x1"]]
    bands: list[tuple[list[Word], ...]] = []
    rest = words
    for row in _rows(across):
        top, bottom = min(word["top"] for word in row), max(word["bottom"] for word in row)
        middles = [(word["top"] + word["bottom"]) / 2 for word in rest]
        pairs = list(zip(rest, middles, strict=True))
        bands.append(_sides([word for word, middle in pairs if middle < top], gutter))
        bands.append(([word for word, middle in pairs if top <= middle <= bottom],))
        rest = [word for word, middle in pairs if middle > bottom]
    return [*bands, _sides(rest, gutter)]


def _sides(words: Sequence[Word], gutter: float) -> tuple[list[Word], list[Word]]:
    return [w for w in words if w["x0"] < gutter], [w for w in words if w["x0"] >= gutter]


def _column(rows: Sequence[list[Word]], page: int, column: int, height: float) -> list[Line]:
    left = min(float(row[0]["x0"]) for row in rows)
    right = max(float(row[-1]["x1"]) for row in rows)
    return [_line(row, page, column, (left, right, height)) for row in rows]


def _line(row: Sequence[Word], page: int, column: int, frame: tuple[float, float, float]) -> Line:
    sizes = Counter[float]()
    bold = letters = 0
    for word in row:
        count = len(word["text"])
        sizes[round(float(word["size"]) * 2) / 2] += count
        letters += count
        bold += count * any(mark in str(word["fontname"]).lower() for mark in _BOLD)
    size = sizes.most_common(1)[0][0]
    cells: list[list[str]] = [[]]
    for before, word in zip((None, *row[:-1]), row, strict=True):
        gap = float(word["x0"] - before["x1"]) if before else 0.0
        if gap > _CELL * max(size, 1):
            cells.append([])
        # A raised note mark stands close to its word and is no word of its own.
        is_mark = before and gap < 0.1 * size and _is_raised(word, size)
        if is_mark and word["text"].isdigit():
            continue
        cells[-1].append(word["text"])
    texts = tuple(" ".join(cell) for cell in cells if cell)
    return Line(
        page, column, " ".join(texts), texts,
        float(row[0]["x0"]), float(row[-1]["x1"]),
        min(float(word["top"]) for word in row), max(float(word["bottom"]) for word in row),
        size, bold > 0.8 * letters, *frame,
    )  # fmt: skip


def _is_raised(word: Word, size: float) -> bool:
    return float(word["size"]) < 0.8 * size
