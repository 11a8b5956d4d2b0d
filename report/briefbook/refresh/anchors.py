"""What became of a quote in a newer text of its source.

This is the only place that looks for a quote by likeness, and only to say where a person should
look: whether a quote holds is `source.anchors`' exact word, here as in a build. Likeness alone is
not safe (“35” made “53” leaves a sentence 99 percent alike), so a passage that is like a quote but
bears other facts has a status of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

from briefbook.language.document import Document
from briefbook.refresh.fact_diff import changed_facts
from briefbook.sources.anchoring import FOLDED, GAP, Ambiguous, Anchor, Missing, find_quote, fold


class Status(StrEnum):
    """What became of a quote."""

    SAME = "same"
    MOVED = "moved"
    REFLOWED = "reflowed"
    EDITED = "edited"
    FACTS_CHANGED = "facts-changed"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


@dataclass(frozen=True)
class Reading:
    """A quote as it must be written to hold."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class Found:
    """What became of one quote."""

    status: Status
    holds: bool = False
    """Whether it stands in the new text as it is written now."""
    reading: Reading | None = None
    """How to write it so that it holds; None where it does, or where no passage is near enough."""
    nearest: str = ""
    """The passage most like it, for a person; empty when it holds or nothing is near."""
    changes: tuple[str, ...] = ()
    """Facts that differ, as `35 → 53`, in words."""
    paragraphs: tuple[int, ...] = ()
    """Where it stands now, or may stand."""


EDITED_FROM = 0.6
"""Share of words in common from which a passage counts as the quote, edited."""
_NEAR_FROM = 0.34
_CANDIDATES = 12
_LEAST_SLACK = 6
_FEW_LETTERS = 8
"""Fewer letters in a row say too little when the breaks between them are not looked at."""


def reanchor(old: Document, new: Document, quote: Reading) -> Found:
    """Return what became of a quote of an old text in the new one."""
    match find_quote(new, quote.exact, quote.prefix, quote.suffix):
        case Anchor() as anchor if _cuts_word(new, anchor) and not _cut_word(old, quote):
            return _nearest(new, quote)  # “about 4” stands in “about 40” and is another fact
        case Anchor() as anchor:
            status = _holding(old, new, quote, anchor)
            return Found(status, holds=True, paragraphs=(anchor.paragraph,))
        case Ambiguous(paragraphs):
            return Found(Status.AMBIGUOUS, paragraphs=paragraphs)
        case Missing():
            pass
    if quote.prefix or quote.suffix:
        match find_quote(new, quote.exact):
            case Anchor() as anchor:
                reading = _with_neighbours(new, quote, anchor)
                return Found(Status.MOVED, reading=reading, paragraphs=(anchor.paragraph,))
            case Ambiguous(paragraphs):
                return Found(Status.AMBIGUOUS, paragraphs=paragraphs)
            case Missing():
                pass
    return _reflowed(new, quote) or _nearest(new, quote)


def _holding(old: Document, new: Document, quote: Reading, anchor: Anchor) -> Status:
    was = find_quote(old, quote.exact, quote.prefix, quote.suffix)
    if not isinstance(was, Anchor) or was.paragraph != anchor.paragraph:
        return Status.MOVED
    is_same = old.text[was.start : was.end] == new.text[anchor.start : anchor.end]
    return Status.SAME if is_same else Status.REFLOWED


def _cut_word(old: Document, quote: Reading) -> bool:
    was = find_quote(old, quote.exact, quote.prefix, quote.suffix)
    return isinstance(was, Anchor) and _cuts_word(old, was)


def _cuts_word(document: Document, anchor: Anchor) -> bool:
    return _is_inside(document.text, anchor.start) or _is_inside(document.text, anchor.end)


def _is_inside(text: str, offset: int) -> bool:
    """Tell whether an offset lies between two letters or figures."""
    return text[max(0, offset - 1) : offset].isalnum() and text[offset : offset + 1].isalnum()


def _with_neighbours(new: Document, quote: Reading, anchor: Anchor) -> Reading:
    """Return a quote with the words that stand around it now, as many as were given."""
    before, after = len(quote.prefix.split()), len(quote.suffix.split())
    paragraph = new.paragraph_at(anchor.start)
    left = fold(new.text[paragraph.start : anchor.start]).split()
    right = fold(new.text[anchor.end : paragraph.end]).split()
    prefix = " ".join(left[-before:]) if before else ""
    return Reading(quote.exact, prefix, " ".join(right[:after]))


# ── The same letters ─────────────────────────────────────────────────────────────────────────────

_JOINTS = re.compile(r"(?<!\d)-|-(?!\d)|[\s\u00ad\u200b\u2060]")


@lru_cache(maxsize=32)
def _letters(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a text without what may join or part its letters, and where each letter stands."""
    # Folding marks keeps every length, so offsets hold; white space goes altogether.
    folded = re.sub(r"\s", " ", text).translate(FOLDED)
    kept = [True] * len(folded)
    for match in _JOINTS.finditer(folded):
        kept[match.start()] = False
    offsets = tuple(index for index, keep in enumerate(kept) if keep)
    return "".join(folded[index] for index in offsets), offsets


def _reflowed(new: Document, quote: Reading) -> Found | None:
    """Return a quote whose letters stand in the new text with other breaks; None if they do not."""
    letters, offsets = _letters(new.text)
    spans = []
    for part in GAP.split(quote.exact):
        wanted, _ = _letters(part)
        at = letters.find(wanted)
        if len(wanted) < _FEW_LETTERS or at < 0 or letters.find(wanted, at + 1) >= 0:
            return None
        start, end = offsets[at], offsets[at + len(wanted) - 1] + 1
        if _is_inside(new.text, start) or _is_inside(new.text, end):
            return None
        spans.append((start, end))
    passages = [new.text[start:end] for start, end in spans]
    where = tuple(dict.fromkeys(new.paragraph_at(start).number for start, _ in spans))
    nearest = " […] ".join(map(fold, passages))
    reading = _reading(new, passages, quote)
    return Found(Status.REFLOWED, reading=reading, nearest=nearest, paragraphs=where)


def _reading(new: Document, passages: list[str], quote: Reading) -> Reading | None:
    """Return passages as a quote, if that quote holds; it may cross a paragraph's end and not."""
    exact = " […] ".join(map(fold, passages))
    for reading in (Reading(exact, quote.prefix, quote.suffix), Reading(exact)):
        if isinstance(find_quote(new, reading.exact, reading.prefix, reading.suffix), Anchor):
            return reading
    return None


# ── Words alike ──────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class _Word:
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class _Near:
    """A stretch of a text, and the share of words that it has in common with a quote."""

    start: int
    end: int
    score: float


@lru_cache(maxsize=8)
def _words_by_paragraph(document: Document) -> tuple[tuple[_Word, ...], ...]:
    return tuple(
        _words(document.text, paragraph.start, paragraph.end) for paragraph in document.paragraphs
    )


def _words(text: str, start: int, end: int) -> tuple[_Word, ...]:
    matches = re.compile(r"\w+").finditer(text, start, end)
    return tuple(_Word(match[0].casefold(), *match.span()) for match in matches)


def _nearest(new: Document, quote: Reading) -> Found:
    """Return a quote that was edited or lost, with the passage most like it."""
    nears = [_near(new, part) for part in GAP.split(quote.exact)]
    found = [near for near in nears if near]
    if not found:
        return Found(Status.LOST)
    passages = [new.text[near.start : near.end] for near in found]
    nearest = " […] ".join(map(fold, passages))
    where = tuple(dict.fromkeys(new.paragraph_at(near.start).number for near in found))
    if len(found) < len(nears) or min(near.score for near in found) < EDITED_FROM:
        return Found(Status.LOST, nearest=nearest, paragraphs=where)
    reading = _reading(new, passages, quote)
    changes = changed_facts(GAP.sub(" ", quote.exact), GAP.sub(" ", nearest))
    status = Status.FACTS_CHANGED if changes else Status.EDITED
    return Found(status, reading=reading, nearest=nearest, changes=changes, paragraphs=where)


def _near(new: Document, exact: str) -> _Near | None:
    """Return the stretch of a paragraph that has most words with a quote in common, in order."""
    wanted = [word.text for word in _words(exact, 0, len(exact))]
    counts = Counter(wanted)
    ranked = sorted(
        (
            (-sum((counts & Counter(word.text for word in words)).values()), number)
            for number, words in enumerate(_words_by_paragraph(new))
        ),
    )
    best: _Near | None = None
    for negative, number in ranked[:_CANDIDATES]:
        if -negative < _NEAR_FROM * len(wanted):
            break
        near = _aligned(new, wanted, _words_by_paragraph(new)[number])
        if near.score >= _NEAR_FROM and (best is None or near.score > best.score):
            best = near
    return best


def _aligned(new: Document, wanted: list[str], words: tuple[_Word, ...]) -> _Near:
    """Return where a quote's words run in a paragraph's, from the longest run outwards."""
    texts = [word.text for word in words]
    core = SequenceMatcher(None, wanted, texts, autojunk=False).find_longest_match()
    if not core.size:
        return _Near(0, 0, 0.0)
    slack = max(_LEAST_SLACK, len(wanted) // 2)
    end, behind = core.b + core.size, wanted[core.a + core.size :]
    low, high = max(0, core.b - core.a - slack), end + len(behind) + slack
    # Backwards on the left: of two places where a word stands, the one next to the run is meant.
    left = _run_on(wanted[: core.a][::-1], texts[low : core.b][::-1])
    right = _run_on(behind, texts[end:high])
    first, last = core.b - left.length, end + right.length - 1
    # Words at the ends that were exchanged for others belong to the passage, within its sentence.
    opening, closing = left.left_over, right.left_over
    sentence = _sentences(new, words[first].start, words[last].end)
    while opening and first > 0 and words[first - 1].start >= sentence[0]:
        first, opening = first - 1, opening - 1
    while closing and last + 1 < len(words) and words[last + 1].end <= sentence[1]:
        last, closing = last + 1, closing - 1
    shared = left.shared + core.size + right.shared
    score = 2 * shared / (len(wanted) + last - first + 1)
    return _Near(words[first].start, _with_stop(new.text, words[last].end), score)


@dataclass(frozen=True)
class _Run:
    """How far some words run on in others: how many of those, how many shared, how many left."""

    length: int
    shared: int
    left_over: int


def _run_on(wanted: list[str], texts: list[str]) -> _Run:
    matcher = SequenceMatcher(None, wanted, texts, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return _Run(0, 0, len(wanted))
    last = blocks[-1]
    shared = sum(block.size for block in blocks)
    return _Run(last.b + last.size, shared, len(wanted) - last.a - last.size)


def _sentences(document: Document, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence of a first offset begins and that of a last one ends."""
    begins = [span.start for span in document.sentences if span.start <= start]
    ends = [span.end for span in document.sentences if span.end >= end]
    return (begins[-1] if begins else start, ends[0] if ends else end)


def _with_stop(text: str, end: int) -> int:
    """Return the end with the mark that closes a sentence, so that a quote may keep its own."""
    return end + 1 if text[end : end + 1] in (".", "!", "?") else end
