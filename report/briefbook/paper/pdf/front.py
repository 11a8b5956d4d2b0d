"""Page one: title block, the spread of main and side column, and what is pinned to the foot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from briefbook.paper import plan
from briefbook.paper.pdf import panels
from briefbook.paper.pdf.canvas import Canvas
from briefbook.paper.pdf.errors import BrokenPlan
from briefbook.paper.pdf.faces import load_face
from briefbook.paper.pdf.pages import Item
from briefbook.paper.pdf.slabs import Framed, Layer, Rect, Row, Slab, Stack, stack
from briefbook.paper.pdf.structure import Element
from briefbook.paper.pdf.texts import TextSlab, text_slab
from briefbook.text import Inline, Kind, Run, Tag
from briefbook.theme import paper as theme
from briefbook_figures import ink

_HAIR = theme.ROW_RULE, ink.HAIR

# ── Title block ──────────────────────────────────────────────────────────────────────────────────


def opening(block: plan.Opening, root: Element) -> Item:
    """Set kicker, title, subtitle and the edition strip."""
    kicker = text_slab(block.kicker, theme.KICKER, Element("P", root), theme.TEXT_WIDTH)
    x = max((line.width for line in kicker.lines), default=0.0) + theme.KICKER_GAP
    topic = text_slab(block.topic, theme.TOPIC, Element("P", root), theme.TEXT_WIDTH - x)
    title = text_slab(block.title, theme.TITLE, Element("H1", root), theme.TEXT_WIDTH)
    subtitle = text_slab(block.subtitle, theme.SUBTITLE, Element("P", root), theme.TEXT_WIDTH)
    head = stack(
        Row(((0.0, kicker), (x, topic)), theme.TEXT_WIDTH),
        (theme.TITLE_ABOVE, title),
        (theme.SUBTITLE_ABOVE, subtitle),
    )
    above = max(theme.STRIP_Y - theme.BAND_Y - 12 - head.height, theme.STRIP_ABOVE)
    slab = stack(head, (above, _strip(block.strip, root))) if block.strip else head
    return Item(slab, 0.0, theme.OPENING_BELOW, is_wide=True, label="the title block")


def _strip(facts: tuple[plan.Fact, ...], root: Element) -> Slab:
    """Set label over value, side by side, what is left of the width shared between them."""
    natural = [
        max(_length(fact.label, theme.STRIP_LABEL), _length(fact.value, theme.STRIP_VALUE)) + 0.5
        for fact in facts
    ]
    widths = _shared(natural, theme.TEXT_WIDTH - theme.STRIP_GAP * (len(facts) - 1))
    spare = (theme.TEXT_WIDTH - sum(widths)) / len(facts)
    group = Element("Sect", root)
    cells: list[tuple[float, Slab]] = []
    x = 0.0
    for fact, width in zip(facts, widths, strict=True):
        label = text_slab(fact.label, theme.STRIP_LABEL, Element("P", group), width)
        value = text_slab(fact.value, theme.STRIP_VALUE, Element("P", group), width)
        cells.append((x, stack(label, value)))
        x += width + max(spare, theme.STRIP_GAP)
    row = Row(tuple(cells), theme.TEXT_WIDTH, theme.STRIP_PAD, theme.STRIP_PAD)
    return Framed(row, theme.TEXT_WIDTH, (0.0, 0.0, 0.0, 0.0), _strip_rules)


def _shared(natural: list[float], room: float) -> list[float]:
    """Return widths that fit the room; the widest give way first and are set in more lines."""
    widths = list(natural)
    while sum(widths) > room:
        widest = max(widths)
        wide = [at for at, width in enumerate(widths) if width == widest]
        others = [width for width in widths if width < widest]
        excess = (sum(widths) - room) / len(wide)
        level = max(widest - excess, max(others, default=0.0))
        for at in wide:
            widths[at] = level
        if level == widest:
            break
    return widths


def _length(text: str, type_: theme.Type) -> float:
    return load_face(type_.face).width(text) * type_.size / 1000


def _strip_rules(canvas: Canvas, rect: Rect) -> None:
    for y in (rect.y, rect.y + rect.height):
        canvas.rule((rect.x, y), rect.width, theme.ROW_RULE, ink.AXIS)


# ── Main and side column ─────────────────────────────────────────────────────────────────────────


@dataclass
class SpreadSlab(Slab):
    """Two columns that end level: the side's foot stands where the main column ends."""

    main: Stack
    side: Stack
    foot: Stack
    end: float = 0.0
    """Where both columns end; 0 for where they happen to."""

    @property
    def height(self) -> float:
        """The taller column."""
        return max(self.main.height, self._side_height, self.end)

    @property
    def least(self) -> float:
        """The beginning of the main column."""
        return self.main.least

    @property
    def _side_height(self) -> float:
        gap = theme.SIDE_GAP if self.side.layers and self.foot.layers else 0.0
        return self.side.height + gap + self.foot.height

    def stretched(self, room: float) -> Slab:
        """Give the rows of both columns a little air, or take a little, to end at `room`."""
        main = _aired(self.main, room - self.main.height)
        end = max(main.height, self._side_height if self._side_height <= room else 0.0)
        side = _aired(self.side, end - self._side_height)
        return SpreadSlab(main, side, self.foot, end)

    def split(self, room: float) -> tuple[Slab, Slab] | None:
        """Go on below each other's beginnings; the foot goes with the last part."""
        parts = self.main.split(room) if self.main.height > room else (self.main, Stack(()))
        if parts is None:
            return None
        sides = self.side.split(room) if self.side.height > room else (self.side, Stack(()))
        if sides is None:
            return None
        (main, main_rest), (side, side_rest) = parts, sides
        first = SpreadSlab(_stack(main), _stack(side), Stack(()))
        return first, SpreadSlab(_stack(main_rest), _stack(side_rest), self.foot)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the main column, the side column, and its foot."""
        self.main.draw(canvas, x, y)
        self.side.draw(canvas, x + theme.SIDE_X, y)
        self.foot.draw(canvas, x + theme.SIDE_X, y + self.height - self.foot.height)


def spread(block: plan.Spread, root: Element, numbers: Mapping[str, int]) -> Item:
    """Set the spread of page one."""
    main: list[Layer] = []
    for part in block.main:
        match part:
            case plan.BottomLine():
                above = theme.KEY_HEADING_ABOVE if main else 0.0
                main.append(Layer(panels.bottom_line(part, root), above))
            case plan.KeyPoints():
                main += _key_points(part, root)
            case _:
                assert_never(part)
    side = [layer for glance in block.side for layer in _glance(glance, root)]
    foot = [layer for contents in block.foot for layer in _contents(contents, root, numbers)]
    slab = SpreadSlab(Stack(tuple(main)), Stack(tuple(side)), Stack(tuple(foot)))
    return Item(slab, 0.0, theme.PIN_GAP, is_wide=True, label="page one's columns")


def _key_points(block: plan.KeyPoints, root: Element) -> list[Layer]:
    heading = text_slab(block.heading, theme.SUBHEADING, Element("H2", root), theme.MAIN_WIDTH)
    width = theme.MAIN_WIDTH
    head = Row(((0.0, heading),), width, 0.0, theme.KEY_RULE_ABOVE, (theme.OPEN_RULE, ink.NAVY))
    layers = [
        Layer(Framed(head, width, (0, 0, 0, 0), _nothing), theme.KEY_HEADING_ABOVE, keeps=True)
    ]
    numbering = (("List", {"ListNumbering": "Decimal"}),)
    group = Element("L", root, attributes=numbering)
    for number, point in enumerate(block.points, 1):
        item = Element("LI", group)
        label = text_slab(
            str(number), theme.KEY_NUMBER, Element("Lbl", item), theme.KEY_NUMBER_WIDTH
        )
        body = Element("P", Element("LBody", item))
        text = (*point.lead, Run(" "), *point.text)
        slab = text_slab(text, theme.KEY_POINT, body, width - theme.KEY_NUMBER_WIDTH)
        cells = ((0.0, label), (theme.KEY_NUMBER_WIDTH, slab))
        rule = None if number == len(block.points) else _HAIR
        row = Row(cells, width, theme.KEY_POINT_ABOVE, theme.KEY_POINT_BELOW, rule)
        layers.append(Layer(row))
    return layers


def _glance(block: plan.Glance, root: Element) -> list[Layer]:
    width = theme.SIDE_WIDTH
    heading = text_slab(block.heading, theme.PANEL_LABEL, Element("H2", root), width)
    layers = [Layer(panels.opened(heading, width, theme.GLANCE_RULE_GAP), keeps=True)]
    group = Element("L", root)
    for number, item in enumerate(block.items, 1):
        body = Element("LBody", Element("LI", group))
        slabs: list[Slab | tuple[float, Slab]] = [
            text_slab(item.label, theme.GLANCE_LABEL, Element("P", body), width),
            *(text_slab(v, theme.GLANCE_VALUE, Element("P", body), width) for v in item.values),
        ]
        if item.note:
            slabs.append((1.0, text_slab(item.note, theme.GLANCE_NOTE, Element("P", body), width)))
        rule = None if number == len(block.items) else _HAIR
        row = Row(((0.0, stack(*slabs)),), width, theme.GLANCE_ABOVE, theme.GLANCE_BELOW, rule)
        layers.append(Layer(row))
    return layers


def _contents(block: plan.Contents, root: Element, numbers: Mapping[str, int]) -> list[Layer]:
    width = theme.SIDE_WIDTH
    heading = text_slab(block.heading, theme.PANEL_LABEL, Element("H2", root), width)
    layers = [Layer(panels.opened(heading, width, theme.GLANCE_RULE_GAP), keeps=True)]
    group = Element("TOC", root)
    for entry in block.entries:
        link = Element("Link", Element("Reference", Element("TOCI", group)))
        text = (Run(f"{entry.title} "),)
        slab = text_slab(text, theme.CONTENTS, link, width - theme.CONTENTS_PAGE_WIDTH)
        above = theme.CONTENTS_FIRST if len(layers) == 1 else 0.0
        layers.append(Layer(_ContentsLine(slab, link, entry, numbers), above, keeps=True))
    return layers


@dataclass
class _ContentsLine(Slab):
    """A title and the page where it stands, which is known by the time of drawing."""

    title: TextSlab
    link: Element
    entry: plan.ContentsEntry
    numbers: Mapping[str, int]

    @property
    def height(self) -> float:
        return theme.CONTENTS_ABOVE + self.title.height + theme.CONTENTS_BELOW

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        if self.entry.anchor not in self.numbers:
            message = f"the contents list “{self.entry.title}”, which stands nowhere"
            raise BrokenPlan(message)
        page = str(self.numbers[self.entry.anchor])
        extent = theme.SIDE_WIDTH, self.height
        canvas.link(self.link, f"#{self.entry.anchor}", (x, y), extent, self.entry.title)
        self.title.draw(canvas, x, y + theme.CONTENTS_ABOVE)
        type_ = theme.CONTENTS_PAGE
        number = text_slab(page, type_, self.link, theme.SIDE_WIDTH, is_right=True)
        number.draw(canvas, x, y + theme.CONTENTS_ABOVE + self.title.height - type_.leading)


def _aired(column: Stack, spare: float) -> Stack:
    """Share spare height between the rows of a column, within limits; it may be negative."""
    rows = sum(isinstance(layer.slab, Row) for layer in column.layers)
    if not rows:
        return column
    air = min(max(spare / rows, theme.LEAST_AIR), theme.MOST_AIR) / 2
    return Stack(
        tuple(
            replace(layer, slab=replace(row, above=row.above + air, below=row.below + air))
            if isinstance(row := layer.slab, Row)
            else layer
            for layer in column.layers
        )
    )


def _stack(slab: Slab) -> Stack:
    return slab if isinstance(slab, Stack) else stack(slab)


def _nothing(canvas: Canvas, rect: Rect) -> None:
    """Draw no ground: the head of the key points is no row, and takes no air."""


# ── The foot ─────────────────────────────────────────────────────────────────────────────────────


def pinned(block: plan.PinToFoot, parent: Element) -> Item:
    """Set what stands at the foot of the page."""
    slabs: list[tuple[float, Slab]] = []
    for part in block.blocks:
        match part:
            case plan.Notice():
                slab = notice(part, parent).slab
            case plan.SourceNote():
                slab = source_note(part, parent).slab
            case plan.MarkKey():
                slab = _mark_key(part, parent)
            case _:
                assert_never(part)
        slabs.append((theme.PIN_GAP, slab))
    return Item(stack(*slabs), is_wide=True, is_pinned=True, label="the foot of the page")


def notice(block: plan.Notice, parent: Element) -> Item:
    """Set a remark between two rules, its label at the left."""
    group = Element("Sect", parent)
    at = theme.NOTICE_LABEL_WIDTH
    label = text_slab(block.label, theme.NOTICE_LABEL, Element("P", group), at - theme.CELL_GAP)
    text = text_slab(block.text, theme.NOTICE, Element("P", group), theme.TEXT_WIDTH - at)
    row = Row(
        ((0.0, label), (at, text)), theme.TEXT_WIDTH, theme.NOTICE_ABOVE, theme.NOTICE_BELOW, _HAIR
    )
    slab = Framed(row, theme.TEXT_WIDTH, (0.0, 0.0, 0.0, 0.0), _rust_rule)
    return Item(slab, theme.EXHIBIT_ABOVE, theme.EXHIBIT_BELOW, is_wide=True, label="a notice")


def source_note(block: plan.SourceNote, parent: Element) -> Item:
    """Set a remark in small type under a hair."""
    text = text_slab(block.text, theme.SOURCE, Element("P", parent), theme.TEXT_WIDTH)
    slab = Framed(text, theme.TEXT_WIDTH, (theme.SOURCE_ABOVE, 0.0, 0.0, 0.0), _hair)
    return Item(slab, theme.EXHIBIT_ABOVE, theme.EXHIBIT_BELOW, is_wide=True)


def _mark_key(block: plan.MarkKey, parent: Element) -> Slab:
    """Set the key: heading at the left, each tag before its meaning in two columns, the closing."""
    at = theme.NOTICE_LABEL_WIDTH
    measure = (theme.TEXT_WIDTH - at) / 2
    heading = text_slab(block.heading, theme.KEY_HEADING, Element("P", parent), at - theme.CELL_GAP)
    group = Element("L", parent)
    slabs: list[Slab] = []
    entries = [
        _meaning(kind, words, Element("LI", group), measure) for kind, words in block.entries
    ]
    for left in range(0, len(entries), 2):
        pair = zip((0.0, measure), entries[left : left + 2], strict=False)
        slabs.append(Row(tuple(pair), theme.TEXT_WIDTH - at, 0.0, 1.5))
    if block.closing:
        slabs.append(
            text_slab(block.closing, theme.KEY, Element("P", parent), theme.TEXT_WIDTH - at)
        )
    return Row(((0.0, heading), (at, stack(*slabs))), theme.TEXT_WIDTH)


def _meaning(kind: Kind, words: str, item: Element, measure: float) -> Slab:
    text: tuple[Inline, ...] = (Tag(kind), Run(f" {words}"))
    return text_slab(text, theme.KEY, Element("LBody", item), measure - theme.CELL_GAP)


def _rust_rule(canvas: Canvas, rect: Rect) -> None:
    canvas.rule(rect[:2], rect.width, theme.OPEN_RULE, ink.RUST)


def _hair(canvas: Canvas, rect: Rect) -> None:
    canvas.rule(rect[:2], rect.width, theme.ROW_RULE, ink.HAIR)
