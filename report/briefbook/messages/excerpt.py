"""The line that a problem speaks of, with a caret below the place."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from briefbook.errors import SourceLocation
from briefbook.language.phrases import printable

_SUFFIXES = frozenset((".yaml", ".yml", ".csv", ".txt"))
"""Of files whose lines a person reads."""
_MOST_BYTES = 5 * 1024 * 1024
_WIDTH = 100
_BEFORE = 40
"""Letters that are shown before the place, in a line that is too long to be shown whole."""


def excerpt(place: SourceLocation) -> tuple[str, ...]:
    """Return the line at a place and the line with the caret; nothing where there is none to show."""
    if not place.line or not place.column or Path(place.file).suffix.lower() not in _SUFFIXES:
        return ()
    lines = _lines(place.file)
    if place.line > len(lines):
        return ()
    line = lines[place.line - 1]
    column = min(place.column - 1, len(line))
    start = max(0, column - _BEFORE) if len(line) > _WIDTH else len(line) - len(line.lstrip())
    start = min(start, column)
    number = f"{place.line} | "
    shown = printable(line[start : start + _WIDTH])
    before = printable(line[start:column])
    return f"{number}{shown}", f"{' ' * (len(number) - 2)}| {' ' * len(before)}^"


@lru_cache(maxsize=4)
def _lines(file: str) -> tuple[str, ...]:
    """Return the lines of a file as it is now; none if it cannot be read."""
    path = Path(file)
    try:
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return ()
        return tuple(path.read_text(encoding="utf-8-sig", errors="replace").splitlines())
    except OSError:
        return ()
