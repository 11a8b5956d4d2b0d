"""An exhibit's finding holds of the figures that it draws: which way they go, and which is the greatest.

The finding is read clause by clause. Of several series, a clause tells of the one that it names, or
compares them (`compared_parts`). Where a clause names two years, those are compared; where it
names one (“after 2010”), that year and the last full one; with means over named spans, the means
in their order; else the first and the last full value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from briefbook.checks.compared_parts import Part, false_comparisons, named_in, parts_of
from briefbook.errors import Problem
from briefbook.evidence.assertions import exhibit_series
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.language.en.name_forms import Equivalents
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.trends import (
    YEAR,
    Direction,
    Extreme,
    Trend,
    extremes,
    single_years,
    trends,
)
from briefbook.model import Exhibit, Series
from briefbook.model.locations import within
from briefbook.values.day import year_name

_TO_THE_END = re.compile(r"\b(?:after|since|from)\s+(?:FY)?$", re.IGNORECASE)
_PLANNED = re.compile(
    r"\b(?:would|will|is to|planned|expected|projected|requested)\b", re.IGNORECASE
)
"""“would fall”: to the year that is asked for or not yet whole."""
_SINCE = re.compile(r"\bsince\s+(?:FY)?(\d{4})\b", re.IGNORECASE)


def check_takeaways(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each direction or extreme of a finding that the figures do not have."""
    for exhibit in resolved.briefing.exhibits:
        for text in filter(None, (exhibit.takeaway, exhibit.short)):
            for start, message in _false(resolved, exhibit, str(text)):
                yield Problem(
                    within(text, start, exhibit.place),
                    f"exhibit {exhibit.id}: {message}",
                    "say what the figures do, with the years that are compared",
                    "takeaway",
                    str(exhibit.id),
                )


def _false(resolved: ResolvedBriefing, exhibit: Exhibit, text: str) -> Iterator[tuple[int, str]]:
    found = list(trends(text))
    told = {trend.start: shares for trend in found if (shares := _told_shares(trend.clause))}
    for trend in found:
        if trend.start in told and not _goes(trend, *told[trend.start]):
            yield (
                trend.start,
                f"the finding says “{trend.word}”, and the other way by its own figures",
            )
    found = [trend for trend in found if trend.start not in told]
    for figures in _subjects(resolved, exhibit):
        yield from _false_trends(exhibit, figures, found)
        yield from _false_extremes(figures, list(extremes(text)))
    parts = parts_of(resolved.briefing, exhibit)
    if len(parts) > 1:
        yield from false_comparisons(text, parts, resolved.names)
        for part in parts:
            own = [one for one in found if _tells_of(one.clause, part, parts, resolved.names)]
            if len(part.values) > 1:
                yield from _false_trends(exhibit, part, own)


def _told_shares(clause: str) -> tuple[Decimal, Decimal] | None:
    """Return the two percentages between which a clause says that something went: “from 23 percent to 8”.

    They are worked out by formulas of their own, and may be shares, which go another way than the series.
    """
    shares = [n for n in find_numbers(clause) if n.unit == "%"]
    if len(shares) != 2:  # noqa: PLR2004
        return None
    first, last = shares
    is_change = _FROM.search(clause[: first.start]) and _TO.search(clause[: last.start])
    return (first.value, last.value) if is_change else None


_FROM, _TO = re.compile(r"\bfrom\s$"), re.compile(r"\bto\s$")


def _tells_of(clause: str, part: Part, parts: Sequence[Part], names: Equivalents) -> bool:
    """Tell whether a clause names this series, and no other."""
    return [named for _, named in named_in(clause, parts, names)] == [part]


def _subjects(resolved: ResolvedBriefing, exhibit: Exhibit) -> Iterator[Part]:
    """Yield the series that a finding speaks of: the one that is drawn alone."""
    drawn = exhibit_series(resolved.briefing, exhibit)
    own = [series for series in drawn if not (exhibit.line and series.id == exhibit.line.of)]
    if len(own) != 1:
        return
    series, whole = own[0], _whole(exhibit, drawn)
    every = {
        year: 100 * value / whole[year] if whole else value
        for year, value in series.by_year.items()
        if not whole or whole.get(year)
    }
    partial = {str(label) for label in (*series.partial, *series.asked)}
    values = {year: value for year, value in every.items() if year_name(year) not in partial}
    if len(values) > 1:
        yield Part(str(series.id), series, values, every)


def _whole(exhibit: Exhibit, drawn: Sequence[Series]) -> dict[int, Decimal]:
    of = str(exhibit.line.of) if exhibit.line else ""
    return next((series.by_year for series in drawn if of and series.id == of), {})


# ── Directions ──────────────────────────────────────────────────────────────────────────────────


def _false_trends(exhibit: Exhibit, figures: Part, found: list[Trend]) -> Iterator[tuple[int, str]]:
    means = _means(exhibit, figures)
    by_means = [trend for trend in found if len(means) > 1 and not _pair(trend.clause, figures)]
    if by_means and not _is_in_order(by_means, means):
        words = ", ".join(f"“{trend.word}”" for trend in by_means)
        spans = " → ".join(f"{figures.said(mean)} ({span})" for span, mean in means)
        yield by_means[0].start, f"the finding says {words}, and the means go {spans}"
    for trend in found:
        if trend not in by_means:
            first, last = _pair(trend.clause, figures) or (min(figures.values), max(figures.values))
            before, after = figures.every[first], figures.every[last]
            if not _goes(trend, before, after):
                message = (
                    f"the finding says “{trend.word}”, and series {figures.label} goes from "
                    f"{figures.said(before)} in {first} to {figures.said(after)} in {last}"
                )
                yield trend.start, message


def _means(exhibit: Exhibit, figures: Part) -> list[tuple[str, Decimal]]:
    found = []
    for mean in exhibit.columns.means if exhibit.columns else ():
        values = [v for year, v in figures.values.items() if mean.first <= year <= mean.last]
        if values:
            found.append((f"{mean.first}–{mean.last}", sum(values, Decimal(0)) / len(values)))
    return found


def _is_in_order(wanted: list[Trend], means: list[tuple[str, Decimal]]) -> bool:
    """Tell whether directions follow each other in the steps from mean to mean.

    One direction alone, of no span (“aid has fallen”), is that from the first mean to the last.
    """
    values = [mean for _, mean in means]
    if len(wanted) == 1 and not YEAR.search(wanted[0].clause):
        values = [values[0], values[-1]]
    steps = pairwise(values)
    return all(any(_goes(trend, *step) for step in steps) for trend in wanted)


def _pair(clause: str, figures: Part) -> tuple[int, int] | None:
    """Return the two years that a clause compares, if it names any that the series has."""
    named = list(single_years(clause))
    years = [year for _, year in named if year in figures.every]
    if len(years) > 1:
        return min(years), max(years)
    if _PLANNED.search(clause) and max(figures.every) > max(figures.values):
        return max(figures.values), max(figures.every)
    if len(years) == 1 and _TO_THE_END.search(clause[: named[0][0]]):
        return years[0], max(figures.values)
    return None


def _goes(trend: Trend, before: Decimal, after: Decimal) -> bool:
    if not before:
        return (trend.direction is Direction.UP) == (after > 0) or not after
    change = 100 * (after - before) / abs(before)
    match trend.direction:
        case Direction.UP:
            return change > 0 and change >= trend.least
        case Direction.DOWN:
            return change < 0 and -change >= trend.least
        case Direction.FLAT:
            return abs(change) <= trend.least


# ── Extremes ────────────────────────────────────────────────────────────────────────────────────


def _false_extremes(figures: Part, found: list[Extreme]) -> Iterator[tuple[int, str]]:
    for extreme in found:
        if message := _other_extreme(extreme, figures):
            yield extreme.start, message


def _other_extreme(extreme: Extreme, figures: Part) -> str:
    """Return what is wrong with a superlative of one year; empty where it holds or names none."""
    clause = _SINCE.sub("", extreme.clause)
    years = [year for _, year in single_years(clause)]
    if len(years) != 1 or years[0] not in figures.values:
        return ""
    since = _SINCE.search(extreme.clause)
    span = {y: v for y, v in figures.values.items() if not since or y > int(since[1])}
    pick = max if extreme.is_greatest else min
    best = pick(span, key=lambda year: span[year], default=years[0])
    if years[0] not in span or span[best] == span[years[0]]:
        return ""
    return (
        f"the finding says “{extreme.word}” of {years[0]} ({figures.said(span[years[0]])}), and series "
        f"{figures.label} has {figures.said(span[best])} in {best}"
    )
