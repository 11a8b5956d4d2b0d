"""The dates of a table's first column, in all the forms that spreadsheets and statistical offices write.

A form with one reading is read cell by cell (2015-03, Q1 2015, 1 Mar 2015, 2015M03). 01/02/2015 has
two, so that the whole column decides: 13/02/2015 beside it leaves only the day first. With points the
day stands first in every language of CLDR 47 that puts the year last. What stays open, or has
a year of two figures, is a problem that says what to write; it is never the name of a category.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from briefbook.errors import Problem
from briefbook.frozen import dataclass
from briefbook.model.evidence import DateOrder, Series, SeriesPoint
from briefbook.model.table_cells import Cell
from briefbook.values.dates import MONTHS, Date, long_date, parse_date, short_date
from briefbook.values.day import year_name

_NAMES = "|".join([*MONTHS, "Sept", *(name[:3] for name in MONTHS)])
_MONTH = rf"(?P<name>{_NAMES})\.?"
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_SUB = {"Q": 32, "H": 39}
"""What EDTF adds to the number of a quarter or half."""


def _forms(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


_PLAIN = _forms(
    rf"{_YEAR}[-\s/.]?(?P<sort>[QH])(?P<part>\d)",  # 2015-Q1, 2015Q1, 2015 H2
    rf"(?P<sort>[QH])(?P<part>\d)[-\s/.]*{_YEAR}",  # Q1 2015, Q1/2015
    rf"(?P<part>\d)(?P<sort>[QH])[-\s/.]*{_YEAR}",  # 1Q2015
    rf"{_MONTH}[-\s/.,]*{_YEAR}",  # Mar 2015, March, 2015
    rf"{_YEAR}[-\s/.]*{_MONTH}",  # 2015-Mar
    rf"{_DAY}[-\s/.]*{_MONTH}[-\s/.,]*{_YEAR}",  # 1 Mar 2015, 01-Mar-2015
    rf"{_MONTH}[-\s/.]*{_DAY}(?:,\s*|[-\s/.]+){_YEAR}",  # March 1, 2015
    rf"{_YEAR}[-\s]?M(?P<month>\d\d)",  # 2015M03
    rf"(?P<month>\d{{1,2}})[-/.]{_YEAR}",  # 03/2015
    rf"{_YEAR}[-/](?P<month>\d{{1,2}})",  # 2015/03, 2015-3
    rf"{_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})\.?",  # 2015/03/01
)
"""Forms with one reading, beside EDTF."""
_MIDNIGHT = re.compile(r"[T\s]+0?0:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?$")
"""As programs write a day."""
_TWO_YEARS = re.compile(r"(?:FY\s?)?(\d{4})([/–-])(\d\d|\d{4})", re.IGNORECASE)
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})\.?")
_FISCAL = re.compile(r"(?:FY|fiscal(?: year)?)[\s-]?(\d{4})", re.IGNORECASE)

_SHORT_YEAR = _forms(
    rf"(?:{_NAMES})\.?[-\s/.]*['’]?\d{{1,2}}",  # Jan-15, May '15
    rf"\d{{1,2}}\.?[-\s/.]*(?:{_NAMES})\.?",  # 15-Jan
    rf"\d{{1,2}}[-\s/.]*(?:{_NAMES})\.?[-\s/.,]*['’]?\d\d",  # 1-Jan-15
    r"\d{1,2}([-/.])\d{1,2}\1\d\d",  # 01/02/15
    r"[QH]\d[-\s/.]*['’]?\d\d",  # Q1 15
    r"\d[QH][-\s/.]*['’]?\d\d",  # 1Q15
    r"FY\s?['’]?\d\d(?:/\d\d)?",  # FY15
)
_WEEK = _forms(r"\d{4}[-\s]?W\d{1,2}")
_NO_DAY = _forms(r"\d{4}-\d\d(?:-\d\d)?", r"\d{4}/\d{1,2}/\d{1,2}")
_DECIMAL = _forms(r"\d{4}\.\d{1,2}")
_CODE = _forms(r"(?:1[89]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])?")
_WRITE_WHOLE = (
    "write 2015-01 for a month, 2015-01-31 for a day, 2015-Q1 for a quarter, in the whole column; "
    "in a spreadsheet, give it the format yyyy-mm or yyyy-mm-dd and save again"
)
_FAULTS = (
    (
        _SHORT_YEAR,
        "has no year of four figures",
        _WRITE_WHOLE,
    ),
    (
        _WEEK,
        "is a week",
        "write the day on which each week begins, in the whole column: 2015-01-26",
    ),
    (
        _NO_DAY,
        "is no date of the calendar",
        "write 2015-03 for a month, 2015-03-31 for a day, and names of categories in words",
    ),
    (_DECIMAL, "may be a month or a part of a year", "write 2015-03 for a month, or whole years"),
    (
        _CODE,
        "may be a date or a code",
        "write dates as 2015-01 or 2015-01-31, and codes with a word: HS 200911",
    ),
    (
        (_FISCAL,),
        "is a fiscal year, and the series does not say so",
        "say in which month its years begin: calendar: fiscal from October",
    ),
)
"""What looks like a date and is none that can be read: its forms, what is wrong with it, what to write."""


@dataclass(frozen=True)
class DateColumn:
    """How all dates of a column are read."""

    is_fiscal: bool = False
    """Whether 2015/16 is the fiscal year 2016."""
    order: DateOrder | None = None
    """Whether the day or the month stands first in 01/02/2015."""
    has_months: bool = False
    """Whether 2011-12 is a month, as its neighbours are, and not two years."""

    def date(self, text: str) -> Date | None:
        """Return the date that a cell says; None for other words."""
        return _date(text, self.is_fiscal, self.order, self.has_months)


@lru_cache(maxsize=1 << 12)
def _date(text: str, is_fiscal: bool, order: DateOrder | None, has_months: bool) -> Date | None:  # noqa: FBT001  what is found again by name is found more slowly
    """Return the date that a cell says: columns of one file have the same ones."""
    text = _MIDNIGHT.sub("", text)
    if not has_months and (years := _two_years(text)):
        first, last = years
        return _parsed(str(last) if is_fiscal else f"{first}/{last}")
    if is_fiscal and (match := _FISCAL.fullmatch(text)):
        return _parsed(match[1])
    if _NUMERIC.fullmatch(text):
        return _in_order(text, order) if order else None
    if re.fullmatch(r"\d{1,3}", text):
        text = f"{int(text):04}"
    return _parsed(text) or next(
        filter(None, (_plain(form.fullmatch(text)) for form in _PLAIN)), None
    )


def is_named(point: SeriesPoint, name: int | str) -> bool:
    """Tell whether a year, a date in any form of a first column, or a label names a point."""
    if isinstance(name, int):
        return point.label == year_name(name)
    date, at = DateColumn().date(name), point.at
    return name == point.label or (
        date is not None
        and isinstance(at, Date)
        and (date.first, date.last, date.precision) == (at.first, at.last, at.precision)
    )


def date_column(cells: Iterable[Cell], series: Series, problems: list[Problem]) -> DateColumn:
    """Return how the dates of a series' first column are read, as all of its cells together leave it."""
    each = [(cell, _MIDNIGHT.sub("", cell.text)) for cell in cells]
    found = DateColumn(
        series.is_fiscal, _order(each, series, problems), _has_months(each, problems)
    )
    if not problems:
        problems += _faults(each, found)
    return found


def _problem(cell: Cell, message: str, hint: str) -> Problem:
    return Problem(cell.place, f"“{cell.text}” {message}", hint, rule="series-file")


def _parsed(text: str) -> Date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _plain(match: re.Match[str] | None) -> Date | None:
    """Return the date of a form with one reading."""
    if match is None:
        return None
    said = match.groupdict()
    month = said.get("month")
    if sort := said.get("sort"):
        number = int(said["part"])
        is_one = 1 <= number <= (4 if sort.upper() == "Q" else 2)
        month = str(_SUB[sort.upper()] + number) if is_one else "99"
    if name := said.get("name"):
        month = str([known[:3] for known in MONTHS].index(name[:3].capitalize()) + 1)
    parts = (said["year"], month, said.get("day"))
    if "sort" not in said and int(month or 0) > len(MONTHS):
        return None
    return _parsed(
        "-".join(f"{int(part):02}" if n else part for n, part in enumerate(parts) if part)
    )


def _two_years(text: str) -> tuple[int, int] | None:
    """Return the years of 2015/16; None for other words."""
    match = _TWO_YEARS.fullmatch(text)
    if not match:
        return None
    first, last = int(match[1]), match[3]
    return (first, first + 1) if str(first + 1).endswith(last) else None


# ── What only the whole column tells ─────────────────────────────────────────────────────────────


_SPAN = re.compile(r"(\d{4})[-/](\d\d)")


def _span(text: str) -> tuple[int, int]:
    """Return the years that 2001-05 stands for, if it stands for years: 2001 and 2005."""
    first, last = int(text[:4]), int(text[5:])
    end = first - first % 100 + last
    return first, end if end > first else end + 100


def _spans(cells: list[tuple[Cell, str]]) -> list[tuple[Cell, str]]:
    """Return the cells of a column that are spans of years end to end: 2001-05, 2006-10."""
    if len(cells) < _LEAST_SPANS or not all(_SPAN.fullmatch(text) for _, text in cells):
        return []
    each = [_span(text) for _, text in cells]
    is_row = all(one[1] + 1 == two[0] for one, two in pairwise(each))
    return cells if is_row and any(last > first + 1 for first, last in each) else []


_LEAST_SPANS = 2


def _has_months(cells: list[tuple[Cell, str]], problems: list[Problem]) -> bool:
    """Tell whether 2011-12 is December 2011: where a neighbour can be a month alone."""
    forms = [(cell, text) for cell, text in cells if re.fullmatch(r"\d{4}[-/]\d\d", text)]
    if spans := _spans(cells):
        cell, text = spans[0]
        first, last = _span(text)
        month = _parsed(text.replace("/", "-"))
        also = f"{long_date(month)}, and as its neighbours are " if month else ""
        said = f"may be {also}the years {first} to {last}"
        written = f"{first}/{last}" + (f", or {short_date(month)}" if month else "")
        problems.append(_problem(cell, said, f"write {written}, in the whole column"))
        return False
    monthly = [(cell, text) for cell, text in forms if 1 <= int(text[5:]) <= len(MONTHS)]
    if any(not _two_years(text) for _, text in monthly):
        return True
    month = _parsed(monthly[0][1]) if len(forms) == len(monthly) == 1 else None
    if month:  # 2011/12 is none of EDTF's
        cell, text = monthly[0]
        years = text.replace("-", "/")
        said = f"may be {long_date(month)}, or the years {years}"
        problems.append(_problem(cell, said, f"write {short_date(month)}, or {years}"))
    return False


def _in_order(text: str, order: DateOrder) -> Date | None:
    match = _NUMERIC.fullmatch(text)
    if match is None:
        return None
    one, two = int(match[1]), int(match[3])
    day, month = (one, two) if order is DateOrder.DAY_FIRST else (two, one)
    return _parsed(f"{match[4]}-{month:02}-{day:02}") if 1 <= month <= len(MONTHS) else None


def _order(
    cells: list[tuple[Cell, str]], series: Series, problems: list[Problem]
) -> DateOrder | None:
    """Return in which order day and month stand: as declared, or the one that fits every cell."""
    open_ = [(cell, text) for cell, text in cells if _NUMERIC.fullmatch(text)]
    if not open_:
        return series.dates
    orders = [series.dates] if series.dates else list(DateOrder)
    fits = [o for o in orders if all(_in_order(text, o) for _, text in open_)]
    if not fits:
        problems.append(_no_order(open_, orders))
        return orders[0]
    if len(fits) == 1 or all("." in text for _, text in open_):
        return fits[0]
    for cell, text in open_:
        one, two = _in_order(text, fits[0]), _in_order(text, fits[1])
        if one and two and one != two:
            hint = (
                "say which stands first in the series: dates: day-first, or dates: month-first; "
                f"or write {one.edtf} or {two.edtf}"
            )
            said = f"may be {long_date(one)} or {long_date(two)}, and no other row decides"
            problems.append(_problem(cell, said, hint))
            break
    return fits[0]


def _no_order(cells: list[tuple[Cell, str]], orders: list[DateOrder]) -> Problem:
    """Return the problem of a column that no order fits."""
    wrong = [next(at for at in cells if not _in_order(at[1], order)) for order in orders]
    hint = "write days as 2015-02-01, year, month and day, in the whole column"
    (cell, text), (other, _) = wrong[0], wrong[-1]
    if len(orders) == 1:
        return _problem(cell, f"is no date, and the series says dates: {orders[0]}", hint)
    if not any(_in_order(text, order) for order in orders):
        return _problem(cell, "is no date", hint)
    first = f"“{other.text}” ({other.place})"
    return _problem(cell, f"has the month before the day, and {first} after it", hint)


# ── What looks like a date and cannot be read ────────────────────────────────────────────────────


def _faults(cells: list[tuple[Cell, str]], column: DateColumn) -> Iterator[Problem]:
    """Yield the first cell of each fault, if most of the column are dates or look like them."""
    found: dict[str, tuple[Cell, str]] = {}
    dates = 0
    for cell, text in cells:
        if column.date(text):
            dates += 1
        elif fault := _fault(text):
            dates += 1
            found.setdefault(fault[0], (cell, fault[1]))
    if found and 2 * dates > len(cells):
        for message, (cell, hint) in found.items():
            yield _problem(cell, message, hint)
    elif not dates and _is_foreign([text for _, text in cells]):
        hint = "write 2015-01 for a month, 2015-01-31 for a day, in the whole column"
        yield _problem(cells[0][0], "is a date in another language", hint)


def _fault(text: str) -> tuple[str, str] | None:
    return next(
        ((said, hint) for forms, said, hint in _FAULTS if any(f.fullmatch(text) for f in forms)),
        None,
    )


_WORD_AND_YEAR = re.compile(r"(?:\d{1,2}\.?[-\s]*)?([^\W\d_]{3,12})\.?[-\s/.]*['’]?(?:\d\d|\d{4})")
_LANGUAGES = "cs da de es fi fr hu id it nb nl pl pt ro ru sv tr uk"


def _is_foreign(texts: list[str]) -> bool:
    """Tell whether all texts are months and years in one of the languages that Excel is used in most."""
    words = {match and _folded(match[1]) for match in map(_WORD_AND_YEAR.fullmatch, texts)}
    return len(words) > 1 and None not in words and words <= _foreign_months()


def _folded(word: str) -> str:
    """Return a word in small letters without accents."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def _foreign_months() -> frozenset[str]:
    """Return the names of months by CLDR, long and short, and those that Excel writes besides."""
    from briefbook.localization import month_names

    names = {"mrz"}
    for language in _LANGUAGES.split():
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                names |= {_folded(name) for name in month_names(language, width, context)}
    return frozenset(names)
