"""Words that both documents have: where evidence stands, how old sources are, how sure the authors are."""

from __future__ import annotations

import os
from collections.abc import Iterable

from briefbook.evidence.citations import CitedPassage
from briefbook.frozen import dataclass
from briefbook.localization import quoted, translate, translate_count
from briefbook.model import Briefing, Checks, Confidence, Series, Status
from briefbook.text import Meta
from briefbook.values.dates import long_date
from briefbook.values.day import year_name
from briefbook.values.formatting import measure_words
from briefbook.version import __version__


def numbers_in_words(numbers: Iterable[int]) -> str:
    """Return numbers as a list with ranges: `4–6, 9 and 11`; runs of three or more are joined."""
    ordered = sorted(set(numbers))
    runs: list[list[int]] = []
    for number in ordered:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts: list[str] = []
    for run in runs:
        parts += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(n) for n in run]  # noqa: PLR2004
    joint = translate(" and ")
    return joint.join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""


def passage_words(briefing: Briefing, passage: CitedPassage) -> str:
    """Return a passage as it is printed: in quotation marks, unless its file holds notes alone."""
    notes = {source.id for source in briefing.sources if source.is_notes}
    words = str(passage.quote.quote)
    return words if passage.source in notes else quoted(words)


def paragraph_marks(passages: Iterable[CitedPassage]) -> str:
    """Return the paragraphs of passages for a tight place: `¶ 5, 7`."""
    numbers = sorted({passage.anchor.paragraph for passage in passages})
    return f"¶ {', '.join(map(str, numbers))}" if numbers else ""


def source_names(briefing: Briefing, passages: Iterable[CitedPassage]) -> str:
    """Return sources with their paragraphs: `GlobalSecurity.org, paragraphs 5–8`."""
    by_source: dict[str, list[int]] = {}
    for passage in passages:
        by_source.setdefault(passage.source, []).append(passage.anchor.paragraph)
    names = []
    for source in briefing.sources:
        if paragraphs := by_source.get(str(source.id)):
            name = source.short or f"{source.publisher}, {quoted(source.title)}"
            if not source.is_outside:
                where = numbers_in_words(paragraphs)
                count = len(set(paragraphs))
                name += translate_count(
                    ", paragraph {where}", ", paragraphs {where}", count, where=where
                )
            names.append(name)
    return translate("; ").join(names)


def series_name(series: Series) -> str:
    """Return a series' publisher, edition and copy, for a source line."""
    copy = f" ({series.copy})" if series.copy else ""
    return f"{series.publisher}, {series.edition}{copy}"


@dataclass(frozen=True)
class DataSource:
    """Series that come from one publication: where from, what of, in which unit and years."""

    publisher: str
    titles: str
    edition: str
    measure: str
    copy: str


_COMMON = 12
"""Titles that share at least so many letters are printed as one."""


def data_sources(briefing: Briefing) -> tuple[DataSource, ...]:
    """Return the publications behind the series, each once."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for series in briefing.series:
        measure = series_measure(series)
        key = (str(series.publisher), str(series.edition), measure, str(series.copy))
        groups.setdefault(key, []).append(str(series.title))
    return tuple(
        DataSource(publisher, _joined(titles), edition, measure, copy)
        for (publisher, edition, measure, copy), titles in groups.items()
    )


def _joined(titles: list[str]) -> str:
    common = os.path.commonprefix(titles).rstrip(" ,:")  # noqa: RUF071  letters are meant, not paths
    if len(titles) == 1 or len(common) < _COMMON:
        return translate("; ").join(titles)
    return translate("{title}, {n} series", title=common, n=len(titles))


def series_measure(series: Series) -> str:
    """Return what a series' figures are in: `constant 2024 US dollars, fiscal years from October`."""
    return measure_words(series.unit.unit, series.basis)


def source_age(briefing: Briefing) -> str:
    """Return the year to which the sources were changed, or the span of their years; may be empty.

    Figures that go on beyond the sources are told: “2013, figures to 2025”.
    """
    dates = [source.date for source in briefing.sources if source.date and not source.is_outside]
    if not dates:
        return ""
    first, last = min(d.first.year for d in dates), max(d.last.year for d in dates)
    age = str(last) if first == last else translate("{first} to {last}", first=first, last=last)
    ends = [max(series.by_year) for series in briefing.series if series.by_year]
    if not ends or max(ends) <= last:
        return age
    return translate("{age}, figures to {year}", age=age, year=year_name(max(ends)))


def edition_words(briefing: Briefing) -> str:
    """Return the edition's date in words."""
    return long_date(briefing.edition)


def meta_of(briefing: Briefing, created: str) -> Meta:
    """Return what the files of a briefing say of themselves."""
    authors = ", ".join(map(str, briefing.authors))
    return Meta(
        title=str(briefing.title),
        subject=str(briefing.subtitle),
        author=authors or str(briefing.organisation or briefing.prepared_by),
        keywords=tuple(map(str, dict.fromkeys((*briefing.parties, briefing.topic, "briefing")))),
        lang=str(briefing.lang),
        created=created,
        creator=f"Briefbook {__version__}",
    )


def marking_of(briefing: Briefing) -> str:
    """Return what stands on every page and slide: DRAFT, that nothing was checked, the sender's marking."""
    parts = (
        translate("DRAFT") if briefing.status is Status.DRAFT else "",
        translate("STATEMENTS NOT CHECKED") if briefing.checks is Checks.NONE else "",
        str(briefing.marking),
    )
    return " · ".join(filter(None, parts))


MOST_GRADED = 4
"""Of the findings, the first ones; all of them stand with their reasons near the end of the paper."""


def grades(briefing: Briefing) -> tuple[tuple[str, str], ...]:
    """Return the grades that the authors give, the surest first, each with its findings as sentences.

    Nothing where they give none: what nobody has weighed is stamped with no confidence.
    """
    entries = briefing.assessments[:MOST_GRADED]
    given = [
        (grade, [str(entry.finding) for entry in entries if entry.confidence is grade])
        for grade in Confidence
    ]
    return tuple((_named(grade), " ".join(map(_ended, said))) for grade, said in given if said)


def _named(grade: Confidence) -> str:
    word = translate("{grade} confidence:", grade=translate(str(grade)))
    return word[:1].upper() + word[1:]


def _ended(finding: str) -> str:
    return finding if finding.endswith((".", "?", "!", "…")) else f"{finding}."
