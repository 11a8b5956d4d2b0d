"""Every exhibit is spoken of in the text: a reader should never meet one without a reason to look at it."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.errors import Problem, Severity
from briefbook.evidence.calls import uncalled
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.model import Status


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
