"""The typefaces of a chart; no plotting library is imported here.

The package ships no fonts and looks for none: whoever asks for a picture names three files.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefbook_figures.display_list import Face


@dataclass(frozen=True)
class Fonts:
    """The files of the three faces: static TrueType or OpenType."""

    sans: Path
    semibold: Path
    italic: Path

    def file(self, face: Face) -> Path:
        """Return the file that sets `face`."""
        return {"sans": self.sans, "sans-semibold": self.semibold, "sans-italic": self.italic}[face]
