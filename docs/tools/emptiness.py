"""How much of each page's type area is empty.

    python docs/tools/emptiness.py PAPER.pdf

The area between running header and footer is cut into cells of 9 points. A cell is full if ink lies
in it, or close above and below it, so that the space between lines does not count. Needs Poppler.
"""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from PIL import Image

CELL_PT = 9
_LEFT, _RIGHT, _TOP, _BOTTOM = 51, 544, 60, 784
"""The type area of an A4 page, in points."""
_PAPER = 250
"""Grey levels from here on are paper."""
_CLOSED = 2
"""Cells between two full ones of a column that count as full: the space between paragraphs."""


def empty_shares(paper: Path) -> list[float]:
    """Return the share of each page's type area without ink, from 0 to 1."""
    raw = subprocess.run(
        ["pdftoppm", "-r", "72", "-gray", paper], check=True, capture_output=True
    ).stdout
    return [_empty(page) for page in _pages(raw)]


def _pages(raw: bytes) -> list[Image.Image]:
    """Return the pages of a stream of PGM pictures."""
    pages: list[Image.Image] = []
    at = 0
    while at < len(raw):
        fields = raw[at : at + 40].split(maxsplit=3)
        width, height = int(fields[1]), int(fields[2])
        header = raw.index(b"255\n", at) + 4
        size = header - at + width * height
        pages.append(Image.open(BytesIO(raw[at : at + size])))
        at += size
    return pages


def _empty(page: Image.Image) -> float:
    columns = []
    for x in range(_LEFT, _RIGHT - CELL_PT + 1, CELL_PT):
        column = [
            min(page.crop((x, y, x + CELL_PT, y + CELL_PT)).tobytes()) < _PAPER
            for y in range(_TOP, _BOTTOM - CELL_PT + 1, CELL_PT)
        ]
        columns.append(_closed(column))
    cells = [cell for column in columns for cell in column]
    return 1 - sum(cells) / len(cells)


def _closed(column: list[bool]) -> list[bool]:
    """Return a column of cells with its small gaps filled."""
    full = [n for n, cell in enumerate(column) if cell]
    closed = list(column)
    for above, below in pairwise(full):
        if below - above <= _CLOSED + 1:
            closed[above:below] = [True] * (below - above)
    return closed


if __name__ == "__main__":
    for number, share in enumerate(empty_shares(Path(sys.argv[1])), 1):
        print(f"page {number}: {share:.0%} empty")
