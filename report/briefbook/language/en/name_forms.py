"""Names that mean the same: US and United States, WTO and its long form, and declared aliases.

A text becomes a `Vocabulary`: the keys of the names that it has, and its words. A name of a
statement is borne when each of its parts stands in the vocabulary of its evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Protocol

from briefbook.frozen import dataclass, unguarded
from briefbook.language.en.bodies import BODIES, DEPARTMENTS, OF_THE_UN, STATES, TITLES
from briefbook.language.en.countries import all_countries, countries, regions
from briefbook.language.en.names import acronyms_of
from briefbook.language.en.related import american
from briefbook.language.en.stemmer import STOP_WORDS, Word, are_kin, stem, without_owner, words_of

Form = tuple[str, ...]
"""A name as its words, without dots and possessives."""

_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|from|near|outside|to|via|of|around|visit\w*|left|reach\w*)\s(?:[A-Z]\w+\s(?:and|or)\s)?$"
)
_LOOK_BACK = 40
_SHORTEST_KIN = 4


@unguarded
@dataclass(frozen=True)
class Part:
    """A part of a name: the key of a known name, or a word; `is_place` tells a city from a state."""

    key: str
    text: str
    start: int
    end: int
    other: str = ""
    """For a capital that stands for its government: the key of its country."""


class Equivalents:
    """Every name that has more than one form, by its first word."""

    def __init__(
        self,
        groups: Iterable[tuple[str, Iterable[str]]],
        capitals: Iterable[tuple[tuple[str, ...], str]],
    ) -> None:
        """Take (key, forms) and (spellings of a capital, key of its country)."""
        self._forms: dict[str, list[tuple[Form, str]]] = {}
        self._capitals: dict[str, str] = {}
        for key, forms in groups:
            for form in forms:
                self._add(form, key)
        for spellings, country in capitals:
            key = "city:" + " ".join(_form(spellings[0])).lower()
            self._capitals[key] = country
            for spelling in spellings:
                self._add(spelling, key)
        for entries in self._forms.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry))

    def country_of(self, key: str) -> str:
        """Return the key of the country that a city is the capital of; empty for none."""
        return self._capitals.get(key, "")

    def _add(self, name: str, key: str) -> None:
        form = _form(name)
        if form:
            self._forms.setdefault(form[0], []).append((form, key))

    def parts(
        self, text: str, words: tuple[Word, ...], *, are_known: bool = False
    ) -> Iterator[Part]:
        """Yield the parts of a stretch of words, the longest known names first; or those that are known alone."""
        bare = [word.text if word.text.isalpha() else _bare(word.text) for word in words]
        at = 0
        while at < len(words):
            size, key = self._match(bare, at) if bare[at] in self._forms else (1, "")
            if key or not are_known:
                start, end = words[at].start, words[at + size - 1].end
                other = self._capitals.get(key, "")
                if other and _PLACE_BEFORE.search(text[max(0, start - _LOOK_BACK) : start]):
                    other = ""
                yield Part(key or words[at].stem, text[start:end], start, end, other)
            at += size

    def _match(self, bare: list[str], at: int) -> tuple[int, str]:
        for form, key in self._forms[bare[at]]:
            if tuple(bare[at : at + len(form)]) == form:
                return len(form), key
        return 1, ""


@cache
def _built_in() -> tuple[
    tuple[tuple[str, tuple[str, ...]], ...], tuple[tuple[tuple[str, ...], str], ...]
]:
    groups = [(f"country:{country.code}", country.forms) for country in countries()]
    groups += [(f"place:{p.names[0]}", p.forms) for p in all_countries() if p.kind == "place"]
    groups += [(f"{_REGION}{name}", forms) for name, (forms, _) in regions().items()]
    groups += [(f"body:{forms[0]}", forms) for forms in BODIES]
    groups += [(f"title:{forms[0]}", forms) for forms in TITLES]
    capitals = [
        (spellings, f"country:{country.code}")
        for country in countries()
        for spellings in (country.capitals, *((seat,) for seat in country.seats))
        if spellings
    ]
    return tuple(groups), tuple(capitals)


class Alias(Protocol):
    """A declared name, and how else it is written."""

    @property
    def name(self) -> str:
        """The name itself."""

    @property
    def also(self) -> tuple[str, ...]:
        """Its other forms."""


def equivalents_of(aliases: Iterable[Alias]) -> Equivalents:
    """Return the built-in names and those that a briefing declares."""
    return _equivalents(tuple((str(a.name), tuple(map(str, a.also))) for a in aliases))


@lru_cache(maxsize=8)
def _equivalents(declared: tuple[tuple[str, tuple[str, ...]], ...]) -> Equivalents:
    groups, capitals = _built_in()
    own = [(f"alias:{name}", (name, *also)) for name, also in declared]
    # A declared alias of a known name joins its forms: it stands first, so that it wins.
    known = {form: key for key, forms in groups for form in forms}
    own = [(next((known[f] for f in forms if f in known), key), forms) for key, forms in own]
    return Equivalents((*own, *groups), capitals)


def _bare(word: str) -> str:
    return without_owner(word).replace(".", "").replace("’", "'")


def _form(name: str) -> Form:
    if name.isalpha():  # most names
        return (name,)
    return tuple(_bare(word.text) for word in words_of(name))


_PEOPLE = re.compile(r"(?:t|l|v)?(?:an|ian|ean|in|es|i|it|ish|ch|er|ard|ot|ov)?")
"""What an adjective or a people has behind the stem of its place: Tripolitan, Genoese, Cypriot."""
_SHORTEST_PLACE = 5


def _is_people_of(one: str, other: str) -> bool:
    """Tell whether one of two stems is the people of the other: Tripoli and Tripolitan."""
    place, people = sorted((one, other), key=len)
    bare = place.rstrip("aeiouy")
    if len(place) < _SHORTEST_PLACE or not people.startswith(bare) or len(people) <= len(place):
        return False
    starts = (
        (place, bare) if people.startswith(place) else (bare,)
    )  # Genoese, and African of Africa
    return any(_PEOPLE.fullmatch(people[len(start) :]) for start in starts)


_SIDE = re.compile(r"(?P<side>north|south|east|west)(?:ern(?:er)?)?")


def _is_side(one: str, other: str) -> bool:
    """Tell whether two stems name one side of the world: the West, and Western."""
    sides = [_SIDE.fullmatch(word) for word in (one, other)]
    return bool(sides[0] and sides[1] and sides[0]["side"] == sides[1]["side"])


_COMBINING = {
    "Anglo": "GB", "Franco": "FR", "Russo": "RU", "Sino": "CN", "Indo": "IN", "Italo": "IT", "Greco": "GR",
    "Turco": "TR", "Hispano": "ES", "Luso": "PT", "Austro": "AT", "Nippo": "JP", "Polono": "PL", "Dano": "DK",
}  # fmt: skip
"""First parts of compounds such as Franco-British."""


_FORMER = {
    "city:moscow": "country:SU", "city:prague": "country:CS", "city:belgrade": "country:YU", "city:brussels": "country:EU",
    "city:washington": "body:District of Columbia",
}  # fmt: skip
"""Capitals of states that are no more, which stood for their governments, the seat of a union, and a district that is a city."""


_REGION = "region:"
_SEVERAL = 2
"""States by which a part of the world is told: one of them is told more widely than it is."""


class Vocabulary:
    """What some texts have to bear names with: keys of known names, stems, abbreviations."""

    def __init__(
        self, keys: frozenset[str], stems: frozenset[str], acronyms: frozenset[str]
    ) -> None:
        """Take what was found; `vocabulary` finds it."""
        self.keys = keys
        self.stems = stems
        self.acronyms = acronyms

    def supports(self, part: Part) -> bool:
        """Tell whether a part of a name stands here, in any of its forms."""
        others = (part.other, _FORMER.get(part.key)) if part.other else ()
        is_of_the_un = part.key == "body:United Nations" and bool(OF_THE_UN & self.keys)
        if part.key in self.keys or is_of_the_un or any(o in self.keys for o in others):
            return True
        if part.key.startswith("city:"):
            return any(_is_people_of(stem(part.text), known) for known in self.stems)
        if part.key.startswith(_REGION):
            return self._has_states_of(part) or all(
                self._has_word(word.stem) for word in words_of(part.text)
            )
        if ":" in part.key:
            return not part.key.startswith("country:") and self._has_words(part.text)
        bare = _bare(part.text)
        is_acronym = bare.isupper() and bare in self.acronyms
        return is_acronym or part.key in STOP_WORDS or self._has_word(part.key)

    def _has_word(self, base: str) -> bool:
        spelled = american(base)
        return base in self.stems or (
            len(base) >= _SHORTEST_KIN
            and any(
                known.removeprefix("trans") == base  # the Atlantic of “transatlantic”
                or are_kin(spelled, american(known))  # “Sovietised” of “Sovietization”
                or _is_people_of(base, known)
                or _is_side(base, known)
                for known in self.stems
            )
        )

    def _has_states_of(self, part: Part) -> bool:
        """Tell whether several states of a part of the world are named: “two African countries” of Senegal and Togo."""
        _, codes = regions()[part.key.removeprefix(_REGION)]
        return sum(f"country:{code}" in self.keys for code in codes) >= _SEVERAL

    def _has_words(self, text: str) -> bool:
        """Central Commander bears "Central Command"."""
        return all(
            word.stem in STOP_WORDS or any(are_kin(word.stem, known) for known in self.stems)
            for word in words_of(text)
        )

    def __or__(self, other: Vocabulary) -> Vocabulary:
        """Return both together."""
        return Vocabulary(
            self.keys | other.keys, self.stems | other.stems, self.acronyms | other.acronyms
        )


def vocabulary(texts: Iterable[str], equivalents: Equivalents) -> Vocabulary:
    """Return what some texts bear together."""
    return _together(tuple(map(str, texts)), equivalents)


@lru_cache(maxsize=2048)
def _together(texts: tuple[str, ...], equivalents: Equivalents) -> Vocabulary:
    parts = [_vocabulary(text, equivalents) for text in texts]
    return Vocabulary(
        frozenset().union(*(part.keys for part in parts)),
        frozenset().union(*(part.stems for part in parts)),
        frozenset().union(*(part.acronyms for part in parts)),
    )


_STATE = re.compile(r"[a-z],\s([A-Z]{2})(?![\w’'])")


_DEPARTMENT = re.compile(
    rf"\bSecretary of (?:the )?(?P<led>{'|'.join(DEPARTMENTS)})\b|"
    rf"(?<![A-Z][a-z]\s)(?<!United\s)\b(?P<name>{'|'.join(DEPARTMENTS)})\b(?!\s[A-Z]|\sof\b)"
)


def _bare_departments(text: str) -> Iterator[str]:
    """Yield the departments that a text names by their subjects alone: “State and Defense agreed”, “Secretary of Commerce”."""
    return (match["name"] or match["led"] for match in _DEPARTMENT.finditer(text))


@lru_cache(maxsize=2048)
def _vocabulary(text: str, equivalents: Equivalents) -> Vocabulary:
    words = words_of(text)
    parts = tuple(equivalents.parts(text, words, are_known=True))
    keys = {part.key for part in parts}
    keys |= {part.other for part in parts if part.other}
    keys |= {f"country:{_COMBINING[word.text]}" for word in words if word.text in _COMBINING}
    keys |= {f"body:{DEPARTMENTS[name]}" for name in _bare_departments(text)}
    stems = {word.stem for word in words}
    # "E.Gross" is printed without its space, and "?ajikistan" without its letter.
    stems |= {
        stem(piece) for word in words if "." in word.text for piece in word.text.split(".") if piece
    }
    states = (STATES.get(match[1], "") for match in _STATE.finditer(text))
    stems |= {stem(word) for state in states for word in state.split()}
    return Vocabulary(frozenset(keys), frozenset(stems), frozenset(acronyms_of(text)))
