"""Markup of HTML: elements from text and attributes, everything escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from briefbook.scripts import in_languages, is_foreign, is_right_to_left, runs_from_right

_EMPTY = frozenset(("meta", "img"))
_CLOSED = frozenset(("path",))
"""Of SVG, where an empty element closes itself."""


class Markup(str):
    """A string that is markup already."""

    __slots__ = ()


Content = str | Markup | Iterable["str | Markup"]


def element(name: str, content: Content = "", /, **attributes: str | bool | None) -> Markup:
    """Return an element; `class_` is its class, `data_text` the attribute data-text, None is left out."""
    given = "".join(
        f" {_name(key)}" if value is True else f' {_name(key)}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in _EMPTY:
        return Markup(f"<{name}{given}>")
    if name in _CLOSED:
        return Markup(f"<{name}{given}/>")
    return Markup(f"<{name}{given}>{joined(content)}</{name}>")


def joined(content: Content) -> Markup:
    """Return parts as one piece of markup; plain strings are escaped."""
    if isinstance(content, Markup):
        return content
    if isinstance(content, str):
        return Markup(escape(content, quote=False))
    return Markup("".join(joined(part) for part in content))


def spoken(text: str) -> Markup:
    """Return a text whose foreign letters say their language, and those from the right that they are."""
    if not is_foreign(text):
        return joined(text)
    return joined(
        [
            element("span", words, lang=lang, dir=_direction(words)) if lang else joined(words)
            for words, lang in in_languages(text)
        ]
    )


def told(name: str, words: str, /, **attributes: str | bool | None) -> Markup:
    """Return an element of words that may be in letters of the world."""
    return element(name, spoken(words), **attributes, dir=direction(words))


def direction(text: str) -> str | None:
    """Return how a paragraph runs, where that is not from left to right."""
    return "rtl" if runs_from_right(text) else None


def _direction(words: str) -> str | None:
    return "rtl" if any(map(is_right_to_left, words)) else None


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
