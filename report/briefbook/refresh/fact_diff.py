"""What a passage bears: figures, names, denials and reservations, compared between two wordings.

Coarse on purpose. Whatever could bear a fact and differs makes a person look: a date written in
another order does not, “fourteen” made “14” does.
"""

from __future__ import annotations

import re
from collections import Counter

from briefbook.language.en import cues
from briefbook.language.en.antonyms import opposites_of
from briefbook.language.en.names import find_names
from briefbook.language.en.number_words import (
    CARDINALS,
    MULTIPLES,
    ORDINALS,
    PARTS,
    SCALES,
    any_of,
)
from briefbook.language.en.stemmer import words_of
from briefbook.sources.anchoring import fold
from briefbook.values.dates import MONTHS

_FIGURE_WORDS = (*CARDINALS, *ORDINALS, *PARTS, *MULTIPLES, *SCALES, "percent", *MONTHS)
_FIGURES = re.compile(rf"\d+(?:[.,:/]\d+)*|[$€£¥₽%°]|\b(?:{any_of(_FIGURE_WORDS)})s?\b")
_DENIALS = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|without|nor|neither|cannot|hardly|unable|fail(?:s|ed)?|"
    r"refus(?:e|es|ed)|ceased?|lack(?:s|ed)?|except|unless|until|only|over|under|before|after|"
    r"more than|less than|at least|at most|up to|about|around|nearly|almost|approximately)\b|n't\b",
    re.IGNORECASE,
)
_RESERVATIONS = (cues.PLAN, cues.REPORT, cues.POSSIBLE)
_WORD = re.compile(r"\w+")


def changed_facts(old: str, new: str) -> tuple[str, ...]:
    """Return what differs in facts between two wordings, as `35 → 53`, `+ not`, `- Somon Air`."""
    old, new = fold(old), fold(new)
    changes: list[str] = []
    for kind in (_figures, _names, _denials, _reservations):
        was, is_ = kind(old), kind(new)
        gone, come = list((was - is_).elements()), list((is_ - was).elements())
        if kind is _names:  # a name that is now written small, or was, is no other name
            gone = [name for name in gone if not _has(new, name)]
            come = [name for name in come if not _has(old, name)]
        pairs = min(len(gone), len(come))
        changes += [f"{a} → {b}" for a, b in zip(gone, come, strict=False)]
        changes += [f"- {fact}" for fact in gone[pairs:]]
        changes += [f"+ {fact}" for fact in come[pairs:]]
    return tuple(dict.fromkeys((*changes, *_turned(old, new))))


def _figures(text: str) -> Counter[str]:
    return Counter(_FIGURES.findall(text))


def _names(text: str) -> Counter[str]:
    return Counter(name.text.removesuffix("'s") for name in find_names(text))


def _denials(text: str) -> Counter[str]:
    return Counter(match.lower() for match in _DENIALS.findall(text))


def _reservations(text: str) -> Counter[str]:
    return Counter(
        match[0].lower() for pattern in _RESERVATIONS for match in pattern.finditer(text)
    )


def _has(text: str, name: str) -> bool:
    words = {word.casefold() for word in _WORD.findall(text)}
    return all(word.casefold() in words for word in _WORD.findall(name))


def _turned(old: str, new: str) -> list[str]:
    """Return pairs of words, one gone and one come, that say the opposite of each other."""
    was = {word.stem: word.text for word in words_of(old)}
    is_ = {word.stem: word.text for word in words_of(new)}
    come = {stem: text for stem, text in is_.items() if stem not in was}
    return [
        f"{text} → {come[opposite]}"
        for stem, text in was.items()
        if stem not in is_
        for opposite in opposites_of(text)
        if opposite in come
    ]
