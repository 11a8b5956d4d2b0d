"""The brand of a seed, worn while its documents are made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.brand.find import find_brand, places
from briefbook.frozen import replace
from briefbook.theme.look import OURS, LentFile, Look, wearing

if TYPE_CHECKING:
    from briefbook.brand.read import Brand  # loads what fonts and pictures need

Choice = Path | bool
"""A file; True for the seed's own, if it has one; False for Briefbook's look."""


def brand_of(seed: Path, choice: Choice = True) -> Brand | None:  # noqa: FBT002  one of three
    """Return a seed's brand, or the one that is chosen; raises what `read_brand` raises."""
    path = find_brand(seed) if choice is True else choice or None
    if not path:
        return None
    from briefbook.brand.read import read_brand

    return read_brand(path if choice is True else meant(path))


def meant(path: Path) -> Path:
    """Return the file that a user means: the one of that name, else the brand that a package offers by it."""
    if path != Path(path.name) or path.exists():
        return path
    from briefbook.brand.packages import package_brand

    return package_brand(path.name) or path


@contextmanager
def wearing_brand(brand: Brand | None, lent: tuple[LentFile, ...] = ()) -> Iterator[None]:
    """Wear a brand's look, Briefbook's own for none, with faces that lend what it lacks."""
    look = brand.look if brand else OURS
    with wearing(_with_lent(look, lent) if lent else look):
        yield


@lru_cache(maxsize=4)
def _with_lent(look: Look, lent: tuple[LentFile, ...]) -> Look:
    """Return the same look for the same faces: what was measured in it is kept by it."""
    return replace(look, lent=lent, loaded={})


def brand_inputs(seed: Path, brand: Brand | None, choice: Choice) -> Iterator[tuple[Path, str]]:
    """Yield what a build depends on: the brand's files, and the places where one might appear."""
    if choice is True:
        for path in places(seed):
            if brand and path == brand.file:
                break
            yield path, ""
    if brand:
        yield from brand.files
