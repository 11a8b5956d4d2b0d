"""Every passage that a briefing quotes, numbered once, so that [5] is the same on page and slide.

Passages are numbered in the order of the sources and of their place in them, not of their use:
a new statement does not renumber the rest of a paragraph's passages, and the evidence reads in the
order of the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby

from briefbook.evidence.support import AnchoredQuote, EvidenceIndex
from briefbook.frozen import dataclass
from briefbook.language.en.cues import META
from briefbook.language.en.speakers import ascribes
from briefbook.language.en.stemmer import content_stems
from briefbook.model import Briefing, Claim, Quote, Said, Supported
from briefbook.sources.anchoring import Anchor
from briefbook.text import StatementType


@dataclass(frozen=True)
class CitedPassage:
    """A quoted passage: its number, the quote, and where it stands in its source."""

    number: int
    source: str
    quote: Quote
    anchor: Anchor
    is_view: bool
    """Only attributed statements rest on it: it judges rather than reports."""


@dataclass(frozen=True, order=True)
class Span:
    """Where a quote stands, in the order of the sources."""

    source: int
    start: int
    end: int
    paragraph: int


def outermost(spans: Iterable[Span]) -> dict[Span, Span]:
    """Return for each span the longest of those that hold it; itself if no other does.

    Only spans within no other can be that: in the order of their starts their ends rise as well, so
    that those which hold a span stand in a row, found by bisection.
    """
    found: dict[Span, Span] = {}
    ordered = sorted(spans, key=lambda span: (span.source, span.start, -span.end))
    for _, group in groupby(ordered, key=lambda span: span.source):
        own, widest = tuple(group), list[Span]()
        for span in own:
            if not widest or span.end > widest[-1].end:
                widest.append(span)
        starts, ends = [span.start for span in widest], [span.end for span in widest]
        for span in own:
            holding = widest[bisect_left(ends, span.end) : bisect_right(starts, span.start)]
            found[span] = max(holding, key=lambda other: (other.end - other.start, other))
    return found


class Citations:
    """The numbered passages of one briefing; it must have passed the checks.

    A quote that lies inside a longer one is cited as that one, so that the evidence shows a
    sentence once and whole.
    """

    def __init__(self, index: EvidenceIndex) -> None:
        """Number every quote in use."""
        self._index = index
        briefing = index.briefing
        self._order = {str(source.id): index for index, source in enumerate(briefing.sources)}
        found: dict[Span, tuple[Quote, set[StatementType]]] = {}
        for statement, kind in supported_statements(briefing):
            for quote in index.quotes_of(statement):
                if span := self._span(quote):
                    found.setdefault(span, (quote.quote, set()))[1].add(kind)
        outer = outermost(found)
        kinds: dict[Span, set[StatementType]] = {}
        for span, (_, used_as) in found.items():
            kinds.setdefault(outer[span], set()).update(used_as)
        numbered = {
            span: CitedPassage(
                number,
                str(briefing.sources[span.source].id),
                found[span][0],
                Anchor(span.start, span.end, span.paragraph),
                is_view=StatementType.ATTRIBUTED in kinds[span]
                and StatementType.REPORTED not in kinds[span],
            )
            for number, span in enumerate(sorted(kinds), 1)
        }
        self.passages = tuple(numbered.values())
        self._passage_of = {span: numbered[outer[span]] for span in found}
        self._of: dict[int, tuple[Supported, tuple[CitedPassage, ...]]] = {}

    def _span(self, quote: AnchoredQuote) -> Span | None:
        if quote.anchor is None:
            return None
        anchor = quote.anchor
        return Span(self._order[quote.source], anchor.start, anchor.end, anchor.paragraph)

    def passage(self, quote: Quote) -> CitedPassage:
        """Return the passage of a quote; raises LookupError for one that is not in its source."""
        span = self._span(self._index.anchored(quote))
        if span is None:
            raise LookupError(f"not in the source: {quote.quote}")
        return self._passage_of[span]

    def of(self, statement: Supported) -> tuple[CitedPassage, ...]:
        """Return the passages that bear a statement, in the order of their numbers."""
        known = self._of.get(id(statement))
        if known is None:
            found = (self.passage(quote.quote) for quote in self._index.quotes_of(statement))
            numbered = {passage.number: passage for passage in found}
            # The statement is held, so that no other comes to stand at its place in memory.
            known = self._of[id(statement)] = (
                statement,
                tuple(numbered[n] for n in sorted(numbered)),
            )
        return known[1]


def supported_statements(briefing: Briefing) -> Iterator[tuple[Supported, StatementType]]:
    """Yield everything that rests on evidence, with the kind of statement that it is."""
    for claim in briefing.claims:
        yield claim, claim.kind
    for event in briefing.events:
        yield event, event.stance
    for amount in briefing.amounts:
        yield amount, StatementType.REPORTED
    for exhibit in briefing.exhibits:
        for part in exhibit.statements:
            yield part, part.stance
    for group in briefing.notes_on_the_source:
        for remark in group.remarks:
            yield remark, StatementType.JUDGEMENT
            yield Said(remark.says), StatementType.JUDGEMENT


# ── Quotation boxes ──────────────────────────────────────────────────────────────────────────────
# A source tells who said what, “The ambassador told the Committee that his country “did not ask for
# loans””, and only the words within its own quotation marks are the ambassador's.

_SPOKEN = re.compile(r"“([^“”]+)”|«([^«»]+)»|„([^“”„]+)[“”]|\"([^\"]+)\"")
_DETAILS = re.compile(r"[,;(]| who | that ")
"""Where a voice's description goes into details: “unnamed author who writes “our forces””."""
_NAMELESS = content_stems("unnamed author passage source")
_BETWEEN = " […] "
_FEWEST_WORDS = 3
"""Of what is said; fewer are a name or a single term."""


@dataclass(frozen=True)
class Spoken:
    """The words of a quotation box, without their marks, and whose they are."""

    words: tuple[tuple[CitedPassage, str], ...]
    """What is shown of each passage."""
    is_own: bool
    """The words of the one who is named, as the source quotes them."""
    is_told: bool
    """The source's words on the one who is named: it tells what that one says."""


def spoken(claim: Claim, passages: Iterable[CitedPassage]) -> Spoken:
    """Return what to show of a view's passages, and whether the voice or the source says it."""
    given, names = tuple(passages), voice_stems(claim)
    own = tuple((passage, words) for passage in given if (words := _own_words(passage)))
    if own and names:
        return Spoken(own, is_own=True, is_told=False)
    told = any(names & content_stems(passage.quote.quote) for passage in given)
    return Spoken(tuple((p, str(p.quote.quote)) for p in given), is_own=False, is_told=told)


def voice_words(claim: Claim) -> str:
    """Return a voice without what describes it: `Ansel Drury`."""
    return _DETAILS.split(str(claim.voice))[0]


def voice_stems(claim: Claim) -> frozenset[str]:
    """Return the words that name a voice; none of one that has no name."""
    return bare_voice(str(claim.voice))


def bare_voice(voice: str) -> frozenset[str]:
    """Return the words of a voice that name somebody, without what describes it."""
    return content_stems(_DETAILS.split(voice)[0]) - _NAMELESS


def needs_voice(claim: Claim) -> bool:
    """Tell whether a view's text neither names its voice nor has a word of saying, nor quotes."""
    if claim.kind is not StatementType.ATTRIBUTED or _SPOKEN.search(claim.text):
        return False
    names = voice_stems(claim)
    is_named = bool(names) and names <= content_stems(claim.text)
    return not (is_named or ascribes(claim.text) or META.search(claim.text))


def _own_words(passage: CitedPassage) -> str:
    """Return what a passage has in quotation marks of its own; several stretches are joined."""
    found = (next(filter(None, match.groups())) for match in _SPOKEN.finditer(passage.quote.quote))
    return _BETWEEN.join(words for words in found if len(words.split()) >= _FEWEST_WORDS)
