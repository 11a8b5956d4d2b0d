"""Exhibits as slides: the finding as title, a native chart or table, what to take from it."""

from __future__ import annotations

from collections.abc import Sequence

from briefbook.deck.fills import source_fill, text_fill, title_fill, words_fill
from briefbook.deck.fit import fit_slide
from briefbook.deck.plan import Column, Drawing, Fill, Notes, Para, Photo, Slide, Table
from briefbook.deck.statement_text import StatementText
from briefbook.errors import DoesNotFit
from briefbook.evidence.assertions import exhibit_series
from briefbook.evidence.locators import series_name
from briefbook.exhibits import ChartData
from briefbook.exhibits.images import credit_line, raster_of
from briefbook.exhibits.maps import BORDERS
from briefbook.frozen import replace
from briefbook.localization import translate, translate_count
from briefbook.model import Claim, Exhibit, ImageForm, Supported, TimelineForm
from briefbook.model.slides import MOST_WORDS, words_for_slide
from briefbook.text import Run, StatementType, Style, Tag, Text

FEWEST_ROWS = 3
"""A table of fewer rows is no slide for an audience."""
_MOST_BLOCKS = 4


def slide(texts: StatementText, exhibit: Exhibit, art: ChartData | None) -> Slide:
    """Return the slide of an exhibit; `art` is None for a table and an image."""
    if exhibit.image is not None:
        return _image(texts, exhibit, exhibit.image)
    if exhibit.table is not None or art is None:
        return _table(texts, exhibit)
    if exhibit.timeline is not None:
        return _timeline(texts, exhibit, art, exhibit.timeline)
    return _chart(texts, exhibit, art)


def lead(texts: StatementText, exhibit: Exhibit, art: ChartData | None, said: set[str]) -> Slide:
    """Return the slide of the exhibit that leads: beside it up to four short blocks.

    They are its panel's claim, and those that support it and have not been said.
    """
    plain = slide(texts, exhibit, art)
    if not exhibit.panel or exhibit.table is not None or exhibit.timeline is not None:
        return plain
    claims = _blocks(texts, exhibit, said)
    for count in range(len(claims), 1, -1):
        blocked = _with_blocks(texts, exhibit, plain, claims[:count])
        if _has_room(blocked):
            return blocked
    return plain


def _with_blocks(
    texts: StatementText, exhibit: Exhibit, plain: Slide, claims: list[Claim]
) -> Slide:
    blocks = [
        text_fill(f"block-{n}", *_lead(claim), Para(texts.short(claim)), *texts.mark(claim))
        for n, claim in enumerate(claims, 1)
    ]
    kept = [fill for fill in plain.fills if fill.slot in ("title", "chart", "source")]
    notes = texts.notes([exhibit.takeaway, *(claim.text for claim in claims)], (exhibit, *claims))
    layout = f"chart-blocks-{len(claims)}"
    return replace(plain, layout=layout, fills=(*kept, *blocks), notes=notes)


def _has_room(slide_: Slide) -> bool:
    try:
        fit_slide(slide_)
    except DoesNotFit:
        return False
    return True


def _blocks(texts: StatementText, exhibit: Exhibit, said: set[str]) -> list[Claim]:
    found: list[Claim] = []
    for id_ in dict.fromkeys((exhibit.panel, *exhibit.supported_by)):
        claim = texts.claims.get(str(id_))
        words = sum(
            len(f"{one.lead} {words_for_slide(one)}".split()) for one in (*found, claim) if one
        )
        is_new = id_ == exhibit.panel or str(id_) not in said
        if claim and is_new and words <= MOST_WORDS and len(found) < _MOST_BLOCKS:
            found.append(claim)
    return found


def _lead(claim: Claim) -> tuple[Para, ...]:
    words = claim.figure or claim.lead
    return (Para((Run(words, statement=str(claim.id)),), "lead"),) if words else ()


def _slide(exhibit: Exhibit, layout: str, fills: Sequence[Fill], notes: Notes) -> Slide:
    """Return the slide of an exhibit: its takeaway, or the short form, is the title."""
    own = str(exhibit.id)
    title = title_fill(str(exhibit.short or exhibit.takeaway), own)
    return Slide(f"exhibit-{own}", layout, "", (title, *fills), notes, exhibit=own)


def _statements(texts: StatementText, exhibit: Exhibit) -> list[Supported]:
    """Return what an exhibit draws or rests on."""
    ids = [str(id_) for id_ in exhibit.supported_by]
    for group in exhibit.amounts.groups if exhibit.amounts else ():
        ids += [str(id_) for id_ in group.amounts]
    shown: list[Supported] = [texts.briefing.statements[id_] for id_ in ids]
    if exhibit.timeline:
        shown += texts.briefing.events
    return [*shown, *exhibit.statements]


def _chart(texts: StatementText, exhibit: Exhibit, art: ChartData) -> Slide:
    drawn = _statements(texts, exhibit)
    extra = dict.fromkeys(series_name(entry) for entry in exhibit_series(texts.briefing, exhibit))
    extra |= dict.fromkeys(texts.bridges(exhibit))
    own = [
        entry
        for entry in drawn
        if entry not in [texts.briefing.statements.get(str(i)) for i in exhibit.supported_by]
    ]
    line = texts.source_line(own, extra)
    if exhibit.map:
        line = (*line, Run(f"{'. ' if line else ''}{translate(BORDERS)}"))
    fills = (
        *_subtitle(exhibit, art.subtitle),
        Fill("chart", Drawing(art.chart, art.alt, str(exhibit.takeaway))),
        *source_fill(line),
    )
    return _shown(texts, exhibit, fills, drawn)


def _subtitle(exhibit: Exhibit, words: str) -> tuple[Fill, ...]:
    return (words_fill("subtitle", (Run(words, statement=str(exhibit.id)),)),) if words else ()


def _image(texts: StatementText, exhibit: Exhibit, form: ImageForm) -> Slide:
    word, credit = credit_line(form)
    drawn = _statements(texts, exhibit)
    credited = (Run(word, Style.STRONG), Run(f" {credit} ", statement=str(exhibit.id)))
    fills = (
        *_subtitle(exhibit, str(exhibit.subtitle)),
        Fill("chart", Photo(raster_of(form), str(form.alt), str(exhibit.takeaway))),
        *source_fill((*credited, *texts.source_line(drawn))),
    )
    return _shown(texts, exhibit, fills, drawn)


def _shown(
    texts: StatementText, exhibit: Exhibit, shown: tuple[Fill, ...], drawn: list[Supported]
) -> Slide:
    """Return the slide of a chart or image, with the claim beside it or the note below."""
    fills = [*shown]
    layout = "chart-wide"
    if exhibit.panel:
        claim = texts.claims[str(exhibit.panel)]
        fills.append(_panel(texts, claim))
        drawn.append(claim)
        layout = "chart-takeaway"
    elif exhibit.note:
        fills.append(words_fill("note", (Run(exhibit.note, statement=str(exhibit.id)),)))
        layout = "chart-note"
    said = [
        exhibit.takeaway,
        exhibit.note,
        *([texts.claims[str(exhibit.panel)].text] if exhibit.panel else []),
    ]
    return _slide(exhibit, layout, fills, texts.notes(said, drawn))


def _panel(texts: StatementText, claim: Claim) -> Fill:
    """Return the panel beside a chart: a claim with a figure shows it large."""
    own = str(claim.id)
    paras = [Para((Run(claim.figure, statement=own),), "number")] if claim.figure else []
    paras.append(Para(texts.short(claim)))
    if claim.lead:
        paras.append(Para((Run(claim.lead, statement=own),), "lead"))
    return text_fill("takeaway", *paras, *texts.mark(claim))


def _timeline(texts: StatementText, exhibit: Exhibit, art: ChartData, form: TimelineForm) -> Slide:
    drawn = _statements(texts, exhibit)
    own = str(exhibit.id)
    phases = (
        text_fill(
            f"phase-{n}",
            Para((Run(f"{phase.years}  {phase.lead}", statement=own),), "lead"),
            Para((Run(phase.text, statement=own),)),
        )
        for n, phase in enumerate(form.phases, 1)
    )
    chart = Fill("chart", Drawing(art.chart, art.alt, str(exhibit.takeaway)))
    fills = [chart, *phases, *source_fill(texts.source_line(drawn))]
    said = [exhibit.takeaway, exhibit.note]
    layout = "timeline" if form.phases else "chart-wide"
    return _slide(exhibit, layout, fills, texts.notes(said, drawn))


def _table(texts: StatementText, exhibit: Exhibit) -> Slide:
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
            words = cell.short or cell.text
            is_view = cell.stance is StatementType.ATTRIBUTED and "“" not in words
            has_views = has_views or is_view
            flag = (Tag(StatementType.ATTRIBUTED, is_flag=True),) if is_view else ()
            cells.append((Run(words, statement=str(exhibit.id)), *flag))
        rows.append(tuple(cells))
    drawn = _statements(texts, exhibit)
    alt = translate(
        "Table: {takeaway}. {rows}; columns {columns}.",
        takeaway=exhibit.takeaway,
        rows=translate_count("{n} row", "{n} rows", len(rows)),
        columns=", ".join(form.headers),
    )
    fills = [Fill("table", Table(columns, tuple(rows), alt))]
    if has_views:
        told = translate(": what the source asserts about motive or intent")
        fills.append(words_fill("note", (Run(translate("View"), Style.STRONG), Run(told))))
    fills += source_fill(texts.source_line(drawn))
    notes = texts.notes([exhibit.takeaway, exhibit.note], drawn)
    return _slide(exhibit, "table", fills, notes)
