"""The files of the shipped seeds, built once for all tests and all of their processes: to read, never to change."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from briefbook.build import build
from tests.tools import PATIENCE_S

PRINTS = frozenset(("slides", "handout", "page"))
_SHARED = "BRIEFBOOK_TESTS_BUILT"


def open_room() -> None:
    """Make the folder that the processes of one run share, in whichever begins first."""
    if _SHARED not in os.environ:
        os.environ[_SHARED] = tempfile.mkdtemp(prefix="briefbook-shipped-")


def room() -> Path:
    """Return that folder."""
    return Path(os.environ[_SHARED])


def shipped(seed: Path) -> dict[str, Path]:
    """Return all files of a seed by what their names have behind its id: `.pdf`, `-slides.pdf`, `.json`."""
    folder = room() / seed.name
    try:
        folder.mkdir()
    except FileExistsError:
        _wait_for(folder / "built")
    else:
        build(seed, folder / "out", prints=PRINTS)
        (folder / "built").touch()
    name = next((folder / "out").glob("*.json")).stem
    return {path.name.removeprefix(name): path for path in (folder / "out").iterdir()}


def _wait_for(path: Path) -> None:
    """Wait until another process has built what it began to build."""
    until = time.monotonic() + PATIENCE_S
    while not path.exists():
        if time.monotonic() > until:
            raise TimeoutError(f"{path.parent.name} is not built: see the test that began to")
        time.sleep(0.05)
