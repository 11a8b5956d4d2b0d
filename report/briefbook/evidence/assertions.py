"""Every text of a briefing that asserts something, with what must bear it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefbook.evidence.formulas import spans_of
from briefbook.evidence.labels import labels
from briefbook.evidence.locators import series_measure
from briefbook.evidence.support import Assertion, computed_text, supporting_text
from briefbook.model import (
    Briefing,
    Exhibit,
    Formula,
    Section,
    Series,
    Statement,
)
from briefbook.text import StatementType


def assertions(briefing: Briefing) -> Iterator[Assertion]:
    """Yield everything that a briefing asserts, in no particular order."""
    for claim in briefing.claims:
        texts = (claim.text, claim.lead, claim.short, claim.figure, claim.terms, *claim.lines)
        said = _assertion(briefing, "claim", claim, claim.kind, texts, claim.computed)
        yield replace(said, voice=claim.voice)
    for event in briefing.events:
        texts = (event.title, event.label)
        yield _assertion(briefing, "event", event, event.stance, texts)
    for amount in briefing.amounts:
        texts = (amount.what, amount.measure, amount.period)
        yield _assertion(briefing, "amount", amount, StatementType.REPORTED, texts)
    for item in briefing.glance:
        texts = (*item.values, item.note, item.number, item.caption)
        yield _assertion(briefing, "glance", item, StatementType.REPORTED, texts, item.computed)
    yield from _exhibits(briefing)
    yield from _whole(briefing)
    yield from labels(briefing, everything(briefing))
    for section in briefing.sections:
        if section.headline:
            yield _headline(briefing, section)
    for group in briefing.notes_on_the_source:
        for remark in group.remarks:
            words = tuple(str(quote.quote) for quote in remark.says)
            yield Assertion(
                "note on the source", "", StatementType.JUDGEMENT, (remark.doubt, remark.treatment, remark.short),
                (*supporting_text(briefing, remark), *words), (), remark.place,
                (*briefing.quotes_of(remark), *remark.says),
            )  # fmt: skip


def _assertion(
    briefing: Briefing,
    name: str,
    statement: Statement,
    kind: StatementType,
    texts: tuple[str, ...],
    computed: tuple[Formula, ...] = (),
) -> Assertion:
    return Assertion(
        f"{name} {statement.id}",
        str(statement.id),
        kind,
        tuple(text for text in texts if text),
        (*supporting_text(briefing, statement), *_units(briefing, computed)),
        computed,
        statement.place,
        briefing.quotes_of(statement),
    )


def _units(briefing: Briefing, computed: tuple[Formula, ...]) -> Iterator[str]:
    """Yield the titles of the series that formulas use, and their units with the price base."""
    for series in briefing.series:
        if any(series.id in formula.formula for formula in computed):
            yield f"{series.title}, {series_measure(series)}"


def _exhibits(briefing: Briefing) -> Iterator[Assertion]:
    for exhibit in briefing.exhibits:
        words = (*supporting_text(briefing, exhibit), *_data_words(briefing, exhibit))
        series = exhibit_series(briefing, exhibit)
        drawn = tuple(_fiscal_years(_years_to_note(exhibit, series)))
        for texts, supporting in (
            ((exhibit.takeaway, exhibit.short, exhibit.subtitle), words),
            ((exhibit.note,), (*words, *drawn)),
        ):
            told = tuple(text for text in texts if text)
            used = tuple(f for f in exhibit.computed if any(f.literal in text for text in told))
            yield Assertion(
                f"exhibit {exhibit.id}",
                str(exhibit.id),
                StatementType.COMPUTED,
                told,
                supporting,
                used,
                exhibit.place,
                briefing.quotes_of(exhibit),
            )
        for row in exhibit.table.rows if exhibit.table else ():
            for cell in row.cells:
                yield Assertion(
                    f"cell of {exhibit.id}", str(exhibit.id), cell.stance,
                    tuple(filter(None, (cell.text, cell.short))),
                    supporting_text(briefing, cell), (), cell.place, briefing.quotes_of(cell),
                )  # fmt: skip
        for phase in exhibit.timeline.phases if exhibit.timeline else ():
            yield Assertion(
                f"phase of {exhibit.id}", str(exhibit.id), StatementType.JUDGEMENT,
                (phase.lead, phase.text), supporting_text(briefing, phase), (), exhibit.place,
                briefing.quotes_of(phase),
            )  # fmt: skip


def _years_to_note(exhibit: Exhibit, series: tuple[Series, ...]) -> set[int]:
    """Return the years that a note may speak of, though its own evidence does not name them.

    They are those in which the data begin, end and are partial, those over which the exhibit's
    formulas work, and the ones that these leave out.
    """
    years = {
        year for entry in series for year in (*list(entry.by_year)[:1], *list(entry.by_year)[-1:])
    }
    years |= {year for entry in series for year in entry.partial}
    spans = [span for formula in exhibit.computed for span in spans_of(formula.formula)]
    years |= {year for span in spans for year in span}
    if spans:
        drawn = {year for entry in series for year in entry.by_year}
        years |= {year for year in drawn if not any(a <= year <= b for a, b in spans)}
    return years


def _fiscal_years(years: set[int]) -> Iterator[str]:
    """Yield fiscal years as both habits write them: FY2018, and 2017/18."""
    for year in sorted(years):
        yield f"FY{year}"
        yield f"{year - 1}/{year % 100:02}"


def _data_words(briefing: Briefing, exhibit: Exhibit) -> Iterator[str]:
    """Yield what the declared data say of themselves, and the evidence of what is shown."""
    for series in exhibit_series(briefing, exhibit):
        yield from (series.title, series_measure(series), series.edition, series.publisher)
    for row in exhibit.table.rows if exhibit.table else ():
        for cell in row.cells:
            yield from supporting_text(briefing, cell)
    for group in exhibit.amounts.groups if exhibit.amounts else ():
        for id_ in group.amounts:
            yield from supporting_text(briefing, briefing.statements[str(id_)])


def exhibit_series(briefing: Briefing, exhibit: Exhibit) -> tuple[Series, ...]:
    """Return the series that an exhibit draws."""
    names: set[str] = set()
    if exhibit.columns:
        names.add(str(exhibit.columns.series))
    if exhibit.line:
        names |= {str(exhibit.line.series), str(exhibit.line.of)}
    if exhibit.shares:
        names |= {str(part.series) for part in exhibit.shares.parts}
    return tuple(series for series in briefing.series if series.id in names)


def _headline(briefing: Briefing, section: Section) -> Assertion:
    ids = (*section.slide, *((section.aside,) if section.aside else ()))
    words: list[str] = []
    for id_ in ids:
        words += supporting_text(briefing, briefing.statements[str(id_)])
        words += computed_text(briefing, (id_,), set())
    return Assertion(
        f"headline of {section.id}", "", StatementType.JUDGEMENT, (section.headline,), tuple(words),
        section.computed, section.place,
    )  # fmt: skip


def everything(briefing: Briefing) -> tuple[str, ...]:
    """Return all words that bear anything: texts that speak of the whole may rest on each."""
    words = [
        word
        for statement in briefing.statements.values()
        for word in (
            *supporting_text(briefing, statement),
            *computed_text(briefing, (str(statement.id),), set()),
        )
    ]
    words += [f"{source.date_note} {source.title}" for source in briefing.sources]
    return tuple(dict.fromkeys(words))


def _whole(briefing: Briefing) -> Iterator[Assertion]:
    """Yield the texts that speak of the briefing as a whole: everything in it may bear them."""
    line = briefing.bottom_line
    texts = (line.text, line.short, line.headline)
    yield Assertion(
        "bottom line", "bottom-line", StatementType.JUDGEMENT, tuple(filter(None, texts)),
        supporting_text(briefing, line), (), line.place, briefing.quotes_of(line),
    )  # fmt: skip
    headlines = (briefing.key_headline, briefing.glance_headline, briefing.remarks_headline)
    yield Assertion(
        "page one",
        "",
        StatementType.JUDGEMENT,
        tuple(
            filter(
                None, (briefing.subtitle, briefing.notice, briefing.what_would_settle, *headlines)
            )
        ),
        everything(briefing),
        briefing.computed,
        briefing.place,
    )
