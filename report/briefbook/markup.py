"""HTML as a function: every text and attribute is escaped, so that no briefing writes the page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_VOID = frozenset(("base", "br", "hr", "img", "input", "link", "meta"))
_CLOSED = frozenset(("path",))
"""Of SVG, where an empty element closes itself."""
STILL = "default-src 'none'; style-src 'unsafe-inline'"
"""The policy of a page that loads and runs nothing."""


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


Child = str | Markup | None | Iterable["Child"]


def element(name: str, /, *children: Child, **attributes: str | float | bool | None) -> Markup:
    """Return an element; `class_`, `aria_label` and `data_text` are written as HTML has them.

    An attribute that is True stands without a value, one that is False or None not at all.
    """
    given = "".join(
        f" {_name(key)}" if value is True else f' {_name(key)}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in _VOID:
        return Markup(f"<{name}{given}>")
    if name in _CLOSED:
        return Markup(f"<{name}{given}/>")
    return Markup(f"<{name}{given}>{joined(*children)}</{name}>")


def joined(*children: Child) -> Markup:
    """Return children as one piece of markup; plain strings are escaped."""
    return Markup("".join(map(_markup, children)))


def _markup(child: Child) -> str:
    if child is None or isinstance(child, Markup):
        return child or ""
    return escape(child, quote=False) if isinstance(child, str) else joined(*child)


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def document(head: Markup, body: Markup, lang: str) -> str:
    """Return a page as a file holds it."""
    return f"<!DOCTYPE html>\n{element('html', head, body, lang=lang)}\n"


def still_head(title: str, *styles: str, policy: str = STILL, **named: str) -> Markup:
    """Return the head of a page that is complete in itself; `named` are its properties, if not empty."""
    properties = {"viewport": "width=device-width, initial-scale=1", **named}
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        [element("meta", name=name, content=said) for name, said in properties.items() if said],
        element("title", title),
        [element("style", Markup(style)) for style in styles],
    )
