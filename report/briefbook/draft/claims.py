"""Kept sentences to claims: the source's own words, trimmed for slides, each with its quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefbook.draft.corpus import Sentence
from briefbook.draft.leads import lead_of
from briefbook.draft.lexicon import OwnTitle
from briefbook.draft.outline import Outline, Part
from briefbook.draft.parts import Limits, Names, Remarks
from briefbook.draft.quotes import Quoter
from briefbook.draft.rank import Ranking
from briefbook.draft.sections import Label
from briefbook.draft.stance import Stance
from briefbook.draft.trim import in_quotes, shorten
from briefbook.model import (
    BlockPart,
    Claim,
    ParagraphPart,
    Quote,
    Section,
    SubheadingPart,
)
from briefbook.model import Part as BodyPart
from briefbook.model.slides import MOST_STATEMENTS, MOST_WORDS, count_of_words
from briefbook.text import StatementType

_IN_PARAGRAPH = 4
"""Statements that run on as one paragraph."""
_KEYS = (92, 120)
"""Letters that a key point may have where no shorter clause is whole."""
_FIGURES = re.compile(r"(?<![\w-])[$€£]?\d[\d.,]*")
_ON_SLIDE_FROM = 7
"""Of so many statements, the weightiest, a slide takes those that it has words for."""


@dataclass(frozen=True)
class Claims:
    """The claims of a draft by the number of their sentence."""

    by_sentence: Mapping[int, Claim]
    key: tuple[str, ...]

    def id_of(self, sentence: Sentence) -> str:
        """Return the id of a sentence's claim."""
        return str(self.by_sentence[sentence.number].id)

    def claim_of(self, sentence: Sentence) -> Claim:
        """Return a sentence's claim."""
        return self.by_sentence[sentence.number]

    def supporting(
        self, sentence: Sentence, quotes: tuple[Quote, ...]
    ) -> tuple[tuple[Quote, ...], tuple[str, ...]]:
        """Return what bears an entry made from a sentence: quotes of its own, or the claim's id."""
        claim = self.by_sentence.get(sentence.number)
        if claim and claim.evidence == quotes and claim.kind is not StatementType.ATTRIBUTED:
            return (), (str(claim.id),)
        return quotes, ()

    def stance(self, sentence: Sentence) -> StatementType:
        """Return how an entry made from a sentence is told: a view stays a view."""
        claim = self.by_sentence.get(sentence.number)
        return (
            StatementType.ATTRIBUTED
            if claim and claim.kind is StatementType.ATTRIBUTED
            else StatementType.REPORTED
        )


def make_claims(
    plan: Outline,
    stances: Mapping[int, Stance],
    labels: Mapping[int, Label],
    quoter: Quoter,
    limits: Limits,
    names: Names,
    remarks: Remarks,
) -> Claims:
    """Return a claim for each kept sentence, with leads for the key points."""
    made: dict[int, Claim] = {}
    for part in plan.parts:
        for index, sentence in enumerate(part.sentences):
            claim = _claim(sentence, stances[sentence.number], quoter, limits, names)
            made[sentence.number] = claim
            if index == 0:
                remarks.head("claims", str(claim.id), title_of(part, plan))
            _ask(claim, stances[sentence.number], labels[sentence.number], plan, remarks)
    topic_of = {s.number: part for part in plan.parts for s in part.sentences}
    leads: set[str] = set()
    for sentence in plan.key:
        claim = made[sentence.number]
        stance = stances[sentence.number]
        title = leading_title(topic_of[sentence.number], plan)
        short = _short_key(sentence.text, limits)
        lead = lead_of(sentence, stance, claim.evidence, title, leads, short)
        leads.add(lead)
        made[sentence.number] = replace(
            claim, lead=lead, short=short if short != claim.text else ""
        )
    return Claims(made, tuple(str(made[s.number].id) for s in plan.key))


def _short_key(text: str, limits: Limits) -> str:
    """Return the shortest whole clause of a key point that has room, and that loses no figure a longer one has."""
    forms = [form for most in (limits.key, *_KEYS) if (form := shorten(text, most))]
    most_told = max((len(_FIGURES.findall(form)) for form in forms), default=0)
    return next((form for form in forms if len(_FIGURES.findall(form)) == most_told), "")


def title_of(part: Part, plan: Outline) -> str:
    """Return the title of a section."""
    return OwnTitle.SAID if plan.is_plain else part.topic.title


def leading_title(part: Part, plan: Outline) -> str:
    """Return the title of a section as a lead; “What the source says” leads nothing, every statement is that."""
    title = title_of(part, plan)
    return "" if title in set(OwnTitle) else title


def make_sections(
    plan: Outline, claims: Claims, ranking: Ranking, limits: Limits, said: frozenset[str]
) -> tuple[Section, ...]:
    """Return the sections with their paragraphs, views apart, and their slides.

    `said` are the statements beside the answer, which no other slide says again.
    """
    return tuple(_section(part, plan, claims, ranking, limits, said) for part in plan.parts)


def _claim(
    sentence: Sentence, stance: Stance, quoter: Quoter, limits: Limits, names: Names
) -> Claim:
    text = sentence.text
    # A list is quoted in pieces: no one pair of marks holds it, and its voice says whose view it is.
    if stance.is_view and "“" not in text[:1] and not (sentence.parts and stance.voice):
        text = in_quotes(text)
    short = shorten(sentence.text, limits.short)
    evidence = quoter.sentence(sentence)
    voice = stance.voice
    if named := quoter.speaker(sentence):
        evidence = (*evidence, named)
    return Claim(
        id=names.name(sentence.text),
        kind=stance.kind,
        text=text,
        short=short if short != text else "",
        voice=voice,
        evidence=evidence,
    )


def _ask(claim: Claim, stance: Stance, label: Label, plan: Outline, remarks: Remarks) -> None:
    """Ask what the rules could not settle: how it is told, and where it belongs."""
    if stance.is_view:
        doubt = "" if stance.is_sure else ", not sure"
        remarks.review(
            "claims",
            str(claim.id),
            f"{stance.sort}, by the cue “{stance.cue}”{doubt}; who says it?",
        )
    elif not stance.is_sure:
        remarks.review("claims", str(claim.id), f"fact or view? it says “{stance.cue}”")
    if not plan.is_plain and not label.is_sure and label.second:
        remarks.review("claims", str(claim.id), f"here or under {label.second.title.lower()}?")


def _section(
    part: Part,
    plan: Outline,
    claims: Claims,
    ranking: Ranking,
    limits: Limits,
    said: frozenset[str],
) -> Section:
    title = title_of(part, plan)
    body: list[BodyPart] = list(_paragraphs(part.reported, claims))
    if len(part.views) == 1:
        body.append(BlockPart(claims.id_of(part.views[0])))
    elif part.views:
        body.append(SubheadingPart("Views"))
        body += _paragraphs(part.views, claims)
    by_rank = sorted(part.sentences, key=lambda s: (s in part.views, -ranking.score(s), s.number))
    # Only what can be said in a whole clause that is short enough goes on a slide.
    others = [s for s in by_rank if claims.id_of(s) not in said and shorten(s.text, limits.short)]
    listed = [claims.by_sentence[s.number] for s in others]
    chosen = for_slide(listed[:_ON_SLIDE_FROM])
    shown = [s for s in others if claims.id_of(s) in chosen]
    return Section(
        id="said" if plan.is_plain else part.topic.id,
        title=title,
        body=tuple(body),
        headline=title,
        slide=tuple(claims.id_of(s) for s in sorted(shown, key=lambda s: s.number)),
    )


def for_slide(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return the ids of the first statements that a slide has words for; none if those are too few."""
    found: list[Claim] = []
    for claim in claims:
        is_short = sum(map(count_of_words, (*found, claim))) <= MOST_WORDS
        if is_short and len(found) < MOST_STATEMENTS:
            found.append(claim)
    return tuple(str(claim.id) for claim in found) if len(found) > 1 else ()


def _paragraphs(sentences: tuple[Sentence, ...], claims: Claims) -> list[BodyPart]:
    """Return paragraphs that follow those of the source, neither torn nor endless."""
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        last = groups[-1] if groups else []
        same = last and (last[-1].source, last[-1].paragraph) == (
            sentence.source,
            sentence.paragraph,
        )
        # An item of a list without a full stop would run into the next sentence.
        is_open = bool(last) and (last[-1].text[-1:].isalnum() or last[-1].text[-1:] in ")%")
        if (
            last
            and not is_open
            and len(last) < _IN_PARAGRAPH
            and (same or len(last) < _IN_PARAGRAPH // 2)
        ):
            last.append(sentence)
        else:
            groups.append([sentence])
    return [ParagraphPart(tuple(map(claims.id_of, group))) for group in groups]
