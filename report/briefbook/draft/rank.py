"""What to say first: facts, cues, place and centrality (LexRank), spread by MMR and a quota.

Centrality alone picks empty sentences; facts alone pick trivia. The weights were set on a
development text; on the others six of eight picks were usable.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefbook.draft import cues
from briefbook.draft.corpus import Sentence
from briefbook.draft.lexicon import STOPWORDS
from briefbook.language.en.mentions import EntityType
from briefbook.language.en.trends import extremes, trends

_WORD = re.compile(r"[a-z][a-z-]{2,}")
_DAMPING = 0.85
_ALIKE = 0.08
"""Sentences less alike than this are not linked."""
_ROUNDS = 40
_MOST = 320
"""LexRank compares every pair; beyond so many sentences, the best by facts and cues are ranked."""
_LONG, _VERY_LONG, _SHORT = 300, 420, 45
_SPREAD = 1.4
"""What likeness to a chosen sentence costs."""
_ANNOUNCED = 0.6
"""What the source’s own word for it says for a main point."""
_AGAIN = 0.3
"""What each chosen sentence of the same section costs."""


@dataclass(frozen=True)
class Ranking:
    """Sentences with their scores, and how alike any two are."""

    sentences: tuple[Sentence, ...]
    scores: tuple[float, ...]
    likeness: Likeness

    def score(self, sentence: Sentence) -> float:
        """Return a sentence's score; those not ranked come last."""
        index = self._index.get(sentence.number)
        return self.scores[index] if index is not None else -1.0

    def alike(self, a: Sentence, b: Sentence) -> float:
        """Return how alike two sentences are, 0 to 1."""
        first, second = self._index.get(a.number), self._index.get(b.number)
        if first is None or second is None:
            return 0.0
        return self.likeness.between(first, second)

    @cached_property
    def _index(self) -> dict[int, int]:
        return {sentence.number: index for index, sentence in enumerate(self.sentences)}


class Likeness:
    """Cosine of two sentences' words, weighted by how rare they are here."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [Counter(words_of(text)) for text in texts]
        rare = Counter(word for count in counts for word in count)
        weight = {word: math.log(1 + len(texts) / number) for word, number in rare.items()}
        self._weights = [{w: n * weight[w] for w, n in count.items()} for count in counts]
        self._norms = [
            math.sqrt(math.fsum(v * v for v in w.values())) or 1.0 for w in self._weights
        ]

    def between(self, first: int, second: int) -> float:
        """Return how alike two texts are, 0 to 1."""
        a, b = self._weights[first], self._weights[second]
        if len(a) > len(b):
            a, b = b, a
        shared = math.fsum(value * b[word] for word, value in a.items() if word in b)
        return shared / (self._norms[first] * self._norms[second])


def words_of(text: str) -> list[str]:
    """Return the words that say what a text is about, in small letters."""
    return [word for word in _WORD.findall(text.lower()) if word not in STOPWORDS]


def rank(sentences: Sequence[Sentence]) -> Ranking:
    """Return the sentences with their scores; of a very long text, those that may matter."""
    chosen = list(sentences)
    if len(chosen) > _MOST:
        best = sorted(chosen, key=lambda s: (-_weight(s), s.number))[:_MOST]
        chosen = sorted(best, key=lambda s: s.number)
    likeness = Likeness([sentence.text for sentence in chosen])
    central = _lexrank(len(chosen), likeness)
    scores = tuple(round(c + _weight(s), 6) for c, s in zip(central, chosen, strict=True))
    return Ranking(tuple(chosen), scores, likeness)


def pick(
    ranking: Ranking,
    candidates: Sequence[Sentence],
    count: int,
    group: Callable[[Sentence], str],
    quota: int,
) -> tuple[Sentence, ...]:
    """Return the best sentences, unlike one another, at most `quota` a group while others are left."""
    chosen: list[Sentence] = []
    taken: Counter[str] = Counter()
    left = [sentence for sentence in candidates if sentence.text]
    nearest = dict.fromkeys((sentence.number for sentence in left), 0.0)
    while left and len(chosen) < count:
        open_ = [s for s in left if taken[group(s)] < quota]
        if not open_:
            quota += 1
            continue
        best = max(open_, key=lambda s: (
            ranking.score(s) - _SPREAD * nearest[s.number] - _AGAIN * taken[group(s)], -s.number
        ))  # fmt: skip
        chosen.append(best)
        taken[group(best)] += 1
        left.remove(best)
        for sentence in left:
            nearest[sentence.number] = max(nearest[sentence.number], ranking.alike(sentence, best))
    return tuple(chosen)


def _weight(sentence: Sentence) -> float:
    """Return what a sentence's facts, cues, place and length say for it."""
    count = Counter(fact.kind for fact in sentence.facts)
    text, length = sentence.text, len(sentence.text)
    weight = 1.1 * min(count[EntityType.MONEY], 1) + 0.5 * min(count[EntityType.QUANTITY], 2)
    weight += 0.45 * min(count[EntityType.AGREEMENT], 1) + 0.25 * min(count[EntityType.DATE], 1)
    weight += 0.55 * bool(cues.OVERVIEW.search(text)) + 0.35 * sentence.opens_paragraph
    weight += _FIRST.get(sentence.number, 0.0)  # what a text says first is its news
    weight += _news(text)
    weight += _ANNOUNCED * any(map(cues.MAIN_POINTS.match, sentence.headings))
    weight -= 0.7 * bool(cues.WEAK.search(text)) + 0.45 * bool(cues.ANAPHORA.match(text))
    weight -= 0.4 if length > _VERY_LONG else 0.25 if length > _LONG else 0.0
    return weight - 0.5 * (length < _SHORT)


_FIRST = {0: 0.8, 1: 0.4, 2: 0.2}
_DECISION = re.compile(
    r"\b(?:announced|agreed|approved|adopted|ordered|decided|recommended|banned|required|requires?|must|authori[sz]ed|imposed|"
    r"appointed|signed|launched|introduced|rejected|suspended|awarded|granted|killed|injured|died|arrested|found that|confirmed|affirm(?:s|ed)?|revers(?:es|ed)|remand(?:s|ed)?|vacate[sd]?|upholds?|upheld|overrule[sd]?|dismiss(?:es|ed))\b"
)
_COUNT = re.compile(
    r"(?<![\w.,/§-])(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?:%| (?:million|billion|percent|per cent)\b)|\d{2,}(?= [a-z]))"
)
_LAW = re.compile(
    r"^(?:Section|Article|Paragraph|Clause|Title) \d|\bas amended\b|\bU\.S\.C\.|\bU\.S\. Code\b"
)


def _news(text: str) -> float:
    """Return what a sentence tells: a change of figures, a decision, an extreme, a count; or only which law holds."""
    counts = _COUNT.search(text) is not None
    weight = 0.35 * counts
    if counts and next(iter(trends(text)), None):
        weight += 0.4
    weight += 0.3 * (_DECISION.search(text) is not None)
    weight += 0.3 * (next(iter(extremes(text)), None) is not None)
    is_empty = not counts and re.search(r"(?<=\s)[A-Z]\w", text) is None
    return weight - 0.3 * is_empty - 0.6 * (_LAW.search(text) is not None)


def _lexrank(count: int, likeness: Likeness) -> list[float]:
    """Return each sentence's centrality, the most central one's being 1."""
    if not count:
        return []
    links: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    for i in range(count):
        for j in range(i + 1, count):
            value = likeness.between(i, j)
            if value > _ALIKE:
                links[i].append((j, value))
                links[j].append((i, value))
    degree = [math.fsum(value for _, value in link) or 1.0 for link in links]
    scores = [1 / count] * count
    for _ in range(_ROUNDS):
        scores = [
            (1 - _DAMPING) / count
            + _DAMPING * math.fsum(scores[j] * value / degree[j] for j, value in links[i])
            for i in range(count)
        ]
    most = max(scores)
    return [score / most for score in scores]
