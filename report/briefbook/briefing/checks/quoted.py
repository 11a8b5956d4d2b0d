"""What a text sets in quotation marks stands in its evidence, letter for letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefbook.briefing.checks.evidence import Assertion, sentences_of
from briefbook.briefing.model import Briefing
from briefbook.briefing.places import within
from briefbook.errors import Problem
from briefbook.source.anchors import fold
from briefbook.text import Kind

_QUOTED = re.compile(r"“([^”]+)”")
_ENDS = " .,;:…"


def check_quoted(briefing: Briefing, found: tuple[Assertion, ...]) -> Iterator[Problem]:
    """Yield a problem for each passage in quotation marks that its evidence does not have.

    In the briefing's own voice a single word may be set off (“View”), and several words may come
    from any source.
    """
    for assertion in found:
        if not any("“" in text for text in assertion.texts):
            continue
        is_told = assertion.kind in (Kind.REPORTED, Kind.ATTRIBUTED)
        evidence = [fold(words).lower() for words in assertion.bearing]
        if not is_told:
            evidence += [_folded(document.text) for _, document in briefing.documents]
        for text in assertion.texts:
            for match in _QUOTED.finditer(text):
                words = fold(match[1]).strip(_ENDS).lower()
                if (" " not in words and not is_told) or any(words in borne for borne in evidence):
                    continue
                yield _problem(briefing, assertion, text, match)


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    return fold(text).lower()


def _problem(
    briefing: Briefing, assertion: Assertion, text: str, match: re.Match[str]
) -> Problem:
    message = f"{assertion.name}: its evidence does not say “{match[1]}”"
    wanted = fold(match[1]).strip(_ENDS).lower()
    near = [sentences_of(briefing, quote) for quote in assertion.quotes]
    hint = "quote the source letter for letter, or leave the quotation marks out"
    if any(wanted in fold(sentence).lower() for sentence in near):
        hint = "it stands in the same sentence: lengthen the quote under `evidence:`"
    elif assertion.bearing:
        hint += f"; the evidence says “{assertion.bearing[0]}”"
    place = within(text, match.start() + 1, assertion.place)
    return Problem(place, message, hint, "quoted-words", assertion.statement)
