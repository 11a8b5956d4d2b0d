"""Printed texts as words with the statements that they belong to, as each document prints them."""

from __future__ import annotations

from briefbook.deck.runs import TextRun, text_pieces
from briefbook.localization import translate
from briefbook.text import Citation, Inline, Link, PrintedText, Run, Tag
from briefbook.theme import paper as theme
from briefbook.theme.deck import Ink

Parts = tuple[tuple[str, str], ...]
"""Words and the statement that they belong to; empty for labels."""
_PLAIN = TextRun("", 0.0, Ink.TEXT, 1.0)


def paper_parts(text: PrintedText) -> Parts:
    """Return a text as pages print it."""
    label = ((f"{text.label} ", ""),) if text.label else ()
    return (*label, *(_part(part) for part in text.text))


def _part(part: Inline) -> tuple[str, str]:
    match part:
        case Run():
            return part.text, part.statement
        case Citation():
            return part.mark if part.joint else f" {part.mark}", ""
        case Link():
            return part.text, ""
        case Tag():
            return f" {translate(theme.tag_word(part))} ", ""


def deck_parts(text: PrintedText) -> Parts:
    """Return a text as slides show it; pieces of one statement are one part."""
    parts: list[tuple[str, str]] = []
    for piece in text_pieces(text.text, _PLAIN):
        if parts and parts[-1][1] == piece.statement:
            parts[-1] = (parts[-1][0] + piece.text, piece.statement)
        else:
            parts.append((piece.text, piece.statement))
    return tuple(parts)
