"""Blocks of the plan as items of the page: one small function each, except page one's."""

from __future__ import annotations

from typing import assert_never

from briefbook.errors import DoesNotFit
from briefbook.frozen import replace
from briefbook.localization import translate
from briefbook.paper import plan
from briefbook.paper.pdf import first_page, foot, panels
from briefbook.paper.pdf.boxes import AnchorBox, Box, HBox, KeepTogether, Layer, VBox, stack
from briefbook.paper.pdf.columns import EntryColumns, TextColumnsBox
from briefbook.paper.pdf.images import PhotoBox
from briefbook.paper.pdf.items import Item, gap_between
from briefbook.paper.pdf.pictures import PictureBox, ShapeBox
from briefbook.paper.pdf.tables import table_box
from briefbook.paper.pdf.texts import evidence_name, text_box, titled
from briefbook.pdf.structure import Element
from briefbook.text import Link, Run, Style, Text, plain
from briefbook.theme import paper as theme

_EXHIBIT_LEVEL = 1
"""Of an exhibit's bookmark: below the section's."""


class Blocks:
    """Turns blocks into items; knows the section that they belong to."""

    def __init__(self, root: Element) -> None:
        """Begin at the root."""
        self._root = root
        self._section = root
        self._part = root
        self._running = ""
        self._notes = 0
        self._depth = 0
        """Of the last heading: levels may be left, not skipped."""

    def items(self, blocks: tuple[plan.Block, ...]) -> list[Item]:
        """Return the items of all blocks."""
        items: list[Item] = []
        on_new_page = False
        for number, block in enumerate(blocks, 1):
            if isinstance(block, plan.NewPage):
                on_new_page = True
                continue
            if (
                isinstance(block, plan.Evidence)
                and items
                and isinstance(items[-1].box, EntryColumns)
            ):
                items[-1] = self._continued(items[-1], block, number)
                continue
            made = self._items(block)
            self._running = made[0].section or self._running if made else self._running
            made = [replace(item, block=number, belongs=self._running) for item in made]
            if on_new_page and made:
                made[0] = replace(made[0], on_new_page=True)
                on_new_page = False
            items += made
        return items

    def _items(self, block: plan.Block) -> list[Item]:  # noqa: C901, PLR0911, PLR0912  a case each
        match block:
            case plan.Opening():
                self._depth = 1
                return [first_page.opening(block, self._root)]
            case plan.Spread():
                return [first_page.spread(block, self._root)]
            case plan.KeyPoints():
                self._depth = 2
                return [first_page.key_points(block, self._root)]
            case plan.PinToFoot():
                return [foot.pinned(block, self._part)]
            case plan.Notice():
                return [foot.notice(block, self._part)]
            case plan.SourceNote():
                return [foot.source_note(block, self._part)]
            case plan.Heading():
                return [self._heading(block)]
            case plan.Lead():
                box = text_box(block.text, theme.LEAD, self._p(), theme.TEXT_WIDTH)
                return [Item(box, 0, theme.LEAD_BELOW, keeps=True, is_wide=True)]
            case plan.Paragraph():
                box = text_box(block.text, theme.BODY, self._p(), theme.MAIN_WIDTH)
                gap = theme.PARAGRAPH_GAP
                return [Item(box, gap, gap, notes=self._side_notes(block.notes))]
            case plan.Quotation():
                return [self._block(panels.quotation(block, self._part), block.notes)]
            case plan.Computation():
                return [self._block(panels.computation(block, self._part), block.notes)]
            case plan.Judgement():
                return [self._block(panels.judgement(block, self._part), block.notes)]
            case plan.Judgements():
                return [self._judgements(block)]
            case plan.TextColumns():
                return [self._text_columns(block)]
            case plan.Colophon():
                return [foot.colophon(block, self._part)]
            case plan.Exhibit():
                return [self._exhibit(block)]
            case plan.Table():
                return [self._table(block)]
            case plan.Chronology():
                return [self._chronology(block)]
            case plan.Evidence():
                return self._evidence(block)
            case plan.NewPage():
                return []
            case _:
                assert_never(block)

    def _p(self) -> Element:
        return Element("P", self._part)

    # ── Headings and text ────────────────────────────────────────────────────────────────────────

    def _heading(self, heading: plan.Heading, width: float = theme.MAIN_WIDTH) -> Item:
        if heading.level == 1:
            self._section = self._part = Element("Sect", self._root)
        else:
            self._part = Element("Sect", self._section)
        self._depth = depth = min(heading.level + 1, self._depth + 1)
        element = Element(f"H{depth}", self._part)
        title = f"{heading.number} {heading.text}" if heading.number else heading.text
        box = (
            _section_heading(heading, element)
            if heading.level == 1
            else text_box(heading.text, theme.SUBHEADING, element, width)
        )
        is_section = heading.level == 1
        return Item(
            AnchorBox(box, (heading.anchor,), title, heading.level - 1),
            theme.SECTION_ABOVE if is_section else theme.SUBHEADING_ABOVE,
            theme.SECTION_BELOW if is_section else theme.SUBHEADING_BELOW,
            keeps=True,
            is_wide=is_section,
            on_new_page=heading.on_new_page,
            closes=heading.on_new_page,
            name=heading.anchor,
            section=(heading.running or heading.text) if is_section else "",
        )

    def _block(self, box: Box, notes: tuple[plan.SideNote, ...]) -> Item:
        gap, under = theme.BLOCK_GAP, theme.BLOCK_UNDER
        return Item(box, gap, gap, under, notes=self._side_notes(notes))

    def _judgements(self, block: plan.Judgements) -> Item:
        box = AnchorBox(panels.judgements(block, self._part), (block.anchor,), block.heading, 0)
        return Item(
            box, 0.0, theme.SPREAD_BELOW, theme.EXHIBIT_UNDER, is_wide=True, name=block.anchor
        )

    def _text_columns(self, columns: plan.TextColumns) -> Item:
        """Return running text in two columns as one item, which parts where a page ends."""
        items = [self._in_column(block) for block in columns.blocks]
        layers = [
            Layer(item.box, gap_between(before, item) if before else 0.0, keeps=item.keeps)
            for before, item in zip((None, *items), items, strict=False)
        ]
        gap = theme.PARAGRAPH_GAP
        return Item(
            TextColumnsBox(VBox(tuple(layers))),
            gap,
            gap,
            is_wide=True,
            passes=True,
            label="the text",
        )

    def _in_column(
        self,
        block: plan.Heading | plan.Paragraph | plan.Quotation | plan.Computation | plan.Judgement,
    ) -> Item:
        width, gap = theme.COLUMN_WIDTH, theme.BLOCK_GAP
        match block:
            case plan.Heading():
                return self._heading(block, width)
            case plan.Paragraph():
                box = text_box(block.text, theme.BODY, self._p(), width)
                return Item(box, theme.PARAGRAPH_GAP, theme.PARAGRAPH_GAP)
            case plan.Quotation():
                return Item(panels.quotation(block, self._part, width), gap, gap)
            case plan.Computation():
                return Item(panels.computation(block, self._part, width), gap, gap)
            case plan.Judgement():
                return Item(panels.judgement(block, self._part, width), gap, gap)

    def _side_notes(self, notes: tuple[plan.SideNote, ...]) -> tuple[Box, ...]:
        return tuple(panels.side_note(note, Element("Aside", self._part)) for note in notes)

    # ── Exhibits and tables ──────────────────────────────────────────────────────────────────────

    def _exhibit(self, exhibit: plan.Exhibit) -> Item:
        if exhibit.picture.width_pt > theme.TEXT_WIDTH + 0.5:
            message = f"{exhibit.label} is {exhibit.picture.width_pt:.0f} pt wide"
            raise DoesNotFit(message, hint=f"the text is {theme.TEXT_WIDTH:.0f} pt wide")
        group = Element("Exhibit", self._part)
        files = (exhibit.attachment,) if exhibit.attachment else ()
        figure = Element("Figure", group, alt=exhibit.alt, files=files)
        title = titled(exhibit.label, exhibit.title, Element("P", group))
        layers: list[tuple[float, Box]] = [(0.0, title)]
        if exhibit.subtitle:
            layers.append((0.0, _small(exhibit.subtitle, theme.EXHIBIT_SUBTITLE, group)))
        picture = exhibit.picture
        drawn = (
            PhotoBox(picture, figure)
            if isinstance(picture, plan.Photo)
            else PictureBox(picture, figure)
        )
        layers.append((theme.PICTURE_ABOVE, drawn))
        if exhibit.source:
            source = text_box(exhibit.source, theme.SOURCE, Element("P", group), theme.TEXT_WIDTH)
            layers.append((theme.SOURCE_ABOVE, source))
        box = KeepTogether(panels.opened(stack(*layers)))
        name = f"{exhibit.label}: {plain(exhibit.title)}"
        return Item(
            AnchorBox(box, (exhibit.anchor,), name, _EXHIBIT_LEVEL),
            theme.EXHIBIT_ABOVE,
            theme.EXHIBIT_BELOW,
            theme.EXHIBIT_UNDER,
            is_wide=True,
            floats=True,
            name=exhibit.anchor,
            label=exhibit.label,
        )

    def _table(self, table: plan.Table) -> Item:
        element = Element("Table", self._part)
        rows = table_box(table, element)
        layers: list[Layer] = []
        if table.label or table.title:
            caption = Element("Caption", element)
            if table.is_compact:
                said = (Run(table.label, Style.STRONG), Run(f"  {table.subtitle}"))
                title = text_box(said, theme.COMPACT_TITLE, Element("P", caption), theme.TEXT_WIDTH)
            else:
                title = titled(table.label, table.title, Element("P", caption))
            layers.append(Layer(panels.opened(title), keeps=True))
            if table.subtitle and not table.is_compact:
                subtitle = _small(table.subtitle, theme.EXHIBIT_SUBTITLE, caption)
                layers.append(Layer(subtitle, keeps=True))
        layers.append(Layer(rows, theme.TABLE_ABOVE, keeps=bool(table.source)))
        if table.source:
            source = text_box(table.source, theme.SOURCE, self._p(), theme.TEXT_WIDTH)
            layers.append(Layer(source, theme.SOURCE_ABOVE))
        box: Box = VBox(tuple(layers))
        is_titled = bool(table.label or table.title)
        is_short = is_titled and not table.is_compact and box.height <= theme.SHORT_TABLE
        if is_short:
            box = KeepTogether(box)
        title_text = f"{table.label}: {plain(table.title)}" if table.label and table.title else ""
        return Item(
            AnchorBox(box, (table.anchor,), title_text, _EXHIBIT_LEVEL),
            theme.EXHIBIT_ABOVE if is_titled else 0.0,
            theme.EXHIBIT_BELOW,
            theme.EXHIBIT_UNDER if is_titled else 0.0,
            is_wide=True,
            floats=is_short,
            name=table.anchor,
            label=table.label or "a table",
        )

    # ── Lists in two columns ─────────────────────────────────────────────────────────────────────

    def _chronology(self, chronology: plan.Chronology) -> Item:
        group = Element("L", self._part)
        rows = tuple(self._event(entry, Element("LI", group)) for entry in chronology.entries)
        return Item(
            EntryColumns(rows),
            theme.COLUMNS_ABOVE,
            theme.EXHIBIT_BELOW,
            is_wide=True,
            label="the chronology",
        )

    def _event(self, entry: plan.ChronologyEntry, item: Element) -> HBox:
        body = Element("LBody", item)
        date = text_box(
            entry.date, theme.DATE, Element("Lbl", item), theme.CHRONOLOGY_DATE - theme.DATE_GAP
        )
        figure = Element("Figure", body, alt=translate(theme.SHAPE_WORDS[entry.shape]))
        mark = ShapeBox(entry.shape, figure, theme.EVENT.leading, theme.CHRONOLOGY_SLOT)
        at = theme.CHRONOLOGY_DATE + theme.CHRONOLOGY_MARK
        event = text_box(entry.text, theme.EVENT, Element("P", body), theme.COLUMN_WIDTH - at)
        cells = (0.0, date), (theme.CHRONOLOGY_DATE, mark), (at, event)
        return HBox(
            cells,
            theme.COLUMN_WIDTH,
            theme.CHRONOLOGY_ABOVE,
            theme.CHRONOLOGY_BELOW,
            theme.HAIR_RULE,
        )

    def _evidence(self, evidence: plan.Evidence) -> list[Item]:
        columns = EntryColumns(self._entries(evidence), 3)
        return [Item(columns, 0.0, theme.EXHIBIT_BELOW, is_wide=True, label="the evidence")]

    def _continued(self, item: Item, evidence: plan.Evidence, number: int) -> Item:
        """Return the columns of the evidence before it with more of it, so that they end level once."""
        assert isinstance(item.box, EntryColumns)  # noqa: S101  the caller looked
        # Those of earlier parts have their block: to copy all for each part would be quadratic.
        before = (e if e.block else replace(e, block=item.block) for e in item.box.entries)
        more = (replace(entry, block=number) for entry in self._entries(evidence))
        return replace(item, box=EntryColumns((*before, *more), item.box.columns))

    def _entries(self, evidence: plan.Evidence) -> tuple[HBox, ...]:
        """Return the passages under their heading; this never stands at the foot of a column."""
        headings = [
            text_box(
                evidence.heading, theme.EVIDENCE_HEADING,
                Element(f"H{min(self._depth + 1, 3)}", self._part), theme.THIRD_WIDTH,
            )
        ] if evidence.heading else []  # fmt: skip
        group = Element("Sect", self._part)
        first, *others = (self._passage(entry, group) for entry in evidence.entries)
        for heading in headings:
            box = stack(heading, (theme.EVIDENCE_HEADING_BELOW, first))
            first = HBox(((0.0, box),), theme.THIRD_WIDTH, theme.EVIDENCE_HEADING_ABOVE)
        return (first, *others)

    def _passage(self, entry: plan.EvidenceEntry, group: Element) -> HBox:
        self._notes += 1
        note = Element("Note", group, id=f"note-{self._notes}")
        printed = str(entry.number)
        number: Text = (Link(printed, f"#{entry.back}") if entry.back else Run(printed),)
        at = theme.EVIDENCE_NUMBER_WIDTH
        label = text_box(number, theme.EVIDENCE_NUMBER, Element("Lbl", note), at)
        type_ = theme.EVIDENCE_VIEW if entry.is_view else theme.EVIDENCE_QUOTE
        origin = entry.locator_words
        words = (Run(entry.quote), *((Run(f" {origin}", Style.MUTED),) if origin else ()))
        quote = text_box(words, type_, Element("BlockQuote", note), theme.THIRD_WIDTH - at)
        names = entry.anchor, evidence_name(entry.number)
        cells = (0.0, AnchorBox(label, names)), (at, quote)
        return HBox(cells, theme.THIRD_WIDTH, theme.EVIDENCE_ABOVE, theme.EVIDENCE_BELOW)


def _section_heading(heading: plan.Heading, element: Element) -> Box:
    """Set a section's heading under a rule over the full width, its number at the left."""
    gap = theme.SECTION_RULE_GAP
    if not heading.number:
        text = text_box(heading.text, theme.HEADING, element, theme.TEXT_WIDTH)
        return panels.opened(text, gap=gap)
    number = text_box(
        (Run(heading.number + " "),), theme.HEADING_NUMBER, element, theme.SECTION_NUMBER
    )
    measure = theme.TEXT_WIDTH - theme.SECTION_NUMBER
    text = text_box(heading.text, theme.HEADING, element, measure)
    box = HBox(((0.0, number), (theme.SECTION_NUMBER, text)), theme.TEXT_WIDTH)
    return panels.opened(box, gap=gap)


def _small(text: str, type_: theme.Type, parent: Element) -> Box:
    return text_box(text, type_, Element("P", parent), theme.TEXT_WIDTH)
