"""Series from a file: CSV in any dialect that spreadsheets write, and XLSX, as points with their cells.

The first column holds dates (EDTF, or 2015 Q1, Mar 2015, 2015/16) or the names of categories, a further
one the values. All problems of a file are told at once, each with its line and column or its cell.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from decimal import Decimal
from difflib import get_close_matches

from briefbook.errors import Problem, Problems, SourceLocation
from briefbook.frozen import dataclass
from briefbook.model.evidence import DecimalMark, Series, SeriesPoint
from briefbook.model.locations import place_of
from briefbook.values.dates import MONTHS, Date, parse_date, short_date
from briefbook.values.formatting import unit_sign
from briefbook.values.units import UnitType

MAX_ROWS = 20_000
MAX_UNPACKED_BYTES = 50 * 1024 * 1024
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


@dataclass(frozen=True)
class Cell:
    """A cell of a table, and where it stands."""

    text: str
    place: SourceLocation


@dataclass(frozen=True)
class _Sheet:
    """What of a series says how its file is read."""

    file: str
    header: int = 1
    sheet: str = ""


def cells_of(data: bytes, file: str) -> list[list[Cell]]:
    """Return the cells of a CSV or of the first sheet of a workbook; raises Problems."""
    held = _Sheet(file)
    return (_sheet(data, held) if data.startswith(b"PK") else _table(data, held))[0]


def read_points(data: bytes, series: Series) -> tuple[SeriesPoint, ...]:
    """Return the points of a series' file, in the order of dates, or of the file for categories.

    Raises Problems with everything that is wrong in it.
    """
    is_workbook = data.startswith(b"PK")
    rows, delimiter = _sheet(data, series) if is_workbook else _table(data, series)
    if len(rows) > MAX_ROWS:
        raise _one(series, f"more than {MAX_ROWS:,} rows", "give the series its own, shorter file")
    head, *body = rows[series.header - 1 :] or [[]]
    column = _column(head, series)
    kept = [row for row in body if any(cell.text for cell in row)]
    problems: list[Problem] = []
    values = _values(
        [row[column] if column < len(row) else None for row in kept], series, delimiter, problems
    )
    keys = _keys([row[0] for row in kept], series, problems)
    partial = _declared(series, "partial", keys, problems)
    asked = _declared(series, "asked", keys, problems)
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


def _one(series: Series | _Sheet, message: str, hint: str = "") -> Problems:
    return Problems((_problem(SourceLocation(str(series.file)), message, hint),))


# ── Rows ─────────────────────────────────────────────────────────────────────────────────────────


def _table(data: bytes, series: Series | _Sheet) -> tuple[list[list[Cell]], str]:
    """Return the cells of a CSV and its delimiter: that of , ; tab which the header has most."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        place = SourceLocation(str(series.file), line)
        raise Problems(
            (_problem(place, "not UTF-8 text", "save it as “CSV UTF-8”, or as XLSX"),)
        ) from None
    lines = text.splitlines()
    head = lines[min(series.header, len(lines)) - 1] if lines else ""
    delimiter = max(",;\t", key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise _one(series, f"not a CSV: {error}", "save it again from the spreadsheet") from None
    return [
        [
            Cell(cell.strip(), SourceLocation(str(series.file), line, at))
            for at, cell in enumerate(row, 1)
        ]
        for line, row in enumerate(rows, 1)
    ], delimiter


def _sheet(data: bytes, series: Series | _Sheet) -> tuple[list[list[Cell]], str]:
    """Return the cells of a sheet of a workbook; formulas by their stored values."""
    import zipfile

    from python_calamine import CalamineError, CalamineWorkbook

    from briefbook.archives import BROKEN

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(entry.file_size for entry in package.infolist()) > MAX_UNPACKED_BYTES:
                raise _one(
                    series, "a workbook that unpacks to more than 50 MB", "save its sheet as CSV"
                )
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        name = str(series.sheet) or book.sheet_names[0]
        if name not in book.sheet_names:
            raise _one(series, f"no sheet “{name}”", f"it has: {', '.join(book.sheet_names)}")
        values = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, *BROKEN) as error:
        raise _one(
            series, f"not a workbook that can be read: {error}", "save it again as XLSX or CSV"
        ) from None
    return [
        [
            Cell(_written(value), SourceLocation(f"{series.file}, {name}!{_letters(at)}{line}"))
            for at, value in enumerate(row)
        ]
        for line, row in enumerate(values, 1)
    ], ""


def _written(value: object) -> str:
    """Return a workbook's value as text: exact numbers with a point, dates as ISO has them."""
    match value:
        case bool():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)  # noqa: PLR2004
        case dt.datetime():
            return value.date().isoformat()
        case _:
            return str(value).strip()


def _letters(at: int) -> str:
    """Return the letters of a spreadsheet's column: A for 0, AA for 26."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


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

_QUARTER = re.compile(r"(\d{4})[-\s]?Q([1-4])|Q([1-4])[-\s/]?(\d{4})", re.IGNORECASE)
_HALF = re.compile(r"(\d{4})[-\s]?H([12])|H([12])[-\s/]?(\d{4})", re.IGNORECASE)
_MONTH = re.compile(
    rf"({'|'.join(name[:3] for name in MONTHS)})[a-z]*\.?[-\s]+(\d{{4}})", re.IGNORECASE
)
_TWO_YEARS = re.compile(r"(\d{4})[/–-](\d\d)")


def _keys(cells: list[Cell], series: Series, problems: list[Problem]) -> list[Date | str]:
    """Return the dates or category names of the first column."""
    dates = [_date(cell.text, series) for cell in cells]
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
            problems.append(
                _problem(cell.place, f"“{cell.text}” stands twice: first in {seen[name].place}")
            )
        seen.setdefault(name, cell)
        keys.append(key)
    return keys


def _declared(
    series: Series, state: str, keys: list[Date | str], problems: list[Problem]
) -> set[Date | str]:
    """Return the dates or categories that the series declares as `partial` or `asked`, each of its own column."""
    rows = {key if isinstance(key, str) else key.edtf: key for key in keys}
    printed = {short_date(key): key for key in keys if isinstance(key, Date)}
    found: set[Date | str] = set()
    for label in getattr(series, state):
        date = _date(label, series)
        if key := rows.get(date.edtf if date else label) or printed.get(label):
            found.add(key)
            continue
        near = get_close_matches(label, rows, n=1) or list(rows)[-1:]
        hint = f"write a label of its first column, such as {near[0]}" if near else ""
        place = place_of(label, series.place)
        message = f"“{label}” is {state}, and the series {series.id} has no such row"
        problems.append(_problem(place, message, hint))
    return found


def _date(text: str, series: Series) -> Date | None:
    """Return the date that a cell says, in EDTF or as spreadsheets write it; None for other words."""
    if match := _QUARTER.fullmatch(text):
        text = f"{match[1] or match[4]}-{32 + int(match[2] or match[3])}"
    elif match := _HALF.fullmatch(text):
        text = f"{match[1] or match[4]}-{39 + int(match[2] or match[3])}"
    elif match := _MONTH.fullmatch(text):
        months = [name[:3].lower() for name in MONTHS]
        text = f"{match[2]}-{months.index(match[1].lower()) + 1:02}"
    elif match := _TWO_YEARS.fullmatch(text):
        last = int(match[1]) + 1
        if last % 100 == int(match[2]):
            text = str(last) if series.is_fiscal else f"{match[1]}/{last}"
    elif re.fullmatch(r"\d{1,3}", text):
        text = f"{int(text):04}"
    try:
        return parse_date(text)
    except ValueError:
        return None


# ── Values ───────────────────────────────────────────────────────────────────────────────────────


def _values(
    cells: list[Cell | None], series: Series, delimiter: str, problems: list[Problem]
) -> list[Decimal | None]:
    bare = [(cell, _bare(cell.text, series)) for cell in cells if cell is not None]
    mark = series.decimal or _mark([(c, t) for c, t in bare if t], delimiter, problems)
    by_cell = {id(cell): text for cell, text in bare}
    values: list[Decimal | None] = []
    for cell in cells:
        text = by_cell[id(cell)] if cell is not None else ""
        value, problem = _number(text, mark)
        if problem and cell is not None:
            hint = "write plain numbers; units and scales stand in briefing.yaml"
            problems.append(_problem(cell.place, f"“{cell.text}” {problem}", hint))
        values.append(value)
    return values


def _bare(text: str, series: Series) -> str:
    """Return a number's text without spaces and without the sign of the series' own unit; a minus first."""
    if text.lower() in _MISSING:
        return ""
    bare = _SPACES.sub("", text).replace("−", "-")
    if bare.startswith("(") and bare.endswith(")"):  # as accountants write it
        bare = f"-{bare[1:-1]}"
    unit = series.unit.unit
    signs = ["%"] if unit.type is UnitType.PERCENT else []
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
