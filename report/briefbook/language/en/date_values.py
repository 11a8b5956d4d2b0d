"""What the forms of dates say, as EDTF: a function for each sort of form, from its match.

Names of groups are those of `date_rules`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefbook.language.en.numerals import ordinal_word
from briefbook.values.dates import MONTHS
from briefbook.values.day import edtf_year

Spanned = tuple[int, int, str]
"""Start, end, EDTF."""
Build = Callable[[re.Match[str]], str | tuple[Spanned, ...]]

SHORT_MONTHS = tuple(name[:3] for name in MONTHS)
DAY_WORDS = tuple(map(ordinal_word, range(1, 32)))
COUNTS = {word: number for number, word in enumerate(DAY_WORDS[:4], 1)}
COUNTS |= {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 4, "final": 4, "latter": 2}


def month_number(name: str) -> int:
    """Return the number of a month, 1 to 12, from its name or abbreviation."""
    return SHORT_MONTHS.index(name[:3].capitalize()) + 1


def day_number(day: str) -> int:
    """Return the number of a day from its figures or its word: 3, third."""
    return int(day) if day.isdecimal() else DAY_WORDS.index(day.lower()) + 1


def edtf(year: str, month: str = "", day: str = "") -> str:
    """Return a date as EDTF from its words: 44 BC is -0043, since 1 BC is 0000."""
    number = int(re.sub(r"\D", "", year))
    text = edtf_year(1 - number if "B" in year else number)
    if month:
        text += f"-{month_number(month):02}"
    if day:
        text += f"-{day_number(day):02}"
    return text


def full_year(digits: str, before: str = "") -> str:
    """Complete a short year: 2001–2 and 2001–02 both end in 2002; FY05 is 2005, FY98 1998."""
    if before:
        return before[: 4 - len(digits)] + digits
    return ("19" if int(digits) > 49 else "20") + digits  # noqa: PLR2004  the usual pivot


def date(m: re.Match[str]) -> str:
    """A day of a month of a year."""
    return edtf(m["y"], m["m"], m["d"] or m["w"])


def _ends(m: re.Match[str]) -> tuple[str, str]:
    """Two days of one month, two months, or two days of two months, of one year."""
    said = m.groupdict()
    first = edtf(m["y"], m["m"], said.get("d") or "")
    return first, edtf(m["y"], said.get("m2") or m["m"], said.get("d2") or "")


def span(m: re.Match[str]) -> str:
    """From a day or month to another of the same year."""
    return "/".join(_ends(m))


def two(m: re.Match[str]) -> str | tuple[Spanned, ...]:
    """Two days or months: days in a row are one stretch, others two dates."""
    first, second = _ends(m)
    if "m2" not in m.re.groupindex and int(m["d2"]) == int(m["d"]) + 1 and "or" not in m["and"]:
        return f"{first}/{second}"
    return (m.start(), m.start("and"), first), (m.end("and"), m.end(), second)


def listed_days(m: re.Match[str]) -> tuple[Spanned, ...]:
    """Three or more days of one month: each a date of its own, unless they are in a row."""
    days = [int(day) for day in re.findall(r"\d+", m["list"])]
    if days == list(range(days[0], days[0] + len(days))):
        first, last = (edtf(m["y"], m["m"], str(day)) for day in (days[0], days[-1]))
        return ((m.start(), m.end(), f"{first}/{last}"),)
    at = m.start("list")
    return tuple(
        (at + day.start(), at + day.end(), edtf(m["y"], m["m"], day[0]))
        for day in re.finditer(r"\d+", m["list"])
    )


def numeric(m: re.Match[str]) -> str:
    """Day and month in figures: both readings where both are months."""
    a, b = int(m["a"]), int(m["b"])
    year = m["y"] if len(m["y"]) == len("2013") else full_year(m["y"])
    readings = [
        f"{year}-{month:02}-{day:02}"
        for month, day in sorted({(a, b), (b, a)})
        if 1 <= month <= 12 and 1 <= day <= 31  # noqa: PLR2004  the calendar
    ]
    return readings[0] if len(readings) == 1 else f"[{', '.join(readings)}]"


_LAST_CENTURY = 190


def long(m: re.Match[str]) -> str:
    """Return a decade, or the century that "the 1700s" are; the 2000s are a decade, as most write."""
    is_century = m["y"].endswith("0") and int(m["y"]) <= _LAST_CENTURY
    return f"{m['y'][:2]}XX" if is_century else f"{m['y']}X"


def parted(m: re.Match[str], whole: str) -> str:
    """Return a date with "early", "mid" or "late" where the text has one."""
    return f"{m['q'].lower()} {whole}" if m["q"] else whole


def both_parts(m: re.Match[str]) -> tuple[Spanned, ...]:
    """Return the two parts of a year: its middle and its end, of “mid- to late-2005”."""
    year = edtf(m["y"])
    first = (*m.span("q1"), f"{m['q1'].lower()} {year}")
    return first, (m.start("q"), m.end(), parted(m, year))


def season(m: re.Match[str]) -> str:
    """Return the season of a year."""
    season = {"spr": 21, "sum": 22, "aut": 23, "fal": 23, "win": 24}[m["s"][:3].lower()]
    return f"{edtf(m['y'])}-{season}"


def half_of_long(m: re.Match[str]) -> str:
    """Return the early or late part of a decade or century: its first half, its second."""
    whole = long(m) if m["y"] else century(m)
    return f"{'early' if COUNTS[m['n'].lower()] == 1 else 'late'} {whole}"


def century(m: re.Match[str]) -> str:
    """Return a century from its figures or its word: 18XX for the nineteenth."""
    number = day_number(m["c"] or m["w"])
    return f"{'-' if 'B' in (m.groupdict().get('era') or '') else ''}{number - 1:02}XX"


def end_part(m: re.Match[str]) -> str:
    """Return the part of a year that words such as "the end of" name."""
    return (
        f"{ {'e': 'late', 'c': 'late', 'm': 'mid'}.get(m['p'][0].lower(), 'early') } {edtf(m['y'])}"
    )


def rising(match: re.Match[str]) -> str:
    """Return a span of years as EDTF; a slip such as 2017/17 is none."""
    first, last = match["y"], full_year(match["e"] or match["f"], match["y"])
    return f"{first}/{last}" if first < last else ""
