"""How the bound of a number may be told otherwise: “just under” for “almost”, the ceiling for “up to”, the others’ side.

What neither keeps the source's bound nor follows from it is told by `unsupported_values`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.errors import Severity
from briefbook.evidence.derivations import evidence_of
from briefbook.evidence.derived_rests import is_part
from briefbook.evidence.spans import told_duration
from briefbook.evidence.support import Assertion
from briefbook.language.en.numbers import FoundNumber, find_numbers, is_nearly_fraction


def bound_severity(
    text: str, number: FoundNumber, same: FoundNumber, assertion: Assertion
) -> Severity:
    """Who turns “at least” to “at most” says what cannot be true; who leaves one out, may be right, unless with “exactly”.

    That is a reason for a look: over all sets it was told of five true statements and seven lies. Of “hundreds”
    nobody knows the number.
    """
    is_exact = _EXACTLY.search(text[: number.start]) is not None
    if (number.bound, same.bound) == ("", "+") and _MUST.search(text[: number.start]):
        return Severity.REVIEW  # what must be done at least
    if number.bound == "~" and same.bound:
        return Severity.WARNING  # about a hundred may be more than a hundred
    if number.bound:
        return Severity.ERROR
    if same.bound == "~":
        return Severity.WARNING if is_exact else Severity.REVIEW
    is_vague = _VAGUE.fullmatch(_passage_of(same, assertion)[same.start : same.end]) is not None
    return Severity.ERROR if is_exact or is_vague else Severity.REVIEW


_VAGUE = re.compile(r"(?:[a-z]+\s)*(?:of\s)?[a-z]+s", re.IGNORECASE)
"""“hundreds”, “tens of thousands”, “myriads”"""
_MUST = re.compile(
    r"\b(?:unless|only if|provided|must|ha(?:s|ve|d) to|needs? to|required to)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_EXACTLY = re.compile(r"\b(?:exactly|precisely|no more and no less than)\s\W?$", re.IGNORECASE)


def is_kept(text: str, number: FoundNumber, same: FoundNumber, assertion: Assertion) -> bool:
    """Tell whether text and evidence both say “nearly” in a word of their own: “just under” for “almost”."""
    said = _passage_of(same, assertion)
    if same.bound == "+" and not number.bound and told_duration(said, same):
        # “250 million over 20 years” are paid in that time, which is not more
        return _OVER.search(said[: same.start]) is not None
    if (number.bound, same.bound) == ("~", "+") and "odd" in text[number.start : number.end]:
        return True  # “fifty-odd” of more than fifty
    if same.bound in ("+", "-") and not number.bound:  # “the ceiling is 40” of “up to 40”
        is_as_much = _AS_MUCH.search(text[: number.start])  # “as hot as 37 °C” of up to 37 degrees
        return bool(is_as_much or (_CEILING if same.bound == "-" else _FLOOR).search(text))
    if {number.bound, same.bound} == {"+", "-"}:
        # “boats of up to 15 metres are exempt” from what applies to those that are longer
        is_spared = _is_spared(text, number) is not _is_spared(said, same)
        return is_spared or _is_of_the_others(text, assertion)
    if same.bound == "" and number.bound in ("+", "-"):
        return _is_limit(text, number, same, said)
    return bool(
        _NEARLY.search(text[max(0, number.start - _WORD_BEFORE) : number.start])
        and _NEARLY.search(said[max(0, same.start - _WORD_BEFORE) : same.start])
    )


def _is_limit(text: str, number: FoundNumber, same: FoundNumber, said: str) -> bool:
    """Tell whether a bare number of the evidence is a limit that the text tells as one."""
    if _AS_MUCH.search(said[: same.start]) or _is_throughout(text, number):
        return True  # “up to six hours” of “as long as six hours”
    if number.bound == "-" and (_CEILING.search(said) or _MEDIAN.search(said)):
        # “up to 594 meters deep” of its deepest point; half are nine or younger, where nine is the median
        return True
    if number.bound == "-" and _CAN.search(said[: same.start]):
        return True  # “up to three types” of what can be met with three
    # “over 60 days old” of what is posted once 60 days have elapsed
    is_elapsed = number.bound == "+" and _ELAPSED.match(said, same.end)
    # “by as much as 230 days” of what came “from 80 to 230 days” late
    if is_elapsed or _is_extreme(number, same, said):
        return True
    # What is exactly four is no fewer than four, and no more: true, and weaker than the source.
    if _AT_MOST.search(text[max(0, number.start - _WORD_BEFORE) : number.start]):
        return True
    # “below its neutral level of 7 percent” of which “not under 7 percent” is told
    side = _BELOW if number.bound == "-" or _BELOW.search(text[: number.start]) else _ABOVE
    return (
        side.search(said[: same.start]) is not None
        and side.search(text[: number.start]) is not None
    )


def _is_extreme(number: FoundNumber, same: FoundNumber, said: str) -> bool:
    """Tell whether the most is told of the upper end of a quoted range, or the least of its lower end; changes have none."""
    if number.bound == "-":
        match = _FROM_TO.search(said[: same.start])
    else:
        match = _FROM.search(said[: same.start]) if _TO.match(said, same.end) else None
    return match is not None and not _CHANGES.search(_CLAUSE.split(said[: match.start()])[-1])


_FROM = re.compile(r"\bfrom\s\W?$", re.IGNORECASE)
_TO = re.compile(r"(?:\s[a-z]+)?\sto\s\W?\d")
_FROM_TO = re.compile(r"\bfrom\s\W?[\d.,]+\s?(?:[a-z%]+\s)?to\s\W?$", re.IGNORECASE)
_CHANGES = re.compile(
    r"\b(?:r[io]s\w+|r[ao]ised?|f[ae]ll\w*|gr[eo]w\w*|increas\w+|decreas\w+|declin\w+|cut\w*|low\w+|dropp?\w*|climb\w*|went|go(?:es|ne)?|"
    r"up|down|chang\w+|shift\w*|mov\w+|reduc\w+|shr[aiu]nk\w*|doubl\w+|slipp?\w*|bring\w*|brought|improv\w+|worsen\w*|expan\w+|extend\w*)\b",
    re.IGNORECASE,
)


def _is_throughout(text: str, number: FoundNumber) -> bool:
    """Tell whether “over six years” is in the course of them, where nothing is said of how long it took."""
    before = text[: number.start]
    return (
        number.bound == "+"
        and told_duration(text, number) is not None
        and _OVER.search(before) is not None
        and _LASTED.search(before) is None
        and _FROM_THEN.match(text, number.end) is None
    )


_LASTED = re.compile(
    r"\b(?:last(?:s|ed|ing)?|t[ao]kes?|taken|taking|took|wait(?:s|ed|ing)?|spen[dt]s?|spending|sentenced to|is|are|was|were|be|been|being|for|of|after|by|than|well|just|a little)\sover\s$",
    re.IGNORECASE,
)
_FROM_THEN = re.compile(
    r"(?:[\s-]\w+){1,2}\s(?:ago|later|long|old|earlier|before|after|late|behind)\b"
)


def _is_spared(text: str, number: FoundNumber) -> bool:
    """Tell whether the clause of a number denies or exempts, in words other than those that bound the number."""
    before = _CLAUSE.split(text[: number.start])[-1]
    clause = before + _CLAUSE.split(text[number.start :])[0]
    return _SPARED.search(_BOUNDING.sub(" ", clause)) is not None


_CLAUSE = re.compile(r"[.;:,]\s")
_BOUNDING = re.compile(
    r"\b(?:no|not) (?:more|less|fewer|later|earlier|greater|longer|higher|lower) than\b|\b(?:not|never|cannot)\s(?:to\s)?exceed\w*",
    re.IGNORECASE,
)


def _is_of_the_others(text: str, assertion: Assertion) -> bool:
    """Tell whether a text tells the share that a quoted one leaves: four in five under 27 weeks, 19.2 percent from 27 on."""
    evidence = evidence_of(assertion)
    shares = (n for n in find_numbers(text) if n.unit in ("/", "%") and n.to is None)
    said = [
        n.value / (_HUNDRED if n.unit == "%" else 1)
        for _, n in evidence.numbers
        if n.unit in ("/", "%")
    ]
    return any(
        is_part(share, 1 - part, text) or is_nearly_fraction(share.value, 1 - part)
        for share in shares
        for part in said
        if not any(share.is_same(n) for _, n in evidence.numbers)
    )


_HUNDRED = 100
_SPARED = re.compile(
    r"\b(?:restrict\w*|bar(?:s|red|ring)?|prevent\w*|ban(?:s|ned)?|prohibit\w*|forbid\w*|forbidden|no|not|without|never|cannot|waive[sd]?|exempt\w*|except\w*|exclud\w*|spared?|free (?:of|from)|need not|outside|escape[sd]?)\b",
    re.IGNORECASE,
)
_AS_MUCH = re.compile(r"\bas [a-z]+ as\s(?:an?\s|the\s)?$", re.IGNORECASE)
"""“as long as six hours”, “as far as 300 km”: bound or emphasis"""
_OVER = re.compile(r"(?:^|\w\s|[.:;,]\s)over\s(?:the\s)?$", re.IGNORECASE)
_NEARLY = re.compile(
    r"\b(?:almost|nearly|close to|nearing|approaching|not quite|just (?:under|below|short of)|(?:a (?:little|bit|shade)|slightly|somewhat) (?:under|below|less than|short of))\s\W?$",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"\b(?:(?:no|not) (?:more|fewer|less) than|at (?:least|most))\s\W?$", re.IGNORECASE
)
_CEILING = re.compile(
    r"\b(?:in (?:places|parts|some (?:places|parts|areas))|at (?:its|their|the) \w+est|at worst|at best|peak\w*|(?:larg|long|bigg|high|wid|deep|tall|heavi|fast|old)est|ceiling|cap|capped|limit\w*|maximum|most|(?:could|might|may) (?:reach|rise to|amount to|climb to|come to))\b",
    re.IGNORECASE,
)
_FLOOR = re.compile(
    r"\b(?:floor|minimum|threshold|least|so far|to date|until now|already|known|confirmed|recorded|counted|registered|identified|documented|verified)\b",
    re.IGNORECASE,
)
"""“23 deaths are confirmed” of at least 23"""
_LEVEL = r"\s(?:(?:the|its|their|an?)\s)?(?:[\w-]+\s){0,2}?(?:(?:level|limit|ceiling|floor|threshold|mark|target)\sof\s)?\W?$"
_BELOW = re.compile(rf"\b(?:below|under|beneath|less than|lower than){_LEVEL}", re.IGNORECASE)
_ABOVE = re.compile(
    rf"\b(?:above|over|beyond|exceed\w*|more than|higher than){_LEVEL}", re.IGNORECASE
)
_MEDIAN = re.compile(r"\bmedian\b", re.IGNORECASE)
_CAN = re.compile(r"\b(?:can|may|could|might|allowed to|entitled to)\s[^.;,]{0,60}$", re.IGNORECASE)
_ELAPSED = re.compile(r"\s[a-z]+\s(?:ha(?:s|ve|d)|will have)\s(?:elapsed|passed|gone by|expired)\b")
_WORD_BEFORE = 24


def _passage_of(number: FoundNumber, assertion: Assertion) -> str:
    """Return the evidence in which a number stands."""
    return next((words for words in assertion.supporting if number in find_numbers(words)), "")


def turned_limits(text: str, assertion: Assertion) -> Iterator[tuple[FoundNumber, FoundNumber]]:
    """Yield each limit that a text tells of those whom the evidence exempts: meshes of at most 120 mm, where smaller ones are banned."""
    for number in find_numbers(text):
        if number.bound not in ("+", "-"):
            continue
        for said in assertion.supporting:
            same = next((n for n in find_numbers(said) if n.is_same(number)), None)
            if same is None or same.bound != number.bound:
                continue
            rules = _RULED.search(text), _RULED.search(said)
            if all(rules) and _is_spared(text, number) is not _is_spared(said, same):
                yield number, same


_RULED = re.compile(
    r"\b(?:must|may|shall|ha(?:s|ve) to|need(?:s|ed)?|required?|allowed|permitted|ban(?:s|ned)?|prohibit\w*|forbid\w*|exempt\w*|pays?|fees?|free)\b",
    re.IGNORECASE,
)
