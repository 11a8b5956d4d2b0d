"""Stretches of a source as quotes: at most 40 words each, each found in its source exactly once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.draft.corpus import Material, Sentence
from briefbook.draft.glyph_coverage import GAP, masked
from briefbook.evidence import value_support
from briefbook.language.document import Document
from briefbook.language.en.dates import find_dates
from briefbook.language.en.numbers import find_numbers
from briefbook.model import Quote
from briefbook.sources.anchoring import Anchor, find_quote

MAX_WORDS = 40
_AIM_WORDS = 38
"""Cutting aims a little lower, so that a piece may keep its last word."""
_AROUND_WORDS = (3, 6, 12, 24)
"""How many words before or after a quote are tried to tell it from its like."""
_REACH = 400
"""Letters before and after a quote that are looked at."""
_SHIELD = 18
"""Letters before a fact that may belong to it: "more than", "an estimated"."""
_EDGE = ",;:–—-"
_GOOD_CUT = re.compile(r"[;:]\s|,\s(?=(?:and|but|which|who|where|while|as well|including)\b)")
_FAIR_CUT = re.compile(r",\s|\s(?=(?:and|to|of|for|in|with|between|through|by)\s)")


def is_supported(text: str, quotes: tuple[Quote, ...]) -> bool:
    """Tell whether some quotes have every number and date of a text."""
    return value_support.is_supported(text, tuple(str(quote.quote) for quote in quotes))


class Quoter:
    """Makes quotes from one material, and remembers those that it made."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._first = material.texts[0].id
        self._made: dict[tuple[str, int, int], Quote | None] = {}

    def sentence(self, sentence: Sentence) -> tuple[Quote, ...]:
        """Return a sentence as quotes, in pieces where it is long; () if it stands elsewhere too."""
        return self.around(sentence, sentence.start, sentence.end)

    def speaker(self, sentence: Sentence) -> Quote | None:
        """Return the words that name the speaker of a quotation; None where the sentence has them itself."""
        said = sentence.speaker
        if not said.end or (sentence.start <= said.start and said.end <= sentence.end):
            return None
        return self.stretch(
            sentence.source,
            *_trimmed(self._material.document(sentence.source).text, said.start, said.end),
        )

    def around(self, sentence: Sentence, start: int, end: int) -> tuple[Quote, ...]:
        """Return the pieces of a sentence that overlap a stretch of it."""
        document = self._material.document(sentence.source)
        pieces = [p for p in _pieces(document, sentence) if p[0] < end and start < p[1]]
        quotes = [self.stretch(sentence.source, *piece) for piece in pieces]
        found = tuple(quote for quote in quotes if quote is not None)
        return found if len(found) == len(quotes) else ()

    def stretch(self, source: str, start: int, end: int) -> Quote | None:
        """Return one stretch as a quote; None if nothing tells it from its like."""
        key = (source, start, end)
        if key not in self._made:
            document = self._material.document(source)
            id_ = "" if source == self._first else source
            self._made[key] = _anchored(document, start, end, id_)
        return self._made[key]


def _anchored(document: Document, start: int, end: int, source: str) -> Quote | None:
    words = _between_gaps(masked(document.text[start:end]))
    for prefix, suffix in _surroundings(document, start, end):
        found = find_quote(document, words, prefix, suffix)
        if isinstance(found, Anchor):
            is_here = start <= found.start and found.end <= end
            return Quote(words, source, prefix, suffix) if is_here else None
    return None


def _between_gaps(words: str) -> str:
    """Return a quote that neither begins nor ends with a gap."""
    return words.removeprefix(GAP).removesuffix(GAP).strip()


def _surroundings(document: Document, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Yield nothing first, then more and more of what stands before or after."""
    yield "", ""
    before = document.text[max(0, start - _REACH) : start].split()
    after = document.text[end : end + _REACH].split()
    for count in _AROUND_WORDS:
        if before:
            yield " ".join(before[-count:]), ""
        if after:
            yield "", " ".join(after[:count])


def _pieces(document: Document, sentence: Sentence) -> list[tuple[int, int]]:
    """Return a sentence cut into stretches of at most 40 words, never inside a fact."""
    pieces = []
    for part in sentence.parts or ((sentence.start, sentence.end),):
        start, end = _trimmed(document.text, *part)
        taken = _taken(document.text, start, end, sentence)
        while len(document.text[start:end].split()) > MAX_WORDS:
            cut = _cut(document.text, start, end, taken)
            pieces.append(_trimmed(document.text, start, cut))
            start = cut
        pieces.append(_trimmed(document.text, start, end))
    return [(low, high) for low, high in pieces if low < high]


def _taken(text: str, start: int, end: int, sentence: Sentence) -> list[tuple[int, int]]:
    """Return the stretches inside which no cut may fall: facts, numbers, and what bounds them."""
    words = text[start:end]
    numbers = [(start + n.start - _SHIELD, start + n.end) for n in find_numbers(words)]
    dates = [(start + date.start, start + date.end) for date in find_dates(words)]
    return [*numbers, *dates, *((fact.start, fact.end) for fact in sentence.facts)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start] in _EDGE or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _EDGE or text[end - 1].isspace()):
        end -= 1
    return start, end


def _cut(text: str, start: int, end: int, taken: list[tuple[int, int]]) -> int:
    """Return where a piece ends: after the last good place that 38 words reach."""
    words = [match.end() for match in re.finditer(r"\S+", text[start:end])]
    least, most = start + words[_AIM_WORDS // 3], start + words[_AIM_WORDS - 1]

    def is_free(at: int) -> bool:
        return not any(low < at < high for low, high in taken)

    for pattern in (_GOOD_CUT, _FAIR_CUT):
        found = [m.end() for m in pattern.finditer(text, least, most) if is_free(m.end())]
        if found:
            return found[-1]
    spaces = [start + at for at in words[:_AIM_WORDS] if is_free(start + at)]
    return spaces[-1] if spaces else most
