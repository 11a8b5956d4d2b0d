"""What a variant leaves out of the full form: its slides, and statements that it does not say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefbook.deck.plan import Deck
from briefbook.paper.plan import Exhibit, Heading, Paper, Table
from briefbook.text import Run, plain


def deck_left_out(whole: Deck, short: Deck) -> dict[str, Any]:
    """Return slides and statements of a deck that its short form has not, in the deck's order."""
    kept = {slide.id for slide in short.slides}
    said = set(_said(short))
    return {
        "slides": [
            {"id": slide.id, "title": slide.title} for slide in whole.slides if slide.id not in kept
        ],
        "statements": [id_ for id_ in dict.fromkeys(_said(whole)) if id_ not in said],
    }


def paper_left_out(whole: Paper, brief: Paper) -> dict[str, Any]:
    """Return sections, exhibits and statements of a paper that its brief has not, in the paper's order."""
    kept = {anchor for _, anchor, _ in _placed(brief)}
    said = set(_said(brief))
    left = [(kind, anchor, words) for kind, anchor, words in _placed(whole) if anchor not in kept]
    return {
        "sections": [words for kind, _, words in left if kind == "section"],
        "exhibits": [
            {"id": anchor.removeprefix("exhibit-"), "title": words}
            for kind, anchor, words in left
            if kind == "exhibit"
        ],
        "statements": [id_ for id_ in dict.fromkeys(_said(whole)) if id_ not in said],
    }


def _placed(paper: Paper) -> Iterator[tuple[str, str, str]]:
    """Yield the kind, the anchor and the words of each heading of a section, and of each exhibit."""
    for block in paper.blocks:
        if isinstance(block, Heading) and block.level == 1:
            yield "section", block.anchor, block.text
        elif isinstance(block, Exhibit | Table) and block.label:
            yield "exhibit", block.anchor, plain(block.title)


def _said(document: Deck | Paper) -> Iterator[str]:
    """Yield whose words stand on slides or pages."""
    for text in document.texts():
        if text.is_seen:
            yield from (
                run.statement for run in text.text if isinstance(run, Run) and run.statement
            )
