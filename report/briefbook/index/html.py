"""The index for a browser: one file, without scripts, pictures or anything from elsewhere."""

from __future__ import annotations

from briefbook.index.read import Entry, Index
from briefbook.language.phrases import counted
from briefbook.markup import Markup, document, element, still_head
from briefbook.scripts import runs_from_right
from briefbook_figures import palette

_STYLE = f"""
:root {{ color-scheme: light; }}
body {{ margin: 0 auto; max-width: 46rem; padding: 2.5rem 1.25rem 4rem; background: {palette.WHITE}; color: {palette.TEXT};
  font: 1rem/1.5 "Source Sans 3", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }}
h1, h2 {{ font-family: "Source Serif 4", Cambria, Georgia, serif; color: {palette.NAVY}; line-height: 1.2; }}
h1 {{ font-size: 1.9rem; margin: 0; }}
h2 {{ font-size: 1.25rem; margin: 0 0 .2rem; }}
.summary, .about {{ color: {palette.MUTED}; margin: .2rem 0 0; }}
article {{ border-top: 2px solid {palette.NAVY}; margin-top: 2rem; padding-top: .8rem; }}
.answer {{ margin: .6rem 0; }}
ul {{ list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; }}
a {{ color: #1B4F7F; }}
a:focus-visible {{ outline: 3px solid {palette.RUST}; outline-offset: 2px; }}
@media print {{ article {{ break-inside: avoid; }} }}
"""


def index_html(index: Index) -> str:
    """Return the page."""
    body = element(
        "body",
        element(
            "header",
            element("h1", index.title),
            element("p", index.summary, class_="summary"),
        ),
        element("main", [_entry(entry, index.lang) for entry in index.entries]),
    )
    head = still_head(index.title, _STYLE, generator=index.creator)
    return document(head, body, index.lang)


def _entry(entry: Entry, lang: str) -> Markup:
    name = f"{entry.id}-{entry.form}" if entry.form else entry.id
    return element(
        "article",
        _said("h2", entry.title, entry, lang),
        element("p", about(entry), class_="about"),
        _said("p", entry.bottom_line, entry, lang, "answer") if entry.bottom_line else None,
        element("ul", [
            element("li", element("a", link.called, href=link.target,
                                  aria_label=f"{link.called}: {entry.title}"))
            for link in entry.links
        ]),
        id=name,
    )  # fmt: skip


def _said(name: str, text: str, entry: Entry, lang: str, class_: str | None = None) -> Markup:
    """Return words of a briefing, which may be in another language than the page."""
    way = "rtl" if runs_from_right(text) else None
    own = entry.lang if entry.lang != lang else None
    return element(name, text, class_=class_, lang=own or None, dir=way)


def about(entry: Entry) -> str:
    """Return the line below a title: edition, state, how much it says."""
    form = f", {entry.form} form" if entry.form else ""
    return f"Edition of {entry.edition} · {entry.status}{form} · {counted(entry.statements, 'statement')}"
