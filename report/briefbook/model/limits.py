"""What no briefing needs, and what would keep its maker waiting without end: told with its place.

The numbers are far above any briefing that was ever written: a thousand pages still fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.errors import Problem, SourceLocation
from briefbook.model.briefing import Briefing
from briefbook.model.locations import place_of
from briefbook.model.nodes import Mapping, Node, Scalar, Sequence

MAX_LETTERS = 5_000
"""Of one text; a page of the paper has some 3,500."""
MAX_WORD = 100
"""Letters of one word; the longest German one has 80."""
MAX_PROPERTY = 200
"""Letters of what also names a finished file to its reader's system, which takes at most 255."""
MAX_COUNTS = {
    "sources": 500, "claims": 5_000, "events": 1_000, "amounts": 1_000, "series": 500,
    "exhibits": 500, "sections": 500, "glossary": 1_000, "aliases": 1_000,
}  # fmt: skip
MAX_ROWS = 1_000
"""Of one table."""
MAX_PHASES = 3
"""Of a timeline: its slide has three columns."""
MAX_CHAIN = 50
"""Statements that rest on one another, one after the other."""
_LONG_WORD = re.compile(rf"[^\W\d_]{{{MAX_WORD + 1}}}")
_UNSET = ("sentence", "prefix", "suffix")
"""What an omission leaves out, and what tells two places of a quote apart, is set nowhere: it is as long as the
source has it."""
_PROPERTIES = ("title", "subtitle", "topic")


def check_limits(briefing: Briefing, root: Mapping) -> tuple[Problem, ...]:
    """Return a problem for each limit that a briefing is beyond."""
    return (*_texts(root), *_properties(briefing), *_counts(briefing), *_chains(briefing))


def _problem(place: SourceLocation, message: str, hint: str) -> Problem:
    return Problem(place, message, hint, rule="limit")


def _texts(root: Node) -> Iterator[Problem]:
    left = [root]
    while left:
        node = left.pop()
        if isinstance(node, Scalar):
            if len(node.text) > MAX_WORD:  # as few are
                yield from _text(node)
        elif isinstance(node, Sequence):
            left += reversed(node.items)
        else:
            for key, value in reversed(node.items):
                if key.text not in _UNSET or not isinstance(value, Scalar):
                    left.append(value)
                left.append(key)


def _text(scalar: Scalar) -> Iterator[Problem]:
    if len(scalar.text) > MAX_LETTERS:
        told = f"a text of {len(scalar.text):,} letters; at most {MAX_LETTERS:,} are read"
        yield _problem(scalar.place, told, "divide it into statements")
    elif long := _LONG_WORD.search(scalar.text):
        told = f"a word of more than {MAX_WORD} letters: “{long[0][:20]}…”"
        yield _problem(scalar.place, told, "put spaces where words end")


def _properties(briefing: Briefing) -> Iterator[Problem]:
    for name in _PROPERTIES:
        value = getattr(briefing, name)
        if len(value) > MAX_PROPERTY:
            place = place_of(value, SourceLocation(briefing.file))
            told = f"{name} has {len(value)} letters; at most {MAX_PROPERTY} have room"
            yield _problem(place, told, "shorten it")


def _counts(briefing: Briefing) -> Iterator[Problem]:
    whole = SourceLocation(briefing.file)
    if not briefing.sources:
        yield _problem(whole, "there is no source", "name the document that bears the statements")
    for name, most in MAX_COUNTS.items():
        count = len(getattr(briefing, name, ()))
        if count > most:
            told = f"{count:,} {name}; at most {most:,} are read"
            yield _problem(whole, told, "make several briefings of it")
    for exhibit in briefing.exhibits:
        table, timeline = exhibit.table, exhibit.timeline
        if table and len(table.rows) > MAX_ROWS:
            told = f"a table of {len(table.rows):,} rows; at most {MAX_ROWS:,} are set"
            yield _problem(exhibit.place, told, "divide the table")
        if table and any(width <= 0 for width in table.widths):
            told = (
                f"widths of columns are {', '.join(map(str, table.widths))}; each must be above 0"
            )
            yield _problem(exhibit.place, told, "give each column its part of the width")
        if timeline and len(timeline.phases) > MAX_PHASES:
            told = f"{len(timeline.phases)} phases; the slide has room for {MAX_PHASES}"
            yield _problem(exhibit.place, told, "join phases")


def _chains(briefing: Briefing) -> Iterator[Problem]:
    """Yield a problem for each chain that begins nowhere else and is too long."""
    depths: dict[str, int] = {}
    for id_, statement in briefing.statements.items():
        stack = [id_]
        while stack and len(stack) <= MAX_CHAIN:
            below = briefing.statements[stack[-1]].supported_by
            open_ = [b for b in below if b in briefing.statements and b not in depths]
            if open_ and open_[0] not in stack:
                stack.append(str(open_[0]))
                continue
            depths[stack.pop()] = 1 + max((depths.get(str(b), 0) for b in below), default=0)
        if len(stack) > MAX_CHAIN or depths.get(id_, 0) > MAX_CHAIN:
            told = f"more than {MAX_CHAIN} statements rest on one another, one after the other"
            yield _problem(statement.place, told, "let it rest on what bears it")
            return
