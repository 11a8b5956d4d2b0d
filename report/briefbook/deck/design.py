"""The design that a deck is laid out in: size of its slides, and where each layout has its slots.

A deck says its design; whoever fits, draws or lists it does so `using` that one, so that lengths
need not be handed through every function that measures a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import field
from pathlib import Path

from briefbook.deck.layouts import FOUR_THREE, WIDE, Grid, layouts_of
from briefbook.deck.placeholders import Layout, Mark, Rect
from briefbook.errors import Problem
from briefbook.frozen import dataclass
from briefbook.theme.deck import FOOTER_PT, Ink, ThemeColour
from briefbook.theme.look import OURS, wearing


@dataclass(frozen=True)
class Mount:
    """The layout of a template that one of ours stands on: which placeholder holds which slot.

    Each placeholder is told as its type and idx; empty where it has none.
    """

    part: str
    title: tuple[str, str]
    holders: Mapping[str, tuple[str, str]]
    footer: tuple[str, str] | None
    number: tuple[str, str] | None
    inks: Mapping[str, str] = field(default_factory=dict)
    """Colours that title and subtitle must be given, as `RRGGBB`, since the template's cannot be read."""
    title_rect: Rect | None = None
    """Where the title is put, if not where the layout has it."""
    foot_pt: float = FOOTER_PT
    """Type size of both, in the plan's points."""
    foot_ink: str = ""
    """Colour of both, as `RRGGBB`, where the ink of other footers could not be read there."""


@dataclass(frozen=True, eq=False)
class Foreign:
    """Somebody else's template: its parts, and how a plan is moved and scaled into its slides."""

    name: str
    sha256: str
    main: str
    parts: Mapping[str, bytes]
    types: Mapping[str, str]
    relations: Mapping[str, tuple[tuple[str, str, str], ...]]
    """Of each part: id, kind and target."""
    size_pt: tuple[float, float]
    """Of its slides."""
    scale: float
    shift_pt: tuple[float, float]
    """A point of the plan stands at itself times `scale` plus this."""
    mounts: Mapping[str, Mount]


BANNER_PT = 17.0
"""The height of a marking's banner: it covers the band and ends above the tracker."""


@dataclass(frozen=True, eq=False)
class Design:
    """A slide format with its layouts."""

    name: str
    width_pt: float
    height_pt: float
    measure_pt: float
    """The width between the margins."""
    layouts: Mapping[str, Layout]
    footer: Rect
    page: Rect
    furniture: tuple[Mark, ...]
    """What every slide but the cover shows."""
    foreign: Foreign | None = None
    """Where it is laid out in somebody else's template."""
    inks: Mapping[Ink, ThemeColour | str] | None = None
    """Colours instead of our own, by name in the theme or as `RRGGBB`."""
    scheme: Mapping[str, str] = field(default_factory=dict)
    """The theme's colours by the names that shapes use, where they are not our own."""
    stretch: tuple[float, float] = (1.0, 1.0)
    """How much wider text runs than in our faces, for text and for headings."""

    @property
    def banner(self) -> Rect:
        """Where a marking stands at the head of every slide of our own."""
        return Rect(0, 0, self.width_pt, BANNER_PT)

    @property
    def size_pt(self) -> tuple[float, float]:
        """The size of the slides that are written."""
        return self.foreign.size_pt if self.foreign else (self.width_pt, self.height_pt)


def _own(name: str, grid: Grid) -> Design:
    return Design(
        name, grid.width, grid.height, grid.measure, layouts_of(grid), grid.footer, grid.page,
        grid.furniture,
    )  # fmt: skip


DESIGNS: dict[str, Design] = {"16:9": _own("16:9", WIDE), "4:3": _own("4:3", FOUR_THREE)}
"""Our own, by slide format."""
DEFAULT = DESIGNS["16:9"]


@dataclass(frozen=True)
class DeckForm:
    """How a deck is made of a briefing."""

    design: Design = DEFAULT
    is_short: bool = False
    """Five or six slides, and nothing behind them."""
    smaller: tuple[Design, ...] = ()
    """Designs to try where the deck has no room in the first."""
    lacking: tuple[Problem, ...] = ()
    """Warnings that name the layouts which a template has not."""


_CURRENT: ContextVar[Design] = ContextVar("design", default=DEFAULT)


def design() -> Design:
    """Return the design in use."""
    return _CURRENT.get()


@contextmanager
def using(chosen: Design) -> Iterator[Design]:
    """Use a design for as long as the block runs; a template has a look of its own."""
    token = _CURRENT.set(chosen)
    try:
        with wearing(OURS) if chosen.foreign else nullcontext():
            yield chosen
    finally:
        _CURRENT.reset(token)


def map_places(template: Path) -> tuple[Path, ...]:
    """Return where the map of a template may lie: FIRM.pptx has FIRM.yaml."""
    return tuple(template.with_suffix(ending) for ending in (".yaml", ".yml"))
