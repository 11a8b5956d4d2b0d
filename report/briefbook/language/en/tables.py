"""Tables of English words, kept as tab-separated files under `data/`: one file a subject, comments with #."""

from __future__ import annotations

from functools import cache
from pkgutil import get_data


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the lines of `data/NAME.tsv` by the names of its columns, in their order."""
    text = file_of(name).decode()
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    head = lines[0].split("\t")
    return tuple(dict(zip(head, line.split("\t"), strict=True)) for line in lines[1:])


def file_of(name: str) -> bytes:
    """Return `data/NAME.tsv`, without `importlib.resources`: that loads six modules, a fiftieth of a check."""
    return get_data(__package__, f"data/{name}.tsv") or b""


def split(cell: str) -> tuple[str, ...]:
    """Return the entries of a cell, which semicolons separate; none of an empty one."""
    return tuple(cell.split(";")) if cell else ()
