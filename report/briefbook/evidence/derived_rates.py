"""Rates that follow from quoted ones: by another period, and per another count of the same things.

Each rule takes a number, the text that has it and the evidence, and returns the words that it follows from;
empty if it does not.
"""

from __future__ import annotations

from decimal import Decimal

from briefbook.evidence.derived_sizes import NEAR, is_said
from briefbook.evidence.readings import Evidence
from briefbook.language.en.denominators import denominators_in, name_the_same
from briefbook.language.en.numbers import FoundNumber

_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}


def by_period(number: FoundNumber, text: str, evidence: Evidence) -> str:
    """A figure by the month or year for one by the day, and a year’s part of what several years have."""
    for said_in, said in evidence.numbers:
        if number.per == said.per or not {number.per, said.per} <= set(_DAYS):
            continue
        value = said.value * _DAYS[number.per] / _DAYS[said.per]
        if number.unit == said.unit and abs(number.value / value - 1) <= (
            NEAR if number.bound else Decimal("0.04")
        ):
            return f"“{said_in[said.start : said.end]}” a {said.per}"
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
