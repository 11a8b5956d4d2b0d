"""What goes into a draft and where: sentences kept, by section, and which of them come first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefbook.draft import cues
from briefbook.draft.corpus import LeftOut, Material, Sentence
from briefbook.draft.lexicon import OTHER, TOPICS, Topic
from briefbook.draft.parties import Parties
from briefbook.draft.quotes import Quoter, is_supported
from briefbook.draft.rank import Ranking, pick
from briefbook.draft.sections import Label
from briefbook.draft.stance import Sort, Stance
from briefbook.language.en.mentions import EntityType

_ALL = 14
"""Up to so many sentences, a draft keeps every one."""
_SHARE = 0.55
"""Of the rest it keeps this share."""
MOST = 48
_PLAIN = 6
"""Up to so many sentences, one section holds them all."""
_FEW = 2
KEY_POINTS = 4
NOT_ONCE = "nothing tells it from another passage"
_DAY = len("1992-02")
"""A date as exact as a month makes a sentence an event, not an overview."""
_HANDY = 280
"""Letters of a sentence that is not too long for page one."""
_QUOTABLE = 170
"""Letters that a bottom line can quote whole."""


@dataclass(frozen=True)
class Part:
    """A section: its sentences in the order of the source."""

    topic: Topic
    reported: tuple[Sentence, ...]
    views: tuple[Sentence, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All of them."""
        return (*self.reported, *self.views)


@dataclass(frozen=True)
class Outline:
    """The draft in short."""

    parts: tuple[Part, ...]
    key: tuple[Sentence, ...]
    """The shortlist for the key points, a view last."""
    first: Sentence
    """What the bottom line quotes."""
    left_out: tuple[LeftOut, ...]
    topics: tuple[Topic, ...]
    """Of the whole source, the one that most sentences speak of first."""
    is_plain: bool
    """Too short a source for sections of its own."""


def usable(
    material: Material, ranking: Ranking, quoter: Quoter
) -> tuple[tuple[Sentence, ...], tuple[LeftOut, ...]]:
    """Return the ranked sentences that can be quoted, and why others cannot."""
    kept, left_out = [], []
    ranked = {sentence.number for sentence in ranking.sentences}
    for sentence in material.sentences:
        if sentence.number not in ranked:
            left_out.append(_left(sentence, "ranked lower"))
        elif not (quotes := quoter.sentence(sentence)):
            left_out.append(_left(sentence, NOT_ONCE))
        elif not is_supported(sentence.text, quotes):
            left_out.append(_left(sentence, "its numbers or dates can be read in two ways"))
        else:
            kept.append(sentence)
    return tuple(kept), tuple(left_out)


def outline(
    sentences: tuple[Sentence, ...],
    labels: Mapping[int, Label],
    stances: Mapping[int, Stance],
    ranking: Ranking,
    parties: Parties,
) -> Outline:
    """Return what to keep of some sentences, and where; there must be at least one."""
    most = (
        len(sentences) if len(sentences) <= _ALL else round(_ALL + _SHARE * (len(sentences) - _ALL))
    )
    count = min(most, MOST)

    def topic_of(sentence: Sentence) -> str:
        return labels[sentence.number].topic.id

    groups = len({topic_of(sentence) for sentence in sentences})
    kept = pick(ranking, sentences, count, topic_of, max(4, 2 * count // groups))
    left_out = tuple(_left(s, "ranked lower") for s in sentences if s not in kept)
    is_plain = len(kept) <= _PLAIN
    parts = _parts(sorted(kept, key=lambda s: s.number), labels, stances, is_plain=is_plain)
    key = _key(kept, labels, stances, ranking)
    first = max(kept, key=lambda s: (_overview(s, stances, ranking, parties), -s.number))
    said = Counter(topic_of(sentence) for sentence in sentences)
    topics = tuple(t for t in sorted(TOPICS, key=lambda t: -said[t.id]) if said[t.id] > 1)
    return Outline(parts, key, first, left_out, topics, is_plain)


def _left(sentence: Sentence, reason: str) -> LeftOut:
    return LeftOut(sentence.source, sentence.head, reason)


def _parts(
    kept: list[Sentence],
    labels: Mapping[int, Label],
    stances: Mapping[int, Stance],
    *,
    is_plain: bool,
) -> tuple[Part, ...]:
    where = {s.number: OTHER if is_plain else labels[s.number].topic for s in kept}
    sizes = Counter(topic.id for topic in where.values())
    for sentence in kept:
        if sizes[where[sentence.number].id] < _FEW:
            second = labels[sentence.number].second
            where[sentence.number] = second if second and sizes[second.id] >= _FEW else OTHER
    groups: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in kept:
        groups[where[sentence.number].id].append(sentence)
    parts = []
    for topic in (*TOPICS, OTHER):
        if members := groups.get(topic.id):
            reported = tuple(s for s in members if not stances[s.number].is_view)
            views = tuple(s for s in members if stances[s.number].is_view)
            parts.append(Part(topic, reported, views))
    return tuple(parts)


def _key(
    kept: tuple[Sentence, ...],
    labels: Mapping[int, Label],
    stances: Mapping[int, Stance],
    ranking: Ranking,
) -> tuple[Sentence, ...]:
    """Return the shortlist: facts from different sections, and a place for an assessment."""
    topic: Callable[[Sentence], str] = lambda s: labels[s.number].topic.id  # noqa: E731
    facts = [s for s in kept if not stances[s.number].is_view]
    views = [s for s in kept if stances[s.number].sort in (Sort.VIEW, Sort.SAID)]
    views = views or [s for s in kept if stances[s.number].is_view]
    sure = [s for s in views if stances[s.number].is_sure] or views
    best = sorted(sure, key=lambda s: (-ranking.score(s), s.number))[:1]
    handy = [s for s in facts if len(s.text) <= _HANDY]
    wanted = KEY_POINTS - len(best)
    chosen = pick(ranking, handy if len(handy) >= wanted else facts, wanted, topic, 1)
    others = [s for s in views if s not in best]
    chosen += tuple(others[: max(0, KEY_POINTS - len(best) - len(chosen))])
    return (*chosen, *best)


def _overview(
    sentence: Sentence, stances: Mapping[int, Stance], ranking: Ranking, parties: Parties
) -> float:
    """Return how well a sentence stands for the whole."""
    count = Counter(fact.kind for fact in sentence.facts)
    named = sum(name in sentence.text for name in parties.names)
    score = ranking.score(sentence) + 0.4 * named + 0.5 * bool(cues.OVERVIEW.search(sentence.text))
    is_exact = any(
        len(str(fact.value)) >= _DAY for fact in sentence.of(EntityType.DATE) if not fact.cues
    )
    score -= (
        0.8 * bool(count[EntityType.MONEY])
        + 0.4 * bool(count[EntityType.QUANTITY])
        + 0.9 * is_exact
    )
    score -= 0.8 * bool(cues.ANAPHORA.match(sentence.text))
    score -= 0.6 * (len(sentence.text) > _QUOTABLE)
    return score - 1.5 * stances[sentence.number].is_view
