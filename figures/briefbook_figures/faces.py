"""The typefaces of a chart; no plotting library is imported here.

The package ships no fonts and looks for none: whoever asks for a picture names three files.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from briefbook.frozen import dataclass
from briefbook_figures.display_list import Face, Mark, TextMark


class Lender(Protocol):
    """Sets labels in faces that lend letters."""

    def ems(self, text: str, face: Face) -> float | None:
        """Return the width of a label in ems; None where it has nothing to lend."""

    def marks(self, mark: TextMark) -> tuple[Mark, ...]:
        """Return a label as marks that need no face but the files'."""


@dataclass(frozen=True)
class Fonts:
    """The files of the three faces: static TrueType or OpenType."""

    sans: Path
    semibold: Path
    italic: Path
    ems: Callable[[str, Face], float] | None = None
    """Width of a text in ems where it is set in another face than the files' (a slide names Calibri)."""
    lender: Lender | None = None
    """Sets labels that have letters which the files lack."""
    signs: Path | None = None
    """A file that lends arrows and signs of arithmetic to faces that have none."""

    def file(self, face: Face) -> Path:
        """Return the file that sets `face`."""
        return {"sans": self.sans, "sans-semibold": self.semibold, "sans-italic": self.italic}[face]
