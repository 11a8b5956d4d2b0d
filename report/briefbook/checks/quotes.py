"""Quotes stand in their sources, once, and are short; what is left out on purpose stands there, too."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.errors import Problem, SourceLocation
from briefbook.evidence.citations import supported_statements
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.support import EvidenceIndex
from briefbook.language.phrases import shortened
from briefbook.model import Quote
from briefbook.model.locations import place_of
from briefbook.sources.anchoring import Ambiguous, Missing, fold

MAX_QUOTE_WORDS = 40
"""A quote is the shortest clause that bears the statement."""


def check_quotes(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each quote that is not in its source exactly once, or is too long."""
    seen: set[Quote] = set()
    for statement, _ in supported_statements(resolved.briefing):
        for quote in getattr(statement, "evidence", ()):
            if quote not in seen:
                seen.add(quote)
                yield from _check_quote(resolved.evidence, quote, str(getattr(statement, "id", "")))


def _check_quote(index: EvidenceIndex, quote: Quote, statement: str) -> Iterator[Problem]:
    place: SourceLocation = place_of(quote.quote, quote.place)
    anchored = index.anchored(quote)
    if anchored.found is None:
        return  # references.py says so
    match anchored.found:
        case Missing(nearest):
            hint = (
                f"the nearest passage is “{nearest}”"
                if nearest
                else "copy it from the source letter for letter"
            )
            message = f"this quote is not in {index.briefing.texts[anchored.source].name}: “{shortened(quote.quote)}”"
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


def check_omissions(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each omission whose sentence is not in its source."""
    briefing = resolved.briefing
    for omission in briefing.omissions:
        document = briefing.texts.get(omission.source or str(briefing.sources[0].id))
        if document is None:
            continue
        wanted = fold(omission.sentence)
        sentences = (fold(document.text[span.start : span.end]) for span in document.sentences)
        if not any(sentence.startswith(wanted) for sentence in sentences):
            place = place_of(omission.sentence, omission.place)
            message = f"no sentence of the source begins with “{omission.sentence}”"
            yield Problem(place, message, "copy the beginning of the sentence", "omission")
