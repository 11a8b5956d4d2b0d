"""Tendencies turned round: “sales in Norland picked up” of a source by which they slackened there.

Words of strength and of weakness are data (`tendencies.tsv`). A clause of a statement is held against the clauses
of its evidence that tell of the same: that share its names, or where it has none most of its other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from briefbook.checks.comparisons import beginnings, dated, from_to
from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, factual_texts, outside_quotes
from briefbook.frozen import dataclass
from briefbook.language.en.clauses import SENTENCE_END, Clause, clauses_of, shared
from briefbook.language.en.names import find_names
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.language.en.related import SAME, relatedness
from briefbook.language.en.stemmer import STOP_WORDS, Word, content_stems, stem, words_of
from briefbook.language.en.tables import rows
from briefbook.language.en.trends import Direction, is_season, sign, trends
from briefbook.model.locations import within

_DENIED = re.compile(
    r"\b(?:negative|no|not|nor|never|hardly|without|(?<!\ba )little|cannot|nothing|\w+n['’]t|than|as|so|too)\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_LEAST_SHARED = 2


@dataclass(frozen=True)
class _Tendency:
    """A clause of one tendency: which, in which words, of what."""

    is_up: bool
    word: str
    start: int
    names: frozenset[str]
    stems: frozenset[str]


def check_tendencies(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each clause whose evidence tells the opposite tendency of the same, and it alone."""
    for text in factual_texts(assertion):
        own = outside_quotes(text)
        if found := _turned(own, assertion) or _turned_of_a_noun(own, assertion):
            start, word, its = found
            yield Problem(
                within(text, start, assertion.place),
                f"{assertion.name}: source says “{its}”, statement says the opposite, “{word}”",
                "tell the tendency as the source does, or quote the passage that does so",
                "tendency-turned", assertion.statement, Severity.WARNING,
            )  # fmt: skip
            return
    for text in factual_texts(assertion):
        yield from _by_start(assertion, text)
        yield from _by_years(assertion, text)
        yield from _told_as_none(assertion, text)


_Turned = tuple[int, str, str]
"""Where a word of a tendency stands, that word, and the opposite one of the evidence."""


def _turned(text: str, assertion: Assertion) -> _Turned | None:
    """Find a clause that has names or most words of one of the evidence with the opposite tendency."""
    found = list(_tendencies(text))
    said = [one for words in assertion.supporting if found for one in _tendencies(words)]
    for told in found:
        against = [
            other
            for other in said
            if other.is_up is not told.is_up and _is_of_the_same(told, other)
        ]
        alike = any(
            other.is_up is told.is_up and _may_be_of_the_same(told, other) for other in said
        )
        if against and not alike:
            return told.start, told.word, against[0].word
    return None


@dataclass(frozen=True)
class _Governed:
    """A word of a tendency, and the nouns of which it is told: “falling stocks”, “stocks fell”, “a fall in stocks”."""

    way: int
    word: str
    start: int
    heads: frozenset[str]
    names: frozenset[str]
    years: frozenset[str]


def _turned_of_a_noun(text: str, assertion: Assertion) -> _Turned | None:
    """Find a noun that goes the other way in the evidence wherever a tendency is told of it."""
    told = _governed(text)
    said = [one for words in assertion.supporting if told for one in _governed(words)]
    for mine in told:
        same = [its for its in said if _are_of_one_noun(mine, its)]
        # “Prices of goods fell, while those of services rose” tells both of prices.
        if any(_goes_both_ways(words, mine.way) for words in assertion.supporting):
            continue
        if same and all(its.way != mine.way for its in same):
            return mine.start, mine.word, same[0].word
    return None


def _goes_both_ways(said: str, way: int) -> bool:
    """Tell whether a sentence has a way for “those” or another part of what it tells."""
    return any(
        _OF_THOSE.search(sentence) and any(one.way == way for one in _governed(sentence))
        for sentence in SENTENCE_END.split(said)
    )


_OF_THOSE = re.compile(r"\b(?:those|that) of\b|\b(?:while|whereas) (?:overall|total)\b")


def _are_of_one_noun(mine: _Governed, its: _Governed) -> bool:
    if mine.names and its.names and not mine.names & its.names:
        return False
    if mine.years and its.years and not mine.years & its.years:
        return False
    return any(relatedness(one, other) == SAME for one in mine.heads for other in its.heads)


_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_LINKS = frozenset("off up down back in of the a an its their his her for further overall".split())
_HELPERS = frozenset(
    "has have had been is are was were be being will would may might could can should also still again then to do did even".split()
)
_LONGEST = 3
"""Words that a noun phrase may have."""


@lru_cache(maxsize=1 << 10)
def _governed(text: str) -> tuple[_Governed, ...]:
    found: list[_Governed] = []
    for clause in clauses_of(text):
        names: frozenset[str] = frozenset()
        words, told = words_of(clause.text), {start: is_up for is_up, _, start in _words(clause)}
        for at, word in enumerate(words):
            way = _way(word.lower, is_up=told.get(clause.start + word.start))
            if not way or _is_denied(clause.text, word.start):
                continue
            if word.lower.endswith("er") and _THAN.search(clause.text, word.end, word.end + _REACH):
                continue  # what is compared may have changed places
            names = names or _names(clause.text)
            heads = (
                frozenset(
                    (*_behind(words[at + 1 : at + _FAR]), *_before(words[max(0, at - _FAR) : at]))
                )
                - names
            )
            heads |= _PRICED.get(word.lower, frozenset())
            if found and at == 1 and words[0].lower in ("and", "but", "then") and not heads:
                heads = found[-1].heads  # “rose in Lissa and fell in Tarn”
            if heads:
                years = frozenset(_YEAR.findall(clause.text))
                start = clause.start + word.start
                found.append(_Governed(way, word.text, start, heads, names, years))
    return tuple(found)


def _names(text: str) -> frozenset[str]:
    return frozenset(part.stem for name in find_names(text) for part in words_of(name.text))


_PRICED = dict.fromkeys(("cheaper", "dearer", "costlier"), frozenset((stem("price"), stem("cost"))))
"""What becomes cheaper has a lower price."""
_BARE = frozenset(
    "more less up down above below short fewer lost lose loses losing loss losses added adds adding cut cuts strong strongly poor poorly better faster slow slower slowly weak idle confident confidence hopeful brisk robust".split()
)
"""Words that say which way a number beside them goes, and little of a noun."""


_THAN = re.compile(r"\bthan\b")
_REACH, _FAR = 80, 12
"""Letters, and words, around a word of a tendency that may say of what it is told."""


def _is_denied(text: str, at: int) -> bool:
    return _DENIED.search(text[max(0, at - _REACH) : at]) is not None


def _way(word: str, *, is_up: bool | None) -> int:
    """Return 1 for a word that goes up, -1 for one that goes down; 0 for another, and for one that needs a number."""
    if word in _BARE:
        return 0
    return sign(word) if is_up is None else 1 if is_up else -1


def _behind(words: tuple[Word, ...]) -> Iterator[str]:
    """Yield the head of the noun phrase right behind a word: of “falling coal stocks” the stocks."""
    run: list[Word] = []
    for word in words:
        if word.lower in _LINKS and not run:
            continue
        is_over = word.lower in STOP_WORDS or word.lower in _HELPERS or len(run) == _LONGEST
        # “falling stocks | caused …”
        if is_over or word.lower.endswith("ly") or (run and word.lower.endswith("ed")):
            break
        run.append(word)
    if run and not run[-1].text[0].isdigit():
        yield run[-1].stem


def _before(words: tuple[Word, ...]) -> Iterator[str]:
    """Yield the heads before a verb: of “demand for coal has quickly fallen” coal and demand."""
    rest = list(words)
    while rest and (rest[-1].lower in _HELPERS or rest[-1].lower.endswith("ly")):
        rest.pop()
    for _ in range(2):
        if not rest or rest[-1].lower in STOP_WORDS or rest[-1].text[0].isdigit():
            return
        yield rest.pop().stem
        while rest and rest[-1].lower not in STOP_WORDS:
            rest.pop()
        while rest and rest[-1].lower in ("the", "its", "their", "a"):
            rest.pop()
        if not rest or rest.pop().lower not in ("of", "for", "in"):
            return


def _is_of_the_same(told: _Tendency, other: _Tendency) -> bool:
    """Tell whether two clauses are told of the same: by their names and another word, or by two words."""
    if told.names and not told.names & other.names:
        return False
    enough = _LEAST_SHARED if not told.names else 1 if told.stems else 0
    return shared(told.stems, other.stems) >= enough


def _may_be_of_the_same(told: _Tendency, other: _Tendency) -> bool:
    return bool(told.names & other.names or shared(told.stems, other.stems))


def _tendencies(text: str) -> Iterator[_Tendency]:
    """Yield the clauses of a text that have words of one tendency alone."""
    last: frozenset[str] = frozenset()
    for clause in clauses_of(text):
        found = _words(clause)
        if found and len({is_up for is_up, _, _ in found}) == 1:
            is_up, word, start = found[0]
            names = _names(clause.text)
            own = frozenset(w.stem for _, word, _ in found for w in words_of(word))
            # “rose in Lissa and fell in Tarn”
            before = last if _AND.fullmatch(clause.text, 0, start - clause.start) else frozenset()
            last = (clause.stems - names - own) | before
            yield _Tendency(is_up, word, start, names, last)


_AND = re.compile(r"\W*(?:and|but|then)\s(?:then\s|had\s|has\s)?", re.IGNORECASE)


@lru_cache(maxsize=1 << 12)
def _words(clause: Clause) -> tuple[tuple[bool, str, int], ...]:
    """Return the words of a tendency in a clause that nothing denies: up or down, the word, where it stands in the text."""
    return tuple(
        (is_up, match[0], clause.start + match.start())
        for is_up, pattern in _patterns()
        for match in pattern.finditer(clause.text)
        if not _is_denied(clause.text, match.start())
        and not _BOUNDS.match(clause.text, match.end())
    )


_BOUNDS = re.compile(
    r" than (?:(?:an?|about|the) )?(?:\W?\d|half|twice|one|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|[a-z]+ty|third|quarter|fifth|tenth|dozen)\b| or less\b"
)
"""“More than two points”, “less than half” bound a number, “more or less” nothing."""


@cache
def _patterns() -> tuple[tuple[bool, re.Pattern[str]], ...]:
    forms: dict[bool, list[str]] = {True: [], False: []}
    for row in rows("tendencies"):
        forms[row["way"] == "up"] += row["words"].split("|")
    return tuple(
        (is_up, re.compile(rf"\b(?:{'|'.join(found)})\b", re.IGNORECASE))
        for is_up, found in forms.items()
    )


def _by_start(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Hold “rose from 8 to 10 percent” against “8 percent, down from 10”: where a change began is where it ended."""
    own = outside_quotes(text)
    pairs = [(begun[-1], end.number, end.start) for begun, end in from_to(own)]
    pairs += [
        (then, now, now.start)
        for now, then in pairwise(find_numbers(own))
        if now.is_of(then) and _THEN_WAS.fullmatch(own, now.end, then.start)
    ]
    if not pairs:
        return
    starts = [number for said in assertion.supporting for number in beginnings(said)]
    for then, now, start in pairs:
        if any(_are_alike(then, n) for n in starts):
            continue
        if other := next((n for n in starts if _are_alike(now, n)), None):
            words = own[start : max(now.end, then.end)]
            yield Problem(
                within(text, start, assertion.place),
                f"{assertion.name}: “{words}” begins where the source ends: it says that "
                f"the change was from {other.value.normalize():f}",
                "tell where the change began and ended as the source does",
                "tendency-turned", assertion.statement, Severity.WARNING,
            )  # fmt: skip
            return


_THEN_WAS = re.compile(
    r"(?:\s(?:of|in)(?:\s[\w-]+){1,3})?(?:,\s|\s\(|\s)(?:was|were|before|formerly|previously|earlier|up from|down from)[:\s]\s?[$€£]?",
    re.IGNORECASE,
)
"""“57% of the stock (was 49%)”"""


def _are_alike(one: FoundNumber, other: FoundNumber) -> bool:
    return one.value == other.value and one.is_of(other)


_YEARS_OF = re.compile(
    r"\b(?:between|from)\s(?:(?:early|late|mid)[ -])?((?:1\d|20)\d\d)\s(?:and|to|until)\s((?:1\d|20)\d\d)\b|\b((?:1\d|20)\d\d)[-–]((?:1\d|20)\d\d)\b",
    re.IGNORECASE,
)


def _by_years(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Hold “fell between 2007 and 2011” against the figures that the evidence gives of the two years."""
    own = outside_quotes(text)
    span = _YEARS_OF.search(own)
    if not span or find_numbers(own):
        return
    words = [word for word in words_of(own) if sign(word.lower) and not is_season(own, word.start)]
    ways = {sign(word.lower) for word in words}
    first, last = (int(year) for year in span.groups() if year)
    known = [one for said in assertion.supporting for one in dated(said)]
    pairs = [
        (a, b, said)
        for year, a, said in known
        for later, b, where in known
        if (year, later) == (first, last) and a.unit == b.unit and said == where
    ]
    if len(ways) != 1 or len(pairs) != 1 or _NEGATED.search(own):
        return
    a, b, said = pairs[0]
    step = b.value - a.value
    if step and (step > 0) is not (ways == {1}) and shared(content_stems(own), content_stems(said)):
        yield Problem(
            within(text, words[0].start, assertion.place),
            f"{assertion.name}: “{words[0].text}”, but the source has {a.value.normalize():f} for {first} and "
            f"{b.value.normalize():f} for {last}",
            "compare as the source does, or quote the passage that does so",
            "tendency-turned", assertion.statement, Severity.WARNING,
        )  # fmt: skip


_NEGATED = re.compile(r"\b(?:not?|never|hardly|without)\b|n[’']t\b", re.IGNORECASE)


def _told_as_none(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Hold “hardly moved” against the step that the evidence gives from one figure to another."""
    own = outside_quotes(text)
    if not _MAY_BE_FLAT.search(own) or find_numbers(own):
        return
    flat = next((one for one in trends(own) if one.direction is Direction.FLAT), None)
    if flat is None:
        return
    for said in assertion.supporting:
        for begun, end in from_to(said):
            if len(begun) != 1 or not begun[0].value:
                continue
            step = abs(end.number.value / begun[0].value - 1) * 100
            if step > 2 * flat.least and shared(content_stems(own), content_stems(said)):
                yield Problem(
                    within(text, flat.start, assertion.place),
                    f"{assertion.name}: source says “{said[end.start : end.end]}”, statement says “{flat.word}”",
                    "tell the tendency as the source does, or quote the passage that does so",
                    "tendency-turned", assertion.statement, Severity.WARNING,
                )  # fmt: skip
                return


_MAY_BE_FLAT = re.compile(r"chang|flat|mov|same|stab|stag|stead")  # what words of it have
