"""Lines of all pages into blocks: what runs along set aside, paragraphs joined, headings ranked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from briefbook.sources.readers.pdf_lines import Line
from briefbook.sources.reading import CELLS, Block, BlockKind, one_line
from briefbook.sources.source_text import Boilerplate
from briefbook.values.dates import MONTHS

_EDGE = 3
"""Lines at the head and the foot of a page that may run along."""
_MARGIN = 0.14
"""Share of the page's height in which they stand."""
_OFTEN = 0.3
_LARGER, _SMALLER = 1.12, 0.92
_GAP = 1.4
"""Line feed, in those of the body, from which on a new paragraph begins."""
_INDENT = 0.8
"""In letter sizes."""
_SHORT_LINE = 0.86
_HEADING_LETTERS = 160
_BOLD_WORDS = 14
_NUMBER = re.compile(r"(?:page\s)?[-–—]?\s?(?:\d{1,4}|[ivxlc]{1,7})\s?[-–—]?(?:\s(?:of|/)\s\d{1,4})?", re.IGNORECASE)  # fmt: skip
_BULLET = re.compile(
    r"(?:[•◦▪‣●○■·–−ｲ]|\(?(?:\d{1,2}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{2,4})[.)])\s+(?=\S)"
)
"""What stands before an item or a numbered paragraph, in front of its lines."""
_MARK = re.compile(r"(?:\d{1,3}|\*{1,3}|[†‡§])[.)]?\s?\S")
_ENDED = re.compile(r"[.!?:;。！？؟][\"'”’»)\]\d]*$")
_HYPHEN = re.compile(r"[^\W\d_][-‐\u00ad]$")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_WORDS = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)+")


def make_blocks(pages: Sequence[list[Line]]) -> tuple[tuple[Block, ...], tuple[Boilerplate, ...]]:
    """Return the blocks of a document, and its running heads and page numbers once each."""
    lines, aside = _without_boilerplate(pages)
    if not lines:
        return (), aside
    weights = Counter[float]()
    for line in lines:
        weights[line.size] += len(line.text)
    body = weights.most_common(1)[0][0]
    notes, lines = _notes(lines, body)
    lines = _as_plain(lines)
    compounds = frozenset(word for line in lines for word in _WORDS.findall(line.text))
    whole = frozenset(word.lower() for line in lines for word in _LETTERS.findall(line.text))
    builder = _Builder(body, _feed(lines, body), compounds, _rows(lines), words=whole)
    for line in lines:
        builder.add(line)
    builder.close()
    footer = _Builder(body * _SMALLER, _feed(notes, 0), compounds, frozenset(), is_note=True)
    for line in notes:
        footer.add(line)
    footer.close()
    return (*_ranked(builder.blocks), *(block for block, _ in footer.blocks)), aside


# ── What runs along ──────────────────────────────────────────────────────────────────────────────


def _without_boilerplate(
    pages: Sequence[list[Line]],
) -> tuple[list[Line], tuple[Boilerplate, ...]]:
    where: dict[str, set[int]] = defaultdict(set)
    for lines in pages:
        for line, _ in _edges(lines):
            where[_pattern(line.text)].add(line.page)
    least = max(2, _OFTEN * sum(map(bool, pages)))
    aside: dict[str, Boilerplate] = {}
    kept: list[Line] = []
    numbers = 0
    for lines in pages:
        edges = {id(line): reason for line, reason in _edges(lines)}
        for line in lines:
            reason = edges.get(id(line), "")
            if reason and _NUMBER.fullmatch(line.text):
                numbers += 1
            elif reason and (
                len(where[_pattern(line.text)]) >= least or _IMPRINT.fullmatch(line.text)
            ):
                aside.setdefault(_pattern(line.text), Boilerplate(line.text, reason))
            else:
                kept.append(line)
    said = (Boilerplate(f"numbers of {numbers} pages", "page number"),) if numbers else ()
    return kept, (*aside.values(), *said)


def _edges(lines: Sequence[Line]) -> list[tuple[Line, str]]:
    """Return the lines that stand in the margins of a page: at its head and at its foot."""
    ordered = sorted(lines, key=lambda line: line.top)
    head = [line for line in ordered[:_EDGE] if line.bottom < _MARGIN * line.page_height]
    foot = [line for line in ordered[-_EDGE:] if line.top > (1 - _MARGIN) * line.page_height]
    return [*((line, "running head") for line in head), *((line, "running foot") for line in foot)]


def _pattern(text: str) -> str:
    """Return a line without its numbers; a page's own stands at one end on the left, at the other on the right."""
    return re.sub(r"\d+", "#", text).strip(" #/|.–—-")


_IMPRINT = re.compile(
    r"(?:[A-Z][\w.&’'-]*|of|for|the|and|on|in)(?: (?:[A-Z][\w.&’'-]*|of|for|the|and|on|in)){0,9},(?: [^.!?]{3,60},)? "
    rf"(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) (?:\d{{1,2}}, )?\d{{4}}"
)
"""Who publishes a page, in what and when, at its edge, once: U.S. Geological Survey, Mineral Commodity Summaries, January 2011."""


def _notes(lines: Sequence[Line], body: float) -> tuple[list[Line], list[Line]]:
    """Return footnotes, and the other lines: small print below the last line of a column's text."""
    columns: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        columns[line.page, line.column].append(line)
    notes: list[Line] = []
    kept: list[Line] = []
    for part in columns.values():
        cut = len(part)
        while cut and part[cut - 1].size <= _SMALLER * body:
            cut -= 1
        marked = (n for n in range(cut, len(part)) if _MARK.match(part[n].text))
        cut = next(marked, len(part)) if cut else len(part)
        kept += part[:cut]
        notes += part[cut:]
    return notes, kept


def _as_plain(lines: list[Line]) -> list[Line]:
    """Return the lines as if none were bold where most are: then boldness marks no heading."""
    letters = sum(len(line.text) for line in lines)
    bold = sum(len(line.text) for line in lines if line.is_bold)
    return [replace(line, is_bold=False) for line in lines] if 2 * bold > letters else lines


def _rows(lines: Sequence[Line]) -> frozenset[Line]:
    """Return the lines of tables: a single line with wide gaps is a badly justified one."""
    told = (line for line in lines if line.is_row)
    alike = (
        line
        for before, after in pairwise(lines)
        if len(before.cells) == len(after.cells) > 1
        for line in (before, after)
    )
    return frozenset((*told, *alike))


def _feed(lines: Sequence[Line], body: float) -> float:
    """Return the usual distance from one line to the next, for letters of the body's size."""
    feeds = [
        after.top - before.top
        for before, after in pairwise(lines)
        if (before.page, before.column) == (after.page, after.column)
        and after.top > before.top
        and (not body or before.size == after.size == body)
    ]
    return median(feeds) if feeds else 1.2 * (body or 10)


# ── Paragraphs ───────────────────────────────────────────────────────────────────────────────────


@dataclass
class _Builder:
    """Joins lines to blocks, one after the other."""

    body: float
    feed: float
    compounds: frozenset[str]
    """Words that stand with a hyphen within a line."""
    rows: frozenset[Line]
    """Lines that are rows of tables."""
    is_note: bool = False
    words: frozenset[str] = frozenset()
    """Words that stand in the document, in small letters."""
    blocks: list[tuple[Block, float]] = field(default_factory=list)
    """With the size of the letters, by which headings are ranked."""
    open: list[Line] = field(default_factory=list)

    def add(self, line: Line) -> None:
        """Take the next line."""
        if self.open and self._begins(self.open[-1], line):
            self.close()
        if line in self.rows:
            self.close()
            self.blocks.append((Block(BlockKind.ROW, CELLS.join(line.cells)), line.size))
        else:
            self.open.append(line)

    def close(self) -> None:
        """End the block."""
        lines, self.open = self.open, []
        if not lines:
            return
        text = self._joined(lines)
        kind = BlockKind.PARAGRAPH
        bullet = _BULLET.match(text)
        if self.is_note:
            kind = BlockKind.NOTE
        elif self._is_heading(lines[0]) and len(text) <= _HEADING_LETTERS:
            kind = BlockKind.HEADING
        elif bullet and not text[bullet.end() - 2].isalnum() and not bullet[0][0].isalnum():
            kind, text = BlockKind.ITEM, text[bullet.end() :]
        if text:
            self.blocks.append((Block(kind, text), lines[0].size))

    def _is_heading(self, line: Line) -> bool:
        if self.is_note or not any(map(str.isalpha, line.text)):
            return False
        is_short = len(line.text.split()) <= _BOLD_WORDS and not line.text.endswith((".", ",", ";"))
        return line.size >= _LARGER * self.body or (
            line.is_bold and is_short and line.size >= 0.97 * self.body
        )

    def _begins(self, before: Line, line: Line) -> bool:
        """Tell whether a line begins a block of its own."""
        if self.is_note:
            return _MARK.match(line.text) is not None or before.page != line.page
        if self._is_heading(before) != self._is_heading(line):
            return True
        if abs(before.size - line.size) > 0.05 * self.body or _BULLET.match(line.text):
            return True
        is_full = before.x1 - before.left >= _SHORT_LINE * (before.right - before.left)
        is_ended = _ENDED.search(before.text) is not None
        indent = line.x0 - line.left > _INDENT * line.size
        if (before.page, before.column) != (line.page, line.column):
            # A sentence that ends a page ends its paragraph too or does not, and nothing tells; a
            # cut between sentences does less harm than two paragraphs in one.
            return self._is_heading(line) or is_ended
        gap = line.top - before.top
        if gap > _GAP * self.feed * max(1.0, line.size / self.body):
            return True
        was_indented = before.x0 - before.left > _INDENT * before.size
        is_first = indent and not was_indented and len(self.open) > 0
        return (is_first and not _BULLET.match(self.open[0].text)) or (is_ended and not is_full)

    def _is_whole(self, text: str, following: str) -> bool:
        """Tell whether a stray hyphen at a line's end divides a word that stands elsewhere whole."""
        first, second = re.search(r"[^\W\d_]+(?= .$)", text), re.match(r"[^\W\d_]+", following)
        if not first or not second:
            return False
        return f"{first[0]}{second[0]}".lower() in self.words

    def _joined(self, lines: Sequence[Line]) -> str:
        """Return the lines as one text; a word that was divided at a line's end is whole again."""
        text = lines[0].text
        for line in lines[1:]:
            following = line.text
            if text.endswith((" -", " ‐")) and self._is_whole(text, following):
                text = text[:-2] + following
            elif _HYPHEN.search(text) and following[:1].islower():
                first = re.split(r"[\s(“\"']", text)[-1]
                second = re.match(r"[^\W\d_]*", following)
                whole = first + (second[0] if second else "")
                is_compound = whole in self.compounds and not text.endswith("\u00ad")
                text = text + following if is_compound else text[:-1] + following
            elif text.endswith(("–", "—", "/")) and following[:1].isalnum():
                text += following
            else:
                text += " " + following
        return one_line(text)


def _ranked(blocks: Sequence[tuple[Block, float]]) -> tuple[Block, ...]:
    """Return the blocks with the levels of their headings: the larger, the higher."""
    sizes = sorted(
        {size for block, size in blocks if block.kind is BlockKind.HEADING}, reverse=True
    )
    level = {size: min(number, 6) for number, size in enumerate(sizes, 1)}
    return tuple(
        Block(block.kind, block.text, level[size] if block.kind is BlockKind.HEADING else 0)
        for block, size in blocks
    )
