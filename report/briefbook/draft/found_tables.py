"""Tables that a source holds, by their rows: with heads of one line or two, group names between, or drawn with bars.

A row is one paragraph of the snapshot with its cells between bars, or in plain text one line. Empty
cells stand in no paragraph, so a row that lacks one has no place for the others: it is left out and told, never guessed.
A line that is set with spaces shows its empty cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefbook.draft.corpus import Material, Sentence, Text
from briefbook.draft.spaced_tables import EMPTY, spaced_rows
from briefbook.draft.table_parts import beside, parts_of
from briefbook.draft.trim import clipped
from briefbook.language.document import Span
from briefbook.language.en.dates import find_dates
from briefbook.sources.reading import CELLS

_LEAST_ROWS = 2
_FEW = 4
"""Rows beyond which names with whole numbers that only rise are a table of contents, called so or not."""
FIGURE = re.compile(
    r"[~<>≈±]?\s?(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3}\s)?\s?[-–−(]?[$€£¥]?\d[\d,. ]*(?:\s?(?:%|percent|per cent|bn|mn|m|k|M|B|million|billion))?\)?[a-z*†]?"
)
YEAR = re.compile(r"(?:FY\s?)?(?:1[89]|20)\d\d(?:[–/-]\d{2,4})?")
CAPTION = 90
_GROUP = 60
"""Letters of the name of a group of rows, which stands between them."""
_NUMBERED = re.compile(r"(?:table|figure|chart|exhibit|box|annex)\b", re.IGNORECASE)
_ASIDE = re.compile(r"(?:\([^()]*\)\s*)+")
"""(In millions) (Unaudited): what stands between a caption and its table."""
_LEAST_LINES = 3
_RULE = re.compile(r"[\s|+:=_–—-]*")
"""A line of a drawn table that parts its rows."""


@dataclass(frozen=True)
class Row:
    """A row: its cells, and where it stands."""

    cells: tuple[str, ...]
    span: Span


@dataclass(frozen=True)
class SourceTable:
    """A table of a source."""

    source: str
    caption: str
    header: tuple[str, ...]
    """Empty where its first row is one like the others."""
    heads: tuple[Span, ...]
    """Where its caption and its header stand, which bear the words above the columns."""
    rows: tuple[Row, ...]
    """Those that have a cell for each column."""
    torn: int
    """Rows that lack a cell, or have one too many."""

    @property
    def columns(self) -> int:
        """How many there are, the names of the rows among them."""
        return len(self.rows[0].cells) if self.rows else 0

    @property
    def figures(self) -> float:
        """The share of cells beside the names that are figures."""
        cells = [cell for row in self.rows for cell in row.cells[1:] if cell != EMPTY]
        return sum(FIGURE.fullmatch(cell) is not None for cell in cells) / max(1, len(cells))

    @property
    def is_named(self) -> bool:
        """Whether most rows have a name: words or a year, not the ticks of a drawn axis."""
        names = [row.cells[0] for row in self.rows]
        told = sum(YEAR.fullmatch(n) is not None or sum(map(str.isalpha, n)) > 2 for n in names)  # noqa: PLR2004
        return 2 * told > len(names)

    def told(self) -> str:
        """Return what to say of it where tables are listed."""
        name = f" “{clipped(self.caption, CAPTION)}”" if self.caption else ""
        torn = f", {self.torn} more without a cell for each column" if self.torn else ""
        first, last = self.rows[0].span.number, self.rows[-1].span.number
        return (
            f"table{name}, ¶ {first} to {last}: {len(self.rows)} rows, {self.columns} columns{torn}"
        )


def tables_in(text: Text) -> tuple[SourceTable, ...]:
    """Return the tables of a source, in their order."""
    paragraphs = text.document.paragraphs
    words = [text.document.text[p.start : p.end] for p in paragraphs]
    found = []
    for low, high in _runs(words):
        at = [n for n in range(low, high) if CELLS in words[n]]
        rows = [
            Row(tuple(cell.strip() for cell in words[n].split(CELLS)), paragraphs[n]) for n in at
        ]
        caption = _caption(words, paragraphs, low)
        for level in beside([row.cells for row in rows]):
            part = [Row(cells, rows[n].span) for n, cells in level]
            for start, end in parts_of([row.cells for row in part]):
                # A further table has the line above it as its caption, else that of the first.
                line = at[level[start][0]]
                is_named = start and not _is_row(words[line - 1])
                own = _caption(words, paragraphs, line) if is_named else caption
                found.append(_table(text.id, *(own if own[0] else caption), part[start:end]))
    for n, told in enumerate(words):
        if ("\n" in told and "|" in told and (rows := _drawn(told, paragraphs[n]))) or (
            "  " in told and "\n" in told and (rows := _spaced(told, paragraphs[n]))
        ):
            found.append(_table(text.id, *_caption(words, paragraphs, n), rows))
    tables = (table for table in found if table is not None)
    return tuple(sorted(tables, key=lambda table: table.rows[0].span.start))


_MOST_TOLD, _NAMED = 14, 60
"""Rows that stand for sentences, and letters of the name of each."""


def with_rows(material: Material) -> Material:
    """Return a material whose sources hold tables and no sentence with their rows as statements, name and figures."""
    if material.sentences:
        return material
    told = [(text, row) for text in material.texts for t in tables_in(text) for row in _told(t)]
    sentences: list[Sentence] = []
    for text, row in told[:_MOST_TOLD]:
        words = f"{row.cells[0]}: {', '.join(row.cells[1:])}"
        head = text.document.text[row.span.start : row.span.end]
        sentences.append(
            Sentence(
                len(sentences), text.id, row.span.start, row.span.end, head, words,
                row.span.number, "", opens_paragraph=True,
            )
        )  # fmt: skip
    return replace(material, sentences=tuple(sentences))


def _told(table: SourceTable) -> Iterator[Row]:
    """Yield the rows that a reader takes in at once: a name in words beside a few figures."""
    for row in table.rows:
        name, *cells = row.cells
        is_named = 3 < len(name) <= _NAMED and sum(map(str.isalpha, name)) > len(name) / 2  # noqa: PLR2004
        if is_named and len(cells) <= _FEW and all(FIGURE.fullmatch(cell) for cell in cells):
            yield row


def _runs(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of paragraphs that are rows, with the names of groups between them."""
    n = 0
    while n < len(words):
        if not _is_row(words[n]):
            n += 1
            continue
        start = n
        while n < len(words) and (_is_row(words[n]) or _is_group(words, n, start)):
            n += 1
        yield start, n


def _is_row(told: str) -> bool:
    return CELLS in told and "\n" not in told


def _is_group(words: Sequence[str], n: int, start: int) -> bool:
    """Tell whether a line names a group of rows: it is short, and figures stand below it in as many cells as above."""
    told = words[n]
    if len(told) > _GROUP or "\n" in told or told[-1:] in ".!?" or _NUMBERED.match(told):
        return False
    after = next((w for w in words[n + 1 : n + 3] if _is_row(w)), "")
    is_near = _is_row(words[n - 1]) or (n > start + 1 and _is_row(words[n - 2]))
    if not after or not is_near:
        return False
    before = words[n - 1] if _is_row(words[n - 1]) else words[n - 2]
    cells, others = after.split(CELLS), before.split(CELLS)
    has_figures = any(FIGURE.fullmatch(cell.strip()) for cell in cells[1:]) and not _is_heads(cells)
    return has_figures and len(cells) - len(others) in (0, 1)


def _drawn(told: str, paragraph: Span) -> list[Row]:
    """Return the rows of a table that plain text draws with bars; a cell may go on in the next line."""
    rows: list[tuple[list[str], int, int]] = []
    at = paragraph.start
    lines = told.split("\n")
    for line in lines:
        start, at = at, at + len(line) + 1
        if not line.strip() or _RULE.fullmatch(line):
            continue
        if "|" not in line.strip().strip("|"):
            return []
        cells = [" ".join(cell.split()) for cell in line.strip().strip("|").split("|")]
        filled = [cell for cell in cells if cell]
        if (
            rows
            and len(filled) < len(cells)
            and len(cells) == len(rows[-1][0])
            and _goes_on(rows[-1][0], cells)
        ):
            before, low, _ = rows[-1]
            rows[-1] = (
                [f"{a} {b}".strip() for a, b in zip(before, cells, strict=True)],
                low,
                start + len(line),
            )
        else:
            rows.append((cells, start, start + len(line)))
    if len(rows) < _LEAST_LINES:
        return []
    return [Row(tuple(cells), Span(paragraph.number, low, high)) for cells, low, high in rows]


def _spaced(told: str, paragraph: Span) -> list[Row]:
    """Return the rows of a table that plain text sets with spaces, a dash where a cell is empty."""
    at = paragraph.start
    return [
        Row(cells, Span(paragraph.number, at + low, at + high))
        for cells, low, high in spaced_rows(told)
    ]


def _goes_on(before: Sequence[str], cells: Sequence[str]) -> bool:
    """Tell whether a line goes on with the words of the row above: it has a name and no figures."""
    return bool(cells[0]) and not any(cells[1:]) and bool(before[0])


def _caption(
    words: Sequence[str], paragraphs: Sequence[Span], low: int
) -> tuple[str, tuple[Span, ...]]:
    """Return the line before a table, where it is no sentence, and its place; what stands in brackets below it goes with it.

    A line that is called a table stands before others.
    """
    named = (n for n in range(low - 1, max(-1, low - 4), -1) if _NUMBERED.match(words[n]))
    while low and _ASIDE.fullmatch(words[low - 1]):
        low -= 1
    at = next(named, low - 1)
    line = " ".join(words[at].split()) if at >= 0 else ""
    is_line = 0 < len(line) <= 2 * CAPTION and not re.search(r"[.!?]$", line)
    if not is_line:
        return "", ()
    line = _FOLLOWS.sub("", _LETTER.sub("", line.rstrip(":")))
    return line.capitalize() if line.isupper() else line, (paragraphs[at],)


_FOLLOWS = re.compile(r",?\s(?:(?:is|are|was|were) )?as follows$")
_LETTER = re.compile(r"^\(?[a-z\d]{1,4}[.)](?:\(?[a-z\d]{1,4}[.)])*\s+")


def _table(
    source: str, caption: str, above: tuple[Span, ...], rows: list[Row]
) -> SourceTable | None:
    if rows and _NUMBERED.match(rows[0].cells[0]) and len(rows[0].cells) == 2:  # noqa: PLR2004
        caption = " ".join(rows[0].cells)[
            : 2 * CAPTION
        ]  # “Table 3. | Wells by valley”: a line with a gap
        rows = rows[1:]
    if len(rows) <= _LEAST_ROWS:
        return None
    count = _count([row.cells for row in rows])
    heads = 0
    while heads < min(2, len(rows)) and _is_header(rows[heads].cells, count):
        if heads and not _is_second(rows[0].cells, rows[1].cells, count):
            break
        heads += 1
    body = rows[heads:]
    named = {row.cells for row in rows[:heads]}
    body = [
        row for row in body if row.cells not in named
    ]  # heads that stand again over what follows
    whole = tuple(row for row in body if len(row.cells) == count)
    if len(whole) < _LEAST_ROWS or count < 2:  # noqa: PLR2004  one column is a list
        return None
    header = _joined([row.cells for row in rows[:heads]], count)
    if count == 2 and not header and _is_contents(caption, whole):  # noqa: PLR2004
        return None
    spans = (*above, *(row.span for row in rows[:heads]))
    return SourceTable(source, caption, header, spans, whole, len(body) - len(whole))


def _count(rows: Sequence[tuple[str, ...]]) -> int:
    """Return how many columns a table has: as its head says, where figures stand below it; else as most rows have.

    Heads that are all times, above rows with names, lack the corner above these.
    """
    head, *body = rows
    usual = Counter(map(len, body)).most_common(1)[0][0]
    figures = sum(not _is_heads(cells[1:]) for cells in body)
    if len(head) < 2 or not _is_heads(head) or 2 * figures <= len(body):  # noqa: PLR2004
        return usual
    has_corner = not all(map(_is_time, head)) or any(_is_time(cells[0]) for cells in body)
    count = len(head) + (not has_corner)
    whole = sum(len(cells) == count for cells in body)
    return count if count > usual and (whole >= _LEAST_ROWS or not has_corner) else usual


def _joined(heads: Sequence[tuple[str, ...]], count: int) -> tuple[str, ...]:
    """Return one head for each column, of one line or of two: a head of the first line stands over several of the second."""
    if not heads:
        return ()
    last = heads[-1] if len(heads[-1]) == count else ("", *heads[-1])
    if len(heads) < 2 or len(last) != count:  # noqa: PLR2004
        return last if len(last) == count else ()
    over = heads[0] if len(heads[0]) < count else heads[0][1:]
    width, rest = divmod(count - 1, len(over))
    if rest:
        return last
    return (
        last[0],
        *(f"{last[n]} ({over[(n - 1) // width].rstrip(',: ')})" for n in range(1, count)),
    )


def _is_contents(caption: str, rows: Sequence[Row]) -> bool:
    """Tell whether rows are a table of contents: a name and a page, which never falls."""
    pages = [int(row.cells[1]) for row in rows if re.fullmatch(r"\d{1,3}", row.cells[1])]
    is_rising = len(pages) == len(rows) and pages == sorted(pages)
    return is_rising and (
        re.fullmatch(r"(?:table of )?contents", caption, re.IGNORECASE) is not None
        or len(rows) > _FEW
    )


def _is_header(cells: tuple[str, ...], count: int) -> bool:
    """Tell whether a row at the top heads columns: words, years or days above, with the corner left empty or not."""
    if len(cells) in (count, count - 1):
        return _is_heads(cells if len(cells) < count else cells[1:])
    # The first of two lines: each of its heads stands over several columns.
    return 1 < len(cells) < count - 1 and (count - 1) % len(cells) == 0 and _is_heads(cells)


def _is_second(first: tuple[str, ...], second: tuple[str, ...], count: int) -> bool:
    """Tell whether a second line still heads columns: below heads of several columns, or with years and days."""
    return len(first) < count - 1 or all(map(_is_time, second[len(second) == count :]))


def _is_time(cell: str) -> bool:
    """Tell whether a cell is a year or a day."""
    held = sum(found.end - found.start for found in find_dates(cell))
    return YEAR.fullmatch(cell.strip()) is not None or 2 * held > len(cell)


def _is_heads(cells: Sequence[str]) -> bool:
    """Tell whether cells are words, years or days."""
    return not any(
        sum(map(str.isdigit, c)) > sum(map(str.isalpha, c)) and not _is_time(c) for c in cells
    )
