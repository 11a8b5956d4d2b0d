"""Numbers that several parts of one list make, which a word of the statement picks out, and parts told with their whole.

Beside them the unit that a list names once, and by how much what changed by a percentage did so.

Each rule takes a number, the text that has it and the evidence, and returns the words that it follows from;
empty if it does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from briefbook.evidence.derived_rests import is_part
from briefbook.evidence.derived_sizes import RELATIVE, is_said
from briefbook.evidence.readings import Evidence
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.language.en.stemmer import content_stems, content_words
from briefbook.language.en.trends import way_of

_HUNDRED = 100
_SENTENCE = re.compile(r"[.;:](?:\s|$)")


def sum_of_alike(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """What parts that share a word come to: 75 percent in public schools of “40% in public two-year, 35% in public four-year”.

    A word beside it that only one of these parts has picks that one out, and no sum of several.
    """
    if number.unit in ("×", "th", "pp") or number.to is not None:
        return ""
    told = content_words(_sentence_around(text, number))
    unit = "%" if number.unit == "/" else number.unit
    lists = [_parts(said_in, unit) for said_in in evidence.texts]
    for parts in (*lists, [part for one in lists for part in one]):
        for at, word in enumerate(told):
            alike = [part for part in parts if word.stem in part[1]]
            near = (*told[max(0, at - 1) : at], *told[at + 1 : at + 2])
            beside = {w.stem for w in near if 1 in (word.start - w.end, w.start - word.end)}
            is_one = any(sum(own in stems for _, stems in alike) == 1 for own in beside)
            if is_one or not 1 < len(alike) < len(parts):
                continue
            total = sum((n.value for n, _ in alike), Decimal(0))
            if _says_total(number, total, text):
                return " + ".join(f"{n.value.normalize():f}" for n, _ in alike)
    return ""


def _parts(text: str, unit: str) -> list[tuple[FoundNumber, frozenset[str]]]:
    """Return the numbers of one unit in a passage, each with the stems of the words up to the next."""
    found = [n for n in find_numbers(text) if n.unit == unit and n.to is None]
    ends = [*(n.start for n in found), len(text)][1:]
    return [
        (n, content_stems(re.split(r"[.;]\s", text[n.end : end])[0]))
        for n, end in zip(found, ends, strict=True)
    ]


def _says_total(number: FoundNumber, total: Decimal, text: str) -> bool:
    if number.unit == "/":
        return total < _HUNDRED and is_part(number, total / _HUNDRED, text)
    return (number.unit != "%" or total < _HUNDRED) and is_said(number, total, text)


def _sentence_around(text: str, number: FoundNumber) -> str:
    return _SENTENCE.split(text[: number.start])[-1] + _SENTENCE.split(text[number.start :])[0]


def part_with_its_whole(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A part that is told with its whole and its share, both quoted: about six of the 19.3 million, 31 percent."""
    if number.unit in (*RELATIVE, "%") or number.to is not None:
        return ""
    quoted = [n for _, n in evidence.numbers]
    wholes = list(_told_and_quoted(text, quoted, number.unit))
    for share in _told_and_quoted(text, quoted, "%"):
        for whole in wholes:
            part = whole.value * share.value / _HUNDRED
            is_about = abs(number.value - part) <= max(number.precision / 2, part / _HUNDRED)
            if part and whole.start > number.end and (is_said(number, part, text) or is_about):
                return f"{share.value.normalize():f} percent of {whole.value.normalize():f}"
    return ""


def _told_and_quoted(text: str, quoted: list[FoundNumber], unit: str) -> Iterator[FoundNumber]:
    for told in find_numbers(text):
        if told.unit == unit and told.to is None and any(told.is_same(other) for other in quoted):
            yield told


_FROM_TO = re.compile(r"\bfrom\s(?=(?P<a>.{1,40}?)\sto\s(?P<b>[^.;]{1,24}))")
_TOGETHER = re.compile(
    r"\b(?:together|combined|in all|in total|altogether|between them|jointly|total\w*|the (?:two|three|four|five))\b",
    re.IGNORECASE,
)


def sum_of_ends(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """What several had together before or after a change: 80 of “from 33 to 52, from 11 to 15 and from 10 to 13”."""
    if number.unit in (*RELATIVE, "%") or number.to is not None or not _TOGETHER.search(text):
        return ""
    matches = [m for said in evidence.texts for m in _FROM_TO.finditer(said)]
    for name in ("a", "b"):
        firsts = [find_numbers(m[name])[:1] for m in matches]
        ends = [n for several in firsts for n in several if n.unit == number.unit and n.to is None]
        if 1 < len(ends) == len(matches) and is_said(
            number, sum((n.value for n in ends), Decimal(0)), text
        ):
            return " + ".join(f"{n.value.normalize():f}" for n in ends)
    return ""


def both_ends(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """Both ends of a quoted range, told one behind the other: “from 15 to 23 years of age”."""
    for said_in, said in evidence.numbers:
        is_end = said.to is not None and number.value in (said.value, said.to)
        if is_end and said.is_of(number) and _are_both_told(text, said):
            return f"“{said_in[said.start : said.end]}”"
    return ""


def _are_both_told(text: str, said: FoundNumber) -> bool:
    """Tell whether a text has both ends of a range one behind the other: “from 15 to 23 years of age”."""
    found = find_numbers(text)
    ends = [
        (one, other)
        for one, other in pairwise(found)
        if (one.value, other.value) == (said.value, said.to)
    ]
    return any(
        _BOTH_ENDS.search(text[: one.start]) and _TO.fullmatch(text, one.end, other.start)
        for one, other in ends
    )


_BOTH_ENDS = re.compile(r"\b(?:from|between)\s\W?$", re.IGNORECASE)
_TO = re.compile(r"\s(?:[a-z]+\s)?(?:to|and|until)\s\W?")


_JOINED = re.compile(r",?\s(?:and|or|to|versus|against)\s|,\s")


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
_TO_AFTER = re.compile(
    r"[^.;]{0,60}?\bto\s(?:(?:about|some|just|only|around|roughly|nearly)\s)?\W?"
)
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
            if not (way and is_next and _TO_AFTER.fullmatch(said_in, share.end, after.start)):
                continue
            before = after.value / (1 + way * share.value / _HUNDRED)
            if after.to is None and is_said(number, abs(after.value - before), text):
                return f"“{said_in[share.start : after.end]}”"
    return ""
