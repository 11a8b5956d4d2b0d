"""Verdicts: what the rules found, kept in the user's cache for a briefing of which nothing has changed.

A verdict depends on the model, on the text of every source, on every series and image, on the look
that is worn, and (as all that is kept) on Briefbook's own code. Whatever of these changes, all rules
run again: several of them read the whole briefing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import astuple

from briefbook import cache
from briefbook.entailment import second_opinion
from briefbook.errors import Problem, Severity, SourceLocation
from briefbook.model import Briefing
from briefbook.theme.look import worn


def kept_or(briefing: Briefing, find: Callable[[], tuple[Problem, ...]]) -> tuple[Problem, ...]:
    """Return what was found before for exactly this briefing, or find it and keep it."""
    if not cache.is_open() or not briefing.sha256:
        return find()  # what was made in memory has no hash that stands for it
    depends_on = _depends_on(briefing)
    if kept := cache.found("verdicts", depends_on):
        with suppress(TypeError, ValueError):
            return tuple(map(_problem, json.loads(kept)))
    found = find()
    cache.keep("verdicts", depends_on, json.dumps(list(map(astuple, found))).encode())
    return found


def _depends_on(briefing: Briefing) -> str:
    """Return all that the rules read, in hashes."""
    return repr((
        briefing.file,
        briefing.sha256,
        [(id_, text.sha256) for id_, text in briefing.documents],
        [(str(series.id), series.sha256) for series in briefing.series],
        [str(exhibit.image.sha256) for exhibit in briefing.exhibits if exhibit.image],
        worn().key,
        model.sha256 if (model := second_opinion()) else "",
    ))  # fmt: skip


def _problem(values: list[str | list[str | int]]) -> Problem:
    place, message, hint, rule, statement, severity = values
    return Problem(
        SourceLocation(*place),
        str(message), str(hint), str(rule), str(statement), Severity(str(severity)),
    )  # fmt: skip
