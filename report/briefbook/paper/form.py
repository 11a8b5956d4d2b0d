"""How a paper is made of a briefing: sheet, variant, binding, press."""

from __future__ import annotations

from typing import Literal

from briefbook.frozen import dataclass


@dataclass(frozen=True)
class PaperForm:
    """The form of a paper; each field is an option of `build`."""

    page_size: Literal["A4", "Letter"] = "A4"
    is_brief: bool = False
    """Two pages: the answer, its points and one exhibit; caveats and sources."""
    is_duplex: bool = False
    """Printed on both sides: inner margins are wider, and annexes begin on the right."""
    print: str = ""
    """`colour` or `grey`: a file for a printer is made, too; empty for none."""
    has_grades: bool = True
    """Whether page one says how sure the authors are; where it has no room, a section says it alone."""


LEAD_SHARES = (1.0, 0.9, 0.8, 0.7, 0.62, 0.55)
"""How high the exhibit of page one may be, as shares of its usual height, so that the page is whole:
a letter is 18 mm lower than A4, and a sender's typeface may take more lines."""

DEFAULT = PaperForm()
