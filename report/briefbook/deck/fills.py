"""Slots filled: paragraphs, plain words, and the line above a title that says where the deck stands."""

from __future__ import annotations

from briefbook.deck.plan import Fill, Para, Paras
from briefbook.text import Run, Text


def text_fill(slot: str, *paras: Para) -> Fill:
    """Return paragraphs for a slot."""
    return Fill(slot, Paras(paras))


def words_fill(slot: str, words: str | Text) -> Fill:
    """Return one paragraph for a slot."""
    text = (Run(words),) if isinstance(words, str) else words
    return Fill(slot, Paras((Para(text),)))


def title_fill(words: str, statement: str = "") -> Fill:
    """Return a slide's title, with the statement that it is."""
    return words_fill("title", (Run(words, statement=statement),))


def source_fill(line: Text) -> tuple[Fill, ...]:
    """Return the source line, if there is any."""
    return (words_fill("source", line),) if line else ()
