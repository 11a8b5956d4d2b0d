"""Sizes settled before anything is drawn: text measured, stepped down to its floor, tables split.

Pure. What comes out fits with room to spare, whatever draws it: PowerPoint shrinks overflowing
text only once somebody edits it, so a plan that relies on it overflows on the projector.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefbook.deck.design import design, using
from briefbook.deck.drawing import draw_on_slide
from briefbook.deck.fit_tables import settle_table
from briefbook.deck.fit_text import does_not_fit, settle_text
from briefbook.deck.fit_title import settle_title
from briefbook.deck.layouts import Layout, PlaceholderType, Slot, tall
from briefbook.deck.measure import text_width, widest
from briefbook.deck.plan import (
    Content,
    Deck,
    Drawing,
    Fill,
    Meta,
    Notes,
    Paras,
    Photo,
    Picture,
    Slide,
    Table,
)
from briefbook.deck.runs import NBSP
from briefbook.errors import DoesNotFit
from briefbook.frozen import replace
from briefbook.localization import translate
from briefbook.text import Run, Text
from briefbook.theme.deck import FOOTER_PT
from briefbook.values.dates import MONTHS
from briefbook_figures.spec import ShapeChart

_NOTE_GAP_PT = 8.0
_BOUND = re.compile(
    rf"(?<=\d) (?=(?:{'|'.join(MONTHS)}|million|billion|per cent|percent)\b)|(?<=¶) "
)
"""The space inside a date, a sum and after a paragraph mark, where a line should not break."""
_BACK_REFERENCE = "Continued from the slide before."


def fit_deck(deck: Deck, fit: Callable[[Slide], tuple[Slide, ...]] | None = None) -> Deck:
    """Return the deck with every size settled; `fit` is `fit_slide`, for whoever keeps what it gave.

    Raises DoesNotFit: it names slide, slot and statement of every text that is too long.
    """
    with using(deck.design):
        return _fitted(deck, fit or fit_slide)


def _fitted(deck: Deck, fit: Callable[[Slide], tuple[Slide, ...]]) -> Deck:
    meta = replace(deck.meta, footer=_footer(deck.meta))
    slides: list[Slide] = []
    found: list[DoesNotFit] = []
    for slide in deck.slides:
        try:
            slides += fit(slide)
        except DoesNotFit as error:
            found.append(error)
    if len(found) > 1:
        listed = "".join(f"\n  {error.message}" for error in found)
        raise DoesNotFit(
            f"{len(found)} slides have more text than room:{listed}", hint="shorten these texts"
        )
    if found:
        raise found[0]
    return replace(deck, meta=meta, slides=tuple(slides))


def fit_slide(slide: Slide) -> tuple[Slide, ...]:
    """Return one slide with its sizes settled, or several where one has no room for all.

    It is laid out in the design in use.

    Raises DoesNotFit, and ValueError where the plan breaks the contract of its layout.
    """
    _check(slide)
    slide = _bound(slide)
    names = (
        [slide.layout, tall(slide.layout)]
        if tall(slide.layout) in design().layouts
        else [slide.layout]
    )
    for name in names:
        # A title that is continued is longer: whether it has room shows once all parts are there.
        if settle_title(_title(slide)[1], design().layouts[name]) is None:
            continue
        titled = [_titled(part) for part in _parts(replace(slide, layout=name))]
        if all(titled):
            return tuple(part for part in titled if part)
    fill, paras = _title(slide)
    lines, size = design().layouts[names[-1]].title_sizes[-1]
    what = f"has no room in {lines} lines even at {size:g} pt"
    raise does_not_fit(slide.id, fill.slot, paras, what, "shorten it")


def _titled(part: Slide) -> Slide | None:
    """Return a slide with its title in lines; None if that has no room."""
    fill, paras = _title(part)
    title = settle_title(paras, design().layouts[part.layout])
    if title is None:
        return None
    settled = replace(fill, content=title)
    return replace(part, fills=tuple(settled if other is fill else other for other in part.fills))


def _footer(meta: Meta) -> str:
    """Return the footer, cut at a word where it is longer than its line."""
    words, room = meta.footer, design().footer.w / widest(bold=True)
    before = f"{meta.marking} · " if meta.marking else ""
    while text_width(before + words, FOOTER_PT, bold=True) > room:
        head, _, _ = words.rstrip("…").rpartition(" ")
        if not head and meta.marking and text_width(meta.marking, FOOTER_PT, bold=True) <= room:
            return ""  # a narrow place on somebody else's layout: the marking matters more
        if not head:
            hint = "shorten the marking"
            raise DoesNotFit(f"the footer is too long for one line: “{before}{words}”", hint=hint)
        words = f"{head}…"
    return words


def _check(slide: Slide) -> None:
    """Raise ValueError where a plan breaks the contract of its layout."""
    if slide.layout not in design().layouts:
        raise ValueError(f"slide {slide.id}: there is no layout “{slide.layout}”")
    layout = design().layouts[slide.layout]
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


# ── Slots ────────────────────────────────────────────────────────────────────────────────────────


def _parts(slide: Slide) -> tuple[Slide, ...]:
    """Return the slide, everything on it settled, and further slides for what it has no room for."""
    layout = design().layouts[slide.layout]
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
            # A title is settled last: one that goes on is longer.
            return (
                (paras,)
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
    said = translate("continued")
    words = f"{NBSP}({said})" if number == 2 else f"{NBSP}({said},{NBSP}{number})"  # noqa: PLR2004
    *others, last = paras.paras
    longer = replace(paras, paras=(*others, replace(last, text=(*last.text, Run(words)))))
    fills = tuple(replace(o, content=longer) if o is fill else o for o in part.fills)
    return replace(
        part, id=f"{part.id}-{number}", fills=fills, notes=Notes((translate(_BACK_REFERENCE),))
    )
