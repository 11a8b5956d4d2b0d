"""Quotes stand in their sources, once, and are short."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.errors import Problem, SourceLocation
from briefbook.evidence.citations import supported_statements
from briefbook.model import Briefing, Quote
from briefbook.sources.anchoring import Ambiguous, Missing, find_quote

MAX_QUOTE_WORDS = 40
"""A quote is the shortest clause that bears the statement."""


def check_quotes(briefing: Briefing) -> Iterator[Problem]:
    """Yield a problem for each quote that is not in its source exactly once, or is too long."""
    seen: set[Quote] = set()
    for statement, _ in supported_statements(briefing):
        for quote in getattr(statement, "evidence", ()):
            if quote not in seen:
                seen.add(quote)
                yield from _check_quote(briefing, quote, str(getattr(statement, "id", "")))


def _check_quote(briefing: Briefing, quote: Quote, statement: str) -> Iterator[Problem]:
    place: SourceLocation = getattr(quote.quote, "place", quote.place)
    source = briefing.source_of(quote)
    if source not in briefing.texts:
        return  # references.py says so
    match find_quote(briefing.texts[source], quote.quote, quote.prefix, quote.suffix):
        case Missing(nearest):
            hint = (
                f"the nearest passage is “{nearest}”"
                if nearest
                else "copy it from the source letter for letter"
            )
            message = (
                f"this quote is not in {briefing.texts[source].name}: “{_shortened(quote.quote)}”"
            )
            yield Problem(place, message, hint, "quote-not-found", statement)
        case Ambiguous(paragraphs):
            where = ", ".join(map(str, paragraphs))
            message = (
                f"this quote stands {len(paragraphs)} times in the source (paragraphs {where})"
            )
            hint = "quote more words, or add `prefix:` or `suffix:`"
            yield Problem(place, message, hint, "quote-ambiguous", statement)
        case _:
            pass
    if (count := len(quote.quote.split())) > MAX_QUOTE_WORDS:
        message = f"a quote of {count} words; at most {MAX_QUOTE_WORDS} are allowed"
        hint = "quote the shortest clause that bears the statement; `[…]` marks words left out"
        yield Problem(place, message, hint, "quote-too-long", statement)


def _shortened(text: str, limit: int = 80) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
