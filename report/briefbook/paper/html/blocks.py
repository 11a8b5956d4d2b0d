"""Blocks of the plan as elements: one small function each."""

from __future__ import annotations

import base64
from typing import assert_never

from briefbook.localization import translate
from briefbook.markup import Child, Markup, element, joined
from briefbook.paper import plan
from briefbook.paper.cards import Card
from briefbook.paper.html.drawing import drawing, photo
from briefbook.paper.html.inline import Inlines
from briefbook.paper.html.markup import direction, said, spoken, told
from briefbook.text import Run, Text, plain


class Blocks:
    """Turns blocks into markup; knows the cards of statements, and the files behind exhibits."""

    def __init__(self, paper: plan.Paper, cards: tuple[Card, ...]) -> None:
        """Take what the blocks of a paper refer to."""
        self._inlines = Inlines({card.statement: card for card in cards})
        self._files = {file.name: file for file in paper.attachments}

    def block(self, block: plan.Block) -> Child:  # noqa: C901, PLR0911, PLR0912  a case each
        """Return a block; the opening stands in the page's header, and there are no pages to break."""
        match block:
            case plan.Opening() | plan.NewPage():
                return None
            case plan.Spread():
                parts = self._answer(block.main), self._figures(block.side)
                return element("div", parts, class_="spread")
            case plan.KeyPoints():
                return self._points(block)
            case plan.PinToFoot() | plan.TextColumns():
                return [self.block(part) for part in block.blocks]
            case plan.Notice():
                return self._notice(block)
            case plan.SourceNote():
                return self._text(block.text, "p", "source")
            case plan.Heading():
                name = "h2" if block.level == 1 else "h3"
                return told(name, block.words, id=block.anchor, data_text=True)
            case plan.Lead():
                return self._text(block.text, "p", "muted")
            case plan.Paragraph():
                return [self._text(block.text, "p"), self._notes(block.notes)]
            case plan.Quotation():
                return self._quotation(block)
            case plan.Computation():
                return self._computation(block)
            case plan.Judgement():
                return self._judgement(block)
            case plan.Judgements():
                return self._judgements(block)
            case plan.Colophon():
                return self._colophon(block)
            case plan.Exhibit():
                return self._exhibit(block)
            case plan.Table():
                return self._table(block)
            case plan.Chronology():
                return element("ul", map(self._event, block.entries), class_="events")
            case plan.Evidence():
                return _evidence(block)
            case _:
                assert_never(block)

    def _text(self, text: Text, name: str, class_: str | None = None) -> Markup | None:
        """Return a text with the buttons of its statements; nothing for no text."""
        if not text:
            return None
        way = direction(plain(text))
        return element(name, self._inlines.text(text), class_=class_, data_text=True, dir=way)

    # ── Page one ─────────────────────────────────────────────────────────────────────────────────

    def _answer(self, line: plan.BottomLine) -> Markup:
        answer = self._text(line.text, "p", "answer")
        label = said(line.label, "p", "label")
        below = [self._text(text, "p", "grade") for text in line.lines]
        return element("section", label, answer, below, class_="box", aria_label=line.label)

    def _figures(self, figures: plan.Figures) -> Markup | None:
        if not figures.items:
            return None
        return element("dl", map(self._figure, figures.items), class_="figures")

    def _figure(self, figure: plan.Figure) -> Child:
        value = element("dt", self._inlines.text(figure.value, opens=False), data_text=True)
        return [value, self._text(figure.caption, "dd")]

    def _points(self, points: plan.KeyPoints) -> Markup:
        items = [
            element(
                "li", said(str(number), "span", "number"), " ",
                self._text((*point.lead, Run(" "), *point.text), "span"),
            )
            for number, point in enumerate(points.points, 1)
        ]  # fmt: skip
        heading = told("h2", points.heading, data_text=True)
        return element("section", heading, element("ol", items, class_="points"))

    def _notice(self, notice: plan.Notice) -> Markup:
        return element(
            "p", said(notice.label, "strong"), " ", self._text(notice.text, "span"), " ",
            said(notice.remark, "span", "muted"), class_="notice",
        )  # fmt: skip

    def _colophon(self, colophon: plan.Colophon) -> Markup:
        pairs = [[said(label, "dt"), self._text(text, "dd")] for label, text in colophon.entries]
        return element("dl", pairs, class_="colophon")

    # ── Text ─────────────────────────────────────────────────────────────────────────────────────

    def _quotation(self, block: plan.Quotation) -> Markup:
        return element(
            "div",
            said(block.label, "p", "label view"),
            element("blockquote", self._text(block.text, "p")),
            self._text(block.attribution, "p", "muted"),
            self._notes(block.notes),
            class_="box view",
        )

    def _computation(self, block: plan.Computation) -> Markup:
        return element(
            "div",
            said(block.label, "p", "label"),
            [self._text(line, "p") for line in block.lines],
            self._text(block.formula, "p", "muted"),
            self._notes(block.notes),
            class_="box computed",
        )

    def _judgement(self, block: plan.Judgement) -> Markup:
        label, text = said(block.label, "p", "label"), self._text(block.text, "p")
        return element("div", label, text, self._notes(block.notes), class_="box")

    def _judgements(self, block: plan.Judgements) -> Markup:
        heading = told("h2", block.heading, id=block.anchor, data_text=True)
        texts = element("div", [self._text(text, "p") for text in block.texts_], class_="three")
        return element("section", heading, texts, class_="box")

    def _notes(self, notes: tuple[plan.SideNote, ...]) -> list[Markup]:
        return [
            element("p", said(note.lead, "strong"), " ", self._text(note.text, "span"), class_="note")
            for note in notes
        ]  # fmt: skip

    def _event(self, entry: plan.ChronologyEntry) -> Markup:
        return element("li", said(entry.date, "strong"), " ", self._text(entry.text, "span"))

    # ── Exhibits and tables ──────────────────────────────────────────────────────────────────────

    def _exhibit(self, exhibit: plan.Exhibit) -> Markup:
        title = self._caption(exhibit.label, exhibit.title)
        return element(
            "figure",
            element("figcaption", title, said(exhibit.subtitle, "p", "muted")),
            _picture(exhibit),
            self._text(exhibit.source, "p", "source"),
            self._download(exhibit.attachment),
            id=exhibit.anchor,
        )

    def _download(self, attachment: str) -> Markup | None:
        """Return a link to the figures behind an exhibit, which the page holds."""
        file = self._files.get(attachment)
        if file is None:
            return None
        address = f"data:{file.mime};base64,{base64.b64encode(file.data).decode()}"
        link = element("a", translate("Data (CSV)"), href=address, download=file.name)
        return element("p", link, class_="download")

    def _caption(self, label: str, title: Text) -> Markup:
        number = element("span", f"{label} ", class_="exhibit") if label else None
        way = None if label else direction(plain(title))
        words = self._inlines.text(title)
        return element("p", number, words, class_="caption", data_text=True, dir=way)

    def _table(self, table: plan.Table) -> Child:
        caption = None
        if table.label or table.title:
            title = self._caption(table.label, table.title)
            caption = element("caption", title, said(table.subtitle, "p", "muted"))
        made = element(
            "table",
            caption,
            element("thead", element("tr", map(_column_head, table.columns))),
            element("tbody", [self._row(row, table.columns) for row in table.rows]),
            class_="data" if table.is_compact else None,
        )
        named = ", ".join(filter(None, (column.header for column in table.columns)))
        region = element(
            "div", made, class_="wide", role="group", tabindex="0",
            aria_label=plain(table.title) or table.label or named, id=table.anchor,
        )  # fmt: skip
        return [region, self._text(table.source, "p", "source")]

    def _row(self, row: plan.Group | plan.Row, columns: tuple[plan.Column, ...]) -> Markup:
        if isinstance(row, plan.Group):
            head = told("th", row.text, scope="rowgroup", colspan=str(len(columns)), data_text=True)
            return element("tr", head, class_="group")
        return element("tr", map(self._cell, columns, row.cells))

    def _cell(self, column: plan.Column, cell: Text) -> Markup:
        is_head = column.is_name and bool(cell)
        return element(
            "th" if is_head else "td", self._inlines.text(cell), scope="row" if is_head else None,
            class_=_align(column), data_text=bool(cell), dir=direction(plain(cell)),
        )  # fmt: skip


def _picture(exhibit: plan.Exhibit) -> Markup:
    if isinstance(exhibit.picture, plan.Photo):
        return photo(exhibit.picture, exhibit.alt)
    return drawing(exhibit.picture, exhibit.alt, exhibit.anchor)


def _column_head(column: plan.Column) -> Markup:
    has_words = bool(column.header)
    return told("th", column.header, scope="col", class_=_align(column), data_text=has_words)


def _align(column: plan.Column) -> str | None:
    return "right" if column.align == "decimal" else "quoted" if column.is_quote else None


def _evidence(evidence: plan.Evidence) -> Markup:
    heading = told("h3", evidence.heading, data_text=True) if evidence.heading else None
    return joined(heading, element("ol", map(_passage, evidence.entries), class_="passages"))


def _passage(entry: plan.EvidenceEntry) -> Markup:
    where = f" {entry.locator_words}" if entry.locator_words else ""
    words = element(
        "span", spoken(entry.quote), element("span", where, class_="muted") if where else None,
        class_="passage view" if entry.is_view else "passage", data_text=True,
        dir=direction(f"{entry.quote} {entry.locator_words}"),
    )  # fmt: skip
    number = said(str(entry.number), "span", "number")
    name = translate("Back to the text")
    back = element("a", "↩", href=f"#{entry.back}", aria_label=name) if entry.back else None
    return element("li", number, " ", words, [" ", back] if back else None, id=entry.anchor)
