"""Who says what stands in quotation marks: the sentences of a quotation are views of whoever is quoted."""

from __future__ import annotations

import re
from bisect import bisect_right

from briefbook.language.document import Document, Span

_VERB = r"(?:said|says|told|added|adds|stated|states|noted|notes|explained|explains|concluded|shared|remarked|declared|warned|commented|continued|wrote|recalled|argued|insisted)"
_NAME = r"(?:[A-Z][\w’'.-]*|of|the|for|and|to|Hon\.|,)(?: (?:[A-Z][\w’'.-]*,?|of|the|for|and|to|in)){0,14}"
_AFTER = re.compile(
    rf"[”\"]\s+(?:{_VERB} (?P<after>(?:[Tt]he )?{_NAME}|he|she|they)|(?P<before>(?:[Tt]he )?{_NAME}|he|she|they),? {_VERB})"
)
"""…,” said Janez Lenarčič; …,” the minister told."""
_BEFORE = re.compile(
    rf"(?P<who>(?:[Tt]he )?[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]+|of|the|for|and)){{0,6}})(?:,[^.“”]{{3,120}},)? {_VERB}(?: that)?[,:]?\s*(?:$|[“\"])"
)
"""Jamie Drummond, executive director for global strategy, said: “…"""
_PERSON = re.compile(r"(?:[A-Z][\w’'.-]*|the)(?: (?:[A-Z][\w’'.-]*|the|de|van|von|al|bin))+")
_PRONOUN = re.compile(r"(?:he|she|they)$", re.IGNORECASE)
_REACH = 420
"""Letters before a quotation that may name its speaker."""
UNNAMED = "somebody quoted in the source"


class Quotations:
    """The quotations of a document by place, each with whoever is quoted."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._spans = _quotations(document)
        self._starts = [span[0] for span in self._spans]
        self._voices = self._speakers(document)

    def speaker(self, start: int, end: int) -> str:
        """Return who says a stretch, of which most stands in quotation marks; empty if none does."""
        at = bisect_right(self._starts, end) - 1
        while at >= 0 and self._spans[at][1] > start:
            low, high = self._spans[at]
            if 2 * (min(end, high) - max(start, low)) > end - start:
                return self._voices[at]
            at -= 1
        return ""

    def _speakers(self, document: Document) -> list[str]:
        starts = [p.start for p in document.paragraphs]
        voices: list[str] = []
        last = ""
        for low, high in self._spans:
            paragraph = document.paragraphs[max(0, bisect_right(starts, low) - 1)]
            found = self._named(low, high, max(paragraph.end, high))
            if _PRONOUN.match(found):
                found = last
            voices.append(found)
            last = found or last
        return [voice or _beside(voices, self._spans, n, document) or UNNAMED for n, voice in enumerate(voices)]

    def _named(self, low: int, high: int, end: int) -> str:
        after = _AFTER.match(self._text, high - 1, end)
        if after:
            return _person(after["after"] or after["before"])
        before = None
        for match in _BEFORE.finditer(self._text[max(0, low - _REACH) : low]):
            before = match if match.end() == min(low, _REACH) else before
        return _person(before["who"]) if before else ""


def _beside(voices: list[str], spans: list[tuple[int, int]], n: int, document: Document) -> str:
    """Return the speaker of another quotation in the same paragraph, or of the one that goes on here."""
    starts = [p.start for p in document.paragraphs]
    mine = bisect_right(starts, spans[n][0])
    for other in (n - 1, n + 1):
        if 0 <= other < len(voices) and voices[other] and bisect_right(starts, spans[other][0]) == mine:
            return voices[other]
    is_next = n > 0 and voices[n - 1] and bisect_right(starts, spans[n - 1][1]) + 1 == mine
    return voices[n - 1] if is_next and document.text[spans[n - 1][1] - 1] != "”" else ""


def _quotations(document: Document) -> list[tuple[int, int]]:
    """Return what stands between quotation marks; one that is not closed ends with its paragraph."""
    found: list[tuple[int, int]] = []
    for paragraph in document.paragraphs:
        found += _in_paragraph(document.text, paragraph)
    return found


def _in_paragraph(text: str, paragraph: Span) -> list[tuple[int, int]]:
    found, opened = [], -1
    for at in range(paragraph.start, paragraph.end):
        sign = text[at]
        is_open = sign == "“" or (sign == '"' and opened < 0)
        if is_open and opened < 0:
            opened = at
        elif sign in "”\"" and opened >= 0:
            found.append((opened, at + 1))
            opened = -1
    if opened >= 0:
        found.append((opened, paragraph.end))
    return found


def _person(words: str) -> str:
    """Return the person among some words of name and office, else the words before the first comma."""
    if _PRONOUN.match(words):
        return words
    parts = [part.strip() for part in words.split(",") if part.strip()]
    named = [part for part in parts[1:] if _PERSON.fullmatch(part) and not part.startswith("the ")]
    who = named[0] if named else parts[0] if parts else ""
    return re.sub(r"\s(?:of|the|for|and|to|in)$", "", who)
