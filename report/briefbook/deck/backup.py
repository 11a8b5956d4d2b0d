"""The hidden slides behind the close: sources, and every passage with its number and place."""

from __future__ import annotations

from briefbook.deck.fills import text_fill, title_fill, words_fill
from briefbook.deck.plan import Column, Fill, Notes, Para, Slide, Table
from briefbook.deck.statement_text import StatementText
from briefbook.evidence.citations import CitedPassage
from briefbook.evidence.locators import data_sources, passage_words
from briefbook.localization import quoted, translate
from briefbook.model import Source
from briefbook.text import Inline, Link, Run, StatementType, Style, Tag, Text
from briefbook.values.dates import long_date

BACKUP = "Backup"


def sources(texts: StatementText) -> tuple[Slide, ...]:
    """Return the sources and data, with their age and quality; one source alone fills no slide.

    Its name and date stand under the passages then.
    """
    if len(texts.briefing.sources) == 1 and not data_sources(texts.briefing):
        return ()
    paras = []
    outside: list[Inline] = []
    for source in texts.briefing.sources:
        if source.is_outside:
            outside += [Run("; " if outside else " "), *_linked(source)]
            continue
        words = f" {quoted(source.title)}, {_age(source)}. {source.quality}."
        paras.append(Para((Run(source.publisher, Style.STRONG), Run(words))))
    for data in data_sources(texts.briefing):
        copy = f"; {data.copy}" if data.copy else ""
        words = (
            f" {data.titles}. {data.edition[:1].upper()}{data.edition[1:]}, {data.measure}{copy}."
        )
        paras.append(Para((Run(data.publisher, Style.STRONG), Run(words))))
    if outside:
        head = Run(translate("Outside records, read as excerpts"), Style.STRONG)
        paras.append(Para((head, *outside, Run(translate(". Used only where they are named.")))))
    note = (
        Run(
            translate(
                "Every statement with its passage and place: the paper’s annex, the notes, and "
            )
        ),
        Link(translate("the slides that follow"), "#evidence"),
        Run("."),
    )
    fills = (
        title_fill(translate("Sources of this briefing")),
        text_fill("sources", *paras),
        words_fill("note", note),
    )
    notes = Notes((str(texts.briefing.notice),))
    return (Slide("sources", "sources", BACKUP, fills, notes, is_hidden=True),)


def _age(source: Source) -> str:
    """Return when a source and its copy are from."""
    age = source.date_note or (long_date(source.date) if source.date else translate("not dated"))
    read = translate(", read {date}", date=long_date(source.accessed)) if source.accessed else ""
    return f"{age}{read}"


def _linked(source: Source) -> tuple[Inline, ...]:
    """Return a source's short name, as a link where it has an address, and its title."""
    name = str(source.short or source.publisher)
    head = Link(name, str(source.url)) if source.url else Run(name)
    return head, Run(f", {quoted(source.title)}")


def evidence(texts: StatementText) -> Slide:
    """Return every passage that the briefing cites, letter for letter."""
    first, *others = texts.briefing.sources
    columns = (
        Column(translate("No."), 40, is_name=True),
        Column(translate("Place"), 190 if others else 60),
        Column(translate("Passage, verbatim"), 660),
    )
    table = Table(
        columns,
        tuple(_row(texts, passage) for passage in texts.citations.passages),
        translate(
            "Table of the passages that the briefing cites, with number, paragraph and words."
        ),
    )
    own = f"{first.publisher}, {quoted(first.title)}"
    own += (
        f" ({translate('where no other is named')})"
        if others
        else f", {_age(first)}. {first.quality}."
    )
    fills = (
        title_fill(translate("Passages quoted as evidence")),
        Fill("table", table),
        words_fill("source", (Run(translate("Source"), Style.STRONG), Run(f" {own}"))),
    )
    notes = Notes((translate("Backup: shown on demand."),))
    return Slide("evidence", "evidence", BACKUP, fills, notes, is_hidden=True)


def _row(texts: StatementText, passage: CitedPassage) -> tuple[Text, ...]:
    """Return a passage's number, its place, and its words, marked where they are somebody's view."""
    owner = f"passage {passage.number}"
    words = passage_words(texts.briefing, passage)
    view = (Tag(StatementType.ATTRIBUTED, is_flag=True),) if passage.is_view else ()
    # The source line names the first source once for all its passages.
    is_first = passage.source == str(texts.briefing.sources[0].id)
    source = "" if is_first else texts.source_before(passage)
    return (
        (Run(str(passage.number), statement=owner),),
        (Run(f"{source}¶ {passage.anchor.paragraph}", statement=owner),),
        (Run(words, statement=owner), *view),
    )
