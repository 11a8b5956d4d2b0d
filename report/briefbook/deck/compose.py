"""Briefing → Deck: the summary, one message a slide, its evidence in the notes and behind it."""

from __future__ import annotations

from briefbook.deck import changes as changed
from briefbook.deck import exhibits
from briefbook.deck.plan import Column, Deck, Fill, Meta, Para, Paras, Slide, Table
from briefbook.deck.statement_text import StatementText
from briefbook.evidence.locators import data_sources, edition_words, modified_words, source_age
from briefbook.evidence.numbering import latest_event
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.revisions import Revisions
from briefbook.exhibits import ChartData
from briefbook.model import (
    Briefing,
    Claim,
    Exhibit,
    ExhibitPart,
    Section,
    Source,
    Status,
)
from briefbook.text import Inline, Link, Run, StatementType, Style, Tag, Text
from briefbook.values.dates import long_date
from briefbook.version import __version__

_NUMBER_LAYOUTS = (6, 4, 3)
_OPENING = "Opening"
_REFERENCE = "Sources and evidence"


def compose_deck(
    resolved: ResolvedBriefing,
    charts: dict[str, ChartData],
    created: str,
    revisions: Revisions | None = None,
) -> Deck:
    """Return the plan of the deck, its sizes not yet settled; the briefing must have been checked.

    `created` is the edition's moment, ISO 8601 in UTC; `revisions` what it says otherwise than an
    earlier edition, where that is to be told.
    """
    briefing = resolved.briefing
    texts = StatementText(resolved)
    slides = [_title(briefing), _bottom_line(texts), _messages(texts), *_numbers(texts)]
    for section in briefing.sections:
        slides += _section(texts, section, charts)
    if any(remark.on_slide for group in briefing.notes_on_the_source for remark in group.remarks):
        slides.append(_remarks(texts))
    if revisions is not None and revisions.entries:
        slides.append(changed.slide(revisions))
    slides += [_sources(texts), _evidence(texts)]
    return Deck(_meta(briefing, created), tuple(slides))


def text_fill(slot: str, *paras: Para) -> Fill:
    """Return a text for a slot."""
    return Fill(slot, Paras(paras))


def words_fill(slot: str, words: str | Text, role: str = "body") -> Fill:
    """Return one paragraph for a slot."""
    text = (Run(words),) if isinstance(words, str) else words
    return Fill(slot, Paras((Para(text, role),)))  # type: ignore[arg-type]


def _meta(briefing: Briefing, created: str) -> Meta:
    age = source_age(briefing)
    footer = " · ".join(filter(None, (str(briefing.title), f"source as of {age}" if age else "")))
    marking = str(briefing.marking)
    if briefing.status is Status.DRAFT:
        marking = " · ".join(filter(None, ("DRAFT", marking)))
    return Meta(
        title=str(briefing.title), subject=str(briefing.subtitle), author=str(briefing.prepared_by),
        keywords=tuple(str(word) for word in dict.fromkeys((*briefing.parties, briefing.topic, "briefing"))),
        lang=str(briefing.lang), created=created, creator=f"Briefbook {__version__}",
        footer=footer, marking=marking,
    )  # fmt: skip


def _title(briefing: Briefing) -> Slide:
    own = [source for source in briefing.sources if not source.is_outside]
    name = own[0].short or own[0].publisher
    latest = latest_event(briefing)
    has_outside = len(own) < len(briefing.sources) or briefing.series
    outside = "Outside records are used only where named. " if has_outside else ""
    facts = [
        ("Source" if len(own) == 1 else "Sources", f"One document, {name}" if len(own) == 1 else f"{len(own)} documents"),
        ("Source last changed", modified_words(briefing)),
        ("Latest event in the text", long_date(latest.date) if latest else "none dated"),
    ]  # fmt: skip
    fills = [
        words_fill("kicker", "Briefing"),
        words_fill("title", briefing.title),
        words_fill("subtitle", briefing.subtitle),
        *(
            text_fill(
                f"fact-{n}", Para((Run(label),), "apparatus"), Para((Run(value, Style.STRONG),))
            )
            for n, (label, value) in enumerate(facts, 1)
        ),
        words_fill(
            "notice", f"Edition {edition_words(briefing)}. {outside}Not updated to the present."
        ),
    ]
    note = (str(briefing.notice),) if briefing.notice else ()
    return Slide("title", "title", _OPENING, tuple(fills), note)


def _bottom_line(texts: StatementText) -> Slide:
    line = texts.briefing.bottom_line
    supports = [texts.claims[str(id_)] for id_ in line.supports]
    fills = [
        words_fill("kicker", "Bottom line"),
        words_fill("title", (Run(line.headline, statement="bottom-line"),)),
        text_fill(
            "statement",
            Para((Run(line.short or line.text, statement="bottom-line"),)),
            Para((Tag(StatementType.JUDGEMENT),), "apparatus"),
        ),
        words_fill("rests-on", "Rests on"),
        *(
            text_fill(f"support-{n}", texts.tag(claim.kind, claim), Para(texts.short(claim)))
            for n, claim in enumerate(supports, 1)
        ),
        words_fill("source", texts.source_line((line, *supports))),
    ]
    layout = "bottom-line" if len(supports) > 2 else "bottom-line-2"  # noqa: PLR2004
    notes = texts.notes((line.text,), (line, *supports))
    return Slide("bottom-line", layout, _OPENING, tuple(fills), notes)


def _messages(texts: StatementText) -> Slide:
    points = [texts.claims[str(id_)] for id_ in texts.briefing.key_points]
    fills = [
        words_fill("kicker", "Key messages"),
        words_fill("title", texts.briefing.key_headline or "Key messages"),
        *(
            text_fill(
                f"message-{n}",
                Para((Run(claim.lead, statement=str(claim.id)),), "lead"),
                Para(texts.short(claim)),
                texts.tag(claim.kind, claim),
            )
            for n, claim in enumerate(points, 1)
        ),
        words_fill("source", texts.source_line(points)),
    ]
    said = [f"{claim.lead} {claim.text}" for claim in points]
    return Slide(
        "key-messages",
        f"messages-{len(points)}",
        _OPENING,
        tuple(fills),
        texts.notes(said, points),
    )


def _numbers(texts: StatementText) -> list[Slide]:
    items = [item for item in texts.briefing.glance if item.number]
    count = next((n for n in _NUMBER_LAYOUTS if n <= len(items)), 0)
    if not count:
        return []
    fills = [
        words_fill("kicker", "At a glance"),
        words_fill("title", texts.briefing.glance_headline or "At a glance"),
    ]
    for n, item in enumerate(items[:count], 1):
        based = [texts.claims[str(id_)] for id_ in item.supported_by if id_ in texts.claims]
        is_computed = any(claim.kind is StatementType.COMPUTED for claim in based)
        fills += [
            text_fill(f"number-{n}", Para((Run(item.number, statement=str(item.id)),), "number")),
            words_fill(f"caption-{n}", (Run(item.caption, statement=str(item.id)),)),
            text_fill(
                f"tag-{n}",
                texts.tag(StatementType.COMPUTED if is_computed else StatementType.REPORTED),
            ),
        ]
    shown = items[:count]
    fills.append(words_fill("source", texts.source_line(shown)))
    said = [f"{item.number}: {item.caption}." for item in shown]
    return [
        Slide("at-a-glance", f"numbers-{count}", _OPENING, tuple(fills), texts.notes(said, shown))
    ]


def _section(texts: StatementText, section: Section, charts: dict[str, ChartData]) -> list[Slide]:
    slides = [_statements(texts, section)] if section.slide else []
    for part in section.body:
        if isinstance(part, ExhibitPart):
            exhibit: Exhibit = texts.briefing.exhibit(str(part.exhibit))
            if not exhibit.is_on_slides:
                continue
            slides.append(exhibits.slide(texts, section, exhibit, charts.get(str(exhibit.id))))
    return slides


def _statements(texts: StatementText, section: Section) -> Slide:
    claims = [texts.claims[str(id_)] for id_ in section.slide]
    rows = tuple((texts.short(claim), _kind_cell(texts, claim)) for claim in claims)
    columns = (Column("Statement", 620), Column("Kind and place", 228))
    alt = f"Table of {len(rows)} statements on {section.title}, each with its kind and the paragraph it comes from."
    fills = [
        words_fill("kicker", section.running or section.title),
        words_fill("title", section.headline or section.title),
        Fill("table", Table(columns, rows, alt)),
    ]
    shown = list(claims)
    layout = "table"
    if section.aside:
        aside = texts.claims[str(section.aside)]
        shown.append(aside)
        layout = "table-aside"
        fills.append(_aside(texts, aside))
    fills.append(words_fill("source", texts.source_line(shown)))
    notes = texts.notes([claim.text for claim in shown], shown)
    return Slide(f"section-{section.id}", layout, str(section.title), tuple(fills), notes)


def _kind_cell(texts: StatementText, claim: Claim) -> Text:
    where = texts.where(claim)
    return (Tag(claim.kind), *((Run(f"  {where}", Style.MUTED, str(claim.id)),) if where else ()))


def _aside(texts: StatementText, claim: Claim) -> Fill:
    passages = texts.citations.of(claim)
    quotes = " ".join(f"“{passage.quote.quote}”" for passage in passages[:1])
    voice = claim.voice[:1].upper() + claim.voice[1:]
    return text_fill(
        "aside",
        Para((Tag(claim.kind),), "apparatus"),
        Para((Run(quotes, Style.EMPHASIS, str(claim.id)),)),
        Para((Run(f"{voice}, {texts.where(claim)}", Style.MUTED, str(claim.id)),), "apparatus"),
    )


def _remarks(texts: StatementText) -> Slide:
    shown = [r for group in texts.briefing.notes_on_the_source for r in group.remarks if r.on_slide]
    rows = tuple(
        (
            (Run(f"“{remark.shown or remark.says[0].quote}”", statement="remark"),),
            (Run(remark.short or remark.doubt, statement="remark"),),
            (Run(remark.treatment, statement="remark"),),
        )
        for remark in shown
    )
    columns = (
        Column("The source says", 312, is_quote=True),
        Column("What is doubtful", 334),
        Column("In this briefing", 202, is_strong=True),
    )
    alt = f"Table of {len(rows)} passages that are doubtful, why, and what this briefing does about each."
    fills = (
        words_fill("kicker", "Caveats"),
        words_fill(
            "title",
            texts.briefing.remarks_headline or "What the source gets wrong or leaves open",
        ),
        Fill("table", Table(columns, rows, alt)),
        words_fill("source", texts.source_line(shown)),
    )
    said = [f"{remark.doubt} {remark.treatment}." for remark in shown]
    return Slide("caveats", "table", "Caveats", fills, texts.notes(said, shown))


def _sources(texts: StatementText) -> Slide:
    paras = []
    outside: list[Inline] = []
    for source in texts.briefing.sources:
        if source.is_outside:
            outside += [Run("; " if outside else " "), *_linked(source)]
            continue
        age = source.date_note or (long_date(source.date) if source.date else "not dated")
        read = f", read {long_date(source.accessed)}" if source.accessed else ""
        words = f" “{source.title}”, {age}{read}. {source.quality}."
        paras.append(Para((Run(source.publisher, Style.STRONG), Run(words))))
    for data in data_sources(texts.briefing):
        copy = f"; {data.copy}" if data.copy else ""
        words = (
            f" {data.titles}. {data.edition[:1].upper()}{data.edition[1:]}, {data.measure}{copy}."
        )
        paras.append(Para((Run(data.publisher, Style.STRONG), Run(words))))
    if outside:
        head = Run("Outside records, read as excerpts", Style.STRONG)
        paras.append(Para((head, *outside, Run(". Used only where they are named."))))
    note = (
        Run(
            "Every statement, its passage and its place: the paper’s evidence part, the notes, and "
        ),
        Link("the hidden slides that follow", "#evidence"),
        Run("."),
    )
    fills = (
        words_fill("kicker", "Sources"),
        words_fill("title", "What this briefing rests on"),
        text_fill("sources", *paras),
        words_fill("note", note),
    )
    return Slide("sources", "sources", _REFERENCE, fills, (str(texts.briefing.notice),))


def _linked(source: Source) -> tuple[Inline, ...]:
    """Return a source's short name, as a link where it has an address, and its title."""
    name = str(source.short or source.publisher)
    head = Link(name, str(source.url)) if source.url else Run(name)
    return head, Run(f", “{source.title}”")


def _evidence(texts: StatementText) -> Slide:
    several = len(texts.briefing.sources) > 1
    names = {str(s.id): s.short or s.publisher for s in texts.briefing.sources}
    rows = tuple(
        (
            (Run(str(passage.number), statement=f"passage {passage.number}"),),
            (
                Run(
                    f"{names[passage.source]}, ¶ {passage.anchor.paragraph}"
                    if several
                    else f"¶ {passage.anchor.paragraph}",
                    statement=f"passage {passage.number}",
                ),
            ),
            (
                Run(f"“{passage.quote.quote}”", statement=f"passage {passage.number}"),
                *((Tag(StatementType.ATTRIBUTED, is_flag=True),) if passage.is_view else ()),
            ),
        )
        for passage in texts.citations.passages
    )
    columns = (
        Column("No.", 40, is_name=True),
        Column("Place", 150 if several else 60),
        Column("Passage, letter for letter", 660),
    )
    table = Table(
        columns,
        rows,
        "Table of the passages that the briefing cites, with number, paragraph and words.",
    )
    fills = (
        words_fill("kicker", "Evidence"),
        words_fill("title", "The passages that bear this briefing"),
        Fill("table", table),
        words_fill("source", texts.source_line(())),
    )
    own = "; ".join(f"{s.publisher}, “{s.title}”" for s in texts.briefing.sources[:1])
    fills = (*fills[:-1], words_fill("source", (Run("Source", Style.STRONG), Run(f" {own}"))))
    return Slide(
        "evidence", "evidence", _REFERENCE, fills, ("Backup: shown on demand.",), is_hidden=True
    )
