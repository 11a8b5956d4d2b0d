"""Directions and extremes in a sentence about figures: rose, fell back, doubled; highest, lowest.

The words are data (`data/trends.tsv`); a word after a negation says nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from briefbook.frozen import dataclass
from briefbook.language.en.number_words import any_of
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


_BESIDE_A_NUMBER = "-"
_LETTERS = re.compile(r"[a-z]+")


@cache
def _ways() -> dict[str, Direction]:
    return {row["word"]: Direction(row["direction"]) for row in rows("trends")}


def ways(text: str) -> frozenset[Direction]:
    """Return the directions that some words beside a number name: up of “more”, “rose”, “an increase of”."""
    found = (_ways().get(word) for word in _LETTERS.findall(text.lower()))
    return frozenset(way for way in found if way)


def way_of(text: str) -> int:
    """Return 1 where some words go up alone, -1 where they go down alone; 0 for none or both."""
    found = ways(text)
    return int(Direction.UP in found) - int(Direction.DOWN in found)


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[Direction, int]]]:
    known = {
        row["word"]: (Direction(row["direction"]), int(row["percent"]))
        for row in rows("trends")
        if row["percent"] != _BESIDE_A_NUMBER
    }
    return re.compile(rf"\b(?:{any_of(known)})\b", re.IGNORECASE), known


YEAR = re.compile(r"(?<![\d$])(?:FY)?((?:1[0-9]|20)\d\d)(?![\d,.]?\d)(?:[-–](\d{2,4})\b)?")
"""`2010`, `FY2010`; `2001–10` is a span, which is no single year."""


def clauses(text: str) -> Iterator[tuple[int, str]]:
    """Yield the clauses of a finding, each with where it begins."""
    for match in _CLAUSE.finditer(text):
        yield match.start(), match[0]


def single_years(clause: str) -> Iterator[tuple[int, int]]:
    """Yield where a clause names a year, and which; those of spans are left out."""
    for match in YEAR.finditer(clause):
        if not match[2]:
            yield match.start(), int(match[1])


def trends(text: str) -> Iterator[Trend]:
    """Yield the words of direction of a text in their order."""
    pattern, known = _words()
    for start, clause in clauses(text):
        for match in pattern.finditer(clause):
            if _NEGATION.search(clause[: match.start()]):
                continue
            way, least = known[match[0].lower()]
            yield Trend(start + match.start(), match[0], way, least, clause)


def extremes(text: str) -> Iterator[Extreme]:
    """Yield the words of extremes of a text."""
    for start, clause in clauses(text):
        for pattern, is_greatest in ((_GREATEST, True), (_LEAST, False)):
            for match in pattern.finditer(clause):
                if not _NEGATION.search(clause[: match.start()]):
                    yield Extreme(start + match.start(), match[0], is_greatest, clause)
