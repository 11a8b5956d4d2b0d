"""Numbers that follow from how a list or a change is told: the unit that a list names once, by how much a percentage changed.

Each rule takes a number, the text that has it and the evidence, and returns the words that it follows from;
empty if it does not.
"""

from __future__ import annotations

import re
from itertools import pairwise

from briefbook.evidence.derived_sizes import is_said
from briefbook.evidence.readings import Evidence
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.language.en.trends import way_of

_JOINED = re.compile(r",?\s(?:and|or|to|versus|against)\s|,\s")
_HUNDRED = 100


def unit_of_its_list(number: FoundNumber, _: str, evidence: Evidence) -> str:
    """A percentage of a list that names the unit at its end: 16.4 percent of “16.4 and 14.9 percent”."""
    if number.unit != "%" or number.to is not None:
        return ""
    for said_in in evidence.texts:
        found = find_numbers(said_in)
        for at, said in enumerate(found):
            if said.unit or said.to is not None or said.value != number.value:
                continue
            last = next((n for n in found[at:] if n.unit), None)
            row = found[at : found.index(last) + 1] if last else ()
            is_row = all(
                _JOINED.fullmatch(said_in, one.end, other.start) for one, other in pairwise(row)
            )
            if last and last.unit == "%" and is_row:
                return f"“{said_in[said.start : last.end]}”"
    return ""


_BY_SO_MUCH = re.compile(
    r"\b(?:more|less|fewer|higher|lower|by|difference|drop|fall|decline|decrease|rise|increase|gain|growth|lost|gained|added)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"[^.;]{0,60}?\bto\s(?:(?:about|some|just|only|around|roughly|nearly)\s)?\W?")
_WAY = 60


def changed_by(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """By how much what changed by a percentage did so: 3 million of “declined by 25 percent to 9 million”."""
    if number.unit in ("%", "/", "×", "th", "pp") or not _BY_SO_MUCH.search(text):
        return ""
    for said_in, share in evidence.numbers:
        if share.unit != "%" or share.to is not None or not 0 < share.value < _HUNDRED:
            continue
        way = way_of(re.split(r"[.;]\s", said_in[max(0, share.start - _WAY) : share.start])[-1])
        for there, after in evidence.numbers:
            is_next = there is said_in and after.start > share.end and after.unit == number.unit
            if not (way and is_next and _TO.fullmatch(said_in, share.end, after.start)):
                continue
            before = after.value / (1 + way * share.value / _HUNDRED)
            if after.to is None and is_said(number, abs(after.value - before), text):
                return f"“{said_in[share.start : after.end]}”"
    return ""
