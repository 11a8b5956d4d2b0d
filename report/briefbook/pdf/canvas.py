"""The pages being drawn: text, lines and links, each in its place in the structure.

Closed by default. Text is drawn inside an element or an artifact, or it is refused. Graphics
outside of a figure become artifacts by themselves. Places are points from the page's top left
corner; y runs down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from typing import Protocol

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject

from briefbook.frozen import dataclass
from briefbook.pdf.errors import Untagged
from briefbook.pdf.faces import load_face
from briefbook.pdf.file import File
from briefbook.pdf.operators import CAPS, JOINS, grey_of, number, outline_of, rgb_of, shown_as
from briefbook.pdf.structure import Element, Mark, Pointer
from briefbook.theme.faces import Face
from briefbook.theme.press import EDGE_PT, Press
from briefbook_figures.display_list import Outline, PathMark


class PageSize(Protocol):
    """A sheet, in points."""

    @property
    def width(self) -> float:
        """From the left edge to the right one."""

    @property
    def height(self) -> float:
        """From the upper edge to the lower one."""


@dataclass(frozen=True)
class Artifact:
    """What no screen reader reads: page furniture, or decoration."""

    type: str = "Layout"
    subtype: str = ""

    def opening(self) -> str:
        """Return the operator that begins it."""
        subtype = f"/Subtype/{self.subtype}" if self.subtype else ""
        return f"/Artifact<</Type/{self.type}{subtype}>>BDC"


HEADER, FOOTER = Artifact("Pagination", "Header"), Artifact("Pagination", "Footer")
PAGE_NUMBER = Artifact("Pagination")
"""What pages repeat, as a number does, or words about the page."""


@dataclass(frozen=True)
class Area:
    """The active area of a link on a page."""

    page: int
    box: tuple[float, float, float, float]
    target: str
    words: str
    """What a screen reader says of it."""


@dataclass(frozen=True)
class Spot:
    """A place that links and bookmarks lead to; y runs up, as in the file."""

    page: int
    x: float
    y: float


@dataclass
class Sheet:
    """A page's content so far."""

    code: list[str] = field(default_factory=list)
    marks: int = 0
    images: dict[str, PDFObject] = field(default_factory=dict)
    """The pictures made of pixels, by the name of the resource."""


@dataclass
class _Pencil:
    """What the last operators have set, so that nothing is said twice."""

    state: dict[str, str] = field(default_factory=dict)

    def set(self, key: str, operators: str) -> str:
        """Return the operators, or nothing if they are in force."""
        if self.state.get(key) == operators:
            return ""
        self.state[key] = operators
        return operators + " "


class Canvas:
    """Draws pages one after the other."""

    def __init__(self, file: File, size: PageSize) -> None:
        """Begin before the first page."""
        self.file = file
        self.size = size
        self.sheets: list[Sheet] = []
        self.areas: list[Area] = []
        self.annotations: list[PDFDictionary] = []
        self.spots: dict[str, Spot] = {}
        self.bookmarks: list[tuple[int, str, Spot]] = []
        self._targets: list[tuple[Element | Artifact, bool]] = []
        self._open: Element | Artifact | None = None
        self._aside: Artifact | None = None
        self.inks: Mapping[str, str] = {}
        """What is drawn instead of a colour that is named."""
        self.press: Press | None = None
        """For a printer: nothing is active, pages have edges, and colours may be grey."""
        self.block = 0
        """Number of the plan's block that is being drawn."""
        self._words: list[str] = []
        """Of the marked sequence that is open."""
        self._pencil = _Pencil()

    @property
    def page(self) -> int:
        """The number of the page being drawn, from 0."""
        return len(self.sheets) - 1

    def begin_page(self) -> None:
        """Begin the next page; what is open on the last one is closed."""
        self.end_page()
        self.sheets.append(Sheet())
        self._pencil = _Pencil()

    def end_page(self) -> None:
        """Close what is open."""
        if self._open is not None:
            self._put("EMC")
            self._open = None

    @property
    def edge(self) -> float:
        """How much sheet there is around a page."""
        return EDGE_PT if self.press else 0.0

    def _fill(self, colour: str) -> str:
        return self._ink(colour, "g", "rg")

    def _stroke(self, colour: str) -> str:
        return self._ink(colour, "G", "RG")

    def _ink(self, colour: str, in_grey: str, in_colour: str) -> str:
        ink = self.inks.get(colour, colour)
        is_grey = self.press and self.press.is_grey
        return f"{grey_of(ink)} {in_grey}" if is_grey else f"{rgb_of(ink)} {in_colour}"

    # ── Where things belong ──────────────────────────────────────────────────────────────────────

    @contextmanager
    def inside(self, target: Element | Artifact) -> Iterator[None]:
        """Draw text into an element; graphics within are decoration."""
        with self._into(target, holds_graphics=isinstance(target, Artifact)):
            yield

    @contextmanager
    def drawing(self, figure: Element) -> Iterator[None]:
        """Draw text and graphics into a figure."""
        with self._into(figure, holds_graphics=True):
            yield

    @contextmanager
    def aside(self, artifact: Artifact) -> Iterator[None]:
        """Draw something again, for the eye only: nothing of it enters the structure."""
        self._aside = artifact
        try:
            yield
        finally:
            self._aside = None

    @contextmanager
    def _into(self, target: Element | Artifact, *, holds_graphics: bool) -> Iterator[None]:
        self._targets.append((target, holds_graphics))
        try:
            yield
        finally:
            self._targets.pop()

    def _belong(self, *, graphics: bool) -> None:
        """Open the marked sequence that the next operators belong to."""
        target, holds_graphics = self._targets[-1] if self._targets else (None, False)
        if graphics and not holds_graphics:
            target = Artifact()
        target = self._aside or target
        if target is None:
            message = "text was drawn outside of any structure element"
            raise Untagged(message)
        if target == self._open:
            return
        self.end_page()
        self._put(target.opening() if isinstance(target, Artifact) else self._mark(target))
        self._open = target

    def _mark(self, element: Element) -> str:
        sheet = self.sheets[-1]
        mark = Mark(self.page, sheet.marks, self.block)
        element.add(mark)
        self._words = mark.words
        sheet.marks += 1
        return f"/{element.tag}<</MCID {sheet.marks - 1}>>BDC"

    # ── Text ─────────────────────────────────────────────────────────────────────────────────────

    def text(
        self,
        at: tuple[float, float],
        text: str,
        face: Face,
        size: float,
        colour: str,
        *,
        tracking: float = 0.0,
        turn: tuple[float, float] = (1.0, 0.0),
    ) -> None:
        """Draw a text from the left end of its baseline; `turn` is its direction's cos and sin."""
        self._belong(graphics=False)
        if isinstance(self._open, Element):
            self._words += (text, "\n" if self._open.tag == "Figure" else "")
        x, y = at[0], self.size.height - at[1]
        cos, sin = turn
        setting = self._pencil.set("fill", self._fill(colour))
        setting += self._pencil.set("tracking", f"{number(tracking)} Tc")
        shown = ""
        for resource, parts in load_face(face).show(text, self.file):
            shown += (
                self._pencil.set("font", f"{resource} {number(size)} Tf") + shown_as(parts) + " "
            )
        matrix = " ".join(map(number, (cos, sin, -sin, cos, x, y)))
        self._put(f"{setting}BT {matrix} Tm {shown}ET")

    # ── Graphics ─────────────────────────────────────────────────────────────────────────────────

    def rule(self, start: tuple[float, float], length: float, width: float, colour: str) -> None:
        """Draw a horizontal line from its left end."""
        line: Outline = (("M", (0, 0)), ("L", (length, 0)))
        self.path(PathMark(line, stroke=colour, width_pt=width), start)

    def box(
        self,
        corner: tuple[float, float],
        extent: tuple[float, float],
        *,
        fill: str | None = None,
        stroke: str | None = None,
        width: float = 0.0,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw a rectangle from its top left corner."""
        w, h = extent
        corners: Outline = (
            ("M", (0, 0)),
            ("L", (w, 0)),
            ("L", (w, -h)),
            ("L", (0, -h)),
            ("Z", ()),
        )
        self.path(PathMark(corners, fill, stroke, width, dash), corner)

    def path(self, mark: PathMark, origin: tuple[float, float]) -> None:
        """Fill and stroke an outline; its own y runs up from the origin."""
        stroke = mark.stroke if mark.width_pt > 0 else None
        if not (mark.fill or stroke):
            return
        self._belong(graphics=True)
        x, y = origin[0], self.size.height - origin[1]
        before = dict(self._pencil.state)
        setting = f"q {outline_of(mark.clip, x, y)}W n " if mark.clip else ""
        if mark.fill:
            setting += self._pencil.set("fill", self._fill(mark.fill))
        if stroke:
            dash = " ".join(map(number, mark.dash_pt))
            setting += self._pencil.set("stroke", self._stroke(stroke))
            setting += self._pencil.set("width", f"{number(mark.width_pt)} w")
            setting += self._pencil.set("dash", f"[{dash}] 0 d")
            setting += self._pencil.set("cap", f"{CAPS[mark.cap]} J")
            setting += self._pencil.set("join", f"{JOINS[mark.join]} j")
        operator = "f" if not stroke else "B" if mark.fill else "S"
        self._put(f"{setting}{outline_of(mark.outline, x, y)}{operator}{' Q' if mark.clip else ''}")
        if mark.clip:
            self._pencil.state = before

    @contextmanager
    def scaled(self, corner: tuple[float, float], scale: float) -> Iterator[None]:
        """Draw smaller: the page's upper left corner comes to stand at `corner`."""
        self.end_page()
        x, y = corner[0], self.size.height - corner[1] - scale * self.size.height
        self._put(f"q {' '.join(map(number, (scale, 0, 0, scale, x, y)))} cm")
        self._pencil = _Pencil()
        try:
            yield
        finally:
            self.end_page()
            self._put("Q")
            self._pencil = _Pencil()

    def image(
        self, image: PDFObject, corner: tuple[float, float], extent: tuple[float, float]
    ) -> None:
        """Draw a picture made of pixels from its top left corner."""
        self._belong(graphics=True)
        (x, y), (w, h) = corner, extent
        images = self.sheets[-1].images
        name = f"Im{len(images) + 1}"
        images[name] = self.file.add(image)
        matrix = " ".join(map(number, (w, 0, 0, h, x, self.size.height - y - h)))
        self._put(f"q {matrix} cm /{name} Do Q")

    # ── Links ────────────────────────────────────────────────────────────────────────────────────

    def spot(self, name: str, x: float, y: float) -> None:
        """Name a place; if a name is given twice, the first place keeps it."""
        if name and not self._aside:
            self.spots.setdefault(name, self.here(x, y))

    def bookmark(self, level: int, title: str, x: float, y: float) -> None:
        """Add a line to the outline; levels count from 0."""
        self.bookmarks.append((level, title, self.here(x, y)))

    def here(self, x: float, y: float) -> Spot:
        """Return a place on this page."""
        return Spot(self.page, x + self.edge, self.size.height - y + self.edge)

    def link(
        self,
        element: Element,
        target: str,
        corner: tuple[float, float],
        extent: tuple[float, float],
        words: str,
    ) -> None:
        """Make a rectangle lead to `#name` or to an address; the words are its description."""
        if self.press:
            element.tag = "Span"  # nothing is active on paper
        if self._aside or self.press:
            return
        (x, y), (w, h) = corner, extent
        element.add(Pointer(self.page, len(self.areas)))
        bottom = self.size.height - y - h
        self.areas.append(Area(self.page, (x, bottom, x + w, bottom + h), target, words))
        self.annotations.append(PDFDictionary())

    def _put(self, operators: str) -> None:
        self.sheets[-1].code.append(operators)
