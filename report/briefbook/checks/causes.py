"""A cause that the source gives: not turned round, and not one that the source does not name.

The source: The consulate closed owing to the war.
Lies:       The war began because the consulate closed. The consulate closed because of the heat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, factual_texts, outside_quotes
from briefbook.frozen import dataclass
from briefbook.language.en.clauses import SENTENCE_END, shared
from briefbook.language.en.related import novelty
from briefbook.language.en.stemmer import content_stems
from briefbook.model.locations import within

_BEFORE_CAUSE = re.compile(
    r"\b(?:because(?: of)?|owing to|due to|thanks to|as a result of|on account of|in (?:response|retaliation|reaction) (?:to|for)|"
    r"caused by|brought about by|prompted by|triggered by|result(?:ed|s|ing)? from)\b",
    re.IGNORECASE,
)
_BEFORE_EFFECT = re.compile(
    r"\b(?:led to|caus(?:ed|es|ing)|result(?:ed|s|ing)? in|prompted|triggered|brought about|therefore|consequently|hence|thus|so that|as a result,?(?! of))\b",
    re.IGNORECASE,
)
_CLEARLY = 2
_NOVEL = 0.75
_FEWEST = 2


@dataclass(frozen=True)
class _Cause:
    """A cause and its effect, as stems, with the words of the cause."""

    cause: frozenset[str]
    effect: frozenset[str]
    words: str
    start: int


def check_causes(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each cause that the evidence has as the effect, or does not have."""
    for text in factual_texts(assertion):
        yield from _check(assertion, text)


def _check(assertion: Assertion, text: str) -> Iterator[Problem]:
    said = [cause for words in assertion.supporting for cause in _causes(words)]
    for told in _causes(outside_quotes(text)):
        if any(_is_turned(told, other) for other in said):
            message = (
                f"{assertion.name}: in the source, “{told.words}” is the effect, not the cause"
            )
            yield _problem(assertion, text, told, message, rule="cause-turned")
        elif _is_new(told, assertion):
            message = f"{assertion.name}: its evidence names no cause like “{told.words}”"
            yield _problem(assertion, text, told, message, rule="cause-added")


def _is_turned(told: _Cause, said: _Cause) -> bool:
    common = said.cause & said.effect
    causes, effects = said.cause - common, said.effect - common
    straight = shared(told.cause, causes) + shared(told.effect, effects)
    turned = shared(told.cause, effects) + shared(told.effect, causes)
    return turned >= straight + _CLEARLY


def _is_new(told: _Cause, assertion: Assertion) -> bool:
    share, new = novelty(told.words, (*assertion.supporting, *assertion.sentences))
    return share >= _NOVEL and len(new) >= _FEWEST


@lru_cache(maxsize=4096)
def _causes(text: str) -> tuple[_Cause, ...]:
    """Return each cause of a text; the effect is the rest of its sentence."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[_Cause]:
    at = 0
    for end in (*(m.end() for m in SENTENCE_END.finditer(text)), len(text)):
        sentence = text[at:end]
        if match := _BEFORE_CAUSE.search(sentence):
            behind = sentence[match.end() :]
            if not sentence[: match.start()].strip():  # “Because of the war, the consulate closed.”
                cause, _, effect = behind.partition(", ")
            else:
                cause, effect = behind, sentence[: match.start()]
            yield _cause(cause, effect, at + match.start())
        elif match := _BEFORE_EFFECT.search(sentence):
            yield _cause(sentence[: match.start()], sentence[match.end() :], at)
        at = end


def _cause(cause: str, effect: str, start: int) -> _Cause:
    return _Cause(
        content_stems(cause), content_stems(effect),
        " ".join(cause.split()).rstrip(" .,;"), start,
    )  # fmt: skip


def _problem(assertion: Assertion, text: str, told: _Cause, message: str, rule: str) -> Problem:
    hint = "tell cause and effect as the source does, or quote the passage that says it so"
    return Problem(
        within(text, told.start, assertion.place), message, hint, rule, assertion.statement, Severity.WARNING,
    )  # fmt: skip
