"""Where the map of a template lies: beside it."""

from __future__ import annotations

from pathlib import Path


def map_places(template: Path) -> tuple[Path, ...]:
    """Return where the map of a template may lie: FIRM.pptx has FIRM.yaml."""
    return tuple(template.with_suffix(ending) for ending in (".yaml", ".yml"))
