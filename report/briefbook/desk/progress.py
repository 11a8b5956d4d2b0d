"""How far a briefing is on its way from a draft to what somebody signs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from briefbook.checks import findings
from briefbook.checks.review import review
from briefbook.errors import Severity
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.model import Briefing
from briefbook.model.statements import State


@dataclass(frozen=True)
class Progress:
    """Counts of what is done and what is left."""

    status: str
    """The briefing's own."""
    borne: str
    """The status that its statements' states bear."""
    states: dict[str, int]
    """How many statements are in each state."""
    errors: int
    warnings: int
    faulty: tuple[str, ...]
    """Ids of the statements with errors, in the order of the file."""
    by: dict[str, int]
    """How many statements each person has put into their state."""
    reviewed: int
    to_look_at: tuple[str, ...]
    """Ids of those over the line of risk that nobody has looked at, the riskiest first."""

    @property
    def next_step(self) -> str:
        """What to do now, in one sentence."""
        if self.errors:
            return f"mend the errors, first those of {', '.join(self.faulty[:3]) or 'the briefing as a whole'}"
        if drafts := self.states[State.DRAFT]:
            return (
                f"put {drafts} draft statements into your own words and set their state to edited"
            )
        if self.borne != self.status:
            return f"every statement is {self.borne}: set `status: {self.borne}`"
        if self.status == "draft":
            return "no statement is a draft any more: set `status: edited`"
        if self.to_look_at:
            return f"look at {', '.join(self.to_look_at[:3])}, then mark them as reviewed"
        return "build it"


def progress_of(resolved: ResolvedBriefing) -> Progress:
    """Return how far a briefing is."""
    briefing = resolved.briefing
    found = findings(resolved)
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    risks = review(resolved, found)
    states = Counter(briefing.state_of(id_) for id_ in briefing.statements)
    waiting = dict.fromkeys(risk.statement for risk in risks if risk.is_over_line)
    return Progress(
        status=str(briefing.status),
        borne=str(briefing.borne_status),
        states={str(state): states[state] for state in State},
        errors=len(errors),
        warnings=sum(problem.severity is Severity.WARNING for problem in found),
        faulty=tuple(dict.fromkeys(p.statement for p in errors if p.statement)),
        by=dict(_persons(briefing)),
        reviewed=len({risk.statement for risk in risks if risk.is_reviewed}),
        to_look_at=tuple(waiting),
    )


def _persons(briefing: Briefing) -> Counter[str]:
    """Return how many statements each person has put into their state, the busiest first."""
    signed = (str(getattr(entry, "state_by", "")) for entry in briefing.statements.values())
    names = Counter(name for one in signed if (name := one.rpartition(", ")[0]))
    return Counter(dict(names.most_common()))
