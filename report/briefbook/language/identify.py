"""Whether a text is English, as far as facts can be found in it; told by letters and small words."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = 200_000
"""Of the text that are looked at."""
_LEAST_ENGLISH = 0.12
"""Share of the commonest words below which a text is hardly English."""
_LEAST_WORDS = 30
_COMMON = frozenset("the of and to in a is was for with on by that as at from has".split())
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


def is_latin(texts: tuple[str, ...]) -> bool:
    """Tell whether most letters of some texts are Latin, as the rules and the faces need."""
    letters = latin = 0
    for text in texts:
        sample = text[:_LETTERS]
        letters += sum(map(str.isalpha, sample))
        latin += len(_LATIN.findall(sample))
    return letters == 0 or latin >= letters / 2


def doubt_of(text: str, declared: str = "") -> str:
    """Return why facts may be missed in a text that is hardly English; empty if it is English."""
    only = "facts are found in English text only"
    if not is_latin((text,)):
        letter = next(letter for letter in text if letter.isalpha() and not _LATIN.match(letter))
        script = unicodedata.name(letter, "another").split()[0].capitalize()
        return f"most letters are not Latin (the first such is {script}); {only}"
    words = _WORD.findall(text[:_LETTERS].lower())
    common = sum(word in _COMMON for word in words)
    if len(words) < _LEAST_WORDS:
        return ""
    if common < _LEAST_ENGLISH * len(words):
        said = f", and says that it is “{declared}”" if declared else ""
        return f"this hardly looks like English{said}; {only}"
    return ""
