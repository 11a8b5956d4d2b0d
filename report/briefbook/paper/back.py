"""The part headed Evidence: every cited passage, the data behind the charts, this edition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefbook.evidence.coverage import cover, coverage_words
from briefbook.evidence.locators import (
    DataSource,
    data_sources,
    edition_words,
    passage_words,
)
from briefbook.evidence.numbering import exhibit_labels, ordered_events
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.exhibits import ChartData
from briefbook.exhibits.charts import event_shape
from briefbook.language.en.bodies import BODIES
from briefbook.localization import labelled, localized_number, quoted, translate, translate_count
from briefbook.model import Briefing, Source
from briefbook.paper import plan
from briefbook.paper.plan import Block
from briefbook.paper.prose import Prose, strong
from briefbook.text import Inline, Link, Run, Text
from briefbook.theme import paper as theme
from briefbook.values.dates import short_date
from briefbook.version import __version__
from briefbook_figures.spec import MOST_LABELLED, PlaceKind

_FEW_PASSAGES = 14


def is_short_paper(briefing: Briefing, prose: Prose) -> bool:
    """Tell whether a paper rests on so little that it is one page."""
    return len(prose.citations.passages) <= _FEW_PASSAGES and not briefing.exhibits


def evidence(briefing: Briefing, prose: Prose) -> tuple[Block, ...]:
    """Return the heading and the passages, source by source."""
    intro = (
        "Each raised number in this paper leads to one passage, quoted verbatim with its errors; "
        "¶ is its paragraph in the archived text. Italics mark passages that judge rather "
        "than report."
    )
    # What fills no page of its own follows the text.
    is_short = is_short_paper(briefing, prose)
    blocks: list[Block] = [
        plan.Heading(translate("Evidence"), "evidence", 1, "A", on_new_page=not is_short),
        plan.Lead((Run(translate(intro)),)),
    ]
    own = [source for source in briefing.sources if not source.is_outside]
    for source in own:
        if entries := _passages(briefing, prose, (source,)):
            name = f"{source.publisher}, {quoted(source.title)}"
            blocks.append(plan.Evidence(name if len(own) > 1 else "", entries))
    outside = tuple(source for source in briefing.sources if source.is_outside)
    if entries := _passages(briefing, prose, outside):
        blocks.append(plan.Evidence(translate("Outside records, read as excerpts"), entries))
    return tuple(blocks)


def _passages(
    briefing: Briefing, prose: Prose, sources: tuple[Source, ...]
) -> tuple[plan.EvidenceEntry, ...]:
    names = {
        str(source.id): source.short or source.publisher for source in sources if source.is_outside
    }
    ids = {str(source.id) for source in sources}
    return tuple(
        plan.EvidenceEntry(
            passage.number,
            f"evidence-{passage.number}",
            "" if passage.source in names else f"¶ {passage.anchor.paragraph}",
            passage_words(briefing, passage),
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
        blocks.append(
            _data_table(art, f"data-{id_}", translate("Data of {exhibit}", exhibit=labels[id_]))
        )
    return tuple(blocks)


def chronology(briefing: Briefing, prose: Prose) -> tuple[Block, ...]:
    """Return the dated events as a list, where a timeline shows them."""
    labels = exhibit_labels(briefing)
    drawn = [labels[str(e.id)] for e in briefing.exhibits if e.timeline and str(e.id) in labels]
    if not drawn:
        return ()
    is_long = len(briefing.events) > MOST_LABELLED
    entries = tuple(
        plan.ChronologyEntry(
            short_date(event.date),
            event_shape(event),
            (
                *((strong(f"{number} ", str(event.id)),) if is_long else ()),
                *prose.cell(event.title, event, event.stance, str(event.id)),
            ),
        )
        for number, event in enumerate(ordered_events(briefing), 1)
    )
    return plan.Heading(
        translate("Events of {exhibit}", exhibit=drawn[0]), "events", 2
    ), plan.Chronology(entries)


_BESIDE = {
    PlaceKind.YEAR: 5, PlaceKind.QUARTER: 4, PlaceKind.MONTH: 4, PlaceKind.DATE: 3,
}  # fmt: skip
"""Periods are set side by side, so that a long series stays short on the page."""


def _data_table(art: ChartData, anchor: str, label: str) -> plan.Table:
    header, rows = art.data.header, art.data.rows
    if art.data.measure:
        return _series_table(art, anchor, label)
    if art.data.places in _BESIDE:
        return _periods_table(art, anchor, label)
    width = theme.TEXT_WIDTH / len(header)
    columns = tuple(
        plan.Column(name, width, "decimal" if index else "left", is_name=index == 0)
        for index, name in enumerate(header)
    )
    body = tuple(plan.Row(tuple((Run(cell),) for cell in row)) for row in rows)
    return plan.Table(columns, body, anchor, label, is_compact=True)


_PERIOD_WIDTH = 0.85
"""The width of a column of periods, as a part of that of a column of figures."""
_LEAST_LETTERS, _GAP_LETTERS = 5, 3
"""Letters for which a column of figures has room anyway; those that the gap beside it would hold."""

_MOST_COLUMNS = 12
"""As many columns of figures stand beside each other as can be read."""


def _letters(head: str) -> int:
    """Return how wide a column must be for the longest word of its head, in letters."""
    return max(_LEAST_LETTERS, *map(len, head.split())) + _GAP_LETTERS


def _series_table(art: ChartData, anchor: str, label: str) -> plan.Table:
    """Set several series by period, in as many blocks beside each other as there is room for."""
    header, rows = art.data.header, art.data.rows
    count = max(1, min(_MOST_COLUMNS // len(header), len(rows)))
    # A period is short, a name may be long: "Agriculture" beside "1992".
    shares = (_letters(header[0]) * _PERIOD_WIDTH, *map(_letters, header[1:]))
    period, *widths = (theme.TEXT_WIDTH / count * share / sum(shares) for share in shares)
    columns = (
        plan.Column(header[0], period, is_name=True),
        *(plan.Column(name, w, "decimal") for name, w in zip(header[1:], widths, strict=True)),
    ) * count
    body = _beside(rows, count)
    return plan.Table(columns, body, anchor, label, subtitle=art.data.measure, is_compact=True)


def _beside(rows: Sequence[tuple[str, ...]], count: int) -> tuple[plan.Row, ...]:
    """Return rows in so many blocks beside each other, each read down before the next."""
    if not rows:
        return ()
    height = -(-len(rows) // count)
    empty = ("",) * len(rows[0])
    filled = [*rows, *[empty] * (height * count - len(rows))]
    return tuple(
        plan.Row(
            tuple(
                (Run(cell),) if cell else ()
                for beside in range(count)
                for cell in filled[beside * height + line]
            )
        )
        for line in range(height)
    )


def _periods_table(art: ChartData, anchor: str, label: str) -> plan.Table:
    """Set a series in columns of periods beside each other, reading down."""
    count = _BESIDE[art.data.places] if art.data.places else 1
    points = [(row[0], " ".join(filter(None, row[1:]))) for row in art.data.rows]
    count = -(-len(points) // -(-len(points) // count))  # no head over an empty column
    pair = theme.TEXT_WIDTH / count
    columns = (
        plan.Column(art.data.header[0], pair * 0.4, is_name=True),
        plan.Column(translate("Value"), pair * 0.6, "decimal"),
    ) * count
    body = _beside(points, count)
    return plan.Table(columns, body, anchor, label, subtitle=art.data.header[1], is_compact=True)


def colophon(resolved: ResolvedBriefing, prose: Prose) -> plan.Colophon:
    """Return who sends the paper, how to cite it, its sources as ICD 206 has them, and its edition."""
    briefing = resolved.briefing
    sender = (briefing.organisation, ", ".join(briefing.authors), briefing.contact)
    entries: list[tuple[str, Text]] = []
    if any(sender):
        entries.append((translate("Sender"), (Run(". ".join(filter(None, sender)) + "."),)))
    entries.append((translate("Cite as"), (Run(_cite_as(briefing)),)))
    entries.append(
        (translate("Sources"), _listed(_source(briefing, s, prose) for s in briefing.sources))
    )
    figures = [_data(data) for data in data_sources(briefing)]
    if figures:
        entries.append((translate("Figures"), (Run(translate("; ").join(figures) + "."),)))
    if names := _names(resolved):
        entries.append((translate("Names"), (Run(names),)))
    own = briefing.texts[str(briefing.sources[0].id)]
    edition = translate(
        "{date}, Briefbook {version}. Model {model}…, first source {source}… (SHA-256).",
        date=edition_words(briefing), version=__version__,
        model=briefing.sha256[:12], source=own.sha256[:12],
    )  # fmt: skip
    edition += f" {coverage_words(cover(resolved))}"
    entries.append((translate("Edition"), (Run(edition),)))
    return plan.Colophon(tuple(entries))


def _cite_as(briefing: Briefing) -> str:
    if briefing.cite_as:
        return str(briefing.cite_as)
    who = ", ".join(briefing.authors) or str(briefing.organisation or briefing.prepared_by)
    series = str(briefing.publication) or translate("Briefing paper")
    return (
        f"{f'{who}, ' if who else ''}{quoted(briefing.title)}, {series}, {edition_words(briefing)}."
    )


def _listed(texts: Iterable[Text]) -> Text:
    parts: list[Inline] = []
    for text in texts:
        parts += [Run("; "), *text] if parts else text
    return (*parts, Run("."))


def _data(data: DataSource) -> str:
    quality = data.copy[:1].lower() + data.copy[1:] or translate("as published")
    told = f"{data.titles}, {data.edition}, {quality}, {data.measure}"
    return labelled(data.publisher, told)


_WORD = re.compile(r"\w+")


def _names(resolved: ResolvedBriefing) -> str:
    """Return the names that are taken for one another: declared ones, and abbreviations in use."""
    said = " ".join(dict.fromkeys(text for entry in resolved.assertions for text in entry.texts))
    words = frozenset(_WORD.findall(said))
    told = [f"{alias.name} ({', '.join(alias.also)})" for alias in resolved.briefing.aliases]
    for name, *others in BODIES:
        # Few names have all their words in a briefing: only they are worth looking for.
        forms = [form for form in (name, *others) if words.issuperset(_WORD.findall(form))]
        if any(form in said and re.search(rf"\b{re.escape(form)}\b", said) for form in forms):
            told.append(f"{name} ({', '.join(others)})")
    return (
        translate("Treated as one name: {names}.", names=translate("; ").join(sorted(told)))
        if told
        else ""
    )


def _source(briefing: Briefing, source: Source, prose: Prose) -> Text:
    """Return a source: name, dates, a word on its quality, how much of it is quoted."""
    words = briefing.texts[str(source.id)].words()
    taken = sum(
        len(passage.quote.quote.split())
        for passage in prose.citations.passages
        if passage.source == source.id
    )
    name = f"{source.publisher}, {quoted(source.title)}"
    named: Inline = Link(name, str(source.url)) if source.url else Run(name)
    dated = source.date_note or (short_date(source.date) if source.date else translate("not dated"))
    read = translate(", read {date}", date=short_date(source.accessed)) if source.accessed else ""
    quality = source.quality[:1].lower() + source.quality[1:]
    share = translate_count(
        "{n} of {words} words quoted", "{n} of {words} words quoted", taken,
        n=localized_number(f"{taken:,}"), words=localized_number(f"{words:,}"),
    )  # fmt: skip
    told = translate("; ").join((f"{dated}{read}", quality, share))
    return (named, Run(f" ({told})"))
