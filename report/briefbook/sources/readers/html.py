"""HTML into blocks: what the page says, without what its site puts around it.

One walk over the events of the parsed tree, so depth costs nothing. An element is set aside by its
name, its role or its class; never when it holds most of the page's text, whatever it is called.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from briefbook.errors import SourceLocation, Unreadable
from briefbook.sources.readers.html_boilerplate import SILENT, Weight, reason_of, texts, weigh
from briefbook.sources.readers.html_linked import linked_data
from briefbook.sources.readers.main_text import mark_main
from briefbook.sources.readers.no_document import refuse_no_document
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

_BLOCKS = frozenset(
    "p div section article main body blockquote pre address figure figcaption dl dt dd ul ol li table "
    "caption thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6 hr center fieldset legend details summary "
    "header hgroup nav footer aside form html".split()
)
_LEAST_ALT = 4
"""Words that stand for a picture that shows something; a logo has fewer."""
_ITEMS = frozenset(("li", "dt", "dd"))
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_SEPARATOR = re.compile(r"\s+[|–—·»-]\s+")
_SITE_NAME = re.compile(r"[A-Z][^|–—]{1,60}")


def read_html(text: str, name: str) -> Reading:
    """Return the blocks of a page of a site, those that are not its main text marked as such.

    Raises Unreadable as `read_page` does, and for a page that holds no document: a login, an error.
    """
    page = read_page(text, name)
    refuse_no_document(page, text, name)
    return replace(page, blocks=mark_main(page.blocks, text))


def read_page(text: str, name: str) -> Reading:
    """Return the blocks of an HTML page; a page without any element is one of plain text.

    Raises Unreadable when elements stand in each other so deep that the parser would drop text.
    """
    # The parser is told the encoding, for what the page declares may be what it once was.
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(text.encode("utf-8", "replace"), parser) if text.strip() else None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Unreadable(
            "thousands of elements stand in each other",
            place=SourceLocation(name),
            hint="save the page anew from a browser, or give its text",
        )
    if root is None:
        return Reading(())
    weights = weigh(root)
    walk = _Walk(weights)
    walk.run(root)
    if not any(block.kind is not BlockKind.HEADING for block in walk.blocks):
        # A page that is all boilerplate by its names: better to read too much than nothing.
        walk = _Walk(weights, keeps_all=True)
        walk.run(root)
    return Reading(
        tuple(walk.blocks), tuple(walk.aside), _about(root), picture_notes(walk.pictures)
    )


_LAYOUT, _POINTS = 180, '.!?”"’)'
"""Letters of a cell that is a paragraph, and how it ends."""


_BOLD_LEVEL, _LEAST_BOLD, _BOLD_LETTERS = 4, 3, 90
"""Of a heading that is a paragraph in bold letters, and how short and long it may be."""


def _is_bold(element: etree._Element) -> bool:
    """Tell whether a paragraph holds bold words and no others, few and without a full stop: a heading in other form."""
    words = one_line(" ".join(texts(element)))
    is_short = (
        _LEAST_BOLD <= len(words) <= _BOLD_LETTERS
        and words[-1] not in ".:;,!…"
        and words[0].isupper() | (words[0] in '“‘"')
    )
    around = [element.text, *(child.tail for child in element)]
    tags = [str(child.tag) for child in element]
    return (
        is_short
        and not any(part and part.strip() for part in around)
        and any(tag in ("strong", "b") for tag in tags)
        and all(tag in ("strong", "b", "br") for tag in tags)
    )


@dataclass
class _Walk:
    """Collects blocks and what is set aside while the tree is walked once."""

    weights: dict[etree._Element, Weight]
    keeps_all: bool = False
    blocks: list[Block] = field(default_factory=list)
    aside: list[Boilerplate] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    kinds: list[tuple[BlockKind, int]] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    """The cells of the rows that are open; tables may stand in cells."""
    bold: list[bool] = field(default_factory=list)
    """Of each paragraph that is open, whether it is a heading by its letters alone."""
    captions: int = 0
    """Captions that are open."""
    figures: list[str] = field(default_factory=list)
    """What the figures that are open show, by their words."""
    pictures: list[str] = field(default_factory=list)
    """The pictures of the page by their captions, or by the words that stand for them."""

    def run(self, root: etree._Element) -> None:
        """Walk the tree."""
        total = self.weights[root].letters
        skipped: etree._Element | None = None
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = str(element.tag)
            if event == "start":
                if self._is_left(element, tag, total):
                    skipped = element
                    walker.skip_subtree()
                else:
                    self._open(tag, element)
                    self.words.append(element.text or "")
            else:
                if element is not skipped:
                    self._close(tag)
                self.words.append(element.tail or "")
        self._flush()

    def _is_left(self, element: etree._Element, tag: str, total: int) -> bool:
        """Tell whether an element is no part of the text, and list it if it holds words."""
        if tag in SILENT:
            return True
        reason = "" if self.keeps_all else reason_of(element, self.weights[element], total)
        if reason and reason != "note mark":
            words = one_line(" ".join(texts(element)))
            self.aside += [Boilerplate(words, reason)] if words else []
        return reason != ""

    def _open(self, tag: str, element: etree._Element) -> None:
        if tag == "img":
            self._picture(one_line(element.get("alt") or ""))
        if tag == "br":
            self.words.append("\n")
        if tag not in _BLOCKS:
            return
        self._flush()
        if tag == "tr":
            self.rows.append([])
        elif tag == "figure":
            self.figures.append("")
        elif tag == "figcaption":
            self.captions += 1
        elif tag == "p":
            self.bold.append(not self.rows and _is_bold(element))
            self.kinds += [(BlockKind.HEADING, _BOLD_LEVEL)] if self.bold[-1] else []
        elif tag in _ITEMS:
            self.kinds.append((BlockKind.ITEM, 0))
        elif tag in _HEADINGS:
            self.kinds.append((BlockKind.HEADING, int(tag[1])))

    def _close(self, tag: str) -> None:
        if tag not in _BLOCKS:
            return
        self._flush()
        if tag == "figcaption" and self.captions:
            self.captions -= 1
        elif tag == "figure" and self.figures:
            self.pictures.append(self.figures.pop())
        elif tag == "tr" and self.rows:
            self._row(self.rows.pop())
        elif tag == "p":
            if self.bold and self.bold.pop() and self.kinds:
                self.kinds.pop()
        elif tag in _ITEMS | _HEADINGS and self.kinds:
            self.kinds.pop()

    def _row(self, cells: list[str]) -> None:
        if len(cells) == 1:
            # A table with one cell a row is a layout, not a table.
            self._add(BlockKind.PARAGRAPH, cells[0])
        elif any(len(cell) > _LAYOUT and cell[-1:] in _POINTS for cell in cells):
            # Neither is one whose cells hold paragraphs.
            for cell in cells:
                self._add(BlockKind.PARAGRAPH, cell)
        elif cells:
            self._add(BlockKind.ROW, CELLS.join(cells))

    def _flush(self) -> None:
        """End the paragraph that is being collected; an empty line within it ends one too."""
        words, self.words = "".join(self.words), []
        for part in re.split(r"\n[^\S\n]*\n\s*", words) if words.strip() else ():
            text = one_line(part)
            if not text:
                continue
            if self.rows:
                self.rows[-1].append(text)
            else:
                kind, level = self.kinds[-1] if self.kinds else (BlockKind.PARAGRAPH, 0)
                self._add(kind, text, level)

    def _add(self, kind: BlockKind, text: str, level: int = 0) -> None:
        aside = CAPTION if self.captions else ""
        if self.captions and self.figures:
            self.figures[-1] = text
        self.blocks.append(Block(kind, text, level, aside))

    def _picture(self, words: str) -> None:
        """Remember a picture that is more than an ornament: it has words, or stands in a figure."""
        if self.figures:
            self.figures[-1] = self.figures[-1] or words
        elif len(words.split()) >= _LEAST_ALT:
            self.pictures.append(words)


# ── What the page states about itself ────────────────────────────────────────────────────────────

_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title")
_PUBLISHERS = ("og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "publisher", "application-name")  # fmt: skip
_PUBLISHED = ("article:published_time", "citation_publication_date", "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "date", "pubdate")  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "dcterms.modified", "dc.date.modified", "last-modified", "revised")  # fmt: skip


def _about(root: etree._Element) -> About:
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("http-equiv") or "").lower()
        if name and meta.get("content"):
            metas.setdefault(name, one_line(meta.get("content") or ""))

    def first(names: tuple[str, ...]) -> str:
        return next((metas[name] for name in names if name in metas), "")

    links = (link for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical")
    address = next((link.get("href") or "" for link in links), "") or metas.get("og:url", "")
    heads = [one_line("".join(texts(title))) for title in root.iter("title")]
    named = first(_TITLES) or next((head for head in heads if head), "")
    site = next((head.rpartition(" | ")[2] for head in heads if " | " in head), "")
    title, behind = _without_site(named, [one_line("".join(texts(h))) for h in root.iter("h1")])
    linked = linked_data(root)
    return About(
        title=title,
        publisher=first(_PUBLISHERS)
        or linked.get("publisher", "")
        or body_of(metas.get("author", ""))
        or body_of(site)
        or behind,
        published=iso_date(first(_PUBLISHED))
        or iso_date(linked.get("published", ""))
        or _first_time(root),
        modified=iso_date(first(_MODIFIED)),
        address=address if re.match(r"https?://", address) else "",
        language=(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""),
    )


def _without_site(title: str, heads: Sequence[str]) -> tuple[str, str]:
    """Return a page's title and the name of its site, which a separator puts behind the title.

    Only the page's own heading tells such a name from the title's second half.
    """
    parts = _SEPARATOR.split(title)
    own = next((h for h in heads if len(parts) > 1 and h.startswith(parts[0])), "")
    if not own or own.endswith(parts[-1]) or not _SITE_NAME.fullmatch(parts[-1]):
        return title, ""
    return own, parts[-1]


def _first_time(root: etree._Element) -> str:
    """Return the date of the first <time> that says it is the day of publication."""
    for time in root.iter("time"):
        if time.get("pubdate") is not None or "publi" in (time.get("class") or "").lower():
            return iso_date(time.get("datetime") or "")
    return ""
