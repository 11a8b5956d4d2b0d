"""Measure how much of each slide's body is empty, on rendered pictures.

    python docs/tools/empty_share.py dist/ID.pptx

Prints a line a slide that an audience sees: its share, and its words. The body is x 56–904, y 96–462
of 960 by 540 points, in cells of 9 points; a cell is empty if nothing is drawn in it. Gaps between
lines of one text are closed: up to two empty cells between inked ones of a column count as inked.
Needs LibreOffice and Poppler.
"""

import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from PIL import Image
from pptx import Presentation
from pptx.slide import Slide

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests import tools

BODY = (56, 96, 904, 462)
CELL_PT = 9
WIDTH_PT = 960
DARK = 250
"""A pixel darker than this is ink; the tint of panels is."""
GAP = 2
REPEATED = ("Tracker", "Kicker", "Footer", "Slide number", "Source")


def empty_share(picture: Path) -> float:
    """Return the empty share of a slide's body."""
    with Image.open(picture) as image:
        grey = image.convert("L")
    scale = grey.width / WIDTH_PT
    left, top, right, bottom = BODY
    columns = range(left, right - CELL_PT + 1, CELL_PT)
    rows = range(top, bottom - CELL_PT + 1, CELL_PT)
    empty = 0
    for x in columns:
        inked = [_has_ink(grey, x * scale, y * scale, CELL_PT * scale) for y in rows]
        empty += _closed(inked).count(False)
    return empty / (len(columns) * len(rows))


def _has_ink(grey: Image.Image, x: float, y: float, side: float) -> bool:
    cell = grey.crop((round(x), round(y), round(x + side), round(y + side)))
    return any(cell.histogram()[:DARK])


def _closed(inked: list[bool]) -> list[bool]:
    """Return a column with its short gaps closed."""
    closed = list(inked)
    last = None
    for at, is_inked in enumerate(inked):
        if not is_inked:
            continue
        if last is not None and at - last - 1 <= GAP:
            closed[last:at] = [True] * (at - last)
        last = at
    return closed


def _texts(slide: Slide) -> Iterator[str]:
    """Yield what a slide says itself: not what all slides repeat, nor its source line."""
    shapes: Iterable[Any] = slide.shapes  # python-pptx types what all shapes have
    for shape in shapes:
        if shape.has_text_frame and shape.name not in REPEATED:
            yield shape.text_frame.text
        elif shape.has_table:
            for row in shape.table.rows:
                yield from (cell.text_frame.text for cell in row.cells)


def main(deck: Path) -> None:
    """Print the share and the words of each visible slide."""
    slides = Presentation(str(deck)).slides
    shown = [slide for slide in slides if slide.element.get("show") != "0"]
    with tempfile.TemporaryDirectory() as folder:
        pictures = tools.slides_to_png(deck, Path(folder), dpi=72)
        for number, (slide, picture) in enumerate(zip(shown, pictures, strict=False), 1):
            words = sum(len(text.split()) for text in _texts(slide))
            title = " ".join(slide.shapes.title.text_frame.text.split())
            print(f"{number:2}  {empty_share(picture):4.0%} empty  {words:3} words  {title[:60]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
