"""What happened first: “before”, “after”, “once” and “two days later” keep the order of the source's dates.

The two halves of a statement are each looked for in the clauses of the evidence; where both are found, with
dates, the earlier one must be the one that the statement puts first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.support import Assertion, factual_texts
from briefbook.frozen import dataclass
from briefbook.language.en.clauses import clear_best, sentences_of, shared
from briefbook.language.en.dates import find_dates, find_days
from briefbook.language.en.name_forms import Equivalents
from briefbook.language.en.names import find_names
from briefbook.language.en.sentences import NO_END
from briefbook.language.en.stemmer import content_stems, content_words
from briefbook.model.locations import within
from briefbook.values.dates import MONTHS, Date

_TIMES = r"(?:days?|weeks?|months?|years?)"
_SPLIT = re.compile(
    r"\b(?P<before>before(?!\s*[,.;])|until|prior to|ahead of|preceded)\b|"
    r"\b(?P<after>(?:only )?after(?!\s*[,.;]| which\b| (?:1\d|20)\d\d\b)|once|(?<!the\s)following|having(?= already)|upon)\b|(?P<awaits>(?:ha[sd]|have) to (?:await|wait for)|awaited)\b|"
    rf"(?:,| and|;) (?P<then>(?:and )?(?:only )?(?:then|after which|whereupon|(?:[\w-]+ ){{1,2}}{_TIMES} (?:later|afterwards)|afterwards|thereafter|eventually|subsequently))\b",
    re.IGNORECASE,
)
_IN_ORDER = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<early>[^.;:]*?\b(?:had|was|were) already\b[^.;]{3,80}?)\b(?:when|by the time)\b(?P<late>.+)",
        r"(?P<early>[^.;:,]*?\bhad (?!not\b|never\b|no\b|to\b|yet\b|the\b|an?\b)[^.;,]{3,80}?)\b(?:when|by the time)\b(?P<late>.+)",
        r"(?:when|by the time) (?P<late>[^.,;:]{5,100}), (?P<early>[^.;]*?\bhad (?!not\b|never\b|no\b|to\b|yet\b|the\b|an?\b).+)",
        r"(?P<early>[^.;:]{5,120}?(?<!\bthe)(?<!\bat)(?<!\bits)(?<!\btheir) first)[;:,]\s(?P<late>.+)",
        rf"(?P<early>[^;]{{5,160}});\s(?P<late>[^;]{{5,100}}?\bfollowed\b[^;,]{{0,30}} {_TIMES} later\b.*)",
        r"(?P<late>[^;]{10,160})[;,] (?:and |but |although )?(?P<early>[^;,]{3,60}?\bhad (?:initially|at first|originally|earlier|previously|already)\b.+)",
    )
)
"""Sentences that say what came first: “had already … when”, “… came first; …”, “…; it had initially …”."""
_SENTENCE = re.compile(rf"{NO_END}(?<!\b[A-Z]\.[A-Z])[.;!?]\s+|,\s+and\s+(?=in \d{{4}})")


_Day = tuple[int, int, int]
_Span = tuple[_Day, _Day]


@dataclass(frozen=True)
class _Event:
    """A stretch of evidence between two dates, with the day on which it happened, as a number that orders."""

    day: _Day
    """Where it may begin, at the earliest."""
    end: _Day
    """Where it may end at the latest: a year alone is any day of it."""
    stems: frozenset[str]
    words: str


def check_event_order(assertion: Assertion, context: Context) -> Iterator[Problem]:
    """Yield a warning for each statement that turns the order of two dated events round."""
    for text in factual_texts(assertion):
        yield from _check(assertion, text)
        yield from _check_side(assertion, text)
        yield from _check_by(assertion, text)
        yield from _check_countries(assertion, text, context.names)


_SIDE = re.compile(
    r"\b(?P<side>before|after|prior to|following)\s(?P<what>(?:the\s|its\s|their\s|an?\s|any\s)?[\w’'-]+(?:\s[\w’'-]+){0,3})",
    re.IGNORECASE,
)
_AFTER = ("after", "following")


def _check_side(assertion: Assertion, text: str) -> Iterator[Problem]:
    """“after work has begun” of a source that says “before work begins”, of the same thing that happened."""
    for told in _SIDE.finditer(text):
        what = _what(told)
        there = [
            m for said in assertion.supporting for m in _SIDE.finditer(said) if what & _what(m)
        ]
        sides = {m["side"].lower() in _AFTER for m in there}
        if there and sides == {told["side"].lower() not in _AFTER} and not _IS_DENIED.search(text):
            how = f"source says “{there[0][0]}”, statement says “{told[0]}”"
            yield _turned(assertion, text, told.start(), how)
            return


def _what(side: re.Match[str]) -> frozenset[str]:
    """Return the first word of what happened, by which it is known again."""
    return frozenset(word.stem for word in content_words(side["what"])[:1])


_SOONER = re.compile(r"\b(?:before|earlier than|sooner than|ahead of)\b", re.IGNORECASE)
_PART = re.compile(r"[.;:]\s|,\s(?:and|while|whereas|but)\s")


def _check_countries(assertion: Assertion, text: str, names: Equivalents) -> Iterator[Problem]:
    """“British ships call before American ones” of American ones from 2023 and British ones from 2026."""
    told = _SOONER.search(text)
    first, second = (
        (_country_in(text[: told.start()], names), _country_in(text[told.end() :], names))
        if told
        else ("", "")
    )
    if told is None or not first or not second or first == second:
        return
    days: dict[str, list[_Day]] = {}
    for part in (part for said in assertion.supporting for part in _PART.split(said)):
        dates = find_dates(part)
        if dates and (country := _country_in(part, names)):
            days.setdefault(country, []).append(_span(dates[0].date)[0])
    if first in days and second in days and min(days[first]) > max(days[second]):
        how = f"source dates what is said to be first at {min(days[first])[0]}, and the other at {max(days[second])[0]}"
        yield _turned(assertion, text, told.start(), how)


def _country_in(text: str, names: Equivalents) -> str:
    """Return the key of the first country or city that a text names; empty for none."""
    parts = (part for name in find_names(text) for part in names.parts(text, name.words))
    return next((part.key for part in parts if part.key.startswith(("country:", "city:"))), "")


_BY_YEAR = re.compile(r"\bby (?:the end of )?(?P<year>(?:1\d|20)\d\d)\b")


def _check_by(assertion: Assertion, text: str) -> Iterator[Problem]:
    """“most of it was over by 2020” of a source that tells of that year only what came after it."""
    for told in _BY_YEAR.finditer(text):
        year = told["year"]
        there = [m for said in assertion.supporting for m in re.finditer(rf"(\w+)\s{year}\b", said)]
        if there and all(m[1].lower() in ("after", "since") for m in there):
            how = f"source says “{there[0][0]}”, statement says “{told[0]}”"
            yield _turned(assertion, text, told.start(), how)
            return


_IS_DENIED = re.compile(r"\b(?:not|never|no|nobody|none|until|only)\b|n[’']t\b", re.IGNORECASE)


def _check(assertion: Assertion, text: str) -> Iterator[Problem]:
    halves = _halves(text)
    if not halves:
        return
    events = tuple(_events(assertion))
    early, late = _best(halves.early, halves.late, events), _best(halves.late, halves.early, events)
    if early and late and early != late and early.day > late.end:
        how = f"in the source, “{late.words}” comes before “{early.words}”"
        yield _turned(assertion, text, halves.at, how)
        return
    sentences = sentences_of(assertion.supporting)
    for at, said in enumerate(sentences):
        others = [content_stems(one) for one in (*sentences[:at], *sentences[at + 1 :])]
        if (other := _halves(said)) and _are_turned(halves, other, others):
            how = f"in the source, it is the other way round: “{_shown(said)}”"
            yield _turned(assertion, text, halves.at, how)
            return


def _turned(assertion: Assertion, text: str, at: int, how: str) -> Problem:
    return Problem(
        within(text, at, assertion.place), f"{assertion.name}: {how}",
        "tell the events in their order, or quote the passage that has it",
        "order-turned", assertion.statement, Severity.WARNING,
    )  # fmt: skip


@dataclass(frozen=True)
class _Halves:
    """What a text tells as earlier, and as later, and where the word stands that says so."""

    early: str
    late: str
    at: int


@lru_cache(maxsize=4096)
def _halves(text: str) -> _Halves | None:
    for pattern in _IN_ORDER:
        match = pattern.match(text)
        if match and not _SPLIT.search(match["late"]):
            return _Halves(match["early"], match["late"], match.start("early"))
    matches = list(_SPLIT.finditer(text))
    if len(matches) != 1 or _LATER.search(text[: matches[0].start()]):
        return None
    (match,) = matches
    first, second = text[: match.start()], text[match.end() :]
    if match["before"] and _NEVER.search(first):
        return None
    if match["after"] and (turned := _INVERTED.match(second)) and _BEGINS.search(first):
        # “Only after it had closed did the town …”
        second, first = turned["early"], turned["late"]
    elif not first.strip() or _LENGTH.fullmatch(first):
        # “Before it closed, …”, “Two years after it closed, …”
        second, comma, first = second.partition(", ")
        # “Until the war was over, no envoy came” says that one came then
        if not comma or (match["before"] and _NEVER.search(first)):
            return None
    elif match["after"] and ", " in second:
        # “had, two years after its peak, broken up”
        second, _, rest = second.partition(", ")
        first = f"{first} {rest}"
    return _Halves(
        *((second, first) if match["after"] or match["awaits"] else (first, second)), match.start()
    )


_INVERTED = re.compile(
    r"(?P<early>[^.,;:]{5,160}?)\s(?:did|was|were|is|are|has|have|would|could|can|will)\s(?P<late>.+)"
)
_NEVER = re.compile(r"\b(?:not|no|never|nobody|none|nothing)\b|n[’']t\b", re.IGNORECASE)
"""What was not done before another thing may have been done after it, or not at all."""
_BEGINS = re.compile(r"(?:^|[:;,]\s)$")
_CLEARLY = 2
_OWN = 2
"""How many words of a half must be told by the other one of the source, and how many more than by the same."""


def _are_turned(told: _Halves, said: _Halves, others: list[frozenset[str]]) -> bool:
    """Tell whether each half of a statement is the other one of a sentence of the source, and no other sentence tells it as well."""
    early, late = content_stems(told.early), content_stems(told.late)
    first, second = content_stems(said.early), content_stems(said.late)
    early, late, first, second = early - late, late - early, first - second, second - first
    turned = shared(early, second), shared(late, first)
    straight = shared(early, first) + shared(late, second)
    if min(turned) == 0 or sum(turned) < max(_OWN, straight + _CLEARLY):
        return False
    return not any(
        shared(half, stems) >= most
        for half, most in zip((early, late), turned, strict=True)
        for stems in others
    )


def _shown(text: str) -> str:
    return " ".join(text.split()[:_TOLD])


_LATER = re.compile(
    r"\b(?:days?|weeks?|months?|years?) later\b|\bwithin\b[^,;]{3,30}\bof\b", re.IGNORECASE
)
"""Where one half tells two events itself: “closed, and reopened ten days later, once …”."""
_LENGTH = re.compile(
    r"\s*(?:(?:on|in|by)\s[\w ]{2,20}(?:,\s\d{4})?,\s)?(?:[\w-]+\s){1,4}(?:days?|weeks?|months?|years?|decades?)\s*",
    re.IGNORECASE,
)


def _best(half: str, other: str, events: tuple[_Event, ...]) -> _Event | None:
    """Return the event that half of a statement tells: the one of its date, or that shares most of what is its own."""
    own = content_stems(half) - content_stems(other)
    common = frozenset.intersection(*(event.stems for event in events)) if events else frozenset()
    dates = [_span(found.date) for found in find_dates(half)]
    dated = [e for e in events if len(dates) == 1 and dates[0][0] <= e.day and e.end <= dates[0][1]]
    if len(dated) == 1 and shared(own, dated[0].stems):
        return dated[0]
    return clear_best((shared(own, event.stems - common), event) for event in events)


def _events(assertion: Assertion) -> Iterator[_Event]:
    """Yield what the evidence dates: a sentence, or its part around each date where it has several.

    What has no date and is told as later than the sentence before it stands a day behind that one; what “had already”
    happened stands a day before. A day without its year may lie in the year told last, and in that of its document.
    """
    told_before = {quote.text: quote.year for quote in assertion.quotes}
    texts = [(told_before.get(text), _SENTENCE.split(text)) for text in assertion.supporting]
    is_dated = any(find_dates(one) for _, sentences in texts for one in sentences)
    last: _Span | None = None if is_dated else (_UNDATED, _UNDATED)
    for year, sentences in texts:
        years = [year] if year else []
        if last and last != (_UNDATED, _UNDATED):
            years.append(last[1][0])
        for sentence in sentences:
            before, last = last, None
            for part in _parts(sentence):
                when = _when(part, years, last or before)
                if not when and last and _EARLIER.search(part):
                    when = _shifted(last, -1)
                elif not when and before and (before[0] == _UNDATED or _SOON.search(part)):
                    when = _shifted(before, int(_SOON.search(part) is not None))
                if when:
                    last, years = last or when, [when[1][0]] if when[1][0] else years
                    yield _Event(*when, content_stems(part), " ".join(part.split()[:_TOLD]))
            last = last or before


def _shifted(span: _Span, days: int) -> _Span:
    first, end = span
    return (*first[:2], first[2] + days), (*end[:2], end[2] + days)


def _span(date: Date) -> _Span:
    first, end = date.first, date.last
    return (first.year, first.month, first.day), (end.year, end.month, end.day)


def _when(part: str, years: list[int], before: _Span | None) -> _Span | None:
    """Return when a part of the evidence happened; a day or a month without its year lies in one of some years.

    Where that would be before what is told before it, it may be a year later too.
    """
    for found in find_dates(part):
        return _span(found.date)
    days = find_days(part)
    month = None if days else _MONTH.search(part)
    if not years or not (days or month):
        return None
    at = (MONTHS.index(month["name"]) + 1, 0) if month else (days[0].month, days[0].day)
    first, end = (min(years), *at), (max(years), at[0], at[1] or _LAST_DAY)
    may_be_next = before and before[0] > end and not _THAT_YEAR.search(part)
    return first, (end[0] + 1, *end[1:]) if may_be_next else end


_LAST_DAY = 31
_MONTH = re.compile(
    rf"\b(?:[Ii]n|[Bb]y|[Dd]uring|of|[Ss]ince|[Ll]ate|[Ee]arly|mid-?)\s?(?P<name>{'|'.join(MONTHS)})\b"
)
_THAT_YEAR = re.compile(r"\b(?:that|the same) year\b")
_UNDATED = (0, 0, 0)
_SOON = re.compile(
    r"\b(?:[\w-]+ (?:days?|weeks?|months?|years?) later|soon after(?:wards)?|shortly after(?:wards)?|afterwards|thereafter|subsequently)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\bhad (?:already|earlier|previously)\b")
_TOLD = 14
"""Words by which a message tells what is meant."""
_AND = re.compile(r"\s+and\s+|,\s+(?=and\b|but\b)|\s+(?=but\b|while\b)")


def _parts(sentence: str) -> list[str]:
    """Return the parts of a sentence around its dates; what has none belongs to the part before it."""
    parts: list[str] = []
    for part in _AND.split(sentence):
        is_dated = bool(find_dates(part) or find_days(part) or _EARLIER.search(part))
        if parts and not (is_dated and (find_dates(parts[-1]) or find_days(parts[-1]))):
            parts[-1] += f" and {part}"
        else:
            parts.append(part)
    return parts
