"""What pages are laid from, and what they are laid to: items, and boxes in their places."""

from __future__ import annotations

from dataclasses import field

from briefbook.frozen import dataclass
from briefbook.paper.pdf.boxes import Box

_MOST_AIR = 6.0
"""Given to each joint between blocks, so that pages end level."""


@dataclass(frozen=True)
class Item:
    """A box and how it wants to be placed."""

    box: Box
    above: float = 0.0
    below: float = 0.0
    under: float = 0.0
    """Space above it, at least, where it follows a heading."""
    keeps: bool = False
    """Stays with the beginning of what follows."""
    is_wide: bool = False
    """Takes the side column too."""
    floats: bool = False
    is_pinned: bool = False
    """Stands at the foot of the page."""
    on_new_page: bool = False
    closes: bool = False
    """Begins no page where all that follows it ends the one that is open."""
    notes: tuple[Box, ...] = ()
    name: str = ""
    """Under which the contents look up its page."""
    section: str = ""
    """What the running header says from here on."""
    belongs: str = ""
    """What the running header calls the section that it stands in."""
    label: str = ""
    """What an error message calls it."""
    passes: bool = False
    """Whether it is text, which may pass an exhibit that waits, though it is wide."""
    block: int = 0
    """Number of the plan's block that it is made from."""
    void: float = 0.0
    """The share of it that is empty, where ways to break are compared."""

    @property
    def flows(self) -> bool:
        """Tell whether it may pass an exhibit that waits for the next page."""
        is_fixed = self.is_pinned or self.on_new_page
        return not is_fixed and (self.passes or bool(self.section) or not self.is_wide)


@dataclass
class Placed:
    """A box and its top left corner."""

    box: Box
    x: float
    y: float
    block: int = 0


@dataclass
class Page:
    """What stands on a page, in reading order."""

    section: str
    placed: list[Placed] = field(default_factory=list)
    foot: float = 0.0
    """What is left empty at its foot, though more follows."""
    joints: list[int] = field(default_factory=list)
    """Places among what is placed before which there may be more air."""

    def feather(self) -> None:
        """Give the joints air, so that the page ends where the others end."""
        if not self.joints or any(placed.x != self.placed[0].x for placed in self.placed):
            return  # a note stands level with its paragraph
        air = min(self.foot / len(self.joints), _MOST_AIR)
        self.foot -= air * len(self.joints)
        for number, placed in enumerate(self.placed):
            placed.y += air * sum(joint <= number for joint in self.joints)


@dataclass
class Layout:
    """All pages, and on which of them each name stands (counted from 1)."""

    pages: list[Page]
    numbers: dict[str, int]
    cost: float = 0.0
    """Of its breaks, in square points of empty feet; see `settle`."""


def gap_between(before: Item, item: Item) -> float:
    """Return the space between two items; a heading stands close to what it heads."""
    above = item.under if before.keeps else item.above
    return max(before.below, above)
