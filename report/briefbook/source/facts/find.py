"""All facts of a document: each finder is let loose on one passage after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.source.document import Document
from briefbook.source.facts.dates import find_date_facts
from briefbook.source.facts.fact import Fact, Kind, Person
from briefbook.source.facts.money import find_money
from briefbook.source.facts.passages import Passage, passages
from briefbook.source.facts.people import Mention, find_mentions, refer
from briefbook.source.facts.tokens import tokenise

_SMALL_WORD = re.compile(r"(?<![^\s(“\"'‘-])[a-z]{2,}")


def find_facts(document: Document) -> tuple[Fact, ...]:
    """Return every fact of a document in order; facts of different kinds may overlap."""
    return tuple(sorted(_facts(document), key=lambda fact: (fact.start, -fact.end, fact.kind)))


def _facts(document: Document) -> Iterator[Fact]:
    known_small = frozenset(_SMALL_WORD.findall(document.text))
    mentions: list[Mention] = []
    for passage in passages(document):
        for find in (find_date_facts, find_money):
            for fact in find(passage.text):
                yield _moved(fact, passage, document)
        tokens = tokenise(passage.text)
        mentions += find_mentions(tokens, passage.start, known_small)
    for mention, name, role in refer(mentions):
        quote = document.text[mention.start : mention.end]
        yield Fact(Kind.PERSON, quote, mention.start, mention.end, Person(name, role))


def _moved(fact: Fact, passage: Passage, document: Document) -> Fact:
    start, end = fact.start + passage.start, fact.end + passage.start
    return Fact(fact.kind, document.text[start:end], start, end, fact.value, fact.cues)
