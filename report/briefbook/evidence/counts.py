"""Small numbers that count what the quotes name: three visits of which each has its date."""

from __future__ import annotations

import re
from itertools import chain

from briefbook.evidence.listed import otherwise_listed, with_others
from briefbook.language.en.dates import find_dates
from briefbook.language.en.names import find_names
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.language.en.related import NEAR, relatedness
from briefbook.language.en.stemmer import Word, content_words, words_of

_MOST = 12
"""Longer lists are counted by a formula."""
_COUNTED_OUT = 1000
_TIMES = re.compile(r"\s(?:times|separate occasions|occasions)\b", re.IGNORECASE)
_LIST = re.compile(
    r"[^,;.]+(?:[,;] (?:and |or )?[^,;.]+)+?(?:,? (?:and|or) [^,;.]+)|[^,;. ]+ and [^,;. ]+"
)
_SERIAL = re.compile(r"(?:,|;) (?:and |or )?")
_SEPARATOR = re.compile(r"(?:,|;) (?:and |or )?|\s(?:and|or)\s")


def counted_in(number: FoundNumber, text: str, evidence: tuple[str, ...]) -> str:
    """Return what a small number counts in the evidence; empty if nothing there comes to it."""
    if number.unit or number.to is not None or number.bound not in ("", "~"):
        return ""
    wanted = number.value
    if not 2 <= wanted <= _MOST or wanted != int(wanted):  # noqa: PLR2004  one is no count
        return ""
    is_twice = text[number.start : number.end].lower() in ("twice", "thrice")
    if is_twice or _TIMES.match(text, number.end):
        return _done(text, number, evidence, int(wanted))
    if _counts_otherwise(text, number, evidence) or otherwise_listed(
        int(wanted), text, number.end, evidence
    ):
        return with_others(int(wanted), evidence)
    for said in evidence:
        for words in _listed(said, int(wanted)):
            return words
    return with_others(int(wanted), evidence)


def _done(text: str, number: FoundNumber, evidence: tuple[str, ...], wanted: int) -> str:
    """Return how often the evidence tells what the words before "three times" tell."""
    before = [word for word in content_words(text) if word.end <= number.start][-2:]
    for verb in reversed(before):
        found = [
            word.text
            for said in evidence
            for word in content_words(said)
            if relatedness(_again(verb), _again(word)) >= NEAR
        ]
        if len(found) == wanted:
            return ", ".join(found)
    by_text = [[said[f.start : f.end] for f in find_dates(said)] for said in evidence]
    several = (dates for dates in (*by_text, list(chain(*by_text))) if len(dates) == wanted)
    return "; ".join(next(several, []))


def _again(word: Word) -> str:
    """Return the stem of a word without the "re" of "reopened"."""
    return re.sub(r"^re(?=open|establish|build|appoint|elect|visit|start|launch)", "", word.stem)


def _counts_otherwise(text: str, number: FoundNumber, evidence: tuple[str, ...]) -> bool:
    """Tell whether the evidence counts the same things itself, and comes to another number."""
    told = next((word for word in content_words(text) if word.start >= number.end), None)
    for said in evidence:
        for other in find_numbers(said):
            noun = next((word for word in content_words(said) if word.start >= other.end), None)
            if other.value > _COUNTED_OUT:
                continue  # millions of people are no countries that a list names
            if other.unit == "" and told and noun and relatedness(told.stem, noun.stem) >= NEAR:
                return True
    return False


def _listed(said: str, wanted: int) -> list[str]:
    """Return the things of a passage that come to a number: dates, names, or the parts of a list."""
    dates = [said[found.start : found.end] for found in find_dates(said)]
    if len(dates) == wanted:
        return ["; ".join(dates)]
    names = list(dict.fromkeys(name.text for name in find_names(said)))
    if len(names) == wanted:
        return ["; ".join(names)]
    if said.count(";") > 1 and len(parts := said.split(";")) == wanted:
        return ["; ".join(part.strip() for part in parts)]
    for match in _LIST.finditer(said):
        # “A, B, and C and D” are three: with a comma before its “and”, a list is cut at commas alone.
        separator = _SERIAL if re.search(r", (?:and|or) ", match[0]) else _SEPARATOR
        parts = separator.split(match[0])
        if len(parts) == wanted and all(words_of(part) for part in parts):
            return ["; ".join(part.strip() for part in parts)]
    return []
