"""Numerals that are parts, multiples or sizes of something else, and no counts.

a third · two-thirds · 2 in 3 · half a million · doubled · fivefold · tens of thousands
"""

from __future__ import annotations

import re
from decimal import Decimal

from briefbook.language.en.number_words import (
    CARDINALS,
    HUNDRED,
    MULTIPLES,
    PARTS,
    SCALE,
    TENS,
    VAGUE,
    Form,
    Numeral,
    any_of,
    last_digit,
    scale_of,
)

_FEW = r"several|an?\sfew|few|an?\scouple\sof|many"
_PART = any_of({*PARTS, *(f"{word}s" for word in PARTS if word != "half")})
_TOP = rf"an?|\d\d?|{any_of(word for word in CARDINALS if word not in TENS)}"
_PARTIAL = re.compile(
    # half a million · a half million · quarter of a million · three quarters of a million · half a dozen
    rf"(?:half[\s-](?:of\s)?(?:an?[\s-])?|(?:an?|one)[\s-]half[\s-]|(?:an?\s)?quarter[\s-]|"
    rf"(?:(?P<top>{_TOP})[\s-])?(?P<part>{_PART})\sof\san?\s)(?P<s>{SCALE})\b"
)
_FRACTION = re.compile(rf"(?P<top>{_TOP})[\s-](?P<part>{_PART})\b")
_ANOTHER = re.compile(r"\b(?:another|additional|further|extra|remaining)\s$")
_ONE_PART = re.compile(rf"(?:{any_of(PARTS)})\b")
"""“an additional third is for schools”"""
_OF_WHOLE = re.compile(
    r"\sof\b|\s(?:was|were|is|are|had|has|have|more|less|came|went|fewer|larger|smaller|higher|lower|bigger|longer|shorter|the|as|in|to|and|or|by|from|since|that|who|full|empty|complete|below|above|short|gone|dry|vacant|[a-z]{3,}er|within|during|over|after|before|between|under|at|on|for|because|while|when|compared|against|this|last|next)\b"
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
_HEADS = rf"[2-9]|1\d|20|25|[3-9]0|100|{any_of([*(TENS - {'threescore', 'fourscore'}), *list(CARDINALS)[2:20]])}"
"""Of how many a part is told: two in three, one in fourteen, 19 out of 20."""
_RATIO = re.compile(
    # 2 in 3 · one in five · nine out of ten
    # · seven dollars in every ten
    rf"(?P<a>\d|{any_of(list(CARDINALS)[1:20])})\s(?:(?:in|(?P<out>out\sof))\s(?:every\s)?|(?:chances?\s(?:in|out\sof)|[a-z]+\s(?:in|out\sof)\severy)\s)"
    rf"(?P<b>{_HEADS}|1,000|(?:a|one)\shundred)\b(?![\d,.]\d|[\s-](?:{SCALE}|hours|days|weeks|months|years)\b)"
)
_RATIO_OF = re.compile(
    # two families in three have; no two men in three boats
    rf"(?P<a>\d|{any_of(list(CARDINALS)[1:10])})\s(?:[a-z]+\s)?[a-z]+s?\s(?:in|out\sof)\s"
    rf"(?P<b>{_HEADS}|(?:a|one)\shundred)\b(?![\d,.]\d|[\s-](?:{SCALE}|hours|days|weeks|months|years)\b)"
    r"(?=\s(?:in|by|to|from|and|or|than|has|have|had|is|are|was|were|do|does|did|can|cannot|could|must|may|will|would|who|of|lacks?|lives?|gets?|needs?|say|[a-z]{2,}ed|found|went|came|got|lost|took|made|fell|bore|brought|held|kept|gave|led|stood|stands|lies|lay|sat|saw|dies|pays|paid|works|smokes|speaks|owns|fails|goes|wins|won)\b|\s?[,.;:)]|\s?$)"
)
_SLASHED = re.compile(r"(?P<a>\d)[/⁄](?P<b>\d\d?)(?:(?<=⁄\d)|(?<=⁄\d\d)|(?=\sof\b))(?!\d)")
"""3/4 of, 1⁄40"""
_FOLD = re.compile(rf"(?P<n>\d+(?:\.\d+)?|{any_of(CARDINALS)})-?fold\b")
_MULTIPLE = re.compile(
    rf"(?:{any_of(MULTIPLES)}|(?:double|triple)(?=\s(?:the|its|their|that|what)\b))\b"
)
_HALF_AS = re.compile(r"half\sas\s(?:many|much|\w+)\b")
_HALF_AGAIN = re.compile(r"half\sas\s(?:many|much|\w+)(?:\s\w+)?\sagain\b")
_SIZES = re.compile(
    rf"(?P<v>{any_of(VAGUE)})\b(?P<more>(?:\sof\s(?:{any_of(VAGUE)}))*)|(?:{_FEW})\s(?P<s>{SCALE})\b"
)
_OF = re.compile(r"\sof\b")
_NO_SIZE = re.compile(r"\bin\s(?:the\s)?$")


def read_partial(low: str, at: int) -> Numeral | None:
    """Read a part of a scale: half a million, three quarters of a million."""
    match = _PARTIAL.match(low, at)
    if not match:
        return None
    words = match["part"] or ("quarter" if "quarter" in match[0] else "half")
    bottom = PARTS[words if words in PARTS else words.removesuffix("s")]
    top = _top(match["top"] or "a")
    part, size = top / bottom, scale_of(match["s"]) or Decimal(1)
    step = last_digit(part) * size if size >= HUNDRED else Decimal(1)
    return Numeral(at, match.end(), part * size, step, size)


def _top(word: str) -> Decimal:
    return Decimal(1) if word in ("a", "an") else CARDINALS.get(word) or Decimal(word)


def read_share(low: str, at: int) -> Numeral | None:
    """Read a share of a whole: a third of, two-thirds, half of, 2 in 3, 3/4 of."""
    for pattern in (_RATIO, _RATIO_OF, _SLASHED):
        if match := pattern.match(low, at):
            top, bottom = _count(match["a"]), _count(match["b"])
            if top < bottom:
                return _fraction(at, match.end(), top / bottom, is_figure=low[at].isdigit())
    if match := _FRACTION.match(low, at):
        return _parts(low, match)
    if (match := _ONE_PART.match(low, at)) and _is_another(low, match):
        return _fraction(at, match.end(), 1 / PARTS[match[0]])
    if (match := _HALF.match(low, at)) and not _HALF_AS.match(low, at):
        is_other = _NO_HALF.search(low[max(0, at - 9) : at])
        return None if is_other else _fraction(at, match.end(), Decimal("0.5"))
    return None


def _is_another(low: str, part: re.Match[str]) -> bool:
    """Tell whether one part stands behind a word of more: “another third of them”, and no “another third party”."""
    before = low[max(0, part.start() - len("additional ")) : part.start()]
    return bool(_ANOTHER.search(before) and _OF_WHOLE.match(low, part.end())) and not (
        part[0] == "quarter" and _is_of_year(low, part)
    )


def _count(word: str) -> Decimal:
    word = word.replace(",", "")
    return CARDINALS.get(word) or (Decimal(word) if word.isdigit() else HUNDRED)


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
    if part == "quarter" and (top == 2 or _is_of_year(low, match)):  # noqa: PLR2004
        return None  # of a year
    is_certain = match["top"] == "one" or is_plural or part == "half"
    if not is_certain and not _OF_WHOLE.match(low, match.end()):
        return None
    return _fraction(match.start(), match.end(), top / PARTS[part])


_IN_TIME = re.compile(
    r"\b(?:within|inside|over|during|after|for|in under|each|every|just|once|twice|times|once in)\s$"
)


def _is_of_year(low: str, match: re.Match[str]) -> bool:
    """Tell three months from a fourth part: “within a quarter”, “a quarter earlier”."""
    behind = low[match.end() :]
    if re.match(
        r"\s(?:earlier|later|ago|to the (?:next|other)|after (?:the )?(?:other|next))\b", behind
    ):
        return True
    is_of = re.match(r"\sof\b", behind) is not None
    return not is_of and _IN_TIME.search(low[: match.start()]) is not None


def read_multiple(low: str, at: int) -> Numeral | None:
    """Read a multiple of one word: doubled, halved, fivefold, 5-fold, twice, half as many."""
    if match := _FOLD.match(low, at):
        value = CARDINALS.get(match["n"]) or Decimal(match["n"])
        return Numeral(at, match.end(), value, form=Form.MULTIPLE)
    if match := _HALF_AGAIN.match(low, at):
        return Numeral(at, match.end(), Decimal("1.5"), Decimal("0.1"), form=Form.MULTIPLE)
    if match := _HALF_AS.match(low, at):
        return Numeral(at, match.end(), Decimal("0.5"), Decimal("0.1"), form=Form.MULTIPLE)
    match = _MULTIPLE.match(low, at)
    if not match:
        return None
    value = MULTIPLES.get(match[0]) or MULTIPLES[f"{match[0]}d"]
    return Numeral(at, match.end(), value, last_digit(value), form=Form.MULTIPLE)


def read_size(low: str, at: int) -> Numeral | None:
    """Read a vague number: dozens, tens of thousands, several hundred. The plural means at least two."""
    match = _SIZES.match(low, at)
    if not match or (match["v"] and _NO_SIZE.search(low[max(0, at - 8) : at])):
        return None
    if match["v"] in ("tens", "scores") and not match["more"] and not _OF.match(low, match.end()):
        return None
    scale = (scale_of(match["s"]) or Decimal(1)) if match["s"] else VAGUE[match["v"]]
    for word in re.findall(r"\bof\s([a-z]+)", match["more"] or ""):
        scale *= VAGUE[word]
    return Numeral(at, match.end(), 2 * scale, scale, scale, Form.VAGUE)
