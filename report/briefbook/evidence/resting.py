"""Texts that shorten others or rest on them, each with what it rests on.

A short form, a lead, a headline, the bottom line, a takeaway, a judgement and an event's title stand where a reader
looks first, and quote nothing themselves. They are held as other statements are: against the texts that they
shorten or rest on (`full`), and against the quotes of those (`supporting`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from briefbook.evidence.assertions import exhibit_series
from briefbook.evidence.locators import series_measure
from briefbook.evidence.support import AnchoredQuote, Assertion, EvidenceIndex, Role
from briefbook.frozen import dataclass, replace
from briefbook.model import (
    Briefing,
    Claim,
    Event,
    Exhibit,
    GlanceItem,
    Statement,
    Supported,
)
from briefbook.text import StatementType


@dataclass(frozen=True)
class Resting(Assertion):
    """A text that rests on others: it tells what they tell, in fewer words."""

    full: tuple[str, ...] = ()
    """The texts that it shortens or rests on."""
    is_held_to_quotes: bool = True
    """Whether its quotes are held against it here: a claim's and an event's texts are held to them already."""
    is_judged: bool = False
    """A judgement: it says what nobody else has said, of what it rests on."""
    views: tuple[str, ...] = ()
    """Those of its texts that tell somebody's view."""

    @property
    def is_factual(self) -> bool:
        """It tells what others tell, whoever answers for it."""
        return True


def resting(index: EvidenceIndex, assertions: Iterable[Assertion]) -> Iterator[Resting]:
    """Yield the texts of a briefing that rest on others, with what they rest on, by the assertions that they are part of."""
    briefing = index.briefing
    exhibits = {str(exhibit.id): exhibit for exhibit in briefing.exhibits}
    slides = {str(section.id): (*section.slide, section.aside) for section in briefing.sections}
    seen: set[str] = set()
    for said in assertions:
        match said.role:
            case Role.CLAIM | Role.EVENT:
                yield from _of_statement(briefing, said, briefing.statements[said.statement])
            case Role.EXHIBIT if said.statement not in seen:  # its note is another of the same name
                seen.add(said.statement)
                yield _of_exhibit(index, said, exhibits[said.statement])
            case Role.HEADLINE:
                yield _on(index, said, filter(None, slides[said.statement]))
            case Role.BOTTOM_LINE:
                line = briefing.bottom_line
                own = replace(
                    said, texts=tuple(filter(None, (line.text, line.headline, line.short)))
                )
                yield _on(index, own, line.supported_by)
            case Role.PHASE | Role.ASSESSMENT:
                yield _rests(said, (), is_judged=said.role is Role.ASSESSMENT)
            case Role.PAGE_ONE if briefing.key_headline:
                own = replace(said, name="headline of the key points", role=Role.HEADLINE)
                own = replace(own, texts=(briefing.key_headline,), supporting=())
                yield _on(index, own, briefing.key_points)
            case _:
                pass


def _rests(said: Assertion, full: Iterable[str], **more: object) -> Resting:
    """Return an assertion as a text that rests on others."""
    own = {name: getattr(said, name) for name in _NAMES}
    return Resting(**{**own, "computed": (), "full": tuple(dict.fromkeys(full)), **more})


_NAMES = tuple(field.name for field in fields(Assertion))


def _of_statement(briefing: Briefing, said: Assertion, entry: Statement) -> Iterator[Resting]:
    """Yield the lead and the short form of a claim, the text of a judgement too, the title of an event."""
    if isinstance(entry, Event):
        below = _texts_below(briefing, entry)
        views = () if entry.stance is StatementType.ATTRIBUTED else _views_below(briefing, entry)
        yield _rests(said, below, texts=(entry.title,), is_held_to_quotes=False, views=tuple(views))
    elif isinstance(entry, Claim):
        is_judged = entry.kind is StatementType.JUDGEMENT
        own = tuple(filter(None, (entry.text if is_judged else "", entry.lead, entry.short)))
        full = _texts_below(briefing, entry) if is_judged else (entry.text, *entry.lines)
        if own:
            yield _rests(said, full, texts=own, is_held_to_quotes=False, is_judged=is_judged)


def _of_exhibit(index: EvidenceIndex, said: Assertion, exhibit: Exhibit) -> Resting:
    briefing = index.briefing
    parts = (exhibit, *exhibit.statements)
    drawn = [
        briefing.statements[str(id_)]
        for group in (exhibit.amounts.groups if exhibit.amounts else ())
        for id_ in group.amounts
    ]
    full = [text for part in parts for text in _texts_below(briefing, part)]
    full += [text for entry in drawn for text in _texts_of(briefing, entry)]
    full += [event.title for event in briefing.events if exhibit.timeline]
    for part in exhibit.statements:
        full += [getattr(part, name, "") for name in ("text", "name", "note")]
    for series in exhibit_series(briefing, exhibit):
        full += [series.title, series_measure(series), series.publisher]
    texts = tuple(dict.fromkeys(filter(None, (exhibit.takeaway, exhibit.short))))
    quotes = _quotes(index, (*parts, *drawn))
    words = tuple(quote.text for quote in quotes)
    return _rests(said, filter(None, full), texts=texts, supporting=words, quotes=quotes)


def _on(index: EvidenceIndex, said: Assertion, ids: Iterable[str]) -> Resting:
    """Return texts that rest on some statements."""
    entries = tuple(index.briefing.statements[str(id_)] for id_ in ids)
    full = (text for entry in entries for text in _texts_of(index.briefing, entry))
    views = tuple(_views(index.briefing, entries))
    quotes = _quotes(index, entries)
    words = said.supporting or tuple(quote.text for quote in quotes)
    return _rests(said, full, supporting=words, quotes=quotes, views=views)


def _views(briefing: Briefing, entries: Iterable[Statement]) -> Iterator[str]:
    """Yield the texts of those statements that tell somebody's view."""
    for entry in entries:
        if isinstance(entry, Claim) and entry.kind is StatementType.ATTRIBUTED:
            yield from filter(None, (entry.text, entry.lead))
        yield from _views_below(briefing, entry)


def _views_below(briefing: Briefing, part: Supported) -> Iterator[str]:
    return _views(briefing, (briefing.statements[str(id_)] for id_ in part.supported_by))


def _quotes(index: EvidenceIndex, parts: Iterable[Supported]) -> tuple[AnchoredQuote, ...]:
    found = {(quote.source, quote.text): quote for part in parts for quote in index.quotes_of(part)}
    return tuple(found.values())


def _texts_of(briefing: Briefing, entry: Statement) -> Iterator[str]:
    """Yield the texts of a statement, and of those that it rests on."""
    match entry:
        case Claim():
            texts: tuple[str, ...] = (entry.text, entry.lead, *entry.lines)
        case Event():
            texts = (entry.title,)
        case GlanceItem():
            texts = (entry.label, *entry.values, entry.note, entry.caption)
        case _:
            texts = (entry.what, entry.measure, entry.period)
    yield from filter(None, texts)
    yield from _texts_below(briefing, entry)


def _texts_below(briefing: Briefing, part: Supported) -> tuple[str, ...]:
    below = (briefing.statements[str(id_)] for id_ in part.supported_by)
    return tuple(dict.fromkeys(text for entry in below for text in _texts_of(briefing, entry)))
