"""Numbers by another period or count than quoted: a month of so much a day, so many per million of so many per 100,000.

Each rule takes a number, the text that has it and the evidence, and returns the words that it follows from;
empty if it does not.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from briefbook.evidence.derived_arithmetic import is_about
from briefbook.evidence.derived_sizes import NEAR, RELATIVE, is_said
from briefbook.evidence.readings import Evidence
from briefbook.evidence.spans import told_duration
from briefbook.language.en.clauses import sentence_bounds
from briefbook.language.en.dates import find_dates
from briefbook.language.en.denominators import denominators_in, name_the_same
from briefbook.language.en.numbers import FoundNumber, find_numbers
from briefbook.language.en.rates import rates_in
from briefbook.language.en.stemmer import content_stems, stem, words_of
from briefbook.values.dates import MONTHS, Precision

_DAYS_OF = {
    "second": Decimal(1) / 86_400, "minute": Decimal(1) / 1440, "hour": Decimal(1) / 24,
    "day": Decimal(1), "week": Decimal(7), "month": Decimal(30), "quarter": Decimal(91), "year": Decimal(365),
}  # fmt: skip


_MONTH = re.compile(rf"\b(?:in (?:{'|'.join(MONTHS)})|(?:a|the|that|per) month)\b", re.IGNORECASE)


def over_a_month(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """What a month or a year had of so much a day: some 60,000 tonnes in August of “2,000 tonnes a day in August”."""
    of_year = _YEAR.search(text) is not None
    if number.bound != "~" or number.per or not (of_year or _MONTH.search(text)):
        return ""
    period = "year" if of_year else "month"
    for said_in, said in evidence.numbers:
        is_daily = said.per == "day" or _A_DAY.match(said_in, said.end)
        if (
            is_daily
            and said.unit == number.unit
            and is_about(number, said.value * _DAYS_OF[period], text)
        ):
            return f"“{said_in[said.start : said.end]}” a day"
    return ""


def over_a_time(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """What a told time had of so much a year or a month: 100,000 in five years of “20,000 a year”.

    Or the quoted time, where the text tells of all of it: “in all” of “for five years, at 20,000 a year”.
    """
    times = [t for n in find_numbers(text) if (t := told_duration(text, n)) and n is not number]
    if number.per or number.unit in RELATIVE or number.unit == "%":
        return ""
    spans = evidence.durations if _IN_ALL.search(text) else ()
    for said_in, said in evidence.numbers:
        for time in (
            *times,
            *(span for words, span in spans if _is_its_time(said_in, said, words)),
        ):
            is_rate = (
                (said.per or _only_rate(said_in)) == time.unit
                and said.unit == number.unit
                and time.value > 1
            )
            if is_rate and is_about(number, said.value * time.value, text):
                return f"“{said_in[said.start : said.end]}” a {time.unit}"
    return ""


def over_anothers_time(number: FoundNumber, text: str, evidence: Evidence) -> bool:
    """Tell whether a number is so much a year for a time that the same quote tells of something else."""
    return any(
        (said.per or _only_rate(said_in)) == span.unit
        and said.unit == number.unit
        and span.value > 1
        and words in said_in
        and is_about(number, said.value * span.value, text)
        and _is_of_another(said_in, said, words)
        for said_in, said in evidence.numbers
        for words, span in evidence.durations
    )


def _is_of_another(text: str, rate: FoundNumber, words: str) -> bool:
    at = text.find(words)
    start, end = sentence_bounds(text, at, at)
    if start <= rate.start < end:
        return not _is_its_time(text, rate, words)
    subject = [word.stem for word in words_of(text[start:end])[:_SUBJECT]]
    rest = content_stems(text[:start] + text[end:])
    return not _PRONOUN.match(text, start) and rest.isdisjoint(subject)


_PRONOUN = re.compile(
    r"(?:it|they|he|she|this|these|that|those|its|their|his|her)\b", re.IGNORECASE
)


def _is_its_time(text: str, rate: FoundNumber, words: str) -> bool:
    """Tell whether a length of time stands in the sentence of a rate, and is told of the same thing."""
    start, end = sentence_bounds(text, rate.start, rate.end)
    at = text.find(words, start, end)
    if at < 0:
        return False
    first, last = sorted((at, rate.start))
    for new in _NEW_SUBJECT.finditer(text, first, last):
        if not content_stems(new["who"]) & content_stems(text[start : new.start()]):
            return False  # “the road cost so much a year, and the bridge stood for five years”
    relatives = list(_RELATIVE.finditer(text, start, at))
    subject = {word.stem for word in words_of(text[start:])[:_SUBJECT]}
    return not relatives or stem(relatives[-1]["head"]) in subject


_NEW_SUBJECT = re.compile(
    r"(?:,|\s[—–])?\s(?:and|but|while|whereas|though|although|as|when|after|before)\s"
    r"(?P<who>(?:the|an?|this|that|these|those|[A-Z][\w’'-]+)(?:\s[\w’'-]+){0,2})"
)
_RELATIVE = re.compile(r"\b(?P<head>[\w’'-]+),?\s(?:which|that|who)\s")
_SUBJECT = 4
"""So many words begin a sentence with its subject."""


_IN_ALL = re.compile(
    r"\b(?:in all|altogether|all told|in total|total(?:s|led|ling)?|over (?:its|the|their) (?:whole |entire )?(?:life|lifetime|term|course|time))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"\b(?:in|over|during) (?:the|its|their|that|one|a) (?:[a-z]+ )?year\b", re.IGNORECASE
)
_A_DAY = re.compile(r"(?:\s[a-z]+){0,3}?\s(?:a|per|each|every) day\b|(?:\s[a-z]+){0,2}?\sdaily\b")


@lru_cache(maxsize=64)
def _only_rate(text: str) -> str:
    """Return the one period by which a text tells its figures: “3 million tonnes of coal a year”."""
    told = tuple(rates_in(text))
    if not told and _PER_SECOND.search(text):
        return "second"
    return told[0] if len(told) == 1 else ""


_PER_SECOND = re.compile(r"\bper second\b|(?<=[a-z³²])/s\b|\bevery second\b")


def by_period(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A figure by the month or year for one by the day, and a year’s part of what several years have."""
    own = number.per or _only_rate(text)
    for said_in, said in evidence.numbers:
        its = said.per or _only_rate(said_in)
        if own == its or not {own, its} <= set(_DAYS_OF):
            continue
        value = said.value * _DAYS_OF[own] / _DAYS_OF[its]
        if number.unit == said.unit and abs(number.value / value - 1) <= (
            NEAR if number.bound else Decimal("0.04")
        ):
            return f"“{said_in[said.start : said.end]}” a {its}"
    for words, span in evidence.durations:
        for said_in, said in evidence.numbers:
            is_whole = said.unit == number.unit and not said.per and words in said_in
            if (
                is_whole
                and span.unit == number.per
                and span.value > 1
                and is_said(number, said.value / span.value, text)
            ):
                return f"“{said_in[said.start : said.end]}” over “{words}”"
    return ""


_YEARLY = re.compile(r"\b(?:averag\w+|on average|annual(?:ly)?|yearly)\b", re.IGNORECASE)


def of_each_year(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A year's part of what several years had: 1.3 a year of “6.5 billion in fiscal years 2011 through 2015”."""
    if number.per != "year" and not _YEARLY.search(text):
        return ""
    for said_in, said in evidence.numbers:
        if said.unit != number.unit or said.per or number.unit in RELATIVE:
            continue
        for found in find_dates(said_in):
            date = found.date
            years = date.last.year - date.first.year + 1
            is_of_years = date.precision is Precision.YEARS and years > 1
            if is_of_years and is_about(number, said.value / years, text):
                return f"“{said_in[said.start : said.end]}” in {years} years"
    return ""


def per_count(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """So many per another count, or that count itself: “16 per million people” of “1.6 per 100,000 people”."""
    for told in denominators_in(text):
        if not told.count or number.start not in (told.number.start, told.count_start):
            continue
        for said_in in evidence.texts:
            for said in denominators_in(said_in):
                if not said.count or said.number.unit != told.number.unit:
                    continue
                value = said.number.value * told.count / said.count
                if name_the_same(told.things, said.things) and is_said(told.number, value, text):
                    ends = (said.number.start, said.number.end, said.start, said.end)
                    return f"“{said_in[min(ends) : max(ends)]}”"
    return ""
