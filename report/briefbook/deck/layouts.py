"""The deck's layouts and their slots: the contract of composition, fitting and the template.

Pure data. A plan names a layout and fills its slots by name; the template has one placeholder for
each slot, addressed by `idx`. A slot keeps its idx in every layout, so that changing a slide's
layout inside PowerPoint keeps its content. All lengths are points, y runs down.

      y  24  tracker                      Every layout but the cover exists twice: for a title of
         43  title                        one line, and, under the name `tall(name)`, for one of
     98/130  body                         two or three. Plans name the first; `fit.py` takes the
        462  source                       second where the title needs it.
        508  footer rule, page number
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from briefbook.deck.placeholders import (
    FOOTER_IDX,
    MARKING_IDX,
    PAGE_IDX,
    TITLE_SIZES,
    Grid,
    Layout,
    Mark,
    PlaceholderType,
    Rect,
    Slot,
    chart_slot,
    heads,
    note_slot,
    panel,
    rule,
    source_slot,
    subtitle_slot,
    table_slot,
    text_slot,
)
from briefbook.frozen import replace
from briefbook.text import Role
from briefbook.theme.deck import Ink

__all__ = [
    "FOOTER_IDX",
    "FOUR_THREE",
    "LAYOUTS",
    "MARKING_IDX",
    "NAMES",
    "PAGE_IDX",
    "WIDE",
    "Grid",
    "Layout",
    "Mark",
    "PlaceholderType",
    "Rect",
    "Slot",
    "layouts_of",
    "tall",
]

WIDE = Grid(
    width=960.0, height=540.0, margin=56.0, side=296.0, answer=452.0, figure=196.0,
    chart=560.0, blocks=296.0, closing=410.0, text=780.0, aside=260.0,
)  # fmt: skip
FOUR_THREE = Grid(
    width=800.0, height=600.0, margin=48.0, side=256.0, answer=368.0, figure=164.0,
    chart=442.0, blocks=252.0, closing=340.0, text=660.0, aside=230.0,
    phase=101.0,  # narrower columns hold their words in more lines
    chart_tops=(120.0, 168.0),  # and subtitles run to two lines
)  # fmt: skip
"""A little larger than PowerPoint's own 4:3 (720 x 540): what has room on 16:9 has room here, too."""


def tall(name: str) -> str:
    """Return the name of a layout's variant for a title of two or three lines."""
    return f"{name}-tall"


# ── Opening ──────────────────────────────────────────────────────────────────────────────────────

_COVER_SIZES = ((3, 46.0), (4, 40.0), (4, 36.0), (5, 32.0), (6, 28.0))


def _cover(grid: Grid, name: str, _: int) -> Layout:
    side = Rect(grid.width - grid.side, 0, grid.side, grid.height)
    inner = Rect(side.x + 32, 0, side.w - 64, 0)
    # A higher slide has its title halfway as before, and the facts at its foot.
    wide, taller = side.x - grid.margin - 48, grid.height - WIDE.height
    y = 104 + taller / 2
    title = Rect(grid.margin, y, wide, 212)
    slots = [
        Slot("title", 0, PlaceholderType.TITLE, title, "cover-title", 46, 28, anchor="b", prompt="Title"),
        text_slot("tracker", Rect(grid.margin, 56, wide, 20), "cover-kicker", 14, 12, "Series and number"),
        text_slot("subtitle", Rect(grid.margin, y + 246, wide, 112), "cover-subtitle", 22, 16, "The finding"),
    ]  # fmt: skip
    for n in range(1, 6):
        place = Rect(inner.x, 76 + taller + 78 * (n - 1), inner.w, 70)
        slots.append(text_slot(f"fact-{n}", place, "fact", 18, 14, "Fact"))
    marks = (
        Mark("Side", "rect", side, Ink.DEEP),
        Mark("Gold rule", "rect", Rect(grid.margin, y + 226, 90, 4), Ink.GOLD),
    )
    on_navy = tuple(
        replace(slot, ground=Ink.DEEP if slot.family == "fact" else Ink.NAVY, role=Role.LABEL)
        for slot in slots
    )
    return Layout(name, "Title", on_navy, marks, Ink.NAVY, _COVER_SIZES, has_furniture=False)


def _answer(grid: Grid, name: str, lines: int, count: int) -> Layout:
    """Return the answer on a panel, and beside it the reasons for it, numbered."""
    top = grid.tops[lines - 1]
    rect = Rect(grid.margin, top, grid.answer, grid.body_end - top)
    statement = text_slot("statement", rect, "statement", 24, 16, "The answer, in one statement")
    statement, bar = panel(replace(statement, inset=(24, 20, 26, 20)), Ink.NAVY)
    slots = [*heads(grid, lines), statement]
    marks = [bar]
    pitch = (grid.body_end - top) / count
    x = rect.x + rect.w + 32
    for n in range(1, count + 1):
        y = top + pitch * (n - 1)
        place = Rect(x + 40, y + 8, grid.right - x - 40, pitch - 14)
        slots.append(text_slot(f"reason-{n}", place, "reason", 18, 16, "Reason"))
        ink, weight = (Ink.NAVY, 2.0) if n == 1 else (Ink.HAIR, 0.75)
        marks += [
            rule(f"Reason rule {n}", x, y, grid.right - x, weight, ink),
            _numeral(n, Rect(x, y + 8, 30, 30), 22),
        ]
    return Layout(
        name, f"Answer, {_COUNTS[count]} reasons", (*slots, source_slot(grid)), tuple(marks)
    )


def _numeral(n: int, rect: Rect, size: float) -> Mark:
    return Mark(f"Numeral {n}", "text", rect, Ink.RUST, text=str(n), size_pt=size)


# ── Text in bands ────────────────────────────────────────────────────────────────────────────────

_COUNTS = {1: "one", 2: "two", 3: "three", 4: "four"}
_BAND_GAP = 8.0


def _bands(grid: Grid, name: str, lines: int, count: int) -> Layout:
    """Return bands, each with a figure, word or numeral on the left and a statement beside it."""
    is_numbered = name.startswith("points")
    left = 60.0 if is_numbered else grid.figure
    top = grid.tops[lines - 1]
    height = (grid.body_end - top + _BAND_GAP) / count - _BAND_GAP
    slots = [*heads(grid, lines)]
    marks = []
    for n in range(1, count + 1):
        y = top + (height + _BAND_GAP) * (n - 1)
        type_, size, floor = ("numeral", 26, 26) if is_numbered else ("figure", 34, 18)
        mark = text_slot(f"mark-{n}", Rect(grid.margin, y, left, height), type_, size, floor, "00")
        place = Rect(grid.margin + left, y, grid.measure - left, height)
        row = text_slot(f"row-{n}", place, "row", 18, 16, "Statement")
        slots += [
            replace(mark, anchor="ctr", inset=(18, 4, 6, 4), ground=Ink.TINT, role=Role.LABEL),
            replace(row, anchor="ctr", inset=(8, 4, 20, 4), ground=Ink.TINT),
        ]
        if not is_numbered:
            slots[-2] = replace(slots[-2], role=Role.STATEMENT)
        marks.append(
            Mark(f"Band {n}", "rect", Rect(grid.margin, y, grid.measure, height), Ink.TINT)
        )
    words = f"{_COUNTS[count]} {'numbered statements' if is_numbered else 'rows'}"
    return Layout(name, words.capitalize(), (*slots, source_slot(grid)), tuple(marks))


def _closing(grid: Grid, name: str, lines: int, count: int) -> Layout:
    """Return what the findings mean on the left, and what to discuss on the right."""
    top, width = grid.tops[lines - 1], grid.closing
    pitch = (grid.body_end - top - 42) / count
    slots = [*heads(grid, lines)]
    marks = []
    for edge, side, item, bar in (
        (grid.margin, "left", "implication", Ink.NAVY),
        (grid.right - width, "right", "question", Ink.RUST),
    ):
        height = grid.body_end - top
        marks.append(
            Mark(f"{side} panel".capitalize(), "rect", Rect(edge, top, width, height), Ink.TINT)
        )
        marks.append(Mark(f"{side} bar".capitalize(), "rect", Rect(edge, top, 6, height), bar))
        x, w, ground = edge + 24, width - 44, Ink.TINT
        head = text_slot(f"{side}-head", Rect(x, top + 12, w, 24), "label", 16, 14, "Heading")
        slots.append(replace(head, max_lines=1, ground=ground, role=Role.LABEL))
        for n in range(1, count + 1):
            y = top + 42 + pitch * (n - 1)
            mark = text_slot(f"{side}-mark-{n}", Rect(x, y, 28, 30), "numeral", 22, 22, "0")
            place = Rect(x + 32, y + 2, w - 32, pitch - 14)
            slots += [
                replace(mark, ground=ground, role=Role.LABEL),
                replace(text_slot(f"{item}-{n}", place, "row", 18, 16, "Statement"), ground=ground),
            ]
            if n > 1:
                marks.append(rule(f"{side} rule {n}".capitalize(), x, y - 8, w, 0.75, Ink.HAIR))
    words = f"Two lists of {_COUNTS[count]}"
    return Layout(name, words, (*slots, source_slot(grid)), tuple(marks))


# ── Exhibits ─────────────────────────────────────────────────────────────────────────────────────


def _chart_blocks(grid: Grid, name: str, lines: int, count: int) -> Layout:
    """Return a large chart and beside it short blocks, each under a rule."""
    top = grid.tops[lines - 1]
    pitch = (grid.body_end - top) / count
    x, width = grid.right - grid.blocks, grid.blocks
    place = Rect(grid.margin, top, x - 24 - grid.margin, grid.body_end - top)
    slots = [*heads(grid, lines), chart_slot(place)]
    marks = []
    for n in range(1, count + 1):
        y = top + pitch * (n - 1)
        place = Rect(x, y + 5, width, pitch - 8)
        slots.append(text_slot(f"block-{n}", place, "row", 18, 16, "What to see"))
        marks.append(rule(f"Block rule {n}", x, y, width, 1.5))
    words = f"Chart and {_COUNTS[count]} blocks"
    return Layout(name, words, (*slots, source_slot(grid)), tuple(marks))


def _timeline(grid: Grid, name: str, lines: int) -> Layout:
    high = grid.phase
    top, phases = grid.tops[lines - 1] - 4, grid.height - 70 - high
    place = Rect(grid.margin, top, grid.measure, phases - 10 - top)
    slots = [*heads(grid, lines), chart_slot(place)]
    marks = []
    for n, x in enumerate(grid.columns, 1):
        place = Rect(x, phases + 4, grid.column, high)
        slots.append(text_slot(f"phase-{n}", place, "phase", 18, 16, "Phase"))
        marks.append(rule(f"Phase rule {n}", x, phases, grid.column))
    line = source_slot(grid)
    place = Rect(grid.margin, grid.height - 66, grid.measure, 19)
    one_line = replace(line, rect=place, max_lines=1)
    return Layout(name, "Timeline", (*slots, one_line), tuple(marks))


def _plain_table(grid: Grid, name: str, lines: int) -> Layout:
    slots = (
        *heads(grid, lines),
        table_slot(grid, grid.tops[lines - 1]),
        note_slot(grid),
        source_slot(grid),
    )
    return Layout(name, "Table", slots)


def _table_aside(grid: Grid, name: str, lines: int) -> Layout:
    top = grid.tops[lines - 1]
    rect = Rect(grid.right - grid.aside, top + 8, grid.aside, grid.body_end - top - 12)
    aside = text_slot("aside", rect, "aside", 18, 14, "A view, quoted")
    aside, bar = panel(replace(aside, inset=(20, 18, 18, 18)), Ink.RUST)
    table = table_slot(grid, top, grid.chart)
    slots = (*heads(grid, lines), table, aside, note_slot(grid, grid.chart), source_slot(grid))
    return Layout(name, "Table and quotation", slots, (bar,))


def _chart_wide(grid: Grid, name: str, lines: int) -> Layout:
    top = grid.chart_tops[lines - 1]
    chart = chart_slot(Rect(grid.margin, top, grid.measure, grid.body_end - top))
    slots = (*heads(grid, lines), subtitle_slot(grid, lines), chart, source_slot(grid))
    return Layout(name, "Wide chart", slots)


def _chart_note(grid: Grid, name: str, lines: int) -> Layout:
    top = grid.chart_tops[lines - 1]
    chart = chart_slot(Rect(grid.margin, top, grid.measure, grid.height - 116 - top))
    subtitle, note = subtitle_slot(grid, lines), note_slot(grid)
    slots = (*heads(grid, lines), subtitle, chart, note, source_slot(grid))
    return Layout(name, "Wide chart and note", slots)


def _chart_takeaway(grid: Grid, name: str, lines: int) -> Layout:
    top, panel_top = grid.chart_tops[lines - 1], grid.panel_tops[lines - 1]
    width = grid.measure - grid.chart - 24
    place = Rect(grid.right - width, panel_top, width, grid.body_end - panel_top)
    takeaway = text_slot("takeaway", place, "takeaway", 18, 16, "What it means")
    takeaway, bar = panel(replace(takeaway, inset=(18, 12, 14, 12)), Ink.NAVY)
    chart = chart_slot(Rect(grid.margin, top, grid.chart, grid.body_end - top))
    return Layout(
        name,
        "Chart and takeaway",
        (
            *heads(grid, lines),
            subtitle_slot(grid, lines, grid.chart),
            chart,
            takeaway,
            source_slot(grid),
        ),
        (bar,),
    )


# ── Plain text and backup ───────────────────────────────────────────────────────────────────────────────────────


def _text(grid: Grid, name: str, lines: int) -> Layout:
    top = grid.tops[lines - 1] + 4
    place = Rect(grid.margin, top, grid.text, grid.body_end - top)
    body = text_slot("body", place, "body", 18, 16, "Text")
    return Layout(
        name, "Text", (*heads(grid, lines), replace(body, goes_on=True), source_slot(grid))
    )


def _sources(grid: Grid, name: str, lines: int) -> Layout:
    top = grid.tops[lines - 1] + 4
    place = Rect(grid.margin, top, grid.measure, grid.height - 108 - top)
    sources = text_slot("sources", place, "sources", 16, 12, "Sources")
    foot = Rect(grid.margin, grid.height - 96, grid.measure, 46)
    note = text_slot("note", foot, "note", 14, 12, "Note on the sources")
    told = (replace(sources, goes_on=True), replace(note, anchor="b"))
    slots = (*heads(grid, lines), *(replace(slot, role=Role.APPARATUS) for slot in told))
    return Layout(name, "Sources", slots)


def _evidence(grid: Grid, name: str, lines: int) -> Layout:
    table = table_slot(grid, grid.tops[lines - 1] - 2, size=12, floor=11)
    return Layout(
        name,
        "Evidence",
        (*heads(grid, lines), replace(table, is_dense=True, stops_above=()), source_slot(grid)),
    )


_PLAIN: dict[str, Callable[[Grid, str, int], Layout]] = {
    "timeline": _timeline, "chart-wide": _chart_wide, "chart-note": _chart_note, "chart-takeaway": _chart_takeaway,
    "table": _plain_table, "text": _text, "table-aside": _table_aside, "sources": _sources, "evidence": _evidence,
}  # fmt: skip
_COUNTED: dict[str, tuple[Callable[[Grid, str, int, int], Layout], tuple[int, ...]]] = {
    "answer": (_answer, (2, 3)),
    "points": (_bands, (2, 3, 4)),
    "rows": (_bands, (2, 3, 4)),
    "chart-blocks": (_chart_blocks, (2, 3, 4)),
    "closing": (_closing, (1, 2, 3)),
}
"""Layouts that exist for some numbers of items: `rows-3`."""

NAMES = (
    "title", *(f"{stem}-{n}" for stem, (_, counts) in _COUNTED.items() for n in counts), *_PLAIN
)  # fmt: skip
"""What a plan may name, in the order of PowerPoint's list."""


def _build(grid: Grid, name: str, lines: int) -> Layout:
    if name == "title":
        return _cover(grid, name, lines)
    if name in _PLAIN:
        return _PLAIN[name](grid, name, lines)
    stem, _, count = name.rpartition("-")
    return _COUNTED[stem][0](grid, name, lines, int(count))


@cache
def layouts_of(grid: Grid) -> dict[str, Layout]:
    """Return the layouts of a slide format: the same names and slots in each."""
    layouts: dict[str, Layout] = {}
    for name in NAMES:
        layouts[name] = one = _build(grid, name, 1)
        if not one.has_furniture:
            continue
        words = f"{one.title_in_powerpoint}, long title"
        two = replace(
            _build(grid, name, 2),
            name=tall(name),
            title_sizes=TITLE_SIZES[1:],
            title_in_powerpoint=words,
        )
        layouts[two.name] = two
    return layouts


LAYOUTS: dict[str, Layout] = layouts_of(WIDE)
"""What plans name; where a slot stands on another format is that format's own."""
