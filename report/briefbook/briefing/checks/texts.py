"""Every text of a briefing that asserts something, with what must bear it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.briefing.model import (
    Bearing,
    Briefing,
    Claim,
    Exhibit,
    Formula,
    GlanceItem,
    Section,
    Series,
    Statement,
)
from briefbook.errors import Place
from briefbook.source.dates import long_date
from briefbook.text import Kind


@dataclass(frozen=True)
class Assertion:
    """Some texts of one statement, the words that bear them, and its formulas."""

    name: str
    """What messages call it: `claim transit`."""
    statement: str
    kind: Kind
    texts: tuple[str, ...]
    bearing: tuple[str, ...]
    computed: tuple[Formula, ...]
    place: Place


def assertions(briefing: Briefing) -> Iterator[Assertion]:
    """Yield everything that a briefing asserts, in no particular order."""
    for claim in briefing.claims:
        texts = (claim.text, claim.lead, claim.short, claim.figure, claim.terms, *claim.lines)
        yield _assertion(briefing, "claim", claim, claim.kind, texts, claim.computed)
    for event in briefing.events:
        texts = (event.title, event.label)
        yield _assertion(briefing, "event", event, event.stance, texts)
    for amount in briefing.amounts:
        texts = (amount.what, amount.kind, amount.period)
        yield _assertion(briefing, "amount", amount, Kind.REPORTED, texts)
    for item in briefing.glance:
        texts = (*item.values, item.note, item.number, item.caption)
        yield _assertion(briefing, "glance", item, Kind.REPORTED, texts, item.computed)
    yield from _exhibits(briefing)
    yield from _whole(briefing)
    for section in briefing.sections:
        if section.headline:
            yield _headline(briefing, section)
    for group in briefing.notes_on_the_source:
        for remark in group.remarks:
            said = tuple(str(quote.quote) for quote in remark.says)
            yield Assertion(
                "note on the source", "", Kind.JUDGEMENT, (remark.doubt, remark.treatment, remark.short),
                (*bearing_words(briefing, remark), *said), (), remark.place,
            )  # fmt: skip


def bearing_words(briefing: Briefing, statement: Bearing) -> tuple[str, ...]:
    """Return the words that may bear a statement.

    These are its quotes, and the texts of computed statements that it rests on, which are checked
    against their own formulas.
    """
    quoted = briefing.quotes_of(statement)
    quotes = tuple(str(quote.quote) for quote in quoted)
    used = {briefing.source_of(quote) for quote in quoted}
    # An outside record bears out its own date: "announced in October 2011".
    dated = tuple(
        long_date(source.date)
        for source in briefing.sources
        if source.is_outside and source.date and source.id in used
    )
    return quotes + dated + tuple(_computed_words(briefing, statement.rests_on, set()))


def _computed_words(briefing: Briefing, ids: tuple[str, ...], seen: set[str]) -> Iterator[str]:
    for id_ in ids:
        entry: Statement | None = briefing.statements.get(str(id_))
        if entry is None or id_ in seen:
            continue
        seen.add(str(id_))
        if isinstance(entry, Claim) and entry.computed:
            yield from (entry.text, entry.lead, entry.short, entry.terms, *entry.lines)
        if isinstance(entry, GlanceItem) and entry.computed:
            yield from (*entry.values, entry.note)
        yield from _computed_words(briefing, entry.rests_on, seen)


def _assertion(
    briefing: Briefing,
    name: str,
    statement: Statement,
    kind: Kind,
    texts: tuple[str, ...],
    computed: tuple[Formula, ...] = (),
) -> Assertion:
    return Assertion(
        f"{name} {statement.id}",
        str(statement.id),
        kind,
        tuple(text for text in texts if text),
        (*bearing_words(briefing, statement), *_units(briefing, computed)),
        computed,
        statement.place,
    )


def _units(briefing: Briefing, computed: tuple[Formula, ...]) -> Iterator[str]:
    """Yield the units, with their price base, of the series that formulas use."""
    for series in briefing.series:
        if any(series.id in formula.formula for formula in computed):
            yield str(series.unit)


def _exhibits(briefing: Briefing) -> Iterator[Assertion]:
    for exhibit in briefing.exhibits:
        words = (*bearing_words(briefing, exhibit), *_data_words(briefing, exhibit))
        series = exhibit_series(briefing, exhibit)
        # A note may speak of any year that is drawn; the takeaway only of years it works with.
        drawn = tuple(f"FY{year}" for entry in series for year, _ in entry.points)
        for texts, bearing in (
            ((exhibit.takeaway, exhibit.short), words),
            ((exhibit.subtitle, exhibit.note), (*words, *drawn)),
        ):
            told = tuple(text for text in texts if text)
            used = tuple(f for f in exhibit.computed if any(f.literal in text for text in told))
            yield Assertion(
                f"exhibit {exhibit.id}",
                str(exhibit.id),
                Kind.COMPUTED,
                told,
                bearing,
                used,
                exhibit.place,
            )
        for row in exhibit.table.rows if exhibit.table else ():
            for cell in row.cells:
                yield Assertion(
                    f"cell of {exhibit.id}", str(exhibit.id), cell.stance,
                    tuple(filter(None, (cell.text, cell.short))),
                    bearing_words(briefing, cell), (), cell.place,
                )  # fmt: skip
        for phase in exhibit.timeline.phases if exhibit.timeline else ():
            yield Assertion(
                f"phase of {exhibit.id}", str(exhibit.id), Kind.JUDGEMENT,
                (phase.lead, phase.text), bearing_words(briefing, phase), (), exhibit.place,
            )  # fmt: skip


def _data_words(briefing: Briefing, exhibit: Exhibit) -> Iterator[str]:
    """Yield what the declared data say of themselves, and the evidence of the amounts drawn."""
    for series in exhibit_series(briefing, exhibit):
        yield from (series.title, series.unit, series.edition, series.publisher)
        yield from (f"FY{year}" for year in series.partial)
    for group in exhibit.amounts.groups if exhibit.amounts else ():
        for id_ in group.amounts:
            yield from bearing_words(briefing, briefing.statements[str(id_)])


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
        words += bearing_words(briefing, briefing.statements[str(id_)])
        words += _computed_words(briefing, (id_,), set())
    return Assertion(
        f"headline of {section.id}", "", Kind.JUDGEMENT, (section.headline,), tuple(words),
        section.computed, section.place,
    )  # fmt: skip


def _whole(briefing: Briefing) -> Iterator[Assertion]:
    """Yield the texts that speak of the briefing as a whole: everything in it may bear them."""
    everything = [
        word
        for statement in briefing.statements.values()
        for word in (
            *bearing_words(briefing, statement),
            *_computed_words(briefing, (str(statement.id),), set()),
        )
    ]
    everything += [f"{source.date_note} {source.title}" for source in briefing.sources]
    line = briefing.bottom_line
    texts = (line.text, line.short, line.headline)
    yield Assertion(
        "bottom line", "bottom-line", Kind.JUDGEMENT, tuple(filter(None, texts)),
        bearing_words(briefing, line), (), line.place,
    )  # fmt: skip
    headlines = (briefing.key_headline, briefing.glance_headline, briefing.remarks_headline)
    yield Assertion(
        "page one",
        "",
        Kind.JUDGEMENT,
        tuple(
            filter(
                None, (briefing.subtitle, briefing.notice, briefing.what_would_settle, *headlines)
            )
        ),
        tuple(everything),
        briefing.computed,
        briefing.place,
    )
