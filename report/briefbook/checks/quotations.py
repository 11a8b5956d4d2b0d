"""What a text sets in quotation marks stands in its evidence, letter for letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from briefbook.checks.context import Context
from briefbook.errors import Problem
from briefbook.evidence.support import Assertion
from briefbook.model.locations import within
from briefbook.sources.anchoring import fold
from briefbook.text import StatementType

_QUOTED = re.compile(r"“([^”]+)”")
_ENDS = " .,;:…"
_WORD = re.compile(r"\w")


def check_quotations(assertion: Assertion, context: Context) -> Iterator[Problem]:
    """Yield a problem for each passage in quotation marks that its evidence does not have.

    In the briefing's own voice a single word may be set off (“View”), and several words may come
    from any source.
    """
    if not any("“" in text for text in assertion.texts):
        return
    is_told = assertion.kind in (StatementType.REPORTED, StatementType.ATTRIBUTED)
    evidence = [_alike(words) for words in (*assertion.supporting, *_joined(assertion, context))]
    if not is_told:
        evidence += [_folded(document.text) for _, document in context.documents]
    for text in assertion.texts:
        for match in _QUOTED.finditer(text):
            words = _alike(match[1]).strip(_ENDS)
            where = [supported for supported in evidence if words in supported]
            if not where and (is_told or " " in words):
                yield _problem(assertion, text, match)
            elif where and is_told:
                yield from _check_cut(assertion, text, match, where)


def _joined(assertion: Assertion, context: Context) -> Iterator[str]:
    """Yield the source's words over passages that follow one another: a quotation may run on."""
    texts = {str(source): document.text for source, document in context.documents}
    placed = sorted(
        (quote.source, quote.anchor.start, quote.anchor.end)
        for quote in assertion.quotes
        if quote.anchor
    )
    start = None
    for (source, first, end), (other, next_, last) in pairwise(placed):
        if source == other and source in texts and not _WORD.search(texts[source][end:next_]):
            start = first if start is None else start
            yield texts[source][start:last]
        else:
            start = None


def _alike(text: str) -> str:
    """Fold a text; a quotation within another has the other marks."""
    return fold(text).lower().replace('"', "'")


@lru_cache(maxsize=512)
def _folded(text: str) -> str:
    return _alike(text)


def _check_cut(
    assertion: Assertion, text: str, match: re.Match[str], where: list[str]
) -> Iterator[Problem]:
    """A quote must not begin right after the word that takes it back."""
    words = _alike(match[1]).strip(_ENDS)
    cuts = [_CUT.search(supported[: supported.find(words)]) for supported in where]
    before = text[: match.start()].lower()
    if (
        all(cuts)
        and (cut := cuts[0])
        and cut[1] not in before
        and not _KEPT.search(before[-_NEAR:])
    ):
        message = f"{assertion.name}: the source says “{cut[1]} {match[1]}”, not “{match[1]}”"
        place = within(text, match.start() + 1, assertion.place)
        yield Problem(place, message, f"quote “{cut[1]}” too", "quote-cut", assertion.statement)


_CUT = re.compile(r"\b(not|never|no|some|hardly|partly|relatively|almost|nearly|less|un|non-)[ ]?$")
_KEPT = re.compile(r"\b(?:not|never|no|without|neither|nor|hardly|some|partly)\b")
_NEAR = 24


def _problem(assertion: Assertion, text: str, match: re.Match[str]) -> Problem:
    message = f"{assertion.name}: its evidence does not say “{match[1]}”"
    wanted = _alike(match[1]).strip(_ENDS)
    near = assertion.sentences
    hint = "quote the source letter for letter, or leave the quotation marks out"
    if any(wanted in _alike(sentence) for sentence in near):
        hint = "it stands in the same sentence: lengthen the quote under `evidence:`"
    elif assertion.supporting:
        hint += f"; the evidence says “{assertion.supporting[0]}”"
    place = within(text, match.start() + 1, assertion.place)
    return Problem(place, message, hint, "quoted-words", assertion.statement)
