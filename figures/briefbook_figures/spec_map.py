"""A map as data: a country, those that it is shown against, and places with what is said of them."""

from __future__ import annotations

from briefbook.frozen import dataclass


@dataclass(frozen=True)
class MapPlace:
    """A point on a map, in degrees."""

    name: str
    latitude: float
    longitude: float
    note: str = ""
    is_apart: bool = False
    """Not of the argument: its mark is hollow."""


@dataclass(frozen=True)
class MapChart:
    """A locator map; countries are named by their codes of ISO 3166-1."""

    focus: str
    """The country of the argument: what the frame is laid around."""
    against: tuple[str, ...]
    """Countries set apart from the neighbours; the border that they share with the focus is marked."""
    places: tuple[MapPlace, ...]
    capitals: tuple[MapPlace, ...] = ()
    """Drawn where there is room for their names."""
