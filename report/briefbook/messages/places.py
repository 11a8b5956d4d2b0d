"""Where files are told to be."""

from __future__ import annotations

from pathlib import Path


def working_folder() -> Path:
    """Return the working folder; the root where somebody has removed it."""
    try:
        return Path.cwd()
    except OSError:
        return Path(Path(__file__).anchor)
