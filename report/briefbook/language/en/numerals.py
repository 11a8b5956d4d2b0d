"""Numerals as prose writes them, without unit.

    1,357.5 · 1 357 · 40½ · 1.5 × 10⁶ · 3 lakh crore · two hundred and six · half a million
    a third · 2 in 3 · tens of thousands · fivefold · twenty-first

A numeral is read at a place of a prepared text: in small letters, with plain digits (`digits`).
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache

from briefbook.frozen import replace
from briefbook.language.en.digits import RAISED, SUPERSCRIPTS
from briefbook.language.en.number_words import (
    CARDINALS,
    HUNDRED,
    LETTERS,
    MULTIPLES,
    ORDINALS,
    PARTS,
    SCALE,
    SCALES,
    TENS,
    THOUSAND,
    VAGUE,
    Form,
    Numeral,
    any_of,
    last_digit,
    scale_of,
)
from briefbook.language.en.proportions import read_multiple, read_partial, read_share, read_size

_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_FIGURE = re.compile(
    # 1.357.000 and 40.000,50 as most of Europe writes them
    r"(?:(?P<e>\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d{1,2})?|(?:\.\d{3})+,\d{2})(?![\d.,]\d|\d))|"
    # 1,357.5 · 1,00,000 · 1 357 with fixed spaces or apostrophes · 10 000 with a plain one · 16.5 · .5
    r"(?P<n>(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,2}(?:,\d{2}){1,6},\d{3}(?!\d)"
    r"|\d{1,3}(?:[\u00a0\u202f\u2009'’]\d{3}){1,6}(?!\d)"
    r"|(?<!\d\s)(?<!\d,\s)[1-9]\d{0,2}(?:\x20\d{3}){1,4}(?![\w]|,?\s\d|[.,]\d{3}\b))(?:\.\d+)?"
    rf"|\d+(?:\.\d+)?|\.\d+)(?P<v>\s?[{_VULGAR}])?|(?P<v1>[{_VULGAR}]))"
    rf"(?:\s?[×x]\s?10(?:(?P<up>[{SUPERSCRIPTS}]+)|\^(?P<hat>\d\d?)))?"
)
_ODD = re.compile(rf"[\s-]odd(?=[\s-](?:{SCALE})\b)")
"""40-odd dozen: what is about forty is what the scale multiplies."""
_AFTER_FIGURE = re.compile(rf"\s?-?\s?(?P<s>{SCALE})\b|\s?(?P<l>{any_of(LETTERS)})(?![\w$])")
_NEXT = re.compile(rf"(?P<gap>\sand\s|\s|-)(?P<w>(?:{SCALE})\b|(?!gross\b)[a-z]+)(?!\w)")
_AND_PART = re.compile(
    r"[\s-]and[\s-](?:(?:an?|one)[\s-](?P<one>half|quarter)|(?P<top>two|three)[\s-](?P<part>thirds|quarters))\b"
)
_ORDINAL = re.compile(
    rf"(?:(?P<tens>{any_of(TENS)})[\s-])?(?P<w>{any_of(ORDINALS)})\b|(?P<n>\d+)(?:st|nd|rd|th)\b"
)


def ordinal_word(number: int) -> str:
    """Return the ordinal of a number below 100 in words: third, twenty-first."""
    by_value = {value: word for word, value in ORDINALS.items()}
    if word := by_value.get(Decimal(number)):
        return word
    tens = next(word for word in CARDINALS if CARDINALS[word] == number // 10 * 10)
    return f"{tens}-{by_value[Decimal(number % 10)]}"


START = re.compile(
    rf"(?<!\d)(?<!\d\.)\d|(?<![\w.])\.\d|[{_VULGAR}]|[{SUPERSCRIPTS}₀-₉]"
    rf"|\b(?:{any_of({*CARDINALS, *ORDINALS, *MULTIPLES, *VAGUE, 'half', 'quarter', 'double', 'triple', 'several', 'few', 'many'})}"
    rf"|(?:{any_of(word for word in CARDINALS)})fold"
    rf"|an?(?=[\s-](?:{SCALE}|{any_of({*PARTS, 'few', 'couple'})})\b))\b"
)
"""Where a numeral may begin."""


def read_numeral(low: str, at: int, *, may_have_and: bool = True) -> Numeral | None:
    """Return the numeral that begins at a place of a prepared text; None if none does.

    `may_have_and` is false behind "between", where "and" begins another numeral.
    """
    for read in (read_partial, read_share, read_multiple, read_size, _ordinal):
        if found := read(low, at):
            return found
    if low[at].isdigit() or low[at] == "." or low[at] in _VULGAR:
        return _raised(low, at) if low[at] in SUPERSCRIPTS + "₀₁₂₃₄₅₆₇₈₉" else _figure(low, at)
    return _words(low, at, may_have_and=may_have_and)


def _raised(low: str, at: int) -> Numeral | None:
    """Raised digits of their own are a number; those of km² and CO₂ are part of a word."""
    match = RAISED.match(low, at)
    if not match or low[at - 1 : at].isalpha():
        return None
    value = Decimal("".join(str(unicodedata.digit(char)) for char in match[0]))
    return Numeral(at, match.end(), value, is_figure=True)


@cache
def _vulgar(char: str) -> Decimal:
    top, bottom = unicodedata.normalize("NFKC", char).split("⁄")
    return Decimal(top) / Decimal(bottom)


def _figure(low: str, at: int) -> Numeral | None:
    match = _FIGURE.match(low, at)
    if not match:
        return None
    value, step = Decimal(0), Decimal(1)
    if said := match["n"] or match["e"]:
        said = said.replace(".", "").replace(",", ".") if match["e"] else said
        value = Decimal(re.sub(r"[^\d.]", "", said))
        step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    if vulgar := match["v"] or match["v1"]:
        part = _vulgar(vulgar.strip())
        value, step = value + part, last_digit(part)
        if not match["n"]:
            # ½ alone is a share of something; ½ million and ½ km are numbers, which the unit tells.
            found = Numeral(at, match.end(), value, step, form=Form.FRACTION, is_figure=True)
            return _scaled_figure(low, found)
    if whole := _PART_OF_ONE.match(low, at):
        part = Decimal(whole["a"]) / Decimal(whole["b"])
        return Numeral(at, whole.end(), part, last_digit(part), is_figure=True)
    mixed = _MIXED.match(low, match.end()) if match["n"] and not vulgar else None
    if mixed:
        part = Decimal(mixed["a"]) / Decimal(mixed["b"])
        return Numeral(at, mixed.end(), value + part, last_digit(part), is_figure=True)
    scale = Decimal(1)
    if match["up"] or match["hat"]:
        digits = match["hat"] or "".join(str(unicodedata.digit(char)) for char in match["up"])
        scale = Decimal(10) ** int(digits) if len(digits) <= 2 else Decimal(1)  # noqa: PLR2004
    end = match.end()
    if power := _POWER.match(low, end):
        value, end = value ** _POWERS[power["w"]], power.end()
    found = Numeral(at, end, value * scale, step * scale, scale, is_figure=True)
    return _scaled_figure(low, found)


_MIXED = re.compile(
    r"[-\s](?P<a>[1357])/(?P<b>[248])(?![\d/])(?=\s?(?:%|per\s?cent|percentage|point|inch|mile|to\b|[-–]))"
)
"""5-1/4 percent, as central banks write it"""
_PART_OF_ONE = re.compile(
    r"(?P<a>[1357])/(?P<b>[248])(?=\s(?:per\s?cent|percentage|point|inch|mile)\b)"
)
_POWERS = {"squared": 2, "cubed": 3}
_POWER = re.compile(rf"[\s-](?P<w>{any_of(_POWERS)})\b")


def _times(numeral: Numeral, scale: Decimal, end: int) -> Numeral:
    """Return a numeral with a scale behind it."""
    return replace(
        numeral, end=end, value=numeral.value * scale, step=numeral.step * scale,
        scale=numeral.scale * scale,
        form=Form.CARDINAL if numeral.form is Form.FRACTION else numeral.form,
    )  # fmt: skip


def _scaled_figure(low: str, numeral: Numeral) -> Numeral:
    """Take in the scales behind figures: 16.5 million, 3 lakh crore, 16.5m, 5-million, 40-odd dozen."""
    if odd := _ODD.match(low, numeral.end):
        numeral = replace(numeral, end=odd.end())
    while match := _AFTER_FIGURE.match(low, numeral.end):
        if match["l"]:
            # "5 m" are metres: a letter with a space before it is a scale only of money.
            is_glued = match.start("l") == numeral.end
            return _times(numeral, LETTERS[match["l"]], match.end()) if is_glued else numeral
        numeral = _times(numeral, scale_of(match["s"]) or Decimal(1), match.end())
    if match := _AND_PART.match(low, numeral.end):
        return _with_part(numeral, match)
    return numeral


def spaced_letter(low: str, numeral: Numeral) -> Numeral:
    """Return a numeral of money with its letter of scale: $5 m."""
    match = _AFTER_FIGURE.match(low, numeral.end)
    if not match or not match["l"] or numeral.scale != 1:
        return numeral
    return _times(numeral, LETTERS[match["l"]], match.end())


def _with_part(numeral: Numeral, match: re.Match[str]) -> Numeral:
    """Add a part: two and a half; a million and a half."""
    bottom = PARTS[match["one"] or match["part"].removesuffix("s")]
    part = CARDINALS[match["top"] or "one"] / bottom
    return replace(
        numeral, end=match.end(), value=numeral.value + part * numeral.scale,
        step=last_digit(part) * numeral.scale,
    )  # fmt: skip


_WORD = re.compile(r"[a-z]+")


def _words(low: str, at: int, *, may_have_and: bool) -> Numeral | None:
    """Read a cardinal in words: two hundred and six; one and a half million; a hundred thousand."""
    match = _WORD.match(low, at)
    if not match or (match[0] not in CARDINALS and match[0] not in ("a", "an")):
        return None
    found = Numeral(at, match.end(), CARDINALS.get(match[0], Decimal(1)))
    if part := _AND_PART.match(low, found.end):
        found = _with_part(found, part)
    # `group` is what a scale would multiply, `total` what is settled, `last` the scale before.
    group: Decimal | None = found.value
    total, last = Decimal(0), Decimal(0)
    odd = _ODD.match(low, found.end)
    found = replace(found, end=odd.end() if odd else found.end)
    while step := _NEXT.match(low, found.end):
        size = scale_of(step["w"]) if step["gap"] in (" ", "-") else None
        if size is not None:
            if group is None:
                total *= size
            elif size == HUNDRED:
                group *= size
            else:
                total, group = total + group * size, None
            last, found = size, _times(found, size, step.end())
        elif step["w"] in CARDINALS and (may_have_and or "and" not in step["gap"]):
            grown = _joined(low, step, group, last)
            if grown is None:
                break
            group, found = grown, Numeral(at, step.end(), grown)
        else:
            break
    if match[0] in ("a", "an") and not last:
        return None
    found = replace(found, value=total + (group or 0))
    part = _AND_PART.match(low, found.end) if last >= THOUSAND else None
    return _with_part(found, part) if part else found


def _joined(low: str, found: re.Match[str], group: Decimal | None, last: Decimal) -> Decimal | None:
    """Return what a further cardinal makes of the group before it; None if it begins a new numeral."""
    value, has_and = CARDINALS[found["w"]], "and" in found["gap"]
    after = _NEXT.match(low, found.end())
    if after and after["w"] in CARDINALS and after["gap"] == "-":
        after = _NEXT.match(low, after.end())  # twenty-one thousand
    follows = (
        SCALES.get(after["w"], Decimal(0)) if after and "and" not in after["gap"] else Decimal(0)
    )
    if group is None:
        # one million two hundred thousand; one thousand and one
        is_lesser = HUNDRED <= follows < last
        is_rest = last == THOUSAND and has_and and not follows
        return value if is_lesser or is_rest else None
    if group >= HUNDRED and not group % HUNDRED:
        # two hundred and six; but “two hundred and six hundred” are two
        return group + value if follows != HUNDRED else None
    is_tens = not has_and and group % 100 >= 20 and not group % 10 and 0 < value < 10  # noqa: PLR2004
    return group + value if is_tens else None


def _ordinal(low: str, at: int) -> Numeral | None:
    match = _ORDINAL.match(low, at)
    if not match:
        return None
    if match["n"]:
        return Numeral(at, match.end(), Decimal(match["n"]), form=Form.ORDINAL, is_figure=True)
    value = ORDINALS[match["w"]]
    if match["tens"]:
        if value >= 10:  # noqa: PLR2004
            return None
        value += CARDINALS[match["tens"]]
    return Numeral(at, match.end(), value, form=Form.ORDINAL)
