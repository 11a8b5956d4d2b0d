"""Who says what stands in quotation marks: the sentences of a quotation are views of whoever is quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from briefbook.language.document import Document, Span

_VERB = r"(?:said|says|told|added|adds|stated|states|noted|notes|explained|explains|concluded|shared|remarked|declared|warned|commented|continued|wrote|recalled|argued|insisted)"
_NAME = r"(?:[A-Z][\w’'.-]*|of|the|for|and|to|Hon\.|,)(?: (?:[A-Z][\w’'.-]*,?|of|the|for|and|to|in)){0,14}"
_AFTER = re.compile(
    rf"[”\"]\s+(?:{_VERB} (?P<after>(?:[Tt]he )?{_NAME}|he|she|they)|(?P<before>(?:[Tt]he )?{_NAME}|he|she|they),? {_VERB})"
)
"""…,” said Janez Lenarčič; …,” the minister told."""
_BEFORE = re.compile(
    rf"(?P<who>(?:[Tt]he )?[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]+|of|the|for|and)){{0,6}})(?:,[^.“”]{{3,120}},)? {_VERB}(?: that)?[,:]?\s*$"
)
"""Jamie Drummond, executive director for global strategy, said: “…"""
_PERSON = re.compile(r"(?:[A-Z][\w’'.-]*|the)(?: (?:[A-Z][\w’'.-]*|the|de|van|von|al|bin))+")
_PRONOUN = re.compile(r"(?:he|she|they)$", re.IGNORECASE)
_SHORTENED = re.compile(r"\b(?:[JS]r|[A-Z])\.$")
_LEAST_SAID = 24
"""Letters of a quotation before the words that name its speaker: less is a phrase."""
_REACH = 420
"""Letters before a quotation that may name its speaker."""
UNNAMED = "somebody quoted in the source"


@dataclass(frozen=True)
class Speaker:
    """Whoever is quoted, and where the text says so."""

    name: str
    start: int = 0
    end: int = 0


NOBODY = Speaker("")


class Quotations:
    """The quotations of a document by place, each with whoever is quoted."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._paragraphs = [p.start for p in document.paragraphs]
        self._spans = _quotations(document)
        self._starts = [span[0] for span in self._spans]
        self._speakers = self._all_speakers(document)

    def speaker(self, start: int, end: int) -> Speaker:
        """Return who says a stretch, of which most stands in quotation marks; without a name if none does."""
        at = bisect_right(self._starts, end) - 1
        while at >= 0 and self._spans[at][1] > start:
            low, high = self._spans[at]
            held = min(end, high) - max(start, low)
            is_named_here = start < high == self._speakers[at].start < end and held >= _LEAST_SAID
            if 2 * held > end - start or is_named_here:
                return self._speakers[at]
            at -= 1
        return NOBODY

    def _all_speakers(self, document: Document) -> list[Speaker]:
        found: list[Speaker] = []
        last = NOBODY
        for low, high in self._spans:
            paragraph = document.paragraphs[max(0, bisect_right(self._paragraphs, low) - 1)]
            speaker = self._named(low, high, max(paragraph.end, high))
            if _PRONOUN.match(speaker.name):
                speaker = last
            found.append(speaker)
            last = speaker if speaker.name else last
        return [
            speaker if speaker.name else self._beside(found, n) for n, speaker in enumerate(found)
        ]

    def _named(self, low: int, high: int, end: int) -> Speaker:
        if after := _AFTER.match(self._text, high - 1, end):
            name = _person(after["after"] or after["before"])
            return Speaker(name, high, after.end())
        base = max(0, low - _REACH)
        for match in _BEFORE.finditer(self._text, base, low):
            if match.end() == low:
                return Speaker(_person(match["who"]), match.start(), match.end())
        return NOBODY

    def _beside(self, found: list[Speaker], n: int) -> Speaker:
        """Return the speaker of a quotation in the same paragraph, or of the one that goes on here."""
        mine = bisect_right(self._paragraphs, self._spans[n][0])
        for other in (n - 1, n + 1):
            is_there = 0 <= other < len(found) and found[other].name
            if is_there and bisect_right(self._paragraphs, self._spans[other][0]) == mine:
                return found[other]
        if n > 0 and found[n - 1].name and self._text[self._spans[n - 1][1] - 1] != "”":
            return found[n - 1]
        return Speaker(UNNAMED)


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
        elif sign in '”"' and opened >= 0:
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
    return re.sub(
        r"\s(?:of|the|for|and|to|in)$", "", who.rstrip(".") if not _SHORTENED.search(who) else who
    )
