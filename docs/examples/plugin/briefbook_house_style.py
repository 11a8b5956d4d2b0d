"""An example of a plugin: a check of a ministry's house style, and a reader of its cables."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.errors import Problem, Severity, SourceLocation, Unreadable
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.sources.reading import Block, BlockKind, Reading, one_line

_AVOIDED = {"Burma": "Myanmar", "Ivory Coast": "Côte d’Ivoire"}


def check_names_of_countries(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a warning for each name of a country that the house does not use."""
    for claim in resolved.briefing.claims:
        for avoided, used in _AVOIDED.items():
            if avoided in claim.text:
                message = f"“{avoided}” is “{used}” in this house"
                yield Problem(
                    getattr(claim.text, "place", claim.place), message, f"write {used}", "house-names", str(claim.id),
                    Severity.WARNING,
                )  # fmt: skip


def read_cable(data: bytes, place: str) -> Reading:
    """Return the text of a cable: what stands between its lines of dashes."""
    text = data.decode("utf-8", errors="replace")
    if "\n-----\n" not in text:
        raise Unreadable("this is no cable: it has no line of dashes", place=SourceLocation(place))
    body = text.split("\n-----\n")[1]
    parts = (one_line(part) for part in body.split("\n\n"))
    return Reading(tuple(Block(BlockKind.PARAGRAPH, part) for part in parts if part))
