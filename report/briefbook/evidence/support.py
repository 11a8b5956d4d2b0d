"""What bears a statement: its quotes, the sentences that they stand in, and what is computed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefbook.errors import SourceLocation
from briefbook.language.document import Document
from briefbook.model import (
    Briefing,
    Claim,
    Formula,
    GlanceItem,
    Quote,
    Statement,
    Supported,
)
from briefbook.sources.anchoring import Anchor, find_quote
from briefbook.text import StatementType
from briefbook.values.dates import long_date


@dataclass(frozen=True)
class Assertion:
    """Some texts of one statement, the words that bear them, and its formulas."""

    name: str
    """What messages call it: `claim transit`."""
    statement: str
    kind: StatementType
    texts: tuple[str, ...]
    supporting: tuple[str, ...]
    computed: tuple[Formula, ...]
    place: SourceLocation
    quotes: tuple[Quote, ...] = ()
    """The quotes among what bears them."""
    is_name: bool = False
    """A name or label: it asserts nothing, but what it names must be in the briefing."""
    is_label: bool = False
    """A heading, the name of a row or lane, a voice: part of no statement of its own."""
    voice: str = ""


def supporting_text(briefing: Briefing, statement: Supported) -> tuple[str, ...]:
    """Return the words that may bear a statement.

    These are its quotes, and the texts of computed statements that it rests on, which are checked
    against their own formulas.
    """
    quoted = briefing.quotes_of(statement)
    quotes = tuple(str(quote.quote) for quote in quoted)
    used = {briefing.source_of(quote) for quote in quoted}
    # An outside record bears out its own date: "announced in October 2011".
    dated = tuple(
        long_date(source.date)
        for source in briefing.sources
        if source.is_outside and source.date and source.id in used
    )
    return quotes + dated + tuple(computed_text(briefing, statement.supported_by, set()))


def computed_text(briefing: Briefing, ids: tuple[str, ...], seen: set[str]) -> Iterator[str]:
    """Yield the texts of the computed statements among some, and of those that they rest on."""
    for id_ in ids:
        entry: Statement | None = briefing.statements.get(str(id_))
        if entry is None or id_ in seen:
            continue
        seen.add(str(id_))
        if isinstance(entry, Claim) and entry.computed:
            yield from (entry.text, entry.lead, entry.short, entry.terms, *entry.lines)
        if isinstance(entry, GlanceItem) and entry.computed:
            yield from (*entry.values, entry.note)
        yield from computed_text(briefing, entry.supported_by, seen)


def sentences_of(briefing: Briefing, quote: Quote) -> str:
    """Return the whole sentences of the source that a quote stands in; empty if it is not there."""
    document = briefing.texts.get(briefing.source_of(quote))
    if document is None:
        return ""
    return _sentences(document, str(quote.quote), str(quote.prefix), str(quote.suffix))


@lru_cache(maxsize=4096)
def _sentences(document: Document, exact: str, prefix: str, suffix: str) -> str:
    anchor = find_quote(document, exact, prefix, suffix)
    if not isinstance(anchor, Anchor):
        return ""
    held = [
        document.text[span.start : span.end]
        for span in document.sentences
        if span.start < anchor.end and anchor.start < span.end
    ]
    return " ".join(" ".join(held).split())


_QUOTED = re.compile(r"“[^”]*”")


def outside_quotes(text: str) -> str:
    """Return a text in which what stands in quotation marks is blank; every offset is kept."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)


def is_factual(assertion: Assertion) -> bool:
    """Tell whether an assertion tells what a source says, in the briefing's words."""
    is_told = (
        assertion.kind in (StatementType.REPORTED, StatementType.ATTRIBUTED)
        and not assertion.is_name
    )
    return is_told and bool(assertion.quotes)
