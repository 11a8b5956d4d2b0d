"""Stamps: what a build has read, written and told, so that the same build need not run again.

A stamp lies in the user's cache folder, under the hash of the working folder and the arguments. It
holds a hash of everything that the result depends on: Briefbook's own files, the installed
packages, the interpreter, the one variable that a build reads, and the content of every input; and
the content of every output, so that an edited or missing file is never called up to date.

This module runs before anything else is imported, and imports next to nothing: no module of the
standard library that Python has not loaded already, but one written in C.
"""

from __future__ import annotations

import os
import sys
from _blake2 import blake2b

_BYTES = 20
_OUR_FOLDERS = ("briefbook", "briefbook_figures")
_VARIABLES = ("SOURCE_DATE_EPOCH",)
"""Of the environment: what a build reads."""
_LOADED: dict[tuple[str | None, ...], str] = {}


def cache_folder() -> str:
    """Return Briefbook's folder for what can be made again; empty where there is no home for one.

    `XDG_CACHE_HOME` counts on every system; without it, the system's own place.
    """
    given = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(given):
        return os.path.join(given, "briefbook")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    else:
        home = os.path.expanduser("~")
        base = os.path.join(home, "Library/Caches" if sys.platform == "darwin" else ".cache")
    return os.path.join(base, "briefbook") if os.path.isabs(base) else ""


def digest(data: bytes) -> str:
    """Return the hash of some bytes."""
    return blake2b(data, digest_size=_BYTES).hexdigest()


def replayed(arguments: list[str]) -> tuple[str, str] | None:
    """Return what a build told, if it need not run again: for stdout, and for stderr."""
    path = stamp_path(arguments)
    if not path or "--no-cache" in arguments:
        return None
    try:
        fields = _unpacked(_content(path))
        count = int(fields[1])
        files = fields[2 : 2 + 2 * count]
        if fields[0] != loaded_code():
            return None
        for name, kept in zip(files[::2], files[1::2], strict=True):
            if file_state(name) != kept:
                return None
        out, err = fields[2 + 2 * count :]
    except (OSError, ValueError, IndexError):
        return None
    return out, err


def write_stamp(arguments: list[str], files: dict[str, str], out: str, err: str) -> None:
    """Keep what a build told, with the hashes of the files that it read and wrote.

    Where the cache folder cannot be written, nothing is kept.
    """
    path = stamp_path(arguments)
    fields = [loaded_code(), str(len(files))]
    fields += [field for entry in files.items() for field in entry]
    fields += [out, err]
    if not path or any("\0" in field for field in fields):
        return
    body = "\0".join(fields).encode("utf-8", "surrogateescape")
    aside = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(aside, "wb") as file:
            file.write(digest(body).encode() + b"\0" + body)
        os.replace(aside, path)
    except OSError:
        return


def stamp_path(arguments: list[str]) -> str:
    """Return where the stamp of a command lies; empty where there is no cache folder."""
    folder = cache_folder()
    try:
        # Started as a command or as a module, Python looks for modules in another folder first.
        named = "\0".join([os.getcwd(), *sys.path[:1], *arguments])
    except OSError:
        return ""
    name = digest(named.encode("utf-8", "surrogateescape"))
    return folder and os.path.join(folder, "stamps", name)


def file_digest(path: str) -> str:
    """Return the hash of a file's content, and of where it lies: a link elsewhere is another file."""
    return digest(os.path.realpath(path).encode("utf-8", "surrogateescape") + _content(path))


def file_state(path: str) -> str:
    """Return the hash of a file; empty for one that is not there, which may matter as well.

    A folder is the names in it: one more is one more input.
    """
    if os.path.isdir(path):
        return digest("\0".join(sorted(os.listdir(path))).encode("utf-8", "surrogateescape"))
    try:
        return file_digest(path)
    except FileNotFoundError:
        return ""


def code_digest() -> str:
    """Return a hash of all that runs: Briefbook's files, the packages, the interpreter.

    Files count by size and times rather than by content: reading them would take longer than
    Python needs to start. A package counts by the folder that its installation leaves.
    """
    whole = blake2b(digest_size=_BYTES)
    told = [sys.version, *(f"{name}={os.environ.get(name)}" for name in _VARIABLES)]
    own = os.path.dirname(os.path.abspath(__file__))
    for folder in dict.fromkeys((os.path.dirname(own), *sys.path)):
        for name in _OUR_FOLDERS:
            told += _listed(os.path.join(folder, name))
        told += _packages(folder)
    whole.update("\0".join(told).encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def loaded_code() -> str:
    """Return `code_digest()` of when this process first asked for it: what it runs was loaded then."""
    told = (*map(os.environ.get, _VARIABLES), *sys.path)
    if told not in _LOADED:
        _LOADED[told] = code_digest()
    return _LOADED[told]


def _listed(folder: str) -> list[str]:
    """Return a line for each file under a folder; nothing where there is no such folder."""
    lines: list[str] = []
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.name == "__pycache__":
                        continue
                    if entry.is_dir():
                        waiting.append(entry.path)
                    else:
                        lines.append(_line(entry))
        except OSError:
            continue
    return sorted(lines)


def _packages(folder: str) -> list[str]:
    """Return a line for each package that is installed in a folder."""
    try:
        with os.scandir(folder) as entries:
            return sorted(
                _line(entry)
                for entry in entries
                if entry.name.endswith((".dist-info", ".egg-info", ".pth"))
            )
    except OSError:
        return []


def _line(entry: os.DirEntry[str]) -> str:
    found = entry.stat()
    return f"{entry.path} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"


def _content(path: str) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        parts = []
        while part := os.read(descriptor, 1 << 24):
            parts.append(part)
        return b"".join(parts)
    finally:
        os.close(descriptor)


def _unpacked(data: bytes) -> list[str]:
    """Return the fields of a stamp; raises ValueError where it is not as it was written."""
    kept, _, body = data.partition(b"\0")
    if kept.decode() != digest(body):
        raise ValueError
    return body.decode("utf-8", "surrogateescape").split("\0")
