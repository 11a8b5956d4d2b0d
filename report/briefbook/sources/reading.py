"""What a reader makes of a file, whatever its format: blocks, what was set aside, and metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from briefbook.sources.source_text import About, Boilerplate


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """Of a list."""
    ROW = "row"
    """Of a table; cells are separated by `CELLS`."""
    NOTE = "note"
    """At the foot of a page or the end of the text; notes come after all other blocks."""


CELLS = " | "
BULLET = "• "


@dataclass(frozen=True)
class Block:
    """A stretch of text that stands by itself; single spaces, no line feeds."""

    kind: BlockKind
    text: str
    level: int = 0
    """Of a heading: 1 for the title, 2 for sections, and so on."""


@dataclass(frozen=True)
class Reading:
    """A file as its reader understands it."""

    blocks: tuple[Block, ...]
    set_aside: tuple[Boilerplate, ...] = ()
    about: About = field(default_factory=About)
    notes: tuple[str, ...] = ()
    """What the reader of the briefing should know, such as pages without text."""


_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\u200b\u2060\u00ad]")
_ISO_DATE = re.compile(r"(?<!\d)(\d{4}-[01]\d(?:-[0-3]\d)?)(?!\d)")


def one_line(text: str) -> str:
    """Return a text with single spaces, without control characters and invisible marks."""
    return " ".join(_CONTROLS.sub("", text.replace("\x0b", " ").replace("\x0c", " ")).split())


def iso_date(text: str) -> str:
    """Return the date at the head of an ISO time stamp as EDTF; empty if there is none."""
    found = _ISO_DATE.match(text.strip())
    return found[1] if found else ""
