"""All facts of a document: each finder is let loose on one passage after the other."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager

from briefbook.language.document import Document
from briefbook.language.en.mentions.agreements import acronyms
from briefbook.language.en.mentions.mention import EntityType, Mention, Person
from briefbook.language.en.mentions.money import settle
from briefbook.language.en.mentions.parallel import read_passages
from briefbook.language.en.mentions.passages import Passage, passages
from briefbook.language.en.mentions.people import PersonMention, refer
from briefbook.language.en.mentions.places import find_learned, learn_places

_SMALL_WORD = re.compile(r"(?<![^\s(“\"'‘-])[a-z]{2,}")
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z]{1,9}\b")


def find_facts(document: Document) -> tuple[Mention, ...]:
    """Return every fact of a document in order; facts of different kinds may overlap."""
    with _without_collection():
        return _found(document)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Look for no garbage meanwhile: a hundred thousand facts are none, and looking takes time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _found(document: Document) -> tuple[Mention, ...]:
    facts: list[Mention] = []
    mentions: list[PersonMention] = []
    known_small = frozenset(_SMALL_WORD.findall(document.text))
    parts = tuple(passages(document))
    readings = read_passages([part.text for part in parts], known_small)
    for passage in parts:
        found, named = readings[passage.text]
        facts += [_moved(fact, passage, document) for fact in found]
        mentions += [mention.moved(passage.start) for mention in named]
    facts = settle(facts, document.text)
    facts += _defined(document, [fact for fact in facts if fact.kind is EntityType.AGREEMENT])
    surnames = frozenset(mention.surname for mention in mentions if mention.is_person)
    learned = learn_places(document.text, surnames)
    facts += _learned(document, learned, facts)
    facts += _people(document, mentions, facts)
    return tuple(sorted(facts, key=lambda fact: (fact.start, -fact.end, fact.kind)))


def _learned(document: Document, names: frozenset[str], facts: list[Mention]) -> list[Mention]:
    """Return places that the document has taught, where no listed one stands already."""
    taken = _Covered(fact for fact in facts if fact.kind is EntityType.PLACE)
    return [
        fact for fact in find_learned(document.text, names) if not taken.has(fact.start, fact.end)
    ]


def _moved(fact: Mention, passage: Passage, document: Document) -> Mention:
    start, end = fact.start + passage.start, fact.end + passage.start
    return Mention(fact.kind, document.text[start:end], start, end, fact.value, fact.cues)


def _people(
    document: Document, mentions: list[PersonMention], facts: list[Mention]
) -> Iterator[Mention]:
    """Yield people, but none whose name is only part of an agreement's title."""
    titles = _Covered(fact for fact in facts if fact.kind is EntityType.AGREEMENT)
    for mention, name, role in refer(mentions):
        if not titles.has(mention.start, mention.end):
            quote = document.text[mention.start : mention.end]
            yield Mention(EntityType.PERSON, quote, mention.start, mention.end, Person(name, role))


def _defined(document: Document, agreements: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions of agreements by an acronym that the document gives with a title."""
    titles = dict(reversed(list(acronyms(agreements))))
    if not titles:
        return
    covered = _Covered(agreements)
    for match in _ACRONYM.finditer(document.text):
        if match[0] in titles and not covered.has(*match.span()):
            yield Mention(
                EntityType.AGREEMENT, match[0], match.start(), match.end(), titles[match[0]]
            )


class _Covered:
    """The stretches of a document that some facts take."""

    def __init__(self, facts: Iterator[Mention] | list[Mention]) -> None:
        self._spans = sorted((fact.start, fact.end) for fact in facts)
        self._at = 0

    def has(self, start: int, end: int) -> bool:
        """Tell whether a stretch lies inside a taken one; to be asked from first to last."""
        while self._at < len(self._spans) and self._spans[self._at][1] <= start:
            self._at += 1
        spans = self._spans[self._at : self._at + 1]
        return any(first <= start and end <= last for first, last in spans)
