"""What a formula of figures reckons with, and how: of what the statement names, as its words say.

The source: Tarn had 197 of the 318 cases, Lissa 74.
The lie:    Lissa had 62 percent of the cases (197 / 318 * 100).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from briefbook.evidence.formula_grammar import (
    Literal,
    Number,
    Operation,
    Tree,
    calls_in,
    numbers_in_formula,
    unscaled,
)
from briefbook.language.en.antonyms import direction_before
from briefbook.language.en.clauses import shared
from briefbook.language.en.negation import denies
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.owners import Value, told_between, values_of


def misfit(
    tree: Operation,
    text: str,
    start: int,
    end: int,
    supporting: Sequence[str],
    *,
    is_given: bool = True,
) -> str:
    """Return why a formula, given or found, is none of the number at a place of a sentence; empty where nothing speaks against it."""
    said = tuple(value for words in supporting for value in values_of(words))
    found = _of_another_matter(tree, text, start, said) or _turned(tree, text, start, said)
    if found or not is_given:
        return "" if not is_given and _TOGETHER.search(text) else found
    return (
        _joined_otherwise(tree, text, start, end)
        or _told_as_change(tree, text, start, end)
        or _of_another(tree, text, said)
        or _of_the_rest(tree, text, said)
        or _of_the_other_part(tree, text, start, supporting)
        or _of_another_time(tree, text, supporting)
    )


def _figures(tree: Tree) -> list[Decimal]:
    quoted = (call.arguments[0] for call in calls_in(tree) if call.name == "quoted")
    words = [argument.text for argument in quoted if isinstance(argument, Literal)]
    numbers = [number.value for said in words for number in find_numbers(said)[:1]]
    return [*(number.value for number in numbers_in_formula(tree)), *numbers]


SCALES = tuple(Decimal(10) ** power for power in (-2, 0, 3, 6, 9, 12))
"""Of cents, and of what a formula leaves away: 2.7 of $2.7 million."""


def _places(figure: Decimal, said: Iterable[Value]) -> list[Value]:
    """Return the values of the quotes that a figure may be."""
    return [v for v in said if v.number is not None and any(v.number == figure * s for s in SCALES)]


_TOGETHER = re.compile(
    r"\b(?:together|in all|altogether|combined|in total|a total of|the sum of)\b", re.IGNORECASE
)
_COMPARED = r"(?:more|fewer|less|higher|lower|larger|smaller|dearer|cheaper|above|below)"
_MORE_BEHIND = re.compile(
    rf"(?:\s(?!(?:than|or|and|of)\b)[\w/-]+){{0,3}}?\s{_COMPARED}\b", re.IGNORECASE
)
_EXCESS = re.compile(r"\b(?:excess|difference|gap|surplus|shortfall|margin)\b", re.IGNORECASE)
_EACH_BEHIND = re.compile(r"(?:\s[\w/-]+){0,2}?\s(?:each|apiece|per head)\b", re.IGNORECASE)
_PART = re.compile(r"[,;.:](?!\d)")


def _joined_otherwise(tree: Operation, text: str, start: int, end: int) -> str:
    """Tell of a difference told of several together, of a sum told as a difference, of no share told of each."""
    inner = unscaled(tree)
    sign = inner.sign if isinstance(inner, Operation) else ""
    before = [part for part in _PART.split(text[:start]) if part.strip()]
    near = f"{before[-1] if before else ''} · {_PART.split(text[end:])[0]}"
    if sign == "-" and (match := _TOGETHER.search(near)):
        return f"“{match[0]}” is told of no difference"
    if sign == "+" and (match := _MORE_BEHIND.match(text, end) or _EXCESS.search(near)):
        return f"“{match[0].strip()}” is told of no sum"
    if sign in "+-" and sign and (match := _EACH_BEHIND.match(text, end)):
        return f"“{match[0].strip()}” is told of nothing that is not divided"
    return ""


_CHANGED_BY = re.compile(
    r"\b(?:fell|fallen|dropped|declined|decreased|shrank|shrunk|cut|reduced|rose|risen|grew|grown|increased|climbed)(?:\s\w+){0,3}?\sby\s(?:about\s|some\s|nearly\s|almost\s|over\s)?$",
    re.IGNORECASE,
)
_LESS_BEHIND = re.compile(
    r"(?:\s?%|\s(?:percent|per cent))\s(?:less|fewer|lower|smaller|more|higher|larger|down|up|below|above)\b",
    re.IGNORECASE,
)


def _told_as_change(tree: Tree, text: str, start: int, end: int) -> str:
    """Find the share that one figure is of another told as the change between them: “54 percent less” for 54 percent."""
    inner = unscaled(tree)
    match inner:
        case Operation(sign="/", left=Number() as part, right=Number() as whole):
            is_below = part.value < whole.value
        case _:
            return ""
    is_percent = inner is not tree and re.match(r"\s?(?:%|per\s?cent)", text[end:])
    told = _LESS_BEHIND.match(text, end) or _CHANGED_BY.search(text[:start])
    if is_percent and is_below and told:
        return f"“{told[0].strip()}” is told of no share"
    return ""


_THE_OTHERS = re.compile(
    r"\b(?:others?|outside|elsewhere|rest|remaining|remainder|leav(?:es?|ing)|left|except|excluding|apart|besides|without|all but)\b",
    re.IGNORECASE,
)


def _of_another(tree: Tree, text: str, said: Sequence[Value]) -> str:
    """Find a figure of one name where the statement names another, whose own figure is not reckoned with."""
    if _THE_OTHERS.search(text):
        return ""
    figures = _figures(tree)
    used = {v.key for figure in figures for v in _places(figure, said)}
    used |= {v.key for v in values_of(text)}
    told = told_between(text, 0, len(text))
    for figure in figures:
        own = _places(figure, said)
        for other in said if len(own) == 1 else ():
            if other.sort == own[0].sort and other.key not in used and _is_of(told, other, own[0]):
                return f"the source says “{own[0].words}” of something else, and “{other.words}” of what the statement names"
    return ""


def _is_of(told: frozenset[str], one: Value, other: Value) -> bool:
    """Tell whether what is told names the owner of one value, and not that of the other one."""
    common = one.beside & other.beside
    here, there = shared(told, one.beside - common), shared(told, other.beside - common)
    its = other.names - common
    return bool(its and told & (one.names - common) and not told & its) and here >= there


_MOST_SHARED = 2
"""Values that may have a word beside them that is told of one: the two ends of a change have all."""


def _of_another_matter(tree: Tree, text: str, at: int, said: Sequence[Value]) -> str:
    """Find a figure where words right beside the number are told of another one that is not reckoned with.

    The source: there are targets for 11 of the 18 mills, and complete data for 6.
    The lie:    Mills with complete data: 61 percent (11 / 18 * 100).
    """
    told = _told_beside(text, at)
    inner = unscaled(tree)
    if not isinstance(inner, Operation) or inner.sign not in "-/":
        return ""
    if not told or _THE_OTHERS.search(text):
        return ""
    part = unscaled(inner.left) if inner.sign == "/" else inner
    parts = [v for figure in _figures(part) for v in _places(figure, said)]
    parts = parts or _stretch_of(part, said)
    figures = [v for figure in _figures(tree) for v in _places(figure, said)] or parts
    keys = {v.key for v in parts}
    is_among = isinstance(inner.right, Operation)
    for own in parts:
        if sum(v.key == own.key for v in said) != 1:
            continue
        for other in said:
            is_other = other.sort == own.sort and other.key not in keys and _are_alike(other, own)
            if not is_other or (not is_among and any(v.key == other.key for v in figures)):
                continue
            its = other.beside.difference(*(v.beside for v in figures if v.key != other.key))
            alike = [v for v in said if v.sort == other.sort]
            its = frozenset(w for w in its if sum(w in v.beside for v in alike) <= _MOST_SHARED)
            mine = own.beside - other.beside
            if own.names & mine and other.names & its:
                is_misfit = bool(told & other.names & its) and not told & own.names & mine
            else:
                is_misfit = bool(mine and shared(told, its)) and not shared(told, mine)
            if is_misfit:
                return f"the source says “{own.words}” of something else, and “{other.words}” of what the statement names"
    return ""


def _are_alike(one: Value, other: Value) -> bool:
    """Tell whether one of two values may be taken for the other: 74 centres are none of 61,000 people."""
    if not one.number or not other.number:
        return True
    return abs(one.number / other.number) < _FAR and abs(other.number / one.number) < _FAR


_FAR = 100


def _stretch_of(tree: Tree, said: Sequence[Value]) -> list[Value]:
    """Return the stretch of time whose ends a formula has: “from 1908 to 1917” of 1917 - 1908."""
    years = {str(figure) for figure in _figures(tree)}
    return [v for v in said if len(years) > 1 and years == set(v.key.split("/"))]


def _told_beside(text: str, at: int) -> frozenset[str]:
    """Return the words beside a number of a text, without dates."""
    own = [v for v in values_of(text) if v.start <= at + 1 and v.end > at]
    told = frozenset(w for v in own[:1] for w in v.beside)
    if (colon := text.find(":", 0, at)) > 0:
        told |= told_between(text, 0, colon)  # “Aid to Tarn, proposed change: …”
    return frozenset(w for w in told if not w[0].isdigit())


_COMPARES = re.compile(
    r"\b(?:(?P<up>more|higher|longer|larger|bigger|greater|above|rose|risen|gr[eo]wn?|increas\w*|(?<!made )(?<!make )(?<!makes )up|gain\w*)|"
    r"less|fewer|lower|shorter|smaller|below|fell|fallen|dropp?\w*|declin\w*|decreas\w*|down|shrank|lost|cut)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not?|none|never|neither|without|other\w*|rest|remain\w*|only|fail\w*|miss\w*|lack\w*|short|except|outside|apart|still|yet|left|un(?!it|i[oq]|der)\w+|in(?:complete|sufficient|active|adequate)\w*)\b|n[’']t\b",
    re.IGNORECASE,
)


def _of_the_rest(tree: Tree, text: str, said: Sequence[Value]) -> str:
    """Find the share of the rest told of the part, and a change measured by the other one of its ends."""
    inner = unscaled(tree)
    match inner:
        case Operation(
            sign="/",
            left=Operation(sign="-", left=Number() as first, right=Number() as second),
            right=Number() as base,
        ):
            pass
        case _:
            return ""
    if compares := _COMPARES.search(text):
        right = second if compares["up"] else first
        wrong = first if compares["up"] else second
        is_turned = base.value == wrong.value != right.value
        return f"“{compares[0]}” is measured by {right.text}" if is_turned else ""
    part = _places(second.value, said)
    if base.value != first.value or len(part) != 1 or _NOT.search(text):
        return ""
    whole = _places(first.value, said)
    common = whole[0].beside if len(whole) == 1 else frozenset()
    own = part[0].beside - common or part[0].beside
    told = told_between(text, 0, len(text))
    is_told = shared(told, own) >= 1
    return (
        f"the source says “{part[0].words}” itself of what the statement names" if is_told else ""
    )


_DENIES = re.compile(
    r"\b(?:not|no(?! (?:more|less|fewer|later|longer) than)|never|none|without|fail\w*|miss(?:ed|es|ing)|lack\w*|out of (?:order|use|action|service)|un(?!it|i[oq]|der)\w{3,}|in(?:complete|sufficient|active|adequate)\w*)\b|n[’']t\b",
    re.IGNORECASE,
)


def _of_the_other_part(tree: Tree, text: str, at: int, supporting: Sequence[str]) -> str:
    """Find the part itself told of what is denied, and the rest of a whole told of the part: “checked: 65 of 100” of 35."""
    inner = unscaled(tree)
    match inner:
        case Operation(sign="/"):
            is_share, sides = True, (inner.left, inner.right)
        case Operation(sign="-"):
            is_share, sides = False, (unscaled(inner.right), unscaled(inner.left))
        case _:
            return ""
    part, whole = sides
    if not (isinstance(whole, Number) and isinstance(part, Number)):
        return ""
    there = [(words, v) for words in supporting for v in _places(part.value, values_of(words))]
    if len(there) != 1:
        return ""
    words, own = there[0]
    wholes = _places(whole.value, values_of(words))
    near = _SENTENCE.split(text[:at])[-1] + _PART.split(text[at:])[0]
    told = told_between(text, 0, len(text))
    if is_share:
        clause = _PART.split(words[: own.start])[-1] + _PART.split(words[own.end :])[0]
        is_denied = _DENIES.search(near) and not denies(_ONLY.sub("", clause))
        is_other = is_denied and shared(told, own.beside.union(*(v.beside for v in wholes)))
        return f"the source says “{own.words}” of what the statement denies" if is_other else ""
    is_of = len(wholes) == 1 and _is_part_of(words, own, wholes[0])
    mine = own.beside.difference(*(v.beside for v in wholes)) or own.beside
    clause = _PART.split(text[:at])[-1] + _PART.split(text[at:])[0]
    is_rest = bool(_COMPARES.search(clause) or _NOT.search(text) or _EXCESS.search(text))
    is_rest = is_rest or denies(clause)
    is_other = is_of and shared(told, mine) and not is_rest
    return f"the source says “{own.words}” of what the statement names" if is_other else ""


_ONLY = re.compile(r"\b(?:only|but|although|though|before|until|despite)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;]\s")
_PART_OF_WHOLE = re.compile(
    r"\b(?:of|among|out of)\s(?:(?:the|its|their|his|her|these|those|all|some|a|our)\s)*\W?$",
    re.IGNORECASE,
)
_PART_BEFORE = re.compile(r"\bof (?:which|whom|them|these|those),?\s(?:[a-z]+\s)?\W?$")
_PART_BEHIND = re.compile(r"\s(?:of (?:them|these|those|which|whom))\b")


def _is_part_of(text: str, part: Value, whole: Value) -> bool:
    """Tell whether a text tells one value as part of another: 52 “of the 80 boats”, “of which 52”, “52 of them”."""
    if _PART_OF_WHOLE.search(text[: whole.start]):
        return True
    is_behind = whole.end <= part.start
    is_told = _PART_BEFORE.search(text[: part.start]) or _PART_BEHIND.match(text, part.end)
    return is_behind and is_told is not None


_MORE = re.compile(
    r"\b(?:(?P<up>more|higher|larger|bigger|greater|dearer|longer|above|over(?! (?:the|a|an|its|\d+|[a-z]+) (?:[a-z]+ )?(?:years?|months?|decades?|weeks?|days?|period))|times)|less|fewer|lower|smaller|cheaper|shorter|below|under|short of)\b",
    re.IGNORECASE,
)

_BOUNDS_IT = re.compile(r"\w+(?:\sthan)?\s\W?")
"""“more than 250 each” compares with nothing"""
_THAN = re.compile(r"(?<=[\w,]\s)than\b")
_AS = re.compile(
    r"(?<=[\w,]\s)(?<!times\s)as\b(?! (?:many|much|large|high|often|long|big)\b)|(?<=[\w,]\s)than\b"
)
"""“3 times as many of Lissa’s as of Tarn’s”"""


def _turned(tree: Tree, text: str, at: int, said: Sequence[Value]) -> str:
    """Find “Lissa is 30 above Tarn” where the larger figure is Tarn's."""
    inner = unscaled(tree)
    if not isinstance(inner, Operation) or inner.sign not in "-/":
        return ""
    places = [_places(figure, said) for figure in _figures(inner)]
    if [*map(len, places)] != [1, 1]:
        return ""
    larger, smaller = sorted((p[0] for p in places), key=lambda v: -(v.number or 0))
    match = _MORE.search(text, at) or next(iter([*_MORE.finditer(text, 0, at)][-1:]), None)
    if not match or _BOUNDS_IT.fullmatch(text, match.start(), at):
        return ""
    than = (_AS if match[0].lower() == "times" else _THAN).search(text, match.end())
    cut, end = than.span() if than else match.span()
    before, behind = told_between(text, 0, cut), told_between(text, end, len(text))
    first, second = before - behind, behind - before
    if not match["up"]:
        first, second = second, first
    high, low = larger.beside - smaller.beside, smaller.beside - larger.beside
    pairs = (high, low), (larger.names & high, smaller.names & low)
    if any(_is_crossed(first, second, *pair) for pair in pairs):
        return f"“{match[0]}” turns it round: source says “{larger.words}” of the other one"
    return ""


def _is_crossed(
    first: frozenset[str], second: frozenset[str], high: frozenset[str], low: frozenset[str]
) -> bool:
    crossed = shared(first, low), shared(second, high)
    return all(crossed) and sum(crossed) > shared(first, high) + shared(second, low)


_EARLIER = re.compile(
    r"\b(?:years?|months?|weeks?|quarters?|days?)\s(?:earlier|before|ago|previously)\b|"
    r"\b(?:previous|prior|preceding|last)\s(?:year|month|week|quarter)\b|\b(?:usual|normal|average|typical)\b",
    re.IGNORECASE,
)
_REACH = 60


def _of_another_time(tree: Tree, text: str, supporting: Sequence[str]) -> str:
    """Find what was there before a rise worked out as if it had been a fall, and the other way round."""
    inner = unscaled(tree)
    sides = [*map(unscaled, (inner.left, inner.right))] if isinstance(inner, Operation) else []
    if not _EARLIER.search(text) or not isinstance(inner, Operation) or inner.sign not in "+-":
        return ""
    if not all(isinstance(side, Number) for side in sides):
        return ""
    level, change = (_figures(side)[0] for side in sides)
    there = [(words, v) for words in supporting for v in _places(change, values_of(words))]
    if len(there) != 1 or not _places(level, values_of(there[0][0])):
        return ""
    words, value = there[0]
    way = _way_of(words, value)
    if way and (way > 0) is (inner.sign == "+"):
        return f"the source tells of a {'rise' if way > 0 else 'fall'} since then"
    return ""


def _way_of(text: str, value: Value) -> int:
    """Return 1 where a value is that of a rise, -1 of a fall, 0 where neither is told."""
    behind = _PART.split(text[value.end : value.end + _REACH])[0]
    if match := _MORE.search(re.split(r"\b(?:to|and|while)\b", behind)[0]):
        return 1 if match["up"] else -1
    before = _PART.split(text[max(0, value.start - _REACH) : value.start])[-1]
    return direction_before(before)
