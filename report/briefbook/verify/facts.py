"""The ledger held against itself, and the two documents against each other."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from briefbook.errors import Problem
from briefbook.language.words import words_of
from briefbook.localization import localized_number
from briefbook.manifest import values_of
from briefbook.verify.agreement import manifest_faults
from briefbook.verify.found_paper import FoundPaper
from briefbook.verify.ledger import Exhibit, Ledger, Passage
from briefbook.verify.pptx import FoundDeck
from briefbook.verify.report import Reporter


def check_ledger(ledger: Ledger) -> Iterator[Problem]:
    """Yield where the ledger is not the one that was built, or does not agree with itself."""
    reporter = Reporter(ledger.name, ledger)
    if not ledger.is_sealed:
        yield reporter.problem("", "the ledger was changed since it was built", "ledger-changed")
    quoted = {s: text for p in ledger.paper.texts for text, s in p.parts if s.startswith("passage")}
    for passage in ledger.passages if ledger.paper.texts else ():  # the deck was built alone
        name, quote = f"passage {passage['number']}", str(passage["quote"])
        if quote not in quoted.get(name, ""):
            message = f"has the quote “{quote}” and prints “{quoted.get(name, 'nothing')}”"
            yield reporter.problem("passages", message, "ledger-differs", name)
    for fact in ledger.facts:
        yield from _fact(fact, ledger, reporter)
    for where, message in manifest_faults(ledger.data):
        yield reporter.problem(where, message, "ledger-differs")


def _fact(fact: dict[str, Any], ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    statement, texts = str(fact["statement"]), tuple(fact["texts"])
    if (found := values_of(texts)) != fact["values"]:
        message = f"lists the values {_listed(fact['values'])}, and its texts say {_listed(found)}"
        yield reporter.problem(f"fact {fact['id']}", message, "ledger-differs", statement)
    wanted = [_spaced(text) for text in texts]
    for numbers, said in (
        (fact["pages"], [p for p in ledger.paper.texts if {*p.pages} & {*fact["pages"]}]),
        (fact["slides"], _on_slides(fact["slides"], ledger)),
    ):
        parts = [(_spaced(text), owner) for p in said for text, owner in p.parts]
        is_there = any(
            (statement and owner == statement) or any(text in part for text in wanted)
            for part, owner in parts
        )
        if numbers and not is_there:
            message = f"“{next(iter(texts), statement)}” is not printed where the ledger says"
            yield reporter.problem(f"fact {fact['id']}", message, "ledger-differs", statement)


@lru_cache(maxsize=4096)  # each fact is looked for among all texts of its pages
def _spaced(text: str) -> str:
    return " ".join(words_of(text))


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
        exhibit = slide.exhibit
        name, charts = f"{exhibit}.csv", deck.slides[number].charts
        if not charts or name not in paper.attachments:
            continue
        drawn = {value for cell in charts[0].cells.values() if (value := _number(cell)) is not None}
        for row in _csv_rows(paper.attachments[name][0]):
            for cell in row[1:]:
                value = _number(cell)
                if value is None or value in drawn:
                    continue
                message = f"the paper's {name} has {cell} ({row[0]}), and the deck's chart does not"
                place = f"slide {number + 1}"
                yield reporter.problem(place, message, "differs-between", exhibit)


def check_exhibits(
    paper: FoundPaper | None, deck: FoundDeck | None, ledger: Ledger
) -> Iterator[Problem]:
    """Yield each exact value of an exhibit that the files' own data do not have, or print otherwise.

    Held against it: the data sheet of the native chart, the attached CSV file, and the printed
    table, in which the value must stand rounded as the manifest says.
    """
    reporter = Reporter(ledger.name, ledger)
    words = {spaced(text.text) for text in paper.texts} if paper else set()
    slides = {slide.id: n for n, slide in enumerate(ledger.deck.slides)}
    for id_, exhibit in ledger.exhibits.items():
        values = [(at, value) for series in exhibit.points for at, value in series]
        at_slide = slides.get(f"exhibit-{id_}")
        if deck and at_slide is not None and at_slide < len(deck.slides):
            cells = [c for chart in deck.slides[at_slide].charts for c in chart.cells.values()]
            if cells:  # a chart drawn as shapes has no data sheet: its words are held as they stand
                yield from _lacking(values, cells, f"slide {at_slide + 1}", id_, reporter)
        attached = paper.attachments.get(f"{id_}.csv") if paper else None
        if attached:
            cells = [cell for row in _csv_rows(attached[0]) for cell in row[1:]]
            yield from _lacking(values, cells, f"attachment {id_}.csv", id_, reporter)
        for at, value in values if paper and exhibit.decimals is not None else ():
            text = spaced(printed_value(value, exhibit))
            if text not in words and not any(word.startswith(f"{text} ") for word in words):
                message = (
                    f"the value {value:f} of {at} should be printed as {text} in the data table"
                )
                yield reporter.problem("", message, "table-value", id_)


def _lacking(
    values: list[tuple[str, Decimal]], cells: list[str], place: str, id_: str, reporter: Reporter
) -> Iterator[Problem]:
    known = {value for cell in cells if (value := _number(cell)) is not None}
    for at, value in values:
        if value not in known:
            message = f"holds no {value:f} ({at}), which the manifest has for the exhibit"
            yield reporter.problem(place, message, "exhibit-value", id_)


def spaced(text: str) -> str:
    """Return a text with plain spaces: what a reader takes out of a file may have lost the others of “1 234”."""
    return " ".join(text.split())


def printed_value(value: Decimal, exhibit: Exhibit) -> str:
    """Return a value as a data table prints it: grouped, with a true minus, and `<0.1` for less."""
    step = Decimal(1).scaleb(-(exhibit.decimals or 0))
    rounded = (value / exhibit.factor).quantize(step, ROUND_HALF_UP)
    if not value:
        return "0"
    if not rounded:
        least = localized_number(f"{step:f}")
        return f"<{least}" if value > 0 else f">−{least}"
    return f"{'−' if rounded < 0 else ''}{localized_number(f'{abs(rounded):,f}')}"


def _csv_rows(data: bytes) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(data.decode("utf-8", "replace"), newline="")))[1:]
    except csv.Error:  # told as a line that is not the ledger's
        return []


def _number(text: str) -> Decimal | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
