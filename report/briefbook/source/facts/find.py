"""All facts of a document: each finder is let loose on one passage after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefbook.source.document import Document
from briefbook.source.facts.agreements import acronyms, find_agreements
from briefbook.source.facts.dates import find_date_facts
from briefbook.source.facts.fact import Fact, Kind, Person
from briefbook.source.facts.money import find_money, settle
from briefbook.source.facts.organisations import find_organisations
from briefbook.source.facts.passages import Passage, passages
from briefbook.source.facts.people import Mention, find_mentions, refer
from briefbook.source.facts.places import find_learned, find_places, learn_places
from briefbook.source.facts.quantities import find_quantities
from briefbook.source.facts.tokens import tokenise

_SMALL_WORD = re.compile(r"(?<![^\s(“\"'‘-])[a-z]{2,}")
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z]{1,9}\b")


_KEPT = 4096
"""Passages whose facts are kept: tables, running heads and reprinted texts say the same again."""


def find_facts(document: Document) -> tuple[Fact, ...]:
    """Return every fact of a document in order; facts of different kinds may overlap."""
    facts: list[Fact] = []
    mentions: list[Mention] = []
    known_small = frozenset(_SMALL_WORD.findall(document.text))
    reading = lru_cache(maxsize=_KEPT)(lambda text: _read(text, known_small))
    for passage in passages(document):
        found, named = reading(passage.text)
        facts += [_moved(fact, passage, document) for fact in found]
        mentions += [mention.moved(passage.start) for mention in named]
    facts = settle(facts, document.text)
    facts += _defined(document, [fact for fact in facts if fact.kind is Kind.AGREEMENT])
    surnames = frozenset(mention.surname for mention in mentions if mention.is_person)
    learned = learn_places(document.text, surnames)
    facts += _learned(document, learned, facts)
    facts += _people(document, mentions, facts)
    return tuple(sorted(facts, key=lambda fact: (fact.start, -fact.end, fact.kind)))


def _read(text: str, known_small: frozenset[str]) -> tuple[tuple[Fact, ...], tuple[Mention, ...]]:
    """Return the facts of a passage, and the names that may be a person's; offsets in the passage."""
    tokens = tokenise(text)
    agreements = find_agreements(tokens)
    titles = {(fact.start, fact.end) for fact in agreements}
    # “Water Initiative” has a word that also ends the names of bodies: the title goes before.
    bodies = [f for f in find_organisations(tokens) if (f.start, f.end) not in titles]
    facts = (*_numbers(text), *agreements, *bodies, *find_places(tokens))
    return facts, tuple(find_mentions(tokens, known_small))


def _learned(document: Document, names: frozenset[str], facts: list[Fact]) -> list[Fact]:
    """Return places that the document has taught, where no listed one stands already."""
    taken = _Covered(fact for fact in facts if fact.kind is Kind.PLACE)
    return [
        fact for fact in find_learned(document.text, names) if not taken.has(fact.start, fact.end)
    ]


def _numbers(text: str) -> list[Fact]:
    facts = find_date_facts(text) + find_money(text)
    return facts + find_quantities(text, [(fact.start, fact.end) for fact in facts])


def _moved(fact: Fact, passage: Passage, document: Document) -> Fact:
    start, end = fact.start + passage.start, fact.end + passage.start
    return Fact(fact.kind, document.text[start:end], start, end, fact.value, fact.cues)


def _people(document: Document, mentions: list[Mention], facts: list[Fact]) -> Iterator[Fact]:
    """Yield people, but none whose name is only part of an agreement's title."""
    titles = _Covered(fact for fact in facts if fact.kind is Kind.AGREEMENT)
    for mention, name, role in refer(mentions):
        if not titles.has(mention.start, mention.end):
            quote = document.text[mention.start : mention.end]
            yield Fact(Kind.PERSON, quote, mention.start, mention.end, Person(name, role))


def _defined(document: Document, agreements: list[Fact]) -> Iterator[Fact]:
    """Yield the mentions of agreements by an acronym that the document gives with a title."""
    titles = dict(reversed(list(acronyms(agreements))))
    if not titles:
        return
    covered = _Covered(agreements)
    for match in _ACRONYM.finditer(document.text):
        if match[0] in titles and not covered.has(*match.span()):
            yield Fact(Kind.AGREEMENT, match[0], match.start(), match.end(), titles[match[0]])


class _Covered:
    """The stretches of a document that some facts take."""

    def __init__(self, facts: Iterator[Fact] | list[Fact]) -> None:
        self._spans = sorted((fact.start, fact.end) for fact in facts)
        self._at = 0

    def has(self, start: int, end: int) -> bool:
        """Tell whether a stretch lies inside a taken one; to be asked from first to last."""
        while self._at < len(self._spans) and self._spans[self._at][1] <= start:
            self._at += 1
        spans = self._spans[self._at : self._at + 1]
        return any(first <= start and end <= last for first, last in spans)
