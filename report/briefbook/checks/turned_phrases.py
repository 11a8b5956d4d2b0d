"""Phrases turned to their opposite: “phased out” of what was introduced, “turned away” of who was let in.

Two kinds of them: patterns (`antonyms.PHRASES`), and rows of plain words, each of which stands for its forms
(`phrases.tsv`), that are looked up by their first word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import zip_longest

from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, outside_quotes
from briefbook.language.en.antonyms import ANY_PHRASE, COUNT, IF_IT, LIGHT_WORDS, PHRASES, UNLESS
from briefbook.language.en.clauses import clauses_of, sentence_bounds, shared
from briefbook.language.en.negation import PLAIN_NEGATION
from briefbook.language.en.stemmer import content_stems, stem, words_of
from briefbook.language.en.tables import rows
from briefbook.model.locations import within

_CLOSE = 16
_WITH = re.compile(
    r"\b(?P<no>without|with)\s(?:the\s|any\s|an?\s|its\s|their\s|prior\s)*(?P<what>[a-z]{4,})\b",
    re.IGNORECASE,
)


def turned_phrases(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Yield a warning where a text has a phrase whose opposite its evidence has of the same thing; else a look."""
    own, said = outside_quotes(text), " . ".join(assertion.supporting)
    low, low_said = own.lower(), said.lower()
    for pair in PHRASES if _has_any(low) and _has_any(low_said) else ():
        for mine, its in (pair, pair[::-1]):
            # Few statements have such a phrase: what the evidence has is asked for those alone.
            if not (told := mine.search(low)) or not (there := _as_meant(its, low_said)):
                continue
            if PLAIN_NEGATION.search(low, max(0, told.start() - _CLOSE), told.start()):
                continue  # “not unanimous” of “by five to two”
            if mine.search(low_said) or its.search(low):
                continue
            if UNLESS.search(low) and IF_IT.search(low_said):
                continue
            of_one = next((m for m in there if _are_of_one(low, told, low_said, m)), None)
            severity = Severity.WARNING if of_one else Severity.REVIEW
            start, end = (of_one or there[0]).span()
            yield _turned_phrase(assertion, text, told, said[start:end], severity)
            return
    for word in _WITH.finditer(own):
        same = [m for m in _WITH.finditer(said) if stem(m["what"]) == stem(word["what"])]
        is_turned = same and all(m["no"].lower() != word["no"].lower() for m in same)
        if is_turned and not PLAIN_NEGATION.search(own) and not PLAIN_NEGATION.search(said):
            yield _turned_phrase(assertion, text, word, same[0][0], Severity.WARNING)
            return
    if found := _of_rows(own, said):
        is_telling = not any(stem(phrase[0].lower()) in _LIGHT for phrase in found)
        is_sure = is_telling or _are_of_one(own, found[0], said, found[1])
        severity = Severity.WARNING if is_sure else Severity.REVIEW
        yield _turned_phrase(assertion, text, found[0], found[1][0], severity)


@lru_cache(maxsize=4096)
def _has_any(text: str) -> bool:
    return ANY_PHRASE.search(text) is not None


_VOTES = re.compile(
    r"\b(?:vot\w+|ballots?|judges?|justices?|courts?|jury|jurors?|tribunal|bench|panel|members?|board|council\w*|committee|commission\w*|"
    r"assembly|parliament|senat\w+|house|chamber|majority|decided|ruled|passed|adopted|carried|rejected|approved)\b",
    re.IGNORECASE,
)
_BY_VOTES = re.compile(rf"by {COUNT}\b", re.IGNORECASE)


def _as_meant(phrase: re.Pattern[str], said: str) -> list[re.Match[str]]:
    """Return where a text has a phrase; “by five to two” only where its sentence tells of votes or of who votes."""
    found = list(phrase.finditer(said))
    return [
        m
        for m in found
        if not _BY_VOTES.match(m[0]) or _VOTES.search(_sentence_of(said, m).replace(m[0], " "))
    ]


def _sentence_of(text: str, match: re.Match[str]) -> str:
    start, end = sentence_bounds(text, *match.span())
    return text[start:end]


_DATED = re.compile(r"\b(?:1\d|20)\d\d\b")
_OF_TWO = re.compile(
    r"\b(?P<which>old|former|first|previous|earlier|original|new|second|other|latter)\s(?P<what>[a-z]+)\b",
    re.IGNORECASE,
)


def _are_of_one(own: str, told: re.Match[str], said: str, there: re.Match[str]) -> bool:
    """Tell whether two phrases are told of one thing: their clauses share a word, and neither is of another year or kind.

    “The old code was suspended; the new one was adopted in 1992”: the code of 1992 is not the one that was suspended.
    """
    mine, its = _told_of(own, told), _told_of(said, there)
    own_words = content_stems(mine.replace(told[0], " "))
    if not shared(own_words, content_stems(its.replace(there[0], " "))):
        return False
    years = set(_DATED.findall(mine))
    if years and not years & set(_DATED.findall(its)) and years & set(_DATED.findall(said)):
        return False
    for picked in _OF_TWO.finditer(its):
        if stem(picked["what"]) in own_words and not re.search(
            rf"\b{picked['which']}\b", own, re.IGNORECASE
        ):
            rest = said.replace(its, " ")
            return not any(
                m["which"].lower() != picked["which"].lower()
                and stem(m["what"]) in (stem(picked["what"]), "one")
                for m in _OF_TWO.finditer(rest)
            )
    return True


def _told_of(text: str, phrase: re.Match[str]) -> str:
    """Return the clause of a phrase; where the phrase begins its sentence or clause, with the one that it is told of.

    “Contrary to its orders, the ship sailed”, “The ship sailed, contrary to its orders”.
    """
    first, last = sentence_bounds(text, *phrase.span())
    clauses = [c for c in clauses_of(text) if first <= c.start < last]
    own = [c for c in clauses if c.start < phrase.end() and phrase.start() < c.end]
    if not own:
        return text[first:last]
    start, end = own[0].start, own[-1].end
    if not text[first : phrase.start()].strip():
        end = min((c.end for c in clauses if c.start >= end and len(c.stems) > 1), default=end)
    elif not text[start : phrase.start()].strip():
        start = max((c.start for c in clauses if c.end <= start), default=start)
    return text[start:end]


def _turned_phrase(
    assertion: Assertion, text: str, told: re.Match[str], said: str, severity: Severity
) -> Problem:
    return Problem(
        within(text, told.start(), assertion.place),
        f"{assertion.name}: source says “{said}”, statement says the opposite, “{text[told.start() : told.end()]}”",
        "say it as the source does, or quote the passage that says it so",
        "opposite", assertion.statement, severity,
    )  # fmt: skip


_Phrase = tuple[int, int, int, int]
"""A phrase of the table in a text: its row and side, and where it begins and ends."""
Stems = tuple[str, ...]


@cache
def _table() -> dict[str, list[tuple[Stems, int, int]]]:
    """Return the phrases of the table by the stem of their first word: the other stems, row and side."""
    found: dict[str, list[tuple[Stems, int, int]]] = {}
    for n, row in enumerate(rows("phrases")):
        for side, key in enumerate(("one", "other")):
            for phrase in row[key].split(";"):
                first, *rest = (_stem(word) for word in phrase.split())
                found.setdefault(first, []).append((tuple(rest), n, side))
    return found


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    if word.lower() in _BE:
        return "be"
    return word if word == _GAP else stem(word.lower())


_GAP, _WIDEST = "*", 2
_BE = frozenset("is are was were been being be".split())


@lru_cache(maxsize=4096)
def _phrases(text: str) -> tuple[_Phrase, ...]:
    """Return the phrases of the table in a text that nothing right before or behind them denies."""
    words, table = words_of(text), _table()
    stems = [_stem(word.text) for word in words]
    found = []
    for at, (base, behind) in enumerate(zip_longest(stems, stems[1:])):
        for rest, row, side in table.get(base, ()):
            if rest and rest[0] not in (behind, _GAP):
                continue  # most of them
            end = _end_of(rest, stems, at + 1)
            if not end or _NONE.match(text, words[end - 1].end):
                continue
            start = words[at].start
            if not PLAIN_NEGATION.search(text, max(0, start - _CLOSE), start):
                found.append((row, side, start, words[end - 1].end))
    return tuple(found)


_NONE = re.compile(r"\s(?:neither|none|nothing|nobody|no)\b")
"""“has joined neither of them”"""


def _end_of(rest: Stems, stems: list[str], at: int) -> int:
    """Return behind which word a phrase ends whose other words stand from one on; 0 where they do not."""
    if not rest:
        return at
    if rest[0] == _GAP:
        ends = (_end_of(rest[1:], stems, start) for start in range(at, at + _WIDEST + 1))
        return next(filter(None, ends), 0)
    return _end_of(rest[1:], stems, at + 1) if stems[at : at + 1] == [rest[0]] else 0


_LIGHT = LIGHT_WORDS | frozenset(
    map(
        stem,
        "remain again delay late retain renew restore resume establish admit over alone only charge finish complete ongoing".split(),
    )
)
"""Single words that stand for much else."""


def _of_rows(own: str, said: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """Find a phrase of the table whose opposite its evidence has, and it alone.

    Over the sets it stood in 42 lies and in one honest statement, also where no word but it is common; a single word
    that stands for much else is then a reason for a look.
    """
    mine = _phrases(own)
    its = _phrases(said) if mine else ()
    for told in mine:
        row, side = told[:2]
        there = [phrase for phrase in its if phrase[0] == row]
        is_said = any(phrase[1] == side for phrase in there)
        if there and not is_said and all(p[1] == side for p in mine if p[0] == row):
            return _match(own, told), _match(said, there[0])
    return None


def _match(text: str, phrase: _Phrase) -> re.Match[str]:
    words = re.compile(re.escape(text[phrase[2] : phrase[3]]))
    return next(words.finditer(text, phrase[2]))
