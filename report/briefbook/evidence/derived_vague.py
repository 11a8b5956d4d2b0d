"""Vague numbers: “hundreds” of 430, “billions” of 2.6 billion euros, “a few thousand” of 4,100.

A vague number says within which bounds a figure lies: hundreds are at least two, and ten of them would be told as a
thousand. “Thousands” and “millions” reach further, since tens of them are seldom told apart.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal

from briefbook.errors import Severity
from briefbook.evidence.readings import Evidence
from briefbook.language.en.counted import Counted, are_counted_alike, counted_after, noun_behind
from briefbook.language.en.numbers import FoundNumber
from briefbook.language.en.related import OF_ANY_ROLE, PERSONS, is_person, relatedness
from briefbook.language.en.stemmer import words_of
from briefbook.values.units import size_of

_VAGUE = re.compile(
    r"(?P<some>(?P<couple>a couple of)|(?P<few>(?:a )?few)|several|many)\s[a-z]+"
    r"|(?P<plural>tens|dozens|scores|hundreds|thousands|myriads?|lakhs|millions|crores|billions|trillions)(?P<of> of [a-z]+s)*(?:$|\s)",
    re.IGNORECASE,
)
_COUPLE = Decimal("1.5"), Decimal("2.5")
_LEAST, _FEW, _SEVERAL, _TENS = Decimal(2), Decimal(7), Decimal(10), Decimal(100)
_LARGE = 1000
_FAR = 10
"""How many times what a vague number reaches to a figure may be that is not certainly another one: dozens of 430."""
_SUM = 100_000
_CURRENCY = len("EUR")


def reach_of(number: FoundNumber, text: str) -> tuple[Decimal, Decimal] | None:
    """Return from where and up to where a vague number reaches, as what it is less than; None of another number."""
    match = _VAGUE.match(text[number.start : number.end])
    if match is None or number.to is not None:
        return None
    step = number.value / _LEAST
    if match["couple"]:
        return _COUPLE[0] * step, _COUPLE[1] * step
    most = _FEW if match["few"] else _SEVERAL
    is_wide = match["plural"] and not match["of"] and step >= _LARGE
    return _LEAST * step, (_TENS if is_wide else most) * step


def within_reach(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A figure told by its size alone: “hundreds” of 430; of what is not counted alike it is none."""
    reach = reach_of(number, text)
    if reach is None:
        return ""
    alike = [one for one in evidence.numbers if _is_of(number, text, one[1], one[0])]
    same = [one for one in alike if _are_counted_the_same(number, text, one[1], one[0])]
    for said_in, said in same or alike:
        if _is_bound_kept(number, said):
            size = _size(number, text, said, said_in)
            is_more = said.bound != "~" or reach[0] < said.value  # scores are none of about 40
            if is_more and all(reach[0] <= value < reach[1] for value in _ends(said, size)):
                return f"“{said_in[said.start : said.end]}”"
    return ""


def severity_of_vague(number: FoundNumber, text: str, evidence: Evidence) -> Severity | None:
    """A vague number that is none of the quotes is an error; a warning where it tells less, as “dozens” of 430 do.

    What all figures of its kind come to together is a reason for a look. None of a number that is not vague.
    """
    reach = reach_of(number, text)
    if reach is None:
        return None
    alike = [
        _size(number, text, said, said_in) * said.value
        for said_in, said in dict.fromkeys(evidence.numbers)
        if said.to is None and _is_of(number, text, said, said_in)
    ]
    named = {word.stem for word in words_of(text)}
    parts = [
        said.value
        for said_in, said in dict.fromkeys(evidence.numbers)
        if said.unit == number.unit and noun_behind(said_in, said.end) in named
    ]  # “hundreds of teachers and nurses” of 180 teachers and 95 nurses
    if any(len(some) > 1 and reach[0] <= sum(some) < reach[1] for some in (alike, parts)):
        return Severity.REVIEW
    is_less = any(reach[0] <= value < reach[1] * _FAR for value in alike)
    return Severity.WARNING if is_less else Severity.ERROR


def nearest_in_size(number: FoundNumber, text: str, evidence: Evidence) -> list[str]:
    """Return the figures that may be meant by a vague number, as written, the nearest in size first."""

    def apart(said: tuple[str, FoundNumber]) -> tuple[bool, float]:
        value = max(said[1].to or said[1].value, Decimal(1))
        is_other = not _is_of(number, text, said[1], said[0])
        return is_other, abs(math.log10(value) - math.log10(number.value))

    kinds = ("%", "/", "×", "th", "pp")
    found = [said for said in evidence.numbers if said[1].unit not in kinds or number.unit in kinds]
    return list(dict.fromkeys(said_in[n.start : n.end] for said_in, n in sorted(found, key=apart)))


def _is_of(number: FoundNumber, text: str, said: FoundNumber, said_in: str) -> bool:
    """Tell whether a vague number and a quoted one may tell of one thing, by their units and by what they count."""
    if said.unit == "th":
        return False
    mine, its = _counted(text, number), _counted(said_in, said)
    if number.unit != said.unit and not number.is_of(said):
        is_money = len(said.unit) == _CURRENCY and not number.unit and number.value >= _SUM
        return is_money and mine is None
    if mine is None or its is None or mine.unit == its.unit:
        return True
    sizes = size_of(mine.unit), size_of(its.unit)
    if any(sizes):
        return bool(sizes[0] and sizes[1] and sizes[0][0] == sizes[1][0])
    one, other = (words_of(told.words)[-1] for told in (mine, its))
    if any(word.lower in PERSONS or word.stem in OF_ANY_ROLE for word in (one, other)):
        return all(is_person(word) or _WHO.search(word.text) for word in (one, other))
    return are_counted_alike(one.stem, other.stem) or relatedness(one.stem, other.stem) > 0


_WHO = re.compile(r"(?:[a-z]{3}[eo]rs|ists|ians|men|people|folk|troops|staff|personnel)$")


def _are_counted_the_same(number: FoundNumber, text: str, said: FoundNumber, said_in: str) -> bool:
    mine, its = _counted(text, number), _counted(said_in, said)
    return mine is not None and its is not None and mine.unit == its.unit


def _counted(text: str, number: FoundNumber) -> Counted | None:
    end = number.end + len(" of") * text.startswith(" of ", number.end)
    return counted_after(text, end)


def _size(number: FoundNumber, text: str, said: FoundNumber, said_in: str) -> Decimal:
    """Return by how much a quoted figure is larger in the unit of the vague number: kilometres in metres."""
    mine, its = _counted(text, number), _counted(said_in, said)
    one, other = (size_of(told.unit) if told else None for told in (mine, its))
    return other[1] / one[1] if one and other and one[0] == other[0] else Decimal(1)


def _ends(said: FoundNumber, size: Decimal) -> tuple[Decimal, ...]:
    return tuple(value * size for value in (said.value, said.to) if value is not None)


def _is_bound_kept(number: FoundNumber, said: FoundNumber) -> bool:
    """Tell whether a limit stays one: “up to 430” may be a dozen."""
    return said.bound != "-" or number.bound == "-"
