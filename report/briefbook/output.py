"""Files on disk: written aside, then moved into place together. Nothing else writes."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from briefbook.errors import Place, Unwritable


def write_together(folder: Path, files: dict[str, bytes]) -> None:
    """Write files into a folder so that all of them change, or none.

    Everything is written and flushed beside its place first; only then are the files moved, and
    those already moved are put back if one cannot be. Raises Unwritable.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".briefbook-") as aside:
            new, old = Path(aside, "new"), Path(aside, "old")
            new.mkdir()
            old.mkdir()
            for name, data in files.items():
                _write(new / name, data)
            _exchange(folder, new, old, tuple(files))
    except OSError as error:
        raise Unwritable(
            f"cannot write: {error.strerror or error}; what was there before is unchanged",
            place=Place(str(error.filename or folder)),
            hint="check that the folder is writable and that there is space",
        ) from error


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _exchange(folder: Path, new: Path, old: Path, names: tuple[str, ...]) -> None:
    moved: list[str] = []
    try:
        for name in names:
            if (folder / name).exists():
                (folder / name).replace(old / name)
            moved.append(name)
            (new / name).replace(folder / name)
    except BaseException:
        # An interrupt counts too: the previous edition is put back whole.
        for name in moved:
            with contextlib.suppress(OSError):
                if (old / name).exists():
                    (old / name).replace(folder / name)
                else:
                    (folder / name).unlink(missing_ok=True)
        raise
