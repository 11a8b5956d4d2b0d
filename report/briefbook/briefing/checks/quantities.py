"""What a number counts, and how often: 35 vehicles are not 35 tons, a day is not a month."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.briefing.checks.borne import without_computed
from briefbook.briefing.checks.evidence import Assertion, is_factual, sentences_of
from briefbook.briefing.english.stems import STOP_WORDS, Word, are_kin, stem, words_of
from briefbook.briefing.formulas import years_of
from briefbook.briefing.model import Briefing
from briefbook.briefing.places import within
from briefbook.errors import Problem, Severity
from briefbook.source.numbers import FoundNumber, find_numbers
from briefbook.text import Kind

_SAME = tuple(
    frozenset(stem(word) for word in group.split())
    for group in (
        "truck lorry",
        "vehicle car",
        "soldier soldiers troop troops serviceman service member members personnel military militaries",
        "plane jet airliner aircraft",
        "agreement accord document pact treaty instrument",
        "student scholar pupil",
        "kilometer kilometre km",
        "ton tonne",
        "person people inhabitant",
        "percent share",
    )
)
_AFTER = 4
"""Words after a number among which what it counts stands."""
_AROUND = 6
"""Words around a number of the evidence, likewise."""

_RATES = {
    "day": re.compile(r"\b(?:daily|(?:a|per|each|every) day)\b", re.IGNORECASE),
    "week": re.compile(r"\b(?:weekly|(?:a|per|each|every) week)\b", re.IGNORECASE),
    "month": re.compile(r"\b(?:monthly|(?:a|per|each|every) month)\b", re.IGNORECASE),
    "year": re.compile(r"\b(?:yearly|annual(?:ly)?|(?:a|per|each|every) year)\b", re.IGNORECASE),
}


def check_quantities(briefing: Briefing, found: tuple[Assertion, ...]) -> Iterator[Problem]:
    """Yield a problem for each number that counts something else than in its evidence."""
    for assertion in found:
        if assertion.is_name or assertion.kind is Kind.JUDGEMENT:
            continue
        around = " ".join(sentences_of(briefing, quote) for quote in assertion.quotes)
        for text in assertion.texts:
            if is_factual(assertion):
                yield from _check_counted(assertion, text)
            yield from _check_rate(assertion, text, around)


def _check_counted(assertion: Assertion, text: str) -> Iterator[Problem]:
    for number in find_numbers(without_computed(assertion, text)):
        told = _counted(text, number)
        if number.unit or not told:
            continue
        near = [
            word
            for borne in assertion.bearing
            for other in find_numbers(borne)
            if other.value == number.value and not other.unit
            for word in _near(borne, other)
        ]
        if near and not any(_are_same(one.stem, other.stem) for one in told for other in near):
            words = text[number.start : told[-1].end]
            there = " ".join(word.text for word in near[:_AROUND])
            is_anywhere = any(
                _are_same(told[-1].stem, word.stem)
                for b in assertion.bearing
                for word in words_of(b)
            )
            yield Problem(
                within(text, number.start, assertion.place),
                f"{assertion.name}: nothing in its evidence bears “{words}”: source counts “… {there} …”",
                "name what the source counts",
                "unit",
                assertion.statement,
                Severity.WARNING if is_anywhere else Severity.ERROR,
            )


def _counted(text: str, number: FoundNumber) -> list[Word]:
    """Return the words that say what a number counts: small ones right after it."""
    rest = re.split(
        r"[.,;:()]|\s(?:in|at|from|to|on|under|between|of|by|for|a)\s", text[number.end :]
    )[0]
    end = number.end + len(rest)
    words = [word for word in words_of(text) if number.end <= word.start < end][:_AFTER]
    return [word for word in words if not word.is_capital and word.lower not in STOP_WORDS]


def _near(text: str, number: FoundNumber) -> list[Word]:
    words = words_of(text)
    after = [word for word in words if word.start >= number.end][:_AROUND]
    before = [word for word in words if word.end <= number.start][-2:]
    return [w for w in (*before, *after) if w.lower not in STOP_WORDS and not w.text[0].isdigit()]


def _are_same(one: str, other: str) -> bool:
    return are_kin(one, other) or any(one in group and other in group for group in _SAME)


def _check_rate(assertion: Assertion, text: str, around: str) -> Iterator[Problem]:
    evidence = " ".join(assertion.bearing)
    told = {name: match for name, rate in _RATES.items() if (match := rate.search(text))}
    said = {name for name, rate in _RATES.items() if rate.search(evidence)}
    if any(years_of(formula.formula) for formula in assertion.computed):
        said.add("year")  # series hold a value a year
    said_near = said | {name for name, rate in _RATES.items() if rate.search(around)}
    for name, match in told.items():
        if name in said_near or not (said or is_factual(assertion)):
            continue
        message = f"{assertion.name}: nothing in its evidence bears “{match[0]}”"
        if said:
            message += f": source says by the {', '.join(sorted(said))}"
        place = within(text, match.start(), assertion.place)
        severity = Severity.ERROR if said else Severity.WARNING
        yield Problem(
            place, message, "keep the source's measure", "rate", assertion.statement, severity
        )
