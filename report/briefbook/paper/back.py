"""The part headed Evidence: every cited passage, the data behind the charts, this edition."""

from __future__ import annotations

from briefbook.artwork import Artwork
from briefbook.briefing.locators import edition_words
from briefbook.briefing.model import Briefing, Source
from briefbook.briefing.numbering import exhibit_labels
from briefbook.paper import plan
from briefbook.paper.plan import Block
from briefbook.paper.prose import Prose, strong
from briefbook.source.dates import long_date
from briefbook.text import Inline, Link, Run
from briefbook.theme import paper as theme
from briefbook.version import __version__


def evidence(briefing: Briefing, prose: Prose) -> tuple[Block, ...]:
    """Return the heading and the passages, source by source."""
    intro = (
        "Each bracketed number in this paper leads to one passage of a source, quoted letter for "
        "letter with its errors. ¶ is the paragraph of the archived text. Italics and the word "
        "“view” mark passages that judge rather than report."
    )
    blocks: list[Block] = [
        plan.Heading("Evidence", "evidence", 1, "A", on_new_page=True),
        plan.Lead((Run(intro),)),
    ]
    several = len({passage.source for passage in prose.citations.passages}) > 1
    for source in briefing.sources:
        entries = tuple(
            plan.EvidenceEntry(
                passage.number,
                f"evidence-{passage.number}",
                f"¶ {passage.anchor.paragraph}",
                f"“{passage.quote.quote}”",
                passage.is_view,
                prose.first_anchor(passage.number),
            )
            for passage in prose.citations.passages
            if passage.source == source.id
        )
        if entries:
            heading = f"{source.publisher}, “{source.title}”" if several else ""
            blocks.append(plan.Evidence(heading, entries))
    return tuple(blocks)


def data_tables(briefing: Briefing, artwork: dict[str, Artwork]) -> tuple[Block, ...]:
    """Return the figures behind the charts by year, as compact tables."""
    labels = exhibit_labels(briefing)
    blocks: list[Block] = []
    for id_, art in artwork.items():
        exhibit = briefing.exhibit(id_)
        if exhibit.columns is None and exhibit.line is None and exhibit.shares is None:
            continue  # the amounts and the events stand in full where they are shown
        blocks.append(_data_table(art, f"data-{id_}", f"Data of {labels[id_]}"))
    if blocks:
        blocks.insert(0, plan.Heading("Data behind the exhibits", "data", 2))
    return tuple(blocks)


_ROWS_BESIDE = 3
"""Years are set side by side, so that a long series stays short on the page."""


def _data_table(art: Artwork, anchor: str, label: str) -> plan.Table:
    header, rows = art.data.header, art.data.rows
    is_series = len(header) in (2, 3) and header[0] == "Year"
    beside = _ROWS_BESIDE if is_series else 1
    width = theme.TEXT_WIDTH / (len(header) * beside)
    columns = tuple(
        plan.Column(
            name,
            width,
            "left" if index % len(header) == 0 else "right",
            is_name=index % len(header) == 0,
        )
        for index, name in enumerate(header * beside)
    )
    height = -(-len(rows) // beside)
    blank = ("",) * len(header)
    body = []
    for at in range(height):
        cells = [
            cell
            for k in range(beside)
            for cell in (rows[at + k * height] if at + k * height < len(rows) else blank)
        ]
        body.append(plan.Row(tuple((Run(cell),) if cell else () for cell in cells)))
    return plan.Table(columns, tuple(body), anchor, label, is_compact=True)


def about(briefing: Briefing, prose: Prose) -> tuple[Block, ...]:
    """Return the sources as ICD 206 describes them, and what this edition was made from."""
    blocks: list[Block] = [plan.Heading("Sources and edition", "about", 2)]
    blocks += [plan.Paragraph(_source(briefing, source, prose)) for source in briefing.sources]
    for series in briefing.series:
        words = f"{series.publisher}, {series.title}, {series.edition}, {series.unit}, {series.year} years."
        copy = f" {series.copy[:1].upper()}{series.copy[1:]}." if series.copy else ""
        blocks.append(plan.Paragraph((strong("Data "), Run(words + copy))))
    edition = f"{edition_words(briefing)}, made with Briefbook {__version__} from a model with SHA-256 {briefing.sha256[:16]}…"
    blocks.append(plan.SourceNote((strong("This edition "), Run(edition))))
    return tuple(blocks)


def _source(briefing: Briefing, source: Source, prose: Prose) -> tuple[Inline, ...]:
    document = briefing.texts[str(source.id)]
    quoted = sum(
        len(passage.quote.quote.split())
        for passage in prose.citations.passages
        if passage.source == source.id
    )
    words = document.words()
    parts: list[Inline] = [strong(f"{source.publisher}, “{source.title}”. ")]
    facts = [f"{len(document.paragraphs)} paragraphs, {words:,} words"]
    if source.date:
        facts.append(f"dated {source.date_note or long_date(source.date)}")
    if source.accessed:
        facts.append(f"read {long_date(source.accessed)}")
    parts.append(Run("; ".join(facts)[:1].upper() + "; ".join(facts)[1:] + ". "))
    if source.url:
        parts += [Link(str(source.url), str(source.url)), Run(". ")]
    parts.append(Run(f"{source.quality}. "))
    if not source.redistribute:
        parts.append(Run("The text itself is not passed on. "))
    share = round(100 * quoted / words) if words else 0
    parts.append(
        Run(
            f"This paper quotes {quoted} of its words ({share} percent). SHA-256 {source.sha256[:16]}…"
        )
    )
    return tuple(parts)
