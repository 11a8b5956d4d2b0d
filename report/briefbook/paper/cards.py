"""Evidence cards: for each statement what bears it, as a reader of the evidence page opens it."""

from __future__ import annotations

from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.frozen import dataclass
from briefbook.localization import quoted, translate
from briefbook.text import StatementType

_KINDS = {
    StatementType.REPORTED: "Reported by the source",
    StatementType.ATTRIBUTED: "The source’s view",
    StatementType.COMPUTED: "Calculated from data",
    StatementType.JUDGEMENT: "Our judgement",
}


@dataclass(frozen=True)
class CardQuote:
    """A passage that bears a statement."""

    number: int
    words: str
    origin: str
    """Source and paragraph: `GlobalSecurity.org, “Tajikistan - US Relations” · ¶ 5`."""
    url: str = ""


@dataclass(frozen=True)
class Card:
    """What bears one statement."""

    statement: str
    kind: str
    """In words."""
    quotes: tuple[CardQuote, ...] = ()
    formulas: tuple[tuple[str, str], ...] = ()
    """A figure of the statement, and how it is worked out."""
    bridges: tuple[str, ...] = ()
    """Conversions and reasons that join unlike quantities."""


def evidence_cards(resolved: ResolvedBriefing) -> tuple[Card, ...]:
    """Return a card for each statement, in the order of the model; labels have none."""
    briefing = resolved.briefing
    found: dict[str, Card] = {}
    for assertion in resolved.assertions:
        if assertion.is_label or not assertion.statement:
            continue
        before = found.get(assertion.statement)
        entry = briefing.statements.get(assertion.statement)
        quotes = _quotes(resolved, assertion.statement) if entry is not None else ()
        formulas = tuple((str(f.literal), str(f.formula)) for f in assertion.computed)
        both = tuple(sorted({*(before.formulas if before else ()), *formulas}, key=" = ".join))
        kind = StatementType(assertion.kind)
        if both and not quotes and kind is StatementType.REPORTED:
            kind = StatementType.COMPUTED  # a figure to remember is worked out, or it has a quote
        found[assertion.statement] = Card(
            assertion.statement,
            translate(_KINDS[kind]),
            quotes,
            both,
            resolved.bridges.get(assertion.statement, ()),
        )
    return tuple(card for card in found.values() if card.quotes or card.formulas)


def _quotes(resolved: ResolvedBriefing, statement: str) -> tuple[CardQuote, ...]:
    briefing = resolved.briefing
    sources = {str(source.id): source for source in briefing.sources}
    passages = resolved.citations.of(briefing.statements[statement])
    return tuple(
        CardQuote(
            passage.number,
            str(passage.quote.quote),
            f"{sources[passage.source].publisher}, {quoted(sources[passage.source].title)}"
            f" · ¶ {passage.anchor.paragraph}",
            str(sources[passage.source].url),
        )
        for passage in sorted(passages, key=lambda passage: passage.number)
    )
