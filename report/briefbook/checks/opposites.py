"""Words turned to their opposite, by a digest of WordNet: “restored” for “suspended”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefbook.checks.context import Context
from briefbook.checks.converses import kept_converse
from briefbook.checks.exchanged import sides_of
from briefbook.checks.negations import tells_of_the_rest
from briefbook.checks.turned_phrases import turned_phrases
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, outside_quotes
from briefbook.language.en import cues
from briefbook.language.en.antonyms import (
    COUNT,
    LIGHT_WORDS,
    OTHERWISE,
    are_narrow_opposites,
    has_equal,
    means_another,
    opposites_of,
)
from briefbook.language.en.clauses import Clause, clauses_of, shared
from briefbook.language.en.common_words import is_common
from briefbook.language.en.converses import are_converse, of_two_sides
from briefbook.language.en.negation import PLAIN_NEGATION, denies, negated
from briefbook.language.en.related import are_opposite, entry_of, is_near
from briefbook.language.en.stemmer import Word, content_stems, content_words, stem
from briefbook.language.en.trends import is_season
from briefbook.model.locations import within

_IN_ORDER = frozenset("first second last early late latest earliest new old former".split())
"""Words whose opposite is told of something else in the same sentence as often as not."""
_EDGES = _IN_ORDER | frozenset("long short high low large small great big little major".split())
"""Those, and words of size: of a noun they are opposites of the same noun's."""
_BESIDE = frozenset(
    "near early draw stay com go get tak set put giv run turn pass carry bring mak".split()
)
"""As a storm drew near, nothing closed."""


def check_opposites(assertion: Assertion, context: Context) -> Iterator[Problem]:
    """Yield a warning for each word of a text whose opposite its evidence has instead."""
    if not assertion.is_factual:
        return
    evidence = [entry for said in assertion.supporting for entry in _affirmed(said)]
    stems = {word.stem for word, _ in evidence}
    problems = [
        problem
        for text in assertion.texts
        for problem in (
            *_check(assertion, text, evidence, stems, context),
            *turned_phrases(assertion, text),
        )
    ]
    # “permitted on 62 percent” where bans cover 38
    if problems and not tells_of_the_rest(assertion):
        yield from problems


@lru_cache(maxsize=4096)
def _affirmed(said: str) -> tuple[tuple[Word, Clause], ...]:
    """Return the words of a text before which no word of their clause denies."""
    found: list[tuple[Word, Clause]] = []
    for clause in clauses_of(said):
        text = clause.text
        denial = PLAIN_NEGATION.search(text)
        end = denial.end() if denial else len(text)
        hangs = _HANGS.search(text) is not None
        for word in content_words(text):
            if word.start >= end:
                break
            before = text[: word.start]
            if _is_name(word) or (hangs and (_BREACHED.search(before) or _UNABLE.search(before))):
                continue
            found.append((word, clause))
    return tuple(found)


_FAILS = r"unable|fail(?:s|ed|ing)?|refus(?:e[sd]?|ing)|declin(?:e[sd]?|ing) to|ceas(?:e[sd]?|ing)|without|lack(?:s|ed|ing)?|no longer"
_BREAKS = r"violat\w+|breach\w*(?: of)?|infring\w+|contraven\w+|broke|contrary to|against|at odds with|incompatible with"
_HANGS = re.compile(rf"\b(?:{_FAILS}|{_BREAKS})\b", re.IGNORECASE)
_UNABLE = re.compile(rf"\b(?:{_FAILS})\W+(?:[\w’'-]+\W+){{0,2}}$", re.IGNORECASE)
"""“unable to pay” pays nothing."""
_BREACHED = re.compile(
    rf"\b(?:{_BREAKS})\s(?:the\s|its\s|their\s|his\s|her\s|an?\s)?(?:[\w’'-]+\s)?$", re.IGNORECASE
)
"""What is violated is not there: “unconstitutional” of what “violated the constitution”."""


def _check(
    assertion: Assertion,
    text: str,
    evidence: list[tuple[Word, Clause]],
    stems: set[str],
    context: Context,
) -> Iterator[Problem]:
    own = outside_quotes(text)
    if cues.ABOUT_SOURCE.search(own):
        return
    said = " ".join(assertion.supporting)
    told = _told(own, said)
    told_stems = {word.stem for word in told}
    # “growth” of the evidence that the text has too stands for itself.
    new = told_stems - stems - _BESIDE
    unsaid = [(word, there) for word, there in evidence if word.stem not in told_stems]
    loose: Problem | None = None
    for word, other, there in _turned(own, told, unsaid, stems, new):
        bases = stems | {base for said, _ in evidence for base in _degrees(said.lower)}
        if any(is_near(base, bases) for base in (word.stem, *_degrees(word.lower))):
            continue
        kept = kept_converse(text, assertion, context)
        if kept and kept.tells((word.stem, other.stem)):
            continue  # the blues lost to the reds, who defeated them
        clause = next(c for c in clauses_of(own) if word.start < c.end)
        if word.stem in content_stems(said) and denies(clause.text):
            continue  # “the north has no meals” of “in the south; there are none in the north”
        # Of another thing, the opposite may well be true: one lost Senegal and gained independence.
        is_same = shared(clause.stems - {word.stem}, there.stems - {other.stem})
        is_sure = is_same or (_is_clear(word, other) and not _SOME_OF.search(own))
        what = (
            f"source says “{other.text}”, statement says the opposite, “{word.text}”"
            if is_sure
            else f"“{word.text}” may be the opposite of the source’s “{other.text}”"
        )
        found = Problem(
            within(text, word.start, assertion.place),
            f"{assertion.name}: {what}",
            "say it as the source does, or quote the passage that says it so",
            "opposite", assertion.statement, Severity.WARNING if is_sure else Severity.REVIEW,
        )  # fmt: skip
        if is_sure:
            yield found
            return
        loose = loose or found
    if loose:
        yield loose


def _told(own: str, said: str) -> list[Word]:
    """Return the content words of a statement that are no names and have no equal in its evidence."""
    told = [
        word
        for word in content_words(own)
        if not _is_name(word) and not has_equal(word.lower, said)
    ]
    if told and not told[0].start and _NAME.match(own):
        return told[1:]  # “Free Lissa” begins with its name
    return told


def _turned(
    own: str,
    told: list[Word],
    unsaid: list[tuple[Word, Clause]],
    stems: set[str],
    new: set[str],
) -> Iterator[tuple[Word, Word, Clause]]:
    """Yield each word of a text with its opposite in the evidence, and the clause of that one.

    `unsaid` are words of the evidence that the text lacks, `new` stems that the evidence lacks.
    """
    may_turn = [pair for pair in unsaid if _has_opposite(pair[0].lower, pair[0].stem)]
    for word in told:
        is_other = word.start in negated(own) or is_season(own, word.start)
        if word.stem in stems or word.lower in OTHERWISE or is_other:
            continue
        is_edge, is_of_two_sides = word.lower in _EDGES, word.stem in _OF_TWO_SIDES
        # One of two opposites has one: few words do.
        for other, there in unsaid if _has_opposite(word.lower, word.stem) else may_turn:
            if not (
                _are_turned(word.lower, word.stem, other.lower, other.stem)
                or (is_edge and _is_edge_turned(word, other, own, there))
                or (is_of_two_sides and _is_converse_of_the_same(word, other, own, there))
            ) or means_another(word, other, own, there.text):
                continue
            if not is_near(other.stem, new):
                yield word, other, there


_SOME_OF = re.compile(rf"\b{COUNT}(?: out)? of (?:the )?{COUNT}\b", re.IGNORECASE)
"""“Four of five agreed”: the fifth did the opposite."""


def _is_clear(word: Word, other: Word) -> bool:
    """Tell whether two words are opposites of whatever they are told: “sure” and “unsure”, no verb of many senses."""
    if word.stem in LIGHT_WORDS or other.stem in LIGHT_WORDS:
        return False
    return any(
        are_opposite(a, b) or are_narrow_opposites(a, b)
        for a in _bases(word.lower, word.stem)
        for b in _bases(other.lower, other.stem)
    )


_NAME = re.compile(r"(?!North|South|East|West)\w+\s[A-Z][a-z]")


def _is_name(word: Word) -> bool:
    return word.is_capital and not (word.start == 0 and is_common(word.text))


@lru_cache(maxsize=8192)
def _has_opposite(word: str, its_stem: str) -> bool:
    return (
        word in _EDGES
        or its_stem in _OF_TWO_SIDES
        or any(entry_of(a).opposites or opposites_of(a) for a in _bases(word, its_stem))
    )


@lru_cache(maxsize=65536)
def _are_turned(one: str, its_stem: str, other: str, stem_of_other: str) -> bool:
    if one in _IN_ORDER:
        return False
    if one in _EDGES and other not in _EDGES:  # what is lower may still be high
        return False
    others = _bases(other, stem_of_other)
    is_turned = any(
        b in opposites or are_opposite(a, b)
        for a in _bases(one, its_stem)
        for opposites in (opposites_of(a),)
        for b in others
    )
    # Few words are turned: what tells one event from its two sides is asked of those alone.
    return is_turned and not are_converse(its_stem, stem_of_other, "pair", "noun")


def _is_edge_turned(word: Word, other: Word, text: str, there: Clause) -> bool:
    """Tell whether a noun has the opposite adjective: “long distances” of “short distances”."""
    if other.lower not in _EDGES:
        return False
    mine, its = _next_word(text, word), _next_word(there.text, other)
    return mine == its != "" and are_opposite(word.stem, other.stem)


def _next_word(text: str, word: Word) -> str:
    """Return the stem of the word right behind another."""
    behind = re.match(r"\s([a-z]+)", text[word.end :])
    return stem(behind[1]) if behind else ""


def _is_converse_of_the_same(word: Word, other: Word, text: str, there: Clause) -> bool:
    """Tell whether who bought is told to have sold: one subject, and two sides of one event."""
    if word.stem == other.stem or not are_converse(word.stem, other.stem, "pair", "event"):
        return False
    told = [side for side in sides_of(text) if side.hinge == word.stem]
    said = [side for side in sides_of(there.text) if side.hinge == other.stem]
    return any(one.is_kept(two) and not one.is_crossed(two) for one in told for two in said)


_OF_TWO_SIDES = of_two_sides("pair", "noun", "event")


@lru_cache(maxsize=8192)
def _degrees(word: str) -> tuple[str, ...]:
    """Return the stems of what a word is a degree of: of “wider” that of “wide”, of “former”, “counter”, “order” none.

    What WordNet has no word for is nothing; of a word that it has itself, only what has another word for its opposite.
    """
    its_stem = stem(word)
    is_word = bool(entry_of(its_stem).senses)
    return tuple(
        base
        for base in _bases(word, its_stem)[1:]
        if _DEGREE.fullmatch(word) and entry_of(base).senses
        if not is_word or any(not other.endswith(base) for other in entry_of(base).opposites)
    )


@lru_cache(maxsize=8192)
def _bases(word: str, its_stem: str) -> tuple[str, ...]:
    """Return a word's stem, and that of the adjective of which it is a degree: narrower, widest."""
    if match := _DEGREE.fullmatch(word):
        bare = match[1]
        doubled = bare[:-1] if bare[-1] == bare[-2] else bare
        return (
            its_stem,
            *(stem(base) for base in {bare, doubled, f"{bare}e", re.sub("i$", "y", bare)}),
        )
    if word.endswith("ly") and len(word) > _SHORT:  # rapidly, of “rapid”
        return (its_stem, word, stem(re.sub("i$", "y", word[:-2])))
    return (its_stem, word)


_SHORT = 5
_DEGREE = re.compile(r"([a-z]{3,})(?:er|est)")
