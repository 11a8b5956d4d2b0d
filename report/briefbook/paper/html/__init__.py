"""Paper → one HTML file for readers: self-contained, read without scripts, styles of its own.

1. `blocks`   each block of the plan as an element;  `inline`  its texts;  `drawing`  its charts as SVG
2. `cards`    behind each statement, what bears it
3. `markup`   words in letters of the world

Headings, tables and lists are what they are. Behind each statement a button opens its card (the
Popover API; where a browser has none, the cards stand at the end): quotes, sources, formulas. The
page asks nothing of a network, by its own policy too.
"""

from __future__ import annotations

import base64
from importlib.resources import files

from briefbook.localization import translate
from briefbook.markup import STILL, Markup, document, element, still_head
from briefbook.paper import plan
from briefbook.paper.cards import Card
from briefbook.paper.html.blocks import Blocks
from briefbook.paper.html.cards import card_markup
from briefbook.paper.html.markup import said, told
from briefbook.theme.look import worn
from briefbook_figures import palette

POLICY = f"{STILL}; img-src data:"
_INKS = ("NAVY", "RUST", "GREEN", "TEXT", "MUTED", "AXIS", "HAIR", "TINT")


def render_html(paper: plan.Paper, cards: tuple[Card, ...]) -> bytes:
    """Return the evidence page of a paper in UTF-8; the same plan gives the same bytes."""
    blocks = Blocks(paper, cards)
    body = element(
        "body",
        _header(paper),
        _contents(paper),
        element("main", [blocks.block(block) for block in paper.blocks]),
        element(
            "aside", [card_markup(card) for card in cards],
            aria_label=translate("Evidence for each statement"),
        ),
        _footer(paper.furniture),
    )  # fmt: skip
    return document(_head(paper.meta), body, paper.meta.lang).encode()


def stylesheet() -> str:
    """Return the page's style sheet; its inks are set beside it."""
    return files("briefbook.paper.html").joinpath("page.css").read_text(encoding="utf-8")


def _head(meta: plan.Meta) -> Markup:
    inks = [f"--{name.lower()}:{worn().ink(getattr(palette, name))};" for name in _INKS]
    return still_head(
        meta.title, f":root{{{''.join(inks)}}}", stylesheet(), policy=POLICY,
        author=meta.author, description=meta.subject, keywords="; ".join(meta.keywords),
        generator=meta.creator, date=meta.created,
    )  # fmt: skip


def _header(paper: plan.Paper) -> Markup:
    marking, logo = paper.furniture.marking, paper.furniture.logo
    parts = [element("p", marking, class_="marking")] if marking else []
    if logo is not None:
        data = base64.b64encode(logo.image.data).decode()
        address = f"data:{logo.image.type};base64,{data}"
        parts.append(element("img", class_="logo", src=address, alt=logo.alt))
    openings = [_opening(block) for block in paper.blocks if isinstance(block, plan.Opening)]
    return element("header", parts, openings)


def _opening(block: plan.Opening) -> list[Markup]:
    line = element(
        "p", said(block.kicker, "span", "kicker"), " ", said(block.topic, "span"), " ",
        said(block.date, "span", "date"), class_="line",
    )  # fmt: skip
    title = said(block.title, "h1")
    return [line, title, said(block.subtitle, "p", "subtitle"), said(block.byline, "p", "muted")]


def _contents(paper: plan.Paper) -> Markup | None:
    """Return a list of the sections, each a link; nothing where there are none."""
    links = [
        element("li", told("a", block.words, href=f"#{block.anchor}"))
        for block in paper.blocks
        if isinstance(block, plan.Heading) and block.level == 1
    ]
    return element("nav", element("ol", links), aria_label=translate("Contents")) if links else None


def _footer(furniture: plan.Furniture) -> Markup:
    marking = furniture.marking
    return element(
        "footer",
        element("p", furniture.footer, class_="muted"),
        element("p", marking, class_="marking") if marking else None,
    )
