"""Directions and extremes in a sentence about figures: rose, fell back, doubled; highest, lowest.

The words are data (`data/trends.tsv`); a word after a negation says nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from briefbook.frozen import dataclass
from briefbook.language.en.tables import rows


class Direction(StrEnum):
    """Which way figures go."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"


@dataclass(frozen=True)
class Trend:
    """A word of direction in a text, and the clause that it stands in."""

    start: int
    word: str
    direction: Direction
    least: int
    """Change that the word says at least, in percent; of `flat`, at most."""
    clause: str


@dataclass(frozen=True)
class Extreme:
    """A word that says of a figure that it is the greatest or the least, and its clause."""

    start: int
    word: str
    is_greatest: bool
    clause: str


_CLAUSE = re.compile(r"[^,;:]+?(?=[,;:]|\band then\b|\bbut\b|\bthen\b|$)[,;:]?", re.IGNORECASE)
"""“rose by a third after 2001, | fell back after 2010”."""
_NEGATION = re.compile(
    r"\b(?:not|never|no|nor|without|hardly|n['’]t)\b[^,;:]{0,20}$", re.IGNORECASE
)
_GREATEST = re.compile(
    r"\b(?:highest|largest|biggest|greatest|peak(?:ed)?|record|maximum)\b", re.IGNORECASE
)
_LEAST = re.compile(r"\b(?:lowest|smallest|least|bottomed|trough|minimum)\b", re.IGNORECASE)


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[Direction, int]]]:
    known = {
        row["word"]: (Direction(row["direction"]), int(row["percent"])) for row in rows("trends")
    }
    longest = sorted(known, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)
    return pattern, known


def clauses(text: str) -> Iterator[tuple[int, str]]:
    """Yield the clauses of a finding, each with where it begins."""
    for match in _CLAUSE.finditer(text):
        yield match.start(), match[0]


def trends(text: str) -> Iterator[Trend]:
    """Yield the words of direction of a text in their order."""
    pattern, known = _words()
    for clause in _CLAUSE.finditer(text):
        for match in pattern.finditer(clause[0]):
            if _NEGATION.search(clause[0][: match.start()]):
                continue
            way, least = known[match[0].lower()]
            yield Trend(clause.start() + match.start(), match[0], way, least, clause[0])


def extremes(text: str) -> Iterator[Extreme]:
    """Yield the words of extremes of a text."""
    for clause in _CLAUSE.finditer(text):
        for pattern, is_greatest in ((_GREATEST, True), (_LEAST, False)):
            for match in pattern.finditer(clause[0]):
                if not _NEGATION.search(clause[0][: match.start()]):
                    start = clause.start() + match.start()
                    yield Extreme(start, match[0], is_greatest, clause[0])
