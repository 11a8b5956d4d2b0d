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

from briefbook.evidence.readings import Evidence
from briefbook.language.en.numbers import FoundNumber

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
_HUNDRED = 100
_MOST = 12
"""Figures that are tried: of many, some two make any other."""


def may_be_reckoned(number: FoundNumber, text: str, evidence: Evidence) -> bool:
    """Tell whether one step of arithmetic over the quoted figures comes to a number, and the text has words of reckoning."""
    figures = tuple(dict.fromkeys(evidence.plain_numbers))
    if number.unit == "th" or number.to is not None or len(figures) > _MOST:
        return False
    if _is_a_slip(number, text, evidence):
        return False
    rest = text[: number.start] + text[number.end :]
    if not (number.unit in _SHARES or _RECKONS.search(rest)):
        return False
    if number.unit in _SHARES:
        share = number.value / _HUNDRED if number.unit in ("%", "pp") else number.value
        return any(_is_share(number, share, found) for found in _shares(figures))
    return any(_says(number, found) for found in _amounts(number, figures, evidence))


def _is_a_slip(number: FoundNumber, text: str, evidence: Evidence) -> bool:
    """Tell whether a number in figures is a quoted one but for a digit: 63 of 36 is none, 37 is."""
    mine = _digits(text[number.start : number.end])
    return bool(mine) and any(
        len(its) == len(mine) and sum(a != b for a, b in zip(mine, its, strict=True)) == 1
        for said_in, said in evidence.numbers
        if said.unit == number.unit
        for its in (_digits(said_in[said.start : said.end]),)
    )


def _digits(words: str) -> str:
    return "".join(filter(str.isdigit, words))


def _is_share(number: FoundNumber, share: Decimal, found: Decimal) -> bool:
    if number.bound in ("+", "-"):
        return abs(share - found) <= max(_BESIDE * found, _POINT) and (found > share) is (
            number.bound == "+"
        )
    return abs(share - found) <= max(_POINT, found * (_ABOUT if number.bound else _NEAR))


def _says(number: FoundNumber, found: Decimal) -> bool:
    if found <= 0:
        return False
    apart = number.value / found - 1
    if number.bound in ("+", "-"):
        return abs(apart) <= _BESIDE and (apart < 0) is (number.bound == "+")
    is_rounded = abs(number.value - found) <= number.precision / 2 and abs(apart) <= _ABOUT
    return is_rounded or abs(apart) <= (_ABOUT if number.bound else _NEAR)


def _shares(figures: tuple[FoundNumber, ...]) -> Iterator[Decimal]:
    """Yield the shares and multiples that two figures make, and those that shares make of each other."""
    plain = [n for n in figures if n.unit not in _SHARES and n.value]
    for one, other in permutations(plain, 2):
        if one.unit == other.unit and one.value and other.value:
            yield one.value / other.value
            yield abs(one.value - other.value) / other.value
            yield one.value / (one.value + other.value)
    parts = [p for n in figures if (p := _part(n)) is not None]
    for part in parts:
        yield 1 - part
        yield 1 + part
    for one_part, other_part in permutations(parts, 2):
        yield abs(one_part - other_part)
        yield one_part + other_part
        yield one_part * other_part
        if other_part:
            yield one_part / other_part
            yield abs(one_part - other_part) / other_part


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
    number: FoundNumber, figures: tuple[FoundNumber, ...], evidence: Evidence
) -> Iterator[Decimal]:
    """Yield the amounts of a number's unit that two or three figures make, or one with a share or a length of time."""
    like = [n.value for n in figures if n.unit == number.unit]
    shares = [p for n in figures if (p := _part(n)) is not None and p > 0]
    times = [d.value for _, d in evidence.durations if d.value > 1]
    years = sorted(set(evidence.years))
    times += [Decimal(b - a) for a, b in combinations(years, 2)]
    differences = [abs(one - other) for one, other in combinations(like, 2)]
    yield from differences
    yield from (one + other for one, other in combinations(like, 2))
    yield from (sum(three, Decimal(0)) for three in combinations(like, 3))
    yield from (max(three) * 2 - sum(three, Decimal(0)) for three in combinations(like, 3))
    if any(map(_EACH.search, evidence.texts)):
        yield from _sums_of_several_each(like)
    for value in (*like, *differences):
        yield from (value * each for each in times)
        yield from (value / each for each in times)
        for part in shares:
            yield from (value * part, value / part, value * (1 + part), value / (1 + part))
            if part < 1:
                yield from (value * (1 - part), value / (1 - part))
