"""A crime, a death, a ruin or a lie stands in what a text rests on, or it is not told.

The source:   The lost sums were never accounted for.
An invention: Ministers stole the sums.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, Role, outside_quotes
from briefbook.language.en.grave_words import bearing, gravities
from briefbook.language.en.related import is_near
from briefbook.language.en.stemmer import content_words
from briefbook.model.locations import within

_RESTING = frozenset((Role.HEADLINE, Role.BOTTOM_LINE, Role.EXHIBIT, Role.EVENT))
"""Whose every text rests on others, as a claim's lead and short form do: a mild word that is new there is invented.

In full statements the honest have such words of their own.
"""


def check_grave_words(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a problem for each text with a grave word of which nothing that it rests on has the like."""
    grave = gravities()
    for text in assertion.texts if assertion.role is not Role.METADATA else ():
        for word in content_words(outside_quotes(text)):
            if word.stem not in grave or (word.is_capital and word.start):
                continue
            gravity = grave[word.stem]
            evidence = (*assertion.supporting, *assertion.sentences)
            known = {said.stem for words in evidence for said in content_words(words)}
            is_part = any(word.stem in one for one in known)  # the terrorism of counterterrorism
            if is_part or not bearing(gravity).isdisjoint(known) or is_near(word.stem, known):
                continue
            is_resting = assertion.role in _RESTING or text is not assertion.texts[0]
            yield Problem(
                within(text, word.start, assertion.place),
                f"{assertion.name}: nothing that it rests on speaks of “{word.text}”",
                "leave it out, or rest it on a passage that says so",
                "grave-added", assertion.statement,
                Severity.WARNING if is_resting or not gravity.is_mild else Severity.REVIEW,
            )  # fmt: skip
            break
