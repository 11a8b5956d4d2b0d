"""Tendencies turned round: “sales in Norland picked up” of a source by which they slackened there.

Words of strength and of weakness are data (`tendencies.tsv`). A clause of a statement is held against the clauses
of its evidence that tell of the same: that share its names, or where it has none most of its other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, factual_texts, outside_quotes
from briefbook.frozen import dataclass
from briefbook.language.en.clauses import Clause, clauses_of, shared
from briefbook.language.en.names import find_names
from briefbook.language.en.stemmer import words_of
from briefbook.language.en.tables import rows
from briefbook.model.locations import within

_DENIED = re.compile(
    r"\b(?:no|not|nor|never|hardly|without|little|cannot|nothing|\w+n['’]t|than|as|so|too)\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_LEAST_SHARED = 2


@dataclass(frozen=True)
class _Tendency:
    """A clause of one tendency: which, in which words, of what."""

    is_up: bool
    word: str
    start: int
    names: frozenset[str]
    stems: frozenset[str]


def check_tendencies(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each clause whose evidence tells the opposite tendency of the same, and it alone."""
    found = [
        (text, told)
        for text in factual_texts(assertion)
        for told in _tendencies(outside_quotes(text))
    ]
    said = [one for words in assertion.supporting if found for one in _tendencies(words)]
    for text, told in found:
        against = [
            other
            for other in said
            if other.is_up is not told.is_up and _is_of_the_same(told, other)
        ]
        alike = any(
            other.is_up is told.is_up and _may_be_of_the_same(told, other) for other in said
        )
        if against and not alike:
            yield Problem(
                within(text, told.start, assertion.place),
                f"{assertion.name}: source says “{against[0].word}”, statement says the opposite, “{told.word}”",
                "tell the tendency as the source does, or quote the passage that does so",
                "tendency-turned", assertion.statement, Severity.WARNING,
            )  # fmt: skip
            return


def _is_of_the_same(told: _Tendency, other: _Tendency) -> bool:
    """Tell whether two clauses are told of the same: by their names and another word, or by two words."""
    if told.names and not told.names & other.names:
        return False
    enough = _LEAST_SHARED if not told.names else 1 if told.stems else 0
    return shared(told.stems, other.stems) >= enough


def _may_be_of_the_same(told: _Tendency, other: _Tendency) -> bool:
    return bool(told.names & other.names or shared(told.stems, other.stems))


def _tendencies(text: str) -> Iterator[_Tendency]:
    """Yield the clauses of a text that have words of one tendency alone."""
    for clause in clauses_of(text):
        found = list(_words(clause))
        if found and len({is_up for is_up, _, _ in found}) == 1:
            is_up, word, start = found[0]
            names = frozenset(
                part.stem for name in find_names(clause.text) for part in words_of(name.text)
            )
            own = frozenset(w.stem for _, word, _ in found for w in words_of(word))
            yield _Tendency(is_up, word, start, names, clause.stems - names - own)


def _words(clause: Clause) -> Iterator[tuple[bool, str, int]]:
    for is_up, pattern in _patterns():
        for match in pattern.finditer(clause.text):
            if not _DENIED.search(clause.text[: match.start()]):
                yield is_up, match[0], clause.start + match.start()


@cache
def _patterns() -> tuple[tuple[bool, re.Pattern[str]], ...]:
    forms: dict[bool, list[str]] = {True: [], False: []}
    for row in rows("tendencies"):
        forms[row["way"] == "up"] += row["words"].split("|")
    return tuple(
        (is_up, re.compile(rf"\b(?:{'|'.join(found)})\b", re.IGNORECASE))
        for is_up, found in forms.items()
    )
