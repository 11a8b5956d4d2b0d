"""Where marks are, measured apart from the product: by the outlines of the letters themselves."""

from functools import cache
from itertools import combinations

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from briefbook_figures.display_list import DisplayList, Face, Mark, PathMark, TextMark
from briefbook_figures.label_placement import Box
from tests.figures.examples import FONTS


@cache
def _font(face: Face) -> TTFont:
    return TTFont(FONTS.file(face))


@cache
def _letter(face: Face, letter: str) -> tuple[int, tuple[int, int, int, int]]:
    font = _font(face)
    glyphs, name = font.getGlyphSet(), font.getBestCmap()[ord(letter)]
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    return glyphs[name].width, pen.bounds or (0, 0, 0, 0)


def text_box(mark: TextMark) -> Box:
    """Return the box of the ink of a text."""
    em = mark.size_pt / _font(mark.face)["head"].unitsPerEm
    x, corners = 0, []
    for letter in mark.text:
        width, (left, bottom, right, top) = _letter(mark.face, letter)
        if right > left:
            corners.append((x + left, bottom, x + right, top))
        x += width
    lefts, bottoms, rights, tops = zip(*corners, strict=True)
    return Box(
        mark.x + min(lefts) * em,
        mark.y + min(bottoms) * em,
        mark.x + max(rights) * em,
        mark.y + max(tops) * em,
    )


def path_box(mark: PathMark) -> Box:
    """Return the box of a path, half its stroke and its clip included."""
    outline = mark.clip or mark.outline
    xs = [value for _, values in outline for value in values[0::2]]
    ys = [value for _, values in outline for value in values[1::2]]
    # A rule's stroke widens it across, not along: its ends are cut at its end points.
    thick = mark.width_pt / 2 if mark.stroke and not mark.clip else 0.0
    along_x = min(ys) == max(ys) and mark.cap == "butt"
    along_y = min(xs) == max(xs) and mark.cap == "butt"
    box = Box(min(xs), min(ys), max(xs), max(ys))
    return box.grown(0.0 if along_x else thick, 0.0 if along_y else thick)


def box_of(mark: Mark) -> Box:
    return text_box(mark) if isinstance(mark, TextMark) else path_box(mark)


def texts(picture: DisplayList) -> list[TextMark]:
    return [mark for mark in picture.marks if isinstance(mark, TextMark)]


def paths(picture: DisplayList) -> list[PathMark]:
    return [mark for mark in picture.marks if isinstance(mark, PathMark)]


def all_words(picture: DisplayList) -> str:
    """Return every text of a picture, in the order of painting."""
    return " ".join(mark.text for mark in texts(picture))


def find(picture: DisplayList, text: str) -> TextMark:
    """Return the one text mark that reads `text`."""
    (mark,) = [mark for mark in texts(picture) if mark.text == text]
    return mark


def filled(picture: DisplayList, *fills: str) -> list[Box]:
    """Return the boxes filled with one of the colours, from left to right, then top to bottom."""
    found = [path_box(mark) for mark in paths(picture) if mark.fill in fills]
    return sorted(found, key=lambda box: (box.left, -box.top))


def collisions(picture: DisplayList) -> list[tuple[str, str]]:
    """Return the pairs of texts that overlap."""
    measured = [(mark.text, text_box(mark)) for mark in texts(picture)]
    return [(a, b) for (a, one), (b, other) in combinations(measured, 2) if one.overlaps(other)]
