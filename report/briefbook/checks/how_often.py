"""How often something was done: what the source tells as done twice was not done once or three times."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, factual_texts, outside_quotes
from briefbook.frozen import dataclass
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.stemmer import are_kin, content_words
from briefbook.model.locations import within

_OFTEN = re.compile(
    r"\b(?P<once>once)(?=[.,;:)]|$|\s(?:in|between|since|during|before|for|by|and|but|more)\b)|"
    r"\b(?P<word>twice|thrice)\b(?!\s(?:as|the|that|what|its|their|an?|every|each)\b)|"
    r"\b(?P<count>[a-z]+|\d+)\stimes\b(?!\s(?:as|the|that|what|its|their|more|less|an?|[a-z]+er)\b)",
    re.IGNORECASE,
)
_WORDS = {"once": 1, "twice": 2, "thrice": 3}


@dataclass(frozen=True)
class _Often:
    """How often a text tells something: the words, the number, and the stems of the last words before it."""

    start: int
    words: str
    count: int
    stems: tuple[str, ...]


def check_how_often(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each count of times that the evidence has otherwise, of the same word."""
    told = [
        (text, one) for text in factual_texts(assertion) for one in _often(outside_quotes(text))
    ]
    said = [one for words in assertion.supporting if told for one in _often(words)]
    for text, one in told:
        same = [other for other in said if _are_of_the_same(one, other)]
        if same and all(other.count != one.count for other in same):
            yield Problem(
                within(text, one.start, assertion.place),
                f"{assertion.name}: nothing in its evidence supports “{one.words}”: source says “{same[0].words}”",
                "tell how often as the source does",
                "unsupported-value", assertion.statement, Severity.WARNING,
            )  # fmt: skip


def _often(text: str) -> Iterator[_Often]:
    """Yield each count of times; one without words of its own goes on with the last: “twice in May, once in June”."""
    before: tuple[str, ...] = ()
    for match in _OFTEN.finditer(text):
        numbers = find_numbers(match["count"]) if match["count"] else ()
        word = (match["once"] or match["word"] or "").lower()
        count = int(numbers[0].value) if numbers else _WORDS.get(word, 0)
        clause = _JOINT.split(text[: match.start()])[-1]
        before = tuple(word.stem for word in content_words(clause)[-_NEAR:]) or before
        if count and before:
            yield _Often(match.start(), match[0], count, before)


_JOINT = re.compile(r"[,.;:]\s|\sand\s")
_NEAR = 3


def _are_of_the_same(one: _Often, other: _Often) -> bool:
    return any(are_kin(mine, its) for mine in one.stems for its in other.stems)
