"""Exhibits as slides: the finding as title, a native chart or table, what to take from it."""

from __future__ import annotations

from briefbook.deck.plan import Column, Drawing, Fill, Para, Paras, Photo, Slide, Table
from briefbook.deck.statement_text import StatementText
from briefbook.evidence.assertions import exhibit_series
from briefbook.evidence.locators import series_name
from briefbook.exhibits import ChartData
from briefbook.exhibits.images import credit_line, raster_of
from briefbook.exhibits.maps import BORDERS
from briefbook.model import Claim, Exhibit, ImageForm, Section, Supported, TimelineForm
from briefbook.text import Run, StatementType, Style, Tag, Text


def slide(texts: StatementText, section: Section, exhibit: Exhibit, art: ChartData | None) -> Slide:
    """Return the slide of an exhibit; `art` is None for a table and an image."""
    if exhibit.image is not None:
        return _image(texts, section, exhibit, exhibit.image)
    if exhibit.table is not None or art is None:
        return _table(texts, section, exhibit)
    if exhibit.timeline is not None:
        return _timeline(texts, section, exhibit, art, exhibit.timeline)
    return _chart(texts, section, exhibit, art)


def _heads(section: Section, exhibit: Exhibit) -> tuple[Fill, ...]:
    kicker = Fill("kicker", Paras((Para((Run(section.running or section.title),)),)))
    title = (Run(exhibit.short or exhibit.takeaway, statement=str(exhibit.id)),)
    return kicker, Fill("title", Paras((Para(title),)))


def _words(slot: str, text: Text) -> Fill:
    return Fill(slot, Paras((Para(text),)))


def _statements(texts: StatementText, exhibit: Exhibit) -> list[Supported]:
    """Return what an exhibit draws or rests on."""
    ids = [str(id_) for id_ in exhibit.supported_by]
    for group in exhibit.amounts.groups if exhibit.amounts else ():
        ids += [str(id_) for id_ in group.amounts]
    shown: list[Supported] = [texts.briefing.statements[id_] for id_ in ids]
    if exhibit.timeline:
        shown += texts.briefing.events
    return [*shown, *exhibit.statements]


def _chart(texts: StatementText, section: Section, exhibit: Exhibit, art: ChartData) -> Slide:
    drawn = _statements(texts, exhibit)
    extra = dict.fromkeys(series_name(entry) for entry in exhibit_series(texts.briefing, exhibit))
    extra |= dict.fromkeys(texts.bridges(exhibit))
    own = [
        entry
        for entry in drawn
        if entry not in [texts.briefing.statements.get(str(i)) for i in exhibit.supported_by]
    ]
    borders = (Run(f". {BORDERS}"),) if exhibit.map else ()
    fills = (
        _words("subtitle", (Run(art.subtitle, statement=str(exhibit.id)),)),
        Fill("chart", Drawing(art.chart, art.alt, str(exhibit.takeaway))),
        _words("source", (*texts.source_line(own, extra), *borders)),
    )
    return _shown(texts, section, exhibit, fills, drawn)


def _image(texts: StatementText, section: Section, exhibit: Exhibit, form: ImageForm) -> Slide:
    word, credit = credit_line(form)
    drawn = _statements(texts, exhibit)
    credited = (Run(word, Style.STRONG), Run(f" {credit} ", statement=str(exhibit.id)))
    photo = Photo(raster_of(form), str(form.alt), str(exhibit.takeaway))
    subtitle = _words("subtitle", (Run(exhibit.subtitle, statement=str(exhibit.id)),))
    fills = (
        *((subtitle,) if exhibit.subtitle else ()),
        Fill("chart", photo),
        _words("source", (*credited, *texts.source_line(drawn))),
    )
    return _shown(texts, section, exhibit, fills, drawn)


def _shown(
    texts: StatementText,
    section: Section,
    exhibit: Exhibit,
    shown: tuple[Fill, ...],
    drawn: list[Supported],
) -> Slide:
    """Return the slide of a chart or image, with the claim beside it or the note below."""
    fills = [*_heads(section, exhibit), *shown]
    layout = "chart-wide"
    if exhibit.panel:
        claim = texts.claims[str(exhibit.panel)]
        fills.append(Fill("takeaway", _panel(texts, claim)))
        drawn.append(claim)
        layout = "chart-takeaway"
    elif exhibit.note:
        fills.append(_words("note", (Run(exhibit.note, statement=str(exhibit.id)),)))
    said = [
        exhibit.takeaway,
        exhibit.note,
        *([texts.claims[str(exhibit.panel)].text] if exhibit.panel else []),
    ]
    return Slide(
        f"exhibit-{exhibit.id}",
        layout,
        str(section.title),
        tuple(fills),
        texts.notes(said, drawn),
        exhibit=str(exhibit.id),
    )


def _panel(texts: StatementText, claim: Claim) -> Paras:
    """Return the panel beside a chart: a claim with a figure shows it large."""
    paras = [Para((Tag(claim.kind),), "apparatus")]
    if claim.figure:
        paras.append(Para((Run(claim.figure, statement=str(claim.id)),), "number"))
    paras.append(Para(texts.short(claim)))
    if claim.lead:
        paras.append(Para((Run(claim.lead, statement=str(claim.id)),), "lead"))
    return Paras(tuple(paras))


def _timeline(
    texts: StatementText, section: Section, exhibit: Exhibit, art: ChartData, form: TimelineForm
) -> Slide:
    drawn = _statements(texts, exhibit)
    fills = [
        *_heads(section, exhibit),
        Fill("chart", Drawing(art.chart, art.alt, str(exhibit.takeaway))),
        *(
            Fill(
                f"phase-{n}",
                Paras(
                    (
                        Para(
                            (Run(f"{phase.years}  {phase.lead}", statement=str(exhibit.id)),),
                            "lead",
                        ),
                        Para((Run(phase.text, statement=str(exhibit.id)),)),
                    )
                ),
            )
            for n, phase in enumerate(form.phases, 1)
        ),
        _words("source", texts.source_line(drawn)),
    ]
    said = [exhibit.takeaway, exhibit.note]
    return Slide(
        f"exhibit-{exhibit.id}",
        "timeline" if form.phases else "chart-wide",
        str(section.title),
        tuple(fills),
        texts.notes(said, drawn),
        exhibit=str(exhibit.id),
    )


def _table(texts: StatementText, section: Section, exhibit: Exhibit) -> Slide:
    form = exhibit.table
    if form is None:
        raise TypeError(f"exhibit {exhibit.id} has neither chart nor table")
    columns = tuple(
        Column(header, float(width), is_name=index == 0)
        for index, (header, width) in enumerate(zip(form.headers, form.widths, strict=True))
    )
    rows = []
    has_views = False
    for row in form.rows:
        cells: list[Text] = [(Run(row.name, statement=str(exhibit.id)),)]
        for cell in row.cells:
            is_view = cell.stance is StatementType.ATTRIBUTED
            has_views = has_views or is_view
            flag = (Tag(StatementType.ATTRIBUTED, is_flag=True),) if is_view else ()
            cells.append((Run(cell.short or cell.text, statement=str(exhibit.id)), *flag))
        rows.append(tuple(cells))
    drawn = _statements(texts, exhibit)
    alt = f"Table: {exhibit.takeaway}. {len(rows)} rows; columns {', '.join(form.headers)}."
    fills = [*_heads(section, exhibit), Fill("table", Table(columns, tuple(rows), alt))]
    if has_views:
        words = (
            Run("View", Style.STRONG),
            Run(
                ": what the source asserts about motive or intent. Unmarked cells are stated as fact or as policy."
            ),
        )
        fills.append(_words("note", words))
    fills.append(_words("source", texts.source_line(drawn)))
    notes = texts.notes([exhibit.takeaway, exhibit.note], drawn)
    return Slide(
        f"exhibit-{exhibit.id}",
        "table",
        str(section.title),
        tuple(fills),
        notes,
        exhibit=str(exhibit.id),
    )
