"""The deck's layouts and their slots: the contract of composition, fitting and the template.

Pure data. A plan names a layout and fills its slots by name; the template has one placeholder for
each slot, addressed by `idx`. A slot keeps its idx in every layout, so that changing a slide's
layout inside PowerPoint keeps its content. All lengths are points, y runs down.

      y  30  kicker                       Every layout exists twice: for a title of one line, and,
         47  title, 1 or 2 lines          under the name `tall(name)`, for a title of two. Plans
     98/126  body                         name the first; `fit.py` takes the second where the title
        462  source                       needs it.
        508  footer rule, page number
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefbook.deck.placeholders import (
    BODY_END,
    COLUMN_W,
    COLUMNS,
    FOOTER_IDX,
    FOOTER_RECT,
    GUTTER,
    HALF_W,
    ONE_LINE,
    PAGE_IDX,
    PAGE_RECT,
    TABLE_END,
    TWO_LINES,
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
from briefbook.text import Role
from briefbook.theme.deck import MARGIN_PT, MEASURE_PT, Ink

__all__ = [
    "FOOTER_IDX",
    "FOOTER_RECT",
    "LAYOUTS",
    "NAMES",
    "PAGE_IDX",
    "PAGE_RECT",
    "Layout",
    "Mark",
    "PlaceholderType",
    "Rect",
    "Slot",
    "tall",
]


def tall(name: str) -> str:
    """Return the name of a layout's variant for a title of two lines."""
    return f"{name}-tall"


def _cover(name: str, lines: int) -> Layout:
    drop = 48.0 * (lines - 1)
    title = Rect(MARGIN_PT, 142, MEASURE_PT, 54 + drop)
    slots = [
        Slot("title", 0, PlaceholderType.TITLE, title, "cover-title", 40, 40, max_lines=lines, prompt="Title"),
        text_slot("kicker", Rect(MARGIN_PT, 60, MEASURE_PT, 20), "cover-kicker", 13, 12, "Briefing"),
        text_slot("subtitle", Rect(MARGIN_PT, 224 + drop, MEASURE_PT, 62), "cover-subtitle", 22, 18,
              "What this is about"),
    ]  # fmt: skip
    for n, x in enumerate(COLUMNS, 1):
        slots.append(text_slot(f"fact-{n}", Rect(x, 403, COLUMN_W, 62), "fact", 17, 14, "Fact"))
    slots.append(
        text_slot("notice", Rect(MARGIN_PT, 478, MEASURE_PT, 32), "cover-note", 13, 12, "Notice")
    )
    marks = (
        Mark("Gold rule", "rect", Rect(MARGIN_PT, 205 + drop, 90, 3), Ink.GOLD),
        rule("Fact rule", MARGIN_PT, 392, MEASURE_PT, 0.75, Ink.DIM),
    )
    on_navy = tuple(replace(slot, ground=Ink.NAVY, role=Role.LABEL) for slot in slots)
    return Layout(name, "Title", on_navy, marks, Ink.NAVY, lines, has_furniture=False)


def _bottom_line(name: str, lines: int, supports: int) -> Layout:
    top = (ONE_LINE, TWO_LINES)[lines - 1] + 10
    rect = Rect(MARGIN_PT, top, 496, BODY_END - 4 - top)
    statement = text_slot("statement", rect, "statement", 23.5, 18, "The answer, in one statement")
    roomy = replace(statement, inset=(26, 22, 28, 22), ceiling_pt=26)
    statement, bar = panel(roomy, Ink.NAVY)
    first, pitch = top + 30, (rect.bottom - top - 24) / supports
    label = text_slot("rests-on", Rect(584, top + 1, 320, 16), "label", 12, 11, "Rests on")
    slots = [*heads(lines), statement, replace(label, max_lines=1, role=Role.LABEL)]
    marks = [bar, rule("Rests on rule", 584, top + 22, 320, 1.5)]
    for n in range(1, supports + 1):
        y = first + pitch * (n - 1)
        slots.append(
            text_slot(
                f"support-{n}",
                Rect(584, y, 320, pitch - 12),
                "support",
                24.0 - 2 * supports,
                16,
                "Support",
            )
        )
        if n > 1:
            marks.append(rule(f"Support rule {n}", 584, y - 7, 320, 0.75, Ink.HAIR))
    words = {2: "two supports", 3: "three supports"}[supports]
    return Layout(name, f"Bottom line, {words}", (*slots, source_slot()), tuple(marks))


def _number(n: int, rect: Rect, size: float, floor: float) -> Slot:
    return replace(text_slot(f"number-{n}", rect, "number", size, floor, "00"), max_lines=1)


def _tag(n: int, x: float, y: float, w: float) -> Slot:
    return replace(text_slot(f"tag-{n}", Rect(x, y, w, 17), "tag", 12, 11, "Type"), max_lines=1)


def _number_rows(lines: int) -> tuple[list[Slot], list[Mark]]:
    """Return three rows: the number large on the left, what it counts on the right."""
    top = (106.0, 130.0)[lines - 1]
    pitch = (BODY_END - top) / 3
    slots: list[Slot] = []
    marks: list[Mark] = []
    for n in (1, 2, 3):
        y = top + pitch * (n - 1)
        place = Rect(456, y + 8, 448, pitch - 20)
        caption = text_slot(f"caption-{n}", place, "caption", 22, 17, "What it counts")
        slots += [
            _number(n, Rect(MARGIN_PT, y + 9, 372, 60), 54, 36),
            replace(caption, anchor="ctr"),
            _tag(n, MARGIN_PT, y + 75, 372),
        ]
        ink, weight = (Ink.NAVY, 2.0) if n == 1 else (Ink.HAIR, 0.75)
        marks.append(rule(f"Number rule {n}", MARGIN_PT, y, MEASURE_PT, weight, ink))
    return slots, marks


def _number_cells(lines: int, count: int) -> tuple[list[Slot], list[Mark]]:
    """Return two rows of cells, each under a rule: number, what it counts, type; 148 high."""
    top, pitch = ((108.0, 178.0), (132.0, 164.0))[lines - 1]
    across = count // 2
    width, size, caption = {2: (HALF_W, 46, 20), 3: (COLUMN_W, 40, 18)}[across]
    slots: list[Slot] = []
    marks: list[Mark] = []
    for n in range(1, count + 1):
        row, column = divmod(n - 1, across)
        x, y = MARGIN_PT + column * (width + GUTTER), top + row * pitch
        place = Rect(x, y + 55, width, 71)
        slots += [
            _number(n, Rect(x, y + 6, width, 46), size, 30),
            text_slot(f"caption-{n}", place, "caption", caption, 15, "What it counts"),
            _tag(n, x, y + 130, width),
        ]
        marks.append(rule(f"Number rule {n}", x, y, width))
    return slots, marks


def _numbers(name: str, lines: int, count: int) -> Layout:
    words = {3: "Three", 4: "Four", 6: "Six"}[count]
    slots, marks = _number_rows(lines) if words == "Three" else _number_cells(lines, count)
    return Layout(name, f"{words} numbers", (*heads(lines), *slots, source_slot()), tuple(marks))


@dataclass(frozen=True)
class _Messages:
    """How messages are set, by their number."""

    words: str
    across: int
    size_pt: float
    floor_pt: float
    ceiling_pt: float
    type: str = "message"
    above_pt: float = 8.0
    below_pt: float = 5.0


_MESSAGES = {
    3: _Messages("Three", 1, 20, 17, 23),
    4: _Messages("Four", 2, 18, 16, 21),
    5: _Messages("Five", 1, 17, 15, 18, "message-tight", 5, 6),
}


def _messages(name: str, lines: int, count: int) -> Layout:
    how = _MESSAGES[count]
    top = (106.0, 126.0)[lines - 1]
    pitch = (TABLE_END - top) / (count // how.across)
    width = MEASURE_PT if how.across == 1 else HALF_W
    slots: list[Slot] = []
    marks: list[Mark] = []
    for n in range(1, count + 1):
        row, column = divmod(n - 1, how.across)
        x, y = MARGIN_PT + (HALF_W + GUTTER) * column, top + pitch * row
        text = Rect(x + 48, y + how.above_pt, width - 48, pitch - how.above_pt - how.below_pt)
        slot = text_slot(f"message-{n}", text, how.type, how.size_pt, how.floor_pt, "Message")
        slots.append(replace(slot, ceiling_pt=how.ceiling_pt))
        ink, weight = (Ink.HAIR, 0.75) if row else (Ink.NAVY, 2.0)
        marks.append(rule(f"Message rule {n}", x, y, width, weight, ink))
        numeral = Rect(x, text.y - 2, 40, how.size_pt * 1.6)
        size = how.size_pt * 1.25
        marks.append(Mark(f"Numeral {n}", "text", numeral, Ink.RUST, text=str(n), size_pt=size))
    return Layout(
        name, f"{how.words} messages", (*heads(lines), *slots, source_slot()), tuple(marks)
    )


def _timeline(name: str, lines: int) -> Layout:
    top, phases = ((96.0, 384.0), (124.0, 390.0))[lines - 1]
    slots = [*heads(lines), chart_slot(Rect(MARGIN_PT, top, MEASURE_PT, phases - 8 - top))]
    marks = []
    for n, x in enumerate(COLUMNS, 1):
        slots.append(
            text_slot(
                f"phase-{n}", Rect(x, phases + 6, COLUMN_W, 452 - phases), "phase", 17, 15, "Phase"
            )
        )
        marks.append(rule(f"Phase rule {n}", x, phases, COLUMN_W))
    return Layout(name, "Timeline", (*slots, source_slot()), tuple(marks))


def _plain_table(name: str, lines: int) -> Layout:
    slots = (
        *heads(lines),
        table_slot((ONE_LINE, TWO_LINES)[lines - 1]),
        note_slot(),
        source_slot(),
    )
    return Layout(name, "Table", slots)


def _table_aside(name: str, lines: int) -> Layout:
    top = (ONE_LINE, TWO_LINES)[lines - 1]
    rect = Rect(644, top + 8, 260, BODY_END - top - 12)
    aside = text_slot("aside", rect, "aside", 19, 15, "A view, quoted")
    aside, bar = panel(replace(aside, inset=(20, 18, 18, 18), ceiling_pt=20), Ink.RUST)
    slots = (*heads(lines), table_slot(top, 560, 17), aside, note_slot(560), source_slot())
    return Layout(name, "Table and quotation", slots, (bar,))


def _chart_wide(name: str, lines: int) -> Layout:
    top = (112.0, 144.0)[lines - 1]
    slots = (
        *heads(lines),
        subtitle_slot(lines),
        chart_slot(Rect(MARGIN_PT, top, MEASURE_PT, 424 - top)),
        note_slot(),
        source_slot(),
    )
    return Layout(name, "Wide chart", slots)


def _chart_takeaway(name: str, lines: int) -> Layout:
    top, panel_top = ((112.0, 106.0), (144.0, 134.0))[lines - 1]
    takeaway = text_slot(
        "takeaway",
        Rect(670, panel_top, 234, 460 - panel_top - 4),
        "takeaway",
        18,
        16,
        "What it means",
    )
    takeaway, bar = panel(replace(takeaway, inset=(20, 18, 16, 18), ceiling_pt=19), Ink.NAVY)
    chart = chart_slot(Rect(MARGIN_PT, top, 594, 456 - top))
    return Layout(
        name,
        "Chart and takeaway",
        (*heads(lines), subtitle_slot(lines, 594), chart, takeaway, source_slot()),
        (bar,),
    )


def _statements(name: str, lines: int) -> Layout:
    top = (ONE_LINE, TWO_LINES)[lines - 1] + 6
    body = text_slot("body", Rect(MARGIN_PT, top, 780, BODY_END - top), "body", 20, 16, "Text")
    return Layout(name, "Text", (*heads(lines), replace(body, goes_on=True), source_slot()))


def _sources(name: str, lines: int) -> Layout:
    top = (ONE_LINE, TWO_LINES)[lines - 1] + 4
    sources = text_slot(
        "sources", Rect(MARGIN_PT, top, MEASURE_PT, 432 - top), "sources", 16, 12, "Sources"
    )
    note = text_slot(
        "note", Rect(MARGIN_PT, 444, MEASURE_PT, 46), "note", 14, 12, "Note on the sources"
    )
    told = (replace(sources, goes_on=True), replace(note, anchor="b"))
    slots = (*heads(lines), *(replace(slot, role=Role.APPARATUS) for slot in told))
    return Layout(name, "Sources", slots)


def _evidence(name: str, lines: int) -> Layout:
    table = table_slot((ONE_LINE, TWO_LINES)[lines - 1] - 2, size=12, floor=11)
    return Layout(
        name,
        "Evidence",
        (*heads(lines), replace(table, is_dense=True, stops_above=(), ceiling_pt=0), source_slot()),
    )


def _build(name: str, lines: int) -> Layout:
    """Return one layout; a trailing number is the count of supports, numbers or messages."""
    stem, _, last = name.rpartition("-")
    if last.isdigit() and stem != "bottom-line":
        return {"numbers": _numbers, "messages": _messages}[stem](name, lines, int(last))
    if name.startswith("bottom-line"):
        return _bottom_line(name, lines, 2 if last == "2" else 3)
    plain = {
        "title": _cover, "timeline": _timeline, "table": _plain_table, "table-aside": _table_aside,
        "chart-wide": _chart_wide, "chart-takeaway": _chart_takeaway, "statements": _statements,
        "sources": _sources, "evidence": _evidence,
    }  # fmt: skip
    return plain[name](name, lines)


NAMES = (
    "title", "bottom-line", "bottom-line-2", "numbers-3", "numbers-4", "numbers-6",
    "messages-3", "messages-4", "messages-5", "timeline", "table", "table-aside", "chart-wide",
    "chart-takeaway", "statements", "sources", "evidence",
)  # fmt: skip
"""What a plan may name, in the order of PowerPoint's list."""


def _all() -> dict[str, Layout]:
    layouts: dict[str, Layout] = {}
    for name in NAMES:
        layouts[name] = _build(name, 1)
        two = replace(_build(name, 2), name=tall(name), title_lines=2)
        layouts[two.name] = replace(
            two, title_in_powerpoint=f"{two.title_in_powerpoint}, long title"
        )
    return layouts


LAYOUTS: dict[str, Layout] = _all()
