"""All facts of a document."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.source.document import Document
from briefbook.source.facts.fact import Fact, Kind, Money
from briefbook.source.find_dates import find_dates
from briefbook.source.numbers import find_numbers


def find_facts(document: Document) -> tuple[Fact, ...]:
    """Return every fact of a document in order; facts of different kinds may overlap."""
    return tuple(sorted(_facts(document.text), key=lambda fact: (fact.start, -fact.end)))


def _facts(text: str) -> Iterator[Fact]:
    for date in find_dates(text):
        yield Fact(Kind.DATE, text[date.start : date.end], date.start, date.end, date.date.edtf)
    for number in find_numbers(text):
        if len(number.unit) == len("USD"):
            quote = text[number.start : number.end]
            value = Money(number.value, number.unit)
            yield Fact(Kind.MONEY, quote, number.start, number.end, value)
