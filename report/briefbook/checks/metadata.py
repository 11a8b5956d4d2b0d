"""What describes a briefing, its sources and its data is held too: titles, marking, labels, editions.

Such words stand on the cover and under each chart, and a reader takes them for facts. They are held for
values and for names; whatever they say must stand in the sources, or in the data that they describe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from briefbook.errors import Problem, Severity, SourceLocation
from briefbook.evidence.derivations import derive_number
from briefbook.evidence.readings import Evidence
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.support import Assertion, Role
from briefbook.evidence.value_support import unsupported_dates, unsupported_numbers
from briefbook.frozen import dataclass
from briefbook.language.en.common_words import is_common
from briefbook.language.en.date_values import SHORT_MONTHS
from briefbook.language.en.dates import find_dates
from briefbook.language.en.name_forms import equivalents_of, vocabulary
from briefbook.language.en.names import find_names
from briefbook.language.en.stemmer import words_of
from briefbook.model import Briefing, Series, Source
from briefbook.model.locations import within
from briefbook.text import StatementType
from briefbook.values.dates import MONTHS, Date, long_date


@dataclass(frozen=True)
class _Described:
    """A text that describes something, with the words that it may take its values and names from."""

    name: str
    text: str
    supporting: tuple[str, ...]
    place: SourceLocation
    is_own: bool
    """Whether it is of the briefing itself; what sources and data are called is others' work."""
    own_dates: re.Pattern[str] | None = None
    """Words before a date that only this text has: a marking says until when it holds."""
    not_after: Date | None = None
    """The last day of the dates that only this text has: data are of an edition before the briefing's."""


class _Held:
    """The names that a briefing may use of itself, looked up once."""

    def __init__(self, resolved: ResolvedBriefing) -> None:
        self.equivalents = resolved.names
        self.parties = frozenset(f"country:{code}" for code in resolved.briefing.parties)
        self._documents = tuple(document.text for _, document in resolved.briefing.documents)

    @cached_property
    def in_sources(self) -> frozenset[str]:
        return vocabulary(self._documents, self.equivalents).keys

    def missing(self, described: _Described) -> Iterator[tuple[int, str, bool]]:
        """Yield where and what names stand nowhere, and whether each is a country or a known body."""
        for name in find_names(described.text, is_common):
            for part in self.equivalents.parts(described.text, name.words):
                is_known = ":" in part.key
                if not (is_known or (described.is_own and name.is_sure)):
                    continue
                keys = {part.key, part.other}
                # The names of whole documents are read last: most words stand there as they are.
                is_borne = keys & self.parties or self._stands(part.text, described)
                if not (is_borne or keys & self.in_sources):
                    yield part.start, part.text, is_known

    def _stands(self, word: str, described: _Described) -> bool:
        pattern = re.compile(rf"\b{re.escape(word)}", re.IGNORECASE)
        return any(pattern.search(text) for text in described.supporting)


def check_metadata(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each value or name of a description that neither sources nor data have."""
    held = _Held(resolved)
    for described in _described(resolved):
        if described.text:
            yield from _values(described)
            for start, word, is_known in held.missing(described):
                severity = Severity.ERROR if described.is_own and is_known else Severity.WARNING
                yield _problem(described, start, f"the name “{word}”", severity)


def _as_assertion(described: _Described, supporting: tuple[str, ...]) -> Assertion:
    return Assertion(
        described.name, "", StatementType.JUDGEMENT, (described.text,), supporting, (), described.place,
        role=Role.METADATA,
    )  # fmt: skip


_LONG, _NEAR = 100_000, 200
"""Letters of a text that is read around a number's own words first, and how far around them."""


def _around(text: str, described: str) -> str:
    """Return what of a long text stands around the figures of a description, wherever they stand in it."""
    figures = {match[0] for match in re.finditer(r"\d[\d.,]*", described)}
    places = (m.start() for f in figures for m in re.finditer(rf"(?<![\d.,]){re.escape(f)}", text))
    pieces = (text[max(0, at - _NEAR) : at + _NEAR].split() for at in islice(places, 100))
    # The first and the last word of a piece may be torn: 1,979 is not 979.
    return " … ".join(" ".join(piece[1:-1]) for piece in pieces)


def _values(described: _Described) -> Iterator[Problem]:
    assertion = _as_assertion(described, described.supporting)
    if any(len(text) > _LONG for text in described.supporting):
        near = tuple(_around(text, described.text) for text in described.supporting)
        if not any(unsupported_numbers(_as_assertion(described, near), described.text)):
            yield from _dates(described, assertion)
            return
    severity = Severity.ERROR if described.is_own else Severity.WARNING
    evidence = Evidence(described.supporting)
    for number, _ in unsupported_numbers(assertion, described.text):
        words = described.text[number.start : number.end]
        is_own = (words.isalpha() and number.value <= _OWN_COUNT) or _LABEL.search(
            described.text, max(0, number.start - _LABEL_LENGTH), number.start
        )
        if not is_own and not derive_number(number, described.text, evidence):
            yield _problem(described, number.start, f"“{words}”", severity)
    yield from _dates(described, assertion)


def _dates(described: _Described, assertion: Assertion) -> Iterator[Problem]:
    severity = Severity.ERROR if described.is_own else Severity.WARNING
    if described.not_after:
        for own in find_dates(described.text):
            if own.date.first > described.not_after.last:
                words = described.text[own.start : own.end]
                what = f"a date before the briefing’s own edition: “{words}” is after it"
                yield _problem(described, own.start, what, severity)
        return
    for date in unsupported_dates(assertion, described.text):
        words = described.text[date.start : date.end]
        is_own = described.own_dates and described.own_dates.search(described.text[: date.start])
        if not is_own:
            yield _problem(described, date.start, f"the date “{words}”", severity)


_LABEL = re.compile(
    r"\b(?:draft|version|v|rev(?:ision)?|release|edition|vintage|wave|round|table|file|sheet|issue|volume|vol|no|number|annex|part|section|article|"
    r"paragraph|level|category|class|copy|tier)\.?\s?#?$",
    re.IGNORECASE,
)
"""Words behind which a number is a label: “Version 2”."""
_LABEL_LENGTH = 12
_UNTIL = re.compile(
    r"\b(?:until|till|embargo\w*|before|not after|valid\b.*|expires?\b.*|through|declassif\w+\b.*|review\b.*|release on)\b[\s:–-]*(?:the\s)?$",
    re.IGNORECASE,
)
"""Words before a date up to which a marking holds."""
_OWN_COUNT = 12
"""Up to here a number in words may count the briefing's own things: “Three weeks in May”."""


def _problem(described: _Described, start: int, what: str, severity: Severity) -> Problem:
    where = (
        "the sources and the data do not have"
        if described.is_own
        else "what it describes does not have"
    )
    return Problem(
        within(described.text, start, described.place),
        f"{described.name}: {where} {what}",
        "correct it, or leave it out",
        "unsupported-metadata",
        severity=severity,
    )


def _described(resolved: ResolvedBriefing) -> Iterator[_Described]:
    briefing = resolved.briefing
    texts = tuple(document.text for _, document in briefing.documents)
    data = tuple(word for series in briefing.series for word in _words_of(series))
    whole = (*resolved.evidence.everything, *texts, *data)
    for name in ("title", "short_title", "topic", "notice_label"):
        yield _Described(name, getattr(briefing, name), whole, briefing.place, is_own=True)
    yield _marking(briefing, whole)
    for exhibit in briefing.exhibits:
        for period in exhibit.shares.periods if exhibit.shares else ():
            yield _Described(
                f"period of {exhibit.id}",
                period.label,
                (*whole, f"{period.first}–{period.last}"),
                exhibit.place,
                is_own=True,
            )
    for source in briefing.sources:
        words = _about(briefing, source)
        for text in (source.title, source.short):
            yield _Described(f"source {source.id}", text, words, source.place, is_own=False)
        about = f"quality of source {source.id}"
        yield _Described(about, source.quality, (*words, source.title), source.place, is_own=True)
    for series in briefing.series:
        words = (*_words_of(series), *texts)
        yield _Described(f"series {series.id}", series.title, words, series.place, is_own=False)
        own = (*_words_of(series, with_edition=False), series.title, *texts)
        about = f"edition of series {series.id}"
        yield _Described(
            about, series.edition, own, series.place, is_own=True, not_after=briefing.edition
        )


def _marking(briefing: Briefing, whole: tuple[str, ...]) -> _Described:
    """Return a marking: whoever makes the briefing, and for whom, it may name too."""
    of_it = (briefing.prepared_by, briefing.prepared_for, briefing.organisation, *briefing.authors)
    text = _BY.sub(
        lambda match: match[0].replace(match["who"], match["who"].title()), briefing.marking
    )
    text = _LOUD.sub(lambda match: _in_small(match[0]), _TO_WHOM.sub(" ", text))
    return _Described("marking", text, (*whole, *of_it), briefing.place, is_own=True, own_dates=_UNTIL)  # fmt: skip


_BY = re.compile(r"\bBY (?:THE )?(?P<who>[A-Z][A-Z ]+?)(?=\s(?:IN|ON|AT|UNTIL)\b|,|$|\s\d)")
_LOUD = re.compile(r"\b[A-Z]{2,}\b")
_TO_WHOM = re.compile(
    r"\b(?:for|rel|releasable|distribution|only) (?:to )?(?:the )?[^.;,–—]*", re.IGNORECASE
)
"""Whom a marking lets read: an instruction, and no fact."""


def _in_small(word: str) -> str:
    """Return the name of a country, a body or a month in capitals as a name is written; another word in small letters."""
    names = equivalents_of(())
    if word.title() in MONTHS or word.title() in SHORT_MONTHS:
        return word.title()
    for form in (word, word.title()):
        if any(":" in part.key for part in names.parts(form, words_of(form))):
            return form
    return word.lower()


def _about(briefing: Briefing, source: Source) -> tuple[str, ...]:
    """Return what may support a source's title: its text, its publisher, and its own dates."""
    dates = tuple(long_date(date) for date in (source.date, source.accessed) if date)
    document = briefing.texts.get(source.id)
    return (
        document.text if document else "",
        source.publisher,
        source.date_note,
        source.url,
        *dates,
    )


def _words_of(series: Series, *, with_edition: bool = True) -> tuple[str, ...]:
    """Return what data say of themselves: publisher, edition, unit, and their dates or categories."""
    labels = tuple(
        long_date(point.at) if isinstance(point.at, Date) else str(point.at)
        for point in series.points
    )
    years = [point.at.first.year for point in series.points if isinstance(point.at, Date)]
    span = (f"{min(years)}–{max(years)}",) if years else ()
    return (
        series.publisher,
        series.column,
        *((series.edition,) if with_edition else ()),
        str(series.prices or ""),
        series.measure,
        *labels,
        *span,
    )
