"""Tables of a PDF whose cells are words: lines that leave the same stretches free, joined to rows.

A cell of words goes on over several lines, and each line of the page then holds a piece of every cell:
read across, no piece makes sense. Where lines that follow each other leave the same stretches free, the
words between these are columns; what stands further apart than lines do, or begins in the first
column, begins a row. Prose beside its headings, speakers beside what they say and numbered paragraphs
have such stretches too, and are no tables. Lengths are in points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefbook.frozen import dataclass
from briefbook.sources.readers.pdf_words import Word

_OPENING, _FREE = 1.5, 0.9
"""Gap, in letter sizes, with which a table begins, and the least that all its lines leave free."""
_NEAR = 3.2
"""Line heights between two lines of a table."""
_LEAST_LINES, _LEAST_ROWS = 4, 3
_APART = 1.22
"""Feed, in those of the nearest lines, from which on a row begins."""
_MOST_WORDS = 45
"""Words of a cell, on average, in its widest column: more is prose beside headings."""
_FIRST_SHARE = 0.6
"""Share of the table's width that its first column may take, and of lines that begin in it where each is a row."""
_MOST_SMALL = 0.3
"""Share of cells that may begin with a small letter."""
_LABEL = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3})*|(?:\w{1,4}\.){2,6}|[A-Za-z]|[ivxIVX]{1,5})[.)]?|[•◦▪‣●○■·–—*-]|.*:|[A-Z][A-Z’'.-]*(?: [A-Z][A-Z’'.-]*){0,4}[.:]|[QA]\.?"
)
"""What stands before a paragraph or an item, and before what somebody says: none of it is a cell."""
_NOTE = re.compile(r"(?:Source|Sources|Note|Notes)\b|\*|[a-z]\s")


@dataclass(frozen=True)
class TextTable:
    """Lines `low` to `high` of a column, as rows of words with the first word of each cell but the first."""

    low: int
    high: int
    rows: tuple[tuple[list[Word], frozenset[int]], ...]


Gutters = tuple[tuple[float, float], ...]


def text_tables(lines: Sequence[list[Word]]) -> Iterator[TextTable]:
    """Yield the tables of words among the lines of a column, from top to bottom."""
    at = 0
    while at < len(lines):
        table = _table_at(lines, at) if _gaps(lines[at], _OPENING) else None
        if table:
            yield table
        at = table.high if table else at + 1


def _table_at(lines: Sequence[list[Word]], start: int) -> TextTable | None:
    """Return the table that begins with a line or, under a head across columns, soon below it."""
    tried = [(*_grown(lines, at), at) for at in _openings(lines, start)]
    end, gutters, start = max(tried, key=lambda found: (len(found[1]), found[0] - found[2]))
    while end > start and _NOTE.match(lines[end - 1][0].text):
        if len(_columns(lines[end - 1], gutters)) > 1:
            break
        end -= 1
    if end - start < _LEAST_LINES or not gutters:
        return None
    parted = [_parted(line, gutters) for line in lines[start:end]]
    rows = _joined(lines[start:end], parted)
    if not _is_table(rows, parted):
        return None
    return TextTable(start, end, tuple(map(_flat, rows)))


def _openings(lines: Sequence[list[Word]], start: int) -> list[int]:
    """Return the lines from one on with which its table may begin: heads may stand across columns."""
    found = [start]
    for at in range(start + 1, min(start + _HEADS, len(lines))):
        if not _is_near(lines[at - 1], lines[at]):
            break
        if _gaps(lines[at], _OPENING):
            found.append(at)
    return found


_HEADS = 7


def _is_near(before: Sequence[Word], line: Sequence[Word]) -> bool:
    return line[0].top - before[0].bottom <= _NEAR * max(1.0, before[0].bottom - before[0].top)


def _grown(lines: Sequence[list[Word]], start: int) -> tuple[int, Gutters]:
    """Return where the lines end that leave stretches free from a line on, and these stretches."""
    gutters = _gaps(lines[start], _OPENING)
    end = start + 1
    used = 1
    for before, line in pairwise(lines[start:]):
        if not _is_near(before, line):
            break
        narrower = _narrowed(gutters, line)
        if len(narrower) < len(gutters) and (not narrower or used >= _LEAST_LINES - 1):
            break
        gutters = narrower
        used += len(_columns(line, gutters)) > 1
        end += 1
    return end, gutters


def _gaps(line: Sequence[Word], least: float) -> Gutters:
    size = max(1.0, line[0].size)
    return tuple(
        (before.x1, after.x0)
        for before, after in pairwise(line)
        if after.x0 - before.x1 >= least * size
    )


def _narrowed(gutters: Gutters, line: Sequence[Word]) -> Gutters:
    """Return the widest part that a line leaves of each stretch, where that is wide enough."""
    size = max(1.0, line[0].size)
    found: list[tuple[float, float]] = []
    for low, high in gutters:
        inner = [word for word in line if word.x1 > low and word.x0 < high]
        ends = [low, *(word.x1 for word in inner)]
        starts = [*(word.x0 for word in inner), high]
        free = max(zip(ends, starts, strict=True), key=lambda part: part[1] - part[0])
        if free[1] - free[0] >= _FREE * size:
            found.append(free)
    return tuple(found)


def _columns(line: Sequence[Word], gutters: Gutters) -> set[int]:
    return {_column(word, gutters) for word in line}


def _column(word: Word, gutters: Gutters) -> int:
    return sum(word.x0 >= high - 0.5 for _, high in gutters)


def _parted(line: Sequence[Word], gutters: Gutters) -> list[list[Word]]:
    """Return a line's words column by column."""
    parts: list[list[Word]] = [[] for _ in range(len(gutters) + 1)]
    for word in line:
        parts[_column(word, gutters)].append(word)
    return parts


def _joined(
    lines: Sequence[list[Word]], parted: Sequence[list[list[Word]]]
) -> list[list[list[Word]]]:
    """Return rows, each a list of its cells' words, from the lines' pieces."""
    feeds = [after[0].top - before[0].top for before, after in pairwise(lines)]
    least = min((feed for feed in feeds if feed > 0), default=1.0)
    is_far = [False, *(feed > _APART * least for feed in feeds)]
    has_gaps = sum(is_far) >= _LEAST_ROWS - 1
    firsts = [bool(parts[0]) for parts in parted]
    is_single = not has_gaps and sum(firsts) >= _FIRST_SHARE * len(parted)
    rows: list[list[list[Word]]] = []
    for n, parts in enumerate(parted):
        held = sum(map(bool, parts))
        begins = (is_far[n] and (firsts[n] or held > 1)) if has_gaps else firsts[n]
        goes_on = not is_single and bool(parts[0]) and parts[0][0].text[:1].islower()
        if not rows or (begins and not (goes_on and not is_far[n])):
            rows.append([list(part) for part in parts])
        else:
            rows[-1] = [cell + part for cell, part in zip(rows[-1], parts, strict=True)]
    return rows


def _is_table(rows: Sequence[list[list[Word]]], parted: Sequence[list[list[Word]]]) -> bool:
    """Tell whether rows are of a table: several in each column, words in the first, no prose in the widest."""
    count = len(rows[0])
    filled = [[cell for cell in column if cell] for column in zip(*rows, strict=True)]
    least = _LEAST_ROWS if count == 2 else 2  # noqa: PLR2004  a name and what it is
    if len(rows) < _LEAST_ROWS or min(map(len, filled)) < least:
        return False
    names = [" ".join(word.text for word in cell) for cell in filled[0]]
    marks = sum(map(_is_label if count == 2 else _is_mark, names))  # noqa: PLR2004
    if 2 * marks > len(names):
        return False
    cells = [cell for column in filled for cell in column]
    if sum(cell[0].text[:1].islower() for cell in cells) > _MOST_SMALL * len(cells):
        return False  # columns of prose: their lines begin in the middle of sentences
    words = [sum(map(len, cells)) / len(cells) for cells in filled]
    if max(words) > _MOST_WORDS or (count == 2 and words[0] > words[1]):  # noqa: PLR2004
        return False
    whole = [row for row in rows if sum(map(bool, row)) > 1]
    goes_on = sum(sum(map(bool, parts)) > 1 for parts in parted) > len(whole) or len(parted) > len(
        rows
    )
    return 2 * len(whole) > len(rows) and (goes_on or count > 2)  # noqa: PLR2004


def _is_label(name: str) -> bool:
    return not any(map(str.isalpha, name)) or _LABEL.fullmatch(name) is not None


def _is_mark(name: str) -> bool:
    return not any(map(str.isalnum, name))


def _flat(row: Sequence[list[Word]]) -> tuple[list[Word], frozenset[int]]:
    """Return a row's words one after the other, and where its cells begin."""
    words: list[Word] = []
    starts: set[int] = set()
    for cell in row:
        if cell and words:
            starts.add(len(words))
        words += cell
    return words, frozenset(starts)
