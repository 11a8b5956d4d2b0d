"""Tables of English words, kept as tab-separated files under `data/`: one file a subject, comments with #."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the lines of `data/NAME.tsv` by the names of its columns, in their order."""
    text = (resources.files(__package__) / "data" / f"{name}.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    head = lines[0].split("\t")
    return tuple(dict(zip(head, line.split("\t"), strict=True)) for line in lines[1:])


def split(cell: str) -> tuple[str, ...]:
    """Return the entries of a cell, which semicolons separate; none of an empty one."""
    return tuple(cell.split(";")) if cell else ()
