"""A new edition of figures laid over the seed's own file: years appended, revisions told."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from briefbook.model import Series
from briefbook.refresh.feeds import Figures


@dataclass(frozen=True)
class Value:
    """A year and what stands for it; `old` is empty for a new year."""

    year: int
    old: str
    new: str


@dataclass(frozen=True)
class Laid:
    """What a new edition did to one series."""

    added: tuple[Value, ...]
    revised: tuple[Value, ...]
    held_back: tuple[int, ...]
    """New years that another series of the same file lacks: not appended yet."""
    gone: tuple[int, ...]
    """Years that the new edition lacks; their values are kept."""

    @property
    def is_change(self) -> bool:
        """Whether the file differs for this series."""
        return bool(self.added or self.revised)


MOST_NEW_YEARS = 30
"""A series that grows by more in one edition is another series, or a mistake."""
MOST_TIMES = Decimal(1000)
"""A value that is revised by more was given in another unit."""
_AHEAD = 10
"""Years from now for which figures are forecast."""


def question_of(laid: Laid, known: Mapping[int, Decimal], this_year: int) -> str:
    """Return what a person must decide before an edition is taken over; empty if nothing.

    `known` are the values so far.
    """
    new = len(laid.added) + len(laid.held_back)
    if new > MOST_NEW_YEARS:
        return f"{new} years are new, more than the {MOST_NEW_YEARS} that are taken over unasked"
    for value in laid.revised:
        old, now = abs(Decimal(value.old or 0)), abs(Decimal(value.new))
        if old and now and not 1 / MOST_TIMES < now / old < MOST_TIMES:
            return f"{value.year} went from {value.old} to {value.new}: is it the same unit?"
    largest = max(map(abs, known.values()), default=Decimal(0))
    for value in laid.added:
        if known and not min(known) - MOST_NEW_YEARS <= value.year <= this_year + _AHEAD:
            return f"{value.year} is new, and lies far from the other years"
        if largest and abs(Decimal(value.new)) > MOST_TIMES * largest:
            return f"{value.year} is new with {value.new}; the largest so far is {largest:f}: is it the same unit?"
    return ""


def lay_over(
    data: bytes, series: tuple[Series, ...], editions: Mapping[str, Figures]
) -> tuple[bytes, dict[str, Laid]]:
    """Return a file of figures with new editions laid over it, and what that did, by series.

    `series` are all those that read the file, `editions` what was fetched, by a series' id. Values
    are rounded to as many places as their column has. A year is appended when every series of the
    file has it, so that no cell that is read is ever empty.
    """
    text = data.decode("utf-8-sig")
    header, *rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    columns = {str(s.id): header.index(s.column or header[1]) for s in series}
    table = {int(row[0]): row + [""] * (len(header) - len(row)) for row in rows}
    laid: dict[str, Laid] = {}
    fresh: dict[int, list[str]] = {}
    for id_, edition in editions.items():
        at = columns[id_]
        values = dict(_rounded(edition, [row[at] for row in table.values()]))
        for year in values.keys() - table.keys():
            fresh.setdefault(year, [str(year), *[""] * (len(header) - 1)])[at] = values[year]
    whole = {y for y, row in fresh.items() if all(row[at] for at in columns.values())}
    for id_, edition in editions.items():
        at = columns[id_]
        values = dict(_rounded(edition, [row[at] for row in table.values()]))
        laid[id_] = _compared(values, {y: row[at] for y, row in table.items()}, whole)
        for value in laid[id_].revised:
            table[value.year][at] = value.new
    table |= {year: fresh[year] for year in whole}
    if not any(result.is_change for result in laid.values()):
        return data, laid
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n" if "\r\n" in text else "\n")
    writer.writerow(header)
    writer.writerows(table[year] for year in _order(table, rows))
    return out.getvalue().encode(), laid


def _order(table: Mapping[int, list[str]], rows: list[list[str]]) -> list[int]:
    """Return the years as the file has them: newest first if it begins so."""
    is_falling = len(rows) > 1 and int(rows[0][0]) > int(rows[-1][0])
    return sorted(table, reverse=is_falling)


def _compared(values: Mapping[int, str], stored: Mapping[int, str], whole: set[int]) -> Laid:
    new = sorted(values.keys() - stored.keys())
    return Laid(
        added=tuple(Value(year, "", values[year]) for year in new if year in whole),
        revised=tuple(
            Value(year, stored[year], values[year])
            for year in sorted(values.keys() & stored.keys())
            if not stored[year] or Decimal(stored[year]) != Decimal(values[year])
        ),
        held_back=tuple(year for year in new if year not in whole),
        gone=tuple(sorted(year for year in stored.keys() - values.keys() if stored[year])),
    )


def _rounded(edition: Figures, column: list[str]) -> Iterator[tuple[int, str]]:
    """Yield each year's value with as many places as the column's values have at most."""
    places = max((len(cell.partition(".")[2]) for cell in column), default=0)
    unit = Decimal(1).scaleb(-places)
    for year, value in edition.values.items():
        yield year, format(value.quantize(unit, ROUND_HALF_EVEN), "f")
