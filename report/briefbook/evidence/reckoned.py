"""Whether a number may have been worked out of quoted ones in a way that no rule of the derivations knows.

The derivations say what follows; here it is only asked whether one step of arithmetic over the quoted figures comes
to the number at all, where the statement has words of reckoning. Such a number is not certain to be false: who is
told of it is warned, and not refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, permutations, product

from briefbook.evidence.bases import (
    change_told,
    held_part,
    is_later,
    is_of_other_time,
    is_over_time,
    is_step,
    step_side,
)
from briefbook.evidence.readings import Evidence
from briefbook.evidence.spans import Point
from briefbook.language.en.numbers import FoundNumber, find_numbers

_RECKONS = re.compile(
    r"\b(?:more|less|fewer|higher|lower|larger|smaller|longer|shorter|than|by|total\w*|together|altogether|in all|all told|combined|both|"
    r"averag\w+|mean|each|every|per|a (?:day|week|month|year|head)|apiece|shares?|part|rest|remain\w*|others?|another|further|additional|"
    r"accounts? for|ma[dk]es? up|come[s]? to|came to|amount\w*|gap|difference|margin|majority|lead|by how much|times|twice|half|"
    r"thirds?|quarters?|fifths?|percent|per cent|points?|over|within|earlier|before|previous\w*|since|left|gone|lost|added|up|down|"
    r"rose|risen|rise|fell|fallen|fall|grew|grown|increas\w+|decreas\w+|declin\w+|dropp?\w*|shr[aiu]nk|shortened|gained|would)\b|%",
    re.IGNORECASE,
)
_SHARES = ("%", "/", "×", "pp")
_NEAR, _ABOUT, _BESIDE = Decimal("0.006"), Decimal("0.03"), Decimal("0.1")
_POINT = Decimal("0.006")
_WELL_BESIDE = {"-": Decimal("0.45"), "+": Decimal("0.2")}
"""How far fractions such as “well under half” and “over a quarter” reach, as a part of what they name."""
_HUNDRED = 100
_MOST = 12
"""Figures that are tried: of many, some two make any other."""


def may_be_reckoned(number: FoundNumber, text: str, evidence: Evidence) -> bool:
    """Tell whether one step of arithmetic over the quoted figures comes to a number, and the text has words of reckoning."""
    figures = tuple(dict.fromkeys(evidence.plain_numbers))
    if number.unit == "th" or number.to is not None or len(figures) > _MOST:
        return False
    rest = text[: number.start] + text[number.end :]
    if not (number.unit in _SHARES or _RECKONS.search(rest)):
        return False
    if _is_a_slip(number, text, evidence):
        return False
    # “at least 128” of at least 97 and 31; “more than 100” of exactly 100 is none
    is_open = bool(_AT_MOST.search(text[: number.start])) or any(n.bound for n in figures)
    if number.unit in _SHARES:
        share = number.value / _HUNDRED if number.unit in ("%", "pp") else number.value
        shares = _shares(number, figures, text, rest, evidence)
        return any(_is_share(number, share, found, is_open=is_open) for found in shares)
    amounts = _amounts(number, figures, rest, evidence)
    return any(_says(number, found, is_open=is_open) for found in amounts)


def _is_a_slip(number: FoundNumber, text: str, evidence: Evidence) -> bool:
    """Tell whether a number in figures is a quoted one but for a digit: 63 of 36 is none, 37 is."""
    mine = _digits(text[number.start : number.end])
    return len(mine) > 1 and any(
        len(its) == len(mine) and sum(a != b for a, b in zip(mine, its, strict=True)) == 1
        for said_in, said in evidence.numbers
        if said.unit == number.unit
        for its in (_digits(said_in[said.start : said.end]),)
        if number.bound == said.bound  # “around 4.4 billion” of exactly 4.9 is no slip
    )


def _digits(words: str) -> str:
    return "".join(filter(str.isdigit, words))


def _is_share(number: FoundNumber, share: Decimal, found: Decimal, *, is_open: bool) -> bool:
    if number.bound in ("+", "-"):
        wide = share * _WELL_BESIDE[number.bound] if number.unit == "/" else Decimal(0)
        reach = max(_BESIDE * found, _POINT, wide)
        return _is_on_its_side(number, found - share, is_open=is_open) and (
            abs(share - found) <= reach
        )
    return abs(share - found) <= max(_POINT, found * (_ABOUT if number.bound else _NEAR))


def _says(number: FoundNumber, found: Decimal, *, is_open: bool) -> bool:
    if found <= 0:
        return False
    apart = number.value / found - 1
    if number.bound in ("+", "-"):
        return abs(apart) <= _BESIDE and _is_on_its_side(number, -apart, is_open=is_open)
    is_rounded = abs(number.value - found) <= number.precision / 2 and abs(apart) <= _ABOUT
    return is_rounded or abs(apart) <= (_ABOUT if number.bound else _NEAR)


def _is_on_its_side(number: FoundNumber, more: Decimal, *, is_open: bool) -> bool:
    """Tell whether what was found is more, or less, as a number's bound says; `is_open` lets it be the same."""
    return (is_open and not more) or (more > 0 if number.bound == "+" else more < 0)


_AT_MOST = re.compile(
    r"\b(?:at (?:least|most)|(?:no|not) (?:more|less|fewer) than|up to)\s\W?$", re.IGNORECASE
)


def _shares(
    number: FoundNumber,
    figures: tuple[FoundNumber, ...],
    whole: str,
    text: str,
    evidence: Evidence,
) -> Iterator[Decimal]:
    """Yield the shares and multiples that two figures make, those that shares make of each other, and what falls to each.

    Each only where the text has words of its kind: what is left of the whole, a change, a difference.
    """
    has_change = _CHANGES.search(_OR_MORE.sub(" ", text)) is not None
    plain = [n for n in figures if n.unit not in _SHARES and n.value]
    told = change_told(number, whole)
    way = told.way if told else 0
    for one, other in permutations(plain, 2):
        if one.unit == other.unit and not is_of_other_time(number, whole, one, other, evidence):
            held = held_part(number, whole, one, other, evidence)
            yield from _of_two(one, other, held, evidence, way, has_change=has_change)
    parts = [p for n in figures if (p := _part(n)) is not None]
    among = _counts(figures) if _FOR_EACH.search(text) else []
    among += _times(evidence) if _A_YEAR.search(text) else []
    has_rest = _RESTS.search(text) is not None
    for part in parts:
        yield 1 + part
        if has_rest or part == _HALF:
            yield 1 - part
        yield from (part / each for each in among)
    if any(n.unit == "pp" for n in figures) or has_change:
        yield from (abs(one - other) for one, other in combinations(parts, 2))
    if number.unit != "pp" or all(any(map(way.search, evidence.texts)) for way in _BOTH_WAYS):
        yield from (sum(some, Decimal(0)) for n in _SUMMED for some in combinations(parts, n))
    yield from _of_each_other(parts, text, way, has_change=has_change)


def _of_two(
    one: FoundNumber,
    other: FoundNumber,
    held: Decimal | None,
    evidence: Evidence,
    way: int,
    *,
    has_change: bool,
) -> Iterator[Decimal]:
    """Yield the shares and multiples that two figures make; only what is held where the words say which is the base."""
    if held is None:
        yield one.value / other.value
        yield one.value / (one.value + other.value)
        if has_change:
            yield abs(one.value - other.value) / other.value
        return
    if held > 0:
        yield held
    if one.value < other.value and (side := step_side(other, one, evidence)):
        # 86 less than before, now 343: a fifth of what was before, a quarter of what is now
        yield one.value / (
            (other.value + side * one.value) if (way > 0) is (side < 0) else other.value
        )
    elif is_step(one, evidence) and one.value < other.value:
        yield one.value / (other.value + one.value)
        yield one.value / (other.value - one.value)


def _of_each_other(
    parts: list[Decimal], text: str, way: int, *, has_change: bool
) -> Iterator[Decimal]:
    """Yield the products of shares, and what part one is of another or changed by."""
    for one, other in permutations(parts, 2):
        yield one * other
        if other and _OF_THOSE.search(text):
            yield one / other
        if other and has_change and (not way or (one > other) is (way > 0)):
            yield abs(one - other) / other


_HALF = Decimal("0.5")
_SUMMED = (2, 3, 4)
_BOTH_WAYS = tuple(
    re.compile(rf"\b(?:{way})\b", re.IGNORECASE)
    for way in (
        r"rose|grew|gained|increase[sd]?|added|up",
        r"fell|fall|lost|shrank|decrease[sd]?|declined?|drop(?:ped)?|down|less|fewer|lower",
    )
)
"""Six points lie between a fall by 1.4 percent and a rise by 4.6."""
_RESTS = re.compile(
    r"\b(?:not?|never|none|nobody|nor|neither|without|others?|rest|remain\w*|left|outside|except|apart|all but|failed|lack\w*|"
    r"miss\w*|refus\w+|reject\w*|oppos\w+|un(?!til|der|ion|ite|iv)\w+)\b|n[’']t\b",
    re.IGNORECASE,
)
"""A part that is told of what the quotes leave of a whole: “three in five were not treated” of 40 percent who were."""
_CHANGES = re.compile(
    r"\b(?:more|less|fewer|higher|lower|larger|smaller|longer|shorter|faster|slower|ahead|behind|than|points?|difference|gap|margin|lead|"
    r"beat|up|down|above|below|over|under|short of|rose|risen|rise|fell|fallen|fall|grew|grow\w*|gain\w*|lost|los[est]+|cut\w*|"
    r"increas\w+|decreas\w+|declin\w+|dropp?\w*|shr[aiu]nk|chang\w+|reduc\w+|add\w*|swing|widen\w*|narrow\w*)\b",
    re.IGNORECASE,
)
_OR_MORE = re.compile(r"\b(?:or|and) (?:more|less|fewer|above|below|over|up)\b", re.IGNORECASE)
"""“three fifths of the seats or more” is no change."""
_OF_THOSE = re.compile(
    r"\bof (?:those|them|these|that|which|whom|the(?:se|m)?)\b|\b(?:as|so) \w+ as\b|\btimes\b|\bcompared\b",
    re.IGNORECASE,
)
_FOR_EACH = re.compile(r"\b(?:each|per|apiece|averag\w+|mean)\b", re.IGNORECASE)
_A_YEAR = re.compile(r"\b(?:an?|each|per|every)\s(?:year|month|week|day)\b|\bannual", re.IGNORECASE)
_IN_ALL = re.compile(
    r"\b(?:total\w*|together|altogether|in all|all told|combined|over the|add\w* up|amount\w*|c[oa]mes? to)\b",
    re.IGNORECASE,
)
_MOST_COUNTED = 60


def is_no_multiple(number: FoundNumber, text: str, evidence: Evidence) -> bool:
    """Tell whether a multiple is none of two quoted amounts, though there are two, and none that a quoted percentage makes.

    “Tripled” of 16 and 32, “twice the average” of 45 percent more than that.
    """
    if number.unit != "×" or not number.value:
        return False
    own = [n for n in find_numbers(text) if n.start != number.start]
    figures = tuple(dict.fromkeys((*evidence.plain_numbers, *own)))
    amounts = [n for n in figures if n.unit not in ("", *_SHARES, "th") or n.value > _MOST]
    parts = [p for n in figures if (p := _part(n)) is not None]
    made = [
        one.value / other.value
        for one, other in permutations([n for n in figures if n.unit not in _SHARES], 2)
        if one.unit == other.unit and other.value
        if not _is_of_other_way(number, text, one, other, evidence)
    ]
    made += [1 + part for part in parts]
    if any(map(_BOTH_WAYS[1].search, evidence.texts)):  # a fall by half is twice as much before
        made += [1 - part for part in parts if part < 1]
    made += [one / other for one, other in permutations(parts, 2) if other]
    is_held = len(amounts) > 1 or any(n.unit == "%" for n in figures)
    return is_held and not any(made_of and _is_like_multiple(number, made_of) for made_of in made)


def _is_of_other_way(
    number: FoundNumber, text: str, one: FoundNumber, other: FoundNumber, evidence: Evidence
) -> bool:
    """Tell whether two figures of a series make no multiple over time: a fall to a quarter is no “quadrupled”."""
    if is_of_other_time(number, text, one, other, evidence):
        return True
    is_known = is_over_time(number, text) and is_later(one, other, evidence) is not None
    return is_known and (one.value > other.value) is not (number.value > 1)


def _is_like_multiple(number: FoundNumber, found: Decimal) -> bool:
    """Tell whether a multiple is as near to what was found as multiples are said; “more than” of any larger one."""
    found = max(found, 1 / found)  # “half as many”: twice the other way
    value = max(number.value, 1 / number.value)
    if number.bound == "+":
        return value * (1 - _BESIDE) <= found
    if number.bound == "-":
        return found <= value * (1 + _BESIDE)
    return abs(value - found) <= value * _BESIDE * 2


def _counts(figures: tuple[FoundNumber, ...]) -> list[Decimal]:
    """Return the small counts, over which something may be shared out."""
    return [n.value for n in figures if not n.unit and 1 < n.value <= _MOST_COUNTED]


def _times(evidence: Evidence) -> list[Decimal]:
    """Return the quoted lengths of time, and the years between the quoted ones."""
    years = sorted(set(evidence.years))
    times = [told.value for _, told in evidence.durations if told.value > 1]
    spans = [b - a for a, b in combinations(years, 2)]
    spans += [years[-1] - years[0] + 1] if len(years) > 1 else []  # “in 2022 and 2023”
    return [*times, *map(Decimal, spans)]


def _spans(evidence: Evidence) -> Iterator[Decimal]:
    """Yield how many days and months lie between the quoted dates, with and without the last: 12 days of “1 to 12 March”."""
    known = (*evidence.dates, *evidence.days)
    ends = {day for date in known for day in (date.first, date.last)}
    months = {12 * day.year + day.month for day in ends}
    days = {day for date in known for point in Point.of(date) for day in (point.first, point.last)}
    for one, other in (*combinations(sorted(months), 2), *combinations(sorted(days), 2)):
        yield from (Decimal(n) for n in (other - one, other - one + 1) if 1 < n <= _LONGEST)


_LONGEST = 100
_EACH = re.compile(r"\b(?:each|apiece|both|every one)\b", re.IGNORECASE)
_FEW = 4


def _sums_of_several_each(like: list[Decimal]) -> Iterator[Decimal]:
    """Yield what all amounts come to where some are told of two or three each: “France and Italy 175,000 each”."""
    if 1 < len(like) <= _FEW:
        for counts in product((1, 2, 3), repeat=len(like)):
            yield sum((n * value for n, value in zip(counts, like, strict=True)), Decimal(0))


def _part(number: FoundNumber) -> Decimal | None:
    if number.unit in ("%", "pp"):
        return number.value / _HUNDRED
    return number.value if number.unit == "/" else None


def _amounts(
    number: FoundNumber, figures: tuple[FoundNumber, ...], text: str, evidence: Evidence
) -> Iterator[Decimal]:
    """Yield the amounts of a number's unit that two or three figures make, or one with a share or a length of time."""
    like = [n.value for n in figures if n.unit == number.unit]
    shares = [(p, _way_told(n, evidence)) for n in figures if (p := _part(n)) is not None and p > 0]
    times = []
    if number.per or _A_YEAR.search(text) or _FOR_EACH.search(text) or _IN_ALL.search(text):
        times += _times(evidence)
    if number.per or _A_YEAR.search(text):
        times += dict.fromkeys(_spans(evidence))
    if _FOR_EACH.search(text):
        times += _counts(figures)
    differences = [abs(one - other) for one, other in combinations(like, 2)]
    yield from differences
    yield from (one + other for one, other in combinations(like, 2))
    yield from (sum(three, Decimal(0)) for three in combinations(like, 3))
    yield from (abs(max(three) * 2 - sum(three, Decimal(0))) for three in combinations(like, 3))
    if any(map(_EACH.search, evidence.texts)):
        yield from _sums_of_several_each(like)
    for value in (*like, *differences):
        yield from (value * each for each in times)
        yield from (value / each for each in times)
        for part, way in shares:
            yield from (value * part, value / part)
            if way >= 0:
                yield from (value * (1 + part), value / (1 + part))
            if way <= 0 and part < 1:
                yield from (value * (1 - part), value / (1 - part))


def _way_told(number: FoundNumber, evidence: Evidence) -> int:
    """Return 1 where the evidence tells a share as a rise, -1 as a fall; 0 as none of both."""
    told = (change_told(one, said) for said, one in evidence.numbers if one == number)
    return next((change.way for change in told if change), 0)
