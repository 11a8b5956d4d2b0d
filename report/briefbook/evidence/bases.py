"""Which of two figures is the base of a share or multiple, and which way time goes from a date.

The source: Fares went up from 80 cents in 2009 to 100 cents in 2014; the line had opened in 1922, four years after the station.
Honest:     Fares rose by a quarter. The station opened in 1918.
The lie:    Fares rose by a fifth. The station opened in 1926.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from briefbook.evidence.readings import Evidence
from briefbook.language.en.dates import find_dates
from briefbook.language.en.numbers import FoundNumber
from briefbook.language.en.trends import Change, changes, way_of

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)\b"
_IN_YEAR = re.compile(rf"[^.;\d]{{0,40}}?\b(?:in|by|of|for|until)\s(?:[A-Z][a-z]+\s)?{_YEAR}")
_YEAR_BEFORE = re.compile(
    rf"\b(?:[Ii]n|[Bb]y|[Uu]ntil)\s(?:[A-Z][a-z]+\s)?{_YEAR},?[^.;\d]{{0,40}}$"
)
_FROM = re.compile(r"\b[Ff]rom\s[^.;\d]{0,16}$")
_TO = re.compile(r"[^.;\d]{0,30}?(?:\sin\s\d{4})?\s(?:to|into)\s[^.;\d]{0,16}")


def change_told(number: FoundNumber, text: str) -> Change | None:
    """Return the change of which a text tells a number as the step: “grew 29 percent”, “a fifth more”; None for no step."""
    change = next((c for c in changes(text) if c.number.start == number.start), None)
    return change if change and not change.is_end else None


def is_step(number: FoundNumber, evidence: Evidence) -> bool:
    """Tell whether the evidence tells a figure as by how much something changed: “$85.9 million lower”."""
    return any(
        change_told(one, said) is not None for said, one in evidence.numbers if one == number
    )


_THAN = re.compile(r"(?:\s\w+){0,2}\sthan\b")
_STEP_TO = re.compile(r"(?:\s[\w’]+){0,4}?,?\sto\s(?:reach\s|about\s|some\s|just\s|only\s)*\W?")
_APART = 60


def step_side(value: FoundNumber, step: FoundNumber, evidence: Evidence) -> int:
    """Return 1 where the other figure is larger than a quoted one by a step, -1 where it is smaller; 0 where it cannot be told.

    “45 members, five more than last year” had 40, and “90 km, 30 km shorter than the old one” has one of 120.
    """
    for said, one in evidence.numbers:
        change = change_told(one, said) if one == step else None
        if change is None or (said, value) not in evidence.numbers:
            continue
        is_behind = 0 <= one.start - value.end <= _APART and "." not in said[value.end : one.start]
        is_than = is_behind and (
            said[change.end - 4 : change.end].lower() == "than" or _THAN.match(said, change.end)
        )
        is_end = value.start > one.end and _STEP_TO.fullmatch(said, one.end, value.start)
        if is_than or is_end:
            return -change.way
    return 0


def is_no_sum(parts: tuple[FoundNumber, ...], evidence: Evidence) -> bool:
    """Tell whether a step may only be taken off its figure: 45 and “five more than last year” make no 50."""
    pairs = permutations(parts) if len(parts) == len(_PAIR_OF) else ()
    return any(step_side(one, other, evidence) < 0 for one, other in pairs)


_PAIR_OF = ("figure", "step")


def is_later(one: FoundNumber, other: FoundNumber, evidence: Evidence) -> bool | None:
    """Tell whether of two figures of one series the first is the later one; None where they are none of one series."""
    for said, first in evidence.numbers:
        if first not in (one, other) or said[first.start : first.end] == "":
            continue
        second = other if first == one else one
        if (said, second) not in evidence.numbers or second.start < first.end:
            continue
        years = _year_of(said, first, second.start), _year_of(said, second, len(said))
        if years[0] and years[1] and years[0] != years[1]:
            return (years[0] > years[1]) is (first == one)
        is_step = _FROM.search(said[: first.start]) and _TO.fullmatch(said, first.end, second.start)
        if is_step:
            return second == one
    return None


def _year_of(said: str, number: FoundNumber, end: int) -> int:
    match = _IN_YEAR.match(said, number.end, end) or _YEAR_BEFORE.search(said[: number.start])
    return int(match["year"]) if match else 0


_OVER_TIME = re.compile(
    r"(?:doubl|tripl|trebl|quadrupl|quintupl|halv)(?:e[sd]?|ing)|\w+-?fold", re.IGNORECASE
)


def is_over_time(number: FoundNumber, text: str) -> bool:
    """Tell whether a multiple says how something changed: “quadrupled”, not “four times as large as”."""
    words = text[number.start : number.end]
    return number.unit == "×" and _OVER_TIME.fullmatch(words) is not None


def is_of_other_time(
    number: FoundNumber, text: str, one: FoundNumber, other: FoundNumber, evidence: Evidence
) -> bool:
    """Tell whether a multiple over time is made the wrong way round: “quadrupled” of a fall to a quarter."""
    if not is_over_time(number, text):
        return False
    later = is_later(one, other, evidence)
    is_fall = (
        "fold" in text[number.start : number.end].lower() and way_of(text) < 0
    )  # “shrank threefold”
    return later is not None and later is is_fall


_LOSES = re.compile(
    r"\b(?:lost|los[ei]\w*|shed\w*|parted with|gave up|forfeit\w*)\s(?:about\s|some\s|almost\s|nearly\s|more than\s|over\s|just\s|well\s)*$",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"[^.;,]{0,60}?\b(?:ha[sd]|have|was|were|is|are)\s(?:been\s|already\s|since\s)?(?:gone|lost|vanished|disappeared|scrapped|dried up)\b"
)


def is_loss(number: FoundNumber, text: str) -> bool:
    """Tell whether a text tells a part as lost: “lost a third of”, “a quarter of the fleet had gone”."""
    before = text[: number.start]
    return bool(_LOSES.search(before) or _GONE.match(text, number.end))


def held_part(
    number: FoundNumber, text: str, one: FoundNumber, other: FoundNumber, evidence: Evidence
) -> Decimal | None:
    """Return the part that a number told as a change, or as lost, can only be of two figures; -1 for none, None for any."""
    if number.unit not in ("/", "%") or not other.value:
        return None
    ratio = one.value / other.value
    change = next((c for c in changes(text) if c.number.start == number.start), None)
    if change and change.is_end:  # “shrank to a third”
        later = is_later(one, other, evidence)
        return (
            None
            if later is None
            else ratio
            if later and (ratio > 1) is (change.way > 0)
            else Decimal(-1)
        )
    is_of = text.startswith((" of ", " percent of "), number.end)
    if change and not (is_of and is_later(one, other, evidence) is None):
        return abs(1 - ratio) if (ratio > 1) is (change.way > 0) else Decimal(-1)
    if is_loss(number, text) and is_later(one, other, evidence) is not None:
        return 1 - ratio if ratio < 1 else Decimal(-1)
    return None


_OF_THEM = re.compile(r",?\s(?:of (?:them|whom|which|these|those)\b|[a-z]+ing\s[a-z]+,? of)")
_OTHERS = re.compile(
    r"\s(?:men|women|boys|girls|males?|females?|others?|foreigners|adults|children)\b"
)


def ratio_to_rest(
    number: FoundNumber, text: str, one: FoundNumber, other: FoundNumber, evidence: Evidence
) -> Decimal:
    """Return how often a figure has another one, or of a part the rest of its whole: for every woman three men of 450 women in 1,800."""
    is_part = _OTHERS.match(text, number.end) and any(
        said_in == there and _OF_THEM.match(said_in, part.end)
        for said_in, part in evidence.numbers
        if part == other
        for there, whole in evidence.numbers
        if whole == one
    )
    ratio = one.value / other.value
    return ratio - 1 if is_part else ratio


_BOTH = frozenset((1, -1))
_BORN = re.compile(r"\b(?:born|birth)\b[^.;]{0,40}")
_OF_AGE = re.compile(r"\b(?:aged?|old)\b", re.IGNORECASE)
_NP = r"(?=\s(?!(?:in|on|at|the year)\b)\w)"
_TOWARDS = re.compile(
    rf"\s(?:(?P<after>(?:after|following|behind){_NP}|later than)|(?P<before>(?:before|ahead of|prior to){_NP}|earlier than)"
    r"|(?P<later>later|after(?:wards)?|thereafter|hence|on\b)|(?P<earlier>earlier|before(?:hand)?|previously|ago))(?!\w)"
)
_FOR = re.compile(
    r"\b(?:after|for|within|last(?:s|ed|ing)?|over|spen[dt]|took|during)\s(?:the\s|about\s|some\s|nearly\s|almost\s|more than\s)*$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till|to|by|end(?:s|ed|ing)?\sin)\s(?:\w+\s)?$", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:from|since|beginning in|starting in|as of)\s(?:\w+\s)?$", re.IGNORECASE)


def ways_from(words: str, year: int, evidence: Evidence) -> frozenset[int]:
    """Return which ways a quoted length of time leads from a year: 1 later, -1 earlier, both where the words do not tell."""
    if _OF_AGE.search(words):
        # nobody is 42 before being born; who was 42 in another year, was born before it
        births = (m for said in evidence.texts for m in _BORN.finditer(said))
        return frozenset((1 if any(str(year) in birth[0] for birth in births) else -1,))
    found = {way for said in evidence.texts for way in _ways_in(said, words, year)}
    return frozenset(found) or _BOTH


def _ways_in(said: str, words: str, year: int) -> Iterator[int]:
    at = said.find(words)
    dates = [f for f in find_dates(said) if year in (f.date.first.year, f.date.last.year)]
    for found in dates if at >= 0 else ():
        end = at + len(words)
        side = _TOWARDS.match(said, end)
        if words.lower().endswith((" later", " earlier")):
            yield -1 if words.lower().endswith("earlier") else 1
        elif side is None:
            yield from _ways_of_length(said, at, found.start)
        elif side["later"] or side["earlier"]:
            yield 1 if side["later"] else -1
        else:
            # “after the mill burnt down in 1931” has the date in it, “in 1922, four years after the station” has not
            is_inside = found.start >= side.end() and "," not in said[side.end() : found.start]
            yield 1 if bool(side["after"]) is is_inside else -1


def _ways_of_length(said: str, at: int, date: int) -> Iterator[int]:
    before = said[max(0, date - 24) : date]
    if not _FOR.search(said[:at]) or not (_UNTIL.search(before) or _SINCE.search(before)):
        yield from _BOTH
    else:
        yield -1 if _UNTIL.search(before) else 1
