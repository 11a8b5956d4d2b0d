"""Directions and extremes in a sentence about figures: rose, fell back, doubled; highest, lowest.

The words are data (`data/trends.tsv`); a word after a negation says nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache

from briefbook.frozen import dataclass
from briefbook.language.en.number_words import any_of
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.language.en.tables import rows


class Direction(StrEnum):
    """Which way figures go."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"


@dataclass(frozen=True)
class Trend:
    """A word of direction in a text, and the clause that it stands in."""

    start: int
    word: str
    direction: Direction
    least: int
    """Change that the word says at least, in percent; of `flat`, at most."""
    clause: str


@dataclass(frozen=True)
class Extreme:
    """A word that says of a figure that it is the greatest or the least, and its clause."""

    start: int
    word: str
    is_greatest: bool
    clause: str


_CLAUSE = re.compile(r"[^,;:]+?(?=[,;:]|\band then\b|\bbut\b|\bthen\b|$)[,;:]?", re.IGNORECASE)
"""“rose by a third after 2001, | fell back after 2010”."""
_NEGATION = re.compile(
    r"\b(?:not|never|no|nor|without|hardly|n['’]t)\b[^,;:]{0,20}$", re.IGNORECASE
)
_GREATEST = re.compile(
    r"\b(?:highest|largest|biggest|greatest|peak(?:ed)?|record|maximum)\b", re.IGNORECASE
)
_LEAST = re.compile(r"\b(?:lowest|smallest|least|bottomed|trough|minimum)\b", re.IGNORECASE)


_BESIDE_A_NUMBER = "-"
_LETTERS = re.compile(r"[a-z]+")


@cache
def _ways() -> dict[str, Direction]:
    return {row["word"]: Direction(row["direction"]) for row in rows("trends")}


def ways(text: str) -> frozenset[Direction]:
    """Return the directions that some words beside a number name: up of “more”, “rose”, “an increase of”."""
    found = (_ways().get(word) for word in _LETTERS.findall(text.lower()))
    return frozenset(way for way in found if way)


def way_of(text: str) -> int:
    """Return 1 where some words go up alone, -1 where they go down alone; 0 for none or both."""
    found = ways(text)
    return int(Direction.UP in found) - int(Direction.DOWN in found)


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[Direction, int]]]:
    known = {
        row["word"]: (Direction(row["direction"]), int(row["percent"]))
        for row in rows("trends")
        if row["percent"] != _BESIDE_A_NUMBER
    }
    return re.compile(rf"\b(?:{any_of(known)})\b", re.IGNORECASE), known


YEAR = re.compile(r"(?<![\d$])(?:FY)?((?:1[0-9]|20)\d\d)(?![\d,.]?\d)(?:[-–](\d{2,4})\b)?")
"""`2010`, `FY2010`; `2001–10` is a span, which is no single year."""


def clauses(text: str) -> Iterator[tuple[int, str]]:
    """Yield the clauses of a finding, each with where it begins."""
    for match in _CLAUSE.finditer(text):
        yield match.start(), match[0]


def single_years(clause: str) -> Iterator[tuple[int, int]]:
    """Yield where a clause names a year, and which; those of spans are left out."""
    for match in YEAR.finditer(clause):
        if not match[2]:
            yield match.start(), int(match[1])


def trends(text: str) -> Iterator[Trend]:
    """Yield the words of direction of a text in their order."""
    pattern, known = _words()
    for start, clause in clauses(text):
        for match in pattern.finditer(clause):
            if _NEGATION.search(clause[: match.start()]):
                continue
            way, least = known[match[0].lower()]
            yield Trend(start + match.start(), match[0], way, least, clause)


def extremes(text: str) -> Iterator[Extreme]:
    """Yield the words of extremes of a text."""
    for start, clause in clauses(text):
        for pattern, is_greatest in ((_GREATEST, True), (_LEAST, False)):
            for match in pattern.finditer(clause):
                if not _NEGATION.search(clause[: match.start()]):
                    yield Extreme(start + match.start(), match[0], is_greatest, clause)


@dataclass(frozen=True)
class Change:
    """A number that a text tells as a step up or down, or as where one ended: “40 cents cheaper”, “fell to 777”."""

    number: FoundNumber
    way: int
    is_end: bool
    start: int
    end: int
    """Where the words of the change begin and end, its number among them."""


_GREATER = "more|higher|larger|greater|bigger|longer|older|dearer|costlier|taller|heavier|deeper|wider|warmer|hotter"
_SMALLER = (
    "less|fewer|lower|smaller|shorter|younger|cheaper|lighter|shallower|narrower|cooler|colder"
)
_NO_NOUN = (
    r"(?=\s(?:than|for|in|on|at|from|since|after|before|when|over|during|the|an?|each|every|per|year|this|last|and|but)\b"
    r"|\s?[,.;:)–—]|\s?$)"
)
_NO_UNIT = "and or but who which that to in on at were was is are has have had".replace(" ", "|")
_TIME = (
    r"(?:\w+\s)?(?:years?|months?|weeks?|days?|decades?|quarters?|period|course|summer|winter)\b"
)
"""“22 over the twelve months” is no more than them."""
_COMPARED = re.compile(
    rf"(?:/[a-z]+)?\)?(?:\s(?!(?:{_NO_UNIT})\b)[a-z’'-]+|\s\([^()]{{1,12}}\)){{0,4}}?\s"
    rf"(?:(?P<up>(?:{_GREATER})\b{_NO_NOUN})|(?:{_SMALLER})\b{_NO_NOUN}|(?:(?P<above>above|over)|below|under)\s(?:th(?:e(?!\s{_TIME})|at|ose)|the (?:year|month|season) (?:before|earlier)|(?:1\d|20)\d\d\b|last (?:year|season|month)|plan|budget|target|forecast|average)\b)"
    r"|\)?(?:\s[a-z]+)?\s(?:(?P<rise>increase|rise|gain|jump)|decrease|decline|drop|fall|reduction)(?= (?:in|from|on|over|since)\b|[.,;]|$)",
    re.IGNORECASE,
)
_ABOUT = r"(?:(?:by|of|an?|about|around|roughly|some|nearly|almost|more than|over|at least|less than|just|only|another|estimated|further)\s){0,3}"
_STEPPED = re.compile(
    rf"\b(?P<word>[a-z]+)\s{_ABOUT}[$€£]?$|(?:^|[,;:(–—]\s?|\b(?:was|were|is|are|been|be|went|gone|going|goes|and|or)\s)(?P<way>up|down)\s(?:by\s)?{_ABOUT}[$€£]?$"
    rf"|(?<!made)(?<!backed)(?<!followed)(?<!set)(?<!taken)(?<!held)(?<!put)(?<!given)\s(?P<by>up|down)\sby\s{_ABOUT}[$€£]?$",
    re.IGNORECASE,
)
_STEPPED_OF = re.compile(
    rf"(?P<what>(?:\b(?!(?:was|were|is|are|be|been|being)\b)[\w’'-]+\s){{2,6}})(?<!ed\s)(?<!en\s)(?<!wn\s)by\s{_ABOUT}[$€£]?$",
    re.IGNORECASE,
)
"""“raised the price of bread by”; not “a rise caused by”"""
_TO = re.compile(
    r"\bto\s(?:(?:about|around|roughly|some|nearly|almost|just|only|over|under|above|below|more than|less than|at least|well|an?)\s){0,3}[$€£]?$",
    re.IGNORECASE,
)
_PART = re.compile(r"[.;:]\s|\b(?:while|but|whereas)\b")
_JOINED = re.compile(
    r"(?:/[a-z]+)?(?:\s[a-z]+)?(?:,\s|\s)(?:and|or)\s[$€£]?|(?:/[a-z]+)?,\s[$€£]?", re.IGNORECASE
)
_OR_SO = re.compile(
    r"(?:\s[a-z]+)?(?:,\s|\s\(|\s)or\s(?:(?:about|nearly|almost|some|roughly|around|just|over|under)\s)*[$€£]?",
    re.IGNORECASE,
)
_REACH, _BEFORE = 90, 40
_SIDES = frozenset(
    ("up", "down", "above", "below", "more", "higher", "less", "lower", "fewer", "short")
)
"""Beside a number these say a way only with words of their own around them: “made up 40 percent”."""


@lru_cache(maxsize=1 << 10)
def changes(text: str) -> tuple[Change, ...]:
    """Return the numbers of a text that are told as a step, or as the end of one, in their order."""
    found: list[Change] = []
    for number in find_numbers(text):
        if number.unit == "th":
            continue
        step = (
            _step_behind(text, number)
            or _step_before(text, number)
            or _joined(text, number, found)
            or _signed(text, number)
        )
        end = None if step else _end_before(text, number)
        if change := step or end:
            found.append(change)
    for match in _ONE.finditer(text.lower()):
        one = FoundNumber(*match.span("one"), Decimal(1), "")
        found.append(
            Change(one, sign(match["way"]), is_end=False, start=match.start(), end=match.end())
        )
    return tuple(sorted(found, key=lambda change: change.start))


_ONE = re.compile(r"\b(?P<one>one)\s(?P<way>more|fewer|less)\s(?:\w+\s)?than\b")
"""A one that counts: elsewhere it stands for a thing."""


def _step_behind(text: str, number: FoundNumber) -> Change | None:
    match = _COMPARED.match(text, number.end)
    if not match:
        return None
    way = 1 if match["up"] or match["above"] or match["rise"] else -1
    return Change(number, way, is_end=False, start=number.start, end=match.end())


def _step_before(text: str, number: FoundNumber) -> Change | None:
    first = max(0, number.start - _REACH)
    before = text[first : number.start]
    match = _STEPPED.search(before)
    side = match and (match["way"] or match["by"])
    word = (side or (match["word"] if match else "")).lower()
    way = sign(word) if side or word not in _SIDES else 0
    if not way and (match := _STEPPED_OF.search(before)):  # “raised the agency’s money by nearly”
        words = [word for word in match["what"].lower().split() if word not in _SIDES]
        way = next((sign(word) for word in reversed(words) if sign(word)), 0)
    if (
        not match
        or not way
        or _NEGATION.search(text[max(0, first + match.start() - _BEFORE) : first + match.start()])
    ):
        return None
    return Change(number, way, is_end=False, start=first + match.start(), end=number.end)


def _signed(text: str, number: FoundNumber) -> Change | None:
    """Read “(+3%)”."""
    is_step = text[number.start] == "+" and number.unit
    return Change(number, 1, False, number.start, number.end) if is_step else None  # noqa: FBT003


def _end_before(text: str, number: FoundNumber) -> Change | None:
    """Read “dropped from 1,433 to”: the last word of a direction before “to”, of its clause."""
    first = max(0, number.start - _REACH)
    before = _PART.split(text[first : number.start])[-1]
    to = _TO.search(before)
    if not to:
        return None
    words = [m for m in _LETTERS.finditer(before[: to.start()].lower()) if sign(m[0])]
    if not words or words[-1][0] in _SIDES or _NEGATION.search(before[: words[-1].start()]):
        return None
    start = number.start - len(before) + words[-1].start()
    return Change(number, sign(words[-1][0]), is_end=True, start=start, end=number.end)


def _joined(text: str, number: FoundNumber, found: list[Change]) -> Change | None:
    """Read the second of “rose by 10 and 5 cents”, “by $9 million, or a third”, as the first."""
    if not found or found[-1].is_end or found[-1].end > number.start:
        return None
    last = found[-1]
    between = text[last.number.end : number.start]
    is_second = last.number.unit in ("", number.unit) and _JOINED.fullmatch(between)
    if not is_second and not _OR_SO.fullmatch(between):
        return None
    return Change(number, last.way, is_end=False, start=last.start, end=number.end)


def sign(word: str) -> int:
    """Return 1 for a word that goes up, -1 for one that goes down; 0 for another."""
    way = _ways().get(word)
    return int(way is Direction.UP) - int(way is Direction.DOWN)


_FALL = re.compile(
    r"(?<=the )fall(?=\s(?:of\s)?\d{4}\b|\s(?:and|or|to)\s(?:winter|spring|summer)\b)",
    re.IGNORECASE,
)


def is_season(text: str, start: int) -> bool:
    """Tell whether the word at a place is a time of the year: “in the fall of 2023”."""
    return _FALL.match(text, start) is not None
