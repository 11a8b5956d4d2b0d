"""Every formula gives the number that the text has, of what the text names, and a rise is not told as a fall.

The source: Tarn had 197 of the 318 cases, Lissa 74.
The lie:    Lissa had 62 percent of the cases (197 / 318 * 100).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.derivations import derive_number, evidence_of
from briefbook.evidence.formula_grammar import (
    BadFormula,
    Literal,
    Number,
    Operation,
    Tree,
    calls_in,
    numbers_in_formula,
    parse_formula,
    unscaled,
)
from briefbook.evidence.formulas import WorkedFormula
from briefbook.evidence.literals import readable, says
from briefbook.evidence.support import Assertion
from briefbook.evidence.value_support import unsupported_numbers
from briefbook.frozen import replace
from briefbook.language.en.antonyms import direction_before
from briefbook.language.en.bounds import BOUND_WORDS
from briefbook.language.en.clauses import sentence_bounds, shared
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.language.en.owners import Value, told_between, values_of
from briefbook.model.locations import place_of, within
from briefbook.values.quantity import Quantity


def check_formulas(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a problem for each formula that fails, and each direction that its numbers deny."""
    yield from _check_formulas(assertion)
    yield from _check_reckoning(assertion)
    for text in assertion.texts:
        yield from _check_from_to(assertion, text)


_FROM_TO = re.compile(
    rf"\bfrom\s(?:(?:{BOUND_WORDS})\s)?(?P<a>\S+(?:\s(?:million|billion|percent))?)[^.;:]{{0,40}}?\sto\s(?:(?:{BOUND_WORDS})\s)?(?=(?P<b>.*))"
)


def _check_from_to(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Hold: “rose from 2 to 52 percent” must rise."""
    for match in _FROM_TO.finditer(text):
        first, second = find_numbers(text[match.start("a") :]), find_numbers(match["b"])
        first = first[:1] if first and first[0].start <= _NEAR else ()
        up = direction_before(text[: match.start()])
        last = second[0] if second and second[0].start <= _NEAR else None
        is_none = match["b"].startswith(("none", "zero", "nothing"))
        if not (first and up and (last or is_none)):
            continue  # “to an annual high of 41 percent”
        if ((_size(last) if last else Decimal(0)) - _size(first[0])) * up < 0:
            word = "risen" if up > 0 else "fallen"
            message = f"{assertion.name}: “{match[0]}…” has not {word}"
            place = within(text, match.start(), assertion.place)
            yield Problem(
                place, message, "correct the verb or the numbers", "direction", assertion.statement
            )


def _size(number: FoundNumber) -> Decimal:
    """Return a number, or a percentage as the part of one that it is: “from 40 percent to more than half”."""
    return number.value / _HUNDRED if number.unit == "%" else number.value


_HUNDRED = 100
_NEAR = 3
"""Characters between "to" and its number, for a currency sign or a fiscal year."""


def _check_formulas(assertion: Assertion) -> Iterator[Problem]:
    for worked in assertion.computed:
        place = place_of(worked.literal, assertion.place)
        where = [text for text in assertion.texts if _stands_in(worked.literal, text)]
        if not where:
            message = f"{assertion.name}: “{worked.literal}” stands nowhere in its texts"
            hint = "write the number as the text has it"
            # Over declared figures it says that a text has changed; of constants alone it says nothing.
            is_declared = any(character.isalpha() for character in worked.formula)
            severity = Severity.ERROR if is_declared else Severity.WARNING
            yield Problem(place, message, hint, "formula-unused", assertion.statement, severity)
        elif worked.result is None and _follows(assertion, worked):
            continue
        elif worked.result is None:
            yield _without_result(assertion, worked, where)
        else:
            yield from _check_change(assertion, worked)
            if not any(says(worked, text) for text in where):
                given = readable(worked.result)
                message = (
                    f"{assertion.name}: “{worked.literal}” is wrong; {worked.formula} is {given}"
                )
                hint = "correct the text or the formula"
                yield Problem(place, message, hint, "formula-wrong", assertion.statement)


def _without_result(assertion: Assertion, worked: WorkedFormula, texts: list[str]) -> Problem:
    """Return what is told of a formula that gives nothing: less where it reckons with figures of the quotes alone."""
    from briefbook.checks.value_severity import severity_of_figures
    from briefbook.evidence.quoted_sums import comes_to

    place = place_of(worked.literal, assertion.place)
    message, hint, severity = worked.problem, worked.hint, Severity.ERROR
    quotes = assertion.supporting
    if figures := max(comes_to(worked.formula, worked.literal, text, quotes) for text in texts):
        what = "figures of its quotes" if figures > 1 else "one figure of its quotes and constants"
        message = f"{worked.formula} reckons with {what}"
        hint = "see that they belong together, or name them: quoted(“…”)"
        severity = severity_of_figures(figures)
    message = f"{assertion.name}: {message}"
    return Problem(place, message, hint, "formula", assertion.statement, severity)


def _stands_in(literal: str, text: str) -> bool:
    """Tell whether a text has a number as a formula's key has it, or in words: `8` for “eight”."""
    if literal in text:
        return True
    wanted = find_numbers(literal)
    return len(wanted) == 1 and any(
        number.is_same(wanted[0]) and text[number.start : number.end].isalpha()
        for number in find_numbers(text)
    )


def _follows(assertion: Assertion, worked: WorkedFormula) -> bool:
    """Tell whether a formula of constants is not needed: the quotes give its number by themselves."""
    if any(character.isalpha() for character in worked.formula):
        return False
    from briefbook.evidence.quoted_sums import is_of_literal

    bare, evidence = replace(assertion, computed=()), evidence_of(assertion)
    said = [
        derive_number(number, text, evidence)
        for text in assertion.texts
        for number, _ in unsupported_numbers(bare, text)
        if is_of_literal(worked.literal, text[number.start : number.end])
    ]
    return all(said)


_CHANGE = re.compile(r"\s*change\(")
_CLAUSE = re.compile(r"[.;]\s|[.;]$")


def _check_change(assertion: Assertion, formula: WorkedFormula) -> Iterator[Problem]:
    """A change told with a verb goes the way of its formula: "up 40 percent" is a rise."""
    value = formula.result.number if isinstance(formula.result, Quantity) else Decimal(0)
    if not _CHANGE.match(formula.formula) or not value:
        return
    for text in assertion.texts:
        for clause in _CLAUSE.split(text):
            at = max(0, clause.find(formula.literal))
            is_meant = formula.literal in clause or formula.literal not in text
            told = direction_before(clause) if is_meant else 0
            if told * value < 0:
                word = "rose" if value > 0 else "fell"
                message = f"{assertion.name}: what changed by {formula.literal} {word}"
                place = within(text, text.find(clause) + at, assertion.place)
                yield Problem(place, message, "correct the verb", "direction", assertion.statement)


# What a formula of figures reckons with, and how


def _check_reckoning(assertion: Assertion) -> Iterator[Problem]:
    """Hold the figures of a formula as if they stood in the statement, and what joins them against its words."""
    for worked in assertion.computed if assertion.quotes else ():
        text = next((text for text in assertion.texts if worked.literal in text), "")
        tree = _tree(worked.formula) if text else None
        if tree is None:
            continue
        at = text.find(worked.literal)
        start, end = sentence_bounds(text, at, at + len(worked.literal))
        sentence, at = text[start:end], at - start
        said = tuple(value for words in assertion.supporting for value in values_of(words))
        why = (
            _joined_otherwise(tree, sentence, at, at + len(worked.literal))
            or _of_another(tree, sentence, said)
            or _of_the_rest(tree, sentence, said)
            or _turned(tree, sentence, at, said)
            or _of_another_time(tree, sentence, assertion.supporting)
        )
        if why:
            yield Problem(
                within(text, start + at, assertion.place),
                f"{assertion.name}: “{worked.literal}” is {worked.formula}, but {why}",
                "reckon with what the statement names, as its words say",
                "formula-misfit", assertion.statement, Severity.WARNING,
            )  # fmt: skip
            return


def _tree(formula: str) -> Operation | None:
    """Return a formula of figures; None of anything else."""
    try:
        tree = parse_formula(formula)
    except BadFormula:
        return None
    is_plain = all(call.name == "quoted" for call in calls_in(tree))
    return tree if is_plain and isinstance(tree, Operation) else None


def _figures(tree: Tree) -> list[Decimal]:
    quoted = (call.arguments[0] for call in calls_in(tree) if call.name == "quoted")
    words = [argument.text for argument in quoted if isinstance(argument, Literal)]
    numbers = [number.value for said in words for number in find_numbers(said)[:1]]
    return [*(number.value for number in numbers_in_formula(tree)), *numbers]


_SCALES = tuple(Decimal(10) ** power for power in (-2, 0, 3, 6, 9, 12))
"""Of cents, and of what a formula leaves away: 2.7 of $2.7 million."""


def _places(figure: Decimal, said: Iterable[Value]) -> list[Value]:
    """Return the values of the quotes that a figure may be."""
    return [
        v for v in said if v.number is not None and any(v.number == figure * s for s in _SCALES)
    ]


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


_MORE = re.compile(
    r"\b(?:(?P<up>more|higher|larger|bigger|greater|dearer|longer|above|over|times)|less|fewer|lower|smaller|cheaper|shorter|below|under)\b",
    re.IGNORECASE,
)

_BOUNDS_IT = re.compile(r"\w+(?:\sthan)?\s\W?")
"""“more than 250 each” compares with nothing"""
_THAN = re.compile(r"(?<=[\w,]\s)than\b")


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
    than = _THAN.search(text, match.end())
    cut, end = than.span() if than else match.span()
    before, behind = told_between(text, 0, cut), told_between(text, end, len(text))
    first, second = before - behind, behind - before
    if not match["up"]:
        first, second = second, first
    high, low = larger.beside - smaller.beside, smaller.beside - larger.beside
    crossed, straight = (first & low, second & high), (first & high, second & low)
    if all(crossed) and sum(map(len, crossed)) > sum(map(len, straight)):
        return f"“{match[0]}” turns it round: source says “{larger.words}” of the other one"
    return ""


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
