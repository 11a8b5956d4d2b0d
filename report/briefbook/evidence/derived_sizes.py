"""Numbers that follow from quoted ones of their own unit: rounded, added up, converted, for another period.

Each rule takes a number, the text that has it and the evidence, and returns the words that it follows from;
empty if it does not.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations, permutations

from briefbook.evidence.bases import is_no_sum, step_side
from briefbook.evidence.readings import Evidence
from briefbook.language.en.counted import counted_after
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.language.en.stemmer import are_kin, stem, words_of
from briefbook.values.units import size_of


def as_written(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """Figures that the evidence has behind a letter: 7.5 of “M7.5”."""
    words = text[number.start : number.end]
    if number.unit == "th" and number.value == 1:
        return _at_first(text, number, evidence)
    if number.unit == "th" and words[0].isdigit():  # “the 13th” of “the 13th and 14th centuries”
        return next(
            (f"“{words}”" for said in evidence.texts if re.search(rf"\b{words}\b", said)), ""
        )
    if number.unit or not words.replace(".", "").replace(",", "").isdigit():
        return ""
    glued = re.compile(rf"[A-Za-z~]{re.escape(words)}(?![\d]|[.,]\d)")
    return next((f"“{m[0]}”" for said in evidence.texts if (m := glued.search(said))), "")


_AT_FIRST = re.compile(
    r"\b(?:initially|originally|in the beginning|to begin with|at the outset)\s(?P<what>\w+)",
    re.IGNORECASE,
)


def _at_first(text: str, number: FoundNumber, evidence: Evidence) -> str:
    """“Having first refused” of “it had initially refused”: what was so at first is the same."""
    told = next((w for w in words_of(text) if w.start >= number.end), None)
    found = (match for said in evidence.texts for match in _AT_FIRST.finditer(said))
    same = (m[0] for m in found if told and are_kin(told.stem, stem(m["what"])))
    return next((f"“{words}”" for words in same), "")


def converted(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A length, area, volume, weight, power or energy in another unit: 5 centimetres for 50 mm."""
    article = _OF_A.match(text, number.end) if number.unit == "/" else None  # half a kilometre
    told = counted_after(text, article.end() if article else number.end)
    size = size_of(told.unit) if told else None
    if not size:
        return ""
    alike: list[Decimal] = []
    for said_in, said in evidence.numbers:
        there = counted_after(said_in, said.end)
        other = size_of(there.unit) if there else None
        if other and other[0] == size[0] and said.to is None:
            alike.append(said.value * other[1] / size[1])
        if there and other and other[0] == size[0] and other[1] != size[1] and said.value:
            value = said.value * other[1] / size[1]
            reach = NEAR if number.bound == "~" else Decimal("0.04")
            if abs(number.value / value - 1) <= reach or _is_on_its_side(number, value):
                return f"“{said_in[said.start : there.end]}”"
    for one, the_other in permutations(alike, 2):  # 60 centimetres more of 6.2 and 6.8 metres
        if one > the_other and _BY_SO_MUCH.search(text) and is_said(number, one - the_other, text):
            return f"{one.normalize():f} − {the_other.normalize():f}"
    return ""


_BY_SO_MUCH = re.compile(
    r"\b(?:by|more|less|another|further|higher|lower|longer|shorter|deeper|difference|gap|above|below|short)\b",
    re.IGNORECASE,
)
_OF_A = re.compile(r"\s(?:of\s)?an?(?=\s)")


def _is_on_its_side(number: FoundNumber, value: Decimal) -> bool:
    """Tell whether a number is a little less, or more, than a value, as its words say."""
    if number.bound == "+":
        return 0 <= value - number.value <= value * BELOW
    return number.bound == "-" and 0 <= number.value - value <= value * BELOW


RELATIVE = ("/", "×", "th", "pp")
"""Units of numbers that tell how something stands to something else, and no amount."""
NEAR, BELOW = Decimal("0.07"), Decimal("0.12")
_BELOW_ONE_FIGURE = Decimal("0.2")
"""How far “below 10 percent” and “over 40” reach: 8.9 and 48 are told so."""
_AT_LEAST = ("at least", "no fewer than", "no less than", "not fewer than")
_ALMOST = ("almost", "nearly", "close to", "nearing", "approaching", "approached", "approaches", "just under", "under", "less than",
           "fewer than", "lower than", "smaller than", "short of", "higher than", "greater than", "larger than", "below", "just over", "over", "more than", "above", "well over", "exceeding")  # fmt: skip


_LOW = re.compile(
    r"\b(?:least|begin\w*|start\w*|from|lowest|minimum|low end|lower (?:end|bound)|no (?:less|fewer)|as (?:few|little|low) as)\b",
    re.IGNORECASE,
)
_HIGH = re.compile(
    r"\b(?:most|reach\w*|up to|highest|maximum|high end|upper (?:end|bound)|as (?:much|many|high) as|no more|end)\b",
    re.IGNORECASE,
)


_FROM = re.compile(
    r"\b(?:rose|risen|fell|fallen|grew|grown|dropped|increased|decreased|climbed|went (?:up|down)),?\sfrom\s(?:\w+\s){1,4}$"
)


def end_of_range(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """An end of a quoted range that is told as one: “begin at 11 million” of 11 to 26 million."""
    for said_in, said in evidence.numbers:
        if said.to is None or number.to is not None or not said.is_of(number):
            continue
        is_low = number.value == said.value and _LOW.search(text)
        is_step = number.value == said.to and _FROM.search(said_in[: said.start])
        if is_step or is_low or (number.value == said.to and _HIGH.search(text)):
            return f"“{said_in[said.start : said.end]}”"
    return ""


def rounded(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A number rounded to a figure or more: $1.4 billion of $1,397 million, “almost 700” of 694."""
    for said_in, said in evidence.numbers:
        if (
            number.is_of(said)
            and said.to is not None
            and number.bound == "~"
            and number.to is None
            and said.value < number.value < said.to
        ):
            return f"“{said_in[said.start : said.end]}”"
        if (
            number.is_of(said)
            and said.to is None
            and number.precision >= said.precision
            and (
                number.bound != "~"
                or _figures(number.value) < _figures(said.value)
                or _OF_A_LARGE.search(text[number.start : number.end])
            )
            and (_is_rounded(number, said.value, text) or _is_at_least(number, said, text))
        ):
            return f"“{said_in[said.start : said.end]}”"
    return ""


def _is_at_least(number: FoundNumber, said: FoundNumber, text: str) -> bool:
    """Tell whether a rounder number is a floor of a quoted one that is no ceiling: at least 50 of 52."""
    is_floor = number.bound == "+" and said.bound != "-" and said.value > number.value > 0
    before = text[max(0, number.start - 24) : number.start].rstrip(" $£€").lower()
    is_near = is_floor and said.value <= number.value * (1 + BELOW)
    return is_near and before.endswith(_AT_LEAST)


_OF_A_LARGE = re.compile(r"\bof a (?:million|billion|trillion)\b", re.IGNORECASE)
"""“about a third of a million” has one figure."""


def _figures(value: Decimal) -> int:
    """Return how many significant figures a value has: who says “about 41” for 40 knows more than it."""
    return len(value.normalize().as_tuple().digits)


def _is_rounded(number: FoundNumber, value: Decimal, text: str) -> bool:
    """Tell whether a number says a value: rounded to a figure or more, or on the side that its words name."""
    if not value or value == number.value or number.to is not None:
        return False
    before = text[max(0, number.start - 24) : number.start].rstrip(" $£€").lower()
    ratio = number.value / value
    # “more than two degrees” of 2.3: what is cut to the last figure is told as near as its words can
    is_last = abs(number.value - value) < number.precision and number.value % 1 == 0
    reach = _BELOW_ONE_FIGURE if _figures(number.value) == 1 else BELOW
    if number.bound == "-":
        return before.endswith(_ALMOST) and (1 < ratio <= 1 + reach or (ratio > 1 and is_last))
    if number.bound == "+":
        return before.endswith(_ALMOST) and (1 - reach <= ratio < 1 or (ratio < 1 and is_last))
    if number.bound == "~":
        is_below = before.endswith(_ALMOST)
        is_near = abs(number.value - value) <= max(_last_figure(number.value), number.precision)
        is_round = abs(number.value - value) <= _ROUNDING * _last_figure(number.value)
        is_near &= is_round or abs(ratio - 1) <= _VERY_NEAR  # 1,284 are not some 1,200
        return 1 < ratio <= 1 + BELOW if is_below else abs(ratio - 1) <= NEAR and is_near
    if max(abs(number.value), abs(value)) >= _TOO_LARGE * (number.precision or 1):
        return False
    is_coarser = number.value % number.precision == 0 if number.precision else False
    figures = number.value / number.precision if number.precision else Decimal(0)
    # One figure alone rounds by a half; 6 percent of 6.1 are as near as two figures would be.
    has_figures = figures >= 10 or abs(ratio - 1) <= _ONE_FIGURE  # noqa: PLR2004
    is_fine = value % number.precision != 0 if number.precision else False
    return (
        is_coarser and has_figures and is_fine and abs(value - number.value) <= number.precision / 2
    )


def _last_figure(value: Decimal) -> Decimal:
    """Return what the last figure of a number counts: hundreds of 1,200; of fifties and fives these."""
    _, digits, exponent = value.normalize().as_tuple()
    step = Decimal(10) ** int(exponent)
    return 5 * step if digits[-1] == _FIVE and len(digits) > 1 else step


_ROUND_FIGURES, _ROUNDED_OFF = 2, Decimal("0.006")
_FIVE, _ROUNDING, _VERY_NEAR = 5, Decimal("0.55"), Decimal("0.03")
_ONE_FIGURE = Decimal("0.02")
_TOO_LARGE = Decimal(10) ** 27
"""Steps above which a decimal's remainder cannot be worked out."""


def sum_of(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """The sum of two quoted numbers or of all, or the difference of two."""
    like = [n for n in evidence.plain_numbers if n.is_of(number) and n.unit == number.unit]
    is_odds = _TO_A_NUMBER.match(text, number.end) is not None  # “three to one”
    like += [
        _ONE for said in evidence.texts if not (number.unit or is_odds) and _TO_ONE.search(said)
    ]
    like += [_ONE for said in evidence.texts if not number.unit and _JUST_ONE.search(said)]
    like += [_ONE] if not number.unit and _has_first_and_more(evidence) else []
    if number.unit == "%" and _TOGETHER.search(text):
        return _sum_of_shares(number, text, like)
    if number.unit in ("%", "pp", "/", "×", "th") or (
        number.value < _PAIR and not number.unit and not number.value % 1
    ):  # a pair is no sum
        return points(number, text, evidence)
    for several in (list(combinations(like, 2)), [tuple(like)] if len(like) > 2 else []):  # noqa: PLR2004
        for parts in several:
            total = sum((n.value for n in parts), Decimal(0))
            if not _is_total(number, total, text):  # first: few of a long text's pairs come to it
                continue
            are_unlike = any(evidence.are_unlike(*two) for two in combinations(parts, 2))
            is_none = evidence.are_of_others(text, number, parts) or is_no_sum(parts, evidence)
            if not are_unlike and not is_none:
                return " + ".join(f"{n.value.normalize():f}" for n in parts)
    may_be_chance = number.unit == "" and not _is_counting(number, text)
    for one, other in permutations(like, 2):
        if (
            one.value > other.value
            and not (may_be_chance and one.value <= _MANY)
            and _is_total(number, one.value - other.value, text)
            and not evidence.are_unlike(one, other)
            and not _is_taken_off(other, evidence)
            and step_side(one, other, evidence) <= 0
        ):
            return f"{one.value.normalize():f} − {other.value.normalize():f}"
    return ""


_PAIR, _HUNDRED = 3, 100


def _sum_of_shares(number: FoundNumber, text: str, like: list[FoundNumber]) -> str:
    """Two shares told together: 85 percent of 60 and 25."""
    for one, other in combinations([n for n in like if n.unit == "%"], 2):
        if number.value < _HUNDRED and is_said(number, one.value + other.value, text):
            return f"{one.value.normalize():f} + {other.value.normalize():f}"
    shares = [n for n in like if n.unit == "%"]
    for first, last in combinations(range(len(shares) + 1), 2):
        run = shares[first:last]
        total = sum((n.value for n in run), Decimal(0))
        if len(run) >= _PAIR and total < _HUNDRED and is_said(number, total, text):
            return " + ".join(f"{n.value.normalize():f}" for n in run)
    return ""


_TO_ONE = re.compile(r"\b(?:votes?|\d|[a-z]+) to one\b", re.IGNORECASE)
_TO_A_NUMBER = re.compile(r"\sto\sone\b", re.IGNORECASE)
_JUST_ONE = re.compile(
    r"\b(?:receiv\w+|got|had|has|gave|won|lost|took|made|sent|built|only|just)\sone\b(?=[.;,]|$)",
    re.IGNORECASE,
)
"""“three, while the other received one”"""
_FIRST = re.compile(r"\bthe first\b", re.IGNORECASE)
_ADDITIONAL = re.compile(r"\b(?:additional|another|a further)\s\w+", re.IGNORECASE)


def _has_first_and_more(evidence: Evidence) -> bool:
    """Tell whether the evidence tells of the first and then of so many more: seven of the first and “an additional six”."""
    return any(map(_FIRST.search, evidence.texts)) and any(map(_ADDITIONAL.search, evidence.texts))


_ONE = FoundNumber(0, 0, Decimal(1), "")
"""Of “twelve votes to one”, where it is no pronoun."""
_OF_THEM = re.compile(r"\sof (?:them|these|those)\b", re.IGNORECASE)
_LESS_THAN = re.compile(r"\s(?:[a-z]+\s){0,2}?(?:less|lower|fewer|below|short of)\b", re.IGNORECASE)


def _is_total(number: FoundNumber, total: Decimal, text: str) -> bool:
    """Tell whether a number says a sum or difference, which headings round: 400 of 401."""
    is_round = _figures(number.value) <= _ROUND_FIGURES and number.value >= _HUNDRED
    is_near = bool(total) and abs(number.value / total - 1) <= _ROUNDED_OFF
    return is_said(number, total, text) or (is_round and is_near and number.bound in ("", "~"))


def _is_counting(number: FoundNumber, text: str) -> bool:
    """Tell whether a number counts something, or is told as a difference: a majority of three."""
    is_of = _OF_SOME.match(text, number.end)
    return bool(is_of or counted_after(text, number.end) or _MARGIN_OF.search(text[: number.start]))


_OF_SOME = re.compile(r"\sof (?:the|its|their|these|those|all)\b")
_MARGIN_OF = re.compile(
    r"\b(?:(?:majority|margin|lead|difference|gap) of|by|other) $", re.IGNORECASE
)


def _is_taken_off(number: FoundNumber, evidence: Evidence) -> bool:
    """Tell whether a quote has taken a number off already: “90, 12 less than the year before”."""
    return any(
        n == number and (_LESS_THAN.match(said, n.end) or _OF_THEM.match(said, n.end))
        for said, n in evidence.numbers
    )


POINTS = re.compile(r"\s(?:percentage\s)?points?\b", re.IGNORECASE)


def points(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """Percentage points between two quoted percentages."""
    is_more = number.unit == "%" and _ANOTHER.search(text[: number.start])
    if (
        number.unit != "pp"
        and not is_more
        and not (number.unit == "" and POINTS.match(text, number.end))
    ):
        return ""
    for said_in, said in evidence.numbers:  # 25 basis points of “a quarter point”
        if said.unit == "/" and said.value == number.value and POINTS.match(said_in, said.end):
            return f"“{said_in[said.start : said.end]} point”"
    shares = [n for n in evidence.plain_numbers if n.unit == "%"]
    for one, other in permutations(shares, 2):
        between = one.value - other.value
        is_above = number.bound == "+" and number.value <= between <= number.value * Decimal("1.3")
        is_below = number.bound == "-" and number.value * Decimal("0.7") <= between <= number.value
        if between > 0 and (is_above or is_below or is_said(number, between, text)):
            return f"{one.value.normalize():f} − {other.value.normalize():f}"
    return ""


_ANOTHER = re.compile(
    r"\b(?:another|a further|further|additional|missing|lacking)\s(?:about\s|some\s)?$",
    re.IGNORECASE,
)
_ALL_BUT = re.compile(r"\b(?:all (?:but|except)|except(?: for)?)\s(?:the\s)?$", re.IGNORECASE)


def all_but(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """What is left of a whole behind "all but": two, where 53 of 55 are meant."""
    if not _ALL_BUT.search(text[: number.start]):
        return ""
    for one, other in permutations(evidence.plain_numbers, 2):
        if one.is_of(other) and one.value - other.value == number.value:
            return f"{one.value.normalize():f} − {other.value.normalize():f}"
    return ""


_EACH = re.compile(r"\b(?:each|apiece|both|every one)\b", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\b(?:together|in all|in total|combined|between them|jointly|altogether|total\w*)\b",
    re.IGNORECASE,
)


def of_each(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """So much together of what each has: “each is to bring 45”, “the two together 90”."""
    told = {n.value for n in find_numbers(text) if n is not number and not n.unit}
    is_of_all = any(
        _EACH_OF.search(said) and told & {n.value for n in find_numbers(said)}
        for said in evidence.texts
    )
    if not (_TOGETHER.search(text) or is_of_all):
        return ""
    several = [Decimal(2), Decimal(3)] if _IN_ALL.search(text) else []
    several += [
        n.value
        for n in find_numbers(text)
        if n is not number and 1 < n.value <= _MANY and not n.unit
    ]
    for said_in, said in evidence.numbers:
        if (
            _EACH.search(said_in)
            and said.is_of(number)
            and any(is_said(number, said.value * n, text) for n in several)
        ):
            return f"“{said_in[said.start : said.end]}” each"
    return ""


_EACH_OF = re.compile(r"\b(?:each|every one) of\b", re.IGNORECASE)
_IN_ALL = re.compile(r"\b(?:in all|in total|all told|altogether)\b", re.IGNORECASE)
_MANY = 12


def is_said(number: FoundNumber, value: Decimal, text: str) -> bool:
    """Tell whether a number says a value, as it is or rounded as its words bound it."""
    is_exact = number.value == value and number.bound in ("", "~")
    return is_exact or _is_rounded(number, value, text)
