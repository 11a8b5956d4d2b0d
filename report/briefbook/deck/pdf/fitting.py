"""Text of slots set in the embedded faces: as large as the plan has it, smaller where it would not fit."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.deck.design import design
from briefbook.deck.fit_text import bound_at_end, does_not_fit
from briefbook.deck.layouts import Slot
from briefbook.deck.pdf.text import Line, set_lines, widest_word
from briefbook.deck.plan import Para, Paras, Slide
from briefbook.deck.runs import para_pieces, setting_of
from briefbook.frozen import dataclass
from briefbook.theme.deck import TYPES, Type

_STEP_PT = 0.5
_TOLERANCE_PT = 0.5


@dataclass(frozen=True)
class Block:
    """A paragraph of a slot in lines, and the space above it."""

    above: float
    lines: tuple[Line, ...]


def height_of(blocks: tuple[Block, ...]) -> float:
    """Return the height of all paragraphs, the space between them included."""
    return sum(block.above + sum(line.step for line in block.lines) for block in blocks)


def fit_texts(slide: Slide) -> dict[str, tuple[Block, ...]]:
    """Return the text of each slot in lines; slots of one family are set in one size.

    Raises DoesNotFit for a text that has no room even at the slot's smallest size.
    """
    layout = design().layouts[slide.layout]
    texts = [
        (layout.slot(fill.slot), fill.content)
        for fill in slide.fills
        if isinstance(fill.content, Paras)
    ]
    sizes: dict[str, float] = {}
    for slot, paras in texts:
        size = _settled(paras, slot, slide.id)
        sizes[slot.family] = min(size, sizes.get(slot.family, size))
    return {slot.name: _blocks(paras, slot, sizes[slot.family]) for slot, paras in texts}


def _settled(paras: Paras, slot: Slot, slide: str) -> float:
    for size in _sizes(paras.size_pt or slot.size_pt, slot.floor_pt):
        if _fits(paras, slot, size):
            return size
    what = f"has no room at its smallest size, {slot.floor_pt:g} pt, when it is printed"
    raise does_not_fit(slide, slot.name, paras, what, "shorten it")


def _sizes(largest: float, floor: float) -> Iterator[float]:
    while largest >= floor:
        yield largest
        largest -= _STEP_PT


def _fits(paras: Paras, slot: Slot, size: float) -> bool:
    type_ = TYPES[slot.type]
    pieces = [para_pieces(para, type_, size) for para in paras.paras]
    if any(widest_word(one) > slot.line_pt for one in pieces):
        return False
    blocks = _blocks(paras, slot, size)
    count = sum(len(block.lines) for block in blocks)
    if slot.max_lines and count > slot.max_lines:
        return False
    return height_of(blocks) <= slot.room_pt + _TOLERANCE_PT


def _blocks(paras: Paras, slot: Slot, size: float) -> tuple[Block, ...]:
    type_ = TYPES[slot.type]
    return tuple(
        Block(setting_of(para, type_).before_pt if number else 0.0, _lines(para, type_, slot, size))
        for number, para in enumerate(paras.paras)
    )


def _lines(para: Para, type_: Type, slot: Slot, size: float) -> tuple[Line, ...]:
    """Return a paragraph in lines, the last of which is not one word where that takes no line more."""
    lines = set_lines(para_pieces(para, type_, size), slot.line_pt)
    last = "".join(stretch.text for stretch in lines[-1].stretches) if len(lines) > 1 else ""
    if len(last.split()) != 1:
        return lines
    bound = set_lines(para_pieces(bound_at_end(para), type_, size), slot.line_pt)
    return bound if len(bound) == len(lines) else lines
