"""Markdown (CommonMark with tables) into blocks; metadata from its front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefbook.sources.reading import CELLS, Block, BlockKind, Reading, iso_date, one_line
from briefbook.sources.source_text import About, Boilerplate

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(\w[\w-]*):[ \t]*(\S.*)$", re.MULTILINE)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_DEEP = re.compile(r"^((?:[ \t]*[>*+-]){15})(?:[ \t]*[>*+-])+", re.MULTILINE)
"""Quotes in quotes beyond what the parser follows; it would leave their text out."""
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def read_markdown(text: str, _place: str = "") -> Reading:
    """Return the blocks of a Markdown document; links keep their words, pictures their captions."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    body = text[front.end() :] if front else text
    collector = _Collector()
    for token in MarkdownIt("commonmark").enable("table").parse(_DEEP.sub(r"\1", body)):
        collector.take(token)
    blocks = tuple(block for block in collector.blocks if block.text)
    return Reading(blocks, tuple(collector.aside), _about(front[1] if front else ""))


@dataclass
class _Collector:
    """Makes blocks of the parser's tokens, one after the other."""

    blocks: list[Block] = field(default_factory=list)
    aside: list[Boilerplate] = field(default_factory=list)
    items: int = 0
    """Lists that are open."""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    row: list[str] = field(default_factory=list)

    def take(self, token: Token) -> None:
        """Take the next token."""
        match token.type:
            case "heading_open":
                self.kind, self.level = BlockKind.HEADING, int(token.tag[1:])
            case "paragraph_open":
                self.kind = BlockKind.ITEM if self.items else BlockKind.PARAGRAPH
                self.level = 0
            case "list_item_open" | "list_item_close":
                self.items += token.nesting
            case "tr_open":
                self.kind, self.row = BlockKind.ROW, []
            case "tr_close":
                self.blocks.append(Block(BlockKind.ROW, CELLS.join(self.row)))
            case "inline":
                self._inline(one_line(_words(token)))
            case _:
                self._raw(token)

    def _inline(self, words: str) -> None:
        if self.kind is not BlockKind.ROW:
            self.blocks.append(Block(self.kind, words, self.level))
        elif words:
            self.row.append(words)

    def _raw(self, token: Token) -> None:
        """Take code, which is text here, and HTML, which is not."""
        if token.type in ("code_block", "fence"):
            parts = re.split(r"\n\s*\n", token.content)
            self.blocks += [Block(BlockKind.PARAGRAPH, one_line(part)) for part in parts]
        elif token.type == "html_block":
            words = one_line(_TAG.sub(" ", _COMMENT.sub(" ", token.content)))
            self.aside += [Boilerplate(words, "raw HTML")] if words else []


def _words(token: Token) -> str:
    """Return the words of a line of Markdown without its marks."""
    parts: list[str] = []
    for child in token.children or ():
        if child.type in ("text", "code_inline", "image"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts)


def _about(front: str) -> About:
    # Flat fields only: what is nested says nothing about the document as a whole.
    fields = {key.lower(): value.strip().strip("\"'") for key, value in _FIELD.findall(front)}

    def first(*names: str) -> str:
        return next((fields[name] for name in names if name in fields), "")

    address = first("url", "canonical", "canonical_url", "address", "link")
    return About(
        title=one_line(first("title")),
        publisher=one_line(first("publisher", "organization", "organisation", "institution")),
        published=iso_date(first("published", "date", "created")),
        modified=iso_date(first("modified", "updated", "lastmod", "last_modified")),
        address=address if re.match(r"https?://", address) else "",
        language=first("lang", "language"),
    )
