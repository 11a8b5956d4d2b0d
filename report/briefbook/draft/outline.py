"""What goes into a draft and where: sentences kept, by section, and which of them come first."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefbook.draft import cues
from briefbook.draft.corpus import LeftOut, Material, Sentence
from briefbook.draft.leads import has_lead
from briefbook.draft.lexicon import OPENING, OTHER, TOPICS, OwnTitle, Topic
from briefbook.draft.parties import Parties
from briefbook.draft.quotes import Quoter, is_supported
from briefbook.draft.rank import Ranking, pick
from briefbook.draft.sections import LEAST, Label
from briefbook.draft.stance import Sort, Stance
from briefbook.draft.trim import shorten
from briefbook.language.en.mentions import EntityType

_ALL = 14
"""Up to so many sentences, a draft keeps every one."""
_SHARE = 0.55
"""Of the rest it keeps this share."""
MOST = 48
_PLAIN = 14
"""Up to so many sentences, one section holds them all."""
_COVERED = 0.6
"""Share of the sentences that the sections must hold, or there are none."""
_MOST_PARTS = 9
_LEAST_TITLE, _TITLE_LETTERS = 3, 76
_DEEP = 3
"""Levels of headings that are tried."""
KEY_POINTS = 4
NOT_ONCE = "nothing tells it from another passage"
_DAY = len("1992-02")
"""A date as exact as a month makes a sentence an event, not an overview."""
_KEY_LONG, _WHOLE = 150, 220
"""Letters that a key point's whole clause may have, so that it has room on page one, and most often on a slide."""
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
    """The shortlist for the key points, the weightiest first and an opinion last."""
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
    unfit: frozenset[str] = frozenset(),
    crowded: int = 0,
) -> Outline:
    """Return what to keep of some sentences, and where; there must be at least one.

    For those that were `crowded` out of the pages, nothing takes their place.
    """
    whole = len(sentences) + crowded
    most = whole if whole <= _ALL else round(_ALL + _SHARE * (whole - _ALL))
    count = max(1, min(most, MOST) - crowded)
    where = _sections_of(sentences, labels, unfit, is_bilateral=len(parties.names) > 1)

    def topic_of(sentence: Sentence) -> str:
        return where[sentence.number].id

    kept = _kept(sentences, topic_of, ranking, count)
    parts = _parts(sorted(kept, key=lambda s: s.number), where, stances)
    held = {sentence.number for part in parts for sentence in part.sentences}
    left_out = tuple(
        _left(s, "its part has too few statements for a section" if s in kept else "ranked lower")
        for s in sentences
        if s.number not in held
    )
    kept = tuple(s for s in kept if s.number in held)
    is_plain = len(parts) == 1 and parts[0].topic is OTHER
    key = _key(kept, labels, stances, ranking)
    first = max(kept, key=lambda s: (_overview(s, stances, ranking, parties), -s.number))
    said = Counter(labels[s.number].topic.id for s in sentences)
    topics = tuple(t for t in sorted(TOPICS, key=lambda t: -said[t.id]) if said[t.id] > 1)
    return Outline(parts, key, first, left_out, topics, is_plain)


def _left(sentence: Sentence, reason: str) -> LeftOut:
    return LeftOut(sentence.source, sentence.head, reason)


def _kept(
    sentences: Sequence[Sentence],
    topic_of: Callable[[Sentence], str],
    ranking: Ranking,
    count: int,
) -> tuple[Sentence, ...]:
    """Return the best sentences, enough from each section to make one."""
    groups: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        groups[topic_of(sentence)].append(sentence)
    chosen: list[Sentence] = []
    if len(groups) > 1:
        groups = {id_: members for id_, members in groups.items() if id_ != OTHER.id}
        for members in groups.values():
            chosen += pick(ranking, members, LEAST, topic_of, LEAST)
    rest = [s for members in groups.values() for s in members if s not in chosen]
    quota = max(4, 2 * count // len(groups))
    chosen += pick(ranking, rest, count - len(chosen), topic_of, quota - LEAST)
    return tuple(chosen)


def _sections_of(
    sentences: Sequence[Sentence],
    labels: Mapping[int, Label],
    unfit: frozenset[str],
    *,
    is_bilateral: bool,
) -> dict[int, Topic]:
    """Return the section of each sentence: the source's own headings, else subjects, else one for all."""
    if len(sentences) > _PLAIN:
        # The subjects are those of relations between countries; elsewhere, and where the rule is not
        # sure, they would be wrong titles, and there is one section.
        by_subject = {
            s.number: labels[s.number].topic
            for s in sentences
            if is_bilateral and labels[s.number].is_sure
        }
        for grouped in (*(_by_heading(sentences, at, unfit) for at in range(_DEEP)), by_subject):
            sizes = Counter(topic.id for topic in grouped.values())
            large = {id_ for id_, size in sizes.items() if size >= LEAST and id_ != OTHER.id}
            large = set(sorted(large, key=lambda id_: (-sizes[id_], id_))[:_MOST_PARTS])
            covered = sum(sizes[id_] for id_ in large)
            if len(large) > 1 and covered >= _COVERED * len(sentences):
                found = {n: topic for n, topic in grouped.items() if topic.id in large}
                found |= _opening(sentences, found)
                return {s.number: found.get(s.number, OTHER) for s in sentences}
    return {sentence.number: OTHER for sentence in sentences}


def _opening(sentences: Sequence[Sentence], found: Mapping[int, Topic]) -> dict[int, Topic]:
    """Return the section of what stands before the first one, which a text says first because it matters."""
    first = min(found)
    before = [s.number for s in sentences if s.number < first]
    topic = OPENING if len(before) >= LEAST else found[first]
    return dict.fromkeys(before, topic)


def _by_heading(
    sentences: Sequence[Sentence], depth: int, unfit: frozenset[str]
) -> dict[int, Topic]:
    """Return sections named as the source names them, by its headings of one depth."""
    members: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        if len(sentence.headings) > depth:
            members[_section_title(sentence.headings[depth])].append(sentence)
    taken = {topic.id for topic in TOPICS}
    grouped: dict[int, Topic] = {}
    for title, group in members.items():
        if title != OwnTitle.MAIN_POINTS and not _is_title(title, group):
            continue
        stem = "-".join(re.findall(r"[a-z]+", title.lower())[:4]) or "part"
        id_ = stem if stem not in taken else f"{stem}-{len(taken)}"
        taken.add(id_)
        if id_ not in unfit:
            topic = replace(OTHER, id=id_, title=title, lane=title)
            grouped |= dict.fromkeys((s.number for s in group), topic)
    return grouped


def _section_title(heading: str) -> str:
    """Return a heading without its number and marks."""
    if cues.MAIN_POINTS.match(heading):
        return OwnTitle.MAIN_POINTS
    title = re.sub(r"^(?:\d+(?:\.\d+)*|[IVX]+|[A-Z])[.)]\s+", "", heading).strip(" :.#*_")
    return title.capitalize() if title.isupper() else title


_GENERIC = re.compile(
    r"(?:letter|highlights?|introduction|summary|overview|executive summary|contents?|main|article|body|report|"
    r"abstract|foreword|preface|text|news|press release|what you need to know|at a glance|"
    r"(?:main|key) (?:findings|points|messages|statistics|facts)|what (?:we|\w+) (?:found|recommends?)|why (?:we|\w+) did this (?:study|review)|footnotes?|documents?|notes?|(?:appendix|annex|table|figure|part|chapter)\b.*)",
    re.IGNORECASE,
)
"""A heading that names a part of a document, not what it says."""


def is_generic(title: str) -> bool:
    """Tell whether a heading names a part of any document: Introduction, Letter, Appendix II."""
    return _GENERIC.fullmatch(title.strip(" :.")) is not None


def _is_title(title: str, members: Sequence[Sentence]) -> bool:
    """Tell whether a heading can stand over statements: short, in words, and borne by what is said."""
    if is_generic(title) or title.endswith("?"):
        return False
    if not _LEAST_TITLE <= len(title) <= _TITLE_LETTERS or not has_words(title):
        return False
    said = " ".join(sentence.text for sentence in members)
    named = re.findall(r"(?<=\s)[A-Z][\w’'-]+|\d+", title)
    return all(re.search(rf"\b{re.escape(word)}\b", said) for word in named)


def has_words(title: str) -> bool:
    """Tell whether a heading has letters enough to say something."""
    return sum(map(str.isalpha, title)) > 0.6 * len(title)


def _parts(
    kept: list[Sentence], where: Mapping[int, Topic], stances: Mapping[int, Stance]
) -> tuple[Part, ...]:
    """Return the sections that have statements enough; of few statements in all, one section."""
    groups: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in kept:
        groups[where[sentence.number].id].append(sentence)
    large = {id_: members for id_, members in groups.items() if len(members) >= LEAST}
    large.pop(OTHER.id, None)
    most = sorted(large, key=lambda id_: -len(large[id_]))[:_MOST_PARTS]
    if len(most) < 2:  # noqa: PLR2004  one section beside nothing divides nothing
        return (_part(OTHER, kept, stances),)
    topics = {where[s.number].id: where[s.number] for s in kept}
    order = [topic.id for topic in TOPICS]
    ids = [id_ for id_ in order if id_ in most] or [id_ for id_ in topics if id_ in most]
    return tuple(_part(topics[id_], large[id_], stances) for id_ in ids)


def _part(topic: Topic, members: Sequence[Sentence], stances: Mapping[int, Stance]) -> Part:
    reported = tuple(s for s in members if not stances[s.number].is_view)
    views = tuple(s for s in members if stances[s.number].is_view)
    return Part(topic, reported, views)


def _key(
    kept: tuple[Sentence, ...],
    labels: Mapping[int, Label],
    stances: Mapping[int, Stance],
    ranking: Ranking,
) -> tuple[Sentence, ...]:
    """Return the shortlist: facts from different sections, and a place for an assessment."""
    found: list[Sentence] = []
    # What leans on the sentence before, or has nothing to be led by, says little on page one.
    # The two that say most may be longer where they count something: page one has room, and slides take others.
    counting = [s for s in kept if re.search(r"\d", s.text)]
    weighty = sorted(counting, key=lambda s: (-ranking.score(s), s.number))[:2]
    for most, is_picky in ((_KEY_LONG, True), (_KEY_LONG, False), (_WHOLE, False)):
        room = {s.number: _WHOLE if s in weighty else most for s in kept}
        short = [s for s in kept if s not in found and shorten(s.text, room[s.number])]
        fitting = [s for s in short if not is_picky or _stands_alone(s)]
        found += _key_from(fitting, labels, stances, ranking, KEY_POINTS - len(found))
        if len(found) >= LEAST:
            break
    views = [s for s in kept if stances[s.number].is_view]
    if views and not any(s in found for s in views):
        fit = [s for s in views if shorten(s.text, _KEY_LONG)]
        best = max(fit, key=lambda s: (ranking.score(s), -s.number), default=None)
        found = [
            *found[: KEY_POINTS - 1],
            best or min(views, key=lambda s: (len(s.text), s.number)),
        ]
    rest = sorted((s for s in kept if s not in found), key=lambda s: (len(s.text), s.number))
    found += rest[: max(0, LEAST - len(found))]
    opinions = (Sort.VIEW, Sort.POLICY, Sort.FORECAST)
    return tuple(
        sorted(found, key=lambda s: (stances[s.number].sort in opinions, -ranking.score(s)))
    )


def _stands_alone(sentence: Sentence) -> bool:
    is_led = has_lead(sentence)
    return is_led and not cues.ANAPHORA.match(sentence.text)


def _key_from(
    fitting: Sequence[Sentence],
    labels: Mapping[int, Label],
    stances: Mapping[int, Stance],
    ranking: Ranking,
    count: int,
) -> tuple[Sentence, ...]:
    topic: Callable[[Sentence], str] = lambda s: labels[s.number].topic.id  # noqa: E731
    facts = [s for s in fitting if not stances[s.number].is_view]
    views = [s for s in fitting if stances[s.number].sort in (Sort.VIEW, Sort.SAID)]
    views = views or [s for s in fitting if stances[s.number].is_view]
    sure = [s for s in views if stances[s.number].is_sure] or views
    best = sorted(sure, key=lambda s: (-ranking.score(s), s.number))[: min(1, count)]
    chosen = pick(ranking, facts, count - len(best), topic, 1)
    others = [s for s in views if s not in best]
    chosen += tuple(others[: max(0, count - len(best) - len(chosen))])
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
