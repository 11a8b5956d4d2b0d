"""Files on disk: written aside, then put in place together. Nothing else writes.

    dist/.briefbook-x7/new/0    what is being written
    dist/.briefbook-x7/old/0    what stands in its place, until all has been replaced
    dist/.briefbook-x7/journal  the names, in order: while it is there, the writing is not done

A rollback journal, as databases have one. No file is ever missing from its place: the new one
replaces it in one step. A writer that was killed leaves its journal behind, and whoever next holds
or reads the folder puts back what had been replaced. A folder has one writer at a time.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from briefbook.errors import SourceLocation, Unwritable

try:
    import fcntl
except ImportError:  # Windows: no lock, two builds at once are on their own
    fcntl = None  # type: ignore[assignment]

_PREFIX = ".briefbook-"
_JOURNAL = "journal"
_PATIENCE_SECONDS = 60.0
"""How long a writer waits for another: writing takes well under a second."""
_SILENT_SECONDS = 0.5


@contextlib.contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder, made if need be, for one writer; others wait, with a word and a limit.

    Raises Unwritable.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder):
            _roll_back(folder)
            yield
    except OSError as error:
        raise Unwritable(
            f"cannot write: {error.strerror or error}; what was there before is unchanged",
            place=SourceLocation(str(error.filename or folder)),
            hint="check that the folder is writable and that there is space",
        ) from error


def recover(folder: Path) -> None:
    """Undo what a killed writer left half done, before anything in a folder is read.

    Waits while a writer is at work. Raises Unwritable where it cannot be undone.
    """
    if any(folder.glob(f"{_PREFIX}*/{_JOURNAL}")):
        with held(folder):
            pass


def is_vacant(folder: Path) -> bool:
    """Tell whether nothing of a user's stands where a new folder is wanted."""
    if not folder.exists():
        return True
    return folder.is_dir() and all(entry.name.startswith(_PREFIX) for entry in folder.iterdir())


def write_together(folder: Path, files: dict[str, bytes]) -> None:
    """Write files into a folder so that all of them change, or none.

    Everything is written and flushed beside its place first; only then are the files replaced, and
    those already replaced are put back if one cannot be. Names may lead into folders below. Raises
    Unwritable, also where a folder stands in a file's place.
    """
    with held(folder):
        write_held(folder, files)


def write_held(folder: Path, files: dict[str, bytes]) -> None:
    """Write files together into a folder that the caller holds."""
    for name in files:
        if (folder / name).is_dir():
            raise Unwritable(
                "a folder stands where a file is to be written; nothing was written",
                place=SourceLocation(str(folder / name)),
                hint="move or rename the folder",
            )
    aside = Path(tempfile.mkdtemp(dir=folder, prefix=_PREFIX))
    try:
        (aside / "new").mkdir()
        (aside / "old").mkdir()
        for number, (name, data) in enumerate(files.items()):
            _write(aside / "new" / str(number), data)
            _keep(folder / name, aside, number)
        _write_journal(aside, tuple(files))
        for number, name in enumerate(files):
            (aside / "new" / str(number)).replace(folder / name)
        (aside / _JOURNAL).unlink()  # from here on, all is new
    except BaseException:
        # An interrupt counts too: the previous edition is put back whole.
        _undo(folder, aside)
        raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _keep(place: Path, aside: Path, number: int) -> None:
    """Keep what stands in a file's place, whose permissions the new one takes over."""
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        return
    shutil.copymode(place, aside / "new" / str(number))
    old = aside / "old" / str(number)
    try:
        os.link(place, old)
    except OSError:  # a file system without hard links
        shutil.copy2(place, old)


def _write_journal(aside: Path, names: tuple[str, ...]) -> None:
    """Write the journal whole or not at all."""
    half = aside / f"{_JOURNAL}-unfinished"
    _write(half, json.dumps(names).encode())
    half.replace(aside / _JOURNAL)


def _roll_back(folder: Path) -> None:
    """Undo what killed writers left half done, and remove their folders."""
    for aside in folder.glob(f"{_PREFIX}*"):
        _undo(folder, aside)
        shutil.rmtree(aside, ignore_errors=True)


def _undo(folder: Path, aside: Path) -> None:
    """Put back what had been replaced, as long as the journal says that not all has been."""
    journal = aside / _JOURNAL
    if not journal.exists():
        return
    for number, name in enumerate(json.loads(journal.read_bytes())):
        old = aside / "old" / str(number)
        if old.exists():
            old.replace(folder / name)
        elif not (aside / "new" / str(number)).exists():
            (folder / name).unlink(missing_ok=True)
    journal.unlink()


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Lock the folder itself, so that no lock file is left; the system frees it in any case."""
    if fcntl is None:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _lock(descriptor, folder)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, folder: Path) -> None:
    """Take a lock; raises Unwritable, with its owner's name, when the wait takes too long."""
    start = time.monotonic()
    is_told = False
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waited = time.monotonic() - start
        else:
            return
        if waited > _PATIENCE_SECONDS:
            raise Unwritable(
                f"{_owner(descriptor)} has been writing here for {_PATIENCE_SECONDS:.0f} seconds;"
                " nothing was written",
                place=SourceLocation(str(folder)),
                hint="end that process if it is stuck, then try again",
            )
        if waited > _SILENT_SECONDS and not is_told:
            import logging

            words = "%s: waiting for %s, which is writing here"
            logging.getLogger(__name__).warning(words, folder, _owner(descriptor))
            is_told = True
        time.sleep(0.02)


def _owner(descriptor: int) -> str:
    """Name the process that holds a lock, as far as the system tells (Linux: /proc/locks)."""
    inode = str(os.fstat(descriptor).st_ino)
    with contextlib.suppress(OSError, IndexError):
        for line in Path("/proc/locks").read_text(encoding="ascii").splitlines():
            fields = line.split()
            # 1: FLOCK  ADVISORY  WRITE 4711 08:01:131 0 EOF
            if fields[1] == "FLOCK" and fields[5].rpartition(":")[2] == inode:
                return f"process {fields[4]}"
    return "another process"
