"""Numbers that follow from words and signs of the evidence: the second stage of “secondary”, –3% of “3 percent less”.

Each rule takes a number, the text that has it and the evidence, and returns the words that it follows from;
empty if it does not.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import permutations

from briefbook.evidence.derived_ratios import is_multiple
from briefbook.evidence.derived_sizes import is_said
from briefbook.evidence.readings import Evidence, is_bare_sum
from briefbook.evidence.told_units import SPANS
from briefbook.language.en.counted import counted_after
from briefbook.language.en.numbers import FoundNumber
from briefbook.language.en.semantic_roles import is_verb
from briefbook.language.en.stemmer import words_of
from briefbook.language.en.trends import Direction, way_of, ways
from briefbook.values.units import UnitType

_AROUND = 40

_ORDINALS = {
    1: r"primary|maiden|debut(?:ed)?|inaugural",
    2: r"secondary|re-?elect(?:ed|ion)|runner-up|follow-up",
    3: "tertiary",
}


def by_another_word(number: FoundNumber, _: str, evidence: Evidence) -> str:
    """An ordinal that the evidence says in a word of its own: a second stage of “secondary treatment”."""
    words = _ORDINALS.get(int(number.value)) if number.unit == "th" else None
    if words is None:
        return ""
    pattern = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    return next((f"“{m[0]}”" for said in evidence.texts if (m := pattern.search(said))), "")


_BOTH = re.compile(r"\b(?:both|pair|couple|twin|bilateral|neither|each other)\b", re.IGNORECASE)
_TWO = 2


def by_both(number: FoundNumber, _: str, evidence: Evidence) -> str:
    """Two of what the evidence calls both: “the two sides” of “both sides”."""
    if number.unit or number.value != _TWO or number.to is not None:
        return ""
    return next((f"“{m[0]}”" for said in evidence.texts if (m := _BOTH.search(said))), "")


_SIGN = ("-", "–", "−", "+")


def signed(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A change with its sign, as cells and headings have it: –3% of “3 percent less”."""
    words = text[number.start : number.end]
    if not words.startswith(_SIGN) or words.startswith("+"):
        return ""
    for said_in, said in evidence.numbers:
        if said.value == -number.value and said.unit == number.unit:
            near = said_in[max(0, said.start - _AROUND) : said.end + _AROUND]
            if way_of(near) < 0:
                return f"“{said_in[said.start : said.end]}”, a fall"
    return ""


_SCALED = re.compile(r"\s?(?P<letter>mn?|bn|k|b|tn)\b(?![²³/])")
_HEADED = re.compile(r"\((?:in )?(?P<word>thousand|million|billion)s?\b", re.IGNORECASE)
_SCALES = {
    "k": 3,
    "m": 6,
    "mn": 6,
    "b": 9,
    "bn": 9,
    "tn": 12,
    "thousand": 3,
    "million": 6,
    "billion": 9,
}


def by_scale(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A number whose scale a letter or a head gives, as in cells: “1.1 m” of 1.1 million, “812 (thousand tonnes)”."""
    match = _SCALED.match(text, number.end)
    head = None if match else _HEADED.search(text)
    word = match["letter"] if match else head["word"].lower() if head else ""
    if not word or number.unit in ("%", "/", "×", "th"):
        return ""
    value = number.value * Decimal(10) ** _SCALES[word]
    said = (said_in[n.start : n.end] for said_in, n in evidence.numbers if n.value == value)
    return next((f"“{words}”" for words in said), "")


def signed_change(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A worked-out change with its sign: –157,000 and –19% of “from 812,000 to 655,000”, –10% of “down by a tenth”."""
    words = text[number.start : number.end]
    if not words.startswith(_SIGN) or number.unit in ("/", "×", "th"):
        return ""
    size, is_up = abs(number.value), words.startswith("+")
    for said_in, said in evidence.numbers:
        if said.unit == "/" and number.unit == "%" and said.value * _HUNDRED == size:
            near = said_in[max(0, said.start - _AROUND) : said.end + _AROUND]
            if way_of(near) == (1 if is_up else -1):
                return f"“{said_in[said.start : said.end]}”"
    way = Direction.UP if is_up else Direction.DOWN
    has_way = any(way in ways(said) for said in evidence.texts)
    is_headed = _CHANGE_HEADED.search(text[: number.start]) is not None
    numbers = evidence.plain_numbers
    for one, other in permutations(numbers, 2) if has_way or is_headed else ():
        if one.unit != other.unit or one.value <= other.value or not other.value:
            continue
        if not has_way and (numbers.index(other) < numbers.index(one)) is not is_up:
            continue  # of two values without a verb the first is the earlier one
        change = one.value - other.value
        part = _HUNDRED * change / (other.value if is_up else one.value)
        is_part = number.unit == "%" and abs(part - size) <= max(number.precision, Decimal(1)) / 2
        if is_part or (number.unit == one.unit and change == size):
            return f"{one.value.normalize():f} and {other.value.normalize():f}"
    return ""


_CHANGE_HEADED = re.compile(
    r"\b(?:change|difference|year[\s-]on[\s-]year|on the (?:year|week|month)|versus|vs)\b",
    re.IGNORECASE,
)
_HUNDRED = 100
_RATIO_NAMED = re.compile(r"\b(?:ratio|odds|risk|factor|multipl\w+)\b[^.;]{0,16}$", re.IGNORECASE)


_NONE_BEFORE = re.compile(r"\b(?:no|not an?|without an?|never an?)\s$", re.IGNORECASE)


def one_too_many(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """One more than a limit, which a text denies: “no third term” of a limit of two terms."""
    if number.unit != "th" or not _NONE_BEFORE.search(text[: number.start]):
        return ""
    limits = (
        said_in[said.start : said.end]
        for said_in, said in evidence.numbers
        if said.value == number.value - 1 and said.unit in ("", "th") and said.to is None
    )
    return next((f"“{words}”" for words in limits), "")


def named_ratio(number: FoundNumber, _: str, evidence: Evidence) -> str:
    """A multiple that the evidence gives as a bare ratio: four times of “odds ratio = 4.2”."""
    if number.unit != "×":
        return ""
    for said_in, said in evidence.numbers:
        is_ratio = not said.unit and said.value and _RATIO_NAMED.search(said_in[: said.start])
        if is_ratio and is_multiple(number, said.value):
            return f"“{said_in[said.start : said.end]}”"
    return ""


_MEDIAN = re.compile(r"\bmedian\b", re.IGNORECASE)


def by_median(number: FoundNumber, _: str, evidence: Evidence) -> str:
    """Half of what has a median: as many are below it as above."""
    is_half = number.unit == "/" and number.value == Decimal("0.5")
    return next(("“median”" for said in evidence.texts if is_half and _MEDIAN.search(said)), "")


_VOTE = re.compile(
    r"\b(?:votes?|voted|passed|adopted|approved|rejected|defeated|confirmed|carried)\b[^.;]{0,30}?\b(?P<a>\d{1,4})[-–](?P<b>\d{1,4})\b(?![-–]\d)",
    re.IGNORECASE,
)


def by_vote(number: FoundNumber, _: str, evidence: Evidence) -> str:
    """One side of a vote, or all who voted: 61 members of “by a vote of 59-2”."""
    if number.unit or number.to is not None:
        return ""
    for said in evidence.texts:
        for match in _VOTE.finditer(said):
            one, other = Decimal(match["a"]), Decimal(match["b"])
            if number.value in (one, other, one + other, abs(one - other)):
                return f"“{match['a']}–{match['b']}”"
    return ""


def unsigned(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A fall that the evidence has with its sign: a loss of 241,000 of “(-241,000)”."""
    if number.to is not None or way_of(text) >= 0:
        return ""
    for said_in, said in evidence.numbers:
        is_below = said.value < 0 and said.to is None and said.unit == number.unit
        if is_below and (number.value == -said.value or is_said(number, -said.value, text)):
            return f"“{said_in[said.start : said.end]}”"
    return ""


def in_its_currency(number: FoundNumber, _: str, evidence: Evidence) -> str:
    """Money that the evidence tells without its currency, beside other sums: “1.7 billion this year” after “412 million euros”."""
    if not evidence.currency or number.unit != evidence.currency:
        return ""
    for said_in, said in evidence.numbers:
        is_same = (said.value, said.to, said.bound) == (number.value, number.to, number.bound)
        if is_same and is_bare_sum(said_in, said):
            return f"“{said_in[said.start : said.end]}”"
    return ""


def unit_left_out(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A sum of money told without its currency: “adds about a million”; not a million people."""
    if number.unit or number.value < _SUM or _counts_things(text, number):
        return ""
    money = (
        said_in[said.start : said.end]
        for said_in, said in evidence.numbers
        if len(said.unit) == len("USD") and said.value == number.value and said.to == number.to
    )
    return next((f"“{words}”" for words in money), "")


def _counts_things(text: str, number: FoundNumber) -> bool:
    """Tell whether a noun or a measure stands behind a number; “2.5 million goes to clinics” counts none."""
    counted = counted_after(text, number.end)
    if counted is None or counted.unit.name in SPANS:
        return False
    words = words_of(text)
    at = next((n for n, word in enumerate(words) if word.end == counted.end), None)
    return counted.unit.type is UnitType.PHYSICAL or (at is not None and not is_verb(words, at))


_SUM = 100_000
