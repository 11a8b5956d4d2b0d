"""Who did it to whom, and what is told of whom in a list: right names, words and values in the wrong relation.

    The source: The house lent 1,946 objects and borrowed 803.
    The lie:    Objects lent / borrowed: 803 / 1,946

Hints, not proof. Word order tells much of it; all of these are warnings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, permutations

from briefbook.checks.context import Context
from briefbook.checks.converses import kept_converse
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion
from briefbook.language.en.clauses import shared
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.semantic_roles import Actor, Role, actors
from briefbook.language.en.stemmer import STOP_WORDS, content_stems, words_of
from briefbook.model.locations import within

Clauses = tuple[tuple[str, tuple[Actor, ...]], ...]


def check_relations(assertion: Assertion, context: Context) -> Iterator[Problem]:
    """Yield a warning for each pair of names turned round, and for each two entries of a list that are."""
    if not assertion.is_factual:
        return
    for text in assertion.texts:
        yield from _check_entries(assertion, text)
    equivalents = context.names
    told = [
        (number, clause, pair)
        for number, text in enumerate(assertion.texts)
        for clause, there in actors(text, equivalents)
        # What stands on both ends first: the first pair that has changed places is the last that is told.
        for pair in sorted(combinations(there, 2), key=lambda pair: not pair[0].is_same(pair[1]))
        if _are_on_both_sides(*pair)
    ]
    if not told:
        return
    said = dict.fromkeys((*assertion.supporting, *assertion.sentences))
    evidence = tuple(clause for text in said for clause in actors(text, equivalents))
    for number, text in enumerate(assertion.texts):
        own = [(clause, pair) for there, clause, pair in told if there == number]
        yield from _check_roles(assertion, text, own, evidence, context)


def _are_on_both_sides(one: Actor, other: Actor) -> bool:
    """Tell whether of two names of a clause one acts and to the other it is done."""
    return {one.role, other.role} == {Role.ACTS, Role.IS_DONE_TO}


def _check_roles(
    assertion: Assertion,
    text: str,
    told: list[tuple[str, tuple[Actor, Actor]]],
    evidence: Clauses,
    context: Context,
) -> Iterator[Problem]:
    for clause, (one, other) in told:
        at = text.find(clause)
        if one.is_same(other):
            yield from _check_reflexive(assertion, text, at, (one, other), evidence)
            continue
        ways = {way for _, there in evidence if (way := _way(one, other, there))}
        if ways == {-1} and not kept_converse(text, assertion, context):
            acts, object_ = (one, other) if one.role is Role.ACTS else (other, one)
            is_sure = any(_is_turned(clause, (acts, object_), said) for said in evidence)
            message = (
                f"{assertion.name}: “{one.text}” and “{other.text}” have changed places: "
                f"in the source the other one acts"
            )
            yield _hint(assertion, text, at + one.start, message, is_sure=is_sure)
            return


def _way(one: Actor, other: Actor, there: tuple[Actor, ...]) -> int:
    """Return 1 when a clause has two names in the same relation, -1 in the opposite one, else 0."""
    firsts = {actor.role for actor in there if actor.is_same(one)}
    seconds = {actor.role for actor in there if actor.is_same(other)}
    if one.role in firsts and (other.role in seconds or Role.UNKNOWN in seconds):
        return 1
    if other.role in seconds and Role.UNKNOWN in firsts:
        return 1
    is_turned = Role(-one.role) in firsts and Role(-other.role) in seconds
    return -1 if is_turned else 0


_SUBJECT = re.compile(
    r"(?:[^,]*,\s|(?:In|On|Since|By|From|Between|During|After)\s(?:(?:early|late|the)\s)?(?:\d+\s)?(?:[A-Z][a-z]+\s)?(?:\d+,\s)?\d{4}\s)?"
    r"(?i:(?:and|that|when|if|while|although|but|which|after|because|as|whereas)\s)?"
    r"(?:(?i:the|an?|no|its|their|both)\s|(?!(?i:the|an?|no|its|their|both)\s)[A-Z][\w.’'-]*\s)*"
)
"""What may stand before the name that a clause begins with: when it was, articles, titles."""
_REST_OF_NAME = re.compile(r"(?:\s[A-Z][\w.’'-]*)*")
_NO_VERB = re.compile(
    r"^\s(?:of|for|in|on|at|to|from|with|between|both|than)\b|,|\b(?:after|before|as|since|when|while|until)\b|"
    r"\b(?:is|are|was|were|been|being)\s(?:\w+ly\s)?\w+(?:ed|en)\b"
)
"""Between a subject and its object stand no clause, and no verb of what is done to the subject."""
_TURNS = re.compile(
    r"\b(?:receiv|obtain|accept|borrow|buy|bought|import|gain|host|from|g[eo]t|w[io]n|welcom|met|meet|than|join|visit|between)\w*|"
    r"\bby\s(?:(?:the|its|their)\s[a-z]|[A-Z])",
    re.IGNORECASE,
)
"""Who is at which end is not told by the order of the words."""


def _is_turned(clause: str, told: tuple[Actor, Actor], said: tuple[str, tuple[Actor, ...]]) -> bool:
    """Tell whether a clause of the evidence begins with the other name, of the same matter, in the same order of words."""
    words, there = said
    verb = _verb_of(clause, *told)
    if not verb or _TURNS.search(clause):
        return False
    return any(
        one.is_same(told[1])
        and other.is_same(told[0])
        and shared(verb, _verb_of(words, one, other))
        for one, other in permutations(there, 2)
        if _matter(clause, told) & _matter(words, (one, other))
    )


def _verb_of(clause: str, acts: Actor, object_: Actor) -> frozenset[str]:
    """Return what stands between the subject that a clause begins with and its object; empty where that is no verb."""
    end = acts.start + len(acts.text)
    rest = _REST_OF_NAME.match(clause, end)
    between = clause[rest.end() if rest else end : object_.start]
    begins = _SUBJECT.fullmatch(clause[: acts.start]) is not None
    is_verb = begins and not _NO_VERB.search(between)
    return content_stems(between) if is_verb else frozenset()


def _matter(clause: str, names: tuple[Actor, Actor]) -> frozenset[str]:
    """Return what a clause tells beside two names."""
    own = {word.stem for name in names for word in words_of(name.text)}
    return content_stems(clause) - own


def _check_reflexive(
    assertion: Assertion, text: str, at: int, told: tuple[Actor, Actor], evidence: Clauses
) -> Iterator[Problem]:
    """One name on both ends of a clause: "Ostmark’s embassy in Ostmark"."""
    one, other = told
    if not any(_is_on_both_ends(one, there) for _, there in evidence):
        message = f"{assertion.name}: “{one.text}” stands on both ends; in the source it does not"
        yield _hint(assertion, text, at + other.start, message)


def _is_on_both_ends(one: Actor, there: tuple[Actor, ...]) -> bool:
    return sum(actor.is_same(one) for actor in there) > 1


def _hint(
    assertion: Assertion, text: str, offset: int, message: str, *, is_sure: bool = False
) -> Problem:
    place = within(text, offset, assertion.place)
    hint = "say it as the source does, or quote the passage that says it so"
    severity = Severity.WARNING if is_sure else Severity.REVIEW
    return Problem(place, message, hint, "roles-swapped", assertion.statement, severity)


Entry = tuple[frozenset[str], frozenset[str], str, int]
"""An entry of a list: the keys of its label and of its content, the content, and where that stands."""
_ENTRY = re.compile(
    r"(?:^|[:;,]\s)(?P<label>[^:;,–—()]{2,40}?)(?::|\s[–—])\s(?P<content>[^:;–—]{1,60}?)(?=;|$|,\s[^:;,–—]{2,40}(?::|\s[–—])\s)"
)
_PAIRED = re.compile(
    r"(?P<a>[\w’'-]+)\s/\s(?P<b>[\w’'-]+)[^:/]{0,30}:\s(?P<x>[^/;]{1,20}?)\s/\s(?P<y>[^/;\s]{1,20})"
)
_NAMED = re.compile(r"(?P<label>[A-Z][\w’'-]+)\s(?P<content>[$€£]?\d[\d.,]*\s?(?:%|per\s?cent)?)")


def _check_entries(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Yield a warning for two entries of a list of which the evidence has each content beside the other's label."""
    for one, other in combinations(_entries(text)[:_MOST], 2):
        (label, content, words, start), (another, its_content, its_words, _) = one, other
        labels = label - another, another - label
        contents = content - its_content, its_content - content
        if not all((*labels, *contents)):
            continue
        its = [
            {owner for said in assertion.supporting for owner in _owners_of(keys, labels, said)}
            for keys in contents
        ]
        if its == [{1}, {0}]:
            yield Problem(
                within(text, start, assertion.place),
                f"{assertion.name}: “{words}” and “{its_words}” have changed places: in the source each stands beside the other's label",
                "put each value beside what the source says it of",
                "value-misplaced", assertion.statement, Severity.WARNING,
            )  # fmt: skip
            return


_MOST = 40
"""Entries that are held against each other: of more it is a table."""


def _entries(text: str) -> list[Entry]:
    """Return the entries of a list in the form “Council: sites; boards: contracts”, “A 93%, B 88%” or “a / b: 5 / 3”."""
    may_have = ":" in text or "–" in text or "—" in text  # quickly looked for, and rare
    spans = [
        (m.span("label"), m.span("content")) for m in _ENTRY.finditer(text if may_have else "")
    ]
    if len(spans) < 2:  # noqa: PLR2004
        spans = [(m.span("label"), m.span("content")) for m in _NAMED.finditer(text)]
    for m in _PAIRED.finditer(text if " / " in text else ""):
        spans += [(m.span("a"), m.span("x")), (m.span("b"), m.span("y"))]
    return [
        (
            frozenset(key for _, key in _keys(text[slice(*label)])),
            frozenset(key for _, key in _keys(text[slice(*content)])),
            text[slice(*content)].strip(),
            content[0],
        )
        for label, content in spans
    ]


def _owners_of(
    content: frozenset[str], labels: tuple[frozenset[str], ...], said: str
) -> Iterator[int]:
    """Yield which of two labels stands last before each place of some content in a passage, else first behind it."""
    keys = _keys(said)
    places = [(at, n) for at, key in keys for n, label in enumerate(labels) if key in label]
    for at, key in keys:
        if key in content and places:
            before = [place for place in places if place[0] < at]
            yield (before[-1] if before else places[0])[1]


@lru_cache(maxsize=1024)
def _keys(text: str) -> tuple[tuple[int, str], ...]:
    """Return the numbers of a text and the stems of its other words, each with where it stands."""
    numbers = [n for n in find_numbers(text) if n.unit != "th"]
    found = [(n.start, f"{n.value.normalize():f} {n.unit}") for n in numbers]
    found += [
        (word.start, word.stem)
        for word in words_of(text)
        if word.lower not in STOP_WORDS
        and not word.text[0].isdigit()
        and not any(n.start <= word.start < n.end for n in numbers)
    ]
    return tuple(sorted(found))
