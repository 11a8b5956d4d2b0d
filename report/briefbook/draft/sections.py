"""Sentences to sections: a keyword lexicon, helped by the paragraph's other sentences and headings.

Each sentence gets a first label and, where another is near, a second. A small margin between them
is for the editor to settle.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefbook.draft.corpus import Sentence
from briefbook.draft.lexicon import OTHER, TOPICS, Topic

_NEIGHBOURS = 0.25
"""What the other sentences of a paragraph count, on average."""
_HEADING = 0.8
_NEAR = 0.75
"""Second labels reach this share of the first."""
_SURE = 1.0
"""A margin below this is for the editor to settle."""
LEAST = 3
"""A section of fewer sentences is none."""


@dataclass(frozen=True)
class Label:
    """Where a sentence belongs."""

    topic: Topic
    second: Topic | None
    margin: float
    """Between the first label's score and the second's."""

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to look."""
        return self.margin >= _SURE


def label(sentences: Sequence[Sentence]) -> tuple[Label, ...]:
    """Return the label of each sentence, every section large enough to be one."""
    own = [_scores(sentence.text) for sentence in sentences]
    headings = {sentence.heading: _scores(sentence.heading) for sentence in sentences}
    paragraphs: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, sentence in enumerate(sentences):
        paragraphs[sentence.source, sentence.paragraph].append(index)
    sums = {key: _sum(own[index] for index in members) for key, members in paragraphs.items()}
    scores = []
    for index, sentence in enumerate(sentences):
        key = (sentence.source, sentence.paragraph)
        mates = len(paragraphs[key]) - 1
        total: dict[str, float] = defaultdict(float, own[index])
        for topic, score in headings[sentence.heading].items():
            total[topic] += _HEADING * score
        for topic, score in sums[key].items() if mates else ():
            total[topic] += _NEIGHBOURS * (score - own[index].get(topic, 0)) / mates
        scores.append(dict(total))
    return _settled(scores)


def _scores(text: str) -> dict[str, float]:
    found = {}
    for topic in TOPICS:
        strong = {match.group()[:8].lower() for match in topic.strong.finditer(text)}
        weak = {match.group()[:8].lower() for match in topic.weak.finditer(text)} - strong
        if strong or weak:
            found[topic.id] = 2.0 * len(strong) + len(weak) + topic.prior
    return found


def _sum(scores: Iterable[dict[str, float]]) -> dict[str, float]:
    total: dict[str, float] = defaultdict(float)
    for score in scores:
        for topic, value in score.items():
            total[topic] += value
    return dict(total)


def _settled(scores: list[dict[str, float]]) -> tuple[Label, ...]:
    """Return labels such that no section is too small, taking second labels where it helps."""
    topics = {topic.id: topic for topic in TOPICS}
    closed: set[str] = set()
    while True:
        ranked = [_ranked(score, closed) for score in scores]
        sizes = Counter(order[0][0] for order in ranked if order)
        small = [topic for topic in topics if 0 < sizes[topic] < LEAST and topic not in closed]
        if not small or len(sizes) == 1:
            break
        closed.add(min(small, key=lambda topic: (sizes[topic], list(topics).index(topic))))
    return tuple(_label(order, topics) for order in ranked)


def _ranked(score: dict[str, float], closed: set[str]) -> list[tuple[str, float]]:
    """Return the topics still open, the best first; of equals, the first of the lexicon."""
    return sorted(
        ((topic, value) for topic, value in score.items() if topic not in closed),
        key=lambda pair: -pair[1],
    )


def _label(order: list[tuple[str, float]], topics: dict[str, Topic]) -> Label:
    if not order:
        return Label(OTHER, None, 0.0)
    (first, best), *rest = order
    second, other = rest[0] if rest else ("", 0.0)
    is_near = second and other >= _NEAR * best
    return Label(topics[first], topics[second] if is_near else None, best - other)
