"""How a paper goes to a printer: bleed, crop marks, printing condition."""

from __future__ import annotations

from dataclasses import field

from briefbook.frozen import dataclass

BLEED_PT = 8.504
"""3 mm that are cut off."""
EDGE_PT = 26.0
"""From the edge of the sheet that is sent to where it is trimmed: bleed, crop marks, a little air."""
MARK_PT, MARK_WIDTH_PT = 12.0, 0.25
"""Length and width of a crop mark, which begins outside of the bleed."""


@dataclass(frozen=True)
class Press:
    """A print run."""

    is_grey: bool = False
    profile: bytes = field(default=b"", repr=False)
    """ICC profile of the printing condition; empty where the brand names none."""
    components: int = 0
    """Inks of the profile: 4, 3 or 1."""
    condition: str = ""
    """Its name in the registry of characterisations, or its own."""

    @property
    def is_x4(self) -> bool:
        """Tell whether the file is PDF/X-4, which wants a printing condition."""
        return bool(self.profile)
