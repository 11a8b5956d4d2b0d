"""How much of each page is empty, without drawing it: where ink would fall, in cells of 9 points.

A cell is full if ink lies in it, or close above and below it in the same column, so that the space
between lines does not count. `docs/tools/emptiness.py` measures the same on pictures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from briefbook.paper.pdf.boxes import Box
from briefbook.pdf.canvas import Canvas
from briefbook.pdf.faces import load_face
from briefbook.pdf.file import File
from briefbook.theme import paper as theme
from briefbook.theme.faces import Face
from briefbook_figures.display_list import Outline, PathMark

CELL_PT = 9.0
CLOSED = 2
"""Cells between two full ones of a column that count as full: the space between paragraphs."""
_ASCENT, _DESCENT = 0.55, 0.0
"""How far the letters of a text reach from its baseline, as shares of its size."""
_WHITE = "#FFFFFF"

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom; y runs down."""


@cache
def _no_file() -> File:
    """Return the file of whatever is not drawn: nothing comes into it."""
    return File()


class Ink(Canvas):
    """Keeps the rectangles in which something would be drawn."""

    def __init__(self, size: theme.PageSize) -> None:
        """Begin with an empty page."""
        super().__init__(_no_file(), size)
        self.rects: list[Rect] = []
        self.begin_page()

    def _belong(self, *, graphics: bool) -> None:
        """Nothing is tagged."""

    def text(  # noqa: D102  as drawn
        self, at: tuple[float, float], text: str, face: Face, size: float, colour: str,
        *, tracking: float = 0.0, turn: tuple[float, float] = (1.0, 0.0),
    ) -> None:  # fmt: skip
        width = load_face(face).width(text) * size / 1000 + tracking * len(text)
        (x, y), (cos, sin) = at, turn
        ends = sorted((x, x + width * cos)), sorted((y, y - width * sin))
        self.rects.append(
            (ends[0][0], ends[1][0] - _ASCENT * size, ends[0][1], ends[1][1] + _DESCENT * size)
        )

    def path(self, mark: PathMark, origin: tuple[float, float]) -> None:  # noqa: D102  as drawn
        stroke = mark.stroke if mark.width_pt > 0 else None
        ink = stroke or mark.fill
        if ink and ink.upper() != _WHITE:
            half = mark.width_pt / 2 if stroke else 0.0
            for left, low, right, high in _extents(mark.outline, is_area=bool(mark.fill)):
                x, y = origin
                self.rects.append(
                    (x + left - half, y - high - half, x + right + half, y - low + half)
                )

    def image(  # noqa: D102  as drawn
        self, image: object, corner: tuple[float, float], extent: tuple[float, float]
    ) -> None:
        (x, y), (w, h) = corner, extent
        self.rects.append((x, y, x + w, y + h))


def _extents(outline: Outline, *, is_area: bool) -> Iterator[Rect]:
    """Yield the rectangle of an area, or those of a line's stretches."""
    points = [tuple(numbers[-2:]) for _, numbers in outline if numbers]
    if is_area or len(points) == 1:
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        yield min(xs), min(ys), max(xs), max(ys)
        return
    for (x1, y1), (x2, y2) in pairwise(points):
        yield min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def empty_cells(rects: Sequence[Rect], area: Rect) -> int:
    """Return how many cells of an area are empty."""
    left, top, right, bottom = area
    across, down = int((right - left) // CELL_PT), int((bottom - top) // CELL_PT)
    columns = [[False] * down for _ in range(across)]
    for x1, y1, x2, y2 in rects:
        rows = slice(max(int((y1 - top) // CELL_PT), 0), int((y2 - top) // CELL_PT) + 1)
        for x in range(max(int((x1 - left) // CELL_PT), 0), int((x2 - left) // CELL_PT) + 1):
            if x < across:
                columns[x][rows] = [True] * len(columns[x][rows])
    return sum(_closed(column).count(False) for column in columns)


def _closed(column: list[bool]) -> list[bool]:
    """Return a column with its small gaps filled."""
    closed = list(column)
    for above, below in pairwise(n for n, cell in enumerate(column) if cell):
        if below - above <= CLOSED + 1:
            closed[above:below] = [True] * (below - above)
    return closed


def empty_share(boxes: Sequence[tuple[Box, float, float]], size: theme.PageSize) -> float:
    """Return the share of a page's type area that boxes at their places leave empty."""
    ink = Ink(size)
    for box, x, y in boxes:
        box.draw(ink, x, y)
    left = boxes[0][1] if boxes else size.left
    area = (left, size.top - 4.0, left + theme.TEXT_WIDTH, size.bottom + 4.0)
    cells = int(theme.TEXT_WIDTH // CELL_PT) * int((area[3] - area[1]) // CELL_PT)
    return empty_cells(ink.rects, area) / cells


def empty_points(box: Box, size: theme.PageSize) -> float:
    """Return how much of a box's rectangle is empty, as points of its height."""
    ink = Ink(size)
    box.draw(ink, 0.0, 0.0)
    cells = empty_cells(ink.rects, (0.0, 0.0, theme.TEXT_WIDTH, box.height))
    return cells * CELL_PT**2 / theme.TEXT_WIDTH
