"""Statements as inline text: their words, then the citations that bear them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefbook.evidence.citations import Citations, needs_voice, voice_stems, voice_words
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.frozen import replace
from briefbook.localization import translate
from briefbook.model import Claim, Exhibit, Supported
from briefbook.text import Citation, Inline, Run, StatementType, Style, Tag, Text


class Prose:
    """Turns statements into text and remembers where each passage is cited first."""

    def __init__(self, resolved: ResolvedBriefing) -> None:
        """Begin with nothing cited."""
        self.citations = resolved.citations
        self._bridges = resolved.bridges
        self._uses: Counter[int] = Counter()
        self._first: dict[int, str] = {}
        """The anchor of each passage's first citation, or of the span that it lies in."""

    def cite(self, statement: Supported, told: set[int] | None = None) -> Text:
        """Return the citations of a statement in one run: `3, 7–9`, each with an anchor of its own.

        What `told` holds, the numbers cited in the paragraph before, is not repeated.
        """
        numbers = sorted(
            {passage.number for passage in self.citations.of(statement)} - (told or set())
        )
        if told is not None:
            told.update(numbers)
        return self.marks(numbers)

    def marks(self, numbers: Sequence[int]) -> Text:
        """Return citations of passages, neighbours joined to a span."""
        marks = tuple(
            replace(self.citation(number), joint=joint) for number, joint in _joined(numbers)
        )
        for number in numbers:
            end = next((mark for mark in marks if mark.number >= number), None)
            if end is not None:
                self._first.setdefault(number, end.anchor)
        return marks

    def first_anchor(self, number: int) -> str:
        """Return the anchor of a passage's first citation; empty if it is not cited."""
        return self._first.get(number, "")

    def citation(self, number: int) -> Citation:
        """Return one more citation of a passage."""
        self._uses[number] += 1
        anchor = f"cite-{number}-{self._uses[number]}"
        self._first.setdefault(number, anchor)
        return Citation(number, anchor)

    def sentence(self, claim: Claim, told: set[int] | None = None) -> Text:
        """Return a claim's text, what joins unlike quantities in it, and its citations."""
        return (*self.said(claim), *self.cite(claim, told))

    def said(self, claim: Claim) -> Text:
        """Return a claim's text, whose view it is if it does not say so, and what joins unlike quantities in it."""
        return (Run(claim.text, statement=str(claim.id)), *_voice(claim), *self.bridge(claim))

    def bridge(self, statement: Claim | Exhibit) -> Text:
        """Return the conversions and reasons that a statement's figures rest on, to stand beside them."""
        words = " ".join(self._bridges.get(str(statement.id), ()))
        return (muted(f" {words}", str(statement.id)),) if words else ()

    def paragraph(self, claims: tuple[Claim, ...]) -> Text:
        """Return claims run on as one paragraph, in which no passage is cited twice.

        Short statements in a row cite their passages together, behind the last of them.
        """
        parts: list[Inline] = []
        told: set[int] = set()
        for run in _cited_together(claims, self.citations):
            for claim in run:
                parts += (Run(" "),) if parts else ()
                parts += self.said(claim)
            numbers = {p.number for claim in run for p in self.citations.of(claim)} - told
            told |= numbers
            parts += self.marks(sorted(numbers))
        return tuple(parts)

    def cell(self, text: str, statement: Supported, stance: StatementType, owner: str) -> Text:
        """Return a table cell: its words, the VIEW flag where it is one, its citations."""
        flag = (
            (Tag(StatementType.ATTRIBUTED, is_flag=True),)
            if stance is StatementType.ATTRIBUTED
            else ()
        )
        return (Run(text, statement=owner), *flag, *self.cite(statement))


def _voice(claim: Claim) -> Text:
    """Return whose view a statement is, where its own words do not say so."""
    if not needs_voice(claim):
        return ()
    voice = voice_words(claim)
    words = (
        translate("View: {voice}", voice=voice)
        if voice_stems(claim)
        else translate("A view in the source")
    )
    return (muted(f" {words}.", str(claim.id)),)


_WORDS_TOGETHER = 32
"""After so many words a statement has its citation, whatever follows: two or three sentences."""


def _cited_together(claims: Sequence[Claim], citations: Citations) -> Iterator[list[Claim]]:
    """Yield statements in runs that have one place of citation; those that rest on no passage have none."""
    run: list[Claim] = []
    words = 0
    for claim in claims:
        if run and (
            words >= _WORDS_TOGETHER or not citations.of(claim) or not citations.of(run[-1])
        ):
            yield run
            run, words = [], 0
        run.append(claim)
        words += len(claim.text.split())
    if run:
        yield run


_LEAST_SPAN = 3
"""Neighbours from which on they are a span: 7, 8 but 7–9."""


def _joined(numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield the numbers to print, each with what joins it to the one before."""
    joint = ""
    for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        yield run[0], joint
        if len(run) >= _LEAST_SPAN:
            yield run[-1], "–"
        else:
            yield from ((number, ", ") for number in run[1:])
        joint = ", "


def strong(text: str, statement: str = "") -> Run:
    """Return a strong run."""
    return Run(text, Style.STRONG, statement)


def muted(text: str, statement: str = "") -> Run:
    """Return a muted run."""
    return Run(text, Style.MUTED, statement)
