"""Numbers that follow from what the evidence leaves to be said: the rest of a whole, a majority, what was before.

Each rule takes a number, the text that has it and the evidence, and returns the words that it follows from;
empty if it does not.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from briefbook.evidence.bases import change_told
from briefbook.evidence.derived_ratios import is_fraction
from briefbook.evidence.derived_sizes import BELOW, POINTS, is_said
from briefbook.evidence.readings import Evidence
from briefbook.language.en.counted import counted_after
from briefbook.language.en.dates import find_dates
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.language.en.trends import way_of
from briefbook.values.units import size_of

_HALF = Decimal("0.5")
_HUNDRED = 100

THE_REST = re.compile(
    r"\b(?:remainder|the (?:rest|others?|balance)|remaining|all (?:the )?others?)\b", re.IGNORECASE
)
_BUT = re.compile(
    r"\b(?:all (?:but|except|save)|except(?: for)?|other than)\s(?:(?:about|some|roughly|around)\s)?(?:an?\s|the\s)?$",
    re.IGNORECASE,
)


def rest_of(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """The rest of a whole that the evidence speaks of: 15 percent of “85 percent, and the remainder”.

    Or behind “all but”: 7 percent, where 93 percent are told.
    """
    if number.unit not in ("%", "/") or number.to is not None:
        return ""
    is_but = _BUT.search(text[: number.start]) is not None
    for said_in, said in evidence.numbers:
        if said.unit not in ("%", "/") or said.to is not None:
            continue
        is_stay = _STAY.search(text) and _GONE.search(said_in)
        if not (is_but or is_stay or THE_REST.search(said_in) or _is_other_half(text, said_in)):
            continue
        part = said.value / _HUNDRED if said.unit == "%" else said.value
        if is_part(number, 1 - part, text):
            return f"all but “{said_in[said.start : said.end]}”"
    return ""


_FURTHER = re.compile(r"\s(?:further|other|more|additional|remaining)\b")
_THE_OTHER = re.compile(r"\b(?:remaining|other|another|a further|an additional)\s$", re.IGNORECASE)
_OF_THEM = re.compile(r"\s(?:of (?:them|these|those|which|whom)|have|had|has)\b")


def others_of(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """How many of a counted whole are others than a part of it: seven further ones of “12 states; five of them had it”.

    Those that the statement names are such a part: “Tarn and 20 other towns” of 21 that Tarn leads.
    """
    if number.unit or number.to is not None:
        return ""
    is_other = _FURTHER.match(text, number.end) or _THE_OTHER.search(text[: number.start])
    is_counterpart = any(_is_counterpart(text, said_in) for said_in in evidence.texts)
    is_rest = is_other or is_counterpart or _DENIES.search(_clause_of(text, number)) is not None
    for said_in in evidence.texts if is_rest else ():
        counts = [n for n in find_numbers(said_in) if not n.unit and n.to is None]
        for whole, part in pairwise(counts):
            is_part = _OF_THEM.match(said_in, part.end) or _OF_WHICH.search(
                said_in, whole.end, part.start
            )
            if is_part and is_said(number, whole.value - part.value, text):
                return f"{whole.value.normalize():f} − {part.value.normalize():f}"
        named = _named_before(text, number, said_in) if is_other else 0
        for whole in counts if named else ():
            if whole.value == number.value + named and not _FURTHER.match(said_in, whole.end):
                return f"“{said_in[whole.start : whole.end]}” with {named} that it names"
    return ""


_DENIES = re.compile(
    r"\b(?:not|no|none|never|without|lack\w*|miss(?:ing|ed|es)?|fail\w*|fell short|remain\w*|rest|left|others?|still|yet|un(?!it|i[oq]|der)\w{3,}|in(?:complete|valid|active|eligible)\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"\bof (?:which|whom|these|those|them),?\s(?:only |just |some |about )?$")
_CLAUSES = re.compile(r"[.;:]\s|,\s(?:and|but|while|whereas)\s|\s(?:while|whereas)\s")


def _clause_of(text: str, number: FoundNumber) -> str:
    """Return the part of a sentence that a number stands in."""
    start = max((m.end() for m in _CLAUSES.finditer(text, 0, number.start)), default=0)
    end = _CLAUSES.search(text, number.end)
    return text[start : end.start() if end else len(text)]


_AND = re.compile(
    r"(?:^|[.;:,]\s)(?P<names>[A-Z][\w’.-]*(?:\s[A-Z][\w’.-]*)*(?:,\s[A-Z][\w’.-]*(?:\s[A-Z][\w’.-]*)*){0,4})(?:,?\sand|,?\splus|,?\salong with|,?\stogether with)\s(?:the\s)?$"
)


def _named_before(text: str, number: FoundNumber, said: str) -> int:
    """Return how many names stand joined before a number, if a passage has each: one of “Tarn and 20 others”."""
    match = _AND.search(text[max(0, number.start - _NAMES_REACH) : number.start])
    names = match["names"].split(", ") if match else []
    return len(names) if all(name in said for name in names) else 0


_NAMES_REACH = 120


def part_beside_the_rest(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """The part that a figure is of itself and “the remaining” one: two thirds of “62 million; the remaining 31 million”."""
    if number.unit not in ("%", "/") or number.to is not None:
        return ""
    for said_in in evidence.texts:
        numbers = [
            n for n in find_numbers(said_in) if n.value and n.unit not in ("%", "/", "×", "th")
        ]
        for one, other in pairwise(numbers):
            if one.unit != other.unit or not _REMAINING.search(said_in[one.end : other.start]):
                continue
            whole = one.value + other.value
            if any(is_part(number, value / whole, text) for value in (one.value, other.value)):
                words = (said_in[n.start : n.end] for n in (one, other))
                return " and the rest, ".join(f"“{said}”" for said in words)
    return ""


_REMAINING = re.compile(
    r"\b(?:remaining|remainder|the rest|the other)\b[^.;]{0,12}$", re.IGNORECASE
)


def is_part(number: FoundNumber, part: Decimal, text: str) -> bool:
    """Tell whether a fraction or a percentage says a part of one, as its words bound it."""
    if number.unit == "%":
        return is_said(number, _HUNDRED * part, text)
    return is_fraction(number, text, part)


_STAY = re.compile(r"\b(?:still|remain\w*|stay\w*)\b", re.IGNORECASE)
_GONE = re.compile(
    r"\b(?:ha(?:d|ve|s) (?:left|gone|fled|moved|died|resigned)|left|fled|departed|disappeared)\b",
    re.IGNORECASE,
)
"""“two in five were still there” of 60 percent who had left"""
_COUNTERPARTS = (
    ("girls?|females?", "boys?|males?"), ("wom[ae]n|females?", "m[ae]n|males?"), ("urban|towns?|cities", "rural|countryside|villages?"),
    ("public|state-owned", "private|privately"), ("adults?", "children"), ("domestic|at home", "foreign|abroad|overseas"),
    ("literate", "illiterate"), ("employed", "unemployed"), ("paved", "unpaved"), ("married", "unmarried|single"),
)  # fmt: skip
"""Two kinds that make a whole: where 54 percent are girls, 46 percent are boys."""


_A_KIND = re.compile(
    rf"\b(?:{'|'.join(kind for pair in _COUNTERPARTS for kind in pair)})\b", re.IGNORECASE
)
"""Few texts have any: the pairs are looked for in those alone."""


def _is_other_half(text: str, said: str) -> bool:
    for pair in _COUNTERPARTS if _A_KIND.search(text) else ():
        for mine, its in (pair, pair[::-1]):
            told, there = rf"\b(?:{mine})\b", rf"\b(?:{its})\b"
            if re.search(told, text, re.IGNORECASE) and re.search(there, said, re.IGNORECASE):
                return not (
                    re.search(there, text, re.IGNORECASE) or re.search(told, said, re.IGNORECASE)
                )
    said = _BOUNDED.sub(
        " ", said
    )  # “no more than 40 percent” is no class beside which there are larger ones
    return bool(_DEGREE.search(text) and _LIMIT.search(said))


def _is_counterpart(text: str, said: str) -> bool:
    """Tell whether a text tells of one of two kinds that make a whole, and a passage of the other one alone: men, women."""
    return _A_KIND.search(text) is not None and any(
        re.search(rf"\b(?:{mine})\b", text, re.IGNORECASE)
        and re.search(rf"\b(?:{its})\b", said, re.IGNORECASE)
        and not re.search(rf"\b(?:{its})\b", text, re.IGNORECASE)
        and not re.search(rf"\b(?:{mine})\b", said, re.IGNORECASE)
        for pair in _COUNTERPARTS
        for mine, its in (pair, pair[::-1])
    )


_BOUNDED = re.compile(
    r"\b(?:(?:no |not )?(?:less|more|fewer) than|up to|at least|at most|under|over|below|above)\s\W?[\d.,]+\s?(?:%|per\s?cent|percent)",
    re.IGNORECASE,
)


_DEGREE = re.compile(
    r"\b(?:\d[\d.,]*(?:\s[a-z]+)? (?:and (?:over|above|up|under|below)|or (?:more|above|less|below))|larger|smaller|bigger|older|younger|longer|shorter|richer|poorer|higher|lower|newer)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:under|over|below|above|(?:less|more|fewer|larger|smaller|older|younger|longer|shorter) than|up to|at least|at most)\b",
    re.IGNORECASE,
)
"""“vessels under 10 metres”, beside which there are larger ones"""

_MOST = re.compile(
    r"\b(?:(?:the|a) (?:large |great |vast |clear )?majority|most(?= of|,| [a-z]+s\b)|mostly)\b",
    re.IGNORECASE,
)
_FEW = re.compile(r"\ba (?:small )?minority\b", re.IGNORECASE)


def majority(number: FoundNumber, _: str, evidence: Evidence) -> str:
    """More than half of “the majority”, less than half of “a minority”."""
    if number.unit != "/" or number.value != _HALF:
        return ""
    pattern = {"+": _MOST, "-": _FEW}.get(number.bound)
    if pattern is None:
        return ""
    return next((f"“{m[0]}”" for said in evidence.texts if (m := pattern.search(said))), "")


_EARLIER = re.compile(
    r"\b(?:earlier|before|previous(?:ly)?|prior|preceding|last (?:[a-z]+\s){0,2}(?:year|month|quarter|cycle|season|term|decade|round|time)|had (?:been|stood|come|amounted|numbered)|from)\b",
    re.IGNORECASE,
)
_MARGIN = re.compile(
    r"\s(?:[a-z]+\s)?(?:(?P<up>higher|more|larger|greater|up|above|over|increase|rise|gain|growth)|"
    r"lower|less|fewer|smaller|down|below|under|decrease|decline|drop|fall|reduction)\b",
    re.IGNORECASE,
)
_REACH = 90
_ENDS = re.compile(r"(?<=\s)to\s(?:reach\s|about\s|some\s|just\s)*\W?$")
"""“rose 25 percent to reach 50,000”"""
_OFF = Decimal("0.006")
_FIGURES = 3


def before_percent(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """What was before a change in percent: 500 million of “$530 million, 6 percent higher than”."""
    if number.unit in ("%", "/", "×", "th", "pp") or number.to is not None:
        return ""
    has_cue = _EARLIER.search(text) or find_dates(text) or _is_yardstick(text, evidence)
    if not has_cue or len(number.value.normalize().as_tuple().digits) > _FIGURES:
        return ""
    for said_in, said in evidence.numbers:
        if said.unit != number.unit or said.to is not None:
            continue
        for there, share in evidence.numbers:
            is_near = there is said_in and 0 < share.start - said.end <= _REACH
            is_end = there is said_in and _ENDS.search(said_in, share.end, said.start)
            if share.unit != "%" or not (is_near or is_end):
                continue
            step = change_told(share, said_in) if is_end else None
            way = step.way if step else _way_of(said_in, share)
            before = (
                said.value / (1 + way * share.value / _HUNDRED)
                if way and share.value < _HUNDRED
                else 0
            )
            reach = 5 * _OFF if number.bound == "~" else _OFF
            if before and abs(number.value / before - 1) <= reach:
                ends = min(said.start, share.start), max(said.end, share.end)
                return f"“{said_in[ends[0] : ends[1]]}”"
    return ""


_YARDSTICK = re.compile(
    r"\b(?:mean|average|norm|median|target|plan|forecast|estimate|budget|limit|level|rate|standard)\b"
)


def _is_yardstick(text: str, evidence: Evidence) -> bool:
    """Tell whether a text tells what something is compared with: the mean of “30 percent below the ten-year mean”."""
    told = {match[0] for match in _YARDSTICK.finditer(text)}
    return any(match[0] in told for said in evidence.texts for match in _YARDSTICK.finditer(said))


_FORWARD = re.compile(
    r"\s(?:[a-z]+\s)?(?:higher|more|larger|greater|lower|less|smaller|above|below)\b(?!\s(?:than|on|over|from|compared|the|its|that))"
)


def after_percent(number: FoundNumber, _: str, evidence: Evidence) -> str:
    """What is after a change in percent: 3.55 million of “3.2 million, and next year a quota 11 percent higher”."""
    if number.unit in ("%", "/", "×", "th", "pp") or number.to is not None:
        return ""
    for said_in, said in evidence.numbers:
        for there, share in evidence.numbers:
            is_behind = there is not said_in or share.start > said.end
            if share.unit != "%" or said.unit != number.unit or not is_behind:
                continue
            way = _way_of(there, share) if _FORWARD.match(there, share.end) else 0
            after = said.value * (1 + way * share.value / _HUNDRED)
            reach = 3 * _OFF if number.bound == "~" else _OFF
            if way and after > 0 and abs(number.value / after - 1) <= reach:
                return f"“{said_in[said.start : said.end]}” and “{there[share.start : share.end]}”"
    return ""


def _way_of(text: str, share: FoundNumber) -> int:
    """Return 1 for a percentage of a rise, -1 for one of a fall, 0 for another: “a 40 percent increase”, “down by 5 percent”."""
    margin = _MARGIN.match(text, share.end) or _BY_SO_MUCH.search(text[: share.start])
    return 0 if margin is None else 1 if margin["up"] else -1


_BY_SO_MUCH = re.compile(
    r"\b(?:(?:an? )?(?P<up>increase|rise|gain|growth)|(?:an? )?(?:decrease|decline|drop|fall|reduction))\s(?:of|by)\s"
    r"(?:(?:about|some|nearly|almost|over|more than|roughly|around)\s)?$",
    re.IGNORECASE,
)
_MONEY = len("USD")


def in_a_series(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """Money told without its currency behind money: 1,220 of “from 1,790 dollars to 1,220”."""
    sentence = re.split(r"[.!?]\s", text[: number.start])[-1]
    is_next = any(
        0 < n.start - number.end <= 1 for n in find_numbers(text)
    )  # “1,220 two years later”
    if number.unit or (counted_after(text, number.end) and not is_next):
        return ""
    units = {n.unit for n in find_numbers(sentence) if len(n.unit) == _MONEY}
    for said_in, said in evidence.numbers:
        if said.unit in units and (said.value, said.to) == (number.value, number.to):
            return f"“{said_in[said.start : said.end]}”"
    return ""


def converted_range(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A range of a measure in another unit, rounded: about two to three kilometres of 1,800 to 3,100 metres."""
    told = counted_after(text, number.end)
    size = size_of(told.unit) if told else None
    if not size or number.to is None:
        return ""
    for said_in, said in evidence.numbers:
        there = counted_after(said_in, said.end)
        other = size_of(there.unit) if there and said.to is not None else None
        if there is None or other is None or said.to is None or other[0] != size[0]:
            continue
        ends = ((number.value, said.value), (number.to, said.to))
        if all(_is_end(mine, its * other[1] / size[1], number) for mine, its in ends):
            return f"“{said_in[said.start : there.end]}”"
    return ""


def _is_end(mine: Decimal, value: Decimal, number: FoundNumber) -> bool:
    reach = BELOW if number.bound == "~" else BELOW / 4
    is_rounded = abs(mine - value) <= number.precision / 2
    return is_rounded and bool(value) and abs(mine / value - 1) <= reach


_BETWEEN = 24
"""Characters between a value and what compares it."""


_BEATS = re.compile(
    r"\b(?:beat(?:s|ing)?|exceed(?:s|ed|ing)?|outperform(?:s|ed|ing)?|ahead of|surpass(?:e[sd]|ing))\b"
)
_MISSES = re.compile(
    r"\b(?:miss(?:es|ed|ing)?|short of|behind|trail(?:s|ed|ing)?|lagg?(?:s|ed|ing)?)\b"
)


def before_change(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A percentage before it changed by points: 42.9 of “37.4%, down 5.5 percentage points”."""
    if number.unit != "%":
        return ""
    for said_in, said in evidence.numbers:
        for there, points in evidence.numbers:
            is_points = points.unit == "pp" or (
                points.unit in ("", "/") and POINTS.match(said_in, points.end)
            )
            if there is not said_in or said.unit != "%" or not is_points:
                continue
            between = said_in[said.end : points.end + _BETWEEN]
            if not 0 < points.start - said.end <= 2 * _BETWEEN:
                continue
            way = -way_of(_BEATS.sub("up", _MISSES.sub("down", between)))
            if way and is_said(number, said.value + way * points.value, text):
                return f"“{said_in[said.start : points.end]}”"
    return ""
