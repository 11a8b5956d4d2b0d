"""Our own layouts in the room that a template's layouts leave: a plan's design, and where it is mounted.

A plan is laid out in points of its own: as wide and high as the room is, once it is scaled so that
what fits our own slides fits here. The renderer scales it back.
"""

from __future__ import annotations

from briefbook.deck.design import Design, Foreign, Mount
from briefbook.deck.foreign.clearings import clear_of, within_band
from briefbook.deck.foreign.colours import inks_of
from briefbook.deck.foreign.faces import stretch_of
from briefbook.deck.foreign.grounds import ground_of
from briefbook.deck.foreign.reading import ForeignLayout, Holder, Template
from briefbook.deck.foreign.roles import Roles, beside
from briefbook.deck.layouts import Grid, Layout, Slot, layouts_of
from briefbook.deck.placeholders import Mark, Rect
from briefbook.frozen import replace
from briefbook.theme.deck import FOOTER_PT, Ink
from briefbook.theme.wcag import contrast

_LEAST_WIDTH, _LEAST_HEIGHT = 704.0, 396.0
_USUAL_WIDTH, _MORE_HEIGHT = 848.0, 64.0
"""Room in which all that our slides hold has been shown to fit, body and source line: a narrower one
than the usual must be higher."""
_OWN_FOOTER = 26.0
_CARD_PT = 8.0
_LEAST_SCALE = 0.6
"""A plan drawn smaller than this cannot be read from the back of a room."""
_LARGE_TEXT, _TEXT = 3.0, 4.5
"""Least contrast of large text, and of other text (WCAG 2.2 AA)."""
_OTHER_GROUND = 1.5
"""Contrast from which on a footer stands on another ground than the content."""
_TOP = 98.0
_UNDER_SOURCE, _WITH_FOOTER = 46.0, 10.0
"""From the source line's end to the foot of the slide; less where we set the footer ourselves."""
_TITLE_STEPS = (1.0, 0.9, 0.8, 0.72, 0.64, 0.56, 0.5, 0.44)
_TITLE_LEADING = 1.25
_TITLE_PT = 28.0
"""Of titles whose size the template does not say, on slides as high as ours."""
_SMALLEST_TITLE_PT = 12.0
_SUBTITLE_PT = (24.0, 11.0)
_FOOT_PT = 10.0
"""Of a footer, on slides as high as ours."""
_PAIRS = {
    "answer": ("statement", ""), "chart-blocks": ("chart", ""), "chart-takeaway": ("chart", "takeaway"),
    "table-aside": ("table", "aside"), "closing": ("", ""),
}  # fmt: skip
"""Layouts for two things, and the slots that stand in their placeholders."""
_SINGLES = {
    "chart-wide": "chart", "chart-note": "chart", "table": "table", "text": "body", "sources": "sources",
    "evidence": "table",
}  # fmt: skip
"""Layouts for one."""


def design_of(template: Template, roles: Roles, name: str, share: float = 1.0) -> Design:
    """Return the design that a template gives, by the layouts of its roles.

    `share` below 1 sets everything smaller, for a deck that has no room else.
    """
    content = roles.found["content"]
    inner = [roles.found[role] for role in ("content", "two", "title-only")]
    has_footer = all(layout.furniture("ftr") for layout in inner)
    room, own_title = _room(template, roles), None
    if _scale(room, 0.0) * 540 / template.height_pt < _LEAST_SCALE:
        room, own_title = _our_own_room(template, inner)
    scale = _scale(room, 0.0 if has_footer else _OWN_FOOTER) * share
    grid = _grid(room.w / scale, room.h / scale, has_footer=has_footer)
    shift = room.x, room.y - _TOP * scale
    most_pt = _FOOT_PT * template.height_pt / 540
    foot_pt = _foot_size(inner, most_pt) / scale
    layouts, mounts = {}, {}
    for ours, layout in layouts_of(grid).items():
        target = _target(ours, roles)
        placed = None if layout.name == "title" else own_title or _clear_title(target)
        target = _with_title(target, placed, template)
        mounts[ours] = replace(_mount(ours, target, has_footer=has_footer), foot_pt=foot_pt)
        marks = layout.marks
        if not content.palette.is_plain:
            marks = (_card(grid, room, scale), *layout.marks)
        moved = _moved(layout, target, scale, shift, template)
        layouts[ours] = replace(moved, marks=marks if ours != "title" else ())
        if placed:
            mounts[ours] = replace(mounts[ours], title_rect=moved.slot("title").rect)
    foreign = Foreign(
        name, template.sha256, template.package.main, template.package.parts, template.package.types,
        {
            part: tuple((r.id, r.kind, r.target) for r in found)
            for part, found in template.package.relations.items()
        },
        (template.width_pt, template.height_pt), scale, shift, mounts,
    )  # fmt: skip
    footer = _footer(inner, grid, scale, most_pt) if has_footer else grid.footer
    return Design(
        name, grid.width, grid.height, grid.measure, layouts, footer, grid.page, (),
        foreign, inks_of(content.palette.on_card()), dict(content.palette.scheme), stretch_of(template, content),
    )  # fmt: skip


def _room(template: Template, roles: Roles) -> Rect:
    """Return where content stands: the place of the one content, or what title and footer leave."""
    content = roles.found["content"]
    main = max(
        (h for h in content.contents if h.kind != "subTitle"), key=lambda h: h.area, default=None
    )
    pair = beside(roles.found["two"])
    if roles.how["content"] != "instead" and main is not None:
        rect = main.rect
    elif pair is not None:
        left, right = pair
        rect = Rect(
            left.rect.x, left.rect.y, right.rect.x + right.rect.w - left.rect.x, left.rect.h
        )
    else:
        rect = _left_over(template, content)
    title = content.title
    # Where a title stands over the content, not above it, the content begins below.
    if title is not None and title.rect.bottom > rect.y and title.rect.y < rect.y + rect.h / 3:
        across = title.rect.x < rect.x + rect.w and rect.x < title.rect.x + title.rect.w
        top = title.rect.bottom if across else rect.y
        rect = Rect(rect.x, top, rect.w, max(rect.bottom - top, template.height_pt / 4))
    feet = [
        h.rect.y for one in (content, roles.found["two"], roles.found["title-only"]) for h in one.holders
        if h.kind in ("ftr", "sldNum") and h.rect.y > rect.y + rect.h / 2
    ]  # fmt: skip
    rect = Rect(rect.x, rect.y, rect.w, min([rect.bottom, *feet]) - rect.y)
    x, y = max(0.0, rect.x), max(0.0, rect.y)
    rect = Rect(x, y, min(rect.w, template.width_pt - x), min(rect.h, template.height_pt - y))
    inner = (content, roles.found["two"], roles.found["title-only"])
    return clear_of(rect, tuple(dict.fromkeys(box for one in inner for box in one.drawn)))


def _scale(room: Rect, more: float) -> float:
    """Return how large a plan is drawn: as large as leaves it the room that it needs."""
    scale = min(room.w / _LEAST_WIDTH, room.h / (_LEAST_HEIGHT + more))
    while True:
        narrow = max(0.0, _USUAL_WIDTH - room.w / scale) / (_USUAL_WIDTH - _LEAST_WIDTH)
        if room.h / scale >= _LEAST_HEIGHT + more + narrow * _MORE_HEIGHT:
            return scale
        scale *= 0.99


def _left_over(template: Template, layout: ForeignLayout) -> Rect:
    title = layout.title
    width, height = template.width_pt, template.height_pt
    top = title.rect.bottom + height * 0.03 if title else height * 0.2
    if top > height * 0.6:  # a title at the foot
        top = height * 0.06
    feet = [
        h.rect.y for h in layout.holders if h.kind in ("ftr", "sldNum", "dt") and h.rect.y > top
    ]
    bottom = min([height * 0.93, *feet])
    if title and title.rect.y > height * 0.6:
        bottom = min(bottom, title.rect.y)
    x = min(title.rect.x if title else width * 0.06, width * 0.12)
    return Rect(x, top, width - 2 * x, max(bottom - top - height * 0.02, height / 4))


def _card(grid: Grid, room: Rect, scale: float) -> Mark:
    """Return the ground that is put under the content where the template's own is uneven."""
    pad = _CARD_PT
    rect = Rect(-pad, _TOP - pad, grid.measure + 2 * pad, room.h / scale + 2 * pad)
    return Mark("Ground", "rect", rect, Ink.WHITE)


def _our_own_room(template: Template, inner: list[ForeignLayout]) -> tuple[Rect, Rect]:
    """Return where content and title stand if the template's own places leave no room to read."""
    width, height = template.width_pt, template.height_pt
    feet = [
        h.rect.y
        for one in inner
        for h in one.holders
        if h.kind in ("ftr", "sldNum") and h.rect.y > height / 2
    ]
    bottom = min([height * 0.94, *feet])
    title = Rect(width * 0.06, height * 0.05, width * 0.88, height * 0.15)
    room = Rect(title.x, title.bottom, title.w, bottom - title.bottom - height * 0.01)
    for one in inner:  # below a band that reaches further down than the title
        room = clear_of(room, one.drawn)
    return room, title


def _clear_title(layout: ForeignLayout) -> Rect | None:
    """Return another place for a title that its layout puts across the edge of a band, or over what it draws."""
    if layout.title is None:
        return None
    place = clear_of(within_band(layout.title.rect, layout.drawn), layout.drawn)
    return None if place == layout.title.rect else place


def _with_title(layout: ForeignLayout, rect: Rect | None, template: Template) -> ForeignLayout:
    """Return a layout with its title in another place, on what it stands on there."""
    if rect is None:
        return layout
    package, size = template.package, (template.width_pt, template.height_pt)
    [master, *_] = package.related(layout.part, "slideMaster")
    ground = ground_of(package, layout.part, master, rect, size)[0]
    moved = (replace(h, rect=rect, ground=ground) if h.is_title else h for h in layout.holders)
    return replace(layout, holders=tuple(moved))


def _inks(title: Holder | None, subtitle: Holder | None) -> dict[str, str]:
    """Return inks for what could not be read in the template's own, or would not be set in it."""
    told = (("title", title, _LARGE_TEXT), ("subtitle", subtitle, _TEXT))
    inks = {slot: _ink_on(h, least) for slot, h, least in told if h}
    return {slot: ink for slot, ink in inks.items() if ink}


def _ink_on(holder: Holder, least: float) -> str:
    """Return the ink that slides must be given; nothing where the one that they inherit can be read."""
    if holder.sample and contrast(holder.sample, holder.ground) >= least:
        return holder.sample
    if contrast(holder.ink, holder.ground) >= least:
        return ""
    return max(("111111", "FFFFFF"), key=lambda ink: contrast(ink, holder.ground))


def _grid(wide: float, high: float, *, has_footer: bool) -> Grid:
    height = _TOP + high + (_UNDER_SOURCE if has_footer else _WITH_FOOTER)
    return Grid(
        width=wide, height=height, margin=0.0, side=wide / 3, answer=wide * 0.52,
        figure=min(196.0, wide * 0.23), chart=wide * 0.63, blocks=wide * 0.355, closing=wide / 2 - 14,
        text=wide * 0.92, aside=wide * 0.32, tops=(_TOP, _TOP), subtitle_tops=(_TOP, _TOP),
        chart_tops=(_TOP + 34, _TOP + 34), panel_tops=(_TOP, _TOP), phase=80.0 if wide > 900 else 104.0,  # noqa: PLR2004
    )  # fmt: skip


def _target(ours: str, roles: Roles) -> ForeignLayout:
    """Return the template's layout for one of ours."""
    stem = ours.removesuffix("-tall")
    if stem == "title":
        return roles.found["cover"]
    family = stem.rpartition("-")[0] if stem[-1].isdigit() else stem
    if family in _PAIRS:
        return roles.found["two"]
    if family.startswith("chart") and "chart" in roles.found and roles.how["chart"] == "map":
        return roles.found["chart"]
    return roles.found["content" if family in _SINGLES else "title-only"]


def _mount(ours: str, target: ForeignLayout, *, has_footer: bool) -> Mount:
    stem = ours.removesuffix("-tall")
    family = stem.rpartition("-")[0] if stem[-1].isdigit() else stem
    held: dict[str, Holder] = {}
    if stem == "title":
        subtitle = _subtitle(target)
        held = {"subtitle": subtitle} if subtitle else {}
    elif family in _PAIRS and (pair := beside(target)):
        held = {slot: holder for slot, holder in zip(_PAIRS[family], pair, strict=True) if slot}
    elif family in _SINGLES:
        main = [h for h in target.contents if h.kind in ("obj", "tbl", "chart", "body")]
        held = {_SINGLES[family]: max(main, key=lambda h: h.area)} if main else {}
    title = target.title
    footer, number = target.furniture("ftr"), target.furniture("sldNum")
    return Mount(
        target.part,
        (title.kind, title.idx) if title else ("title", ""),
        {slot: (h.kind, h.idx) for slot, h in held.items() if h.is_sole and _suits(slot, h.kind)},
        (footer.kind, footer.idx)
        if footer and footer.is_sole and (has_footer or stem == "title")
        else None,
        (number.kind, number.idx) if number and number.is_sole else None,
        _inks(title, held.get("subtitle")),
        foot_ink=_foot_ink(target, footer or number),
    )


def _foot_ink(target: ForeignLayout, footer: Holder | None) -> str:
    """Return the ink for a footer that stands on another ground than the content, such as a band."""
    ground = target.palette.on_card().ground
    if footer is None or contrast(footer.ground, ground) < _OTHER_GROUND:
        return ""
    return max(("111111", "FFFFFF"), key=lambda ink: contrast(ink, footer.ground))


def _suits(slot: str, kind: str) -> bool:
    """Tell whether a placeholder of a kind can hold what a slot holds."""
    if slot in ("chart", "table"):
        return kind in ("obj", "chart" if slot == "chart" else "tbl")
    return kind in ("obj", "body", "subTitle")


def _subtitle(cover: ForeignLayout) -> Holder | None:
    found = sorted(
        cover.contents, key=lambda h: (h.kind != "subTitle", h.kind not in ("body", "obj"), -h.area)
    )
    return found[0] if found and found[0].kind in ("subTitle", "body", "obj") else None


def _moved(
    layout: Layout,
    target: ForeignLayout,
    scale: float,
    shift: tuple[float, float],
    template: Template,
) -> Layout:
    """Return one of our layouts with title, and on the cover subtitle, where the template has them."""

    def inward(rect: Rect) -> Rect:
        return Rect(
            (rect.x - shift[0]) / scale, (rect.y - shift[1]) / scale, rect.w / scale, rect.h / scale
        )

    title = target.title
    place = title.rect if title else Rect(0, 0, template.width_pt, template.height_pt / 6)
    sizes = _title_sizes(title, place, scale, template.height_pt / 540)
    slots: list[Slot] = []
    for slot in layout.slots:
        if slot.name == "title":
            inset = tuple(one / scale for one in title.inset) if title else slot.inset
            inner = inward(
                Rect(
                    place.x + inset[0] * scale,
                    place.y,
                    place.w - (inset[0] + inset[2]) * scale,
                    place.h,
                )
            )
            slots.append(
                replace(slot, rect=inner, size_pt=sizes[0][1], floor_pt=sizes[-1][1], ground=None)
            )
        elif layout.name == "title" and slot.name == "subtitle":
            slots.append(_cover_text(slot, target, place, scale, inward, template))
        else:
            slots.append(slot)
    return replace(
        layout, slots=tuple(slots), ground=None, title_sizes=sizes,
        title_in_powerpoint=target.name,
    )  # fmt: skip


def _title_sizes(
    title: Holder | None, place: Rect, scale: float, usual: float
) -> tuple[tuple[int, float], ...]:
    """Return the sizes that a title may have, the template's own first, with as many lines as have room."""
    own = (title.size_pt if title else 0.0) or _TITLE_PT * usual
    room = place.h - (title.inset[1] + title.inset[3] if title else 0.0)
    found = []
    for share in _TITLE_STEPS:
        size = max(_SMALLEST_TITLE_PT, round(own * share))
        lines = int((room + 2) / (size * _TITLE_LEADING))
        if lines or share == _TITLE_STEPS[-1]:
            found.append((max(1, lines), size / scale))
    return tuple(dict.fromkeys(found))


def _cover_text(
    slot: Slot, target: ForeignLayout, title: Rect, scale: float, inward: object, template: Template
) -> Slot:
    holder = _subtitle(target)
    rect = holder.rect if holder else Rect(
        title.x, title.bottom + 6, title.w, max(40.0, template.height_pt - title.bottom - 24)
    )  # fmt: skip
    inset = holder.inset if holder else (0.0, 0.0, 0.0, 0.0)
    most = _SUBTITLE_PT[0] * template.height_pt / 540
    largest = min((holder.size_pt if holder else 0.0) or most, most)
    placed: Rect = inward(rect)  # type: ignore[operator]
    return replace(
        slot, rect=placed, inset=tuple(one / scale for one in inset), type="foreign-subtitle", ground=None,  # type: ignore[arg-type]
        size_pt=round(largest) / scale, floor_pt=min(_SUBTITLE_PT[1], largest) / scale,
    )  # fmt: skip


def _footer(inner: list[ForeignLayout], grid: Grid, scale: float, most_pt: float) -> Rect:
    """Return the footer's place, as wide as its words have room in the type that we measure."""
    size = _foot_size(inner, most_pt)
    widths = [
        (h.rect.w - h.inset[0] - h.inset[2]) / size * FOOTER_PT
        for layout in inner
        if (h := layout.furniture("ftr"))
    ]
    return Rect(grid.footer.x, grid.footer.y, max(60.0, min(widths)), grid.footer.h / scale)


def _foot_size(inner: list[ForeignLayout], most_pt: float) -> float:
    """Return the size of footers: the template's own, unless that is larger than any footer needs."""
    sizes = [
        h.size_pt for layout in inner for kind in ("ftr", "sldNum") if (h := layout.furniture(kind))
    ]
    return min([most_pt, *sizes])
