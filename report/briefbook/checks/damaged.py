"""Problems of a briefing of which some entries could not be read: of all others, and told once.

An entry with a unit, date or file that cannot be read is checked with a stand-in (`model.decode`), so
that everything else is checked too. What is found of that entry, or of whatever rests on it, says
nothing but that again, and is left out.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator

from briefbook.errors import Problem
from briefbook.evidence.formulas import inputs_of
from briefbook.model import Briefing


def together(
    told: tuple[Problem, ...], briefing: Briefing, found: Iterable[Problem]
) -> tuple[Problem, ...]:
    """Return what could not be read and what was found of all else; a file that series share is told once."""
    once = {(problem.place, problem.message): problem for problem in reversed(told)}
    return tuple(sorted((*once.values(), *_beside(told, briefing, found))))


def _beside(
    told: tuple[Problem, ...], briefing: Briefing, found: Iterable[Problem]
) -> Iterator[Problem]:
    """Yield what was found of others than the entries that `told` says could not be read."""
    ids = frozenset(problem.statement for problem in told if problem.statement)
    if not ids:
        yield from found
        return
    resting = _resting_on(ids, briefing)
    listed = "|".join(map(re.escape, sorted(ids, key=len, reverse=True)))
    named = re.compile(
        rf"(?:\b(?:series|amount|event|claim|exhibit|conversion|and) |[“(,]\s?)(?:{listed})(?![\w-])"
    )
    lines = {(problem.place.file, problem.place.line) for problem in told}
    for problem in found:
        is_there = (problem.place.file, problem.place.line) in lines
        if not (is_there or problem.statement in resting or named.search(problem.message)):
            yield problem


def _resting_on(ids: frozenset[str], briefing: Briefing) -> frozenset[str]:
    """Return the ids of some entries, and of all statements and exhibits that rest on them."""
    entries = {**briefing.statements, **{str(one.id): one for one in briefing.exhibits}}
    names = {id_: frozenset(_names(entry)) for id_, entry in entries.items()}
    found = ids
    while more := {id_ for id_, named in names.items() if named & found} - found:
        found |= more
    return found


def _names(value: object) -> Iterator[str]:
    """Yield every text of an entry that may be an id, and the ids that its formulas name."""
    if isinstance(value, str):
        yield str(value)
        if "(" in value:
            yield from inputs_of(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _names(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _names(getattr(value, field.name))
