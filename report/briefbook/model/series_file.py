"""Series from a file: CSV in any dialect that spreadsheets write, and XLSX, as points with their cells.

The first column holds dates (EDTF, or 2015 Q1, Mar 2015, 2015/16) or the names of categories, a further
one the values. All problems of a file are told at once, each with its line and column or its cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from difflib import get_close_matches

from briefbook.errors import Problem, Problems, SourceLocation
from briefbook.model.date_column import DateColumn, date_column
from briefbook.model.evidence import DecimalMark, Series, SeriesPoint
from briefbook.model.locations import place_of
from briefbook.model.table_cells import Cell, fault_problem, read_cells
from briefbook.values.currencies import is_currency
from briefbook.values.dates import Date, short_date
from briefbook.values.formatting import unit_sign
from briefbook.values.units import Unit, UnitType

MAX_ROWS = 20_000
MAX_DIGITS = 40
_MOST_PROBLEMS = 20
_MISSING = frozenset(
    ("", "..", "...", ".", "-", "–", "n/a", "na", "n.a.", "null", ":", "none", "nan")
)
"""What publishers write into a cell that has no value."""
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009'’]")
_GROUPED = {",": re.compile(r"\d{1,3}(?:,\d{3})+"), ".": re.compile(r"\d{1,3}(?:\.\d{3})+")}
"""Thousands: 1,234,567 and 1.234.567."""
_PLAIN = re.compile(r"-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?")


def read_points(data: bytes, series: Series) -> tuple[SeriesPoint, ...]:
    """Return the points of a series' file, in the order of dates, or of the file for categories.

    Raises Problems with everything that is wrong in it.
    """
    rows, delimiter = read_cells(data, series)
    if len(rows) > MAX_ROWS:
        raise _one(series, f"more than {MAX_ROWS:,} rows", "give the series its own, shorter file")
    head, *body = rows[series.header - 1 :] or [[]]
    column = _column(head, series)
    kept = [row for row in body if any(cell.text or cell.fault for cell in row)]
    problems: list[Problem] = []
    values = _values(
        [row[column] if column < len(row) else None for row in kept], series, delimiter, problems
    )
    first = [row[0] for row in kept]
    dated: list[Problem] = [fault_problem(cell) for cell in first if cell.fault]
    dates = date_column(first, series, dated)
    keys = _keys(first, dates, problems) if not dated else []
    problems += dated
    partial = _declared(series, "partial", dates, keys, problems)
    asked = _declared(series, "asked", dates, keys, problems)
    if problems:
        raise Problems(tuple(problems[:_MOST_PROBLEMS]))
    points = [
        SeriesPoint(
            key,
            None if value is None else value * series.unit.factor,
            row[min(column, len(row) - 1)].place,
            key in partial,
            key in asked,
        )
        for key, value, row in zip(keys, values, kept, strict=True)
    ]
    if points and isinstance(points[0].at, Date):
        points.sort(key=lambda point: point.at.first if isinstance(point.at, Date) else 0)
    return tuple(points)


def _problem(place: SourceLocation, message: str, hint: str = "") -> Problem:
    return Problem(place, message, hint, rule="series-file")


def _one(series: Series, message: str, hint: str = "") -> Problems:
    return Problems((_problem(SourceLocation(str(series.file)), message, hint),))


def _column(head: list[Cell], series: Series) -> int:
    names = [cell.text for cell in head]
    if len(names) < 2:  # noqa: PLR2004  a key and a value
        place = head[0].place if head else SourceLocation(str(series.file), 1)
        hint = "the first line names the columns; if it stands lower, say so: header: 4"
        raise Problems((_problem(place, "no header with a first column and a value column", hint),))
    wanted = str(series.column) or names[1]
    if wanted not in names:
        hint = f"it has: {', '.join(names[1:])}"
        raise Problems((_problem(head[0].place, f"no column “{wanted}”", hint),))
    return names.index(wanted)


# ── Keys ─────────────────────────────────────────────────────────────────────────────────────────


def _keys(cells: list[Cell], column: DateColumn, problems: list[Problem]) -> list[Date | str]:
    """Return the dates or category names of the first column."""
    dates = [column.date(cell.text) for cell in cells]
    keys: list[Date | str] = []
    dated = next((cell for cell, date in zip(cells, dates, strict=True) if date), None)
    named = next((cell for cell, date in zip(cells, dates, strict=True) if not date), None)
    if dated and named:
        message = f"“{named.text}” is no date, and “{dated.text}” ({dated.place}) is one"
        problems.append(
            _problem(named.place, message, "write dates in the whole column, or names in all of it")
        )
    seen: dict[str, Cell] = {}
    for cell, date in zip(cells, dates, strict=True):
        key = date or cell.text
        name = date.edtf if date else cell.text
        if name in seen:
            message = f"“{cell.text}” stands twice: first in {seen[name].place}"
            hint = "each date or name has one row; rows of days need their days in the first column"
            problems.append(_problem(cell.place, message, hint))
        seen.setdefault(name, cell)
        keys.append(key)
    return keys


def _declared(
    series: Series,
    state: str,
    column: DateColumn,
    keys: list[Date | str],
    problems: list[Problem],
) -> set[Date | str]:
    """Return the dates or categories that the series declares as `partial` or `asked`, each of its own column."""
    rows = {key if isinstance(key, str) else key.edtf: key for key in keys}
    printed = {short_date(key): key for key in keys if isinstance(key, Date)}
    found: set[Date | str] = set()
    for label in getattr(series, state) if keys else ():
        date = column.date(label)
        if key := rows.get(date.edtf if date else label) or printed.get(label):
            found.add(key)
            continue
        near = get_close_matches(label, rows, n=1) or list(rows)[-1:]
        hint = f"write a label of its first column, such as {near[0]}" if near else ""
        place = place_of(label, series.place)
        message = f"“{label}” is {state}, and the series {series.id} has no such row"
        problems.append(_problem(place, message, hint))
    return found


# ── Values ───────────────────────────────────────────────────────────────────────────────────────


def _values(
    cells: list[Cell | None], series: Series, delimiter: str, problems: list[Problem]
) -> list[Decimal | None]:
    given = [cell for cell in cells if cell is not None]
    problems += [fault_problem(cell) for cell in given if cell.fault]
    problems += _misread_formats(given, series)
    written = [(c, _bare(c.text, series)) for c in given if c.number is None and not c.fault]
    mark = series.decimal or _mark([(c, t) for c, t in written if t], delimiter, problems)
    by_cell = {id(cell): text for cell, text in written}
    values: list[Decimal | None] = []
    for cell in cells:
        value, problem = cell.number if cell else None, ""
        if cell is not None and id(cell) in by_cell:
            value, problem = _number(by_cell[id(cell)], mark)
        elif value is not None and len(f"{value:f}") > MAX_DIGITS:
            problem = f"has more than {MAX_DIGITS} digits"
        if problem and cell is not None:
            hint = "write plain numbers; units and scales stand in briefing.yaml"
            problems.append(_problem(cell.place, f"“{cell.text}” {problem}", hint))
        values.append(value)
    return values


_IN_PERCENT = (UnitType.PERCENT, UnitType.PERCENTAGE_POINT)


def _misread_formats(cells: list[Cell], series: Series) -> Iterator[Problem]:
    """Yield the first cell of each kind that a workbook shows as another number than its unit says."""
    unit = series.unit
    percent = next((cell for cell in cells if cell.is_percent), None)
    plain = next((cell for cell in cells if cell.number and not cell.is_percent), None)
    if percent and (unit.unit.type not in _IN_PERCENT or unit.factor != 1):
        message = (
            f"“{percent.text}” is shown as percent, and the unit of series {series.id} is {unit}"
        )
        hint = "write unit: percent, or give the column a number format without %"
        yield _problem(percent.place, message, hint)
    elif percent and plain:
        message = f"“{plain.text}” has no format of percent, and “{percent.text}” ({percent.place}) has one"
        hint = "give the whole column one format: percent, or plain numbers such as 12.3 for 12.3 %"
        yield _problem(plain.place, message, hint)
    money = next((cell for cell in cells if cell.number and cell.money), None)
    if money and not _is_shown_in(money.money, unit.unit):
        message = f"“{money.text}” is shown as {money.money}, and the unit of series {series.id} is {unit}"
        hint = "write the currency as its unit, or give the column a format without one"
        yield _problem(money.place, message, hint)
    short = next((cell for cell in cells if cell.number and cell.thousands), None)
    if short and unit.factor != 1:
        shown = f"{(short.number or 0) / 1000**short.thousands:,f}"
        message = f"the cell holds {short.text} and shows {shown}, and the unit {unit} has a scale as well"
        hint = f"write unit: {unit.unit}, for the stored numbers are whole; or give the column the format 0"
        yield _problem(short.place, message, hint)


def _is_shown_in(money: str, unit: Unit) -> bool:
    """Tell whether a unit may be shown with a currency's code or sign; $ is that of many currencies."""
    return unit.type is UnitType.CURRENCY and (not is_currency(money) or money == unit.name)


def _bare(text: str, series: Series) -> str:
    """Return a number's text without spaces and without the sign of the series' own unit; a minus first."""
    if text.lower() in _MISSING:
        return ""
    bare = _SPACES.sub("", text).replace("−", "-")
    if bare.startswith("(") and bare.endswith(")"):  # as accountants write it
        bare = f"-{bare[1:-1]}"
    unit = series.unit.unit
    signs = ["%"] if unit.type in _IN_PERCENT and series.unit.factor == 1 else []
    if unit.type is UnitType.CURRENCY:
        signs = [unit.name, unit_sign(unit).strip()]
    for sign in signs:
        bare = bare.removesuffix(sign).replace(f"-{sign}", "-", 1).removeprefix(sign)
    return bare


def _mark(cells: list[tuple[Cell, str]], delimiter: str, problems: list[Problem]) -> DecimalMark:
    """Return what separates decimals in a column, judged by all its cells together."""
    for _, text in cells:
        if "," in text and "." in text:
            return DecimalMark.COMMA if text.rindex(",") > text.rindex(".") else DecimalMark.POINT
    for sign, other in ((",", DecimalMark.COMMA), (".", DecimalMark.POINT)):
        marked = [(cell, text) for cell, text in cells if sign in text]
        if not marked:
            continue
        if not all(_GROUPED[sign].fullmatch(text.lstrip("-")) for _, text in marked):
            return other
        thousands = DecimalMark.POINT if other is DecimalMark.COMMA else DecimalMark.COMMA
        if any(text.count(sign) > 1 for _, text in marked):
            return thousands
        if delimiter in (",", ""):  # English files: 1,234 in quotation marks, 1.234 as a fraction
            return DecimalMark.POINT
        cell, text = marked[0]
        problems.append(
            _problem(
                cell.place,
                f"“{text}” may be {text.replace(sign, '')} or {text.replace(sign, '.')}",
                "say what separates decimals in the series: decimal: comma, or decimal: point",
            )
        )
        return other
    return DecimalMark.POINT


def _number(text: str, mark: DecimalMark) -> tuple[Decimal | None, str]:
    """Return a number, or what is wrong with it; nothing for an empty cell."""
    if not text:
        return None, ""
    thousands, point = (".", ",") if mark is DecimalMark.COMMA else (",", ".")
    plain = text.replace(thousands, "").replace(point, ".")
    if not _PLAIN.fullmatch(plain):
        return None, "is not a number"
    if len(plain) > MAX_DIGITS:
        return None, f"has more than {MAX_DIGITS} digits"
    return Decimal(plain), ""
