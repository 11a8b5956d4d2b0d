"""What supports a statement: its quotes, the sentences that they stand in, and what is computed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property, lru_cache

from briefbook.errors import SourceLocation
from briefbook.evidence.formulas import WorkedFormula, work_out
from briefbook.frozen import dataclass
from briefbook.language.document import Document
from briefbook.model import (
    Briefing,
    Claim,
    Formula,
    GlanceItem,
    Quote,
    Source,
    Statement,
    Supported,
)
from briefbook.sources.anchoring import Ambiguous, Anchor, Missing, find_quote
from briefbook.text import StatementType
from briefbook.values.dates import long_date


@dataclass(frozen=True)
class AnchoredQuote:
    """A quote with the place in its source where it stands, searched for once."""

    quote: Quote
    source: str
    """Id of its source."""
    found: Anchor | Missing | Ambiguous | None
    """Where it stands, or why that cannot be said; None if the briefing lacks the source's text."""
    sentences: str = ""
    """The whole sentences of the source that it stands in; empty if it was not found."""
    around: str = ""
    """The paragraph of its source in which it begins; empty if it was not found."""
    year: int | None = None
    """The year that its source names last before it, for days that are written without one."""

    @property
    def text(self) -> str:
        """Its words."""
        return str(self.quote.quote)

    @property
    def anchor(self) -> Anchor | None:
        """Where it stands; None if it does not stand there exactly once."""
        return self.found if isinstance(self.found, Anchor) else None

    @property
    def paragraph(self) -> int | None:
        """The number of its paragraph, likewise."""
        return self.anchor.paragraph if self.anchor else None


class Role(StrEnum):
    """What of a briefing an assertion is, in the word by which messages call it."""

    CLAIM = "claim"
    EVENT = "event"
    AMOUNT = "amount"
    GLANCE = "glance"
    """A figure at a glance: its values are words that no formula need give."""
    EXHIBIT = "exhibit"
    CELL = "cell"
    PLACE = "place"
    PHASE = "phase"
    HEADLINE = "headline"
    REMARK = "note on the source"
    BOTTOM_LINE = "bottom line"
    ASSESSMENT = "assessment"
    PAGE_ONE = "page one"
    METADATA = "metadata"
    """What describes a source, a series or a conversion."""
    LABEL = "label"
    """A heading, the name of a row or lane: part of no statement of its own."""
    VOICE = "voice"
    """The name of whom a claim ascribes its view to: a label too."""


SHORT_BY_FORM = frozenset((Role.AMOUNT, Role.CELL, Role.EVENT, Role.GLANCE, Role.PLACE, Role.PHASE))
"""What is short because of where it stands hides nothing by it."""


@dataclass(frozen=True)
class Assertion:
    """Some texts of one statement, the words that support them, and its formulas worked out."""

    name: str
    """What messages call it: `claim transit`."""
    statement: str
    kind: StatementType
    texts: tuple[str, ...]
    supporting: tuple[str, ...]
    computed: tuple[WorkedFormula, ...]
    place: SourceLocation
    quotes: tuple[AnchoredQuote, ...] = ()
    """The quotes among what supports them."""
    role: Role = Role.CLAIM
    is_name: bool = False
    """A name or label: it asserts nothing, but what it names must be in the briefing."""
    voice: str = ""

    @cached_property
    def is_factual(self) -> bool:
        """Whether it tells what a source says, in the briefing's words."""
        is_told = self.kind in (StatementType.REPORTED, StatementType.ATTRIBUTED)
        return is_told and not self.is_name and bool(self.quotes)

    @property
    def is_label(self) -> bool:
        """A heading, the name of a row or lane, a voice: part of no statement of its own."""
        return self.role in (Role.LABEL, Role.VOICE)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraph in which each quote begins, once each."""
        return tuple(dict.fromkeys(quote.around for quote in self.quotes if quote.around))

    @property
    def sentences(self) -> tuple[str, ...]:
        """The whole sentences around each quote."""
        return tuple(quote.sentences for quote in self.quotes)


class EvidenceIndex:
    """The quotes and supporting words of a briefing's statements, each looked up once."""

    def __init__(self, briefing: Briefing) -> None:
        """Take a briefing; nothing is searched before it is asked for."""
        self.briefing = briefing
        self._anchored: dict[tuple[str, str, str, str], AnchoredQuote] = {}
        self._quotes: dict[int, tuple[Supported, tuple[AnchoredQuote, ...]]] = {}

    def anchored(self, quote: Quote) -> AnchoredQuote:
        """Return a quote with its place in its source."""
        source = self.briefing.source_of(quote)
        key = (source, str(quote.quote), str(quote.prefix), str(quote.suffix))
        if key not in self._anchored:
            self._anchored[key] = self._searched(quote, source)
        return self._anchored[key]

    def _searched(self, quote: Quote, source: str) -> AnchoredQuote:
        document = self.briefing.texts.get(source)
        if document is None:
            return AnchoredQuote(quote, source, None)
        found = find_quote(document, str(quote.quote), str(quote.prefix), str(quote.suffix))
        if not isinstance(found, Anchor):
            return AnchoredQuote(quote, source, found)
        around, year = _paragraph(document, found.start), _year_before(document, found.start)
        return AnchoredQuote(quote, source, found, _sentences(document, found), around, year)

    def quotes_of(self, statement: Supported) -> tuple[AnchoredQuote, ...]:
        """Return the quotes that support a statement: its own, then those it borrows, once each."""
        # By identity, since hashing a statement costs more than finding its quotes. The statement
        # is kept beside them: the identity of one that is gone may be another's.
        if id(statement) not in self._quotes:
            quotes = tuple(map(self.anchored, self.briefing.quotes_of(statement)))
            self._quotes[id(statement)] = statement, quotes
        return self._quotes[id(statement)][1]

    def work_out(
        self, formulas: tuple[Formula, ...], quotes: tuple[AnchoredQuote, ...] = ()
    ) -> tuple[WorkedFormula, ...]:
        """Return formulas worked out over the briefing and a statement's quotes."""
        words = tuple(quote.text for quote in quotes)
        return tuple(work_out(formula, self.briefing, words) for formula in formulas)

    def supporting_text(self, statement: Supported) -> tuple[str, ...]:
        """Return the words that may support a statement.

        These are its quotes, and the texts of computed statements that it rests on, which are
        checked against their own formulas.
        """
        quotes = self.quotes_of(statement)
        used = {quote.source for quote in quotes}
        # An outside record supports its own date: "announced in October 2011".
        dated = tuple(
            long_date(source.date)
            for source in self.briefing.sources
            if source.is_outside and source.date and source.id in used
        )
        words = tuple(quote.text for quote in quotes)
        return words + dated + tuple(self.computed_text(statement.supported_by))

    def computed_text(
        self, ids: tuple[str, ...], seen: frozenset[str] = frozenset()
    ) -> Iterator[str]:
        """Yield the texts of the computed statements among some, and of those that they rest on."""
        for id_ in map(str, ids):
            entry: Statement | None = self.briefing.statements.get(id_)
            if entry is None or id_ in seen:
                continue
            seen |= {id_}
            if isinstance(entry, Claim) and entry.computed:
                yield from (entry.text, entry.lead, entry.short, entry.terms, *entry.lines)
            if isinstance(entry, GlanceItem) and entry.computed:
                yield from (*entry.values, entry.note)
            yield from self.computed_text(entry.supported_by, seen)

    @cached_property
    def everything(self) -> tuple[str, ...]:
        """All words that support anything: texts that speak of the whole may rest on each."""
        words = [
            word
            for statement in self.briefing.statements.values()
            for word in (
                *self.supporting_text(statement),
                *self.computed_text((str(statement.id),)),
            )
        ]
        words += [
            f"{source.date_note} {self.title_words(source)}" for source in self.briefing.sources
        ]
        return tuple(dict.fromkeys(words))

    def title_words(self, source: Source) -> str:
        """Return the words of a source's title that its text has too: a title is no evidence for itself."""
        document = self.briefing.texts.get(str(source.id))
        text = document.text if document else ""
        return " ".join(
            word for word in source.title.split() if _bare(word) and _bare(word) in text
        )


def _bare(word: str) -> str:
    return word.strip(".,;:!?()[]“”‘’\"'")


def _paragraph(document: Document, start: int) -> str:
    span = document.paragraph_at(start)
    return document.text[span.start : span.end]


_YEAR = re.compile(r"(?<![\d.,$£€-])(?:1[0-9]|20)\d\d(?!\d|[.,]\d)")
_LOOK_BACK = 500, 6000
"""Most years stand close to what follows them: only where none does, more is looked through."""


def _year_before(document: Document, start: int) -> int | None:
    for reach in _LOOK_BACK:
        if years := _YEAR.findall(document.text, max(0, start - reach), start):
            return int(years[-1])
    return None


def _sentences(document: Document, anchor: Anchor) -> str:
    low = bisect_right(document.sentences, anchor.start, key=lambda span: span.end)
    high = bisect_left(document.sentences, anchor.end, key=lambda span: span.start)
    held = [document.text[span.start : span.end] for span in document.sentences[low:high]]
    return " ".join(" ".join(held).split())


_QUOTED = re.compile(r"“[^”]*”")


@lru_cache(maxsize=1 << 12)
def outside_quotes(text: str) -> str:
    """Return a text in which what stands in quotation marks is blank; every offset is kept."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text) if "“" in text else text


def factual_texts(assertion: Assertion) -> tuple[str, ...]:
    """Return the texts that tell what a source says, which rules of wording hold; none of a judgement."""
    return assertion.texts if assertion.is_factual else ()
