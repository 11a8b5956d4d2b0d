"""Tables of a PDF's column: which of its lines are rows, and where their cells end.

A wide gap alone tells two cells apart only where the figures stand far from each other. Rows with
figures that follow each other share the stretches that none of them has a word in: there all of
them are cut, however near their figures stand, and so is what heads them. Lengths are in points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefbook.frozen import dataclass
from briefbook.sources.readers.pdf_text_tables import text_tables
from briefbook.sources.readers.pdf_words import Word

WIDE = 2.0
"""Gap between two words, in letter sizes, that no justified line has."""
_CLEAR = 0.5
"""Gap, in letter sizes, that is more than a space; between two figures any space will do."""
_APART, _FAR = 2, 4.0
"""Lines without figures between two rows, and line heights between them, that do not end a table."""
_CROSSED = 0.1
"""Share of rows that may have a word where columns part: a long name runs into the figures' columns."""
_NARROW = 0.35
"""Narrowest stretch between two columns, in letter sizes: more than a space."""
_HEADS, _WORDS = 4, 8
"""Lines that may head a table, and words of a cell in them."""
_FIGURE = re.compile(
    r"[(\[]?[~<>≈±+*–—−-]{0,2}[$€£¥]?[–—−-]?\d[\d.,:/–-]*(?:[%‰]|[a-zA-Z]{1,2})?[)\]]?[*†‡]{0,3}|"
    r"[–—−-]{1,2}|\.{1,3}|:|[*†‡]{1,3}|\(?[xXzZsSdD]\)|n/?a|N/?A|NA|[$€£¥%]"
)
_CURRENCY, _SIGN, _UNIT = (
    re.compile(r"[A-Z]{0,3}[$€£¥]"), re.compile(r"[~<>±*–—−-]"), re.compile(r"[%)‰]|[*†‡]+|\(\w\)|[a-z]")
)  # fmt: skip
"""What belongs to the figure behind it, however far, what does if near, and what belongs to that before it."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[–/-]\d{2,4})?[*:]?|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_THOUSANDS = re.compile(r"[–—−-]?\d{1,3}"), re.compile(r"\d{3}(?:[.,]\d+)?")


@dataclass(frozen=True)
class Cut:
    """A line's words, and where a new cell begins besides at wide gaps."""

    words: list[Word]
    breaks: frozenset[int] = frozenset()
    joints: frozenset[int] = frozenset()
    """Gaps, wide or not, that part no cells: between a sign and its figure."""
    is_row: bool = False


def cut_rows(rows: Sequence[list[Word]]) -> list[Cut]:
    """Return the lines of a column, those of tables cut into cells; heads of several lines become one."""
    cuts: list[Cut] = []
    for first, high in _stretches(rows):
        low = first
        gutters = _gutters([row for row in rows[low:high] if _is_sure(row)])
        while low > len(cuts) and _is_first(rows[low - 1], rows[low], gutters):
            low -= 1
        inner = rows[low:high]
        heads = _heads(rows[max(len(cuts), low - _HEADS) : low], inner[0], gutters)
        at = low - len(heads)
        over = _over(rows[at - 1], rows[at], gutters) if at > len(cuts) else None
        cuts += _of_words(rows[len(cuts) : at - bool(over)])
        cuts += [over] if over else []
        merged = _merged(heads, gutters)
        cuts += [_cut(row, gutters, is_head=True) for row in merged]
        # A line fewer than before stands for the heads: places are kept by empty ones.
        cuts += [Cut([])] * (len(heads) - len(merged))
        cuts += _with_whole_names([_cut(row, gutters) for row in inner], gutters)
    cuts += _of_words(rows[len(cuts) :])
    return [cut for cut in cuts if cut.words]


def _of_words(rows: Sequence[list[Word]]) -> list[Cut]:
    """Return lines without figures, those of a table of words joined to rows; their places are kept by empty ones."""
    cuts: list[Cut] = []
    for table in text_tables(rows):
        cuts += [Cut(row) for row in rows[len(cuts) : table.low]]
        for words, starts in table.rows:
            joints = frozenset(range(1, len(words))) - starts
            cuts.append(Cut(words, starts, joints, is_row=bool(starts)))
        cuts += [Cut([])] * (table.high - len(cuts))
    return [*cuts, *(Cut(row) for row in rows[len(cuts) :])]


def is_figure(word: Word) -> bool:
    """Tell whether a word is a figure, or what stands for one."""
    return _FIGURE.fullmatch(word.text) is not None


def _stretches(rows: Sequence[list[Word]]) -> Iterator[tuple[int, int]]:
    """Yield where rows with figures follow each other."""
    sure = [n for n, row in enumerate(rows) if _is_sure(row)]
    start = at = 0
    for at in range(1, len(sure) + 1):
        if at < len(sure) and _are_near(rows, sure[at - 1], sure[at]):
            continue
        if at - start > 1:
            yield sure[start], sure[at - 1] + 1
        start = at


def _are_near(rows: Sequence[list[Word]], low: int, high: int) -> bool:
    before, after = rows[low], rows[high]
    height = max(1.0, before[0].bottom - before[0].top)
    if after[0].top - before[0].bottom < _FAR * height and high - low <= _APART + 1:
        return True
    # A long name goes on below its figures, left of them.
    left = min((w.x0 for w in (*before[1:], *after[1:]) if is_figure(w)), default=0.0)
    lines = rows[low + 1 : high]
    is_named = all(row[-1].x1 < left for row in lines)
    return is_named and all(
        b[0].top - a[0].bottom < height for a, b in pairwise(rows[low : high + 1])
    )


def _is_sure(row: Sequence[Word]) -> bool:
    """Tell whether a line has figures behind a wide gap, and hardly anything else there."""
    size = max(1.0, row[0].size)
    at = next((n for n in range(1, len(row)) if row[n].x0 - row[n - 1].x1 > WIDE * size), 0)
    behind = row[at:]
    figures = sum(map(is_figure, behind))
    told = any(any(map(str.isdigit, word.text)) for word in behind if is_figure(word))
    return bool(at) and told and is_figure(row[-1]) and 2 * figures > len(behind)


def _gutters(rows: Sequence[list[Word]]) -> tuple[tuple[float, float], ...]:
    """Return the stretches between columns: hardly a row has a word there, and some have words on both sides."""
    left = int(min(row[0].x0 for row in rows))
    right = int(max(row[-1].x1 for row in rows)) + 1
    crossed = [0] * (right - left + 2)
    for row in rows:
        for word in _whole(row):
            for x in range(int(word[0]) - left, int(word[1]) - left + 1):
                crossed[x] += 1
    free = int(_CROSSED * len(rows))
    narrow = _NARROW * max(1.0, rows[0][0].size)
    found: list[tuple[float, float]] = []
    start = -1
    for x, count in enumerate(crossed):
        if count <= free and start < 0:
            start = x
        elif count > free and start >= 0:
            if x - start >= narrow and start:
                found.append((float(start + left), float(x + left)))
            start = -1
    return tuple(g for g in found if sum(_parts(row, g) for row in rows) > 1)


def _whole(row: Sequence[Word]) -> Iterator[tuple[float, float]]:
    """Yield where the words of a line stand; words of a name are one stretch, for spaces within it part nothing."""
    x0, x1 = row[0].x0, row[0].x1
    for before, word in pairwise(row):
        is_one = not (is_figure(before) and is_figure(word)) and not is_figure(word)
        is_one = is_one and word.x0 - before.x1 < _CLEAR * max(1.0, word.size)
        is_one = is_one or _joins(before, word)
        if is_one:
            x1 = max(x1, word.x1)
        else:
            yield x0, x1
            x0, x1 = word.x0, word.x1
    yield x0, x1


def _parts(row: Sequence[Word], gutter: tuple[float, float]) -> bool:
    """Tell whether a line has words on both sides of a stretch."""
    return row[0].x0 < gutter[0] and row[-1].x1 > gutter[1]


def _joins(before: Word, word: Word) -> bool:
    """Tell whether two words are one figure: $ 12, 5 %, 79 935."""
    if _CURRENCY.fullmatch(before.text):
        return True
    if word.x0 - before.x1 >= _NARROW * max(1.0, word.size):
        return False
    first, second = _THOUSANDS
    is_number = first.fullmatch(before.text) and second.fullmatch(word.text)
    is_marked = _SIGN.fullmatch(before.text) or _UNIT.fullmatch(word.text)
    return bool(is_number or is_marked)


def _cut(row: list[Word], gutters: Sequence[tuple[float, float]], *, is_head: bool = False) -> Cut:
    """Return a line with its cells; heads of several lines come with their words column by column."""
    breaks, joints = set[int](), set[int]()
    for n in range(1, len(row)):
        before, word = row[n - 1], row[n]
        gap = word.x0 - before.x1
        if _joins(before, word) and (is_figure(before) or is_figure(word)):
            joints.add(n)
        elif is_head:
            if _column_of(before, gutters) != _column_of(word, gutters):
                breaks.add(n)
            else:
                joints.add(n)
        elif gap >= _least_gap(before, word) and any(
            before.x1 <= high and word.x0 >= low for low, high in gutters
        ):
            breaks.add(n)
    is_row = bool(breaks) or _is_sure(row)
    return Cut(row, frozenset(breaks), frozenset(joints), is_row)


def _least_gap(before: Word, word: Word) -> float:
    """Return how far two words of a row stand apart in two cells: figures by a space, words by more than one."""
    count = is_figure(before) + is_figure(word)
    return (1.0, _CLEAR, 0.0)[count] * max(1.0, word.size)


def _with_whole_names(cuts: list[Cut], gutters: Sequence[tuple[float, float]]) -> list[Cut]:
    """Return rows with what goes on with their names below them: a line in the first column that begins small."""
    found: list[Cut] = []
    for cut in cuts:
        is_small = cut.words[0].text[:1].islower() or cut.words[0].text[:1] in "(&"
        is_name = bool(gutters) and cut.words[-1].x1 <= gutters[0][1] and not cut.is_row
        at = next((n for n, cut in reversed([*enumerate(found)]) if cut.words), -1)
        if not (is_small and is_name and at >= 0 and found[at].is_row and found[at].breaks):
            found.append(cut)
            continue
        row, count = found[at], len(cut.words)
        end = min(row.breaks)
        found[at] = Cut(
            [*row.words[:end], *cut.words, *row.words[end:]],
            frozenset(n + count for n in row.breaks),
            frozenset(n + count if n >= end else n for n in row.joints) | {end},
            is_row=True,
        )
        found.append(Cut([]))
    return found


def _column_of(word: Word, gutters: Sequence[tuple[float, float]]) -> int:
    middle = (word.x0 + word.x1) / 2
    return sum(middle > (low + high) / 2 for low, high in gutters)


def _heads(
    above: Sequence[list[Word]], first: list[Word], gutters: Sequence[tuple[float, float]]
) -> list[list[Word]]:
    """Return the lines right above a table that stand over its columns, none of them across two."""
    found: list[list[Word]] = []
    below = first
    for row in reversed(above):
        height = max(1.0, below[0].bottom - below[0].top)
        columns = {_column_of(word, gutters) for word in row}
        is_across = any(word.x0 < low and word.x1 > high for word in row for low, high in gutters)
        is_near = below[0].top - row[0].bottom < height
        if (
            not is_near
            or is_across
            or len(columns) == 1
            or _runs_on(row, gutters)
            or _has_figures(row)
        ):
            break
        found.insert(0, row)
        below = row
    return found


def _over(row: list[Word], below: list[Word], gutters: Sequence[tuple[float, float]]) -> Cut | None:
    """Return a line of heads that stand over several columns each, cut between them; None if it is none."""
    height = max(1.0, below[0].bottom - below[0].top)
    if below[0].top - row[0].bottom >= height or _has_figures(row):
        return None
    breaks = [n for n in range(1, len(row)) if row[n].x0 - row[n - 1].x1 >= max(1.0, row[n].size)]
    parts = [row[a:b] for a, b in pairwise([0, *breaks, len(row)])]
    columns = [{_column_of(word, gutters) for word in part} for part in parts]
    is_apart = all(not (one & other) for one, other in pairwise(columns))
    is_short = all(len(part) <= _WORDS for part in parts)
    is_wide = any(len(one) > 1 for one in columns)
    if not (len(parts) > 1 and is_apart and is_short and is_wide):
        return None
    return Cut(row, frozenset(breaks), is_row=True)


def _is_first(row: list[Word], below: list[Word], gutters: Sequence[tuple[float, float]]) -> bool:
    """Tell whether a line above a table is a row of it, though a word ends it: it has figures as the row below."""
    height = max(1.0, below[0].bottom - below[0].top)
    return below[0].top - row[0].bottom < height and _has_figures(row) and _cut(row, gutters).is_row


def _has_figures(row: Sequence[Word]) -> bool:
    """Tell whether a line holds figures other than years, as many as words at least, or one in each of several cells."""
    told = [w for w in row if any(map(str.isdigit, w.text)) and is_figure(w) and w.text[0] != "("]
    counts = [w for w in told if not _YEAR.fullmatch(w.text)]
    alone = sum(
        word in counts and word.x0 - before.x1 > WIDE * max(1.0, word.size)
        for before, word in pairwise(row)
    )
    return bool(counts) and (len(told) >= len(row) / 2 or alone > 1)


def _runs_on(row: Sequence[Word], gutters: Sequence[tuple[float, float]]) -> bool:
    """Tell whether a line is prose: its words stand as near to each other where columns part as elsewhere."""
    for n in range(1, len(row)):
        before, word = row[n - 1], row[n]
        is_new = _column_of(before, gutters) != _column_of(word, gutters)
        if is_new and word.x0 - before.x1 < _CLEAR * max(1.0, word.size):
            return True
    counts = [_column_of(word, gutters) for word in row]
    return max(map(counts.count, set(counts))) > _WORDS


def _merged(
    heads: Sequence[list[Word]], gutters: Sequence[tuple[float, float]]
) -> list[list[Word]]:
    """Return heads of several lines as one, column by column."""
    if not heads:
        return []
    numbered = [(n, word) for n, row in enumerate(heads) for word in row]
    ranked = sorted(numbered, key=lambda pair: (_column_of(pair[1], gutters), pair[0], pair[1].x0))
    return [[word for _, word in ranked]]
