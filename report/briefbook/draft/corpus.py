"""What a draft is made from: the sources' sentences with the facts in each, and what is no sentence.

A sentence is a stretch of a source's snapshot. What is boilerplate, a heading, or unfit to quote
stays out, each with the reason that the draft will list.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefbook.draft.edges import bare_span, has_numbered_notes, has_run_in_headings
from briefbook.draft.glyph_coverage import masked, printable_only
from briefbook.draft.lists import ListFound, Stretch, lists_in, told
from briefbook.draft.lone_lines import ENDED, captions_in, headlines_in, torn_in
from briefbook.draft.long_sources import NOT_READ, facts_of, passages_read
from briefbook.draft.publishers import publisher_in
from briefbook.draft.silence import is_beside, reason_for_silence
from briefbook.draft.speech import NOBODY, Quotations, Speaker
from briefbook.draft.titles import in_small_letters
from briefbook.draft.trim import has_verb
from briefbook.draft.unfit import MAX_LETTERS, reason_unfit
from briefbook.language.document import Document, Span
from briefbook.language.en.mentions import EntityType, Mention
from briefbook.sources.reading import LOST
from briefbook.sources.source_text import Boilerplate, SourceText

_HEAD_WORDS, _HEAD_LETTERS = 12, 240
_TELLING = frozenset((EntityType.DATE, EntityType.MONEY, EntityType.AGREEMENT))
"""Facts that make a line without a verb worth keeping."""
_LETTERS = re.compile(r"[^\W_]+|[$€£%<>≥≤±+]|[.,](?=\d)|-(?=\d)")
_SPLIT = re.compile(r"\b(?:vs?|Nos?|Sec|Art|cf|Lt|Gen|Col|Sgt|Capt|Rev|Gov|Hon)\.\s+\Z")
"""Hill v. Office of the Lake: the point ends no sentence."""
_BEFORE = 12
_REFERENCE = re.compile(
    r"\s?\((?:(?:see )?(?:Tables?|Figures?|Figs?\.|Exhibits?|Box|Annex|Appendix|Charts?)\s[\w ,.–-]{1,14}|[\d ,–-]{1,12})\)\.\s*",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s*[(\[](?:read )?more[)\]]", re.IGNORECASE)
"""Behind an entry of a list of contents: (More)."""


@dataclass(frozen=True)
class Text:
    """One source: its id in the briefing, and what its reader says of it."""

    id: str
    file: str
    """Its name in the seed folder."""
    origin: str
    """The name of the file that was read."""
    read: SourceText

    @property
    def document(self) -> Document:
        """The snapshot."""
        return self.read.document


def publisher_of(text: Text) -> str:
    """Return who publishes a source, as far as it says; empty if it does not."""
    told = text.read.about.publisher.split(" | ")[0]
    host = _ADDRESS.fullmatch(told.strip())
    return printable_only((host["host"] if host else told) or publisher_in(text.read))


_ADDRESS = re.compile(r"https?://(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)+)/?")
"""What a site gives for its name, though it is its address."""


_SPOKEN_BY = re.compile(
    r"(?:(?:opening|closing|keynote) )?(?:statement|remarks|address|speech)(?: delivered)? (?:by|of) "
    r"(?:(?:His|Her|Their) (?:Excellency|Majesty|(?:Royal )?Highness),? )?(?:H\.?E\.? )?(?P<who>(?:(?:Mrs?|Ms|Dr|Prof|Hon)\.? )?[^,;:()]{3,60}?)"
    r"(?=[,;:()]|\s(?:at|on|in|to|before|after|during|for|upon|following|and)\b|$)",
    re.IGNORECASE,
)


_SPOKEN_OF = re.compile(
    r"(?P<who>[A-Z][\w. -]{3,60}?)[’']s? (?:opening |closing |keynote )?(?:statement|remarks|address|speech)\b"
)
"""The Director-General's opening remarks at the briefing."""
SUMMARY, _HEAD = (
    re.compile(r"\bsummary of what was said by (?P<who>[^,;:()–—]{4,80}?)(?= [–—-]|,| at\b)"),
    300,
)
"""What a spokesperson said, told as the office's own words, and letters at whose head it is said so."""
_FORUM = re.compile(r"\b(?:Parliament|Hansard|Wikipedia|Wikisource|Archive)s?\b")
"""Where others speak: what it publishes is not said by it."""


def author_of(text: Text) -> str:
    """Return whose words a source is: whoever its title says to speak, else whoever publishes it."""
    title = in_small_letters(printable_only(text.read.about.title))
    spoken = _SPOKEN_BY.match(title) or _SPOKEN_OF.match(title)
    spoken = spoken or SUMMARY.search(text.document.text[:_HEAD])
    publisher = publisher_of(text)
    return spoken["who"].strip() if spoken else "" if _FORUM.search(publisher) else publisher


@dataclass(frozen=True)
class Sentence:
    """A sentence that can be quoted."""

    number: int
    """From 0, over all sources."""
    source: str
    start: int
    end: int
    head: str
    """The first words as the document has them, with what a list may put before."""
    text: str
    """With single spaces, and a gap where words cannot be printed."""
    paragraph: int
    heading: str
    """The heading that it stands under; empty before the first."""
    facts: tuple[Mention, ...] = ()
    opens_paragraph: bool = False
    headings: tuple[str, ...] = ()
    """The heading that it stands under and those above it, the highest first."""
    speaker: Speaker = NOBODY
    """Who says it, where it stands in quotation marks."""
    parts: tuple[Stretch, ...] = ()
    """Where its words stand, if not all from start to end: the head of a list, and items."""

    def of(self, kind: EntityType) -> tuple[Mention, ...]:
        """Return the facts of one kind."""
        return tuple(fact for fact in self.facts if fact.kind is kind)


@dataclass(frozen=True)
class LeftOut:
    """A stretch of a source that the draft does not use."""

    source: str
    head: str
    """The first words of the sentence, letter for letter."""
    reason: str


@dataclass(frozen=True)
class Material:
    """All sources of a draft."""

    texts: tuple[Text, ...]
    sentences: tuple[Sentence, ...]
    left_out: tuple[LeftOut, ...]

    def document(self, source: str) -> Document:
        """Return the snapshot of a source."""
        return next(text.document for text in self.texts if text.id == source)


def gather(texts: tuple[Text, ...]) -> Material:
    """Return the sentences of some sources with their facts."""
    sentences: list[Sentence] = []
    left_out: list[LeftOut] = []
    seen: dict[str, Sentence] = {}
    for text in texts:
        for found in _sentences(text):
            if isinstance(found, LeftOut):
                left_out.append(found)
            elif (key := _same(found.text)) in seen:
                where = f"stands in paragraph {seen[key].paragraph} too"
                left_out.append(LeftOut(text.id, found.head, where))
            else:
                seen[key] = found
                sentences.append(replace(found, number=len(sentences)))
    return Material(texts, tuple(sentences), tuple(left_out))


def _same(text: str) -> str:
    """Return what is the same of a sentence that a text has twice, with a comma more or another capital."""
    return " ".join(_LETTERS.findall(text.lower()))


def _sentences(text: Text) -> Iterator[Sentence | LeftOut]:
    sieve, last = _Sieve(text), 0
    lists, within = lists_in(text.document), 0
    for span in text.document.sentences:
        sieve.headings.move_to(span.start)
        if span.start < within:
            continue
        if (whole := lists.get(span.start)) and (joined := sieve.joined(whole)):
            yield from joined
            within, last = whole.items[-1].end, bisect_right(sieve.starts, whole.items[-1].start)
            continue
        head = _head(text.document.text[span.start : min(span.end, span.start + _HEAD_LETTERS)])
        paragraph = bisect_right(sieve.starts, span.start)
        if sieve.chosen is not None and paragraph not in sieve.chosen:
            yield LeftOut(text.id, head, NOT_READ)
            continue
        found = sieve.stretch(span, paragraph)
        if reason := next(filter(None, sieve.reasons(found)), ""):
            yield LeftOut(text.id, head, reason)
            continue
        yield sieve.sentence(found, head, opens_paragraph=paragraph != last)
        last = paragraph


@dataclass(frozen=True)
class _Stretch:
    """What a reader takes for a sentence, with what it is judged by."""

    span: Span
    start: int
    """Without what a list puts before it."""
    end: int
    words: str
    paragraph: int
    facts: tuple[Mention, ...]


class _Sieve:
    """What of a source tells its sentences from the rest; they are asked about in order."""

    def __init__(self, text: Text) -> None:
        self.document = document = text.document
        self._id = text.id
        self.chosen = passages_read(document)
        self.headings = _Headings(text)
        self.starts = [paragraph.start for paragraph in document.paragraphs]
        self.quotations = Quotations(document)
        self._facts = _Facts(facts_of(document, self.chosen))
        self._boilerplate = _Stretches(text.read.boilerplate)
        self._has_notes = has_numbered_notes(document)
        self._has_run_ins = has_run_in_headings(document)
        heads = frozenset(heading.start for heading in text.read.headings)
        self._captions, self._torn = captions_in(document, heads), torn_in(document)
        self._headlines = headlines_in(document, heads)
        self._title = _same(text.read.about.title)

    def stretch(self, span: Span, paragraph: int) -> _Stretch:
        start, end = bare_span(
            self.document,
            span.start,
            span.end,
            has_notes=self._has_notes,
            has_run_ins=self._has_run_ins,
        )
        words = self.document.text[start : min(end, start + 4 * MAX_LETTERS)]
        # With a letter lost it is not quoted at all: a gap may stand for the unit of a figure.
        words = " ".join(words.split()) if LOST in words else masked(words)
        return _Stretch(span, start, end, words, paragraph, self._facts.between(start, end))

    def sentence(self, found: _Stretch, head: str, *, opens_paragraph: bool) -> Sentence:
        """Return a stretch as a sentence."""
        return Sentence(
            0, self._id, found.start, found.end, head, self._closed(found), found.paragraph,
            self.headings.name, found.facts, opens_paragraph=opens_paragraph,
            headings=self.headings.chain, speaker=self.quotations.speaker(found.start, found.end),
        )  # fmt: skip

    def _closed(self, found: _Stretch) -> str:
        """Return its words with the full stop that stood behind a reference in brackets: … in 2006 (Table 4)."""
        left = self.document.text[found.end : found.span.end]
        return f"{found.words}." if _REFERENCE.fullmatch(left) else found.words

    def joined(self, whole: ListFound) -> list[Sentence]:
        """Return a list as statements of its head and items; none where its items are sentences themselves."""
        head, *items = (
            self.stretch(span, bisect_right(self.starts, span.start))
            for span in (whole.head, *whole.items)
        )
        others = [
            reason for each in (head, *items) for reason in self._reasons_around(each) if reason
        ]
        is_chosen = self.chosen is None or {i.paragraph for i in (head, *items)} <= self.chosen
        if others or not is_chosen or not any(map(self._unfit, items)):
            return []
        found = []
        for words, numbers in told(head.words, [item.words for item in items]):
            parts = [head, *(items[number] for number in numbers)]
            facts = tuple(fact for part in parts for fact in part.facts)
            first = _head(self.document.text[head.span.start : head.span.end])
            one = replace(head, end=parts[-1].end, words=words, facts=facts)
            places = tuple((part.start, part.end) for part in parts)
            made = self.sentence(one, first, opens_paragraph=True)
            if reason_unfit(words, is_bare=False) or reason_for_silence(words):
                return []
            found.append(replace(made, parts=places))
        return found

    def _unfit(self, found: _Stretch) -> str:
        is_bare = not has_verb(found.words) and not any(f.kind in _TELLING for f in found.facts)
        return reason_unfit(found.words, is_bare=is_bare)

    def reasons(self, found: _Stretch) -> Iterator[str]:
        """Yield why a stretch is left out, the plainest reason first; those that do not hold are empty."""
        words, paragraph, span = found.words, found.paragraph, found.span
        yield from self._reasons_around(found)
        yield self._unfit(found)
        if paragraph in self._torn and span.end >= self.document.paragraphs[paragraph - 1].end:
            yield "breaks off: it goes on in the next paragraph"
        yield _beside(self.document.text, span.start, span.end)
        if paragraph in self._captions and ENDED.search(words) is None:
            yield "a caption or a heading: it has no full stop, and all around it has"
        if paragraph in self._headlines:
            yield "one of several lines without a full stop: headlines, or names"
        yield reason_for_silence(words)

    def _reasons_around(self, found: _Stretch) -> Iterator[str]:
        """Yield why a stretch is left out by where it stands."""
        yield self._boilerplate.reason(found.start, found.end)
        is_title = self._title and _same(found.words) == self._title
        yield "heading" if is_title or self.headings.is_inside(found.span.start) else ""
        if self.headings.is_beside:
            yield "stands under a heading of what is beside the matter"


class _Headings:
    """The headings of a source, up to a place that only moves on."""

    def __init__(self, text: Text) -> None:
        self._text, self._all, self._passed = text.document.text, text.read.headings, 0
        self._names: dict[int, str] = {}
        self.name = ""
        """Of the heading in force; empty before the first."""

    def move_to(self, place: int) -> None:
        while self._passed < len(self._all) and self._all[self._passed].start <= place:
            heading = self._all[self._passed]
            self.name = _spaced(self._text[heading.start : heading.end])
            self._names = {level: n for level, n in self._names.items() if level < heading.level}
            self._names[heading.level] = self.name
            self._passed += 1

    def is_inside(self, place: int) -> bool:
        """Tell whether a place stands within the heading in force."""
        return self._passed > 0 and place < self._all[self._passed - 1].end

    @property
    def is_beside(self) -> bool:
        """A heading below the title says that what follows is beside the matter."""
        return self._passed > 0 and self._all[self._passed - 1].level > 1 and is_beside(self.name)

    @property
    def chain(self) -> tuple[str, ...]:
        """The heading in force and those above it, the highest first."""
        return tuple(self._names[level] for level in sorted(self._names))


def _beside(text: str, start: int, end: int) -> str:
    """Return why a sentence says nothing by what stands right before or behind it; empty if it does."""
    if _SPLIT.search(text, max(0, start - _BEFORE), start):
        return "begins in the middle of a sentence"
    return "navigation" if _MORE.match(text, end) else ""


def _head(text: str) -> str:
    """Return the first words; without the last of them where it may be torn."""
    words = text.split()
    whole = words[:-1] if len(text) == _HEAD_LETTERS and len(words) > 1 else words
    return " ".join(whole[:_HEAD_WORDS])


def _spaced(text: str) -> str:
    return " ".join(text.split())


class _Facts:
    """Facts by place, in the order of their starts."""

    def __init__(self, facts: tuple[Mention, ...]) -> None:
        self._facts = facts
        self._starts = [fact.start for fact in facts]

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(fact for fact in self._facts[low:high] if fact.end <= end)


class _Stretches:
    """Boilerplate by place; sentences are asked for in order."""

    def __init__(self, parts: tuple[Boilerplate, ...]) -> None:
        self._parts = sorted((part for part in parts if part.end > 0), key=lambda part: part.start)
        self._at = 0

    def reason(self, start: int, end: int) -> str:
        while self._at < len(self._parts) and self._parts[self._at].end <= start:
            self._at += 1
        if self._at < len(self._parts) and self._parts[self._at].start < end:
            return self._parts[self._at].reason
        return ""
