"""Paper → one HTML file for readers: self-contained, read without scripts, styles of its own.

Headings, tables and lists are what they are; charts are SVG with their words as text. Behind each
statement a button opens its card (the Popover API; where a browser has none, the cards stand at the
end): quotes, sources, formulas. The page asks nothing of a network, by its own policy too.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from importlib.resources import files
from typing import assert_never

from briefbook.localization import translate
from briefbook.paper import plan
from briefbook.paper.cards import Card
from briefbook.paper.html.drawing import drawing, photo
from briefbook.paper.html.inline import Inlines
from briefbook.paper.html.markup import Markup, direction, element, joined, spoken, told
from briefbook.text import Run, Text, plain
from briefbook.theme.look import worn
from briefbook_figures import palette

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_INKS = ("NAVY", "RUST", "GREEN", "TEXT", "MUTED", "AXIS", "HAIR", "TINT")


def render_html(paper: plan.Paper, cards: tuple[Card, ...]) -> bytes:
    """Return the evidence page of a paper in UTF-8; the same plan gives the same bytes."""
    page = _Page(paper, cards)
    body = [page.header(), page.contents(), page.main(), page.cards(), page.footer()]
    html = element("html", [_head(paper), element("body", body)], lang=paper.meta.lang)
    return f"<!DOCTYPE html>\n{html}\n".encode()


def stylesheet() -> str:
    """Return the page's style sheet; its inks are set beside it."""
    return files("briefbook.paper.html").joinpath("page.css").read_text(encoding="utf-8")


def _head(paper: plan.Paper) -> Markup:
    meta = paper.meta
    inks = "".join(
        f"--{name.lower()}:{worn().ink(getattr(palette, name))};" for name in _INKS
    )  # fmt: skip
    named = {
        "viewport": "width=device-width, initial-scale=1", "author": meta.author,
        "description": meta.subject, "keywords": "; ".join(meta.keywords),
        "generator": meta.creator, "date": meta.created,
    }  # fmt: skip
    return element("head", [
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        *(element("meta", name=name, content=said) for name, said in named.items() if said),
        element("title", meta.title),
        element("style", Markup(f":root{{{inks}}}")),
        element("style", Markup(stylesheet())),
    ])  # fmt: skip


def _said(words: str, name: str = "p", class_: str | None = None) -> Markup:
    """Return a text of the plan as an element; nothing for no words."""
    return told(name, words, class_=class_, data_text=True) if words else Markup("")


class _Page:
    """Turns the blocks of a paper into sections."""

    def __init__(self, paper: plan.Paper, cards: tuple[Card, ...]) -> None:
        self._paper = paper
        self._cards = cards
        self._inlines = Inlines({card.statement: card for card in cards})
        self._files = {file.name: file for file in paper.attachments}

    # ── Around the text ──────────────────────────────────────────────────────────────────────────

    def header(self) -> Markup:
        marking = self._paper.furniture.marking
        logo = self._paper.furniture.logo
        parts = [element("p", marking, class_="marking")] if marking else []
        if logo is not None:
            data = base64.b64encode(logo.image.data).decode()
            parts.append(
                element(
                    "img", class_="logo", src=f"data:{logo.image.type};base64,{data}", alt=logo.alt
                )
            )
        return element("header", [*parts, *map(self._opening, self._of(plan.Opening))])

    def contents(self) -> Markup:
        links = [
            element("li", told("a", heading.words, href=f"#{heading.anchor}"))
            for heading in self._headings()
        ]
        if not links:
            return Markup("")
        return element("nav", element("ol", links), aria_label=translate("Contents"))

    def main(self) -> Markup:
        return element("main", [self._block(block) for block in self._paper.blocks])

    def footer(self) -> Markup:
        furniture = self._paper.furniture
        said = [element("p", furniture.footer, class_="muted")]
        if furniture.marking:
            said.append(element("p", furniture.marking, class_="marking"))
        return element("footer", said)

    def cards(self) -> Markup:
        heading = translate("What bears each statement")
        return element("aside", [_card(card) for card in self._cards], aria_label=heading)

    def _of(self, kind: type[plan.Opening]) -> Iterator[plan.Opening]:
        return (block for block in self._paper.blocks if isinstance(block, kind))

    def _headings(self) -> Iterator[plan.Heading]:
        for block in self._paper.blocks:
            if isinstance(block, plan.Heading) and block.level == 1:
                yield block

    def _opening(self, block: plan.Opening) -> Markup:
        line = [
            _said(block.kicker, "span", "kicker"),
            " ",
            _said(block.topic, "span"),
            " ",
            _said(block.date, "span", "date"),
        ]
        return joined([
            element("p", line, class_="line"), _said(block.title, "h1"),
            _said(block.subtitle, "p", "subtitle"), _said(block.byline, "p", "muted"),
        ])  # fmt: skip

    # ── Blocks ───────────────────────────────────────────────────────────────────────────────────

    def _block(self, block: plan.Block) -> Markup:  # noqa: C901, PLR0911, PLR0912  a case each
        match block:
            case plan.Opening() | plan.NewPage():
                return Markup("")
            case plan.Spread():
                return element(
                    "div", [self._answer(block.main), self._figures(block.side)], class_="spread"
                )
            case plan.KeyPoints():
                return self._points(block)
            case plan.PinToFoot():
                return joined([self._block(part) for part in block.blocks])
            case plan.Notice():
                parts = [
                    _said(block.label, "strong"),
                    " ",
                    self._text(block.text, "span"),
                    " ",
                    _said(block.remark, "span", "muted"),
                ]
                return element("p", parts, class_="notice")
            case plan.SourceNote():
                return self._text(block.text, "p", "source")
            case plan.Heading():
                name = "h2" if block.level == 1 else "h3"
                return told(name, block.words, id=block.anchor, data_text=True)
            case plan.Lead():
                return self._text(block.text, "p", "muted")
            case plan.Paragraph():
                return joined([self._text(block.text, "p"), *map(self._note, block.notes)])
            case plan.Quotation():
                quote = element("blockquote", self._text(block.text, "p"))
                said = [
                    _said(block.label, "p", "label view"),
                    quote,
                    self._text(block.attribution, "p", "muted"),
                ]
                return element("div", [*said, *map(self._note, block.notes)], class_="box view")
            case plan.Computation():
                lines = [self._text(line, "p") for line in block.lines]
                said = [
                    _said(block.label, "p", "label"),
                    *lines,
                    self._text(block.formula, "p", "muted"),
                ]
                return element("div", [*said, *map(self._note, block.notes)], class_="box computed")
            case plan.Judgement():
                said = [_said(block.label, "p", "label"), self._text(block.text, "p")]
                return element("div", [*said, *map(self._note, block.notes)], class_="box")
            case plan.Judgements():
                heading = told("h2", block.heading, id=block.anchor, data_text=True)
                texts = element(
                    "div", [self._text(text, "p") for text in block.texts_], class_="three"
                )
                return element("section", [heading, texts], class_="box")
            case plan.TextColumns():
                return joined([self._block(part) for part in block.blocks])
            case plan.Colophon():
                pairs = [
                    [_said(label, "dt"), self._text(text, "dd")] for label, text in block.entries
                ]
                return element("dl", [part for pair in pairs for part in pair], class_="colophon")
            case plan.Exhibit():
                return self._exhibit(block)
            case plan.Table():
                return self._table(block)
            case plan.Chronology():
                rows = [
                    element(
                        "li", [_said(entry.date, "strong"), " ", self._text(entry.text, "span")]
                    )
                    for entry in block.entries
                ]
                return element("ul", rows, class_="events")
            case plan.Evidence():
                return self._evidence(block)
            case _:
                assert_never(block)

    def _text(self, text: Text, name: str, class_: str | None = None) -> Markup:
        return (
            element(
                name,
                self._inlines.text(text),
                class_=class_,
                data_text=True,
                dir=direction(plain(text)),
            )
            if text
            else Markup("")
        )

    def _note(self, note: plan.SideNote) -> Markup:
        parts = [_said(note.lead, "strong"), " ", self._text(note.text, "span")]
        return element("p", parts, class_="note")

    def _answer(self, line: plan.BottomLine) -> Markup:
        said = [_said(line.label, "p", "label"), self._text(line.text, "p", "answer")]
        return element("section", said, class_="box", aria_label=line.label)

    def _figures(self, figures: plan.Figures) -> Markup:
        if not figures.items:
            return Markup("")
        pairs = [
            [
                element("dt", self._inlines.text(i.value, opens=False), data_text=True),
                self._text(i.caption, "dd"),
            ]
            for i in figures.items
        ]
        return element("dl", [part for pair in pairs for part in pair], class_="figures")

    def _points(self, points: plan.KeyPoints) -> Markup:
        items = [
            element("li", [
                _said(str(number), "span", "number"), " ",
                self._text((*point.lead, Run(" "), *point.text), "span"),
            ])
            for number, point in enumerate(points.points, 1)
        ]  # fmt: skip
        heading = told("h2", points.heading, data_text=True)
        return element("section", [heading, element("ol", items, class_="points")])

    def _exhibit(self, exhibit: plan.Exhibit) -> Markup:
        picture = exhibit.picture
        drawn = (
            photo(picture, exhibit.alt)
            if isinstance(picture, plan.Photo)
            else drawing(picture, exhibit.alt, exhibit.anchor)
        )
        caption = [
            self._caption(exhibit.label, exhibit.title),
            _said(exhibit.subtitle, "p", "muted"),
        ]
        said = [element("figcaption", caption), drawn, self._text(exhibit.source, "p", "source")]
        if file := self._files.get(exhibit.attachment):
            data = base64.b64encode(file.data).decode()
            said.append(
                element(
                    "p",
                    element(
                        "a",
                        translate("Data (CSV)"),
                        href=f"data:{file.mime};base64,{data}",
                        download=file.name,
                    ),
                    class_="download",
                )
            )
        return element("figure", said, id=exhibit.anchor)

    def _caption(self, label: str, title: Text) -> Markup:
        words = [element("span", f"{label} ", class_="exhibit")] if label else []
        turned = None if label else direction(plain(title))
        said = [*words, self._inlines.text(title)]
        return element("p", said, class_="caption", data_text=True, dir=turned)

    def _table(self, table: plan.Table) -> Markup:
        heads = [
            told(
                "th",
                column.header,
                scope="col",
                class_=_align(column),
                data_text=True if column.header else None,
            )
            for column in table.columns
        ]
        rows = [self._row(row, table.columns) for row in table.rows]
        caption = []
        if table.label or table.title:
            parts = [self._caption(table.label, table.title), _said(table.subtitle, "p", "muted")]
            caption = [element("caption", parts)]
        made = element("table", [
            *caption, element("thead", element("tr", heads)), element("tbody", rows)
        ], class_="data" if table.is_compact else None)  # fmt: skip
        named = ", ".join(filter(None, (column.header for column in table.columns)))
        name = plain(table.title) or table.label or named
        region = element(
            "div",
            made,
            class_="wide",
            role="group",
            tabindex="0",
            aria_label=name,
            id=table.anchor,
        )
        return joined([region, self._text(table.source, "p", "source")])

    def _row(self, row: plan.Group | plan.Row, columns: tuple[plan.Column, ...]) -> Markup:
        if isinstance(row, plan.Group):
            head = told("th", row.text, scope="rowgroup", colspan=str(len(columns)), data_text=True)
            return element("tr", head, class_="group")
        return element("tr", [
            element(
                "th" if column.is_name and cell else "td", self._inlines.text(cell),
                scope="row" if column.is_name and cell else None, class_=_align(column),
                data_text=True if cell else None, dir=direction(plain(cell)),
            )
            for column, cell in zip(columns, row.cells, strict=True)
        ])  # fmt: skip

    def _evidence(self, evidence: plan.Evidence) -> Markup:
        heading = told("h3", evidence.heading, data_text=True) if evidence.heading else ""
        entries = [_passage(entry) for entry in evidence.entries]
        return joined([heading, element("ol", entries, class_="passages")])


def _align(column: plan.Column) -> str | None:
    return "right" if column.align == "right" else "quoted" if column.is_quote else None


def _passage(entry: plan.EvidenceEntry) -> Markup:
    where = (
        element("span", f" {entry.locator_words}", class_="muted") if entry.locator_words else ""
    )
    class_ = "passage view" if entry.is_view else "passage"
    said = [
        _said(str(entry.number), "span", "number"),
        " ",
        element(
            "span", [spoken(entry.quote), where], class_=class_, data_text=True,
            dir=direction(f"{entry.quote} {entry.locator_words}"),
        ),
    ]  # fmt: skip
    if entry.back:
        name = translate("Back to the text")
        said += [" ", element("a", "↩", href=f"#{entry.back}", aria_label=name)]
    return element("li", said, id=entry.anchor)


def _card(card: Card) -> Markup:
    said: list[Markup] = [element("p", card.kind, class_="label")]
    for quote in card.quotes:
        words = spoken(quote.origin)
        origin = element("a", words, href=quote.url) if quote.url else words
        said.append(element("figure", [
            told("blockquote", f"“{quote.words}”"),
            element("figcaption", [f"{quote.number} · ", origin]),
        ]))  # fmt: skip
    if card.formulas:
        lines = [
            element("li", [element("strong", figure), " = ", element("code", formula)])
            for figure, formula in card.formulas
        ]
        said.append(element("ul", lines))
    said += [told("p", bridge, class_="muted") for bridge in card.bridges]
    close = element(
        "button", translate("Close"), type="button", popovertarget=f"card-{card.statement}",
        popovertargetaction="hide",
    )  # fmt: skip
    return element(
        "div", [*said, close], id=f"card-{card.statement}", popover=True, class_="card",
        role="dialog", aria_label=card.kind,
    )  # fmt: skip
