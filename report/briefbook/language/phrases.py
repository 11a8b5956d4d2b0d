"""Counts, figures and places as messages and reports say them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal, InvalidOperation


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, which takes an s but after 1: `1 error`, `0 errors`."""
    return f"{number} {noun}{'s' if number != 1 else ''}"


def numbered(noun: str, numbers: Collection[int]) -> str:
    """Return what has some numbers: `page 3`, `pages 3, 4`; empty for none."""
    if not numbers:
        return ""
    return f"{noun}{'s' if len(numbers) > 1 else ''} {', '.join(map(str, sorted(numbers)))}"


def grouped(value: str) -> str:
    """Return a figure with separators, as exact as it is; anything else as it stands."""
    try:
        return f"{Decimal(value):,}"
    except InvalidOperation:
        return value


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return a question after the known name that is nearest to one that is not; else what else is to be said."""
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), n=1)
    return f"did you mean “{near[0]}”?" if near else otherwise


def shortened(text: str, most: int = 80) -> str:
    """Return a text of at most so many letters, cut between words; an ellipsis stands for the rest.

    A number cut in half would be another one. Only a word that is itself too long is cut inside.
    """
    if len(text) <= most:
        return text
    whole, space, _ = text[:most].rpartition(" ")
    return (whole if space else text[: most - 1]).rstrip() + "…"


def printable(text: str) -> str:
    r"""Return a text on one line that changes nothing on a terminal: `\x1b`, `\n`, `\u202e` are told.

    What servers and files say goes to terminals and to logs of CI runs, where control characters
    would move the cursor, and a line of its own could be a command.
    """
    return "".join(
        letter if letter.isprintable() or letter in _SPACES else _escaped(letter) for letter in text
    )


_SPACES = "\u00a0\u2009\u202f"


def _escaped(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")


def escape_markdown(text: str) -> str:
    r"""Return a text that Markdown takes as it is, without mentions of users or issues."""
    plain = "".join(f"\\{letter}" if letter in r"\`*_[]<>~|#" else letter for letter in text)
    return plain.replace("@", "@\u200b")
