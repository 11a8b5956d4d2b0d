"""Evidence cards as markup: each opens beside its statement."""

from __future__ import annotations

from briefbook.localization import quoted, translate
from briefbook.markup import Markup, element
from briefbook.paper.cards import Card, CardQuote
from briefbook.paper.html.markup import spoken, told


def card_name(statement: str) -> str:
    """Return the id of a statement's card, by which its button opens it."""
    return f"card-{statement}"


def card_markup(card: Card) -> Markup:
    """Return a card: what sort of statement it is, its quotes, its formulas, and how to close it."""
    name = card_name(card.statement)
    close = element(
        "button", translate("Close"), type="button", popovertarget=name, popovertargetaction="hide"
    )
    return element(
        "div",
        element("p", card.kind, class_="label"),
        [_quote(quote) for quote in card.quotes],
        element("ul", [_formula(*pair) for pair in card.formulas]) if card.formulas else None,
        [told("p", bridge, class_="muted") for bridge in card.bridges],
        close,
        id=name, popover=True, class_="card", role="dialog", aria_label=card.kind,
    )  # fmt: skip


def _quote(quote: CardQuote) -> Markup:
    words = spoken(quote.origin)
    origin = element("a", words, href=quote.url) if quote.url else words
    return element(
        "figure",
        told("blockquote", quoted(quote.words)),
        element("figcaption", f"{quote.number} · ", origin),
    )


def _formula(figure: str, formula: str) -> Markup:
    return element("li", element("strong", figure), " = ", element("code", formula))
