"""What one side of an event gives, the other receives: the true converse passes, and who is told as the other one is told.

The source: Chile sold 12 frigates to Peru.
Honest:     Peru bought 12 frigates from Chile.
The lie:    Chile bought 12 frigates from Peru.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, outside_quotes
from briefbook.frozen import dataclass
from briefbook.language.en.converses import Event, events_of, may_be_one_event, verbs_in
from briefbook.language.en.stemmer import stem
from briefbook.model.locations import within


@dataclass(frozen=True)
class Kept:
    """An event of a statement that the evidence tells, perhaps from its other side."""

    told: Event
    said: Event

    def tells(self, stems: Iterable[str]) -> bool:
        """Tell whether some words are all verbs of the event or names of its sides."""
        own = self.told.stems | self.said.stems
        for event in (self.told, self.said):
            own |= event.source | event.goal
        return all(word in own for word in stems)


def kept_converse(text: str, assertion: Assertion, context: Context) -> Kept | None:
    """Return the event of a text that the evidence tells so; None without one."""
    found = converse_of(text, assertion, context)
    return found if isinstance(found, Kept) else None


def converse_of(text: str, assertion: Assertion, context: Context) -> Kept | Problem | None:
    """Return the event of a text that the evidence tells so, a problem if it tells it the other way round; None without one."""
    turned = kept = None
    own = outside_quotes(text)
    if not verbs_in(own):
        return None
    evidence = [
        words
        for words in dict.fromkeys((*assertion.supporting, *assertion.sentences))
        if may_be_one_event(own, words)
    ]
    for told in events_of(own, context.names) if evidence else ():
        there = [
            said
            for words in evidence
            for said in events_of(words, context.names)
            if told.lines & said.lines
        ]
        straight = next((said for said in there if _is_kept(told, said)), None)
        if straight:
            is_other = _are_told_otherwise(told, straight)
            kept = kept or (Kept(told, straight) if is_other else None)
        elif said := next((said for said in there if _is_turned(told, said)), None):
            turned = turned or (told, said)
    if turned and not kept:
        return _problem(assertion, text, *turned)
    return kept


def _are_told_otherwise(one: Event, other: Event) -> bool:
    """Tell whether one event is told from its other side, or in the other voice: else the order of words tells enough."""
    return one.gives is not other.gives or one.is_passive is not other.is_passive


def _is_kept(one: Event, other: Event) -> bool:
    source, goal = one.source & other.source, one.goal & other.goal
    if one.source and one.goal and other.source and other.goal:
        return bool(source and goal)
    return bool(source or goal) and not (one.source & other.goal or one.goal & other.source)


_GENERIC = frozenset(
    map(
        stem, ("get", "receive", "obtain", "acquire", "gain", "accept", "provide", "present", "own")
    )
)
"""Verbs of many senses: of one side alone they tell little."""


def _is_turned(one: Event, other: Event) -> bool:
    """Tell whether each side, or the only one that is told, is the other one, of the same matter."""
    if one.source & other.source or one.goal & other.goal:
        return False
    crossed = one.source & other.goal, one.goal & other.source
    is_one = bool(other.source and other.goal) and any(crossed) and one.is_named
    is_one = is_one and not (one.source and one.goal) and stem(one.verb) not in _GENERIC
    mine, its = (event.matter | event.source | event.goal for event in (one, other))
    is_same = not (one.matter and other.matter) or bool(one.matter & its or mine & other.matter)
    return is_same and (all(crossed) or is_one)


def _problem(assertion: Assertion, text: str, told: Event, said: Event) -> Problem:
    ways = "gives in the source what it receives here", "receives in the source what it gives here"
    way = ways[0] if told.goal & said.source else ways[1]
    return Problem(
        within(text, told.start, assertion.place),
        f"{assertion.name}: “{told.verb}”: the two sides of “{said.verb}” have changed places: one {way}",
        "say it as the source does, or quote the passage that says it so",
        "roles-swapped", assertion.statement, Severity.WARNING,
    )  # fmt: skip
