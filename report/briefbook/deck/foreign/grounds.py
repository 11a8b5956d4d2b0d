"""What a layout's text stands on, and the colours of its theme: looked up as PowerPoint does."""

from __future__ import annotations

import colorsys
import io
from functools import lru_cache
from typing import Any

from lxml import etree

from briefbook.deck.foreign.package import Package, box_of, read_once
from briefbook.deck.placeholders import Rect
from briefbook.frozen import dataclass, replace
from briefbook.ooxml import A, P, R
from briefbook.theme.deck import THEME_SLOTS

_SLOTS = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
_NAMED = {
    "black": "000000",
    "white": "FFFFFF",
    "red": "FF0000",
    "blue": "0000FF",
    "green": "008000",
}
_MOST, _LEAST = 0.6, 0.04
"""Share of the room from which a shape of the master is its ground, and from which it is in the way."""


_EVEN = 90
"""Steps of a channel between the lightest and the darkest of a ground on which text can be read."""
_DARK = 3 * 80
"""Sum of the channels below which a ground is dark."""
_CELLS = 8
"""A picture is judged by so many cells across and down."""


@dataclass(frozen=True)
class Palette:
    """Colours as they stand on a layout, each as `RRGGBB`."""

    ground: str
    text: str
    """Of its running text."""
    scheme: tuple[tuple[str, str], ...]
    """By the name that shapes use: tx1, bg1, accent1 …"""
    is_plain: bool = True
    """The ground is one colour, or nearly: text can stand on it everywhere."""

    def on_card(self) -> Palette:
        """Return the palette for content that stands on a card of its own where the ground is uneven."""
        if self.is_plain:
            return self
        light = sum(int(self.ground[at : at + 2], 16) for at in (0, 2, 4)) > _DARK
        return replace(self, ground="FFFFFF" if light else "161616")


def palette_of(package: Package, part: str, master: str, ground: tuple[str, bool]) -> Palette:
    """Return the palette of a layout, given its ground."""
    scheme = _scheme(package, part, master)
    style = package.xml(master).find(f"{P}txStyles/{P}bodyStyle/{A}lvl1pPr/{A}defRPr/{A}solidFill")
    body = package.xml(master)
    for shape in body.iterfind(f".//{P}sp"):
        mark = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        own = shape.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr/{A}defRPr/{A}solidFill")
        if mark is not None and mark.get("type") == "body" and own is not None:
            style = own
    text = rgb_of(style, scheme) or scheme.get("tx1", "000000")
    return Palette(ground[0], text, tuple(sorted(scheme.items())), ground[1])


def _scheme(package: Package, part: str, master: str) -> dict[str, str]:
    themes = package.related(master, "theme")
    colours = _theme_colours(package.parts[themes[0]]) if themes else {}
    used = package.xml(master).find(f"{P}clrMap")
    over = package.xml(part).find(f"{P}clrMapOvr/{A}overrideClrMapping")
    mapping = over if over is not None else used
    names = (*THEME_SLOTS, *_SLOTS[4:])
    return {
        name: colours.get(
            (mapping.get(name) if mapping is not None else "") or THEME_SLOTS.get(name, name),
            "000000",
        )
        for name in names
    }


@lru_cache(maxsize=64)
def _theme_colours(theme: bytes) -> dict[str, str]:
    """Return the colours of a theme by its slots: one theme is asked for each place on each of its layouts."""
    root, colours = read_once(theme), {}
    for slot in _SLOTS:
        found = root.find(f".//{A}clrScheme/{A}{slot}")
        colours[slot] = rgb_of(found, {}) or ("FFFFFF" if slot.startswith("lt") else "000000")
    return colours


def rgb_of(holder: etree._Element | None, scheme: dict[str, str]) -> str:
    """Return the colour in an element, as `RRGGBB`; empty where it holds none."""
    if holder is None:
        return ""
    for colour in holder:
        if not isinstance(colour.tag, str):
            continue
        kind, value = etree.QName(colour).localname, colour.get("val", "")
        if kind == "srgbClr":
            return _changed(value.upper(), colour)
        if kind == "sysClr":
            return _changed(colour.get("lastClr", "000000").upper(), colour)
        if kind == "schemeClr" and (value in scheme or value in ("dk1", "lt1", "dk2", "lt2")):
            back = {slot: use for use, slot in THEME_SLOTS.items()}
            return _changed(scheme.get(value) or scheme.get(back[value], "000000"), colour)
        if kind == "prstClr":
            return _NAMED.get(value, "808080")
    return ""


def _changed(plain: str, colour: etree._Element) -> str:
    """Return a colour lightened or darkened as its element says, change by change."""
    channels = [int(plain[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    for change in colour:
        if not isinstance(change.tag, str):
            continue
        share = int(change.get("val", "100000").rstrip("%")) / 100000
        channels = _lightened(channels, etree.QName(change).localname, share)
    return "".join(f"{round(min(1.0, max(0.0, channel)) * 255):02X}" for channel in channels)


def _lightened(channels: list[float], kind: str, share: float) -> list[float]:
    if kind in ("tint", "shade"):  # towards white, or black, in light and not in its code
        rest = 1 - share if kind == "tint" else 0.0
        return [_coded(_linear(channel) * share + rest) for channel in channels]
    hue, light, saturation = colorsys.rgb_to_hls(*channels)
    light = light * share if kind == "lumMod" else light + share if kind == "lumOff" else light
    return list(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


def _coded(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055  # noqa: PLR2004


def ground_of(
    package: Package, part: str, master: str, room: Rect, size: tuple[float, float]
) -> tuple[str, bool]:
    """Return the colour that a layout's content stands on, and whether it is one colour.

    Of a picture it is the middle colour behind the content.
    """
    scheme = _scheme(package, part, master)
    found = ("FFFFFF", True)
    for name in (master, part):
        root = package.xml(name)
        ground = root.find(f"{P}cSld/{P}bg")
        if ground is not None:
            found = _ground(package, name, ground, scheme, room, size) or found
        if name == master and not shows_master(package, part):
            continue
        for shape, box in _drawn_shapes(package.parts[name]):
            share = share_covered(room, box)
            held = shape if shape.tag == f"{P}pic" else shape.find(f"{P}spPr")
            filled = None if held is None else _filled(package, name, held, scheme, room, box)
            if shape.tag == f"{P}grpSp":  # of whatever colours: none that text could rely on
                filled = "", False
            if filled and filled[0] and held is not None and (veil := _veil(held)) < 1:
                filled = _mixed(found[0], filled[0], veil), filled[1] and found[1]
            if filled and share >= _MOST:
                found = filled[0] or found[0], filled[1]
            elif filled and share >= _LEAST and filled[0] != found[0]:
                found = found[0], False
    return found


@lru_cache(maxsize=256)
def _drawn_shapes(part: bytes) -> tuple[tuple[etree._Element, Rect], ...]:
    """Return what a part draws itself, no placeholders, each with its place."""
    found = []
    for shape in read_once(part).iterfind(f"{P}cSld/{P}spTree/*"):
        box = box_of(shape)
        if box is not None and shape.find(f".//{P}ph") is None:
            # A line is a shape without height: what is filled has some.
            found.append((shape, replace(box, w=max(box.w, 0.1), h=max(box.h, 0.1))))
    return tuple(found)


def _ground(
    package: Package, name: str, ground: etree._Element, scheme: dict[str, str], room: Rect,
    size: tuple[float, float],
) -> tuple[str, bool] | None:  # fmt: skip
    given = ground.find(f"{P}bgPr")
    if given is not None:
        return _filled(package, name, given, scheme, room, Rect(0, 0, *size))
    colour = rgb_of(ground.find(f"{P}bgRef"), scheme)
    return (colour, True) if colour else None


def _filled(
    package: Package, name: str, held: etree._Element, scheme: dict[str, str], room: Rect, box: Rect
) -> tuple[str, bool] | None:
    solid = held.find(f"{A}solidFill")
    if solid is not None:
        colour = rgb_of(solid, scheme)
        return (colour, True) if colour else None
    stops = [rgb_of(stop, scheme) for stop in held.iterfind(f"{A}gradFill/{A}gsLst/{A}gs")]
    if down := _graded(held, stops, room, box):
        return down
    stops += [rgb_of(stop, scheme) for stop in held.iterfind(f"{A}pattFill/*")]
    if known := [stop for stop in stops if stop]:
        return _middle(known), _spread(known) < _EVEN
    blip = held.find(f".//{A}blip")
    wanted = None if blip is None else blip.get(f"{R}embed")
    target = next((r.target for r in package.relations[name] if r.id == wanted), "")
    return _pictured(package.parts[target], room, box) if target else None


def _graded(
    held: etree._Element, stops: list[str], room: Rect, box: Rect
) -> tuple[str, bool] | None:
    """Return the colour behind the middle of the room, of colours that run from top to bottom."""
    way = held.find(f"{A}gradFill/{A}lin")
    if way is None or not all(stops) or abs(int(way.get("ang", "0")) - 5400000) > 600000:  # noqa: PLR2004
        return None
    places = [
        int(stop.get("pos", "0")) / 100000 for stop in held.iterfind(f"{A}gradFill/{A}gsLst/{A}gs")
    ]
    run = sorted(zip(places, stops, strict=True))

    def at(y: float) -> str:
        share = min(1.0, max(0.0, (y - box.y) / box.h))
        below = max((one for one in run if one[0] <= share), default=run[0])
        above = min((one for one in run if one[0] >= share), default=run[-1])
        part = (share - below[0]) / (above[0] - below[0]) if above[0] > below[0] else 0.0
        pairs = ((int(below[1][n : n + 2], 16), int(above[1][n : n + 2], 16)) for n in (0, 2, 4))
        return "".join(f"{round(a + (b - a) * part):02X}" for a, b in pairs)

    ends = [at(room.y), at(room.y + room.h / 2), at(room.bottom)]
    return ends[1], _spread(ends) < _EVEN


def _veil(held: etree._Element) -> float:
    """Return how much of a fill covers what lies below: the least of its colours."""
    fills = (held.find(f"{A}solidFill"), held.find(f"{A}gradFill"))
    alphas = [alpha for fill in fills if fill is not None for alpha in fill.iter(f"{A}alpha")]
    return min((int(alpha.get("val", "100000")) / 100000 for alpha in alphas), default=1.0)


def _mixed(below: str, above: str, share: float) -> str:
    pairs = ((int(below[at : at + 2], 16), int(above[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _middle(colours: list[str]) -> str:
    sums = [sum(int(colour[at : at + 2], 16) for colour in colours) for at in (0, 2, 4)]
    return "".join(f"{round(total / len(colours)):02X}" for total in sums)


def _spread(colours: list[str]) -> int:
    """Return how far colours are from one another at most, in steps of one channel."""
    return max(
        max(int(colour[at : at + 2], 16) for colour in colours)
        - min(int(colour[at : at + 2], 16) for colour in colours)
        for at in (0, 2, 4)
    )


def _pictured(data: bytes, room: Rect, box: Rect) -> tuple[str, bool]:
    """Return the middle colour of a picture where the content stands on it, and whether it is even."""
    from PIL import Image

    whole = _small(data)
    if whole is None:
        return "FFFFFF", False
    across, down = whole.width / box.w, whole.height / box.h
    left, top = max(0.0, room.x - box.x) * across, max(0.0, room.y - box.y) * down
    right = max(left + 1, min(whole.width, left + room.w * across))
    bottom = max(top + 1, min(whole.height, top + room.h * down))
    part = whole.crop((int(left), int(top), int(right), int(bottom)))
    white = Image.new("RGBA", part.size, "white")
    white.alpha_composite(part)
    grid = white.convert("RGB").resize((_CELLS, _CELLS), Image.Resampling.BOX).tobytes()
    cells = [grid[at : at + 3].hex().upper() for at in range(0, len(grid), 3)]
    return _middle(cells), _spread(cells) < _EVEN


@lru_cache(maxsize=64)
def _small(data: bytes) -> Any:  # noqa: ANN401  Pillow is loaded where it is used
    """Return a picture made small; None for a vector, and for one that is damaged."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as image:
            image.draft("RGB", (256, 256))
            whole = image.convert("RGBA")
            whole.thumbnail((256, 256))
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
    return whole


def shows_master(package: Package, part: str) -> bool:
    """Tell whether what the master draws is seen on a layout."""
    return package.xml(part).get("showMasterSp", "1") not in ("0", "false")


def share_covered(room: Rect, box: Rect) -> float:
    """Return which share of a place a box covers."""
    across = min(room.x + room.w, box.x + box.w) - max(room.x, box.x)
    down = min(room.bottom, box.bottom) - max(room.y, box.y)
    return max(0.0, across) * max(0.0, down) / (room.w * room.h)
