"""Markdown (CommonMark with tables) into blocks; metadata from its front matter."""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefbook.sources.reading import (
    CAPTION,
    CELLS,
    Block,
    BlockKind,
    Reading,
    body_of,
    iso_date,
    one_line,
    picture_notes,
)
from briefbook.sources.source_text import About, Boilerplate

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(\w[\w-]*):[ \t]*(\S.*)$", re.MULTILINE)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_BARE = re.compile(r"\A(?:[a-z_]{3,20}:[ \t].*\n)(?:[a-z_]{3,20}:[ \t].*\n|[ \t]+\S.*\n)*(?=\n)")
"""Fields without the lines that should part them from the text."""
_SHORTCODE = re.compile(r"\{\{[<%].{0,1000}?[%>]\}\}|\{%.{0,400}?%\}")
_ATTRIBUTES = re.compile(
    r"\{:[ \t]?[#.\w][^{}\n]{0,200}\}|(?<=\S)[ \t]*\{#[\w-]{1,80}\}[ \t]*$", re.MULTILINE
)
"""What Kramdown is told of a paragraph or a list: {:start="3"}, {#name}."""
_LOOSE = re.compile(r"\[([^\[\]\n]{2,120})\]\((?=[^()\n]*\s)[^()\n]{0,200}\)")
"""A link whose address has a space in it, which is none for the parser."""
_VARIABLE = re.compile(r"\{\{[^{}%<>\n]{0,200}\}\}")
"""What a site fills in when it is built: {{ site.baseurl }}."""
_STARS = re.compile(r"\*\*|(?<!\w)__(?=\w)|(?<=\w)__(?!\w)|(?<!\S)\+\+(?!\S)")
_SUP = re.compile(r"<sup\b")
_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡a-z])[\])]?")
_NOTE = re.compile(r"\[\^[\w-]{1,30}\](?!:)")
_NOTE_TEXT = re.compile(r"\[\^[\w-]{1,30}\]:\s")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_DEEP = re.compile(r"^((?:[ \t]*[>*+-]){15})(?:[ \t]*[>*+-])+", re.MULTILINE)
"""Quotes in quotes beyond what the parser follows; it would leave their text out."""
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def read_markdown(text: str, _place: str = "") -> Reading:
    """Return the blocks of a Markdown document; links keep their words, pictures their captions."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    fields, body = _front_matter(text)
    body = _VARIABLE.sub("", _ATTRIBUTES.sub("", _SHORTCODE.sub(" ", body)))
    collector = _Collector()
    for token in MarkdownIt("commonmark").enable("table").parse(_DEEP.sub(r"\1", body)):
        collector.take(token)
    blocks = tuple(block for block in collector.blocks if block.text)
    pictures = picture_notes(collector.pictures)
    return Reading(blocks, tuple(collector.aside), _about(fields), pictures)


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
    pictures: list[str] = field(default_factory=list)

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
                shown = [
                    one_line(child.content)
                    for child in token.children or ()
                    if child.type == "image"
                ]
                self.pictures += shown
                words = one_line(_words(token))
                is_caption = bool(shown) and words == " ".join(filter(None, shown))
                aside = "a note" if _NOTE_TEXT.match(words) else ""
                self._inline(words, CAPTION if is_caption else aside)
            case _:
                self._raw(token)

    def _inline(self, words: str, aside: str) -> None:
        if self.kind is not BlockKind.ROW:
            self.blocks.append(Block(self.kind, words, self.level, aside))
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
    raised = ""
    for child in token.children or ():
        if child.type == "html_inline":
            raised = _raised(raised, child.content)
        elif raised and _NOTE_MARK.fullmatch(child.content) and _is_note(raised, parts):
            continue  # the number of a note is no part of its sentence; that of km² is
        elif child.type in ("text", "code_inline", "image"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    # Stars that a space keeps from being emphasis mean emphasis all the same.
    return _STARS.sub("", _NOTE.sub("", _LOOSE.sub(r"\1", "".join(parts))))


def _raised(open_: str, tag: str) -> str:
    """Return the tags that are open inside <sup> after one more; empty outside."""
    if "</sup" in tag:
        return ""
    return open_ + tag if open_ or _SUP.match(tag) else ""


def _is_note(tags: str, before: list[str]) -> bool:
    """Tell whether a raised number is a link, or stands behind a point or a comma."""
    return "<a" in tags or "".join(before[-1:]).endswith(tuple('.,;:!?”"'))


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the flat fields before a text, of YAML, TOML or JSON, and the text.

    What is nested says nothing about the document as a whole.
    """
    if text.startswith("{"):
        try:
            fields, end = json.JSONDecoder().raw_decode(text)
        except ValueError:
            return {}, text
        return _flat(fields), text[end:]
    for pattern, parse in ((_FRONT, yaml.safe_load), (_TOML, tomllib.loads)):
        if front := pattern.match(text):
            return _flat(_parsed(front[1], parse)) or _by_line(front[1]), text[front.end() :]
    if (front := _BARE.match(text)) and len(_FIELD.findall(front[0])) > 1:
        return _flat(_parsed(front[0], yaml.safe_load)) or _by_line(front[0]), text[front.end() :]
    return {}, text


def _parsed(front: str, parse: Callable[[str], object]) -> object:
    try:
        return parse(front)
    except (ValueError, yaml.YAMLError, RecursionError):
        return None


def _flat(fields: object) -> dict[str, str]:
    if not isinstance(fields, dict):
        return {}
    return {
        str(key).lower(): one_line(str(value))
        for key, value in fields.items()
        if isinstance(value, str | int | float | dt.date)
    }


def _by_line(front: str) -> dict[str, str]:
    return {key.lower(): value.strip().strip("\"'") for key, value in _FIELD.findall(front)}


def _about(fields: dict[str, str]) -> About:

    def first(*names: str) -> str:
        return next((fields[name] for name in names if name in fields), "")

    address = first("url", "canonical", "canonical_url", "address", "link")
    return About(
        title=one_line(first("title")),
        publisher=one_line(first("publisher", "organization", "organisation", "institution"))
        or body_of(one_line(first("author", "authors", "site"))),
        published=iso_date(first("published", "date", "created")),
        modified=iso_date(first("modified", "updated", "lastmod", "last_modified")),
        address=address if re.match(r"https?://", address) else "",
        language=first("lang", "language"),
    )
