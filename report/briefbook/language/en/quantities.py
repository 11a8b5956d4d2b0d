"""Quantities in English text: the one grammar of numbers, money, percentages, multiples and counts.

    $16.5 million · 300 crore rupees · A$5m · −€717 · half a million people · $5–7 million
    a third of · 2 in 3 · fivefold · 5 basis points · tens of thousands of refugees · 1 357 tons · 40+

Fractions of a whole are quantities of a unit of their own, FRACTION: a third is no 33 percent and
no 0.33. Only from a percentage is a fraction derived: 25 percent are a quarter (`is_fraction_of`). A vague number is at least twice its size:
"dozens" is at least 24, "tens of thousands" at least 20,000. A per mille is a tenth of a percent,
a basis point a hundredth of a percentage point. Dates are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from briefbook.frozen import dataclass, replace
from briefbook.language.en import currencies
from briefbook.language.en.amounts import Part, Prepared, prepare, read_part
from briefbook.language.en.bounds import bound_after, bound_before
from briefbook.language.en.counted import Counted, counted_after
from briefbook.language.en.digits import lower_case, plain_digits
from briefbook.language.en.number_words import Form, Numeral
from briefbook.language.en.numerals import START
from briefbook.language.en.rates import rate_behind
from briefbook.values.quantity import Bound, Quantity
from briefbook.values.units import MULTIPLE, NUMBER, Unit, UnitType

FRACTION = Unit(UnitType.NUMBER, "fraction")
"""Of a whole: a third, half of, 2 in 3."""


@dataclass(frozen=True)
class FoundQuantity:
    """A quantity in a text, and where it stands."""

    start: int
    number_end: int
    """Where the number ends with its scale and its sign of money or percent."""
    end: int
    """Where what it counts ends: of "23 local employees" behind the noun."""
    quantity: Quantity
    form: Form = Form.CARDINAL
    counted: str = ""
    """What it counts or measures, as written: `employees`, `sq km`."""
    is_implied: bool = False
    """Whether its currency is that of an amount earlier in the sentence."""

    @property
    def is_ordinal(self) -> bool:
        """Whether it is a place in a row: third, 21st."""
        return self.form is Form.ORDINAL


@lru_cache(maxsize=1 << 12)
def find_quantities(text: str) -> tuple[FoundQuantity, ...]:
    """Return every quantity in a text that is no part of a date, in order."""
    plain = plain_digits(text)
    low = lower_case(plain)
    match = START.search(low)
    if not match:
        return ()
    prepared = prepare(text, plain)
    if prepared.low != low:  # it has dates
        match = START.search(prepared.low)
    found: list[FoundQuantity] = []
    while match:
        part = read_part(prepared, match.start())
        if part is None:
            at = _behind(prepared.low, match)
        else:
            quantity = _read(prepared, part, found)
            if quantity is not None:
                found.append(quantity)
            at = max(quantity.number_end if quantity else part.end, match.start() + 1)
        match = START.search(prepared.low, at)
    return tuple(_of_money(text, found))


_OF_THE = re.compile(r"\sof\s(?:the\s|its\s|their\s|a\s(?:total|sum)\sof\s)?")


def _of_money(text: str, found: list[FoundQuantity]) -> Iterator[FoundQuantity]:
    """Give the currency behind it to what is a part of a sum: “0.9 billion of the 1.5 billion dollars”."""
    for at, this in enumerate(found):
        whole = found[at + 1] if at + 1 < len(found) else None
        said = this.quantity
        if (
            whole
            and said.unit == NUMBER
            and whole.quantity.unit.type is UnitType.CURRENCY
            and min(said.scale, whole.quantity.scale) >= _MILLION
            and _OF_THE.fullmatch(text[this.number_end : whole.start])
        ):
            unit = replace(whole.quantity.unit, per="")
            yield replace(this, quantity=replace(said, unit=unit), is_implied=True)
        else:
            yield this


_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|\w+")


def _behind(low: str, match: re.Match[str]) -> int:
    """Return where to go on behind something that is no quantity: behind the figure or word."""
    token = _TOKEN.match(low, match.start())
    return token.end() if token else match.end()


# Ranges.

_LINK = re.compile(r"(?P<dash>\s?[-–—]\s?)|\s(?P<word>to|and)\s")
_FROM = re.compile(r"\bfrom\s(?:[a-z]+\s){0,2}$", re.IGNORECASE)
_FROM_FIRST = re.compile(r"(?:^|[.!?\n]\s?)from\s$", re.IGNORECASE)
"""“From twenty to thirty per cent left.” is a range; “rose from 2 to 5 percent” a change."""
_RANGING = re.compile(
    r"\b(?:rang(?:es?|ing|ed)|between|var(?:y|ies|ying)|estimates)\b[^.]{0,24}$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween\s(?:[a-z]+\s){0,2}$", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|ages|aged between)\s$")
"""“aged 15-23”"""
_MOST_BEFORE = 40


def _read(prepared: Prepared, part: Part, found: list[FoundQuantity]) -> FoundQuantity | None:
    """Return the quantity that begins with a part: a range with the part behind it, or it alone."""
    low = prepared.low
    before = low[max(0, part.start - _MOST_BEFORE) : part.start]
    if second := _second(prepared, part):
        link = low[part.end : second.start].strip()
        is_change = link == "to" and _FROM.search(before) is not None
        first, last = _shared(prepared.text, part, second, link, is_change=is_change)
        is_step = link == "to" and _is_step(part, second, before)
        if not is_step and _is_range(prepared, first, last, link, before):
            return _found(prepared, first, last, found)
        if link == "to" and _FROM.search(before):
            return _found(prepared, replace(first, end=part.end), None, found)
    if _is_designation(prepared.text, part):
        return None
    return _found(prepared, part, None, found)


def _second(prepared: Prepared, part: Part) -> Part | None:
    """Return the part behind a dash, "to" or "and", if a number stands there."""
    low = prepared.low
    link = _LINK.match(low, part.end)
    if not link or part.numeral.form not in (Form.CARDINAL, Form.FRACTION):
        return None
    if link["dash"] and link["dash"].strip() == "-" and not part.numeral.is_figure:
        return None  # twenty-odd
    at = link.end()
    if money := _money_ahead().match(prepared.text, at):
        at = money.end()
    if not START.match(low, at):
        return None
    second = read_part(prepared, at)
    is_like = second is not None and second.numeral.form is part.numeral.form
    return (
        second
        if is_like and second is not None and second.numeral.is_figure == part.numeral.is_figure
        else None
    )


@cache
def _money_ahead() -> re.Pattern[str]:
    return re.compile(rf"{currencies.sign_pattern()}\s{{0,2}}")


def _shared(
    text: str, first: Part, second: Part, link: str, *, is_change: bool
) -> tuple[Part, Part]:
    """Let the ends of a range share what one of them leaves out: $5–7 million, from 7 to 5 million."""
    one, two = first.numeral, second.numeral
    is_less = one.value <= two.value / two.scale or is_change
    if one.scale == 1 < two.scale and one.value < 1000 and is_less:  # noqa: PLR2004
        first = replace(first, numeral=_scaled(one, two.scale))
    elif (
        two.scale == 1 < one.scale
        and second.unit is None
        and link != "and"
        and two.value >= one.value / one.scale
    ):
        second = replace(second, numeral=_scaled(two, one.scale))
    if first.unit is None and second.unit is not None and not second.has_prefix:
        first = replace(first, unit=second.unit, factor=second.factor)
    elif second.unit is None and first.has_prefix and not counted_after(text, second.end):
        second = replace(second, unit=first.unit)
    return first, second


def _scaled(numeral: Numeral, scale: Decimal) -> Numeral:
    return replace(
        numeral, value=numeral.value * scale, step=numeral.step * scale, scale=numeral.scale * scale
    )


def _is_range(prepared: Prepared, first: Part, second: Part, link: str, before: str) -> bool:
    """Tell a range ($5–7 million, between $5 and $7 million) from two numbers (from $5 to $7)."""
    if first.unit != second.unit or first.number >= second.number:
        return False
    if link == "and":
        return _BETWEEN.search(before) is not None
    if link == "to":
        is_change = _FROM.search(before) and not _FROM_FIRST.search(before)
        return not is_change or _RANGING.search(before) is not None
    if link == "-" and first.unit is None and first.numeral.scale == 1:
        # “737-900” is a name; “5-7 trucks” and “some 5-7” are ranges.
        is_bound = bound_before(prepared.text, first.start) is not Bound.EXACT
        is_told = is_bound or _AGED.search(before) is not None
        return is_told or counted_after(prepared.text, second.end) is not None
    return True


def _is_step(first: Part, second: Part, before: str) -> bool:
    """Tell a change and where it led (“rose 4 cents to $2.80”) from a range: each has its unit, behind a verb of change."""
    return (
        first.unit is not None and second.unit == first.unit and _CHANGED.search(before) is not None
    )


_CHANGED = re.compile(
    r"\b(?:increas|decreas|r[io]s|f[ae]ll|grow|gr[eo]w|climb|dropp?|declin|gain|los[et]|slipp?|edg|jump|add|advanc|shrink|shr[au]nk|dipp?|inch|surg|up|down)"
    r"(?:e|es|ed|en|s|t|n|ing)?\s(?:by\s)?(?:(?:about|some|nearly|almost|another|a further|only|just)\s)?$"
)


def _is_designation(text: str, part: Part) -> bool:
    """Tell 737-900 and 5-1: figures that a plain hyphen joins and that are no range are a name."""
    is_bare = part.numeral.is_figure and part.unit is None and part.numeral.scale == 1
    if not is_bare or part.numeral.form is not Form.CARDINAL:
        return False
    before = text[max(0, part.numeral.start - 2) : part.numeral.start]
    return bool(re.match(r"-\d", text[part.end : part.end + 2]) or re.search(r"\d-$", before))


# A quantity from its parts.

_IMPLIED = re.compile(
    r"(?=[,.;:)]|$|\s(?:came|from|was|were|is|for|in|to|by|at|on|of\swhich|went|each|annually|per|a\syear|and"
    r"|or|over|during|this|last|under|as|had|has|will|would|through|since|between|more|less|respectively)\b)"
)
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z“\"(])|\n")
_MILLION = 10**6


def _found(
    prepared: Prepared, part: Part, to: Part | None, earlier: list[FoundQuantity]
) -> FoundQuantity | None:
    """Return a quantity with its bound and with what it counts; None for what is no number."""
    text, last, form = prepared.text, to or part, part.numeral.form
    bound, end = _bound(text, part, to)
    counted = _counted(text, end, form) if last.unit is None else None
    if counted and form is Form.FRACTION:
        form = Form.CARDINAL
    unit, is_implied = last.unit or (counted.unit if counted else None), False
    if unit is None and form is Form.CARDINAL and to is None:
        unit = _implied(text, part, earlier)
        is_implied = unit is not None
    unit = unit or _unit_of(prepared.low, part)
    if _is_no_number(prepared.low, part, unit):
        return None
    whole = counted.end if counted else end
    if counted and bound in (Bound.EXACT, Bound.BETWEEN):
        behind, whole = bound_after(text, whole)
        bound = bound if behind is Bound.EXACT else behind
    if (
        per := ""
        if form is Form.ORDINAL or unit in (FRACTION, MULTIPLE)
        else rate_behind(text, whole)
    ):
        unit = replace(unit, per=per)
    quantity = Quantity(
        part.number, unit, bound=bound, to=to.number if to else None,
        precision=last.numeral.step * last.factor, scale=last.numeral.scale * last.factor,
    )  # fmt: skip
    words = counted.words if counted else ""
    return FoundQuantity(part.start, end, whole, quantity, form, words, is_implied)


def _bound(text: str, part: Part, to: Part | None) -> tuple[Bound, int]:
    """Return the bound of a quantity and where its words behind the number end."""
    end = (to or part).end
    before = bound_before(text, part.start)
    if before is Bound.EXACT and "odd" in text[part.start : end].lower().replace("-", " ").split():
        before = Bound.ABOUT  # 40-odd dozen
    after, behind = bound_after(text, end)
    # “about 40+” is no “about 40”: of the two, the one that limits more counts.
    if before is Bound.EXACT or (before, after) == (Bound.ABOUT, Bound.AT_LEAST):
        end = behind
    else:
        after = before
    if part.numeral.form is Form.VAGUE and after not in (Bound.UP_TO, Bound.LESS_THAN):
        return Bound.AT_LEAST, end
    return (Bound.BETWEEN if to and after is Bound.EXACT else after), end


def _counted(text: str, end: int, form: Form) -> Counted | None:
    """Return what a number counts; of fractions only those of a measure: ½ km."""
    if form in (Form.ORDINAL, Form.MULTIPLE):
        return None
    if form is Form.VAGUE and text[end : end + len(" of ")].split() == ["of"]:
        end += len(" of")
    counted = counted_after(text, end)
    is_measure = counted is not None and counted.unit.type is UnitType.PHYSICAL
    return counted if form is not Form.FRACTION or is_measure else None


def _implied(text: str, part: Part, earlier: list[FoundQuantity]) -> Unit | None:
    """Return the currency of an amount earlier in the sentence: "$800 million, of which 590 million"."""
    if part.numeral.scale < _MILLION:
        return None
    if not _IMPLIED.match(text, part.end):
        return None
    money = [f for f in earlier if f.quantity.unit.type is UnitType.CURRENCY]
    if not money or _SENTENCE_END.search(text, money[-1].end, part.start):
        return None
    return replace(money[-1].quantity.unit, per="")


_TWICE = re.compile(r"\s(?:as|the|that|what|its|their|those)\b")


def _unit_of(low: str, part: Part) -> Unit:
    """Return the unit that a numeral has by itself."""
    numeral = part.numeral
    if numeral.form is Form.FRACTION:
        return FRACTION
    if numeral.form is not Form.MULTIPLE:
        return NUMBER
    # “twice as many” is a multiple; “met twice” counts.
    is_count = low[numeral.start : numeral.end] in ("twice", "thrice")
    return (
        Unit(UnitType.COUNT, "times") if is_count and not _TWICE.match(low, part.end) else MULTIPLE
    )


_CAPTION = re.compile(r"(?:^|[,(;:]\s?)$")
_GOES_ON = re.compile(r"\s[a-z]")


def _is_no_number(low: str, part: Part, unit: Unit) -> bool:
    """Tell pronouns, manners of speaking and captions from numbers: "one of them", "zero tolerance"."""
    numeral = part.numeral
    if numeral.form is Form.VAGUE:
        # “Grants, millions of US dollars” says in what figures are given
        is_money = unit.type is UnitType.CURRENCY
        is_in_sentence = _GOES_ON.match(low, part.end) and low.rstrip().endswith((".", "!", "?"))
        is_caption = _CAPTION.search(low[max(0, part.start - 2) : part.start])
        return bool(is_money and is_caption and not is_in_sentence)
    is_word = not numeral.is_figure and numeral.form is Form.CARDINAL and numeral.scale == 1
    is_small = numeral.value in (0, 1)
    return (
        is_word and is_small and unit.type in (UnitType.NUMBER, UnitType.COUNT, UnitType.PHYSICAL)
    )
