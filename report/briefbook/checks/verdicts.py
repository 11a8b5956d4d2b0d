"""Verdicts: what the rules found, kept in the user's cache for what has not changed.

Those of the whole briefing depend on the model, on the text of every source, on every series and
image, on the look that is worn, and (as all that is kept) on Briefbook's own code. Where one of these
has changed, rules that read the whole briefing run again; rules that read one assertion run on those
alone that changed themselves, or whose context did. Lines are kept as counted from the assertion's
own, so that a line more above it changes nothing.
"""

from __future__ import annotations

import json
import marshal
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import astuple, fields, is_dataclass
from functools import cache as remembered
from operator import attrgetter

from briefbook import cache
from briefbook.checks.context import Context
from briefbook.entailment import second_opinion
from briefbook.errors import Problem, Severity, SourceLocation
from briefbook.evidence.support import Assertion
from briefbook.frozen import replace
from briefbook.model import Briefing
from briefbook.model.nodes import LocatedStr
from briefbook.stamp import digest
from briefbook.theme.look import worn

Find = Callable[[Assertion], Iterable[Problem]]


def kept_or(briefing: Briefing, find: Callable[[], tuple[Problem, ...]]) -> tuple[Problem, ...]:
    """Return what was found before for exactly this briefing, or find it and keep it."""
    if not _may_keep(briefing):
        return find()
    depends_on = _depends_on(briefing)
    if kept := cache.found("verdicts", depends_on):
        with suppress(TypeError, ValueError):
            return tuple(map(_problem, json.loads(kept)))
    found = find()
    cache.keep("verdicts", depends_on, json.dumps(list(map(astuple, found))).encode())
    return found


def kept_by_assertion(
    briefing: Briefing, assertions: Iterable[Assertion], context: Context, find: Find
) -> list[Problem]:
    """Return what rules find on single assertions, as it was kept of those that are as they were."""
    if not _may_keep(briefing):
        return [problem for assertion in assertions for problem in find(assertion)]
    about = repr((briefing.file, _plain(context, None), _opinion()))
    kept = _kept(about)
    told: list[Problem] = []
    now: dict[str, list[object]] = {}
    for assertion in assertions:
        plain = _plain(assertion, assertion.place)
        key = digest(marshal.dumps(plain, _WITHOUT_REFERENCES))  # type: ignore[arg-type]  # tuples and texts
        problems = _found_before(kept.get(key), assertion.place)
        if problems is None:
            problems = list(find(assertion))
        told += problems
        if all(problem.place.file == assertion.place.file for problem in problems):
            now[key] = [astuple(_moved(problem, -assertion.place.line)) for problem in problems]
    if now != kept:
        cache.keep("assertions", about, json.dumps(now).encode())
    return told


def _kept(about: str) -> dict[str, list[list[object]]]:
    with suppress(ValueError):
        if isinstance(kept := json.loads(cache.found("assertions", about) or b"{}"), dict):
            return kept
    return {}


def _found_before(kept: list[list[object]] | None, at: SourceLocation) -> list[Problem] | None:
    """Return the problems of an assertion that stands at a place; None where they are not known."""
    if kept is None:
        return None
    with suppress(TypeError, ValueError):
        return [_moved(_problem(values), at.line) for values in kept]
    return None


def _moved(problem: Problem, lines: int) -> Problem:
    place = replace(problem.place, line=problem.place.line + lines)
    return replace(problem, place=place)


def _plain(value: object, start: SourceLocation | None) -> object:
    """Return a value as tuples and texts; places are counted from a line, or left out where there is none."""
    kind: type = type(value)
    if kind in _LEAVES:
        return value
    if kind is SourceLocation:
        return start and _plain_place(value, start)  # type: ignore[arg-type]
    if kind is LocatedStr:
        return _plain_text(value, start)  # type: ignore[arg-type]
    if isinstance(value, tuple):
        return tuple([one if type(one) in _LEAVES else _plain(one, start) for one in value])
    if shown := _shown_fields(kind):
        parts = shown(value)
        return kind.__name__, *[p if type(p) in _LEAVES else _plain(p, start) for p in parts]
    return str(value)


_LEAVES = frozenset((str, int, bool, type(None)))
_WITHOUT_REFERENCES = 2
"""The format of `marshal` that depends on the values alone, not on what else the process holds."""


def _plain_text(text: LocatedStr, start: SourceLocation | None) -> object:
    if start is None:
        return str(text)
    lines = [(offset, place.line - start.line, place.column) for offset, place in text.lines]
    return str(text), _plain_place(text.place, start), *lines


def _plain_place(place: SourceLocation, start: SourceLocation) -> tuple[object, ...]:
    """Return a place counted from a line; the file is named where it is another one."""
    at = place.line - start.line, place.column
    return at if place.file == start.file else (*at, place.file)


@remembered
def _shown_fields(kind: type) -> Callable[[object], tuple[object, ...]] | None:
    """Return what gives the fields by which objects of a class are told apart; None for what is no dataclass."""
    names = [field.name for field in fields(kind) if field.repr] if is_dataclass(kind) else []
    if len(names) > 1:
        return attrgetter(*names)
    return (lambda value: tuple(getattr(value, name) for name in names)) if names else None


def _may_keep(briefing: Briefing) -> bool:
    return cache.is_open() and bool(briefing.sha256)  # made in memory, nothing stands for it


def _depends_on(briefing: Briefing) -> str:
    """Return all that the rules read, in hashes."""
    return repr((
        briefing.file,
        briefing.sha256,
        [(id_, text.sha256) for id_, text in briefing.documents],
        [(str(series.id), series.sha256) for series in briefing.series],
        [str(exhibit.image.sha256) for exhibit in briefing.exhibits if exhibit.image],
        worn().key,
        _opinion(),
    ))  # fmt: skip


def _opinion() -> str:
    model = second_opinion()
    return model.sha256 if model else ""


def _problem(values: list[object]) -> Problem:
    place, message, hint, rule, statement, severity = values
    return Problem(
        SourceLocation(*place),  # type: ignore[misc]  # or TypeError, which the callers await
        str(message), str(hint), str(rule), str(statement), Severity(str(severity)),
    )  # fmt: skip
