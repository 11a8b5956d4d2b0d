"""Letters that the embedded faces have; what they lack cannot be printed, so it is not quoted."""

from __future__ import annotations

from briefbook.pdf.coverage import unprintable

GAP = "[…]"
"""Stands for words left out of a quote."""


def is_printable(text: str) -> bool:
    """Tell whether every letter of a text can be printed."""
    return not unprintable(text)


def masked(text: str) -> str:
    """Return a text with single spaces, a gap for each run of words that cannot be printed."""
    words = text.split()
    if is_printable("".join(words)):
        return " ".join(words)
    kept: list[str] = []
    for word in words:
        if is_printable(word):
            kept.append(word)
        elif kept[-1:] != [GAP]:
            kept.append(GAP)
    return " ".join(kept)


def printable_only(text: str) -> str:
    """Return a name without the words that cannot be printed."""
    return " ".join(word for word in text.split() if is_printable(word))
