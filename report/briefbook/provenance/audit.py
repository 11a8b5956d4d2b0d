"""Every piece of both plans accounted for: it belongs to a statement, or its slot says what it is.

A piece is a sentence, bullet, cell, label, drawing, or point of a chart. Slots that hold strings,
and the few texts listed here, are headings, labels, navigation or apparatus by their place in the
plan; in all other texts every run of words must belong to a statement that the briefing has.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.deck import plan as deck_plan
from briefbook.errors import Problem, SourceLocation
from briefbook.evidence.revisions import CHANGES, EARLIER
from briefbook.exhibits import ChartData
from briefbook.model import Briefing
from briefbook.paper import plan as paper_plan
from briefbook.provenance.drawn_points import drawn_points
from briefbook.text import Citation, Link, Run, Tag, Text
from briefbook_figures.display_list import DisplayList, TextMark
from briefbook_figures.spec import Chart

_APPARATUS = {
    ("BottomLine", "supported_by"),
    ("Exhibit", "source"),
    ("Table", "source"),
    ("Lead", "text"),
    ("SourceNote", "text"),
}
"""Texts of the paper that lead to what bears a statement, or tell how the paper was made."""
_DECK_APPARATUS = {"kicker", "notice", "rests-on", "note", "source", "sources"}
"""Slots of the deck, likewise; titles are headings."""
_UNPRINTED = {"anchor", "attachment", "back", "align", "shape", "running"}
"""Fields of the paper's parts that name places and forms."""
_WORDS = re.compile(r"\w")
_LOCATOR = re.compile(r"[\s\d]*|\s*(?:¶.*|Official data|Outside record.*)")
_WHOLE = frozenset(("bottom-line", "notice", "what-would-settle", "remark", CHANGES, EARLIER))
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


@dataclass(frozen=True)
class _Piece:
    place: str
    text: Text
    is_statement: bool


def account(
    briefing: Briefing,
    paper: paper_plan.Paper,
    deck: deck_plan.Deck,
    charts: dict[str, ChartData],
) -> tuple[Account, Account]:
    """Return the accounts of the paper and of the deck."""
    exhibits = {str(exhibit.id) for exhibit in briefing.exhibits}
    sections = {str(section.id) for section in briefing.sections}
    series = {str(entry.id) for entry in briefing.series}
    known = frozenset((*map(str, briefing.statements), *exhibits, *sections, *series, *_WHOLE))
    drawn = (
        piece
        for id_, art in charts.items()
        for piece in _of_chart(briefing, id_, art.chart, f"exhibit {id_}")
    )
    return (
        _account("paper", (*_of_paper(paper), *drawn), briefing, known),
        _account("deck", tuple(_of_deck(briefing, deck)), briefing, known),
    )


def _account(
    name: str, pieces: tuple[_Piece, ...], briefing: Briefing, known: frozenset[str]
) -> Account:
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


def _fault(run: Run, piece: _Piece, known: frozenset[str]) -> str:
    if not _WORDS.search(run.text):
        return ""
    if run.statement:
        is_known = run.statement in known or run.statement.startswith("passage ")
        return "" if is_known else f"belongs to “{run.statement}”, which there is not"
    return "belongs to no statement" if piece.is_statement else ""


def _of_paper(paper: paper_plan.Paper) -> Iterator[_Piece]:
    for number, block in enumerate(paper.blocks, 1):
        anchor = getattr(block, "anchor", "")
        place = f"block {number}, {type(block).__name__}{f' {anchor}' if anchor else ''}"
        yield from _within(block, place, is_statement=True)


def _within(value: object, place: str, *, is_statement: bool) -> Iterator[_Piece]:
    """Yield the texts of a part of the paper; compact tables are data and apparatus."""
    if isinstance(value, str):
        yield from [_Piece(place, (Run(value),), is_statement=False)] if value else []
    elif isinstance(value, tuple) and value and all(_is_inline(item) for item in value):
        yield _Piece(place, value, is_statement=is_statement)
    elif isinstance(value, tuple):
        for item in value:
            yield from _within(item, place, is_statement=is_statement)
    elif isinstance(value, DisplayList):
        # What is drawn belongs to the exhibit that it stands in.
        yield from (_Piece(place, (Run(mark.text),), is_statement=False) for mark in value.marks if isinstance(mark, TextMark))  # fmt: skip
    elif dataclasses.is_dataclass(value):
        kind = type(value).__name__
        is_data = isinstance(value, paper_plan.Table) and value.is_compact
        for field in dataclasses.fields(value):
            if field.name in _UNPRINTED:
                continue
            is_told = is_statement and not is_data and (kind, field.name) not in _APPARATUS
            yield from _within(getattr(value, field.name), place, is_statement=is_told)


def _is_inline(value: object) -> bool:
    return isinstance(value, Run | Citation | Link | Tag)


def _of_chart(briefing: Briefing, exhibit: str, chart: Chart, place: str) -> Iterator[_Piece]:
    """Yield the points of a chart; one that shows no figure of the briefing has no statement."""
    shown = next((entry for entry in briefing.exhibits if str(entry.id) == exhibit), None)
    if shown is not None:
        for point in drawn_points(briefing, shown, chart):
            run = Run(point.label, statement=point.owner)
            yield _Piece(f"{place}, point", (run,), is_statement=True)


def _of_deck(briefing: Briefing, deck: deck_plan.Deck) -> Iterator[_Piece]:
    for slide in deck.slides:
        for fill in slide.fills:
            is_told = not slide.layout.startswith("title") and fill.slot not in _DECK_APPARATUS
            place = f"slide {slide.id}, {fill.slot}"
            yield from _of_content(fill, place, is_told=is_told)
            if isinstance(fill.content, deck_plan.Drawing):
                exhibit = slide_exhibit(place)
                yield from _of_chart(briefing, exhibit, fill.content.chart, place)


def _of_content(fill: deck_plan.Fill, place: str, *, is_told: bool) -> Iterator[_Piece]:
    match fill.content:
        case deck_plan.Paras(paras):
            for para in paras:
                is_label = para.role == "apparatus" or fill.slot == "title"
                yield _Piece(place, para.text, is_statement=is_told and not is_label)
        case deck_plan.Table(columns, rows):
            yield from (_Piece(place, (Run(c.header),), is_statement=False) for c in columns)
            for row in rows:
                yield from (_Piece(place, _without_locators(cell), is_statement=is_told) for cell in row)  # fmt: skip
        case deck_plan.Drawing():
            # What a chart draws belongs to the exhibit that its slide shows.
            shown = slide_exhibit(place)
            yield _Piece(place, (Run(fill.content.title, statement=shown),), is_statement=True)


def slide_exhibit(place: str) -> str:
    """Return the exhibit that a drawing's slide shows; empty for none."""
    slide = place.removeprefix("slide ").partition(",")[0]
    return slide.removeprefix("exhibit-") if slide.startswith("exhibit-") else ""


def _without_locators(cell: Text) -> Text:
    return tuple(r for r in cell if not (isinstance(r, Run) and _LOCATOR.fullmatch(r.text)))
