"""A drawn figure in other inks: each colour of the palette exchanged, wherever it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matplotlib.colors import to_hex, to_rgba_array
from matplotlib.figure import Figure

_PARTS = ("color", "facecolor", "edgecolor", "markerfacecolor", "markeredgecolor")


def recolour(figure: Figure, inks: Mapping[str, str]) -> None:
    """Exchange colours in place; those that are not named stay."""
    for artist in figure.findobj():
        for part in _PARTS:
            _exchange(artist, part, inks)


def _exchange(artist: Any, part: str, inks: Mapping[str, str]) -> None:  # noqa: ANN401  any artist
    get, put = (getattr(artist, f"{verb}_{part}", None) for verb in ("get", "set"))
    if get is None or put is None:
        return
    value = get()
    if isinstance(value, str) and value in ("auto", "none"):
        return
    colours = [to_hex(colour).upper() for colour in to_rgba_array(value) if colour[3]]
    changed = [inks.get(colour, colour) for colour in colours]
    if changed != colours:
        put(changed[0] if len(changed) == 1 else changed)
