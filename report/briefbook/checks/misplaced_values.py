"""Two values that have changed places: each stands in the evidence, beside what the statement tells of the other.

    The source: two thirds of the land and three quarters of the people.
    The lie:    three quarters of the land and two thirds of the people.

Each value of a statement is compared with its own place in the evidence and with the other's. Words that stand
beside both decide nothing. The rule speaks where the crossed places fit clearly better than the own ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, factual_texts
from briefbook.frozen import dataclass
from briefbook.language.en.clauses import Clause, clauses_of, shared
from briefbook.language.en.dates import find_dates, find_days
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.stemmer import content_words
from briefbook.model.locations import within

_CLEARLY = 2


@dataclass(frozen=True)
class Value:
    """A value with what tells it apart and the words of its clause."""

    key: str
    sort: str
    """Values of one sort can change places."""
    words: str
    start: int
    beside: frozenset[str]


def check_misplaced_values(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each two values that stand beside each other's words."""
    for text in factual_texts(assertion):
        yield from _check(assertion, text)


def _check(assertion: Assertion, text: str) -> Iterator[Problem]:
    told = tuple(values_of(text))
    if not told:
        return
    said = tuple(value for words in assertion.supporting for value in values_of(words))
    for one in told:
        for other in said:
            # Dates stand beside what happened at another time more often than they are exchanged for it.
            if one.sort != other.sort or one.key == other.key or one.sort == "date":
                continue
            if any(v.key == other.key for v in told):
                continue
            own = [value for value in said if value.key == one.key]
            if own and _fits_better(one, other, own):
                yield _problem(assertion, text, one, other)
                return
    for one, other in combinations(told, 2):
        if one.sort == other.sort and one.key != other.key and _are_crossed(one, other, said):
            yield _problem(assertion, text, one, other)
            return


def _are_crossed(one: Value, other: Value, said: tuple[Value, ...]) -> bool:
    firsts = [value for value in said if value.key == one.key]
    seconds = [value for value in said if value.key == other.key]
    if len(firsts) != 1 or len(seconds) != 1:
        return False
    first, second = firsts[0], seconds[0]
    common = first.beside & second.beside
    mine, its = one.beside - other.beside, other.beside - one.beside
    a, b = first.beside - common, second.beside - common
    own = shared(mine, a) + shared(its, b)
    crossed = shared(mine, b) + shared(its, a)
    return crossed > own and (own == 0 or crossed - own >= _CLEARLY)


def _fits_better(one: Value, other: Value, own: list[Value]) -> bool:
    """Tell whether all that tells a value's clause stands beside another value, and nothing of it beside its own."""
    if len(own) != 1:
        return False
    common = own[0].beside & other.beside
    here = shared(one.beside, own[0].beside - common)
    there = shared(one.beside, other.beside - common)
    return here == 0 and there >= _CLEARLY


_PERCENT = re.compile(r"%|\bper\s?cent\b", re.IGNORECASE)
"""Behind a percentage, a bare number may be one: “18 percent wind, 14 water”."""


def values_of(text: str) -> Iterator[Value]:
    """Yield the numbers and dates of a text, each with the words of its clause."""
    clauses = clauses_of(text)
    for number in find_numbers(text):
        if number.unit not in ("th", "×"):
            sort = number.unit or ("%" if _PERCENT.search(text[: number.start]) else "number")
            yield _value(
                text, f"{number.value} {number.to}", sort, number.start, number.end, clauses
            )
    for found in find_dates(text):
        yield _value(text, _of_date(found.date.edtf), "date", found.start, found.end, clauses)
    for day in find_days(text):
        yield _value(text, f"{day.month}-{day.day}", "date", day.start, day.end, clauses)


def _of_date(edtf: str) -> str:
    """Return a day without its year, which a quote may leave to the words before it."""
    parts = edtf.split("-")
    is_day = len(parts) == 3 and all(map(str.isdigit, parts))  # noqa: PLR2004
    return f"{int(parts[1])}-{int(parts[2])}" if is_day else edtf


def _value(
    text: str, key: str, sort: str, start: int, end: int, clauses: tuple[Clause, ...]
) -> Value:
    """Return a value with the words of its clause; of those before it where it stands alone: “Water, with 18, …”."""
    at = next((n for n, clause in enumerate(clauses) if start < clause.end), len(clauses) - 1)
    beside: frozenset[str] = frozenset()
    for n in range(at, -1, -1):
        is_earlier = n < at and (
            _DIGIT.search(clauses[n].text)
            or _ENDS.search(text[clauses[n].end : clauses[n + 1].start])
        )
        if is_earlier:
            break
        beside |= _stems_of(clauses[n], start, end)
        if n == at and beside:
            break
    if not beside and at + 1 < len(clauses):
        beside = _stems_of(clauses[at + 1], start, end)
    return Value(key, sort, text[start:end], start, beside)


_DIGIT = re.compile(r"\d")
_ENDS = re.compile(r"[.;!?]")


def _stems_of(clause: Clause, start: int, end: int) -> frozenset[str]:
    """Return what a clause tells without a value's own words."""
    return frozenset(
        word.stem
        for word in content_words(clause.text)
        if not start <= clause.start + word.start < end and word.lower not in _MEASURING
    )


_MEASURING = frozenset("percent cent million billion trillion thousand dollars".split())


def _problem(assertion: Assertion, text: str, one: Value, other: Value) -> Problem:
    return Problem(
        within(text, one.start, assertion.place),
        f"{assertion.name}: source says “{other.words}” of what the statement says “{one.words}” of",
        "put each value beside what the source says it of",
        "value-misplaced", assertion.statement, Severity.WARNING,
    )  # fmt: skip
