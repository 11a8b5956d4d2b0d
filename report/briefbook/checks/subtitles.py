"""A chart's subtitle says the unit, scale, prices and years that its series have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.errors import Problem
from briefbook.evidence.assertions import exhibit_series
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.language.en import currencies
from briefbook.model import Exhibit, Series
from briefbook.model.locations import within
from briefbook.values.quantity import Calendar, PriceBase
from briefbook.values.units import UnitType

_PRICES = re.compile(
    r"\b(?P<constant>constant(?:\s+(?P<year>\d{4}))?)\b|\b(?P<current>current)\b", re.IGNORECASE
)
"""“at constant prices”, “constant 2024 US dollars”, “current euros”."""
_YEARS = re.compile(r"\b(?P<kind>fiscal|financial|calendar)\s+years?\b", re.IGNORECASE)
_MONEY = re.compile(r"(?:\b(?P<whose>[A-Z][\w.]*)\s+)?\b(?P<word>[a-z]+)\b|(?P<sign>[$€£¥])")
"""“US dollars”, “euros”, “€”: the word is looked up in the table of currencies."""
_PERCENT = re.compile(r"\bper\s?cent(?:age)?\b|%", re.IGNORECASE)


def check_subtitles(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each subtitle that says another unit or basis than its series have."""
    for exhibit in resolved.briefing.exhibits:
        for series in exhibit_series(resolved.briefing, exhibit)[:1]:
            for start, said, has in _differences(exhibit, series):
                yield Problem(
                    within(exhibit.subtitle, start, exhibit.place),
                    f"exhibit {exhibit.id}: the subtitle says “{said}”, and series {series.id} {has}",
                    "say in the subtitle what the series declares, or correct the series",
                    "subtitle-unit",
                    str(exhibit.id),
                )


def _differences(exhibit: Exhibit, series: Series) -> Iterator[tuple[int, str, str]]:
    """Yield what a subtitle says otherwise than its series: where, the words, and what the series has."""
    text, unit = str(exhibit.subtitle), series.unit.unit
    is_share = exhibit.shares is not None or (exhibit.line is not None and bool(exhibit.line.of))
    for match in _MONEY.finditer(text):
        code = _currency(match)
        if code and (
            unit.type is not UnitType.CURRENCY or not currencies.may_mean(code, unit.name)
        ):
            yield match.start(), match[0], f"is in {unit}"
    percent = _PERCENT.search(text)
    if percent and not is_share and unit.type is not UnitType.PERCENT:
        yield percent.start(), percent[0], f"is in {unit}"
    if series.prices:
        yield from _other_prices(text, series.prices)
    if series.calendar:
        yield from _other_years(text, series.calendar)


def _currency(match: re.Match[str]) -> str:
    """Return the code of a currency's sign or word with its adjective; empty for other words."""
    if match["sign"]:
        return currencies.of_sign(match["sign"])
    word = currencies.word_of(match["word"])
    if not word or currencies.is_everyday(word) or currencies.hundredth(word):
        return ""
    return currencies.named(word, match["whose"] or "")


def _other_prices(text: str, prices: PriceBase) -> Iterator[tuple[int, str, str]]:
    for match in _PRICES.finditer(text):
        is_constant = match["constant"] is not None
        is_other_year = bool(match["year"]) and match["year"] != str(prices.year)
        if is_constant != (prices.year is not None) or is_other_year:
            yield match.start(), match[0], f"is in {prices} prices"


def _other_years(text: str, calendar: Calendar) -> Iterator[tuple[int, str, str]]:
    for match in _YEARS.finditer(text):
        if (match["kind"].lower() != "calendar") != calendar.is_fiscal:
            yield match.start(), match[0], f"has {calendar.years}"
