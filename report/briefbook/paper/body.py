"""The sections: paragraphs with their side notes, blocks of the other kinds, exhibits, tables."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefbook.evidence.assertions import exhibit_series
from briefbook.evidence.calls import ExhibitCalls
from briefbook.evidence.citations import spoken
from briefbook.evidence.locators import numbers_in_words, series_name, source_names
from briefbook.evidence.numbering import exhibit_labels
from briefbook.exhibits import ChartData
from briefbook.exhibits.images import credit_line, printed_size, raster_of
from briefbook.exhibits.maps import BORDERS
from briefbook.localization import quoted, translate
from briefbook.model import (
    BlockPart,
    Briefing,
    Claim,
    Exhibit,
    ExhibitPart,
    GlanceItem,
    ImageForm,
    Note,
    ParagraphPart,
    Part,
    Section,
    SubheadingPart,
    TableRow,
)
from briefbook.paper import plan
from briefbook.paper.plan import Block
from briefbook.paper.prose import Prose, muted, strong
from briefbook.text import Inline, Link, Run, StatementType, Style, Text
from briefbook.theme import paper as theme
from briefbook_figures.display_list import DisplayList

_BLOCK_LABELS = {
    StatementType.ATTRIBUTED: "The source’s view",
    StatementType.COMPUTED: "= Computed",
    StatementType.JUDGEMENT: "Our judgement",
}


class Body:
    """Composes the sections of one briefing."""

    def __init__(
        self,
        briefing: Briefing,
        prose: Prose,
        charts: dict[str, ChartData],
        pictures: dict[str, DisplayList],
    ) -> None:
        """Keep what the parts draw on."""
        self._briefing = briefing
        self._prose = prose
        self._charts = charts
        self._pictures = pictures
        self._claims = {str(claim.id): claim for claim in briefing.claims}
        self._labels = exhibit_labels(briefing)
        self._calls = ExhibitCalls(briefing)

    def section(self, section: Section, number: int) -> tuple[Block, ...]:
        """Return a section's heading and parts, in two columns where nothing stands beside the text."""
        heading = plan.Heading(
            section.title, f"section-{section.id}", 1, str(number), section.running
        )
        blocks = [block for part in section.body for block in self._part(part)]
        has_notes = any(getattr(block, "notes", ()) for block in blocks)
        return (heading, *(blocks if has_notes else _in_columns(blocks)))

    def exhibit(self, id_: str) -> plan.Exhibit | plan.Table:
        """Return one exhibit alone."""
        exhibit = self._briefing.exhibit(id_)
        return self._table(exhibit) if exhibit.table else self._drawn(exhibit)

    def _part(self, part: Part) -> tuple[Block, ...]:
        match part:
            case ParagraphPart():
                claims = tuple(self._claims[str(id_)] for id_ in part.claims)
                text = (*self._prose.paragraph(claims), *self._called(part))
                return (plan.Paragraph(text, self._notes(part.notes)),)
            case SubheadingPart():
                anchor = "sub-" + "-".join(part.subheading.lower().split())
                return (plan.Heading(part.subheading, anchor, 2),)
            case BlockPart():
                return (self._block(self._claims[str(part.block)], self._notes(part.notes)),)
            case ExhibitPart():
                is_on_page_one = part.exhibit == self._briefing.lead_exhibit
                return (
                    ()
                    if is_on_page_one
                    else self._exhibit(self._briefing.exhibit(str(part.exhibit)))
                )

    def _called(self, part: ParagraphPart) -> Text:
        """Return the exhibits that a paragraph speaks of: `(Exhibits 2 and 3)`."""
        return self._pointer(self._calls.of(part))

    def shown_in(self, said: Claim | GlanceItem) -> Text:
        """Return the exhibits that page one's figures are worked out from, but for the one on that page."""
        lead = str(self._briefing.lead_exhibit)
        return self._pointer([id_ for id_ in self._calls.of_claim(said) if id_ != lead])

    def _pointer(self, ids: Sequence[str]) -> Text:
        links = [
            Link(label, f"#exhibit-{id_}") for id_, label in self._labels.items() if id_ in ids
        ]
        if not links:
            return ()
        parts: list[Inline] = [muted(" (")]
        for number, link in enumerate(links):
            parts += [muted(", "), link] if number else [link]
        return (*parts, muted(")"))

    def _notes(self, notes: tuple[Note, ...]) -> tuple[plan.SideNote, ...]:
        return tuple(
            plan.SideNote(note.lead, self._prose.sentence(self._claims[str(note.claim)]))
            if self._claims[str(note.claim)].kind is not StatementType.JUDGEMENT
            else plan.SideNote(
                note.lead, (Run(self._claims[str(note.claim)].text, statement=str(note.claim)),)
            )
            for note in notes
        )

    def _block(self, claim: Claim, notes: tuple[plan.SideNote, ...]) -> Block:
        label = translate(_BLOCK_LABELS[claim.kind])
        if claim.kind is StatementType.ATTRIBUTED:
            return self._quotation(claim, label, notes)
        if claim.kind is StatementType.COMPUTED:
            lines = claim.lines or (claim.text,)
            texts = tuple((Run(line, statement=str(claim.id)),) for line in lines)
            formula: Text = (muted(claim.terms, str(claim.id)),) if claim.terms else ()
            formula += self._prose.bridge(claim)
            return plan.Computation(label, texts, formula, notes)
        return plan.Judgement(label, self._prose.sentence(claim), notes)

    def _quotation(
        self, claim: Claim, label: str, notes: tuple[plan.SideNote, ...]
    ) -> plan.Quotation:
        """Set the source's own words, and below them who says them and where."""
        shown = spoken(claim, self._prose.citations.of(claim))
        inline: list[Inline] = []
        for passage, words in shown.words:
            inline.append(Run(quoted(words), statement=str(claim.id)))
            inline.append(self._prose.citation(passage.number))
        passages = [passage for passage, _ in shown.words]
        where = numbers_in_words(passage.anchor.paragraph for passage in passages)
        voice = claim.voice[:1].upper() + claim.voice[1:]
        said = (
            f"{source_names(self._briefing, passages)}."
            if shown.is_told
            else translate("{voice}, paragraph {where}.", voice=voice, where=where)
        )
        label = translate("Quoted by the source") if shown.is_own else label
        return plan.Quotation(label, tuple(inline), (muted(said, str(claim.id)),), notes)

    def _exhibit(self, exhibit: Exhibit) -> tuple[Block, ...]:
        if exhibit.table:
            return (self._table(exhibit),)
        return (self._drawn(exhibit),)

    def _drawn(self, exhibit: Exhibit) -> plan.Exhibit:
        if exhibit.image:
            return self._image(exhibit, exhibit.image)
        art = self._charts[str(exhibit.id)]
        return plan.Exhibit(
            label=self._labels[str(exhibit.id)],
            title=(strong(exhibit.takeaway, str(exhibit.id)),),
            subtitle=art.subtitle,
            picture=self._pictures[str(exhibit.id)],
            alt=art.alt,
            source=self._source_line(exhibit),
            anchor=f"exhibit-{exhibit.id}",
            attachment=f"{exhibit.id}.csv",
        )

    def _image(self, exhibit: Exhibit, form: ImageForm) -> plan.Exhibit:
        raster, id_ = raster_of(form), str(exhibit.id)
        word, credit = credit_line(form)
        passages = self._prose.citations.of(exhibit)
        source: list[Inline] = [strong(word), Run(f" {credit}", statement=id_)]
        if passages:
            names = source_names(self._briefing, passages)
            source += [Run(" "), *_under(translate("Source"), f"{names}.", id_)]
        source += _note(exhibit)
        return plan.Exhibit(
            label=self._labels[id_],
            title=(strong(exhibit.takeaway, id_),),
            subtitle=exhibit.subtitle,
            picture=plan.Photo(raster, *printed_size(raster)),
            alt=form.alt,
            source=tuple(source),
            anchor=f"exhibit-{id_}",
        )

    def _source_line(self, exhibit: Exhibit) -> Text:
        series = exhibit_series(self._briefing, exhibit)
        named = dict.fromkeys(series_name(entry) for entry in series)
        passages = {
            passage
            for group in (exhibit.amounts.groups if exhibit.amounts else ())
            for id_ in group.amounts
            for passage in self._prose.citations.of(self._briefing.statements[str(id_)])
        }
        if exhibit.timeline:
            passages = {p for e in self._briefing.events for p in self._prose.citations.of(e)}
        if exhibit.statements:
            passages = {p for part in exhibit.statements for p in self._prose.citations.of(part)}
        ordered = sorted(passages, key=lambda passage: passage.number)
        names = [*([source_names(self._briefing, ordered)] if ordered else []), *named]
        line: list[Inline] = [
            *_under(translate("Source"), f"{translate('; ').join(names)}.", str(exhibit.id))
        ]
        if exhibit.map:
            line.append(Run(f" {translate(BORDERS)}", statement=str(exhibit.id)))
        if _has_views(exhibit):
            line += [Run(" "), *_under(translate("Italics"), translate("the source’s view."))]
        line += [*_note(exhibit), *self._prose.bridge(exhibit)]
        return tuple(line)

    def _cells(self, exhibit: Exhibit, row: TableRow) -> tuple[Text, ...]:
        """Return the cells of a row, the source's views in italics; the last one has the row's citations."""
        said = [
            (
                Run(
                    cell.text,
                    Style.EMPHASIS if cell.stance is StatementType.ATTRIBUTED else Style.PLAIN,
                    str(exhibit.id),
                ),
            )
            for cell in row.cells
        ]
        cited = {p.number for cell in row.cells for p in self._prose.citations.of(cell)}
        *others, last = said
        return (*others, (*last, *self._prose.marks(sorted(cited))))

    def _table(self, exhibit: Exhibit) -> plan.Table:
        form = exhibit.table
        assert form is not None  # noqa: S101  the caller looked
        whole = sum(form.widths)
        columns = tuple(
            plan.Column(header, theme.TEXT_WIDTH * width / whole, is_name=index == 0)
            for index, (header, width) in enumerate(zip(form.headers, form.widths, strict=True))
        )
        rows = tuple(
            plan.Row(((Run(row.name, statement=str(exhibit.id)),), *self._cells(exhibit, row)))
            for row in form.rows
        )
        return plan.Table(
            columns, rows, f"exhibit-{exhibit.id}", self._labels[str(exhibit.id)],
            (strong(exhibit.takeaway, str(exhibit.id)),), exhibit.subtitle, self._source_line(exhibit),
        )  # fmt: skip


def _under(label: str, words: str, statement: str = "") -> Text:
    """Return words behind their label: `Source`, `Note`."""
    return strong(label), Run(f" {words}", statement=statement)


def _note(exhibit: Exhibit) -> Text:
    """Return what an exhibit excludes or assumes, behind its source."""
    if not exhibit.note:
        return ()
    return Run(" "), *_under(translate("Note"), str(exhibit.note), str(exhibit.id))


def _has_views(exhibit: Exhibit) -> bool:
    rows = exhibit.table.rows if exhibit.table else ()
    return any(cell.stance is StatementType.ATTRIBUTED for row in rows for cell in row.cells)


def _in_columns(blocks: list[Block]) -> list[Block]:
    """Return the blocks with each run of text gathered into two columns."""
    gathered: list[Block] = []
    kinds = plan.Heading | plan.Paragraph | plan.Quotation | plan.Computation | plan.Judgement
    for is_text, group in groupby(blocks, lambda block: isinstance(block, kinds)):
        found = tuple(group)
        gathered += [plan.TextColumns(found)] if is_text else found  # type: ignore[arg-type]
    return gathered


def remarks(briefing: Briefing, prose: Prose) -> plan.Table:
    """Return the table of what the sources get wrong or leave open."""
    columns = (
        plan.Column(translate("The source says"), 132, is_quote=True),
        plan.Column(translate("What is doubtful"), 237),
        plan.Column(translate("In this paper"), theme.TEXT_WIDTH - 369, is_strong=True),
    )
    rows: list[plan.Group | plan.Row] = []
    for group in briefing.notes_on_the_source:
        rows.append(plan.Group(group.group))
        for remark in group.remarks:
            said: list[Inline] = []
            for quote in remark.says:
                if said:
                    said.append(Run(", "))
                said.append(Run(quoted(remark.shown or quote.quote), statement="remark"))
                said.append(prose.citation(prose.citations.passage(quote).number))
                if remark.shown:
                    break
            doubt = (Run(remark.doubt, statement="remark"), *prose.cite(remark))
            rows.append(
                plan.Row((tuple(said), doubt, (Run(remark.treatment, statement="remark"),)))
            )
    return plan.Table(columns, tuple(rows), "remarks-table")
