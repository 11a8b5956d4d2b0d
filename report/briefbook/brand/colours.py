"""Roles of a brand become the inks of both documents; greys take the hue of the first."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator

from PIL import ImageColor

from briefbook.brand.form import BrandForm, Colours, LightDark
from briefbook.errors import Problem, SourceLocation
from briefbook.frozen import dataclass
from briefbook.model.locations import place_of
from briefbook.theme.contrast import GRAPHIC, Pair, deck_pairs, paper_pairs
from briefbook.theme.deck import SCHEME, Ink, rgb
from briefbook.theme.look import Look, wearing
from briefbook.theme.wcag import contrast, luminance
from briefbook_figures import palette

ROLES: dict[str, str] = {
    "foreground": palette.TEXT, "primary": palette.NAVY, "secondary": palette.RUST,
    "tertiary": palette.TEAL, "success": palette.GREEN, "warning": palette.GOLD,
    "light": palette.TINT,
}  # fmt: skip
"""The ink that each role stands for."""
OTHERS = ("background", "info", "danger", "dark")
"""Roles that stand for no ink of the paper."""
_GREYS = (
    palette.NOTE, palette.MUTED, palette.QUIET, palette.AXIS, palette.HAIR, palette.GRID,
    palette.TINT, palette.MIST, palette.LAND, palette.AGAINST, palette.PALE,
)  # fmt: skip
_SLOTS = {
    "dk1": palette.TEXT, "dk2": palette.NAVY, "lt2": palette.TINT, "accent1": palette.NAVY,
    "accent2": palette.RUST, "accent3": palette.TEAL, "accent4": palette.GOLD,
    "accent5": palette.GREEN, "accent6": palette.MUTED,
}  # fmt: skip
_SAME_GREY = 1.2
"""Contrast below which two inks are one where they are printed in grey."""
_LIGHT_PAGE = 0.8
"""Luminance that a page has at least."""
_SHADES = 50
"""Shades of a colour that are tried, darker and lighter."""
_STEPS = 24
"""Halvings of an interval: more than 8 bits need."""


@dataclass(frozen=True)
class Named:
    """A colour as a brand gives it: its value, and where."""

    value: str
    place: SourceLocation


def named_colours(form: BrandForm, problems: list[Problem]) -> dict[str, Named]:
    """Return the colour of each role that is given; `link` is that of links."""
    colours = form.color
    palette_ = {str(entry.name): entry.value for entry in colours.palette} if colours else {}
    found: dict[str, Named] = {}
    for role, said in _said(form, colours):
        value = _value(said, palette_, problems)
        if value:
            found[role] = Named(value, place_of(said, form.place))
    page = found.get("background")
    if page and luminance(page.value) < _LIGHT_PAGE:
        message = f"background {page.value} is dark, and documents are printed on white"
        hint = "give the colours of the light version here"
        problems.append(Problem(page.place, message, hint, "brand-contrast"))
    return found


def _said(form: BrandForm, colours: Colours | None) -> Iterator[tuple[str, str]]:
    for role in (*ROLES, *OTHERS):
        said = getattr(colours, role, None)
        if isinstance(said, LightDark):
            said = said.light
        if said:
            yield role, said
    link = form.typography.link if form.typography else None
    if link and link.color:
        yield "link", link.color


def _value(said: str, named: dict[str, str], problems: list[Problem]) -> str:
    """Return a colour as `#RRGGBB`; empty, with a problem, for what is none."""
    words, seen = said, []
    while words in named and words not in seen:
        seen.append(words)
        words = named[words]
    try:
        parts = ImageColor.getrgb(str(words))
    except ValueError:
        known = f"the palette has: {', '.join(named)}" if named else "color.palette is empty"
        hint = f"give it as #RRGGBB, or by its name in the palette; {known}"
        place = place_of(said, SourceLocation(""))
        problems.append(Problem(place, f"“{said}” is no colour", hint, "brand"))
        return ""
    if len(parts) > 3 and parts[3] < 255:  # noqa: PLR2004  red, green, blue, alpha
        place = place_of(said, SourceLocation(""))
        hint = "give the colour that it makes on white"
        problems.append(Problem(place, f"“{said}” is transparent", hint, "brand"))
        return ""
    return "#{:02X}{:02X}{:02X}".format(*parts[:3])


def colour_look(named: dict[str, Named]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the inks and the theme's colours of a brand."""
    inks: dict[str, str] = {}
    if "primary" in named:
        inks = {grey: tinted(grey, named["primary"].value) for grey in _GREYS}
    inks |= {ROLES[role]: colour.value for role, colour in named.items() if role in ROLES}
    scheme = {slot: inks[ink] for slot, ink in _SLOTS.items() if ink in inks}
    if "accent6" in scheme:
        scheme["accent6"] = _with_readable_tints(scheme["accent6"])
    for role in ("link", "info", "primary"):
        if role in named:
            scheme["hlink"] = named[role].value
            break
    return inks, {slot: value for slot, value in scheme.items() if value != SCHEME[slot]}


def _with_readable_tints(muted: str) -> str:
    """Return the deck's grey so dark that marks in its tint can be told from white.

    Programs lighten in hue, saturation and luminance: how light a tint comes out depends on the hue.
    """
    hue, light, saturation = _hls(muted)
    for step in range(100):
        shade = _hex(hue, light * (1 - step / 100), saturation)
        with wearing(Look(scheme={"accent6": shade})):
            if contrast(rgb(Ink.QUIET), palette.WHITE) >= GRAPHIC:
                return shade
    return muted


def tinted(grey: str, by: str) -> str:
    """Return a grey with the hue of a colour, as light and as grey as before."""
    hue, _, strength = _hls(by)
    _, _, saturation = _hls(grey)
    wanted = luminance(grey)
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        made = _hex(hue, middle, min(saturation, strength))
        low, high = (middle, high) if luminance(made) < wanted else (low, middle)
    return _hex(hue, high, min(saturation, strength))


def check_contrast(look: Look, named: dict[str, Named]) -> Iterator[Problem]:
    """Yield an error for each role that cannot be read somewhere, with the worst of its places."""
    for role, pair in _unreadable(look, named).items():
        colour = named[role]
        wants = "text" if pair.least > GRAPHIC else "what is drawn"
        message = (
            f"{role} {colour.value}: {pair.use} would be {pair.ink} on {pair.ground}, a contrast of "
            f"{_down(pair.ratio)}:1, and {wants} needs {pair.least:g}:1 (WCAG 2.2 AA)"
        )
        yield Problem(colour.place, message, _hint(role, named), "brand-contrast")


def _unreadable(look: Look, named: dict[str, Named]) -> dict[str, Pair]:
    """Return for each role at fault the worst of the pairs that it decides."""
    worst: dict[str, Pair] = {}
    with wearing(look):
        pairs = (*paper_pairs(), *deck_pairs())
    for pair in pairs:
        role = "" if pair.is_readable else next((r for r in pair.roles if r in named), "")
        before = worst.get(role)
        if role and (before is None or pair.ratio / pair.least < before.ratio / before.least):
            worst[role] = pair
    return worst


def alike(look: Look) -> float:
    """Return the contrast of the two inks of charts where it is too little for grey print; 0 if not."""
    found = contrast(look.ink(palette.NAVY), look.ink(palette.RUST))
    return found if found < _SAME_GREY else 0.0


def _down(ratio: float) -> str:
    return f"{int(ratio * 10) / 10:.1f}"


def _hint(role: str, named: dict[str, Named]) -> str:
    """Return the nearest shade of a role's colour that would do everywhere."""
    hue, light, saturation = _hls(named[role].value)
    for step in range(1, _SHADES + 1):
        share = step / _SHADES
        for word, shade in (
            ("darker", light * (1 - share)),
            ("lighter", light + (1 - light) * share),
        ):
            made = _hex(hue, shade, saturation)
            tried = {**named, role: Named(made, named[role].place)}
            inks, scheme = colour_look(tried)
            if role not in _unreadable(Look(inks=inks, scheme=scheme), tried):
                return f"{made} would do, a {word} shade of it"
    return f"give another colour as {role}"


def _hls(colour: str) -> tuple[float, float, float]:
    return colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))


def _hex(hue: float, light: float, saturation: float) -> str:
    parts = colorsys.hls_to_rgb(hue, light, saturation)
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)
