"""Brands that installed packages offer, each by the name of an entry point of `briefbook.brands`."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from briefbook.plugins import BRANDS, failure, load, plugin_named


def package_brand(name: str) -> Path | None:
    """Return the brand.yml that a package offers by a name; None where no package does.

    Raises WrongUse, with its name, for a plugin that names no file.
    """
    point = plugin_named(BRANDS, name)
    if point is None:
        return None
    told = load(point)()
    if not isinstance(told, str | PathLike) or not Path(told).is_file():
        raise failure(point, "names no brand.yml that is there")
    return Path(told)
