"""Two values that have changed places: each stands in the evidence, beside what the statement tells of the other.

    The source: two thirds of the land and three quarters of the people.
    The lie:    three quarters of the land and two thirds of the people.

Each value of a statement is compared with its own place in the evidence and with the other's. Words that stand
beside both decide nothing. The rule speaks where the crossed places fit clearly better than the own ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from briefbook.checks.addresses import masked
from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, factual_texts
from briefbook.language.en.antonyms import direction_before
from briefbook.language.en.clauses import shared
from briefbook.language.en.dates import FoundDate, find_dates
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.language.en.owners import Value, counted_instead, values_of
from briefbook.language.en.related import OF_ANY_ROLE, entry_of
from briefbook.language.en.stemmer import content_stems, stem
from briefbook.model.locations import within
from briefbook.values.dates import MONTHS, Date, long_date

_CLEARLY = 2


def check_misplaced_values(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each two values that stand beside each other's words."""
    for text in factual_texts(assertion):
        yield from _check(assertion, masked(text))
        yield from _check_counts(assertion, masked(text))


def _check_counts(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Yield a warning for what did something told of what it was done to, and for a people told as people of any country.

    The source: of 120 firms, 27 counted workers twice; 168,000 Haitians came.
    The lie:    27 workers were counted twice; 168,000 people came from four countries.
    """
    for number in find_numbers(text):
        others = () if number.unit else counted_instead(text, number, assertion.supporting)
        if counted := next(iter(others), ""):
            yield Problem(
                within(text, number.start, assertion.place),
                f"{assertion.name}: source says “{text[number.start : number.end]}” of “{counted}”, and the statement of others",
                "put each value beside what the source says it of",
                "value-misplaced", assertion.statement, Severity.WARNING,
            )  # fmt: skip


def _check(assertion: Assertion, text: str) -> Iterator[Problem]:
    told = values_of(text)
    if not told:
        return
    is_one_date = len(told) == 1 and told[0].sort == "date"  # no other one to change places with
    supporting = () if is_one_date else assertion.supporting
    said = tuple(value for words in supporting for value in values_of(words))
    for one in told:
        own = [value for value in said if value.key == one.key]
        for other in said:
            # Dates stand beside what happened at another time more often than they are exchanged for it.
            if one.sort != other.sort or one.key == other.key or one.sort == "date":
                continue
            if any(v.key == other.key for v in told):
                continue
            if len(own) == 1 and _fits_better(one, other, own[0]):
                yield _problem(assertion, text, one, other)
                return
    found = (
        _by_for_to(assertion, text)
        or _in_frame(assertion, text)
        or _at_the_other_end(assertion, text)
        or _of_another_whole(assertion, text)
        or _in_another_year(assertion, text)
        or _date_of_another(text, told, assertion.supporting)
    )
    if found:
        yield _problem(assertion, text, *found)
        return
    for one, other in combinations(told, 2):
        is_like = one.sort == other.sort and one.key != other.key and one.is_near(other)
        if is_like and _are_crossed(one, other, said):
            yield _problem(assertion, text, one, other)
            return


_CHANGE = re.compile(
    r"\b(?:r[io]s(?:e|en|ing)|rose|f[ea]ll(?:en|ing)?|gr[eo]w\w*|increas\w+|decreas\w+|declin\w+|dropp?\w*|climb\w*|reduc\w+|cut|rais\w+|lower\w*"
    r"|up|down|shr[aiu]nk|expand\w*|soar\w*|surg\w+|plung\w+|jump\w*)\s(?P<way>by|to)\s(?:\w+\s){0,2}?\W?$",
    re.IGNORECASE,
)
_LOOK_BACK = 44
_FROM_TO = re.compile(r"\bfrom\s\S+(?:\s\w+){0,5}\sto\s(?:about\s|some\s|nearly\s)?\W?$")
_FROM = re.compile(r"\bfrom\s(?:about\s|some\s|nearly\s)?\W?$")
_MORE_THAN = re.compile(
    r"(?:\s(?!(?:than|and|or|to|from|in|of|while|with|but|the|is|are|was|were)\b)[\w/%-]+){0,4}?"
    r"\s(?:(?:more|fewer|less|higher|lower|larger|smaller|dearer|cheaper|longer|shorter)\sthan|above|below)\b"
    r"(?!\s(?:an?|one|two|three|half|\d+)\b)",
    re.IGNORECASE,
)


_CHANGE_OF = re.compile(
    r"\b(?:increase|decrease|rise|fall|drop|gain|decline|reduction|jump|cut)s?\s(?:of|by)\s(?:\w+\s){0,2}?\W?$",
    re.IGNORECASE,
)
_APART = re.compile(r"\s?(?:%|per\s?cent)?\s(?:below|under|above|over)\s(?:normal|average|the)\b")
_CHANGED = re.compile(r"\b(?:rose|fell|grew|dropped|declined|gained|increased)\s(?:\w+\s)?$")
_LEVEL = re.compile(
    r"(?:\s?%|\s(?:percent|per\scent))?\sof\s(?:those|that|what|(?:the|its|their|his|her)\s(?:former|previous|earlier|prior|old|original|pre\w+))\b",
    re.IGNORECASE,
)
"""“74 percent of those of the year before” is a level"""


def _by_for_to(assertion: Assertion, text: str) -> tuple[Value, Value] | None:
    """Find “rose by 20 percent” of a source by which something rose to 20 percent, and the other way round."""
    for number in find_numbers(text):
        way = _way(text, number)
        if not way:
            continue
        ways = {
            _way(said, other)
            for said in assertion.supporting
            for other in find_numbers(said)
            if number.is_same(other) or number.is_fraction_of(other)
        }
        if ways == {"by" if way == "to" else "to"}:
            words = text[number.start : number.end]
            return _words(f"{way} {words}", number.start), _words(f"{ways.pop()} {words}")
    return None


def _way(text: str, number: FoundNumber) -> str:
    """Tell whether something changed `by` a number, or `to` it or from it; empty where neither is told."""
    start = max(0, number.start - _LOOK_BACK)
    way = None if _APART.match(text, number.end) else _CHANGE.search(text, start, number.start)
    if way:
        return "" if way[0].lower().startswith("up to") else way["way"].lower()
    is_from = _FROM.search(text, start, number.start) and direction_before(
        text[start : number.start]
    )
    if is_from or _FROM_TO.search(text, start, number.start) or _LEVEL.match(text, number.end):
        return "to"
    is_step = number.unit == "%" and _CHANGED.search(text, start, number.start)
    if is_step or _CHANGE_OF.search(text, start, number.start):
        return "by"
    return "by" if _MORE_THAN.match(text, number.end) else ""


def _words(words: str, start: int = 0) -> Value:  # known by its words alone
    return Value("", "", words, start, start + len(words), frozenset())


_END = re.compile(
    r"\b(?:(?P<last>until|till|up to|through)|(?P<first>since|starting in|as of|beginning in))\s(?:the\s|early\s|late\s)*$",
    re.IGNORECASE,
)


def _at_the_other_end(assertion: Assertion, text: str) -> tuple[Value, Value] | None:
    """Find “until 1943” of a source that has until 1947, and since 1943."""
    for found in find_dates(text):
        end = _end_before(text, found.start)
        there = [
            (other, _end_before(said, other.start), said[other.start : other.end])
            for said in assertion.supporting
            for other in find_dates(said)
        ]
        own = {side for other, side, _ in there if found.date.covers(other.date)}
        others = [
            words
            for other, side, words in there
            if side == end and not found.date.covers(other.date)
        ]
        if end and own and own == {"first" if end == "last" else "last"} and others:
            return _words(text[found.start : found.end], found.start), _words(others[0])
    return None


def _end_before(text: str, start: int) -> str:
    match = _END.search(text, max(0, start - _LOOK_BACK), start)
    return str(match.lastgroup) if match else ""


_NEXT = re.compile(
    r"\s(?:of (?:them|these|those|which|whom)\s)?(?:(?:was|were|is|are|had|have|has|been)\s){0,2}(?P<what>[a-z]{4,}(?:ed|en|ing))\b"
)
_HEAD = re.compile(r"\b(?P<what>[a-z]{4,})\sof\s(?:about\s|some\s|over\s)?$")


def _in_frame(assertion: Assertion, text: str) -> tuple[Value, Value] | None:
    """Find “22 were destroyed” of a source by which 12 were, and “a crew of 118” of a crew of 19."""
    for number in find_numbers(text):
        what = _frame(text, number)
        if not what or number.unit not in ("", "%", "/"):
            continue
        own, others = set(), []
        for said in assertion.supporting:
            for other in find_numbers(said):
                if other.unit == number.unit and number.is_same(other):
                    own.add(_frame(said, other))
                elif other.unit == number.unit and _frame(said, other) == what:
                    others.append(said[other.start : other.end])
        if own and what not in own and len(others) == 1:
            return _words(text[number.start : number.end], number.start), _words(others[0])
    return None


def _frame(text: str, number: FoundNumber) -> str:
    """Return the stem of what a number's things did, or of what it is the number of; empty for neither."""
    if match := _NEXT.match(text, number.end):
        return stem(match["what"])
    match = _HEAD.search(text, max(0, number.start - _LOOK_BACK), number.start)
    return stem(match["what"]) if match else ""


_OF = re.compile(
    r"\sof\s(?:(?:the|all|its|their|his|her|these|those|total|overall)\s)*(?P<what>(?:[\w’'.-]+\s?){1,3})"
)


def _of_another_whole(assertion: Assertion, text: str) -> tuple[Value, Value] | None:
    """Find “72 percent of residents” of a source by which 14 percent of residents live on 72 percent of the land."""
    for number in find_numbers(text):
        what = _whole(text, number)
        if not what or number.unit not in ("", "%", "/"):
            continue
        said = [(w, n) for w in assertion.supporting for n in find_numbers(w)]
        own = [_whole(w, n) for w, n in said if number.is_same(n)]
        others = [
            w[n.start : n.end]
            for w, n in said
            if n.unit == number.unit and not number.is_same(n) and what & _whole(w, n)
        ]
        if own and others and all(there and not what & there for there in own):
            return _words(text[number.start : number.end], number.start), _words(others[0])
    return None


def _whole(text: str, number: FoundNumber) -> frozenset[str]:
    """Return the stems of what a number is told of: of “14 percent of U.S. residents” the last three words."""
    match = _OF.match(text, number.end)
    return content_stems(match["what"]) if match else frozenset()


_FROM_ANOTHER = re.compile(
    r"\b(?:previous|preceding|prior|earlier|last|same|unchanged|ago|before|following|next|later|again|remain\w*|still)\b",
    re.IGNORECASE,
)


def _in_another_year(assertion: Assertion, text: str) -> tuple[Value, Value] | None:
    """Find a number that a statement tells of one date, and its evidence of another one alone: $431 in 2012 for 2015."""
    told = [(number, date) for number, date in _dated_numbers(text) if date]
    if not told:
        return None
    said = [pair for words in assertion.supporting for pair in _dated_numbers(words)]
    known = [date for _, date in said if date]
    is_relative = any(map(_FROM_ANOTHER.search, assertion.supporting))
    for number, date in told:
        there = [other for n, other in said if number.is_same(n)]
        if not there:
            continue
        if is_relative and not any(date.date.covers(d.date) for d in known):
            continue  # “the same as in the quarter before”
        others = [d for d in there if d and not _is_within(date.date, d.date)]
        if len(others) == len(there):
            return _words(text[date.start : date.end], date.start), _words(
                long_date(others[0].date)
            )
    return None


_LIMITS = re.compile(
    r"\b(?:by|until|till|before|after|since|from|to|through)\s(?:[a-z-]+\s){0,3}$", re.IGNORECASE
)
_MONTHS = frozenset(map(stem, MONTHS))


def _date_of_another(
    text: str, told: tuple[Value, ...], supporting: Sequence[str]
) -> tuple[Value, Value] | None:
    """Find a date beside the names and words of another one: “taken in 1899” of who was taken in 1901."""
    dates = [v for v in told if v.sort == "date"]
    said = (
        [v for words in supporting for v in values_of(words) if v.sort == "date"] if dates else []
    )
    for one in dates:
        if _LIMITS.search(text[max(0, one.start - _LOOK_BACK) : one.start]):
            continue  # by then, both have happened
        own = [v for v in said if v.key == one.key]
        rest = [v for v in said if not any(_have_a_year(v, t) for t in dates)]
        for other in rest if len(own) == 1 else ():
            common = own[0].beside & other.beside
            its, mine = other.beside - common - _MONTHS, own[0].beside - common
            is_named = one.beside & other.names & its and not one.beside & own[0].names & mine
            here, there = shared(one.beside, mine), shared(one.beside, its)
            if mine and is_named and here == 0 and there >= _CLEARLY:
                return one, other
    return None


def _have_a_year(one: Value, other: Value) -> bool:
    return not set(one.key.split("/")).isdisjoint(other.key.split("/"))


def _is_within(one: Date, other: Date) -> bool:
    return one.covers(other) or other.covers(one)


_PER = re.compile(r"\b(?:per|for (?:each|every)|out of)\s$")
_FEW = 12
"""Up to here a number stands for several things in every paragraph."""
_BREAK = re.compile(
    r"[.;:(]|\b(?:and|but|while|after|before|from|than|since|until|compared|against|to)\b"
)
_SENTENCE_ENDS = re.compile(r"[.;]\s")
_LABELS = re.compile(r"(?::|\s[–—-])\s[$€£]?")
"""“2021 – 58%” """
_IN = re.compile(r"\b[Ii]n (?:the |early |late |mid-?)?(?:\w+ )?$")


def _dated_numbers(text: str) -> Iterator[tuple[FoundNumber, FoundDate | None]]:
    """Yield the numbers of a text, each with the date that stands right behind it, or alone before it in its sentence."""
    dates = find_dates(text)
    numbers = [n for n in find_numbers(text) if not any(d.start <= n.start < d.end for d in dates)]
    for number in numbers if dates else ():
        if _PER.search(text, 0, number.start):
            continue  # “5 per 100,000 inhabitants in 2020”
        if number.unit or number.value > _FEW:
            yield number, _date_of(text, number, numbers, dates)


def _date_of(
    text: str, number: FoundNumber, numbers: Sequence[FoundNumber], dates: Sequence[FoundDate]
) -> FoundDate | None:
    end = min((n.start for n in numbers if n.start > number.end), default=len(text))
    labels = [date for date in dates if _LABELS.fullmatch(text, date.end, number.start)]
    if labels:
        return labels[-1]
    for date in dates:
        if number.end <= date.start <= end:
            return None if _BREAK.search(text, number.end, date.start) else date
    start = max((m.end() for m in _SENTENCE_ENDS.finditer(text, 0, number.start)), default=0)
    before = [date for date in dates if start <= date.start < number.start]
    is_first = not any(start <= n.start < number.start for n in numbers)
    behind = _SENTENCE_ENDS.split(text[number.end :])[0]
    is_only = len(before) == 1 and is_first and not find_dates(behind)
    return before[0] if is_only and _IN.search(text, start, before[0].start) else None


def _are_crossed(one: Value, other: Value, said: tuple[Value, ...]) -> bool:
    firsts = [value for value in said if value.key == one.key]
    seconds = [value for value in said if value.key == other.key]
    if len(firsts) != 1 or len(seconds) != 1:
        return False
    first, second = firsts[0], seconds[0]
    common = first.beside & second.beside | OF_ANY_ROLE
    mine, its = one.beside - other.beside, other.beside - one.beside
    a, b = first.beside - common, second.beside - common
    if not a or not b:
        return False  # the evidence tells one of the two of nothing
    own = shared(mine, a) + shared(its, b)
    crossed = shared(mine, b) + shared(its, a)
    # Of dates a single word that both tell decides nothing, unless it is a name, which no dictionary has.
    is_name = any(not entry_of(word).senses for word in (mine & b) | (its & a))
    is_open = not mine or not its or (one.sort == "date" and not is_name)
    fewest = _CLEARLY if own or is_open else 1
    return crossed - own >= fewest


def _fits_better(one: Value, other: Value, own: Value) -> bool:
    """Tell whether all that tells a value's clause stands beside another value, and nothing of it beside its own.

    A name that stands beside the other one alone tells it too, where there is more of the other clause than of its own.
    """
    if own.beside <= other.beside or not one.is_near(other):
        return False  # “met eleven times in 2018, four times in 2019”: a verb that is told once
    common = own.beside & other.beside
    here = shared(one.beside, own.beside - common)
    there = shared(one.beside, other.beside - common)
    is_named = one.beside & (other.names - common) and not one.beside & (own.names - common)
    fewest = 1 if own.names - common else _CLEARLY
    return there >= fewest + here if is_named else here == 0 and there >= _CLEARLY


def _problem(assertion: Assertion, text: str, one: Value, other: Value) -> Problem:
    return Problem(
        within(text, one.start, assertion.place),
        f"{assertion.name}: source says “{other.words}” of what the statement says “{one.words}” of",
        "put each value beside what the source says it of",
        "value-misplaced", assertion.statement, Severity.WARNING,
    )  # fmt: skip
