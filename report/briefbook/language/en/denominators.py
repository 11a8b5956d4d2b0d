"""Rates per thing: what a number is told for each of ("38 deaths per 1,000 live births", "$40 a ton").

    $900 per head · per capita income of $900 · 1.6 per 100,000 people · 38 of every 1,000 infants
    2.4 t/ha · Each container pays $12 · one in five adults

Rates per period ("40 trucks a day") are those of `rates`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache

from briefbook.frozen import dataclass
from briefbook.language.en.counted import MEASURES, are_counted_alike, counted_after
from briefbook.language.en.number_words import any_of
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.language.en.rates import is_period, slashed_unit
from briefbook.language.en.related import SAME, relatedness
from briefbook.language.en.stemmer import STOP_WORDS, Word, words_of
from briefbook.values.unit_faults import SCALES


@dataclass(frozen=True)
class Denominator:
    """What a number is told per: 1,000 live births."""

    number: FoundNumber
    """What is told for each of them."""
    count: Decimal
    """How many things together: 1 for "per head"."""
    things: tuple[Word, ...]
    """The words of the noun: live, births."""
    start: int
    end: int
    count_start: int = -1
    """Where the number stands that says how many; -1 for none."""


_LINK = re.compile(
    r"\b(?:per[\s-]|for\s(?:each|every)\s|(?:of|in|out\sof)\severy\s)"
    # “each container pays $12”, but not “they paid $12 each month”
    r"|(?:^|(?<=[.!?;:]\s)|(?<=,\s))(?:[Ee]ach|[Ee]very)\s"
)
_SCALE = re.compile(rf"(?:an?\s|one\s)?(?P<scale>{'|'.join(SCALES)})\s")
"""“per thousand live births”"""
_NO_THING = frozenset(("cent", "cents", "se", "annum", "mille", "mil", "diem"))
_MOST_WORDS = 3
_REACH = 70
"""Letters between a number and its denominator: "deaths of children under five per 1,000 births"."""
_CLAUSE_END = re.compile(r"[.!?;][\"”’)]?\s|\n")


@lru_cache(maxsize=4096)
def denominators_in(text: str) -> tuple[Denominator, ...]:
    """Return what the numbers of a text are told per, in order."""
    numbers = find_numbers(text)
    if not numbers:
        return ()
    found = [*_linked(text, numbers), *_behind_measures(text, numbers), *_shares(text, numbers)]
    return tuple(sorted(found, key=lambda each: each.start))


def _linked(text: str, numbers: tuple[FoundNumber, ...]) -> Iterator[Denominator]:
    """Yield those that a word joins: per, for each, of every."""
    for link in _LINK.finditer(text):
        count, at = _count(text, numbers, link.end())
        things = _things(text, at)
        owner = _owner(text, numbers, link.start(), things[-1].end) if things else None
        if owner:
            yield Denominator(owner, count, things, link.start(), things[-1].end, link.end())


def _count(text: str, numbers: tuple[FoundNumber, ...], at: int) -> tuple[Decimal, int]:
    """Return how many things stand at a place, and where their noun begins: 1,000 births, thousand births."""
    if scale := _SCALE.match(text, at):
        return Decimal(SCALES[scale["scale"]]), scale.end()
    for number in numbers:
        if number.start == at and not number.unit:
            return number.value, number.end + text.startswith(" ", number.end)
    return Decimal(1), at


def _things(text: str, at: int) -> tuple[Word, ...]:
    """Return the words of a noun from a place on; none where a period or no noun stands there."""
    run: list[Word] = []
    end = at
    for word in words_of(text[at : at + _REACH]):
        begin = at + word.start
        gap = text[end:begin]
        is_joined = gap in ("", " ", "-", " “", "“")
        if not is_joined or word.lower in STOP_WORDS or word.text[0].isdigit():
            break
        end_of_word = at + word.end
        run.append(Word(word.text, word.stem, begin, end_of_word, word.lower, word.is_capital))
        end = end_of_word
        if len(run) == _MOST_WORDS:
            break
    is_none = not run or is_period(run[0].lower) or any(word.lower in _NO_THING for word in run)
    return () if is_none else tuple(run)


def _counted(text: str, at: int) -> tuple[Word, ...]:
    """Return the words of a plural from a place on: “one in five children cannot read”."""
    things = _things(text, at)
    plural = counted_after(text, at - 1)
    return tuple(word for word in things if word.end <= plural.end) if plural else things


def _owner(text: str, numbers: tuple[FoundNumber, ...], start: int, end: int) -> FoundNumber | None:
    """Return the number that is told per something: the nearest before it, else the first behind it."""
    before = [n for n in numbers if n.end <= start]
    if before and _is_near(text[before[-1].end : start]):
        return before[-1]
    behind = next((n for n in numbers if n.start >= end), None)
    return behind if behind and _is_near(text[end : behind.start]) else None


def _is_near(between: str) -> bool:
    return len(between) <= _REACH and not _CLAUSE_END.search(between)


@cache
def _measure_behind() -> re.Pattern[str]:
    return re.compile(
        rf"\s(?:dollars?|cents|euros?|pounds)?\s?an?\s(?P<thing>{any_of(MEASURES)})\b"
    )


def _behind_measures(text: str, numbers: tuple[FoundNumber, ...]) -> Iterator[Denominator]:
    """Yield those of a measure right behind a number: $40 a ton, 2.4 t/ha."""
    for number in numbers:
        match = _measure_behind().match(text, number.end)
        if match and number.unit and not is_period(match["thing"]):
            things = _things(text, match.start("thing"))[:1]
            yield Denominator(number, Decimal(1), things, match.start(), match.end())
        elif symbol := slashed_unit(text, number.end):
            name, end = symbol
            yield Denominator(number, Decimal(1), words_of(name), number.end, end)


def _shares(text: str, numbers: tuple[FoundNumber, ...]) -> Iterator[Denominator]:
    """Yield the wholes of shares: one in five adults."""
    for number in numbers:
        is_ratio = number.unit == "/" and re.search(
            r"\b(?:in|out of)\b", text[number.start : number.end]
        )
        if is_ratio and (things := _counted(text, number.end + 1)):
            yield Denominator(number, Decimal(0), things, number.start, things[-1].end)


def name_the_same(some: Iterable[Word], others: Iterable[Word]) -> bool:
    """Tell whether two nouns of a few words name the same thing: a household is no person, though it is of persons."""
    return any(_is_same(one, other) for one in some for other in others)


def _is_same(one: Word, other: Word) -> bool:
    if are_counted_alike(one.stem, other.stem):
        return True
    are_measures = one.lower in MEASURES and other.lower in MEASURES
    return not are_measures and relatedness(one.stem, other.stem) >= SAME
