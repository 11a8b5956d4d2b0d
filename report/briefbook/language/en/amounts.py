"""Numerals with the unit beside them: a currency or sign before, percent, points or money behind."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from briefbook.frozen import dataclass, replace
from briefbook.language.en import currencies
from briefbook.language.en.dates import find_dates, find_days
from briefbook.language.en.digits import lower_case
from briefbook.language.en.number_words import Form, Numeral
from briefbook.language.en.numerals import read_numeral, spaced_letter
from briefbook.values.units import MULTIPLE, PERCENT, PERCENTAGE_POINT, Unit, UnitType


@dataclass(frozen=True)
class Part:
    """A numeral with what stands right before and behind it; one end of a range, or a quantity."""

    start: int
    end: int
    numeral: Numeral
    unit: Unit | None
    is_negative: bool = False
    has_prefix: bool = False
    factor: Decimal = Decimal(1)
    """What the unit multiplies by: a hundredth for cents and basis points."""

    @property
    def number(self) -> Decimal:
        """The value with its sign, in whole units."""
        return self.numeral.value * self.factor * (-1 if self.is_negative else 1)


@dataclass(frozen=True)
class Prepared:
    """A text prepared for reading: dates blank, digits plain; `low` in small letters."""

    text: str
    low: str


def prepare(text: str, plain: str) -> Prepared:
    """Return a text, whose digits are plain already, without its dates."""
    dates = find_dates(text)
    spans = [(date.start, date.end) for date in dates]
    spans += [(day.start, day.end) for day in find_days(text)]
    if spans:
        letters = list(plain)
        for start, end in spans:
            letters[start:end] = "\0" * (end - start)
        plain = "".join(letters)
    return Prepared(plain, lower_case(plain))


# What stands before a number: its sign, its currency, whose dollar it is.


@cache
def _prefix() -> re.Pattern[str]:
    return re.compile(
        r"(?P<minus>(?<![\w.,)%])[−–+-]|\bminus\s)?"
        rf"(?:(?P<adj>[A-Z][a-z]+)\s)?(?P<cur>{currencies.sign_pattern()})\s{{0,2}}(?P<minus2>[−-])?$"
    )


_SIGN = re.compile(r"(?:(?<![\w.,)%])(?P<minus>[−–+-])|\b(?P<word>[Mm]inus)\s)$")
_MAY_BE_CURRENCY = re.compile(r"[^\d\s,;:()“”\"'’.!?-]\.?\s{0,2}[−-]?$")
_LOOK_BACK = 28


def read_part(prepared: Prepared, at: int) -> Part | None:
    """Return the numeral at a place with its currency or unit; None if it is part of a name."""
    text, low = prepared.text, prepared.low
    before = text[max(0, at - _LOOK_BACK) : at]
    has_between = before.endswith("etween ")
    numeral = read_numeral(low, at, may_have_and=not has_between)
    if numeral is None:
        return None
    start, currency, is_negative = at, "", False
    if numeral.is_figure:
        money = _MAY_BE_CURRENCY.search(before) and _prefix().search(before)
        if money and currencies.is_sign(money["cur"]):
            currency, start = _currency_before(money), at - len(before) + _money_start(money)
            if letters := _LETTERS.search(before, 0, money.start("cur")):
                currency, start = _lettered(letters[0], money["cur"]), start - len(letters[0])
            is_negative = (money["minus"] or money["minus2"] or "+").strip().lower() != "+"
            numeral = spaced_letter(low, numeral)
        elif sign := _SIGN.search(before):
            start -= len(sign[0])
            is_negative = sign["minus"] != "+"
            if sign["minus"] == "–" and not text[at : at + 1].isdigit():
                start, is_negative = at, False
        if not currency and _is_part_of_a_name(text, numeral):
            return None
    if currency:
        unit = Unit(UnitType.CURRENCY, currency)
        return Part(start, numeral.end, numeral, unit, is_negative, has_prefix=True)
    return _with_unit(prepared, Part(start, numeral.end, numeral, None, is_negative))


_LETTERS = re.compile(r"(?<![\w$])[A-Z][A-Za-z]{0,3}$")


def _lettered(letters: str, sign: str) -> str:
    """Return the currency of letters glued to a sign: a code, or the two together, which are no plain dollar."""
    return letters if letters in currencies.codes() else f"{letters}{sign}"


def _money_start(money: re.Match[str]) -> int:
    if money["minus"]:
        return money.start("minus")
    is_whose = money["adj"] and currencies.is_adjective(money["adj"])
    return money.start("adj") if is_whose else money.start("cur")


def _currency_before(money: re.Match[str]) -> str:
    """Return the currency of a sign; "Canadian $5 million" says whose dollar it is."""
    code = currencies.of_sign(money["cur"])
    if money["cur"] in ("$", "£") and money["adj"] and currencies.is_adjective(money["adj"]):
        return currencies.named("dollar" if money["cur"] == "$" else "pound", money["adj"])
    return code


def _is_part_of_a_name(text: str, numeral: Numeral) -> bool:
    """Tell model designations such as 737-900ER or C5+1 from numbers."""
    if numeral.scale != 1 or numeral.form is not Form.CARDINAL:
        return bool(re.search(r"[A-Za-z]$", text[max(0, numeral.start - 1) : numeral.start]))
    before, after = (
        text[max(0, numeral.start - 2) : numeral.start],
        text[numeral.end : numeral.end + 4],
    )
    if re.search(r"\w[-+]$|[A-Za-z]$", before):
        return not re.search(r"\d-$", before)
    glued = re.match(r"[A-Za-z]|-[A-Z]", after)
    return bool(glued) and not _UNIT_BEHIND.match(after)


_UNIT_BEHIND = re.compile(
    r"(?:x(?![\w])|ish\b|bps?\b|pp\b|km|[kcm]?m[²³]?\b|[km]?g\b|ha\b|[kMGT]Wh?\b|[GPE]J\b|°C|ft\b|mi\b|(?i:us)\s?\$|[A-Z]{3}\b)"
)


# What stands behind a number: percent, points, money in words.

_SHARES: tuple[tuple[re.Pattern[str], Unit, Decimal], ...] = (
    (re.compile(r"(?:\s|-)(?:percentage|percent|per\scent)[\s-]points?\b|\s?(?:pp\b|p\.p\.)"), PERCENTAGE_POINT, Decimal(1)),
    (re.compile(r"[\s-]basis[\s-]points?\b|\s?bps?\b"), PERCENTAGE_POINT, Decimal("0.01")),
    (re.compile(r"\s?%|[\s-]per\s?cent\b"), PERCENT, Decimal(1)),
    (re.compile(r"\s?‱"), PERCENT, Decimal("0.01")),
    (re.compile(r"\s?‰|\sper\s(?:mille|mil)\b"), PERCENT, Decimal("0.1")),
)  # fmt: skip
_OF_A_COIN = re.compile(r"\s(?:of\s)?an?(?=\s(?:cent|dollar|euro|penny)\b)")
"""half a cent"""
_OF_A = re.compile(r"\s(?:of\s)?(?:an?|one)(?=\s(?:percent|per\scent|percentage|basis|point\b))")
_POINT = re.compile(r"\spoint\b")
_TIMES = re.compile(
    r"\stimes(?=\s(?:as|more|less|higher|larger|bigger|greater|lower|smaller|faster|the|that|what|its|their|those"
    r"|over)\b|\s[A-Za-z]+[’']s?\s)|\s?[x×](?![\w×]|\s?\d)"
)


def _with_unit(prepared: Prepared, part: Part) -> Part:
    """Take in a unit right behind a number; a number in words that is neither is left as it is."""
    low, numeral = prepared.low, part.numeral
    if numeral.form in (Form.ORDINAL, Form.MULTIPLE):
        return part
    end = numeral.end
    if numeral.form is Form.FRACTION and (of := _OF_A.match(low, end)):
        end = of.end()  # half a percentage point, a quarter of a percent
        if point := _POINT.match(low, end):
            return replace(part, end=point.end(), numeral=_plain(numeral), unit=PERCENTAGE_POINT)
    elif numeral.form is Form.FRACTION and (of := _OF_A_COIN.match(low, end)):
        part = replace(part, numeral=replace(numeral, end=of.end()))
    for pattern, unit, factor in _SHARES:
        if match := pattern.match(low, end):
            return replace(part, end=match.end(), numeral=_plain(numeral), unit=unit, factor=factor)
    if numeral.form is Form.CARDINAL and (match := _TIMES.match(low, end)):
        return replace(part, end=match.end(), unit=MULTIPLE)
    return _with_money(prepared, part)


def _plain(numeral: Numeral) -> Numeral:
    """Return a part of a unit as a number: half a percent is 0.5 percent."""
    is_part = numeral.form is Form.FRACTION
    return replace(numeral, form=Form.CARDINAL) if is_part else numeral


_CODE = re.compile(r"[\s-]?(?P<code>[A-Z]{3})\b(?!\s?\d)")
_TERM = r"(?:(?:[A-Z]\.)+|[^\W\d_]+(?:[’'][^\W\d_]+)*)"
_WORDS_BEHIND = re.compile(
    # the gap, and up to four words among which a currency may stand: "million" + " Hong Kong dollars"
    r"(?P<gap>[\s-])(?P<of>of\s)?(?:constant\s|current\s)?(?:\0+\s)?(?:in\s)?"
    rf"(?P<a>{_TERM})(?:[\s-](?P<b>{_TERM}))?(?:[\s-](?P<c>{_TERM}))?(?:[\s-](?P<d>{_TERM}))?"
)


def _with_money(prepared: Prepared, part: Part) -> Part:
    text, numeral = prepared.text, part.numeral
    end = numeral.end
    if match := _CODE.match(text, end):
        code = currencies.of_sign(match["code"])
        if code in currencies.codes():
            return _money(part, code, match.end())
    if match := currencies.sign_behind().match(text, end):
        return _money(part, currencies.of_sign(match["sign"]), match.end())
    if match := _WORDS_BEHIND.match(text, end):
        return _worded(text, part, match)
    return part


def _money(part: Part, currency: str, end: int, factor: Decimal = Decimal(1)) -> Part:
    unit = Unit(UnitType.CURRENCY, currency)
    return replace(part, end=end, numeral=_plain(part.numeral), unit=unit, factor=factor)


def _worded(text: str, part: Part, match: re.Match[str]) -> Part:
    """Read money in words: 196 million US dollars, 300 crore rupees, fifty cents, 5-million-dollar."""
    groups = [g for g in "abcd" if match[g]]
    words = [match[g] for g in groups]
    if match["of"] and part.numeral.form is not Form.VAGUE:
        return part
    for skip in range(min(3, len(words))):
        adjective = " ".join(words[:skip])
        if adjective and not currencies.is_adjective(adjective):
            continue
        for size in (3, 2, 1):
            said = " ".join(words[skip : skip + size])
            if len(words) < skip + size or not (word := currencies.word_of(said)):
                continue
            end = match.end(groups[skip + size - 1])
            if currencies.hundredth(word):
                return _money(part, currencies.hundredth(word), end, Decimal("0.01"))
            if _is_money(text, part, word, said, adjective, match["gap"], end):
                return _money(part, currencies.named(word, adjective), end)
            return part
    return part


_PER_TIME = re.compile(r"\s(?:a|per|each|every)\s(?:year|quarter|month|week|day|annum)\b")
_PAYING = re.compile(
    r"\b(?:pa(?:y|ys|id|ying)|costs?|price|worth|fees?|fined?|salary|wages?|spent|earn\w*)\b[^.;]{0,24}$"
)
_S_PLURALS = ("dollar", "pound", "rouble", "ruble")


def _is_money(
    text: str, part: Part, word: str, said: str, adjective: str, gap: str, end: int
) -> bool:
    """Tell money from weights and from other meanings of a word: 500 pounds of explosives, won."""
    is_scaled = part.numeral.scale >= 1000  # noqa: PLR2004
    if word == "pound" and not adjective:
        if _PER_TIME.match(text, end) or _PAYING.search(text[max(0, part.start - 40) : part.start]):
            return True
        return is_scaled and not re.match(r"\sof\b", text[end : end + 4])
    if currencies.is_everyday(word) and not adjective:
        return is_scaled and word not in ("won", "mark", "real")
    is_singular = said in _S_PLURALS and part.number != 1
    # “four dollar amounts” are no four dollars; a “5-dollar fee” and a “million dollar bridge” are.
    return (
        not is_singular or is_scaled or gap == "-" or not re.match(r"\s[a-z]", text[end : end + 2])
    )
