"""What a build keeps for the next one, in the user's cache folder: plain data, never code.

Nothing is kept and nothing found unless a folder is opened (`with opened():`), which the command
line does. An entry lies under the hash of everything that it depends on, which always includes
Briefbook's own files and the installed packages; what is not as it was written is as good as not
there. Entries are written aside and moved into place, and the oldest go when there are too many.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from contextvars import ContextVar

from briefbook.stamp import cache_folder, digest, loaded_code

MAX_BYTES = 200 * 1024 * 1024
_GROWN_BYTES = MAX_BYTES // 20
"""So much is kept before the folder, of some ten thousand entries, is looked through for the oldest."""
_KEPT, _STAMPS, _GROWN = "kept", "stamps", "grown"
_GRAIN = 4096
"""Bytes kept for which the file `grown` gets a byte: several processes may add to it at once."""
_MARK = b"briefbook 1\n"
_HASH = 20
"""Bytes of a hash."""
_FOLDER: ContextVar[str] = ContextVar("folder", default="")
_CODE: ContextVar[str] = ContextVar("code", default="")


@contextlib.contextmanager
def opened(folder: str | None = None) -> Iterator[None]:
    """Keep and find entries from here on, in Briefbook's own cache folder unless one is named."""
    root = cache_folder() if folder is None else folder
    tokens = _FOLDER.set(root), _CODE.set(loaded_code())
    try:
        yield
    finally:
        _FOLDER.reset(tokens[0])
        _CODE.reset(tokens[1])
        if root:
            _prune(root)


def is_open() -> bool:
    """Tell whether anything is kept."""
    return bool(_FOLDER.get())


def found(kind: str, depends_on: str) -> bytes | None:
    """Return what was kept of a kind for something; None where nothing whole was."""
    path = _path(kind, depends_on)
    if not path:
        return None
    try:
        with open(path, "rb") as file:
            data = file.read()
        os.utime(path)  # what is used stays longest
    except OSError:
        return None
    head = _head(path, data[len(_MARK) + 2 * _HASH :])
    return data[len(head) :] if data.startswith(head) else None


def keep(kind: str, depends_on: str, data: bytes) -> None:
    """Keep something; where that cannot be, nothing happens."""
    path = _path(kind, depends_on)
    if not path:
        return
    aside = f"{path}.{os.getpid()}"
    with contextlib.suppress(OSError):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(aside, "wb") as file:
            file.write(_head(path, data) + data)
        os.replace(aside, path)
        with open(os.path.join(_FOLDER.get(), _GROWN), "ab") as grown:
            grown.write(b"." * (1 + len(data) // _GRAIN))


def clear() -> int:
    """Remove everything that was kept; return how many bytes that were."""
    root = cache_folder()
    if not root:
        return 0
    size = sum(entry.stat().st_size for entry in _entries(root))
    for name in (_KEPT, _STAMPS):
        shutil.rmtree(os.path.join(root, name), ignore_errors=True)
    with contextlib.suppress(OSError):
        os.unlink(os.path.join(root, _GROWN))
    return size


def _head(path: str, data: bytes) -> bytes:
    """Return what stands before an entry: its hash, which its place goes into, so that none is moved."""
    return _MARK + digest(os.path.basename(path).encode() + data).encode()


def _path(kind: str, depends_on: str) -> str:
    root = _FOLDER.get()
    if not root:
        return ""
    named = f"{kind}\0{_CODE.get()}\0{depends_on}"
    name = digest(named.encode("utf-8", "surrogatepass"))
    return os.path.join(root, _KEPT, name[:2], name)


def _prune(root: str) -> None:
    """Remove the entries that were used longest ago, while there are too many bytes; not at every end."""
    grown = os.path.join(root, _GROWN)
    with contextlib.suppress(OSError):
        if os.stat(grown).st_size * _GRAIN < _GROWN_BYTES:
            return
        os.unlink(grown)
        entries = [(entry.stat(), entry.path) for entry in _entries(root)]
        total = sum(stat.st_size for stat, _ in entries)
        for stat, path in sorted(entries, key=lambda entry: entry[0].st_mtime_ns):
            if total <= MAX_BYTES:
                break
            os.unlink(path)
            total -= stat.st_size


def _entries(root: str) -> Iterator[os.DirEntry[str]]:
    for name in (_KEPT, _STAMPS):
        waiting = [os.path.join(root, name)]
        while waiting:
            with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        yield entry
