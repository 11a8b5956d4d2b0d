"""A paper as it stands in a file that was received: its texts, pictures, links and all else that is found."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefbook.verify.images import FoundImage


@dataclass
class FoundText:
    """The text of one element, in stretches of a page each."""

    stretches: list[tuple[int, str]] = field(default_factory=list)
    actual: str = ""
    """What is read aloud and copied instead, if anything."""
    spoken: list[tuple[str, str]] = field(default_factory=list)
    """The same of stretches within, each with what it shows."""
    said_in: list[tuple[str, str]] = field(default_factory=list)
    """Stretches within, each with the language that it is said to be in."""
    alt: str = ""
    """What is said of a drawing."""

    @property
    def text(self) -> str:
        """All words."""
        return "".join(text for _, text in self.stretches)


@dataclass
class FoundPaper:
    """A paper as it stands in the file; pages count from 1."""

    pages: int
    texts: list[FoundText] = field(default_factory=list)
    outside: list[tuple[int, str]] = field(default_factory=list)
    """What is drawn and belongs to no element: headers, footers, whatever was added."""
    alts: list[tuple[int, str]] = field(default_factory=list)
    images: list[FoundImage] = field(default_factory=list)
    """Pictures made of pixels, in reading order."""
    added: list[tuple[int, str]] = field(default_factory=list)
    """Forms, notes and fields, which Briefbook never puts on a page."""
    foreign: list[tuple[str, str]] = field(default_factory=list)
    """Places, and what they hold that Briefbook never writes or that nobody can see."""
    links: list[tuple[int, str]] = field(default_factory=list)
    """What each link is called."""
    targets: list[tuple[int, str, str]] = field(default_factory=list)
    """Page, name and target of each link: an address, or `#3` for a place on the third page."""
    spots: list[tuple[int, str, int, float]] = field(default_factory=list)
    """Page and name of each link within the paper, the page it leads to, and how high on it."""
    lines: dict[int, list[tuple[float, str]]] = field(default_factory=dict)
    """Upper edge and words of each text that a page draws."""
    bookmarks: list[tuple[int, str, int]] = field(default_factory=list)
    """Level, title and page of each."""
    attachments: dict[str, list[bytes]] = field(default_factory=dict)
    described: list[str] = field(default_factory=list)
    """What is said of each attached file."""
    meta: dict[str, str] = field(default_factory=dict)
    xmp_title: str = ""
    xmp: str = ""
    language: str = ""
    streams: list[tuple[str, str]] = field(default_factory=list)
    """Places and hashes of what is drawn, and of what it is drawn with."""
    drawn: list[tuple[str, str, str]] = field(default_factory=list)
    """Where each text, line and area stands, a page each: place, name in the ledger, marks."""
