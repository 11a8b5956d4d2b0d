"""The ledger held against itself, and the two documents against each other."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from briefbook.errors import Problem
from briefbook.language.en.dates import find_dates
from briefbook.language.en.numbers import find_numbers
from briefbook.verify.ledger import Ledger, Passage
from briefbook.verify.pdf import FoundPaper
from briefbook.verify.pptx import FoundDeck
from briefbook.verify.report import Reporter
from briefbook.verify.words import words_of


def values_of(texts: tuple[str, ...]) -> list[dict[str, str]]:
    """Return every number and date of a fact's texts, each once, in order."""
    values: list[dict[str, str]] = []
    for text in texts:
        for number in find_numbers(text):
            value = {"number": f"{number.value:f}", "unit": number.unit, "bound": number.bound}
            values.append({key: said for key, said in value.items() if said})
        values += [{"date": found.date.edtf} for found in find_dates(text)]
    return list({tuple(sorted(value.items())): value for value in values}.values())


def check_ledger(ledger: Ledger) -> Iterator[Problem]:
    """Yield where the ledger is not the one that was built, or does not agree with itself."""
    reporter = Reporter(ledger.name, ledger)
    if not ledger.is_sealed:
        yield reporter.problem("", "the ledger was changed since it was built", "ledger-changed")
    quoted = {s: text for p in ledger.paper.texts for text, s in p.parts if s.startswith("passage")}
    for passage in ledger.passages:
        name, quote = f"passage {passage['number']}", str(passage["quote"])
        if quote not in quoted.get(name, ""):
            message = f"has the quote “{quote}” and prints “{quoted.get(name, 'nothing')}”"
            yield reporter.problem("passages", message, "ledger-differs", name)
    for fact in ledger.facts:
        yield from _fact(fact, ledger, reporter)


def _fact(fact: dict[str, Any], ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    statement, texts = str(fact["statement"]), tuple(fact["texts"])
    if (found := values_of(texts)) != fact["values"]:
        message = f"lists the values {_listed(fact['values'])}, and its texts say {_listed(found)}"
        yield reporter.problem(f"fact {fact['id']}", message, "ledger-differs", statement)
    wanted = [" ".join(words_of(text)) for text in texts]
    for numbers, said in (
        (fact["pages"], [p for p in ledger.paper.texts if {*p.pages} & {*fact["pages"]}]),
        (fact["slides"], _on_slides(fact["slides"], ledger)),
    ):
        parts = [(" ".join(words_of(text)), owner) for p in said for text, owner in p.parts]
        is_there = any(
            (statement and owner == statement) or any(text in part for text in wanted)
            for part, owner in parts
        )
        if numbers and not is_there:
            message = f"“{texts[0]}” is not printed where the ledger says"
            yield reporter.problem(f"fact {fact['id']}", message, "ledger-differs", statement)


def _on_slides(numbers: list[int], ledger: Ledger) -> list[Passage]:
    slides = ledger.deck.slides
    return [text for n in numbers if 0 < n <= len(slides) for text in slides[n - 1].texts]


def _listed(values: list[dict[str, str]]) -> str:
    said = (" ".join(value[key] for key in sorted(value)) for value in values)
    return ", ".join(said) or "none"


def check_agreement(paper: FoundPaper, deck: FoundDeck, ledger: Ledger) -> Iterator[Problem]:
    """Yield each figure attached to the paper that the deck's chart of the same exhibit lacks."""
    reporter = Reporter("both", ledger)
    for number, slide in enumerate(ledger.deck.slides[: len(deck.slides)]):
        name = f"{slide.exhibit}.csv"
        charts = deck.slides[number].charts
        if not charts or name not in paper.attachments:
            continue
        drawn = [value for cell in charts[0].cells.values() if (value := _number(cell)) is not None]
        rows = csv.reader(io.StringIO(paper.attachments[name][0].decode("utf-8", "replace")))
        for row in list(rows)[1:]:
            for cell in row:
                value = _number(cell)
                if value is None or any(_rounds_to(other, value) for other in drawn):
                    continue
                message = f"the paper's {name} has {cell} ({row[0]}), and the deck's chart does not"
                place = f"slide {number + 1}"
                yield reporter.problem(place, message, "differs-between", name.removesuffix(".csv"))


def _number(text: str) -> Decimal | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _rounds_to(exact: Decimal, value: Decimal) -> bool:
    """Tell whether a number is the other one with its fewer decimals."""
    places = value.as_tuple().exponent
    step = Decimal(1).scaleb(places if isinstance(places, int) else 0)
    return abs(exact - value) <= step / 2
