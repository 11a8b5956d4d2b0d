"""Words as markup: letters of the world say their language, and which way they run."""

from __future__ import annotations

from briefbook.markup import Markup, element, joined
from briefbook.scripts import in_languages, is_foreign, is_right_to_left, runs_from_right


def spoken(text: str) -> Markup:
    """Return a text whose foreign letters say their language, and those from the right that they are."""
    if not is_foreign(text):
        return joined(text)
    return joined(
        element("span", words, lang=lang, dir=_direction(words)) if lang else words
        for words, lang in in_languages(text)
    )


def told(name: str, words: str, /, **attributes: str | bool | None) -> Markup:
    """Return an element of words that may be in letters of the world."""
    return element(name, spoken(words), **attributes, dir=direction(words))


def said(words: str, name: str = "p", class_: str | None = None) -> Markup:
    """Return a text of the plan as an element; nothing for no words."""
    return told(name, words, class_=class_, data_text=True) if words else Markup("")


def direction(text: str) -> str | None:
    """Return how a paragraph runs, where that is not from left to right."""
    return "rtl" if runs_from_right(text) else None


def _direction(words: str) -> str | None:
    return "rtl" if any(map(is_right_to_left, words)) else None
