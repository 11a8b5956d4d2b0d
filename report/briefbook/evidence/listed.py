"""How many things a passage lists by name, and what it calls them: “the hospitals at Orm, Dask and Felling” are three.

A list that names examples, or says that there are others, counts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from briefbook.frozen import dataclass
from briefbook.language.en.counted import are_counted_alike
from briefbook.language.en.countries import countries
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.stemmer import content_words, stem

_NAME = r"[A-Z][\w’'-]+(?:\s(?:of\s|al-)?[A-Z][\w’'-]+)*"
_LIST = re.compile(
    rf"(?:(?P<noun>\b[A-Za-z][a-z]+s)\s(?:(?:at|in|of|from|to|by|with|near|called|named|on)\s)?|\b(?P<where>in|at)\s)(?:the\s)?"
    rf"(?P<list>{_NAME}(?:,\s{_NAME})*,?\sand\s(?:the\s)?{_NAME})(?!\s[A-Z])(?!,\s[A-Z])(?!\sand\b)"
)
_OPEN = re.compile(
    r"\b(?:such as|like|including|among|between|others?|for example|namely|both|e\.g\.|elsewhere|beyond|besides|also|too)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r",\s(?:and\s)?|\sand\s")
_KINDS = {
    "country": frozenset(map(stem, ("country", "state", "nation", "government"))),
    "city": frozenset(map(stem, ("city", "town", "place", "capital"))),
    "": frozenset(map(stem, ("town", "city", "place", "village", "site", "location"))),
}
"""What the names of a list may be called by what they are, the last those behind “in” or “at”."""


@dataclass(frozen=True)
class Listed:
    """A list of names: its words, how many they are, and the stems of what it lists."""

    words: str
    count: int
    nouns: frozenset[str]


@lru_cache(maxsize=1 << 10)
def lists_in(said: str) -> tuple[Listed, ...]:
    """Return the lists of names of a passage that has nothing to say that they are not whole."""
    return () if " and " not in said or _OPEN.search(said) else tuple(_lists(said))


@cache
def _places() -> dict[str, str]:
    """Return the names of countries and of their capitals, with what each is."""
    found = {name: "city" for country in countries() for name in country.capitals}
    return found | {name: "country" for country in countries() for name in country.forms}


def _lists(said: str) -> Iterator[Listed]:
    for match in _LIST.finditer(said):
        parts = _PARTS.split(match["list"])
        kinds_of = {_places().get(part, "") for part in parts}
        is_place = match["where"] or re.match(r"\w+\s(?:at|in|near|from|of)\s", match[0])
        kinds = [
            nouns
            for kind, nouns in _KINDS.items()
            if (kind and kinds_of == {kind})
            or (not kind and is_place and "country" not in kinds_of)
        ]
        noun = frozenset((stem(match["noun"].lower()),)) if match["noun"] else frozenset()
        yield Listed(match["list"], len(parts), noun.union(*kinds))


_OTHERS = re.compile(r"\s(?:others?|more|further)\b")


def with_others(count: int, evidence: tuple[str, ...]) -> str:
    """Return a list of names and the number of others that come to a count: eleven of three named and “eight others”."""
    for said in evidence:
        named = [len(_PARTS.split(match["list"])) for match in _LIST.finditer(said)]
        for number in find_numbers(said) if named else ():
            if _OTHERS.match(said, number.end) and number.value + named[0] == count:
                return f"{named[0]} named and “{said[number.start : number.end]} others”"
    return ""


def otherwise_listed(count: int, text: str, end: int, evidence: tuple[str, ...]) -> str:
    """Return the list of what a number counts that has more or fewer names; empty where none has, or one has so many."""
    told = next((word for word in content_words(text) if word.start >= end), None)
    lists = [
        one
        for said in evidence
        for one in lists_in(said)
        if told and any(are_counted_alike(told.stem, noun) for noun in one.nouns)
    ]
    if not lists or any(one.count == count for one in lists):
        return ""
    return lists[0].words if len(lists) == 1 else ""
