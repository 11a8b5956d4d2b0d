"""What a number is told per: 38 deaths per 1,000 births are not 38 per 100,000, nor 38 a day those of a month.

Prices of a year are such a measure, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.checks.addresses import masked
from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.derivations import derive_number, evidence_of
from briefbook.evidence.formulas import dates_of
from briefbook.evidence.support import Assertion
from briefbook.evidence.value_support import LOCATOR_HEAD, without_computed
from briefbook.language.en.counted import MEASURES
from briefbook.language.en.denominators import Denominator, denominators_in, name_the_same
from briefbook.language.en.no_years import IN_CURRENT_PRICES, price_years
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.language.en.rates import rates_in
from briefbook.language.en.related import entry_of
from briefbook.language.en.stemmer import words_of
from briefbook.model.locations import within
from briefbook.text import StatementType
from briefbook.values.quantity import Quantity


def check_denominators(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a problem for each number that is told per something else than in its evidence."""
    if assertion.is_name:
        return
    said = [each for text in assertion.supporting for each in denominators_in(text)]
    around = " ".join(assertion.sentences)
    for text in assertion.texts:
        yield from _check_period(assertion, text, around)
        own = masked(without_computed(assertion, text))
        told = denominators_in(own)
        for each in told:
            yield from _check_told(assertion, own, each, said)
        yield from _check_left_out(assertion, own, told, said)
        yield from _check_each_or_all(assertion, own)


def _check_told(
    assertion: Assertion, text: str, told: Denominator, said: list[Denominator]
) -> Iterator[Problem]:
    theirs = [each for each in said if each.number.is_same(told.number)]
    if any(_is_alike(told, each) for each in theirs):
        return
    if not theirs and not _is_added(assertion, told):
        return
    words = text[told.start : told.end]
    message = f"{assertion.name}: nothing in its evidence supports “{words}”"
    if theirs:
        message += f": source says {_listed(theirs)}"
    is_sure = any(_are_unlike(told, each) for each in theirs) or (
        not theirs and told.things[-1].lower in MEASURES  # a hectare that no source names
    )
    yield _problem(assertion, text, told.start, message, is_sure=is_sure)


def _check_left_out(
    assertion: Assertion, text: str, told: tuple[Denominator, ...], said: list[Denominator]
) -> Iterator[Problem]:
    """A price per ton that is told as a price: where nothing of the text names what it is told per."""
    if not said:
        return
    owners = {each.number.start for each in told}
    words = words_of(text)
    for number in find_numbers(text):
        theirs = [each for each in said if each.number.is_same(number)]
        is_told = number.start in owners or LOCATOR_HEAD.search(text[: number.start])
        if not theirs or is_told or any(_is_bare(text, number) for text in assertion.supporting):
            continue
        if any(name_the_same(each.things, words) for each in theirs):
            continue
        message = (
            f"{assertion.name}: “{text[number.start : number.end]}” stands without what it is told per: "
            f"source says {_listed(theirs)}"
        )
        yield _problem(assertion, text, number.start, message, is_sure=False)


_EACH = re.compile(r"\b(?:each|apiece)\b", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\b(?:together|altogether|in all|all told|in total|a total of|total(?:l?ed|l?ing|s)|combined|collective(?:ly)?|between them|jointly|add(?:s|ed)? up to)\b",
    re.IGNORECASE,
)


def _check_each_or_all(assertion: Assertion, text: str) -> Iterator[Problem]:
    """What falls to each of some is not what they have together: “$3 million in all” of “$3 million each”."""
    for number in find_numbers(text):
        told = _each_or_all(text, number)
        theirs = {
            _each_or_all(said, other)
            for said in (assertion.supporting if told else ())
            for other in find_numbers(said)
            if other.is_same(number)
        }
        if theirs in ({"each"}, {"together"}) and theirs != {told}:
            words = text[number.start : number.end]
            message = f"{assertion.name}: source tells “{words}” of {_OF[theirs.pop()]}, statement of {_OF[told]}"
            yield _problem(assertion, text, number.start, message, is_sure=False)
            return


_OF = {"each": "each", "together": "all together"}
_PART = re.compile(r"[.;:]\s|,\s(?:and|but|while|or)\s")


def _each_or_all(text: str, number: FoundNumber) -> str:
    """Return whether a number is told of each or of all together; empty where its clause says neither, or both.

    Words that have another number between them and it are that one's; a small count counts who they are.
    """
    if not number.unit and number.value <= _FEW:
        return ""
    others = [n for n in find_numbers(text) if n.unit or n.value > _FEW]
    first = max((n.end for n in others if n.end <= number.start), default=0)
    last = min((n.start for n in others if n.start >= number.end), default=len(text))
    before = _PART.split(text[first : number.start])[-1]
    around = before, _PART.split(text[number.end : last])[0]
    said = [
        name
        for name, words in (("each", _EACH), ("together", _TOGETHER))
        if any(map(words.search, around))
    ]
    return said[0] if len(said) == 1 else ""


_FEW = 12


def _check_period(assertion: Assertion, text: str, around: str) -> Iterator[Problem]:
    """What is told by the day, where the source tells it by the month alone."""
    told = rates_in(text)
    if not told:
        return
    evidence = " ".join(assertion.supporting)
    said = set(rates_in(evidence))
    if any(dates_of(formula.formula) for formula in assertion.computed):
        said.add("year")  # series hold a value a year
    results = (formula.result for formula in assertion.computed)
    said |= {
        _PERIODS.get(r.unit.per, r.unit.per)
        for r in results
        if isinstance(r, Quantity) and r.unit.per
    }
    said_near = said | set(rates_in(around))
    for name, match in told.items():
        is_own = assertion.kind is StatementType.JUDGEMENT or not said
        if name in said_near or (name == "year" and is_own and not assertion.is_factual):
            continue  # the briefing's own data are yearly
        derived = (derive_number(n, text, evidence_of(assertion)) for n in find_numbers(text))
        if any(found and found.rule == "rate" for found in derived):
            continue  # 1,200 a month of 300 a week
        message = f"{assertion.name}: nothing in its evidence supports “{match[0]}”"
        if said:
            message += f": source says by the {', '.join(sorted(said)).replace('_', ' ')}"
        place = within(text, match.start(), assertion.place)
        # Where the source names no measure, one was told of truth as often as of lies.
        is_alone = not said and assertion.is_factual
        is_judged = assertion.kind is StatementType.JUDGEMENT or not said
        severity = Severity.WARNING if is_judged else Severity.ERROR
        is_added = _REPEATED.match(match[0]) and _is_of_a_quoted_number(assertion, text, match)
        severity = Severity.REVIEW if is_alone and not is_added else severity
        yield Problem(
            place, message, "keep the source's measure", "rate", assertion.statement, severity
        )


_PERIODS = {"h": "hour", "s": "second", "min": "minute"}
_REPEATED = re.compile(r"(?:an?|per|each|every)\s", re.IGNORECASE)
_EITHER = re.compile(
    r"\b(?:either|every|both|all|each|each of the) (?:hour|day|week|month|year)s?\b", re.IGNORECASE
)
_AVERAGE = re.compile(r"\b(?:averag\w+|mean|spread over)\b", re.IGNORECASE)


def _is_of_a_quoted_number(assertion: Assertion, text: str, match: re.Match[str]) -> bool:
    """Tell whether a period is told of an amount that the quotes have, and of no average: “$61 million a year” of a budget of as much."""
    numbers = [n for n in find_numbers(masked(text)) if n.unit not in _SHARES]
    before = [n for n in numbers if n.end <= match.start()]
    own = [*before[-1:], *(n for n in numbers if not before)][:1]
    kept = find_numbers(masked(without_computed(assertion, text)))
    said = [n for words in assertion.supporting for n in find_numbers(words)]
    own_words = re.compile(rf"\b{re.escape(match[0])}\b", re.IGNORECASE)
    if any(_EITHER.search(said) or own_words.search(said) for said in assertion.supporting):
        return False  # “1.5 million tons in either year”
    is_quoted = any(n in kept and any(n.is_same(other) for other in said) for n in own)
    return is_quoted and not _AVERAGE.search(text)


_SHARES = ("%", "/", "×", "th", "pp")


def _problem(
    assertion: Assertion, text: str, start: int, message: str, *, is_sure: bool
) -> Problem:
    is_sure = is_sure and assertion.kind is not StatementType.JUDGEMENT
    return Problem(
        within(text, start, assertion.place), message, "keep the source's measure", "rate",
        assertion.statement, Severity.ERROR if is_sure else Severity.WARNING,
    )  # fmt: skip


def _listed(said: list[Denominator]) -> str:
    counted = (f"{each.count.normalize():,f} " if each.count > 1 else "" for each in said)
    things = (" ".join(word.text for word in each.things) for each in said)
    return ", ".join(
        dict.fromkeys(f"per {n}{thing}" for n, thing in zip(counted, things, strict=True))
    )


def _is_bare(text: str, number: FoundNumber) -> bool:
    """Tell whether a text has a number without what it is told per, too."""
    owners = {each.number.start for each in denominators_in(text)}
    return any(n.is_same(number) and n.start not in owners for n in find_numbers(text))


def _is_alike(one: Denominator, other: Denominator) -> bool:
    return one.count == other.count and name_the_same(one.things, other.things)


def _are_unlike(told: Denominator, said: Denominator) -> bool:
    """Tell whether both cannot be true: another count of the same, or things that are known to differ."""
    if name_the_same(told.things, said.things):
        return True
    return all(
        word.lower in MEASURES or entry_of(word.stem).senses
        for word in (told.things[-1], said.things[-1])
    )


def _is_added(assertion: Assertion, told: Denominator) -> bool:
    """Tell whether a number that its evidence has plainly is told per what the evidence never names."""
    plain = [
        n for text in assertion.supporting for n in find_numbers(text) if n.is_same(told.number)
    ]
    named = [
        word for text in (*assertion.supporting, *assertion.sentences) for word in words_of(text)
    ]
    return bool(plain) and not name_the_same(told.things, tuple(named))


def check_prices(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Yield a problem for prices and years of another kind than the source's: constant 2024 dollars, fiscal 2012."""
    told = tuple(price_years(text))
    may_tell = " year " in text or "urrent " in text or "ominal " in text
    if not told and not (may_tell and _KIND_OF_YEAR.search(text)):
        return
    supporting = " ".join(assertion.supporting)
    said = {year for year, _ in price_years(supporting)}
    other = [
        (match, f"in prices of {', '.join(sorted(said))}")
        for year, match in told
        if year not in said
    ]
    if (match := IN_CURRENT_PRICES.search(text)) and not IN_CURRENT_PRICES.search(supporting):
        other.append((match, f"in prices of {', '.join(sorted(said))}"))
    for match, theirs in other if said else ():
        yield _of_other_data(assertion, text, match, f"the data are {theirs}")
    for match in _OWN_YEAR.finditer(text):
        kinds = {
            m["kind"].lower() for m in _OWN_YEAR.finditer(supporting) if m["year"] == match["year"]
        }
        if kinds and match["kind"].lower() not in kinds:
            yield _of_other_data(assertion, text, match, f"source has the {min(kinds)} year")


_OWN_YEAR = re.compile(
    r"\b(?P<kind>fiscal|calendar|academic|school|marketing|crop|tax)\syear\s(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_KIND_OF_YEAR = re.compile(rf"{IN_CURRENT_PRICES.pattern}|{_OWN_YEAR.pattern}", re.IGNORECASE)


def _of_other_data(assertion: Assertion, text: str, match: re.Match[str], theirs: str) -> Problem:
    return Problem(
        within(text, match.start(), assertion.place),
        f"{assertion.name}: nothing in its evidence supports “{match[0]}”: {theirs}",
        "name the prices and years that the data are in", "unit", assertion.statement,
    )  # fmt: skip
