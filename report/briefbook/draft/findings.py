"""What the rules find in the sources, each by its own rule, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.draft.amounts import Sum, find_sums
from briefbook.draft.candidates import Candidate, find_candidates
from briefbook.draft.corpus import LeftOut, Material, Sentence, author_of
from briefbook.draft.events import Happening, find_happenings
from briefbook.draft.found_tables import with_rows
from briefbook.draft.outline import NOT_ONCE, Outline, outline, usable
from briefbook.draft.own_titles import first_own_title
from briefbook.draft.parties import Parties, find_parties, related
from briefbook.draft.quotes import Quoter
from briefbook.draft.rank import Ranking, rank
from briefbook.draft.review_questions import questions
from briefbook.draft.sections import Label, label
from briefbook.draft.stance import Stance, judge, signed
from briefbook.errors import SourceLocation, Unreadable


@dataclass(frozen=True)
class Findings:
    """Everything that the rules found, before any limit of length."""

    material: Material
    sentences: tuple[Sentence, ...]
    """Those that can be quoted."""
    labels: dict[int, Label]
    stances: dict[int, Stance]
    ranking: Ranking
    quoter: Quoter
    parties: Parties
    plan: Outline
    happenings: tuple[Happening, ...]
    sums: tuple[Sum, ...]
    questions: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    """Where the answer may lie, the weightiest first."""
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True)
class Banned:
    """What the checks would not bear, however it came about: it is left out."""

    sentences: frozenset[int] = frozenset()
    ids: frozenset[str] = frozenset()
    crowded: frozenset[int] = frozenset()
    """Those of the sentences that the pages have no room for: nothing takes their place."""


@dataclass(frozen=True)
class Prepared:
    """What is the same in every round of a draft, whatever the checks will not bear."""

    material: Material
    quoter: Quoter
    ranking: Ranking
    sentences: tuple[Sentence, ...]
    unusable: tuple[LeftOut, ...]
    parties: Parties
    questions: tuple[str, ...]


def prepare(material: Material) -> Prepared:
    """Return what does not depend on the checks."""
    material = with_rows(material)
    quoter = Quoter(material)
    ranking = rank(material.sentences)
    sentences, unusable = usable(material, ranking, quoter)
    titles = [text.read.about.title for text in material.texts if text.read.about.title]
    own = first_own_title(material.texts)
    parties = related(find_parties(titles, material.sentences), own, material.sentences)
    asked = questions(material, ranking)
    return Prepared(material, quoter, ranking, sentences, unusable, parties, asked)


def find(prepared: Prepared, banned: Banned) -> Findings:
    """Return what the rules find in the sources; raises Unreadable where nothing can be quoted."""
    material, quoter, ranking = prepared.material, prepared.quoter, prepared.ranking
    unusable, parties = prepared.unusable, prepared.parties
    sentences = tuple(s for s in prepared.sentences if s.number not in banned.sentences)
    if not sentences:
        raise _nothing(material, unusable)
    labelled = label(sentences)
    labels = {s.number: given for s, given in zip(sentences, labelled, strict=True)}
    authors = {text.id: author_of(text) for text in material.texts}
    stances = {s.number: signed(judge(s), authors[s.source]) for s in sentences}
    plan = outline(sentences, labels, stances, ranking, parties, banned.ids, len(banned.crowded))
    happenings = find_happenings(sentences, labels, quoter, ranking)
    sums = find_sums(sentences, quoter, ranking)
    return Findings(
        material, sentences, labels, stances, ranking, quoter, parties, plan, happenings, sums,
        prepared.questions, find_candidates(sentences, happenings, sums, ranking),
        (*material.left_out, *unusable, *plan.left_out, *_unborne(prepared, banned)),
    )  # fmt: skip


def _unborne(prepared: Prepared, banned: Banned) -> Iterator[LeftOut]:
    for sentence in prepared.sentences:
        if sentence.number in banned.crowded:
            yield LeftOut(
                sentence.source, sentence.head, "no room on the pages that the rest fills"
            )
        elif sentence.number in banned.sentences:
            yield LeftOut(sentence.source, sentence.head, "a check does not bear it as it stands")


def _nothing(material: Material, unusable: tuple[LeftOut, ...]) -> Unreadable:
    """Return the error that says what a source lacks, with the commonest reason."""
    place = SourceLocation(material.texts[0].origin)
    if any(left.reason == NOT_ONCE for left in unusable):
        message = "every sentence of this text stands in it several times: no quote can be told from its copies"
        return Unreadable(message, place=place, hint="give the text once")
    reasons = Counter(left.reason for left in (*material.left_out, *unusable))
    (often, count), *_ = reasons.most_common(1) or [("no text at all", 0)]
    why = f"{count:,} stretches of text: {often}" if count else often
    hint = (
        "a draft needs at least one English sentence of four words; boilerplate, headings and "
        "tables do not count"
    )
    if often == "a row of a table":
        hint = (
            "a draft needs at least one English sentence of four words; a briefing of tables is written "
            "by hand: briefbook new NAME, with the figures as CSV"
        )
    return Unreadable(f"no sentence that can be quoted was found; {why}", place=place, hint=hint)
