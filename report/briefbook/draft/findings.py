"""What the rules find in the sources, each by its own rule, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass

from briefbook.draft.amounts import Sum, find_sums
from briefbook.draft.doubts import questions
from briefbook.draft.events import Happening, find_happenings
from briefbook.draft.material import LeftOut, Material, Sentence
from briefbook.draft.outline import Outline, outline, usable
from briefbook.draft.parties import Parties, find_parties
from briefbook.draft.quotes import Quoter
from briefbook.draft.rank import Ranking, rank
from briefbook.draft.sections import Label, label
from briefbook.draft.stance import Stance, judge


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
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True)
class Banned:
    """What the checks would not bear, however it came about: it is left out."""

    sentences: frozenset[int] = frozenset()
    ids: frozenset[str] = frozenset()


def find(material: Material, banned: Banned) -> Findings | None:
    """Return what the rules find in the sources; None where there is nothing to quote."""
    quoter = Quoter(material)
    ranking = rank(material.sentences)
    sentences, unusable = usable(material, ranking, quoter)
    sentences = tuple(s for s in sentences if s.number not in banned.sentences)
    if not sentences:
        return None
    labelled = label(sentences)
    labels = {s.number: given for s, given in zip(sentences, labelled, strict=True)}
    stances = {s.number: judge(s) for s in sentences}
    titles = [text.read.title for text in material.texts if text.read.title]
    parties = find_parties(titles, material.sentences)
    plan = outline(sentences, labels, stances, ranking, parties)
    return Findings(
        material, sentences, labels, stances, ranking, quoter, parties, plan,
        find_happenings(sentences, labels, quoter, ranking), find_sums(sentences, quoter, ranking),
        questions(material, ranking), (*material.left_out, *unusable, *plan.left_out),
    )  # fmt: skip
