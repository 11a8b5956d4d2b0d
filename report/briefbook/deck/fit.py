"""Sizes settled before anything is drawn: text measured, stepped down to its floor, tables split.

Pure. What comes out fits with room to spare, whatever draws it: PowerPoint shrinks overflowing
text only once somebody edits it, so a plan that relies on it overflows on the projector.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefbook.deck.drawing import draw_on_slide
from briefbook.deck.fit_tables import settle_table
from briefbook.deck.fit_text import does_not_fit, lines_of, settle_text
from briefbook.deck.layouts import FOOTER_RECT, LAYOUTS, Layout, PlaceholderType, Slot, tall
from briefbook.deck.measure import Line, text_width
from briefbook.deck.plan import (
    Content,
    Deck,
    Drawing,
    Fill,
    Meta,
    Paras,
    Photo,
    Picture,
    Slide,
    Table,
)
from briefbook.deck.runs import NBSP
from briefbook.errors import DoesNotFit
from briefbook.text import Run, Text
from briefbook.theme.deck import FOOTER_PT, SLACK, TITLE_SLACK
from briefbook.values.dates import MONTHS
from briefbook_figures.spec import ShapeChart

_WIDOW_SLACKS = (1.0, 1.03, 1.06, SLACK)
"""A title is checked for a lonely last word at each of these, as no two programs break alike."""
_NOTE_GAP_PT = 8.0
_BOUND = re.compile(
    rf"(?<=\d) (?=(?:{'|'.join(MONTHS)}|million|billion|per cent|percent)\b)|(?<=¶) "
)
"""The space inside a date, a sum and after a paragraph mark, where a line should not break."""
_BACK_REFERENCE = "Continued from the slide before."


def fit_deck(deck: Deck) -> Deck:
    """Return the deck with every size settled.

    Raises DoesNotFit: it names slide, slot and statement of every text that is too long.
    """
    _check_footer(deck.meta)
    slides: list[Slide] = []
    found: list[DoesNotFit] = []
    for slide in deck.slides:
        try:
            slides += fit_slide(slide)
        except DoesNotFit as error:
            found.append(error)
    if len(found) > 1:
        listed = "".join(f"\n  {error.message}" for error in found)
        raise DoesNotFit(
            f"{len(found)} slides have more text than room:{listed}", hint="shorten these texts"
        )
    if found:
        raise found[0]
    return replace(deck, slides=tuple(slides))


def fit_slide(slide: Slide) -> tuple[Slide, ...]:
    """Return one slide with its sizes settled, or several where one has no room for all.

    Raises DoesNotFit, and ValueError where the plan breaks the contract of its layout.
    """
    _check(slide)
    slide = _in_its_layout(_bound(slide))
    parts = _parts(slide)
    if (
        len(parts) > 1
        and not _titles_fit(parts)
        and slide.layout in LAYOUTS
        and tall(slide.layout) in LAYOUTS
    ):
        parts = _parts(replace(slide, layout=tall(slide.layout)))
    if not _titles_fit(parts):
        fill = next(fill for fill in parts[-1].fills if fill.slot == "title")
        raise _title_error(slide, fill, "has no room for “(continued)”", "shorten it")
    return parts


def _check_footer(meta: Meta) -> None:
    words = " · ".join(filter(None, (meta.marking, meta.footer)))
    if text_width(words, FOOTER_PT, bold=True) * SLACK > FOOTER_RECT.w:
        hint = "shorten the title or the marking"
        raise DoesNotFit(f"the footer is too long for one line: “{words}”", hint=hint)


def _check(slide: Slide) -> None:
    """Raise ValueError where a plan breaks the contract of its layout."""
    if slide.layout not in LAYOUTS:
        raise ValueError(f"slide {slide.id}: there is no layout “{slide.layout}”")
    layout = LAYOUTS[slide.layout]
    slots = {slot.name: slot for slot in layout.slots}
    kinds: dict[type[Content], tuple[PlaceholderType, ...]] = {
        Paras: (PlaceholderType.TEXT, PlaceholderType.TITLE), Drawing: (PlaceholderType.CHART,),
        Picture: (PlaceholderType.CHART,), Photo: (PlaceholderType.CHART,), Table: (PlaceholderType.TABLE,)
    }  # fmt: skip
    for fill in slide.fills:
        if fill.slot not in slots:
            raise ValueError(f"slide {slide.id}: layout {layout.name} has no slot “{fill.slot}”")
        if slots[fill.slot].kind not in kinds[type(fill.content)]:
            raise ValueError(f"slide {slide.id}: “{fill.slot}” cannot hold that content")
    filled = [fill.slot for fill in slide.fills]
    if "title" not in filled or len(set(filled)) != len(filled):
        raise ValueError(f"slide {slide.id}: it needs one title, and each slot at most once")
    if len(slide.links) > 1 or (slide.links and "source" not in filled):
        raise ValueError(f"slide {slide.id}: a slide has one link, and it is on its source line")


def _bound(slide: Slide) -> Slide:
    """Return the slide with dates and sums held together."""

    def hold(text: Text) -> Text:
        return tuple(
            replace(part, text=_BOUND.sub(NBSP, part.text)) if isinstance(part, Run) else part
            for part in text
        )

    def held(content: Content) -> Content:
        match content:
            case Paras():
                return replace(
                    content, paras=tuple(replace(p, text=hold(p.text)) for p in content.paras)
                )
            case Table():
                return replace(content, rows=tuple(tuple(map(hold, row)) for row in content.rows))
            case Drawing() | Picture() | Photo():
                return content

    return replace(
        slide, fills=tuple(replace(fill, content=held(fill.content)) for fill in slide.fills)
    )


# ── Titles ───────────────────────────────────────────────────────────────────────────────────────


def _title(slide: Slide) -> tuple[Fill, Paras]:
    fill = next(fill for fill in slide.fills if fill.slot == "title")
    if not isinstance(fill.content, Paras):
        raise TypeError(f"slide {slide.id}: a title is text")
    return fill, fill.content


def _in_its_layout(slide: Slide) -> Slide:
    """Return the slide in the layout that its title needs, no word alone on the title's last line."""
    layout = LAYOUTS[slide.layout]
    fill, paras = _title(slide)
    slot = layout.slot("title")
    if layout.title_lines == 1 and len(lines_of(paras, slot, slot.size_pt, TITLE_SLACK)) > 1:
        layout = LAYOUTS[tall(slide.layout)]
    slot = layout.slot("title")
    title = replace(fill, content=_without_widow(paras, slot))
    slide = replace(
        slide, layout=layout.name, fills=tuple(title if o is fill else o for o in slide.fills)
    )
    slack = TITLE_SLACK if slot.max_lines == 1 else SLACK
    lines = lines_of(_title(slide)[1], slot, slot.size_pt, slack)
    if len(lines) > slot.max_lines:
        what = f"takes {len(lines)} lines, and {slot.max_lines} are allowed"
        raise _title_error(slide, title, what, "rewrite it: a title is never set smaller")
    if _ends_lonely(lines):
        what = f"leaves “{lines[-1].text}” alone on its last line"
        raise _title_error(slide, title, what, "rewrite it, a word longer or shorter")
    return slide


def _ends_lonely(lines: list[Line]) -> bool:
    return len(lines) > 1 and len(lines[-1].text.replace(NBSP, " ").split()) == 1


def _without_widow(paras: Paras, slot: Slot) -> Paras:
    """Return a title whose last two words stay together where the last would stand alone."""
    if slot.max_lines == 1:
        return paras
    breaks = (lines_of(paras, slot, slot.size_pt, slack) for slack in _WIDOW_SLACKS)
    if not any(_ends_lonely(lines) for lines in breaks):
        return paras
    *others, last = paras.paras[-1].text
    if not isinstance(last, Run) or " " not in last.text.strip():
        return paras
    head, tail = last.text.strip().rsplit(" ", 1)
    bound = replace(last, text=f"{head}{NBSP}{tail}")
    return replace(
        paras, paras=(*paras.paras[:-1], replace(paras.paras[-1], text=(*others, bound)))
    )


def _titles_fit(parts: tuple[Slide, ...]) -> bool:
    for part in parts:
        slot = LAYOUTS[part.layout].slot("title")
        slack = TITLE_SLACK if slot.max_lines == 1 else SLACK
        if len(lines_of(_title(part)[1], slot, slot.size_pt, slack)) > slot.max_lines:
            return False
    return True


def _title_error(slide: Slide, fill: Fill, what: str, hint: str) -> DoesNotFit:
    paras = fill.content if isinstance(fill.content, Paras) else Paras(())
    return does_not_fit(slide.id, "title", paras, what, hint)


# ── Slots ────────────────────────────────────────────────────────────────────────────────────────


def _parts(slide: Slide) -> tuple[Slide, ...]:
    """Return the slide, everything on it settled, and further slides for what it has no room for."""
    layout = LAYOUTS[slide.layout]
    settled = _in_one_size(
        {fill.slot: _settled(slide, layout, fill) for fill in slide.fills}, layout
    )
    count = max(len(contents) for contents in settled.values())
    parts = []
    for number in range(count):
        # What does not go on is shown again: source, notes, quotation.
        fills = tuple(
            replace(fill, content=settled[fill.slot][min(number, len(settled[fill.slot]) - 1)])
            for fill in slide.fills
        )
        part = replace(slide, fills=fills)
        parts.append(_continued(part, number + 1) if number else part)
    return tuple(parts)


def _settled(slide: Slide, layout: Layout, fill: Fill) -> tuple[Content, ...]:
    """Return the content of a slot with its sizes, in as many parts as it takes slides."""
    slot = layout.slot(fill.slot)
    match fill.content:
        case Paras() as paras:
            # A title has been settled, and one that goes on is judged with all its parts.
            return (
                (replace(paras, size_pt=slot.size_pt),)
                if slot.kind is PlaceholderType.TITLE
                else settle_text(paras, slot, slide.id)
            )
        case Table() as table:
            return settle_table(table, slot, _bottom(slide, layout, slot), slide.id)
        case Drawing(chart=chart) as drawing if isinstance(chart, ShapeChart):
            picture = draw_on_slide(chart, slot.rect.w, slot.rect.h, f"slide “{slide.id}”")
            return (Picture(chart, picture, drawing.alt, drawing.title, slide.exhibit),)
        case Photo() as photo:
            width, height = photo.image.fitted(slot.rect.w, slot.rect.h)
            return (replace(photo, width_pt=width, height_pt=height),)
        case Drawing() | Picture() as drawing:
            return (drawing,)


def _bottom(slide: Slide, layout: Layout, slot: Slot) -> float:
    """Return where a slot ends, given what stands below it on this slide."""
    filled = {fill.slot for fill in slide.fills}
    below = [layout.slot(name).rect.y - _NOTE_GAP_PT for name in slot.stops_above if name in filled]
    return min([slot.rect.bottom, *below])


def _in_one_size(
    settled: dict[str, tuple[Content, ...]], layout: Layout
) -> dict[str, tuple[Content, ...]]:
    """Return the contents with all slots of a family in the smallest size among them."""
    least: dict[str, float] = {}
    for name, contents in settled.items():
        family = layout.slot(name).family
        for content in contents:
            if isinstance(content, Paras):
                least[family] = min(content.size_pt, least.get(family, content.size_pt))
    return {
        name: tuple(
            replace(c, size_pt=least[layout.slot(name).family]) if isinstance(c, Paras) else c
            for c in contents
        )
        for name, contents in settled.items()
    }


def _continued(part: Slide, number: int) -> Slide:
    """Return a slide that goes on where another ended."""
    fill, paras = _title(part)
    words = f"{NBSP}(continued)" if number == 2 else f"{NBSP}(continued,{NBSP}{number})"  # noqa: PLR2004
    *others, last = paras.paras
    longer = replace(paras, paras=(*others, replace(last, text=(*last.text, Run(words)))))
    fills = tuple(replace(o, content=longer) if o is fill else o for o in part.fills)
    return replace(part, id=f"{part.id}-{number}", fills=fills, notes=(_BACK_REFERENCE,))
