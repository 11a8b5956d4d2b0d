"""What stands at the foot of pages and at the end: notices, closing remarks, the colophon."""

from __future__ import annotations

from typing import assert_never

from briefbook.paper import plan
from briefbook.paper.pdf.boxes import Box, HBox, Padded, Rect, stack
from briefbook.paper.pdf.items import Item
from briefbook.paper.pdf.texts import text_box
from briefbook.pdf.canvas import Canvas
from briefbook.pdf.structure import Element
from briefbook.text import Run, Style
from briefbook.theme import paper as theme
from briefbook_figures import palette

_LONG_PT = 300.0
"""An entry of the colophon that is taller goes on on the next page: the sources of a long briefing."""


def pinned(block: plan.PinToFoot, parent: Element) -> Item:
    """Set what stands at the foot of the page."""
    boxes: list[tuple[float, Box]] = []
    for part in block.blocks:
        match part:
            case plan.Notice():
                box = notice(part, parent).box
            case plan.SourceNote():
                box = source_note(part, parent).box
            case _:
                assert_never(part)
        boxes.append((theme.PIN_GAP, box))
    return Item(stack(*boxes), is_wide=True, is_pinned=True, label="the foot of the page")


def notice(block: plan.Notice, parent: Element) -> Item:
    """Set a remark between two rules, its label at the left."""
    group = Element("Div", parent)
    at = theme.NOTICE_LABEL_WIDTH
    label = text_box(block.label, theme.NOTICE_LABEL, Element("P", group), at - theme.CELL_GAP)
    remark = (Run(block.remark, Style.MUTED),)
    texts = [
        text_box(text, theme.NOTICE, Element("P", group), theme.TEXT_WIDTH - at)
        for text in (block.text, remark if block.remark else ())
        if text
    ]
    row = HBox(
        ((0.0, label), (at, stack(*texts))),
        theme.TEXT_WIDTH,
        theme.NOTICE_ABOVE,
        theme.NOTICE_BELOW,
        theme.HAIR_RULE,
    )
    box = Padded(row, theme.TEXT_WIDTH, (0.0, 0.0, 0.0, 0.0), _rust_rule)
    return Item(box, theme.EXHIBIT_ABOVE, theme.EXHIBIT_BELOW, is_wide=True, label="a notice")


def source_note(block: plan.SourceNote, parent: Element) -> Item:
    """Set a remark in small type under a hair."""
    text = text_box(block.text, theme.SOURCE, Element("P", parent), theme.TEXT_WIDTH)
    box = Padded(text, theme.TEXT_WIDTH, (theme.SOURCE_ABOVE, 0.0, 0.0, 0.0), _hair)
    return Item(box, theme.EXHIBIT_ABOVE, theme.EXHIBIT_BELOW, is_wide=True)


class _LongRow(HBox):
    """A row that is parted where it is long; others stay whole."""

    @property
    def least(self) -> float:
        """The smallest parts of all cells."""
        if self.height <= _LONG_PT:
            return self.height
        return self.above + max(box.least for _, box in self.cells) + self.below

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Part every cell."""
        return self.divide(room) if self.height > _LONG_PT else None


def colophon(block: plan.Colophon, parent: Element) -> Item:
    """Set the entries in small type under a rule, each with its label at the left."""
    at = theme.COLOPHON_LABEL
    rows: list[tuple[float, Box]] = []
    for label, text in block.entries:
        group = Element("Div", parent)
        name = text_box(label, theme.COLOPHON_NAME, Element("P", group), at - theme.CELL_GAP / 2)
        said = text_box(text, theme.SOURCE, Element("P", group), theme.TEXT_WIDTH - at)
        row = _LongRow(((0.0, name), (at, said)), theme.TEXT_WIDTH)
        rows.append((theme.COLOPHON_GAP if rows else 0.0, row))
    box = Padded(
        stack(*rows), theme.TEXT_WIDTH, (theme.EXHIBIT_RULE_GAP, 0.0, 0.0, 0.0), _navy_rule
    )
    return Item(box, theme.EXHIBIT_ABOVE, 0.0, is_wide=True, label="the colophon")


def _navy_rule(canvas: Canvas, rect: Rect) -> None:
    canvas.rule(rect[:2], rect.width, theme.OPEN_RULE, palette.NAVY)


def _rust_rule(canvas: Canvas, rect: Rect) -> None:
    canvas.rule(rect[:2], rect.width, theme.OPEN_RULE, palette.RUST)


def _hair(canvas: Canvas, rect: Rect) -> None:
    canvas.rule(rect[:2], rect.width, theme.ROW_RULE, palette.HAIR)
