"""Numbers that two or three quoted ones make, where words of the statement tell how: per head, on average, the rest.

Each rule takes a number, the text that has it and the evidence, and returns the words that it follows from;
empty if it does not. Without its words a rule lets nothing pass: of many numbers some two make any other.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations, permutations, product

from briefbook.evidence.bases import ratio_to_rest
from briefbook.evidence.derived_rests import THE_REST, is_part
from briefbook.evidence.derived_sizes import RELATIVE, is_said
from briefbook.evidence.readings import Evidence
from briefbook.evidence.spans import told_duration
from briefbook.language.en.numbers import FoundNumber
from briefbook.language.en.related import is_near
from briefbook.language.en.stemmer import are_kin, content_stems, stem
from briefbook.language.en.trends import way_of

_HUNDRED = 100
_NEAR = Decimal("0.03")
_COMPARING = ("%", "/", "×", "th", "pp")


def is_about(number: FoundNumber, value: Decimal, text: str) -> bool:
    """Tell whether a number says a value that was worked out, which hardly comes out even."""
    if not value or number.to is not None:
        return False
    if is_said(number, value, text):
        return True
    is_rounded = abs(number.value - value) <= number.precision / 2
    is_about = number.bound == "~" or _ABOUT.search(text[: number.start])
    reach = _NEAR if is_about else _NEAR / 6
    if is_about and abs(number.value / value - 1) <= reach:
        return True
    return number.bound in ("", "~") and is_rounded and abs(number.value / value - 1) <= reach


_ABOUT = re.compile(r"\b(?:about|some|roughly|around|approximately)\b[^.;,]{0,24}$", re.IGNORECASE)


def share_of_whole(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """The part that a share makes, or its whole: some 640 of “1,180 pupils, 54 percent of them girls”."""
    if number.unit in _COMPARING:
        return ""
    for said_in, said in evidence.numbers:
        if said.unit != number.unit or said.to is not None:
            continue
        for there, share in evidence.numbers:
            part = _part(share)
            is_behind = there is not said_in and _OF_THIS.match(there) is not None
            if not part or not (there is said_in or is_behind):
                continue
            is_whole = _OF_IT.match(there, share.end) is not None
            is_whole = is_whole or (
                there is said_in and _OF_WHICH.match(there, said.end, share.start) is not None
            )
            if number.bound in ("+", "-") and not _tells_of(text, there, share):
                continue  # “less than three million” of all, where 2.4 are coal
            if (
                is_whole
                and not _is_part_said(said_in, said, there, share)
                and is_about(number, said.value * part, text)
            ):
                return f"“{there[share.start : share.end]}” of “{said_in[said.start : said.end]}”"
            is_before = is_behind or said.end <= share.start
            if is_whole and is_before and is_about(number, said.value / part, text):
                return (
                    f"“{said_in[said.start : said.end]}”, “{there[share.start : share.end]}” of it"
                )
    return ""


_OF_WHAT = re.compile(r"\sof\s(?:its|the|their|his|her|all)\s(?P<what>[a-z]+)")
_AROUND = 40


def _is_part_said(said_in: str, said: FoundNumber, there: str, share: FoundNumber) -> bool:
    """Tell whether a figure is the part that a share is of something else: “spent $60 million, 75 percent of its budget”."""
    match = _OF_WHAT.match(there, share.end)
    if not match or there is not said_in or share.start < said.end:
        return False
    around = said_in[max(0, said.start - _AROUND) : share.start]
    return not any(are_kin(word, stem(match["what"])) for word in content_stems(around))


def _tells_of(text: str, said: str, share: FoundNumber) -> bool:
    """Tell whether a text tells of what a share is said of: of coal, where half of it is coal."""
    what = content_stems(re.split(r"[.;:,]\s", said[share.end :])[0])
    return not what or any(is_near(stem, content_stems(text)) for stem in what)


_OF_IT = re.compile(r"\s(?:of|were|was|are|is|had|have|has|full|filled)\b")
_OF_WHICH = re.compile(r"[^.;]{0,24}?\bof (?:which|whom|these|them)\b")
_OF_THIS = re.compile(r"(?:This|These|That|Those|They|It)\b|[^,.;]{0,30}\b(?:it|they|this|these)\b")
"""A sentence that goes on about what the one before it told: “This represented 19 percent of …”."""


def _part(share: FoundNumber) -> Decimal | None:
    if share.to is not None or share.unit not in ("%", "/"):
        return None
    part = share.value / _HUNDRED if share.unit == "%" else share.value
    return part if 0 < part < 1 else None


_FOR_EACH = re.compile(
    r"\b(?:per|each|every|apiece|a head|a piece|on average|averag\w+|once in)\b|"
    r"\d\s[a-z]+s\sto\s(?:an?|each|every|one)\s[a-z]+\b|"
    r"\b(?:an?)\s(?:day|week|month|year|hour|person|head|ton|tonne|mile|acre|hectare|barrel|litre|liter|kilomet(?:er|re)|met(?:er|re)|minute|second|day|night|trip|child|pupil|case)\b",
    re.IGNORECASE,
)


def for_each(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """So much for each of so many: 18 dollars a square mile of $15 million for 828,000 square miles."""
    if number.unit in _COMPARING or not _FOR_EACH.search(text):
        return ""
    durations = [
        n
        for said, n in evidence.numbers
        if n.to is None and n not in evidence.plain_numbers and n.unit == ""
    ]
    for whole, parts in permutations((*evidence.plain_numbers, *durations), 2):
        is_one = whole.unit not in _COMPARING and parts.unit == "" and whole.unit == number.unit
        each = (
            ratio_to_rest(number, text, whole, parts, evidence) if is_one and parts.value > 1 else 0
        )
        if each and is_about(number, Decimal(each), text):
            return f"{whole.value.normalize():f} / {parts.value.normalize():f}"
    return ""


_TO = re.compile(
    r"(?:\s[\w’°]+){0,4}?,?\sto\s(?:(?:about|some|just|only|around|roughly|nearly)\s)?\W?"
)
_BEFORE = re.compile(
    r"\b(?:earlier|before|previous(?:ly)?|prior|from|had (?:been|stood|come|amounted|risen|numbered|cost|had)|originally|initially)\b",
    re.IGNORECASE,
)
_LOOK_BACK = 60


def before_rise(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """What was before a rise or fall by so much: 86 of “rose by 8 degrees, to 94”."""
    if number.unit in RELATIVE or not _BEFORE.search(text):
        return ""
    for said_in, change in evidence.numbers:
        for there, said in evidence.numbers:
            is_next = (
                there is said_in
                and said.start > change.end
                and _TO.fullmatch(said_in[change.end : said.start])
            )
            if not is_next or said.unit not in (number.unit, ""):
                continue
            before = re.split(r"[.;]\s", said_in[max(0, change.start - _LOOK_BACK) : change.start])[
                -1
            ]
            way = way_of(before)
            if way and is_said(number, said.value - way * change.value, text):
                return f"“{said_in[change.start : said.end]}”"
    return ""


_OTHERS = re.compile(
    r"\b(?:(?:all|the) (?:the )?(?:other|rest|remaining|remainder)\w*|others?|rest|remain\w*|left|everything else|everyone else|anything else|neither|"
    r"turned down|rejected|refused|dismissed|outright|undecided|uncounted|unaccounted)\b",
    re.IGNORECASE,
)


def rest_of_several(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """What two parts leave of their whole: 5,300 of 41,300, where 26,900 and 9,100 are told; of a hundred percent, too."""
    is_rest = _OTHERS.search(text) or any(THE_REST.search(said) for said in evidence.texts)
    if number.unit in RELATIVE or not is_rest:
        return ""
    for said_in in evidence.texts:
        like = [
            n for said, n in evidence.numbers if said is said_in and n in evidence.plain_numbers
        ]
        like = [n for n in like if n.unit == number.unit]
        wholes = [Decimal(_HUNDRED)] if number.unit == "%" else [n.value for n in like]
        for (one, other), whole in product(combinations(like, 2), wholes):
            is_whole = whole > one.value + other.value and whole not in (one.value, other.value)
            if is_whole and is_said(number, whole - one.value - other.value, text):
                return f"{whole.normalize():f} − {one.value.normalize():f} − {other.value.normalize():f}"
    return ""


_BOTH = re.compile(
    r"\b(?:together|combined|both|at least|taken together|altogether|in all|in total|between them|of the (?:\w+\s){0,2}?who|vot\w+|members|senators|jointly)\b",
    re.IGNORECASE,
)


def part_of_several(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A fraction that two parts make of their whole, or one of both: about half of 212 and 305 of 1,046."""
    has_cue = _BOTH.search(text) or _SHARE_OF.search(text)
    if number.unit not in ("/", "%") or number.to is not None or not has_cue:
        return ""
    like = [n for n in evidence.plain_numbers if n.unit not in _COMPARING]
    for one, other in combinations(like, 2):
        both = one.value + other.value
        if one.unit != other.unit or not both:
            continue
        wholes = [n for n in like if n.unit == one.unit and n.value > both]
        if any(is_part(number, both / whole.value, text) for whole in wholes):
            return f"{one.value.normalize():f} + {other.value.normalize():f}"
        is_vote = any(_VOTES.search(said) for said in evidence.texts)
        is_vote = is_vote or bool(
            _SHARE_OF.search(text) and _ARE_BOTH.search(_between(one, other, evidence))
        )
        if is_vote and any(is_part(number, n.value / both, text) for n in (one, other)):
            return f"{one.value.normalize():f} and {other.value.normalize():f}"
    return ""


_SHARE_OF = re.compile(
    r"\b(?:accounts? for|accounted for|ma[dk]es? up|constitut\w+|represent\w*|share of|of (?:all|the (?:total|whole|staff|workforce|lot)))\b",
    re.IGNORECASE,
)
_ARE_BOTH = re.compile(r"[^.;]*\b(?:and|plus|besides|as well as)\s$")
"""“3,400 people in the regions and 610 at headquarters”: the two parts of one whole"""


def _between(one: FoundNumber, other: FoundNumber, evidence: Evidence) -> str:
    """Return the words between two numbers of one passage; a full stop where they stand in none."""
    places = [
        (said, a, b)
        for said, a in evidence.numbers
        for there, b in evidence.numbers
        if there is said and (a, b) == (one, other) and a.end < b.start
    ]
    return next((said[a.end : b.start] for said, a, b in places), ".")


_VOTES = re.compile(r"\bvot\w+\b", re.IGNORECASE)


_BY_HOW_MUCH = re.compile(
    r"\b(?:more|less|longer|shorter|older|younger|later|earlier|sooner|over|above|below|under|beyond|by|difference|gap|instead|rather)\b",
    re.IGNORECASE,
)


def longer_by(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """How much longer one quoted time is than another: four weeks less of “from 13 weeks to 9”."""
    told = told_duration(text, number)
    is_one = number.value <= 1 and not number.value % 1
    if told is None or is_one or not _BY_HOW_MUCH.search(text):
        return ""
    times = [d.value for _, d in evidence.durations if d.unit == told.unit]
    bare = [
        n.value
        for said, n in evidence.numbers
        if not n.unit and n.to is None and not told_duration(said, n)
    ]
    for one, other in permutations((*times, *(bare if times else [n for n in bare if n % 1])), 2):
        if one > other and is_about(number, one - other, text):
            return f"{one.normalize():f} − {other.normalize():f}"
    return ""


def times_of(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """So many times a quoted number, or both together: 16,200 of “5,400 on board and three times as many ashore”."""
    if number.unit in ("%", "/", "th", "pp"):
        return ""
    for said_in, times in evidence.numbers:
        if times.unit != "×" or times.to is not None:
            continue
        if number.unit in ("", "×") and number.value == times.value and _FOR_EACH.search(text):
            return f"“{said_in[times.start : times.end]}”"
        for there, said in evidence.numbers:
            if (
                there is not said_in
                or said.unit != number.unit
                or said.unit in _COMPARING
                or said.to is not None
            ):
                continue
            if said.end <= times.start and _BASE_BEHIND.match(said_in, times.end):
                continue  # “3 million, twice the budget”: `compared` halves it
            several = [said.value * times.value]
            several += [said.value * (1 + times.value)] if _BOTH.search(text) else []
            if any(is_about(number, value, text) for value in several):
                return f"“{said_in[times.start : times.end]}” of “{said_in[said.start : said.end]}”"
    return ""


_BASE_BEHIND = re.compile(
    r"\s(?:the|its|their|his|her|what)\b|\sthat of\b|\sas\s\w+(?:\s\w+){0,2}?\sas\b|\sas\s(?:in|on|at|the|its|it|they|before|planned|expected|last)\b",
    re.IGNORECASE,
)
_MORE_THAN = re.compile(
    r"\s(?:[a-z]+\s){0,2}?(?P<way>more|less|fewer|higher|lower|above|below|over|under|up|down)\b"
)


def share_of_change(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """By which part something changed: a third more of “4.7 billion, 1.2 billion more than planned”."""
    if number.unit not in ("/", "%") or number.to is not None:
        return ""
    for said_in, said in evidence.numbers:
        for there, change in evidence.numbers:
            is_next = (
                there is said_in
                and said.unit == change.unit
                and 0 < change.start - said.end <= _LOOK_BACK
            )
            margin = (
                _MORE_THAN.match(said_in, change.end)
                if is_next and change.unit not in _COMPARING
                else None
            )
            if margin is None:
                continue
            way = 1 if margin["way"] in ("more", "higher", "above", "over", "up") else -1
            before = said.value - way * change.value
            if before > 0 and is_part(number, change.value / before, text):
                return f"“{said_in[said.start : change.end]}”"
    return ""


_HALF_OF = re.compile(r"\shalf of (?:the )?(?P<what>[A-Z][a-z]+|\d{4}|year|month)")
_MIDDLE_DAY, _MIDDLE_MONTH = 15, 6


def half_of_a_date(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """The first half of March, of 3 to 14 March; of 2014, of a month until June."""
    match = _HALF_OF.match(text, number.end)
    if number.unit != "th" or number.value not in (1, 2) or not match:
        return ""
    is_first = number.value == 1
    for date in (*evidence.dates, *evidence.days):
        if match["what"].isdigit() or match["what"] == "year":
            is_in = (date.last.month <= _MIDDLE_MONTH) is is_first
        else:
            is_in = (date.last.day <= _MIDDLE_DAY) is is_first and (
                date.first.day <= _MIDDLE_DAY
            ) is is_first
        if is_in:
            return str(date.edtf)
    return ""
