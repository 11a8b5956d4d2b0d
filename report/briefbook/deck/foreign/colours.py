"""Inks for a template: its theme's colours where they can be read on its ground, else the nearest that can."""

from __future__ import annotations

from briefbook.deck.foreign.grounds import Palette
from briefbook.theme.deck import Ink, ThemeColour
from briefbook.theme.wcag import contrast

_READ = 4.5
"""Least contrast of text against its ground (WCAG 2.2 AA)."""
_TINT = 0.07
_SHADES = {
    Ink.QUIET: 0.5, Ink.AXIS: 0.45, Ink.HAIR: 0.24, Ink.GRID: 0.14, Ink.MIST: 0.10, Ink.LAND: 0.14,
    Ink.AGAINST: 0.34, Ink.PALE: 0.3, Ink.DEEP: 0.9,
}  # fmt: skip
"""How much of the text's colour is in the ground's."""
_APART = 90
"""Least difference between two accents, as the sum of three channels."""


def inks_of(palette: Palette) -> dict[Ink, ThemeColour | str]:
    """Return every ink on a template's ground, in its theme's names where it has the colour."""
    ground = palette.ground
    text = palette.text if contrast(palette.text, ground) >= _READ else _black_or_white(ground)
    tint = mixed(ground, text, _TINT)
    scheme = dict(palette.scheme)

    def readable(colour: str) -> str:
        """Return a colour, mixed with the text's until it can be read on ground and tint."""
        for step in range(21):
            found = mixed(colour, text, step / 20)
            if min(contrast(found, ground), contrast(found, tint)) >= _READ:
                return found
        return text

    def under(colour: str) -> str:
        """Return a colour, mixed with the ground's until text can be read on it."""
        steps = (mixed(colour, ground, step / 20) for step in range(21))
        return next((c for c in steps if contrast(text, c) >= _READ), ground)

    accents = [scheme[f"accent{n}"] for n in range(1, 7)]
    first = readable(scheme["tx2"] if _apart(scheme["tx2"], text) > _APART else accents[0])
    second = next(
        (c for one in accents if _apart(c := readable(one), first) > _APART), readable(accents[1])
    )
    found = {ink: mixed(ground, text, share) for ink, share in _SHADES.items()}
    found |= {
        Ink.TEXT: text, Ink.WHITE: ground, Ink.TINT: tint, Ink.NAVY: first, Ink.RUST: second, Ink.PEACH: second,
        Ink.TEAL: under(accents[2]), Ink.GOLD: under(accents[3]), Ink.GREEN: readable(accents[4]),
        Ink.PLUM: readable(accents[5]),
        Ink.MUTED: next(
            c for step in range(8, -1, -1)
            if contrast(c := mixed(text, ground, step / 20), tint) >= _READ or not step
        ),
    }  # fmt: skip
    named = {colour: name for name, colour in reversed(palette.scheme)}
    return {ink: ThemeColour(named[c]) if c in named else c for ink, c in found.items()}


def _black_or_white(ground: str) -> str:
    return max(("111111", "FFFFFF"), key=lambda colour: contrast(colour, ground))


def mixed(one: str, other: str, share: float) -> str:
    """Return a mix of two colours; `share` is how much of the other it has."""
    channels = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(a + (b - a) * share):02X}" for a, b in channels)


def _apart(one: str, other: str) -> int:
    return sum(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) for at in (0, 2, 4))
