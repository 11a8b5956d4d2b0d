"""What a document draws, in plain figures: where each text, area, line and shape stands, how large, in which ink.

The build writes it into the manifest beside the words, so that a text that was moved, a column made
higher or another ink is named by its place, and not by a hash alone. Whoever verifies reads the same
from what was received: pages by a library's operators, slides and charts by their XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from briefbook.fingerprints import parsed, pdf_streams
from briefbook.memo import once

if TYPE_CHECKING:
    from lxml import etree

Drawn = dict[str, str]
"""Marks by place: `page 3`, or a part of a deck; a line each."""

# ── Pages ────────────────────────────────────────────────────────────────────────────────────────

_NO_PAGE = (b"/Type", b"/Subtype", b"/Length1", b"/N ")
_STRING = rb"\((?:\\.|[^\\()])*\)"
_SHOWN = re.compile(
    rb"\[((?:" + _STRING + rb"|[^\[\]()]+)*)\]\s*TJ|" + _STRING + rb"\s*Tj", re.DOTALL
)
_LETTERS = re.compile(_STRING, re.DOTALL)
_OPERANDS = {
    **dict.fromkeys(b"f B S W n q Q Do TJ".split(), 0), **dict.fromkeys(b"w Tc".split(), 1),
    **dict.fromkeys(b"m l Tf".split(), 2), b"rg": 3, b"RG": 3,
    **dict.fromkeys(b"c cm Tm".split(), 6),
}  # fmt: skip
"""How many words before an operator belong to it: of those that draw, or say how."""


class PageMarks:
    """Follows the operators of one page and keeps its marks; what did not change is not said again."""

    def __init__(self) -> None:
        """Begin with an empty page."""
        self.marks: list[str] = []
        self._ink, self._line, self._said = "", "", ""
        self._matrix: tuple[float, ...] = (1, 0, 0, 1, 0, 0)
        self._saved: list[tuple[str, str, tuple[float, ...]]] = []
        self._text: tuple[float, ...] = ()
        self._font, self._tracking = "", 0.0
        self._path: list[tuple[float, float]] = []

    def take(self, operator: bytes, operands: Sequence[Any]) -> None:  # noqa: C901, PLR0912  a table
        """Follow one operator."""
        match operator:
            case b"m" | b"l" if len(operands) == 2:  # noqa: PLR2004  a place, as nearly always
                self._path.append((float(operands[0]), float(operands[1])))
            case b"m" | b"l" | b"c":
                values = [float(value) for value in operands]
                self._path += zip(values[::2], values[1::2], strict=False)
            case b"f" | b"B" | b"S" | b"n" | b"W":
                self._paint(operator)
            case b"rg":
                self._ink = _ink(operands)
            case b"RG":
                self._line = _ink(operands)
            case b"w":
                self._said_once(f"width {float(operands[0]):g}")
            case b"cm":
                self._matrix = tuple(float(value) for value in operands)
            case b"q":
                self._saved.append((self._ink, self._line, self._matrix))
            case b"Q":
                if self._saved:
                    self._ink, self._line, self._matrix = self._saved.pop()
            case b"Tf":
                self._font = f"{float(operands[1]):g}"
            case b"Tc":
                self._tracking = float(operands[0])
            case b"Tm":
                self._text = tuple(float(value) for value in operands)
            case b"Tj" | b"TJ":
                self._show(operands[-1])
            case b"Do":
                self.marks.append(f"picture {_near(self._matrix)}")
            case _:
                pass

    def _show(self, operand: Any) -> None:  # noqa: ANN401  a string, or a list of them and of numbers
        parts = operand if isinstance(operand, list) else ()
        shifts = sum(abs(float(p)) for p in parts if isinstance(p, int | float))
        self._said_once(f"{self._font} pt {self._ink}")
        tracked = f" tracked {self._tracking:g}" if self._tracking else ""
        shifted = f" shifted {shifts:.0f}" if shifts else ""
        self.marks.append(f"text {_near(self._text[4:])}{shifted}{tracked}")

    def _paint(self, operator: bytes) -> None:
        path = self._path
        if operator == b"W":
            kind = "clip"
        else:
            self._path = []
            kind = {b"f": f"area {self._ink}", b"B": f"area {self._ink} {self._line}", b"S": f"line {self._line}"}.get(operator, "")  # fmt: skip
        if not path or not kind:
            return
        xs, ys = [x for x, _ in path], [y for _, y in path]
        box = _near((min(xs), min(ys), max(xs), max(ys)))
        # The box alone would not tell a point that moves within it.
        middle = f" {len(path)}: {_near((sum(xs) / len(path), sum(ys) / len(path)))}"
        is_box = len(path) == _CORNERS and len({*xs}) == len({*ys}) == _CORNERS // 2
        self._said_once(kind)
        if len(path) == _CORNERS // 2:
            box = _near(value for point in path for value in point)
        self.marks.append(box if is_box or len(path) == _CORNERS // 2 else f"{box}{middle}")

    def _said_once(self, look: str) -> None:
        if look != self._said:
            self._said = look
            self.marks.append(look)


_CORNERS = 4
"""Points of a box, which the box itself tells."""


def _ink(operands: Iterable[Any]) -> str:
    return "#" + "".join(f"{round(float(value) * 255):02X}" for value in operands)


def _near(values: Iterable[float]) -> str:
    """Return numbers to a tenth of a point, which nobody sees."""
    return " ".join(f"{value:.1f}".removesuffix(".0") for value in values)


def _operations(code: bytes) -> Iterator[tuple[bytes, Sequence[Any]]]:
    """Yield the operators of a page that our own renderer wrote, numbers as they are written.

    A page is tens of thousands of words: once the texts are out of the way, they are cut at white
    space, and each operator is given as many of those before it as it takes.
    """
    shifts: list[list[float]] = []

    def without_letters(shown: re.Match[bytes]) -> bytes:
        shifts.append([float(number) for number in _LETTERS.sub(b" ", shown[1] or b"").split()])
        return b" TJ "

    words = _SHOWN.sub(without_letters, code).split()
    texts = iter(shifts)
    for at, word in enumerate(words):
        if (count := _OPERANDS.get(word)) is not None:
            yield word, (next(texts),) if word == b"TJ" else words[at - count : at]


def _pdf(data: bytes) -> Iterator[tuple[str, str]]:
    number = 0
    for entries, code in pdf_streams(data):
        if any(key in entries for key in _NO_PAGE) or b"begincmap" in code:
            continue
        number += 1
        yield f"page {number}", once("page", code, partial(_marks_of_page, code))


def _marks_of_page(code: bytes) -> str:
    page = PageMarks()
    take = page.take
    for operator, operands in _operations(code):
        take(operator, operands)
    return "\n".join(page.marks)


# ── Slides ───────────────────────────────────────────────────────────────────────────────────────

_SHAPES = frozenset("sp pic graphicFrame grpSp cxnSp ser dLbl dPt catAx valAx dateAx barChart lineChart tr".split())  # fmt: skip
_COMMENT = "#comment"
_UNDRAWN = frozenset(f"cNvPr f v pt ptCount formatCode blip hlinkClick lang {_COMMENT}".split())
"""Names, texts and addresses, which have words of their own in the ledger."""
_UNSAID = frozenset(("lang", "noGrp", "uri", "dirty"))
"""`lang` is said of runs in another language than the first one alone."""


def part_marks(root: etree._Element) -> str:
    """Return the marks of a slide or of a chart: for each shape its place, inks, sizes and form."""
    shapes: list[list[str]] = []
    own: list[str] = []
    first = next(root.iter("{*}rPr"), None)
    _shape_marks(root, shapes, own, [0], "" if first is None else first.get("lang", ""))
    if own:
        shapes.append(["whole", *own])
    marks: list[str] = []
    before: dict[str, tuple[list[str], set[str]]] = {}
    for shape in shapes:
        kind, *looks = shape
        own_looks = set(looks)
        last, last_looks = before.get(kind, ((), ()))
        # What the last shape of its kind has as well is not said again.
        said = [look for look in looks if look not in last_looks]
        lost = [f"no {look}" for look in last if look not in own_looks]
        before[kind] = looks, own_looks
        marks.append("; ".join([kind, *said, *lost]))
    return "\n".join(marks)


def _shape_marks(
    element: etree._Element,
    shapes: list[list[str]],
    own: list[str],
    runs: list[int],
    language: str,
) -> None:
    """Add what an element and those in it draw: to its shape's looks, or to a shape of their own."""
    for child in element:
        name = _local(child.tag)
        if name in _UNDRAWN:
            continue
        if name == "pathLst":
            own.append(_outline(child))
            continue
        if name == "r":
            runs[0] += 1
        is_shape = name in _SHAPES
        into, count = ([name], [0]) if is_shape else (own, runs)
        if (items := child.items()) and (looks := ",".join(_looks(items, language))):
            into.append(f"{count[0]}.{name} {looks}" if name == "rPr" else f"{name} {looks}")
        elif name in _PLAIN:
            into.append(name)
        if len(child):
            _shape_marks(child, shapes, into, count, language)
        if is_shape:
            shapes.append(into)


@cache
def _local(tag: object) -> str:
    """Return a tag without its namespace; that of no element, such as a comment, is one that draws nothing."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else _COMMENT


def _looks(items: Sequence[tuple[Any, Any]], language: str) -> list[str]:
    return [
        str(value) if key == "val" else f"{key}={value}"
        for key, value in items
        if (key not in _UNSAID or (key == "lang" and value != language)) and "}" not in key
    ]


_PLAIN = frozenset(("noFill", "normAutofit", "buNone", "delete"))
"""Elements that say something without an attribute."""


def _outline(paths: etree._Element) -> str:
    """Return the middle of an outline's points, and how many they are."""
    points = [(int(p.get("x", "0")), int(p.get("y", "0"))) for p in paths.iter("{*}pt")]
    if not points:
        return "path"
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    return f"path {len(points)}: {x:.0f} {y:.0f}"


DRAWN_PARTS = re.compile(r"ppt/(slides/slide|charts/chart)\d+\.xml")


def part_drawn(name: str, data: bytes) -> Drawn:
    """Return what a part of a deck that Briefbook has just made draws; nothing where it draws nothing."""
    if not DRAWN_PARTS.fullmatch(name):
        return {}
    return {name: once("slide", data, lambda: part_marks(parsed(data)))}


# ── The evidence page ────────────────────────────────────────────────────────────────────────────

_TAG = re.compile(r"<(/?[a-z][a-z0-9]*)((?:\s+[\w:-]+(?:=\"[^\"]*\")?)*)\s*/?>([^<]*)")
_ATTRIBUTE = re.compile(r"([\w:-]+)(?:=\"([^\"]*)\")?")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_SAID_ELSEWHERE = frozenset(("src", "alt", "content", "title", "download"))
_LONG, _FIRST = 40, 16


def page_marks(text: str) -> str:
    """Return the elements of an evidence page in their order, with their looks and first letters."""
    marks = []
    for tag, attributes, words in _TAG.findall(text.partition("</head>")[2]):
        looks = [
            f"{key}={_shortened(value)}" if value else key
            for key, value in _ATTRIBUTE.findall(attributes)
            if key not in _SAID_ELSEWHERE
        ]
        if tag[0] != "/" or words.strip():
            marks.append(" ".join((tag, *looks, " ".join(words.split())[:_FIRST])).strip())
    return "\n".join(marks)


def _shortened(value: str) -> str:
    """Return a long outline as its middle and how many numbers it has; a long text by its first letters."""
    if len(value) < _LONG:
        return value
    if value[1:2].isalpha():
        return value[:_FIRST]
    numbers = [float(number) for number in _NUMBER.findall(value)]
    x, y = (sum(half) / max(1, len(half)) for half in (numbers[::2], numbers[1::2]))
    return f"{len(numbers)}: {x:.2f} {y:.2f}"


def drawn_of(data: bytes) -> Drawn:
    """Return what a PDF or a page that Briefbook has just made draws; decks are gone through part by part."""
    if data.startswith(b"%PDF-"):
        return dict(_pdf(data))
    return {"page": page_marks(data.decode())}
