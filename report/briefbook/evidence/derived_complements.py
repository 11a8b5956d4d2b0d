"""Numbers that follow from what is left of a whole: who lost three quarters kept a quarter.

Each rule takes a number, the text that has it and the evidence, and returns the words that it follows from;
empty if it does not.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import permutations

from briefbook.evidence.bases import change_told
from briefbook.evidence.derived_ratios import is_fraction
from briefbook.evidence.derived_sizes import is_said
from briefbook.evidence.readings import Evidence
from briefbook.language.en.negation import denies
from briefbook.language.en.numbers import FoundNumber, find_numbers, parts_of_wholes

_HUNDRED = 100
_HAIR = Decimal("0.000001")


def complement(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """What is left of a whole: who lost three quarters kept a quarter."""
    if number.unit == "":
        return _of_several(number, text, evidence)
    if number.unit not in ("/", "%"):
        return ""
    if not _REST.search(text):
        return _part_not_denied(number, text, evidence)
    whole = 1 if number.unit == "/" else 100
    for said_in, said in evidence.numbers:
        if (
            said.unit == number.unit
            and said.to is None
            # “one third left” is no complement of “two thirds left”
            and not _LEFT.search(_clause_around(said_in, said))
            and is_said(number, whole - said.value, text)
        ):
            return f"all but “{said_in[said.start : said.end]}”"
    return _fraction_left(number, text, evidence)


def _fraction_left(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """The fraction that did not: a quarter have no water where 150 of 200 have, over a third where 64 percent do."""
    if not _NOT_SO.search(text):
        return ""
    for said_in, said in evidence.numbers if number.unit == "/" else ():
        is_simple = _is_simple(number.value)
        if (
            said.unit == "%"
            and (number.bound or is_simple)
            and is_fraction(number, text, 1 - said.value / 100)
        ):
            return f"all but “{said_in[said.start : said.end]}”"
    for part, whole in permutations(evidence.plain_numbers, 2):
        is_part = part.is_of(whole) and 0 < part.value < whole.value
        change = change_told(number, text)
        if (change and change.way > 0) or _is_told_lost(text, part, whole, evidence):
            continue
        is_plain = is_part and (
            part.unit not in ("/", "×", "%") or (part.unit == "%" and _GONE.search(text))
        )
        if is_plain and _is_left(number, text, 1 - part.value / whole.value):
            return f"all but {part.value.normalize():f} of {whole.value.normalize():f}"
    return ""


def _part_not_denied(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """The fraction that did, where the evidence counts who did not: a quarter have one of “of the 48, 36 have none”."""
    for said_in in () if denies(_clause_around(text, number)) else evidence.texts:
        for part, whole in parts_of_wholes(said_in):
            is_turned = _NO.match(said_in, part.end) is not None
            if is_turned and _is_left(number, text, 1 - part.value / whole.value):
                return f"all but {part.value.normalize():f} of {whole.value.normalize():f}"
    return ""


_NO = re.compile(
    r"\s(?:[a-z]+\s)?(?:have|had|has|got|get|own|lack|are|were)\s(?:no|not|without|none|never)\b|\slack",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:destroy\w*|lost|lose[sd]?|burn\w*|wreck\w*|ruin\w*|kill\w*|died|raz(?:ed|ing)|s[au]nk|missing|stol\w+|scrapp\w+)\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\b(?:left|remain\w*|kept|surviv\w+|stood|stand\w*|spared|not|no|none|without|escap\w+)\b|n[’']t\b",
    re.IGNORECASE,
)


def _is_told_lost(text: str, part: FoundNumber, whole: FoundNumber, evidence: Evidence) -> bool:
    """Tell whether the evidence tells the part of a whole as lost, and the text does, too: “lost” of 12 of 48 that burnt."""
    if not _LOST.search(text) or _KEPT.search(text):
        return False
    return any(
        said_in == there and (match := _OF_THE.match(said_in, n.end)) and match.end("n") >= all_.start
        and _LOST.search(_clause_around(said_in, n))
        for said_in, n in evidence.numbers
        if n == part
        for there, all_ in evidence.numbers
        if all_ == whole
    )  # fmt: skip


_GONE = re.compile(
    r"\b(?:gone|lost|vanished|disappeared|took away|taken (?:away|off)|ate up|eaten (?:up|away)|used up|evaporated|shed)\b",
    re.IGNORECASE,
)
"""“four tenths of the water was gone” of 38 percent that became 22"""


def _is_left(number: FoundNumber, text: str, part: Decimal) -> bool:
    if number.unit == "/":
        return is_fraction(number, text, part)
    return number.to is None and is_said(number, Decimal(round(_HUNDRED * part)), text)


_NOT_SO = re.compile(
    r"\b(?:no|not|none|nobody|nowhere|without|lack\w*|missing|left|remain\w*|went|gone|lost|lose[sd]?|shed|disappear\w*|vanish\w*|"
    r"empty|unused|vacant|idle|unfilled|unpaid|took away|taken (?:away|off)|ate up|eaten (?:up|away)|used up|"
    r"less|fewer|below|short|down|lower|smaller|under|beneath|shrunk|shrank|shrink\w*|turned (?:down|away)|reject\w*|refus\w*|den(?:y|ied|ies)|dis\w{4,}|dismiss\w*|fail\w*|outside|elsewhere|beyond)\b|n[’']t\b",
    re.IGNORECASE,
)


def _clause_around(text: str, number: FoundNumber) -> str:
    """Return the clause in which a number stands."""
    before = re.split(r"[.;:,]\s", text[: number.start])[-1]
    return before + re.split(r"[.;:,](?:\s|$)", text[number.start :])[0]


_OF_THE = re.compile(
    r"\s(?:out )?of (?:all |the |its |their |these |those )?(?P<n>\w+)\b", re.IGNORECASE
)
_OTHER = re.compile(r"\b(?:other|remaining|rest of the)\s$", re.IGNORECASE)


def _is_simple(value: Decimal) -> bool:
    """Tell whether a fraction is of halves to fifths, or tenths, in which percentages are commonly told."""
    return any(abs(value * parts - round(value * parts)) < _HAIR for parts in (2, 3, 4, 5, 10))


def _of_several(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """How many are left: three of the four inflated where one could not be; “the other two” of five and three.

    Who tells how many of a whole did, where the source has how many did not, denies or affirms what it does not.
    """
    whole = _OF_THE.match(text, number.end)
    is_other = _OTHER.search(text[: number.start]) is not None
    if number.bound or number.to is not None or not (whole or is_other):
        return ""
    is_denied = denies(_clause_around(text, number))
    wholes = [n.value for n in find_numbers(whole["n"])] if whole else []
    ones = ((said, _one(match)) for said in evidence.texts for match in _ONE.finditer(said))
    for said_in, part in (*evidence.numbers, *ones):
        there = _OF_THE.match(said_in, part.end)
        is_turned = there and denies(_clause_around(said_in, part)) is not is_denied
        for several in evidence.plain_numbers:
            is_left = part.is_of(several) and several.value - part.value == number.value
            if is_left and (is_other or (is_turned and several.value in wholes)):
                return f"{several.value.normalize():f} − {part.value.normalize():f}"
    return ""


_ONE = re.compile(r"\bone(?= of )", re.IGNORECASE)


def _one(match: re.Match[str]) -> FoundNumber:
    """Return the one of “one of the four” as a number; elsewhere it is a pronoun."""
    return FoundNumber(match.start(), match.end(), Decimal(1), "")


_LEFT = re.compile(
    r"\b(?:left|leav(?:e[sd]?|ing)|kept|keep(?:s|ing)?|remain\w*|retain\w*|rest|others?|still|surviv\w+|spared?|without|"
    r"not|no|none|nobody|nowhere|lack\w*|missing|outside|elsewhere|beyond|reject\w*|refus\w*|turned (?:down|away)|denied|dismiss\w*)\b",
    re.IGNORECASE,
)
_REST = re.compile(
    rf"{_LEFT.pattern}|\b(?:empty|unused|vacant|idle|unfilled|unpaid|evaporated|took away|taken (?:away|off)|ate up|eaten (?:up|away)|used up|only|went|gone|lost|lose[sd]?|shed|disappear\w*|vanish\w*)\b",
    re.IGNORECASE,
)
