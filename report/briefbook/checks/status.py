"""The briefing's status is borne by its statements: none is less far than the whole says to be, or unseen at high risk."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.errors import Problem, Severity
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.model import State
from briefbook.model.briefing import ANSWER
from briefbook.model.locations import place_of

_SHOWN = 3


def check_status(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for a status that says more than the states of the statements, or than its answer."""
    briefing = resolved.briefing
    order = list(State)
    own = order.index(State(str(briefing.status)))
    behind = [
        id_ for id_ in (*briefing.statements, ANSWER) if order.index(briefing.state_of(id_)) < own
    ]
    says = f"the briefing says `status: {briefing.status}`"
    place = place_of(briefing.status, briefing.place)
    if behind:
        named = ", ".join(behind[:_SHOWN]) + (" …" if len(behind) > _SHOWN else "")
        are = "1 statement is" if len(behind) == 1 else f"{len(behind)} statements are"
        hint = f"edit them and set their `state`, or write `status: {briefing.borne_status}`"
        yield Problem(place, f"{says}, and {are} not so far: {named}", hint, "status-ahead")
    line = briefing.bottom_line
    if own and (line.is_open or line.is_headline_open):
        hint = "write the bottom line and its headline, or `status: draft`"
        yield Problem(place, f"{says}, and its answer is still to be written", hint, "status-ahead")


def check_reviewed(resolved: ResolvedBriefing, found: tuple[Problem, ...]) -> Iterator[Problem]:
    """Yield a problem for a status past draft while statements over the line of `review` are marked by nobody.

    It is a warning, since nothing is said that is not so; `approved` says that they were looked at, and is refused.
    `found` is what the other rules find, reasons for a look included.
    """
    briefing = resolved.briefing
    state = State(str(briefing.status))
    if state is State.DRAFT:
        return
    from briefbook.checks.review import over_line

    refused = {problem.statement for problem in found if problem.severity is Severity.ERROR}
    unseen = [statement for statement in over_line(resolved, found) if statement not in refused]
    if unseen:
        named = ", ".join(unseen[:_SHOWN]) + (" …" if len(unseen) > _SHOWN else "")
        are = "1 statement" if len(unseen) == 1 else f"{len(unseen)} statements"
        yield Problem(
            place_of(briefing.status, briefing.place),
            f"the briefing says `status: {state}`, and nobody has marked {are} over the line of risk: {named}",
            "hold them against their quotes with `briefbook review`, and put their marks under `reviewed`",
            "not-reviewed",
            severity=Severity.ERROR if state is State.APPROVED else Severity.WARNING,
        )
