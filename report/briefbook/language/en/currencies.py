"""Currencies by sign, code and word, as ISO 4217 codes (`data/currencies.tsv`).

A word that several countries share (rupee, peso, franc) has a code only where the text says whose it
is; else the word itself stands for it, and may mean any of its codes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from briefbook.language.en.countries import countries
from briefbook.language.en.tables import rows, split

_ISO = re.compile(r"[A-Z]{3}")


def is_code(name: str) -> bool:
    """Tell an ISO 4217 code from a word that leaves open whose money is meant."""
    return _ISO.fullmatch(name) is not None


@cache
def codes() -> frozenset[str]:
    """Return the codes of the table."""
    return frozenset(row["code"] for row in rows("currencies"))


@cache
def signs() -> dict[str, str]:
    """Return the code of each sign; a sign of several currencies stands for itself."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows("currencies"):
        for sign in row["signs"].split():
            found[sign].append(row["code"])
    return {sign: named[0] if len(named) == 1 else sign for sign, named in found.items()}


@cache
def _words() -> dict[str, dict[str, str]]:
    """Return the marks (= ! of the table) of each currency of a word, by word and code."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows("currencies"):
        for entry in split(row["words"]):
            found[entry.strip("=!")][row["code"]] = entry
    return dict(found)


@cache
def _hundredths() -> dict[str, str]:
    return {word: row["code"] for row in rows("currencies") for word in split(row["hundredths"])}


@cache
def _adjectives() -> dict[str, tuple[str, ...]]:
    """Return the currencies that an adjective or a country's name may speak of."""
    forms = {country.code: country.forms for country in countries()}
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows("currencies"):
        named = [form for code in row["countries"].split() for form in forms[code]]
        for form in (*named, *split(row["adjectives"])):
            found[form].append(row["code"])
    return {form: tuple(named) for form, named in found.items()}


def word_of(text: str) -> str:
    """Return the word of the table that a text is, in the plural or not; empty if it is none."""
    for form in (text, text.removesuffix("s"), text.removesuffix("es")):
        if form in _words() or form in _hundredths():
            return form
    return ""


def is_adjective(text: str) -> bool:
    """Tell whether words name a country that has money of its own."""
    return text in _adjectives()


def is_everyday(word: str) -> bool:
    """Tell whether a word means mostly something else than money: won, rand, lei."""
    return any(mark.endswith("!") for mark in _words().get(word, {}).values())


def hundredth(word: str) -> str:
    """Return the currency of which a word is a hundredth: USD of cent; empty if it is none."""
    return _hundredths().get(word, "")


def named(word: str, adjective: str = "") -> str:
    """Return the code of a currency's word with the adjective before it; the word if both leave it open."""
    marks = _words()[word]
    whose = [code for code in _adjectives().get(adjective, ()) if code in marks]
    if whose:
        return whose[0]
    if len(marks) == 1:
        return next(iter(marks))
    return next((code for code, mark in marks.items() if mark.startswith("=")), word)


def may_mean(name: str, other: str) -> bool:
    """Tell whether two names of currencies can be one: INR and rupee, but not INR and PKR."""
    if name == other:
        return True
    return other in _meanings(name) or name in _meanings(other)


@cache
def _meanings(name: str) -> frozenset[str]:
    shared = {row["code"] for row in rows("currencies") if name in row["signs"].split()}
    return frozenset(_words().get(name, {})) | shared


_CLEAR = 2
"""How much more often than any other a text must name the country that is meant."""


def of_country(name: str, text: str) -> str:
    """Return the code of a shared word, where the text mostly speaks of one of its countries."""
    forms = {country.code: country.forms for country in countries()}
    counts = []
    for row in rows("currencies"):
        if row["code"] in _meanings(name):
            cues = [form for code in row["countries"].split() for form in forms[code]]
            cues += split(row["adjectives"])
            pattern = rf"\b(?:{'|'.join(map(re.escape, cues))})\b"
            counts.append((len(re.findall(pattern, text)) if cues else 0, row["code"]))
    counts.sort(reverse=True)
    if not counts or not counts[0][0]:
        return ""
    second = counts[1][0] if len(counts) > 1 else 0
    return counts[0][1] if counts[0][0] >= _CLEAR * second else ""


@cache
def sign_pattern() -> str:
    """Return a pattern of what may stand before a number as its currency: A$, €, Rs, or three capitals."""
    lettered = (sign for sign in signs() if sign[-1].isalpha() or sign[-1] == ".")
    marked = (sign for sign in signs() if len(sign) > 1 and not sign[-1].isalpha())
    words = "|".join(_longest_first(lettered))
    return (
        rf"(?:(?<![A-Za-z])(?:U\.S\.\s\$|US\s\$|{'|'.join(_longest_first(marked))}|{words}|[A-Z]{{3}})"
        rf"|[{_single()}])"
    )


@cache
def sign_behind() -> re.Pattern[str]:
    """Return a pattern of the signs that stand behind a number: 5 €, 500 kr."""
    words = (
        sign for sign in signs() if sign[0].islower() or (sign.isalpha() and not sign.isascii())
    )
    lettered = "|".join(rf"{sign}\b" for sign in _longest_first(words))
    return re.compile(rf"\s?(?P<sign>(?:US\s?)?[{_single()}]|{lettered})(?!\s?\d)")


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(map(re.escape, words), key=lambda word: (-len(word), word))


def _single() -> str:
    return re.escape("".join(sign for sign in signs() if len(sign) == 1 and not sign.isalpha()))


def is_sign(text: str) -> bool:
    """Tell a sign or code from other capitals before a number; ALL is mostly the word."""
    return (text in codes() and text != "ALL") or text.replace(" ", "") in signs()


def of_sign(sign: str) -> str:
    """Return the code of a sign or code as written; a sign of several currencies stands for itself."""
    bare = sign.replace(" ", "")
    return signs().get(bare, bare)
