"""Each exhibit has one place: elsewhere the text calls it by its number."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.errors import Problem
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.model.locations import place_of
from briefbook.model.parts import ExhibitPart


def check_repeats(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each exhibit that stands in the documents a second time."""
    seen: dict[str, str] = {}
    for section in resolved.briefing.sections:
        for part in section.body:
            if not isinstance(part, ExhibitPart):
                continue
            id_ = str(part.exhibit)
            if id_ in seen:
                place = place_of(part.exhibit, section.place)
                message = f"exhibit {id_} stands in section {seen[id_]} already"
                hint = f"call it there by its number: `see: [{id_}]`"
                yield Problem(place, message, hint, "exhibit-twice", id_)
            seen.setdefault(id_, str(section.id))
