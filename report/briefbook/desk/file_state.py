"""Whether files of a seed have changed: by name, time and size, without reading them."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from briefbook.brand import find_brand


def file_state(seed: Path) -> str:
    """Return a mark of all files of a seed as they are now, and of its brand, wherever that lies.

    Hidden files are an editor's own.
    """
    states = []
    brand = find_brand(seed)
    for path in (*sorted(seed.rglob("*")), *((brand,) if brand else ())):
        with contextlib.suppress(OSError):  # a file that an editor is just replacing
            if path == brand or _is_own(path, seed):
                state = path.stat()
                states.append(f"{path}\0{state.st_mtime_ns}\0{state.st_size}")
    return hashlib.sha256("\n".join(states).encode(errors="replace")).hexdigest()[:16]


def _is_own(path: Path, seed: Path) -> bool:
    return path.is_file() and not path.relative_to(seed).as_posix().startswith(".")
