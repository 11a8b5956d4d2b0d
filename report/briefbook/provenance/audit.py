"""Every piece of both plans accounted for: it belongs to a statement, or its role says what it is.

A piece is a printed text (a sentence, bullet, cell, label …) or a point of a chart. Headings,
labels, data and apparatus are told by their place in the plan; in all other texts every run of
words must belong to a statement that the briefing has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefbook.deck.plan import Deck, Slide
from briefbook.errors import Problem, SourceLocation
from briefbook.evidence.revisions import CHANGES, EARLIER
from briefbook.exhibits import ChartData
from briefbook.frozen import dataclass
from briefbook.model import Briefing
from briefbook.paper.plan import Paper
from briefbook.provenance.drawn_points import drawn_points
from briefbook.text import PrintedText, Role, Run
from briefbook_figures.spec import Chart

_WORDS = re.compile(r"\w")
_WHOLE = frozenset(
    (
        "bottom-line",
        "notice",
        "what-would-settle",
        "remark",
        "assessment",
        "question",
        CHANGES,
        EARLIER,
    )
)
"""Ids of what is said of the whole."""
_LONGEST = 60


@dataclass(frozen=True)
class Account:
    """How many pieces a plan has, and those that nobody answers for."""

    name: str
    pieces: int
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        """Return it as a line of a build."""
        open_ = len(self.problems)
        rest = "all accounted for" if not open_ else f"{open_} not accounted for"
        return f"{self.name}: {self.pieces} pieces, {rest}"


def account(
    briefing: Briefing,
    paper: Paper | None,
    deck: Deck | None,
    charts: dict[str, ChartData],
) -> tuple[Account, ...]:
    """Return the accounts of the paper and of the deck, as far as they are planned."""
    exhibits = {str(exhibit.id) for exhibit in briefing.exhibits}
    sections = {str(section.id) for section in briefing.sections}
    series = {str(entry.id) for entry in briefing.series}
    known = frozenset((*map(str, briefing.statements), *exhibits, *sections, *series, *_WHOLE))
    found = []
    if paper:
        drawn = (
            point
            for id_, art in charts.items()
            for point in _points(briefing, id_, art.chart, f"exhibit {id_}")
        )
        found.append(_account("paper", (*paper.texts(), *drawn), briefing, known))
    if deck:
        said = (*deck.texts(), *_charts(briefing, deck.slides))
        found.append(_account("deck", said, briefing, known))
    return tuple(found)


def _account(
    name: str, printed: Iterable[PrintedText], briefing: Briefing, known: frozenset[str]
) -> Account:
    pieces = [text for text in printed if text.role is not Role.NOTE]
    problems = tuple(
        Problem(
            SourceLocation(briefing.file),
            f"{name}, {piece.place}: “{run.text[:_LONGEST]}” {what}",
            "print it as part of a statement, or in a slot for headings, labels or apparatus",
            "unaudited",
            run.statement,
        )
        for piece in pieces
        for run in piece.text
        if isinstance(run, Run) and (what := _fault(run, piece, known))
    )
    return Account(name, len(pieces), problems)


def _fault(run: Run, piece: PrintedText, known: frozenset[str]) -> str:
    if not _WORDS.search(run.text):
        return ""
    if run.statement:
        is_known = run.statement in known or run.statement.startswith("passage ")
        return "" if is_known else f"belongs to “{run.statement}”, which there is not"
    return "belongs to no statement" if piece.role is Role.STATEMENT else ""


def _charts(briefing: Briefing, slides: tuple[Slide, ...]) -> Iterator[PrintedText]:
    """Yield the titles and points of native charts, which belong to the exhibit of their slide."""
    for slide in slides:
        place = f"slide {slide.id}, chart"
        for drawing in slide.drawings:
            yield PrintedText((Run(drawing.title, statement=slide.exhibit),), place=place)
            yield from _points(briefing, slide.exhibit, drawing.chart, place)


def _points(briefing: Briefing, exhibit: str, chart: Chart, place: str) -> Iterator[PrintedText]:
    """Yield the points of a chart; one that shows no figure of the briefing has no statement."""
    shown = next((entry for entry in briefing.exhibits if str(entry.id) == exhibit), None)
    for point in drawn_points(briefing, shown, chart) if shown else ():
        yield PrintedText((Run(point.label, statement=point.owner),), place=f"{place}, point")
