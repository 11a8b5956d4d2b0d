"""The forms that dates take in English official prose, from the most specific to the least.

Each rule is a pattern and a function from its match to the dates in it, as EDTF. A form with the
words "and" or "or" may hold two dates ("March 12 and 14, 1999"); then each has its own span.

Names of groups: y year, m month, d day; 2 for the second of a pair; q "early", "mid" or "late".
Years below 1000 and from 2100 on are dates only beside a month, an era (44 BC, AD 14), or a word
such as "in" or "by" where the sentence goes on without a thing that is counted.
"""

from __future__ import annotations

import re
from functools import cached_property

from briefbook.frozen import dataclass
from briefbook.language.en.date_values import (
    COUNTS,
    DAY_WORDS,
    SHORT_MONTHS,
    Build,
    both_parts,
    century,
    date,
    edtf,
    end_part,
    full_year,
    half_of_long,
    listed_days,
    long,
    numeric,
    parted,
    rising,
    season,
    span,
    two,
)
from briefbook.language.en.no_years import CLAUSE_GOES_ON, NO_NUMBER, NO_UNIT, OF_MONEY
from briefbook.values.dates import MONTHS

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
_DAY_WORD = "|".join(reversed(DAY_WORDS))
_DAY2 = r"(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?"
_LIST = r"(?P<list>[0-3]?\d(?:st|nd|rd|th)?(?:,\s[0-3]?\d(?:st|nd|rd|th)?){1,4},?\sand\s[0-3]?\d(?:st|nd|rd|th)?)(?!\d)"
_DASH = r"\s?[-–—]\s?"
_UNTIL = r"(?:\s?[-–—]\s?|\s(?:to|through|thru|until|till)\s)(?:the\s)?"
_AND = r"(?P<and>\s(?:and|or|&)\s|,\s(?:and\s)?)(?:the\s)?"
_S = r"(?:,\s?|\s)"
_SHORT_YEAR = r"['’‘](?P<y>\d\d)(?!\d|s\b)"  # ’94
_THEN_YEAR = rf"\s?{_S}(?:of\s)?{_YEAR}(?!\d)"
_PART = r"(?:(?<!hours\s)(?<!days\s)(?<!weeks\s)(?<!months\s)(?<!years\s)(?P<q>[Ee]arly|[Mm]id|[Ll]ate)(?:\s(?:in\s)?|-)(?:the\s)?)"
"""Part of a year or month; “80 days late in 2016” tells none."""
_FISCAL = r"(?:[FACMS]Ys?\s?|(?:[Ff]isc|[Aa]cadem|[Mm]arket|[Ss]chool|[Cc]rop|[Tt]ax|[Cc]alendar)[a-z]*\s[Yy]ears?\s)"
"""A year that is none of the calendar, or says that it is: FY2012, AY2015–2016, marketing year 2024."""
_COUNT = f"(?P<n>(?i:{'|'.join(COUNTS)}))"
_CENTURY = (  # 19th, nineteenth; “the first century of independence” has no date
    r"(?:(?<!\d)(?P<c>\d\d?)(?:st|nd|rd|th)"
    rf"|\b(?P<w>(?i:{'|'.join(reversed(DAY_WORDS[9:22]))})))"
)
_CENTURY_OF_ERA = rf"(?:(?<!\d)(?P<c>\d\d?)(?:st|nd|rd|th)|\b(?P<w>(?i:{_DAY_WORD})))[\s-]century\s(?P<era>{_ERA})"


@dataclass(frozen=True, eq=False)
class Rule:
    """A form of dates: its pattern, compiled when a text may first have it, and what it builds."""

    source: str
    build: Build
    needs: str = ""
    """Letters without which no text has it."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.source, re.ASCII)


STRETCHES: tuple[Rule, ...] = (
    # July 26-27, 2005
    Rule(rf"\b{_MONTH}\s?{_DAY}{_UNTIL}{_DAY2}{_THEN_YEAR}", span),
    # July 30 - August 2, 2005
    Rule(rf"\b{_MONTH}\s{_DAY}{_UNTIL}{_MONTH2}\s{_DAY2}{_THEN_YEAR}", span),
    # 17-18 June, 2008
    Rule(rf"\b{_DAY}{_UNTIL}{_DAY2}\s(?:of\s)?{_MONTH}{_THEN_YEAR}", span),
    # 30 July – 2 August 2005
    Rule(rf"\b{_DAY}\s{_MONTH}{_UNTIL}{_DAY2}\s{_MONTH2}{_THEN_YEAR}", span),
    # March–June 1992
    Rule(rf"\b{_MONTH}{_UNTIL}{_MONTH2}{_THEN_YEAR}", span),
)

BETWEEN: tuple[Rule, ...] = (
    # between March 3 and May 6, 1999; between 3 March and 6 May 1999; between March and May 1999
    Rule(rf"(?<=\b[Bb]etween\s){_MONTH}\s{_DAY}\sand\s{_MONTH2}\s{_DAY2}{_THEN_YEAR}", span),
    Rule(rf"(?<=\b[Bb]etween\s){_DAY}\s{_MONTH}\sand\s{_DAY2}\s{_MONTH2}{_THEN_YEAR}", span),
    Rule(rf"(?<=\b[Bb]etween\s){_MONTH}\sand\s{_MONTH2}{_THEN_YEAR}", span),
)

LISTS: tuple[Rule, ...] = (
    # March 12, 13 and 16, 1999; 12, 13 and 16 March 1999
    Rule(rf"\b{_MONTH}\s{_LIST}{_THEN_YEAR}", listed_days),
    Rule(rf"(?<!\d){_LIST}\s(?:of\s)?{_MONTH}{_THEN_YEAR}", listed_days),
)

PAIRS: tuple[Rule, ...] = (
    # March 12 and 14, 1999; 12 and 14 March 1999
    Rule(rf"\b{_MONTH}\s{_DAY}{_AND}{_DAY2}(?!\d){_THEN_YEAR}", two),
    Rule(rf"\b{_DAY}{_AND}{_DAY2}\s(?:of\s)?{_MONTH}{_THEN_YEAR}", two),
    # March 12 and April 4, 1999; 12 March and 4 April 1999
    Rule(rf"\b{_MONTH}\s{_DAY}{_AND}{_MONTH2}\s{_DAY2}{_THEN_YEAR}", two),
    Rule(rf"\b{_DAY}\s(?:of\s)?{_MONTH}{_AND}{_DAY2}\s(?:of\s)?{_MONTH2}{_THEN_YEAR}", two),
    # March and June 1992
    Rule(rf"\b{_MONTH}{_AND}{_MONTH2}{_THEN_YEAR}", two),
)

MONTH_DAYS: tuple[Rule, ...] = (
    # February 14, 1992
    Rule(rf"\b{_MONTH}\s?{_DAY}(?!\d){_THEN_YEAR}", date),
    # 14 February 1992; 14th of February, 1992
    Rule(rf"\b{_DAY}(?:\sday)?[\s-](?:of\s)?{_MONTH}(?:\s?{_S}?(?:of\s)?|-){_YEAR}(?!\d)", date),
    # the third of May, 1994; May the third, 1994
    Rule(rf"\b(?P<d>{_DAY_WORD})(?:\sday)?\sof\s{_MONTH}{_THEN_YEAR}", date, "of"),
    Rule(rf"\b{_MONTH}\sthe\s(?:{_DAY}|(?P<w>{_DAY_WORD})){_THEN_YEAR}", date, "the"),
    # 25 December 800; December 25, 800
    Rule(rf"\b{_DAY}\s(?:of\s)?{_MONTH}\s(?P<y>\d\d\d){CLAUSE_GOES_ON}", date),
    Rule(rf"\b{_MONTH}\s{_DAY},\s(?P<y>\d\d\d){CLAUSE_GOES_ON}", date),
    # 3 May ’94
    Rule(
        rf"\b{_DAY}\s{_MONTH},?\s?{_SHORT_YEAR}",
        lambda m: edtf(full_year(m["y"]), m["m"], m["d"]),
    ),
)

FIGURES: tuple[Rule, ...] = (
    # 1992-02-14
    Rule(r"(?<![\d-])(?P<y>(?:1[5-9]|2[01])\d\d)-[01]\d-[0-3]\d(?![\d-])", lambda m: m[0], "-"),
    # 05-03-2013, 5/3/2013, 05.03.2013, 5/3/13
    Rule(
        r"(?<![\d./-])(?P<a>[0-3]?\d)(?P<s>[./-])(?P<b>[0-3]?\d)(?P=s)(?P<y>(?:19|2[01])\d\d)(?![\d/-])",
        numeric,
    ),
    Rule(r"(?<![\d./-])(?P<a>[0-3]?\d)/(?P<b>[0-3]?\d)/(?P<y>\d\d)(?![\d/-])", numeric),
    # the September 11 attacks, 9/11
    Rule(
        r"\b(?:September|Sept\.?)\s11(?:th)?,?(?=\s(?:terror|attack|event|hijack|tragedy))"
        r"|(?<=[Ee]vents\sof\s)September\s11(?:th)?(?!,?\s\d|\d)|(?<![\d/])9/11(?![\d/])"
        r"|\b11\sSeptember(?=\s(?:terror|attack|event))",
        lambda _: "2001-09-11",
        "11",
    ),
)

MONTHS_OF_YEARS: tuple[Rule, ...] = (
    # end-June 2021
    Rule(rf"\b[Ee]nd-(?:of-)?{_MONTH}{_THEN_YEAR}", lambda m: f"late {edtf(m['y'], m['m'])}"),
    # late May 2003; March 1992; November, 2002; August of 2007
    Rule(
        rf"(?:\b{_PART})?\b{_MONTH}(?:{_THEN_YEAR}|-{_YEAR2}(?!\d))",
        lambda m: parted(m, edtf(m["y"] or m["y2"], m["m"])),
    ),
    # May ’94, Aug. ’21
    Rule(
        rf"(?:\b{_PART})?\b{_MONTH}\s?{_SHORT_YEAR}",
        lambda m: parted(m, edtf(full_year(m["y"]), m["m"])),
    ),
)

PARTS: tuple[Rule, ...] = (
    # spring 2004, the winter of 2004–05
    Rule(
        rf"\b(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s?{_S}(?:of\s)?{_YEAR}"
        r"(?:[-–/]\d\d(?:\d\d)?)?(?!\d)",
        season,
    ),
    # the third quarter of 2010, Q3 2010, 3Q 2010
    Rule(
        rf"\b{_COUNT}\s[Qq]uarter\s(?:of\s)?(?:the\s)?{_FISCAL}?{_YEAR}(?!\d)",
        lambda m: f"{edtf(m['y'])}-{32 + COUNTS[m['n'].lower()]}",
        "uarter",
    ),
    Rule(
        rf"\b(?:Q(?P<n>[1-4])|(?P<n2>[1-4])Q)[\s/-]?(?:of\s)?{_FISCAL}?{_YEAR}(?!\d)",
        lambda m: f"{edtf(m['y'])}-{32 + int(m['n'] or m['n2'])}",
        "Q",
    ),
    # the first half of 2008, H1 2008
    Rule(
        rf"\b{_COUNT}\shalf\sof\s(?:the\s)?{_FISCAL}?{_YEAR}(?!\d|s)",
        lambda m: f"{edtf(m['y'])}-{39 + min(2, COUNTS[m['n'].lower()])}",
        "half",
    ),
    Rule(rf"\bH(?P<n>[12])\s?(?:of\s)?{_YEAR}(?!\d)", lambda m: f"{edtf(m['y'])}-{39 + int(m['n'])}", "H"),
    # the first half of the 1990s, of the 19th century
    Rule(
        rf"\b{_COUNT}\shalf\sof\sthe\s(?:(?P<y>1\d\d|2[01]\d)0['’]?s|{_CENTURY}[\s-]century)\b",
        half_of_long,
        "half",
    ),
    # the AD 800s
    Rule(r"\bAD\s(?P<y>\d{1,2})0s\b", lambda m: f"{int(m['y']):03}X", "AD"),
    # early 2000s, mid- to late 1990s; the 1990's, the '90s; the late 1700s
    Rule(
        rf"(?:\b(?:(?:[Ee]arly|[Mm]id)-?\s(?:to|and)[\s-])?{_PART})?"
        r"(?<![\d$€£])(?P<y>1\d\d|2[01]\d)0['’]?s\b(?!\s?B\.?C)",
        lambda m: parted(m, long(m)),
    ),
    Rule(rf"(?:\b{_PART})?(?<!\w)['’‘](?P<y>\d)0s\b", lambda m: parted(m, f"19{m['y']}X"), "0s"),
    # the fifth century BC, the 2nd century AD
    Rule(rf"(?:\b{_PART})?{_CENTURY_OF_ERA}", lambda m: parted(m, century(m)), "century"),
    # the 19th century, late nineteenth century; the 19th and 20th centuries
    Rule(
        rf"(?:\b(?:(?:[Ee]arly|[Mm]id)-?\s(?:to|and)[\s-])?{_PART})?{_CENTURY}[\s-]centur(?:y|ies)\b",
        lambda m: parted(m, century(m)),
        "centur",
    ),
    Rule(rf"(?:\b{_PART})?{_CENTURY}(?=\s(?:and|to|or)\s(?:the\s)?(?:early\s|late\s)?[\w-]+\scenturies\b)",
          lambda m: parted(m, century(m)), "centuries"),
)  # fmt: skip

_NOT_IN_NUMBER = r"(?<![\d$€£.,/№#])(?<!\d[-–])(?<![A-Za-z]-)"


SHORT_FISCAL: tuple[Rule, ...] = (
    # FY05, FY 2005–07
    Rule(
        rf"\bFYs?\s?['’]?(?P<y>\d\d)(?:{_DASH}(?:FY\s?)?['’]?(?P<e>\d\d))?(?!\d)",
        lambda m: full_year(m["y"]) + (f"/{full_year(m['e'])}" if m["e"] else ""),
    ),
)  # fmt: skip

YEAR_RANGES: tuple[Rule, ...] = (
    # 2001–2, FY1998–2000, 2006 to 2010, 2004/05
    Rule(
        # After “to” only a whole year: “from 68 in 2000 to 32 in 2015” has no years 2000 to 2032.
        rf"{_NOT_IN_NUMBER}\b{_FISCAL}?{_PLAIN}(?:(?:{_DASH}|/)(?:{_FISCAL})?(?P<e>(?:1\d|2[01])\d\d|\d\d?)"
        rf"|\s(?:to|through|until|till)\s(?:{_FISCAL})?(?P<f>(?:1\d|2[01])\d\d))(?![\d-])(?!\s?(?:%|per\s?cent))(?!\.\d|\s?{_BC}(?!\s[A-Z])){NO_UNIT}",
        rising,
    ),
)  # fmt: skip

YEAR_PARTS: tuple[Rule, ...] = (
    # between 1992 and 1997
    Rule(
        rf"(?<=\b[Bb]etween\s)(?:the\syears\s)?{_FISCAL}?{_PLAIN}\sand\s{_FISCAL}?(?P<y2>(?:1\d|2[01])\d\d)(?!\d){NO_UNIT}",
        lambda m: f"{m['y']}/{m['y2']}",
        "and",
    ),
    # 1991–present
    Rule(
        rf"{_NOT_IN_NUMBER}\b(?:{_MONTH}\s)?{_PLAIN}(?:{_DASH}|\sto\s(?:the\s)?)(?:present|today)\b",
        lambda m: f"{edtf(m['y'], m['m'] or '')}/..",
    ),
    # constant 2024 US dollars, in 2024 dollars, (2024 dollars): the year of a price base
    Rule(rf"\b[Cc]onstant {_PLAIN}\b", lambda m: m["y"], "onstant"),
    Rule(rf"(?:(?<=\b[Ii]n\s)|(?<=\b[Aa]t\s)|(?<=\()){_PLAIN}(?={OF_MONEY}\b)", lambda m: m["y"]),
    # circa 1880
    Rule(rf"\b(?:[Cc]irca|ca?\.)\s?(?P<y>{_AGE}|\d\d\d)(?!\d){NO_UNIT}", lambda m: f"{edtf(m['y'])}~"),
    # mid- to late-2005: both parts
    Rule(
        rf"\b(?P<q1>[Ee]arly|[Mm]id)-?\s(?:to|and|or)\s(?:in\s)?{_PART}{_YEAR}(?![\ds]){NO_UNIT}",
        both_parts,
    ),
    # mid-2003, early in 2003; the end of 2003
    Rule(rf"\b{_PART}{_FISCAL}?{_YEAR}(?![\ds]){NO_UNIT}", lambda m: parted(m, edtf(m["y"]))),
    # end-2025, year-end 2025, by end 2025
    Rule(
        r"\b(?:(?P<p>[Ee]nd)-(?:of-)?|[Yy]ear-(?P<p2>end)\s|(?<=\b[Bb]y\s)(?P<p3>end)\s(?:of\s)?)"
        rf"{_YEAR}(?![\ds]){NO_UNIT}",
        lambda m: f"late {edtf(m['y'])}",
        "nd",
    ),
    Rule(
        r"(?<=\bthe\s)(?P<p>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|[Cc]lose)\sof\s"
        rf"{_YEAR}(?![\ds]){NO_UNIT}",
        end_part,
        "of",
    ),
)  # fmt: skip

ERAS: tuple[Rule, ...] = (
    # 44–30 BC, 44 to 30 BC; AD 800–814
    Rule(
        rf"(?<![\d,.])\b(?P<y>\d{{1,5}})(?:{_DASH}|\s(?:to|until)\s|(?<=\b[Bb]etween\s\d\d)\sand\s"
        rf"|(?<=\b[Bb]etween\s\d\d\d)\sand\s)(?P<e>\d{{1,4}}\s?{_ERA})",
        lambda m: f"{edtf(m['y'] + m['e'].lstrip('0123456789'))}/{edtf(m['e'])}",
    ),
    Rule(
        rf"\b(?P<y>(?:AD|A\.\s?D\.)\s\d{{1,4}})(?:{_DASH}|\sto\s)(?P<e>\d{{1,4}})(?![\d,.]\d|\d)",
        lambda m: f"{edtf(m['y'])}/{edtf(m['e'])}",
    ),
    # 44 BC, AD 750, 750 CE
    Rule(rf"(?<![\d,.])\b(?P<y>(?=[\d,]{{1,6}}\s?[ABC]|A){_AGE})(?!\d)", lambda m: edtf(m["y"])),
)  # fmt: skip

CUED_YEARS: tuple[Rule, ...] = (
    # the year 14; in 800 the town …
    Rule(rf"(?<=\b[Tt]he\syear\s)(?P<y>\d{{2,4}}){CLAUSE_GOES_ON}", lambda m: edtf(m["y"])),
    Rule(
        r"(?:(?<=\b[Ii]n\s)|(?<=\b[Bb]y\s)|(?<=\b[Ss]ince\s)|(?<=\b[Uu]ntil\s)|(?<=\b[Bb]efore\s)"
        rf"|(?<=\b[Aa]fter\s))(?P<y>\d\d\d|2[1-9]\d\d){CLAUSE_GOES_ON}",
        lambda m: edtf(m["y"]),
    ),
    # by 2150
    Rule(
        r"(?:(?<=\b[Ii]n\s)|(?<=\b[Bb]y\s)|(?<=\b[Uu]ntil\s)|(?<=\b[Bb]eyond\s)|(?<=\b[Tt]hrough\s)"
        rf"|(?<=\b[Bb]efore\s)|(?<=\b[Aa]fter\s))(?P<y>21\d\d)(?![.,]\d|[-–/]?\d){NO_UNIT}",
        lambda m: m["y"],
    ),
)  # fmt: skip

BARE_YEARS: tuple[Rule, ...] = (
    # 2005, FY2005, post-2001
    Rule(
        rf"(?:(?<=post-)|(?<=pre-)|(?<=Post-)|(?<=Pre-)|{_NOT_IN_NUMBER}{NO_NUMBER}(?<!-))\b{_FISCAL}?{_PLAIN}\b"
        rf"(?![.,]\d|[-–/]\d|-strong){NO_UNIT}",
        lambda m: m["y"],
    ),
)  # fmt: skip

DAY_MONTH = re.compile(
    rf"(?<![\d.,])\b{_DAY}(?:\sday)?\s(?:of\s)?{_MONTH}(?![a-z])"
    rf"|\b(?P<dw>{_DAY_WORD})\sof\s(?P<mw>{NAMES})(?![a-z])"
    rf"|\b(?P<mb>{NAMES})\s(?P<db>[0-3]?\d)(?:st|nd|rd|th)?(?![\d,.]?\d)(?!\s?%)",
    re.ASCII,
)
"""A day of the year without a year."""
