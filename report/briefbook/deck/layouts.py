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
from dataclasses import replace

from briefbook.deck.placeholders import (
    BODY_END,
    COLUMN_W,
    COLUMNS,
    FOOTER_IDX,
    FOOTER_RECT,
    ONE_LINE,
    PAGE_IDX,
    PAGE_RECT,
    TITLE_SIZES,
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
from briefbook.theme.deck import HEIGHT_PT, MARGIN_PT, MEASURE_PT, Ink

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
    """Return the name of a layout's variant for a title of two or three lines."""
    return f"{name}-tall"


def _top(lines: int) -> float:
    return (ONE_LINE, TWO_LINES)[lines - 1]


# ── Opening ──────────────────────────────────────────────────────────────────────────────────────

_COVER_SIZES = ((3, 46.0), (4, 40.0), (5, 32.0), (6, 28.0))
_SIDE = Rect(664, 0, 296, HEIGHT_PT)
"""The cover's column of who, for whom and when."""


def _cover(name: str, _: int) -> Layout:
    inner = Rect(_SIDE.x + 32, 0, _SIDE.w - 64, 0)
    title = Rect(MARGIN_PT, 104, 560, 212)
    slots = [
        Slot("title", 0, PlaceholderType.TITLE, title, "cover-title", 46, 28, anchor="b", prompt="Title"),
        text_slot("tracker", Rect(MARGIN_PT, 56, 560, 20), "cover-kicker", 14, 12, "Series and number"),
        text_slot("subtitle", Rect(MARGIN_PT, 350, 560, 112), "cover-subtitle", 22, 16, "The finding"),
    ]  # fmt: skip
    for n in range(1, 6):
        place = Rect(inner.x, 76 + 78 * (n - 1), inner.w, 70)
        slots.append(text_slot(f"fact-{n}", place, "fact", 18, 14, "Fact"))
    marks = (
        Mark("Side", "rect", _SIDE, Ink.DEEP),
        Mark("Gold rule", "rect", Rect(MARGIN_PT, 330, 90, 4), Ink.GOLD),
    )
    on_navy = tuple(
        replace(slot, ground=Ink.DEEP if slot.family == "fact" else Ink.NAVY, role=Role.LABEL)
        for slot in slots
    )
    return Layout(name, "Title", on_navy, marks, Ink.NAVY, _COVER_SIZES, has_furniture=False)


def _answer(name: str, lines: int, count: int) -> Layout:
    """Return the answer on a panel, and beside it the reasons for it, numbered."""
    top = _top(lines)
    rect = Rect(MARGIN_PT, top, 452, BODY_END - top)
    statement = text_slot("statement", rect, "statement", 24, 18, "The answer, in one statement")
    statement, bar = panel(replace(statement, inset=(24, 20, 26, 20)), Ink.NAVY)
    slots = [*heads(lines), statement]
    marks = [bar]
    pitch = (BODY_END - top) / count
    for n in range(1, count + 1):
        y = top + pitch * (n - 1)
        place = Rect(580, y + 8, 324, pitch - 14)
        slots.append(text_slot(f"reason-{n}", place, "reason", 18, 16, "Reason"))
        ink, weight = (Ink.NAVY, 2.0) if n == 1 else (Ink.HAIR, 0.75)
        marks += [
            rule(f"Reason rule {n}", 540, y, 364, weight, ink),
            _numeral(n, Rect(540, y + 8, 30, 30), 22),
        ]
    return Layout(name, f"Answer, {_COUNTS[count]} reasons", (*slots, source_slot()), tuple(marks))


def _numeral(n: int, rect: Rect, size: float) -> Mark:
    return Mark(f"Numeral {n}", "text", rect, Ink.RUST, text=str(n), size_pt=size)


# ── Text in bands ────────────────────────────────────────────────────────────────────────────────

_COUNTS = {1: "one", 2: "two", 3: "three", 4: "four"}
_BAND_GAP = 8.0


def _bands(name: str, lines: int, count: int) -> Layout:
    """Return bands, each with a figure, word or numeral on the left and a statement beside it."""
    is_numbered = name.startswith("points")
    left = 60.0 if is_numbered else 196.0
    top = _top(lines)
    height = (BODY_END - top + _BAND_GAP) / count - _BAND_GAP
    slots = [*heads(lines)]
    marks = []
    for n in range(1, count + 1):
        y = top + (height + _BAND_GAP) * (n - 1)
        type_, size, floor = ("numeral", 26, 26) if is_numbered else ("figure", 34, 18)
        mark = text_slot(f"mark-{n}", Rect(MARGIN_PT, y, left, height), type_, size, floor, "00")
        place = Rect(MARGIN_PT + left, y, MEASURE_PT - left, height)
        row = text_slot(f"row-{n}", place, "row", 18, 16, "Statement")
        slots += [
            replace(mark, anchor="ctr", inset=(18, 4, 6, 4), ground=Ink.TINT, role=Role.LABEL),
            replace(row, anchor="ctr", inset=(8, 4, 20, 4), ground=Ink.TINT),
        ]
        if not is_numbered:
            slots[-2] = replace(slots[-2], role=Role.STATEMENT)
        marks.append(Mark(f"Band {n}", "rect", Rect(MARGIN_PT, y, MEASURE_PT, height), Ink.TINT))
    words = f"{_COUNTS[count]} {'numbered statements' if is_numbered else 'rows'}"
    return Layout(name, words.capitalize(), (*slots, source_slot()), tuple(marks))


def _closing(name: str, lines: int, count: int) -> Layout:
    """Return what the findings mean on the left, and what to discuss on the right."""
    top, width = _top(lines), 410.0
    pitch = (BODY_END - top - 42) / count
    slots = [*heads(lines)]
    marks = []
    for edge, side, item, bar in (
        (MARGIN_PT, "left", "implication", Ink.NAVY),
        (MARGIN_PT + width + 28, "right", "question", Ink.RUST),
    ):
        height = BODY_END - top
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
    return Layout(name, words, (*slots, source_slot()), tuple(marks))


# ── Exhibits ─────────────────────────────────────────────────────────────────────────────────────


def _chart_blocks(name: str, lines: int, count: int) -> Layout:
    """Return a large chart and beside it short blocks, each under a rule."""
    top = _top(lines)
    pitch = (BODY_END - top) / count
    x, width = 608.0, 296.0
    slots = [*heads(lines), chart_slot(Rect(MARGIN_PT, top, 528, BODY_END - top))]
    marks = []
    for n in range(1, count + 1):
        y = top + pitch * (n - 1)
        place = Rect(x, y + 5, width, pitch - 8)
        slots.append(text_slot(f"block-{n}", place, "row", 18, 16, "What to see"))
        marks.append(rule(f"Block rule {n}", x, y, width, 1.5))
    words = f"Chart and {_COUNTS[count]} blocks"
    return Layout(name, words, (*slots, source_slot()), tuple(marks))


def _timeline(name: str, lines: int) -> Layout:
    top, phases = _top(lines) - 4, 389.0
    slots = [*heads(lines), chart_slot(Rect(MARGIN_PT, top, MEASURE_PT, phases - 6 - top))]
    marks = []
    for n, x in enumerate(COLUMNS, 1):
        slots.append(
            text_slot(f"phase-{n}", Rect(x, phases + 5, COLUMN_W, 80), "phase", 18, 16, "Phase")
        )
        marks.append(rule(f"Phase rule {n}", x, phases, COLUMN_W))
    line = source_slot()
    one_line = replace(line, rect=Rect(MARGIN_PT, 474, MEASURE_PT, 19), max_lines=1)
    return Layout(name, "Timeline", (*slots, one_line), tuple(marks))


def _plain_table(name: str, lines: int) -> Layout:
    slots = (
        *heads(lines),
        table_slot(_top(lines)),
        note_slot(),
        source_slot(),
    )
    return Layout(name, "Table", slots)


def _table_aside(name: str, lines: int) -> Layout:
    top = _top(lines)
    rect = Rect(644, top + 8, 260, BODY_END - top - 12)
    aside = text_slot("aside", rect, "aside", 18, 14, "A view, quoted")
    aside, bar = panel(replace(aside, inset=(20, 18, 18, 18)), Ink.RUST)
    slots = (*heads(lines), table_slot(top, 560), aside, note_slot(560), source_slot())
    return Layout(name, "Table and quotation", slots, (bar,))


def _chart_wide(name: str, lines: int) -> Layout:
    top = (112.0, 160.0)[lines - 1]
    chart = chart_slot(Rect(MARGIN_PT, top, MEASURE_PT, BODY_END - top))
    slots = (*heads(lines), subtitle_slot(lines), chart, source_slot())
    return Layout(name, "Wide chart", slots)


def _chart_note(name: str, lines: int) -> Layout:
    top = (112.0, 160.0)[lines - 1]
    chart = chart_slot(Rect(MARGIN_PT, top, MEASURE_PT, 424 - top))
    slots = (*heads(lines), subtitle_slot(lines), chart, note_slot(), source_slot())
    return Layout(name, "Wide chart and note", slots)


def _chart_takeaway(name: str, lines: int) -> Layout:
    top, panel_top = ((112.0, 102.0), (160.0, 134.0))[lines - 1]
    place = Rect(640, panel_top, COLUMN_W, BODY_END - panel_top)
    takeaway = text_slot("takeaway", place, "takeaway", 18, 16, "What it means")
    takeaway, bar = panel(replace(takeaway, inset=(18, 12, 14, 12)), Ink.NAVY)
    chart = chart_slot(Rect(MARGIN_PT, top, 560, BODY_END - top))
    return Layout(
        name,
        "Chart and takeaway",
        (*heads(lines), subtitle_slot(lines, 560), chart, takeaway, source_slot()),
        (bar,),
    )


# ── Plain text and backup ───────────────────────────────────────────────────────────────────────────────────────


def _text(name: str, lines: int) -> Layout:
    top = _top(lines) + 4
    body = text_slot("body", Rect(MARGIN_PT, top, 780, BODY_END - top), "body", 18, 16, "Text")
    return Layout(name, "Text", (*heads(lines), replace(body, goes_on=True), source_slot()))


def _sources(name: str, lines: int) -> Layout:
    top = _top(lines) + 4
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
    table = table_slot(_top(lines) - 2, size=12, floor=11)
    return Layout(
        name,
        "Evidence",
        (*heads(lines), replace(table, is_dense=True, stops_above=()), source_slot()),
    )


_PLAIN: dict[str, Callable[[str, int], Layout]] = {
    "timeline": _timeline, "chart-wide": _chart_wide, "chart-note": _chart_note, "chart-takeaway": _chart_takeaway,
    "table": _plain_table, "text": _text, "table-aside": _table_aside, "sources": _sources, "evidence": _evidence,
}  # fmt: skip
_COUNTED: dict[str, tuple[Callable[[str, int, int], Layout], tuple[int, ...]]] = {
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


def _build(name: str, lines: int) -> Layout:
    if name == "title":
        return _cover(name, lines)
    if name in _PLAIN:
        return _PLAIN[name](name, lines)
    stem, _, count = name.rpartition("-")
    return _COUNTED[stem][0](name, lines, int(count))


def _all() -> dict[str, Layout]:
    layouts: dict[str, Layout] = {}
    for name in NAMES:
        layouts[name] = one = _build(name, 1)
        if not one.has_furniture:
            continue
        words = f"{one.title_in_powerpoint}, long title"
        two = replace(
            _build(name, 2), name=tall(name), title_sizes=TITLE_SIZES[1:], title_in_powerpoint=words
        )
        layouts[two.name] = two
    return layouts


LAYOUTS: dict[str, Layout] = _all()
