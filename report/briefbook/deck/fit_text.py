"""Text settled: the largest size at which it fits its slot, or several slides where it may go on."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.deck.layouts import Slot
from briefbook.deck.measure import Line, wrap
from briefbook.deck.plan import Para, Paras
from briefbook.deck.runs import NBSP, para_pieces, setting_of
from briefbook.errors import DoesNotFit
from briefbook.frozen import replace
from briefbook.language.phrases import counted
from briefbook.text import Run, Text
from briefbook.theme.deck import TYPES

_STEP_PT = 2.0
"""Few sizes on all slides: a text is set smaller only where it has to be, and then visibly."""
_TOLERANCE_PT = 0.5
_SHOWN = 60
"""Letters of a text that an error quotes."""


def lines_of(paras: Paras, slot: Slot, size_pt: float, *, is_widest: bool = True) -> list[Line]:
    """Return all lines of a text, as its widest stand-in or its own typeface breaks it."""
    type_ = TYPES[slot.type]
    width = slot.line_pt
    return [
        line
        for para in paras.paras
        for line in wrap(para_pieces(para, type_, size_pt), width, is_widest=is_widest)
    ]


def sizes_of(slot: Slot) -> Iterator[float]:
    """Yield the sizes in which a slot can be set, the largest first."""
    size = slot.size_pt
    while size > slot.floor_pt:
        yield size
        size -= _STEP_PT
    yield slot.floor_pt


def height_of(paras: Paras, slot: Slot, size_pt: float) -> float:
    """Return the height of a text, the space between its paragraphs included."""
    between = sum(setting_of(para, TYPES[slot.type]).before_pt for para in paras.paras[1:])
    return between + sum(line.step for line in lines_of(paras, slot, size_pt))


def settle_text(paras: Paras, slot: Slot, slide: str) -> tuple[Paras, ...]:
    """Return a text with its size, in as many parts as it takes slides; raises DoesNotFit."""
    size = _settled(paras, slot)
    if size:
        bound = _without_widows(paras, slot, size)
        return (replace(bound if _fits(bound, slot, size) else paras, size_pt=size),)
    needed = tuple(para for para in paras.paras if not para.is_spare)
    if len(needed) < len(paras.paras):
        return settle_text(replace(paras, paras=needed), slot, slide)
    if slot.goes_on and all(_fits(Paras((para,)), slot, slot.floor_pt) for para in paras.paras):
        return _parts(paras, slot)
    count, height = len(lines_of(paras, slot, slot.floor_pt)), height_of(paras, slot, slot.floor_pt)
    what = (
        f"takes {counted(count, 'line')} and {height:.0f} of {slot.room_pt:.0f} points "
        f"at its smallest size, {slot.floor_pt:g} pt"
    )
    if slot.max_lines and count > slot.max_lines:
        what = f"takes {count} lines at its smallest size, {slot.floor_pt:g} pt; there is room for {slot.max_lines}"
    raise does_not_fit(
        slide, slot.name, paras, what, "shorten it, or give it a shorter form for slides"
    )


def _without_widows(paras: Paras, slot: Slot, size_pt: float) -> Paras:
    """Return a text in which no last word of a paragraph stands alone on a line."""

    def settled(para: Para) -> Para:
        lines = lines_of(Paras((para,)), slot, size_pt, is_widest=False)
        alone = len(lines[-1].text.replace(NBSP, " ").split()) == 1
        return bound_at_end(para) if len(lines) > 1 and alone else para

    return replace(paras, paras=tuple(map(settled, paras.paras)))


def bound_at_end(para: Para) -> Para:
    """Return a paragraph whose last two words stand on one line."""
    *others, last = para.text
    if not isinstance(last, Run):
        return para
    head, _, tail = last.text.rstrip().rpartition(" ")
    bound = replace(last, text=f"{head}{NBSP}{tail}") if head else last
    return replace(para, text=(*others, bound))


def _fits(paras: Paras, slot: Slot, size_pt: float, share: float = 1.0) -> bool:
    lines = lines_of(paras, slot, size_pt)
    width = slot.line_pt
    if slot.max_lines and len(lines) > slot.max_lines:
        return False
    if any(line.width > width for line in lines):  # a word longer than a line
        return False
    return height_of(paras, slot, size_pt) <= slot.room_pt * share + _TOLERANCE_PT


def _settled(paras: Paras, slot: Slot) -> float:
    """Return the largest size at which a text fits, 0 if there is none."""
    return next((size for size in sizes_of(slot) if _fits(paras, slot, size)), 0.0)


def _parts(paras: Paras, slot: Slot) -> tuple[Paras, ...]:
    """Return a text in the fewest parts, at the largest size that needs no more, evenly filled."""
    fewest = len(_filled(paras, slot, slot.floor_pt, 1.0))
    size = next(s for s in sizes_of(slot) if len(_filled(paras, slot, s, 1.0)) == fewest)
    share = 1.0
    while share > 0.5 and len(_filled(paras, slot, size, share - 0.04)) == fewest:  # noqa: PLR2004
        share -= 0.04
    return tuple(Paras(part, size) for part in _filled(paras, slot, size, share))


def _filled(paras: Paras, slot: Slot, size_pt: float, share: float) -> list[tuple[Para, ...]]:
    """Return the paragraphs of each slide, each slide filled up to a share of its height."""
    parts: list[tuple[Para, ...]] = []
    for para in paras.paras:
        longer = (*parts[-1], para) if parts else (para,)
        if parts and _fits(Paras(longer), slot, size_pt, share):
            parts[-1] = longer
        else:
            parts.append((para,))
    return parts


def does_not_fit(slide: str, slot: str, paras: Paras, what: str, hint: str) -> DoesNotFit:
    """Return the error that names slide, slot, statement and the words that a text begins with."""
    text = tuple(part for para in paras.paras for part in para.text)
    return DoesNotFit(
        f"slide “{slide}”: the {slot}{_statements(text)} {what}: “{_start(text)}”", hint=hint
    )


def _statements(text: Text) -> str:
    ids = ", ".join(
        dict.fromkeys(part.statement for part in text if isinstance(part, Run) and part.statement)
    )
    return f" (statement {ids})" if ids else ""


def _start(text: Text) -> str:
    words = " ".join(" ".join(part.text for part in text if isinstance(part, Run)).split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 3]}…"


def row_does_not_fit(slide: str, number: int, row: tuple[Text, ...]) -> DoesNotFit:
    """Return the error for a table row that is too high for a slide."""
    text = tuple(part for cell in row for part in cell)
    return DoesNotFit(
        f"slide “{slide}”: row {number} of the table{_statements(text)} is too high for a slide: “{_start(text)}”",
        hint="shorten its longest cell",
    )
