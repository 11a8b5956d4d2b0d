"""Rates: the period by which a number is told ("40 trucks a day", "$40 per month", "monthly").

What else it may be told per ("per 1,000 births") is read by `denominators`.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PERIODS = {
    "minute": "per minute", "hour": "hourly", "night": "nightly", "day": "daily",
    "week": "weekly", "fortnight": "fortnightly|bi-?weekly", "month": "monthly", "quarter": "quarterly",
    "year": "yearly|annual(?:ly)?|per annum",
    "other_day": r"(?:every|each)\s(?:other|second|2nd)\sday|every\s(?:two|2)\sdays|on\salternate\sdays",
}  # fmt: skip
"""Words for each; `second` is none of them: “a second bridge”, “every second year”."""
_NO_RATE = r"(?!\s(?:later|ago|ahead|before|after|earlier|early|sooner|late|longer|less|more|apart|out|off|old|long|from\s(?:now|then|today|this|that|\d|the\s(?:day|date|time|start|end))|of|or\s(?:more|so|two|less)|and\s(?:more|a\s(?:half|quarter))|[a-z]+er\sthan)\b)"
"""“a year later” is a time, no rate."""


def _words(period: str, adverbs: str) -> str:
    # “a quarter” is a fraction
    article = "" if period == "quarter" else "an?|"
    return rf"(?:(?:{article}per|each|every)\s{period}\b{_NO_RATE}|(?:{adverbs})\b)"


_SLASHED = {
    "second": "s(?:ec)?", "minute": "min", "hectare": "ha", "square_kilometre": "km[²2]", "square_metre": "m[²2]",
    "cubic_metre": "m[³3]", "person": "(?:capita|cap|person|head)", "kilogram": "kg", "litre": "[Ll]",
    "hour": "h(?:r|our)?", "day": "d(?:ay)?", "week": "w(?:k|eek)", "month": "mo(?:nth)?", "quarter": "q",
    "year": "y(?:r|ear)?",
}  # fmt: skip
"""“1.3 million b/d”, “45 Bcf/y”, “400 bpd”, “5 t/ha”"""


_TIME_BEFORE = re.compile(
    r"\b(?:within|in|over|after|for|half|once|under|of|has|have|had|takes?|took|needs?|gets?|gave|gives?|given|lasts?|lasted|through|during|about|almost|nearly|than|some|just|only|barely|another|spent|spend|wait(?:ed|s)?|late|early|fully|whole)\s$",
    re.IGNORECASE,
)
"""“within a year” is a time, no rate."""
_ANYWHERE = {
    period: re.compile(
        rf"\b{_words(period, adverbs)}"
        + (rf"|(?<=[a-z])/{_SLASHED[period]}(?!\w)" if period in _SLASHED else "")
        # “per person and year”, “the working week”
        + rf"|\bper [a-z]+ and {period}\b|\bworking {period}\b"
        + (r"|\bbpd\b" if period == "day" else ""),
        re.IGNORECASE,
    )
    for period, adverbs in _PERIODS.items()
}
_HINTS = {
    "minute": ("minute", "/min"),
    "day": ("day", "daily", "/d", "bpd"), "other_day": ("day",), "year": ("year", "annu", "/y"), "week": ("week", "/w"),
    "month": ("month", "/mo"), "hour": ("hour", "/h"), "quarter": ("quarter", "/q"), "fortnight": ("fortnight", "week"),
}  # fmt: skip
"""Letters without which no pattern of a period can match: most texts have none of most."""
_ANY_HINT = re.compile("|".join(h for period in _ANYWHERE for h in _HINTS.get(period, (period,))))
_BEHIND = re.compile(
    # “$40 monthly.” and “40 trucks daily in May”, not “$40 monthly payments”
    rf"\s(?:{'|'.join(f'(?P<{period}>{_words(period, adverbs)})' for period, adverbs in _PERIODS.items())})"
    r"(?:(?<!ly)(?<!annual)|(?=\s?[.,;:)”\"]|\s?$|\s(?:in|on|at|from|to|and|or|by|for|since|until|between"
    r"|through|during|across|over|when|before|after|while|under|as|with|is|was|were|are)\b))",
    re.IGNORECASE,
)


_SYMBOL = re.compile(
    rf"\s?[A-Za-z]{{0,5}}/(?:{'|'.join(f'(?P<{period}>{letters})' for period, letters in _SLASHED.items())})(?![\w/])"
)


@lru_cache(maxsize=1024)
def rates_in(text: str) -> dict[str, re.Match[str]]:
    """Return the first words of a text for each period by which it tells something: "daily", "a year"."""
    low = text.lower()
    found = {}
    for period, rate in _ANYWHERE.items() if _ANY_HINT.search(low) else ():
        if any(hint in low for hint in _HINTS.get(period, (period,))):
            matches = (
                m
                for m in rate.finditer(text)
                if not _TIME_BEFORE.search(text[max(0, m.start() - 8) : m.start()])
            )
            if match := next(matches, None):
                found[period] = match
    return found


def rate_behind(text: str, end: int) -> str:
    """Return the period by which what ends at a place is told; empty where no words right behind say it."""
    match = _BEHIND.match(text, end) or _SYMBOL.match(text, end)
    return str(match.lastgroup) if match else ""


def is_period(word: str) -> bool:
    """Tell whether a word names a period: day, week."""
    return word in _PERIODS or word.removesuffix("s") in _PERIODS


def slashed_unit(text: str, start: int) -> tuple[str, int] | None:
    """Return the unit that a slash joins to a number, and where it ends: 2.4 t/ha; none for a period."""
    match = _SYMBOL.match(text, start)
    unit = str(match.lastgroup) if match else ""
    return (unit.replace("_", " "), match.end()) if match and unit not in _PERIODS else None
