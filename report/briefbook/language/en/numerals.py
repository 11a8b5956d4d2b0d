"""Numerals as prose writes them, without unit.

    1,357.5 · 1 357 · 40½ · 1.5 × 10⁶ · 3 lakh crore · two hundred and six · half a million
    a third · 2 in 3 · tens of thousands · fivefold · twenty-first

A numeral is read at a place of a prepared text: in small letters, with plain digits (`digits`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from functools import cache

from briefbook.frozen import dataclass
from briefbook.language.en.digits import RAISED, SUPERSCRIPTS
from briefbook.language.en.tables import rows


class Form(StrEnum):
    """What sort of numeral it is."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    """Of a whole: a third, 2 in 3."""
    MULTIPLE = "multiple"
    """Of something else: doubled, fivefold."""
    VAGUE = "vague"
    """Of a size rather than a number: dozens, tens of thousands."""


@dataclass(frozen=True)
class Numeral:
    """A numeral: its value with its scale, the value of one unit of its last digit, its scale."""

    start: int
    end: int
    value: Decimal
    step: Decimal = Decimal(1)
    scale: Decimal = Decimal(1)
    form: Form = Form.CARDINAL
    is_figure: bool = False


def _of_kind(kind: str) -> dict[str, Decimal]:
    return {
        row["word"]: Decimal(row["value"]) for row in rows("number_words") if row["kind"] == kind
    }


def _scales(column: str) -> dict[str, Decimal]:
    return {
        word.replace("_", " "): Decimal(row["value"])
        for row in rows("scales")
        for word in row[column].split()
    }


def _any(words: Iterable[str]) -> str:
    """Return a pattern of any of some words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


CARDINALS, ORDINALS, PARTS, MULTIPLES = map(_of_kind, ("cardinal", "ordinal", "part", "multiple"))
SCALES, VAGUE, LETTERS = map(_scales, ("words", "vague", "letters"))
_TENS = frozenset(word for word, value in CARDINALS.items() if 20 <= value < 100)  # noqa: PLR2004
_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)

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
_SCALE = (
    _any(word for word in SCALES if word != "gross").replace("'", "['’]")
    + r"|gross(?=\sof\s[a-z])"  # of pencils; not gross tons, nor a gross of $5
)
_ODD = re.compile(rf"[\s-]odd(?=[\s-](?:{_SCALE})\b)")
"""40-odd dozen: what is about forty is what the scale multiplies."""
_AFTER_FIGURE = re.compile(rf"\s?-?\s?(?P<s>{_SCALE})\b|\s?(?P<l>{_any(LETTERS)})(?![\w$])")
_NEXT = re.compile(rf"(?P<gap>\sand\s|\s|-)(?P<w>(?:{_SCALE})\b|(?!gross\b)[a-z]+)(?!\w)")
_AND_PART = re.compile(
    r"[\s-]and[\s-](?:(?:an?|one)[\s-](?P<one>half|quarter)|(?P<top>two|three)[\s-](?P<part>thirds|quarters))\b"
)
_FEW = r"several|an?\sfew|few|an?\scouple\sof|many"
_PART = _any({*PARTS, *(f"{word}s" for word in PARTS if word != "half")})
_TOP = rf"an?|\d\d?|{_any(word for word in CARDINALS if word not in _TENS)}"
_PARTIAL = re.compile(
    # half a million · a half million · quarter of a million · three quarters of a million · half a dozen
    rf"(?:half[\s-](?:of\s)?(?:an?[\s-])?|(?:an?|one)[\s-]half[\s-]|(?:an?\s)?quarter[\s-]|"
    rf"(?:(?P<top>{_TOP})[\s-])?(?P<part>{_PART})\sof\san?\s)(?P<s>{_SCALE})\b"
)
_FRACTION = re.compile(rf"(?P<top>{_TOP})[\s-](?P<part>{_PART})\b")
_OF_WHOLE = re.compile(
    r"\sof\b|\s(?:was|were|is|are|had|has|have|more|less|came|went|the|as|in|to|and|or|by|from|since|that|who)\b"
    r"|\s?[,.;:)”\"]|\s?$|\s?\n"
)
"""What follows a third of something, and no ordinal's noun: "a third bridge"."""
_HALF = re.compile(
    r"half(?=\s(?:of|the|its|their|his|her|our|my|your|all|that|this|these|those|was|were|is|are|have|had|has|came"
    r"|an?\s\w+|who|in|by|from|since|to|and|or)\b|\s?[,.;:()”\"]|\s?$|\s?\n)"
)
_NO_HALF = re.compile(
    r"(?:\b(?:first|second|latter|last|other|earlier|upper|lower|this|next|each)\s|-)$"
)
_RATIO = re.compile(
    # 2 in 3 · one in five · nine out of ten
    # · seven dollars in every ten
    rf"(?P<a>\d|{_any(list(CARDINALS)[1:10])})\s(?:(?:in|(?P<out>out\sof))\s(?:every\s)?|(?:chances?\s(?:in|out\sof)|[a-z]+\s(?:in|out\sof)\severy)\s)"
    rf"(?P<b>10|20|100|1,000|[2-9]|{_any(['twenty', *list(CARDINALS)[2:11]])}|(?:a|one)\shundred)\b(?![\d,.]\d|[\s-](?:{_SCALE})\b)"
)
_SLASHED = re.compile(r"(?P<a>\d)[/⁄](?P<b>\d\d?)(?:(?<=⁄\d)|(?<=⁄\d\d)|(?=\sof\b))(?!\d)")
"""3/4 of, 1⁄40"""
_FOLD = re.compile(rf"(?P<n>\d+(?:\.\d+)?|{_any(CARDINALS)})-?fold\b")
_MULTIPLE = re.compile(
    rf"(?:{_any(MULTIPLES)}|(?:double|triple)(?=\s(?:the|its|their|that|what)\b))\b"
)
_HALF_AS = re.compile(r"half\sas\s(?:many|much|\w+)\b")
_SIZES = re.compile(
    rf"(?P<v>{_any(VAGUE)})\b(?P<more>(?:\sof\s(?:{_any(VAGUE)}))*)|(?:{_FEW})\s(?P<s>{_SCALE})\b"
)
_NO_SIZE = re.compile(r"\bin\s(?:the\s)?$")
_ORDINAL = re.compile(
    rf"(?:(?P<tens>{_any(_TENS)})[\s-])?(?P<w>{_any(ORDINALS)})\b|(?P<n>\d+)(?:st|nd|rd|th)\b"
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
    rf"|\b(?:{_any({*CARDINALS, *ORDINALS, *MULTIPLES, *VAGUE, 'half', 'quarter', 'double', 'triple', 'several', 'few', 'many'})}"
    rf"|(?:{_any(word for word in CARDINALS)})fold"
    rf"|an?(?=[\s-](?:{_SCALE}|{_any({*PARTS, 'few', 'couple'})})\b))\b"
)
"""Where a numeral may begin."""


def read_numeral(low: str, at: int, *, may_have_and: bool = True) -> Numeral | None:
    """Return the numeral that begins at a place of a prepared text; None if none does.

    `may_have_and` is false behind "between", where "and" begins another numeral.
    """
    for read in (_partial, _share, _multiple, _size, _ordinal):
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
        value, step = value + part, _last_digit(part)
        if not match["n"]:
            # ½ alone is a share of something; ½ million and ½ km are numbers, which the unit tells.
            found = Numeral(at, match.end(), value, step, form=Form.FRACTION, is_figure=True)
            return _scaled_figure(low, found)
    scale = Decimal(1)
    if match["up"] or match["hat"]:
        digits = match["hat"] or "".join(str(unicodedata.digit(char)) for char in match["up"])
        scale = Decimal(10) ** int(digits) if len(digits) <= 2 else Decimal(1)  # noqa: PLR2004
    end = match.end()
    if power := _POWER.match(low, end):
        value, end = value ** _POWERS[power["w"]], power.end()
    found = Numeral(at, end, value * scale, step * scale, scale, is_figure=True)
    return _scaled_figure(low, found)


_POWERS = {"squared": 2, "cubed": 3}
_POWER = re.compile(rf"[\s-](?P<w>{_any(_POWERS)})\b")


def _last_digit(part: Decimal) -> Decimal:
    """Return the step of a part such as 0.25; a third has no last digit and is read as hundredths."""
    exponent = int(part.normalize().as_tuple().exponent)
    return Decimal(1).scaleb(max(exponent, -3 if exponent > -4 else -2))  # noqa: PLR2004


def _times(numeral: Numeral, scale: Decimal, end: int) -> Numeral:
    """Return a numeral with a scale behind it."""
    return replace(
        numeral, end=end, value=numeral.value * scale, step=numeral.step * scale,
        scale=numeral.scale * scale,
        form=Form.CARDINAL if numeral.form is Form.FRACTION else numeral.form,
    )  # fmt: skip


def _scale_of(words: str) -> Decimal | None:
    """Return what a scale multiplies by; None for another word."""
    return SCALES.get(" ".join(words.split()).replace("’", "'"))


def _scaled_figure(low: str, numeral: Numeral) -> Numeral:
    """Take in the scales behind figures: 16.5 million, 3 lakh crore, 16.5m, 5-million, 40-odd dozen."""
    if odd := _ODD.match(low, numeral.end):
        numeral = replace(numeral, end=odd.end())
    while match := _AFTER_FIGURE.match(low, numeral.end):
        if match["l"]:
            # "5 m" are metres: a letter with a space before it is a scale only of money.
            is_glued = match.start("l") == numeral.end
            return _times(numeral, LETTERS[match["l"]], match.end()) if is_glued else numeral
        numeral = _times(numeral, _scale_of(match["s"]) or Decimal(1), match.end())
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
        step=_last_digit(part) * numeral.scale,
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
        size = _scale_of(step["w"]) if step["gap"] in (" ", "-") else None
        if size is not None:
            if group is None:
                total *= size
            elif size == _HUNDRED:
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
    part = _AND_PART.match(low, found.end) if last >= _THOUSAND else None
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
        is_lesser = _HUNDRED <= follows < last
        is_rest = last == _THOUSAND and has_and and not follows
        return value if is_lesser or is_rest else None
    if group >= _HUNDRED and not group % _HUNDRED:
        # two hundred and six; but “two hundred and six hundred” are two
        return group + value if follows != _HUNDRED else None
    is_tens = not has_and and group % 100 >= 20 and not group % 10 and 0 < value < 10  # noqa: PLR2004
    return group + value if is_tens else None


def _partial(low: str, at: int) -> Numeral | None:
    """Read a part of a scale: half a million, three quarters of a million."""
    match = _PARTIAL.match(low, at)
    if not match:
        return None
    words = match["part"] or ("quarter" if "quarter" in match[0] else "half")
    bottom = PARTS[words if words in PARTS else words.removesuffix("s")]
    top = _top(match["top"] or "a")
    part, size = top / bottom, _scale_of(match["s"]) or Decimal(1)
    step = _last_digit(part) * size if size >= _HUNDRED else Decimal(1)
    return Numeral(at, match.end(), part * size, step, size)


def _top(word: str) -> Decimal:
    return Decimal(1) if word in ("a", "an") else CARDINALS.get(word) or Decimal(word)


def _share(low: str, at: int) -> Numeral | None:
    """Read a share of a whole: a third of, two-thirds, half of, 2 in 3, 3/4 of."""
    for pattern in (_RATIO, _SLASHED):
        if match := pattern.match(low, at):
            top, bottom = _count(match["a"]), _count(match["b"])
            if top < bottom:
                return _fraction(at, match.end(), top / bottom, is_figure=low[at].isdigit())
    if match := _FRACTION.match(low, at):
        return _parts(low, match)
    if (match := _HALF.match(low, at)) and not _HALF_AS.match(low, at):
        is_other = _NO_HALF.search(low[max(0, at - 9) : at])
        return None if is_other else _fraction(at, match.end(), Decimal("0.5"))
    return None


def _count(word: str) -> Decimal:
    word = word.replace(",", "")
    return CARDINALS.get(word) or (Decimal(word) if word.isdigit() else _HUNDRED)


def _fraction(start: int, end: int, value: Decimal, *, is_figure: bool = False) -> Numeral:
    return Numeral(start, end, value, Decimal("0.01"), form=Form.FRACTION, is_figure=is_figure)


def _parts(low: str, match: re.Match[str]) -> Numeral | None:
    """Tell two thirds and a third of something from a third bridge, two quarters and 5 second places."""
    words, top = match["part"], _top(match["top"])
    is_plural = words not in PARTS
    part = words.removesuffix("s") if is_plural else words
    is_single = top == 1 and not is_plural
    if not (is_single or (top > 1 and is_plural)) or top >= PARTS[part]:
        return None
    if part == "quarter" and top == 2:  # noqa: PLR2004
        return None  # of a year
    is_certain = match["top"] == "one" or is_plural or part == "half"
    if not is_certain and not _OF_WHOLE.match(low, match.end()):
        return None
    return _fraction(match.start(), match.end(), top / PARTS[part])


def _multiple(low: str, at: int) -> Numeral | None:
    """Read a multiple of one word: doubled, halved, fivefold, 5-fold, twice, half as many."""
    if match := _FOLD.match(low, at):
        value = CARDINALS.get(match["n"]) or Decimal(match["n"])
        return Numeral(at, match.end(), value, form=Form.MULTIPLE)
    if match := _HALF_AS.match(low, at):
        return Numeral(at, match.end(), Decimal("0.5"), Decimal("0.1"), form=Form.MULTIPLE)
    match = _MULTIPLE.match(low, at)
    if not match:
        return None
    value = MULTIPLES.get(match[0]) or MULTIPLES[f"{match[0]}d"]
    return Numeral(at, match.end(), value, _last_digit(value), form=Form.MULTIPLE)


def _size(low: str, at: int) -> Numeral | None:
    """Read a vague number: dozens, tens of thousands, several hundred. The plural means at least two."""
    match = _SIZES.match(low, at)
    if not match or (match["v"] and _NO_SIZE.search(low[max(0, at - 8) : at])):
        return None
    if (
        match["v"] in ("tens", "scores")
        and not match["more"]
        and not low.startswith(" of", match.end())
    ):
        return None
    scale = (_scale_of(match["s"]) or Decimal(1)) if match["s"] else VAGUE[match["v"]]
    for word in re.findall(r"[a-z]+", (match["more"] or "").replace(" of ", " ")):
        scale *= VAGUE[word]
    return Numeral(at, match.end(), 2 * scale, scale, scale, Form.VAGUE)


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
