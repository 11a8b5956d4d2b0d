"""Files on disk: written aside, then moved into place together. Nothing else writes.

    dist/.briefbook-x7/new/   what is being written; moved out file by file
    dist/.briefbook-x7/old/   what stood in its place, until all has been moved

A folder is held by one writer at a time. One that was killed while moving leaves its folder behind,
and the next one to hold `dist/` puts back what it had moved away.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from briefbook.errors import SourceLocation, Unwritable

try:
    import fcntl
except ImportError:  # Windows: no lock, two builds at once are on their own
    fcntl = None  # type: ignore[assignment]

_PREFIX = ".briefbook-"


@contextlib.contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder, made if need be, for one writer; others wait. Raises Unwritable."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder):
            _recover(folder)
            yield
    except OSError as error:
        raise Unwritable(
            f"cannot write: {error.strerror or error}; what was there before is unchanged",
            place=SourceLocation(str(error.filename or folder)),
            hint="check that the folder is writable and that there is space",
        ) from error


def write_together(folder: Path, files: dict[str, bytes]) -> None:
    """Write files into a folder so that all of them change, or none.

    Everything is written and flushed beside its place first; only then are the files moved, and
    those already moved are put back if one cannot be. Raises Unwritable.
    """
    with held(folder):
        write_held(folder, files)


def write_held(folder: Path, files: dict[str, bytes]) -> None:
    """Write files together into a folder that the caller holds."""
    with tempfile.TemporaryDirectory(dir=folder, prefix=_PREFIX) as aside:
        new, old = Path(aside, "new"), Path(aside, "old")
        new.mkdir()
        old.mkdir()
        for name, data in files.items():
            _write(new / name, data)
        _exchange(folder, new, old, tuple(files))


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Lock the folder itself, so that no lock file is left; the system frees it in any case."""
    if fcntl is None:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _recover(folder: Path) -> None:
    """Undo what killed writers left half done, and remove their folders."""
    for aside in folder.glob(f"{_PREFIX}*"):
        new, old = aside / "new", aside / "old"
        if new.is_dir() and any(new.iterdir()) and old.is_dir():
            for file in old.iterdir():
                file.replace(folder / file.name)
        shutil.rmtree(aside, ignore_errors=True)


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
