"""What became of each sentence of the sources: used by statements, left out on purpose, or neither."""

from __future__ import annotations

from functools import lru_cache

from briefbook.evidence.citations import supported_statements
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.frozen import dataclass
from briefbook.language.document import Span
from briefbook.localization import translate_count
from briefbook.model import Briefing, Omission
from briefbook.sources.anchoring import fold


@dataclass(frozen=True)
class Fate:
    """What became of one sentence."""

    source: str
    paragraph: int
    sentence: Span
    text: str
    passages: tuple[int, ...]
    """Numbers of the cited passages that overlap it."""
    statements: tuple[str, ...]
    """Ids of the statements that rest on them."""
    reason: str
    """Why it is left out; empty when it is used, or when nobody has said."""


def cover(resolved: ResolvedBriefing) -> tuple[Fate, ...]:
    """Return the fate of every sentence of the briefing's own sources, in their order."""
    briefing, citations = resolved.briefing, resolved.citations
    users: dict[int, list[str]] = {}
    for statement, _ in supported_statements(briefing):
        for passage in citations.of(statement):
            users.setdefault(passage.number, []).append(str(getattr(statement, "id", "")))
    fates = []
    for source in briefing.sources:
        if source.is_outside:
            continue
        document = briefing.texts[str(source.id)]
        passages = [passage for passage in citations.passages if passage.source == source.id]
        for sentence in document.sentences:
            text = " ".join(document.text[sentence.start : sentence.end].split())
            used = [
                p
                for p in passages
                if p.anchor.start < sentence.end and sentence.start < p.anchor.end
            ]
            ids = dict.fromkeys(
                id_ for passage in used for id_ in users.get(passage.number, ()) if id_
            )
            omission = _omission(briefing, str(source.id), text)
            fates.append(
                Fate(
                    str(source.id),
                    document.paragraph_at(sentence.start).number,
                    sentence,
                    text,
                    tuple(passage.number for passage in used),
                    tuple(ids),
                    str(omission.reason) if omission and not used else "",
                )
            )
    return tuple(fates)


def coverage_words(fates: tuple[Fate, ...]) -> str:
    """Return how many sentences are used, left out with a reason, or neither."""
    used = sum(bool(fate.passages) for fate in fates)
    omitted = sum(bool(fate.reason) for fate in fates)
    whole = translate_count(
        "Of {n} sentence in the source text", "Of {n} sentences in the source text", len(fates)
    )
    parts = [f"{whole} {translate_count('{n} is used', '{n} are used', used)}"]
    if omitted:
        parts.append(
            translate_count("{n} left out with a reason", "{n} left out with a reason", omitted)
        )
    if rest := len(fates) - used - omitted:
        parts.append(translate_count("{n} not used", "{n} not used", rest))
    return ", ".join(parts) + "."


def _omission(briefing: Briefing, source: str, text: str) -> Omission | None:
    first, folded = str(briefing.sources[0].id), fold(text)
    for omission in briefing.omissions:
        if (omission.source or first) == source and folded.startswith(_folded(omission.sentence)):
            return omission
    return None


@lru_cache(maxsize=4096)
def _folded(sentence: str) -> str:
    """Return what an omission's sentence is known by: each sentence of a source is held against it."""
    return fold(sentence)
