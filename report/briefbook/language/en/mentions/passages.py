"""A long text in passages that rules can be let loose on, whatever it holds.

Rules are regular expressions, and some texts make those slow: megabytes without a space, a full
stop, or with the same two words over and over. So no rule sees more than a few thousand letters
at once, and runs that no prose has are blanked first. Lengths never change, so offsets hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.frozen import dataclass
from briefbook.language.document import Document

MAX_LENGTH = 8_000
"""Letters in a passage; real paragraphs are shorter, so cutting hardly ever cuts a fact."""

_WORDLIKE = 120
"""Letters without white space that no word has; a web address may, and holds no facts."""
_NOISE = re.compile(
    rf"[!-~]{{{_WORDLIKE},}}"
    r"|([^\w\s])\1{9,}"  # a rule of dots or dashes
    r"|(?:\b\w{1,2}[.,][ \t]?){20,}"  # A. A. A. A.
    r"|(?<!\S)(\S{1,40}[ \t])\2{9,}"  # word word word
    r"|(?<!\S)(\S{1,40}[ \t]\S{1,40}[ \t])\3{9,}"  # word of word of
)


@dataclass(frozen=True)
class Passage:
    """A stretch of a document, blanked where it is noise."""

    start: int
    """Where it begins in the document."""
    text: str


def passages(document: Document) -> Iterator[Passage]:
    """Yield a document's paragraphs, each in one piece if it is not too long."""
    for paragraph in document.paragraphs:
        start = paragraph.start
        while start < paragraph.end:
            end = _cut(document.text, start, paragraph.end)
            text = document.text[start:end]
            yield Passage(start, _NOISE.sub(_blank, text) if _is_suspect(text) else text)
            start = end


_LONG_WORD = 24
_FEW = 20
_REPETITION = 4


def _is_suspect(text: str) -> bool:
    """Tell cheaply whether there may be noise: very long words, or the same few all the time."""
    words = text.split()
    is_repetitive = len(words) >= _FEW and len(set(words)) * _REPETITION < len(words)
    return is_repetitive or any(len(word) > _LONG_WORD for word in words)


def _cut(text: str, start: int, end: int) -> int:
    """Return where a passage ends: with the paragraph, or a sentence, or at least a word."""
    if end - start <= MAX_LENGTH:
        return end
    middle, limit = start + MAX_LENGTH // 2, start + MAX_LENGTH
    for mark in (". ", "\n", " "):
        at = text.rfind(mark, middle, limit)
        if at >= 0:
            return at + len(mark)
    return limit


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
