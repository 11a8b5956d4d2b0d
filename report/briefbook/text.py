"""Inline text of both documents: runs, citations, links and the marks of statement types.

Text is data, never markup: what a run holds is printed letter for letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from briefbook.frozen import dataclass, unguarded


class StatementType(StrEnum):
    """What sort of statement a text is; see "Statement types" in the documentation."""

    REPORTED = "reported"
    """The source states it as fact."""
    ATTRIBUTED = "attributed"
    """The source, or somebody in it, holds it."""
    COMPUTED = "computed"
    """Worked out from declared inputs by a declared formula."""
    JUDGEMENT = "judgement"
    """The briefing's own."""


class Style(StrEnum):
    """How a run is set; what that looks like is the theme's business."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    MUTED = "muted"


@unguarded
@dataclass(frozen=True)
class Run:
    """A stretch of text in one style."""

    text: str
    style: Style = Style.PLAIN
    statement: str = ""
    """Id of the statement that the text belongs to; empty for labels and connecting words."""


@dataclass(frozen=True)
class Citation:
    """A raised number that leads to the evidence entry of that number."""

    number: int
    anchor: str = ""
    """Unique name of this very place, so that the evidence entry can lead back; may be empty."""
    joint: str = ""
    """What joins it to the citation before it: a comma, or a dash for all from that one to this."""

    @property
    def mark(self) -> str:
        """What is printed."""
        return f"{self.joint}{self.number}"


@dataclass(frozen=True)
class Link:
    """Text that leads somewhere: `#anchor` inside the document, or an https address."""

    text: str
    target: str


@dataclass(frozen=True)
class Tag:
    """The mark of a statement's type, as a word in a small frame (never by colour alone)."""

    kind: StatementType
    is_flag: bool = False
    """The short form for table cells and evidence, used for attributed statements: VIEW."""


Inline = Run | Citation | Link | Tag
Text = tuple[Inline, ...]


def plain(text: Text) -> str:
    """Return the words alone, as a screen reader would speak them, without citations and tags."""
    return "".join(part.text for part in text if isinstance(part, Run | Link))


def words(*parts: str | Inline) -> Text:
    """Build a text from strings and inline parts."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


@dataclass(frozen=True)
class Meta:
    """What a document's file says of itself."""

    title: str
    subject: str
    author: str
    keywords: tuple[str, ...]
    lang: str
    """BCP 47, such as `en-US`."""
    created: str
    """The edition's date and time, ISO 8601 in UTC; the only clock."""
    creator: str
    """The program and its version."""


# ── What the plans print ─────────────────────────────────────────────────────────────────────────


class Role(StrEnum):
    """What a printed text is, by its place in the plan."""

    STATEMENT = "statement"
    """All its words belong to statements of the briefing."""
    HEADING = "heading"
    LABEL = "label"
    APPARATUS = "apparatus"
    """Leads to what bears a statement, or tells how the document was made."""
    DATA = "data"
    """What the sources hold, shown as it is: passages, and the tables behind charts."""
    DRAWING = "drawing"
    """Words inside a drawing."""
    ALT = "alt"
    """Read aloud in place of a drawing or table; not seen."""
    NOTE = "note"
    """The speaker's notes; not seen."""


@unguarded
@dataclass(frozen=True)
class PrintedText:
    """A text that stands for itself: a paragraph, a cell, a heading."""

    text: Text
    role: Role = Role.STATEMENT
    label: str = ""
    """Printed in front of it: `Exhibit 2`."""
    anchor: str = ""
    """Name of the place, for a heading that the contents lead to."""
    block: int = 0
    """Number of the paper's block that it belongs to, from 1; 0 on slides."""
    place: str = ""
    """Where it stands, for messages: `slide bottom-line, title`."""

    @property
    def is_seen(self) -> bool:
        """Whether it stands on the page or slide."""
        return self.role not in (Role.ALT, Role.NOTE)


Printed = Iterator[PrintedText]


def printed(role: Role, *texts: str | Text) -> Printed:
    """Yield texts that have one role; empty ones are not printed."""
    for text in texts:
        if text:
            yield PrintedText(words(text) if isinstance(text, str) else text, role)
