"""An HTML page as somebody received it: its elements, read without the code that made them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from briefbook.drawn import page_marks

_VOID = frozenset(("meta", "img"))


@dataclass
class Node:
    """An element with what it holds, in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)
    line: int = 0

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    @property
    def classes(self) -> list[str]:
        """The names of its classes."""
        return self.attributes.get("class", "").split()

    def all(self) -> Iterator[Node]:
        """Yield the element and all within it."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.all()


@dataclass(frozen=True)
class FoundPage:
    """A page: its elements, and what is wrong with it as HTML."""

    root: Node
    faults: tuple[str, ...]
    drawn: str = ""
    """Its elements in order, with their looks."""


def read_html(data: bytes) -> FoundPage:
    """Return a page from its bytes, which nothing is asked of a network for."""
    reader = _Reader()
    text = data.decode("utf-8", errors="replace")
    reader.feed(text)
    reader.close()
    if not text.startswith("<!DOCTYPE html>"):
        reader.faults.append("does not begin as HTML")
    if "\N{REPLACEMENT CHARACTER}" in text:
        reader.faults.append("holds bytes that are no UTF-8")
    if len(reader.open) > 1:
        reader.faults.append(f"“{reader.open[-1].tag}” has no end")
    return FoundPage(reader.root, tuple(reader.faults), page_marks(text))


class _Reader(HTMLParser):
    """Builds the tree; what Briefbook never writes (comments, declarations) is a fault."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self.open = [self.root]
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._begin(tag, attrs)
        if tag in _VOID:
            self.open.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._begin(tag, attrs)
        self.open.pop()

    def _begin(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) != len(names):
            self.faults.append(f"line {self.getpos()[0]}: “{tag}” has an attribute twice")
        node = Node(tag, {name: value or "" for name, value in attrs}, line=self.getpos()[0])
        self.open[-1].children.append(node)
        self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if len(self.open) > 1 and self.open[-1].tag == tag:
            self.open.pop()
        else:
            self.faults.append(f"line {self.getpos()[0]}: “{tag}” ends where it did not begin")

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"line {self.getpos()[0]}: a comment: “{data[:40]}”")

    def handle_decl(self, decl: str) -> None:
        if decl != "DOCTYPE html" or len(self.root.children):
            self.faults.append(f"line {self.getpos()[0]}: a declaration: “{decl[:40]}”")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"line {self.getpos()[0]}: an instruction: “{data[:40]}”")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"line {self.getpos()[0]}: a section: “{data[:40]}”")


def inks_of(style: str) -> dict[str, str] | None:
    """Return the colours that a style sheet of nothing else names; None if it says anything else."""
    if not re.fullmatch(r":root\{(?:--[a-z]+:#[0-9A-Fa-f]{6};)+\}", style):
        return None
    return dict(re.findall(r"--([a-z]+):(#[0-9A-Fa-f]{6})", style))


_PNG = b"\x89PNG\r\n\x1a\n"


def packed(data: bytes) -> bytes:
    """Return what a picture's hash in the ledger is of: a JPEG whole, of a PNG its packed rows."""
    if not data.startswith(_PNG):
        return data
    at, rows = len(_PNG), b""
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] == b"IDAT":
            rows += data[at + 8 : at + 8 + size]
        at += size + 12
    return rows
