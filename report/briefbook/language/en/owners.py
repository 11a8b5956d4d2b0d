"""Whose a value is: the words that stand nearer to it than to any other value of its sort.

A clause with several values is cut between them, at the last “to”, “and” or comma before each. What stands before
“to” and “from” is told of both ends: of “the price rose two cents to $3.04” both are the price's. Where a text says
“respectively”, the first value is the first name's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from briefbook.frozen import dataclass
from briefbook.language.en.clauses import Clause, clauses_of, sentence_bounds
from briefbook.language.en.common_words import is_common
from briefbook.language.en.counted import noun_behind
from briefbook.language.en.dates import find_dates, find_days
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.language.en.stemmer import STOP_WORDS, Word, content_stems, words_of


@dataclass(frozen=True)
class Value:
    """A value with what tells it apart and the words of its part of a clause."""

    key: str
    sort: str
    """Values of one sort can change places."""
    words: str
    start: int
    end: int
    beside: frozenset[str]
    """The stems of the words beside it, and the dates of a number."""
    names: frozenset[str] = frozenset()
    """Those of them that are of names, and the dates."""

    @property
    def number(self) -> Decimal | None:
        """The number itself; None of a date or a range."""
        value, _, to = self.key.partition(" ")
        return None if to or self.sort == _DATE else Decimal(value)

    def is_near(self, other: Value) -> bool:
        """Tell whether it may be taken for the other one: four of something are no 310,000."""
        both = self.number, other.number
        if self.sort != "number" or None in both or 0 in both:
            return True
        small, large = sorted(abs(number) for number in both if number is not None)
        return large <= small * _FAR


_FAR = 1000


class _Found(NamedTuple):
    """A value before its words are known."""

    key: str
    sort: str
    start: int
    end: int


_PERCENT = re.compile(r"%|\bper\s?cent\b", re.IGNORECASE)
"""Behind a percentage, a bare number may be one: “18 percent wind, 14 water”."""
_DATE = "date"


_MOST = 300
"""Values of a text up to which each is asked for its own words; more are a table."""


@lru_cache(maxsize=4096)
def values_of(text: str) -> tuple[Value, ...]:
    """Return the numbers and dates of a text, each with the words that are its own."""
    found = (*_numbers(text), *_dates(text))[:_MOST]
    shared_out = _shared_out(text, found) if found and "respectively" in text else {}
    return tuple(shared_out.get(one) or _with_words(text, one, found) for one in found)


def told_between(text: str, start: int, end: int) -> frozenset[str]:
    """Return the stems and dates that a stretch of a text tells, as those beside a value are told."""
    found = (*_numbers(text), *_dates(text))
    return _words(text, [(start, end)], _NOWHERE, found)[0]


_NOWHERE = _Found("", "number", -1, -1)


_VAGUE = re.compile(r"(?:ten|dozen|score|hundred|thousand|million|billion)s\b", re.IGNORECASE)
"""“Thousands” stand for no one value that another could be told for."""


_ADJECTIVE = re.compile(r"-(?:year|month|week|day|hour)s?\s[a-z]")
"""“four-year schools” are as many as they are"""


_WHOLE = 100
_AGED = re.compile(r"\b(?:aged?|ages|over|under|than)\s$")
_OF_TIME = re.compile(r"[\s-](?:year|month|week|day|hour|decade)s?\b")
"""“71 percent of residents aged 16 and over”"""
_PER = re.compile(r"\b(?:per|for (?:each|every)|out of)\s(?:every\s)?$")
_LONGEST_PER = len("for every every ")


def _is_per(text: str, start: int) -> bool:
    """Tell whether a number is what others are told per: the 1,000 of “3 per 1,000 people”."""
    return _PER.search(text[max(0, start - _LONGEST_PER) : start]) is not None


def _numbers(text: str) -> Iterator[_Found]:
    percent = _PERCENT.search(text)
    for number in find_numbers(text):
        is_vague = _VAGUE.search(text, number.start, number.end)
        is_no_value = is_vague or _ADJECTIVE.match(text, number.end) or _is_per(text, number.start)
        if number.unit not in ("th", "×") and not is_no_value:
            is_behind = percent is not None and percent.start() < number.start
            is_else = _AGED.search(text, 0, number.start) or _OF_TIME.match(text, number.end)
            is_percent = is_behind and number.value <= _WHOLE and not is_else
            sort = number.unit or ("%" if is_percent else "number")
            to = "" if number.to is None else f"{number.to.normalize():f}"
            yield _Found(f"{number.value.normalize():f} {to}", sort, number.start, number.end)


def _dates(text: str) -> Iterator[_Found]:
    for found in find_dates(text):
        yield _Found(_of_date(found.date.edtf), _DATE, found.start, found.end)
    for day in find_days(text):
        yield _Found(f"{day.month}-{day.day}", _DATE, day.start, day.end)


def _of_date(edtf: str) -> str:
    """Return a day without its year, which a quote may leave to the words before it."""
    parts = edtf.split("-")
    is_day = len(parts) == 3 and all(map(str.isdigit, parts))  # noqa: PLR2004
    return f"{int(parts[1])}-{int(parts[2])}" if is_day else edtf


_BREAK = re.compile(
    r"\b(?:in addition to|on top of|compared (?:with|to)|(?P<both>from|to|by)|than|versus|against|plus|while|and|or|but)\b|"
    r"[,;:(]|[—–]",
    re.IGNORECASE,
)


def _bounds(
    text: str, one: _Found, clause: Clause, found: Sequence[_Found]
) -> list[tuple[int, int]]:
    """Return the stretches of a clause that are told of a value, and of no other one of its sort."""
    if one.sort == _DATE:
        return [(clause.start, clause.end)]
    same = [v for v in found if v.sort == one.sort and clause.start <= v.start < clause.end]
    before = [v for v in same if v.start < one.start and not _is_part_of(text, v, one)]
    behind = [v for v in same if v.start > one.start and not _is_part_of(text, one, v)]
    low, high, head = clause.start, clause.end, []
    if before:
        cut = _last_break(text, before[-1].end, one.start)
        low = cut.start() if cut else _behind_noun(text, before[-1], one.start)
        if cut and cut["both"]:
            head = [(clause.start, before[0].start)]
    if behind:
        cut = _last_break(text, one.end, behind[0].start)
        high = cut.start() if cut else _behind_noun(text, one, behind[0].start)
    return [*head, (low, high)]


_NOUN = re.compile(r"(?:\s[a-z-]+){0,2}?\s[a-z]{3,}s\b(?<!ss)")


def _behind_noun(text: str, one: _Found, end: int) -> int:
    """Return where what a value counts ends, before the next one: of “the four towns would reach 3 million” behind “towns”."""
    match = _NOUN.match(text, one.end, end)
    return match.end() if match else one.end


_OF = re.compile(
    r"\sof\s(?:(?:the|its|their|these|those|all|some|about|previous|preceding|following|last|past|next|first|other)\s)*"
)


def _is_part_of(text: str, one: _Found, other: _Found) -> bool:
    """Tell whether a number is told as part of the next one: of “14 of 22 doors” both are doors."""
    return _OF.fullmatch(text, one.end, other.start) is not None


_LABEL = re.compile(r"(?:^|[:;,.(—–]\s?)(?P<label>[^:;,.()—–]{1,40})(?::|\s[–—])\s\W?$")
_ANOTHER_LABEL = re.compile(r"[^;,.(]{0,80}(?=[;,.(])(?=[^):]{0,80}(?::|\s[–—]\s))|[^;,.]{0,80}")


def _labelled(text: str, one: _Found) -> list[tuple[int, int]]:
    """Return the label before a value in a cell, and what stands behind it up to another one: “2022: 655 (2019: 812)”."""
    label = _LABEL.search(text, max(0, one.start - _CLOSE), one.start)
    behind = _ANOTHER_LABEL.match(text, one.end)
    return [label.span("label"), behind.span()] if label and behind and one.sort != _DATE else []


def _last_break(text: str, start: int, end: int) -> re.Match[str] | None:
    return next(reversed([*_BREAK.finditer(text, start, end)]), None)


def _with_words(text: str, one: _Found, found: Sequence[_Found]) -> Value:
    """Return a value with its words; with those before it where it stands alone: “Water, with 18, …”."""
    clauses = clauses_of(text)
    at = next((n for n, c in enumerate(clauses) if one.start < c.end), len(clauses) - 1)
    spans = _labelled(text, one) or _bounds(text, one, clauses[at], found)
    beside, names = _words(text, spans, one, found)
    is_part = _OF_WHICH.search(text, max(0, one.start - _CLOSE), one.start)
    is_alone = not beside - _TIMES or is_part or _OF_THEM.match(text, one.end)
    is_whole_due = is_part is not None
    for n in range(at - 1, -1, -1) if is_alone else ():
        is_other = _DIGIT.search(clauses[n].text) is not None
        if is_other and n == at - 1 and clauses[at].text.startswith("from "):
            # “cut aid in 2023, from $40 to $30”
            is_other = any(
                v.sort == one.sort and clauses[n].start <= v.start < clauses[n].end for v in found
            )
        if is_other and is_whole_due:
            is_other = is_whole_due = False
        if is_other or _ENDS.search(text[clauses[n].end : clauses[n + 1].start]):
            break
        more = _words(text, [(clauses[n].start, clauses[n].end)], one, found)
        beside, names = beside | more[0], names | more[1]
    if not beside and at + 1 < len(clauses):
        span = clauses[at + 1].start, clauses[at + 1].end
        beside, names = _words(text, [span], one, found)
    return Value(one.key, one.sort, text[one.start : one.end], one.start, one.end, beside, names)


_TIMES = frozenset("day week month year decade".split())
_OF_WHICH = re.compile(r"\bof (?:which|whom),?\s(?:[a-z]+\s)?\W?$")
_OF_THEM = re.compile(r"\sof (?:them|whom|which|these|those)\b")
_DIGIT = re.compile(r"\d")
_ENDS = re.compile(r"[.;!?]")
_MEASURING = frozenset(
    "percent cent million billion trillion thousand dollars respectively".split()
)
_AGO = re.compile(
    r"\b(?:last|previous|prior|preceding|past)\s(?P<before>day|week|month|quarter|year)\b|"
    r"\b(?P<ago>day|week|month|quarter|year)\s(?:ago|before|earlier)\b",
    re.IGNORECASE,
)
"""What a change is told from: “a week before”, “from the previous week”."""


def _words(
    text: str, spans: Sequence[tuple[int, int]], one: _Found, found: Sequence[_Found]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return what some stretches tell without a value's own words: all of it, and the names among it."""
    there = [
        (base, is_name)
        for low, high in spans
        for start, base, is_name in _between(text, low, high)
        if not one.start <= start < one.end
    ]
    beside = {base for base, _ in there}
    names = {base for base, is_name in there if is_name}
    if one.sort != _DATE:
        dates = {
            v.key for v in found if v.sort == _DATE and any(a <= v.start < b for a, b in spans)
        }
        dates |= {
            f"ago {(match['before'] or match['ago']).lower()}"
            for low, high in spans
            for match in _AGO.finditer(text, low, high + len(" earlier"))
            if match.start() < high
        }
        beside, names = beside | dates, names | dates
    return frozenset(beside), frozenset(names)


@lru_cache(maxsize=1024)
def _content(text: str) -> tuple[tuple[int, str, bool], ...]:
    """Return where each word that bears content begins, its stem, and whether it is of a name."""
    return tuple(
        (word.start, word.stem, word.is_capital and _is_of_a_name(text, word))
        for word in words_of(text)
        if _bears_content(word)
    )


def _between(text: str, low: int, high: int) -> tuple[tuple[int, str, bool], ...]:
    content = _content(text)
    return content[bisect_left(content, (low,)) : bisect_left(content, (high,))]


def _bears_content(word: Word) -> bool:
    low = word.lower
    if len(low) <= 2:  # noqa: PLR2004
        return len(low) == 2 and word.text.isupper()  # noqa: PLR2004  EU, UN, US
    return low not in STOP_WORDS and low not in _MEASURING and not low[0].isdigit()


def _is_of_a_name(text: str, word: Word) -> bool:
    begins = word.start < 2 or text[word.start - 2] in ".:;!?“"  # noqa: PLR2004
    return not (begins and is_common(word.text))


# “Tarn and Lissa grew by 3 and 5 percent, respectively”

_RESPECTIVELY = re.compile(r"\brespectively\b")
_RUN = r"(?:[A-Z][\w’.&/-]*(?:\s\(?[A-Z][\w’.&/-]*\)?)*)"
_PAIRS = (
    re.compile(rf"(?P<items>{_RUN}(?:,\s(?:the\s)?{_RUN})*,?\sand\s(?:the\s)?{_RUN})"),
    re.compile(r"(?P<items>[\w’-]+(?:,\s(?:the\s)?[\w’-]+)*,?\sand\s(?:the\s)?[\w’-]+)"),
)
_JOINT = re.compile(r",?\sand\s(?:the\s)?|,\s(?:the\s)?")
_AND_NEXT = re.compile(r"[^,;.]*(?:,?\sand|,)\s(?:(?:about|some|nearly|over|by|to|at|in|the)\s)*")
_CLOSE, _FAR_BACK = 40, 300
"""Characters between two values that are told together, and back to their names."""


def _shared_out(text: str, found: Sequence[_Found]) -> dict[_Found, Value]:
    """Return the values that a text shares out among several names, each with its own."""
    told = {}
    for match in _RESPECTIVELY.finditer(text):
        start, _ = sentence_bounds(text, match.start(), match.end())
        there = [one for one in found if start <= one.start < match.start()]
        row = _row(text, there)
        items = _items(text, start, row[0].start, len(row)) or (
            _items(text, row[-1].end, match.start(), len(row)) if row else []
        )
        for one, item in zip(row, items, strict=False):
            beside, names = _words(text, [item], one, found)
            told[one] = Value(
                one.key, one.sort, text[one.start : one.end], one.start, one.end, beside, names
            )
    return told


def _row(text: str, there: Sequence[_Found]) -> list[_Found]:
    """Return the last values of one sort that stand close together, joined by commas and “and”."""
    row: list[_Found] = []
    for one in sorted(there, key=lambda one: -one.start):
        is_next = not row or (
            one.sort in (row[0].sort, "number")
            and row[0].start - one.end < _CLOSE
            and _AND_NEXT.fullmatch(text, one.end, row[0].start)
        )
        if not is_next:
            break
        row.insert(0, one)
    return row


def _items(text: str, start: int, end: int, count: int) -> list[tuple[int, int]]:
    """Return where the last row of so many names stands in a stretch of a text."""
    for pattern in _PAIRS:
        for match in reversed([*pattern.finditer(text, max(start, end - _FAR_BACK), end)]):
            cuts = [
                match.start(),
                *(
                    at
                    for j in _JOINT.finditer(match[0])
                    for at in (match.start() + j.start(), match.start() + j.end())
                ),
                match.end(),
            ]
            items = [*zip(cuts[::2], cuts[1::2], strict=True)]
            if len(items) == count > 1:
                return items
    return []


_DID = re.compile(r"\s(?:had|have|has|did|could|would|[a-z]{3,}ed)\s(?P<rest>[^.;]{3,120})")
_A_PEOPLE = re.compile(r"\s(?P<people>[A-Z][a-z]+(?:ans|ians|ese|is))\b")
_OF_PEOPLE = 4
_ANYBODY = re.compile(r"\s(?:people|persons|inhabitants|residents)\s(?:from|of|in|across)\b")
_OF_A_PEOPLE = 4


def counted_instead(text: str, number: FoundNumber, said_in: Sequence[str]) -> Iterator[str]:
    """Yield who some passages count by a number, where a text counts what they did something to, or people of any country."""
    for said in said_in:
        for before, other in pairwise((None, *find_numbers(said))):
            if other is None or (other.value, other.to, other.unit) != (
                number.value,
                number.to,
                "",
            ):
                continue
            people = _A_PEOPLE.match(said, other.end)
            is_anybody = people is not None and _ANYBODY.match(text, number.end)
            if people and is_anybody and people["people"][:_OF_PEOPLE] not in text:
                yield people["people"]
            verb = _DID.match(said, other.end) if before else None
            owner = noun_behind(said, before.end) if before and verb else ""
            told = noun_behind(text, number.end) if owner else ""
            if verb and told and told in content_stems(verb["rest"]) - {owner}:
                yield next(word.text for word in words_of(said) if word.stem == owner)
