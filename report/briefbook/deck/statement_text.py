"""Statements for slides: short words, tags with locators, and the notes that say the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefbook.deck.plan import Para
from briefbook.evidence.citations import CitedPassage
from briefbook.evidence.locators import paragraph_marks, source_names
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.model import Claim, Supported
from briefbook.text import Run, StatementType, Style, Tag, Text


class StatementText:
    """What slides say of statements, and where it comes from."""

    def __init__(self, resolved: ResolvedBriefing) -> None:
        """Keep the model and its numbered passages."""
        self.briefing = briefing = resolved.briefing
        self.citations = resolved.citations
        self._bridges = resolved.bridges
        self.claims = {str(claim.id): claim for claim in briefing.claims}
        self._outside = {str(source.id): source for source in briefing.sources if source.is_outside}

    def short(self, claim: Claim) -> Text:
        """Return a claim in a few words."""
        return (Run(claim.short or claim.text, statement=str(claim.id)),)

    def passages(self, statements: Iterable[Supported]) -> tuple[CitedPassage, ...]:
        """Return the passages that bear some statements, by number."""
        found = {passage for statement in statements for passage in self.citations.of(statement)}
        return tuple(sorted(found, key=lambda passage: passage.number))

    def tag(self, kind: StatementType, statement: Supported | None = None) -> Para:
        """Return the apparatus line of a statement: its tag, and where it stands."""
        where = self.where(statement) if statement is not None else ""
        return Para((Tag(kind), *((Run(f"  {where}", Style.MUTED),) if where else ())), "apparatus")

    def where(self, statement: Supported) -> str:
        """Return the paragraphs of a statement's evidence, or the name of outside data."""
        passages = self.citations.of(statement)
        inside = [passage for passage in passages if passage.source not in self._outside]
        if getattr(statement, "kind", None) is StatementType.COMPUTED:
            return "Official data"
        return paragraph_marks(inside) or ("Outside record" if passages else "")

    def bridges(self, statement: Supported) -> tuple[str, ...]:
        """Return the conversions and reasons that a statement's figures rest on."""
        return self._bridges.get(str(getattr(statement, "id", "")), ())

    def source_line(self, statements: Sequence[Supported], extra: Iterable[str] = ()) -> Text:
        """Return a slide's source line."""
        passages = self.passages(statements)
        names = [source_names(self.briefing, passages)] if passages else []
        names += extra
        names += [words for entry in statements for words in self.bridges(entry)]
        return (Run("Source", Style.STRONG), Run(f" {'; '.join(dict.fromkeys(names))}"))

    def notes(self, said: Iterable[str], statements: Iterable[Supported]) -> tuple[str, ...]:
        """Return speaker notes: what to say, then every passage with number, place and words."""
        lines = [str(text) for text in said if text]
        several = len(self.briefing.sources) > 1
        for passage in self.passages(statements):
            source = next(s for s in self.briefing.sources if s.id == passage.source)
            name = f"{source.short or source.publisher}, " if several else ""
            where = f"{name}¶ {passage.anchor.paragraph}"
            lines.append(f"[{passage.number}] {where}: “{passage.quote.quote}”")
        return tuple(lines)
