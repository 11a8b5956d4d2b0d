"""Who says what stands in quotation marks: the sentences of a quotation are views of whoever is quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from briefbook.language.document import Document, Span

_VERB = r"(?:said|says|told|added|adds|stated|states|noted|notes|explained|explains|concluded|shared|remarked|declared|warned|commented|continued|wrote|recalled|argued|insisted)"
_WHO = r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\. )?(?:[A-Z]|[Tt]he |an? )[^.,;:“”\"()]{1,90}?(?:(?:Mr|Mrs|Ms|Dr|Hon|[A-Z])\.[^.,;:“”\"()]{1,60})?(?:, (?:(?:[A-Z][\w’'-]+|the|Hon\.|of|de|van|von|and) ?){1,6}){0,3}"
_NOT_TORN = r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bHon)(?<!\bProf)"
"""A name does not end with the point of a form of address."""
_AFTER = re.compile(
    rf"[”\"]\s+(?:{_VERB} (?P<after>{_WHO}|he|she|they){_NOT_TORN}(?=[.,;:“”\"()]|$|\sin\s|\son\s|\sat\s|\sduring\s)"
    rf"|(?P<before>{_WHO}|he|she|they),? {_VERB}\b)"
)
"""…,” said Janez Lenarčič; …,” the minister told."""
_BEFORE = re.compile(
    rf"(?P<who>(?:[Tt]he )?[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]+|of|the|for|and)){{0,6}})(?:,[^.“”]{{3,120}},)? {_VERB}(?: that)?[,:]?\s*$"
)
"""Jamie Drummond, executive director for global strategy, said: “…"""
_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<who>(?:the )?[A-Z][^.,:;“”\"]{2,90})[:,]\s*$")
_ANNOUNCED = re.compile(
    r"\b(?:quotes?|quotations?|extracts?|excerpts?|remarks|comments|statements?)\b[^.:“”]{0,60}?\b(?:from|of|by) "
    r"(?P<who>[A-Z][\w’'. -]{2,60}?)(?:[’']s?\s(?:\w+ ){0,2}(?:statement|speech|remarks|address|briefing|interview)\b|(?=[.:]\s*$))",
    re.IGNORECASE,
)
"""The following quotes are extracts from Mr. Marsh's statement: whole paragraphs in quotation marks are his."""
_RELEASED = re.compile(
    r"(?P<who>[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+)){1,5}) (?:today |yesterday |on \w+ )?(?:released|issued|made|gave|offered) "
    r"(?:the following|this|a) (?:\w+ )?(?:statement|remarks|comments?)\b"
)
"""Ana B. Hill today released the following statement: paragraphs in quotation marks are hers."""
_JUST_BEFORE = re.compile(
    rf"(?P<who>(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)\b[^.“”]{{0,40}}?\b(?P<verb>{_VERB}|asked|pointed|spoke|speaks|addressed)\b[^“”]{{0,300}}[.:]\s*$"
)
"""Mr. Ruano last week said that it remains his issue. “…"""
_PERSON = re.compile(
    r"(?:Senator |Minister |President )?(?:(?:the )?Hon\. |(?:Mr|Mrs|Ms|Dr|Prof)\.? )?[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'.-]*|de|van|von|al|bin))+|(?:Mr|Mrs|Ms|Dr|Prof)\.? [A-Z][\w’'-]+"
)
_BEHIND_OFFICE = re.compile(
    r"\b(?:for|of|and|to) (?:[A-Z][\w’'-]+ )+?(?P<name>[A-Z][\w’'-]+(?: [A-Z]\.)? [A-Z][\w’'-]+)$"
)
"""Commissioner for Cohesion and Reforms Elisa Ferreira."""
_PRONOUN = re.compile(r"(?:he|she|they)$", re.IGNORECASE)
_SHORTENED = re.compile(r"\b(?:[JS]r|[A-Z])\.$")
_LEAST_SAID = 24
"""Letters of a quotation before the words that name its speaker: less is a phrase."""
_LONGEST = 2_000
"""Letters of a quotation; what a single mark opens beyond that is none."""
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
            said = self._speakers[at]
            is_behind = start < high == said.start < end
            is_before = start <= said.start < said.end <= low < end
            is_named_here = (is_behind or is_before) and held >= _LEAST_SAID
            if 2 * held > end - start or is_named_here:
                return said
            at -= 1
        return NOBODY

    def _all_speakers(self, document: Document) -> list[Speaker]:
        found: list[Speaker] = []
        last = NOBODY
        for low, high in self._spans:
            paragraph = document.paragraphs[max(0, bisect_right(self._paragraphs, low) - 1)]
            speaker = self._named(low, high, max(paragraph.end, high))
            if not speaker.name or _PRONOUN.match(speaker.name):
                near = self._just_before(paragraph.start, low)
                speaker = near if near.name else last if speaker.name else NOBODY
            found.append(speaker)
            last = speaker if speaker.name else last
        for n, speaker in enumerate(
            found
        ):  # in order, for a quotation may go on over several paragraphs
            if not speaker.name:
                beside = self._beside(found, n)
                found[n] = beside if beside.name else self._announced(n)
        return [speaker if speaker.name else Speaker(UNNAMED) for speaker in found]

    def _just_before(self, start: int, low: int) -> Speaker:
        """Return whoever the paragraph says to have spoken, right before a quotation."""
        found = list(_JUST_BEFORE.finditer(self._text, max(start, low - _REACH), low))
        match = found[-1] if found else None
        return Speaker(_person(match["who"]), match.start(), match.end("verb")) if match else NOBODY

    def _named(self, low: int, high: int, end: int) -> Speaker:
        if after := _AFTER.match(self._text, high - 1, end):
            name = _person(after["after"] or after["before"])
            return Speaker(name, high, after.end())
        base = max(0, low - _REACH)
        if led := next(
            (m for m in _ACCORDING.finditer(self._text, base, low) if m.end() == low), None
        ):
            return Speaker(_person(led["who"]), led.start(), led.end("who"))
        for match in _BEFORE.finditer(self._text, base, low):
            if match.end() == low:
                return Speaker(_person(match["who"]), match.start(), match.end())
        return NOBODY

    def _announced(self, n: int) -> Speaker:
        """Return whoever a sentence before says that the quotations that follow are from."""
        low, high = self._spans[n]
        at = bisect_right(self._paragraphs, low)
        start = self._paragraphs[at - 1]
        end = self._paragraphs[at] if at < len(self._paragraphs) else len(self._text)
        if self._text[start:low].strip() or self._text[high:end].strip(" \n."):
            return NOBODY
        before = bisect_right(self._announcements, start, key=lambda speaker: speaker.end)
        return self._announcements[before - 1] if before else NOBODY

    @cached_property
    def _announcements(self) -> list[Speaker]:
        """Whoever the text says that quotations are from, in the order of the places where it does."""
        found = [
            Speaker(_person(match["who"]), match.start(), match.end())
            for pattern in (_ANNOUNCED, _RELEASED)
            for match in pattern.finditer(self._text)
        ]
        return sorted(found, key=lambda speaker: speaker.end)

    def _beside(self, found: list[Speaker], n: int) -> Speaker:
        """Return the speaker of a quotation in the same paragraph, or of the one that goes on here."""
        mine = bisect_right(self._paragraphs, self._spans[n][0])
        for other in (n - 1, n + 1):
            is_there = 0 <= other < len(found) and found[other].name
            if is_there and bisect_right(self._paragraphs, self._spans[other][0]) == mine:
                return found[other]
        if n > 0 and found[n - 1].name and self._text[self._spans[n - 1][1] - 1] != "”":
            return found[n - 1]
        return NOBODY


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
            if at - opened > _LONGEST and sign == '"':
                opened = at  # a mark too few or too many: what stands between is no quotation
                continue
            found.append((opened, at + 1))
            opened = -1
    if opened >= 0 and paragraph.end - opened <= _LONGEST:
        found.append((opened, paragraph.end))
    return found


def _person(words: str) -> str:
    """Return the person among some words of name and office, else the words themselves to their first comma."""
    words = re.sub(r"^(?:But|And|Yet|So) ", "", words)
    if _PRONOUN.match(words):
        return words
    named = [match[0] for part in words.split(",") for match in _PERSON.finditer(part)]
    if "," in words and named and _PERSON.fullmatch(words.rsplit(",", 1)[1].strip()):
        return _bare(named[-1])
    first = words.split(",", 1)[0].strip()
    inside = [match[0] for match in _PERSON.finditer(first)]
    if inside and (behind := _BEHIND_OFFICE.search(first)) and first.endswith(inside[-1]):
        return behind["name"]
    # “Maryland-based lawyer Jim Dunham”: the name stands last; “the Emergency Relief Coordinator” is none.
    is_office = first.lower().startswith("the ")
    return _bare(inside[-1] if inside and not is_office and first.endswith(inside[-1]) else first)


def _bare(name: str) -> str:
    name = name if _SHORTENED.search(name) else name.rstrip(".")
    return re.sub(r"\s(?:of|the|for|and|to|in)$", "", name)
