"""The operators of a page (ISO 32000-1, annex A) held against those that Briefbook writes.

Texts and areas are kept with their place and colour, so that what lies under an area, outside of the
page or on its own colour is found: it stands in the file, and no reader sees it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from briefbook.scripts import is_right_to_left
from briefbook.theme.wcag import contrast
from briefbook.verify.pdf_images import DrawnImage, drawn_image
from briefbook.verify.pdf_matrix import IDENTITY, Matrix, Point, matrix_of, moved, times

Colour = tuple[float, float, float]
Box = tuple[float, float, float, float]
_OPERATORS = frozenset(
    b"BDC EMC q Q cm m l c h W n f S B rg RG g G w J j d Tc BT ET Tm Tf Tj TJ Do".split()
)
_MARKED = frozenset(("/MCID", "/Type", "/Subtype"))
_SMALLEST_PT = 4.0
_WIDEST_TRACKING = 2.0
_CONTRAST = 2.5
"""Ratio (WCAG) below which a text cannot be read on its ground; ours have 4.5, large ones 3."""
_TURN_SLACK = 0.01
_CURVE_STEPS = 4
_HEIGHT = 0.6
"""Height of letters as a share of the type size."""


@dataclass(frozen=True)
class Glyphs:
    """A font as a page uses it: the letter and the width of each code, in 1/1000 of the size."""

    letters: dict[int, str]
    widths: dict[int, float]
    code_bytes: int = 1


@dataclass(frozen=True)
class _State:
    matrix: Matrix = IDENTITY
    fill: Colour = (0, 0, 0)
    width: float = 1.0
    is_clipped: bool = False
    is_blended: bool = False
    tracking: float = 0.0
    size: float = 0.0
    glyphs: Glyphs = field(default_factory=lambda: Glyphs({}, {}))


@dataclass(frozen=True)
class _Text:
    """A stretch of text: its words, and where its middle and its ends are."""

    words: str
    middle: Point
    colour: Colour
    start: Point
    end: Point
    size: float

    @property
    def box(self) -> Box:
        """Left, bottom, right and top of its letters."""
        return (
            min(self.start[0], self.end[0]), self.start[1] - 0.25 * self.size,
            max(self.start[0], self.end[0]), self.start[1] + 0.8 * self.size,
        )  # fmt: skip

    def points(self) -> Iterator[Point]:
        """Yield points along the middle of the letters, an em apart."""
        (x1, _), (x2, _) = self.start, self.end
        count = max(2, int(abs(x2 - x1) / (self.size or 1)))
        for step in range(count + 1):
            # Not the very ends: an area may touch a text.
            share = 0.04 + 0.92 * step / count
            yield x1 + share * (x2 - x1), self.middle[1]


class PageContent:
    """Follows the operators of one page and keeps what is wrong with them."""

    def __init__(self, box: tuple[float, float, float, float]) -> None:
        """Begin with an empty page of that box."""
        self._box = box
        self._state = _State()
        self._saved: list[_State] = []
        self._text_matrix: Matrix = IDENTITY
        self._path: list[list[Point]] = []
        self._areas: list[tuple[list[list[Point]], Colour]] = []
        self._texts: list[_Text] = []
        self._is_text = False
        self.last: Box | None = None
        """Where the text shown last stands."""
        self.faults: dict[str, None] = {}

    def take(self, operator: bytes, operands: list[Any]) -> None:  # noqa: C901, PLR0912  a table
        """Follow one operator."""
        if operator not in _OPERATORS:
            self._fault(f"the operator {operator.decode('latin-1')}")
        match operator:
            case b"BDC":
                self._mark(operands)
            case b"q":
                self._saved.append(self._state)
            case b"Q":
                if self._saved:
                    self._state = self._saved.pop()
            case b"cm":
                self._state = replace(self._state, matrix=times(operands, self._state.matrix))
            case b"rg":
                red, green, blue = map(float, operands)
                self._state = replace(self._state, fill=(red, green, blue))
            case b"g":
                grey = float(operands[0])
                self._state = replace(self._state, fill=(grey, grey, grey))
            case b"Tc":
                self._state = replace(self._state, tracking=float(operands[0]))
            case b"w":
                self._state = replace(self._state, width=float(operands[0]))
            case b"W" | b"W*":
                self._state = replace(self._state, is_clipped=True)
            case b"gs":
                self._state = replace(self._state, is_blended=True)
            case b"m" | b"l" | b"c" | b"h":
                self._draw(operator, [float(value) for value in operands])
            case b"f" | b"B" | b"S" | b"n":
                self._paint(operator)
            case b"BT":
                self._is_text, self._text_matrix = True, IDENTITY
            case b"ET":
                self._is_text = False
            case b"Tm":
                self._text_matrix = matrix_of(operands)
            case _:
                pass

    def use(self, glyphs: Glyphs | None, size: float) -> None:
        """Take up a font; None is one that the file does not hold."""
        if glyphs is None:
            self._fault("a font that is not there")
            glyphs = Glyphs({}, {})
        self._state = replace(self._state, glyphs=glyphs, size=size)

    def show(self, operand: Any) -> str:  # noqa: ANN401  an object of pypdf
        """Show a text, and return its letters."""
        state, self.last = self._state, None
        parts = operand if isinstance(operand, list) else [operand]
        words, length = "", 0.0
        for part in parts:
            if isinstance(part, str | bytes):
                said = []
                for code in _codes(part, state.glyphs.code_bytes):
                    if code not in state.glyphs.letters:
                        self._fault(f"letters of a font that it does not name: {code}")
                    said.append(state.glyphs.letters.get(code, chr(code)))
                    length += state.glyphs.widths.get(code, 0) / 1000 * state.size + state.tracking
                # What is read from the right is drawn from the left.
                is_turned = any(map(is_right_to_left, "".join(said)))
                words += "".join(reversed(said) if is_turned else said)
            else:
                length -= float(part) / 1000 * state.size
        self._place(words, length)
        a, b, c, d, e, f = self._text_matrix
        self._text_matrix = (a, b, c, d, e + a * length, f + b * length)
        return words

    def lines(self) -> list[tuple[float, str]]:
        """Return the upper edge and the words of each text, from the top of the page."""
        return sorted(((text.box[3], text.words) for text in self._texts), reverse=True)

    def finish(self) -> tuple[str, ...]:
        """Return what is wrong with the page, each once."""
        if self._saved:
            self._fault("graphics states that are never given back")
        return tuple(self.faults)

    # ── Texts ────────────────────────────────────────────────────────────────────────────────────

    def _place(self, words: str, length: float) -> None:
        if not words.strip():
            return
        state = self._state
        said = f"“{words.strip()[:60]}”"
        whole = times(self._text_matrix, state.matrix)
        a, b, c, d, e, f = whole
        scale = (a * a + b * b) ** 0.5
        size = scale * state.size
        if not self._is_text:
            self._fault(f"{said} outside of a text object")
        if max(abs(a - d), abs(b + c), scale - 1) > _TURN_SLACK:
            self._fault(f"{said} stretched, slanted, mirrored or enlarged")
        if size < _SMALLEST_PT or length <= 0:
            self._fault(f"{said} too small to read")
        if abs(state.tracking) > _WIDEST_TRACKING:
            self._fault(f"{said} with its letters apart")
        if state.is_clipped:
            self._fault(f"{said} where only a part of the page is shown")
        rise = _HEIGHT / 2 * state.size
        middle = (e + a * length / 2 - b * rise, f + b * length / 2 + a * rise)
        end = (e + a * length, f + b * length)
        if not all(map(self._is_inside, ((e, f), middle, end))):
            self._fault(f"{said} outside of the page")
        ground = self._ground(middle)
        if _contrast(ground, state.fill) < _CONTRAST:
            self._fault(f"{said} in the colour of its ground")
        self._keep(_Text(words, middle, state.fill, (e, f), end, size))

    def _keep(self, own: _Text) -> None:
        for text in self._texts:
            if _overlap(own, text):
                self._fault(f"“{own.words.strip()[:60]}” over “{text.words.strip()[:60]}”")
        self._texts.append(own)
        self.last = own.box

    def _ground(self, point: Point) -> Colour:
        """Return the colour that a point of the page has so far."""
        ground: Colour = (1, 1, 1)
        for outline, colour in self._areas:
            if _holds(outline, point):
                ground = colour
        return ground

    def _is_inside(self, point: Point) -> bool:
        left, bottom, right, top = self._box
        return left <= point[0] <= right and bottom <= point[1] <= top

    # ── Areas ────────────────────────────────────────────────────────────────────────────────────

    def _mark(self, operands: list[Any]) -> None:
        properties = operands[1] if len(operands) > 1 else {}
        if not hasattr(properties, "keys"):
            self._fault("a mark whose properties stand elsewhere")
            return
        for key in sorted(map(str, properties.keys())):
            if key not in _MARKED:
                self._fault(f"a mark with {key[1:]}")

    def _draw(self, operator: bytes, values: list[float]) -> None:
        points = [
            moved((x, y), self._state.matrix)
            for x, y in zip(values[::2], values[1::2], strict=False)
        ]
        if operator == b"m":
            self._path.append(points)
        elif not self._path:
            self._fault("a path without a beginning")
        elif operator == b"l":
            self._path[-1] += points
        elif operator == b"c":
            self._path[-1] += _curve(self._path[-1][-1], points)

    def _paint(self, operator: bytes) -> None:
        path, self._path = self._path, []
        if operator in (b"f", b"B"):
            # What a clip leaves of an area is not worked out: it is no ground, and may cover.
            if not self._state.is_clipped:
                self._areas.append((path, self._state.fill))
            self._cover(path)
        if operator in (b"S", b"B"):
            self._strike(path)

    def image(self, image: Any) -> DrawnImage:  # noqa: ANN401  an object of pypdf
        """Return what drawing a picture made of pixels shows here."""
        state = self._state
        return drawn_image(
            image, state.matrix, is_clipped=state.is_clipped, is_blended=state.is_blended
        )

    def picture(self) -> None:
        """Lay a picture where the state has it."""
        corners: list[Point] = [(0, 0), (1, 0), (1, 1), (0, 1)]
        outline = [moved(corner, self._state.matrix) for corner in corners]
        if not all(map(self._is_inside, outline)):
            self._fault("a picture that reaches over the page")
        self._cover([outline])

    def _cover(self, path: list[list[Point]]) -> None:
        points = [point for line in path for point in line]
        if not points:
            return
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        low, high = min(y for _, y in points), max(y for _, y in points)
        for text in self._texts:
            if text.end[0] < left or text.start[0] > right or not low <= text.middle[1] <= high:
                continue
            if any(_holds(path, point) for point in text.points()):
                self._fault(f"an area over “{text.words.strip()[:60]}”")

    def _strike(self, path: list[list[Point]]) -> None:
        """Look for lines through a text; a wide one covers what a thin one crosses out."""
        half = self._state.width / 2
        for line in path:
            for (x1, y1), (x2, y2) in pairwise(line):
                for text in self._texts:
                    if _crosses((x1, y1), (x2, y2), half, text):
                        self._fault(f"a line through “{text.words.strip()[:60]}”")

    def _fault(self, words: str) -> None:
        self.faults.setdefault(words)


def _codes(part: Any, code_bytes: int) -> Iterator[int]:  # noqa: ANN401  an object of pypdf
    """Yield the codes of a string; what pypdf takes for text still has its bytes."""
    data = bytes(getattr(part, "original_bytes", part))
    for at in range(0, len(data), code_bytes):
        yield int.from_bytes(data[at : at + code_bytes], "big")


def _curve(start: Point, controls: list[Point]) -> Iterator[Point]:
    """Yield points along a Bézier curve, without its start."""
    for step in range(1, _CURVE_STEPS + 1):
        t = step / _CURVE_STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        points = (start, *controls)
        yield (
            sum(w * x for w, (x, _) in zip(weights, points, strict=False)),
            sum(w * y for w, (_, y) in zip(weights, points, strict=False)),
        )


def _overlap(one: _Text, other: _Text) -> bool:
    """Tell whether two texts lie on each other so that neither can be read."""
    if abs(one.middle[1] - other.middle[1]) >= _INNER * (one.size + other.size):
        return False  # nearly all: they stand in other lines
    length = min(one.end[0], other.end[0]) - max(one.start[0], other.start[0])
    return length > _TOUCHING * min(one.size, other.size)


_TOUCHING = 0.5
"""Ems that two texts may share."""


def _crosses(one: Point, other: Point, half: float, text: _Text) -> bool:
    """Tell whether a line runs through the letters of a text, not only along or beside them."""
    (x1, y1), (x2, y2) = one, other
    inner = _INNER * text.size
    low, high = text.middle[1] - inner - half, text.middle[1] + inner + half
    if (y1 < low and y2 < low) or (y1 > high and y2 > high):
        return False  # nearly all: above or below
    left, right = text.start[0] + inner - half, text.end[0] - inner + half
    # Liang and Barsky: the part of the line within the box, from 0 to 1.
    start, end = 0.0, 1.0
    for at, step, least, most in ((x1, x2 - x1, left, right), (y1, y2 - y1, low, high)):
        if step == 0:
            if not least <= at <= most:
                return False
            continue
        near, far = sorted(((least - at) / step, (most - at) / step))
        start, end = max(start, near), min(end, far)
    return start <= end


_INNER = 0.12
"""Half of the middle of letters, as a share of the type size, which no line of ours touches."""


def _holds(path: list[list[Point]], point: Point) -> bool:
    """Tell whether a point lies within outlines, as `f` fills them (nonzero winding)."""
    x, y = point
    winding = 0
    for outline in path:
        for (x1, y1), (x2, y2) in zip(outline, [*outline[1:], *outline[:1]], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                winding += 1 if y2 > y1 else -1
    return winding != 0


def _contrast(one: Colour, other: Colour) -> float:
    """Return the ratio of the luminances of two colours (WCAG)."""
    return contrast(*("".join(f"{round(255 * share):02X}" for share in c) for c in (one, other)))
