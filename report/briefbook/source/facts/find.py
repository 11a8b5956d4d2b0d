"""All facts of a document: each finder is let loose on one passage after the other."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.source.document import Document
from briefbook.source.facts.dates import find_date_facts
from briefbook.source.facts.fact import Fact
from briefbook.source.facts.money import find_money
from briefbook.source.facts.passages import passages


def find_facts(document: Document) -> tuple[Fact, ...]:
    """Return every fact of a document in order; facts of different kinds may overlap."""
    return tuple(sorted(_facts(document), key=lambda fact: (fact.start, -fact.end, fact.kind)))


def _facts(document: Document) -> Iterator[Fact]:
    for passage in passages(document):
        for find in (find_date_facts, find_money):
            for fact in find(passage.text):
                yield _moved(fact, passage.start, document)


def _moved(fact: Fact, by: int, document: Document) -> Fact:
    start, end = fact.start + by, fact.end + by
    return Fact(fact.kind, document.text[start:end], start, end, fact.value, fact.cues)
