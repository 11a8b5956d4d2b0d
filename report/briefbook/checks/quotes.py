"""Quotes stand in their sources, once, and are short; what is left out on purpose stands there, too.

What a quote leaves out is read again: `[…]` must not drop a “not”, nor a quote begin behind one. A quote stands as
evidence for its words; the words that it cuts may take them back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.errors import Problem, SourceLocation
from briefbook.evidence.citations import supported_statements
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.support import AnchoredQuote, EvidenceIndex
from briefbook.language.en.negation import PLAIN_NEGATION
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


_GAP = re.compile(r"\s*\[(?:…|\.\.\.)\]\s*")
_HEDGE = re.compile(
    r"\b(?:fail(?:s|ed)? to|refus(?:es|ed) to|declin(?:es|ed) to|plan(?:s|ned)? to|hope[sd]? to|intend(?:s|ed)? to|"
    r"propose[sd]? to|promise[sd]? to|allegedly|reportedly|non-binding|draft|proposed|hardly|unless|denie[sd] that|"
    r"outside of|except(?: for)?|apart from|excluding|minimal|refrain(?:s|ed)? from)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:not|never|no|nor|neither|cannot|hardly|fail(?:s|ed)? to|refus(?:es|ed) to|declin(?:es|ed) to|plan(?:s|ned)? to|"
    r"hope[sd]? to|intend(?:s|ed)? to|propose[sd]? to|promise[sd]? to|denie[sd] that|false that|whether)$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][”\"’)]?\s+[A-Z“]")
_LOOK_BACK = 40


def check_cut_quotes(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield an error for each cut that drops a negation or a plan, or joins two sentences."""
    seen: set[tuple[str, str]] = set()
    for statement, _ in supported_statements(resolved.briefing):
        told = " ".join(
            str(getattr(statement, name, "") or "") for name in ("text", "title", "lead")
        )
        for quote in resolved.evidence.quotes_of(statement):
            key = (quote.source, quote.text)
            if key not in seen and quote.anchor and quote.source in resolved.briefing.texts:
                seen.add(key)
                yield from _check_cut(resolved, quote, told, str(getattr(statement, "id", "")))


def _check_cut(
    resolved: ResolvedBriefing, quote: AnchoredQuote, told: str, id_: str
) -> Iterator[Problem]:
    assert quote.anchor is not None  # noqa: S101  its caller looked
    text = resolved.briefing.texts[quote.source].text
    place = place_of(quote.quote.quote, quote.quote.place)
    around = text[max(0, quote.anchor.start - _LOOK_BACK) : quote.anchor.start]
    before = _BEFORE.search(" ".join(around.split()))
    # “Never” in the line above a row of a table is the head of a column.
    is_head = before and before[0][0].isupper() and "\n" in around[len(around.rstrip()) :]
    if before and not is_head and before[0].lower() not in told.lower():
        message = f"this quote begins right behind “{before[0]}”: “… {before[0]} {quote.text[:_LOOK_BACK]}…”"
        yield Problem(place, message, "begin the quote before it", "quote-behind", id_)
    for left_out, begins in _left_out(
        fold(text[quote.anchor.start : quote.anchor.end]), fold(quote.text)
    ):
        cut = PLAIN_NEGATION.search(left_out) or _HEDGE.search(left_out)
        if cut and cut[0].lower() not in told.lower():
            message = f"“[…]” leaves out “{cut[0]}”: “{left_out.strip()}”"
            yield Problem(place, message, "keep the word that takes it back", "quote-gap", id_)
        elif _SENTENCE_END.search(left_out + begins):
            message = f"“[…]” joins two sentences: “{left_out.strip()}”"
            yield Problem(place, message, "quote each sentence by itself", "quote-gap", id_)


def _left_out(passage: str, quote: str) -> Iterator[tuple[str, str]]:
    """Yield what each gap of a quote leaves out of its passage, and the letter that it goes on with."""
    parts = [part for part in _GAP.split(quote) if part]
    at = 0
    for number, part in enumerate(parts):
        found = passage.find(part, at)
        if found < 0:
            return
        if number:
            yield passage[at:found], part[0]
        at = found + len(part)
