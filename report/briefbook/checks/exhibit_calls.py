"""Every exhibit is spoken of in the text, where it has one place: a reader meets none twice, or without a reason."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.errors import Problem, Severity
from briefbook.evidence.calls import uncalled
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.model import Status
from briefbook.model.locations import place_of
from briefbook.model.parts import ExhibitPart


def check_exhibit_calls(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a warning for each exhibit that no paragraph calls; drafts have nobody to call them yet."""
    briefing = resolved.briefing
    if briefing.status is Status.DRAFT:
        return
    for id_ in uncalled(briefing):
        exhibit = briefing.exhibit(id_)
        yield Problem(
            exhibit.place,
            f"exhibit {id_} is called by no paragraph",
            f"add `see: [{id_}]` to the paragraph that speaks of it",
            "exhibit-call",
            id_,
            Severity.WARNING,
        )


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
