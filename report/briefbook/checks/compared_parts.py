"""A finding over several series holds of them: which gave more than which, and which is the largest.

Series are named by their labels (`Agriculture`, `United States` for “the US” and “American”, and “all
other donors” for “others”). Where a clause names a year, that one is compared; where it says “in
every year”, all are; else the last full one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefbook.frozen import dataclass
from briefbook.language.en.name_forms import Equivalents
from briefbook.language.en.stemmer import words_of
from briefbook.language.en.trends import clauses, single_years
from briefbook.model import Briefing, Exhibit, Series
from briefbook.values.day import year_name
from briefbook.values.formatting import choose_format

_OTHERS = r"(?:all\s(?:the\s)?|the\s)?others?(?:\s(?!than\b)\w+)?|everyone\selse|everybody\selse|the\srest"
_MORE = r"more|higher|larger|bigger|greater|over"
_LESS = r"less|fewer|lower|smaller|under"
_THAN = re.compile(rf"\b(?:(?P<more>{_MORE})|(?:{_LESS}))\b[^,;:]{{0,30}}?\bthan\b", re.IGNORECASE)
_EVERY = re.compile(
    r"\b(?:in|for)\s(?:every|each|all)\s(?:\w+\s)?years?\b|\balways\b|\bthroughout\b", re.IGNORECASE
)
_AMONG = re.compile(
    r"\b(?:(?P<most>largest|biggest|top|main|leading|principal|greatest)|smallest)\s(?:single\s)?"
    r"(?:payer|donor|funder|giver|supplier|buyer|seller|partner|source|lender|provider|agency|recipient|"
    r"sector|share|part|creditor|exporter|importer|market|producer|consumer|item|category)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Part:
    """A series that an exhibit draws, by year."""

    label: str
    """What the exhibit calls it, or its id where it is drawn alone."""
    series: Series
    values: dict[int, Decimal]
    """Of full years, as they are drawn: less another series, or as a share of it."""
    every: dict[int, Decimal]
    """Of those not fully reported, or only planned, too."""

    def said(self, value: Decimal) -> str:
        """Return a value in the series' unit."""
        return choose_format((value,), self.series.unit.unit).label(value)


def parts_of(briefing: Briefing, exhibit: Exhibit) -> tuple[Part, ...]:
    """Return the series of an exhibit that draws several on one scale or in panels; shares of a whole are not told."""
    by_id = {str(series.id): series for series in briefing.series}
    parts = []
    for plotted in exhibit.plotted:
        series, taken = by_id.get(str(plotted.series)), by_id.get(str(plotted.less))
        if series is None or plotted.of:
            return ()
        partial = {
            str(label) for one in (series, taken) if one for label in (*one.partial, *one.asked)
        }
        off = taken.by_year if taken else {}
        every = {
            year: value - off.get(year, Decimal(0))
            for year, value in series.by_year.items()
            if not taken or year in off
        }
        values = {year: value for year, value in every.items() if year_name(year) not in partial}
        parts.append(Part(str(plotted.label), series, values, every))
    return tuple(parts)


def named_in(clause: str, parts: Sequence[Part], names: Equivalents) -> list[tuple[int, Part]]:
    """Return where a clause names which series, in its order."""
    found = []
    for part in parts:
        places = [
            match.start() for match in re.finditer(_pattern(part.label), clause, re.IGNORECASE)
        ]
        countries = _countries(part.label, names)
        places += [at for at, key in _keys(clause, names) if key in countries]
        if places:
            found.append((min(places), part))
    return sorted(found, key=lambda pair: pair[0])


def false_comparisons(
    text: str, parts: Sequence[Part], names: Equivalents
) -> Iterator[tuple[int, str]]:
    """Yield each comparison of series, and each largest among them, that the figures do not have."""
    for start, clause in clauses(text):
        named = named_in(clause, parts, names)
        for match in _THAN.finditer(clause):
            before = [part for at, part in named if at < match.start()]
            after = [part for at, part in named if at >= match.end()]
            if before and after and (message := _not_more(clause, before[-1], after[0], match)):
                yield start + match.start(), message
        for match in _AMONG.finditer(clause):
            if len(named) == 1 and (message := _not_most(clause, named[0][1], parts, match)):
                yield start + match.start(), message


def _not_more(clause: str, one: Part, other: Part, match: re.Match[str]) -> str:
    for year in _years(clause, (one, other)):
        is_more = one.values[year] > other.values[year]
        if is_more != bool(match["more"]) or one.values[year] == other.values[year]:
            return (
                f"the finding says “{match[0]}”, and in {year} {one.label} has {one.said(one.values[year])}, "
                f"{other.label} {other.said(other.values[year])}"
            )
    return ""


def _not_most(clause: str, one: Part, parts: Sequence[Part], match: re.Match[str]) -> str:
    for year in _years(clause, parts):
        pick = max if match["most"] else min
        best = pick(parts, key=lambda part: part.values[year])
        if best.values[year] != one.values[year]:
            return (
                f"the finding says “{match[0]}”, and in {year} {one.label} has {one.said(one.values[year])}, "
                f"{best.label} {best.said(best.values[year])}"
            )
    return ""


def _years(clause: str, parts: Sequence[Part]) -> list[int]:
    """Return the years that a clause compares: those that it names, all, or the last full one."""
    common = sorted(set.intersection(*(set(part.values) for part in parts)))
    named = [year for _, year in single_years(clause) if year in common]
    if named or _EVERY.search(clause):
        return named or common
    return common[-1:]


def _pattern(label: str) -> str:
    """Return what names a label: its words, in singular or plural; of what is left over, “others” too."""
    words = [re.escape(word.text) for word in words_of(label)]
    joined = r"[\s-]+".join(words)
    own = rf"\b{joined}(?:s|es)?\b" if words else r"(?!)"
    return rf"{own}|\b(?:{_OTHERS})\b" if re.search(r"\bothers?\b", label, re.IGNORECASE) else own


def _countries(label: str, names: Equivalents) -> frozenset[str]:
    return frozenset(key for _, key in _keys(label, names) if key.startswith("country:"))


def _keys(text: str, names: Equivalents) -> list[tuple[int, str]]:
    return [(part.start, part.key) for part in names.parts(text, words_of(text))]
