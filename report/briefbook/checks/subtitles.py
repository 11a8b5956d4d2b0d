"""A chart's subtitle leaves unit, scale, prices and years to its series, which print them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.errors import Problem
from briefbook.evidence.assertions import exhibit_series
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.frozen import replace
from briefbook.language.en import currencies
from briefbook.model import Exhibit, Series
from briefbook.model.locations import within
from briefbook.values.formatting import measure_words

_MEASURED = re.compile(
    r"\b(?:constant(?:\s+\d{4})?|current|(?:fiscal|financial|calendar)\s+years?|per\s?cent(?:age)?|"
    r"(?:thousand|million|billion|trillion)s?)\b|%",
    re.IGNORECASE,
)
"""“constant 2024”, “fiscal years”, “percent”, “millions of”."""
_MONEY = re.compile(r"(?:\b(?P<whose>[A-Z][\w.]*)\s+)?\b(?P<word>[a-z]+)\b|(?P<sign>[$€£¥])")
"""“US dollars”, “euros”, “€”: the word is looked up in the table of currencies."""


_SORTS = {
    "obligated": re.compile(r"\b(?:obligat(?:ed|ions?)|commit(?:ted|ments?))\b", re.IGNORECASE),
    "paid": re.compile(r"\b(?:disburse(?:d|ments?)|paid|payments?|pays|spent|spending|outlays?)\b", re.IGNORECASE),
    "requested": re.compile(r"\b(?:request(?:ed|s)?|propos(?:ed|als?)|asked for)\b", re.IGNORECASE),
    "budgeted": re.compile(r"\b(?:budget(?:ed|s)?|appropriat(?:ed|ions?)|allocat(?:ed|ions?))\b", re.IGNORECASE),
    "lent": re.compile(r"\b(?:lent|lending|loans?|credits?)\b", re.IGNORECASE),
}  # fmt: skip
"""What is measured of money, and words that say so: a promise is no payment."""


def check_subtitles(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each subtitle of a chart of series that says unit, scale, prices or years.

    Likewise where subtitle or finding call obligations payments, or the other way round.
    """
    for exhibit in resolved.briefing.exhibits:
        for series in exhibit_series(resolved.briefing, exhibit)[:1]:
            yield from _typed_unit(exhibit, series)
            for text in (exhibit.subtitle, exhibit.takeaway, exhibit.short):
                yield from _other_sort(exhibit, series, text)


def _typed_unit(exhibit: Exhibit, series: Series) -> Iterator[Problem]:
    text = str(exhibit.subtitle)
    found = [(match.start(), match[0]) for match in _MEASURED.finditer(text)]
    found += [(match.start(), match[0]) for match in _MONEY.finditer(text) if _is_currency(match)]
    if found:
        start, said = min(found)
        printed = measure_words(series.unit.unit, replace(series.basis, measure=""))
        yield Problem(
            within(exhibit.subtitle, start, exhibit.place),
            f"exhibit {exhibit.id}: the subtitle says “{said}”; the unit is printed from the series: "
            f"{printed}",
            "say only what is measured, and of what or whom",
            "subtitle-unit",
            str(exhibit.id),
        )


def _other_sort(exhibit: Exhibit, series: Series, text: str) -> Iterator[Problem]:
    own = {
        sort
        for sort, pattern in _SORTS.items()
        if pattern.search(f"{series.measure} {series.title}")
    }
    said = {sort: match for sort, pattern in _SORTS.items() if (match := pattern.search(text))}
    if own and said and not own & set(said):
        match = next(iter(said.values()))
        yield Problem(
            within(text, match.start(), exhibit.place),
            f"exhibit {exhibit.id}: it says “{match[0]}”, and series {series.id} is of what was "
            f"{' and '.join(sorted(own))}",
            "call the figures what they are",
            "subtitle-unit",
            str(exhibit.id),
        )


def _is_currency(match: re.Match[str]) -> bool:
    if match["sign"]:
        return True
    word = currencies.word_of(match["word"])
    return bool(word) and not currencies.is_everyday(word) and not currencies.hundredth(word)
