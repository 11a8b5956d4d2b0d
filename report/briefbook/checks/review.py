"""What a person should look at, the riskiest statement first: each with its reasons, beside its quotes.

No rule of words can tell whether a sentence puts the right things in relation. What can be told is
where that is likelier to have gone wrong, and a person's time goes there first.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator

from briefbook.checks import findings
from briefbook.errors import Problem, Severity, SourceLocation
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.support import Assertion, is_factual
from briefbook.frozen import dataclass
from briefbook.language.en.related import novelty

LINE = 0.5
"""The risk from which a statement wants a person's look before the briefing goes out."""
_WEIGHTS = {Severity.ERROR: 0.9, Severity.WARNING: 0.6, Severity.REVIEW: 0.3}
_NOVELTY = 0.7
_SHOWN = 6


@dataclass(frozen=True)
class Risk:
    """A statement with how likely it is to say something else than its quotes, and why."""

    statement: str
    name: str
    score: float
    """From 0 to 1; only the order has a meaning, and the line."""
    reasons: tuple[str, ...]
    text: str
    quotes: tuple[str, ...]
    place: SourceLocation
    mark: str
    """Of its text and quotes; under `reviewed:` in the model it says that a person has looked."""
    is_reviewed: bool = False

    @property
    def is_over_line(self) -> bool:
        """Whether it wants a look that it has not had."""
        return self.score >= LINE and not self.is_reviewed


def review(
    resolved: ResolvedBriefing, problems: tuple[Problem, ...] | None = None
) -> tuple[Risk, ...]:
    """Return every statement that rests on quotes, in order of risk.

    `problems` are what `findings` finds, where the caller has them already.
    """
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in findings(resolved) if problems is None else problems:
        found[problem.statement].append(problem)
    reviewed = frozenset(map(str, resolved.briefing.reviewed))
    risks = [
        _risk(assertion, found[assertion.statement], reviewed)
        for assertion in resolved.assertions
        if assertion.statement and is_factual(assertion)
    ]
    return tuple(sorted(risks, key=lambda risk: (-risk.score, risk.place, risk.text)))


def _risk(assertion: Assertion, problems: list[Problem], reviewed: frozenset[str]) -> Risk:
    text = max(assertion.texts, key=len)
    quotes = tuple(quote.text for quote in assertion.quotes)
    reasons = list(_reasons(assertion, problems))
    safe = 1.0
    for weight, _ in reasons:
        safe *= 1 - weight
    digest = hashlib.sha256("\n".join((*assertion.texts, *quotes)).encode()).hexdigest()
    mark = f"{assertion.statement} {digest[:8]}"
    return Risk(
        assertion.statement, assertion.name, round(1 - safe, 4), tuple(why for _, why in reasons),
        text, quotes, assertion.place, mark, mark in reviewed,
    )  # fmt: skip


def _reasons(assertion: Assertion, problems: list[Problem]) -> Iterator[tuple[float, str]]:
    for problem in problems:
        yield _WEIGHTS[problem.severity], f"{problem.rule}: {problem.message}"
    text = " ".join(assertion.texts[:1])
    share, words = novelty(text, assertion.supporting)
    if share:
        shown = ", ".join(word.text for word in words[:_SHOWN])
        yield (
            _NOVELTY * share,
            f"new words: {shown}" if shown else "other words: than the quotes have",
        )
