"""What happened first: “before”, “after”, “once” and “two days later” keep the order of the source's dates.

The two halves of a statement are each looked for in the clauses of the evidence; where both are found, with
dates, the earlier one must be the one that the statement puts first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.checks.context import Context
from briefbook.errors import Problem, Severity
from briefbook.evidence.derivations import evidence_of
from briefbook.evidence.support import Assertion, factual_texts
from briefbook.frozen import dataclass
from briefbook.language.en.clauses import clear_best, shared
from briefbook.language.en.dates import find_dates, find_days
from briefbook.language.en.sentences import NO_END
from briefbook.language.en.stemmer import content_stems, content_words
from briefbook.model.locations import within

_SPLIT = re.compile(
    r"\b(?P<before>before|until|prior to|ahead of)\b|"
    r"\b(?P<after>(?:only )?after|once|following|having(?= already)|upon)\b|"
    r"(?:,| and|;) (?P<then>(?:and )?(?:then|\w+ (?:days?|weeks?|months?|years?) later|afterwards|thereafter))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(rf"{NO_END}(?<!\b[A-Z]\.[A-Z])[.;!?]\s+|,\s+and\s+(?=in \d{{4}})")


@dataclass(frozen=True)
class _Event:
    """A stretch of evidence between two dates, with the day on which it happened, as a number that orders."""

    day: tuple[int, int, int]
    stems: frozenset[str]
    words: str


def check_event_order(assertion: Assertion, _: Context) -> Iterator[Problem]:
    """Yield a warning for each statement that turns the order of two dated events round."""
    for text in factual_texts(assertion):
        yield from _check(assertion, text)
        yield from _check_side(assertion, text)


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
            yield Problem(
                within(text, told.start(), assertion.place),
                f"{assertion.name}: source says “{there[0][0]}”, statement says “{told[0]}”",
                "tell the events in their order, or quote the passage that has it",
                "order-turned", assertion.statement, Severity.WARNING,
            )  # fmt: skip
            return


def _what(side: re.Match[str]) -> frozenset[str]:
    """Return the first word of what happened, by which it is known again."""
    return frozenset(word.stem for word in content_words(side["what"])[:1])


_IS_DENIED = re.compile(r"\b(?:not|never|no|nobody|none|until|only)\b|n[’']t\b", re.IGNORECASE)


def _check(assertion: Assertion, text: str) -> Iterator[Problem]:
    match = _SPLIT.search(text)
    if not match or _LATER.search(text[: match.start()]):
        return
    first, second = text[: match.start()], text[match.end() :]
    if not first.strip() or _LENGTH.fullmatch(
        first
    ):  # “Before it closed, …”, “Two years after it closed, …”
        second, comma, first = second.partition(", ")
        if not comma:
            return
    if match["after"]:
        first, second = second, first
    events = tuple(_events(assertion))
    early, late = _best(first, second, events), _best(second, first, events)
    if early and late and early != late and early.day > late.day:
        yield Problem(
            within(text, match.start(), assertion.place),
            f"{assertion.name}: in the source, “{late.words}” comes before “{early.words}”",
            "tell the events in their order, or quote the passage that has it",
            "order-turned", assertion.statement, Severity.WARNING,
        )  # fmt: skip


_LATER = re.compile(r"\b(?:days?|weeks?|months?|years?) later\b", re.IGNORECASE)
"""Where one half tells two events itself: “closed, and reopened ten days later, once …”."""
_LENGTH = re.compile(
    r"\s*(?:[\w-]+\s){1,4}(?:days?|weeks?|months?|years?|decades?)\s*", re.IGNORECASE
)


def _best(half: str, other: str, events: tuple[_Event, ...]) -> _Event | None:
    """Return the event that half of a statement tells: the one that shares most of what is its own."""
    own = content_stems(half) - content_stems(other)
    common = frozenset.intersection(*(event.stems for event in events)) if events else frozenset()
    return clear_best((shared(own, event.stems - common), event) for event in events)


def _events(assertion: Assertion) -> Iterator[_Event]:
    """Yield what the evidence dates: a sentence, or its part around each date where it has several."""
    evidence = evidence_of(assertion)
    for text in assertion.supporting:
        for sentence in _SENTENCE.split(text):
            for part in _parts(sentence):
                dates = [found.date.first for found in find_dates(part)]
                days = [
                    d.first
                    for day in find_days(part)
                    for d in evidence.days
                    if (d.first.month, d.first.day) == (day.month, day.day)
                ]
                when = (*dates, *days)
                if when:
                    day = (when[0].year, when[0].month, when[0].day)
                    stems = content_stems(part)
                    yield _Event(day, stems, " ".join(part.split()[:_TOLD]))


_TOLD = 14
"""Words by which a message tells what is meant."""
_AND = re.compile(r"\s+and\s+|,\s+(?=and\b|but\b)|\s+(?=but\b|while\b)")


def _parts(sentence: str) -> Iterator[str]:
    dated = [*find_dates(sentence), *find_days(sentence)]
    parts = _AND.split(sentence)
    if len(dated) > 1 and len(parts) > 1 and all(find_dates(p) or find_days(p) for p in parts):
        yield from parts
    else:
        yield sentence
