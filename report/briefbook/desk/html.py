"""HTML as a function: every text and attribute is escaped, so that no briefing writes the page."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_VOID = frozenset(("base", "br", "hr", "img", "input", "link", "meta"))


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


Child = str | Markup | None | Sequence["Child"]


def element(name: str, /, *children: Child, **attributes: str | float | bool | None) -> Markup:
    """Return an element; `class_` and `aria_label` are written as HTML has them.

    An attribute that is True stands without a value, one that is False or None not at all.
    """
    written = "".join(
        f" {key.strip('_').replace('_', '-')}"
        + ("" if value is True else f'="{escape(str(value))}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{joined(children)}</{name}>")


def joined(child: Child) -> Markup:
    """Return children as HTML."""
    if child is None:
        return Markup("")
    if isinstance(child, Markup):
        return child
    if isinstance(child, str):
        return Markup(escape(child, quote=False))
    return Markup("".join(map(joined, child)))
