"""What a variant leaves out of the full form: its slides, and statements that it does not say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefbook.deck.plan import Deck
from briefbook.text import Run


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


def _said(deck: Deck) -> Iterator[str]:
    """Yield whose words stand on the slides."""
    for text in deck.texts():
        if text.is_seen:
            yield from (
                run.statement for run in text.text if isinstance(run, Run) and run.statement
            )
