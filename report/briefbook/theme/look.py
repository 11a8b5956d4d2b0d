"""The look that is worn: whose inks and typefaces both documents take; Briefbook's own, if nobody's.

Rooms name inks and faces by their use (`palette.NAVY`, `serif-italic`). A sender's look says for each
of them what it is instead, and is put on once around a whole build:

    with wearing(look):
        compose_documents(…)

It is the one thing that is not handed from room to room: every width that is measured depends on it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import field
from functools import cached_property
from typing import Any

from briefbook.frozen import dataclass
from briefbook.theme.faces import Face
from briefbook_figures.raster import RasterImage

COMMON_TEXT = (
    "The aid of the United States to the country rose from about 40 million dollars in 2005 to more "
    "than 60 million in 2009, and fell again; its government says that it pays for border posts."
)
"""A text of the sort that documents hold, to compare faces by."""


@dataclass(frozen=True)
class FaceFile:
    """A typeface of a sender's: one cut, as TrueType."""

    name: str
    """Its PostScript name."""
    path: str
    """Of the file that it was read from."""
    sha256: str
    """Of that file."""
    scale: float = 1.0
    """By how much it is set smaller than its size says."""
    data: bytes = field(default=b"", repr=False, compare=False)


@dataclass(frozen=True)
class LentFile:
    """A typeface that lends letters which the others lack: one cut, TrueType or OpenType."""

    name: str
    """Its PostScript name."""
    path: str
    """Of the file that it was read from."""
    sha256: str
    """Of that file."""
    family: str = ""
    is_bold: bool = False
    is_italic: bool = False
    data: bytes = field(default=b"", repr=False, compare=False)

    @property
    def print_name(self) -> str:
        """What it is called in a PDF: two files of one name are two faces."""
        return f"{self.name}-{self.sha256[:8]}"


@dataclass(frozen=True)
class Family:
    """A family that a deck names, with the cuts that its widths are measured on."""

    name: str
    line_height: float
    """From line to line, in em."""
    ascent: float
    """Height of a line's top above its base, in em."""
    cuts: tuple[tuple[str, FaceFile], ...]
    """By `regular`, `bold`, `italic`."""


@dataclass(frozen=True)
class Logo:
    """A sender's logo, with the words for those who cannot see it."""

    image: RasterImage
    alt: str


@dataclass(frozen=True, eq=False)
class Look:
    """Inks and faces instead of Briefbook's own; what is not named stays."""

    name: str = ""
    inks: Mapping[str, str] = field(default_factory=dict)
    """For each colour of the charts' palette, as `#RRGGBB`, the sender's."""
    scheme: Mapping[str, str] = field(default_factory=dict)
    """Colours of the deck's theme, by their slot."""
    faces: Mapping[Face, FaceFile] = field(default_factory=dict)
    display: Family | None = None
    body: Family | None = None
    paper_logo: Logo | None = None
    """In the head of page one, on white."""
    cover_logo: Logo | None = None
    """On the cover of the deck, on its side column."""
    lent: tuple[LentFile, ...] = ()
    """Faces that lend letters which all others lack, the first of them first."""
    loaded: dict[Face, Any] = field(default_factory=dict)
    """Faces that were made ready to set text; kept by `briefbook.pdf.faces`."""

    def ink(self, colour: str) -> str:
        """Return the sender's colour for one of the palette's."""
        return self.inks.get(colour, colour)

    @property
    def names(self) -> tuple[str, ...]:
        """The typefaces of the sender's that the deck names."""
        families = filter(None, (self.display, self.body))
        return tuple(dict.fromkeys(family.name for family in families))

    @cached_property
    def key(self) -> str:
        """A hash of all that measuring and drawing depend on."""
        families = tuple(
            family and (family.name, family.cuts) for family in (self.display, self.body)
        )
        told = (sorted(self.inks.items()), sorted(self.scheme.items()), sorted(self.faces.items()))
        lent = [file.sha256 for file in self.lent]
        return hashlib.sha256(repr((told, families, lent)).encode()).hexdigest()


OURS = Look()
_WORN: ContextVar[Look] = ContextVar("look", default=OURS)


def worn() -> Look:
    """Return the look that is worn."""
    return _WORN.get()


@contextmanager
def wearing(look: Look) -> Iterator[None]:
    """Wear a look."""
    token = _WORN.set(look)
    try:
        yield
    finally:
        _WORN.reset(token)


def grey_of(colour: str) -> float:
    """Return how bright a colour is in grey, from 0 to 1 (luma of ITU-R BT.601, as pictures are greyed)."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue
