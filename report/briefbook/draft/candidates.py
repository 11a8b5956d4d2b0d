"""What an analyst would look for first, proposed from facts alone: each with its reason and its passage.

What changed and when, the largest and the smallest, who pays, what is contradicted or said twice,
what is dated and what is not. Nothing is judged: a candidate is a place to look, and its rank is how
much its sentence says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from briefbook.draft.amounts import NO_DATE, Sum
from briefbook.draft.corpus import Sentence
from briefbook.draft.dating import Role, roles
from briefbook.draft.events import Happening
from briefbook.draft.rank import Ranking, words_of
from briefbook.draft.trim import lower_first, starts_with_verb
from briefbook.language.en.mentions import EntityType
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.trends import trends
from briefbook.values.dates import long_date
from briefbook.values.formatting import prose
from briefbook.values.quantity import Quantity
from briefbook.values.units import Unit

MOST = 8
_EACH = 2
"""Candidates of one kind."""
_ALIKE, _TWICE = 0.42, 0.62
"""Likeness of sentences that may speak of one thing, and of those that say it twice."""
_COMPARED = 120
"""Sentences that are compared with each other, the weightiest."""
_PAYS = re.compile(
    r"\b(?:paid|pays|gave|gives|granted|provided|provides|funded|financed|finances|lent|lends|donated|"
    r"contributed|contributes|awarded|allocated|invested|pledged|spent|subsidi[sz]e[sd])\b"
)
_PAID_BY = re.compile(
    r"\b(?:paid|funded|financed|provided|granted|lent|donated|given|supported)(?: for)? by (?P<who>(?:the |a |an )?[A-Z][^,.;:()]{2,60}?)(?=[,.;:()]|\s(?:in|on|for|to|and|with|at)\b)"
)
_PAYER_WORDS = 8
_BESIDE = frozenset("has have had also will would which who that then later".split())
_NO_PAYER = re.compile(
    r"(?:It|They|He|She|We|I|This|That|These|In|On|By|For|Of|To|From|At|With|As|If|When|After|Since|was|were|is|are)\b"
    r"|\d|.*\b(?:announced|said|that|which|who)\b"
)
_AGREES = 0.5
_BACK = re.compile(
    r"\b(?:den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)? (?:this|the|that)|contradict\w*|contrary to)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Candidate:
    """Something that the answer may rest on."""

    kind: str
    """What an analyst would ask: `what changed and when`, `who pays` …"""
    reason: str
    """What in the source makes it one."""
    sentences: tuple[Sentence, ...]
    weight: float


def find_candidates(
    sentences: Sequence[Sentence],
    happenings: Sequence[Happening],
    sums: Sequence[Sum],
    ranking: Ranking,
) -> tuple[Candidate, ...]:
    """Return the candidates, the weightiest first; one sentence is one candidate, and no kind comes thrice."""
    found = [
        *_changes(sentences, happenings, ranking),
        *_extremes(sums, ranking),
        *_payers(sentences, ranking),
        *_at_odds(sentences, ranking),
        *_dating(sentences, sums, ranking),
    ]
    kept: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: (-c.weight, c.sentences[0].number, c.kind)):
        if sum(candidate.kind in other.kind for other in kept) >= _EACH:
            continue
        same = [n for n, c in enumerate(kept) if c.sentences[0] == candidate.sentences[0]]
        if same:
            kept[same[0]] = _joined(kept[same[0]], candidate)
        else:
            kept.append(candidate)
    return tuple(kept[:MOST])


def _joined(first: Candidate, second: Candidate) -> Candidate:
    """Return what makes one sentence a candidate twice; one kind of reason is told once."""
    if second.kind in first.kind:
        return first
    return replace(
        first,
        kind=f"{first.kind}; {second.kind}",
        reason=f"{first.reason}; {second.reason}",
        sentences=tuple(dict.fromkeys((*first.sentences, *second.sentences))),
    )


def told(candidate: Candidate) -> str:
    """Return a candidate in words, with the passages that it rests on."""
    passages = "; ".join(f"¶ {s.paragraph} “{s.text}”" for s in candidate.sentences)
    return f"{candidate.kind}: {candidate.reason} ({passages})"


def _changes(
    sentences: Sequence[Sentence], happenings: Sequence[Happening], ranking: Ranking
) -> Iterator[Candidate]:
    for sentence in sentences:
        numbers = find_numbers(sentence.text)
        trend = next(iter(trends(sentence.text)), None) if len(numbers) > 1 else None
        if trend:
            when = [
                sentence.text[d.start : d.end]
                for d, role in roles(sentence.text)
                if role is not Role.NAME
            ]
            since = f", {' and '.join(when[:2])}" if when else ", without a date"
            yield Candidate(
                "what changed and when",
                f"“{trend.word}”{since}",
                (sentence,),
                ranking.score(sentence) + 1.2,
            )
    for happening in happenings:
        weight = ranking.score(happening.sentence) + 0.4
        yield Candidate(
            "what happened when", long_date(happening.date), (happening.sentence,), weight
        )


def _extremes(sums: Sequence[Sum], ranking: Ranking) -> Iterator[Candidate]:
    by_unit: dict[Unit, list[tuple[Quantity, Sum]]] = {}
    for entry in sums:
        if entry.value is not None and entry.is_told:
            by_unit.setdefault(entry.value.unit, []).append((entry.value, entry))
    for same in by_unit.values():
        same.sort(key=lambda pair: pair[0].number)
        if len(same) < 2:  # noqa: PLR2004  one sum is neither
            continue
        for name, (value, entry), more in (
            ("the largest sum", same[-1], 1.0),
            ("the smallest sum", same[0], 0.2),
        ):
            reason = (
                f"{prose(value)}, {lower_first(entry.what)}, of {len(same)} sums in one currency"
            )
            yield Candidate(name, reason, (entry.sentence,), ranking.score(entry.sentence) + more)


def _payers(sentences: Sequence[Sentence], ranking: Ranking) -> Iterator[Candidate]:
    for sentence in sentences:
        if not sentence.of(EntityType.MONEY):
            continue
        if who := _payer(sentence.text):
            yield Candidate("who pays", who, (sentence,), ranking.score(sentence) + 0.8)


def _payer(text: str) -> str:
    """Return who pays, where the sentence names somebody before or after the verb; else nothing."""
    if match := _PAID_BY.search(text):
        return match["who"]
    verb = _PAYS.search(text)
    if not verb:
        return ""
    words = re.split(r"[,;:]\s|\bof which\b|\bwhile\b|\band\b", text[: verb.start()])[-1].split()
    name = " ".join(word for word in words if word.lower() not in _BESIDE)
    is_short = 0 < len(name.split()) <= _PAYER_WORDS
    is_name = re.match(r"(?:the |an? )?\w*[A-Z]|(?:the|an?) [a-z]", name, re.IGNORECASE) is not None
    is_bare = (
        _NO_PAYER.match(name) is None
        and re.search(r"\b(?:was|were|is|are|be|been|being)$", name) is None
    )
    return name if is_short and is_name and is_bare and not starts_with_verb(name) else ""


def _at_odds(sentences: Sequence[Sentence], ranking: Ranking) -> Iterator[Candidate]:
    best = sorted(sentences, key=lambda s: (-ranking.score(s), s.number))[:_COMPARED]
    for a, b in combinations(sorted(best, key=lambda s: s.number), 2):
        alike = ranking.alike(a, b)
        if alike < _ALIKE:
            continue
        weight = max(ranking.score(a), ranking.score(b)) + alike
        mine, other = _values(a), _values(b)
        units = {unit for unit, _ in mine} & {unit for unit, _ in other}
        if units and not mine & other:
            yield Candidate(
                "contradicted, or of two times", "like words, other figures", (a, b), weight + 0.6
            )
        elif alike > _TWICE:
            yield Candidate("said twice", "almost the same words", (a, b), weight - 0.6)
    for before, after in pairwise(sentences):
        is_near = before.source == after.source and after.paragraph - before.paragraph <= 1
        cue = _BACK.search(after.text[:60]) if is_near else None
        shared = set(words_of(before.text)) & set(words_of(after.text))
        if cue and len(shared) > 1:
            weight = ranking.score(after) + _AGREES
            yield Candidate(
                "contradicted",
                f"“{cue[0].lower()}” after what stands before",
                (before, after),
                weight,
            )


def _values(sentence: Sentence) -> set[tuple[str, str]]:
    """Return the sums and shares of a sentence, each with its unit."""
    return {(n.unit, str(n.value)) for n in find_numbers(sentence.text) if n.unit not in ("", "th")}


def _dating(
    sentences: Sequence[Sentence], sums: Iterable[Sum], ranking: Ranking
) -> Iterator[Candidate]:
    undated = [s for s in sums if s.period == NO_DATE and s.is_told]
    if undated:
        first = max(undated, key=lambda s: ranking.score(s.sentence))
        reason = f"{len(undated)} of the sums have no date beside them, such as {first.words}"
        yield Candidate(
            "what is not dated", reason, (first.sentence,), ranking.score(first.sentence) + 0.3
        )
    dated = [(d.date.last, s) for s in sentences for d, role in roles(s.text) if role is Role.TIME]
    if dated:
        last, sentence = max(dated, key=lambda pair: (pair[0], -pair[1].number))
        reason = f"nothing is dated after {last.year}"
        yield Candidate("how far it goes", reason, (sentence,), ranking.score(sentence))
