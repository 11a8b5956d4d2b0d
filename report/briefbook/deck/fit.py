"""Sizes settled before anything is drawn: text measured, stepped down to its floor, tables split.

Pure. What comes out fits with room to spare, whatever draws it: PowerPoint shrinks overflowing
text only once somebody edits it, so a plan that relies on it overflows on the projector.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefbook.deck.fit_tables import settle_table
from briefbook.deck.layouts import LAYOUTS, Kind, Layout, Slot, tall
from briefbook.deck.measure import Line, wrap
from briefbook.deck.pieces import NBSP, para_pieces, setting_of
from briefbook.deck.plan import Content, Deck, Drawing, Fill, Para, Paras, Slide, Table
from briefbook.errors import DoesNotFit
from briefbook.text import Run, Text
from briefbook.theme.deck import SLACK, TYPES

STEP_PT = 0.5
_FULL = 0.94
"""A panel whose text fills more than this of its height does not grow."""
_WIDOW_SLACKS = (1.0, 1.03, 1.06, SLACK)
"""A title is checked for a lonely last word at each of these, as no two programs break alike."""
_BOUND = re.compile(
    r"(?<=\d) (?=(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|million|billion|per cent|percent)\b)"
)
"""The space inside a date or a sum, where a line should not break."""


def fit_deck(deck: Deck) -> Deck:
    """Return the deck with every size settled; raises DoesNotFit, naming slide, slot and statement."""
    slides = [part for slide in deck.slides for part in fit_slide(slide)]
    return replace(deck, slides=tuple(slides))


def fit_slide(slide: Slide) -> tuple[Slide, ...]:
    """Return one slide with its sizes settled, or several where its table had to be split."""
    slide = _checked(slide)
    slide = _with_layout(_bound(slide))
    layout = LAYOUTS[slide.layout]
    sizes = _sizes(slide, layout)
    fills = tuple(
        replace(fill, content=replace(fill.content, size_pt=sizes[fill.slot]))
        if isinstance(fill.content, Paras)
        else fill
        for fill in slide.fills
    )
    return _split(replace(slide, fills=fills), layout)


def _checked(slide: Slide) -> Slide:
    """Return the slide with its standing text; raises ValueError where the plan breaks the contract."""
    if slide.layout not in LAYOUTS:
        raise ValueError(f"slide {slide.id}: there is no layout “{slide.layout}”")
    layout = LAYOUTS[slide.layout]
    slots = {slot.name: slot for slot in layout.slots}
    kinds: dict[type[Content], tuple[Kind, ...]] = {
        Paras: (Kind.TEXT, Kind.TITLE), Drawing: (Kind.CHART,), Table: (Kind.TABLE,)
    }  # fmt: skip
    for fill in slide.fills:
        if fill.slot not in slots:
            raise ValueError(f"slide {slide.id}: layout {layout.name} has no slot “{fill.slot}”")
        if slots[fill.slot].kind not in kinds[type(fill.content)]:
            raise ValueError(f"slide {slide.id}: “{fill.slot}” cannot hold that content")
    filled = [fill.slot for fill in slide.fills]
    if "title" not in filled or len(set(filled)) != len(filled):
        raise ValueError(f"slide {slide.id}: it needs one title, and each slot at most once")
    standing = tuple(
        Fill(slot.name, Paras((Para((Run(slot.standing),)),)))
        for slot in layout.slots
        if slot.standing and slot.name not in filled
    )
    return replace(slide, fills=slide.fills + standing)


def _bound(slide: Slide) -> Slide:
    """Return the slide with dates and sums held together."""

    def hold(text: Text) -> Text:
        return tuple(
            replace(part, text=_BOUND.sub(NBSP, part.text)) if isinstance(part, Run) else part
            for part in text
        )

    fills = []
    for fill in slide.fills:
        content = fill.content
        if isinstance(content, Paras):
            content = replace(content, paras=tuple(replace(p, text=hold(p.text)) for p in content.paras))
        elif isinstance(content, Table):
            content = replace(content, rows=tuple(tuple(map(hold, row)) for row in content.rows))
        fills.append(replace(fill, content=content))
    return replace(slide, fills=tuple(fills))


# ── Titles ───────────────────────────────────────────────────────────────────────────────────────


def _with_layout(slide: Slide) -> Slide:
    """Return the slide in the layout that its title needs, no word alone on the title's last line."""
    layout = LAYOUTS[slide.layout]
    slot = layout.slot("title")
    fill = next(fill for fill in slide.fills if fill.slot == "title")
    if not isinstance(fill.content, Paras):
        raise TypeError(f"slide {slide.id}: a title is text")
    if len(_lines(fill.content, slot, slot.size_pt, SLACK)) > 1 and layout.title_lines == 1:
        layout = LAYOUTS[tall(slide.layout)]
        slot = layout.slot("title")
    paras = _without_widow(fill.content, slot)
    title = replace(fill, content=paras)
    lines = _lines(paras, slot, slot.size_pt, SLACK)
    if len(lines) > slot.max_lines:
        raise _does_not_fit(slide, slot, paras, f"takes {len(lines)} lines, and {slot.max_lines} are allowed", "rewrite it: a title is never set smaller")
    if len(lines) > 1 and " " not in lines[-1].text.replace(NBSP, " "):
        raise _does_not_fit(slide, slot, paras, f"leaves “{lines[-1].text}” alone on its last line", "rewrite it, a word longer or shorter")
    fills = tuple(title if other is fill else other for other in slide.fills)
    return replace(slide, layout=layout.name, fills=fills)


def _without_widow(paras: Paras, slot: Slot) -> Paras:
    """Return a title whose last two words stay together where the last would stand alone."""
    for slack in _WIDOW_SLACKS:
        lines = _lines(paras, slot, slot.size_pt, slack)
        if len(lines) > 1 and " " not in lines[-1].text:
            break
    else:
        return paras
    *others, last = paras.paras[-1].text
    if not isinstance(last, Run) or " " not in last.text.strip():
        return paras
    head, tail = last.text.strip().rsplit(" ", 1)
    bound = replace(last, text=f"{head}{NBSP}{tail}")
    return replace(paras, paras=(*paras.paras[:-1], replace(paras.paras[-1], text=(*others, bound))))


# ── Text ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class _Block:
    """A text as it will be set."""

    lines: int
    height: float


def _lines(paras: Paras, slot: Slot, size_pt: float, slack: float) -> list[Line]:
    """Return all lines of a text."""
    left, _, right, _ = slot.inset
    width = slot.rect.w - left - right
    type_ = TYPES[slot.type]
    return [line for para in paras.paras for line in wrap(para_pieces(para, type_, size_pt), width, slack)]


def _block(paras: Paras, slot: Slot, size_pt: float) -> _Block:
    left, _, right, _ = slot.inset
    width = slot.rect.w - left - right
    type_ = TYPES[slot.type]
    count, height = 0, 0.0
    for index, para in enumerate(paras.paras):
        lines = wrap(para_pieces(para, type_, size_pt), width, SLACK)
        before = setting_of(para, type_).before_pt if index else 0.0
        count, height = count + len(lines), height + before + sum(line.step for line in lines)
    return _Block(count, height)


def _fits(paras: Paras, slot: Slot, size_pt: float, share: float = 1.0) -> bool:
    block = _block(paras, slot, size_pt)
    have = (slot.rect.h - slot.inset[1] - slot.inset[3]) * share
    return block.height <= have + 0.5 and (not slot.max_lines or block.lines <= slot.max_lines)


def _settled(slide: Slide, slot: Slot, paras: Paras) -> float:
    """Return the largest size at which a text fits its slot."""
    size = slot.ceiling_pt
    while size > slot.size_pt:
        if _fits(paras, slot, size, _FULL):
            return size
        size -= STEP_PT
    size = slot.size_pt
    while size >= slot.floor_pt:
        if _fits(paras, slot, size):
            return size
        size -= STEP_PT
    block = _block(paras, slot, slot.floor_pt)
    have = slot.rect.h - slot.inset[1] - slot.inset[3]
    what = f"needs {block.lines} lines and {block.height:.0f} of {have:.0f} points at its smallest size, {slot.floor_pt:g} pt"
    raise _does_not_fit(slide, slot, paras, what, "shorten it, or give it a shorter form for slides")


def _sizes(slide: Slide, layout: Layout) -> dict[str, float]:
    """Return the body size of each text slot; slots of one family share the smallest."""
    texts = {fill.slot: fill.content for fill in slide.fills if isinstance(fill.content, Paras)}
    slots = {name: layout.slot(name) for name in texts}
    sizes = {name: _settled(slide, slots[name], paras) for name, paras in texts.items()}
    least: dict[str, float] = {}
    for name, size in sizes.items():
        family = slots[name].family
        least[family] = min(size, least.get(family, size))
    return {name: least[slots[name].family] for name in sizes}


# ── Tables ───────────────────────────────────────────────────────────────────────────────────────


def _split(slide: Slide, layout: Layout) -> tuple[Slide, ...]:
    """Return the slide, its table settled, and further slides for the rows that it has no room for."""
    fill = next((fill for fill in slide.fills if isinstance(fill.content, Table)), None)
    if fill is None or not isinstance(fill.content, Table):
        return (slide,)
    slot = layout.slot(fill.slot)
    filled = {other.slot for other in slide.fills}
    above = [layout.slot(name).rect.y for name in slot.stops_above if name in filled]
    bottom = min([slot.rect.bottom, *(y - 8 for y in above)])
    tables = settle_table(fill.content, slot, bottom, slide.id)
    parts = []
    for number, table in enumerate(tables, 1):
        part = replace(slide, fills=tuple(replace(o, content=table) if o is fill else o for o in slide.fills))
        parts.append(part if number == 1 else _continued(part, slide, number))
    return tuple(parts)


def _continued(part: Slide, first: Slide, number: int) -> Slide:
    """Return a slide that goes on with the table of another."""
    words = " (continued)" if number == 2 else f" (continued, part {number})"  # noqa: PLR2004
    fills = []
    for fill in part.fills:
        content = fill.content
        if fill.slot == "title" and isinstance(content, Paras):
            *paras, last = content.paras
            content = replace(content, paras=(*paras, replace(last, text=(*last.text, Run(words)))))
            title = content
        fills.append(replace(fill, content=content))
    slide = replace(part, id=f"{first.id}-{number}", fills=tuple(fills), notes=("Continued from the slide before.",))
    layout = LAYOUTS[slide.layout]
    lines = _lines(title, layout.slot("title"), layout.slot("title").size_pt, SLACK)
    if len(lines) > layout.title_lines:
        raise _does_not_fit(slide, layout.slot("title"), title, "has no room for “(continued)”", "shorten it")
    return slide


def _does_not_fit(slide: Slide, slot: Slot, paras: Paras, what: str, hint: str) -> DoesNotFit:
    """Return the error that names slide, slot, statement and the words it begins with."""
    runs = [part for para in paras.paras for part in para.text if isinstance(part, Run)]
    words = " ".join("".join(run.text for run in runs).split())
    start = words if len(words) <= 60 else f"{words[:57]}…"  # noqa: PLR2004
    statements = ", ".join(dict.fromkeys(run.statement for run in runs if run.statement))
    of = f" (statement {statements})" if statements else ""
    return DoesNotFit(f"slide “{slide.id}”: the {slot.name}{of} {what}: “{start}”", hint=hint)



