"""Who did it to whom, and whether it rose or fell: right names and words in the wrong relation.

Hints, not proof. Word order and tables of opposites tell much of it; all of these are warnings.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, is_factual
from briefbook.language.en.semantic_roles import Actor, Role, actors
from briefbook.model.locations import within

Clauses = tuple[tuple[str, tuple[Actor, ...]], ...]


def check_relations(assertion: Assertion, context: Context) -> Iterator[Problem]:
    """Yield a warning for each pair of names turned round, and each word turned to its opposite."""
    if not is_factual(assertion):
        return
    equivalents = context.names
    told = [
        (number, text.find(clause), pair)
        for number, text in enumerate(assertion.texts)
        for clause, there in actors(text, equivalents)
        # What stands on both ends first: the first pair that has changed places is the last that is told.
        for pair in sorted(combinations(there, 2), key=lambda pair: not pair[0].is_same(pair[1]))
        if _are_on_both_sides(*pair)
    ]
    if not told:
        return
    said = dict.fromkeys((*assertion.supporting, *assertion.sentences))
    evidence = tuple(clause for text in said for clause in actors(text, equivalents))
    for number, text in enumerate(assertion.texts):
        own = [(at, pair) for there, at, pair in told if there == number]
        yield from _check_roles(assertion, text, own, evidence)


def _are_on_both_sides(one: Actor, other: Actor) -> bool:
    """Tell whether of two names of a clause one acts and to the other it is done."""
    return {one.role, other.role} == {Role.ACTS, Role.IS_DONE_TO}


def _check_roles(
    assertion: Assertion,
    text: str,
    told: list[tuple[int, tuple[Actor, Actor]]],
    evidence: Clauses,
) -> Iterator[Problem]:
    for at, (one, other) in told:
        if one.is_same(other):
            yield from _check_reflexive(assertion, text, at, (one, other), evidence)
            continue
        ways = {way for _, there in evidence if (way := _way(one, other, there))}
        if ways == {-1}:
            message = (
                f"{assertion.name}: “{one.text}” and “{other.text}” have changed places: "
                f"in the source the other one acts"
            )
            yield _hint(assertion, text, at + one.start, message)
            return


def _way(one: Actor, other: Actor, there: tuple[Actor, ...]) -> int:
    """Return 1 when a clause has two names in the same relation, -1 in the opposite one, else 0."""
    firsts = {actor.role for actor in there if actor.is_same(one)}
    seconds = {actor.role for actor in there if actor.is_same(other)}
    if one.role in firsts and (other.role in seconds or Role.UNKNOWN in seconds):
        return 1
    if other.role in seconds and Role.UNKNOWN in firsts:
        return 1
    is_turned = Role(-one.role) in firsts and Role(-other.role) in seconds
    return -1 if is_turned else 0


def _check_reflexive(
    assertion: Assertion, text: str, at: int, told: tuple[Actor, Actor], evidence: Clauses
) -> Iterator[Problem]:
    """One name on both ends of a clause: "Ostmark’s embassy in Ostmark"."""
    one, other = told
    if not any(_is_on_both_ends(one, there) for _, there in evidence):
        message = f"{assertion.name}: “{one.text}” stands on both ends; in the source it does not"
        yield _hint(assertion, text, at + other.start, message)


def _is_on_both_ends(one: Actor, there: tuple[Actor, ...]) -> bool:
    return sum(actor.is_same(one) for actor in there) > 1


def _hint(assertion: Assertion, text: str, offset: int, message: str) -> Problem:
    place = within(text, offset, assertion.place)
    hint = "say it as the source does, or quote the passage that says it so"
    return Problem(place, message, hint, "roles-swapped", assertion.statement, Severity.REVIEW)
