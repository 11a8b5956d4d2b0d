"""What no number or date covers: stray digits, months without a year, paragraphs that are named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.checks.context import Context
from briefbook.errors import Problem
from briefbook.evidence.relative_dates import months_told
from briefbook.evidence.support import Assertion
from briefbook.evidence.value_support import LOCATOR, without_computed
from briefbook.language.en.dates import find_dates, find_days
from briefbook.language.en.digits import is_written_out
from briefbook.language.en.numbers import find_numbers
from briefbook.model.locations import within
from briefbook.values.dates import MONTHS, Precision

_DIGITS = re.compile(r"(?<![\w\0])\w*\d[\w]*(?:[./,–-]\w*\d\w*)*")
"""A word with digits: `2016/17`, `C-130`, `FY2018`."""
_BARE_MONTH = re.compile(
    r"\b(?:(?:in|since|until|till|from|to|through|by|before|after|and|of|between|during|each|every"
    r"|that|this|same|following|next|previous|last|early|late) |mid-)"
    rf"({'|'.join(MONTHS)})\b"
)
"""A month behind a word that a month may follow: `closed that October`, `by mid-July`; no verb “may”."""
_RAISED_UNIT = re.compile(
    r"(?<=\d\s)(?:[kcm]?m|mi|ft)[²³](?!\w)|(?<=\d)(?:[kcm]?m|mi|ft)[²³](?!\w)"
)
_NUMBERS = r"\d+(?:(?:, | and |–|-| to )\d+)*"
_PARAGRAPHS = re.compile(rf"\bparagraphs? ({_NUMBERS})", re.IGNORECASE)
_LOCATOR = re.compile(rf"{LOCATOR}{_NUMBERS}", re.IGNORECASE)


_SEVERAL_OF = re.compile(r"\b(?P<one>[A-Z]+-\d+)s$")
"""F-16s, of “F-16 aircraft”"""
_AGE_GROUP = re.compile(r"\b(?:over|under)[- ]\d{1,2}s$")
"""“the under-26s” are those under 26"""


def check_leftover_tokens(assertion: Assertion, context: Context) -> Iterator[Problem]:
    """Yield a problem for each stray digit, bare month and paragraph that nothing bears."""
    if assertion.is_name:
        return
    known = _paragraphs(assertion) if assertion.quotes else context.quoted_paragraphs
    for text in assertion.texts:
        yield from _check_stray(assertion, text)
        yield from _check_months(assertion, text)
        yield from _check_paragraphs(assertion, text, known)


def _paragraphs(assertion: Assertion) -> frozenset[int]:
    """Return the numbers of the paragraphs that an assertion is quoted from."""
    return frozenset(quote.paragraph for quote in assertion.quotes if quote.paragraph is not None)


def _check_stray(assertion: Assertion, text: str) -> Iterator[Problem]:
    """Digits that are read as no value must stand in the evidence as they are."""
    if not any(map(str.isnumeric, text)):
        return
    rest = _LOCATOR.sub(lambda match: "\0" * len(match[0]), without_computed(assertion, text))
    said = assertion.supporting
    loose = [m for m in _numeric_words(rest) if not any(m[0] in words for words in said)]
    if not loose:  # in most texts
        return
    spans = [(n.start, n.end) for n in find_numbers(rest)]
    spans += _dated(rest)
    spans += [match.span() for match in _RAISED_UNIT.finditer(rest)]  # held with its number
    for match in loose:
        digits = (at for at in range(match.start(), match.end()) if rest[at].isnumeric())
        if all(any(start <= at < end for start, end in spans) for at in digits):
            continue
        if is_written_out(match[0], said):
            continue
        several = _SEVERAL_OF.search(text[: match.end()])
        if several and any(several["one"] in words for words in assertion.supporting):
            continue
        if _AGE_GROUP.search(text[: match.end()]) and any(
            n.value == int(match[0][:-1])
            for words in assertion.supporting
            for n in find_numbers(words)
        ):
            continue
        yield Problem(
            within(text, match.start(), assertion.place),
            f"{assertion.name}: nothing in its evidence supports “{match[0]}”",
            "it is neither a number nor a date that can be read; write it as the source does",
            "unsupported-value",
            assertion.statement,
        )


def _numeric_words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words with digits; of other signs for numbers (④, Ⅳ, ½, 四, ٤), the stretches that they make."""
    yield from _DIGITS.finditer(text)
    if not text.isascii():
        signs = "".join({c for c in text if c.isnumeric() and not c.isdecimal()})
        yield from re.finditer(f"[{re.escape(signs)}]+", text) if signs else ()


def _check_months(assertion: Assertion, text: str) -> Iterator[Problem]:
    """A month without a year is one of those that the evidence names."""
    matches = list(_BARE_MONTH.finditer(text))
    if not matches:
        return
    spans = _dated(text)
    dates = [found.date for words in assertion.supporting for found in find_dates(words)]
    exact = (Precision.DAY, Precision.MONTH, Precision.DAYS, Precision.MONTHS)
    said = {
        MONTHS[d.month - 1]
        for date in dates
        if date.precision in exact
        for d in (date.first, date.last)
    }
    said |= {
        month
        for month in MONTHS
        for words in assertion.supporting
        if month in words and re.search(rf"\b{month}\b", words)
    }
    dated = {MONTHS.index(name) + 1 for name in said}
    said |= {MONTHS[month - 1] for month in months_told(assertion.supporting, dated)}
    for match in matches:
        start = match.start(1)
        if match[1] in said or any(first <= start < last for first, last in spans):
            continue
        if not said and not assertion.is_factual:
            continue  # of a definition: "October to September"
        has = ", ".join(month for month in MONTHS if month in said) or "none"
        yield Problem(
            within(text, start, assertion.place),
            f"{assertion.name}: nothing in its evidence supports the month “{match[1]}”",
            f"the evidence has: {has}",
            "unsupported-value",
            assertion.statement,
        )


def _check_paragraphs(assertion: Assertion, text: str, known: frozenset[int]) -> Iterator[Problem]:
    """A paragraph that running text names is one that its evidence is quoted from, or names itself."""
    for match in _PARAGRAPHS.finditer(text):
        if any(match[0].lower() in words.lower() for words in assertion.supporting):
            continue  # of another document: “the report’s paragraph 4.16”
        for number in re.finditer(r"\d+", match[1]):
            if int(number[0]) in known:
                continue
            has = ", ".join(map(str, sorted(known))) or "none"
            yield Problem(
                within(text, match.start(1) + number.start(), assertion.place),
                f"{assertion.name}: nothing in its evidence is quoted from paragraph {number[0]}",
                f"it is quoted from: {has}",
                "paragraph",
                assertion.statement,
            )


def _dated(text: str) -> list[tuple[int, int]]:
    """Return where the dates, and the days without a year, of a text stand."""
    return [
        *((found.start, found.end) for found in find_dates(text)),
        *((found.start, found.end) for found in find_days(text)),
    ]
