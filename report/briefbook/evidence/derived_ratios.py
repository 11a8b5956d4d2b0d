"""Fractions, percentages and multiples that follow from quoted numbers: “nearly half” of 46 percent.

Each rule takes a number, the text that has it and the evidence, and returns the words that it follows from;
empty if it does not.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import permutations

from briefbook.evidence.bases import held_part, is_of_other_time, ratio_to_rest
from briefbook.evidence.derived_sizes import BELOW, is_said
from briefbook.evidence.readings import Evidence
from briefbook.frozen import replace
from briefbook.language.en.antonyms import direction_before
from briefbook.language.en.numbers import FoundNumber, is_nearly_fraction
from briefbook.language.en.trends import Direction, ways

_RATIO = Decimal("0.06")
_POINT = Decimal("0.6")


def ratio_of(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A multiple, a fraction or a percentage that two quoted numbers of one unit make."""
    is_for_each = number.unit == "" and _FOR_EACH.search(text) is not None
    if (
        number.unit not in ("×", "/", "%")
        and not is_for_each
        and text[number.start : number.end].lower() != "twice"
    ):
        return ""
    # Of two percentages no “one teenager in four” is made.
    is_of_heads = (
        number.unit == "/" and _IN_HEADS.search(text[number.start : number.end]) is not None
    )
    for one, other in permutations(evidence.counts_and_times, 2):
        if one.unit != other.unit or one.unit in ("/", "×") or not other.value:
            continue
        if evidence.are_unlike(one, other) or (one.unit == "%" and is_of_heads):
            continue
        ratio = one.value / other.value
        if is_for_each:
            ratio = ratio_to_rest(number, text, one, other, evidence)
        if _is_ratio(number, text, one, other, ratio, evidence):
            return f"{one.value.normalize():f} to {other.value.normalize():f}"
    return ""


def _is_ratio(
    number: FoundNumber,
    text: str,
    one: FoundNumber,
    other: FoundNumber,
    ratio: Decimal,
    evidence: Evidence,
) -> bool:
    """Tell whether a number is what one figure is of another, or by which part one changed to it, as its words say."""
    is_change = (
        _CHANGED_BY.search(text[: number.start]) is not None
        or _COMPARED.match(text, number.end) is not None
    )
    way = direction_before(text[: number.start]) if is_change else 0
    if way and (ratio > 1) is not (way > 0):
        return False  # what has fallen is less than it was
    if is_of_other_time(number, text, one, other, evidence):
        return False
    held = held_part(number, text, one, other, evidence)
    if held is not None:
        return held > 0 and _is_held(number, text, held)
    if number.unit == "/":
        is_made = is_fraction(number, text, abs(1 - ratio) if is_change else ratio)
        return is_made or _is_just_below(number, text, one, other)
    if number.unit == "%":
        of_percentages = one.unit == "%" or bool(way)
        return _is_percentage(number, text, ratio, of_percentages=of_percentages)
    is_below = _NEARLY.search(text[: number.start]) is not None
    return (ratio > 1) is (number.value > 1) and is_multiple(number, ratio, is_below=is_below)


def _is_held(number: FoundNumber, text: str, part: Decimal) -> bool:
    """Tell whether a number says the part that it can only be."""
    if number.unit == "/":
        return is_fraction(number, text, part)
    reach = max(_POINT if number.precision >= 1 else number.precision, Decimal(number.bound == "~"))
    apart = _HUNDRED * part - number.value
    if number.bound in ("+", "-"):
        apart = apart if number.bound == "+" else -apart
        return 0 < apart <= max(number.value * BELOW, _POINT)
    return abs(apart) <= reach


_FEW, _OF_A_FEW = 12, Decimal("0.08")


def _is_just_below(number: FoundNumber, text: str, one: FoundNumber, other: FoundNumber) -> bool:
    """Tell whether of a few so many are nearly a fraction: three of seven are almost half, for four would be more."""
    below = number.value * other.value - one.value
    is_few = not one.unit and other.value <= _FEW
    is_nearly = _NEARLY.search(text[: number.start]) is not None
    return is_few and is_nearly and 0 < below <= _OF_A_FEW * other.value


_FOR_EACH = re.compile(
    r"\b(?:for (?:each|every)|to (?:each|every|one)|per|a head|apiece)\b", re.IGNORECASE
)
"""“for each ton that it dug it bought eight”"""


_NEARLY = re.compile(
    r"\b(?:almost|nearly|close to|just under|not quite|approaching)\s(?:the\s)?$", re.IGNORECASE
)
_JUST_BELOW = Decimal("0.88")


def is_multiple(number: FoundNumber, ratio: Decimal, *, is_below: bool = False) -> bool:
    """Tell whether a ratio is so many times as much.

    “More than doubled” is up to half as much again; “nearly twice” (`is_below`) is of 1.8 times, too.
    """
    if is_below:
        return number.value * _JUST_BELOW <= ratio < number.value
    if number.bound == "+":
        return number.value <= ratio <= number.value * Decimal("1.5")
    if number.bound == "-":
        return number.value * Decimal("0.7") <= ratio < number.value
    return abs(ratio / number.value - 1) <= _RATIO


def is_fraction(number: FoundNumber, text: str, part: Decimal) -> bool:
    """Tell whether a part of one is a fraction as its words bound it: 46 percent are nearly half."""
    before = text[max(0, number.start - 24) : number.start].rstrip().lower()
    before = before.removesuffix(" the").removesuffix(" in").removesuffix(" by")
    if before.endswith(_HARDLY):
        return abs(part - number.value) <= _BARELY
    above = before.endswith(("just over", "a little over", "slightly more than"))
    below = before.endswith(
        ("almost", "nearly", "close to", "nearing", "approaching", "just under")
    )
    if above or below:
        apart = abs(part - number.value)
        return (number.value < part) is above and apart <= min(number.value * BELOW, _NEARLY_A_PART)
    if number.bound == "+":
        return number.value < part <= number.value * Decimal("1.4")
    if number.bound == "-":
        return number.value * Decimal("0.7") <= part < number.value
    reach = 2 if number.bound == "~" else 1  # “about two thirds” of 65 percent
    return abs(part - number.value) * _HUNDRED <= reach


_HARDLY = ("barely", "scarcely", "hardly")
_BARELY = Decimal("0.025")
"""“barely four in ten” is said of 38 percent as well as of 42."""
_NEARLY_A_PART = Decimal("0.05")
"""45 percent are nearly half; 75 are three quarters, and not nearly four fifths."""
_HUNDRED = 100
_CHANGE = re.compile(
    r"\b(?:rose|risen|rise|fell|fall(?:en)?|grew|grown|growth|(?<!made )(?<!make )(?<!makes )(?<!making )(?<!set )up|down|increas\w+|decreas\w+|declin\w+|"
    r"dropp?\w*|cut|more|less|fewer|higher|lower|larger|smaller|above|below|gain\w*|los[st]\w*|shr[au]nk|miss\w*|short|over\w+|"
    r"chang\w+|reduc\w+|expand\w*)\b",
    re.IGNORECASE,
)
_AROUND = 50
_COMPARED = re.compile(r"\s(?:less|more|fewer|higher|lower|larger|smaller|longer|shorter)\b")
_CHANGED_BY = re.compile(rf"{_CHANGE.pattern}[^.;]{{0,24}}?\bby\b[^.;]{{0,36}}$", re.IGNORECASE)
"""“fell by almost half”: what is told is the change, not what is left"""


def _is_percentage(number: FoundNumber, text: str, ratio: Decimal, *, of_percentages: bool) -> bool:
    """Tell whether a percentage is the share that two numbers make, or, where words of change are near, the change.

    Two percentages make no share: “23 of 62 percent” is nothing that is said as 37 percent.
    """
    if number.bound in ("+", "-"):
        change = abs(100 * ratio - 100)
        near = text[max(0, number.start - _AROUND) : number.end + _AROUND]
        parts = [change] if _CHANGE.search(near) else []
        parts += [] if of_percentages else [100 * ratio]
        reach = max(number.value * BELOW, _POINT)
        return any(
            0 < (part - number.value if number.bound == "+" else number.value - part) <= reach
            for part in parts
        )
    reach = _POINT if number.precision >= 1 else number.precision
    if number.bound == "~":
        reach = max(reach, Decimal(1))
    near = text[max(0, number.start - _AROUND) : number.end + _AROUND]
    is_change = abs(abs(100 * ratio - 100) - number.value) <= reach
    is_share = abs(100 * ratio - number.value) <= reach and not of_percentages
    is_told = _CHANGE.search(near) or text[: number.start].endswith((" by ", " by about "))
    return is_share or (is_change and bool(is_told))


def as_part(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A fraction for a percentage, a percentage for a fraction, "twice" for "doubled"."""
    for said_in, said in evidence.numbers:
        if _is_part_of(number, text, said, said_in) or _is_one_of(number, text, said):
            return f"“{said_in[said.start : said.end]}”"
    return ""


def _is_one_of(number: FoundNumber, text: str, said: FoundNumber) -> bool:
    """Tell whether an ordinal is a fraction that a percentage makes: “a fiftieth of it” of 2 percent."""
    is_fraction_told = _ONE_OF.search(text[: number.start]) and text[number.end :].startswith(
        " of "
    )
    if (number.unit, said.unit) != ("th", "%") or not is_fraction_told:
        return False
    return abs(said.value * number.value / _HUNDRED - 1) <= _HAIRLINE


def _is_part_of(number: FoundNumber, text: str, said: FoundNumber, said_in: str) -> bool:
    is_equal = number.value == said.value
    match number.unit, said.unit:
        case "%", "%":  # “between 18 and 42 percent” of “31 percent (18 to 42)”
            is_it = is_equal and number.to == said.to and number.bound in ("", said.bound)
        case "%", "/":
            is_about = number.bound == said.bound == "~"
            apart = abs(number.value - 100 * said.value)
            is_it = number.bound in ("", said.bound) and (
                apart == 0 or (is_about and 2 * apart <= 1)
            )
        case "/", "%":
            part = said.value / 100
            # Of some 11 percent a ninth may be said, to the last figure; of 11 percent only about a ninth.
            is_rounded = abs(100 * number.value - said.value) <= said.precision / 2
            is_about = said.bound == "~" and number.bound in ("", "~") and is_rounded
            # “nine adults in ten” is said of 91 percent
            is_in_heads = number.bound in ("", "~") and _IN_HEADS.search(
                text[number.start : number.end]
            )
            is_near = bool(is_in_heads) and is_nearly_fraction(number.value, part)
            is_bound = bool(number.bound) or text[: number.start].rstrip().endswith(_HARDLY)
            is_it = (is_bound and is_fraction(number, text, part)) or is_about or is_near
        case ("×", "/") | ("/", "×"):  # “half as fast” of “half the rate”
            is_it = is_equal
        case "/", "/" if number.bound == "-":  # “just under half” for “almost half”
            is_it = is_equal and said.bound == "~"
        case "th", "/" if (
            text[: number.start].lower().endswith("every ")
        ):  # “every second child” of “half”
            is_it = said.value * number.value == 1
        case "", "th" if _RUNNING.search(
            said_in
        ):  # “five seasons running” of “the fifth consecutive”
            is_it = is_equal
        case "×", "%":
            is_it = _is_factor(number, said, said_in)
        case "", "%" if _has_percent_before(text, number) or _PERCENT_BEHIND.match(
            text, number.end
        ):
            is_it = is_equal or is_said(replace(number, unit="%"), said.value, text)
        case _:
            is_twice = text[number.start : number.end].lower() in ("twice", "double", "doubled")
            is_it = is_twice and said.unit == "×" and is_equal
    return is_it


_ONE_OF = re.compile(r"\b(?:an?|one)\s$", re.IGNORECASE)
_HAIRLINE = Decimal("0.04")
_IN_HEADS = re.compile(r"\b(?:in|out of)\b", re.IGNORECASE)


_RUNNING = re.compile(
    r"\b(?:consecutive(?:ly)?|successive(?:ly)?|straight|running|in a row)\b", re.IGNORECASE
)


def _is_factor(number: FoundNumber, said: FoundNumber, said_in: str) -> bool:
    """Tell whether a multiple is what a change in percent comes to: up 142 percent is more than doubled."""
    near = ways(said_in[max(0, said.start - _AROUND) : said.end + _AROUND])
    change = said.value / 100
    if _OF_ITS_OWN.match(said_in, said.end):
        return (
            False  # what grew is not by this percentage: “those below 100% of the guideline grew”
        )
    ups = (1 + change,) if Direction.UP in near else ()
    downs = (1 - change,) if Direction.DOWN in near and change < 1 else ()
    return any(is_multiple(number, factor) for factor in (*ups, *downs))


_OF_ITS_OWN = re.compile(r"\sof\b")
_PERCENT = re.compile(r"%|\bper\s?cent\b", re.IGNORECASE)
_PERCENT_BEHIND = re.compile(
    r",?\s(?:(?:as\s)?against|and|or|versus|vs\.?|compared (?:with|to)|rather than|(?:but\s)?not|to|as opposed to)\s"
    r"(?:only\s|just\s|about\s|some\s)?[\d.]+\s?(?:%|per\s?cent\b)",
    re.IGNORECASE,
)
"""“44 against 22 percent”"""


def _has_percent_before(text: str, number: FoundNumber) -> bool:
    """Tell whether a number stands in a series of percentages: “18 percent wind, 14 water and 5 the sun”."""
    sentence = re.split(r"[.!?]\s", text[: number.start])[-1]
    return _PERCENT.search(sentence) is not None
