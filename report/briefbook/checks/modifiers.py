"""What a country or a city is said of: "the embassy in Dushanbe", "Russian forces".

The word that a name leans on must stand near that name in the evidence. Where it stands beside
another country's or city's name instead, the names have been exchanged. A hint, hence a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, outside_quotes
from briefbook.frozen import dataclass, replace
from briefbook.language.en.name_forms import Equivalents, Part
from briefbook.language.en.names import find_names
from briefbook.language.en.stemmer import STOP_WORDS, Word, are_kin, words_of
from briefbook.model.locations import within


@dataclass(frozen=True)
class Near:
    """The stems that stand near a name: after it, before it, and before it with a preposition."""

    after: frozenset[str]
    before: frozenset[str]
    leaning: frozenset[str]


Leaning = tuple[Word | None, Word | None]
"""The words that lean on a name: the noun after it, and that of "noun in Name"."""

_PREPOSITIONS = frozenset("of in at to from with for by through against into".split())
_ARTICLES = frozenset(("the", "a", "an", "its", "their"))
_AFTER, _BEFORE = 4, 6
"""Words on either side that may bear a name's word out."""


def check_modifiers(assertion: Assertion, context: Context) -> Iterator[Problem]:
    """Yield a warning for each country or city that stands where the source has another."""
    if not assertion.is_factual:
        return
    equivalents = context.names
    if found := next(_of_another(assertion, equivalents), None):
        yield found
        return
    parties = frozenset(word.stem for name in find_names(context.title) for word in name.words)
    told = [
        (text, part, leaning)
        for text in assertion.texts
        for part in _places(text, equivalents, parties)
        if any(leaning := _leaning(text, part))
    ]
    near: dict[str, list[Near]] = {}
    for said in dict.fromkeys((*assertion.supporting, *assertion.sentences)) if told else ():
        for key, found_near in _near(said, equivalents, parties):
            near.setdefault(key, []).append(found_near)
    placed = [
        one for text, part, leaning in told for one in _check(assertion, text, part, leaning, near)
    ]
    for problem, own, theirs in placed:
        # “an American design with British technology” of a British design with American technology
        is_crossed = any(theirs in other_own and other in own for _, other_own, other in placed)
        severity = Severity.WARNING if is_crossed else Severity.REVIEW
        yield replace(problem, severity=severity)


def _of_another(assertion: Assertion, equivalents: Equivalents) -> Iterator[Problem]:
    """Yield a warning where a word stands right behind another country or city than wherever the evidence has it."""
    evidence = tuple(dict.fromkeys((*assertion.supporting, *assertion.sentences)))
    for text in assertion.texts:
        told = _owned(outside_quotes(text), equivalents)
        said = [one for words in evidence for one in _owned(words, equivalents)] if told else []
        for part, word in told:
            same = [other for other, its in said if are_kin(its.stem, word.stem)]
            keys = {part.key, part.other} - {""}
            if not same or any(keys & {other.key, other.other} for other in same):
                continue
            if any(_is_bare(words, word, equivalents) for words in evidence):
                continue  # “the parliament” may be that of any
            yield Problem(
                within(text, part.start, assertion.place),
                f"{assertion.name}: source says “{same[0].text} {word.text}”, "
                f"statement says “{part.text} {word.text}”",
                "name the one that the source names, or quote the passage that says it so",
                "name-misplaced", assertion.statement, Severity.WARNING,
            )  # fmt: skip
            return


@lru_cache(maxsize=1 << 12)
def _owned(text: str, equivalents: Equivalents) -> tuple[tuple[Part, Word], ...]:
    """Return the countries and cities of a text, each with the word right behind it: “Hungarian parliament”."""
    words = words_of(text)
    found = []
    for name in find_names(text):
        for part in equivalents.parts(text, name.words):
            if not part.key.startswith(("country:", "city:")):
                continue
            behind = next((word for word in words if word.start >= part.end), None)
            if behind and _leans(text, part, behind):
                found.append((part, behind))
            elif owned := _OF.search(text, max(0, part.start - _REACH), part.start):
                found += [(part, word) for word in words if word.start == owned.start("what")]
    return tuple(found)


def _leans(text: str, part: Part, behind: Word) -> bool:
    if behind.is_capital or len(behind.lower) < _SHORTEST or behind.lower in _NO_NOUNS:
        return False
    is_owner = _OWNS.search(part.text + text[part.end : behind.start]) is not None
    return is_owner and not behind.lower.endswith(("ed", "ing"))


_OF = re.compile(
    r"\b(?P<what>(?!government|people|state|part|side|rest|north|south)[a-z]{4,})\sof\s(?:the\s)?$"
)
_REACH = 40
_OWNS = re.compile(r"(?:[’']s?|(?:an|ish|ese|[cs]h|[aeq]i|ic|iot))\s$")
"""“Brazil’s”, “Danish”: behind a bare name stands a verb as often as a noun."""
_SHORTEST = 4
_OF_ANY = frozenset(
    "government officials people side country state states year years have were first last also then still".split()
)
"""What every country has, and what is no noun."""
_NO_NOUNS = STOP_WORDS | _OF_ANY


def _is_bare(text: str, word: Word, equivalents: Equivalents) -> bool:
    """Tell whether a text has a word also behind no country or city."""
    owned = {its.start for _, its in _owned(text, equivalents)}
    return any(are_kin(one.stem, word.stem) and one.start not in owned for one in words_of(text))


def _check(
    assertion: Assertion, text: str, part: Part, leaning: Leaning, near: dict[str, list[Near]]
) -> Iterator[tuple[Problem, frozenset[str], str]]:
    """Yield the problem of a name that stands in another one's place, with the keys of the two."""
    own = {key for key in (part.key, part.other) if key in near}
    mine = [found for key in own for found in near[key]]
    if not own or any(_supports(found, *leaning) for found in mine):
        return
    for key, others in near.items():
        for other in others:
            word = _claimed(other, *leaning)
            if key in own or word is None:
                continue
            message = (
                f"{assertion.name}: source says “{word.text}” of {key.partition(':')[2] or key}, "
                f"statement says it of “{part.text}”"
            )
            hint = "name the one that the source names, or quote the passage that says it so"
            place = within(text, part.start, assertion.place)
            problem = Problem(place, message, hint, "name-misplaced", assertion.statement)
            yield problem, frozenset(own), key
            return


def _supports(near: Near, after: Word | None, before: Word | None) -> bool:
    """Tell whether what leans on a name in a text stands near it in the evidence."""
    return bool(
        (after and _has(near.after | near.leaning, after))
        or (before and _has(near.before | near.after, before))
    )


def _claimed(near: Near, after: Word | None, before: Word | None) -> Word | None:
    """Return the word that stands beside another name, in the same way."""
    if after and _has(near.after, after):
        return after
    return before if before and _has(near.leaning, before) else None


def _has(stems: frozenset[str], word: Word) -> bool:
    return any(are_kin(word.stem, other) for other in stems)


@lru_cache(maxsize=1 << 12)
def _near(
    text: str, equivalents: Equivalents, parties: frozenset[str]
) -> tuple[tuple[str, Near], ...]:
    found = []
    words = words_of(text)
    for part in _places(text, equivalents, parties):
        before = [word for word in words if word.end <= part.start][-_BEFORE:]
        after = [word for word in words if word.start >= part.end][:_AFTER]
        leaning = _leaning(text, part)[1]
        near = Near(_stems(after), _stems(before), _stems([leaning] if leaning else []))
        found += [(key, near) for key in (part.key, part.other) if key]
    return tuple(found)


def _stems(words: list[Word]) -> frozenset[str]:
    return frozenset(word.stem for word in words if word.lower not in STOP_WORDS)


def _places(text: str, equivalents: Equivalents, parties: frozenset[str]) -> tuple[Part, ...]:
    """Return the countries, cities and parties that a text names."""
    return tuple(
        part
        for name in find_names(text)
        for part in equivalents.parts(text, name.words)
        if part.key.startswith(("country:", "city:")) or part.key in parties
    )


def _leaning(text: str, part: Part) -> Leaning:
    words = words_of(text)
    at = next((i for i, word in enumerate(words) if word.start == part.start), None)
    end = next((i for i, word in enumerate(words) if word.end == part.end), None)
    if at is None or end is None:
        return None, None
    after = before = None
    if end + 1 < len(words) and words[end + 1].start - words[end].end <= 1:
        after = words[end + 1]
    preposition = _skip_articles(words, at - 1)
    if preposition > 0 and words[preposition].lower in _PREPOSITIONS:
        noun = _skip_articles(words, preposition - 1)
        if noun >= 0 and text[words[noun].end : words[noun + 1].start] == " ":
            before = words[noun]
    return _content(after), _content(before)


_NO_CONTENT = STOP_WORDS | _PREPOSITIONS


def _content(word: Word | None) -> Word | None:
    if word is None or len(word.stem) < 3 or word.lower in _NO_CONTENT:  # noqa: PLR2004
        return None
    return word


def _skip_articles(words: tuple[Word, ...], at: int) -> int:
    while at >= 0 and words[at].lower in _ARTICLES:
        at -= 1
    return at
