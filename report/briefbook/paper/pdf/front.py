"""Page one above and below its spread: title block; notice, key, what is pinned to the foot."""

from __future__ import annotations

from typing import assert_never

from briefbook.paper import plan
from briefbook.paper.pdf.boxes import Framed, Rect, Row, Slab, stack
from briefbook.paper.pdf.canvas import Canvas
from briefbook.paper.pdf.faces import load_face
from briefbook.paper.pdf.pages import Item
from briefbook.paper.pdf.structure import Element
from briefbook.paper.pdf.texts import text_slab
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
    group = Element("Div", root)
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
    group = Element("Div", parent)
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
