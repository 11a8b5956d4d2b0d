"""What an answer may rest on: the candidates of a draft, found again in the sources, and taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.desk.edits import added, free_id, quote_at, resting, reworded, value_changes
from briefbook.errors import WrongUse
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.model.briefing import ANSWER
from briefbook.model.candidates import Candidate, candidates_of
from briefbook.model.parts import BottomLine
from briefbook.model.statements import Claim, State
from briefbook.model.yaml_changes import Change, Data, Set, at, done
from briefbook.sources.anchoring import Ambiguous, Anchor, find_quote

LONGEST_HEADLINE = 110
"""Letters that fit in a slide's title."""


@dataclass(frozen=True)
class Passage:
    """A sentence of a source."""

    text: str
    paragraph: int
    source: str = ""
    """Empty if it stands nowhere, letter for letter."""
    start: int = 0
    end: int = 0
    claims: tuple[str, ...] = ()
    """Ids of the claims that quote it."""


@dataclass(frozen=True)
class ShownCandidate:
    """A candidate with its passages where they stand."""

    number: int
    """From 1, the weightiest first."""
    kind: str
    reason: str
    passages: tuple[Passage, ...]
    statement: str = ""
    """Id of the claim that says it already."""

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of the claims that bear it already."""
        held = [id_ for passage in self.passages for id_ in passage.claims[:1]]
        return tuple(dict.fromkeys(filter(None, (self.statement, *held))))


def shown_candidates(resolved: ResolvedBriefing, text: str) -> tuple[ShownCandidate, ...]:
    """Return the candidates in the text of a briefing; none once its comments are gone."""
    return tuple(_shown(resolved, n, one) for n, one in enumerate(candidates_of(text), 1))


def _shown(resolved: ResolvedBriefing, number: int, candidate: Candidate) -> ShownCandidate:
    claims = {str(claim.id) for claim in resolved.briefing.claims}
    return ShownCandidate(
        number,
        candidate.kind,
        candidate.reason,
        tuple(_found(resolved, words, paragraph) for paragraph, words in candidate.passages),
        candidate.statement if candidate.statement in claims else "",
    )


def _found(resolved: ResolvedBriefing, words: str, paragraph: int) -> Passage:
    for source, document in resolved.briefing.texts.items():
        hit = find_quote(document, words)
        places = [(hit.start, hit.end)] if isinstance(hit, Anchor) else []
        if isinstance(hit, Ambiguous):  # said elsewhere too
            places = [(one.start, one.end) for one in document.sentences]
        for start, end in places:
            said = " ".join(document.text[start:end].split())
            if document.paragraph_at(start).number == paragraph and said == words:
                held = tuple(_quoting(resolved, source, start, end))
                return Passage(words, paragraph, source, start, end, held)
    return Passage(words, paragraph)


def _quoting(resolved: ResolvedBriefing, source: str, start: int, end: int) -> Iterator[str]:
    for claim in resolved.briefing.claims:
        for quote in resolved.evidence.quotes_of(claim):
            anchor = quote.anchor
            if anchor and quote.source == source and anchor.start < end and start < anchor.end:
                yield str(claim.id)
                break


def taken(
    data: Data, resolved: ResolvedBriefing, candidate: ShownCandidate, field: str, id_: str
) -> Iterator[Change]:
    """Yield the changes that take a candidate: as the answer’s `text` or `headline`, or for another to rest on.

    A passage that no claim quotes yet becomes a claim first. What is taken is a draft: nobody has put
    it into words.
    """
    ids: list[str] = list(candidate.claims)
    said = [_words(resolved, one) for one in candidate.claims]
    for passage in candidate.passages:
        if passage.claims:
            continue
        if not passage.source:
            hint = "select the passage in the source, and add a statement"
            raise WrongUse("this passage stands in no source, letter for letter", hint=hint)
        quote = quote_at(resolved, passage.source, passage.start, passage.end)
        new = free_id(data, passage.text)
        claim = {"id": new, "kind": "reported", "state": str(State.DRAFT), "text": passage.text}
        for change in added(data, {**claim, "evidence": [quote]}):
            done(data, change)
            yield change
        ids.append(new)
        said.append(passage.text)
    if not ids:
        raise WrongUse("nothing in the sources bears this candidate")
    if id_ != ANSWER:
        yield from resting(data, id_, ids)
        return
    words = " ".join(said)
    if field == "headline":
        words = min(said, key=len).rstrip(".")
        if len(words) > LONGEST_HEADLINE:
            hint = "put it into fewer words, and save it as the headline"
            raise WrongUse(f"that has {len(words)} letters, and a headline {LONGEST_HEADLINE}", hint=hint)  # fmt: skip
    is_open = str(at(data, ("bottom_line", "text")) or "").startswith(BottomLine.OPEN)
    yield from reworded(data, ANSWER, {field: words})
    yield from value_changes(data, ("bottom_line", "state"), str(State.DRAFT))
    rests = at(data, ("bottom_line", "supported_by")) or []
    if is_open and field == "text" and rests and rests[0] not in ids:
        # What a draft names there only keeps the place.
        yield Set(("bottom_line", "supported_by", 0), ids[0])
        done(data, Set(("bottom_line", "supported_by", 0), ids[0]))
    yield from resting(data, ANSWER, ids)


def _words(resolved: ResolvedBriefing, id_: str) -> str:
    claim = resolved.briefing.statements[id_]
    return str(claim.text) if isinstance(claim, Claim) else ""
