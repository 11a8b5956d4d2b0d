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
from enum import StrEnum

from briefbook.theme.deck import MARGIN_PT, MEASURE_PT, Ink


class Kind(StrEnum):
    """What a slot can hold."""

    TITLE = "title"
    TEXT = "text"
    CHART = "chart"
    TABLE = "table"


@dataclass(frozen=True)
class Rect:
    """A place on the slide, from its upper left corner."""

    x: float
    y: float
    w: float
    h: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h


@dataclass(frozen=True)
class Slot:
    """A reserved place on a slide, for one sort of content."""

    name: str
    idx: int
    kind: Kind
    rect: Rect
    type: str = "body"
    """Type role of a text; see `briefbook.theme.deck.TYPES`."""
    size_pt: float = 18.0
    """Body size to begin with; the other paragraphs follow from it."""
    floor_pt: float = 16.0
    """The smallest body size; below it a text does not fit."""
    ceiling_pt: float = 0.0
    """Up to this size a short text may grow to fill its panel; 0: it may not."""
    max_lines: int = 0
    """0: as many as there is room for."""
    inset: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Left, top, right, bottom."""
    ground: Ink | None = None
    """Fill of the slot itself; text is judged against it."""
    anchor: str = "t"
    """`t`, `ctr` or `b`."""
    prompt: str = ""
    """What an empty placeholder says in PowerPoint."""
    stops_above: tuple[str, ...] = ()
    """Where one of these slots is filled, this one ends above it."""
    is_dense: bool = False
    """A table of small type."""
    goes_on: bool = False
    """Paragraphs that find no room go on to a further slide, as the rows of tables do."""

    @property
    def family(self) -> str:
        """The name without its number; slots of one family are set in one size."""
        stem, _, last = self.name.rpartition("-")
        return stem if last.isdigit() else self.name


@dataclass(frozen=True)
class Mark:
    """A decoration in the layout: a shape that means nothing when read aloud."""

    name: str
    shape: str
    """`rect`, `line` or `text`."""
    rect: Rect
    ink: Ink
    weight_pt: float = 0.0
    """Stroke of a line."""
    text: str = ""
    size_pt: float = 0.0


@dataclass(frozen=True)
class Layout:
    """A slide layout: slots that a slide can fill, and marks that it always shows."""

    name: str
    title_in_powerpoint: str
    slots: tuple[Slot, ...]
    """In reading order, the title first."""
    marks: tuple[Mark, ...] = ()
    ground: Ink | None = None
    title_lines: int = 1
    has_furniture: bool = True
    """Band, footer rule, footer and page number."""

    def slot(self, name: str) -> Slot:
        """Return the slot of that name; raises KeyError."""
        for slot in self.slots:
            if slot.name == name:
                return slot
        raise KeyError(name)


FOOTER_IDX, PAGE_IDX = 11, 12
FOOTER_RECT = Rect(MARGIN_PT, 512, 700, 16)
PAGE_RECT = Rect(804, 512, 100, 16)

_IDX = {
    "title": 0, "kicker": 13, "subtitle": 14, "source": 15, "note": 16, "chart": 20, "table": 21,
    "body": 22, "statement": 23, "rests-on": 24, "takeaway": 25, "aside": 26,
    "sources": 28, "notice": 29, "fact": 30, "support": 40, "number": 50, "caption": 60, "tag": 70,
    "message": 80, "phase": 90,
}  # fmt: skip
"""A numbered slot counts on from its family's idx: `fact-1` is 31."""

_ONE, _TWO = 98.0, 126.0
"""Where the body begins under a title of one line and of two."""
_BODY_END = 456.0
_TABLE_END = 462.0
_COLUMNS = (56.0, 348.0, 640.0)
_COLUMN_W = 264.0


def tall(name: str) -> str:
    """Return the name of a layout's variant for a title of two lines."""
    return f"{name}-tall"


def idx_of(name: str) -> int:
    """Return the idx of a slot, the same in every layout."""
    stem, _, last = name.rpartition("-")
    return _IDX[stem] + int(last) if last.isdigit() else _IDX[name]


def _text(name: str, rect: Rect, type_: str, size: float, floor: float, prompt: str = "") -> Slot:
    return Slot(name, idx_of(name), Kind.TEXT, rect, type_, size, floor, prompt=prompt)


def _chart(rect: Rect) -> Slot:
    return Slot("chart", idx_of("chart"), Kind.CHART, rect, prompt="Chart")


def _table(y: float, w: float = MEASURE_PT, size: float = 18, floor: float = 14) -> Slot:
    rect = Rect(MARGIN_PT, y, w, _TABLE_END - y)
    table = Slot("table", idx_of("table"), Kind.TABLE, rect, "body", size, floor, prompt="Table")
    return replace(table, stops_above=("note",))


def _head(lines: int) -> tuple[Slot, ...]:
    """Return title and kicker; the title is first, as it is read first."""
    title = Rect(MARGIN_PT, 46, MEASURE_PT, 35 if lines == 1 else 69)
    kicker = _text("kicker", Rect(MARGIN_PT, 27, MEASURE_PT, 18), "kicker", 12, 12, "Topic")
    return (
        Slot("title", 0, Kind.TITLE, title, "title", 28, 28, max_lines=lines, prompt="The finding"),
        replace(kicker, anchor="b", max_lines=1),
    )


def _source() -> Slot:
    rect = Rect(MARGIN_PT, 462, MEASURE_PT, 31)
    source = _text("source", rect, "source", 12, 11, "Source")
    return replace(source, anchor="b", max_lines=2)


def _note(w: float = MEASURE_PT) -> Slot:
    note = _text("note", Rect(MARGIN_PT, 430, w, 32), "note", 14, 12, "Note on the data")
    return replace(note, max_lines=2)


def _subtitle(lines: int, w: float = MEASURE_PT) -> Slot:
    y = 86 if lines == 1 else 118
    slot = _text("subtitle", Rect(MARGIN_PT, y, w, 20), "subtitle", 15, 13, "Measure, unit, years")
    return replace(slot, max_lines=1)


def _rule(name: str, x: float, y: float, w: float, weight: float = 2, ink: Ink = Ink.NAVY) -> Mark:
    return Mark(name, "line", Rect(x, y, w, 0), ink, weight)


def _panel(slot: Slot, bar: Ink, width: float = 6) -> tuple[Slot, Mark]:
    """Return the slot on a tint, beside a bar on its left edge, and the bar."""
    x, y, w, h = slot.rect.x, slot.rect.y, slot.rect.w, slot.rect.h
    inside = replace(slot, rect=Rect(x + width, y, w - width, h), ground=Ink.TINT)
    return inside, Mark(f"{slot.name} bar", "rect", Rect(x, y, width, h), bar)


def _cover(name: str, lines: int) -> Layout:
    drop = 48.0 * (lines - 1)
    title = Rect(MARGIN_PT, 142, MEASURE_PT, 54 + drop)
    slots = [
        Slot("title", 0, Kind.TITLE, title, "cover-title", 40, 40, max_lines=lines, prompt="Title"),
        _text("kicker", Rect(MARGIN_PT, 60, MEASURE_PT, 20), "cover-kicker", 13, 12, "Briefing"),
        _text("subtitle", Rect(MARGIN_PT, 224 + drop, MEASURE_PT, 62), "cover-subtitle", 22, 18,
              "What this is about"),
    ]  # fmt: skip
    for n, x in enumerate(_COLUMNS, 1):
        slots.append(_text(f"fact-{n}", Rect(x, 403, _COLUMN_W, 62), "fact", 17, 14, "Fact"))
    slots.append(_text("notice", Rect(MARGIN_PT, 478, MEASURE_PT, 32), "cover-note", 13, 12, "Notice"))
    marks = (
        Mark("Gold rule", "rect", Rect(MARGIN_PT, 205 + drop, 90, 3), Ink.GOLD),
        _rule("Fact rule", MARGIN_PT, 392, MEASURE_PT, 0.75, Ink.DIM),
    )
    on_navy = tuple(replace(slot, ground=Ink.NAVY) for slot in slots)
    return Layout(name, "Title", on_navy, marks, Ink.NAVY, lines, has_furniture=False)


def _bottom_line(name: str, lines: int, supports: int) -> Layout:
    top = (_ONE, _TWO)[lines - 1] + 10
    rect = Rect(MARGIN_PT, top, 496, _BODY_END - 4 - top)
    statement = _text("statement", rect, "statement", 23.5, 18, "The answer, in one statement")
    panel = replace(statement, inset=(26, 26, 28, 20), ceiling_pt=26)
    statement, bar = _panel(panel, Ink.NAVY)
    first, pitch = top + 30, (rect.bottom - top - 24) / supports
    label = _text("rests-on", Rect(584, top + 1, 320, 16), "label", 12, 11, "Rests on")
    slots = [*_head(lines), statement, replace(label, max_lines=1)]
    marks = [bar, _rule("Rests on rule", 584, top + 22, 320, 1.5)]
    for n in range(1, supports + 1):
        y = first + pitch * (n - 1)
        size = 18 if supports == 3 else 20
        slots.append(_text(f"support-{n}", Rect(584, y, 320, pitch - 12), "support", size, 16, "Support"))
        if n > 1:
            marks.append(_rule(f"Support rule {n}", 584, y - 7, 320, 0.75, Ink.HAIR))
    words = {2: "two supports", 3: "three supports"}[supports]
    return Layout(name, f"Bottom line, {words}", (*slots, _source()), tuple(marks))


def _cell(n: int, x: float, y: float, w: float, size: float, caption: float) -> tuple[list[Slot], Mark]:
    """Return number, caption and tag under a rule, 148 high."""
    number = _text(f"number-{n}", Rect(x, y + 6, w, 46), "number", size, 30, "00")
    slots = [
        replace(number, max_lines=1),
        _text(f"caption-{n}", Rect(x, y + 55, w, 71), "caption", caption, 15, "What it counts"),
        replace(_text(f"tag-{n}", Rect(x, y + 130, w, 17), "tag", 12, 11, "Type"), max_lines=1),
    ]
    return slots, _rule(f"Number rule {n}", x, y, w)


def _number_rows(lines: int) -> tuple[list[Slot], list[Mark]]:
    """Return three rows: the number large on the left, what it counts on the right."""
    top = (106.0, 130.0)[lines - 1]
    pitch = (_BODY_END - top) / 3
    slots: list[Slot] = []
    marks: list[Mark] = []
    for n in (1, 2, 3):
        y = top + pitch * (n - 1)
        number = _text(f"number-{n}", Rect(MARGIN_PT, y + 9, 372, 60), "number", 54, 36, "00")
        caption = _text(f"caption-{n}", Rect(456, y + 8, 448, pitch - 20), "caption", 22, 17, "What it counts")
        tag = _text(f"tag-{n}", Rect(MARGIN_PT, y + 75, 372, 17), "tag", 12, 11, "Type")
        slots += [replace(number, max_lines=1), replace(caption, anchor="ctr"), replace(tag, max_lines=1)]
        ink, weight = (Ink.NAVY, 2.0) if n == 1 else (Ink.HAIR, 0.75)
        marks.append(_rule(f"Number rule {n}", MARGIN_PT, y, MEASURE_PT, weight, ink))
    return slots, marks


def _numbers(name: str, lines: int, count: int) -> Layout:
    slots: list[Slot] = []
    marks: list[Mark] = []
    if count == 3:
        slots, marks = _number_rows(lines)
    else:
        top, pitch = ((108.0, 178.0), (132.0, 164.0))[lines - 1]
        across, width = (3, _COLUMN_W) if count == 6 else (2, 410.0)
        for n in range(1, count + 1):
            row, column = divmod(n - 1, across)
            size, caption = (40, 18) if count == 6 else (46, 20)
            x, y = MARGIN_PT + column * (width + 28), top + row * pitch
            cell, rule = _cell(n, x, y, width, size, caption)
            slots += cell
            marks.append(rule)
    words = {3: "Three", 4: "Four", 6: "Six"}[count]
    return Layout(name, f"{words} numbers", (*_head(lines), *slots, _source()), tuple(marks))


def _messages(name: str, lines: int, count: int) -> Layout:
    top = (106.0, 128.0)[lines - 1]
    across = 2 if count == 4 else 1
    pitch = (_BODY_END - top) / (count // across)
    size, floor = {3: (20.0, 17.0), 4: (18.0, 16.0), 5: (17.0, 15.0)}[count]
    slots: list[Slot] = []
    marks: list[Mark] = []
    for n in range(1, count + 1):
        row, column = divmod(n - 1, across)
        x, y = MARGIN_PT + 438 * column, top + pitch * row
        width = MEASURE_PT if across == 1 else 410.0
        text = Rect(x + 48, y + (8 if count < 5 else 5), width - 48, pitch - (12 if count < 5 else 6))
        type_ = "message" if count < 5 else "message-tight"
        slots.append(_text(f"message-{n}", text, type_, size, floor, "Message"))
        first = row == 0
        marks.append(_rule(f"Message rule {n}", x, y, width, 2 if first else 0.75, Ink.NAVY if first else Ink.HAIR))
        numeral = Rect(x, y + 6, 40, size * 1.7)
        marks.append(Mark(f"Numeral {n}", "text", numeral, Ink.RUST, text=str(n), size_pt=size * 1.25))
    words = {3: "Three", 4: "Four", 5: "Five"}[count]
    return Layout(name, f"{words} messages", (*_head(lines), *slots, _source()), tuple(marks))


def _timeline(name: str, lines: int) -> Layout:
    top, phases = ((96.0, 384.0), (124.0, 390.0))[lines - 1]
    slots = [*_head(lines), _chart(Rect(MARGIN_PT, top, MEASURE_PT, phases - 8 - top))]
    marks = []
    for n, x in enumerate(_COLUMNS, 1):
        slots.append(_text(f"phase-{n}", Rect(x, phases + 6, _COLUMN_W, 452 - phases), "phase", 17, 15, "Phase"))
        marks.append(_rule(f"Phase rule {n}", x, phases, _COLUMN_W))
    return Layout(name, "Timeline", (*slots, _source()), tuple(marks))


def _plain_table(name: str, lines: int) -> Layout:
    slots = (*_head(lines), _table((_ONE, _TWO)[lines - 1]), _note(), _source())
    return Layout(name, "Table", slots)


def _table_aside(name: str, lines: int) -> Layout:
    top = (_ONE, _TWO)[lines - 1]
    rect = Rect(644, top + 8, 260, _BODY_END - top - 12)
    aside = _text("aside", rect, "aside", 19, 15, "A view, quoted")
    aside, bar = _panel(replace(aside, inset=(20, 22, 18, 18)), Ink.RUST)
    slots = (*_head(lines), _table(top, 560, 17), aside, _note(560), _source())
    return Layout(name, "Table and quotation", slots, (bar,))


def _chart_wide(name: str, lines: int) -> Layout:
    top = 112 if lines == 1 else 143
    slots = (*_head(lines), _subtitle(lines), _chart(Rect(MARGIN_PT, top, MEASURE_PT, 424 - top)), _note(), _source())
    return Layout(name, "Wide chart", slots)


def _chart_takeaway(name: str, lines: int) -> Layout:
    top, panel_top = ((112.0, 106.0), (143.0, 134.0))[lines - 1]
    panel = _text("takeaway", Rect(670, panel_top, 234, 460 - panel_top - 4), "takeaway", 18, 16, "What it means")
    panel, bar = _panel(replace(panel, inset=(20, 22, 16, 18)), Ink.NAVY)
    chart = _chart(Rect(MARGIN_PT, top, 594, 456 - top))
    return Layout(name, "Chart and takeaway", (*_head(lines), _subtitle(lines, 594), chart, panel, _source()), (bar,))


def _statements(name: str, lines: int) -> Layout:
    top = (_ONE, _TWO)[lines - 1] + 6
    body = _text("body", Rect(MARGIN_PT, top, 780, _BODY_END - top), "body", 20, 16, "Text")
    return Layout(name, "Text", (*_head(lines), replace(body, goes_on=True), _source()))


def _sources(name: str, lines: int) -> Layout:
    top = (_ONE, _TWO)[lines - 1] + 4
    sources = _text("sources", Rect(MARGIN_PT, top, MEASURE_PT, 432 - top), "sources", 16, 12, "Sources")
    note = _text("note", Rect(MARGIN_PT, 444, MEASURE_PT, 46), "note", 14, 12, "Note on the sources")
    slots = (*_head(lines), replace(sources, goes_on=True), replace(note, anchor="b"))
    return Layout(name, "Sources", slots)


def _evidence(name: str, lines: int) -> Layout:
    table = _table((_ONE, _TWO)[lines - 1] - 2, size=12, floor=11)
    return Layout(name, "Evidence", (*_head(lines), replace(table, is_dense=True, stops_above=()), _source()))


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
        layouts[two.name] = replace(two, title_in_powerpoint=f"{two.title_in_powerpoint}, long title")
    return layouts


LAYOUTS: dict[str, Layout] = _all()
