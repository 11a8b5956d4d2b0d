"""Page one above and below its spread: title block; notice, key, what is pinned to the foot."""

from __future__ import annotations

from typing import assert_never

from briefbook.paper import plan
from briefbook.paper.pdf.boxes import Box, HBox, Padded, Rect, stack
from briefbook.paper.pdf.canvas import Canvas
from briefbook.paper.pdf.faces import load_face
from briefbook.paper.pdf.pages import Item
from briefbook.paper.pdf.structure import Element
from briefbook.paper.pdf.texts import text_box
from briefbook.text import Inline, Run, StatementType, Tag
from briefbook.theme import paper as theme
from briefbook_figures import palette

_HAIR = theme.ROW_RULE, palette.HAIR

# ── Title block ──────────────────────────────────────────────────────────────────────────────────


def opening(block: plan.Opening, root: Element) -> Item:
    """Set kicker, title, subtitle and the edition strip."""
    kicker = text_box(block.kicker, theme.KICKER, Element("P", root), theme.TEXT_WIDTH)
    x = max((line.width for line in kicker.lines), default=0.0) + theme.KICKER_GAP
    topic = text_box(block.topic, theme.TOPIC, Element("P", root), theme.TEXT_WIDTH - x)
    title = text_box(block.title, theme.TITLE, Element("H1", root), theme.TEXT_WIDTH)
    subtitle = text_box(block.subtitle, theme.SUBTITLE, Element("P", root), theme.TEXT_WIDTH)
    head = stack(
        HBox(((0.0, kicker), (x, topic)), theme.TEXT_WIDTH),
        (theme.TITLE_ABOVE, title),
        (theme.SUBTITLE_ABOVE, subtitle),
    )
    above = max(theme.STRIP_Y - theme.BAND_Y - 12 - head.height, theme.STRIP_ABOVE)
    box = stack(head, (above, _strip(block.strip, root))) if block.strip else head
    return Item(box, 0.0, theme.OPENING_BELOW, is_wide=True, label="the title block")


def _strip(facts: tuple[plan.Fact, ...], root: Element) -> Box:
    """Set label over value, side by side, what is left of the width shared between them."""
    natural = [
        max(_length(fact.label, theme.STRIP_LABEL), _length(fact.value, theme.STRIP_VALUE)) + 0.5
        for fact in facts
    ]
    widths = _shared(natural, theme.TEXT_WIDTH - theme.STRIP_GAP * (len(facts) - 1))
    spare = (theme.TEXT_WIDTH - sum(widths)) / len(facts)
    group = Element("Div", root)
    cells: list[tuple[float, Box]] = []
    x = 0.0
    for fact, width in zip(facts, widths, strict=True):
        label = text_box(fact.label, theme.STRIP_LABEL, Element("P", group), width)
        value = text_box(fact.value, theme.STRIP_VALUE, Element("P", group), width)
        cells.append((x, stack(label, value)))
        x += width + max(spare, theme.STRIP_GAP)
    row = HBox(tuple(cells), theme.TEXT_WIDTH, theme.STRIP_PAD, theme.STRIP_PAD)
    return Padded(row, theme.TEXT_WIDTH, (0.0, 0.0, 0.0, 0.0), _strip_rules)


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
        canvas.rule((rect.x, y), rect.width, theme.ROW_RULE, palette.AXIS)


# ── The foot ─────────────────────────────────────────────────────────────────────────────────────


def pinned(block: plan.PinToFoot, parent: Element) -> Item:
    """Set what stands at the foot of the page."""
    boxes: list[tuple[float, Box]] = []
    for part in block.blocks:
        match part:
            case plan.Notice():
                box = notice(part, parent).box
            case plan.SourceNote():
                box = source_note(part, parent).box
            case plan.MarkKey():
                box = _mark_key(part, parent)
            case _:
                assert_never(part)
        boxes.append((theme.PIN_GAP, box))
    return Item(stack(*boxes), is_wide=True, is_pinned=True, label="the foot of the page")


def notice(block: plan.Notice, parent: Element) -> Item:
    """Set a remark between two rules, its label at the left."""
    group = Element("Div", parent)
    at = theme.NOTICE_LABEL_WIDTH
    label = text_box(block.label, theme.NOTICE_LABEL, Element("P", group), at - theme.CELL_GAP)
    text = text_box(block.text, theme.NOTICE, Element("P", group), theme.TEXT_WIDTH - at)
    row = HBox(
        ((0.0, label), (at, text)), theme.TEXT_WIDTH, theme.NOTICE_ABOVE, theme.NOTICE_BELOW, _HAIR
    )
    box = Padded(row, theme.TEXT_WIDTH, (0.0, 0.0, 0.0, 0.0), _rust_rule)
    return Item(box, theme.EXHIBIT_ABOVE, theme.EXHIBIT_BELOW, is_wide=True, label="a notice")


def source_note(block: plan.SourceNote, parent: Element) -> Item:
    """Set a remark in small type under a hair."""
    text = text_box(block.text, theme.SOURCE, Element("P", parent), theme.TEXT_WIDTH)
    box = Padded(text, theme.TEXT_WIDTH, (theme.SOURCE_ABOVE, 0.0, 0.0, 0.0), _hair)
    return Item(box, theme.EXHIBIT_ABOVE, theme.EXHIBIT_BELOW, is_wide=True)


def _mark_key(block: plan.MarkKey, parent: Element) -> Box:
    """Set the key: heading at the left, each tag before its meaning in two columns, the closing."""
    at = theme.NOTICE_LABEL_WIDTH
    measure = (theme.TEXT_WIDTH - at) / 2
    heading = text_box(block.heading, theme.KEY_HEADING, Element("P", parent), at - theme.CELL_GAP)
    group = Element("L", parent)
    boxes: list[Box] = []
    entries = [
        _meaning(kind, words, Element("LI", group), measure) for kind, words in block.entries
    ]
    for left in range(0, len(entries), 2):
        pair = zip((0.0, measure), entries[left : left + 2], strict=False)
        boxes.append(HBox(tuple(pair), theme.TEXT_WIDTH - at, 0.0, 1.5))
    if block.closing:
        boxes.append(
            text_box(block.closing, theme.KEY, Element("P", parent), theme.TEXT_WIDTH - at)
        )
    return HBox(((0.0, heading), (at, stack(*boxes))), theme.TEXT_WIDTH)


def _meaning(kind: StatementType, words: str, item: Element, measure: float) -> Box:
    text: tuple[Inline, ...] = (Tag(kind), Run(f" {words}"))
    return text_box(text, theme.KEY, Element("LBody", item), measure - theme.CELL_GAP)


def _rust_rule(canvas: Canvas, rect: Rect) -> None:
    canvas.rule(rect[:2], rect.width, theme.OPEN_RULE, palette.RUST)


def _hair(canvas: Canvas, rect: Rect) -> None:
    canvas.rule(rect[:2], rect.width, theme.ROW_RULE, palette.HAIR)
