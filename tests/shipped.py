"""What several tests only read, built once for all of their processes: files of the shipped seeds, the wheel."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from briefbook import cache
from briefbook.build import build
from tests.tools import PATIENCE_S, ROOT

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
        with cache.opened(str(room() / "kept")):
            build(seed, folder / "out", prints=PRINTS)
        (folder / "built").touch()
    name = next((folder / "out").glob("*.json")).stem
    return {path.name.removeprefix(name): path for path in (folder / "out").iterdir()}


def shipped_wheel() -> Path:
    """Return the wheel of this checkout, built as for a release."""
    folder = room() / "wheel"
    try:
        folder.mkdir()
    except FileExistsError:
        _wait_for(folder / "built")
    else:
        command = [sys.executable, "-m", "build", "--wheel", "--no-isolation"]
        subprocess.run(
            [*command, "--outdir", str(folder), str(ROOT)], check=True, capture_output=True
        )
        (folder / "built").touch()
    [path] = folder.glob("*.whl")
    return path


def _wait_for(path: Path) -> None:
    """Wait until another process has built what it began to build."""
    until = time.monotonic() + PATIENCE_S
    while not path.exists():
        if time.monotonic() > until:
            raise TimeoutError(f"{path.parent.name} is not built: see the test that began to")
        time.sleep(0.05)
