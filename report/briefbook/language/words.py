"""Texts as words: what must be the same in plan, page and slide, however it is set.

White space, capitals and the characters without ink make no difference; every other sign does.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_")
_NO_INK = dict.fromkeys(
    map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c\ufe0e\ufe0f")
)
_SAME = {**_NO_INK, 0x2011: "-"}
"""A no-break hyphen is printed as a hyphen where the face has no other."""


def words_of(text: str) -> list[str]:
    """Return a text's words, numbers and signs in order, in small letters."""
    return [*_small(text)]


def written_words(text: str) -> list[str]:
    """Return a text's words, numbers and signs in order, as they are written."""
    return [*_written(text)]


@lru_cache(maxsize=4096)  # `verify` asks ten times for the same text
def _small(text: str) -> tuple[str, ...]:
    if text.isascii():
        return tuple(_WORD.findall(text.casefold()))
    return tuple(word.casefold() for word in _written(text))


@lru_cache(maxsize=4096)
def _written(text: str) -> tuple[str, ...]:
    if text.isascii():
        return tuple(_WORD.findall(text))
    return tuple(_WORD.findall(unicodedata.normalize("NFC", text).translate(_SAME)))


def squashed(text: str) -> str:
    """Return a text's words without what stands between them: the same for each way of setting it."""
    return "".join(words_of(text))


def has_figure(text: str) -> bool:
    """Tell whether a text holds a digit."""
    return any(char.isdigit() for char in text)


def line_of(words: list[str]) -> str:
    """Return words as a line to read: signs stand close to their words again."""
    line = " ".join(words)
    line = re.sub(r" ([.,;:!?%)\]’”])", r"\1", line)
    line = re.sub(r"([(\[“‘$€£]) ", r"\1", line)
    line = re.sub(r"(?<=\w) ([-–/]) (?=\w)", r"\1", line)
    return re.sub(r"’ (?=(?:s|t|re|ve|ll)\b)", "’", line)
