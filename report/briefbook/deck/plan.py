"""The deck as data: which layout each slide uses and what fills its slots.

The layouts and their slots are a fixed contract (`layouts.py`); composition names slots, `fit.py`
settles sizes, and the renderer only puts things where the plan says. All lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefbook.text import Text
from briefbook_figures.spec import Chart


@dataclass(frozen=True)
class Meta:
    """What the file says of itself."""

    title: str
    subject: str
    author: str
    keywords: tuple[str, ...]
    lang: str
    created: str
    """The edition's date and time, ISO 8601 in UTC; the only clock."""
    creator: str
    footer: str
    """On every slide but the first."""
    marking: str = ""


@dataclass(frozen=True)
class Para:
    """A paragraph of a text slot."""

    text: Text
    role: Literal["body", "lead", "apparatus", "number"] = "body"
    """`lead`: bold navy; `apparatus`: small and muted (tags, locators); `number`: a big figure."""


@dataclass(frozen=True)
class Paras:
    """The text of a slot; `size_pt` is the body size, 0 until `fit.py` has settled it."""

    paras: tuple[Para, ...]
    size_pt: float = 0.0


@dataclass(frozen=True)
class Drawing:
    """A native chart."""

    chart: Chart
    alt: str
    title: str


@dataclass(frozen=True)
class Column:
    """A table column; widths are scaled to the slot."""

    header: str
    width_pt: float
    align: Literal["left", "right"] = "left"
    is_name: bool = False
    is_quote: bool = False
    is_strong: bool = False


@dataclass(frozen=True)
class Table:
    """A native table; `size_pt`, `padding_pt` are 0 until `fit.py` has settled them."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    alt: str
    size_pt: float = 0.0
    padding_pt: float = 0.0
    row_heights_pt: tuple[float, ...] = ()
    """The head first; empty until settled."""


Content = Paras | Drawing | Table


@dataclass(frozen=True)
class Fill:
    """What goes into one slot of the slide's layout."""

    slot: str
    content: Content


@dataclass(frozen=True)
class Jump:
    """A link inside the deck: the slide that it leads to."""

    slide: str


@dataclass(frozen=True)
class Slide:
    """One slide."""

    id: str
    """Stable and unique; links and uuid5 ids are made from it."""
    layout: str
    section: str
    """Name of the deck section that the slide belongs to."""
    fills: tuple[Fill, ...]
    notes: tuple[str, ...]
    """Paragraphs of the speaker notes: what to say, then each citation with its quote."""
    is_hidden: bool = False
    """A backup slide: not shown, printed on demand."""
    links: tuple[Jump, ...] = ()


@dataclass(frozen=True)
class Deck:
    """The whole deck."""

    meta: Meta
    slides: tuple[Slide, ...]
