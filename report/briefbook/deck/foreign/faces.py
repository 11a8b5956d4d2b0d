"""How wide a template's faces run: measured beside ours, and the widest stand-in for one not known.

Nothing is looked up on this machine: the same template gives the same deck everywhere.
"""

from __future__ import annotations

from briefbook.deck.foreign.reading import ForeignLayout, Template
from briefbook.theme.deck import WIDEST

_BODY: dict[str, float] = {
    "calibri": 1.0, "carlito": 1.0,
    "arial": 1.09, "helvetica": 1.09, "times new roman": 1.0, "times": 1.0, "cambria": 1.01, "caladea": 1.01,
}  # fmt: skip
"""Width of common text beside Calibri's; `tests/deck/test_foreign.py` measures them."""
_CAMBRIA = 1.01


def stretch_of(template: Template, content: ForeignLayout) -> tuple[float, float]:
    """Return how much wider text and titles run than in Calibri and in Cambria."""
    text = next((h.face for h in content.contents if h.face), template.faces[content.master][1])
    title = (
        content.title.face
        if content.title and content.title.face
        else template.faces[content.master][0]
    )
    widest = WIDEST["regular"]
    body = _BODY.get(text.casefold(), widest)
    display = _BODY.get(title.casefold(), widest) / _CAMBRIA
    return body, max(1.0, display)
