"""The spread of page one: bottom line and key points beside the figures and the contents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from briefbook.paper import plan
from briefbook.paper.pdf import panels
from briefbook.paper.pdf.boxes import Box, HBox, KeepTogether, Layer, VBox, stack
from briefbook.paper.pdf.canvas import Canvas
from briefbook.paper.pdf.errors import BrokenPlan
from briefbook.paper.pdf.pages import Item
from briefbook.paper.pdf.structure import Element
from briefbook.paper.pdf.texts import TextBox, text_box
from briefbook.text import Run
from briefbook.theme import paper as theme
from briefbook_figures import palette

_HAIR = theme.ROW_RULE, palette.HAIR


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
    box = FirstPageBox(VBox(tuple(main)), VBox(tuple(side)), VBox(tuple(foot)))
    return Item(box, 0.0, theme.PIN_GAP, is_wide=True, label="page one's columns")


def _key_points(block: plan.KeyPoints, root: Element) -> list[Layer]:
    heading = text_box(block.heading, theme.SUBHEADING, Element("H2", root), theme.MAIN_WIDTH)
    width = theme.MAIN_WIDTH
    head = HBox(
        ((0.0, heading),), width, 0.0, theme.KEY_RULE_ABOVE, (theme.OPEN_RULE, palette.NAVY)
    )
    layers = [Layer(KeepTogether(head), theme.KEY_HEADING_ABOVE, keeps=True)]
    numbering = (("List", {"ListNumbering": "Decimal"}),)
    group = Element("L", root, attributes=numbering)
    for number, point in enumerate(block.points, 1):
        item = Element("LI", group)
        label = text_box(
            str(number), theme.KEY_NUMBER, Element("Lbl", item), theme.KEY_NUMBER_WIDTH
        )
        body = Element("P", Element("LBody", item))
        text = (*point.lead, Run(" "), *point.text)
        box = text_box(text, theme.KEY_POINT, body, width - theme.KEY_NUMBER_WIDTH)
        cells = ((0.0, label), (theme.KEY_NUMBER_WIDTH, box))
        rule = None if number == len(block.points) else _HAIR
        row = HBox(cells, width, theme.KEY_POINT_ABOVE, theme.KEY_POINT_BELOW, rule)
        layers.append(Layer(row))
    return layers


def _glance(block: plan.Glance, root: Element) -> list[Layer]:
    width = theme.SIDE_WIDTH
    heading = text_box(block.heading, theme.PANEL_LABEL, Element("H2", root), width)
    layers = [Layer(panels.opened(heading, width, theme.GLANCE_RULE_GAP), keeps=True)]
    group = Element("L", root)
    for number, item in enumerate(block.items, 1):
        body = Element("LBody", Element("LI", group))
        boxes: list[Box | tuple[float, Box]] = [
            text_box(item.label, theme.GLANCE_LABEL, Element("P", body), width),
            *(text_box(v, theme.GLANCE_VALUE, Element("P", body), width) for v in item.values),
        ]
        if item.note:
            boxes.append((1.0, text_box(item.note, theme.GLANCE_NOTE, Element("P", body), width)))
        rule = None if number == len(block.items) else _HAIR
        row = HBox(((0.0, stack(*boxes)),), width, theme.GLANCE_ABOVE, theme.GLANCE_BELOW, rule)
        layers.append(Layer(row))
    return layers


def _contents(block: plan.Contents, root: Element, numbers: Mapping[str, int]) -> list[Layer]:
    width = theme.SIDE_WIDTH
    heading = text_box(block.heading, theme.PANEL_LABEL, Element("H2", root), width)
    layers = [Layer(panels.opened(heading, width, theme.GLANCE_RULE_GAP), keeps=True)]
    group = Element("TOC", root)
    for entry in block.entries:
        link = Element("Link", Element("Reference", Element("TOCI", group)))
        text = (Run(f"{entry.title} "),)
        box = text_box(text, theme.CONTENTS, link, width - theme.CONTENTS_PAGE_WIDTH)
        line = _ContentsLine(box, link, entry, numbers)
        row = HBox(((0.0, line),), width, theme.CONTENTS_ABOVE, theme.CONTENTS_BELOW)
        layers.append(Layer(row, theme.CONTENTS_FIRST if len(layers) == 1 else 0.0, keeps=True))
    return layers


@dataclass
class FirstPageBox(Box):
    """Two columns that end level: the side's foot stands where the main column ends."""

    main: VBox
    side: VBox
    foot: VBox
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

    def stretched(self, room: float) -> Box:
        """Give the rows of both columns a little air, or take a little, to end at `room`."""
        main = _aired(self.main, room - self.main.height, theme.LEAST_AIR)
        tight = replace(self, side=_tightened(self.side, room - self._side_height))
        foot = _tightened(self.foot, room - tight._side_height, theme.LEAST_CONTENTS_AIR)
        side_height = replace(tight, foot=foot)._side_height
        end = max(main.height, side_height if side_height <= room else 0.0)
        side = _aired(tight.side, max(end - side_height, 0.0), theme.LEAST_AIR)
        return FirstPageBox(main, side, foot, end)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Go on below each other's beginnings; the foot goes with the last part."""
        parts = _parted(self.main, room)
        sides = _parted(self.side, room)
        if parts is None or sides is None:
            return None
        (main, main_rest), (side, side_rest) = parts, sides
        return FirstPageBox(main, side, VBox(())), FirstPageBox(main_rest, side_rest, self.foot)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the main column, the side column, and its foot."""
        self.main.draw(canvas, x, y)
        self.side.draw(canvas, x + theme.SIDE_X, y)
        self.foot.draw(canvas, x + theme.SIDE_X, y + self.height - self.foot.height)


@dataclass
class _ContentsLine(Box):
    """A title and the page where it stands, which is known by the time of drawing."""

    title: TextBox
    link: Element
    entry: plan.ContentsEntry
    numbers: Mapping[str, int]

    @property
    def height(self) -> float:
        return self.title.height

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        if self.entry.anchor not in self.numbers:
            message = f"the contents list “{self.entry.title}”, which stands nowhere"
            raise BrokenPlan(message)
        page = str(self.numbers[self.entry.anchor])
        extent = theme.SIDE_WIDTH, self.height
        canvas.link(self.link, f"#{self.entry.anchor}", (x, y), extent, self.entry.title)
        self.title.draw(canvas, x, y)
        type_ = theme.CONTENTS_PAGE
        number = text_box(page, type_, self.link, theme.SIDE_WIDTH, is_right=True)
        number.draw(canvas, x, y + self.title.height - type_.leading)


def _aired(column: VBox, spare: float, least: float) -> VBox:
    """Share spare height between the rows of a column, within limits; it may be negative."""
    rows = sum(isinstance(layer.box, HBox) for layer in column.layers)
    if not rows:
        return column
    air = min(max(spare / rows, least), theme.MOST_AIR) / 2
    return VBox(
        tuple(
            replace(layer, box=replace(row, above=row.above + air, below=row.below + air))
            if isinstance(row := layer.box, HBox)
            else layer
            for layer in column.layers
        )
    )


def _tightened(column: VBox, spare: float, least: float = theme.LEAST_AIR) -> VBox:
    return _aired(column, spare, least) if spare < 0 else column


def _parted(column: VBox, room: float) -> tuple[VBox, VBox] | None:
    """Return what of a column stands in the room, and the rest."""
    if column.height <= room:
        return column, VBox(())
    parts = column.split(room)
    if parts is None:
        return None
    first, rest = parts
    return stack(first), stack(rest)
