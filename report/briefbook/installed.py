"""Installed packages, by the folders that their installation leaves (PyPA's “recording installed projects”).

`importlib.metadata` answers the same questions, and loads a parser of e-mail for them.
"""

from __future__ import annotations

import contextlib
import os
import sys
from functools import cache

_SUFFIX = ".dist-info"


def version_of(package: str) -> str:
    """Return the version of an installed package; raises PackageNotFoundError."""
    wanted = _plain(package)
    for _, folder in _installed():
        name, _, version = folder.removesuffix(_SUFFIX).partition("-")
        if _plain(name) == wanted:
            return version
    from importlib import metadata  # what left another kind of folder

    return metadata.version(package)


def has_plugins(prefix: str) -> bool:
    """Tell whether an installed package may have entry points of a group with this prefix."""
    for parent, folder in _installed():
        try:
            with open(os.path.join(parent, folder, "entry_points.txt"), "rb") as file:
                if f"[{prefix}".encode() in file.read():
                    return True
        except OSError:
            continue
    return False


def _plain(name: str) -> str:
    return name.lower().replace("-", "_").replace(".", "_")


def _installed() -> tuple[tuple[str, str], ...]:
    return _found(tuple(sys.path))


@cache
def _found(path: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the folders of installed packages, each with the folder that it lies in."""
    found = []
    for parent in dict.fromkeys(path):
        with contextlib.suppress(OSError):
            names = sorted(os.listdir(parent or "."))
            found += [(parent, name) for name in names if name.endswith(_SUFFIX)]
    return tuple(found)
