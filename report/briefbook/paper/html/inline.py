"""Inline text → HTML: statements, and behind each a button that opens what bears it."""

from __future__ import annotations

from itertools import groupby

from briefbook.localization import translate
from briefbook.markup import Markup, element, joined
from briefbook.paper.cards import Card
from briefbook.paper.html.cards import card_name
from briefbook.paper.html.markup import spoken
from briefbook.text import Citation, Inline, Link, Run, Style, Tag, Text
from briefbook.theme import paper as theme

_STYLES = {Style.STRONG: "strong", Style.EMPHASIS: "em"}


class Inlines:
    """Turns texts into markup; knows which statements have a card."""

    def __init__(self, cards: dict[str, Card]) -> None:
        """Keep the cards by statement."""
        self._cards = cards

    def text(self, text: Text, *, opens: bool = True) -> Markup:
        """Return a text; each of its statements ends with the button of its card, if it `opens`."""
        parts: list[Markup] = []
        for (statement, _), group in groupby(_owned(text), key=lambda owned: owned[0]):
            inlines = [inline for _, inline in group]
            said = [self._part(each) for each in inlines if not isinstance(each, Citation)]
            cited = [each for each in inlines if isinstance(each, Citation)]
            parts += said
            if opens or cited:
                parts.append(self._button(statement, cited))
        return joined(parts)

    def _part(self, part: Inline) -> Markup:
        match part:
            case Run():
                name = _STYLES.get(part.style)
                if name is None and part.style is Style.MUTED:
                    return element("span", spoken(part.text), class_="muted")
                return element(name, spoken(part.text)) if name else spoken(part.text)
            case Link():
                return element("a", spoken(part.text), href=part.target)
            case Tag():
                word = translate(theme.tag_word(part))
                return element("span", f" {word} ", class_="tag")
            case Citation():
                raise TypeError("citations go into their statement's button")

    def _button(self, statement: str, cited: list[Citation]) -> Markup:
        marks = "".join(citation.mark for citation in cited)
        anchors = [element("span", id=citation.anchor) for citation in cited if citation.anchor]
        if statement not in self._cards:
            links = [
                element("a", citation.mark, href=f"#evidence-{citation.number}")
                for citation in cited
            ]
            return joined(anchors, element("sup", " ", links) if links else None)
        said = translate("Evidence for this")
        if marks:
            said = translate("Evidence for this: {numbers}", numbers=marks)
        kind = "ev worked" if self._cards[statement].formulas else "ev"
        button = element(
            "button", marks, type="button", class_=kind, popovertarget=card_name(statement),
            aria_label=said,
        )  # fmt: skip
        return joined(anchors, " " if marks else "", button)


def _owned(text: Text) -> list[tuple[tuple[str, int], Inline]]:
    """Return the parts of a text, each with its statement: a citation with the one before it.

    A space between two runs of one statement is its own; others part two statements. A statement that
    is told once more after its citation is counted anew, so that each time has its own.
    """
    owned: list[tuple[tuple[str, int], Inline]] = []
    statement, times, is_cited = "", 0, False
    for number, part in enumerate(text):
        if isinstance(part, Link) or (isinstance(part, Run) and part.text.strip()):
            statement = part.statement if isinstance(part, Run) else ""
            times += is_cited
            is_cited = False
        elif isinstance(part, Run) and not part.statement:
            after = next(
                (each for each in text[number:] if isinstance(each, Run) and each.text.strip()),
                None,
            )
            statement = statement if after and after.statement == statement else ""
        is_cited = is_cited or isinstance(part, Citation)
        owned.append(((statement, times), part))
    return owned
