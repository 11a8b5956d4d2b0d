"""The part headed Evidence: every cited passage, the data behind the charts, this edition."""

from __future__ import annotations

import re

from briefbook.evidence.coverage import cover, coverage_words
from briefbook.evidence.locators import data_sources, edition_words
from briefbook.evidence.numbering import exhibit_labels
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.exhibits import ChartData
from briefbook.language.en.bodies import BODIES
from briefbook.model import Briefing, Source
from briefbook.paper import plan
from briefbook.paper.plan import Block
from briefbook.paper.prose import Prose, strong
from briefbook.text import Inline, Link, Run, Text
from briefbook.theme import paper as theme
from briefbook.values.dates import short_date
from briefbook.version import __version__


def evidence(briefing: Briefing, prose: Prose) -> tuple[Block, ...]:
    """Return the heading and the passages, source by source."""
    intro = (
        "Each bracketed number in this paper leads to one passage of a source, quoted letter for "
        "letter with its errors. ¶ is the paragraph of the archived text. Italics and the word "
        "“view” mark passages that judge rather than report."
    )
    blocks: list[Block] = [
        plan.Heading("Evidence", "evidence", 1, "A"),
        plan.Lead((Run(intro),)),
    ]
    own = [source for source in briefing.sources if not source.is_outside]
    for source in own:
        if entries := _passages(prose, (source,)):
            name = f"{source.publisher}, “{source.title}”"
            blocks.append(plan.Evidence(name if len(own) > 1 else "", entries))
    outside = tuple(source for source in briefing.sources if source.is_outside)
    if entries := _passages(prose, outside):
        blocks.append(plan.Evidence("Outside records, read as excerpts", entries))
    return tuple(blocks)


def _passages(prose: Prose, sources: tuple[Source, ...]) -> tuple[plan.EvidenceEntry, ...]:
    names = {
        str(source.id): source.short or source.publisher for source in sources if source.is_outside
    }
    ids = {str(source.id) for source in sources}
    return tuple(
        plan.EvidenceEntry(
            passage.number,
            f"evidence-{passage.number}",
            "" if passage.source in names else f"¶ {passage.anchor.paragraph}",
            f"“{passage.quote.quote}”",
            passage.is_view,
            prose.first_anchor(passage.number),
            str(names.get(passage.source, "")),
        )
        for passage in prose.citations.passages
        if passage.source in ids
    )


def data_tables(briefing: Briefing, charts: dict[str, ChartData]) -> tuple[Block, ...]:
    """Return the figures behind the charts by year, as compact tables."""
    labels = exhibit_labels(briefing)
    blocks: list[Block] = []
    for id_, art in charts.items():
        exhibit = briefing.exhibit(id_)
        has_series = exhibit.columns or exhibit.line or exhibit.shares or exhibit.plotted
        if not has_series:
            continue  # the amounts and the events stand in full where they are shown
        blocks.append(_data_table(art, f"data-{id_}", f"Data of {labels[id_]}"))
    if blocks:
        blocks.insert(0, plan.Heading("Data behind the exhibits", "data", 2))
    return tuple(blocks)


_BESIDE = {"Year": 5, "Quarter": 4, "Month": 4, "Date": 3}
"""Periods are set side by side, so that a long series stays short on the page."""


def _data_table(art: ChartData, anchor: str, label: str) -> plan.Table:
    header, rows = art.data.header, art.data.rows
    if art.data.measure:
        return _series_table(art, anchor, label)
    if header[0] in _BESIDE:
        return _periods_table(art, anchor, label)
    width = theme.TEXT_WIDTH / len(header)
    columns = tuple(
        plan.Column(name, width, "right" if index else "left", is_name=index == 0)
        for index, name in enumerate(header)
    )
    body = tuple(plan.Row(tuple((Run(cell),) for cell in row)) for row in rows)
    return plan.Table(columns, body, anchor, label, is_compact=True)


_MOST_COLUMNS = 10
"""As many columns of figures stand beside each other as can be read."""


def _series_table(art: ChartData, anchor: str, label: str) -> plan.Table:
    """Set several series by period, in as many blocks beside each other as there is room for."""
    header, rows = art.data.header, list(art.data.rows)
    count = max(1, min(_MOST_COLUMNS // len(header), len(rows)))
    height = -(-len(rows) // count)
    rows += [("",) * len(header)] * (height * count - len(rows))
    width = theme.TEXT_WIDTH / (count * len(header))
    columns = (
        tuple(plan.Column(name, width, is_name=not n) for n, name in enumerate(header)) * count
    )
    body = tuple(
        plan.Row(
            tuple(
                (Run(cell),) if cell else ()
                for beside in range(count)
                for cell in rows[beside * height + line]
            )
        )
        for line in range(height)
    )
    return plan.Table(columns, body, anchor, label, subtitle=art.data.measure, is_compact=True)


def _periods_table(art: ChartData, anchor: str, label: str) -> plan.Table:
    """Set a series in columns of periods beside each other, reading down."""
    count = _BESIDE[art.data.header[0]]
    points = [(row[0], " ".join(filter(None, row[1:]))) for row in art.data.rows]
    height = -(-len(points) // count)
    points += [("", "")] * (height * count - len(points))
    pair = theme.TEXT_WIDTH / count
    columns = (
        plan.Column(art.data.header[0], pair * 0.4, is_name=True),
        plan.Column("Value", pair * 0.6),
    ) * count
    body = tuple(
        plan.Row(
            tuple(
                (Run(cell),) if cell else ()
                for beside in range(count)
                for cell in points[beside * height + line]
            )
        )
        for line in range(height)
    )
    return plan.Table(columns, body, anchor, label, subtitle=art.data.header[1], is_compact=True)


def about(resolved: ResolvedBriefing, prose: Prose) -> tuple[Block, ...]:
    """Return the sources as ICD 206 describes them, and what this edition was made from."""
    briefing = resolved.briefing
    columns = (
        plan.Column("Source", 190, is_name=True),
        plan.Column("Dated", 66),
        plan.Column("Read", 66),
        plan.Column("Quality", 117),
        plan.Column("Quoted", 54, "right"),
    )
    rows: list[plan.Group | plan.Row] = [plan.Group("Documents")]
    rows += [plan.Row(_source(briefing, source, prose)) for source in briefing.sources]
    if briefing.series:
        rows.append(plan.Group("Figures"))
    for data in data_sources(briefing):
        name = f"{data.publisher}: {data.titles}"
        quality = data.copy[:1].upper() + data.copy[1:] or "As published"
        rows.append(
            plan.Row(
                (
                    (Run(name),),
                    (Run(data.edition),),
                    (Run("–"),),
                    (Run(f"{quality}; {data.measure}"),),
                    (),
                )
            )
        )
    own = briefing.texts[str(briefing.sources[0].id)]
    edition = (
        f" {edition_words(briefing)}, made with Briefbook {__version__}. Model, SHA-256 {briefing.sha256[:16]}…; "
        f"first source, {len(own.paragraphs)} paragraphs and {own.words():,} words, SHA-256 {own.sha256[:16]}…. "
        f"Sources that may not be passed on are quoted, never reprinted. {coverage_words(cover(resolved))} "
        "Every sentence, cell and chart point of this paper and its slides belongs to a statement, "
        "or is a heading, a label or a reference by its place; the build stops otherwise."
    )
    return (
        plan.Heading("Sources and edition", "about", 2),
        plan.Table(columns, tuple(rows), "sources-table", is_compact=True),
        *_names(resolved),
        plan.SourceNote((strong("This edition"), Run(edition))),
    )


def _names(resolved: ResolvedBriefing) -> tuple[Block, ...]:
    """Return the names that are taken for one another: declared ones, and abbreviations in use."""
    said = " ".join(text for entry in resolved.assertions for text in entry.texts)
    told = [f"{alias.name} ({', '.join(alias.also)})" for alias in resolved.briefing.aliases]
    for name, *others in BODIES:
        if any(re.search(rf"\b{re.escape(form)}\b", said) for form in (name, *others)):
            told.append(f"{name} ({', '.join(others)})")
    if not told:
        return ()
    words = (
        f" These count as one when a statement is held against its sources: {'; '.join(sorted(told))}. "
        "So do the names and adjectives of a country, and its capital where that stands for its government."
    )
    return (plan.SourceNote((strong("Names and abbreviations"), Run(words))),)


def _source(briefing: Briefing, source: Source, prose: Prose) -> tuple[Text, ...]:
    """Return a source's row: name, date, access, a word on its quality, the share that is quoted."""
    words = briefing.texts[str(source.id)].words()
    quoted = sum(
        len(passage.quote.quote.split())
        for passage in prose.citations.passages
        if passage.source == source.id
    )
    name: list[Inline] = [Run(f"{source.publisher}, “{source.title}”")]
    if source.url:
        name = [Link(f"{source.publisher}, “{source.title}”", str(source.url))]
    dated = source.date_note or (short_date(source.date) if source.date else "not stated")
    read = short_date(source.accessed) if source.accessed else "not stated"
    share = f"{quoted} of {words:,} words"
    return (tuple(name), (Run(dated),), (Run(read),), (Run(source.quality),), (Run(share),))
