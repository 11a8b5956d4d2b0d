"""Clauses of a sentence, as far as marks and conjunctions tell, with the words by which each is known again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from briefbook.frozen import dataclass
from briefbook.language.en.related import is_near
from briefbook.language.en.sentences import NO_END
from briefbook.language.en.stemmer import content_stems

_END = re.compile(
    rf"{NO_END}(?<!\b[A-Z]\.[A-Z])[.;:!?]\s+|\s[—–]\s|—|,\s+(?!\d{{3}}\b)|"
    r"\s+(?=(?:and|but|or|while|although|though|whereas|when|because|since|after|before|until|once|as|with|including|which|who|that)\s)"
)


@dataclass(frozen=True)
class Clause:
    """A part of a sentence: its words, where it starts, and the stems of what it tells."""

    text: str
    start: int
    stems: frozenset[str]

    @property
    def end(self) -> int:
        """Where it ends in its text."""
        return self.start + len(self.text)


@lru_cache(maxsize=4096)
def clauses_of(text: str) -> tuple[Clause, ...]:
    """Return the clauses of a text in order; empty ones are left out."""
    found, at = [], 0
    for match in (*_END.finditer(text), None):
        end = match.start() if match else len(text)
        if text[at:end].strip():
            found.append(_clause(text[at:end], at))
        at = match.end() if match else end
    return tuple(found)


def _clause(text: str, start: int) -> Clause:
    return Clause(text, start, content_stems(text))


T = TypeVar("T")
SENTENCE_END = re.compile(rf"{NO_END}[.;!?]\s+")
"""Where a sentence or a half of it ends; initials end none."""


def clear_best(rated: Iterable[tuple[int, T]]) -> T | None:
    """Return what is rated highest; None where nothing is rated above 0, or two things alike."""
    best = sorted(rated, key=lambda entry: -entry[0])[:2]
    is_clear = bool(best) and best[0][0] > 0 and (len(best) == 1 or best[0][0] > best[1][0])
    return best[0][1] if is_clear else None


def shared(told: Iterable[str], said: frozenset[str]) -> int:
    """Return how many stems have a kin or a near synonym among others."""
    return sum(is_near(stem, said) for stem in told)
