"""Resolving: a Briefing into a ResolvedBriefing, in which everything is looked up or worked out once.

Each quote is searched for in its source once (`AnchoredQuote`), each formula worked out once, each
text brought together once with what supports it (`Assertion`), each passage numbered once. Checks,
plans, manifest and drafts read the result. What is resolved late is resolved when it is first
asked for, since a briefing with broken references has no assertions.
"""

from __future__ import annotations

from dataclasses import field
from functools import cached_property

from briefbook.evidence.assertions import assertions
from briefbook.evidence.citations import Citations
from briefbook.evidence.resting import Resting, resting
from briefbook.evidence.support import Assertion, EvidenceIndex
from briefbook.frozen import dataclass
from briefbook.language.en.name_forms import Equivalents, equivalents_of
from briefbook.model import Briefing


@dataclass(frozen=True)
class ResolvedBriefing:
    """A briefing with its quotes anchored, its passages numbered and its assertions supported."""

    briefing: Briefing
    evidence: EvidenceIndex = field(compare=False)
    """Where each quote stands."""

    @cached_property
    def assertions(self) -> tuple[Assertion, ...]:
        """Everything that the briefing asserts, each text with what supports it."""
        return tuple(assertions(self.evidence))

    @cached_property
    def resting(self) -> tuple[Resting, ...]:
        """The texts that shorten others or rest on them, each with what it rests on."""
        return tuple(resting(self.evidence, self.assertions))

    @cached_property
    def citations(self) -> Citations:
        """The passages in use, numbered; the quotes must be in their sources."""
        return Citations(self.evidence)

    @cached_property
    def bridges(self) -> dict[str, tuple[str, ...]]:
        """By a statement's id, what joins unlike quantities in its formulas, in words to print."""
        from briefbook.evidence.bridges import bridge_words  # documents print them, checks do not

        found: dict[str, tuple[str, ...]] = {}
        for assertion in self.assertions:
            if words := bridge_words(assertion.computed):
                own = found.get(assertion.statement, ())
                found[assertion.statement] = tuple(dict.fromkeys((*own, *words)))
        return found

    @cached_property
    def names(self) -> Equivalents:
        """Names that mean the same: the built-in ones and those that the briefing declares."""
        return equivalents_of(self.briefing.aliases)


def resolve(briefing: Briefing) -> ResolvedBriefing:
    """Return a briefing with everything that it refers to; searches each quote once."""
    return ResolvedBriefing(briefing, EvidenceIndex(briefing))
