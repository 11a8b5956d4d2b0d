"""Statements as inline text: their words, then the citations that bear them."""

from __future__ import annotations

from collections import Counter

from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.model import Claim, Exhibit, Supported
from briefbook.text import Citation, Inline, Run, StatementType, Style, Tag, Text


class Prose:
    """Turns statements into text and remembers where each passage is cited first."""

    def __init__(self, resolved: ResolvedBriefing) -> None:
        """Begin with nothing cited."""
        self.citations = resolved.citations
        self._bridges = resolved.bridges
        self._uses: Counter[int] = Counter()

    def cite(self, statement: Supported) -> Text:
        """Return the citations of a statement, each with an anchor of its own."""
        return tuple(self.citation(passage.number) for passage in self.citations.of(statement))

    def first_anchor(self, number: int) -> str:
        """Return the anchor of a passage's first citation; empty if it is not cited."""
        return f"cite-{number}-1" if self._uses[number] else ""

    def citation(self, number: int) -> Citation:
        """Return one more citation of a passage."""
        self._uses[number] += 1
        return Citation(number, f"cite-{number}-{self._uses[number]}")

    def sentence(self, claim: Claim) -> Text:
        """Return a claim's text, what joins unlike quantities in it, and its citations."""
        return (Run(claim.text, statement=str(claim.id)), *self.bridge(claim), *self.cite(claim))

    def bridge(self, statement: Claim | Exhibit) -> Text:
        """Return the conversions and reasons that a statement's figures rest on, to stand beside them."""
        words = " ".join(self._bridges.get(str(statement.id), ()))
        return (muted(f" {words}", str(statement.id)),) if words else ()

    def paragraph(self, claims: tuple[Claim, ...]) -> Text:
        """Return claims run on as one paragraph."""
        parts: list[Inline] = []
        for claim in claims:
            if parts:
                parts.append(Run(" "))
            parts += self.sentence(claim)
        return tuple(parts)

    def cell(self, text: str, statement: Supported, stance: StatementType, owner: str) -> Text:
        """Return a table cell: its words, the VIEW flag where it is one, its citations."""
        flag = (
            (Tag(StatementType.ATTRIBUTED, is_flag=True),)
            if stance is StatementType.ATTRIBUTED
            else ()
        )
        return (Run(text, statement=owner), *flag, *self.cite(statement))


def strong(text: str, statement: str = "") -> Run:
    """Return a strong run."""
    return Run(text, Style.STRONG, statement)


def muted(text: str, statement: str = "") -> Run:
    """Return a muted run."""
    return Run(text, Style.MUTED, statement)
