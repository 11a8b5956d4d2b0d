"""Room beside what a template draws itself: trees in a corner, a band behind the titles, a printed slogan."""

from __future__ import annotations

from lxml import etree

from briefbook.deck.foreign.grounds import share_covered, shows_master
from briefbook.deck.foreign.package import Package, box_of
from briefbook.deck.placeholders import Rect
from briefbook.ooxml import A, P

_GROUND = 0.6
"""Share of a place from which a shape is its ground, and not in its way."""
_WORTH = 0.6
"""Share of a place that must remain: a smaller one would cost more than what is avoided."""
_MOST = 60
"""More things than this are a pattern: no room is looked for between them."""
_AIR = 4.0
_THIN = 1.5
"""Points: thinner shapes are rules."""


def drawn_by(package: Package, part: str, master: str) -> tuple[Rect, ...]:
    """Return the places of what a layout and its master draw themselves, the lowest first; no placeholders, no rules."""
    parts = [master, part] if shows_master(package, part) else [part]
    shapes = [
        shape for name in parts for shape in package.xml(name).iterfind(f"{P}cSld/{P}spTree/*")
    ]
    boxes = (_box(shape) for shape in shapes if shape.find(f".//{P}ph") is None)
    return tuple(box for box in boxes if box and min(box.w, box.h) > _THIN)


def _box(shape: etree._Element) -> Rect | None:
    look = shape.find(f"{P}spPr")
    is_unseen = (
        look is not None
        and look.find(f"{A}noFill") is not None
        and look.find(f"{A}ln/{A}solidFill") is None
        and not any(text.text for text in shape.iter(f"{A}t"))
    )
    return None if is_unseen else box_of(shape)


def clear_of(room: Rect, drawn: tuple[Rect, ...]) -> Rect:
    """Return the largest part of a place in which nothing is drawn; the place itself where too little remains.

    Between each two heights at which something begins or ends, the widest free strip is measured.
    """
    shares = [share_covered(room, box) for box in drawn]
    # What lies below a ground is not seen.
    above = 1 + max((n for n, share in enumerate(shares) if share >= _GROUND), default=-1)
    ways = [
        _with_air(box) for box, share in zip(drawn[above:], shares[above:], strict=True) if share
    ]
    if not ways or len(ways) > _MOST:
        return room
    edges = {edge for way in ways for edge in (way.y, way.bottom)}
    heights = [room.y, *sorted(y for y in edges if room.y < y < room.bottom), room.bottom]
    best = Rect(room.x, room.y, 0.0, 0.0)
    for n, top in enumerate(heights):
        for bottom in heights[n + 1 :]:
            left, right = _widest(room, [w for w in ways if w.y < bottom and top < w.bottom])
            if (right - left) * (bottom - top) > best.w * best.h:
                best = Rect(left, top, right - left, bottom - top)
    return best if best.w * best.h >= _WORTH * room.w * room.h else room


def _widest(room: Rect, ways: list[Rect]) -> tuple[float, float]:
    """Return the ends of the widest strip of a place that leaves some boxes aside."""
    reached, gaps = room.x, []
    for way in sorted(ways, key=lambda each: each.x):
        gaps.append((reached, min(way.x, room.x + room.w)))
        reached = max(reached, way.x + way.w)
    gaps.append((reached, room.x + room.w))
    return max(gaps, key=lambda gap: gap[1] - gap[0])


def _with_air(box: Rect) -> Rect:
    return Rect(box.x - _AIR, box.y - _AIR, box.w + 2 * _AIR, box.h + 2 * _AIR)


def within_band(title: Rect, drawn: tuple[Rect, ...]) -> Rect:
    """Return the part of a title's place that lies on the band behind it, where it would stand on the band's edge."""
    for band in drawn:
        top, bottom = max(title.y, band.y), min(title.bottom, band.bottom)
        is_across = band.x <= title.x and band.x + band.w >= title.x + title.w
        if is_across and _GROUND * title.h <= bottom - top < title.h:
            return Rect(title.x, top, title.w, bottom - top)
    return title
