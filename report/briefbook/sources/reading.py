"""What a reader makes of a file, whatever its format: blocks, what was set aside, and metadata."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from enum import StrEnum

from briefbook.frozen import dataclass
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
LOST = "\ufffd"
"""Stands for a letter that a file draws and does not name."""
BULLET = "• "


@dataclass(frozen=True)
class Block:
    """A stretch of text that stands by itself; single spaces, no line feeds."""

    kind: BlockKind
    text: str
    level: int = 0
    """Of a heading: 1 for the title, 2 for sections, and so on."""
    aside: str = ""
    """Why it is not the text itself, though it stays in the snapshot and can be quoted: a caption …"""


@dataclass(frozen=True)
class Reading:
    """A file as its reader understands it."""

    blocks: tuple[Block, ...]
    set_aside: tuple[Boilerplate, ...] = ()
    about: About = field(default_factory=About)
    notes: tuple[str, ...] = ()
    """What the reader of the briefing should know, such as pages without text."""


_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\u200b\u2060\u00ad]")
_BULLETS = re.compile(r"^\s*[\uf000-\uf8ff]\s+(?=\S)")
_SIGNS = re.compile(r"[\ue000-\uf8ff]")
"""What a word processor draws with a typeface of signs: a bullet at the head, else nothing that is a letter."""
_ISO_DATE = re.compile(r"(?<!\d)(\d{4}-[01]\d(?:-[0-3]\d)?)(?!\d)")


def one_line(text: str) -> str:
    """Return a text with single spaces, without control characters and invisible marks."""
    words = _CONTROLS.sub("", text.replace("\x0b", " ").replace("\x0c", " "))
    return " ".join(_SIGNS.sub(" ", _BULLETS.sub(BULLET, words)).split())


CAPTION = "caption of a picture"
_SHOWN = 3


def picture_notes(captions: Sequence[str]) -> tuple[str, ...]:
    """Return what to say of pictures that no reader reads, by what the file calls them."""
    if not captions:
        return ()
    named = [f"“{clipped_words(caption)}”" for caption in captions if caption][:_SHOWN]
    count = "a picture is" if len(captions) == 1 else f"{len(captions):,} pictures are"
    told = f" ({', '.join(named)})" if named else ""
    return (f"{count} not read{told}: look whether the text says what is shown",)


def clipped_words(text: str, most: int = 12) -> str:
    """Return the first words of a text, with a mark where there are more."""
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")


_BODY = re.compile(
    r"\b(?:academy|administration|agency|alliance|assembly|association|authority|bank|board|bureau|center|centre|"
    r"commission|committee|congress|council|court|department|federation|foundation|fund|geological survey|government|house|inspectorate|"
    r"institute|library|ministry|network|office|organi[sz]ation|parliament|press|secretariat|senate|service|society|"
    r"treasury|trust|union|university)\b",
    re.IGNORECASE,
)


def body_of(author: str) -> str:
    """Return an author that is an office or a society, which publishes; empty for a person."""
    return author if _BODY.search(author) else ""


def iso_date(text: str) -> str:
    """Return the date at the head of an ISO time stamp as EDTF; empty if there is none."""
    found = _ISO_DATE.match(text.strip())
    return found[1] if found else ""
