"""The index for a browser: one file, without scripts, pictures or anything from elsewhere."""

from __future__ import annotations

from html import escape

from briefbook.index.read import Entry, Index
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
    entries = "\n".join(_entry(entry, index.lang) for entry in index.entries)
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(index.lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="{escape(index.creator)}">\n'
        f"<title>{escape(index.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{escape(index.title)}</h1>\n"
        f'<p class="summary">{escape(index.summary)}</p>\n</header>\n<main>\n{entries}\n</main>\n</body>\n</html>\n'
    )


def _entry(entry: Entry, lang: str) -> str:
    other = f' lang="{escape(entry.lang)}"' if entry.lang and entry.lang != lang else ""
    name = escape(f"{entry.id}-{entry.form}" if entry.form else entry.id)
    links = "".join(
        f'<li><a href="{escape(link.target)}" aria-label="{escape(link.called)}: {escape(entry.title)}">'
        f"{escape(link.called)}</a></li>"
        for link in entry.links
    )
    answer = (
        f'<p class="answer"{other}{_way(entry.bottom_line)}>{escape(entry.bottom_line)}</p>\n'
        if entry.bottom_line
        else ""
    )
    return (
        f'<article id="{name}">\n<h2{other}{_way(entry.title)}>{escape(entry.title)}</h2>\n'
        f'<p class="about">{escape(about(entry))}</p>\n{answer}<ul>{links}</ul>\n</article>'
    )


def _way(text: str) -> str:
    """Return the attribute of a text that runs from right to left."""
    return ' dir="rtl"' if runs_from_right(text) else ""


def about(entry: Entry) -> str:
    """Return the line below a title: edition, state, how much it says."""
    form = f", {entry.form} form" if entry.form else ""
    count = f"{entry.statements} statement{'s' if entry.statements != 1 else ''}"
    return f"Edition of {entry.edition} · {entry.status}{form} · {count}"
