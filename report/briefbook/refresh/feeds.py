"""Figures by year from what an address holds: a CSV, ForeignAssistance.gov, the World Bank."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from briefbook.model import Feed, FeedFormat, Prices, Series
from briefbook.refresh.errors import Unfetched

_MISSING = ("", ".", "..", "NULL", "null", "NA")
_YEAR = re.compile(r"[0-9]{4}")
_MOST_DIGITS = 30
"""Of a figure; the world's product in any currency has fewer than 20."""


@dataclass(frozen=True)
class Figures:
    """An edition of a series: its values, and what the publisher says of it."""

    values: Mapping[int, Decimal]
    updated: date | None = None
    """When the publisher last changed it, if it says so in the data."""
    notes: tuple[str, ...] = ()


def read_figures(data: bytes, series: Series, feed: Feed, stored: str = "") -> Figures:
    """Return what a feed holds for a series; raises Unfetched when that cannot be said safely.

    `stored` is the name of the column in the seed's own file, if the model names none.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unfetched("the figures are not UTF-8 text") from None
    if feed.format is FeedFormat.FOREIGN_ASSISTANCE:
        found = _foreign_assistance(text, series, feed)
    elif feed.format is FeedFormat.WORLD_BANK:
        found = _world_bank(text, feed)
    else:
        found = _csv(text, feed.column or series.column, stored)
    if not found.values:
        raise Unfetched("there are no figures in it")
    return found


def _rows(text: str) -> Iterator[list[str]]:
    try:
        yield from (row for row in csv.reader(io.StringIO(text), strict=True) if row)
    except csv.Error as error:
        raise Unfetched(f"not a CSV: {error}") from None


def _number(text: str, year: str) -> Decimal:
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        value = Decimal("nan")
    if not value.is_finite():
        raise Unfetched(f"“{text[:40]}” for {year} is not a number")
    if value.adjusted() > _MOST_DIGITS or len(value.as_tuple().digits) > _MOST_DIGITS:
        raise Unfetched(f"“{text[:40]}” for {year} has more than {_MOST_DIGITS} digits")
    return value


def _gathered(pairs: Iterator[tuple[str, str]]) -> dict[int, Decimal]:
    """Return values by year; raises Unfetched for a year that stands twice."""
    values: dict[int, Decimal] = {}
    for year, value in pairs:
        if not _YEAR.fullmatch(year.strip()):
            raise Unfetched(f"“{year}” is not a year", hint="the first column holds the years")
        if int(year) in values:
            raise Unfetched(f"the year {year} stands twice")
        values[int(year)] = _number(value, year)
    return values


def _csv(text: str, column: str, stored: str) -> Figures:
    header, *rows = [*_rows(text)] or [[]]
    second = header[1] if len(header) > 1 else ""
    if not column and stored and second != stored:
        raise Unfetched(
            f"its column is called “{second}” now, and was “{stored}”",
            hint="if it is still the same thing, name it: `column:` in the feed",
        )
    wanted = column or second
    if wanted not in header[1:]:
        hint = f"it has: {', '.join(header[1:])[:200]}" if header else ""
        raise Unfetched(f"there is no column “{wanted}”", hint=hint)
    at = header.index(wanted)
    pairs = ((row[0], row[at] if at < len(row) else "") for row in rows)
    return Figures(_gathered(pair for pair in pairs if pair[1].strip() not in _MISSING))


# ── ForeignAssistance.gov ────────────────────────────────────────────────────────────────────────


def _foreign_assistance(text: str, series: Series, feed: Feed) -> Figures:
    """Read the summary by country, whose header was spelled differently over the years."""
    if not feed.country or not feed.measure:
        raise Unfetched(
            "the feed says neither country nor measure",
            hint="write `country: TJK, measure: Obligations`, for example",
        )
    rows = _rows(text)
    header = [re.sub(r"[\s_]+", "_", name.strip().lower()) for name in next(rows, [])]
    names = ("country_code", "transaction_type_name", "fiscal_year", "current_amount", "constant_amount")  # fmt: skip
    if lacking := [name for name in names if name not in header]:
        raise Unfetched(f"not ForeignAssistance.gov's summary by country: no {lacking[0]}")
    places = [header.index(name) for name in names]
    measure = feed.measure.casefold()
    cells = [[row[at].strip() for at in places] for row in rows if len(row) > max(places)]
    found = [row for row in cells if row[1].casefold() == measure]
    if not found:
        known = ", ".join(sorted({row[1] for row in cells})[:8])
        raise Unfetched(f"no figures for “{feed.measure}”", hint=f"it has: {known}")
    own = [row for row in found if row[0].casefold() == feed.country.casefold()]
    at = 4 if feed.prices is Prices.CONSTANT else 3
    odd = sorted({row[2] for row in own if not _YEAR.fullmatch(row[2])})
    pairs = ((row[2], row[at]) for row in own if row[2] not in odd and row[at] not in _MISSING)
    notes = [f"left out: {', '.join(odd)}"] if odd else []
    if feed.prices is Prices.CONSTANT:
        notes += _base_year(found, series)
    return Figures(_gathered(pairs), notes=tuple(notes))


def _base_year(rows: list[list[str]], series: Series) -> Iterator[str]:
    """Hold the year of the constant prices against the series' unit; raises Unfetched.

    No column names it: it is the one year in which current and constant amounts are the same.
    """
    differs: defaultdict[str, bool] = defaultdict(bool)
    for _, _, year, current, constant in rows:
        if current not in _MISSING and current.strip("-0"):
            differs[year] |= current != constant
    same = [year for year, is_other in differs.items() if not is_other]
    stated = str(series.prices.year or "") if series.prices else ""
    if len(same) == 1 and stated and stated != same[0]:
        raise Unfetched(
            f"the amounts are in prices of {same[0]}, the series in those of {stated}",
            hint="every year would change: take the new edition in by hand, unit and texts too",
        )
    if len(same) != 1 or not stated:
        yield "the year of the constant prices could not be checked"


# ── World Bank ───────────────────────────────────────────────────────────────────────────────────


def _world_bank(text: str, feed: Feed) -> Figures:
    try:
        data = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    except (ValueError, RecursionError):
        raise Unfetched("not JSON", hint="add format=json to the address") from None
    if isinstance(data, list) and len(data) == 1 and isinstance(data[0], dict):
        said = data[0].get("message", [{}])
        value = said[0].get("value", "") if said and isinstance(said[0], dict) else ""
        raise Unfetched(f"the World Bank says: {value or 'an error'}")
    try:
        head, entries = data
        if Decimal(head["pages"]) > 1:
            hint = "add per_page=20000 to the address"
            raise Unfetched(f"the answer has {str(head['pages'])[:20]} pages", hint=hint)
        entries = [entry for entry in entries or () if _is_of(entry, feed.country)]
        kinds = {(entry["indicator"]["id"], entry["countryiso3code"]) for entry in entries}
        pairs = [(str(e["date"]), str(e["value"])) for e in entries if e["value"] is not None]
        updated = date.fromisoformat(head["lastupdated"]) if head.get("lastupdated") else None
    except (TypeError, ValueError, KeyError, AttributeError, InvalidOperation):
        raise Unfetched("not an answer of the World Bank's API, version 2") from None
    if len(kinds) > 1:
        raise Unfetched("the answer holds more than one country or indicator")
    return Figures(_gathered(iter(pairs)), updated)


def _is_of(entry: dict[str, Any], country: str) -> bool:
    codes = (entry["countryiso3code"], entry["country"]["id"])
    return not country or country.upper() in codes
