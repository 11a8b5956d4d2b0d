"""The forms that dates take in English official prose, from the most specific to the least.

Each rule is a pattern and a function from its match to the dates in it, as EDTF. A form with the
words "and" or "or" may hold two dates ("March 12 and 14, 1999"); then each has its own span.

Names of groups: y year, m month, d day; 2 for the second of a pair; q "early", "mid" or "late".
Years below 1000 and from 2100 on are dates only beside a month, an era (44 BC, AD 14), or a word
such as "in" or "by" where the sentence goes on without a thing that is counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefbook.language.en.no_years import CLAUSE_GOES_ON, NO_NUMBER, NO_UNIT
from briefbook.language.en.numerals import ordinal_word
from briefbook.values.dates import MONTHS
from briefbook.values.day import edtf_year

Spanned = tuple[int, int, str]
"""Start, end, EDTF."""
Build = Callable[[re.Match[str]], str | tuple[Spanned, ...]]

SHORT_MONTHS = tuple(name[:3] for name in MONTHS)
_SHORTENED = ("Sept", *(name for name in SHORT_MONTHS if name not in MONTHS))
NAMES = "|".join(
    [
        *(name for full in MONTHS for name in (full, full.upper())),
        *(rf"{name}\b\.?" for short in _SHORTENED for name in (short, short.upper())),
    ]
)
_MONTH, _MONTH2 = rf"(?P<m>{NAMES})", rf"(?P<m2>{NAMES})"
_BC = r"(?:BCE?|B\.\s?C\.(?:\s?E\.)?)(?!\w)"
_ERA = rf"(?:{_BC}|(?:AD|A\.\s?D\.|CE|C\.\s?E\.)(?!\w))"
_AGE = (
    # In “2010 BC Hydro” BC is a province.
    rf"(?:(?:AD|A\.\s?D\.)\s\d{{1,4}}|(?!(?:1[5-9]|20)\d\d\sBC\s[A-Z])\d{{1,4}}\s?{_ERA}"
    rf"|(?:\d\d?,\d\d\d|\d{{5}})\s?{_BC}|[12]\d\d\d)"
)
_YEAR, _YEAR2 = rf"(?P<y>{_AGE})", rf"(?P<y2>{_AGE})"
"""A year beside a month, a season or the like, which leave no doubt: 1992, 2150, 44 BC, AD 14."""
_PLAIN = r"(?P<y>1\d\d\d|20\d\d)"
"""A year that may stand alone; a number such as 2,500 written 2500 is none."""
_DAY = r"(?<!\d)(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"
_DAY_WORDS = tuple(map(ordinal_word, range(1, 32)))
_DAY_WORD = "|".join(reversed(_DAY_WORDS))
_DAY2 = r"(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?"
_LIST = r"(?P<list>[0-3]?\d(?:st|nd|rd|th)?(?:,\s[0-3]?\d(?:st|nd|rd|th)?){1,4},?\sand\s[0-3]?\d(?:st|nd|rd|th)?)(?!\d)"
_DASH = r"\s?[-–—]\s?"
_UNTIL = r"(?:\s?[-–—]\s?|\s(?:to|through|thru|until|till)\s)(?:the\s)?"
_AND = r"(?P<and>\s(?:and|or|&)\s|,\s(?:and\s)?)(?:the\s)?"
_S = r"(?:,\s?|\s)"
_SHORT_YEAR = r"['’‘](?P<y>\d\d)(?!\d|s\b)"  # ’94
_THEN_YEAR = rf"\s?{_S}(?:of\s)?{_YEAR}(?!\d)"
_PART = r"(?:(?P<q>[Ee]arly|[Mm]id|[Ll]ate)(?:\s(?:in\s)?|-)(?:the\s)?)"
_FISCAL = r"(?:FYs?\s?|[Ff]iscal\s[Yy]ears?\s)"
_COUNTS = {word: number for number, word in enumerate(_DAY_WORDS[:4], 1)}
_COUNTS |= {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 4, "final": 4, "latter": 2}
_COUNT = f"(?P<n>{'|'.join(_COUNTS)})"
_CENTURY = (  # 19th, nineteenth; “the first century of independence” has no date
    r"(?:(?<!\d)(?P<c>\d\d?)(?:st|nd|rd|th)"
    rf"|\b(?P<w>(?i:{'|'.join(reversed(_DAY_WORDS[9:22]))})))"
)
_CENTURY_OF_ERA = rf"(?:(?<!\d)(?P<c>\d\d?)(?:st|nd|rd|th)|\b(?P<w>(?i:{_DAY_WORD})))[\s-]century\s(?P<era>{_ERA})"


def month_number(name: str) -> int:
    """Return the number of a month, 1 to 12, from its name or abbreviation."""
    return SHORT_MONTHS.index(name[:3].capitalize()) + 1


def day_number(day: str) -> int:
    """Return the number of a day from its figures or its word: 3, third."""
    return int(day) if day.isdecimal() else _DAY_WORDS.index(day.lower()) + 1


def _edtf(year: str, month: str = "", day: str = "") -> str:
    """Return a date as EDTF from its words: 44 BC is -0043, since 1 BC is 0000."""
    number = int(re.sub(r"\D", "", year))
    text = edtf_year(1 - number if "B" in year else number)
    if month:
        text += f"-{month_number(month):02}"
    if day:
        text += f"-{day_number(day):02}"
    return text


def _full_year(digits: str, before: str = "") -> str:
    """Complete a short year: 2001–2 and 2001–02 both end in 2002; FY05 is 2005, FY98 1998."""
    if before:
        return before[: 4 - len(digits)] + digits
    return ("19" if int(digits) > 49 else "20") + digits  # noqa: PLR2004  the usual pivot


def _date(m: re.Match[str]) -> str:
    """A day of a month of a year."""
    return _edtf(m["y"], m["m"], m["d"] or m["w"])


def _ends(m: re.Match[str]) -> tuple[str, str]:
    """Two days of one month, two months, or two days of two months, of one year."""
    said = m.groupdict()
    first = _edtf(m["y"], m["m"], said.get("d") or "")
    return first, _edtf(m["y"], said.get("m2") or m["m"], said.get("d2") or "")


def _span(m: re.Match[str]) -> str:
    """From a day or month to another of the same year."""
    return "/".join(_ends(m))


def _two(m: re.Match[str]) -> str | tuple[Spanned, ...]:
    """Two days or months: days in a row are one stretch, others two dates."""
    first, second = _ends(m)
    if "m2" not in m.re.groupindex and int(m["d2"]) == int(m["d"]) + 1 and "or" not in m["and"]:
        return f"{first}/{second}"
    return (m.start(), m.start("and"), first), (m.end("and"), m.end(), second)


def _listed_days(m: re.Match[str]) -> tuple[Spanned, ...]:
    """Three or more days of one month: each a date of its own, unless they are in a row."""
    days = [int(day) for day in re.findall(r"\d+", m["list"])]
    if days == list(range(days[0], days[0] + len(days))):
        first, last = (_edtf(m["y"], m["m"], str(day)) for day in (days[0], days[-1]))
        return ((m.start(), m.end(), f"{first}/{last}"),)
    at = m.start("list")
    return tuple(
        (at + day.start(), at + day.end(), _edtf(m["y"], m["m"], day[0]))
        for day in re.finditer(r"\d+", m["list"])
    )


def _numeric(m: re.Match[str]) -> str:
    """Day and month in figures: both readings where both are months."""
    a, b = int(m["a"]), int(m["b"])
    year = m["y"] if len(m["y"]) == len("2013") else _full_year(m["y"])
    readings = [
        f"{year}-{month:02}-{day:02}"
        for month, day in sorted({(a, b), (b, a)})
        if 1 <= month <= 12 and 1 <= day <= 31  # noqa: PLR2004  the calendar
    ]
    return readings[0] if len(readings) == 1 else f"[{', '.join(readings)}]"


def _parted(m: re.Match[str], date: str) -> str:
    return f"{m['q'].lower()} {date}" if m["q"] else date


def _season(m: re.Match[str]) -> str:
    season = {"spr": 21, "sum": 22, "aut": 23, "fal": 23, "win": 24}[m["s"][:3].lower()]
    return f"{_edtf(m['y'])}-{season}"


def _half_of_long(m: re.Match[str]) -> str:
    date = f"{m['y']}X" if m["y"] else _century(m)
    return f"{'early' if _COUNTS[m['n'].lower()] == 1 else 'late'} {date}"


def _century(m: re.Match[str]) -> str:
    number = day_number(m["c"] or m["w"])
    return f"{'-' if 'B' in (m.groupdict().get('era') or '') else ''}{number - 1:02}XX"


def _end_part(m: re.Match[str]) -> str:
    return f"{ {'e': 'late', 'c': 'late', 'm': 'mid'}.get(m['p'][0].lower(), 'early') } {_edtf(m['y'])}"


_Rule = tuple[re.Pattern[str], Build]


def _rule(pattern: str, build: Build) -> _Rule:
    return re.compile(pattern, re.ASCII), build


_RANGES: tuple[_Rule, ...] = (
    # July 26-27, 2005
    _rule(rf"\b{_MONTH}\s?{_DAY}{_UNTIL}{_DAY2}{_THEN_YEAR}", _span),
    # July 30 - August 2, 2005
    _rule(rf"\b{_MONTH}\s{_DAY}{_UNTIL}{_MONTH2}\s{_DAY2}{_THEN_YEAR}", _span),
    # 17-18 June, 2008
    _rule(rf"\b{_DAY}{_UNTIL}{_DAY2}\s(?:of\s)?{_MONTH}{_THEN_YEAR}", _span),
    # 30 July – 2 August 2005
    _rule(rf"\b{_DAY}\s{_MONTH}{_UNTIL}{_DAY2}\s{_MONTH2}{_THEN_YEAR}", _span),
    # between March 3 and May 6, 1999; between 3 March and 6 May 1999; between March and May 1999
    _rule(rf"(?<=\b[Bb]etween\s){_MONTH}\s{_DAY}\sand\s{_MONTH2}\s{_DAY2}{_THEN_YEAR}", _span),
    _rule(rf"(?<=\b[Bb]etween\s){_DAY}\s{_MONTH}\sand\s{_DAY2}\s{_MONTH2}{_THEN_YEAR}", _span),
    _rule(rf"(?<=\b[Bb]etween\s){_MONTH}\sand\s{_MONTH2}{_THEN_YEAR}", _span),
    # March 12, 13 and 16, 1999; 12, 13 and 16 March 1999
    _rule(rf"\b{_MONTH}\s{_LIST}{_THEN_YEAR}", _listed_days),
    _rule(rf"(?<!\d){_LIST}\s(?:of\s)?{_MONTH}{_THEN_YEAR}", _listed_days),
    # March 12 and 14, 1999; 12 and 14 March 1999
    _rule(rf"\b{_MONTH}\s{_DAY}{_AND}{_DAY2}(?!\d){_THEN_YEAR}", _two),
    _rule(rf"\b{_DAY}{_AND}{_DAY2}\s(?:of\s)?{_MONTH}{_THEN_YEAR}", _two),
    # March 12 and April 4, 1999; 12 March and 4 April 1999
    _rule(rf"\b{_MONTH}\s{_DAY}{_AND}{_MONTH2}\s{_DAY2}{_THEN_YEAR}", _two),
    _rule(rf"\b{_DAY}\s(?:of\s)?{_MONTH}{_AND}{_DAY2}\s(?:of\s)?{_MONTH2}{_THEN_YEAR}", _two),
    # March–June 1992; March and June 1992
    _rule(rf"\b{_MONTH}{_UNTIL}{_MONTH2}{_THEN_YEAR}", _span),
    _rule(rf"\b{_MONTH}{_AND}{_MONTH2}{_THEN_YEAR}", _two),
)

_MONTH_DAYS: tuple[_Rule, ...] = (
    # February 14, 1992
    _rule(rf"\b{_MONTH}\s?{_DAY}(?!\d){_THEN_YEAR}", _date),
    # 14 February 1992; 14th of February, 1992
    _rule(rf"\b{_DAY}(?:\sday)?[\s-](?:of\s)?{_MONTH}(?:\s?{_S}?(?:of\s)?|-){_YEAR}(?!\d)", _date),
    # the third of May, 1994; May the third, 1994
    _rule(rf"\b(?P<d>{_DAY_WORD})(?:\sday)?\sof\s{_MONTH}{_THEN_YEAR}", _date),
    _rule(rf"\b{_MONTH}\sthe\s(?:{_DAY}|(?P<w>{_DAY_WORD})){_THEN_YEAR}", _date),
    # 25 December 800; December 25, 800
    _rule(rf"\b{_DAY}\s(?:of\s)?{_MONTH}\s(?P<y>\d\d\d){CLAUSE_GOES_ON}", _date),
    _rule(rf"\b{_MONTH}\s{_DAY},\s(?P<y>\d\d\d){CLAUSE_GOES_ON}", _date),
    # 3 May ’94
    _rule(
        rf"\b{_DAY}\s{_MONTH},?\s?{_SHORT_YEAR}",
        lambda m: _edtf(_full_year(m["y"]), m["m"], m["d"]),
    ),
)

_FIGURES: tuple[_Rule, ...] = (
    # 1992-02-14
    _rule(r"(?<![\d-])(?P<y>(?:1[5-9]|2[01])\d\d)-[01]\d-[0-3]\d(?![\d-])", lambda m: m[0]),
    # 05-03-2013, 5/3/2013, 05.03.2013, 5/3/13
    _rule(
        r"(?<![\d./-])(?P<a>[0-3]?\d)(?P<s>[./-])(?P<b>[0-3]?\d)(?P=s)(?P<y>(?:19|2[01])\d\d)(?![\d/-])",
        _numeric,
    ),
    _rule(r"(?<![\d./-])(?P<a>[0-3]?\d)/(?P<b>[0-3]?\d)/(?P<y>\d\d)(?![\d/-])", _numeric),
    # the September 11 attacks, 9/11
    _rule(
        r"\b(?:September|Sept\.?)\s11(?:th)?,?(?=\s(?:terror|attack|event|hijack|tragedy))"
        r"|(?<=[Ee]vents\sof\s)September\s11(?:th)?(?!,?\s\d|\d)|(?<![\d/])9/11(?![\d/])"
        r"|\b11\sSeptember(?=\s(?:terror|attack|event))",
        lambda _: "2001-09-11",
    ),
)

_MONTHS: tuple[_Rule, ...] = (
    # end-June 2021
    _rule(rf"\b[Ee]nd-(?:of-)?{_MONTH}{_THEN_YEAR}", lambda m: f"late {_edtf(m['y'], m['m'])}"),
    # late May 2003; March 1992; November, 2002; August of 2007
    _rule(
        rf"(?:\b{_PART})?\b{_MONTH}(?:{_THEN_YEAR}|-{_YEAR2}(?!\d))",
        lambda m: _parted(m, _edtf(m["y"] or m["y2"], m["m"])),
    ),
    # May ’94, Aug. ’21
    _rule(
        rf"(?:\b{_PART})?\b{_MONTH}\s?{_SHORT_YEAR}",
        lambda m: _parted(m, _edtf(_full_year(m["y"]), m["m"])),
    ),
)

_PARTS: tuple[_Rule, ...] = (
    # spring 2004, the winter of 2004–05
    _rule(
        rf"\b(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s?{_S}(?:of\s)?{_YEAR}"
        r"(?:[-–/]\d\d(?:\d\d)?)?(?!\d)",
        _season,
    ),
    # the third quarter of 2010, Q3 2010, 3Q 2010
    _rule(
        rf"\b{_COUNT}\squarter\s(?:of\s)?(?:the\s)?{_FISCAL}?{_YEAR}(?!\d)",
        lambda m: f"{_edtf(m['y'])}-{32 + _COUNTS[m['n'].lower()]}",
    ),
    _rule(
        rf"\b(?:Q(?P<n>[1-4])|(?P<n2>[1-4])Q)[\s/-]?(?:of\s)?{_FISCAL}?{_YEAR}(?!\d)",
        lambda m: f"{_edtf(m['y'])}-{32 + int(m['n'] or m['n2'])}",
    ),
    # the first half of 2008, H1 2008
    _rule(
        rf"\b{_COUNT}\shalf\sof\s(?:the\s)?{_FISCAL}?{_YEAR}(?!\d|s)",
        lambda m: f"{_edtf(m['y'])}-{39 + min(2, _COUNTS[m['n'].lower()])}",
    ),
    _rule(rf"\bH(?P<n>[12])\s?(?:of\s)?{_YEAR}(?!\d)", lambda m: f"{_edtf(m['y'])}-{39 + int(m['n'])}"),
    # the first half of the 1990s, of the 19th century
    _rule(
        rf"\b{_COUNT}\shalf\sof\sthe\s(?:(?P<y>1\d\d|2[01]\d)0['’]?s|{_CENTURY}[\s-]century)\b",
        _half_of_long,
    ),
    # the AD 800s
    _rule(r"\bAD\s(?P<y>\d{1,2})0s\b", lambda m: f"{int(m['y']):03}X"),
    # early 2000s, mid- to late 1990s; the 1990's, the '90s
    _rule(
        rf"(?:\b(?:(?:[Ee]arly|[Mm]id)-?\s(?:to|and)[\s-])?{_PART})?"
        r"(?<![\d$€£])(?P<y>1\d\d|2[01]\d)0['’]?s\b(?!\s?B\.?C)",
        lambda m: _parted(m, f"{m['y']}X"),
    ),
    _rule(rf"(?:\b{_PART})?(?<!\w)['’‘](?P<y>\d)0s\b", lambda m: _parted(m, f"19{m['y']}X")),
    # the fifth century BC, the 2nd century AD
    _rule(rf"(?:\b{_PART})?{_CENTURY_OF_ERA}", lambda m: _parted(m, _century(m))),
    # the 19th century, late nineteenth century; the 19th and 20th centuries
    _rule(
        rf"(?:\b(?:(?:[Ee]arly|[Mm]id)-?\s(?:to|and)[\s-])?{_PART})?{_CENTURY}[\s-]centur(?:y|ies)\b",
        lambda m: _parted(m, _century(m)),
    ),
    _rule(rf"(?:\b{_PART})?{_CENTURY}(?=\s(?:and|to|or)\s(?:the\s)?(?:early\s|late\s)?[\w-]+\scenturies\b)",
          lambda m: _parted(m, _century(m))),
)  # fmt: skip

_NOT_IN_NUMBER = r"(?<![\d$€£.,/№#])(?<!\d[-–])(?<![A-Za-z]-)"


def _rising(match: re.Match[str]) -> str:
    """Return a span of years as EDTF; a slip such as 2017/17 is none."""
    first, last = match["y"], _full_year(match["e"] or match["f"], match["y"])
    return f"{first}/{last}" if first < last else ""


_YEARS: tuple[_Rule, ...] = (
    # FY05, FY 2005–07
    _rule(
        rf"\bFYs?\s?['’]?(?P<y>\d\d)(?:{_DASH}(?:FY\s?)?['’]?(?P<e>\d\d))?(?!\d)",
        lambda m: _full_year(m["y"]) + (f"/{_full_year(m['e'])}" if m["e"] else ""),
    ),
    # 2001–2, FY1998–2000, 2006 to 2010, 2004/05
    _rule(
        # After “to” only a whole year: “from 68 in 2000 to 32 in 2015” has no years 2000 to 2032.
        rf"{_NOT_IN_NUMBER}\b{_FISCAL}?{_PLAIN}(?:(?:{_DASH}|/)(?:{_FISCAL})?(?P<e>(?:1\d|2[01])\d\d|\d\d?)"
        rf"|\s(?:to|through|until|till)\s(?:{_FISCAL})?(?P<f>(?:1\d|2[01])\d\d))(?![\d-])(?!\.\d|\s?{_BC}(?!\s[A-Z])){NO_UNIT}",
        _rising,
    ),
    # between 1992 and 1997
    _rule(
        rf"(?<=\b[Bb]etween\s)(?:the\syears\s)?{_FISCAL}?{_PLAIN}\sand\s{_FISCAL}?(?P<y2>(?:1\d|2[01])\d\d)(?!\d){NO_UNIT}",
        lambda m: f"{m['y']}/{m['y2']}",
    ),
    # 1991–present
    _rule(
        rf"{_NOT_IN_NUMBER}\b(?:{_MONTH}\s)?{_PLAIN}(?:{_DASH}|\sto\s(?:the\s)?)(?:present|today)\b",
        lambda m: f"{_edtf(m['y'], m['m'] or '')}/..",
    ),
    # constant 2024 US dollars: the year of a price base
    _rule(rf"\b[Cc]onstant {_PLAIN}\b", lambda m: m["y"]),
    # circa 1880
    _rule(rf"\b(?:[Cc]irca|ca?\.)\s?(?P<y>{_AGE}|\d\d\d)(?!\d){NO_UNIT}", lambda m: f"{_edtf(m['y'])}~"),
    # mid-2003, early in 2003; the end of 2003
    _rule(rf"\b{_PART}{_FISCAL}?{_YEAR}(?![\ds]){NO_UNIT}", lambda m: _parted(m, _edtf(m["y"]))),
    # end-2025, year-end 2025, by end 2025
    _rule(
        r"\b(?:(?P<p>[Ee]nd)-(?:of-)?|[Yy]ear-(?P<p2>end)\s|(?<=\b[Bb]y\s)(?P<p3>end)\s(?:of\s)?)"
        rf"{_YEAR}(?![\ds]){NO_UNIT}",
        lambda m: f"late {_edtf(m['y'])}",
    ),
    _rule(
        r"(?<=\bthe\s)(?P<p>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|[Cc]lose)\sof\s"
        rf"{_YEAR}(?![\ds]){NO_UNIT}",
        _end_part,
    ),
    # 44–30 BC, 44 to 30 BC; AD 800–814
    _rule(
        rf"(?<![\d,.])\b(?P<y>\d{{1,5}})(?:{_DASH}|\s(?:to|until)\s|(?<=\b[Bb]etween\s\d\d)\sand\s"
        rf"|(?<=\b[Bb]etween\s\d\d\d)\sand\s)(?P<e>\d{{1,4}}\s?{_ERA})",
        lambda m: f"{_edtf(m['y'] + m['e'].lstrip('0123456789'))}/{_edtf(m['e'])}",
    ),
    _rule(
        rf"\b(?P<y>(?:AD|A\.\s?D\.)\s\d{{1,4}})(?:{_DASH}|\sto\s)(?P<e>\d{{1,4}})(?![\d,.]\d|\d)",
        lambda m: f"{_edtf(m['y'])}/{_edtf(m['e'])}",
    ),
    # 44 BC, AD 750, 750 CE; the year 14; in 800 the town …
    _rule(rf"(?<![\d,.])\b(?P<y>(?=[\d,]{{1,6}}\s?[ABC]|A){_AGE})(?!\d)", lambda m: _edtf(m["y"])),
    _rule(rf"(?<=\b[Tt]he\syear\s)(?P<y>\d{{2,4}}){CLAUSE_GOES_ON}", lambda m: _edtf(m["y"])),
    _rule(
        r"(?:(?<=\b[Ii]n\s)|(?<=\b[Bb]y\s)|(?<=\b[Ss]ince\s)|(?<=\b[Uu]ntil\s)|(?<=\b[Bb]efore\s)"
        rf"|(?<=\b[Aa]fter\s))(?P<y>\d\d\d|2[1-9]\d\d){CLAUSE_GOES_ON}",
        lambda m: _edtf(m["y"]),
    ),
    # by 2150
    _rule(
        r"(?:(?<=\b[Ii]n\s)|(?<=\b[Bb]y\s)|(?<=\b[Uu]ntil\s)|(?<=\b[Bb]eyond\s)|(?<=\b[Tt]hrough\s)"
        rf"|(?<=\b[Bb]efore\s)|(?<=\b[Aa]fter\s))(?P<y>21\d\d)(?![.,]\d|[-–/]?\d){NO_UNIT}",
        lambda m: m["y"],
    ),
    # 2005, FY2005, post-2001
    _rule(
        rf"(?:(?<=post-)|(?<=pre-)|(?<=Post-)|(?<=Pre-)|{_NOT_IN_NUMBER}{NO_NUMBER}(?<!-))\b{_FISCAL}?{_PLAIN}\b"
        rf"(?![.,]\d|[-–/]\d|-strong){NO_UNIT}",
        lambda m: m["y"],
    ),
)  # fmt: skip

RULES: tuple[tuple[re.Pattern[str], tuple[_Rule, ...]], ...] = (
    (re.compile(NAMES), _RANGES + _MONTH_DAYS),
    (re.compile(r"\d[-./]\d|11"), _FIGURES),
    (re.compile(NAMES), _MONTHS),
    (re.compile(r"pring|ummer|utumn|[Ff]all|inter|quart|half|[QH]\d|\dQ|0['’]?s|centur"), _PARTS),
    (re.compile(r"\d"), _YEARS),
)
"""Groups of rules in order, each with what must be there for any of them to match."""
CUED_YEARS = (_YEARS[-3][0], _YEARS[-2][0])
PLAIN_YEARS = (_YEARS[-1][0], _YEARS[1][0], *CUED_YEARS)

DAY_MONTH = re.compile(
    rf"(?<![\d.,])\b{_DAY}(?:\sday)?\s(?:of\s)?{_MONTH}(?![a-z])"
    rf"|\b(?P<dw>{_DAY_WORD})\sof\s(?P<mw>{NAMES})(?![a-z])"
    rf"|\b(?P<mb>{NAMES})\s(?P<db>[0-3]?\d)(?:st|nd|rd|th)?(?![\d,.]?\d)(?!\s?%)",
    re.ASCII,
)
"""A day of the year without a year."""
