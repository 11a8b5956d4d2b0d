"""What a draft is made from: the sources' sentences with the facts in each, and what is no sentence.

A sentence is a stretch of a source's snapshot. What is boilerplate, a heading, or unfit to quote
stays out, each with the reason that the draft will list.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefbook.draft.edges import bare_span, has_numbered_notes
from briefbook.draft.glyph_coverage import GAP, masked, printable_only
from briefbook.draft.lone_lines import ENDED, FIGURES, captions_in, headlines_in, torn_in
from briefbook.draft.long_sources import NOT_READ, facts_of, passages_read
from briefbook.draft.publishers import publisher_in
from briefbook.draft.silence import is_beside, reason_for_silence
from briefbook.draft.speech import NOBODY, Quotations, Speaker
from briefbook.draft.titles import in_small_letters
from briefbook.draft.trim import has_verb
from briefbook.language.document import Document
from briefbook.language.en.mentions import EntityType, Mention
from briefbook.sources.reading import CELLS
from briefbook.sources.source_text import Boilerplate, SourceText
from briefbook.values.dates import MONTHS

MAX_LETTERS = 1_200
"""A sentence longer than this is a table or a list whose ends were lost."""
LEAST_WORDS = 4
_HEAD_WORDS, _HEAD_LETTERS = 12, 240
_LONGEST_WORD = 45
"""A stretch longer than this cannot be broken into lines: an address, or another script."""
_LEAST_LETTERS = 0.6
"""Share of letters and spaces below which a line is a table row, not a sentence."""

_TITLE_CASE = 0.7
"""Share of the longer words that begin with a capital in a title, and in no sentence."""
_ROW_FIGURES = 3
_DAY = re.compile(rf"\b(?:{'|'.join(MONTHS)}) \d{{1,2}}(?:, \d{{4}})?")
_MANY_FIGURES = 8
"""Figures that are a table run into a line, if every third word is one."""
_MOST_GAPS = 5
"""One word in so many may be of letters that cannot be printed."""

_TELLING = frozenset((EntityType.DATE, EntityType.MONEY, EntityType.AGREEMENT))
"""Facts that make a line without a verb worth keeping."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_LETTERS = re.compile(r"[^\W_]+|[$€£%<>≥≤±+]|[.,](?=\d)|-(?=\d)")
_LEADERS = re.compile(r"\.{4,}|(?:\s\.){4,}|_{4,}")
_QUESTION = re.compile(r"\?[\"”’)\]]*$")
_BROKEN = re.compile(r"(?:…|\.{3})[\"”’)\]]*$|\b(?:Pub|Stat|Reg|Fed|Cong|Rept|No|Sec|vs?)\.$")
"""A teaser that is cut, or a citation at whose point the sentence was split."""
_MIDDLE = re.compile(
    r"[|†‡§]|[\"“‘(]?(?:[a-z](?![A-Z]\w|Phone|Pad|-?[A-Z])[\w-]*|[)\],;]|\d{1,4}, (?:and|or|can|which|was|were|is|are)\b)[\s,)]"
)
"""A first word in small letters: what stands before it was torn off."""
_SPLIT = re.compile(r"\b(?:vs?|Nos?|Sec|Art|cf|Lt|Gen|Col|Sgt|Capt|Rev|Gov|Hon)\.\s+\Z")
"""Hill v. Office of the Lake: the point ends no sentence."""
_BEFORE = 12
_MORE = re.compile(r"\s*[(\[](?:read )?more[)\]]", re.IGNORECASE)
"""Behind an entry of a list of contents: (More)."""
_FRAGMENT = re.compile(r"(?:And|Or) (?:to|that|for|of|with) ")
"""What goes on with the sentence before: And to the need to ensure that …"""
_MOST_BARE = 12
_PLAIN_VERB = re.compile(
    r"\b(?:say|pay|work|make|take|give|help|need|want|fight|reject|point|attend|use|live|come|go|get|keep|let|see|know|"
    r"grow|rise|fall|win|lose|speak|write|read|sell|buy|build|bring|leave|meet|face|cost|cover|cross|carry|run|offer|"
    r"produce|receive|lent|dug|hid|swore|flew|threw|blew|sang|sank|shot|shut|hurt|meant|dealt|slept|swept|bent|caught|crept|"
    r"fled|fed|bred|hung|laid|learnt|lit|rode|rang|shook|shone|shrank|slid|spun|split|spread|stole|stuck|struck|swam|tore|wore|"
    r"require|allow|expect|believe|argue|add|[a-z]{3,}(?:ates?|izes?|ises?|ifies|ify)|[a-z]{3,}s(?=\s(?!or\b|and\b)[a-z]))\b"
)
"""What may be a verb where the rules know none; a short stretch without any is a label or was torn off."""
_NOUNS = re.compile(r"(?:[A-Z][\w’'-]*|of|the|and|in|for|to|on|with|,|\d[\d–-]*|\s)+\.")
"""Capitalised words, small words between them and a year: a heading with a full stop."""
_DANGLING_END = re.compile(
    r"\b(?:the|a|an|of|in|to|for|and|or|by|with|that|which|is|are|was|were|from|at|on|as)$"
)
_MASTHEAD = re.compile(
    r"^(?:PDF|HTML|Home|Share|Print|Menu|Search|Contents?|Skip to)\b|https?://\S+$|[|»].*[|»]"
)


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


_FORUM = re.compile(r"\b(?:Parliament|Hansard|Wikipedia|Wikisource|Archive)s?\b")
"""Where others speak: what it publishes is not said by it."""


def author_of(text: Text) -> str:
    """Return whose words a source is: whoever its title says to speak, else whoever publishes it."""
    spoken = _SPOKEN_BY.match(in_small_letters(printable_only(text.read.about.title)))
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
    document = text.document
    chosen = passages_read(document)
    facts = _Facts(facts_of(document, chosen))
    boilerplate = _Stretches(text.read.boilerplate)
    headings = [(h.start, h.end) for h in text.read.headings]
    levels = [h.level for h in text.read.headings]
    paragraph_starts = [paragraph.start for paragraph in document.paragraphs]
    quotations, has_notes = Quotations(document), has_numbered_notes(document)
    captions = captions_in(document, frozenset(start for start, _ in headings))
    torn, headlines = torn_in(document), headlines_in(document, frozenset(s for s, _ in headings))
    title = _same(text.read.about.title)
    heading, at, last_paragraph = "", 0, 0
    chain: dict[int, str] = {}
    for span in document.sentences:
        while at < len(headings) and headings[at][0] <= span.start:
            heading = _spaced(document.text[headings[at][0] : headings[at][1]])
            chain = {level: name for level, name in chain.items() if level < levels[at]}
            chain[levels[at]] = heading
            at += 1
        is_heading = at > 0 and headings[at - 1][0] <= span.start < headings[at - 1][1]
        head = _head(document.text[span.start : min(span.end, span.start + _HEAD_LETTERS)])
        paragraph = bisect_right(paragraph_starts, span.start)
        if chosen is not None and paragraph not in chosen:
            yield LeftOut(text.id, head, NOT_READ)
            continue
        start, end = bare_span(document, span.start, span.end, has_notes=has_notes)
        words = masked(document.text[start : min(end, start + 4 * MAX_LETTERS)])
        reason = boilerplate.reason(start, end)
        held = facts.between(start, end)
        is_bare = not has_verb(words) and not any(fact.kind in _TELLING for fact in held)
        is_title = title and _same(words) == title
        reason = reason or ("heading" if is_heading or is_title else _unfit(words, is_bare=is_bare))
        if not reason and at and levels[at - 1] > 1 and is_beside(heading):
            reason = "stands under a heading of what is beside the matter"
        if not reason and paragraph in torn and span.end >= document.paragraphs[paragraph - 1].end:
            reason = "breaks off: it goes on in the next paragraph"
        reason = reason or _beside(document.text, span.start, span.end)
        if not reason and paragraph in captions and ENDED.search(words) is None:
            reason = "a caption or a heading: it has no full stop, and all around it has"
        if not reason and paragraph in headlines:
            reason = "one of several lines without a full stop: headlines, or names"
        reason = reason or reason_for_silence(words)
        if reason:
            yield LeftOut(text.id, head, reason)
            continue
        yield Sentence(
            0, text.id, start, end, head, words, paragraph, heading,
            held, opens_paragraph=paragraph != last_paragraph,
            headings=tuple(chain[level] for level in sorted(chain)), speaker=quotations.speaker(start, end),
        )  # fmt: skip
        last_paragraph = paragraph


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


def _unfit(words: str, *, is_bare: bool) -> str:
    """Return why a stretch cannot be quoted as a sentence; empty if it can."""
    found = words.split()
    letters = sum(map(str.isalpha, words)) + words.count(" ")
    is_long = len(found) >= LEAST_WORDS
    has_its_verb = has_verb(words.lower() if words.isupper() else words)
    long_words = [word for word in found if len(word) > LEAST_WORDS]
    is_capital = sum(word[:1].isupper() for word in long_words) > _TITLE_CASE * len(long_words)
    is_title = len(found) < 2 * LEAST_WORDS or words.isupper() or is_bare or is_capital
    reasons = (
        ("a row of a table", CELLS in words or _LEADERS.search(words) is not None),
        ("longer than a sentence", len(words) > MAX_LETTERS),
        (
            "holds letters that cannot be printed",
            words.count(GAP) * _MOST_GAPS > len(found) or words.startswith(GAP),
        ),
        (
            "too short to stand alone",
            len(found) < LEAST_WORDS or len(_WORD.findall(words)) < LEAST_WORDS - 1,
        ),
        (
            "holds a stretch that cannot be broken into lines",
            max(map(len, found), default=0) > _LONGEST_WORD,
        ),
        (
            "no running text",
            letters < _LEAST_LETTERS * len(words) or _MASTHEAD.search(words) is not None,
        ),
        (
            "no full sentence: a title or a label",
            (is_title and ENDED.search(words) is None)
            or (is_capital and not has_its_verb)
            or (len(found) <= _MOST_BARE and _PLAIN_VERB.search(words) is None and not has_its_verb)
            or (
                len(found) < 2 * LEAST_WORDS
                and not has_verb(words)
                and words[-1:] == "."
                and _NOUNS.fullmatch(words) is not None
            ),
        ),
        (
            "a row of a table",
            len(figures := FIGURES.findall(_DAY.sub("", words))) >= _MANY_FIGURES
            and 3 * len(figures) > len(found),
        ),
        (
            "a row of a table",
            ENDED.search(words) is None
            and len(FIGURES.findall(words)) >= _ROW_FIGURES
            and not has_its_verb,
        ),
        (
            "begins in the middle of a sentence",
            _MIDDLE.match(words) is not None or _FRAGMENT.match(words) is not None,
        ),
        ("a question, not a statement", _QUESTION.search(words) is not None),
        ("breaks off", _BROKEN.search(words) is not None),
        (
            "breaks off",
            is_long and ENDED.search(words) is None and _DANGLING_END.search(words) is not None,
        ),
    )
    return next((reason for reason, holds in reasons if holds), "")


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
