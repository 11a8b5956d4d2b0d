"""Where a quote stands in its source: found exactly, or not at all.

A quote is anchored as W3C Web Annotation does it (TextQuoteSelector): the exact words, with a
prefix and a suffix where they stand more than once. What a reader would not notice is folded
before comparing (white space, kinds of quotation marks, kinds of dashes); nothing else is. A
quote may leave words out with `[…]` where both parts stand in order in one paragraph.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from functools import lru_cache

from briefbook.frozen import dataclass
from briefbook.language.document import Document

GAP = re.compile(r"\s*\[(?:…|\.\.\.)\]\s*")

FOLDED = str.maketrans(
    dict.fromkeys("‘’‚‛ʼ′", "'")
    | dict.fromkeys("“”„‟″", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00a0\u202f\u2009\u2007", " ")
)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Anchor:
    """Where a quote stands: offsets of its outer ends, and its paragraph's number."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True)
class Missing:
    """The quote is not in the source; `nearest` is the most similar stretch, if any is near."""

    nearest: str


@dataclass(frozen=True)
class Ambiguous:
    """The quote stands more than once, at these paragraphs, and nothing tells which is meant."""

    paragraphs: tuple[int, ...]


@dataclass(frozen=True)
class _Folded:
    """A text after folding, with the way back to the original offsets."""

    text: str
    folded_starts: tuple[int, ...]
    original_starts: tuple[int, ...]

    def original(self, offset: int) -> int:
        """Return the original offset of a folded one."""
        run = bisect_right(self.folded_starts, offset) - 1
        return self.original_starts[run] + offset - self.folded_starts[run]


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return the text with white space, quotation marks and dashes made alike."""
    return _SPACES.sub(" ", text.translate(FOLDED)).strip()


@lru_cache(maxsize=512)
def _fold_document(text: str) -> _Folded:
    # Translation keeps every length; only runs of white space change it, so the map has one
    # entry per such run.
    translated = text.translate(FOLDED)
    pieces: list[str] = []
    folded_starts, original_starts = [0], [0]
    at = length = 0
    for match in _SPACES.finditer(translated):
        pieces += [translated[at : match.start()], " "]
        length += match.start() - at + 1
        at = match.end()
        folded_starts.append(length)
        original_starts.append(at)
    pieces.append(translated[at:])
    return _Folded("".join(pieces), tuple(folded_starts), tuple(original_starts))


def find_quote(
    document: Document, exact: str, prefix: str = "", suffix: str = ""
) -> Anchor | Missing | Ambiguous:
    """Return where a quote stands in a document, or why that cannot be said."""
    folded = _fold_document(document.text)
    parts = [fold(part) for part in GAP.split(exact)]
    before, after = fold(prefix), fold(suffix)
    hits = []
    for start, end in _occurrences(folded.text, parts):
        # Windows, not copies of the whole text: a space may stand between a quote and its neighbours.
        left = folded.text[max(0, start - len(before) - 1) : start].rstrip()
        right = folded.text[end : end + len(after) + 1].lstrip()
        fits = left.endswith(before) and right.startswith(after)
        first, last = folded.original(start), folded.original(end - 1) + 1
        paragraph = document.paragraph_at(first)
        if fits and last <= paragraph.end:
            hits.append(Anchor(first, last, paragraph.number))
    if len(hits) == 1:
        return hits[0]
    if hits:
        return Ambiguous(tuple(hit.paragraph for hit in hits))
    return Missing(_nearest(document, exact))


def _occurrences(text: str, parts: list[str]) -> list[tuple[int, int]]:
    """Return every place where the parts stand one after the other, from each first part."""
    if not all(parts):
        return []
    found = []
    start = text.find(parts[0])
    while start >= 0:
        end = start + len(parts[0])
        for part in parts[1:]:
            at = text.find(part, end)
            if at < 0:
                break
            end = at + len(part)
        else:
            found.append((start, end))
        start = text.find(parts[0], start + 1)
    return found


_NEAR = 0.5
_CANDIDATES = 400


def _nearest(document: Document, exact: str) -> str:
    """Return the sentence most like a quote that was not found; empty when none is near."""
    wanted = set(re.findall(r"\w+", exact.lower()))
    sentences = [document.text[span.start : span.end] for span in document.sentences]
    sentences.sort(key=lambda text: -len(wanted & set(re.findall(r"\w+", text.lower()))))
    best, best_score = "", _NEAR * len(wanted)
    for sentence in sentences[:_CANDIDATES]:
        matcher = difflib.SequenceMatcher(None, exact, sentence, autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        score = sum(block.size for block in blocks) / max(1, len(exact)) * len(wanted)
        if blocks and score > best_score:
            best = sentence[blocks[0].b : blocks[-1].b + blocks[-1].size]
            best_score = score
        if len(wanted & set(re.findall(r"\w+", sentence.lower()))) < _NEAR * len(wanted):
            break
    return best
