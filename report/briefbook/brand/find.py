"""Where a brand is looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

NAMES = ("_brand.yml", "brand.yml")
"""The first is what other programs look for."""
_LEVELS = 4
"""The seed folder and so many folders less one above it."""


def places(seed: Path, names: Sequence[str] = NAMES) -> Iterator[Path]:
    """Yield where a seed's brand, or a file of another name, may lie, the nearest first.

    That is the seed folder and up to three folders above it, none above a repository's root.
    """
    folder = seed.resolve()
    for level in (folder, *folder.parents)[:_LEVELS]:
        # Told as the user would write it: the seed's own folder as it was given.
        told = seed if level == folder else level
        yield from (told / name for name in names)
        if (level / ".git").exists():
            return


def find_brand(seed: Path) -> Path | None:
    """Return the brand that holds for a seed; None where there is none."""
    return next((path for path in places(seed) if path.is_file()), None)
