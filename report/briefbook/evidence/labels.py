"""Headings, names of rows and lanes, and voices: texts that assert nothing and yet name things."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.errors import SourceLocation
from briefbook.evidence.support import AnchoredQuote, Assertion, EvidenceIndex, Role
from briefbook.frozen import replace
from briefbook.model import (
    BlockPart,
    Exhibit,
    ExhibitPart,
    ParagraphPart,
    Section,
    SubheadingPart,
)
from briefbook.model.locations import place_of
from briefbook.text import StatementType


def labels(index: EvidenceIndex) -> Iterator[Assertion]:
    """Yield the labels of a briefing; what is said anywhere in it may support most of them."""
    briefing, everything = index.briefing, index.everything
    for section in briefing.sections:
        texts = (section.title, section.running, *_headings(section))
        said = tuple(dict.fromkeys(_said_in(index, section)))
        label = _label(f"headings of {section.id}", str(section.id), texts, said, section.place)
        yield replace(label, computed=index.work_out(section.computed))
    for exhibit in briefing.exhibits:
        texts = tuple(_exhibit_labels(exhibit))
        if texts:
            # The heads of columns stand in the passages of their own cells as well.
            cells = (
                [cell for row in exhibit.table.rows for cell in row.cells] if exhibit.table else []
            )
            own = tuple(word for cell in cells for word in index.supporting_text(cell))
            bearing = tuple(dict.fromkeys((*everything, *own)))
            yield _label(f"labels of {exhibit.id}", str(exhibit.id), texts, bearing, exhibit.place)
        yield from _rows(index, exhibit)
        yield from _series_names(index, exhibit)
    texts = (
        *(group.group for group in briefing.notes_on_the_source),
        *(item.label for item in briefing.glance),
    )
    yield _label("labels", "", texts, everything, briefing.place, is_name=True)
    for claim in briefing.claims:
        if claim.voice:
            yield Assertion(
                f"voice of {claim.id}", str(claim.id), StatementType.JUDGEMENT, (claim.voice,),
                index.supporting_text(claim), (), claim.place, index.quotes_of(claim),
                Role.VOICE, is_name=True,
            )  # fmt: skip


def _label(
    name: str,
    statement: str,
    texts: tuple[str, ...],
    supporting: tuple[str, ...],
    place: SourceLocation,
    quotes: tuple[AnchoredQuote, ...] = (),
    *,
    is_name: bool = False,
) -> Assertion:
    given = tuple(text for text in texts if text)
    return Assertion(
        name, statement, StatementType.JUDGEMENT, given, supporting, (), place, quotes,
        Role.LABEL, is_name=is_name,
    )  # fmt: skip


def _said_in(index: EvidenceIndex, section: Section) -> Iterator[str]:
    """Yield the words that bear what a section says in its text, its exhibits and on its slide."""
    known = index.briefing.statements
    exhibits = [
        exhibit for exhibit in index.briefing.exhibits if str(exhibit.id) in _shown_in(section)
    ]
    for exhibit in exhibits:
        yield from (exhibit.takeaway, *index.supporting_text(exhibit))
        for part in exhibit.statements:
            yield from index.supporting_text(part)
    drawn = [id_ for exhibit in exhibits for id_ in _drawn_in(index, exhibit)]
    for id_ in map(str, (*_told_in(section), *drawn)):
        if id_ in known:
            yield from (*index.supporting_text(known[id_]), *index.computed_text((id_,)))


def _shown_in(section: Section) -> set[str]:
    return {str(part.exhibit) for part in section.body if isinstance(part, ExhibitPart)}


def _told_in(section: Section) -> Iterator[str]:
    yield from (*section.slide, section.aside)
    for part in section.body:
        if isinstance(part, ParagraphPart):
            yield from part.claims
        if isinstance(part, BlockPart):
            yield part.block
        if isinstance(part, ParagraphPart | BlockPart):
            yield from (note.claim for note in part.notes)


def _drawn_in(index: EvidenceIndex, exhibit: Exhibit) -> Iterator[str]:
    if exhibit.timeline:
        yield from (event.id for event in index.briefing.events)
    for group in exhibit.amounts.groups if exhibit.amounts else ():
        yield from group.amounts


def _headings(section: Section) -> Iterator[str]:
    for part in section.body:
        if isinstance(part, SubheadingPart):
            yield part.subheading
        if isinstance(part, ParagraphPart | BlockPart):
            yield from (note.lead for note in part.notes)


def _exhibit_labels(exhibit: Exhibit) -> Iterator[str]:
    if exhibit.amounts:
        yield from (group.label for group in exhibit.amounts.groups)
    if exhibit.timeline:
        yield from (lane.label for lane in exhibit.timeline.lanes)
    if exhibit.columns and exhibit.columns.span:
        yield exhibit.columns.span.label
    if exhibit.table:
        yield from exhibit.table.headers
    if exhibit.image:
        yield exhibit.image.alt


def _series_names(index: EvidenceIndex, exhibit: Exhibit) -> Iterator[Assertion]:
    """Yield what series are called in a chart of several: the titles of their data support it."""
    texts = tuple(part.label for part in exhibit.plotted)
    ids = {id_ for part in exhibit.plotted for id_ in part.ids}
    titles = (series.title for series in index.briefing.series if series.id in ids)
    if texts:
        words = (*index.everything, *titles)
        yield _label(f"names of {exhibit.id}", str(exhibit.id), texts, words, exhibit.place)


def _rows(index: EvidenceIndex, exhibit: Exhibit) -> Iterator[Assertion]:
    """Yield the name of each row: its cells' evidence supports it."""
    for row in exhibit.table.rows if exhibit.table else ():
        words = tuple(word for cell in row.cells for word in index.supporting_text(cell))
        quotes = tuple(quote for cell in row.cells for quote in index.quotes_of(cell))
        place = place_of(row.name, exhibit.place)
        yield _label(f"row of {exhibit.id}", str(exhibit.id), (row.name,), words, place, quotes)
