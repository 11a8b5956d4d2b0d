"""Statements for slides: short words, whose view they are, and the notes that say the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefbook.deck.plan import Notes, Para
from briefbook.evidence.citations import CitedPassage, voice_stems, voice_words
from briefbook.evidence.formulas import inputs_of
from briefbook.evidence.locators import paragraph_marks, passage_words
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.language.en.stemmer import content_stems
from briefbook.localization import labelled, quoted, translate
from briefbook.model import Claim, Formula, Series, Supported
from briefbook.model.slides import words_for_slide
from briefbook.text import Run, StatementType, Style, Tag, Text

_QUOTED = ("“", "«", "„")


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
        return (Run(words_for_slide(claim), statement=str(claim.id)),)

    def mark(self, claim: Claim) -> tuple[Para, ...]:
        """Return the line below a statement that an audience must not take for reported fact.

        A view whose words stand in quotation marks needs none, nor does what is reported.
        """
        if claim.kind is StatementType.COMPUTED:
            return (Para((Tag(StatementType.COMPUTED),), "apparatus"),)
        short = words_for_slide(claim)
        if claim.kind is not StatementType.ATTRIBUTED or any(mark in short for mark in _QUOTED):
            return ()
        voice, names = voice_words(claim), voice_stems(claim)
        if names and names <= content_stems(short):
            return ()  # “Critics call the policy timid” says it itself
        words = (
            translate("View: {voice}", voice=voice) if names else translate("A view in the source")
        )
        return (Para((Run(words, Style.EMPHASIS),), "apparatus"),)

    def passages(self, statements: Iterable[Supported]) -> tuple[CitedPassage, ...]:
        """Return the passages that bear some statements, by number."""
        found = {passage for statement in statements for passage in self.citations.of(statement)}
        return tuple(sorted(found, key=lambda passage: passage.number))

    def where(self, statement: Supported) -> str:
        """Return the paragraphs of a statement's evidence, or the name of outside data."""
        passages = self.citations.of(statement)
        inside = [passage for passage in passages if passage.source not in self._outside]
        if getattr(statement, "kind", None) is StatementType.COMPUTED:
            return translate("Official data")
        return paragraph_marks(inside) or (translate("Outside record") if passages else "")

    def bridges(self, statement: Supported) -> tuple[str, ...]:
        """Return the conversions and reasons that a statement's figures rest on."""
        return self._bridges.get(str(getattr(statement, "id", "")), ())

    def source_line(self, statements: Sequence[Supported], extra: Iterable[str] = ()) -> Text:
        """Return a slide's source line: the sources' names, whose places are in the notes."""
        used = {passage.source for passage in self.passages(statements)}
        names = [
            str(source.short or f"{source.publisher}, {quoted(source.title)}")
            for source in self.briefing.sources
            if str(source.id) in used
        ]
        names += extra
        names += [str(series.publisher) for series in self._series(statements)]
        names += [words for entry in statements for words in self.bridges(entry)]
        if not names:
            return ()
        return (
            Run(translate("Source"), Style.STRONG),
            Run(f" {translate('; ').join(dict.fromkeys(names))}"),
        )

    def _series(self, statements: Sequence[Supported]) -> Iterator[Series]:
        """Yield the series that computed statements are worked out from."""
        for statement in statements:
            borrowed = (self.claims.get(str(id_)) for id_ in statement.supported_by)
            for claim in (statement, *borrowed):
                formulas: tuple[Formula, ...] = getattr(claim, "computed", ())
                used = {id_ for entry in formulas for id_ in inputs_of(str(entry.formula))}
                yield from (one for one in self.briefing.series if str(one.id) in used)

    def notes(self, said: Iterable[str], statements: Iterable[Supported]) -> Notes:
        """Return speaker notes: what to say, and every passage that bears the statements."""
        passages = tuple(map(self._noted, self.passages(statements)))
        return Notes(tuple(str(text) for text in said if text), passages)

    def _noted(self, passage: CitedPassage) -> str:
        """Return a passage with number, place and words."""
        where = f"{self.source_before(passage)}¶ {passage.anchor.paragraph}"
        return labelled(f"[{passage.number}] {where}", passage_words(self.briefing, passage))

    def source_before(self, passage: CitedPassage) -> str:
        """Return what stands before a passage's place: its source, where there are several."""
        return "" if len(self.briefing.sources) == 1 else f"{self.source_name(passage)}, "

    def source_name(self, passage: CitedPassage) -> str:
        """Return what the source of a passage is called in short."""
        source = next(s for s in self.briefing.sources if str(s.id) == passage.source)
        return str(source.short or source.publisher)
