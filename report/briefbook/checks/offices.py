"""Whoever a statement names has the office that the source gives him, and is of the sex that it tells."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, factual_texts, outside_quotes
from briefbook.language.en.name_forms import Part
from briefbook.language.en.names import FoundName
from briefbook.language.en.offices import (
    Told,
    are_one_office,
    first_names,
    offices_in,
    offices_named,
    sex_by_words,
    sexes_in,
    titles_in,
)
from briefbook.model.locations import within


def check_offices(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a problem for each office of somebody whom the quotes tell to have another one, and for “Mr” of a woman."""
    for text in factual_texts(assertion):
        own = outside_quotes(text)
        for told in offices_in(own):
            if problem := _other_office(assertion, text, told):
                yield problem
                break
        for told in sexes_in(own):
            if said := _other_sex(assertion, told):
                yield _problem(assertion, text, told, said, Severity.WARNING)
                break


def _other_office(assertion: Assertion, text: str, told: Told) -> Problem | None:
    """An office that no quote gives to somebody to whom they give another: an error where they name it nowhere."""
    evidence = (*assertion.supporting, assertion.voice)
    said = [one for words in evidence for one in offices_in(words) if one.surname == told.surname]
    if any(are_one_office(told.what, one.what) for one in said):
        return None
    if not said and all(told.surname not in words.lower() for words in assertion.supporting):
        return None  # whom the quotes do not name is told as a name
    is_there, is_open = _is_named(told.what, evidence)
    firsts = frozenset().union(*(first_names(told.surname, words) for words in evidence))
    if len(firsts) > 1:
        severity = Severity.REVIEW  # two persons of one surname
    elif said and not is_there:
        severity = Severity.ERROR
    elif is_there and not is_open and (said or _is_swapped(told, text, evidence)):
        severity = Severity.WARNING
    else:  # “the president” may be whom they name elsewhere, and who has an office may be known
        severity = Severity.REVIEW
    return _problem(assertion, text, told, said[0].words if said else "", severity)


def _is_swapped(told: Told, text: str, evidence: tuple[str, ...]) -> bool:
    """Tell whether a text names somebody to whom the evidence gives an office, and gives it to another one."""
    own = {one.surname for one in offices_in(text) if are_one_office(told.what, one.what)}
    holders = {
        one.surname
        for words in evidence
        for one in offices_in(words)
        if are_one_office(told.what, one.what)
    }
    return any(holder in text.lower() for holder in holders - own)


def _is_named(office: str, evidence: tuple[str, ...]) -> tuple[bool, bool]:
    """Tell whether some passages name an office, and whether they do where they give it to nobody."""
    is_there = is_open = False
    for words in evidence:
        given = {one.start for one in offices_in(words)}
        at = [one.start for one in offices_named(words) if are_one_office(office, one.what)]
        is_there = is_there or bool(at)
        is_open = is_open or any(start not in given for start in at)
    return is_there, is_open


def is_borne_title(part: Part, name: FoundName, supporting: tuple[str, ...]) -> bool:
    """Tell whether a part of a name is a courtesy or rank, or an office that some passages name in any word for it."""
    start, end = part.start - name.start, part.end - name.start
    if any(first <= start and end <= last for first, last in titles_in(name.text)):
        return True
    return any(
        office.start <= start and end <= office.end < len(name.text)
        and _is_named(office.what, supporting)[0]
        for office in offices_named(name.text)
    )  # fmt: skip


def _other_sex(assertion: Assertion, told: Told) -> str:
    """Return the words by which the quotes tell somebody to be of the other sex; empty where they do not."""
    for words in assertion.supporting:
        others = [one for one in sexes_in(words) if one.surname == told.surname]
        if others:
            same = any(one.what == told.what for one in others)
            return "" if same else others[0].words
    sexes = [sex_by_words(told.surname, words) for words in assertion.supporting]
    other = next((sex for sex in sexes if sex), told.what)
    return "" if other == told.what else f"a {_WORDS[other]}"


_WORDS = {"male": "man", "female": "woman"}


def _problem(assertion: Assertion, text: str, told: Told, said: str, severity: Severity) -> Problem:
    near = f": source says “{said}”, statement says “{told.words}”" if said else ""
    return Problem(
        within(text, told.start, assertion.place),
        f"{assertion.name}: nothing in its evidence supports “{told.words}” of {told.surname.title()}{near}",
        "name the office that the source names, or none, or quote the passage that gives it",
        "office", assertion.statement, severity,
    )  # fmt: skip
