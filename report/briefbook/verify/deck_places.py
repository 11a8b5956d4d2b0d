"""Where things stand on a slide, and whether somebody who looks at it can read them.

A slide's placeholders stand where its layout has them; only tables, charts, pictures and drawings have
a place of their own. Nothing stands outside of the slide, has no size, or lies over a text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from briefbook.ooxml import A, P
from briefbook.verify.deck_grammar import grammar
from briefbook.verify.deck_template import SRGB, SentTemplate, sent

_EMU = 12700
_SLACK_PT = 6.0
"""By how much a box may reach over its frame: text boxes are as high as lines of other faces."""
_CONTRAST = 0.15
"""Difference of lightness below which a text cannot be read on its ground."""
_LIGHT = 0.5
"""Luminance below which a ground is dark."""
_WHITE = 1.0
_ELSEWHERE = ("Title", "Subtitle")
"""On a template these do not stand where the content stands, and have inks for their own ground."""
_FEET = ("Footer", "Slide number")
"""Nor do these where the template has a band at its foot: then they have inks that the ledger names."""


@dataclass(frozen=True)
class _Box:
    """A rectangle in points; y runs down."""

    x: float
    y: float
    w: float
    h: float

    def holds(self, other: _Box, slack: float = 0.0) -> bool:
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.x + other.w <= self.x + self.w + slack
            and other.y + other.h <= self.y + self.h + slack
        )

    @property
    def centre(self) -> _Box:
        return _Box(self.x + self.w / 2, self.y + self.h / 2, 0, 0)


def place_faults(
    slide: etree._Element, layout: etree._Element, size: tuple[int, int]
) -> Iterator[str]:
    """Yield what stands on a slide where nobody sees it, or where the layout has nothing.

    `size` is that of the slides, in English Metric Units.
    """
    whole = _Box(0, 0, size[0] / _EMU, size[1] / _EMU)
    yield from _placeholder_faults(slide, layout)
    for entry in slide.iter(f"{P}graphicFrame", f"{P}pic", f"{P}grpSp"):
        box = _box(entry)
        if box is None or min(box.w, box.h) <= 0:
            yield f"“{_name(entry)}” has no size"
        elif not whole.holds(box, _SLACK_PT):
            yield f"“{_name(entry)}” stands outside of the slide"
    for group in slide.iter(f"{P}grpSp"):
        yield from _group_faults(group)
    for table in slide.iter(f"{A}tbl"):
        sizes = [int(entry.get("w", "0")) for entry in table.iter(f"{A}gridCol")]
        sizes += [int(entry.get("h", "0")) for entry in table.iter(f"{A}tr")]
        if min(sizes, default=0) < _EMU:
            yield "a table has a column or a row of no size"
    for field in slide.iter(f"{A}fld"):
        shape = next(field.iterancestors(f"{P}sp"), None)
        place = None if shape is None else shape.find(f".//{P}ph")
        if place is None or place.get("type") != "sldNum":
            yield "a text counts the slides itself"
    yield from colour_faults(slide)
    yield from _light_faults(slide, layout)


def _light_faults(slide: etree._Element, layout: etree._Element) -> Iterator[str]:
    """Yield texts in a light ink on a slide whose ground is white, or in the ink of a template's ground."""
    if template := sent():
        yield from _unread_faults(slide, template)
        return
    ground = layout.find(f"{P}cSld/{P}bg")
    grounds = () if ground is None else ground.iter(f"{A}schemeClr")
    if any((_lightness(entry) or 0) < _LIGHT for entry in grounds):
        return
    shapes = (*slide.iterfind(f"{P}cSld/{P}spTree/{P}sp"), *slide.iter(f"{A}tc"))
    for shape in shapes:
        for run in shape.iter(f"{A}r"):
            inks = run.iterfind(f"{A}rPr/{A}solidFill/{A}schemeClr")
            if any(1 - (_lightness(entry) or 0) < _CONTRAST for entry in inks):
                yield f"“{run.findtext(f'{A}t')}” cannot be told from its ground"


def _unread_faults(slide: etree._Element, template: SentTemplate) -> Iterator[str]:
    for shape in slide.iterfind(f"{P}cSld/{P}spTree/{P}sp"):
        if shape.find(f"{P}spPr/{A}solidFill") is not None or _name(shape) in _ELSEWHERE:
            continue
        for run in shape.iter(f"{A}r"):
            for fill in run.iterfind(f"{A}rPr/{A}solidFill"):
                inks = [_lightness(entry) for entry in _colours(fill)]
                keys = {f"{SRGB} {entry.get('val', '')}" for entry in _colours(fill)}
                if _name(shape) in _FEET and keys <= template.foot_inks:
                    continue
                if any(ink is not None and abs(ink - template.ground) < _CONTRAST for ink in inks):
                    yield f"“{run.findtext(f'{A}t')}” cannot be told from its ground"


def _colours(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the colours in an element; only a template's may be given by their channels."""
    yield from element.iter(f"{A}schemeClr", f"{A}srgbClr")


def colour_faults(root: etree._Element) -> Iterator[str]:
    """Yield colours that are not the theme's."""
    for colour in _colours(root):
        if _lightness(colour) is None:
            yield f"a colour that Briefbook does not have: {colour.get('val')}"


def _placeholder_faults(slide: etree._Element, layout: etree._Element) -> Iterator[str]:
    there = {
        (place.get("type", "body"), place.get("idx", "0")): next(
            place.iterancestors(f"{P}sp", f"{P}pic", f"{P}graphicFrame")
        )
        for place in layout.iter(f"{P}ph")
    }
    own = [(p.get("type", "body"), p.get("idx", "0")) for p in slide.iter(f"{P}ph")]
    for key, count in Counter(own).items():
        if key not in there:
            yield f"its layout has no place for {key[0]} {key[1]}"
        elif count > 1:
            yield f"the place {key[0]} {key[1]} of its layout is filled twice"
    for frame in slide.iter(f"{P}graphicFrame"):
        place, box = frame.find(f".//{P}ph"), _box(frame)
        slot = None if place is None else there.get((place.get("type", ""), place.get("idx", "0")))
        at = None if slot is None else _box(slot)
        if box is None or at is None or sent():
            continue
        if max(abs(box.x - at.x), abs(box.y - at.y), abs(box.w - at.w)) > 1:
            yield f"“{_name(frame)}” does not stand where its layout has it"


def _group_faults(group: etree._Element) -> Iterator[str]:
    whole, inner = _box(group), _box(group, "ch")
    if whole != inner:
        yield f"“{_name(group)}” is enlarged or moved"
    texts: list[tuple[_Box, str]] = []
    grounds: list[tuple[_Box, etree._Element | None]] = []
    for shape in group.iterfind(f"{P}sp"):
        box = _box(shape)
        words = "".join(entry.text or "" for entry in shape.iter(f"{A}t"))
        fill = (
            next(_colours(found), None)
            if (found := shape.find(f"{P}spPr/{A}solidFill")) is not None
            else None
        )
        if box is None:
            continue
        if words:
            if whole is not None and not whole.holds(box.centre, _SLACK_PT):
                yield f"“{words}” stands outside of its drawing"
            if min(box.w, box.h) <= 0:
                yield f"“{words}” has no size"
            yield from _contrast_faults(words, box, shape, grounds)
            texts.append((box, words))
        elif fill is not None:
            is_whole = shape.find(f"{P}spPr/{A}prstGeom") is not None
            grounds.append((box, fill if is_whole else None))
            for at, hidden in texts:
                if is_whole and box.holds(at.centre):
                    yield f"“{hidden}” lies under a shape"


def _contrast_faults(
    words: str,
    box: _Box,
    shape: etree._Element,
    grounds: list[tuple[_Box, etree._Element | None]],
) -> Iterator[str]:
    """Yield if a text has the colour of what it stands on; an outline's inside is not worked out."""
    inks = [ink for entry in _colours(shape) if (ink := _lightness(entry)) is not None]
    under = [fill for at, fill in grounds if at.holds(box.centre)]
    last = under[-1] if under else None
    template = sent()
    below = template.ground if template else _WHITE
    ground = below if not under else None if last is None else _lightness(last)
    for ink in inks[:1]:
        if ground is not None and abs(ink - ground) < _CONTRAST:
            yield f"“{words}” cannot be told from its ground"


def _lightness(colour: etree._Element) -> float | None:
    """Return the lightness of one of the theme's inks, from 0 to 1; None for another colour."""
    mod, off = colour.find(f"{A}lumMod"), colour.find(f"{A}lumOff")
    tone = (
        colour.get("val", ""),
        "100000" if mod is None else mod.get("val", "0"),
        "0" if off is None else off.get("val", "0"),
    )
    template = sent()
    if template and colour.tag == f"{A}srgbClr":
        return template.inks.get(f"{SRGB} {colour.get('val', '')}")
    if colour.tag == f"{A}srgbClr":
        return None
    known: Mapping[str, float] = template.inks if template else grammar()["inks"]
    return known.get(" ".join(tone))


def _name(shape: etree._Element) -> str:
    named = shape.find(f".//{P}cNvPr")
    return "" if named is None else named.get("name", "")


def _box(shape: etree._Element, inner: str = "") -> _Box | None:
    for path in (f"{P}xfrm", f"{P}spPr/{A}xfrm", f"{P}grpSpPr/{A}xfrm"):
        place = shape.find(path)
        if place is None:
            continue
        at = place.find(f"{A}{inner}Off" if inner else f"{A}off")
        extent = place.find(f"{A}{inner}Ext" if inner else f"{A}ext")
        if at is None or extent is None:
            return None
        values = at.get("x", "0"), at.get("y", "0"), extent.get("cx", "0"), extent.get("cy", "0")
        return _Box(*(int(value) / _EMU for value in values))
    return None
