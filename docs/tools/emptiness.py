"""How much of each page's type area, or of each slide's body, is empty, on rendered pictures.

    python docs/tools/emptiness.py PAPER.pdf
    python docs/tools/emptiness.py DECK.pptx

The area is cut into cells of 9 points. A cell is full if ink lies in it, or close above and below it,
so that the space between lines does not count; the tint of a panel is ink. Of a page it is what lies
between running header and footer, of a slide what lies between title and source. Of slides that an
audience sees the words are counted, too. `briefbook build -v` tells the pages' shares without pictures.
Needs Poppler, and for slides LibreOffice.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests import tools

CELL_PT = 9
_INK = 250
"""Grey levels below this one are ink."""
_CLOSED = 2
"""Cells between two full ones of a column that count as full: the space between paragraphs."""
_TEXT_WIDTH = 493
_ABOVE, _BELOW = 60, 58
"""What a page has above and below its type area."""
_SLIDE_WIDTH = 960
_BODY = (56, 96, 904, 462)
"""Left, top, right and bottom of a slide's body."""
_REPEATED = ("Tracker", "Kicker", "Footer", "Slide number", "Source")


def page_shares(paper: Path) -> list[float]:
    """Return the empty share of each page's type area, from 0 to 1."""
    with tempfile.TemporaryDirectory() as folder:
        prefix = Path(folder, "page")
        command = ["pdftoppm", "-r", "72", "-gray", str(paper), str(prefix)]
        subprocess.run(command, check=True, capture_output=True)
        return [_page_share(picture) for picture in sorted(Path(folder).iterdir())]


def _page_share(picture: Path) -> float:
    with Image.open(picture) as page:
        left = (page.width - _TEXT_WIDTH) // 2
        box = left, _ABOVE, left + _TEXT_WIDTH, page.height - _BELOW
        return _empty_share(page.convert("L"), box, 1.0)


def slide_share(picture: Path) -> float:
    """Return the empty share of a slide's body, from 0 to 1."""
    with Image.open(picture) as slide:
        return _empty_share(slide.convert("L"), _BODY, slide.width / _SLIDE_WIDTH)


def _empty_share(grey: Image.Image, area: tuple[int, int, int, int], scale: float) -> float:
    left, top, right, bottom = area
    cells: list[bool] = []
    for x in range(left, right - CELL_PT + 1, CELL_PT):
        rows = range(top, bottom - CELL_PT + 1, CELL_PT)
        cells += _closed([_has_ink(grey, x * scale, y * scale, CELL_PT * scale) for y in rows])
    return cells.count(False) / len(cells)


def _has_ink(grey: Image.Image, x: float, y: float, side: float) -> bool:
    cell = grey.crop((round(x), round(y), round(x + side), round(y + side)))
    return min(cell.tobytes()) < _INK


def _closed(column: list[bool]) -> list[bool]:
    """Return a column of cells with its small gaps filled."""
    closed = list(column)
    for above, below in pairwise(n for n, cell in enumerate(column) if cell):
        if below - above <= _CLOSED + 1:
            closed[above:below] = [True] * (below - above)
    return closed


def _texts(slide: Any) -> Iterator[str]:
    """Yield what a slide says itself: not what all slides repeat, nor its source line."""
    shapes: Iterable[Any] = slide.shapes
    for shape in shapes:
        if shape.has_text_frame and shape.name not in _REPEATED:
            yield shape.text_frame.text
        elif shape.has_table:
            for row in shape.table.rows:
                yield from (cell.text_frame.text for cell in row.cells)


def _tell_slides(deck: Path) -> None:
    from pptx import Presentation

    slides = Presentation(str(deck)).slides
    shown = [slide for slide in slides if slide.element.get("show") != "0"]
    with tempfile.TemporaryDirectory() as folder:
        pictures = tools.slides_to_png(deck, Path(folder), dpi=72)
        for number, (slide, picture) in enumerate(zip(shown, pictures, strict=False), 1):
            words = sum(len(text.split()) for text in _texts(slide))
            title = " ".join(slide.shapes.title.text_frame.text.split())
            print(f"slide {number}: {slide_share(picture):.0%} empty, {words} words: {title[:60]}")


def main(file: Path) -> None:
    """Print the share of each page or visible slide."""
    if file.suffix == ".pptx":
        _tell_slides(file)
        return
    for number, share in enumerate(page_shares(file), 1):
        print(f"page {number}: {share:.0%} empty")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
