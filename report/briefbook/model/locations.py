"""Where in a file a value stands, or a word of a text."""

from __future__ import annotations

from briefbook.errors import SourceLocation
from briefbook.model.nodes import LocatedStr


def place_of(value: object, otherwise: SourceLocation) -> SourceLocation:
    """Return the place of a value as it was read; `otherwise` for one that did not come from a file."""
    place: SourceLocation = getattr(value, "place", otherwise)
    return place


def within(text: str, offset: int, otherwise: SourceLocation) -> SourceLocation:
    """Return the place of an offset of a text; `otherwise` for a text that did not come from a file.

    Escapes and double spaces inside a line are counted as one character, so that the column may
    be a little early; the line is right.
    """
    if not isinstance(text, LocatedStr):
        return otherwise
    found = text.place
    for start, place in text.lines:
        if start > offset:
            break
        found = SourceLocation(place.file, place.line, place.column + offset - start)
    return found
