"""Every text of a briefing that asserts something, with what must support it."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.evidence.formulas import inputs_of, spans_of
from briefbook.evidence.labels import labels
from briefbook.evidence.locators import series_measure
from briefbook.evidence.support import Assertion, EvidenceIndex, Role
from briefbook.frozen import replace
from briefbook.model import (
    Briefing,
    Cell,
    Exhibit,
    Formula,
    Section,
    Series,
    Statement,
)
from briefbook.text import StatementType
from briefbook.values.dates import Date, long_date


def assertions(index: EvidenceIndex) -> Iterator[Assertion]:
    """Yield everything that a briefing asserts, in no particular order."""
    briefing = index.briefing
    for claim in briefing.claims:
        texts = (claim.text, claim.lead, claim.short, claim.figure, claim.terms, *claim.lines)
        said = _assertion(index, Role.CLAIM, claim, claim.kind, texts, claim.computed)
        yield replace(said, voice=claim.voice)
    for event in briefing.events:
        yield _assertion(index, Role.EVENT, event, event.stance, (event.title, event.label))
    for amount in briefing.amounts:
        texts = (amount.what, amount.measure, amount.period)
        yield _assertion(index, Role.AMOUNT, amount, StatementType.REPORTED, texts)
    for item in briefing.glance:
        texts = (*item.values, item.note, item.number, item.caption)
        yield _assertion(index, Role.GLANCE, item, StatementType.REPORTED, texts, item.computed)
    for exhibit in briefing.exhibits:
        yield from _exhibit(index, exhibit)
        yield from _cells(index, exhibit)
    yield from _whole(index)
    yield from labels(index)
    for section in briefing.sections:
        if section.headline:
            yield _headline(index, section)
    for group in briefing.notes_on_the_source:
        for remark in group.remarks:
            says = tuple(map(index.anchored, remark.says))
            yield Assertion(
                Role.REMARK, "", StatementType.JUDGEMENT, (remark.doubt, remark.treatment, remark.short),
                (*index.supporting_text(remark), *(quote.text for quote in says)), (), remark.place,
                (*index.quotes_of(remark), *says), Role.REMARK,
            )  # fmt: skip


def _assertion(
    index: EvidenceIndex,
    role: Role,
    statement: Statement,
    kind: StatementType,
    texts: tuple[str, ...],
    computed: tuple[Formula, ...] = (),
) -> Assertion:
    quotes = index.quotes_of(statement)
    return Assertion(
        f"{role} {statement.id}",
        str(statement.id),
        kind,
        tuple(text for text in texts if text),
        (*index.supporting_text(statement), *_units(index.briefing, computed)),
        index.work_out(computed, quotes),
        statement.place,
        quotes,
        role,
    )


def _units(briefing: Briefing, computed: tuple[Formula, ...]) -> Iterator[str]:
    """Yield the titles of the series that formulas use, and their units with the price base."""
    used = {id_ for formula in computed for id_ in inputs_of(str(formula.formula))}
    for series in briefing.series:
        if str(series.id) in used:
            yield f"{series.title}, {series_measure(series)}"


def _exhibit(index: EvidenceIndex, exhibit: Exhibit) -> Iterator[Assertion]:
    words = (*index.supporting_text(exhibit), *_data_words(index, exhibit))
    series = exhibit_series(index.briefing, exhibit)
    drawn = (*_fiscal_years(_years_to_note(exhibit, series)), *_partial_labels(series))
    quotes = index.quotes_of(exhibit)
    for texts, supporting in (
        ((exhibit.takeaway, exhibit.short, exhibit.subtitle), words),
        ((exhibit.note,), (*words, *drawn)),
    ):
        told = tuple(text for text in texts if text)
        used = tuple(f for f in exhibit.computed if any(f.literal in text for text in told))
        yield Assertion(
            f"exhibit {exhibit.id}", str(exhibit.id), StatementType.COMPUTED, told, supporting,
            index.work_out(used, quotes), exhibit.place, quotes, Role.EXHIBIT,
        )  # fmt: skip


def _cells(index: EvidenceIndex, exhibit: Exhibit) -> Iterator[Assertion]:
    """Yield the cells of a table, the places of a map and the phases of a timeline."""
    for part in exhibit.statements:
        role = Role.CELL if isinstance(part, Cell) else Role.PLACE
        texts = (part.text, part.short) if isinstance(part, Cell) else (part.name, part.note)
        yield Assertion(
            f"{role} of {exhibit.id}", str(exhibit.id), part.stance,
            tuple(filter(None, texts)),
            index.supporting_text(part), (), part.place, index.quotes_of(part), role,
        )  # fmt: skip
    for phase in exhibit.timeline.phases if exhibit.timeline else ():
        yield Assertion(
            f"phase of {exhibit.id}", str(exhibit.id), StatementType.JUDGEMENT,
            (phase.lead, phase.text), index.supporting_text(phase), (), exhibit.place,
            index.quotes_of(phase), Role.PHASE,
        )  # fmt: skip


def _years_to_note(exhibit: Exhibit, series: tuple[Series, ...]) -> set[int]:
    """Return the years that a note may speak of, though its own evidence does not name them.

    They are those in which the data begin, end and are partial, those over which the exhibit's
    formulas work, and the ones that these leave out.
    """
    years = {
        year for entry in series for year in (*list(entry.by_year)[:1], *list(entry.by_year)[-1:])
    }
    years |= {
        point.at.first.year
        for entry in series
        for point in entry.points
        if (point.is_partial or point.is_asked) and isinstance(point.at, Date)
    }
    spans = [
        (first.first.year, last.last.year)
        for formula in exhibit.computed
        for first, last in spans_of(formula.formula)
    ]
    years |= {year for span in spans for year in span}
    if spans:
        drawn = {year for entry in series for year in entry.by_year}
        years |= {year for year in drawn if not any(a <= year <= b for a, b in spans)}
    return years


def _partial_labels(series: tuple[Series, ...]) -> Iterator[str]:
    """Yield the dates and categories that are not fully reported, as a note may name them."""
    for entry in series:
        for point in entry.points:
            if point.is_partial:
                yield point.at if isinstance(point.at, str) else long_date(point.at)


def _fiscal_years(years: set[int]) -> Iterator[str]:
    """Yield fiscal years as both habits write them: FY2018, and 2017/18."""
    for year in sorted(years):
        yield f"FY{year}"
        yield f"{year - 1}/{year % 100:02}"


def _data_words(index: EvidenceIndex, exhibit: Exhibit) -> Iterator[str]:
    """Yield what the declared data say of themselves, and the evidence of what is shown."""
    for series in exhibit_series(index.briefing, exhibit):
        yield from (series.title, series_measure(series), series.edition, series.publisher)
    for part in exhibit.statements:
        yield from index.supporting_text(part)
    for group in exhibit.amounts.groups if exhibit.amounts else ():
        for id_ in group.amounts:
            yield from index.supporting_text(index.briefing.statements[str(id_)])


def exhibit_series(briefing: Briefing, exhibit: Exhibit) -> tuple[Series, ...]:
    """Return the series that an exhibit draws."""
    names: set[str] = set()
    if exhibit.columns:
        names.add(str(exhibit.columns.series))
    if exhibit.line:
        names |= {str(exhibit.line.series), str(exhibit.line.of)}
    if exhibit.shares:
        names |= {str(part.series) for part in exhibit.shares.parts}
    names |= {id_ for part in exhibit.plotted for id_ in part.ids}
    return tuple(series for series in briefing.series if series.id in names)


def _headline(index: EvidenceIndex, section: Section) -> Assertion:
    ids = (*section.slide, *((section.aside,) if section.aside else ()))
    words: list[str] = []
    for id_ in ids:
        words += index.supporting_text(index.briefing.statements[str(id_)])
        words += index.computed_text((id_,))
    return Assertion(
        f"headline of {section.id}", str(section.id), StatementType.JUDGEMENT, (section.headline,), tuple(words),
        index.work_out(section.computed), section.place, role=Role.HEADLINE,
    )  # fmt: skip


def _whole(index: EvidenceIndex) -> Iterator[Assertion]:
    """Yield the texts that speak of the briefing as a whole: everything in it may support them."""
    briefing = index.briefing
    line = briefing.bottom_line
    texts = (line.text, line.short, line.headline, line.next_step)
    yield Assertion(
        Role.BOTTOM_LINE, "bottom-line", StatementType.JUDGEMENT, tuple(filter(None, texts)),
        index.supporting_text(line), (), line.place, index.quotes_of(line), Role.BOTTOM_LINE,
    )  # fmt: skip
    said = [(entry, (entry.finding, entry.reason)) for entry in briefing.assessments]
    for entry, own_words in said:
        used = tuple(f for f in briefing.computed if any(f.literal in text for text in own_words))
        yield Assertion(
            Role.ASSESSMENT, "", StatementType.JUDGEMENT, own_words, index.everything,
            index.work_out(used), entry.place, index.quotes_of(entry), Role.ASSESSMENT,
        )  # fmt: skip
    words = (
        briefing.subtitle, briefing.notice, briefing.what_would_settle, briefing.key_headline,
        briefing.glance_headline, briefing.remarks_headline, *briefing.questions,
    )  # fmt: skip
    told = tuple(filter(None, words))
    elsewhere = [text for _, own_words in said for text in own_words]
    own = tuple(
        formula
        for formula in briefing.computed
        if any(formula.literal in text for text in told)
        or not any(formula.literal in text for text in elsewhere)
    )
    yield Assertion(
        Role.PAGE_ONE, "", StatementType.JUDGEMENT, told, index.everything,
        index.work_out(own), briefing.place, role=Role.PAGE_ONE,
    )  # fmt: skip
